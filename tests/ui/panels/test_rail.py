"""The rail of the journey: going on, going back, changing the order, with the hand and with keys."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from facilitator.model import gestures
from facilitator.model.document import Participant, ordered
from facilitator.ui import look
from facilitator.ui.panels import StepRail
from facilitator.ui.panels.step_menu import step_menu
from facilitator.ui.window import Window
from facilitator.ui.workspace import Workspace
from tests.ui.hands import enter, press, write
from tests.ui.menu_bar import SAYS, opened_and_left
from tests.ui.seen import laid_out


@pytest.fixture
def rail(workspace: Workspace, qtbot: QtBot) -> StepRail:
    rail = StepRail(workspace)
    qtbot.addWidget(rail)
    rail.resize(250, 900)
    rail.show()
    rail.activateWindow()
    qtbot.waitUntil(rail.isActiveWindow)
    rail.steps.setFocus()
    return rail


def ids(workspace: Workspace) -> list[str]:
    return [step.id for step in ordered(workspace.document.steps)]


def middle(rail: StepRail, row: int) -> QPoint:
    return rail.steps.visualItemRect(rail.steps.item(row)).center()


def spoken(rail: StepRail, row: int) -> str:
    return str(rail.steps.item(row).data(Qt.ItemDataRole.AccessibleTextRole))


def test_a_click_shows_a_step(workspace: Workspace, rail: StepRail) -> None:
    QTest.mouseClick(rail.steps.viewport(), Qt.MouseButton.LeftButton, pos=middle(rail, 4))
    assert workspace.step_id == ids(workspace)[4]
    assert rail.question.edit().toPlainText() == "Qui travaille déjà avec qui, et comment ?"


def test_arrows_look_and_enter_goes(workspace: Workspace, rail: StepRail) -> None:
    first = workspace.step_id
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert workspace.step_id == first
    press(Qt.Key.Key_Return)
    assert workspace.step_id == ids(workspace)[2]


def test_next_and_back_pass_over_what_is_skipped(workspace: Workspace, rail: StepRail) -> None:
    order = ids(workspace)
    workspace.do(gestures.skip_step(order[1]))
    rail.next()
    assert workspace.step_id == order[2]
    rail.back()
    assert workspace.step_id == order[0]
    rail.back()
    assert workspace.step_id == order[0]


def test_skipping_goes_on_and_can_be_taken_back(workspace: Workspace, rail: StepRail) -> None:
    order = ids(workspace)
    rail.skip()
    assert workspace.document.steps[order[0]].skipped
    assert workspace.step_id == order[1]
    assert "passée" in spoken(rail, 0)
    workspace.show_step(order[0])
    rail.skip()
    assert not workspace.document.steps[order[0]].skipped
    assert workspace.step_id == order[0]


def test_alt_and_arrows_change_the_order(workspace: Workspace, rail: StepRail) -> None:
    order = ids(workspace)
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert ids(workspace)[:3] == [order[1], order[2], order[0]]
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert ids(workspace)[:3] == [order[1], order[0], order[2]]
    assert rail.steps.selected_id == order[0]


@pytest.mark.parametrize(("taken", "put"), [(1, 4), (4, 1), (0, 10), (10, 0)])
def test_a_step_is_taken_and_put_elsewhere(
    workspace: Workspace, rail: StepRail, taken: int, put: int
) -> None:
    order, view, shown = ids(workspace), rail.steps.viewport(), workspace.step_id
    edge = QPoint(0, 8 if put > taken else -8)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=middle(rail, taken))
    QTest.mouseMove(view, (middle(rail, taken) + middle(rail, put)) / 2)
    QTest.mouseMove(view, middle(rail, put) + edge)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=middle(rail, put) + edge)
    moved = order.pop(taken)
    order.insert(put, moved)
    assert ids(workspace) == order
    assert workspace.step_id == shown
    workspace.undo()
    assert ids(workspace) == sorted(order, key=lambda id_: workspace.document.steps[id_].rank)


def test_escape_leaves_the_step_where_it_was(workspace: Workspace, rail: StepRail) -> None:
    order, view = ids(workspace), rail.steps.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=middle(rail, 1))
    QTest.mouseMove(view, middle(rail, 3))
    QTest.mouseMove(view, middle(rail, 5))
    QTest.keyClick(rail.steps, Qt.Key.Key_Escape)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=middle(rail, 5))
    assert ids(workspace) == order
    assert workspace.journal.next_undo is None


def test_f2_renames_in_place(workspace: Workspace, rail: StepRail, qtbot: QtBot) -> None:
    press(Qt.Key.Key_F2)
    editor = rail.steps.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    write("Bienvenue", editor)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: workspace.document.steps[ids(workspace)[0]].title == "Bienvenue")


@pytest.mark.qt_log_ignore(*SAYS, extend=True)
def test_a_menu_opened_by_alt_gives_the_keyboard_back_to_the_title(window: Window, qtbot: QtBot) -> None:
    steps = window.rail.steps
    steps.setFocus()
    press(Qt.Key.Key_F2)
    write("Bien")
    opened_and_left(window, qtbot)
    write("venue")
    enter()
    workspace = window.workspace
    qtbot.waitUntil(lambda: workspace.document.steps[ids(workspace)[0]].title == "Bienvenue")
    assert window.focusWidget() is steps


def chosen(menu: QMenu, name: str) -> None:
    next(action for action in menu.actions() if action.text() == name).trigger()


def test_the_menu_of_a_step(workspace: Workspace, rail: StepRail) -> None:
    order = ids(workspace)
    chosen(step_menu(rail.steps, order[2]), "Passer cette étape")
    assert workspace.document.steps[order[2]].skipped
    chosen(step_menu(rail.steps, order[2]), "Reprendre cette étape")
    assert not workspace.document.steps[order[2]].skipped
    lengths = next(a.menu() for a in step_menu(rail.steps, order[2]).actions() if a.text() == "Durée")
    assert isinstance(lengths, QMenu)
    chosen(lengths, "45 minutes")
    assert workspace.document.steps[order[2]].minutes == 45
    chosen(step_menu(rail.steps, order[2]), "Supprimer cette étape")
    assert order[2] not in workspace.document.steps
    workspace.undo()
    assert order[2] in workspace.document.steps


def test_a_step_is_added_where_one_asks_and_named_at_once(
    workspace: Workspace, rail: StepRail, qtbot: QtBot
) -> None:
    order = ids(workspace)
    chosen(step_menu(rail.steps, order[2]), "Ajouter une étape après")
    added = ids(workspace)[3]
    assert added not in order
    assert workspace.step_id == added
    editor = rail.steps.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    write("Pause", editor)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: workspace.document.steps[added].title == "Pause")
    workspace.undo()
    workspace.undo()
    assert ids(workspace) == order


def test_marks_follow_what_the_room_does(workspace: Workspace, rail: StepRail) -> None:
    assert "accomplie" not in spoken(rail, 0)
    workspace.do(gestures.add_participant(Participant("zoe", name="Zoé")))
    assert "accomplie" in spoken(rail, 0)
    workspace.undo()
    assert "accomplie" not in spoken(rail, 0)


def test_notes_are_typed_beside_the_question(workspace: Workspace, rail: StepRail) -> None:
    rail.notes.select_all()
    write("Couper le micro")
    rail.next()
    first = ids(workspace)[0]
    assert workspace.document.steps[first].notes == "Couper le micro"
    assert rail.notes.edit().toPlainText() != "Couper le micro"


def test_titles_follow_the_language(workspace: Workspace, rail: StepRail, each_language: str) -> None:
    workspace.speak(each_language)
    wanted = {"fr": "Accueil et cadre", "en": "Welcome and framework"}[each_language]
    assert rail.steps.item(0).text() == wanted


@pytest.mark.parametrize("height", [597, 420])
def test_question_and_notes_stay_in_sight_on_a_small_screen(
    workspace: Workspace, rail: StepRail, qtbot: QtBot, height: int
) -> None:
    rail.resize(226, height)
    for step in ordered(workspace.document.steps):
        workspace.show_step(step.id)
        qtbot.waitUntil(lambda: rail.rect().contains(within(rail, rail.notes)))
        assert rail.rect().contains(within(rail, rail.question))
        current = rail.steps.visualItemRect(rail.steps.currentItem())
        assert rail.steps.viewport().rect().contains(current), "the current step is scrolled into sight"


def test_rows_are_close_together_only_where_there_is_little_room(rail: StepRail, qtbot: QtBot) -> None:
    rail.resize(250, 900)
    at_ease = rail.steps.height()
    rail.resize(250, 600)
    assert rail.steps.maximumHeight() < at_ease
    rail.resize(250, 900)
    qtbot.waitUntil(lambda: rail.steps.height() == at_ease)


def within(rail: StepRail, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(rail, QPoint(0, 0)), widget.size())


def test_another_step_shows_its_panel_whatever_was_selected(workspace: Workspace, rail: StepRail) -> None:
    workspace.select([("actors", "town")])
    rail.go(1)
    assert not workspace.selection
    assert workspace.step_id == ids(workspace)[1]
    workspace.select([("actors", "town")])
    QTest.mouseClick(rail.steps.viewport(), Qt.MouseButton.LeftButton, pos=middle(rail, 3))
    assert not workspace.selection


@pytest.mark.parametrize("wide", [225, 235, 245])
def test_letters_that_were_large_leave_no_scroll_bar(qapp: QApplication, rail: StepRail, wide: int) -> None:
    """A scroll bar that came with them had titles wrap, and so stayed needed."""
    steps = rail.steps

    def whole() -> bool:
        laid_out()
        last = steps.visualItemRect(steps.item(steps.count() - 1))
        return not steps.verticalScrollBar().isVisible() and steps.viewport().rect().contains(last)

    high = 690
    rail.resize(wide, high)
    while whole():  # down to where the last step has just its room
        high -= 3
        rail.resize(wide, high)
    high += 6
    rail.resize(wide, 700)
    laid_out()
    rail.resize(wide, high)
    assert whole()
    look.dress(qapp, scale=2.0)
    laid_out()
    assert not whole()
    look.dress(qapp)
    assert whole()


class TestItsLettersAreKeysOfTheMap:
    """One clicks a step, then names actors or leads the wall, without a click on the map in between."""

    @pytest.fixture
    def clicked(self, window: Window) -> str:
        steps = window.rail.steps
        spot = steps.visualItemRect(steps.item(4)).center()
        QTest.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        assert QApplication.focusWidget() is steps
        return window.workspace.step_id

    def test_names_are_typed_at_once(self, window: Window, clicked: str) -> None:
        press(Qt.Key.Key_A)
        assert window.canvas.entry.isVisible()
        write("Accueil de jour")
        press(Qt.Key.Key_Return)
        assert "Accueil de jour" in [actor.name for actor in window.workspace.document.actors.values()]
        assert window.workspace.step_id == clicked

    def test_no_letter_goes_to_another_step(self, window: Window, clicked: str) -> None:
        """Qt would go to the « Recensement » by its first letter: Enter would then leave the step at hand."""
        press(Qt.Key.Key_R)
        press(Qt.Key.Key_Return)
        assert window.rail.steps.selected_id == clicked
        assert window.workspace.step_id == clicked

    @pytest.mark.usefixtures("clicked")
    def test_what_is_selected_on_the_map_is_not_deleted_from_here(self, window: Window) -> None:
        window.workspace.select([("actors", "town")])
        window.rail.steps.setFocus()
        for key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            press(key)
            assert "town" in window.workspace.document.actors
