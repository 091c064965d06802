"""The guided listing: one type after the other, so that nobody is forgotten; and the grid that asks of the others."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from facilitator.drawing.theme import theme
from facilitator.model import gestures
from facilitator.model.document import Category, ordered
from facilitator.ui import look
from facilitator.ui.app import App
from facilitator.ui.listing.grid import Grid
from facilitator.ui.panels.moments.actors import ActorsMoment
from facilitator.ui.panels.moments.cards import CardsMoment
from facilitator.ui.window import Window
from tests.ui.hands import CTRL, SHIFT, at_hand, go, press, strike, write
from tests.ui.seen import in_sight, laid_out
from tests.ui.test_window import unfolded
from tests.ui.texts import plain


@pytest.fixture
def window(app: App, session: Path, qtbot: QtBot) -> Window:
    window = unfolded(app, session, qtbot)
    at_hand(window, qtbot)
    return window


ALT = Qt.KeyboardModifier.AltModifier


def listing(window: Window) -> ActorsMoment:
    go(window.workspace, "actors")
    moment = window.inspector.step.moment
    assert isinstance(moment, ActorsMoment)
    moment.line.setFocus()
    return moment


def grid(window: Window) -> Grid:
    strike(window, Qt.Key.Key_L, CTRL, SHIFT)
    assert window.centre.grid is not None
    assert window.centre.gridded
    return window.centre.grid


def test_thirty_actors_are_named_without_leaving_the_keyboard(window: Window) -> None:
    moment = listing(window)
    kinds = [category.id for category in ordered(window.workspace.document.categories)]
    assert moment.category == kinds[0]
    names = iter(range(1, 31))
    for n, _kind in enumerate(kinds):
        for _each in range(4 if n < 6 else 3):
            write(f"Acteur numéro {next(names)}")
            press(Qt.Key.Key_Return)
        assert moment.line.text() == ""
        press(Qt.Key.Key_Return)
    added = [actor for actor in ordered(window.workspace.document.actors) if actor.name.startswith("Acteur")]
    assert len(added) == 30
    counts = [sum(actor.category == kind for actor in added) for kind in kinds]
    assert counts == [4, 4, 4, 4, 4, 4, 3, 3]
    assert moment.category == kinds[0], "past the last type, the first one again"
    assert moment.line.hasFocus()
    window.workspace.undo()
    assert len(window.workspace.document.actors) == 32


def test_each_type_has_its_question(window: Window) -> None:
    moment = listing(window)
    asked = set()
    for _each in window.workspace.document.categories:
        asked.add(moment.question.text())
        press(Qt.Key.Key_Down)
    assert len(asked) == 8
    press(Qt.Key.Key_Up)
    assert moment.category == "other"
    window.workspace.do(gestures.add_category(Category("media", name="Médias")))
    moment.chip("media").click()
    assert "Médias" in moment.question.text()
    assert moment.line.hasFocus()


def test_a_name_already_there_is_told_as_it_is_typed(window: Window) -> None:
    moment = listing(window)
    write("Radio val d’œuvre")
    (told,) = [
        label
        for label in moment.findChildren(QLabel)
        if "Radio Val d’Œuvre" in label.text() and label.isVisible()
    ]
    press(Qt.Key.Key_Return)
    assert len(window.workspace.document.actors) == 3
    assert "Entrée" in told.text()
    press(Qt.Key.Key_End)
    write("s")
    press(Qt.Key.Key_Return)
    assert len(window.workspace.document.actors) == 3, "another name is another question"
    press(Qt.Key.Key_Return)
    assert len(window.workspace.document.actors) == 4
    assert not told.isVisible()


def test_an_empty_cell_is_a_question_and_takes_an_actor(window: Window) -> None:
    workspace = window.workspace
    workspace.do(gestures.edit_actor("town", domain="Logistique"))
    held = grid(window)
    assert held.table.hasFocus()
    for _each in range(3):
        press(Qt.Key.Key_Right)
    assert plain(held.question.text()) == "Aucune entreprise dans « Logistique » : qui pourrait venir ?"
    write("L")
    assert held.line.hasFocus()
    write("es Halles")
    press(Qt.Key.Key_Return)
    added = ordered(workspace.document.actors)[-1]
    assert (added.name, added.category, added.domain) == ("Les Halles", "company", "Logistique")
    assert held.line.hasFocus(), "ready for the next one"
    press(Qt.Key.Key_Escape)
    assert held.table.hasFocus()
    press(Qt.Key.Key_Return)
    assert workspace.selection == {("actors", added.id)}


def test_a_click_enters_a_cell_or_selects_who_is_in_it(window: Window) -> None:
    workspace = window.workspace
    held = grid(window)
    QApplication.processEvents()
    there = held.cells.index(0, 1)
    QTest.mouseClick(
        held.table.viewport(), Qt.MouseButton.LeftButton, pos=held.table.visualRect(there).center()
    )
    assert workspace.selection == {("actors", "town")}
    empty = held.cells.index(0, 0)
    QTest.mouseClick(
        held.table.viewport(), Qt.MouseButton.LeftButton, pos=held.table.visualRect(empty).center()
    )
    assert held.line.hasFocus()


def test_a_field_nobody_is_in_can_be_asked_for(window: Window) -> None:
    held = grid(window)
    assert held.cells.rowCount() == 1
    held.field.setFocus()
    write("Éducation")
    press(Qt.Key.Key_Return)
    assert held.cells.rowCount() == 2
    assert held.table.currentIndex().row() == 0
    assert "8 cases" in plain(held.count.text())
    held.field.setFocus()
    write("éducation")
    press(Qt.Key.Key_Return)
    assert held.cells.rowCount() == 2, "the same field under another spelling"
    window.workspace.do(gestures.edit_actor("town", domain="Agriculture"))
    held.field.setFocus()
    write("AGRICULTURE")
    press(Qt.Key.Key_Return)
    assert held.cells.held.fields == ("Éducation", "Agriculture", "")
    assert held.table.currentIndex().row() == 1, "where it is, whatever the spelling"


def test_the_cells_are_read_aloud(window: Window) -> None:
    window.workspace.do(gestures.edit_actor("town", domain="Logistique"))
    held = grid(window)
    table = QAccessible.queryAccessibleInterface(held.table)
    told = [plain(table.child(n).text(QAccessible.Text.Name)) for n in range(table.childCount())]
    assert any("Ville de Rivemont" in text and "Logistique" in text for text in told)
    assert "Aucune entreprise dans « Logistique » : qui pourrait venir ?" in told
    assert "Entreprise" in told, "headings too"


def test_the_grid_and_the_lists_take_turns(window: Window) -> None:
    held = grid(window)
    strike(window, Qt.Key.Key_L, CTRL)
    assert window.centre.listed
    assert not window.centre.gridded
    strike(window, Qt.Key.Key_L, CTRL, SHIFT)
    assert held.isVisible()
    assert not window.centre.listed
    held.close_button.click()
    assert not window.centre.gridded
    assert QApplication.focusWidget() is window.canvas.surface


def test_the_grid_leaves_its_room_to_the_map_when_the_step_is_over(window: Window) -> None:
    grid(window)
    window.ask("close_step")
    assert not window.centre.gridded
    assert QApplication.focusWidget() is window.canvas.surface


def test_a_step_that_is_over_selects_nobody(window: Window) -> None:
    listing(window)
    write("La Passerelle")
    press(Qt.Key.Key_Return)
    strike(window, Qt.Key.Key_Return, CTRL)
    assert not window.workspace.selection
    assert window.inspector.currentWidget() is window.inspector.step
    at = QApplication.focusWidget()
    assert at is not None
    assert window.inspector.step.isAncestorOf(at)
    assert at.isVisible()


def test_the_grid_speaks_the_language_of_the_moment(window: Window) -> None:
    window.workspace.do(gestures.edit_actor("town", domain="Logistique"))
    held = grid(window)
    window.workspace.speak("en")
    try:
        assert held.question.text() == "No State service in “Logistique”: who could come?"
        assert held.table.accessibleName() == "Who is in which field?"
    finally:
        window.workspace.speak("fr")


def test_cards_are_turned_by_keys_even_from_the_map(window: Window) -> None:
    workspace = window.workspace
    go(workspace, "cards")
    moment = window.inspector.step.moment
    assert isinstance(moment, CardsMoment)
    workspace.select([("actors", "grocer")])
    window.canvas.surface.setFocus()
    strike(window, Qt.Key.Key_PageDown, ALT)
    assert workspace.selection == frozenset()
    assert moment.actor is not None
    assert moment.actor.id == "radio"
    assert moment.line.line.hasFocus()
    write("- un local")
    strike(window, Qt.Key.Key_PageUp, ALT)
    assert moment.actor.id == "grocer"
    assert [row.actor for row in workspace.document.contributions.values()] == ["radio"]


def test_what_changed_while_it_was_closed_is_there_when_it_opens_again(window: Window) -> None:
    held = grid(window)
    strike(window, Qt.Key.Key_L, CTRL, SHIFT)
    assert not held.isVisible()
    window.workspace.do(gestures.edit_actor("radio", domain="Médias"))
    window.workspace.do(gestures.edit_actor("town", name="Commune de Rivemont"))
    strike(window, Qt.Key.Key_L, CTRL, SHIFT)
    assert held.cells.held.fields == ("Médias", "")
    assert "Commune de Rivemont" in held.cells.data(held.cells.index(1, 1))
    window.workspace.do(gestures.place_actors({"town": (900.0, 40.0)}))
    assert held.cells.actors(held.cells.index(1, 1))[0].x == 900.0


def test_opened_in_large_letters_it_is_straight_in_small_ones(app: App, window: Window) -> None:
    app.enlarge(2.0)
    window.ask("grid")
    laid_out()
    app.enlarge(1.0)
    laid_out()
    grid = window.centre.grid
    assert grid is not None
    assert grid.count.height() == grid.title.height() == grid.field.height() < 40


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_names_of_types_are_whole(app: App, window: Window, language: str, scale: float) -> None:
    window.workspace.speak(language)
    app.enlarge(scale)
    window.ask("grid")
    laid_out()
    grid = window.centre.grid
    assert grid is not None
    head = grid.table.horizontalHeader()
    for n in range(head.count()):
        assert head.sectionSize(n) >= head.sectionSizeFromContents(n).width()
    app.enlarge(1.0)


def test_in_a_low_window_what_is_around_the_cells_is_whole(app: App, window: Window) -> None:
    app.enlarge(2.0)
    for side in filter(window.unfolded, ("rail", "inspector")):
        window.fold(side)
    window.resize(900, 480)
    laid_out()
    cells = grid(window)
    laid_out()
    shown = [part for part in (cells.title, cells.field, cells.count, cells.question) if part.isVisible()]
    assert {cells.title, cells.field, cells.question} <= set(shown)
    for part in (*shown, cells.line):
        assert in_sight(part, cells), part
    app.enlarge(1.0)
    laid_out()
    assert cells.count.isVisible()


@pytest.mark.parametrize("key", ["screen", "screen_dark"])
def test_its_corner_is_of_the_paper_beside_it(qapp: QApplication, window: Window, key: str) -> None:
    table = grid(window).table
    look.dress(qapp, key=key)
    laid_out()
    seen = table.grab().toImage()
    corner = {
        seen.pixelColor(x, y).name()
        for x in range(4, table.verticalHeader().width() - 4)
        for y in range(4, table.horizontalHeader().height() - 4)
    }
    assert corner == {theme(key).paper.lower()}
    look.dress(qapp)
