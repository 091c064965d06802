"""The questions a map puts, in the panel of the reading step."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from facilitator.model import gestures
from facilitator.model.document import Actor, Contribution, Link
from facilitator.model.edition import edition, in_the_room
from facilitator.model.vocabulary import Fate, Pillar, Side, Status
from facilitator.ui import looking
from facilitator.ui.panels import StepPanel
from facilitator.ui.panels.moments.question import Past, QuestionRow
from facilitator.ui.panels.moments.reading import ReadingMoment
from facilitator.ui.panels.sentence import Sentence
from facilitator.ui.workspace import Workspace
from tests.ui.hands import at_hand, go, press, write
from tests.ui.texts import plain


@pytest.fixture
def moment(workspace: Workspace, qtbot: QtBot) -> Iterator[ReadingMoment]:
    panel = StepPanel(workspace)
    qtbot.addWidget(panel)
    panel.resize(320, 900)
    panel.show()
    at_hand(panel, qtbot)
    go(workspace, "reading")
    moment = panel.moment
    assert isinstance(moment, ReadingMoment)
    qtbot.waitUntil(lambda: moment.reader.reading is not None)
    yield moment
    panel.close()


def rows(moment: ReadingMoment) -> list[QuestionRow]:
    found = [part.rows.row(key) for part in moment.parts if part.isVisible() for key in part.rows.ids]
    return [row for row in found if isinstance(row, QuestionRow)]


def asked(moment: ReadingMoment) -> list[str]:
    return [plain(row.sentence.said) for row in rows(moment)]


def question(moment: ReadingMoment, start: str) -> QuestionRow:
    return next(row for row in rows(moment) if plain(row.sentence.said).startswith(start))


def row(moment: ReadingMoment, start: str) -> Sentence:
    return question(moment, start).sentence


def chosen(moment: ReadingMoment, start: str) -> QuestionRow:
    """A question, chosen by a click."""
    found = question(moment, start)
    QTest.mouseClick(found.sentence, Qt.MouseButton.LeftButton)
    return found


def click(widget: QWidget) -> None:
    assert widget.isVisible()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_the_map_puts_questions_and_follows_every_change(
    workspace: Workspace, moment: ReadingMoment, qtbot: QtBot
) -> None:
    assert (
        "Radio Val d’Œuvre : pas encore de lien avec qui que ce soit. Qui pourrait faire le lien ?"
        in asked(moment)
    )
    assert [
        said for said in asked(moment) if said.endswith("personne sur la carte pour l’instant. Qui manque ?")
    ]
    workspace.do(gestures.add_link(Link("tells", "radio", "town")))
    assert asked(moment) == [], "what was true of an older map is not shown"
    qtbot.waitUntil(lambda: moment.reader.reading is not None)
    assert not [said for said in asked(moment) if said.startswith("Radio")]


def test_a_question_shows_on_the_map_what_it_is_about_and_lets_it_go(
    workspace: Workspace, moment: ReadingMoment, qtbot: QtBot
) -> None:
    workspace.do(gestures.add_actor(Actor("far", "Ferme", "company", x=900.0, y=0.0)))
    workspace.do(gestures.add_actor(Actor("mill", "Moulin", "company", x=900.0, y=300.0)))
    workspace.do(gestures.add_link(Link("grinds", "far", "mill")))
    qtbot.waitUntil(lambda: moment.reader.reading is not None)
    radio = row(moment, "Radio")
    QTest.mouseClick(radio, Qt.MouseButton.LeftButton)
    assert workspace.lens.evidence == {"radio"}
    assert workspace.seen.faded >= {"town", "grocer", "far", "mill", "funds", "grinds"}
    groups = row(moment, "Ces groupes")
    QTest.mouseClick(groups, Qt.MouseButton.LeftButton)
    assert workspace.lens.evidence == {"town", "grocer", "far", "mill"}
    assert not workspace.seen.faded & {"town", "funds", "grinds"}
    QTest.mouseClick(groups, Qt.MouseButton.LeftButton)
    assert not workspace.lens.evidence


def test_nothing_runs_once_it_is_read(moment: ReadingMoment) -> None:
    assert not moment.reader._timer.isActive()


RADIO = "Radio Val d’Œuvre : pas encore de lien"


def test_what_can_be_made_of_a_question_shows_on_the_one_that_is_chosen(moment: ReadingMoment) -> None:
    assert not any(row.bar.isVisible() for row in rows(moment))
    radio = chosen(moment, "Radio")
    assert [row for row in rows(moment) if row.bar.isVisible()] == [radio]
    missing = next(row for row in rows(moment) if "Qui manque" in row.sentence.said)
    QTest.mouseClick(missing.sentence, Qt.MouseButton.LeftButton)
    assert [row for row in rows(moment) if row.bar.isVisible()] == [missing]


def test_a_question_is_kept_with_what_the_group_says_of_it(
    workspace: Workspace, moment: ReadingMoment, qtbot: QtBot
) -> None:
    radio = chosen(moment, "Radio")
    press(Qt.Key.Key_Tab)
    assert radio.keep.hasFocus()
    press(Qt.Key.Key_Space)
    (row_,) = workspace.document.remarks.values()
    assert row_.fate is Fate.KEPT
    assert plain(row_.text).startswith(RADIO)
    assert row_.about == ("radio",)
    write("La mairie les connaît")
    workspace.settle()
    assert workspace.document.remarks[row_.id].answer == "La mairie les connaît"
    workspace.do(gestures.add_link(Link("tells", "radio", "town")))
    qtbot.waitUntil(lambda: moment.reader.reading is not None)
    assert RADIO not in "".join(asked(moment))
    (past,) = [moment.earlier.rows.row(id_) for id_ in moment.earlier.rows.ids]
    assert isinstance(past, Past)
    assert plain(past.text.text()).startswith(RADIO)
    assert past.answer.field.edit().toPlainText() == "La mairie les connaît"
    assert plain(moment.earlier.head.said) == "Gardées, et qui ne se posent plus : 1"
    workspace.undo()
    qtbot.waitUntil(lambda: moment.reader.reading is not None)
    radio = question(moment, "Radio")
    assert radio.keep.isChecked()
    assert radio.answer.isVisible()
    click(radio.keep)
    assert not workspace.document.remarks
    assert not radio.answer.isVisible()
    workspace.undo()
    assert workspace.document.remarks[row_.id].answer == "La mairie les connaît"


def test_a_question_set_aside_is_asked_no_more_until_it_is_put_back(
    workspace: Workspace, moment: ReadingMoment
) -> None:
    click(chosen(moment, "Radio").aside)
    assert RADIO not in "".join(asked(moment))
    assert plain(moment.set_aside.head.said) == "Mises de côté : 1"
    assert moment.set_aside.folded
    moment.set_aside.unfold()
    (past,) = [moment.set_aside.rows.row(id_) for id_ in moment.set_aside.rows.ids]
    assert isinstance(past, Past)
    assert not past.answer.isVisible()
    click(past.back)
    assert question(moment, "Radio").isVisible()
    workspace.undo()
    assert RADIO not in "".join(asked(moment))


def test_needs_that_offers_would_meet_become_links_to_create(
    workspace: Workspace, moment: ReadingMoment, qtbot: QtBot
) -> None:
    need = Contribution("need", "grocer", Pillar.HUMAN, "volunteers", Side.NEED, "Bénévoles du samedi", True)
    workspace.do(gestures.add_contribution(need))
    workspace.do(gestures.add_contribution(Contribution("offer", "radio", Pillar.HUMAN, "volunteers")))
    qtbot.waitUntil(lambda: moment.reader.reading is not None)
    click(chosen(moment, "« Bénévoles du samedi », cherché").link)
    link = next(link for link in workspace.document.links.values() if link.id != "funds")
    assert (link.source, link.target, link.types) == ("radio", "grocer", ("skills",))
    assert (link.status, link.text, link.confidential) == (Status.TO_CREATE, "Bénévoles du samedi", True)
    qtbot.waitUntil(lambda: moment.reader.reading is not None)
    assert not [said for said in asked(moment) if "cherché par" in said]
    workspace.undo()
    assert list(workspace.document.links) == ["funds"]


@pytest.mark.qt_log_ignore("This plugin does not support")  # the menu pops up, even without a screen
def test_whom_to_link_is_asked_where_there_is_a_choice(
    workspace: Workspace, moment: ReadingMoment, qtbot: QtBot
) -> None:
    workspace.do(
        gestures.add_contribution(Contribution("need", "grocer", side=Side.NEED, sub_item="volunteers"))
    )
    workspace.do(gestures.add_contribution(Contribution("o1", "radio", sub_item="volunteers")))
    workspace.do(gestures.add_actor(Actor("far", "Ferme & Cie", "company")))
    workspace.do(gestures.add_contribution(Contribution("o2", "far", sub_item="volunteers")))
    qtbot.waitUntil(lambda: moment.reader.reading is not None)
    offered = next(row for row in rows(moment) if "cherché par" in row.sentence.said)
    QTest.mouseClick(offered.sentence, Qt.MouseButton.LeftButton)
    click(offered.link)
    (menu,) = offered.link.findChildren(QMenu)
    assert [action.text() for action in menu.actions()] == [
        "Radio Val d’Œuvre et Épicerie sociale L’Étal",
        "Ferme && Cie et Épicerie sociale L’Étal",
    ]
    menu.actions()[1].trigger()
    menu.close()
    assert [(k.source, k.target) for k in workspace.document.links.values()][1:] == [("far", "grocer")]


def test_an_actor_alone_is_linked_by_naming_the_other(workspace: Workspace, moment: ReadingMoment) -> None:
    heard: list[str] = []
    workspace.asked.connect(heard.append)
    click(chosen(moment, "Radio").link)
    assert heard == ["link_to_create"]
    assert workspace.selection == {("actors", "radio")}
    assert workspace.last_link["status"] is Status.EXISTING
    assert list(workspace.document.links) == ["funds"]


def test_a_commitment_is_taken_from_a_question_which_is_kept_with_it(
    workspace: Workspace, moment: ReadingMoment
) -> None:
    said: list[str] = []
    workspace.said.connect(lambda sentence, _error: said.append(sentence))
    click(chosen(moment, "Radio").commit)
    (taken,) = workspace.document.commitments.values()
    assert (plain(taken.what), taken.actors, taken.link) == (
        "Aller à la rencontre de : Radio Val d’Œuvre",
        (),
        "",
    )
    assert [row.fate for row in workspace.document.remarks.values()] == [Fate.KEPT]
    assert plain(said[-1]).startswith("Engagement noté : Aller à la rencontre de")
    workspace.undo()
    assert not workspace.document.commitments
    assert not workspace.document.remarks


def test_a_link_to_create_becomes_a_commitment_that_builds_it(
    workspace: Workspace, moment: ReadingMoment, qtbot: QtBot
) -> None:
    workspace.do(gestures.add_link(Link("wish", "radio", "town", status=Status.TO_CREATE, confidential=True)))
    qtbot.waitUntil(lambda: moment.reader.reading is not None)
    wished = next(row for row in rows(moment) if "premier pas" in row.sentence.said)
    QTest.mouseClick(wished.sentence, Qt.MouseButton.LeftButton)
    assert not wished.link.isVisible(), "it is drawn already"
    click(wished.commit)
    (taken,) = workspace.document.commitments.values()
    assert (taken.actors, taken.link, taken.confidential) == (("radio", "town"), "wish", True)
    assert all(row.confidential for row in workspace.document.remarks.values())


def test_a_question_the_room_made_confidential_stays_so_with_the_commitment_taken_from_it(
    workspace: Workspace, moment: ReadingMoment
) -> None:
    radio = chosen(moment, "Radio")
    click(radio.keep)
    workspace.do(gestures.edit_remark(radio.id, confidential=True))
    click(radio.commit)
    assert workspace.document.remarks[radio.id].confidential
    assert [row.confidential for row in workspace.document.commitments.values()] == [True]
    click(radio.aside)
    assert workspace.document.remarks[radio.id].confidential


def test_a_commitment_about_a_tension_leaves_neither_to_the_wall_nor_to_the_public(
    workspace: Workspace, moment: ReadingMoment, qtbot: QtBot
) -> None:
    workspace.do(gestures.add_link(Link("tense", "radio", "town", tension=True)))
    qtbot.waitUntil(lambda: moment.reader.reading is not None)
    tense = next(row for row in rows(moment) if "relation tendue" in row.sentence.said)
    QTest.mouseClick(tense.sentence, Qt.MouseButton.LeftButton)
    click(tense.commit)
    assert len(workspace.document.commitments) == 1
    assert not in_the_room(workspace.document).commitments
    assert not edition(workspace.document, "public").commitments
    assert len(edition(workspace.document, "participants").commitments) == 1


def test_what_was_set_aside_fades_the_map_no_more(workspace: Workspace, moment: ReadingMoment) -> None:
    radio = chosen(moment, "Radio")
    assert workspace.lens.evidence == {"radio"}
    click(radio.aside)
    assert not workspace.lens.filters
    assert not workspace.seen.faded


def test_what_the_map_does_not_ask_any_more_fades_it_no_more(
    workspace: Workspace, moment: ReadingMoment, qtbot: QtBot
) -> None:
    chosen(moment, "Radio")
    workspace.do(gestures.edit_actor("radio", name="Radio du Val"))
    qtbot.waitUntil(lambda: moment.reader.reading is not None)
    assert question(moment, "Radio du Val").sentence.isChecked()
    assert workspace.lens.evidence == {"radio"}
    workspace.do(gestures.add_link(Link("tells", "radio", "town")))
    qtbot.waitUntil(lambda: moment.reader.reading is not None)
    assert not workspace.lens.filters


def test_another_filter_stays_when_a_question_is_set_aside(
    workspace: Workspace, moment: ReadingMoment
) -> None:
    radio = chosen(moment, "Radio")
    looking.turn(workspace, "categories", "association")
    click(radio.aside)
    assert workspace.lens.categories == {"association"}
    assert not workspace.lens.evidence


def test_a_commitment_is_taken_once(workspace: Workspace, moment: ReadingMoment) -> None:
    radio = chosen(moment, "Radio")
    click(radio.commit)
    click(radio.commit)
    assert len(workspace.document.commitments) == 1


def test_the_keyboard_and_what_one_sees_stay_where_they_were_while_the_map_is_read_again(
    workspace: Workspace, moment: ReadingMoment, qtbot: QtBot
) -> None:
    panel = moment.window()
    assert isinstance(panel, StepPanel)
    panel.resize(320, 300)
    radio = chosen(moment, "Radio")
    radio.link.setFocus()
    bar = panel.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)
    at = bar.value()
    workspace.do(gestures.edit_actor("town", name="Ville"))
    assert not rows(moment)
    assert panel.focusWidget() is moment, "and not the next thing in the window"
    qtbot.waitUntil(lambda: moment.reader.reading is not None)
    assert radio.link.hasFocus()
    QApplication.processEvents()
    assert bar.value() == at
    workspace.do(gestures.add_link(Link("tells", "radio", "town")))
    qtbot.waitUntil(lambda: moment.reader.reading is not None)
    focused = panel.focusWidget()
    assert focused in [row.sentence for row in rows(moment)], "the nearest question that is left"


def test_the_keyboard_never_leaves_an_answer_one_types(
    workspace: Workspace, moment: ReadingMoment, dressed: QApplication
) -> None:
    radio = chosen(moment, "Radio")
    click(radio.keep)
    moves: list[object] = []
    dressed.focusChanged.connect(lambda _old, new: moves.append(new))
    write("La mairie")
    workspace.settle()
    write(" les connaît")
    workspace.settle()
    assert not moves
    assert next(iter(workspace.document.remarks.values())).answer == "La mairie les connaît"


def test_what_can_be_made_of_a_question_is_scrolled_into_sight(moment: ReadingMoment, qtbot: QtBot) -> None:
    panel = moment.window()
    panel.resize(320, 220)
    last = rows(moment)[-1]
    last.sentence.setFocus()
    qtbot.waitUntil(lambda: not last.sentence.visibleRegion().isEmpty())
    assert not last.sentence.isChecked()
    press(Qt.Key.Key_Return)
    assert last.sentence.isChecked(), "screen readers know which one is chosen"
    qtbot.waitUntil(lambda: last.bar.visibleRegion().boundingRect().height() == last.bar.height())


def test_names_that_look_like_marks_are_said_as_they_are(
    workspace: Workspace, moment: ReadingMoment, qtbot: QtBot
) -> None:
    workspace.do(gestures.edit_actor("radio", name="<b>Radio</b>"))
    qtbot.waitUntil(lambda: moment.reader.reading is not None)
    click(chosen(moment, "<b>Radio</b>").aside)
    moment.set_aside.unfold()
    (past,) = [moment.set_aside.rows.row(id_) for id_ in moment.set_aside.rows.ids]
    assert isinstance(past, Past)
    assert past.text.textFormat() is Qt.TextFormat.PlainText


def test_a_tension_is_shown_on_the_console_and_never_on_the_wall(
    workspace: Workspace, moment: ReadingMoment, qtbot: QtBot
) -> None:
    said: list[str] = []
    workspace.said.connect(lambda sentence, _error: said.append(sentence))
    workspace.do(gestures.place_actors({"radio": (800.0, 0.0)}))
    workspace.do(gestures.add_link(Link("tense", "radio", "town", tension=True)))
    qtbot.waitUntil(lambda: moment.reader.reading is not None)
    click(next(row for row in rows(moment) if "relation tendue" in row.sentence.said).sentence)
    assert workspace.lens.evidence >= {"radio", "town"}
    assert workspace.seen.faded
    assert looking.seen_by_room(workspace).faded == frozenset()
    assert plain(said[-1]) == "Montré ici seulement : le mur ne dit rien de cette question."
    missing = next(row for row in rows(moment) if "Sans Ville" in row.sentence.said)
    click(missing.sentence)
    assert looking.seen_by_room(workspace).faded == workspace.seen.faded


def test_a_question_made_confidential_leaves_the_wall_at_once(
    workspace: Workspace, moment: ReadingMoment, qtbot: QtBot
) -> None:
    radio = chosen(moment, "Radio")
    click(radio.keep)
    assert looking.seen_by_room(workspace).faded
    workspace.do(gestures.edit_remark(radio.id, confidential=True))
    assert workspace.seen.faded
    assert not looking.seen_by_room(workspace).faded
    workspace.undo()
    qtbot.waitUntil(lambda: bool(looking.seen_by_room(workspace).faded))


def test_what_shows_all_lets_go_of_the_question_and_the_keyboard_stays_on_it(
    workspace: Workspace, moment: ReadingMoment
) -> None:
    radio = chosen(moment, "Radio")
    press(Qt.Key.Key_Tab)
    assert radio.keep.hasFocus()
    looking.show_all(workspace)
    assert not radio.sentence.isChecked()
    assert not radio.bar.isVisible()
    assert radio.sentence.hasFocus()


def test_esc_lets_go_of_a_question_about_the_whole_map(moment: ReadingMoment) -> None:
    missing = next(row for row in rows(moment) if "Qui manque" in row.sentence.said)
    click(missing.sentence)
    assert missing.bar.isVisible()
    press(Qt.Key.Key_Escape)
    assert not missing.bar.isVisible()
    assert missing.sentence.hasFocus()


def test_a_question_kept_stays_kept_when_one_it_was_about_is_linked(
    workspace: Workspace, moment: ReadingMoment, qtbot: QtBot
) -> None:
    workspace.do(gestures.add_actor(Actor("far", "Ferme", "company")))
    workspace.do(gestures.add_actor(Actor("mill", "Moulin", "company")))
    qtbot.waitUntil(lambda: moment.reader.reading is not None)
    alone = chosen(moment, "3 acteurs")
    click(alone.keep)
    write("Le marché connaît la ferme")
    workspace.settle()
    workspace.do(gestures.add_link(Link("buys", "town", "far")))
    qtbot.waitUntil(lambda: moment.reader.reading is not None)
    assert not moment.earlier.isVisible()
    now = question(moment, "2 acteurs")
    assert now is alone
    assert now.answer.isVisible()
    assert now.answer.field.edit().toPlainText() == "Le marché connaît la ferme"
    assert "Telle qu’elle se posait alors : 3 acteurs" in plain(now.answer.kept.text())
    assert workspace.lens.evidence == {"radio", "mill"}, "it is still chosen"
    now.answer.field.edit().setFocus()
    write("Oui : ")
    workspace.settle()
    assert plain(now.answer.kept.text()) == "✓ Gardée pour le compte-rendu", "said of it as it is asked now"
    assert len(workspace.document.remarks) == 1


def test_what_the_group_said_comes_back_with_a_question_set_aside(
    workspace: Workspace, moment: ReadingMoment
) -> None:
    radio = chosen(moment, "Radio")
    click(radio.keep)
    write("La mairie les connaît")
    workspace.settle()
    click(radio.aside)
    moment.set_aside.unfold()
    (past,) = [moment.set_aside.rows.row(id_) for id_ in moment.set_aside.rows.ids]
    assert isinstance(past, Past)
    click(past.back)
    radio = question(moment, "Radio")
    assert radio.keep.isChecked()
    assert radio.answer.field.edit().toPlainText() == "La mairie les connaît"
    workspace.undo()
    assert RADIO not in "".join(asked(moment))
    workspace.redo()
    assert question(moment, "Radio").keep.isChecked()


def test_who_comes_after_a_question_was_set_aside_makes_it_asked_again(
    workspace: Workspace, moment: ReadingMoment, qtbot: QtBot
) -> None:
    click(chosen(moment, "Radio").aside)
    workspace.do(gestures.add_actor(Actor("mill", "Moulin", "company")))
    qtbot.waitUntil(lambda: moment.reader.reading is not None)
    assert "Moulin" in question(moment, "2 acteurs").sentence.said
    assert not moment.set_aside.isVisible()


def test_of_those_alone_the_wall_shows_all_but_who_is_confidential(
    workspace: Workspace, moment: ReadingMoment, qtbot: QtBot
) -> None:
    workspace.do(gestures.place_actors({"radio": (800.0, 0.0)}))
    workspace.do(gestures.add_actor(Actor("far", "Ferme", "company", x=900.0, y=900.0, confidential=True)))
    qtbot.waitUntil(lambda: moment.reader.reading is not None)
    chosen(moment, "2 acteurs")
    assert looking.seen_by_room(workspace).faded >= {"town", "grocer"}
    assert "radio" not in looking.seen_by_room(workspace).faded
    workspace.do(gestures.edit_actor("radio", confidential=True))
    qtbot.waitUntil(lambda: moment.reader.reading is not None)
    assert not looking.seen_by_room(workspace).faded
