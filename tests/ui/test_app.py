"""The app from start to end: what it opens by itself, how it survives its own errors, what it leaves."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from facilitator import paths
from facilitator.drawing.theme import theme
from facilitator.model import gestures
from facilitator.model.document import ordered
from facilitator.model.store import file
from facilitator.model.store.errors import StoreError
from facilitator.ui import crash, look, remembered
from facilitator.ui.app import App
from facilitator.ui.canvas.view import View
from facilitator.ui.canvas.whereabouts import sees_all


class TestBegin:
    def test_opens_the_file_it_is_given(self, app: App, session: Path) -> None:
        app.begin(session)
        assert app.window is not None
        assert app.home is None

    def test_a_file_it_cannot_open_leads_to_accueil_with_the_reason(self, app: App, tmp_path: Path) -> None:
        app.begin(tmp_path / "nowhere.alliance")
        assert app.window is None
        assert app.home is not None
        assert app.home.banner.isVisible()

    def test_a_backup_that_cannot_be_made_is_said_calmly(self, app: App, session: Path) -> None:
        (paths.state() / "backups").write_text("not a folder")
        app.begin(session)
        assert app.window is not None
        assert app.window.status.sentence.text().startswith("Aucune copie de sauvegarde")
        assert app.window.status.sentence.property("role") == "small"

    def test_opens_the_sample(self, app: App) -> None:
        app.begin(None, sample=True)
        assert app.window is not None
        assert len(app.window.workspace.document.actors) == 32

    def test_a_session_left_by_a_person_does_not_open_by_itself(
        self, app: App, session: Path, qapp: QApplication
    ) -> None:
        app.begin(session)
        app.end()
        again = App(qapp)
        again.begin(None)
        assert again.window is None
        assert again.home is not None
        again.end()

    def test_the_session_of_a_crash_comes_back_as_it_was(self, app: App, session: Path, qtbot: QtBot) -> None:
        child = subprocess.run([sys.executable, "-c", _FALLS, str(session)], check=False, timeout=60)
        assert child.returncode == 9, "it was killed, not closed"
        app.begin(None)
        window = app.window
        assert window is not None
        assert window.workspace.path == session
        steps = ordered(window.workspace.document.steps)
        assert window.workspace.step_id == steps[6].id
        assert window.workspace.document.actors["town"].name == "Rivemont"
        assert window.workspace.journal.next_undo is not None
        qtbot.waitUntil(lambda: window.projecting)
        qtbot.waitUntil(lambda: abs(window.canvas.zoom - 0.5) < 0.01)
        assert not [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.isModal()]
        window.workspace.undo()
        assert window.workspace.document.actors["town"].name == "Ville de Rivemont"

    def test_a_crashed_session_that_another_window_holds_is_left_to_it(self, app: App, session: Path) -> None:
        remembered.note_open(session)
        with file.open(session):
            app.begin(None)
        assert app.window is None
        assert app.home is not None
        assert not app.home.banner.isVisible()


class TestWays:
    def test_from_one_session_to_another_the_first_is_let_go(
        self, app: App, session: Path, tmp_path: Path
    ) -> None:
        app.open(session)
        first = app.window
        assert app.create("Autre", tmp_path / "Autre.alliance")
        assert app.window is not first
        file.open(session).close()
        with pytest.raises(StoreError, match=r"file\.locked"):
            file.open(tmp_path / "Autre.alliance")

    def test_opening_the_session_that_is_open_does_nothing(self, app: App, session: Path) -> None:
        app.open(session)
        window = app.window
        assert app.open(session)
        assert app.window is window

    def test_closing_the_window_ends_the_app_and_frees_the_file(
        self, app: App, session: Path, qapp: QApplication
    ) -> None:
        app.open(session)
        assert app.window is not None
        QTimer.singleShot(0, app.window, app.window.close)
        qapp.exec()
        assert app.window is None
        file.open(session).close()

    def test_what_was_copied_does_not_make_a_crash_of_leaving(self, session: Path) -> None:
        """Here, as where the program is shown through VNC, the clipboard goes after Python."""
        child = subprocess.run([sys.executable, "-c", _COPIES, str(session)], check=False, timeout=60)
        assert child.returncode == 0

    def test_what_is_being_typed_when_one_leaves_is_kept(self, app: App, session: Path, qtbot: QtBot) -> None:
        app.open(session)
        window = app.window
        assert window is not None
        if not window.unfolded("inspector"):  # the screen of tests is a small one
            window.fold("inspector")
        window.workspace.select([("actors", "town")])
        field = next(
            child
            for child in window.inspector.actor.findChildren(QPlainTextEdit)
            if child.isVisible() and child.toPlainText() == "Ville de Rivemont"
        )
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, "Rivemont")
        app.show_home()
        with file.open(session) as reopened:
            assert reopened.document.actors["town"].name == "Rivemont"


class TestCrash:
    def test_an_error_in_a_slot_is_reported_said_and_survived(self, app: App, session: Path) -> None:
        app.open(session)
        window = app.window
        assert window is not None
        window.workspace.do(gestures.edit_actor("town", name="Zélie Quatrefages"))

        def fails() -> None:
            raise ValueError("Zélie Quatrefages")

        window.canvas.zoom_changed.connect(fails)
        with capture_exceptions():  # pytest-qt would take the error for the test's
            watching = crash.watch(app._tell, app._last_gesture)
            window.canvas.zoom_changed.emit(1.0)
            window.canvas.zoom_changed.emit(1.0)
            watching()
        report = crash.log().read_text("utf-8")
        assert report.count("ValueError") == 1, "what fails again is told once"
        assert "last gesture: actor.edit" in report
        assert "test_app.py" in report
        assert "Quatrefages" not in report
        assert str(Path.home()) not in report
        assert window.status.sentence.property("role") == "error"
        assert window.workspace.do(gestures.edit_actor("town", name="Rivemont"))

    def test_the_log_does_not_grow_for_ever(self) -> None:
        crash.log().write_text("x" * (crash.LARGEST + 1))
        crash.write("nouveau")
        assert crash.log().read_text() == "nouveau\n"
        assert crash.log().with_suffix(".old.log").is_file()

    def test_a_log_that_cannot_be_written_is_no_second_error(self) -> None:
        crash.log().mkdir()
        crash.write("nouveau")
        assert crash.log().is_dir()


class TestTextSize:
    def test_is_chosen_live_and_kept(self, app: App, session: Path) -> None:
        app.open(session)
        assert app.window is not None
        before = app.window.top.title.fontMetrics().height()
        app.enlarge(2.0)
        app.window.top.title.ensurePolished()
        assert app.window.top.title.fontMetrics().height() > 1.7 * before
        assert remembered.text_size() == 2.0
        app.enlarge(1.0)

    def test_twice_as_large_still_holds_in_a_small_screen(
        self, app: App, session: Path, qtbot: QtBot
    ) -> None:
        app.enlarge(2.0)
        app.open(session)
        window = app.window
        assert window is not None
        window.showNormal()
        window.resize(1366, 768)
        qtbot.waitUntil(lambda: window.width() <= 1366)
        assert window.height() <= 768
        assert window.canvas.width() > 250
        app.enlarge(1.0)

    def test_a_map_seen_whole_stays_so(self, app: App, session: Path) -> None:
        app.open(session)
        window = app.window
        assert window is not None
        window.showNormal()
        window.resize(1366, 768)
        canvas = window.canvas
        assert window.workspace.do(
            gestures.place_actors({"town": (-600.0, -700.0), "grocer": (900.0, 800.0)})
        )
        QApplication.processEvents()
        canvas.fit()
        whole = canvas.surface.view
        app.enlarge(2.0)
        QApplication.processEvents()
        assert sees_all(canvas.surface)
        assert canvas.zoom < whole.zoom, "there is less room for it"
        app.enlarge(1.0)
        QApplication.processEvents()
        assert canvas.zoom == pytest.approx(whole.zoom)
        view = canvas.surface.view
        canvas.surface.set_view(View(view.x, view.y, view.zoom * 0.97))
        app.enlarge(2.0)
        QApplication.processEvents()
        assert sees_all(canvas.surface), "it was seen whole, if not asked to be"
        canvas.surface.set_view(View(0.0, 0.0, 1.0))
        app.enlarge(1.0)
        QApplication.processEvents()
        assert canvas.zoom == 1.0, "one was looking at a part of it"

    def test_the_map_keeps_some_room_in_the_smallest_window(self, app: App, session: Path) -> None:
        app.enlarge(2.0)
        app.open(session)
        window = app.window
        assert window is not None
        window.showNormal()
        window.resize(800, 768)
        QApplication.processEvents()
        assert window.canvas.surface.height() > 190
        app.enlarge(1.0)

    def test_every_role_of_the_style_sheet_is_named(self) -> None:
        sheet = look.style_sheet(theme("screen"))
        for kind, roles in look.ROLES.items():
            for role in roles:
                assert f'{kind}[role="{role}"]' in sheet
        assert "$" not in sheet


_COPIES = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from facilitator.ui.app import App, application
qt = application()
app = App(qt)
app.begin(Path(sys.argv[1]))
app.window.workspace.select([("actors", "town")])
app.window.ask("take_copy")
assert QGuiApplication.clipboard().text()
QTimer.singleShot(0, app.window, app.window.close)
qt.exec()
app.end()
"""

_FALLS = """
import os, signal, sys
from pathlib import Path
from facilitator.model import gestures
from facilitator.model.document import ordered
from facilitator.ui.app import App, application
qt = application()
app = App(qt)
app.begin(Path(sys.argv[1]))
window = app.window
window.workspace.show_step(ordered(window.workspace.document.steps)[6].id)
window.workspace.do(gestures.edit_actor("town", name="Rivemont"))
window.toggle_projection()
qt.processEvents()
from facilitator.ui.canvas.view import View
window.canvas.surface.set_view(View(0.0, 0.0, 0.5))
window.workspace.settle()
os._exit(9)
"""
