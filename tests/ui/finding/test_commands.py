"""The command palette: what it lists, finds, says of what cannot be done, and does."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from facilitator.model import gestures
from facilitator.model.document import ordered, rows_of
from facilitator.model.store import file
from facilitator.model.vocabulary import Status
from facilitator.ui import remembered
from facilitator.ui.actions import ACTIONS, by_key
from facilitator.ui.app import App
from facilitator.ui.finding.subjects import Kind
from facilitator.ui.finding.telling import REASONS, told, why_not
from facilitator.ui.help import About
from facilitator.ui.values import of_selection
from facilitator.ui.window import Window
from facilitator.ui.workspace import Workspace
from facilitator.words import _
from tests.ui.finding.conftest import listed, marked, panel
from tests.ui.hands import CTRL, at_hand, inside, press, strike, write
from tests.ui.texts import english_left

LEFT = Qt.MouseButton.LeftButton
NBSP = "\N{NO-BREAK SPACE}"


def opened(window: Window, typed: str = "") -> None:
    """Opens the palette by its key, and types."""
    strike(window, Qt.Key.Key_K, CTRL)
    if typed:
        write(typed)


class TestList:
    def test_has_every_action_step_actor_and_link(self, window: Window) -> None:
        opened(window)
        document = window.workspace.document
        assert listed(window, Kind.ACTION) == [a.full_label(window) for a in ACTIONS if a.key != "commands"]
        assert len(listed(window, Kind.STEP)) == len(document.steps)
        assert listed(window, Kind.ACTOR) == [actor.name for actor in ordered(document.actors)]
        assert listed(window, Kind.LINK) == ["Ville de Rivemont finance Épicerie sociale L’Étal"]
        assert listed(window, Kind.NEW) == []
        assert panel(window).caption.text().endswith("résultats")

    @pytest.mark.parametrize(
        ("typed", "first"),
        [
            ("compte", "Compte-rendu…"),
            ("CARTE TOUTE", "Voir toute la carte"),
            ("selectionner tout", "Tout sélectionner"),
            ("epicerie", "Épicerie sociale L’Étal"),
            ("vdr", "Ville de Rivemont"),
            ("rivemont finance", "Ville de Rivemont finance Épicerie sociale L’Étal"),
        ],
    )
    def test_finds_what_is_meant_first(self, window: Window, typed: str, first: str) -> None:
        opened(window, typed)
        assert marked(window).name == first

    def test_an_action_is_found_by_its_menu_too(self, window: Window) -> None:
        opened(window, "parcours")
        assert "Étape suivante" in listed(window)

    def test_says_kindly_that_nothing_is_found(self, window: Window) -> None:
        opened(window, "zzz")
        assert listed(window) == [f"Ajouter «{NBSP}zzz{NBSP}» aux acteurs à placer"]
        assert panel(window).caption.text().startswith(f"Rien ne répond à «{NBSP}zzz{NBSP}»")
        press(Qt.Key.Key_A, CTRL)
        write("!!")
        assert listed(window) == []
        assert not panel(window).list.isVisible()

    def test_what_was_asked_last_comes_first(self, window: Window) -> None:
        opened(window, "voir toute")
        press(Qt.Key.Key_Return)
        opened(window, "radio")
        press(Qt.Key.Key_Return)
        opened(window)
        assert listed(window)[:2] == ["Radio Val d’Œuvre", "Voir toute la carte"]
        press(Qt.Key.Key_Escape)

    def test_what_the_desk_holds_that_is_no_list_is_no_drama(self, window: Window) -> None:
        for kept in ("radio", [["actor"], 3, ["spell", "x"], ["actor", "gone"], [["actor"], "x"]]):
            window.workspace.keep("asked", kept)
            opened(window)
            assert listed(window)[0] == by_key("new").label(window)
            press(Qt.Key.Key_Escape)

    def test_follows_the_session_while_it_is_open(self, window: Window) -> None:
        opened(window, "mairie")
        assert listed(window, Kind.ACTOR) == []
        window.workspace.do(gestures.edit_actor("town", name="Mairie"))
        assert listed(window, Kind.ACTOR) == ["Mairie"]
        assert listed(window, Kind.LINK) == ["Mairie finance Épicerie sociale L’Étal"]
        window.workspace.undo()
        assert listed(window, Kind.ACTOR) == []


class TestValues:
    """What the selection can be given, without its menu."""

    def test_what_is_selected_is_given_a_category(self, window: Window) -> None:
        window.workspace.select([("actors", "town"), ("actors", "grocer")])
        opened(window, "categorie entreprise")
        assert listed(window, Kind.VALUE) == ["Catégorie — Entreprise"]
        assert panel(window).rows.told(0).note == "2 acteurs"
        press(Qt.Key.Key_Return)
        actors = window.workspace.document.actors
        assert {actors["town"].category, actors["grocer"].category} == {"company"}
        assert window.workspace.undo()
        assert actors["town"].category != window.workspace.document.actors["grocer"].category

    def test_links_too_and_what_they_have_is_told(self, window: Window) -> None:
        (link,) = window.workspace.document.links
        window.workspace.select([("links", link)])
        opened(window, "statut")
        assert listed(window, Kind.VALUE) == ["Statut — Existant", "Statut — À renforcer", "Statut — À créer"]
        first, second = panel(window).rows.told(0), panel(window).rows.told(1)
        assert first.note == "activé · Ville de Rivemont finance Épicerie sociale L’Étal"
        assert (first.icon is not None, second.icon) == (True, None)
        press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Return)
        assert window.workspace.document.links[link].status is Status.TO_STRENGTHEN

    def test_a_switch_is_turned_and_turned_back(self, window: Window) -> None:
        window.workspace.select([("actors", "town")])
        for secret in (True, False):
            opened(window, "confidentiel")
            assert marked(window).name == "Confidentiel"
            press(Qt.Key.Key_Return)
            assert window.workspace.document.actors["town"].confidential is secret

    def test_nothing_selected_is_given_nothing(self, window: Window) -> None:
        window.workspace.select([])
        opened(window)
        assert listed(window, Kind.VALUE) == []

    def test_every_one_has_a_key_of_its_own(self, window: Window) -> None:
        for table in ("actors", "links"):
            window.workspace.select((table, id_) for id_ in rows_of(window.workspace.document, table))
            keys = [value.key for value in of_selection(window.workspace)]
            assert len(keys) == len(set(keys)) > 10


class TestTelling:
    def test_an_action_tells_its_menu_and_its_key(self, window: Window) -> None:
        opened(window, "compte-rendu")
        assert panel(window).rows.told(0).note == "Séance · Ctrl+P"

    def test_what_cannot_be_done_says_why(self, window: Window) -> None:
        window.workspace.select([])
        opened(window, "dupliquer")
        found = panel(window).rows.told(0)
        assert not found.possible
        assert found.note == "sélectionnez d’abord un acteur · Édition · Ctrl+D"
        press(Qt.Key.Key_Return)
        assert "Dupliquer" in window.status.sentence.text(), "asked all the same, it says so"

    def test_every_refusal_has_its_reason(self, window: Window) -> None:
        """On a session where nothing is selected and nothing was done, in the first step and in the last."""
        steps = [step.id for step in ordered(window.workspace.document.steps)]
        for step in (steps[0], steps[-1]):
            window.workspace.show_step(step)
            refused = {action.key for action in ACTIONS if not action.can(window)}
            assert {"undo", "redo", "duplicate", "link", "fit_selection", "show_all"} <= refused
            assert all(why_not(window, by_key(key)) for key in refused)
        assert {"next"} <= refused
        assert {"undo", "duplicate", "next"} <= {*REASONS}

    def test_no_reason_sends_one_where_it_still_cannot_be_done(self, window: Window) -> None:
        """In an ordinary step, nothing projected, an actor of the tray selected."""
        document = window.workspace.document
        (waiting,) = [actor.id for actor in document.actors.values() if not actor.placed]
        window.workspace.select([("actors", waiting)])
        for key, reason in {
            "pin": "sélectionnez d’abord un acteur de la carte",
            "board": "rien n’est projeté",
            "wall_decorations": "rien n’est projeté",
            "five_more": "lancez d’abord le minuteur",
            "next_card": "cette étape ne montre pas de fiches",
            "consent": "cette étape n’a pas de points à discuter",
        }.items():
            assert why_not(window, by_key(key)) == reason
        vague = [action.key for action in ACTIONS if why_not(window, action) == _("not now")]
        assert vague == []

    def test_where_one_can_only_look_what_writes_nothing_has_its_own_reason(
        self, app: App, session: Path
    ) -> None:
        app._enter(Workspace(file.open(session, read_only=True)))
        window = app.window
        assert window is not None
        assert why_not(window, by_key("import")) == "séance en lecture seule"
        assert why_not(window, by_key("take_copy")) == "sélectionnez d’abord quelque chose"
        assert why_not(window, by_key("freeze")) == "rien n’est projeté"
        window.ask("freeze")
        assert "pressez d’abord F5" in window.status.sentence.text()
        window.ask("five_more")
        assert window.status.sentence.text() == f"Le minuteur n’a pas été lancé{NBSP}: pressez d’abord C."

    def test_a_switch_shows_its_state(self, window: Window) -> None:
        for on in (True, False):
            opened(window, "inspecteur")
            shown = panel(window).rows.told(0)
            assert shown.note.startswith("activé" if on else "désactivé")
            assert (shown.icon is not None) is on
            press(Qt.Key.Key_Return)
            assert window.unfolded("inspector") is not on

    def test_tells_what_is_out_of_sight(self, window: Window) -> None:
        opened(window, "radio")
        assert panel(window).rows.told(0).note == "Association · à placer"

    def test_a_session_that_is_read_only_adds_nobody_and_says_why(
        self, app: App, session: Path, qtbot: QtBot
    ) -> None:
        app._enter(Workspace(file.open(session, read_only=True)))
        assert app.window is not None
        window = app.window
        at_hand(window, qtbot)
        opened(window, "importer")
        assert told(window, marked(window)).note.startswith("séance en lecture seule")
        press(Qt.Key.Key_A, CTRL)
        write("Café")
        assert listed(window, Kind.NEW) == []


class TestDoing:
    def test_does_the_action_once_the_palette_is_gone(self, window: Window) -> None:
        window.workspace.select([("actors", "town")])
        opened(window, "renommer")
        press(Qt.Key.Key_Return)
        assert window.search.panel is None
        line = window.canvas.surface.findChild(QLineEdit)
        assert line is not None, "the name of the card is open"
        assert line.hasFocus()
        write("Rivemont")
        press(Qt.Key.Key_Return)
        assert window.workspace.document.actors["town"].name == "Rivemont"

    def test_speaks_another_language_and_writes_larger(self, window: Window) -> None:
        opened(window, "english")
        assert marked(window).name == "Langue — English"
        press(Qt.Key.Key_Return)
        assert window.top.minutes.text() == "Minutes"
        before = window.top.minutes.font().pixelSize()
        opened(window, "text size 150")
        press(Qt.Key.Key_Return)
        assert remembered.text_size() == 1.5
        assert window.top.minutes.font().pixelSize() == pytest.approx(1.5 * before, abs=1)
        opened(window, "text size")
        notes = {subject.name: told(window, subject).note for subject in panel(window).subjects}
        assert notes["Text size — 150 %"] == "on · View"
        assert notes["Text size — 100 %"] == "off · View"

    def test_goes_to_a_step(self, window: Window) -> None:
        last = ordered(window.workspace.document.steps)[-1]
        opened(window, "clôture")
        press(Qt.Key.Key_Return)
        assert window.workspace.step_id == last.id

    def test_goes_to_an_actor_and_to_a_link(self, window: Window) -> None:
        opened(window, "étal")
        press(Qt.Key.Key_Return)
        assert window.workspace.selection == {("actors", "grocer")}
        opened(window, "rivemont finance")
        press(Qt.Key.Key_Enter)
        assert window.workspace.selection == {("links", "funds")}

    def test_adds_an_actor_that_does_not_exist_yet(self, window: Window) -> None:
        before = window.workspace.document
        opened(window, "  Café   des Œillets ")
        assert listed(window) == [f"Ajouter «{NBSP}Café des Œillets{NBSP}» aux acteurs à placer"]
        press(Qt.Key.Key_Return)
        (added,) = (a for a in window.workspace.document.actors.values() if a.id not in before.actors)
        assert (added.name, added.placed) == ("Café des Œillets", False)
        assert window.workspace.selection == {("actors", added.id)}
        strike(window, Qt.Key.Key_Z, CTRL)
        assert window.workspace.document == before

    def test_offers_nobody_who_is_there_already(self, window: Window) -> None:
        opened(window, "VILLE de rivemont")
        assert listed(window, Kind.NEW) == []

    def test_opens_a_dialog(self, window: Window) -> None:
        opened(window, "à propos")
        press(Qt.Key.Key_Return)
        inside(window, About).close()

    def test_may_close_the_window_itself(self, window: Window, app: App) -> None:
        opened(window, "revenir")
        press(Qt.Key.Key_Return)
        assert app.window is None
        assert app.home is not None


class TestHand:
    def test_the_keys_move_in_the_list(self, window: Window) -> None:
        opened(window)
        all_ = listed(window)
        press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Down)
        assert marked(window).name == all_[2]
        press(Qt.Key.Key_Up)
        assert marked(window).name == all_[1]
        press(Qt.Key.Key_PageDown)
        assert marked(window).name == all_[1 + _page(window)]
        press(Qt.Key.Key_PageUp)
        press(Qt.Key.Key_PageUp)
        assert marked(window).name == all_[0]
        press(Qt.Key.Key_Up)
        assert marked(window).name == all_[-1], "round the list"
        press(Qt.Key.Key_PageDown)
        assert marked(window).name == all_[-1]
        press(Qt.Key.Key_Tab)
        assert panel(window).line.hasFocus()

    def test_a_click_does_it(self, window: Window) -> None:
        opened(window, "étal")
        shown = panel(window).list
        row = shown.visualRect(shown.model().index(1, 0)).center()
        name = listed(window)[1]
        QTest.mouseClick(shown.viewport(), LEFT, pos=row)
        assert name == "Ville de Rivemont finance Épicerie sociale L’Étal"
        assert window.workspace.selection == {("links", "funds")}

    @pytest.mark.parametrize("where", ["canvas", "minutes"])
    def test_escape_gives_the_keyboard_back(self, window: Window, where: str) -> None:
        holder = {"canvas": window.canvas.surface, "minutes": window.top.minutes}[where]
        holder.setFocus()
        opened(window, "étal")
        press(Qt.Key.Key_Escape)
        assert window.search.panel is None
        assert holder.hasFocus()
        assert window.workspace.selection == frozenset()

    def test_opens_from_a_field_and_goes_back_to_it(self, window: Window) -> None:
        window.workspace.select([("actors", "town")])
        field = next(child for child in window.inspector.findChildren(QLineEdit) if child.isVisible())
        field.setFocus()
        opened(window)
        assert panel(window).line.hasFocus()
        press(Qt.Key.Key_Escape)
        assert field.hasFocus()

    def test_goes_away_when_the_hand_is_elsewhere(self, window: Window) -> None:
        opened(window, "étal")
        window.canvas.surface.setFocus()
        assert window.search.panel is None
        assert window.canvas.surface.hasFocus()

    def test_its_key_again_begins_again(self, window: Window) -> None:
        opened(window, "étal")
        strike(window, Qt.Key.Key_K, CTRL)
        assert panel(window).line.selectedText() == "étal"

    def test_opens_from_the_top_bar(self, window: Window, qtbot: QtBot) -> None:
        qtbot.mouseClick(window.top.search, LEFT)
        assert panel(window).line.hasFocus()

    def test_letters_type_and_do_nothing_else(self, window: Window) -> None:
        before = window.workspace.document
        window.workspace.select([("actors", "town")])
        opened(window, "alz0+-")
        press(Qt.Key.Key_Delete)
        assert window.workspace.document is before
        assert not window.canvas.entry.isVisible()

    def test_another_language_closes_it(self, window: Window, app: App) -> None:
        opened(window)
        app.speak("en")
        assert window.search.panel is None
        opened(window)
        assert panel(window).line.placeholderText() == "Search or act…"
        assert "Whole" not in "".join(listed(window))
        assert _("Minutes…") in listed(window)

    def test_the_window_may_close_over_it(self, window: Window, app: App) -> None:
        opened(window, "étal")
        app.show_home()
        assert app.window is None


class TestPlace:
    @pytest.mark.parametrize(("size", "folded"), [((1366, 768), False), ((800, 500), True)])
    def test_stays_in_the_window_and_the_field_folds(
        self, window: Window, size: tuple[int, int], folded: bool
    ) -> None:
        window.resize(*size)
        QApplication.processEvents()
        assert (window.top.search.text() == "") is folded
        assert window.top.minutes.geometry().right() < window.top.width()
        opened(window)
        assert window.page.rect().contains(panel(window).geometry())
        window.resize(760, 480)
        QApplication.processEvents()
        assert window.page.rect().contains(panel(window).geometry())

    def test_fits_at_twice_the_size(self, window: Window, app: App) -> None:
        app.enlarge(2.0)
        try:
            opened(window, "étal")
            assert window.page.rect().contains(panel(window).geometry())
            assert panel(window).list.row_height == 64
        finally:
            app.enlarge(1.0)


class TestTold:
    def test_is_french(self, window: Window) -> None:
        opened(window)
        assert english_left(panel(window)) == set()

    def test_who_does_not_see_is_told(self, window: Window) -> None:
        opened(window, "étal")
        line = QAccessible.queryAccessibleInterface(panel(window).line)
        shown = QAccessible.queryAccessibleInterface(panel(window).list)
        assert line.role() == QAccessible.Role.EditableText
        assert line.text(QAccessible.Text.Name).startswith("Rechercher ou agir")
        assert line.text(QAccessible.Text.Description) == "Épicerie sociale L’Étal, Association"
        assert shown.role() == QAccessible.Role.List
        assert shown.text(QAccessible.Text.Name) == "Résultats"
        assert shown.child(0).role() == QAccessible.Role.ListItem
        assert shown.child(0).text(QAccessible.Text.Name) == "Épicerie sociale L’Étal, Association"
        press(Qt.Key.Key_Down)
        assert "finance" in line.text(QAccessible.Text.Description)

    def test_the_field_of_the_top_bar_has_a_name(self, window: Window) -> None:
        assert window.top.search.accessibleName() == "Rechercher ou agir…"
        assert "Ctrl+K" in window.top.search.toolTip()


def _page(window: Window) -> int:
    shown = panel(window).list
    return shown.viewport().height() // shown.row_height - 1
