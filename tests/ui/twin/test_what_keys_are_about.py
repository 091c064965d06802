"""In a list, keys are about what is seen selected; what opens over it, or in it, gives the keyboard back to it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from facilitator.model import gestures
from facilitator.model.document import Actor, Link
from facilitator.model.vocabulary import Status
from facilitator.ui.canvas.proposal_bar import ProposalBar
from facilitator.ui.twin.cells import Choices
from facilitator.ui.twin.twin import Twin
from facilitator.ui.window import Window
from tests.ui.hands import CTRL, SHIFT, press, write

K = Qt.Key
LONG = "Association pour une alimentation durable et des circuits courts dans la vallée de Rivemont et ses environs"


def said(window: Window) -> str:
    return window.status.sentence.text()


class TestWhatKeysAreAbout:
    def test_lists_open_on_what_is_selected(self, window: Window) -> None:
        window.workspace.select([("links", "funds")])
        press(K.Key_L, CTRL)
        twin = window.centre.twin
        assert twin is not None
        assert twin.page is twin.links
        assert twin.page.table.chosen() == [("links", "funds")]
        assert window.workspace.selection == {("links", "funds")}

    def test_what_changes_gives_way_to_a_link_that_it_does_not_hold(self, window: Window, twin: Twin) -> None:
        window.workspace.do(gestures.add_link(Link("airs", "radio", "town", status=Status.TO_CREATE)))
        press(K.Key_Backtab, CTRL | SHIFT)
        press(K.Key_L, CTRL)
        window.workspace.select([("links", "airs")])
        press(K.Key_L, CTRL)
        assert twin.tabs.currentIndex() == twin.pages.index(twin.changes)
        press(K.Key_L, CTRL)
        window.workspace.select([("links", "funds")])
        press(K.Key_L, CTRL)
        assert twin.tabs.currentIndex() == twin.pages.index(twin.links)
        assert twin.page.table.chosen() == [("links", "funds")]

    def test_the_next_list_has_a_row_selected(self, window: Window, twin: Twin) -> None:
        window.workspace.select([("actors", "town")])
        press(K.Key_Tab, CTRL)
        assert twin.page is twin.links
        assert window.workspace.selection == {("links", "funds")}
        press(K.Key_Backtab, CTRL | SHIFT)
        assert window.workspace.selection == {("actors", "town")}

    def test_under_a_heading_it_is_the_first_row(self, window: Window, twin: Twin) -> None:
        window.workspace.do(gestures.edit_link("funds", status=Status.TO_CREATE))
        press(K.Key_Backtab, CTRL | SHIFT)
        assert twin.page is twin.changes
        assert window.workspace.selection == {("links", "funds")}

    @pytest.mark.usefixtures("twin")
    def test_what_is_selected_elsewhere_is_not_the_row_under_the_keyboard(self, window: Window) -> None:
        window.workspace.select([("links", "funds")])
        before = window.workspace.document
        press(K.Key_Delete)
        assert window.workspace.document is before
        assert "rien" in said(window)
        press(K.Key_Space)
        assert window.workspace.selection == {("actors", "town")}
        press(K.Key_Delete)
        assert set(window.workspace.document.actors) == {"grocer", "radio"}

    def test_a_row_taken_out_of_the_selection_is_not_deleted(
        self, window: Window, twin: Twin, qtbot: QtBot
    ) -> None:
        table = twin.actors.table
        at = table.visualRect(twin.actors.rows.index(1, 0)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, CTRL, at)
        assert not window.workspace.selection
        before = window.workspace.document
        press(K.Key_Delete)
        assert window.workspace.document is before

    @pytest.mark.usefixtures("twin")
    def test_the_first_and_the_last_row_are_selected_alone(self, window: Window) -> None:
        press(K.Key_A, CTRL)
        press(K.Key_End, CTRL)
        assert window.workspace.selection == {("actors", "radio")}
        press(K.Key_Home, CTRL)
        assert window.workspace.selection == {("actors", "town")}

    def test_several_actors_are_no_start_of_a_link(self, window: Window, twin: Twin) -> None:
        press(K.Key_A, CTRL)
        press(K.Key_L)
        assert twin.actors.picker is None
        assert said(window) == "Sélectionnez l’acteur d’où part le lien."

    def test_links_of_one_actor_start_another_and_others_do_not(self, window: Window, twin: Twin) -> None:
        window.workspace.do(gestures.add_link(Link("feeds", "town", "radio")))
        press(K.Key_Tab, CTRL)
        press(K.Key_A, CTRL)
        press(K.Key_L)
        assert twin.links.picker is not None
        press(K.Key_Escape)
        twin.links.picker = None
        window.workspace.do(gestures.add_link(Link("airs", "radio", "grocer")))
        press(K.Key_A, CTRL)
        press(K.Key_L)
        assert twin.links.picker is None
        assert "même acteur" in said(window)

    @pytest.mark.usefixtures("twin")
    def test_a_key_says_what_it_waits_for(self, window: Window) -> None:
        press(K.Key_G)
        assert said(window) == "La carte n’est pas projetée\u00a0: pressez d’abord F5."
        window.workspace.select([("actors", "radio")])
        press(K.Key_F)
        assert "À placer d’abord" in said(window)
        assert not window.workspace.lens.focus


class TestSorting:
    def test_says_which_way_and_goes_back_to_the_order_of_the_session(
        self, window: Window, twin: Twin
    ) -> None:
        header, keys = twin.actors.table.horizontalHeader(), [*twin.actors.rows.keys]
        press(K.Key_O)
        assert said(window) == "Trié par «\u00a0Nom\u00a0»."
        assert header.isSortIndicatorShown()
        assert header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        up = [*twin.actors.rows.keys]
        press(K.Key_O)
        assert "du dernier au premier" in said(window)
        assert header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
        assert twin.actors.rows.keys == up[::-1]
        press(K.Key_O)
        assert "ordre de la séance" in said(window)
        assert not header.isSortIndicatorShown()
        assert twin.actors.rows.keys == keys != up

    def test_what_changes_promises_no_sort(self, twin: Twin) -> None:
        press(K.Key_Backtab, CTRL | SHIFT)
        assert twin.page is twin.changes
        assert not twin.changes.table.horizontalHeader().sectionsClickable()
        role = Qt.ItemDataRole.ToolTipRole
        assert twin.changes.rows.headerData(0, Qt.Orientation.Horizontal, role) is None
        assert "trie" not in twin.changes.table.accessibleDescription()
        assert "trie" in twin.actors.table.accessibleDescription()


class TestEsc:
    @pytest.mark.usefixtures("twin")
    def test_gives_back_what_one_does_without(self, window: Window) -> None:
        window.workspace.what_if.turn({"town"})
        window.centre.twin.page.table.setFocus()  # type: ignore[union-attr]  # the lists are open
        press(K.Key_Escape)
        assert not window.workspace.what_if.on

    def test_refuses_what_is_proposed(self, window: Window, twin: Twin, qtbot: QtBot) -> None:
        before = window.workspace.document
        press(K.Key_O, CTRL | SHIFT)
        (bar,) = window.canvas.surface.findChildren(ProposalBar)
        qtbot.waitUntil(bar.accept.hasFocus)
        twin.page.table.setFocus()
        press(K.Key_Escape)
        assert not bar.isVisible()
        qtbot.waitUntil(lambda: not window.canvas.surface.busy)
        assert window.workspace.document is before


class TestTheKeyboard:
    def test_is_on_the_map_once_lists_close_under_a_line(self, window: Window, twin: Twin) -> None:
        press(K.Key_Home, CTRL)
        press(K.Key_L)
        picker = twin.actors.picker
        assert picker is not None
        assert picker.line.hasFocus()
        press(K.Key_L, CTRL)
        assert not twin.isVisible()
        assert not picker.isVisible()
        assert QApplication.focusWidget() is window.canvas.surface

    @pytest.mark.parametrize("key", [K.Key_F, K.Key_K])
    def test_comes_back_from_what_is_opened_over_a_cell(
        self, window: Window, twin: Twin, key: Qt.Key
    ) -> None:
        press(K.Key_F2)
        write("Ville nouvelle")
        press(key, CTRL)
        assert window.search.panel is not None
        press(K.Key_Escape)
        assert QApplication.focusWidget() is twin.page.table
        assert window.workspace.document.actors["town"].name == "Ville nouvelle"

    def test_comes_back_from_an_arrangement_asked_for_in_a_cell(
        self, window: Window, twin: Twin, qtbot: QtBot
    ) -> None:
        press(K.Key_F2)
        press(K.Key_O, CTRL | SHIFT)
        (bar,) = window.canvas.surface.findChildren(ProposalBar)
        qtbot.waitUntil(bar.accept.hasFocus)
        press(K.Key_Escape)
        assert QApplication.focusWidget() is twin.page.table

    def test_comes_back_from_the_line_of_names(self, window: Window, twin: Twin) -> None:
        press(K.Key_Tab, CTRL)
        press(K.Key_A)
        assert window.canvas.entry.name.hasFocus()
        write("Hôpital")
        press(K.Key_Return)
        press(K.Key_Escape)
        assert QApplication.focusWidget() is twin.links.table
        window.canvas.setFocus()
        press(K.Key_A)
        press(K.Key_Escape)
        assert QApplication.focusWidget() is window.canvas.surface


class TestCells:
    def test_tab_goes_through_all_that_is_written_and_back(self, window: Window, twin: Twin) -> None:
        table, rows = twin.actors.table, twin.actors.rows
        press(K.Key_Home, CTRL)
        press(K.Key_F2)
        seen = []
        for _n in range(5):
            seen.append((table.currentIndex().row(), rows.columns[table.currentIndex().column()].key))
            assert isinstance(QApplication.focusWidget(), QLineEdit | Choices)
            press(K.Key_Tab)
        assert seen == [(0, "name"), (0, "category"), (0, "presence"), (0, "domain"), (1, "name")]
        assert window.workspace.selection == {("actors", "grocer")}
        press(K.Key_Backtab, SHIFT)
        press(K.Key_Backtab, SHIFT)
        assert (table.currentIndex().row(), rows.columns[table.currentIndex().column()].key) == (0, "domain")
        assert window.workspace.selection == {("actors", "town")}
        write("Alimentation")
        press(K.Key_Tab)
        assert window.workspace.document.actors["town"].domain == "Alimentation"
        assert not any(
            window.workspace.document.actors[id_].placed is placed
            for id_, placed in (("town", False), ("grocer", False), ("radio", True))
        )

    def test_after_the_last_one_the_keyboard_is_in_the_list(self, window: Window, twin: Twin) -> None:
        press(K.Key_End, CTRL)
        twin.actors.table.choose(twin.actors.rows.index(2, twin.actors.rows.column("domain")))
        press(K.Key_Return)
        write("Médias")
        press(K.Key_Tab)
        assert window.workspace.document.actors["radio"].domain == "Médias"
        assert QApplication.focusWidget() is twin.actors.table

    def test_tab_goes_over_headings(self, window: Window, twin: Twin) -> None:
        window.workspace.do(gestures.edit_link("funds", status=Status.TO_CREATE))
        press(K.Key_Backtab, CTRL | SHIFT)
        table, rows = twin.changes.table, twin.changes.rows
        table.choose(rows.index(1, rows.column("intensity")))
        press(K.Key_Return)
        press(K.Key_Tab)
        assert (table.currentIndex().row(), table.currentIndex().column()) == (3, rows.column("status"))
        assert isinstance(QApplication.focusWidget(), Choices)

    def test_the_next_list_keeps_what_is_typed(self, window: Window, twin: Twin) -> None:
        press(K.Key_F2)
        write("Ville nouvelle")
        press(K.Key_Tab, CTRL)
        assert window.workspace.document.actors["town"].name == "Ville nouvelle"
        assert twin.page is twin.links
        assert QApplication.focusWidget() is twin.links.table

    @pytest.mark.parametrize(("end", "typed"), [("source", "Épicerie"), ("target", "Ville de")])
    def test_an_end_that_will_not_do_is_told(self, twin: Twin, end: str, typed: str) -> None:
        press(K.Key_Tab, CTRL)
        twin.links.table.choose(twin.links.rows.index(0, twin.links.rows.column(end)))
        press(K.Key_Return)
        picker = twin.links.picker
        assert picker is not None
        write(typed)
        assert ["autre bout" in picker.list.item(n).text() for n in range(picker.list.count())] == [True]
        press(K.Key_A, CTRL)
        write("Personne de tel")
        assert [picker.list.item(n).text() for n in range(picker.list.count())] == [
            "Personne de la séance ne s’appelle ainsi."
        ]
        press(K.Key_Return)
        assert picker.isVisible()


@pytest.mark.parametrize("opened", [lambda w: w.centre.twin.actors.entry, lambda w: w.canvas.entry])
def test_a_long_name_that_is_known_is_told_whole_and_takes_no_room_from_what_is_beside(
    window: Window, twin: Twin, opened: Callable[[Window], object]
) -> None:
    window.workspace.do(gestures.add_actor(Actor("long", LONG, "association")))
    widths = [panel.width() for panel in (window.rail, window.centre, window.inspector)]
    if opened(window) is window.canvas.entry:
        window.canvas.setFocus()
    press(K.Key_A)
    write(LONG)
    press(K.Key_Return)
    QApplication.processEvents()
    entry = opened(window)
    hint = entry._hint  # type: ignore[attr-defined]  # what is seen of it
    assert LONG in hint.text()
    assert "encore" in hint.text()
    assert hint.height() >= hint.heightForWidth(hint.width())
    assert window.rect().contains(hint.mapTo(window, QPoint(hint.width(), hint.height())))
    combo = entry._categories  # type: ignore[attr-defined]
    assert combo.width() >= combo.sizeHint().width()
    assert widths == [panel.width() for panel in (window.rail, window.centre, window.inspector)]
