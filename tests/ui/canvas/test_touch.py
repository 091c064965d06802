"""Fingers on the map."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from facilitator.drawing.arrange.names import Kind
from facilitator.model import gestures
from facilitator.model.document import Zone
from facilitator.model.vocabulary import BackgroundKind
from facilitator.ui import arranging
from facilitator.ui.canvas.adjusting import Adjusting
from facilitator.ui.canvas.proposal_bar import ProposalBar
from facilitator.ui.canvas.widget import Canvas
from facilitator.ui.workspace import Workspace
from tests.ui.canvas.conftest import Mouse
from tests.ui.hands import hover, press
from tests.ui.menu_bar import SAYS


class Fingers:
    """Real touch events on a surface, or on what covers it."""

    def __init__(self, canvas: Canvas, device: QPointingDevice, over: QWidget | None = None) -> None:
        self._surface = over or canvas.surface
        self._device = device
        self._down: dict[int, QPoint] = {}

    def press(self, finger: int, point: QPoint) -> None:
        self._send(finger, "press", point)
        self._down[finger] = point

    def move(self, **fingers: QPoint) -> None:
        sequence = QTest.touchEvent(self._surface, self._device, False)
        for name, point in fingers.items():
            sequence.move(int(name[1:]), point, self._surface)
            self._down[int(name[1:])] = point
        sequence.commit()

    def release(self, finger: int) -> None:
        self._send(finger, "release", self._down.pop(finger))

    def _send(self, finger: int, what: str, point: QPoint) -> None:
        sequence = QTest.touchEvent(self._surface, self._device, False)
        getattr(sequence, what)(finger, point, self._surface)
        for other, there in self._down.items():
            if other != finger:
                sequence.move(other, there, self._surface)  # a still one is delivered at the corner by QTest
        sequence.commit()


@pytest.fixture(scope="session")
def screen(qapp: QApplication) -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture
def fingers(canvas: Canvas, screen: QPointingDevice) -> Fingers:
    return Fingers(canvas, screen)


def test_one_finger_moves_a_card(workspace: Workspace, mouse: Mouse, fingers: Fingers) -> None:
    fingers.press(0, mouse.at(0, 0))
    fingers.move(f0=mouse.at(30, 0))
    fingers.move(f0=mouse.at(-100, -60))
    fingers.release(0)
    assert (workspace.document.actors["town"].x, workspace.document.actors["town"].y) == (-100, -60)


def test_a_finger_lets_go_of_nothing_that_the_mouse_holds(
    workspace: Workspace, canvas: Canvas, mouse: Mouse, fingers: Fingers
) -> None:
    mouse.press(mouse.at(0, 0))
    mouse.move(mouse.at(-60, 0))
    fingers.press(0, mouse.at(300, -200))
    fingers.move(f0=mouse.at(200, -200))
    fingers.release(0)
    assert canvas.surface.holds
    mouse.move(mouse.at(-120, -80))
    mouse.release(mouse.at(-120, -80))
    town = workspace.document.actors["town"]
    assert (town.x, town.y) == (-120, -80)
    before = len(workspace.document.links)
    mouse.click(0, 400)
    mouse.move(mouse.at(-120, -80))
    handle = mouse.handle("town", 1)
    mouse.press(handle)
    mouse.move(handle + QPoint(40, 40))
    fingers.press(0, mouse.at(400, 200))
    fingers.release(0)
    mouse.release(QPoint(-50, 300))
    assert len(workspace.document.links) == before


def test_a_mouse_that_moves_takes_nothing_from_a_finger(
    workspace: Workspace, canvas: Canvas, mouse: Mouse, fingers: Fingers
) -> None:
    fingers.press(0, mouse.at(0, 0))
    fingers.move(f0=mouse.at(-40, 0))
    hover(canvas.surface, mouse.at(300, 100))
    mouse.press(mouse.at(300, 100))
    mouse.release(mouse.at(300, 100))
    fingers.move(f0=mouse.at(-120, -80))
    fingers.release(0)
    town = workspace.document.actors["town"]
    assert (town.x, town.y) == (-120, -80)
    mouse.click(-120, -80)
    assert workspace.selection == {("actors", "town")}, "the mouse is heard again"
    canvas.surface.arm("company")
    for _tap in range(2):
        fingers.press(0, mouse.at(-300, 300))
        if not _tap:
            fingers.release(0)
            press(Qt.Key.Key_Escape)
            canvas.surface.arm("company")
    hover(canvas.surface, mouse.at(300, 100))
    fingers.release(0)
    assert canvas.surface.is_naming, "what a chip gave was put down by the finger"


def test_a_tap_selects_and_two_rename(
    workspace: Workspace, canvas: Canvas, mouse: Mouse, fingers: Fingers
) -> None:
    for _tap in range(2):
        fingers.press(0, mouse.at(0, 0))
        fingers.release(0)
        assert workspace.selection == {("actors", "town")}
    line = canvas.surface.findChild(QLineEdit)
    assert line is not None
    assert line.text() == "Ville de Rivemont"


def test_a_finger_on_the_paper_takes_what_is_in_the_band(
    workspace: Workspace, mouse: Mouse, fingers: Fingers
) -> None:
    fingers.press(0, mouse.at(-150, -120))
    fingers.move(f0=mouse.at(0, 0))
    fingers.move(f0=mouse.at(150, 120))
    fingers.release(0)
    assert workspace.selection == {("actors", "town")}


def test_a_finger_pulls_a_link_from_beside_a_handle(
    workspace: Workspace, mouse: Mouse, fingers: Fingers
) -> None:
    mouse.click(400, 200)
    fingers.press(0, mouse.handle("grocer", 3) - QPoint(10, 8))
    fingers.move(f0=mouse.at(200, 150))
    fingers.move(f0=mouse.at(0, 10))
    fingers.release(0)
    (link,) = (row for row in workspace.document.links.values() if row.id != "funds")
    assert (link.source, link.target) == ("grocer", "town")


def test_a_second_finger_leaves_the_card_where_it_was(
    workspace: Workspace, canvas: Canvas, mouse: Mouse, fingers: Fingers
) -> None:
    before = workspace.document
    fingers.press(0, mouse.at(0, 0))
    fingers.move(f0=mouse.at(60, 60))
    assert canvas.surface.place_of("town") == (60, 60)
    fingers.press(1, mouse.at(300, 60))
    assert canvas.surface.place_of("town") == (0, 0)
    fingers.release(1)
    fingers.move(f0=mouse.at(100, 100))
    fingers.release(0)
    assert workspace.document is before


def test_two_fingers_that_begin_on_a_card_do_not_select_it(
    workspace: Workspace, canvas: Canvas, mouse: Mouse, fingers: Fingers
) -> None:
    view = canvas.surface.view
    fingers.press(0, mouse.at(0, 0))
    fingers.press(1, mouse.at(300, 60))
    fingers.move(f0=mouse.at(-60, 0), f1=mouse.at(360, 60))
    fingers.release(0)
    fingers.release(1)
    assert canvas.surface.view.zoom > view.zoom
    assert workspace.selection == frozenset()


def test_two_fingers_look_around_a_proposal_and_one_refuses_it(
    workspace: Workspace, canvas: Canvas, mouse: Mouse, fingers: Fingers
) -> None:
    before = workspace.document
    proposal = arranging.propose(canvas, Kind.ROWS)
    assert proposal is not None
    view = canvas.surface.view
    fingers.press(0, mouse.at(0, 0))
    fingers.press(1, mouse.at(300, 60))
    fingers.move(f0=mouse.at(20, 30), f1=mouse.at(320, 90))
    fingers.release(0)
    fingers.release(1)
    assert canvas.surface.view != view
    assert proposal.bar.isVisible()
    fingers.press(0, mouse.at(0, 0))
    fingers.release(0)
    assert not any(bar.isVisible() for bar in canvas.surface.findChildren(ProposalBar))
    assert workspace.document is before
    assert workspace.selection == frozenset()


def test_two_taps_on_a_handle_leave_nothing_in_the_hand(
    workspace: Workspace, canvas: Canvas, mouse: Mouse, fingers: Fingers
) -> None:
    before = workspace.document
    mouse.click(400, 200)
    for _tap in range(2):
        fingers.press(0, mouse.handle("grocer", 0))
        fingers.release(0)
    assert not canvas.surface.holds
    fingers.press(0, mouse.at(0, 0))
    fingers.release(0)
    assert workspace.document is before
    assert workspace.selection == {("actors", "town")}


def test_two_fingers_push_and_pinch_what_is_under_them(
    workspace: Workspace, canvas: Canvas, fingers: Fingers
) -> None:
    before, surface = workspace.document, canvas.surface
    first, second = QPoint(400, 300), QPoint(600, 300)
    fingers.press(0, first)
    fingers.press(1, second)
    places = surface.on_map(QPointF(first)), surface.on_map(QPointF(second))
    apart = QPoint(350, 340), QPoint(650, 340)
    fingers.move(f0=apart[0], f1=apart[1])
    assert surface.view.zoom == pytest.approx(1.5)
    for place, point in zip(places, apart, strict=True):
        assert surface.in_window(*place).x() == pytest.approx(point.x())
        assert surface.in_window(*place).y() == pytest.approx(point.y())
    fingers.release(0)
    fingers.release(1)
    assert workspace.document is before
    assert workspace.selection == set()


def test_fingers_never_zoom_beyond_what_is_of_use(canvas: Canvas, fingers: Fingers) -> None:
    fingers.press(0, QPoint(300, 300))
    fingers.press(1, QPoint(340, 300))
    fingers.move(f0=QPoint(10, 300), f1=QPoint(1100, 300))
    assert canvas.surface.view.zoom == 4.0
    fingers.release(0)
    fingers.release(1)


@pytest.mark.qt_log_ignore("This plugin does not support")  # a menu
def test_a_finger_that_stays_asks_for_the_menu(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse, fingers: Fingers
) -> None:
    before = workspace.document
    fingers.press(0, mouse.at(0, 0))
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert any(action.text().startswith("Renommer") for action in menu.actions())
    menu.close()
    fingers.move(f0=mouse.at(90, 90))
    fingers.release(0)
    assert workspace.document is before


def test_fingers_on_a_line_over_the_map_are_not_the_map_s(
    workspace: Workspace, canvas: Canvas, mouse: Mouse, fingers: Fingers
) -> None:
    mouse.double(0, 0)
    line = canvas.surface.findChild(QLineEdit)
    assert line is not None
    fingers.press(0, line.geometry().center())
    fingers.release(0)
    assert line.isVisible()
    assert line.hasFocus()


def test_esc_frees_a_finger(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse, fingers: Fingers
) -> None:
    before = workspace.document
    fingers.press(0, mouse.at(0, 0))
    fingers.move(f0=mouse.at(60, 60))
    qtbot.keyClick(canvas.surface, Qt.Key.Key_Escape)
    fingers.release(0)
    assert workspace.document is before


@pytest.fixture
def zones(workspace: Workspace, canvas: Canvas) -> Adjusting:
    """One zone, adjusted."""
    workspace.do(gestures.add_zone(Zone("food", "Alimentation", -100.0, -100.0, 300.0, 200.0, rank=1)))
    workspace.do(gestures.choose_background(BackgroundKind.ZONES))
    return Adjusting(canvas.surface)


def test_one_finger_moves_a_zone_and_two_push_and_pinch_the_map_below(
    workspace: Workspace, canvas: Canvas, mouse: Mouse, screen: QPointingDevice, zones: Adjusting
) -> None:
    fingers, surface = Fingers(canvas, screen, zones), canvas.surface
    fingers.press(0, mouse.at(50, 0))
    fingers.move(f0=mouse.at(70, 0))
    fingers.move(f0=mouse.at(110, 20))
    fingers.release(0)
    food = workspace.document.zones["food"]
    assert (food.x, food.y) == (-40, -80)
    before, zoom = workspace.document, surface.view.zoom
    here, there = mouse.at(0, 0), mouse.at(100, 0)
    fingers.press(0, here)
    fingers.move(f0=here + QPoint(20, 0))
    assert zones.carried is not None
    fingers.press(1, there)
    assert zones.carried is None
    fingers.move(f0=here - QPoint(50, 0), f1=there + QPoint(50, 0))
    fingers.move(f0=here - QPoint(80, 0), f1=there + QPoint(80, 0))
    fingers.release(0)
    fingers.release(1)
    assert surface.view.zoom > zoom * 1.5
    assert workspace.document is before


@pytest.mark.qt_log_ignore(*SAYS, extend=True)
def test_a_finger_that_stays_on_a_zone_asks_for_its_menu(
    qtbot: QtBot, canvas: Canvas, mouse: Mouse, screen: QPointingDevice, zones: Adjusting
) -> None:
    fingers = Fingers(canvas, screen, zones)
    fingers.press(0, mouse.at(50, 0))
    qtbot.waitUntil(lambda: any(menu.isVisible() for menu in zones.findChildren(QMenu)))
    (menu,) = [one for one in zones.findChildren(QMenu) if one.isVisible()]
    assert any("Renommer" in action.text() for action in menu.actions())
    fingers.release(0)
    menu.close()
