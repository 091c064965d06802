"""The lists beside the map: opened, kept, in step with the canvas, and read aloud."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QTableView
from pytestqt.qtbot import QtBot

from facilitator.drawing.theme import contrast, theme
from facilitator.model import gestures
from facilitator.model.document import Actor, Contribution, Link
from facilitator.model.lens import Horizon, Lens
from facilitator.model.vocabulary import Direction, Pillar, Presence, Side, Status
from facilitator.ui import look
from facilitator.ui.app import App
from facilitator.ui.canvas.entry import EntryLine
from facilitator.ui.canvas.view import View
from facilitator.ui.twin.cells import Choices
from facilitator.ui.twin.changing import Grouping
from facilitator.ui.twin.rows import Rows
from facilitator.ui.twin.table import Table
from facilitator.ui.twin.twin import Twin
from facilitator.ui.window import Window
from tests.ui.hands import CTRL, inside, press, strike, take_row, write
from tests.ui.seen import in_sight, laid_out, whole
from tests.ui.texts import english_left

K = Qt.Key
NBSP = "\N{NO-BREAK SPACE}"


def column(rows: Rows, key: str) -> list[str]:
    """What a column reads, from top to bottom."""
    at = rows.column(key)
    return [str(rows.data(rows.index(n, at))) for n in range(rows.rowCount())]


def turn_to(twin: Twin, at: int) -> None:
    """Shows a list: 0 the actors, 1 the links, 2 what changes."""
    while twin.pages.index(twin.page) != at:
        press(K.Key_Tab, CTRL)


class TestOpening:
    def test_is_made_when_it_is_asked_for_and_the_map_stays(self, window: Window) -> None:
        assert window.centre.twin is None
        press(K.Key_L, CTRL)
        assert window.centre.twin is not None
        assert window.centre.twin.isVisible()
        assert window.canvas.isVisible()
        assert window.canvas.height() > 100
        assert window.focusWidget() is window.centre.twin.page.table

    def test_keeps_what_is_selected(self, window: Window) -> None:
        window.workspace.select([("actors", "grocer")])
        press(K.Key_L, CTRL)
        assert window.workspace.selection == {("actors", "grocer")}
        assert window.centre.twin is not None
        assert window.centre.twin.actors.table.chosen() == [("actors", "grocer")]

    def test_closes_and_gives_the_keyboard_back_to_the_map(self, window: Window, twin: Twin) -> None:
        press(K.Key_L, CTRL)
        assert not twin.isVisible()
        assert window.focusWidget() is window.canvas.surface

    def test_a_cross_closes_it(self, window: Window, twin: Twin, qtbot: QtBot) -> None:
        qtbot.mouseClick(twin.close_button, Qt.MouseButton.LeftButton)
        assert not window.centre.listed

    def test_comes_back_with_the_session(self, app: App, window: Window, twin: Twin, session: Path) -> None:
        turn_to(twin, 1)
        window.centre.setSizes([300, 200])
        window.centre.splitterMoved.emit(300, 1)
        share = window.centre.sizes()[1] / sum(window.centre.sizes())
        app.show_home()
        app.open(session)
        assert app.window is not None
        QApplication.processEvents()
        again = app.window.centre
        assert again.listed
        assert again.twin is not None
        assert again.twin.page is again.twin.links
        assert again.sizes()[1] / sum(again.sizes()) == pytest.approx(share, abs=0.05)

    @pytest.mark.usefixtures("large")
    def test_in_large_letters_the_map_keeps_a_height(self, window: Window) -> None:
        """What places actors steps aside, and comes back."""
        canvas = window.canvas
        window.workspace.do(gestures.add_actor(Actor("late", "Dernière venue", "association")))
        QApplication.processEvents()
        assert canvas.head.isVisible()
        assert canvas.tray.isVisible()
        press(K.Key_L, CTRL)
        QApplication.processEvents()
        assert canvas.surface.height() >= 200
        assert not canvas.head.isVisible()
        window.workspace.do(gestures.add_actor(Actor("later", "Toute dernière", "association")))
        assert not canvas.tray.isVisible()
        press(K.Key_L, CTRL)
        QApplication.processEvents()
        assert canvas.head.isVisible()
        assert canvas.tray.isVisible()
        window.resize(800, 768)
        laid_out()
        window._split.setSizes([420, 380, 0])  # as a hand would
        laid_out()
        assert not canvas.head.isVisible(), "its chips would stand on eight lines"
        assert canvas.tray.isVisible(), "what waits there stands on one"
        assert canvas.surface.height() >= 200

    @pytest.mark.usefixtures("large")
    def test_what_steps_aside_never_keeps_the_keyboard(self, window: Window) -> None:
        button = window.canvas.filters.button
        button.setFocus()
        window.resize(1366, 520)
        QApplication.processEvents()
        assert not button.isVisible()
        assert window.focusWidget() is window.canvas.surface

    @pytest.mark.parametrize("language", ["fr", "en"])
    @pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
    @pytest.mark.parametrize("at", [0, 1, 2])
    def test_its_buttons_are_whole_or_in_one_menu_and_rows_are_seen(
        self, app: App, window: Window, twin: Twin, language: str, scale: float, at: int
    ) -> None:
        window.workspace.do(gestures.edit_link("funds", status=Status.TO_CREATE))
        window.workspace.speak(language)
        app.enlarge(scale)
        turn_to(twin, at)
        laid_out()
        page, shown = twin.page, [button for button in twin.page.buttons if button.isVisible()]
        assert all(in_sight(button, twin) and whole(button) for button in (*shown, twin.close_button))
        assert in_sight(twin.search, twin)
        row = page.table.verticalHeader().defaultSectionSize()
        assert page.table.viewport().height() >= 2 * row
        if shown:
            assert shown == page.buttons
            assert not twin.more.isVisible()
        else:
            assert scale > 1.0
            assert in_sight(twin.more, twin)
            assert whole(twin.more)
            said = {line.text().partition("\t")[0] for line in page.menu().actions()}
            assert said >= {button.text() for button in page.buttons}
        app.enlarge(1.0)

    @pytest.mark.qt_log_ignore("This plugin does not support")  # the menu pops up, even without a screen
    @pytest.mark.usefixtures("large")
    def test_the_button_of_all_that_can_be_done_opens_it(
        self, window: Window, twin: Twin, qtbot: QtBot
    ) -> None:
        window.workspace.select([("actors", "grocer")])
        laid_out()
        qtbot.mouseClick(twin.more, Qt.MouseButton.LeftButton)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        (line,) = [one for one in menu.actions() if one.text().startswith("Placer ou retirer")]
        line.trigger()
        menu.close()
        assert not window.workspace.document.actors["grocer"].placed

    def test_how_alliances_are_told_is_in_the_menu_too(self, window: Window, twin: Twin) -> None:
        window.workspace.do(gestures.edit_link("funds", status=Status.TO_CREATE))
        turn_to(twin, 2)
        (line,) = [one for one in twin.page.menu().actions() if one.text() == "Par catégorie"]
        assert not line.isChecked()
        line.trigger()
        assert twin.changes.changes.grouping is Grouping.CATEGORY

    def test_opened_in_large_letters_it_is_straight_in_small_ones(self, app: App, window: Window) -> None:
        app.enlarge(2.0)
        press(K.Key_L, CTRL)
        laid_out()
        app.enlarge(1.0)
        laid_out()
        twin = window.centre.twin
        assert twin is not None
        assert twin.count.height() == twin.search.height() < 40

    def test_something_of_the_map_stays_in_sight(self, window: Window) -> None:
        """Cards stay where they are in the window, unless none would be seen any more."""
        surface = window.canvas.surface
        window.workspace.do(gestures.unplace_actors(["grocer"]))
        surface.set_view(View(0.0, -250.0, 1.0))
        laid_out()
        at = surface.card_rectangle("town").center().toPoint()
        assert surface.rect().contains(at)
        press(K.Key_L, CTRL)
        laid_out()
        assert surface.rect().contains(surface.card_rectangle("town").toRect())

    def test_closed_it_is_told_nothing(self, window: Window, twin: Twin) -> None:
        rows = twin.actors.rows
        press(K.Key_L, CTRL)
        window.workspace.do(gestures.edit_actor("town", name="Rivemont"))
        assert rows.document is not window.workspace.document
        assert column(rows, "name")[0] == "Ville de Rivemont"
        press(K.Key_L, CTRL)
        assert column(rows, "name")[0] == "Rivemont"

    def test_f6_goes_through_its_parts(self, window: Window, twin: Twin) -> None:
        window.canvas.surface.setFocus()
        reached = []
        for _n in range(4):
            strike(window, K.Key_F6)
            reached.append(window.focusWidget())
        assert twin.tabs in reached
        assert twin.actors.table in reached


class TestTurns:
    """Where the map and its lists have no room together, these have the whole centre as long as they are open."""

    @pytest.fixture
    def alone(self, app: App, window: Window) -> Iterator[Twin]:
        """The lists in large letters, in a low window."""
        app.enlarge(2.0)
        window.resize(1024, 600)
        laid_out()
        press(K.Key_L, CTRL)
        laid_out()
        assert window.centre.twin is not None
        yield window.centre.twin
        app.enlarge(1.0)

    @pytest.mark.usefixtures("large")
    @pytest.mark.parametrize(("wide", "high"), [(1024, 600), (800, 480)])
    def test_the_lists_alone_and_the_map_again(self, window: Window, wide: int, high: int) -> None:
        for side in filter(window.unfolded, ("rail", "inspector")):
            window.fold(side)
        window.resize(wide, high)
        laid_out()
        press(K.Key_L, CTRL)
        laid_out()
        twin = window.centre.twin
        assert twin is not None
        assert not window.canvas.isVisible()
        assert in_sight(twin, window)
        assert in_sight(twin.search, twin)
        assert in_sight(twin.more, twin)
        table = twin.page.table
        assert table.viewport().height() >= table.fontMetrics().height(), (
            "a row is read, the others come by its keys"
        )
        assert window.focusWidget() is table
        press(K.Key_L, CTRL)
        laid_out()
        assert not twin.isVisible()
        assert window.canvas.surface.height() >= 150
        assert window.focusWidget() is window.canvas.surface

    def test_narrow_too_they_say_less_and_stay_whole(self, app: App, window: Window, alone: Twin) -> None:
        window.workspace.do(gestures.edit_link("funds", status=Status.TO_CREATE))
        window.workspace.look_through(Lens(horizon=Horizon.TODAY))
        window.workspace.speak("en")
        if not window.unfolded("inspector"):
            window.ask("inspector")
        window.resize(900, 480)
        for at in (0, 1, 2):
            turn_to(alone, at)
            laid_out()
            shown = [one for one in (alone.search, alone.more, alone.count, alone.tabs) if one.isVisible()]
            assert {alone.search, alone.more} <= set(shown)
            assert all(in_sight(one, alone) for one in shown)
            assert alone.page.table.viewport().height() >= alone.fontMetrics().height()
        window.resize(1280, 800)
        app.enlarge(1.0)
        laid_out()
        assert alone.count.isVisible()

    def test_a_line_opened_under_them_is_whole(self, window: Window, alone: Twin) -> None:
        for side in filter(window.unfolded, ("rail", "inspector")):
            window.fold(side)
        window.resize(800, 480)
        laid_out()
        alone.start()
        press(K.Key_A)
        laid_out()
        line = inside(alone, EntryLine)
        for part in (line, line.name):
            assert in_sight(part, alone)
        assert line.name.height() >= line.name.sizeHint().height()

    def test_both_as_soon_as_there_is_room(self, window: Window, alone: Twin) -> None:
        assert not window.canvas.isVisible()
        window.resize(1280, 800)
        laid_out()
        assert alone.isVisible()
        assert window.canvas.surface.height() >= 150

    def test_a_keyboard_in_the_map_goes_to_the_lists_that_take_its_place(
        self, app: App, window: Window, twin: Twin
    ) -> None:
        window.resize(1024, 600)
        window.canvas.setFocus()
        app.enlarge(2.0)
        laid_out()
        assert not window.canvas.isVisible()
        assert window.focusWidget() is twin.page.table
        app.enlarge(1.0)
        laid_out()
        assert window.canvas.isVisible()

    @pytest.mark.usefixtures("alone")
    def test_a_panel_that_folds_gives_the_keyboard_to_them(self, window: Window) -> None:
        if not window.unfolded("rail"):
            window.ask("rail")
        strike(window, K.Key_F6)
        while not window.rail.isAncestorOf(window.focusWidget()):
            strike(window, K.Key_F6)
        window.ask("rail")
        assert window.centre.twin is not None
        assert window.focusWidget() is window.centre.twin.page.table

    @pytest.mark.usefixtures("alone")
    def test_what_is_done_on_the_map_brings_it_back(self, window: Window) -> None:
        window.ask("add")
        laid_out()
        assert not window.centre.listed
        assert in_sight(window.canvas.entry, window)
        write("Mission locale")
        press(K.Key_Return)
        assert "Mission locale" in {actor.name for actor in window.workspace.document.actors.values()}

    @pytest.mark.usefixtures("alone")
    @pytest.mark.parametrize("key", ["fit", "find", "arrange_rows", "link", "rename", "filter"])
    def test_anything_of_it(self, window: Window, key: str) -> None:
        window.workspace.select([("actors", "town")])
        window.ask(key)
        laid_out()
        assert window.canvas.surface.isVisible()
        assert window.canvas.surface.height() >= 150
        press(K.Key_Escape)

    @pytest.mark.usefixtures("alone")
    def test_the_minutes_take_their_place(self, window: Window) -> None:
        window.ask("reread")
        laid_out()
        assert window.centre.rereading is not None
        assert in_sight(window.centre.rereading, window)
        assert window.focusWidget() is window.centre.rereading.paper
        press(K.Key_L, CTRL)
        laid_out()
        window.ask("reread")
        laid_out()
        assert in_sight(window.centre.rereading, window), "they were behind the lists"

    def test_the_map_comes_back_from_the_minutes_too(self, window: Window) -> None:
        window.ask("reread")
        laid_out()
        assert not window.canvas.isVisible()
        window.ask("add")
        laid_out()
        assert in_sight(window.canvas.entry, window)

    @pytest.mark.usefixtures("twin")
    def test_the_share_of_the_lists_outlives_large_letters(self, app: App, window: Window) -> None:
        laid_out()
        before = window.centre.sizes()
        app.enlarge(2.0)
        laid_out()
        press(K.Key_L, CTRL)
        press(K.Key_L, CTRL)
        laid_out()
        assert window.centre.sizes()[1] > before[1], "a few rows have their room"
        app.enlarge(1.0)
        laid_out()
        assert window.centre.sizes() == before

    def test_alone_in_large_letters_they_are_straight_in_small_ones(self, app: App, alone: Twin) -> None:
        app.enlarge(1.0)
        laid_out()
        assert alone.count.height() == alone.search.height() < 40

    @pytest.mark.usefixtures("twin")
    def test_a_share_given_by_hand_is_kept(self, app: App, window: Window) -> None:
        window.centre.setSizes([200, 400])
        window.centre.splitterMoved.emit(200, 1)
        laid_out()
        before = window.centre.sizes()
        app.enlarge(2.0)
        laid_out()
        app.enlarge(1.0)
        laid_out()
        assert window.centre.sizes() == pytest.approx(before, abs=2)
        window.resize(1280, 700)
        laid_out()
        now = window.centre.sizes()
        assert now[1] / sum(now) == pytest.approx(before[1] / sum(before), abs=0.01)


class TestTelling:
    def test_actors(self, twin: Twin) -> None:
        rows = twin.actors.rows
        assert column(rows, "name") == ["Ville de Rivemont", "Épicerie sociale L’Étal", "Radio Val d’Œuvre"]
        assert column(rows, "category") == ["Collectivité", "Association", "Association"]
        assert column(rows, "placed") == ["Sur la carte", "Sur la carte", "À placer"]
        assert column(rows, "links") == ["1", "1", "0"]

    def test_offers_and_needs_in_short(self, window: Window, twin: Twin) -> None:
        given = Contribution("g", "town", Pillar.HUMAN, "volunteers", Side.OFFER)
        wanted = Contribution("w", "town", Pillar.FINANCIAL, "", Side.NEED, "Un camion")
        window.workspace.do(gestures.add_contribution(given))
        window.workspace.do(gestures.add_contribution(wanted))
        assert column(twin.actors.rows, "offers")[0] == "Bénévoles"
        assert column(twin.actors.rows, "needs")[0] == "Un camion"

    def test_links_and_their_sentence(self, window: Window, twin: Twin) -> None:
        turn_to(twin, 1)
        rows = twin.links.rows
        told = [str(rows.data(rows.index(0, n))) for n in range(rows.columnCount())]
        assert told[:3] == ["Ville de Rivemont", "Financement", "Épicerie sociale L’Étal"]
        assert told[-1] == "Ville de Rivemont finance Épicerie sociale L’Étal"
        window.workspace.do(gestures.edit_link("funds", tension=True))
        assert column(rows, "sentence") == [
            "Ville de Rivemont finance Épicerie sociale L’Étal (relation en tension)"
        ]

    def test_in_the_other_language_at_once(self, window: Window, twin: Twin) -> None:
        window.workspace.speak("en")
        assert column(twin.actors.rows, "category")[0] == "Local authority"
        assert twin.tabs.tabText(2) == "What changes"
        turn_to(twin, 1)
        assert column(twin.links.rows, "sentence") == ["Ville de Rivemont funds Épicerie sociale L’Étal"]

    @pytest.mark.parametrize("at", [0, 1, 2])
    def test_nothing_is_left_in_english(self, twin: Twin, at: int) -> None:
        turn_to(twin, at)
        assert not english_left(twin)


class TestInStep:
    def test_only_what_changed_is_told_again(self, window: Window, twin: Twin) -> None:
        told: list[tuple[int, int]] = []
        twin.actors.rows.dataChanged.connect(lambda a, b: told.append((a.row(), b.row())))
        window.workspace.do(gestures.edit_actor("grocer", domain="Aide alimentaire"))
        assert told == [(1, 1)]
        assert column(twin.actors.rows, "domain")[1] == "Aide alimentaire"

    def test_rows_come_and_go_around_the_one_the_keyboard_is_on(self, window: Window, twin: Twin) -> None:
        table, rows = twin.actors.table, twin.actors.rows
        window.workspace.select([("actors", "radio")])
        kept = QPersistentModelIndex(table.currentIndex())
        window.workspace.do(gestures.delete_actors(["town"]))
        assert (kept.row(), table.currentIndex().row()) == (1, 1)
        assert table.chosen() == [("actors", "radio")]
        window.workspace.undo()
        assert (kept.row(), rows.key_at(table.currentIndex().row())) == (2, "radio")
        assert window.workspace.selection == {("actors", "radio")}

    def test_links_follow_the_name_of_their_actors(self, window: Window, twin: Twin) -> None:
        turn_to(twin, 1)
        window.workspace.do(gestures.edit_actor("grocer", name="L’Étal"))
        assert column(twin.links.rows, "target") == ["L’Étal"]
        assert column(twin.links.rows, "sentence") == ["Ville de Rivemont finance L’Étal"]

    def test_a_link_counts_at_both_ends(self, window: Window, twin: Twin) -> None:
        window.workspace.do(gestures.add_link(Link("airs", "radio", "town")))
        assert column(twin.actors.rows, "links") == ["2", "1", "1"]

    def test_the_selection_is_the_map_s(self, window: Window, twin: Twin) -> None:
        table = twin.actors.table
        window.workspace.select([("actors", "grocer")])
        assert table.chosen() == [("actors", "grocer")]
        assert table.currentIndex().row() == 1
        press(K.Key_Up)
        assert window.workspace.selection == {("actors", "town")}
        press(K.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        assert window.workspace.selection == {("actors", "town"), ("actors", "grocer")}

    def test_select_all_takes_the_tray_too(self, window: Window, twin: Twin) -> None:
        press(K.Key_A, CTRL)
        assert len(twin.actors.table.chosen()) == 3
        assert window.workspace.selection == {("actors", id_) for id_ in ("town", "grocer", "radio")}

    def test_what_the_lens_sets_aside_stays_and_says_so(self, window: Window, twin: Twin) -> None:
        window.workspace.look_through(Lens(categories=frozenset({"authority"}), hides=True))
        assert column(twin.actors.rows, "placed") == ["Sur la carte", "Masqué", "À placer"]
        assert twin.count.text() == "3 acteurs · 1 mis de côté sur la carte"
        window.workspace.look_through(Lens(categories=frozenset({"authority"})))
        assert column(twin.actors.rows, "placed")[1] == "Estompé"
        press(K.Key_Escape)  # as on the map, shows everything
        assert not window.workspace.lens.filters
        assert twin.count.text() == "3 acteurs"

    def test_a_hidden_link_is_said_when_it_is_chosen(self, window: Window, twin: Twin) -> None:
        window.workspace.do(gestures.edit_link("funds", status=Status.TO_CREATE))
        window.workspace.look_through(Lens(horizon=Horizon.TODAY))
        turn_to(twin, 1)
        window.workspace.select([])
        take_row(twin.links.table, 0)
        assert column(twin.links.rows, "where") == ["Masqué"]
        assert "masquée sur la carte" in window.status.sentence.text()

    def test_a_chosen_row_is_brought_into_sight(self, window: Window, twin: Twin) -> None:
        window.workspace.do(gestures.place_actors({"radio": (2400.0, 1800.0)}))
        window.workspace.select([("actors", "grocer")])
        twin.actors.table.setFocus()
        press(K.Key_Down)
        surface = window.canvas.surface
        assert surface.rect().contains(surface.card_rectangle("radio").center().toPoint())
        window.workspace.do(gestures.add_link(Link("airs", "radio", "town")))
        turn_to(twin, 1)
        take_row(twin.links.table, 1)
        for end in ("radio", "town"):
            assert surface.rect().contains(surface.card_rectangle(end).center().toPoint())


class TestOrderAndSearch:
    @pytest.fixture
    def many(self, window: Window, twin: Twin) -> Twin:
        for n, name in enumerate(("zèbre", "Étang", "eau", "Œuvre", "abeille")):
            window.workspace.do(gestures.add_actor(Actor(f"n{n}", name, "other")))
        return twin

    def test_sorts_by_a_column_accents_aside_and_back(self, many: Twin) -> None:
        press(K.Key_O)
        names = column(many.actors.rows, "name")
        assert names[:3] == ["abeille", "eau", "Épicerie sociale L’Étal"]
        assert names.index("Œuvre") == names.index("Radio Val d’Œuvre") - 1
        press(K.Key_O)
        assert column(many.actors.rows, "name") == names[::-1]

    def test_what_is_equal_stays_in_its_order(self, many: Twin) -> None:
        many.actors.table.sort_by(many.actors.rows.column("category"))
        names = column(many.actors.rows, "name")
        assert [name for name in names if name in ("zèbre", "Étang", "eau", "Œuvre", "abeille")] == [
            "zèbre", "Étang", "eau", "Œuvre", "abeille",
        ]  # fmt: skip

    def test_a_header_is_clicked(self, many: Twin, qtbot: QtBot) -> None:
        header = many.actors.table.horizontalHeader()
        at = header.sectionViewportPosition(many.actors.rows.column("links")) + 10
        for _click in range(2):
            qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at, 6))
        assert column(many.actors.rows, "links")[:3] == ["1", "1", "0"]

    def test_a_change_keeps_the_order_that_was_asked_for(self, window: Window, many: Twin) -> None:
        press(K.Key_O)
        window.workspace.select([("actors", "n0")])
        window.workspace.do(gestures.edit_actor("n0", name="Âne"))
        assert column(many.actors.rows, "name")[1] == "Âne"
        assert many.actors.rows.key_at(many.actors.table.currentIndex().row()) == "n0"

    def test_finds_as_one_types_and_says_how_many(self, many: Twin) -> None:
        many.search.setFocus()
        write("oeuvre")
        assert column(many.actors.rows, "name") == ["Radio Val d’Œuvre", "Œuvre"]
        assert many.count.text() == "8 acteurs · 2 résultats"
        write(" RADIO")
        assert column(many.actors.rows, "name") == ["Radio Val d’Œuvre"]
        press(K.Key_Down)
        assert QApplication.focusWidget() is many.actors.table
        many.search.setFocus()
        press(K.Key_Escape)
        assert many.search.text() == ""
        assert many.count.text() == "8 acteurs"

    def test_what_is_found_is_selected_once_the_keyboard_goes_to_it(self, window: Window, many: Twin) -> None:
        """P, F and Del are about the same row, and the inspector shows it."""
        window.workspace.select([("actors", "grocer")])
        many.search.setFocus()
        write("rivemont", many.search)
        press(K.Key_Return)
        (chosen,) = window.workspace.selected_actors
        assert chosen.name == "Ville de Rivemont"
        assert many.actors.table.chosen() == [("actors", chosen.id)]

    def test_a_sign_alone_is_not_looked_for(self, window: Window, many: Twin) -> None:
        window.workspace.do(gestures.edit_actor("n2", name="Eau & Terre"))
        many.search.setFocus()
        write("eau & terre")
        assert column(many.actors.rows, "name") == ["Eau & Terre"]

    def test_the_word_holds_in_the_next_list(self, many: Twin) -> None:
        many.search.setFocus()
        write("rien de tel")
        assert many.actors.rows.rowCount() == 0
        turn_to(many, 1)
        assert many.links.rows.rowCount() == 0
        assert many.count.text() == "1 lien · 0 résultat"

    @pytest.mark.parametrize("at", [0, 1, 2])
    def test_an_empty_search_says_so_and_how_to_see_everything(
        self, window: Window, twin: Twin, at: int
    ) -> None:
        window.workspace.do(gestures.edit_link("funds", status=Status.TO_CREATE))
        turn_to(twin, at)
        twin.search.setFocus()
        write("zzz")
        assert twin.page.table.nothing == (
            f"Rien trouvé pour «{NBSP}zzz{NBSP}»{NBSP}: Échap dans la recherche montre tout."
        )
        press(K.Key_Escape)
        assert twin.page.rows.rowCount() > 0
        window.workspace.do(gestures.delete_actors(["town", "grocer", "radio"]))
        assert "zzz" not in twin.page.table.nothing

    def test_a_row_that_is_changed_stays_until_something_else_is_looked_for(
        self, window: Window, twin: Twin
    ) -> None:
        twin.search.setFocus()
        write("etal")
        press(K.Key_Return)  # to what is found
        press(K.Key_F2)
        write("Le café")
        press(K.Key_Tab)  # to the next cell
        press(K.Key_Escape)
        assert window.workspace.document.actors["grocer"].name == "Le café"
        assert column(twin.actors.rows, "name") == ["Le café"]
        assert twin.actors.table.hasFocus()
        assert twin.actors.table.currentIndex().row() == 0
        twin.search.setFocus()
        write("x")
        assert twin.actors.rows.rowCount() == 0
        press(K.Key_Backspace)
        assert twin.actors.rows.rowCount() == 0

    def test_a_row_that_goes_elsewhere_as_it_is_changed_stays_in_sight(
        self, window: Window, twin: Twin
    ) -> None:
        for n in range(60):
            window.workspace.do(gestures.add_actor(Actor(f"m{n}", f"Maison {n}", "other")))
        table, rows = twin.actors.table, twin.actors.rows
        press(K.Key_O)
        press(K.Key_End, CTRL)
        press(K.Key_Home)
        changed = rows.key_at(table.currentIndex().row())
        press(K.Key_F2)
        write("Aaa")
        press(K.Key_Return)
        assert (table.currentIndex().row(), rows.key_at(0)) == (0, changed)
        assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))

    def test_what_is_done_elsewhere_leaves_a_list_where_it_was_scrolled_to(
        self, window: Window, twin: Twin
    ) -> None:
        for n in range(60):
            window.workspace.do(gestures.add_actor(Actor(f"m{n}", f"Maison {n}", "other")))
        table = twin.actors.table
        press(K.Key_O)
        press(K.Key_Home, CTRL)
        table.scrollToBottom()
        at = table.verticalScrollBar().value()
        window.workspace.do(gestures.edit_actor("m3", name="Aaa"))
        assert table.currentIndex().row() == 1
        assert table.verticalScrollBar().value() == at


class TestWhatChanges:
    @pytest.fixture
    def wishes(self, window: Window, twin: Twin) -> Twin:
        to_create = Link("airs", "radio", "grocer", ("information",), status=Status.TO_CREATE)
        window.workspace.do(gestures.add_link(to_create))
        turn_to(twin, 2)
        return twin

    def test_under_each_of_its_actors(self, wishes: Twin) -> None:
        said = "Radio Val d’Œuvre pourrait partager de l’information avec Épicerie sociale L’Étal"
        assert column(wishes.changes.rows, "sentence") == [
            "Épicerie sociale L’Étal — 1 alliance à construire", said,
            "Radio Val d’Œuvre — 1 alliance à construire", said,
        ]  # fmt: skip
        assert wishes.count.text() == "1 alliance à construire"

    def test_counts_grow_and_rows_leave(self, window: Window, wishes: Twin) -> None:
        window.workspace.do(gestures.edit_link("funds", status=Status.TO_STRENGTHEN))
        texts = column(wishes.changes.rows, "sentence")
        assert texts[0] == "Épicerie sociale L’Étal — 2 alliances à construire"
        assert len(texts) == 7
        take_row(wishes.changes.table, 1)
        press(K.Key_1)
        assert window.workspace.document.links["airs"].status is Status.EXISTING
        assert (
            column(wishes.changes.rows, "sentence")[0] == "Épicerie sociale L’Étal — 1 alliance à construire"
        )
        press(K.Key_Z, CTRL)
        assert len(column(wishes.changes.rows, "sentence")) == 7

    @pytest.mark.parametrize(("key", "status"), [(K.Key_1, Status.EXISTING), (K.Key_2, Status.TO_STRENGTHEN)])
    def test_a_key_turns_a_row(self, window: Window, wishes: Twin, key: Qt.Key, status: Status) -> None:
        take_row(wishes.changes.table, 1)
        press(key)
        assert window.workspace.document.links["airs"].status is status
        assert window.workspace.selection == {("links", "airs")}

    def test_under_the_types_of_its_actors(self, wishes: Twin, qtbot: QtBot) -> None:
        qtbot.mouseClick(wishes.changes.buttons[1], Qt.MouseButton.LeftButton)
        assert column(wishes.changes.rows, "sentence")[0] == "Associations — 1 alliance à construire"
        assert wishes.changes.rows.rowCount() == 2

    def test_a_row_is_found_without_its_heading(self, wishes: Twin) -> None:
        wishes.search.setFocus()
        write("pourrait")
        assert wishes.changes.rows.rowCount() == 2
        assert wishes.count.text() == "1 alliance à construire · 1 résultat"

    def test_a_row_that_comes_back_is_told_as_it_is_now(self, window: Window, wishes: Twin) -> None:
        window.workspace.do(gestures.edit_link("airs", status=Status.EXISTING))
        window.workspace.do(gestures.edit_actor("radio", name="La radio"))
        window.workspace.do(gestures.edit_link("airs", status=Status.TO_STRENGTHEN, direction=Direction.BOTH))
        assert any(text.startswith("La radio") for text in column(wishes.changes.rows, "sentence"))
        assert column(wishes.changes.rows, "sentence")[2] == "La radio — 1 alliance à construire"

    @pytest.mark.usefixtures("wishes")
    def test_a_heading_is_no_row_to_act_on(self, window: Window) -> None:
        press(K.Key_Home, CTRL)
        press(K.Key_1)
        press(K.Key_Return)
        assert window.workspace.document.links["airs"].status is Status.TO_CREATE
        assert "rien" in window.status.sentence.text()


def cell(table: QTableView, row: int, at: int) -> QAccessibleInterface:
    """A cell as a screen reader meets it: headings are row -1, and column -1 is that of the numbers."""
    seen = QAccessible.queryAccessibleInterface(table)
    return seen.child((row + 1) * (table.model().columnCount() + 1) + at + 1)


class TestReadAloud:
    def test_a_table_its_columns_and_its_cells(self, twin: Twin) -> None:
        seen = QAccessible.queryAccessibleInterface(twin.actors.table)
        assert seen.role() == QAccessible.Role.Table
        assert seen.text(QAccessible.Text.Name) == "Acteurs"
        heads = [cell(twin.actors.table, -1, n) for n in range(3)]
        assert [head.role() for head in heads] == [QAccessible.Role.ColumnHeader] * 3
        assert [head.text(QAccessible.Text.Name) for head in heads] == ["Nom", "Catégorie", "Présence"]
        first = cell(twin.actors.table, 0, 0)
        assert first.role() == QAccessible.Role.Cell
        assert first.text(QAccessible.Text.Name) == (
            f"Ville de Rivemont{NBSP}: Collectivité, présent, sur la carte, 1 lien"
        )
        assert cell(twin.actors.table, 0, 1).text(QAccessible.Text.Name) == "Collectivité"

    def test_a_link_is_a_sentence(self, window: Window, twin: Twin) -> None:
        turn_to(twin, 1)
        said = "Ville de Rivemont finance Épicerie sociale L’Étal"
        assert cell(twin.links.table, 0, 0).text(QAccessible.Text.Name) == said
        tension = twin.links.rows.column("tension")
        assert cell(twin.links.table, 0, tension).text(QAccessible.Text.Name) == "sans tension"
        window.workspace.do(gestures.edit_link("funds", tension=True))
        assert cell(twin.links.table, 0, tension).text(QAccessible.Text.Name) == "relation en tension"

    def test_every_control_has_a_name(self, twin: Twin) -> None:
        for widget in (twin.tabs, *twin.findChildren(QLineEdit), *twin.findChildren(QAbstractButton)):
            if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                seen = QAccessible.queryAccessibleInterface(widget)
                assert seen.text(QAccessible.Text.Name).strip(), widget

    def test_presence_is_told_in_words(self, window: Window, twin: Twin) -> None:
        window.workspace.do(gestures.edit_actor("radio", presence=Presence.TO_MOBILISE))
        said = cell(twin.actors.table, 2, 0).text(QAccessible.Text.Name)
        assert said.endswith("à mobiliser, à placer, 0 lien")


class TestTicks:
    @pytest.mark.parametrize("key", ["screen", "screen_dark"])
    @pytest.mark.parametrize("scale", [1.0, 2.0])
    def test_what_may_be_ticked_is_seen_by_day_and_by_night(
        self, qapp: QApplication, window: Window, twin: Twin, key: str, scale: float
    ) -> None:
        turn_to(twin, 1)
        look.dress(qapp, scale=scale, key=key)
        laid_out()
        table = twin.links.table
        table.setCurrentIndex(twin.links.rows.index(0, twin.links.rows.column("types")))
        press(K.Key_Return)
        choices = inside(window, Choices)
        image, shown = choices.viewport().grab().toImage(), theme(key)
        on = [n for n in range(choices.count()) if choices.item(n).checkState() == Qt.CheckState.Checked]
        assert 0 < len(on) < choices.count()
        rows = [choices.visualItemRect(choices.item(n)) for n in range(choices.count())]
        for row in [row for row in rows if image.rect().contains(row)]:
            box = [
                image.pixelColor(x, y).name()
                for x in range(look.px(22))
                for y in range(row.top() + 2, row.bottom() - 2)
            ]
            told = [colour for colour in box if contrast(colour, shown.surface) >= 3]
            assert len(told) > look.px(16) * 3, "its four sides are seen"
        press(K.Key_Escape)
        look.dress(qapp)


class TestWidths:
    """Columns are as wide as what they hold."""

    def cut(self, table: Table, key: str) -> list[str]:
        """What is not read whole in a column."""
        at = table.rows.column(key)
        cells = [table.rows.index(row, at) for row in range(table.rows.rowCount())]
        return [
            str(cell.data()) for cell in cells if table.sizeHintForIndex(cell).width() > table.columnWidth(at)
        ]

    @pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
    @pytest.mark.parametrize("language", ["fr", "en"])
    def test_words_one_chooses_from_and_names_are_whole(
        self, app: App, window: Window, twin: Twin, scale: float, language: str
    ) -> None:
        window.workspace.speak(language)
        app.enlarge(scale)
        edits = [
            gestures.edit_actor("town", name="Communauté de communes du Val"),
            gestures.edit_link("funds", types=("material",)),
        ]
        for edit in edits:
            assert window.workspace.do(edit)
        turn_to(twin, 1)
        laid_out()
        table = twin.links.table
        for direction in Direction:
            for status in Status:
                window.workspace.do(gestures.edit_link("funds", direction=direction, status=status))
                for key in ("source", "types", "target", "status", "direction", "sentence"):
                    assert self.cut(table, key) == []
        turn_to(twin, 0)
        for key in ("name", "category", "presence", "placed"):
            assert self.cut(twin.actors.table, key) == []
        app.enlarge(1.0)

    def test_an_empty_column_has_no_more_than_its_title(self, window: Window, twin: Twin) -> None:
        table = twin.actors.table
        at = table.rows.column("domain")
        empty = table.columnWidth(at)
        assert empty == table.horizontalHeader().sectionSizeFromContents(at).width()
        window.workspace.do(gestures.edit_actor("town", domain="Une politique de l’alimentation"))
        assert table.columnWidth(at) > empty
        assert self.cut(table, "domain") == []

    def test_a_width_given_by_hand_stays(self, window: Window, twin: Twin) -> None:
        table = twin.actors.table
        table.horizontalHeader().resizeSection(0, 90)
        window.workspace.do(gestures.edit_actor("town", name="Communauté de communes du Val"))
        window.resize(1300, 760)
        laid_out()
        assert table.columnWidth(0) == 90
