"""Accueil: what one can begin, open and find again; what cannot be opened, and why."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from facilitator import paths
from facilitator.model import journey
from facilitator.model.document import Document
from facilitator.model.store import file
from facilitator.model.store.aside import backups
from facilitator.ui import remembered
from facilitator.ui.app import App
from facilitator.ui.home import Home
from facilitator.ui.new_session import NewSession
from tests.ui.hands import at_hand, inside
from tests.ui.seen import in_sight, laid_out, whole
from tests.ui.texts import english_left


@pytest.fixture
def page(app: App, qtbot: QtBot) -> Home:
    """Accueil, on a first day."""
    app.begin(None)
    assert app.home is not None
    at_hand(app.home, qtbot)
    return app.home


class TestPlace:
    def test_on_a_first_day_it_is_large_and_then_where_it_was_left(
        self, page: Home, app: App, qapp: QApplication
    ) -> None:
        room = page.screen().availableGeometry()
        assert page.width() >= min(1120, room.width() - 60)
        assert page.height() >= min(740, room.height() - 80)
        assert room.contains(page.geometry())
        page.resize(700, 500)
        app.end()
        again = App(qapp)
        again.begin(None)
        assert again.home is not None
        assert (again.home.width(), again.home.height()) == (700, 500)
        again.end()

    @pytest.mark.parametrize("language", ["en", "fr"])
    @pytest.mark.parametrize(("scale", "beside"), [(1.0, True), (2.0, False)])
    def test_large_letters_are_cut_by_no_edge(
        self, app: App, language: str, scale: float, beside: bool
    ) -> None:
        app.enlarge(scale)
        app.begin(None)
        page = app.home
        assert page is not None
        app.speak(language)
        page.resize(1024, 700)
        laid_out()
        area = page.centralWidget()
        assert isinstance(area, QScrollArea)
        assert area.horizontalScrollBar().maximum() == 0
        doors = (page.new, page.open, page.sample)
        labels = [page.promise, page.welcome, page.trust]
        labels += [label for door in doors for label in door.findChildren(QLabel)]
        assert all(map(whole, labels))
        assert all(in_sight(button, page) for button in page.languages.buttons())
        assert (len({door.y() for door in doors}) == 1) is beside
        app.enlarge(1.0)


READ_WHILE_SEEN = """
import sys
from facilitator.ui import app
qt = app.application()
running = app.App(qt)
running.begin(None)
moments = map("facilitator.ui.panels.moments.{}".format, ("cap", "closing"))
needed = {"sqlalchemy", "facilitator.model.document", "facilitator.ui.window", *moments}
print(sorted(needed & sys.modules.keys()), flush=True)
while not needed <= sys.modules.keys():
    qt.processEvents()
print("ready")
running.end()
"""


def test_what_a_session_is_opened_with_is_read_once_the_page_is_seen(tmp_path: Path) -> None:
    """Not before: the page would come later; nor when it is asked for: the session would."""
    said = subprocess.run(
        [sys.executable, "-c", READ_WHILE_SEEN],
        env={**os.environ, paths.HOME_VARIABLE: str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    assert said.stdout.splitlines() == ["[]", "ready"]


class TestBegin:
    def test_a_title_and_enter_make_a_file_and_open_it(self, page: Home, app: App, qtbot: QtBot) -> None:
        qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        dialog = inside(page, NewSession)
        qtbot.keyClicks(dialog.title, "Bien manger : ensemble ?")
        assert english_left(dialog) == set()
        qtbot.keyClick(dialog.title, Qt.Key.Key_Return)
        assert app.window is not None
        assert app.home is None
        path = app.window.workspace.path
        assert path == paths.documents() / "Bien manger ensemble.alliance"
        assert path.is_file()
        assert app.window.workspace.document.workshop.title == "Bien manger : ensemble ?"
        assert len(app.window.workspace.document.steps) == 11
        assert app.window.workspace.document.workshop.date == date.today().isoformat()  # noqa: DTZ011

    def test_enter_on_a_door_opens_it(self, page: Home, app: App, qtbot: QtBot) -> None:
        page.sample.setFocus()
        qtbot.keyClick(page.sample, Qt.Key.Key_Return)
        assert app.window is not None
        assert app.window.workspace.document.workshop.fictitious

    def test_a_title_already_taken_gets_a_number(self, page: Home, app: App, qtbot: QtBot) -> None:
        taken = paths.documents() / "Rivemont.alliance"
        taken.write_text("à quelqu’un")
        page.ask_new()
        dialog = inside(page, NewSession)
        qtbot.keyClicks(dialog.title, "Rivemont")
        assert str(taken.with_name("Rivemont (2).alliance")) in dialog.where.text()
        qtbot.mouseClick(dialog.begin, Qt.MouseButton.LeftButton)
        assert app.window is not None
        assert app.window.workspace.path.name == "Rivemont (2).alliance"
        assert taken.read_text() == "à quelqu’un"

    def test_no_title_is_no_obstacle(self, page: Home, app: App, qtbot: QtBot) -> None:
        page.ask_new()
        qtbot.keyClick(inside(page, NewSession), Qt.Key.Key_Return)
        assert app.window is not None
        assert app.window.workspace.path.name == "Séance sans titre.alliance"

    def test_the_sample_is_a_copy_marked_fictitious(self, page: Home, app: App, qtbot: QtBot) -> None:
        qtbot.mouseClick(page.sample, Qt.MouseButton.LeftButton)
        assert app.window is not None
        assert app.window.workspace.document.workshop.fictitious
        assert app.window.top.mark.text() == "exemple fictif"
        assert app.window.workspace.path.parent == paths.documents()
        assert app.window.workspace.step_id == "links"
        assert [actor.name for actor in app.window.workspace.selected_actors] == ["Les Jardins du Gué"]
        assert app.window.workspace.journal.next_undo is None, "nothing was done to the session"
        app.show_home()
        assert app.home is not None
        app.home.sample.click()
        assert app.window is not None
        assert app.window.workspace.path.name.endswith("(2).alliance")

    def test_a_folder_that_cannot_be_written_is_said(self, page: Home, app: App, tmp_path: Path) -> None:
        page.asked_new.emit("Titre", tmp_path / "nowhere" / "Titre.alliance", "default")
        assert app.window is None
        assert page.banner.isVisible()
        assert "(" not in page.banner.text.text()

    @pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape])
    def test_what_was_said_is_put_away_by_a_key(self, page: Home, qtbot: QtBot, key: Qt.Key) -> None:
        page.say("Ce fichier est déjà ouvert.", error=True)
        qtbot.waitUntil(page.banner.understood.hasFocus)
        qtbot.keyClick(page.banner.understood, key)
        assert not page.banner.isVisible()


class TestOpen:
    def test_a_recent_session_shows_what_it_was_and_opens_by_enter(
        self, app: App, session: Path, qtbot: QtBot
    ) -> None:
        app.open(session)
        app.show_home()
        home = app.home
        assert home is not None
        (card,) = home.cards
        assert (card.title.text(), card.about.text()) == (
            "Nourrir Rivemont",
            "12\N{NO-BREAK SPACE}octobre 2026",
        )
        assert not QImage(str(card.recent.thumbnail)).isNull()
        card.setFocus()
        qtbot.keyClick(card, Qt.Key.Key_Return)
        assert app.window is not None
        assert app.window.workspace.path == session

    def test_a_file_that_is_gone_is_said_kindly_and_can_leave_the_list(
        self, app: App, session: Path, qtbot: QtBot
    ) -> None:
        app.open(session)
        app.show_home()
        session.unlink()
        assert app.home is not None
        app.home.refresh()
        (card,) = app.home.cards
        assert "n’est plus là" in card.lost.text()
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
        assert app.window is None
        assert app.home.banner.isVisible()
        thumbnail = card.recent.thumbnail
        qtbot.mouseClick(card.remove, Qt.MouseButton.LeftButton)
        assert app.home.cards == []
        assert remembered.recents() == []
        assert not thumbnail.exists()

    def test_of_one_title_and_day_each_names_its_file(
        self, app: App, session: Path, small: Document, tmp_path: Path
    ) -> None:
        second, namesake = tmp_path / "Encore.alliance", tmp_path / "ailleurs" / "Encore.alliance"
        namesake.parent.mkdir()
        other = tmp_path / "Autre.alliance"
        file.create(other, journey.new_document("Autre", "fr", date="2026-10-12")).close()
        for path in (second, namesake):
            file.create(path, small).close()
        for path in (session, second, namesake, other):
            app.open(path)
        app.show_home()
        assert app.home is not None
        told = {card.recent.file: card.where.text() for card in app.home.cards}
        assert told == {
            session: "Nourrir Rivemont",
            second: f"{tmp_path.name} / Encore",
            namesake: "ailleurs / Encore",
            other: "",
        }
        spoken = {card.accessibleName() for card in app.home.cards}
        assert len(spoken) == 4

    def test_a_damaged_one_is_told_of_its_backup_if_it_has_one(
        self, app: App, session: Path, tmp_path: Path
    ) -> None:
        alone = tmp_path / "Seule.alliance"
        content = session.read_bytes()
        app.open(session)
        app.show_home()
        for path in (session, alone):
            path.write_bytes(content[: len(content) // 2])
        assert app.home is not None
        app.open(session)
        (kept,) = backups(session)
        assert app.home.banner.text.text().endswith(f"Sa dernière sauvegarde\u00a0: {kept}")
        app.open(alone)
        assert "abîmé" in app.home.banner.text.text()
        assert "sauvegarde" not in app.home.banner.text.text()

    def test_a_session_dropped_on_the_page_opens(self, page: Home, app: App, session: Path) -> None:
        _drop(page, session)
        assert app.window is not None
        assert app.window.workspace.path == session

    def test_another_file_dropped_is_not_taken(self, page: Home, app: App, tmp_path: Path) -> None:
        other = tmp_path / "notes.txt"
        other.write_text("bonjour")
        assert not _drop(page, other)
        assert app.window is None


@pytest.fixture
def unopenable(request: pytest.FixtureRequest, tmp_path: Path, session: Path) -> Iterator[Path]:
    """A file that is no session one can open, and what keeps it so."""
    path = tmp_path / "autre.alliance"
    held = None
    if request.param == "text":
        path.write_text("Chers collègues, bonjour.")
    elif request.param == "empty":
        path.touch()
    elif request.param == "truncated":
        content = session.read_bytes()
        path.write_bytes(content[: len(content) // 2])
    elif request.param == "folder":
        path.mkdir()
    elif request.param == "locked":
        path = session
        held = file.open(session)
    yield path
    if held is not None:
        held.close()


@pytest.mark.parametrize(
    "unopenable", ["text", "empty", "truncated", "folder", "locked", "missing"], indirect=True
)
class TestErrors:
    def test_each_is_one_sentence_and_changes_nothing(self, page: Home, app: App, unopenable: Path) -> None:
        before = unopenable.read_bytes() if unopenable.is_file() else None
        assert not app.open(unopenable)
        assert app.window is None
        sentence = page.banner.text.text()
        assert page.banner.isVisible()
        assert sentence.endswith(".")
        assert "\n" not in sentence
        assert "file." not in sentence, "a key is no sentence"
        assert (unopenable.read_bytes() if unopenable.is_file() else None) == before
        assert remembered.recents() == []

    def test_from_a_session_that_session_stays_open(
        self, app: App, unopenable: Path, tmp_path: Path, small: Document
    ) -> None:
        mine = tmp_path / "mienne.alliance"
        file.create(mine, small).close()
        app.open(mine)
        app.open(unopenable)
        assert app.window is not None
        assert app.window.workspace.path == mine
        assert app.window.status.sentence.property("role") == "error"


class TestLanguage:
    def test_switches_live_and_leaves_no_english(
        self, page: Home, app: App, session: Path, qtbot: QtBot
    ) -> None:
        remembered.note_recent(session.with_name("perdue.alliance"), Document())
        page.refresh()
        assert english_left(page) == set()
        english = next(button for button in page.languages.buttons() if button.text() == "English")
        qtbot.mouseClick(english, Qt.MouseButton.LeftButton)
        assert page.welcome.text() == "Which session today?"
        assert page.cards[0].remove.text() == "Remove from the list"
        assert remembered.language() == "en"
        app.speak("fr")
        assert page.welcome.text() == "Quelle séance aujourd’hui\N{NO-BREAK SPACE}?"
        assert english_left(page) == set()


class TestKeyboard:
    def test_tab_reaches_every_door_and_every_card(self, app: App, session: Path, qtbot: QtBot) -> None:
        app.open(session)
        app.show_home()
        home = app.home
        assert home is not None
        at_hand(home, qtbot)
        reached = []
        for _each in range(12):
            reached.append(QApplication.focusWidget())
            qtbot.keyClick(QApplication.focusWidget() or home, Qt.Key.Key_Tab)
        for wanted in (home.new, home.open, home.sample, home.cards[0], home.languages.checkedButton()):
            assert wanted in reached


def test_the_state_folder_names_no_participant(app: App, session: Path) -> None:
    from facilitator.model import gestures
    from facilitator.model.document import Participant

    app.open(session)
    assert app.window is not None
    person = Participant("p", "Zélie Quatrefages", email="zelie@example.org", named=True)
    app.window.workspace.do(gestures.add_participant(person))
    app.show_home()
    kept = b"".join(path.read_bytes() for path in paths.state().glob("*.json"))
    assert b"Nourrir Rivemont" in kept
    assert b"Quatrefages" not in kept
    assert b"zelie" not in kept


def test_a_memory_that_cannot_be_read_or_written_is_as_if_empty(app: App) -> None:
    memory = paths.state() / "remembered.json"
    memory.write_text("{ not json")
    assert remembered.recents() == []
    memory.unlink()
    memory.mkdir()
    remembered.remember("language", "en")
    assert remembered.language() in {"fr", "en"}
    app.begin(None)
    assert app.home is not None
    assert not list(paths.state().glob("*.tmp"))
    memory.chmod(stat.S_IRWXU)


def _drop(page: Home, path: Path) -> bool:
    """Drops a file in the middle of the page; whether it was taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    actions, button, keys = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPoint(50, 50), actions, data, button, keys)
    enter.setAccepted(False)
    QApplication.sendEvent(page, enter)
    if enter.isAccepted():
        QApplication.sendEvent(page, QDropEvent(QPointF(50, 50), actions, data, button, keys))
    return enter.isAccepted()


def test_a_session_left_empty_says_so_instead_of_a_map(app: App, tmp_path: Path) -> None:
    app.create("Rien encore", tmp_path / "Rien.alliance")
    app.show_home()
    assert app.home is not None
    (card,) = app.home.cards
    assert not card.recent.thumbnail.exists()
