"""Doing without an actor or a link, for a minute: said, shown, given back, and never written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.model import gestures
from facilitator.model.document import Contribution, Link
from facilitator.model.store import file
from facilitator.model.vocabulary import Side, Status
from facilitator.ui import look, looking, what_if
from facilitator.ui.canvas.menu import menu_at
from facilitator.ui.canvas.view import View
from facilitator.ui.canvas.whereabouts import sees_all
from facilitator.ui.panels.moments.question import QuestionRow
from facilitator.ui.panels.moments.reading import ReadingMoment
from facilitator.ui.panels.sentence import Sentence
from facilitator.ui.window import Window
from facilitator.ui.workspace import Workspace
from tests.ui.hands import CTRL, enter, go, strike, write


@pytest.fixture
def linked(window: Window) -> Window:
    """The town holds the radio and the grocer together; the radio is on the map."""
    workspace = window.workspace
    workspace.do(gestures.place_actors({"radio": (400.0, -200.0)}))
    workspace.do(gestures.add_link(Link("tells", "radio", "town")))
    window.canvas.fit()
    window.canvas.setFocus()
    return window


def known(window: Window, qtbot: QtBot) -> None:
    """What would change is known."""
    qtbot.waitUntil(lambda: window.workspace.what_if.comparison is not None)


def centre(window: Window, actor: str) -> QPoint:
    held = window.canvas.surface.picture.cards[actor]
    return window.canvas.surface.in_window(held.x, held.y).toPoint()


def ink_at(window: Window, actor: str) -> int:
    """How much colour there is in the band of a card."""
    surface = window.canvas.surface
    box = surface.picture.cards[actor].box
    point = surface.in_window(box.x + 8.0, box.centre[1] - 24.0).toPoint()
    return surface.grab().toImage().pixelColor(point).saturation()


def moment(window: Window) -> ReadingMoment:
    held = window.inspector.step.moment
    assert isinstance(held, ReadingMoment)
    return held


def sentences(window: Window) -> list[str]:
    lists = [rows for rows in moment(window).supposed.rows if rows.isVisible()]
    return [row.said for rows in lists for key in rows.ids if isinstance(row := rows.row(key), Sentence)]


def test_a_key_does_without_the_selection_and_nothing_is_written(linked: Window, qtbot: QtBot) -> None:
    workspace, bar = linked.workspace, linked.canvas.what_if
    before, document = workspace.journal.entries(), workspace.document
    desk = workspace.desk.get("lens")
    assert ink_at(linked, "town") > 60
    assert not bar.isVisible()
    QTest.mouseClick(linked.canvas.surface, Qt.MouseButton.LeftButton, pos=centre(linked, "town"))
    strike(linked, Qt.Key.Key_I)
    assert workspace.what_if.off == {"town"}
    assert workspace.what_if.gone == {"town", "funds", "tells"}
    assert linked.canvas.surface._layers.faded == {"town", "funds", "tells"}
    assert linked.status.sentence.text().startswith("Et si… sans Ville de Rivemont")
    assert bar.isVisible()
    assert bar.title.text().startswith("Et si… sans Ville de Rivemont")
    known(linked, qtbot)
    assert bar.told.text().startswith("Épicerie sociale L’Étal et Radio Val d’Œuvre ne seraient plus en lien")
    assert ink_at(linked, "town") < 30, "it is grey"
    strike(linked, Qt.Key.Key_I)
    assert not workspace.what_if.on, "a second press gives it back"
    assert linked.status.sentence.text() == ""
    assert not bar.isVisible()
    assert ink_at(linked, "town") > 60
    assert workspace.document is document
    assert workspace.journal.entries() == before
    assert workspace.desk.get("lens") == desk


def test_what_is_supposed_hides_no_card_of_a_map_seen_whole(linked: Window, qtbot: QtBot) -> None:
    workspace, canvas = linked.workspace, linked.canvas
    spread = {"town": (0.0, -600.0), "radio": (250.0, -600.0), "grocer": (100.0, 600.0)}
    assert workspace.do(gestures.place_actors(spread))
    QApplication.processEvents()
    canvas.fit()
    whole = canvas.surface.view
    workspace.select([("actors", "grocer")])
    strike(linked, Qt.Key.Key_I)
    QApplication.processEvents()
    assert sees_all(canvas.surface)
    known(linked, qtbot)
    QApplication.processEvents()
    assert sees_all(canvas.surface), "what would change, once known, takes room too"
    strike(linked, Qt.Key.Key_I)
    QApplication.processEvents()
    assert canvas.surface.view == whole
    canvas.surface.set_view(View(0.0, 0.0, 1.0))
    at = centre(linked, "town")
    strike(linked, Qt.Key.Key_I)
    QApplication.processEvents()
    assert canvas.zoom == 1.0, "one was looking at a part of it"
    in_window = canvas.surface.mapTo(linked, centre(linked, "town"))
    strike(linked, Qt.Key.Key_I)
    QApplication.processEvents()
    assert canvas.surface.mapTo(linked, centre(linked, "town")) == in_window
    assert centre(linked, "town") == at


def test_esc_gives_everything_back_after_the_filters(linked: Window) -> None:
    workspace = linked.workspace
    workspace.select([("actors", "town")])
    strike(linked, Qt.Key.Key_I)
    strike(linked, Qt.Key.Key_F)
    assert workspace.lens.filters
    assert "Échap" not in linked.canvas.what_if.back.text(), "Esc shows everything first"
    strike(linked, Qt.Key.Key_Escape)
    assert (workspace.lens.filters, workspace.what_if.on) == (False, True)
    assert "Échap" in linked.canvas.what_if.back.text()
    strike(linked, Qt.Key.Key_Escape)
    assert not workspace.what_if.on
    assert linked.status.sentence.text() == ""
    assert workspace.selection == {("actors", "town")}


def test_several_at_once_are_given_back_one_by_one_or_all(linked: Window) -> None:
    what_if = linked.workspace.what_if
    for pair in (("actors", "town"), ("links", "funds")):
        linked.workspace.select([pair])
        strike(linked, Qt.Key.Key_I)
    assert what_if.off == {"town", "funds"}
    strike(linked, Qt.Key.Key_I)
    assert what_if.off == {"town"}
    linked.workspace.select([])
    strike(linked, Qt.Key.Key_I)
    assert not what_if.on
    strike(linked, Qt.Key.Key_I)
    assert linked.status.sentence.text().startswith("Sélectionnez d’abord un acteur ou un lien")


def test_the_menus_of_a_card_and_of_a_link_reach_it(linked: Window) -> None:
    canvas, supposed = linked.canvas, linked.workspace.what_if

    def line(at: QPoint, text: str) -> None:
        menu = menu_at(canvas, at)
        (found,) = [one for one in menu.actions() if one.text().startswith(text)]
        found.trigger()
        menu.deleteLater()

    line(centre(linked, "town"), "Et si… sans lui")
    assert supposed.off == {"town"}
    line(centre(linked, "town"), "Rendre ce qu’on avait ôté")
    assert not supposed.on
    middle = canvas.surface.link_picture("tells").middle
    line(canvas.surface.in_window(*middle).toPoint(), "Et si… sans lui")
    assert supposed.off == {"tells"}


def test_ctrl_k_reaches_it(linked: Window, qtbot: QtBot) -> None:
    linked.workspace.select([("actors", "grocer")])
    strike(linked, Qt.Key.Key_K, CTRL)
    write("et si")
    enter()
    qtbot.waitUntil(lambda: linked.workspace.what_if.on)
    assert linked.workspace.what_if.off == {"grocer"}


def test_gestures_and_undo_go_on_meanwhile(linked: Window, qtbot: QtBot) -> None:
    workspace = linked.workspace
    what_if = workspace.what_if
    what_if.turn({"town"})
    known(linked, qtbot)
    workspace.do(gestures.add_link(Link("meets", "grocer", "town")))
    assert "meets" in what_if.gone, "what is linked to it goes with it"
    workspace.do(gestures.add_link(Link("helps", "grocer", "radio")))
    assert what_if.comparison is None, "what was found of an older map is not shown"
    known(linked, qtbot)
    assert "Personne ne perdrait" in linked.canvas.what_if.told.text()
    workspace.do(gestures.delete(["town"], []))
    assert not what_if.on, "what is deleted is not supposed away any more"
    assert not linked.canvas.what_if.isVisible()
    assert workspace.undo()
    assert not what_if.on
    assert "town" in workspace.document.actors


def test_who_is_told_of_can_be_deleted_meanwhile(linked: Window, qtbot: QtBot) -> None:
    workspace = linked.workspace
    workspace.what_if.turn(["town"])
    known(linked, qtbot)
    assert "Radio" in linked.canvas.what_if.told.text()
    workspace.do(gestures.delete_actors(["radio"]))
    assert "Radio" not in linked.canvas.what_if.told.text(), "what was compared before is told no more"
    known(linked, qtbot)
    assert "Radio" not in linked.canvas.what_if.told.text()


def test_a_card_one_does_without_can_still_be_dragged(linked: Window) -> None:
    surface = linked.canvas.surface
    linked.workspace.what_if.turn({"town"})
    start = centre(linked, "town")
    QTest.mousePress(surface, Qt.MouseButton.LeftButton, pos=start)
    for n in range(1, 9):
        QTest.mouseMove(surface, start + QPoint(0, 6 * n))
    assert surface.place_of("town")[1] > 0
    surface.grab()
    QTest.mouseRelease(surface, Qt.MouseButton.LeftButton, pos=start + QPoint(0, 48))
    assert (linked.workspace.document.actors["town"].y or 0.0) > 0
    assert linked.workspace.what_if.off == {"town"}


def test_the_reading_step_says_what_would_change_in_place_of_its_questions(
    linked: Window, qtbot: QtBot
) -> None:
    workspace = linked.workspace
    go(workspace, "reading")
    qtbot.waitUntil(lambda: moment(linked).reader.reading is not None)
    questions = [part.rows.row(key) for part in moment(linked).parts for key in part.rows.ids]
    rests = [row for row in questions if isinstance(row, QuestionRow) and not row.what_if.isHidden()]
    QTest.mouseClick(rests[0].sentence, Qt.MouseButton.LeftButton)
    assert rests[0].what_if.isVisible(), "a question that wonders about it does it"
    QTest.mouseClick(rests[0].what_if, Qt.MouseButton.LeftButton)
    assert workspace.what_if.off == {"town"}
    assert not [part for part in moment(linked).parts if part.isVisible()]
    known(linked, qtbot)
    alone = "Épicerie sociale L’Étal et Radio Val d’Œuvre ne seraient plus en lien avec personne."
    assert alone in sentences(linked)
    rows = moment(linked).supposed.rows[0]
    QTest.mouseClick(rows.row(rows.ids[0]), Qt.MouseButton.LeftButton)
    assert workspace.lens.evidence == {"grocer", "radio", "town"}
    linked.workspace.speak("en")
    assert "would no longer be linked to anyone" in sentences(linked)[0]
    QTest.mouseClick(moment(linked).supposed.back, Qt.MouseButton.LeftButton)
    assert not moment(linked).supposed.isVisible()
    qtbot.waitUntil(lambda: bool([part for part in moment(linked).parts if part.isVisible()]))


def test_the_keyboard_goes_to_the_way_back_then_to_the_question_again(linked: Window, qtbot: QtBot) -> None:
    go(linked.workspace, "reading")
    qtbot.waitUntil(lambda: moment(linked).reader.reading is not None)
    row = next(row for row in moment(linked).rows() if not row.what_if.isHidden())
    row.sentence.setFocus()
    enter()
    row.what_if.setFocus()
    strike(linked, Qt.Key.Key_Space)
    assert linked.workspace.what_if.on
    assert moment(linked).supposed.back.hasFocus(), "and not the way out of the session"
    known(linked, qtbot)
    assert moment(linked).supposed.back.hasFocus()
    strike(linked, Qt.Key.Key_Space)
    assert not linked.workspace.what_if.on
    assert row.what_if.hasFocus()


def test_the_bar_says_more_and_gives_the_keyboard_back(linked: Window, qtbot: QtBot) -> None:
    workspace, bar = linked.workspace, linked.canvas.what_if
    workspace.do(gestures.add_link(Link("pays", "town", "radio", types=("funding",))))
    workspace.what_if.turn({"town"})
    known(linked, qtbot)
    assert "\n" not in bar.told.text()
    QTest.mouseClick(bar.more, Qt.MouseButton.LeftButton)
    assert "plus aucun financeur" in bar.told.text()
    bar.back.setFocus()
    QTest.keyClick(bar.back, Qt.Key.Key_Space)
    assert not workspace.what_if.on
    assert linked.focusWidget() is linked.canvas.surface


def test_the_wall_shows_it_with_its_words_unless_it_sees_no_filters(linked: Window, qtbot: QtBot) -> None:
    from tests.ui.projection.conftest import on_wall

    workspace = linked.workspace
    workspace.board.show("map")
    linked.toggle_projection()
    projector = linked.projection.projector
    assert projector is not None
    qtbot.waitExposed(projector)
    places = {id_: held.box for id_, held in projector.map.picture.cards.items()}
    workspace.what_if.turn({"town"})
    assert "Et si… sans Ville de Rivemont" in on_wall(projector)
    assert projector.map._layers.faded == {"town", "funds", "tells"}
    assert {id_: held.box for id_, held in projector.map.picture.cards.items()} == places, "nothing moves"
    shown = projector.map.grab().toImage()
    linked.ask("room_lens")
    assert "Et si" not in on_wall(projector)
    assert projector.map.grab().toImage() != shown
    linked.ask("room_lens")
    workspace.do(gestures.edit_actors(["town"], confidential=True))
    assert "Ville de Rivemont" not in on_wall(projector), "it names nobody the wall does not show"
    workspace.what_if.leave()
    assert not projector.map._layers.faded


def test_it_does_not_come_back_the_next_day(workspace: Workspace, session: Path) -> None:
    workspace.what_if.turn({"town"})
    workspace.close()
    again = Workspace(file.open(session))
    assert not again.what_if.on
    assert "town" in again.document.actors
    again.close()


def test_a_session_that_is_only_read_can_wonder_too(session: Path, dressed: QApplication) -> None:
    read_only = Workspace(file.open(session, read_only=True))
    read_only.select([("actors", "town")])
    what_if.turn(read_only)
    assert read_only.what_if.off == {"town"}
    read_only.close()


def test_esc_gives_all_back_wherever_the_keyboard_is(linked: Window, qtbot: QtBot) -> None:
    """First what a question fades, then what one does without: the status line says so."""
    workspace = linked.workspace
    go(workspace, "reading")
    qtbot.waitUntil(lambda: moment(linked).reader.reading is not None)
    workspace.what_if.turn({"radio"})
    known(linked, qtbot)
    moment(linked).supposed.back.setFocus()
    strike(linked, Qt.Key.Key_Escape)
    assert not workspace.what_if.on
    row = next(row for row in moment(linked).rows() if row.what_if.isVisibleTo(row.bar))
    row.sentence.setFocus()
    enter()
    assert workspace.lens.evidence
    row.commit.setFocus()
    selected = workspace.selection
    strike(linked, Qt.Key.Key_Escape)
    assert not workspace.lens.filters
    assert not row.bar.isVisible()
    assert row.sentence.hasFocus()
    assert workspace.selection == selected, "what one looks at in the inspector stays"


def test_a_what_if_read_on_something_confidential_shows_nobody_on_the_wall(
    linked: Window, qtbot: QtBot
) -> None:
    workspace = linked.workspace
    need = Contribution("need", "grocer", side=Side.NEED, sub_item="volunteers", confidential=True)
    workspace.do(gestures.add_contribution(need))
    workspace.do(gestures.add_contribution(Contribution("offer", "town", sub_item="volunteers")))
    go(workspace, "reading")
    workspace.what_if.turn({"town"})
    known(linked, qtbot)
    told = moment(linked).supposed
    assert any(key.startswith("nobody_offers") for rows in told.rows for key in rows.ids)
    for rows in told.rows:
        for key in rows.ids:
            row = rows.row(key)
            assert isinstance(row, Sentence)
            row.click()
            if workspace.lens.evidence:
                assert workspace.lens.hushed is key.startswith("nobody_offers")
                wall = looking.seen_by_room(workspace).faded
                assert wall == (frozenset() if workspace.lens.hushed else workspace.seen.faded)
    workspace.what_if.leave()


@pytest.mark.parametrize("placed", [True, False])
def test_a_link_to_create_asked_by_a_question_is_to_create_and_the_next_one_is_not(
    placed: bool, window: Window, qtbot: QtBot
) -> None:
    """Of an actor on the map, and of one who waits in the tray and comes beside the other."""
    workspace = window.workspace
    if placed:
        workspace.do(gestures.place_actors({"radio": (400.0, -200.0)}))
    go(workspace, "reading")
    qtbot.waitUntil(lambda: moment(window).reader.reading is not None)
    alone = next(row for row in moment(window).rows() if row.sentence.said.startswith("Radio"))
    alone.sentence.click()
    alone.link.click()
    write("Ville")
    enter()
    (new,) = [row for row in workspace.document.links.values() if row.id != "funds"]
    assert (new.source, new.target, new.status) == ("radio", "town", Status.TO_CREATE)
    assert workspace.document.actors["radio"].placed
    strike(window, Qt.Key.Key_3)
    assert workspace.document.links[new.id].intensity == 3
    assert workspace.last_link["intensity"] == 3
    assert workspace.last_link["status"] is Status.EXISTING
    if not placed:
        workspace.undo()
        workspace.undo()
        assert not workspace.document.actors["radio"].placed


def test_in_large_letters_on_a_small_laptop_the_map_stays_in_sight(
    window: Window, qapp: QApplication, qtbot: QtBot
) -> None:
    """A question chosen, what one does without and all its sentences: nothing is cut but what scrolls."""
    look.dress(qapp, scale=2.0)
    window.resize(1366, 768)
    workspace, canvas, bar = window.workspace, window.canvas, window.canvas.what_if
    go(workspace, "reading")
    if not window.inspector.isVisible():
        strike(window, Qt.Key.Key_F9)
    workspace.look_through(replace(workspace.lens, evidence=frozenset({"town"})))
    QApplication.processEvents()
    assert canvas.surface.height() > look.px(95)
    workspace.what_if.turn({"town", "grocer"})
    known(window, qtbot)
    for folded in (True, False):
        if bar.more.isVisible() and not folded:
            bar.more.click()
        qtbot.waitUntil(lambda: canvas.surface.height() >= look.px(60))
        for part in (bar.title, bar.back):
            assert bar.rect().contains(part.geometry())
            assert part.height() >= part.heightForWidth(part.width())
        assert bar.sentences.geometry().bottom() < bar.back.geometry().top()
        assert bar.sentences.height() <= bar.told.heightForWidth(bar.sentences.width()), "no room for nothing"
    workspace.look_through(workspace.lens.unfiltered)
    workspace.what_if.leave()
    look.dress(qapp)
    QApplication.processEvents()
    assert canvas.head.isVisible()
