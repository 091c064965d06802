"""By the lists and the keyboard alone: all that can be done on the map can be done here."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from facilitator.model import gestures, journey
from facilitator.model.document import Link, ordered
from facilitator.model.lens import Horizon
from facilitator.model.store import file
from facilitator.model.vocabulary import Direction, Presence, Status
from facilitator.ui.canvas.proposal_bar import ProposalBar
from facilitator.ui.twin.cells import Choices
from facilitator.ui.twin.twin import Twin
from facilitator.ui.window import Window
from tests.ui.hands import CTRL, SHIFT, press, write
from tests.ui.menu_bar import SAYS, opened_and_left

K = Qt.Key


def keys(*struck: Qt.Key) -> None:
    for key in struck:
        press(key)


def choose(*names: str, key: Qt.Key | None = None) -> None:
    """Opens the current cell, goes to each choice with the arrows (and strikes a key there), and takes them."""
    press(K.Key_Return)
    listed = QApplication.focusWidget()
    assert isinstance(listed, Choices)
    for name in names:
        press(K.Key_Home)
        for _n in range(listed.count()):
            if listed.currentItem().text() != name:
                press(K.Key_Down)
        assert listed.currentItem().text() == name
        if key is not None:
            press(key)
    press(K.Key_Return)


class TestAWholeMap:
    @pytest.fixture
    def session(self, tmp_path: Path) -> Path:
        """A session without an actor."""
        path = tmp_path / "Vide.alliance"
        file.create(path, journey.new_document("Vide", "fr", date="2026-10-12")).close()
        return path

    def test_is_built_by_keys_alone(self, window: Window) -> None:
        press(K.Key_L, CTRL)
        self.name_actors()
        self.link_them()
        document = window.workspace.document
        actors = {actor.name: actor for actor in document.actors.values()}
        assert {name: actor.category for name, actor in actors.items()} == {
            "Ville de Rivemont": "authority",
            "Épicerie L’Étal": "association",
            "Fondation Terre": "foundation",
            "Radio Val d’Œuvre": "association",
            "Collège du Val": "association",
        }
        assert actors["Épicerie L’Étal"].presence is Presence.TO_MOBILISE
        placed = [name for name, actor in actors.items() if actor.placed]
        assert placed == ["Ville de Rivemont", "Épicerie L’Étal", "Fondation Terre"]
        boxes = [held.box for held in window.canvas.surface.picture.cards.values()]
        assert not any(one.intersects(other) for one in boxes for other in boxes if one is not other)
        names = {actor.id: name for name, actor in actors.items()}
        links = list(document.links.values())
        assert [(names[link.source], names[link.target]) for link in links] == [
            ("Ville de Rivemont", "Épicerie L’Étal"),
            ("Ville de Rivemont", "Fondation Terre"),
            ("Collège du Val", "Ville de Rivemont"),
        ]
        assert links[0].types == ("funding", "skills")
        assert (links[1].status, links[1].intensity) == (Status.TO_CREATE, 4)
        assert (links[2].direction, links[2].tension) == (Direction.BOTH, True)
        # And all of it is taken back, and done again, without leaving the list.
        press(K.Key_Z, CTRL)
        assert list(window.workspace.document.links.values())[2].direction is Direction.FORWARD
        press(K.Key_Y, CTRL)
        assert window.workspace.document == document

    def name_actors(self) -> None:
        """Four actors, who they are, and three of them on the map."""
        press(K.Key_A)
        for name in ("Ville de Rivemont", "Épicerie L’Étal", "Fondation Terre", "Radio Val d’Œuvre"):
            write(name)
            press(K.Key_Return)
        press(K.Key_Escape)
        press(K.Key_Right)  # in the column of categories, from the last row up
        for category in ("Association", "Fondation", "Association", "Collectivité"):
            choose(category)
            press(K.Key_Up)
        keys(K.Key_Down, K.Key_Right)
        choose("À mobiliser")
        press(K.Key_Up)
        press(K.Key_Down, SHIFT)
        press(K.Key_Down, SHIFT)
        press(K.Key_M)

    def link_them(self) -> None:
        """Three links of the first one: told in three ways, the last with somebody who was not there yet."""
        press(K.Key_Home, CTRL)
        press(K.Key_L)
        write("etal")
        press(K.Key_Return)
        choose("Financement", "Compétences", key=K.Key_Space)
        press(K.Key_L)
        write("fond")
        press(K.Key_Return)
        keys(K.Key_Right, K.Key_Right)
        choose("À créer")
        press(K.Key_Right)
        choose("Collaboration")
        press(K.Key_L)
        write("Collège du Val")
        press(K.Key_Return)
        press(K.Key_R)
        keys(K.Key_Right, K.Key_Right, K.Key_Right, K.Key_Right, K.Key_Right)
        press(K.Key_Space)
        press(K.Key_Left)
        choose("Réciproque")


class TestACell:
    def test_a_name_is_typed_where_it_stands(self, window: Window, twin: Twin) -> None:
        press(K.Key_F2)
        line = QApplication.focusWidget()
        assert isinstance(line, QLineEdit)
        assert line.text() == "Ville de Rivemont"
        write("Mairie à l’aube")
        press(K.Key_Return)
        assert window.workspace.document.actors["town"].name == "Mairie à l’aube"
        assert QApplication.focusWidget() is twin.actors.table

    def test_letters_are_keys_of_the_window_too(self, window: Window, twin: Twin) -> None:
        workspace, table = window.workspace, twin.actors.table
        press(K.Key_T)
        assert workspace.lens.horizon is Horizon.TODAY
        workspace.select([("actors", "town")])
        press(K.Key_F)
        assert workspace.lens.focus == {"town"}
        press(K.Key_P)
        assert workspace.document.actors["town"].pinned
        assert QApplication.focusWidget() is table
        press(K.Key_A)
        assert twin.actors.entry.isVisible(), "what the list does with a letter is its own"
        press(K.Key_Escape)
        twin.turn(1)
        press(K.Key_A)
        assert window.canvas.entry.isVisible()

    def test_letters_typed_in_a_cell_are_no_keys(self, window: Window, twin: Twin) -> None:
        press(K.Key_F2)
        write("almo0z")
        assert not twin.actors.entry.isVisible()
        assert window.canvas.picker is None
        assert twin.actors.picker is None
        press(K.Key_Return)
        assert window.workspace.document.actors["town"].name == "almo0z"

    def test_esc_leaves_it_as_it_was(self, window: Window, twin: Twin) -> None:
        press(K.Key_F2)
        write("Autre chose")
        press(K.Key_Escape)
        assert window.workspace.document.actors["town"].name == "Ville de Rivemont"
        assert QApplication.focusWidget() is twin.actors.table
        assert twin.isVisible()

    def test_tab_goes_to_the_next_cell(self, window: Window, twin: Twin) -> None:
        press(K.Key_F2)
        write("La ville")
        press(K.Key_Tab)
        assert window.workspace.document.actors["town"].name == "La ville"
        assert isinstance(QApplication.focusWidget(), Choices)
        press(K.Key_Escape)
        assert twin.actors.table.currentIndex().column() == twin.actors.rows.column("category")

    @pytest.mark.qt_log_ignore(*SAYS, extend=True)
    def test_a_menu_opened_by_alt_gives_the_keyboard_back_to_it(
        self, window: Window, twin: Twin, qtbot: QtBot
    ) -> None:
        press(K.Key_F2)
        write("Mai")
        opened_and_left(window, qtbot)
        write("rie")
        press(K.Key_Return)
        assert window.workspace.document.actors["town"].name == "Mairie"
        assert twin.actors.table.hasFocus()

    @pytest.mark.usefixtures("twin")
    def test_a_name_that_is_refused_stays_to_be_put_right(self, window: Window) -> None:
        press(K.Key_F2)
        write("   ")
        press(K.Key_Return)
        line = QApplication.focusWidget()
        assert isinstance(line, QLineEdit)
        assert line.text() == "   "
        assert window.status.sentence.text()
        assert window.status.sentence.property("role") == "error"
        write("Ville")
        press(K.Key_Return)
        assert window.workspace.document.actors["town"].name == "Ville"
        assert not isinstance(QApplication.focusWidget(), QLineEdit)

    @pytest.mark.usefixtures("twin")
    def test_a_name_that_is_there_already_is_told_and_takes_a_second_enter(self, window: Window) -> None:
        press(K.Key_F2)
        write("La radio val d’œuvre")
        assert window.status.sentence.text() == "«\u00a0Radio Val d’Œuvre\u00a0» est déjà dans la séance."
        press(K.Key_Return)
        assert "Entrée encore garde ce nom" in window.status.sentence.text()
        assert window.workspace.document.actors["town"].name == "Ville de Rivemont"
        press(K.Key_Return)
        assert window.workspace.document.actors["town"].name == "La radio val d’œuvre"
        assert not isinstance(QApplication.focusWidget(), QLineEdit)

    @pytest.mark.usefixtures("twin")
    def test_undo_first_keeps_what_is_being_typed(self, window: Window) -> None:
        press(K.Key_F2)
        write("Ville")
        press(K.Key_Z, CTRL)
        assert window.workspace.document.actors["town"].name == "Ville de Rivemont"
        press(K.Key_Y, CTRL)
        assert window.workspace.document.actors["town"].name == "Ville"

    def test_what_cannot_be_kept_and_must_go_waits_in_the_clipboard(self, window: Window, twin: Twin) -> None:
        press(K.Key_F2)
        write("Ville nouvelle")
        window.workspace.do(gestures.delete_actors(["grocer"]))  # the row stays, the cell too
        cells = twin.actors.table.cells
        assert cells.editor is not None
        cells.editor.setMaxLength(100_000)  # type: ignore[attr-defined]  # what a person cannot type is refused too
        cells.editor.setText("x" * 5000)  # type: ignore[attr-defined]
        QGuiApplication.clipboard().clear()
        window.workspace.settle()
        assert window.workspace.document.actors["town"].name == "Ville de Rivemont"
        assert QGuiApplication.clipboard().text() == "x" * 5000
        assert cells.editor is None

    def test_a_field_of_action(self, window: Window, twin: Twin) -> None:
        for _n in range(twin.actors.rows.column("domain")):
            press(K.Key_Right)
        press(K.Key_Return)
        write("Alimentation")
        press(K.Key_Return)
        assert window.workspace.document.actors["town"].domain == "Alimentation"

    def test_what_follows_from_the_rest_is_only_read(self, window: Window, twin: Twin) -> None:
        for _n in range(twin.actors.rows.column("links")):
            press(K.Key_Right)
        press(K.Key_Return)
        assert "se lit" in window.status.sentence.text()
        assert QApplication.focusWidget() is twin.actors.table

    def test_a_click_chooses(self, window: Window, twin: Twin, qtbot: QtBot) -> None:
        press(K.Key_Right)
        press(K.Key_Return)
        listed = QApplication.focusWidget()
        assert isinstance(listed, Choices)
        rectangle = listed.visualItemRect(listed.item(0))
        qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=rectangle.center())
        assert window.workspace.document.actors["town"].category == "state"
        assert twin.actors.table.cells.editor is None

    def test_a_double_click_opens_it(self, window: Window, twin: Twin, qtbot: QtBot) -> None:
        table = twin.actors.table
        at = table.visualRect(table.model().index(1, twin.actors.rows.column("presence"))).center()
        left = Qt.MouseButton.LeftButton
        qtbot.mouseClick(table.viewport(), left, pos=at)
        qtbot.mouseDClick(table.viewport(), left, pos=at)
        qtbot.mouseRelease(table.viewport(), left, pos=at)
        assert isinstance(QApplication.focusWidget(), Choices)
        keys(K.Key_Down, K.Key_Return)
        assert window.workspace.document.actors["grocer"].presence is Presence.EXCUSED

    def test_choices_stay_inside_the_list(self, window: Window, twin: Twin) -> None:
        window.resize(900, 560)
        QApplication.processEvents()
        press(K.Key_End, CTRL)
        press(K.Key_Home)
        press(K.Key_Right)
        press(K.Key_Return)
        listed = QApplication.focusWidget()
        assert isinstance(listed, Choices)
        assert twin.actors.table.viewport().rect().contains(listed.geometry())
        press(K.Key_Escape)


class TestARow:
    @pytest.mark.usefixtures("twin")
    def test_on_the_map_and_back_in_the_tray(self, window: Window) -> None:
        window.workspace.select([("actors", "radio")])
        press(K.Key_M)
        assert window.workspace.document.actors["radio"].placed
        press(K.Key_M)
        assert not window.workspace.document.actors["radio"].placed

    def test_space_in_its_column_does_the_same(self, window: Window, twin: Twin) -> None:
        for _n in range(twin.actors.rows.column("placed")):
            press(K.Key_Right)
        press(K.Key_Space)
        assert not window.workspace.document.actors["town"].placed

    def test_is_duplicated_and_the_copy_is_chosen(self, window: Window, twin: Twin) -> None:
        press(K.Key_Home, CTRL)
        press(K.Key_D, CTRL)
        assert len(window.workspace.document.actors) == 4
        assert twin.actors.table.currentIndex().row() == 3

    @pytest.mark.usefixtures("twin")
    def test_is_duplicated_again_beside_its_copies(self, window: Window) -> None:
        for _turn in range(3):
            window.workspace.select([("actors", "town")])
            press(K.Key_D, CTRL)
        actors = window.workspace.document.actors.values()
        places = [(actor.x, actor.y) for actor in actors if actor.name == "Ville de Rivemont"]
        assert places == [(24 * n, 24 * n) for n in range(4)]

    @pytest.mark.usefixtures("twin")
    def test_is_deleted_with_its_links_and_the_next_one_is_chosen(self, window: Window) -> None:
        press(K.Key_Delete)
        assert list(window.workspace.document.actors) == ["grocer", "radio"]
        assert not window.workspace.document.links
        assert window.workspace.selection == {("actors", "grocer")}
        press(K.Key_Z, CTRL)
        assert len(window.workspace.document.links) == 1

    def test_a_known_name_is_offered_not_forced(self, window: Window, twin: Twin) -> None:
        press(K.Key_A)
        write("ville de rivemont")
        press(K.Key_Return)
        assert len(window.workspace.document.actors) == 3
        assert "déjà" in twin.actors.entry.hint
        press(K.Key_Return)
        assert len(window.workspace.document.actors) == 4
        press(K.Key_Escape)
        assert QApplication.focusWidget() is twin.actors.table
        assert twin.actors.table.currentIndex().row() == 3

    def test_a_type_is_chosen_before_names_are_typed(self, window: Window, twin: Twin) -> None:
        press(K.Key_A)
        press(K.Key_Tab, SHIFT)
        listed = QApplication.focusWidget()
        assert isinstance(listed, QComboBox)
        press(K.Key_Home)
        write("Hôpital", twin.actors.entry.name)
        twin.actors.entry.name.setFocus()
        press(K.Key_Return)
        assert list(window.workspace.document.actors.values())[-1].name == "Hôpital"

    def test_a_link_gets_another_end_by_typing(self, window: Window, twin: Twin) -> None:
        press(K.Key_Tab, CTRL)
        press(K.Key_Home, CTRL)
        press(K.Key_Right)
        press(K.Key_Right)
        press(K.Key_Return)
        write("oeuv")
        press(K.Key_Return)
        assert window.workspace.document.links["funds"].target == "radio"
        assert QApplication.focusWidget() is twin.links.table

    def test_a_name_nobody_has_is_no_end(self, window: Window, twin: Twin) -> None:
        press(K.Key_Tab, CTRL)
        press(K.Key_Return)
        write("Personne de tel")
        press(K.Key_Return)
        assert len(window.workspace.document.actors) == 3
        press(K.Key_Escape)
        assert QApplication.focusWidget() is twin.links.table
        assert window.workspace.document.links["funds"].source == "town"

    @pytest.mark.usefixtures("twin")
    def test_links_are_swapped_and_deleted(self, window: Window) -> None:
        window.workspace.do(gestures.add_link(Link("airs", "radio", "town")))
        press(K.Key_Tab, CTRL)
        press(K.Key_A, CTRL)
        press(K.Key_R)
        links = window.workspace.document.links
        assert [(row.source, row.target) for row in links.values()] == [("grocer", "town"), ("town", "radio")]
        press(K.Key_Delete)
        assert not window.workspace.document.links

    def test_the_menu_of_several_rows_says_what_becomes_of_all(self, window: Window, twin: Twin) -> None:
        def line(name: str) -> QAction:
            (found,) = [one for one in twin.actors.menu().actions() if one.text().startswith(name)]
            return found

        assert line("Relier…").isEnabled()
        press(K.Key_A, CTRL)
        count = len(window.workspace.document.actors)
        assert not line("Relier…").isEnabled()
        line(f"Supprimer {count} acteurs avec leurs liens").trigger()
        assert not window.workspace.document.actors

    def test_the_menu_of_a_row_has_every_act(self, window: Window, twin: Twin) -> None:
        menu = twin.actors.menu()
        texts = [action.text() for action in menu.actions() if action.text()]
        assert texts == [
            "Nommer des acteurs\tA",
            "Relier…\tL",
            "Placer ou retirer\tM",
            "Dupliquer\tCtrl+D",
            "Supprimer avec ses liens\tSuppr",
        ]
        next(action for action in menu.actions() if "Dupliquer" in action.text()).trigger()
        assert len(window.workspace.document.actors) == 4
        menu.deleteLater()

    def test_the_menu_key_asks_for_it_at_the_row(self, twin: Twin) -> None:
        asked: list[QPoint] = []
        table = twin.actors.table
        table.menu_asked.disconnect()  # no popup is shown where there is no screen
        table.menu_asked.connect(asked.append)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
        QApplication.sendEvent(table.viewport(), event)
        (at,) = asked
        assert table.visualRect(table.currentIndex()).contains(table.viewport().mapFromGlobal(at))

    def test_a_session_that_is_only_read_says_so(self, window: Window, twin: Twin) -> None:
        window.workspace.file.read_only = True
        for key in (K.Key_Delete, K.Key_F2, K.Key_M, K.Key_A):
            window.status.say("")
            press(key)
            assert window.status.sentence.property("role") == "error"
        assert len(window.workspace.document.actors) == 3
        assert not twin.actors.entry.isVisible()
        window.workspace.file.read_only = False


def test_who_is_named_while_another_is_looked_for_is_the_row_the_keys_are_about(
    window: Window, twin: Twin
) -> None:
    twin.search.setFocus()
    write("ville")
    press(K.Key_Down)
    press(K.Key_A)
    write("Zed")
    press(K.Key_Return)
    press(K.Key_Escape)
    assert [window.workspace.document.actors[id_].name for _kind, id_ in window.workspace.selection] == [
        "Zed"
    ]
    assert twin.page.table.chosen() == list(window.workspace.selection)
    before = window.workspace.document
    press(K.Key_Delete)
    gone = before.actors.keys() - window.workspace.document.actors.keys()
    assert [before.actors[id_].name for id_ in gone] == ["Zed"]


@pytest.mark.parametrize(("key", "by"), [(K.Key_PageDown, 1), (K.Key_PageUp, -1)])
def test_keys_of_the_journey_hold_in_a_list(window: Window, twin: Twin, key: Qt.Key, by: int) -> None:
    steps = [step.id for step in ordered(window.workspace.document.steps)]
    window.workspace.show_step(steps[3])
    press(K.Key_Down)
    row = twin.page.table.currentIndex().row()
    press(key, CTRL)
    assert window.workspace.step_id == steps[3 + by]
    assert twin.page.table.currentIndex().row() == row


class TestTheKeyboardComesBack:
    """What opens over the map, asked for from a list, gives the keyboard back to it."""

    def test_from_the_line_of_a_link(self, window: Window, twin: Twin) -> None:
        window.workspace.select([("actors", "town")])
        press(K.Key_L, SHIFT)
        assert window.canvas.picker is not None
        assert window.canvas.picker.line.hasFocus()
        press(K.Key_Escape)
        assert twin.page.table.hasFocus()

    def test_from_the_bar_of_a_link(self, window: Window, twin: Twin) -> None:
        window.workspace.select([("actors", "town")])
        press(K.Key_L, SHIFT)
        write("Épicerie")
        press(K.Key_Return)
        assert window.canvas.link_bar is not None
        assert window.canvas.link_bar.hasFocus()
        press(K.Key_Escape)
        assert window.canvas.link_bar is None
        assert twin.page.table.hasFocus()

    @pytest.mark.parametrize("answer", [K.Key_Escape, K.Key_Return])
    def test_from_an_arrangement(self, window: Window, twin: Twin, qtbot: QtBot, answer: Qt.Key) -> None:
        press(K.Key_O, CTRL | SHIFT)
        (bar,) = window.canvas.surface.findChildren(ProposalBar)
        qtbot.waitUntil(bar.accept.hasFocus)
        press(answer)
        assert not bar.isVisible()
        assert twin.page.table.hasFocus()
