"""Categories pulled, clicked, or entered from the palette."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from facilitator.model import gestures
from facilitator.ui.canvas.palette import CategoryChip
from facilitator.ui.canvas.widget import Canvas
from facilitator.ui.window import Window
from facilitator.ui.workspace import Workspace
from tests.ui.canvas.conftest import Mouse, name_line, named, type_in
from tests.ui.hands import CTRL, strike


def chip_of(canvas: Canvas, category: str) -> CategoryChip:
    return next(chip for chip in canvas.palette_.chips if chip.category == category)


def test_a_chip_pulled_onto_the_map_is_named_there(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    before = workspace.document
    mouse.pull(chip_of(canvas, "foundation"), mouse.at(-250, 250))
    line = name_line(canvas)
    assert workspace.document is before
    type_in(line, "Fondation Terre d’Avenir")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    actor = named(workspace, "Fondation Terre d’Avenir")
    assert (actor.category, actor.x, actor.y) == ("foundation", -250, 250)
    assert canvas.surface.category == "foundation"
    assert workspace.undo()
    assert workspace.document == before


def test_a_chip_let_go_outside_the_map_does_nothing(canvas: Canvas, mouse: Mouse) -> None:
    mouse.pull(chip_of(canvas, "foundation"), QPoint(300, -30))
    assert canvas.surface.findChild(QLineEdit) is None


def test_a_click_on_a_chip_then_on_the_map(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    chip = chip_of(canvas, "company")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.isChecked()
    mouse.click(200, 300)
    assert not chip.isChecked()
    line = name_line(canvas)
    type_in(line, "Fourchette")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert named(workspace, "Fourchette").category == "company"


def test_escape_puts_the_chip_back_wherever_the_keyboard_is(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    workspace.select([("actors", "town")])
    chip = chip_of(canvas, "company")
    for holder in (chip, canvas.surface, canvas.tray.chips[0]):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
        assert chip.isChecked()
        holder.setFocus()
        qtbot.keyClick(holder, Qt.Key.Key_Escape)
        assert not chip.isChecked()
        assert workspace.selection == {("actors", "town")}, "one thing at a time"
    qtbot.keyClick(canvas.surface, Qt.Key.Key_Escape)
    assert workspace.selection == set(), "then what it gives up otherwise"
    mouse.click(200, 300)
    assert canvas.surface.findChild(QLineEdit) is None


def test_escape_puts_the_chip_back_from_the_lists_too(qtbot: QtBot, window: Window) -> None:
    strike(window, Qt.Key.Key_L, CTRL)
    assert window.centre.twin is not None
    chip = chip_of(window.canvas, "company")
    window.workspace.select([("actors", "town")])
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.isChecked()
    window.centre.twin.start()
    strike(window, Qt.Key.Key_Escape)
    assert not chip.isChecked()
    assert window.focusWidget() is window.centre.twin.page.table
    assert window.workspace.selection == {("actors", "town")}


def test_enter_on_a_chip_names_a_card_that_covers_no_other(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas
) -> None:
    workspace.do(gestures.place_actors({"town": (200.0, 100.0)}))  # in the middle of the window
    qtbot.keyClick(chip_of(canvas, "citizens"), Qt.Key.Key_Return)
    line = name_line(canvas)
    type_in(line, "Habitants")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    boxes = {id_: held.box for id_, held in canvas.surface.picture.cards.items()}
    new = boxes.pop(named(workspace, "Habitants").id)
    assert not any(new.intersects(box) for box in boxes.values())


def test_the_palette_follows_the_categories_and_the_language(workspace: Workspace, canvas: Canvas) -> None:
    workspace.do(gestures.edit_category("other", name="Médias"))
    assert chip_of(canvas, "other").text().strip() == "Médias"
    workspace.speak("en")
    assert chip_of(canvas, "company").text().strip() == "Company"
    assert "Company" in chip_of(canvas, "company").accessibleName()
