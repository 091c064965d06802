"""Fields: what is typed is kept without being asked, never lost, never written over by its own echo."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from facilitator import words
from facilitator.drawing.theme import contrast
from facilitator.model import gestures
from facilitator.model.document import Actor, Participant
from facilitator.model.texts import LINE
from facilitator.model.vocabulary import Agreement, Presence
from facilitator.ui import look
from facilitator.ui.fields import (
    WORKSHOP,
    CheckField,
    ChipsField,
    ChoiceField,
    DateField,
    LineField,
    NumberField,
    OddField,
    Place,
    SegmentedField,
    TextField,
)
from facilitator.ui.fields.base import Field
from facilitator.ui.fields.dates import short
from facilitator.ui.fields.days import day_of
from facilitator.ui.panels import options
from facilitator.ui.workspace import Workspace
from tests.ui.hands import press, write
from tests.ui.seen import laid_out, place

_kept: list[QWidget] = []
"""Windows of the test that runs: Qt has them, Python would take them away."""


@pytest.fixture(autouse=True)
def windows() -> Iterator[None]:
    """Takes the windows of a test away after it."""
    yield
    for window in _kept:
        window.close()
    _kept.clear()


class Sheet(QWidget):
    """Some fields in a window that has the keyboard, and a line after them to leave for."""

    def __init__(self, bot: QtBot, *fields: Field) -> None:
        super().__init__()
        _kept.append(self)
        column = QVBoxLayout(self)
        for field in fields:
            column.addWidget(field)
        self.elsewhere = QLineEdit()
        column.addWidget(self.elsewhere)
        bot.addWidget(self)
        self.resize(360, 500)
        self.show()
        self.activateWindow()
        bot.waitUntil(self.isActiveWindow)
        if fields:
            fields[0].setFocus()

    def leave(self) -> None:
        self.elsewhere.setFocus()


def undone(workspace: Workspace) -> int:
    """How many steps of undo there are."""
    count = 0
    while workspace.journal.next_undo is not None:
        workspace.undo()
        count += 1
    return count


@pytest.fixture
def domain(workspace: Workspace, qtbot: QtBot) -> LineField:
    """A line of one actor, with the keyboard."""
    field = LineField(workspace, Place("actors", "domain", ("town",)), "Field of action")
    Sheet(qtbot, field)
    return field


def town(workspace: Workspace) -> Actor:
    return workspace.document.actors["town"]


class TestTyping:
    @pytest.mark.usefixtures("domain")
    def test_a_pause_keeps_what_was_typed(self, workspace: Workspace, qtbot: QtBot) -> None:
        write("Santé")
        assert town(workspace).domain == ""
        qtbot.waitUntil(lambda: town(workspace).domain == "Santé")

    def test_leaving_keeps_it_at_once(self, workspace: Workspace, domain: LineField) -> None:
        write("Santé")
        domain.edit().clearFocus()
        assert town(workspace).domain == "Santé"

    @pytest.mark.usefixtures("domain")
    def test_enter_keeps_it_at_once(self, workspace: Workspace) -> None:
        write("Santé")
        press(Qt.Key.Key_Return)
        assert town(workspace).domain == "Santé"

    def test_the_space_being_typed_is_not_eaten_by_the_echo(
        self, workspace: Workspace, domain: LineField
    ) -> None:
        write("Santé ")
        workspace.settle()
        assert town(workspace).domain == "Santé"
        assert domain.edit().text() == "Santé "
        write("publique")
        workspace.settle()
        assert town(workspace).domain == "Santé publique"

    @pytest.mark.usefixtures("domain")
    def test_a_sentence_is_one_step_of_undo(self, workspace: Workspace) -> None:
        for part in ("Santé", " publique", " et sociale"):
            write(part)
            workspace.settle()
        assert undone(workspace) == 1
        assert town(workspace).domain == ""

    def test_another_visit_is_another_step(self, workspace: Workspace, domain: LineField) -> None:
        write("Santé")
        domain.edit().clearFocus()
        domain.setFocus()
        write(" publique")
        workspace.settle()
        assert town(workspace).domain == "Santé publique"
        assert undone(workspace) == 2

    def test_undo_in_the_field_is_that_of_the_session(self, workspace: Workspace, domain: LineField) -> None:
        write("Santé")
        press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert town(workspace).domain == ""
        assert domain.edit().text() == ""
        press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        assert town(workspace).domain == domain.edit().text() == "Santé"

    def test_a_change_from_elsewhere_is_seen_at_once(self, workspace: Workspace, domain: LineField) -> None:
        write("Sant")
        workspace.do(gestures.edit_actor("town", domain="Culture"))
        assert domain.edit().text() == "Culture"
        workspace.settle()
        assert town(workspace).domain == "Culture"

    def test_a_change_of_another_field_leaves_the_typing_alone(
        self, workspace: Workspace, domain: LineField
    ) -> None:
        write("Sant")
        workspace.do(gestures.edit_actor("town", missions="Servir"))
        assert domain.edit().text() == "Sant"
        write("é")
        workspace.settle()
        assert (town(workspace).domain, town(workspace).missions) == ("Santé", "Servir")

    def test_turning_to_another_row_keeps_the_first(self, workspace: Workspace, domain: LineField) -> None:
        write("Santé")
        domain.turn_to("grocer")
        assert domain.edit().text() == ""
        write("Alimentation")
        workspace.settle()
        actors = workspace.document.actors
        assert (actors["town"].domain, actors["grocer"].domain) == ("Santé", "Alimentation")

    @pytest.mark.usefixtures("domain")
    def test_a_row_deleted_while_it_is_typed_in(self, workspace: Workspace) -> None:
        write("Santé")
        workspace.do(gestures.delete_actors(["town"]))
        workspace.settle()
        assert "town" not in workspace.document.actors

    def test_what_cannot_be_kept_stays_in_the_field(self, workspace: Workspace, domain: LineField) -> None:
        domain.edit().setFocus()
        QApplication.clipboard().setText("é" * (LINE + 1))
        press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        domain.edit().clearFocus()
        assert town(workspace).domain == ""
        assert len(domain.edit().text()) == LINE + 1
        assert any("enregistré" in label.text() for label in domain.findChildren(QLabel))
        domain.setFocus()
        press(Qt.Key.Key_Backspace)
        workspace.settle()
        assert town(workspace).domain == "é" * LINE

    def test_what_cannot_be_kept_and_loses_its_field_is_in_the_clipboard(
        self, workspace: Workspace, domain: LineField
    ) -> None:
        said: list[str] = []
        workspace.said.connect(lambda sentence, _error: said.append(sentence))
        long = "e" * (LINE + 1)
        write(long)
        domain.turn_to("grocer")
        assert domain.edit().text() == workspace.document.actors["grocer"].domain
        assert QApplication.clipboard().text() == long
        assert "presse-papiers" in said[-1]

    def test_a_full_disk_costs_no_text(self, workspace: Workspace, domain: LineField) -> None:
        """It stays in its field, which says so, and is handed over again."""
        folder, elsewhere = workspace.path, workspace.path.with_name("ailleurs.alliance")
        folder.rename(elsewhere)  # what is written under the app is refused as a full disk is
        write("Santé")
        workspace.settle()
        assert town(workspace).domain == ""
        assert domain.edit().text() == "Santé"
        assert "n’a pas pu être enregistré" in domain.edit().accessibleDescription()
        elsewhere.rename(folder)
        workspace.settle()
        assert town(workspace).domain == "Santé"
        assert domain.edit().accessibleDescription() == ""

    @pytest.mark.usefixtures("domain")
    def test_the_last_words_are_kept_when_the_session_closes(self, workspace: Workspace) -> None:
        write("Santé")
        workspace.close()
        from facilitator.model.store import file

        with file.open(workspace.path, backup=False) as again:
            assert again.document.actors["town"].domain == "Santé"

    def test_the_menu_of_the_line_has_no_undo_of_its_own(self, domain: LineField) -> None:
        from facilitator.ui.fields.line import without_own_undo

        menu = domain.edit().createStandardContextMenu()
        names = {action.objectName() for action in without_own_undo(menu).actions()}
        menu.deleteLater()
        assert "edit-copy" in names
        assert not names & {"edit-undo", "edit-redo"}


class TestBoxes:
    def test_a_required_text_is_not_emptied(self, workspace: Workspace, qtbot: QtBot) -> None:
        name = TextField(workspace, Place("actors", "name", ("town",)), "Name")
        sheet = Sheet(qtbot, name)
        said: list[str] = []
        workspace.said.connect(lambda sentence, _error: said.append(sentence))
        name.select_all()
        press(Qt.Key.Key_Delete)
        workspace.settle()
        assert town(workspace).name == "Ville de Rivemont"
        assert name.edit().toPlainText() == ""
        sheet.leave()
        assert name.edit().toPlainText() == "Ville de Rivemont"
        assert "vide" in said[-1]

    def test_after_a_pause_the_next_sentence_is_another_step_of_undo(
        self, workspace: Workspace, qtbot: QtBot
    ) -> None:
        box = TextField(workspace, Place("actors", "missions", ("town",)), "Missions")
        Sheet(qtbot, box)
        for part in ("On mange", " ensemble.", " Puis on", " parle."):
            write(part)
            workspace.settle()
        workspace.undo()
        assert town(workspace).missions == "On mange ensemble."
        assert undone(workspace) == 1

    def test_tab_goes_to_the_end_of_what_is_written(self, workspace: Workspace, qtbot: QtBot) -> None:
        workspace.do(gestures.edit_actor("town", missions="Servir"))
        before = LineField(workspace, Place("actors", "domain", ("town",)), "Field of action")
        box = TextField(workspace, Place("actors", "missions", ("town",)), "Missions")
        Sheet(qtbot, before, box)
        press(Qt.Key.Key_Tab)
        write(" et nourrir")
        workspace.settle()
        assert town(workspace).missions == "Servir et nourrir"

    def test_it_grows_with_its_text_then_scrolls(self, workspace: Workspace, qtbot: QtBot) -> None:
        missions = TextField(workspace, Place("actors", "missions", ("town",)), "Missions", lines=(2, 5))
        Sheet(qtbot, missions)
        box = missions.edit()
        line = box.blockBoundingRect(box.document().firstBlock()).height()
        low = missions.edit().height()
        for _ in range(3):
            press(Qt.Key.Key_Return)
        assert missions.edit().height() == pytest.approx(low + 2 * line, abs=1)
        for _ in range(6):
            press(Qt.Key.Key_Return)
        assert missions.edit().height() == pytest.approx(low + 3 * line, abs=1)
        assert missions.edit().verticalScrollBar().maximum() > 0

    @pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
    def test_no_line_is_cut_at_any_size_of_letters(
        self, workspace: Workspace, qtbot: QtBot, dressed: QApplication, scale: float
    ) -> None:
        from facilitator.ui import look

        look.dress(dressed, scale=scale)
        workspace.do(gestures.edit_actor("town", missions="Servir, relier, nourrir la vallée. " * 20))
        field = TextField(workspace, Place("actors", "missions", ("town",)), "Missions")
        sheet = Sheet(qtbot, field)
        box = field.edit()
        line = box.fontMetrics().lineSpacing()
        qtbot.waitUntil(lambda: box.viewport().height() // line == 8)
        assert box.verticalScrollBar().isVisible()
        sheet.resize(900, 700)
        look.dress(dressed, scale=1.0)

    def test_no_word_is_hidden_by_the_scroll_bar(self, workspace: Workspace, qtbot: QtBot) -> None:
        (actor, *_rest) = workspace.document.actors
        workspace.do(gestures.edit_actor(actor, missions="a b " * 300))
        box = TextField(workspace, Place("actors", "missions", (actor,)), "Missions")
        window = QWidget()
        qtbot.addWidget(window)
        QVBoxLayout(window).addWidget(box)
        window.resize(280, 500)
        window.show()  # the bar comes while the window is on its way to the screen
        edit = box.edit()
        assert isinstance(edit, QPlainTextEdit)
        qtbot.waitUntil(edit.verticalScrollBar().isVisible)
        layout = edit.document().firstBlock().layout()
        widest = max(layout.lineAt(n).naturalTextWidth() for n in range(layout.lineCount()))
        assert widest <= edit.viewport().width()

    def test_several_lines_are_kept_as_typed(self, workspace: Workspace, qtbot: QtBot) -> None:
        Sheet(qtbot, TextField(workspace, Place("actors", "missions", ("town",)), "Missions"))
        write("Servir")
        press(Qt.Key.Key_Return)
        write("Relier")
        workspace.settle()
        assert town(workspace).missions == "Servir\nRelier"

    def test_enter_only_hands_over_where_the_model_holds_one_line(
        self, workspace: Workspace, qtbot: QtBot
    ) -> None:
        name = TextField(workspace, Place("actors", "name", ("town",)), "Name")
        Sheet(qtbot, name)
        name.select_all()
        write("Rivemont")
        press(Qt.Key.Key_Return)
        assert town(workspace).name == name.edit().toPlainText() == "Rivemont"

    def test_a_shipped_wording_follows_the_language_until_it_is_rewritten(
        self, workspace: Workspace, qtbot: QtBot
    ) -> None:
        from facilitator.terms import wording

        step = workspace.step_id
        title = TextField(workspace, Place("steps", "title", (step,)), "Title", wording=wording)
        sheet = Sheet(qtbot, title)
        french = title.edit().toPlainText()
        workspace.speak("en")
        english = title.edit().toPlainText()
        assert french != english
        assert workspace.document.steps[step].title == french
        sheet.leave()
        assert workspace.journal.next_undo is None
        title.select_all()
        write("Bonjour")
        workspace.settle()
        workspace.speak("fr")
        assert title.edit().toPlainText() == "Bonjour"


class TestDates:
    @pytest.mark.parametrize(
        ("typed", "day"),
        [
            ("5/3/2027", date(2027, 3, 5)),
            ("05.03.2027", date(2027, 3, 5)),
            (" 5-3-27 ", date(2027, 3, 5)),
            ("2027-03-05", date(2027, 3, 5)),
            ("29/2/2028", date(2028, 2, 29)),
            ("29/2/2027", None),
            ("mars", None),
            ("31/2", None),
            ("15/1", date(2027, 1, 15)),
            ("27/11", date(2026, 11, 27)),
            ("29/2", date(2028, 2, 29)),
            ("15 janvier", date(2027, 1, 15)),
            ("1er mars 2028", date(2028, 3, 1)),
            ("January 15", date(2027, 1, 15)),
            ("15 déc.", date(2026, 12, 15)),
            ("3 jui", None),
            ("December 7, 2026", date(2026, 12, 7)),
            ("Dec. 7", date(2026, 12, 7)),
            ("7 December, 2026", date(2026, 12, 7)),
            ("mar 15 2027", date(2027, 3, 15)),
            ("Monday 7 December 2026", date(2026, 12, 7)),
            ("Monday, December 7, 2026", date(2026, 12, 7)),
            ("lundi 7 décembre 2026", date(2026, 12, 7)),
            ("le lun. 7/12", date(2026, 12, 7)),
            ("mar. 3 mars 2027", None),
            ("mar. 2 mars 2027", date(2027, 3, 2)),
            ("Tuesday 7 December 2026", None),
            ("Monday 7", None),
            ("fin mars", date(2027, 3, 31)),
            ("end of February 2028", date(2028, 2, 29)),
            ("dans un mois", date(2026, 12, 27)),
            ("Dans 3 mois", date(2027, 2, 27)),
            ("dans quinze jours", date(2026, 12, 12)),
            ("dans 15 jours", date(2026, 12, 12)),
            ("in two weeks", date(2026, 12, 11)),
            ("dans un an", date(2027, 11, 27)),
            ("dans 3 lunes", None),
            ("demain", date(2026, 11, 28)),
            ("Après-demain", date(2026, 11, 29)),
            ("aujourd’hui", date(2026, 11, 27)),
            ("vendredi", date(2026, 12, 4)),
            ("lundi prochain", date(2026, 11, 30)),
            ("next Tuesday", date(2026, 12, 1)),
            ("99 janvier", None),
            ("dans 999 ans", date(3025, 11, 27)),
            ("bientôt", None),
        ],
    )
    def test_what_a_person_may_write(self, typed: str, day: date | None) -> None:
        assert day_of(typed, date(2026, 11, 27)) == day

    @pytest.mark.usefixtures("each_language")
    def test_every_date_is_read_back_as_it_is_shown(self) -> None:
        for day in (date(2027, 3, 5), date(1999, 12, 31)):
            assert day_of(short(day)) == day

    @pytest.fixture
    def next_date(self, workspace: Workspace, qtbot: QtBot) -> DateField:
        field = DateField(workspace, Place("workshop", "next_date", WORKSHOP), "Next date")
        Sheet(qtbot, field)
        return field

    def test_a_date_is_kept_as_iso_and_shown_day_first(
        self, workspace: Workspace, next_date: DateField
    ) -> None:
        write("5/3/27")
        press(Qt.Key.Key_Return)
        assert workspace.document.workshop.next_date == "2027-03-05"
        assert next_date.edit().text() == "05/03/2027"
        workspace.speak("en")
        assert next_date.edit().text() == "2027-03-05"

    @pytest.mark.usefixtures("next_date")
    def test_a_year_being_typed_is_no_date_yet(self, workspace: Workspace) -> None:
        write("5/3/20")
        workspace.settle()
        assert workspace.document.workshop.next_date == ""
        write("27")
        workspace.settle()
        assert workspace.document.workshop.next_date == "2027-03-05"

    def test_what_is_no_date_is_said_and_not_lost(self, workspace: Workspace, next_date: DateField) -> None:
        write("bientôt")
        next_date.edit().clearFocus()
        complaints = [label for label in next_date.findChildren(QLabel) if label.property("role") == "error"]
        assert workspace.document.workshop.next_date == ""
        assert next_date.edit().text() == "bientôt"
        assert [label.isVisible() for label in complaints] == [True]
        assert "« bientôt »".replace(" ", "\N{NO-BREAK SPACE}") in complaints[0].text()
        workspace.speak("en")
        assert "“bientôt” is not a date" in complaints[0].text()
        next_date.setFocus()
        next_date.edit().selectAll()
        write("2027-03-05")
        workspace.settle()
        assert complaints[0].isHidden()
        assert workspace.document.workshop.next_date == "2027-03-05"

    def test_it_can_be_blank_again(self, workspace: Workspace, next_date: DateField) -> None:
        workspace.do(gestures.edit_workshop(next_date="2027-03-05"))
        next_date.edit().selectAll()
        press(Qt.Key.Key_Delete)
        workspace.settle()
        assert workspace.document.workshop.next_date == ""

    @pytest.mark.qt_log_ignore("This plugin does not support")
    def test_the_calendar_picks_a_day(self, workspace: Workspace, next_date: DateField) -> None:
        from PySide6.QtCore import QDate

        workspace.do(gestures.edit_workshop(next_date="2027-03-05"))
        button = next_date.findChild(QToolButton)
        assert isinstance(button, QToolButton)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        calendar = next_date.findChild(QCalendarWidget)
        assert isinstance(calendar, QCalendarWidget)
        assert calendar.selectedDate() == QDate(2027, 3, 5)
        calendar.activated.emit(QDate(2027, 3, 12))
        assert workspace.document.workshop.next_date == "2027-03-12"

    @pytest.mark.qt_log_ignore("This plugin does not support")
    @pytest.mark.parametrize("theme", ["screen", "screen_dark"])
    @pytest.mark.parametrize("scale", [1.0, 2.0])
    def test_the_calendar_shows_every_week_in_colours_one_reads(
        self, workspace: Workspace, next_date: DateField, qapp: QApplication, theme: str, scale: float
    ) -> None:
        look.dress(qapp, key=theme, scale=scale)
        workspace.do(gestures.edit_workshop(next_date="2026-08-12"))  # the 31st is a Monday
        button = next_date.findChild(QToolButton)
        assert isinstance(button, QToolButton)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        laid_out()
        calendar = next_date.findChild(QCalendarWidget)
        assert isinstance(calendar, QCalendarWidget)
        weeks = calendar.findChild(QTableView)
        assert isinstance(weeks, QTableView)
        assert weeks.verticalHeader().length() <= weeks.viewport().height()
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            colour = calendar.weekdayTextFormat(day).foreground().color().name()
            assert contrast(colour, look.theme().surface) >= 4.5
        for name in ("qt_calendar_prevmonth", "qt_calendar_nextmonth"):
            arrow = calendar.findChild(QToolButton, name)
            assert isinstance(arrow, QToolButton)
            assert arrow.accessibleName()
            seen = calendar.window().grab(place(arrow, calendar.window())).toImage()
            ground = seen.pixelColor(1, 1).name()
            shown = [seen.pixelColor(x, y).name() for x in range(seen.width()) for y in range(seen.height())]
            assert max(contrast(one, ground) for one in {*shown}) >= 4.5
        calendar.window().close()
        look.dress(qapp)


class TestNumbers:
    def test_a_rating_is_typed_moved_and_left_blank(self, workspace: Workspace, qtbot: QtBot) -> None:
        field = NumberField(
            workspace, Place("actors", "influence", ("town",)), "Influence", optional=True, step=5
        )
        Sheet(qtbot, field)
        write("60")
        workspace.settle()
        assert town(workspace).influence == 60
        press(Qt.Key.Key_Up)
        workspace.settle()
        assert town(workspace).influence == 65
        field.edit().selectAll()
        press(Qt.Key.Key_Delete)
        workspace.settle()
        assert town(workspace).influence is None

    @pytest.mark.parametrize("typed", ["101", "-1", "½", "dix", "1e1"])
    def test_what_is_out_of_reach_is_said(self, workspace: Workspace, qtbot: QtBot, typed: str) -> None:
        field = NumberField(workspace, Place("actors", "influence", ("town",)), "Influence", optional=True)
        sheet = Sheet(qtbot, field)
        write(typed)
        sheet.leave()
        assert town(workspace).influence is None
        assert field.edit().text() == typed
        assert [c.text() for c in field.findChildren(QLabel) if c.property("role") == "error"] == [
            "Un nombre entier de 0 à 100."
        ]


class TestChoices:
    def test_a_list_chooses_by_keys_and_follows_the_types_of_the_session(
        self, workspace: Workspace, qtbot: QtBot
    ) -> None:
        field = ChoiceField(workspace, Place("actors", "category", ("town",)), "Category", options.categories)
        Sheet(qtbot, field)
        assert field.control().currentText() == "Collectivité"
        press(Qt.Key.Key_Down)
        assert town(workspace).category == "association"
        workspace.do(gestures.edit_category("association", name="Collectif"))
        assert field.control().currentText() == "Collectif"
        workspace.undo()
        workspace.undo()
        assert field.control().currentText() == "Collectivité"

    @pytest.mark.qt_log_ignore("This plugin does not support")  # the list unfolds, even without a screen
    @pytest.mark.parametrize("row", [0, 2, 7])
    def test_once_unfolded_every_choice_is_in_sight(
        self, workspace: Workspace, qtbot: QtBot, row: int
    ) -> None:
        kind = sorted(workspace.document.categories.values(), key=lambda one: one.rank)[row].id
        workspace.do(gestures.edit_actor("town", category=kind))
        field = ChoiceField(workspace, Place("actors", "category", ("town",)), "Category", options.categories)
        Sheet(qtbot, field)
        box = field.control()
        box.showPopup()
        seen = box.view().viewport().rect()
        assert box.currentIndex() == row
        assert all(seen.contains(box.view().visualRect(box.model().index(n, 0))) for n in range(box.count()))
        box.hidePopup()

    @pytest.mark.qt_log_ignore("This plugin does not support")  # the list unfolds, even without a screen
    def test_a_name_too_long_for_the_box_is_whole_once_unfolded(
        self, workspace: Workspace, qtbot: QtBot
    ) -> None:
        workspace.do(
            gestures.edit_actor("grocer", name="Groupement des épiceries sociales et solidaires du Val")
        )
        field = ChoiceField(workspace, Place("links", "source", ("funds",)), "From", options.actors)
        sheet = Sheet(qtbot, field)
        sheet.setFixedWidth(200)
        sheet.move(sheet.screen().availableGeometry().right() - 200, 0)
        box = field.control()
        box.showPopup()
        unfolded = box.view().window().frameGeometry()
        assert box.view().sizeHintForColumn(0) <= box.view().viewport().width()
        assert sheet.screen().availableGeometry().contains(unfolded)
        box.hidePopup()

    def test_a_refused_choice_shows_the_document_again(self, workspace: Workspace, qtbot: QtBot) -> None:
        field = ChoiceField(workspace, Place("links", "source", ("funds",)), "From", options.actors)
        Sheet(qtbot, field)
        errors: list[bool] = []
        workspace.said.connect(lambda _sentence, error: errors.append(error))
        names = [field.control().itemText(n) for n in range(field.control().count())]
        field.control().activated.emit(names.index("Épicerie sociale L’Étal"))
        assert errors == [True]
        assert workspace.document.links["funds"].source == "town"
        assert field.control().currentText() == "Ville de Rivemont"

    def test_segments_choose_in_one_click(self, workspace: Workspace, qtbot: QtBot) -> None:
        field = SegmentedField(
            workspace, Place("actors", "presence", ("town",)), "Presence", options.presences
        )
        Sheet(qtbot, field)
        QTest.mouseClick(field.button(Presence.ABSENT), Qt.MouseButton.LeftButton)
        assert town(workspace).presence == Presence.ABSENT
        QTest.mouseClick(field.button(Presence.ABSENT), Qt.MouseButton.LeftButton)
        assert field.button(Presence.ABSENT).isChecked()
        assert undone(workspace) == 1

    def test_an_agreement_can_be_let_go(self, workspace: Workspace, qtbot: QtBot) -> None:
        item = next(iter(workspace.document.items))
        field = SegmentedField(
            workspace,
            Place("answers", "agreement", (item,)),
            "Agreement",
            options.agreements,
            blank=Agreement.NOT_SAID,
        )
        Sheet(qtbot, field)
        QTest.mouseClick(field.button(Agreement.YES), Qt.MouseButton.LeftButton)
        assert workspace.document.answers[item].agreement == Agreement.YES
        QTest.mouseClick(field.button(Agreement.YES), Qt.MouseButton.LeftButton)
        assert item not in workspace.document.answers

    def test_chips_hold_together(self, workspace: Workspace, qtbot: QtBot) -> None:
        field = ChipsField(workspace, Place("links", "types", ("funds",)), "Types", options.link_types)
        Sheet(qtbot, field)
        assert field.chip("funding").isChecked()
        QTest.mouseClick(field.chip("skills"), Qt.MouseButton.LeftButton)
        QTest.mouseClick(field.chip("funding"), Qt.MouseButton.LeftButton)
        assert workspace.document.links["funds"].types == ("skills",)

    def test_chips_of_several_rows_leave_the_other_answers(self, workspace: Workspace, qtbot: QtBot) -> None:
        from facilitator.model.document import Link

        workspace.do(gestures.add_link(Link("talks", "grocer", "radio", types=("information",))))
        field = ChipsField(
            workspace, Place("links", "types", ("funds", "talks")), "Types", options.link_types
        )
        Sheet(qtbot, field)
        assert not field.chip("funding").isChecked()
        QTest.mouseClick(field.chip("skills"), Qt.MouseButton.LeftButton)
        links = workspace.document.links
        assert (links["funds"].types, links["talks"].types) == (
            ("funding", "skills"),
            ("information", "skills"),
        )
        assert field.chip("skills").isChecked()
        workspace.undo()
        assert workspace.document.links["funds"].types == ("funding",)
        assert not field.chip("skills").isChecked(), "various before, various after, yet not the same"

    def test_goals_of_several_rows_follow_an_undo(self, workspace: Workspace, qtbot: QtBot) -> None:
        workspace.do(gestures.edit_actor("town", odds=(1,)))
        field = OddField(workspace, Place("actors", "odds", ("town", "grocer")), "Goals")
        Sheet(qtbot, field)
        QTest.mouseClick(field.badge(5), Qt.MouseButton.LeftButton)
        assert field.badge(5).isChecked()
        workspace.undo()
        assert not field.badge(5).isChecked()

    def test_an_ampersand_is_read_as_it_is(self, workspace: Workspace, qtbot: QtBot) -> None:
        workspace.do(gestures.edit_link_type("skills", name="Savoirs & métiers"))
        field = ChipsField(workspace, Place("links", "types", ("funds",)), "Types", options.link_types)
        Sheet(qtbot, field)
        assert field.chip("skills").text() == "Savoirs && métiers"  # Qt shows a single one
        assert field.chip("skills").accessibleName().endswith("Savoirs & métiers")

    def test_goals_stay_in_order_and_are_named(self, workspace: Workspace, qtbot: QtBot) -> None:
        field = OddField(workspace, Place("workshop", "odds", WORKSHOP), "Goals")
        Sheet(qtbot, field)
        for number in (12, 2, 17, 12):
            QTest.mouseClick(field.badge(number), Qt.MouseButton.LeftButton)
        assert workspace.document.workshop.odds == (2, 17)
        shown = " ".join(label.text() for label in field.findChildren(QLabel))
        assert "Faim" in shown
        assert field.badge(2).accessibleName().startswith("2 · Faim")

    def test_a_box_is_ticked_by_its_words_too(self, workspace: Workspace, qtbot: QtBot) -> None:
        field = CheckField(workspace, Place("actors", "confidential", ("town",)), "Confidential")
        Sheet(qtbot, field)
        press(Qt.Key.Key_Space)
        assert town(workspace).confidential
        sentence = field.findChildren(QLabel)[0]
        QTest.mouseClick(sentence, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
        assert not town(workspace).confidential

    def test_some_of_them_becomes_all_of_them(self, workspace: Workspace, qtbot: QtBot) -> None:
        workspace.do(gestures.edit_actor("town", pinned=True))
        field = CheckField(workspace, Place("actors", "pinned", ("town", "grocer")), "Pinned")
        Sheet(qtbot, field)
        assert field.control().checkState() == Qt.CheckState.PartiallyChecked
        QTest.mouseClick(field.control(), Qt.MouseButton.LeftButton)
        assert workspace.document.actors["grocer"].pinned
        assert field.control().checkState() == Qt.CheckState.Checked


def test_a_click_on_a_label_enters_its_field(workspace: Workspace, qtbot: QtBot) -> None:
    first = LineField(workspace, Place("actors", "domain", ("town",)), "Field of action")
    second = TextField(workspace, Place("actors", "missions", ("town",)), "Missions")
    Sheet(qtbot, first, second)
    assert first.control().hasFocus()
    QTest.mouseClick(second.findChildren(QLabel)[0], Qt.MouseButton.LeftButton)
    assert second.control().hasFocus()


def test_labels_follow_the_language(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.do(gestures.add_participant(Participant("p", name="Zoé")))
    field = LineField(workspace, Place("actors", "domain", ("town",)), words.N_("Field of action"))
    Sheet(qtbot, field)
    shown = field.findChildren(QLabel)[0]
    assert shown.text() == field.edit().accessibleName() == "Champ d’intervention"
    workspace.speak("en")
    assert shown.text() == field.edit().accessibleName() == "Field of action"


def test_nothing_can_be_typed_in_a_session_that_is_only_read(workspace: Workspace, qtbot: QtBot) -> None:
    from facilitator.model.store import file

    workspace.close()
    reader = Workspace(file.open(workspace.path, read_only=True))
    fields = (
        LineField(reader, Place("actors", "domain", ("town",)), "Field of action"),
        CheckField(reader, Place("actors", "pinned", ("town",)), "Pinned"),
        ChoiceField(reader, Place("actors", "category", ("town",)), "Category", options.categories),
    )
    Sheet(qtbot, *fields)
    before = reader.document
    write("Santé")
    QTest.mouseClick(fields[1].control(), Qt.MouseButton.LeftButton)
    QTest.keyClick(fields[2].control(), Qt.Key.Key_Down)
    reader.settle()
    assert reader.document is before
    reader.close()
