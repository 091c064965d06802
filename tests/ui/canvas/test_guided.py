"""Cards that line up with those around them, and the edge that brings what is beyond into sight."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.drawing.shapes import Box
from facilitator.model import gestures
from facilitator.model.document import Actor
from facilitator.ui import looking
from facilitator.ui.canvas.view import View
from facilitator.ui.canvas.widget import Canvas
from facilitator.ui.workspace import Workspace
from tests.ui.canvas.conftest import Mouse, name_line, type_in

ALT = Qt.KeyboardModifier.AltModifier


def test_a_card_is_put_down_where_it_lined_up(workspace: Workspace, canvas: Canvas, mouse: Mouse) -> None:
    mouse.press(mouse.at(0, 0))
    mouse.move(mouse.at(90, 150))
    plain = canvas.surface.grab().toImage()
    mouse.move(mouse.at(90, 205))
    shown = canvas.surface.place_of("town")
    assert shown == (90, 200), "its middle on the middle of the other card"
    lined = canvas.surface.grab().toImage()
    between = mouse.at(240, 200)
    assert lined.pixelColor(between) != plain.pixelColor(between), "a guide joins both"
    mouse.release(mouse.at(90, 205))
    town = workspace.document.actors["town"]
    assert (town.x, town.y) == shown


class Painted(QObject):
    """What was painted again of a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region = self.region.united(event.region())
        return False

    def since(self) -> QRegion:
        QApplication.processEvents()
        region, self.region = self.region, QRegion()
        return region


def test_a_guide_comes_and_goes_beside_the_cards(workspace: Workspace, canvas: Canvas, mouse: Mouse) -> None:
    workspace.do(gestures.delete_links(["funds"]))
    workspace.do(gestures.place_actors({"radio": (700.0, 300.0), "town": (-200.0, 0.0)}))
    workspace.select([])
    between = mouse.at(300, 300)
    painted = Painted(canvas.surface)
    mouse.press(mouse.at(-200, 0))
    mouse.move(mouse.at(-200, 250))
    painted.since()
    mouse.move(mouse.at(-200, 297))
    assert painted.since().contains(between)
    mouse.move(mouse.at(-200, 250))
    assert painted.since().contains(between)
    mouse.move(mouse.at(-200, 297))
    painted.since()
    mouse.release(mouse.at(-200, 297))
    assert painted.since().contains(between)
    assert workspace.document.actors["town"].y == 300


def test_alt_leaves_a_card_where_the_hand_has_it(qtbot: QtBot, workspace: Workspace, canvas: Canvas) -> None:
    surface = canvas.surface
    start, end = surface.in_window(0, 0).toPoint(), surface.in_window(200, 205).toPoint()
    qtbot.mousePress(surface, Qt.MouseButton.LeftButton, pos=start)
    surface.hand_moves(surface.hand(QPointF(end), free=True))
    qtbot.mouseRelease(surface, Qt.MouseButton.LeftButton, ALT, pos=end)
    town = workspace.document.actors["town"]
    assert (town.x, town.y) == (200, 205)


@pytest.mark.parametrize("zoom", [0.5, 2.0])
def test_a_card_lines_up_within_six_pixels_whatever_the_zoom(
    workspace: Workspace, canvas: Canvas, mouse: Mouse, zoom: float
) -> None:
    canvas.surface.set_view(View(200.0, 100.0, zoom))
    mouse.press(mouse.at(0, 0))
    mouse.move(mouse.at(200, 200) + QPoint(0, 5))
    assert canvas.surface.place_of("town")[1] == 200
    mouse.move(mouse.at(200, 200) + QPoint(0, 9))
    assert canvas.surface.place_of("town")[1] != 200
    canvas.surface.cancel()
    mouse.release(mouse.at(200, 200))
    assert workspace.document.actors["town"].y == 0


def test_arrows_do_not_line_up(qtbot: QtBot, workspace: Workspace, canvas: Canvas) -> None:
    workspace.do(gestures.place_actors({"town": (0.0, 195.0)}))
    workspace.select([("actors", "town")])
    qtbot.keyClick(canvas.surface, Qt.Key.Key_Down)
    assert workspace.document.actors["town"].y == 203


def test_several_cards_line_up_by_their_outline(workspace: Workspace, canvas: Canvas, mouse: Mouse) -> None:
    workspace.do(gestures.place_actors({"radio": (0.0, 400.0), "town": (0.0, 0.0), "grocer": (60.0, 150.0)}))
    workspace.select([("actors", "town"), ("actors", "grocer")])
    cards = canvas.surface.picture.cards
    top = min(cards[id_].box.y for id_ in ("town", "grocer"))
    mouse.press(mouse.at(0, 0))
    mouse.move(mouse.at(400, 100))
    mouse.move(mouse.at(400, cards["radio"].box.y - top + 4))
    mouse.release(mouse.at(400, cards["radio"].box.y - top + 4))
    cards = canvas.surface.picture.cards
    assert min(cards[id_].box.y for id_ in ("town", "grocer")) == pytest.approx(cards["radio"].box.y)
    assert cards["grocer"].x - cards["town"].x == pytest.approx(60)


def test_a_card_from_the_tray_lines_up_too(workspace: Workspace, canvas: Canvas, mouse: Mouse) -> None:
    (chip,) = canvas.tray.chips
    mouse.pull(chip, mouse.at(0, 196))
    assert (workspace.document.actors["radio"].x, workspace.document.actors["radio"].y) == (0, 200)


def test_a_card_held_at_the_edge_pushes_the_map(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    surface = canvas.surface
    begun = surface.view.x
    beyond = QPoint(surface.width() + 40, mouse.at(0, 0).y())
    mouse.press(mouse.at(0, 0))
    mouse.move(mouse.at(60, 0))
    mouse.move(beyond)
    qtbot.waitUntil(lambda: surface.view.x > begun + 40)
    shown = surface.place_of("town")
    assert surface.in_window(*shown).x() == pytest.approx(surface.width(), abs=7), (
        "the card stays under the hand"
    )
    mouse.release(beyond)
    held = surface.view.x
    town = workspace.document.actors["town"]
    assert town.x == pytest.approx(shown[0], abs=7)
    qtbot.wait(100)
    assert surface.view.x == held


def test_the_edge_pushes_a_hand_that_carries_and_no_other(canvas: Canvas, mouse: Mouse) -> None:
    view = canvas.surface.view
    mouse.press(mouse.at(0, 0))
    mouse.move(QPoint(canvas.surface.width() + 40, 300))
    canvas.surface.cancel()
    mouse.release(mouse.at(0, 0))
    mouse.move(QPoint(2, 300))
    assert canvas.surface.view == view
    assert not canvas.surface._edge.pushing


def seen_of(box: Box, over: Box) -> float:
    """How much of a card is seen beside the one above it."""
    across = max(over.x - box.x, box.right - over.right)
    return max(across, over.y - box.y, box.bottom - over.bottom)


@pytest.mark.parametrize("way", ["chip", "chips", "card", "new"])
def test_what_is_let_go_of_over_a_card_does_not_hide_it(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse, way: str
) -> None:
    workspace.do(gestures.add_actor(Actor("club", "Club des aînés", "association")))
    near, known = mouse.at(400, 200) + QPoint(3, -4), set(workspace.document.actors)
    if way == "card":
        mouse.drag(mouse.at(0, 0), mouse.at(100, 100), near)
    elif way == "new":
        mouse.pull(canvas.palette_.chips[0], near)
        type_in(name_line(canvas), "Préfecture")
        qtbot.keyClick(name_line(canvas), Qt.Key.Key_Return)
    else:
        workspace.select([("actors", "radio"), ("actors", "club")] if way == "chips" else [])
        mouse.pull(canvas.tray.chips[0], near)
    cards = canvas.surface.picture.cards
    put = {"card": ["town"], "chip": ["radio"], "chips": ["radio", "club"]}.get(way) or [
        id_ for id_ in cards if id_ not in known
    ]
    for id_ in put:
        for other in cards.keys() - {id_}:
            assert seen_of(cards[other].box, cards[id_].box) >= 20
            assert seen_of(cards[id_].box, cards[other].box) >= 20
    assert abs(cards[put[0]].x - 400) < 40, "where the hand let go of it, or beside"
    assert abs(cards[put[0]].y - 200) < 40


@pytest.mark.parametrize("way", ["chip", "card"])
def test_what_is_let_go_of_over_a_hidden_card_does_not_hide_it(
    workspace: Workspace, canvas: Canvas, mouse: Mouse, way: str
) -> None:
    looking.hide_rest(workspace, hides=True)
    looking.turn(workspace, "categories", "authority")
    assert "grocer" in workspace.seen.hidden
    near = mouse.at(400, 200)
    if way == "card":
        mouse.drag(mouse.at(0, 0), mouse.at(100, 100), near)
    else:
        mouse.pull(canvas.tray.chips[0], near)
    looking.show_all(workspace)
    cards = canvas.surface.picture.cards
    put = cards["town" if way == "card" else "radio"].box
    assert seen_of(cards["grocer"].box, put) >= 20
    assert seen_of(put, cards["grocer"].box) >= 20


def test_a_card_over_another_goes_exactly_where_the_hand_takes_it_with_alt(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    mouse.press(mouse.at(0, 0))
    mouse.move(mouse.at(100, 100))
    qtbot.mouseMove(canvas.surface, mouse.at(396, 200))
    event = QMouseEvent(
        QEvent.Type.MouseButtonRelease,
        QPointF(mouse.at(396, 200)),
        QPointF(canvas.surface.mapToGlobal(mouse.at(396, 200))),
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.NoButton,
        ALT,
    )
    QApplication.sendEvent(canvas.surface, event)
    assert (workspace.document.actors["town"].x, workspace.document.actors["town"].y) == (396, 200)
