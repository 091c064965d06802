"""What lies over the map for a while stays in sight, with the keyboard, whatever changes around."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from facilitator.model import gestures
from facilitator.model.document import Actor
from facilitator.ui import look
from facilitator.ui.canvas.link_bar import LinkBar
from facilitator.ui.canvas.picker import ActorPicker
from facilitator.ui.canvas.standing import kept_inside
from facilitator.ui.canvas.view import View
from facilitator.ui.canvas.widget import Canvas
from facilitator.ui.window import Window
from facilitator.ui.workspace import Workspace
from tests.ui.canvas.conftest import Mouse
from tests.ui.hands import inside, press, strike, write
from tests.ui.seen import in_sight, laid_out, whole

ROOM = QRect(4, 4, 100, 60)


@pytest.mark.parametrize(
    ("corner", "size", "kept"),
    [
        (QPoint(20, 30), QSize(20, 10), QPoint(20, 30)),
        (QPoint(95, -9), QSize(20, 10), QPoint(84, 4)),
        (QPoint(-5, 70), QSize(20, 10), QPoint(4, 54)),
        (QPoint(50, 50), QSize(200, 100), QPoint(4, 4)),
    ],
)
def test_what_is_kept_inside_is_moved_no_more_than_it_needs(
    corner: QPoint, size: QSize, kept: QPoint
) -> None:
    assert kept_inside(corner, size, ROOM) == kept


class TestTheBarOfALink:
    def is_whole(self, canvas: Canvas) -> bool:
        bar = inside(canvas.surface, LinkBar)
        buttons = bar.findChildren(QAbstractButton)
        return bar.hasFocus() and all(in_sight(one, canvas.surface) and whole(one) for one in buttons)

    def test_as_a_panel_opens_beside_the_map(self, qtbot: QtBot, window: Window) -> None:
        for key in (Qt.Key.Key_F8, Qt.Key.Key_F9):
            strike(window, key)
        laid_out()
        strike(window, Qt.Key.Key_0)
        surface = window.canvas.surface
        middle = surface.in_window(200.0, 100.0).toPoint()
        qtbot.mouseDClick(surface, Qt.MouseButton.LeftButton, pos=middle)
        assert self.is_whole(window.canvas)
        bar = inside(surface, LinkBar)
        covered = bar.geometry().right()
        press(Qt.Key.Key_F9)
        laid_out()
        assert covered > surface.width(), "it would be behind the panel"
        assert self.is_whole(window.canvas)
        press(Qt.Key.Key_3)
        assert window.workspace.document.links["funds"].intensity == 3

    def test_as_letters_change(self, qapp: QApplication, canvas: Canvas, mouse: Mouse) -> None:
        canvas.surface.set_view(View(600.0, 60.0, 1.0))  # not all is seen, and the link is on the left
        mouse.double(200, 100)
        look.dress(qapp, scale=2.0)
        laid_out()
        assert self.is_whole(canvas)
        bar = inside(canvas.surface, LinkBar)
        cards = [canvas.surface.card_rectangle(id_).toRect() for id_ in ("town", "grocer")]
        assert not any(bar.geometry().intersects(card) for card in cards)
        look.dress(qapp)
        laid_out()
        assert self.is_whole(canvas)

    @pytest.mark.usefixtures("large")
    @pytest.mark.parametrize(("wide", "high"), [(900, 760), (382, 960), (300, 1200)])
    def test_in_a_narrow_map_in_large_letters(
        self, canvas: Canvas, mouse: Mouse, workspace: Workspace, each_language: str, wide: int, high: int
    ) -> None:
        workspace.speak(each_language)
        canvas.resize(wide, high)
        laid_out()
        mouse.double(200, 100)
        laid_out()
        assert self.is_whole(canvas)

    def test_as_another_language_is_spoken(
        self, canvas: Canvas, workspace: Workspace, mouse: Mouse, each_language: str
    ) -> None:
        canvas.resize(440, 760)
        laid_out()
        mouse.double(200, 100)
        workspace.speak(each_language)
        laid_out()
        assert self.is_whole(canvas)


class TestTheLineOfTheOtherActor:
    @pytest.fixture(autouse=True)
    def many(self, workspace: Workspace) -> None:
        for n in range(9):
            workspace.do(gestures.add_actor(Actor(f"a{n}", f"Association {n}", "other")))

    def is_whole(self, canvas: Canvas) -> bool:
        picker = inside(canvas.surface, ActorPicker)
        held = picker.list
        first = held.visualItemRect(held.item(0))
        return (
            picker.line.hasFocus()
            and in_sight(picker.line, canvas.surface)
            and in_sight(held, canvas.surface)
            and held.viewport().rect().contains(first)
        )

    def test_as_a_panel_opens_beside_the_map(self, window: Window) -> None:
        strike(window, Qt.Key.Key_F9)
        laid_out()
        surface = window.canvas.surface
        surface.set_view(View(0.0, 100.0, 1.0))  # the grocer is on the right
        surface.choose([("actors", "grocer")])
        strike(window, Qt.Key.Key_L)
        assert self.is_whole(window.canvas)
        covered = inside(surface, ActorPicker).geometry().right()
        press(Qt.Key.Key_F9)
        laid_out()
        assert covered > surface.width(), "it would be behind the panel"
        assert self.is_whole(window.canvas)

    def test_as_letters_and_the_map_change(self, qapp: QApplication, canvas: Canvas) -> None:
        canvas.surface.choose([("actors", "grocer")])
        canvas.surface.set_view(View(0.0, 0.0, 1.0))
        canvas.start_link()
        write("a")
        press(Qt.Key.Key_Down)
        picker = inside(canvas.surface, ActorPicker)
        before, at = picker.geometry(), picker.list.currentRow()
        for size, wide, high in ((2.0, 1200, 760), (2.0, 382, 560), (1.0, 382, 300), (1.0, 1200, 760)):
            look.dress(qapp, scale=size)
            canvas.resize(wide, high)
            laid_out()
            assert self.is_whole(canvas)
        assert picker.size() == before.size()
        assert picker.list.currentRow() == at
        assert picker.y() == round(canvas.surface.card_rectangle("grocer").bottom()) + 8

    def test_as_fewer_names_are_found_then_more(self, canvas: Canvas) -> None:
        canvas.surface.choose([("actors", "grocer")])
        canvas.surface.set_view(View(400.0, -100.0, 1.0))  # the grocer is near the foot of the map
        canvas.start_link()
        write("8")
        canvas.resize(1100, 760)
        laid_out()
        press(Qt.Key.Key_Backspace)
        laid_out()
        assert inside(canvas.surface, ActorPicker).list.count() > 6
        assert self.is_whole(canvas)
