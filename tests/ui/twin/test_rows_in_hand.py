"""Rows under keys and wheel: what is changed is seen, what comes after is next, and the map stays where it is."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from facilitator.model import gestures
from facilitator.model.document import Actor, Link
from facilitator.model.vocabulary import Status
from facilitator.ui.app import App
from facilitator.ui.canvas.proposal_bar import ProposalBar
from facilitator.ui.twin.cells import Choices
from facilitator.ui.twin.twin import Twin
from facilitator.ui.window import Window
from tests.ui.hands import CTRL, SHIFT, go, press, write
from tests.ui.seen import laid_out

K = Qt.Key


@pytest.fixture
def many(window: Window, twin: Twin) -> Twin:
    """Forty actors more, each linked with the town."""
    with_link = []
    for n in range(40):
        with_link += [
            gestures.add_actor(Actor(f"a{n}", f"Maison {n:02}", "association", x=300.0 * n, y=900.0)),
            gestures.add_link(Link(f"l{n}", "town", f"a{n}", status=Status.TO_CREATE)),
        ]
    window.workspace.do(gestures.together("several", with_link))
    laid_out()
    return twin


class TestFrenchKeyboard:
    """Digits take Shift there, on the upper row."""

    @pytest.mark.usefixtures("twin")
    @pytest.mark.parametrize(
        "held", [Qt.KeyboardModifier.NoModifier, SHIFT, Qt.KeyboardModifier.KeypadModifier]
    )
    def test_a_digit_turns_a_link_and_counts_no_voice(
        self, window: Window, held: Qt.KeyboardModifier
    ) -> None:
        press(K.Key_Tab, CTRL)
        press(K.Key_3, held)
        assert window.workspace.document.links["funds"].status is Status.TO_CREATE
        assert not window.workspace.document.voices

    @pytest.mark.parametrize("held", [Qt.KeyboardModifier.NoModifier, SHIFT])
    def test_in_the_bar_of_a_link_they_are_its_intensity_or_nothing(
        self, window: Window, held: Qt.KeyboardModifier
    ) -> None:
        window.canvas.open_link_bar("funds", window.canvas.surface.rect().center().toPointF())
        bar = window.canvas.link_bar
        assert bar is not None
        press(K.Key_4, held)
        assert window.workspace.document.links["funds"].intensity == 4
        for key in (K.Key_5, K.Key_9):
            press(key, held)
        assert window.workspace.document.links["funds"].intensity == 4
        assert not window.workspace.document.voices
        assert window.canvas.link_bar is bar


class TestTheWheel:
    @pytest.mark.parametrize("column", ["name", "category"])
    def test_a_cell_is_seen_while_it_is_changed(self, many: Twin, column: str) -> None:
        table = many.actors.table
        table.choose(many.actors.rows.index(0, many.actors.rows.column(column)))
        table.scrollToBottom()
        assert not table.viewport().rect().intersects(table.visualRect(table.currentIndex()))
        press(K.Key_F2)
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit | Choices)
        assert table.viewport().rect().contains(editor.geometry())

    def test_the_line_of_a_link_is_under_its_row(self, window: Window, many: Twin) -> None:
        table = many.actors.table
        table.choose(many.actors.rows.index(1, 0))
        table.scrollToBottom()
        press(K.Key_L)
        picker = many.actors.picker
        assert picker is not None
        row = table.viewport().mapTo(window, table.visualRect(table.currentIndex()).bottomLeft())
        assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))
        assert abs(picker.x() - row.x()) < 10

    def test_a_long_name_is_whole_in_its_line(self, window: Window, twin: Twin) -> None:
        name = "Communauté de communes du Val d’Œuvre et de la Haute-Rivemont, service des solidarités"
        window.workspace.do(gestures.edit_actor("town", name=name))
        laid_out()
        press(K.Key_Home, CTRL)
        press(K.Key_F2)
        line = QApplication.focusWidget()
        assert isinstance(line, QLineEdit)
        assert line.width() >= line.fontMetrics().horizontalAdvance(name) + 8
        assert twin.actors.table.viewport().rect().contains(line.geometry())


class TestTheRowAfter:
    def test_comes_after_one_that_is_deleted(self, window: Window, many: Twin) -> None:
        keys = [*many.actors.rows.keys]
        many.actors.table.choose(many.actors.rows.index(5, 0))
        press(K.Key_Delete)
        assert window.workspace.selection == {("actors", keys[6])}
        press(K.Key_Delete)
        assert window.workspace.selection == {("actors", keys[7])}

    def test_before_where_the_last_one_is(self, window: Window, many: Twin) -> None:
        keys = [*many.actors.rows.keys]
        press(K.Key_End, CTRL)
        press(K.Key_Delete)
        assert window.workspace.selection == {("actors", keys[-2])}

    def test_one_goes_down_what_changes_key_by_key(self, window: Window, many: Twin) -> None:
        press(K.Key_Backtab, CTRL | SHIFT)
        assert many.page is many.changes
        for _n in range(12):
            (chosen,) = many.changes.table.chosen()
            press(K.Key_1)
            assert window.workspace.document.links[chosen[1]].status is Status.EXISTING
            assert many.changes.table.chosen() != [chosen]

    def test_a_link_told_twice_gives_way_to_the_row_that_came_after_it(self, many: Twin) -> None:
        press(K.Key_Backtab, CTRL | SHIFT)
        table, rows = many.changes.table, many.changes.rows
        for key in (K.Key_1, K.Key_Delete):
            under_the_town = [n for n, told in enumerate(rows.keys) if told.startswith("town")]
            at = under_the_town[5]
            table.choose(rows.index(at, 0))
            (gone,), after = table.chosen(), rows.keys[at + 1]
            press(key)
            assert gone not in {rows.pair_at(n) for n in range(len(rows.keys))}
            assert rows.key_at(table.currentIndex().row()) == after
            assert table.chosen() == [("links", rows.id_of(after))]

    def test_and_what_stays_there_stays_chosen(self, window: Window, many: Twin) -> None:
        press(K.Key_Backtab, CTRL | SHIFT)
        chosen = many.changes.table.chosen()
        press(K.Key_2)
        assert window.workspace.document.links[chosen[0][1]].status is Status.TO_STRENGTHEN
        assert many.changes.table.chosen() == chosen


class TestTheMapStays:
    def test_as_one_goes_from_list_to_list(self, window: Window, many: Twin) -> None:
        surface = window.canvas.surface
        press(K.Key_Home, CTRL)
        surface.zoom(2.0)
        view = surface.view
        for _n in range(3):
            press(K.Key_Tab, CTRL)
            assert surface.view == view
        press(K.Key_Tab, CTRL)
        press(K.Key_End, CTRL)
        assert many.page is many.links
        assert surface.view != view, "a row that is chosen is shown"

    @pytest.mark.parametrize("closed", ["key", "cross"])
    def test_a_proposal_outlives_the_lists(
        self, window: Window, many: Twin, qtbot: QtBot, closed: str
    ) -> None:
        press(K.Key_R, CTRL | SHIFT)
        (bar,) = window.canvas.surface.findChildren(ProposalBar)
        qtbot.waitUntil(bar.accept.hasFocus)
        many.page.table.setFocus()
        if closed == "key":
            press(K.Key_L, CTRL)
        else:
            many.close_button.click()
        assert not many.isVisible()
        assert bar.isVisible()
        assert window.canvas.surface.busy

    def test_what_is_typed_in_a_cell_is_kept_as_the_lists_close(self, window: Window, twin: Twin) -> None:
        press(K.Key_F2)
        write("Ville nouvelle")
        press(K.Key_L, CTRL)
        assert not twin.isVisible()
        assert window.workspace.document.actors["town"].name == "Ville nouvelle"


def test_no_letter_jumps_to_a_row(window: Window, many: Twin) -> None:
    press(K.Key_Home, CTRL)
    before = window.workspace.selection
    press(K.Key_M, SHIFT)
    press(K.Key_R, SHIFT)
    assert window.workspace.selection == before


def test_space_selects_the_row_the_keyboard_is_on(window: Window, many: Twin) -> None:
    press(K.Key_Home, CTRL)
    press(K.Key_Down, CTRL)
    press(K.Key_Down, CTRL)
    assert window.workspace.selection == {("actors", "town")}
    press(K.Key_Space)
    assert window.workspace.selection == {("actors", "radio")}


def test_an_empty_list_is_told_to_who_listens(twin: Twin) -> None:
    def told() -> str:
        return QAccessible.queryAccessibleInterface(twin.page.table).text(QAccessible.Text.Description)

    assert "Entrée change une case" in told()
    twin.search.setFocus()
    write("zzzz")
    assert told().startswith("Rien trouvé pour «\u00a0zzzz\u00a0»")
    press(K.Key_Escape)
    assert "Entrée change une case" in told()


def test_what_one_does_without_is_told(window: Window, twin: Twin) -> None:
    window.workspace.what_if.turn({"town"})
    rows = twin.actors.rows
    place = rows.index(0, rows.column("placed"))
    assert rows.data(place) == "Barré par «\u00a0Et si…\u00a0»"
    assert rows.told("town").aside
    assert "1 mis de côté" in twin.count.text()
    press(K.Key_Tab, CTRL)
    links = twin.links.rows
    assert links.told("funds").aside
    window.workspace.what_if.leave()
    assert not links.told("funds").aside
    press(K.Key_Backtab, CTRL | SHIFT)
    assert rows.data(place) == "Sur la carte"


@pytest.mark.usefixtures("large")
def test_in_large_letters_what_changes_is_whole_or_scrolls(window: Window, app: App, many: Twin) -> None:
    press(K.Key_Backtab, CTRL | SHIFT)
    laid_out()
    table, rows = many.changes.table, many.changes.rows
    letters = table.fontMetrics()
    widest = max(letters.horizontalAdvance(rows.told(key).cells[0].text) for key in rows.keys)
    assert table.columnWidth(0) >= min(widest, letters.averageCharWidth() * 60)
    assert table.mapTo(window, QPoint(table.width(), 0)).x() <= window.width()


def test_a_map_seen_whole_is_so_again_once_the_lists_close(window: Window) -> None:
    """One goes to rows whose cards the lists cover: the map moves for that, and comes back."""
    surface = window.canvas.surface
    window.workspace.do(gestures.place_actors({"town": (0.0, -600.0), "radio": (0.0, 700.0)}))
    window.canvas.fit()
    before = surface.view
    window.workspace.select([("actors", "radio")])
    press(K.Key_L, CTRL)
    laid_out()
    assert surface.view.zoom == before.zoom
    assert surface.view != before
    press(K.Key_L, CTRL)
    laid_out()
    assert surface.view == before
    press(K.Key_L, CTRL)
    surface.zoom(1.5)
    closer = surface.view.zoom
    press(K.Key_L, CTRL)
    laid_out()
    assert surface.view.zoom == closer, "one came nearer"


@pytest.mark.parametrize("first", ["grid", "twin"])
def test_so_it_is_where_one_went_from_the_grid_to_the_lists(window: Window, first: str) -> None:
    go(window.workspace, "actors")
    surface, then = window.canvas.surface, "twin" if first == "grid" else "grid"
    window.workspace.do(gestures.place_actors({"town": (0.0, -600.0), "radio": (0.0, 700.0)}))
    window.canvas.fit()
    before = surface.view
    for key in (first, then):
        window.ask(key)
        laid_out()
    surface.reveal("radio")
    assert surface.view != before
    window.ask(then)
    laid_out()
    assert surface.view == before
