"""The session sheet: everything said once of a session, and its participants."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator.model import gestures
from facilitator.model.document import Participant, ordered
from facilitator.model.vocabulary import Attendance
from facilitator.ui.fields import LineField
from facilitator.ui.panels.rows import More
from facilitator.ui.sheet import SessionSheet
from facilitator.ui.sheet.people import PeopleTable
from facilitator.ui.sheet.people_model import COLUMNS, pasted
from facilitator.ui.sheet.vocabulary import ColourField
from facilitator.ui.workspace import Workspace
from tests.ui.hands import CTRL, SHIFT, press, write
from tests.ui.texts import english_left

NAME, ORGANISATION, ROLE, EMAIL, ATTENDANCE, NAMED, RECEIVES = range(len(COLUMNS))


@pytest.fixture
def sheet(workspace: Workspace, qtbot: QtBot) -> SessionSheet:
    sheet = SessionSheet(workspace)
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.activateWindow()
    qtbot.waitUntil(sheet.isActiveWindow)
    return sheet


def test_it_opens_on_the_title_and_closes_with_a_button(
    sheet: SessionSheet, workspace: Workspace, qtbot: QtBot
) -> None:
    write("Bien manger")
    qtbot.mouseClick(sheet.leave, Qt.MouseButton.LeftButton)
    assert not sheet.isVisible()
    assert workspace.document.workshop.title == "Bien manger", "the title was selected, and is kept"


def test_control_tab_turns_the_pages_from_anywhere(sheet: SessionSheet, table: PeopleTable) -> None:
    assert table.hasFocus()
    press(Qt.Key.Key_Tab, CTRL)
    assert sheet.tabs.currentWidget() is sheet.vocabulary
    press(Qt.Key.Key_Backtab, CTRL | SHIFT)
    press(Qt.Key.Key_Backtab, CTRL | SHIFT)
    assert sheet.tabs.currentIndex() == 1


@pytest.fixture
def table(sheet: SessionSheet) -> PeopleTable:
    sheet.tabs.setCurrentWidget(sheet.people)
    sheet.people.table.setFocus()
    return sheet.people.table


def people(workspace: Workspace) -> list[Participant]:
    return ordered(workspace.document.participants)


def at(table: PeopleTable, row: int, column: int) -> QModelIndex:
    index = table.people.index(row, column)
    table.setCurrentIndex(index)
    return index


def type_in(table: PeopleTable, row: int, column: int, text: str, bot: QtBot) -> None:
    at(table, row, column)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    write(text, editor)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    bot.waitUntil(lambda: table.findChild(QLineEdit) is None)


class TestPages:
    def test_a_field_writes_at_once_and_the_sheet_is_not_modal(
        self, workspace: Workspace, sheet: SessionSheet
    ) -> None:
        assert not sheet.isModal()
        title = next(f for f in sheet.findChildren(LineField) if f.place.field == "title")
        title.edit().selectAll()
        title.setFocus()
        write("Nourrir l’Œuvre")
        workspace.settle()
        assert workspace.document.workshop.title == "Nourrir l’Œuvre"

    def test_closing_keeps_what_is_being_typed(self, workspace: Workspace, sheet: SessionSheet) -> None:
        title = next(f for f in sheet.findChildren(LineField) if f.place.field == "title")
        title.setFocus()
        title.edit().selectAll()
        write("Nourrir")
        press(Qt.Key.Key_Escape)
        assert sheet.isHidden()
        assert workspace.document.workshop.title == "Nourrir"

    def test_ctrl_z_outside_a_text_undoes_too(self, workspace: Workspace, sheet: SessionSheet) -> None:
        workspace.do(gestures.edit_workshop(place="Salle des fêtes"))
        sheet.tabs.tabBar().setFocus()
        press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert workspace.document.workshop.place == ""

    def test_nothing_is_left_in_english(self, workspace: Workspace, sheet: SessionSheet) -> None:
        workspace.do(gestures.add_participant(Participant("p", name="Zoé")))
        assert not english_left(sheet)

    def test_the_language_changes_live(self, workspace: Workspace, sheet: SessionSheet) -> None:
        assert sheet.windowTitle() == "Fiche de séance"
        workspace.speak("en")
        assert sheet.windowTitle() == "Session sheet"
        assert sheet.tabs.tabText(2) == "Participants"
        header = sheet.people.table.people.headerData(NAME, Qt.Orientation.Horizontal)
        assert header == "Name"


class TestPeople:
    def test_someone_is_typed_in_the_last_row(
        self, workspace: Workspace, table: PeopleTable, qtbot: QtBot
    ) -> None:
        type_in(table, 0, NAME, "Hélène Œrsted", qtbot)
        type_in(table, 1, NAME, "Zoé Ñíguez", qtbot)
        type_in(table, 0, ORGANISATION, "CCAS", qtbot)
        assert [(p.name, p.organisation) for p in people(workspace)] == [
            ("Hélène Œrsted", "CCAS"),
            ("Zoé Ñíguez", ""),
        ]
        assert table.people.rowCount() == 3

    def test_the_two_choices_are_ticked(self, workspace: Workspace, table: PeopleTable) -> None:
        workspace.do(gestures.add_participant(Participant("p", name="Zoé")))
        for column in (NAMED, RECEIVES):
            at(table, 0, column)
            QTest.keyClick(table, Qt.Key.Key_Space)
        (zoe,) = people(workspace)
        assert (zoe.named, zoe.receives) == (True, True)

    @pytest.mark.qt_log_ignore("This plugin does not support")
    def test_attendance_is_chosen(self, workspace: Workspace, table: PeopleTable) -> None:
        workspace.do(gestures.add_participant(Participant("p", name="Zoé")))
        at(table, 0, ATTENDANCE)
        QTest.keyClick(table, Qt.Key.Key_F2)
        listed = table.findChild(QComboBox)
        assert isinstance(listed, QComboBox)
        QTest.keyClick(listed, Qt.Key.Key_Down)
        table.settle()
        assert people(workspace)[0].attendance == Attendance.EXCUSED

    def test_a_spreadsheet_is_pasted_in_one_step(self, workspace: Workspace, table: PeopleTable) -> None:
        QGuiApplication.clipboard().setText(
            "Nom\tStructure\tFonction\tCourriel\tPrésence\tFigure nommément\tReçoit le compte-rendu\r\n"
            "Hélène Œrsted\tCCAS\tÉlue\th@example.org\texcusé·e\toui\tnon\r\n"
            "\r\n"
            "Zoé Ñíguez\tRadio Val\t\t\t\t\tx\r\n"
        )
        at(table, 0, NAME)
        QTest.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        helene, zoe = people(workspace)
        assert (helene.name, helene.organisation, helene.role, helene.email) == (
            "Hélène Œrsted",
            "CCAS",
            "Élue",
            "h@example.org",
        )
        assert (helene.attendance, helene.named, helene.receives) == (Attendance.EXCUSED, True, False)
        assert (zoe.attendance, zoe.named, zoe.receives) == (Attendance.PRESENT, False, True)
        workspace.undo()
        assert not people(workspace)
        assert workspace.journal.next_undo is None

    def test_names_alone_are_pasted_too(self) -> None:
        gesture = pasted("Hélène\nZoé\n")
        assert gesture is not None
        assert gesture.count == 2

    @pytest.mark.parametrize("text", ["", "\n\n", "\t\t\n", "Nom\tStructure"])
    def test_nobody_is_pasted_from_nothing(self, workspace: Workspace, table: PeopleTable, text: str) -> None:
        said: list[str] = []
        workspace.said.connect(lambda sentence, _error: said.append(sentence))
        QGuiApplication.clipboard().setText(text)
        QTest.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert not people(workspace)
        assert said

    def test_rows_are_moved_and_deleted_by_keys_and_buttons(
        self, workspace: Workspace, table: PeopleTable
    ) -> None:
        for name in "abc":
            workspace.do(gestures.add_participant(Participant(name, name=name)))
        at(table, 2, NAME)
        QTest.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        QTest.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        QTest.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        assert "".join(p.name for p in people(workspace)) == "cab"
        assert table.currentIndex().row() == 0
        table.delete_selected()
        assert "".join(p.name for p in people(workspace)) == "ab"

    def test_what_is_being_typed_in_a_cell_is_kept(self, workspace: Workspace, table: PeopleTable) -> None:
        at(table, 0, NAME)
        QTest.keyClick(table, Qt.Key.Key_F2)
        editor = table.findChild(QLineEdit)
        assert isinstance(editor, QLineEdit)
        write("Zoé", editor)
        workspace.settle()
        assert [p.name for p in people(workspace)] == ["Zoé"]


def delete_from_menu(row: QWidget) -> None:
    row.findChildren(More)[0].menu().aboutToShow.emit()
    next(action for action in row.findChildren(QAction) if action.text() == "Supprimer").trigger()


class TestTypes:
    def test_a_type_is_added_with_a_colour_and_shape_of_its_own(
        self, workspace: Workspace, sheet: SessionSheet
    ) -> None:
        sheet.tabs.setCurrentWidget(sheet.vocabulary)
        sheet.vocabulary.category_line.setFocus()
        write("Coopératives")
        press(Qt.Key.Key_Return)
        added = ordered(workspace.document.categories)[-1]
        others = [c for c in workspace.document.categories.values() if c.id != added.id]
        assert added.name == "Coopératives"
        assert added.pictogram not in {c.pictogram for c in others}

    def test_a_type_in_use_is_kindly_kept(self, workspace: Workspace, sheet: SessionSheet) -> None:
        said: list[tuple[str, bool]] = []
        workspace.said.connect(lambda sentence, error: said.append((sentence, error)))
        delete_from_menu(sheet.vocabulary.categories.row("association"))
        assert "association" in sheet.vocabulary.categories.ids
        assert said[-1] == (sheet.kept.text(), True), "the sheet may hide the status line"
        delete_from_menu(sheet.vocabulary.categories.row("state"))
        assert "state" not in sheet.vocabulary.categories.ids

    def test_the_usual_name_stands_where_none_was_given(
        self, workspace: Workspace, sheet: SessionSheet
    ) -> None:
        name = sheet.vocabulary.categories.row("state").findChildren(LineField)[0]
        assert (name.edit().text(), name.edit().placeholderText()) == ("", "État")
        workspace.speak("en")
        assert name.edit().placeholderText() == "State"

    def test_a_colour_no_one_would_see_is_refused(self, workspace: Workspace, sheet: SessionSheet) -> None:
        colour = sheet.vocabulary.categories.row("state").findChildren(ColourField)[0]
        colour.choose(QColor("#FFFFF0"))
        assert workspace.document.categories["state"].colour == "#332288"
        colour.choose(QColor("#204060"))
        assert workspace.document.categories["state"].colour == "#204060"
