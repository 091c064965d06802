"""Find: the map shows what is marked as one types; Enter stays there, Esc comes back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.model import gestures
from facilitator.model.document import Actor, Link
from facilitator.model.lens import Horizon, Lens
from facilitator.model.vocabulary import Status
from facilitator.ui.canvas.view import View
from facilitator.ui.finding.subjects import Kind
from facilitator.ui.window import Window
from tests.ui.finding.conftest import listed, marked, panel
from tests.ui.hands import CTRL, SHIFT, enter, press, strike, write
from tests.ui.menu_bar import SAYS, opened_and_left
from tests.ui.texts import english_left

HERE = View(200.0, 100.0, 1.0)


@pytest.fixture
def window(window: Window) -> Window:
    """The console, its panels folded, the middle of the map over its two cards, at 100 %."""
    for side in ("rail", "inspector"):
        window.fold(side)
    window.showNormal()  # the screen of tests is a small one
    window.resize(1366, 768)
    QApplication.processEvents()
    window.canvas.surface.repaint()
    window.canvas.surface.set_view(HERE)
    return window


def looked_for(window: Window, typed: str) -> None:
    """Opens it by its key, and types."""
    strike(window, Qt.Key.Key_F, CTRL)
    write(typed)


def seen(window: Window, actor: str) -> bool:
    """Whether the whole card of an actor is seen, beside the panel if it is open."""
    surface = window.canvas.surface
    card = surface.card_rectangle(actor).toAlignedRect()
    opened = window.search.panel
    over = opened is not None and QRect(surface.mapFrom(window.page, opened.pos()), opened.size()).intersects(
        card
    )
    return surface.rect().contains(card) and not over


class TestList:
    def test_has_actors_and_links_alone(self, window: Window) -> None:
        looked_for(window, "v")
        assert {subject.kind for subject in panel(window).subjects} == {Kind.ACTOR, Kind.LINK}
        assert listed(window) == [
            "Ville de Rivemont",
            "Radio Val d’Œuvre",
            "Ville de Rivemont finance Épicerie sociale L’Étal",
        ]

    def test_a_link_is_found_by_both_its_ends(self, window: Window) -> None:
        looked_for(window, "etal rivemont")
        assert listed(window) == ["Ville de Rivemont finance Épicerie sociale L’Étal"]

    def test_says_kindly_that_nothing_is_found(self, window: Window) -> None:
        before = window.workspace.document
        looked_for(window, "zzz")
        assert panel(window).caption.text().startswith("Aucun acteur, aucun lien ne répond à")
        press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Return)
        assert panel(window).isVisible(), "there is nothing to go to"
        assert window.workspace.document is before
        assert english_left(panel(window)) == set()


class TestShowing:
    def test_shows_what_is_marked_as_one_types_and_as_one_moves(self, window: Window) -> None:
        looked_for(window, "ville")
        assert window.workspace.selection == {("actors", "town")}
        press(Qt.Key.Key_Down)
        assert window.workspace.selection == {("links", "funds")}

    def test_moves_only_for_what_is_out_of_sight_and_never_zooms(self, window: Window) -> None:
        strike(window, Qt.Key.Key_F, CTRL)
        assert seen(window, "town")
        write("ville")
        assert window.canvas.surface.view == HERE
        press(Qt.Key.Key_Escape)
        window.workspace.do(gestures.place_actors({"grocer": (9_000.0, -5_000.0)}))
        looked_for(window, "étal")
        assert seen(window, "grocer")
        assert window.canvas.zoom == HERE.zoom

    def test_what_is_under_the_panel_comes_out_of_it(self, window: Window) -> None:
        strike(window, Qt.Key.Key_F, CTRL)
        surface = window.canvas.surface
        under = surface.on_map(
            QRectF(QRect(surface.mapFrom(window.page, panel(window).pos()), panel(window).size())).center()
        )
        window.workspace.do(gestures.place_actors({"town": under}))
        assert not seen(window, "town")
        write("ville")
        assert seen(window, "town")

    def test_a_link_out_of_sight_is_brought_by_its_middle(self, window: Window) -> None:
        window.workspace.do(gestures.place_actors({"town": (8_000.0, 0.0), "grocer": (8_000.0, 9_000.0)}))
        looked_for(window, "finance")
        surface = window.canvas.surface
        assert surface.rect().contains(surface.in_window(*surface.link_picture("funds").middle).toPoint())


class TestEnd:
    def test_enter_stays_there_and_gives_the_map_the_keys(self, window: Window) -> None:
        window.workspace.do(gestures.place_actors({"grocer": (9_000.0, -5_000.0)}))
        window.top.minutes.setFocus()
        looked_for(window, "étal")
        press(Qt.Key.Key_Return)
        assert window.search.panel is None
        assert window.workspace.selection == {("actors", "grocer")}
        assert seen(window, "grocer")
        assert window.canvas.surface.hasFocus()

    def test_escape_comes_back_to_what_was_seen(self, window: Window) -> None:
        window.workspace.do(gestures.place_actors({"grocer": (9_000.0, -5_000.0)}))
        window.workspace.select([("actors", "town")])
        looked_for(window, "étal")
        assert window.canvas.surface.view != HERE
        press(Qt.Key.Key_Escape)
        assert window.canvas.surface.view == HERE
        assert window.workspace.selection == {("actors", "town")}
        assert window.canvas.surface.hasFocus()

    def test_a_hand_that_goes_on_elsewhere_stays_where_it_was_shown(self, window: Window) -> None:
        looked_for(window, "étal")
        QTest.mouseClick(window.canvas.palette_, Qt.MouseButton.LeftButton)
        window.canvas.surface.setFocus()
        assert window.search.panel is None
        assert window.workspace.selection == {("actors", "grocer")}

    def test_the_palette_in_its_place_puts_everything_back(self, window: Window) -> None:
        looked_for(window, "étal")
        strike(window, Qt.Key.Key_K, CTRL)
        assert window.workspace.selection == frozenset()
        assert "Compte-rendu…" in listed(window)
        press(Qt.Key.Key_Escape)
        assert window.canvas.surface.hasFocus()

    def test_one_who_left_the_session_meanwhile_is_not_selected_again(self, window: Window) -> None:
        window.workspace.select([("actors", "town")])
        looked_for(window, "étal")
        window.workspace.do(gestures.delete_actors(["town"]))
        press(Qt.Key.Key_Escape)
        assert window.workspace.selection == frozenset()


class TestTray:
    def test_its_chip_is_selected_and_said(self, window: Window) -> None:
        looked_for(window, "radio")
        assert panel(window).rows.told(0).note == "Association · à placer"
        (chip,) = window.canvas.tray.chips
        assert chip.isChecked()
        press(Qt.Key.Key_Return)
        assert chip.hasFocus()
        assert "attend d’être placé" in window.status.sentence.text()
        press(Qt.Key.Key_Return)
        assert window.workspace.document.actors["radio"].placed, "Enter on the chip places it"

    def test_a_chip_far_down_is_brought_into_sight(self, window: Window, qtbot: QtBot) -> None:
        for n in range(40):
            window.workspace.do(gestures.add_actor(Actor(f"n{n}", f"Association numéro {n}", "association")))
        looked_for(window, "numéro 39")
        chip = window.canvas.tray.chips[-1]
        assert chip.actor == "n39"
        qtbot.waitUntil(lambda: chip.visibleRegion().boundingRect().height() == chip.height())


class TestFilters:
    def test_one_that_is_hidden_is_found_and_said_so_and_shown_by_enter(self, window: Window) -> None:
        hides = Lens(categories=frozenset({"association"}), hides=True, horizon=Horizon.TODAY)
        window.workspace.look_through(hides)
        looked_for(window, "ville")
        assert panel(window).rows.told(0).note.endswith("masqué par un filtre")
        assert window.workspace.lens == hides, "looking for does not undo what was hidden"
        press(Qt.Key.Key_Return)
        assert "town" not in window.workspace.seen.hidden
        assert window.workspace.lens == hides, "nor does going there: the filters stay"
        assert seen(window, "town")
        assert "Ville de Rivemont" in window.status.sentence.text()

    def test_a_link_to_create_is_shown_though_one_looks_at_today(self, window: Window) -> None:
        coming = Link("coming", "grocer", "town", types=("skills",), status=Status.TO_CREATE)
        window.workspace.do(gestures.add_link(coming))
        window.workspace.look_through(Lens(horizon=Horizon.TODAY))
        looked_for(window, "compétences")
        press(Qt.Key.Key_Return)
        assert window.workspace.lens.horizon is Horizon.TODAY
        assert window.workspace.selection == {("links", "coming")}
        assert "coming" in window.canvas.surface.picture.links

    def test_one_that_is_only_faded_stays_so(self, window: Window) -> None:
        fades = Lens(categories=frozenset({"association"}))
        window.workspace.look_through(fades)
        looked_for(window, "ville")
        press(Qt.Key.Key_Return)
        assert window.workspace.lens == fades


class TestNext:
    def test_f3_goes_round_what_was_looked_for(self, window: Window) -> None:
        looked_for(window, "ville")
        press(Qt.Key.Key_Return)
        strike(window, Qt.Key.Key_F3)
        assert window.workspace.selection == {("links", "funds")}
        strike(window, Qt.Key.Key_F3)
        assert window.workspace.selection == {("actors", "town")}
        strike(window, Qt.Key.Key_F3, SHIFT)
        assert window.workspace.selection == {("links", "funds")}
        window.workspace.select([])
        strike(window, Qt.Key.Key_F3)
        assert window.workspace.selection == {("actors", "town")}, "from nowhere, the first"
        window.workspace.select([])
        strike(window, Qt.Key.Key_F3, SHIFT)
        assert window.workspace.selection == {("links", "funds")}, "and back from nowhere, the last"

    def test_f3_in_the_list_marks_the_next_row(self, window: Window) -> None:
        looked_for(window, "v")
        strike(window, Qt.Key.Key_F3)
        assert marked(window).name == "Radio Val d’Œuvre"
        strike(window, Qt.Key.Key_F3, SHIFT)
        assert marked(window).name == "Ville de Rivemont"

    def test_f3_with_nothing_looked_for_opens_the_line(self, window: Window) -> None:
        strike(window, Qt.Key.Key_F3)
        assert panel(window).line.hasFocus()

    def test_what_was_found_and_is_gone_is_said(self, window: Window) -> None:
        looked_for(window, "radio")
        press(Qt.Key.Key_Escape)
        window.workspace.do(gestures.delete_actors(["radio"]))
        strike(window, Qt.Key.Key_F3)
        assert window.status.sentence.text().startswith("Plus rien ne répond à")

    def test_opens_on_what_was_looked_for_last(self, window: Window) -> None:
        looked_for(window, "étal")
        press(Qt.Key.Key_Return)
        strike(window, Qt.Key.Key_F, CTRL)
        assert panel(window).line.selectedText() == "étal"
        assert listed(window)[0] == "Épicerie sociale L’Étal"


def test_the_index_makes_again_only_what_changed(window: Window) -> None:
    from facilitator.ui.finding.subjects import Index

    index = Index()
    before = window.workspace.document
    actors, links = index.of(before)
    assert index.of(before)[0] is actors, "made once for a document"
    moved = replace(before, actors={**before.actors, "town": replace(before.actors["town"], name="Mairie")})
    again, sentences = index.of(moved)
    assert [one is other for one, other in zip(actors, again, strict=True)] == [False, True, True]
    assert sentences[0].thing.name == "Mairie finance Épicerie sociale L’Étal"
    renamed = replace(before.link_types["funding"], name="Dons")
    assert "(Dons)" in index.of(replace(moved, link_types={"funding": renamed}))[1][0].thing.name
    del links


@pytest.mark.qt_log_ignore(*SAYS, extend=True)
def test_a_menu_opened_by_alt_gives_the_keyboard_back_to_what_one_types(window: Window, qtbot: QtBot) -> None:
    looked_for(window, "eta")
    opened_and_left(window, qtbot)
    write("l")
    assert panel(window).line.text() == "etal"
    press(Qt.Key.Key_Escape)


def test_where_nothing_is_found_any_more_all_is_as_before(window: Window) -> None:
    window.workspace.select([("actors", "grocer")])
    looked_for(window, "ville")
    assert window.workspace.selection == {("actors", "town")}
    write("x")
    assert not panel(window).subjects
    assert window.workspace.selection == {("actors", "grocer")}
    assert window.canvas.surface.view == HERE
    window.rail.steps.setFocus()
    assert window.search.panel is None
    assert window.workspace.selection == {("actors", "grocer")}


def test_a_link_to_come_is_on_the_desired_map(window: Window) -> None:
    window.workspace.do(gestures.edit_link("funds", status=Status.TO_CREATE))
    window.workspace.look_through(Lens(Horizon.TODAY))
    looked_for(window, "finance")
    assert [
        panel(window).rows.told(n).note for n, one in enumerate(panel(window).subjects) if one.key == "funds"
    ] == ["à créer · sur la carte souhaitée, par T"]


def test_the_keyboard_passes_no_field_of_the_inspector_on_its_way_back(window: Window) -> None:
    """The panel would scroll to it, and the name of who was found be out of sight."""
    passed: list[QWidget] = []
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    strike(window, Qt.Key.Key_F, CTRL)
    write("ville")

    def reached(_left: QWidget | None, now: QWidget | None) -> None:
        passed.extend([now] if now is not None else [])

    app.focusChanged.connect(reached)
    enter()
    app.focusChanged.disconnect(reached)
    assert window.canvas.surface.hasFocus()
    assert passed == [window.canvas.surface]
