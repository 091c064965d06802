"""The console of a session: what is seen, folded, said, and where the keys lead."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QCloseEvent, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from facilitator.model import gestures
from facilitator.model.document import ordered
from facilitator.model.lens import Lens
from facilitator.model.store import file
from facilitator.model.store.schema import FORMAT
from facilitator.ui import look, remembered, sessions, sides
from facilitator.ui.actions import ACTIONS, MENUS
from facilitator.ui.app import App
from facilitator.ui.help import About
from facilitator.ui.minutes_dialog import MinutesDialog
from facilitator.ui.panels.sentence import Sentence
from facilitator.ui.sheet import SessionSheet
from facilitator.ui.shortcuts import Shortcuts
from facilitator.ui.window import Window
from facilitator.ui.workspace import Workspace
from tests.ui.canvas.pixels import Paintings
from tests.ui.hands import CTRL, SHIFT, answer, at_hand, hover, inside, press, strike, write
from tests.ui.seen import in_sight, laid_out, whole
from tests.ui.texts import english_left, read

NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def window(app: App, session: Path, qtbot: QtBot) -> Window:
    """The console of the small session."""
    return unfolded(app, session, qtbot)


def unfolded(app: App, session: Path, qtbot: QtBot) -> Window:
    """The console of a session, with both its panels."""
    app.open(session)
    assert app.window is not None
    app.window.resize(1366, 768)
    for side in ("rail", "inspector"):
        if not app.window.unfolded(side):  # the screen of tests is a small one
            app.window.fold(side)
    at_hand(app.window, qtbot)
    app.window.canvas.setFocus()
    return app.window


def texts(window: Window) -> set[str]:
    """All that is read in a window, once what came is shown and what went is gone."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return set(read(window))


def painted_again(workspace: Workspace, app: QApplication, qtbot: QtBot, size: tuple[int, int]) -> list[str]:
    """What is painted of a console once its first picture is there."""
    window, heard = Window(workspace), Paintings()
    qtbot.addWidget(window)
    window.resize(*size)
    app.installEventFilter(heard)
    window.show()
    qtbot.waitUntil(lambda: "Window" in heard.seen)
    assert "Surface" in heard.seen
    heard.seen.clear()
    for _ in range(9):
        QApplication.processEvents()
    app.removeEventFilter(heard)
    window.close()
    return heard.seen


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768)])
class TestTheFirstPictureIsTheLast:
    """Nothing moves nor is painted again under the eyes of who has just opened a session."""

    def test_of_a_small_session(
        self, workspace: Workspace, qapp: QApplication, qtbot: QtBot, size: tuple[int, int]
    ) -> None:
        assert painted_again(workspace, qapp, qtbot, size) == []

    def test_of_what_stands_deep_in_a_panel(
        self, dressed: QApplication, qtbot: QtBot, size: tuple[int, int]
    ) -> None:
        """The sample opens on an actor, whose contributions are texts in lists in sections in a column."""
        workspace = sessions.sample()
        assert painted_again(workspace, dressed, qtbot, size) == []
        workspace.close()


class TestRightAfterTheFirstPicture:
    def test_has_keys_and_menus_right_after(self, workspace: Workspace, qtbot: QtBot) -> None:
        window = Window(workspace)
        qtbot.addWidget(window)
        assert [title.text() for title in window.menuBar().actions()], "the titles are in the picture"
        window.show()
        qtbot.waitUntil(lambda: len(window.findChildren(QAction)) > len(ACTIONS))
        window.close()

    def test_has_its_actions_before_when_they_are_asked_for(self, workspace: Workspace, qtbot: QtBot) -> None:
        window = Window(workspace)
        qtbot.addWidget(window)
        assert window.menus.menu("edit").actions()
        assert window.menus.action("undo").shortcuts()
        window.close()


class TestBars:
    def test_says_what_the_session_is(self, window: Window) -> None:
        assert window.top.title.text() == "Nourrir Rivemont"
        assert window.top.question.text() == "Comment allons-nous mieux nous nourrir ?"
        assert window.status.counts.text() == "3 acteurs · 1 lien · 1 à placer"
        assert window.windowTitle() == "Nourrir Rivemont — Entre tous"

    def test_a_session_without_a_question_asks_for_one(self, window: Window, qtbot: QtBot) -> None:
        assert window.top.ask_question.isHidden()
        window.workspace.do(gestures.edit_workshop(question=""))
        assert window.top.ask_question.text() == f"Quelle question commune{NBSP}?"
        window.showNormal()  # the screen of tests is too small for it
        window.resize(1366, 768)
        at_hand(window, qtbot)
        window.top.ask_question.setFocus()
        press(Qt.Key.Key_Return)
        assert inside(window, SessionSheet).isVisible()

    def test_follows_the_document(self, window: Window) -> None:
        window.showNormal()  # the screen of tests is too small for the whole title
        window.resize(1366, 768)
        window.workspace.do(gestures.edit_workshop(title="Manger & vivre", question=""))
        window.workspace.do(gestures.delete_links(["funds"]))
        assert window.top.title.text() == "Manger && vivre", "an ampersand is no shortcut"
        assert window.windowTitle() == "Manger & vivre — Entre tous"
        assert window.status.counts.text() == "3 acteurs · 0 lien · 1 à placer"
        assert window.status.saved.text().startswith("Enregistré ")

    def test_a_long_title_leaves_room_for_what_stands_beside_it(self, window: Window) -> None:
        window.workspace.do(gestures.edit_workshop(title="Bien manger et bien vivre " * 7))
        for width in (1366, 760):
            window.resize(width, 600)
            QApplication.processEvents()
            assert window.top.title.text().endswith("…")
            assert window.top.title.width() >= window.top.title.sizeHint().width(), "nothing of it is cut"
            assert window.top.minutes.geometry().right() < window.top.width()

    @pytest.mark.parametrize("language", ["fr", "en"])
    @pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
    def test_its_words_are_whole_in_the_smallest_window(
        self, qapp: QApplication, window: Window, scale: float, language: str
    ) -> None:
        window.workspace.speak(language)
        look.dress(qapp, scale=scale)
        window.showNormal()
        window.resize(1, 1)
        laid_out()
        top = window.top
        assert window.width() <= window.screen().availableSize().width()
        shown = [button for button in top.findChildren(QAbstractButton) if button.isVisible()]
        assert {top.home, top.projection, top.minutes} <= set(shown)
        assert all(in_sight(button, window) and whole(button) for button in shown)
        assert scale > 1.0 or (top.undo.isVisible() and top.search.isVisible())
        look.dress(qapp)
        window.resize(1000, 700)
        laid_out()
        assert top.undo.isVisible()
        assert top.search.isVisible()
        assert top.title.isVisible()

    def test_an_error_stays_and_what_went_well_fades(self, window: Window, qtbot: QtBot) -> None:
        window.workspace.do(gestures.edit_actor("nobody", name="Personne"))
        assert window.status.sentence.property("role") == "error"
        assert window.status.sentence.text() == "Cet acteur n’est plus dans la séance."
        window.status._silence.setInterval(1)
        window.workspace.say("Bonjour")
        assert window.status.sentence.property("role") == "small"
        qtbot.waitUntil(lambda: window.status.sentence.text() == "")

    def test_an_error_fades_once_something_is_done(self, window: Window, qtbot: QtBot) -> None:
        window.status._silence.setInterval(1)
        window.workspace.do(gestures.edit_actor("nobody", name="Personne"))
        QApplication.processEvents()
        assert window.status.sentence.property("role") == "error"
        window.workspace.do(gestures.edit_actor("town", name="Rivemont"))
        qtbot.waitUntil(lambda: window.status.sentence.text() == "")

    def test_an_error_fades_once_something_else_is_looked_at(self, window: Window, qtbot: QtBot) -> None:
        window.status._silence.setInterval(1)
        window.workspace.do(gestures.edit_actor("nobody", name="Personne"))
        QApplication.processEvents()
        window.workspace.select([("actors", "town")])
        qtbot.waitUntil(lambda: window.status.sentence.text() == "")

    def test_what_was_said_of_another_state_is_told_no_more(self, window: Window) -> None:
        workspace, sentence = window.workspace, window.status.sentence
        workspace.do(gestures.edit_actor("town", name="Rivemont"))
        workspace.undo()
        assert sentence.text() == f"Annulé{NBSP}: modification d’un acteur"
        workspace.select([("actors", "town")])
        assert sentence.text(), "the session is the same"
        workspace.do(gestures.delete_actors(["town"]))
        assert sentence.text() == ""

    def test_undo_and_redo_have_buttons_that_know_when_to_rest(self, window: Window, qtbot: QtBot) -> None:
        assert not window.top.undo.isEnabled()
        before = window.workspace.document
        window.workspace.do(gestures.edit_actor("town", name="Rivemont"))
        qtbot.mouseClick(window.top.undo, Qt.MouseButton.LeftButton)
        assert window.workspace.document == before
        assert (window.top.undo.isEnabled(), window.top.redo.isEnabled()) == (False, True)
        qtbot.mouseClick(window.top.redo, Qt.MouseButton.LeftButton)
        assert window.workspace.document.actors["town"].name == "Rivemont"

    def test_panels_fold_under_the_mouse_too(self, window: Window, qtbot: QtBot) -> None:
        for button, side in ((window.status.rail, "rail"), (window.status.inspector, "inspector")):
            assert button.isChecked()
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
            assert (window.unfolded(side), button.isChecked()) == (False, False)
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
            assert (window.unfolded(side), button.isChecked()) == (True, True)

    def test_the_zoom_is_said_and_a_click_shows_everything(self, window: Window, qtbot: QtBot) -> None:
        for _each in range(4):
            strike(window, Qt.Key.Key_Plus, CTRL)
        near = window.canvas.zoom
        assert window.status.zoom.text() == f"{round(near * 100)}{NBSP}%"
        qtbot.mouseClick(window.status.zoom, Qt.MouseButton.LeftButton)
        assert window.canvas.zoom < near


class TestKeys:
    def test_letters_act_on_the_map_and_type_in_a_field(self, window: Window, qtbot: QtBot) -> None:
        window.workspace.select([("actors", "town")])
        field = next(child for child in window.inspector.findChildren(QLineEdit) if child.isVisible())
        field.setFocus()
        field.selectAll()
        for letter in "Salz0":
            qtbot.keyClick(field, letter)
        assert field.text() == "Salz0"
        assert not window.canvas.entry.isVisible()
        window.canvas.setFocus()
        strike(window, Qt.Key.Key_A)
        assert window.canvas.entry.isVisible()

    def test_letters_act_from_a_button_too(self, window: Window) -> None:
        window.top.minutes.setFocus()
        strike(window, Qt.Key.Key_A)
        assert window.canvas.entry.isVisible()

    def test_the_map_has_the_keys_of_a_panel_that_goes_and_nobody_is_selected(self, window: Window) -> None:
        """Not who waits in the tray, whose chip comes next in the order of Tab, nor a text of the step."""
        (link,) = window.workspace.document.links
        window.workspace.select([("links", link)])
        window.workspace.select([])
        strike(window, Qt.Key.Key_A)
        write("Un")
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Escape)
        window.workspace.select([("links", link)])
        goes = next(
            one for one in window.inspector.link.findChildren(QPushButton) if "upprimer" in one.text()
        )
        goes.setFocus()
        press(Qt.Key.Key_Space)
        assert link not in window.workspace.document.links
        assert window.workspace.selection == frozenset()
        assert window.inspector.currentWidget() is window.inspector.step
        assert not window.inspector.link.isVisible()
        assert window.focusWidget() is window.canvas.surface

    def test_the_panel_that_another_one_opens_has_the_keyboard(self, window: Window) -> None:
        window.workspace.select([("actors", "town")])
        sentences = window.inspector.actor.findChildren(Sentence)
        (sentence,) = (one for one in sentences if "finance" in one.accessibleName())
        sentence.setFocus()
        press(Qt.Key.Key_Space)
        assert window.inspector.currentWidget() is window.inspector.link
        focus = window.focusWidget()
        assert focus is not None
        assert window.inspector.link.isAncestorOf(focus)

    def test_f6_goes_round_the_window_and_back(self, window: Window) -> None:
        canvas = window.canvas
        parts = (canvas.surface, window.inspector, canvas.tray, window.status, window.top, window.rail)
        for part in (*parts[1:], canvas.palette_, canvas.surface):
            strike(window, Qt.Key.Key_F6)
            focus = window.focusWidget()
            assert focus is not None
            assert part is focus or part.isAncestorOf(focus)
        window.fold("inspector")
        strike(window, Qt.Key.Key_F6)
        strike(window, Qt.Key.Key_F6)
        assert window.status.isAncestorOf(window.focusWidget()), "what is folded is passed over"
        strike(window, Qt.Key.Key_F6, SHIFT)
        assert canvas.tray.isAncestorOf(window.focusWidget())

    def test_f6_through_the_tray_leaves_several_selected(self, window: Window) -> None:
        canvas, workspace = window.canvas, window.workspace
        canvas.setFocus()
        strike(window, Qt.Key.Key_A, CTRL)
        selected = workspace.selection
        assert len(selected) == 2
        while not canvas.tray.isAncestorOf(window.focusWidget()):
            strike(window, Qt.Key.Key_F6)
        assert workspace.selection == selected
        workspace.select([("actors", "town")])
        while not canvas.surface.hasFocus():
            strike(window, Qt.Key.Key_F6)
        while not canvas.tray.isAncestorOf(window.focusWidget()):
            strike(window, Qt.Key.Key_F6)
        assert workspace.selection == {("actors", "radio")}

    def test_delete_undo_redo(self, window: Window) -> None:
        before = window.workspace.document
        window.workspace.select([("actors", "town")])
        strike(window, Qt.Key.Key_Delete)
        assert "town" not in window.workspace.document.actors
        assert not window.workspace.document.links
        strike(window, Qt.Key.Key_Z, CTRL)
        assert window.workspace.document == before
        strike(window, Qt.Key.Key_Z, CTRL, SHIFT)
        assert "town" not in window.workspace.document.actors

    def test_what_makes_no_sense_now_is_said_and_does_nothing(self, window: Window) -> None:
        before = window.workspace.document
        strike(window, Qt.Key.Key_D, CTRL)
        assert window.workspace.document is before
        assert "Dupliquer" in window.status.sentence.text()

    def test_what_waits_for_more_cards_says_how_many(self, window: Window) -> None:
        window.workspace.select([("actors", "town"), ("actors", "grocer")])
        strike(window, Qt.Key.Key_H, CTRL, SHIFT)
        assert "trois fiches" in window.status.sentence.text()
        window.workspace.select([("actors", "town")])
        strike(window, Qt.Key.Key_E, CTRL, SHIFT)
        assert "deux fiches" in window.status.sentence.text()

    def test_duplicate_selects_the_copies(self, window: Window) -> None:
        window.workspace.select([("actors", "town"), ("actors", "grocer")])
        strike(window, Qt.Key.Key_D, CTRL)
        assert len(window.workspace.document.actors) == 5
        assert {actor.name for actor in window.workspace.selected_actors} == {
            "Ville de Rivemont",
            "Épicerie sociale L’Étal",
        }
        assert not {"town", "grocer"} & {actor.id for actor in window.workspace.selected_actors}

    def test_the_journey_goes_on_back_and_over_what_is_skipped(self, window: Window) -> None:
        steps = [step.id for step in ordered(window.workspace.document.steps)]
        strike(window, Qt.Key.Key_PageDown, CTRL)
        assert window.workspace.step_id == steps[1]
        strike(window, Qt.Key.Key_PageDown, CTRL, SHIFT)
        assert window.workspace.document.steps[steps[1]].skipped
        assert window.workspace.step_id == steps[2]
        strike(window, Qt.Key.Key_PageUp, CTRL)
        assert window.workspace.step_id == steps[0]
        strike(window, Qt.Key.Key_PageUp, CTRL)
        assert window.workspace.step_id == steps[0]

    @pytest.mark.parametrize(("key", "side"), [(Qt.Key.Key_F8, "rail"), (Qt.Key.Key_F9, "inspector")])
    def test_panels_fold_and_stay_folded_next_time(
        self, window: Window, app: App, session: Path, qtbot: QtBot, key: Qt.Key, side: str
    ) -> None:
        wide = window.canvas.width()
        strike(window, key)
        assert not window.unfolded(side)
        qtbot.waitUntil(lambda: window.canvas.width() > wide)
        app.show_home()
        app.open(session)
        assert app.window is not None
        assert not app.window.unfolded(side)
        at_hand(app.window, qtbot)
        strike(app.window, key)
        assert app.window.unfolded(side)

    @pytest.mark.parametrize(("key", "side"), [(Qt.Key.Key_F8, "rail"), (Qt.Key.Key_F9, "inspector")])
    def test_a_panel_that_was_folded_comes_back_as_wide_as_it_was(
        self, window: Window, app: App, session: Path, qtbot: QtBot, key: Qt.Key, side: str
    ) -> None:
        laid_out()
        wide = {one: getattr(window, one).width() for one in ("rail", "inspector")}
        strike(window, key)
        app.show_home()
        app.open(session)
        assert app.window is not None
        at_hand(app.window, qtbot)
        app.window.resize(1366, 768)
        strike(app.window, key)
        laid_out()
        assert getattr(app.window, side).width() == wide[side]

    def test_a_width_that_says_nothing_is_as_on_a_first_day(self, app: App, session: Path) -> None:
        there = {"rail": False, "inspector": False}
        sizes: list[object] = [[0, 0, 0], [64, 1200, 64], [1], "wide", None]
        folds: list[object] = [[], "x", {"rail": "yes"}, None]
        widths: list[object] = [{"folded": there, "sizes": one} for one in sizes]
        others: list[object] = [{"folded": one, "sizes": [["a"], -1, "b"]} for one in folds]
        for kept in (*widths, *others, [], "x", 3):
            app.show_home()
            desk = file.open(session)
            Workspace(desk).keep("console", kept)
            desk.close()
            app.open(session)
            assert app.window is not None
            app.window.resize(1366, 768)
            for side in ("rail", "inspector"):
                if not app.window.unfolded(side):
                    app.window.fold(side)
            laid_out()
            assert app.window.rail.width() >= 210
            assert app.window.inspector.width() >= 270

    def test_panels_grow_with_their_letters_and_shrink_with_them(self, app: App, window: Window) -> None:
        window.resize(1920, 900)
        laid_out()
        before = window.rail.width(), window.inspector.width()
        app.enlarge(2.0)
        laid_out()
        assert (window.rail.width(), window.inspector.width()) == tuple(2 * wide for wide in before)
        window.resize(1366, 768)
        app.enlarge(1.0)
        app.enlarge(2.0)
        laid_out()
        assert window.rail.width() >= 420
        assert window.inspector.width() >= 540
        assert window.canvas.width() >= 300
        app.enlarge(1.0)
        laid_out()
        assert window.inspector.width() < 540

    def test_next_time_in_other_letters_they_are_as_wide_for_these(
        self, app: App, window: Window, session: Path, qtbot: QtBot
    ) -> None:
        window.resize(1920, 900)
        laid_out()
        before = window.rail.width(), window.inspector.width()
        app.enlarge(2.0)
        laid_out()
        app.show_home()
        app.enlarge(1.0)
        reopened = unfolded(app, session, qtbot)
        reopened.resize(1920, 900)
        laid_out()
        assert (reopened.rail.width(), reopened.inspector.width()) == before

    @pytest.mark.parametrize(
        ("closed", "keys"),
        [
            (True, [Qt.Key.Key_F8]),
            (True, [Qt.Key.Key_F9]),
            (True, [Qt.Key.Key_L]),
            (True, [Qt.Key.Key_F8, Qt.Key.Key_L]),
            (False, [Qt.Key.Key_F8]),
            (False, [Qt.Key.Key_F9]),
        ],
    )
    def test_whatever_was_folded_cards_are_where_they_were_in_the_window(
        self,
        app: App,
        window: Window,
        session: Path,
        qtbot: QtBot,
        tmp_path: Path,
        closed: bool,
        keys: list[Qt.Key],
    ) -> None:
        def seen(shown: Window) -> QPoint:
            surface = shown.canvas.surface
            return surface.mapTo(shown, surface.card_rectangle("town").topLeft()).toPoint()

        window.canvas.surface.zoom(1.3)
        qtbot.waitUntil(lambda: bool(window.workspace.desk.get("view", None)))
        for key in keys:
            strike(window, key, *([CTRL] if key == Qt.Key.Key_L else []))
        laid_out()
        left = seen(window)
        if closed:
            app.show_home()
        else:  # as a crash leaves it
            (tmp_path / "copy").mkdir()
            for path in session.parent.glob(f"{session.name}*"):
                shutil.copy(path, tmp_path / "copy")
            session = tmp_path / "copy" / session.name
        app.open(session)
        again = app.window
        assert again is not None
        again.resize(1366, 768)
        at_hand(again, qtbot)
        laid_out()
        assert seen(again) == left

    def test_in_another_window_what_was_in_the_middle_is_there_again(
        self, app: App, window: Window, session: Path, qtbot: QtBot
    ) -> None:
        surface = window.canvas.surface
        surface.zoom(1.3)
        view = surface.view
        qtbot.waitUntil(lambda: bool(window.workspace.desk.get("view", None)))
        app.show_home()
        opened = Workspace(file.open(session))
        opened.keep("view", [*opened.desk.get("view", [])[:5], 1920.0, 1080.0])
        opened.close()
        app.open(session)
        assert app.window is not None
        at_hand(app.window, qtbot)
        again = app.window.canvas.surface.view
        assert (again.x, again.y, again.zoom) == pytest.approx((view.x, view.y, view.zoom))

    def test_a_window_that_will_fill_its_screen_has_the_panels_of_it(
        self, app: App, session: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Before it is shown, it is as large as it was before it filled the screen."""
        app.open(session)
        assert app.window is not None
        app.window.setGeometry(0, 0, 740, 480)
        app.window.setWindowState(Qt.WindowState.WindowMaximized)
        app.show_home()
        desk = file.open(session)
        Workspace(desk).keep("console", {})
        desk.close()
        monkeypatch.setattr(sides, "ROOM", {"rail": 745, "inspector": 750})
        app.open(session)
        assert app.window is not None
        assert app.window.screen().availableSize().width() > 750
        assert app.window.unfolded("rail")
        assert app.window.unfolded("inspector")

    def test_nor_is_one_folded_for_the_size_it_has_before(
        self, app: App, session: Path, qtbot: QtBot
    ) -> None:
        left = QMainWindow()
        qtbot.addWidget(left)
        left.resize(725, 480)
        left.show()
        left.showMaximized()
        laid_out()
        remembered.remember("window", left.saveGeometry().toBase64().toStdString())
        app.enlarge(1.1)
        there = {"rail": False, "inspector": False}
        desk = file.open(session)
        Workspace(desk).keep("console", {"folded": there, "sizes": [0, 0, 0]})
        desk.close()
        app.open(session)
        assert app.window is not None
        laid_out()
        assert app.window.isMaximized()
        assert app.window.unfolded("rail")
        assert app.window.unfolded("inspector")
        app.enlarge(1.0)

    def test_in_large_letters_two_panels_never_take_the_whole_map(self, app: App, window: Window) -> None:
        """The one that is asked for comes in place of the other."""
        window.resize(1280, 768)
        assert window.unfolded("rail")
        assert window.unfolded("inspector")
        window.resize(800, 480)
        app.enlarge(2.0)
        laid_out()
        for side, other in (("rail", "inspector"), ("inspector", "rail")):
            if not window.unfolded(side):
                window.ask(side)
            laid_out()
            assert window.unfolded(side)
            assert not window.unfolded(other)
            assert window.canvas.width() >= 300
        app.enlarge(1.0)
        laid_out()
        assert window.unfolded("rail")
        assert window.unfolded("inspector"), "both have room in ordinary letters"

    def test_as_the_window_gets_narrow_one_panel_folds(self, app: App, window: Window) -> None:
        window.resize(1600, 768)
        app.enlarge(2.0)
        laid_out()
        assert window.unfolded("rail")
        assert window.unfolded("inspector")
        window.resize(1000, 768)
        laid_out()
        assert not window.unfolded("rail")
        assert not window.status.rail.isChecked()
        assert window.unfolded("inspector")
        assert window.canvas.width() >= 300
        app.enlarge(1.0)

    @pytest.mark.parametrize("wide", [900, 1000, 1100, 1366])
    def test_no_panel_goes_out_of_a_narrow_window(self, app: App, window: Window, wide: int) -> None:
        app.enlarge(1.5)
        window.resize(wide, 768)
        laid_out()
        window.ask("decorations")
        window.workspace.look_through(Lens(focus=frozenset({"town"})))
        laid_out()
        for panel in (window.rail, window.centre, window.inspector):
            if panel.isVisible():
                assert panel.mapTo(window, QPoint(panel.width(), 0)).x() <= window.width()
        assert window.unfolded("inspector")
        app.enlarge(1.0)

    def test_and_comes_back_once_there_is_room_unless_a_hand_folded_it(
        self, app: App, window: Window
    ) -> None:
        window.resize(1600, 768)
        app.enlarge(2.0)
        laid_out()
        for _n in range(2):
            window.resize(1000, 768)
            laid_out()
            assert not window.unfolded("rail")
            assert window.workspace.desk.get("console", {})["folded"] == {"rail": False, "inspector": False}
            window.resize(1600, 768)
            laid_out()
            assert window.unfolded("rail")
            assert window.status.rail.isChecked()
        window.ask("rail")
        window.resize(1000, 768)
        window.resize(1600, 768)
        laid_out()
        assert not window.unfolded("rail"), "a hand folded it"
        window.ask("rail")
        window.resize(1000, 768)
        laid_out()
        window.ask("rail")
        laid_out()
        assert window.unfolded("rail"), "asked for, it comes in place of the other"
        assert not window.unfolded("inspector")
        window.resize(1600, 768)
        laid_out()
        assert window.unfolded("inspector")
        app.enlarge(1.0)


class TestMenus:
    def test_each_opens_with_a_letter_of_its_own(self, window: Window, app: App) -> None:
        for language in ("fr", "en"):
            app.speak(language)
            titles = [action.text() for action in window.menuBar().actions()]
            letters = [title[title.index("&") + 1].casefold() for title in titles]
            assert len(set(letters)) == len(titles) == len(MENUS)

    def test_hold_every_action_once(self, window: Window) -> None:
        from facilitator.ui.actions import ACTIONS, MENUS

        def held(menu: QMenu) -> Iterator[str]:
            for act in menu.actions():
                inner = act.menu()
                if isinstance(inner, QMenu):
                    yield from held(inner)
                elif act.data() and not act.isSeparator():
                    yield act.data()

        shown = [key for key in MENUS for key in held(window.menus.menu(key))]
        assert sorted(shown) == sorted(action.key for action in ACTIONS)

    @pytest.mark.qt_log_ignore("This plugin does not support")  # the menu pops up, even without a screen
    @pytest.mark.parametrize("key", ["view", "arrange"])
    def test_one_that_is_too_high_scrolls_in_one_column(self, window: Window, app: App, key: str) -> None:
        """Two are wider than the screen, and their keys are cut."""
        app.enlarge(2.0)
        window.workspace.select([("actors", "town"), ("actors", "grocer")])
        menu = window.menus.menu(key)
        menu.popup(window.screen().availableGeometry().topLeft())
        lines = [menu.actionGeometry(act) for act in menu.actions()]
        assert sum(line.height() for line in lines) > menu.height()
        assert len({line.x() for line in lines}) == 1
        assert lines[-1].bottom() > menu.height()
        for way in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            QTest.keyClick(menu, way)
        last = menu.actions()[-1]
        assert menu.activeAction() is last
        assert menu.actionGeometry(last).bottom() < menu.height()
        menu.close()
        app.enlarge(1.0)

    def test_with_nothing_to_take_back_the_keys_say_so(self, window: Window) -> None:
        for key, said in (
            (Qt.Key.Key_Z, "Il n’y a rien à annuler."),
            (Qt.Key.Key_Y, "Il n’y a rien à rétablir."),
        ):
            strike(window, key, CTRL)
            assert window.status.sentence.text() == said

    def test_undo_names_the_gesture(self, window: Window) -> None:
        window.workspace.do(gestures.place_actors({"town": (1.0, 1.0), "grocer": (2.0, 2.0)}))
        window.menus.refresh("edit")
        assert window.menus.action("undo").text() == f"Annuler{NBSP}: déplacement de 2 acteurs\tCtrl+Z"
        assert window.menus.action("undo").isEnabled()
        assert not window.menus.action("redo").isEnabled()
        window.workspace.undo()
        window.menus.refresh("edit")
        assert window.menus.action("redo").text() == f"Rétablir{NBSP}: déplacement de 2 acteurs\tCtrl+Maj+Z"

    def test_keys_are_written_there_as_everywhere(self, window: Window) -> None:
        for menu in MENUS:
            window.menus.refresh(menu)
        for action in ACTIONS:
            told = window.menus.action(action.key).text().partition("\t")[2]
            assert told == action.shown_key(), action.key

    def test_a_greyed_action_still_answers_once_its_menu_is_closed(self, window: Window) -> None:
        window.menus.refresh("edit")
        assert not window.menus.action("undo").isEnabled()
        window.menus.menu("edit").aboutToHide.emit()
        window.workspace.do(gestures.edit_actor("town", name="Rivemont"))
        strike(window, Qt.Key.Key_Z, CTRL)
        assert window.workspace.document.actors["town"].name == "Ville de Rivemont"


class TestLanguage:
    def test_every_word_follows_live(self, window: Window, app: App) -> None:
        window.workspace.select([("actors", "town")])
        app.speak("en")
        assert window.top.minutes.text() == "Minutes"
        assert window.status.counts.text() == "3 actors · 1 link · 1 to place"
        assert "Compte-rendu" not in window.top.minutes.text()
        app.speak("fr")
        for selection in (
            [],
            [("actors", "town")],
            [("links", "funds")],
            [("actors", "town"), ("actors", "grocer")],
        ):
            window.workspace.select(selection)
            assert english_left(window) == set()

    def test_what_is_being_typed_is_kept_first(self, window: Window, app: App) -> None:
        window.workspace.settling.connect(lambda: window.workspace.do(gestures.edit_workshop(place="Halle")))
        app.speak("en")
        assert window.workspace.document.workshop.place == "Halle"

    @pytest.mark.parametrize("at", [[], [("actors", "town")], [("links", "funds")]])
    def test_a_window_that_changed_reads_as_one_opened_so(
        self, window: Window, app: App, session: Path, qtbot: QtBot, at: list[tuple[str, str]]
    ) -> None:
        """Whatever is seen or told, in the whole window: nothing is left of the language before."""
        # The hour that is told is then that of this gesture, however long opening again takes.
        window.workspace.do(gestures.edit_workshop(place="Halle"))
        window.workspace.select(at)
        app.speak("en")
        window.workspace.select(at)
        changed = texts(window)
        app.show_home()
        again = unfolded(app, session, qtbot)
        again.workspace.select(at)
        assert texts(again) == changed

    def test_every_step_is_french(self, window: Window) -> None:
        for step in ordered(window.workspace.document.steps):
            window.workspace.show_step(step.id)
            assert english_left(window) == set(), step.title

    def test_is_that_of_the_next_time(self, app: App, qapp: QApplication) -> None:
        app.speak("en")
        app.end()
        again = App(qapp)
        try:
            again.begin(None)
            assert again.home is not None
            assert again.home.new.accessibleName() == "New session"
        finally:
            again.end()


class TestDialogs:
    def test_each_is_french_and_closes(self, window: Window, qtbot: QtBot) -> None:
        for opened, kind in (
            (window.show_sheet(), SessionSheet),
            (window.write_minutes(), MinutesDialog),
            (window.show_shortcuts(), Shortcuts),
            (window.show_about(), About),
        ):
            assert isinstance(opened, kind)
            assert opened.isVisible()
            assert english_left(opened) == set()
            with qtbot.waitSignal(opened.destroyed):
                opened.close()

    def test_what_is_around_a_file_is_in_the_language_of_the_moment(self, window: Window) -> None:
        strike(window, Qt.Key.Key_O, CTRL)
        dialog = inside(window, QFileDialog)
        for label, said in (
            (QFileDialog.DialogLabel.LookIn, "Dossier :"),
            (QFileDialog.DialogLabel.FileName, "Nom du fichier :"),
            (QFileDialog.DialogLabel.FileType, "Type de fichier :"),
        ):
            assert dialog.labelText(label).replace("\N{NO-BREAK SPACE}", " ") == said
        dialog.reject()

    def test_the_keys_fit_the_screen_at_twice_the_size(self, window: Window, app: App) -> None:
        app.enlarge(2.0)
        try:
            keys = window.show_shortcuts()
            room = keys.screen().availableSize()
            assert keys.width() <= room.width()
            assert keys.height() <= room.height()
        finally:
            app.enlarge(1.0)

    def test_the_sheet_opens_once(self, window: Window) -> None:
        sheet = window.show_sheet()
        assert window.show_sheet() is sheet

    def test_minutes_are_written_beside_the_session_in_two_keys(
        self, window: Window, session: Path, qtbot: QtBot
    ) -> None:
        strike(window, Qt.Key.Key_P, CTRL)
        dialog = inside(window, MinutesDialog)
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
        written = session.with_name("Nourrir Rivemont - 2026-10-12.pdf")
        assert "Ville de Rivemont" in "".join(page.extract_text() for page in PdfReader(written).pages)
        assert str(written) in dialog.result_text.text()
        assert dialog.path.name == "Nourrir Rivemont - 2026-10-12 (2).pdf", "never over what is there"
        dialog.public.click()
        assert dialog.path.name == "Nourrir Rivemont - 2026-10-12 - public.pdf"

    def test_minutes_that_cannot_be_written_are_said_in_one_sentence(self, window: Window) -> None:
        dialog = window.write_minutes()
        assert isinstance(dialog, MinutesDialog)
        dialog._choose(Path("/nowhere/at/all.pdf"))
        assert not dialog.write()
        assert "/nowhere/at" in dialog.result_text.text()
        assert "Traceback" not in dialog.result_text.text()
        assert not dialog.open_file.isVisible()

    def test_a_copy_is_a_session_with_its_history(self, window: Window, tmp_path: Path, qtbot: QtBot) -> None:
        window.workspace.do(gestures.edit_actor("town", name="Rivemont"))
        copy = tmp_path / "copie.alliance"
        window.save_copy()
        answer(window, copy, qtbot)
        with file.open(copy) as opened:
            assert opened.document == window.workspace.document
        assert str(copy) in window.status.sentence.text()


class TestProjection:
    def test_f5_opens_it_and_closes_it(self, window: Window) -> None:
        strike(window, Qt.Key.Key_F5)
        assert window.projecting
        assert window.top.projection.isChecked()
        strike(window, Qt.Key.Key_F5)
        assert not window.projecting
        assert not window.top.projection.isChecked()

    def test_a_console_asked_twice_to_close_leaves_once(self, window: Window) -> None:
        strike(window, Qt.Key.Key_F5)
        assert window.projecting
        left: list[bool] = []
        window.closed.connect(lambda: left.append(window.projecting))
        assert window.close()
        QApplication.sendEvent(window, QCloseEvent())
        assert left == [False]

    def test_closes_with_the_console_and_does_not_come_back_by_itself(
        self, window: Window, app: App, session: Path
    ) -> None:
        window.toggle_projection()
        app.show_home()
        app.open(session)
        assert app.window is not None
        app.window.resume()
        assert not app.window.projecting


class TestReadOnly:
    def test_can_be_looked_at_and_says_so(self, app: App, session: Path) -> None:
        from facilitator.ui.workspace import Workspace

        app._enter(Workspace(file.open(session, read_only=True)))
        window = app.window
        assert window is not None
        assert window.top.mark.text() == "lecture seule"
        assert window.status.saved.text() == "Lecture seule"
        window.workspace.select([("actors", "town")])
        window.canvas.setFocus()
        strike(window, Qt.Key.Key_Delete)
        assert "town" in window.workspace.document.actors
        assert window.status.sentence.property("role") == "error"

    @pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Delete])
    def test_one_of_a_newer_format_asks_for_a_newer_version_of_the_application(
        self, app: App, session: Path, qtbot: QtBot, key: Qt.Key
    ) -> None:
        raw = sqlite3.connect(session)
        raw.execute(f"PRAGMA user_version={FORMAT + 1}")
        raw.close()
        app.open(session)
        window = app.window
        assert window is not None
        at_hand(window, qtbot)
        window.workspace.select([("actors", "town")])
        window.canvas.setFocus()
        window.status.say("")
        strike(window, key)
        assert "version plus récente" in window.status.sentence.text()
        assert "copie" not in window.status.sentence.text()


def test_the_top_bar_cuts_no_button_in_the_largest_letters_on_a_small_laptop(
    qapp: QApplication, session: Path, qtbot: QtBot
) -> None:
    """In a session without a question, the button that asks for one gives way: the step of the cap asks for it too."""
    look.dress(qapp, scale=2.0)
    try:
        workspace = Workspace(file.open(session))
        workspace.do(gestures.edit_workshop(question=""))
        window = Window(workspace)
        qtbot.addWidget(window)
        window.resize(1366, 740)
        window.show()
        QApplication.processEvents()
        top = window.top
        for button in (top.title, top.minutes, top.projection):
            assert button.width() >= button.sizeHint().width()
        assert top.title.text() == "Nourrir Rivemont"
        assert top.minutes.geometry().right() <= top.width()
        assert not top.ask_question.isVisible()
        window.resize(1900, 740)
        assert top.ask_question.isVisible()
        window.close()
        workspace.close()
    finally:
        look.dress(qapp)


def enter_map(window: Window, at: QPointF) -> None:
    """The pointer comes over the map."""
    surface = window.canvas.surface
    QApplication.sendEvent(surface, QEnterEvent(at, at, QPointF(surface.mapToGlobal(at))))
    hover(surface, at.toPoint() + QPoint(1, 0))


@pytest.mark.parametrize("clicked", ["step", "button", "chip"])
def test_the_hand_back_from_what_it_clicked_pushes_the_map(
    window: Window, qtbot: QtBot, clicked: str
) -> None:
    at_hand(window, qtbot)
    surface, steps, left = window.canvas.surface, window.rail.steps, Qt.MouseButton.LeftButton
    on = {
        "step": steps,
        "button": window.top.horizon.findChildren(QAbstractButton)[-1],
        "chip": window.canvas.palette_.chips[0],
    }[clicked]
    if clicked == "step":
        QTest.mouseClick(steps.viewport(), left, pos=steps.visualItemRect(steps.item(2)).center())
    else:
        QTest.mouseClick(on, left)
    assert on.hasFocus()
    surface.arm("")
    enter_map(window, QPointF(300, 200))
    assert surface.hasFocus()
    before, start = surface.view, QPoint(300, 200)
    QTest.keyPress(surface, Qt.Key.Key_Space)
    QTest.mousePress(surface, left, pos=start)
    QTest.mouseMove(surface, start + QPoint(40, 0))
    QTest.mouseRelease(surface, left, pos=start + QPoint(40, 0))
    QTest.keyRelease(surface, Qt.Key.Key_Space)
    assert surface.view == before.panned(40, 0)


def test_what_is_typed_stays_where_the_keyboard_is_as_the_pointer_passes(
    window: Window, qtbot: QtBot
) -> None:
    at_hand(window, qtbot)
    notes = window.rail.notes.control()
    notes.setFocus()
    enter_map(window, QPointF(300, 200))
    assert notes.hasFocus()
    window.ask("twin")
    table = window.focusWidget()
    enter_map(window, QPointF(300, 100))
    assert window.focusWidget() is table


def test_a_pointer_that_rested_on_the_map_takes_no_key_from_a_button(window: Window, qtbot: QtBot) -> None:
    """A menu, or a dialog, that closes over it tells the map that the pointer is there."""
    at_hand(window, qtbot)
    surface, at = window.canvas.surface, QPointF(300, 200)
    hover(surface, at.toPoint())
    window.top.projection.setFocus()
    for _closed in range(2):
        QApplication.sendEvent(surface, QEvent(QEvent.Type.Leave))
        QApplication.sendEvent(surface, QEnterEvent(at, at, QPointF(surface.mapToGlobal(at))))
        assert window.top.projection.hasFocus()
    hover(surface, at.toPoint() + QPoint(1, 0))
    assert window.top.projection.hasFocus(), "it was there before"
