"""The line where a card is named: over its card, in sight, whatever changes around."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from facilitator.drawing.shapes import Box, Text
from facilitator.model import gestures
from facilitator.ui import look
from facilitator.ui.canvas import marks
from facilitator.ui.canvas.naming import NameLine
from facilitator.ui.canvas.view import View
from facilitator.ui.canvas.widget import Canvas
from facilitator.ui.window import Window
from facilitator.ui.workspace import Workspace
from tests.ui.canvas.conftest import Mouse
from tests.ui.hands import SHIFT, enter, inside, press, write
from tests.ui.menu_bar import SAYS, opened_and_left
from tests.ui.seen import in_sight, laid_out


def renamed(qtbot: QtBot, canvas: Canvas, actor: str) -> QLineEdit:
    """The line that renames a card."""
    canvas.surface.choose([("actors", actor)])
    qtbot.keyClick(canvas.surface, Qt.Key.Key_F2)
    return inside(canvas.surface, NameLine)


def test_it_goes_with_its_card_as_letters_and_the_window_change(
    qapp: QApplication, qtbot: QtBot, workspace: Workspace, canvas: Canvas
) -> None:
    canvas.surface.set_view(View(400.0, -60.0, 1.0))  # the grocer is near the foot of the map
    line = renamed(qtbot, canvas, "grocer")
    write("Le café")
    canvas.resize(1200, 420)
    laid_out()
    look.dress(qapp, scale=2.0)
    laid_out()
    assert in_sight(line, canvas.surface)
    assert line.hasFocus()
    look.dress(qapp)
    canvas.resize(1200, 760)
    laid_out()
    assert in_sight(line, canvas.surface)
    middle = canvas.surface.card_rectangle("grocer").center().toPoint()
    assert line.geometry().contains(middle)
    enter()
    assert workspace.document.actors["grocer"].name == "Le café"


@pytest.mark.parametrize("zoom", [1.0, 1.25])
def test_it_covers_the_whole_of_a_name_of_several_lines(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, zoom: float
) -> None:
    long = "Direction départementale de l’emploi, du travail, des solidarités et de la protection des populations"
    workspace.do(gestures.edit_actor("grocer", name=long))
    canvas.surface.set_view(View(400.0, 200.0, zoom))
    line = renamed(qtbot, canvas, "grocer")
    card = canvas.surface.card_rectangle("grocer").toRect()
    assert line.geometry().adjusted(-1, -1, 1, 1).contains(card)
    assert line.text() == long


def test_no_handle_is_over_a_card_that_is_named(qtbot: QtBot, canvas: Canvas, mouse: Mouse) -> None:
    surface = canvas.surface
    surface.choose([("actors", "grocer")])
    handle = mouse.handle("grocer", 3)
    accent = surface.picture.theme.accent.lower()

    def handles() -> bool:
        edge = handle - QPoint(round(marks.HANDLE) // 2, round(marks.HANDLE) // 2)
        return surface.grab().toImage().pixelColor(edge).name() == accent

    assert handles()
    chip = next(one for one in canvas.palette_.chips if one.category == "company")
    mouse.pull(chip, handle - QPoint(0, 150))
    line = inside(surface, NameLine)
    assert not handles()
    mouse.move(handle)
    assert surface.cursor().shape() != Qt.CursorShape.CrossCursor
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert handles()


@pytest.mark.parametrize("zoom", [0.8, 1.0, 1.25])
def test_a_short_name_is_one_line_of_its_card_which_covers_the_old_one(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, zoom: float
) -> None:
    workspace.do(gestures.edit_actor("grocer", name="L’Étal"))
    canvas.surface.set_view(View(400.0, 200.0, zoom))
    line = renamed(qtbot, canvas, "grocer")
    assert line.height() <= line.sizeHint().height() + 2
    held = canvas.surface.picture.cards["grocer"]
    (name,) = [one for one in held.card.picture.shapes if isinstance(one, Text) and one.bold]
    letters = Box(held.x + name.x, held.y + name.y - name.size * 0.8, 40.0, name.size)
    assert line.geometry().contains(canvas.surface.rectangle(letters).toAlignedRect())


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.NoModifier, SHIFT])
@pytest.mark.parametrize("actor", ["grocer", "radio"])
def test_tab_takes_the_name_and_the_keyboard_is_back_on_the_map(
    window: Window, actor: str, held: Qt.KeyboardModifier
) -> None:
    window.canvas.surface.choose([("actors", actor)])
    press(Qt.Key.Key_F2)
    write("Le café")
    press(Qt.Key.Key_Backtab if held else Qt.Key.Key_Tab, held)
    assert window.canvas.surface.hasFocus()
    assert window.workspace.document.actors[actor].name == "Le café"
    assert window.workspace.selection == {("actors", actor)}


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.NoModifier, SHIFT])
def test_tab_leaves_the_line_of_a_link_for_the_map(window: Window, held: Qt.KeyboardModifier) -> None:
    before = window.workspace.document
    window.canvas.surface.choose([("actors", "town")])
    press(Qt.Key.Key_L)
    write("Radio")
    press(Qt.Key.Key_Backtab if held else Qt.Key.Key_Tab, held)
    assert window.canvas.surface.hasFocus()
    assert window.workspace.document is before
    press(Qt.Key.Key_F2)
    assert inside(window.canvas.surface, NameLine).text() == "Ville de Rivemont"
    press(Qt.Key.Key_Escape)


@pytest.mark.qt_log_ignore(*SAYS, extend=True)
def test_a_menu_opened_by_alt_gives_the_keyboard_back_to_the_name(window: Window, qtbot: QtBot) -> None:
    window.canvas.surface.choose([("actors", "grocer")])
    press(Qt.Key.Key_F2)
    write("Le ca")
    line = inside(window.canvas.surface, NameLine)
    opened_and_left(window, qtbot)
    assert line.hasFocus()
    write("fé")
    enter()
    assert window.workspace.document.actors["grocer"].name == "Le café"
    assert window.canvas.surface.hasFocus()


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("elsewhere", ["map", "field"])
def test_a_name_is_taken_once_the_keyboard_goes_elsewhere_from_the_menu_bar(
    window: Window, qtbot: QtBot, elsewhere: str
) -> None:
    """Alt alone gives it to the bar, and a click takes it from there: the line heard nothing of that."""
    surface = window.canvas.surface
    window.workspace.select([("actors", "town")])
    window.ask("rename")
    line = inside(window, NameLine)
    line.selectAll()
    write("Zed", line)
    QTest.keyPress(line, Qt.Key.Key_Alt, Qt.KeyboardModifier.AltModifier)
    QTest.keyRelease(line, Qt.Key.Key_Alt)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.menuBar())
    assert line.isVisible(), "the menu bar gives it back"
    there = surface if elsewhere == "map" else window.top.minutes
    there.setFocus()
    assert not line.isVisible()
    assert window.workspace.document.actors["town"].name == "Zed"
    assert not surface.is_naming


def test_the_line_goes_with_its_card_as_one_looks_elsewhere(canvas: Canvas, workspace: Workspace) -> None:
    workspace.select([("actors", "town")])
    canvas.rename()
    line = inside(canvas, NameLine)
    before = line.geometry().center()
    canvas.surface.set_view(canvas.surface.view.panned(120, 60))
    laid_out()
    assert line.geometry().center() == before + QPoint(120, 60)
    canvas.surface.zoom(1.3)
    laid_out()
    assert canvas.surface.card_rectangle("town").contains(QPointF(line.geometry().center()))
    line.abandon()
