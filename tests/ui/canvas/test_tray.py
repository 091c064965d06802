"""Actors that wait below the map."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.model import gestures
from facilitator.model.document import Actor
from facilitator.ui.canvas.tray import ActorChip
from facilitator.ui.canvas.widget import Canvas
from facilitator.ui.workspace import Workspace
from tests.ui.canvas.conftest import Mouse


def chip_of(canvas: Canvas, actor: str) -> ActorChip:
    return next(chip for chip in canvas.tray.chips if chip.actor == actor)


def test_those_who_wait_are_shown_in_order(workspace: Workspace, canvas: Canvas) -> None:
    workspace.do(gestures.add_actor(Actor("club", "Club des aînés", "association")))
    assert [chip.text().strip() for chip in canvas.tray.chips] == ["Radio Val d’Œuvre", "Club des aînés"]
    workspace.do(gestures.delete_actors(["club", "radio"]))
    assert canvas.tray.isHidden()


def test_a_chip_goes_where_it_is_dropped(workspace: Workspace, canvas: Canvas, mouse: Mouse) -> None:
    mouse.pull(chip_of(canvas, "radio"), mouse.at(-150, 250))
    radio = workspace.document.actors["radio"]
    assert (radio.x, radio.y) == (-150, 250)
    assert workspace.selection == {("actors", "radio")}
    assert not canvas.tray.chips


def test_selected_chips_go_together_without_covering_one_another(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    workspace.do(gestures.add_actor(Actor("club", "Club des aînés", "association")))
    before = workspace.document
    qtbot.mouseClick(chip_of(canvas, "radio"), Qt.MouseButton.LeftButton)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.mouseClick(chip_of(canvas, "club"), Qt.MouseButton.LeftButton, control)
    mouse.pull(chip_of(canvas, "club"), mouse.at(100, 300))
    cards = canvas.surface.picture.cards
    assert (cards["club"].x, cards["club"].y) == (100, 300)
    boxes = [held.box for held in cards.values()]
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])
    assert workspace.undo()
    assert workspace.document == before


def test_a_double_click_or_enter_places_in_the_middle(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas
) -> None:
    qtbot.mouseDClick(chip_of(canvas, "radio"), Qt.MouseButton.LeftButton)
    radio = workspace.document.actors["radio"]
    assert (radio.x, radio.y) == (200, 100)
    workspace.undo()
    qtbot.keyClick(chip_of(canvas, "radio"), Qt.Key.Key_Return)
    assert workspace.document.actors["radio"].placed


def test_the_map_has_the_keys_of_a_chip_that_goes(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    chip = chip_of(canvas, "radio")
    chip.setFocus(Qt.FocusReason.MouseFocusReason)
    mouse.pull(chip, mouse.at(-150, 250))
    assert canvas.surface.hasFocus()
    qtbot.keyClick(canvas.surface, Qt.Key.Key_Right)
    assert workspace.document.actors["radio"].x == -142
