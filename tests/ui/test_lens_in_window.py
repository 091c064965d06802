"""Filters, focus and horizon in the whole console: keys, menus, the switch, the count in the status line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from facilitator.model import gestures
from facilitator.model.document import Link
from facilitator.model.lens import Horizon, Lens
from facilitator.model.vocabulary import Presence, Status
from facilitator.ui import look, looking
from facilitator.ui.app import App
from facilitator.ui.projection.mark import WallMark
from facilitator.ui.window import Window
from tests.ui.hands import CTRL, SHIFT, at_hand, strike

TOWNS = Lens(categories=frozenset({"authority"}), hides=True)
DREAMT = Link("dreamt", "town", "grocer", status=Status.TO_CREATE)


@pytest.fixture
def window(app: App, session: Path, qtbot: QtBot) -> Window:
    app.open(session)
    assert app.window is not None
    app.window.showNormal()
    app.window.resize(1366, 768)
    at_hand(app.window, qtbot)
    app.window.canvas.setFocus()
    app.window.workspace.do(gestures.add_link(DREAMT))
    return app.window


def left_aside(window: Window) -> str:
    return window.status.aside.text() if window.status.aside.isVisible() else ""


class TestKeys:
    def test_t_turns_from_desired_to_today_on_the_same_places(self, window: Window) -> None:
        places = {id_: (held.x, held.y) for id_, held in window.canvas.surface.picture.cards.items()}
        strike(window, Qt.Key.Key_T)
        assert window.workspace.lens.horizon is Horizon.TODAY
        assert set(window.canvas.surface.picture.links) == {"funds"}
        assert {i: (held.x, held.y) for i, held in window.canvas.surface.picture.cards.items()} == places
        strike(window, Qt.Key.Key_T)
        assert set(window.canvas.surface.picture.links) == {"funds", "dreamt"}

    def test_f_focuses_and_leaves(self, window: Window) -> None:
        strike(window, Qt.Key.Key_F)
        assert "Sélectionnez d’abord" in window.status.sentence.text()
        window.workspace.select([("actors", "town")])
        strike(window, Qt.Key.Key_F)
        assert window.workspace.lens.focus == {"town"}
        strike(window, Qt.Key.Key_F)
        assert window.workspace.lens == Lens()

    def test_letters_type_where_one_types(self, window: Window) -> None:
        strike(window, Qt.Key.Key_A)
        for key in (Qt.Key.Key_T, Qt.Key.Key_F):
            strike(window, key)
        assert window.workspace.lens == Lens()

    def test_the_panel_opens_by_keys_and_the_map_has_them_back(self, window: Window) -> None:
        strike(window, Qt.Key.Key_F, CTRL, SHIFT)
        panel = window.canvas.filters.panel
        assert panel is not None
        assert panel.isAncestorOf(window.focusWidget())
        strike(window, Qt.Key.Key_Space)
        assert window.workspace.lens.categories == {"state"}
        strike(window, Qt.Key.Key_Escape)
        assert window.canvas.filters.panel is None
        assert window.canvas.surface.hasFocus()
        strike(window, Qt.Key.Key_Escape)
        assert window.workspace.lens == Lens()

    def test_del_on_a_chip_takes_it_off_and_deletes_nothing(self, window: Window) -> None:
        before = window.workspace.document
        window.workspace.select([("actors", "town")])
        window.workspace.look_through(replace(TOWNS, presences=frozenset({Presence.PRESENT})))
        window.canvas.filters.chips[0].setFocus()
        strike(window, Qt.Key.Key_Delete)
        assert window.workspace.document is before
        assert window.workspace.lens == Lens(presences=frozenset({Presence.PRESENT}), hides=True)

    def test_f6_reaches_the_chips(self, window: Window) -> None:
        window.workspace.look_through(TOWNS)
        strike(window, Qt.Key.Key_F6, SHIFT)
        filters = window.canvas.filters
        for reached in (filters.chips[0], filters.hides.fade, filters.hides.hide_, filters.all_):
            assert window.focusWidget() is reached
            strike(window, Qt.Key.Key_Tab)

    def test_menus_show_what_is_on(self, window: Window) -> None:
        window.workspace.look_through(replace(TOWNS, horizon=Horizon.TODAY, focus=frozenset({"town"})))
        for menu in ("view", "projection"):
            window.menus.refresh(menu)
        states = {
            key: window.menus.action(key).isChecked() for key in ("hides", "focus", "desired", "room_lens")
        }
        assert states == {"hides": True, "focus": True, "desired": False, "room_lens": True}
        assert window.menus.action("show_all").isEnabled()
        for key in ("room_lens", "hides", "show_all"):
            window.ask(key)
        for menu in ("view", "projection"):
            window.menus.refresh(menu)
        assert window.workspace.lens == Lens(Horizon.TODAY)
        assert not window.menus.action("room_lens").isChecked()
        assert not window.menus.action("show_all").isEnabled()


class TestCount:
    def test_is_there_while_anything_is_aside_and_a_click_shows_all(
        self, window: Window, qtbot: QtBot
    ) -> None:
        assert left_aside(window) == ""
        window.workspace.look_through(replace(TOWNS, horizon=Horizon.TODAY))
        links = "1 lien à créer masqué — T pour montrer"
        assert left_aside(window) == "1 acteur masqué — Échap pour tout montrer", "T would not show it"
        qtbot.mouseClick(window.status.aside, Qt.MouseButton.LeftButton)
        assert window.workspace.lens == Lens(Horizon.TODAY, hides=True)
        assert left_aside(window) == links
        qtbot.mouseClick(window.status.aside, Qt.MouseButton.LeftButton)
        assert window.workspace.lens.horizon is Horizon.DESIRED
        assert left_aside(window) == ""

    def test_follows_the_document_and_the_language(self, window: Window) -> None:
        window.workspace.look_through(TOWNS)
        window.workspace.do(gestures.delete_actors(["grocer"]))
        assert left_aside(window) == "Filtres actifs, rien n’est écarté — Échap pour tout montrer"
        window.workspace.undo()
        window.workspace.speak("en")
        assert left_aside(window) == "1 actor hidden — Esc shows everything"

    @pytest.mark.usefixtures("window")
    def test_stays_whole_beside_a_sentence_however_large_the_letters(self, app: App, qtbot: QtBot) -> None:
        app.enlarge(2.0)
        enlarged = app.window
        assert enlarged is not None
        enlarged.showNormal()
        enlarged.resize(1366, 768)
        qtbot.waitUntil(lambda: enlarged.status.width() <= 1366)
        enlarged.workspace.look_through(TOWNS)
        enlarged.workspace.say(
            "Une phrase assez longue pour qu’elle demande beaucoup de place, plus qu’il n’y en a."
        )
        QApplication.processEvents()
        assert left_aside(enlarged) == "1 acteur masqué"
        assert _cut(enlarged.status) == []
        assert enlarged.status.counts.isHidden()
        app.enlarge(1.0)

    @pytest.mark.usefixtures("window")
    @pytest.mark.parametrize("language", ["fr", "en"])
    def test_in_a_small_window_too(self, app: App, qtbot: QtBot, language: str) -> None:
        """The zoom goes first; beside a sentence, that which shows everything: its keys remain."""
        app.enlarge(2.0)
        window = app.window
        assert window is not None
        window.workspace.speak(language)
        window.showNormal()
        window.resize(800, 480)
        qtbot.waitUntil(lambda: window.status.width() <= 800)
        window.workspace.look_through(Lens(horizon=Horizon.TODAY))
        window.workspace.say("")
        QApplication.processEvents()
        assert (
            left_aside(window) == {"fr": "1 lien à créer masqué", "en": "1 link to create hidden"}[language]
        )
        assert _cut(window.status) == []
        window.workspace.say("Une phrase assez longue pour qu’elle demande beaucoup de place.")
        QApplication.processEvents()
        assert _cut(window.status) == []
        assert window.status.sentence.width() > 100
        window.workspace.say("")
        window.resize(1366, 768)
        app.enlarge(1.0)
        QApplication.processEvents()
        assert window.status.zoom.isVisible()
        assert left_aside(window)


class TestSwitch:
    def test_both_answers_are_in_sight_and_a_click_chooses(self, window: Window, qtbot: QtBot) -> None:
        switch = window.top.horizon
        today, desired = switch.button(Horizon.TODAY), switch.button(Horizon.DESIRED)
        assert today.isVisible()
        assert desired.isVisible()
        for _again in range(2):
            qtbot.mouseClick(today, Qt.MouseButton.LeftButton)
            assert (today.isChecked(), desired.isChecked()) == (True, False)
            assert window.workspace.lens.horizon is Horizon.TODAY
        qtbot.keyClick(desired, Qt.Key.Key_Space)
        assert window.workspace.lens.horizon is Horizon.DESIRED
        assert (today.isChecked(), desired.isChecked()) == (False, True)

    def test_says_what_it_is_in_each_language(self, window: Window, each_language: str) -> None:
        window.workspace.speak(each_language)
        told = {"fr": ("Aujourd’hui", "Souhaité"), "en": ("Today", "Desired")}[each_language]
        for horizon, name in zip(Horizon, told, strict=True):
            button = window.top.horizon.button(horizon)
            assert button.text() == name
            assert name in button.accessibleName()
            assert "(T)" in button.toolTip()

    def test_where_room_is_short_one_answer_is_shown_and_turns(self, window: Window, qtbot: QtBot) -> None:
        window.resize(760, 600)
        qtbot.waitUntil(lambda: window.width() < 800)
        switch = window.top.horizon
        today, desired = switch.button(Horizon.TODAY), switch.button(Horizon.DESIRED)
        assert (today.isVisible(), desired.isVisible()) == (False, True)
        qtbot.mouseClick(desired, Qt.MouseButton.LeftButton)
        assert window.workspace.lens.horizon is Horizon.TODAY
        assert (today.isVisible(), desired.isVisible()) == (True, False)
        assert today.hasFocus()
        window.resize(1366, 768)
        qtbot.waitUntil(lambda: desired.isVisible() and today.isVisible())


@pytest.mark.parametrize("before", [True, False])
def test_what_is_said_of_the_wall_is_never_cut(app: App, window: Window, before: bool) -> None:
    """In large letters on a small laptop, as a console opens and as letters grow; without room, it is elided."""
    if before:
        app.enlarge(2.0)
    console = app.window
    assert console is not None
    console.showNormal()
    console.resize(1366, 768)
    console.workspace.board.show("map")
    looking.look_at(console.workspace, Horizon.TODAY)
    console.toggle_projection()
    if not before:
        QApplication.processEvents()
        app.enlarge(2.0)
    QApplication.processEvents()
    assert left_aside(console) == "1 lien à créer masqué"
    (mark,) = console.status.findChildren(WallMark)
    assert mark.legible.text() == "2 acteurs, tous lisibles du fond"
    assert _cut(console.status) == []
    assert console.minimumSizeHint().width() <= 1366
    console.ask("freeze")
    console.workspace.say("Une phrase assez longue pour qu’elle demande beaucoup de place.")
    QApplication.processEvents()
    told = mark.legible.text()
    assert told.endswith("…")
    assert mark.legible.fontMetrics().horizontalAdvance(told) < mark.legible.width()
    assert "2 acteurs, tous lisibles du fond" in mark.legible.toolTip()
    app.enlarge(1.0)


@pytest.mark.parametrize("size", look.TEXT_SIZES)
def test_no_button_of_the_top_bar_is_cut(
    app: App, window: Window, qtbot: QtBot, size: float, each_language: str
) -> None:
    window.workspace.do(gestures.edit_workshop(fictitious=True))
    window.workspace.speak(each_language)
    app.enlarge(size)
    enlarged = app.window
    assert enlarged is not None
    enlarged.showNormal()
    for width in (1920, 1366):
        enlarged.resize(width, 768)
        qtbot.waitUntil(lambda width=width: enlarged.top.width() == width)  # type: ignore[misc]  # a default
        QApplication.processEvents()
        assert _cut(enlarged.top) == []
    app.enlarge(1.0)


def _cut(bar: QWidget) -> list[str]:
    """Buttons that are narrower than what they say."""
    buttons = [button for button in bar.findChildren(QPushButton) if button.isVisible()]
    return [button.text() for button in buttons if button.width() < button.sizeHint().width()]
