"""Names typed while the room talks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from facilitator.model import gestures
from facilitator.model.document import Actor
from facilitator.model.store import file
from facilitator.model.texts import LINE
from facilitator.ui.app import App
from facilitator.ui.canvas.widget import Canvas
from facilitator.ui.window import Window
from facilitator.ui.workspace import Workspace
from tests.ui.canvas.conftest import Mouse, named, type_in
from tests.ui.hands import CTRL, at_hand, press, write
from tests.ui.seen import in_sight, laid_out, whole


def enter(qtbot: QtBot, canvas: Canvas, name: str) -> None:
    type_in(canvas.entry.name, name)
    qtbot.keyClick(canvas.entry.name, Qt.Key.Key_Return)


def test_names_line_up_in_the_tray(qtbot: QtBot, workspace: Workspace, canvas: Canvas) -> None:
    qtbot.keyClick(canvas.surface, Qt.Key.Key_A)
    assert canvas.entry.name.hasFocus()
    for name in ("Marchés de plein vent", "Club des aînés ruraux"):
        enter(qtbot, canvas, name)
    waiting = [chip.text().strip() for chip in canvas.tray.chips]
    assert waiting == ["Radio Val d’Œuvre", "Marchés de plein vent", "Club des aînés ruraux"]
    assert not named(workspace, "Club des aînés ruraux").placed
    qtbot.keyClick(canvas.entry.name, Qt.Key.Key_Escape)
    assert canvas.entry.isHidden()
    assert canvas.surface.hasFocus()


@pytest.mark.parametrize("way", ["escape", "done"])
def test_leaving_the_line_leaves_the_selection_as_it_was(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse, way: str
) -> None:
    mouse.click(0, 0)
    qtbot.keyClick(canvas.surface, Qt.Key.Key_A)
    for name in ("Marchés de plein vent", "Club des aînés ruraux"):
        enter(qtbot, canvas, name)
    if way == "escape":
        qtbot.keyClick(canvas.entry.name, Qt.Key.Key_Escape)
    else:
        (done,) = (one for one in canvas.entry.findChildren(QPushButton) if one.text() == "Terminé")
        qtbot.mouseClick(done, Qt.MouseButton.LeftButton)
    assert canvas.surface.hasFocus()
    assert workspace.selection == {("actors", "town")}
    assert not any(chip.isChecked() for chip in canvas.tray.chips)


def test_the_last_name_is_in_sight_however_many_wait(qtbot: QtBot, canvas: Canvas) -> None:
    qtbot.keyClick(canvas.surface, Qt.Key.Key_A)
    for n in range(40):
        enter(qtbot, canvas, f"Association du quartier, numéro {n}")
    last = canvas.tray.chips[-1]
    qtbot.waitUntil(lambda: last.visibleRegion().boundingRect() == last.rect())


def test_the_category_is_the_last_used_and_can_be_changed(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas
) -> None:
    canvas.surface.use_category("company")
    canvas.start_typing_actors()
    enter(qtbot, canvas, "Fourchette")
    assert named(workspace, "Fourchette").category == "company"
    assert workspace.desk.get("category") == "company"


def test_a_name_that_looks_known_is_told_and_not_refused(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas
) -> None:
    canvas.start_typing_actors()
    type_in(canvas.entry.name, "epicerie sociale l'etal")
    assert "Épicerie sociale L’Étal" in canvas.entry.hint
    before = workspace.document
    qtbot.keyClick(canvas.entry.name, Qt.Key.Key_Return)
    assert workspace.document is before
    qtbot.keyClick(canvas.entry.name, Qt.Key.Key_Return)
    assert len(workspace.document.actors) == len(before.actors) + 1


def test_the_next_name_is_typed_over_one_that_was_not_added_again(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas
) -> None:
    before = workspace.document
    canvas.start_typing_actors()
    enter(qtbot, canvas, "Ville de Rivemont")
    assert "Entrée" in canvas.entry.hint
    assert workspace.document is before
    type_in(canvas.entry.name, "Croix-Rouge")
    assert canvas.entry.name.text() == "Croix-Rouge"
    assert canvas.entry.hint == "«\xa0Ville de Rivemont\xa0» n’a pas été ajouté de nouveau."
    qtbot.keyClick(canvas.entry.name, Qt.Key.Key_Return)
    assert canvas.entry.hint == ""
    assert not named(workspace, "Croix-Rouge").placed
    assert len(workspace.document.actors) == len(before.actors) + 1


def test_a_name_that_was_not_added_again_can_be_gone_on_with(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas
) -> None:
    canvas.start_typing_actors()
    enter(qtbot, canvas, "Ville de Rivemont")
    qtbot.keyClick(canvas.entry.name, Qt.Key.Key_End)
    enter(qtbot, canvas, ", service des sports")
    assert not named(workspace, "Ville de Rivemont, service des sports").placed
    assert canvas.entry.hint == ""


def test_an_empty_name_adds_nobody(qtbot: QtBot, workspace: Workspace, canvas: Canvas) -> None:
    before = workspace.document
    canvas.start_typing_actors()
    enter(qtbot, canvas, "   ")
    assert workspace.document is before


def test_a_name_is_never_too_long_to_be_kept(qtbot: QtBot, workspace: Workspace, canvas: Canvas) -> None:
    canvas.start_typing_actors()
    enter(qtbot, canvas, "É" * 320)
    assert named(workspace, "É" * LINE).category == "association"


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("la ville de rivemont", "Ville de Rivemont"),
        ("R.V.O.", "Radio Val d’Œuvre"),
        ("rvo", "Radio Val d’Œuvre"),
    ],
)
def test_articles_and_acronyms_are_noticed_and_the_actor_shown(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, typed: str, known: str
) -> None:
    canvas.start_typing_actors()
    type_in(canvas.entry.name, typed)
    assert known in canvas.entry.hint
    qtbot.mouseClick(canvas.entry.findChild(QPushButton, "show"), Qt.MouseButton.LeftButton)
    assert [actor.name for actor in workspace.selected_actors] == [known]


def test_up_and_down_change_the_category_without_leaving_the_name(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas
) -> None:
    canvas.surface.use_category("association")
    canvas.start_typing_actors()
    type_in(canvas.entry.name, "Fourchette")
    qtbot.keyClick(canvas.entry.name, Qt.Key.Key_Down)
    qtbot.keyClick(canvas.entry.name, Qt.Key.Key_Return)
    assert named(workspace, "Fourchette").category == "company"
    qtbot.keyClick(canvas.entry.name, Qt.Key.Key_Up)
    assert canvas.surface.category == "association"


def test_several_lines_pasted_in_the_line_are_several_actors(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas
) -> None:
    canvas.start_typing_actors()
    QGuiApplication.clipboard().setText("Fourchette\nFerme du Pont\n")
    qtbot.keyClick(canvas.entry.name, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert not named(workspace, "Ferme du Pont").placed
    assert canvas.entry.name.text() == ""
    assert canvas.entry.name.hasFocus()
    QGuiApplication.clipboard().setText("Moulin\n")
    qtbot.keyClick(canvas.entry.name, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert canvas.entry.name.text().strip() == "Moulin"
    QGuiApplication.clipboard().clear()


def started(window: Window, *keys: tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
    """The line of names is open, on the map or, with these keys struck before, elsewhere."""
    window.canvas.setFocus()
    for key, held in keys:
        press(key, held)
    press(Qt.Key.Key_A)


def to_done() -> None:
    """Tab, to the button that closes the line."""
    press(Qt.Key.Key_Tab)
    done = QApplication.focusWidget()
    assert isinstance(done, QPushButton)
    assert done.text() == "Terminé"


@pytest.mark.parametrize("before", [[], [(Qt.Key.Key_L, CTRL)]])
def test_a_name_that_was_not_entered_is_kept_by_done(
    window: Window, before: list[tuple[Qt.Key, Qt.KeyboardModifier]]
) -> None:
    started(window, *before)
    write("Neuf")
    to_done()
    press(Qt.Key.Key_Space)
    assert not named(window.workspace, "Neuf").placed
    press(Qt.Key.Key_A)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.text() == ""


@pytest.mark.parametrize("before", [[], [(Qt.Key.Key_L, CTRL)]])
def test_a_name_that_was_not_entered_is_kept_when_the_session_is_left(
    window: Window, session: Path, before: list[tuple[Qt.Key, Qt.KeyboardModifier]]
) -> None:
    started(window, *before)
    write("Neuf")
    window.close()
    with file.open(session) as opened:
        assert "Neuf" in {actor.name for actor in opened.document.actors.values()}


def test_esc_alone_lets_go_of_a_name(window: Window) -> None:
    before = window.workspace.document
    started(window)
    write("Neuf")
    press(Qt.Key.Key_Escape)
    window.workspace.settle()
    assert window.workspace.document is before


def test_done_does_not_add_again_somebody_who_is_there_and_says_so(window: Window) -> None:
    said: list[str] = []
    window.workspace.said.connect(lambda sentence, _error: said.append(sentence))
    before = window.workspace.document
    started(window)
    write("la ville de rivemont")
    window.workspace.settle()
    assert window.canvas.entry.name.text() == "la ville de rivemont", "it waits for its Enter"
    to_done()
    press(Qt.Key.Key_Space)
    assert window.canvas.entry.isHidden()
    assert window.workspace.document is before
    assert said == ["«\xa0la ville de rivemont\xa0» n’a pas été ajouté de nouveau."]


def test_undo_hands_the_name_over_and_takes_it_back_whole(window: Window) -> None:
    started(window)
    write("Fourchette")
    press(Qt.Key.Key_Return)
    before = window.workspace.document
    write("Neuf")
    QTest.mouseClick(window.top.undo, Qt.MouseButton.LeftButton)
    assert window.workspace.document == before
    QTest.mouseClick(window.top.redo, Qt.MouseButton.LeftButton)
    assert not named(window.workspace, "Neuf").placed


def test_ctrl_z_in_the_line_takes_the_last_actor_back(window: Window) -> None:
    started(window)
    before = window.workspace.document
    for name in ("Fourchette", "Club des aînés"):
        write(name)
        press(Qt.Key.Key_Return)
    after = window.workspace.document
    for _n in range(2):
        press(Qt.Key.Key_Z, CTRL)
    assert window.workspace.document == before
    assert window.canvas.entry.name.text() == ""
    assert window.canvas.entry.name.hasFocus()
    for _n in range(2):
        press(Qt.Key.Key_Y, CTRL)
    assert window.workspace.document == after


def test_what_is_typed_above_the_lists_takes_nobody_s_place(window: Window) -> None:
    """Another selection hands the name over: it stays on what was chosen, for the keys that follow."""
    started(window, (Qt.Key.Key_L, CTRL))
    write("Neuf")
    window.workspace.select([("actors", "grocer")])
    assert not named(window.workspace, "Neuf").placed
    assert window.workspace.selection == {("actors", "grocer")}
    assert window.inspector.currentWidget() is window.inspector.actor


def test_who_is_there_is_looked_for_again_as_actors_come_and_go(window: Window) -> None:
    started(window)
    write("la ville de rivemont")
    window.workspace.do(gestures.delete_actors(["town"]))
    to_done()
    press(Qt.Key.Key_Space)
    assert not named(window.workspace, "la ville de rivemont").placed
    started(window)
    write("Zed")
    window.workspace.do(gestures.add_actor(Actor("zed", "Zed", "association")))
    to_done()
    press(Qt.Key.Key_Space)
    assert named(window.workspace, "Zed").id == "zed"


@pytest.fixture
def large(app: App, session: Path, qtbot: QtBot) -> Iterator[Window]:
    """The console on a small screen, both panels there, letters twice as large."""
    app.open(session)
    window = app.window
    assert window is not None
    window.showNormal()
    window.resize(1366, 768)
    at_hand(window, qtbot)
    app.enlarge(2.0)
    for side in ("rail", "inspector"):
        if not window.unfolded(side):
            window.fold(side)
    laid_out()
    window.canvas.setFocus()
    yield window
    app.enlarge(1.0)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_in_large_letters_the_name_is_read_and_nothing_is_pushed_out(large: Window, language: str) -> None:
    large.workspace.speak(language)
    laid_out()
    press(Qt.Key.Key_A)
    laid_out()
    entry = large.canvas.entry
    write("Ville de Riv")
    line = entry.name
    assert line.hasFocus()
    assert line.width() >= line.fontMetrics().horizontalAdvance(line.text())
    done = next(one for one in entry.findChildren(QPushButton) if one.objectName() != "show")
    assert in_sight(done, large)
    assert whole(done)
    assert in_sight(large.inspector, large)
    write("emont")
    laid_out()
    show = entry.findChild(QPushButton, "show")
    assert isinstance(show, QPushButton)
    assert in_sight(show, large)
    assert whole(show)
    assert in_sight(large.inspector, large)


def test_what_asks_for_room_between_the_panels_gets_it_and_gives_it_back(large: Window) -> None:
    assert large.unfolded("rail")
    press(Qt.Key.Key_L, CTRL)
    laid_out()
    assert in_sight(large.inspector, large)
    assert in_sight(large.centre, large)
    large.ask("twin")
    laid_out()
    assert large.unfolded("rail")
    assert in_sight(large.inspector, large)
