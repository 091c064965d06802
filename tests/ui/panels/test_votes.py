"""Hands counted on a point by the keyboard alone, and rounds of consent: blind until they are shown."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.model import gestures
from facilitator.model.document import Document, Vote, ordered
from facilitator.model.edition import edition
from facilitator.model.vocabulary import Agreement, Presence, VoteKind
from facilitator.model.votes import ballots, voters
from facilitator.ui.panels import StepPanel
from facilitator.ui.panels.moments.ballot import BallotPart
from facilitator.ui.panels.moments.charter import ItemCard, ItemsMoment
from facilitator.ui.panels.rows import More
from facilitator.ui.workspace import Workspace
from tests.ui.hands import at_hand, enter, press, write
from tests.ui.texts import plain


@pytest.fixture
def small(small: Document) -> Document:
    """Three categories at the table."""
    radio = replace(small.actors["radio"], category="citizens")
    return replace(small, actors={**small.actors, "radio": radio})


@pytest.fixture
def panel(workspace: Workspace, qtbot: QtBot) -> StepPanel:
    panel = StepPanel(workspace)
    qtbot.addWidget(panel)
    panel.resize(336, 900)
    workspace.show_step("principles")
    panel.show()
    at_hand(panel, qtbot)
    return panel


@pytest.fixture
def card(panel: StepPanel) -> ItemCard:
    """The first point of the principles."""
    assert isinstance(panel.moment, ItemsMoment)
    first = panel.moment.cards.row(panel.moment.cards.ids[0])
    assert isinstance(first, ItemCard)
    return first


def part(card: ItemCard) -> BallotPart:
    """The last vote on a point."""
    found = card.votes.parts.row(card.votes.parts.ids[-1])
    assert isinstance(found, BallotPart)
    return found


def counts(workspace: Workspace) -> list[tuple[str, int, int, int]]:
    return [(v.category, v.yes, v.no, v.abstain) for v in ordered(workspace.document.votes)]


def test_three_categories_are_counted_shown_and_undone_by_the_keyboard_alone(
    workspace: Workspace, card: ItemCard
) -> None:
    before = workspace.document
    card.votes.by_category.setFocus()
    enter()
    write("oooNa")
    assert counts(workspace)[0] == ("authority", 3, 1, 1)
    press(Qt.Key.Key_Backspace)
    assert counts(workspace)[0] == ("authority", 3, 1, 0)
    enter()
    write("12")
    enter()
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Down)
    enter()
    enter()
    write("o")
    enter()
    assert counts(workspace) == [("authority", 3, 1, 0), ("association", 12, 1, 0), ("citizens", 1, 0, 0)]
    assert not any(vote.revealed for vote in workspace.document.votes.values()), "blind until it is shown"
    assert not edition(workspace.document, "participants").votes
    assert part(card).shown.hasFocus()
    assert "oui" not in part(card).head.said
    enter()
    assert all(vote.revealed for vote in workspace.document.votes.values())
    assert plain(part(card).head.said) == "Vote : 16 oui, 2 non, 0 abstention"
    assert (workspace.board.kind, workspace.board.subject) == ("item", card.id), "the wall shows it"
    assert card.agreement.control().hasFocus(), "then the group says where it stands"
    for step in ("shown", "citizens", "association", "authority", "begun"):
        assert workspace.document != before, step
        workspace.undo()
    assert workspace.document == before, "one step for each count"
    assert not card.votes.parts.ids


def test_a_number_that_is_none_is_said_and_keeps_nothing(workspace: Workspace, card: ItemCard) -> None:
    QTest.mouseClick(card.votes.together, Qt.MouseButton.LeftButton)
    row = next(iter(part(card).rows.values()))
    write("99999")
    enter()
    assert counts(workspace) == [("", 0, 0, 0)]
    assert row.fields["yes"].edit().hasFocus()
    assert row.fields["yes"].edit().text() == "99999", "it stays to be mended"
    assert "10000" in row.complaint
    write("x")
    enter()
    assert counts(workspace) == [("", 0, 0, 0)]
    row.fields["yes"].edit().selectAll()
    write("40")
    enter()
    assert counts(workspace) == [("", 40, 0, 0)]
    assert not row.complaint
    press(Qt.Key.Key_Backspace)
    write("n")
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Down)
    assert counts(workspace) == [("", 40, 0, 0)], "hands never go below nobody"


def test_each_count_is_one_step_of_undo(workspace: Workspace, card: ItemCard) -> None:
    QTest.mouseClick(card.votes.by_category, Qt.MouseButton.LeftButton)
    write("oona")
    enter()
    write("oo")
    workspace.undo()
    assert [row[1:] for row in counts(workspace)] == [(2, 1, 1), (0, 0, 0), (0, 0, 0)]
    workspace.undo()
    assert [row[1:] for row in counts(workspace)] == [(0, 0, 0)] * 3
    workspace.undo()
    assert not workspace.document.votes


def test_consent_with_no_objection_takes_one_key(workspace: Workspace, card: ItemCard) -> None:
    card.votes.consent.setFocus()
    enter()
    assert part(card).objections.field.edit().hasFocus()
    enter()
    (vote,) = workspace.document.votes.values()
    assert (vote.kind, vote.objections, vote.revealed) == (VoteKind.CONSENT, "", True)
    assert plain(part(card).head.said) == "Tour de consentement : aucune objection"


def test_a_round_of_consent_is_not_called_a_vote(workspace: Workspace, card: ItemCard) -> None:
    QTest.mouseClick(card.votes.consent, Qt.MouseButton.LeftButton)
    ballot = part(card)
    (more,) = ballot.findChildren(More)
    assert workspace.undo_name == "ouverture d’un tour de consentement"
    assert ballot.question.edit().placeholderText() == "Proposition soumise au groupe"
    assert "vote" not in more.accessibleName().lower()
    ballot.objections.setFocus()
    write("Pas sans les habitants")
    workspace.settle()
    assert workspace.undo_name == "modification d’un tour de consentement"
    more.fill()
    more.menu().actions()[-1].trigger()
    assert workspace.undo_name == "suppression d’un tour de consentement"
    QTest.mouseClick(card.votes.together, Qt.MouseButton.LeftButton)
    assert workspace.undo_name == "ajout d’un vote"
    assert part(card).question.edit().placeholderText() == "Question mise au vote"


def test_objections_are_noted_one_per_line_and_kept_once_lifted(workspace: Workspace, card: ItemCard) -> None:
    QTest.mouseClick(card.votes.consent, Qt.MouseButton.LeftButton)
    write("Trop tôt")
    enter()
    write("Trop cher")
    QTest.mouseClick(part(card).objections.lifted, Qt.MouseButton.LeftButton)
    workspace.settle()
    (vote,) = workspace.document.votes.values()
    assert vote.objections == "Trop tôt\nTrop cher — levée"
    assert not vote.revealed
    QTest.mouseClick(part(card).objections.lifted, Qt.MouseButton.LeftButton)
    assert workspace.document.votes[vote.id].objections == "Trop tôt\nTrop cher", (
        "a second time takes it back"
    )
    part(card).objections.setFocus()
    enter()
    enter()
    assert workspace.document.votes[vote.id].revealed
    assert "2 objections" in part(card).head.said
    part(card).unfold()
    part(card).objections.setFocus()
    enter()
    enter()
    assert workspace.document.votes[vote.id].revealed, "ending it again hides nothing"


def test_several_votes_on_one_point_are_kept_apart(workspace: Workspace, card: ItemCard) -> None:
    for start in (card.votes.together, card.votes.by_category, card.votes.by_category):
        QTest.mouseClick(start, Qt.MouseButton.LeftButton)
    found = ballots(workspace.document, card.id)
    assert [len(ballot.rows) for ballot in found] == [1, 3, 3]
    assert [ballot.by_category for ballot in found] == [False, True, True]
    part(card).question.setFocus()
    write("Et avec la région ?")
    workspace.settle()
    assert [b.question for b in ballots(workspace.document, card.id)] == ["", "", "Et avec la région ?"]
    card.votes.reveal()
    assert [b.revealed for b in ballots(workspace.document, card.id)] == [False, False, True]
    part(card)._delete()
    assert len(ballots(workspace.document, card.id)) == 2
    workspace.undo()
    assert len(ballots(workspace.document, card.id)) == 3


def test_every_category_is_counted_if_one_asks(workspace: Workspace, card: ItemCard) -> None:
    QTest.mouseClick(card.votes.by_category, Qt.MouseButton.LeftButton)
    write("oo")
    QTest.mouseClick(card.votes.consent, Qt.MouseButton.LeftButton)
    first = card.votes.parts.row(card.votes.parts.ids[0])
    assert isinstance(first, BallotPart)
    (more,) = first.findChildren(More)
    more.fill()
    workspace.do(gestures.edit_vote(first.ballot.ids[0], objections="Trop tôt"))
    more.menu().actions()[0].trigger()
    hands, consent = ballots(workspace.document, card.id)
    assert consent.kind is VoteKind.CONSENT
    assert {row.category for row in hands.rows} == set(workspace.document.categories)
    assert list(first.rows) == list(hands.ids)
    assert hands.yes == 2
    assert [row.objections for row in hands.rows if row.objections] == ["Trop tôt"]
    last = first.rows[hands.ids[-1]]
    last.begin()
    write("n")
    assert ballots(workspace.document, card.id)[0].no == 1
    workspace.undo()
    workspace.undo()
    assert len(first.rows) == 3


def test_those_who_are_there_are_asked(small: Document) -> None:
    assert voters(small) == ("authority", "association", "citizens")
    away = {id_: replace(row, presence=Presence.ABSENT) for id_, row in small.actors.items()}
    only = {**away, "radio": small.actors["radio"]}
    assert voters(replace(small, actors=only)) == ("citizens",)
    assert voters(replace(small, actors=away)) == ("authority", "association", "citizens")
    assert voters(replace(small, actors={}, links={})) == tuple(small.categories)


def test_votes_of_before_are_shown_as_they_were_counted(
    workspace: Workspace, card: ItemCard, panel: StepPanel
) -> None:
    rows = (
        Vote("v1", card.id, "Garder ce point", "association", 4, 1, revealed=True),
        Vote("v2", card.id, "Garder ce point", "citizens", 2, 0, revealed=True),
        Vote("v3", card.id, "Garder ce point", "citizens", 9, 0, revealed=True),
    )
    for row in rows:
        workspace.do(gestures.add_vote(row))
    assert [ballot.ids for ballot in ballots(workspace.document, card.id)] == [("v1", "v2"), ("v3",)]
    assert part(card).folded


@pytest.mark.parametrize(("language", "keys"), [("fr", "ordà"), ("en", "yrdt")], ids=["French", "English"])
def test_a_letter_says_where_the_group_stands_and_enter_goes_on(
    workspace: Workspace, panel: StepPanel, card: ItemCard, language: str, keys: str, qtbot: QtBot
) -> None:
    workspace.speak(language)
    moment = panel.moment
    assert isinstance(moment, ItemsMoment)
    asked: list[str] = []
    workspace.asked.connect(asked.append)
    for letter, value in zip(keys, [a for a in Agreement if a], strict=True):
        card.agreement.setFocus()
        write(letter)
        assert workspace.document.answers[card.id].agreement is value
    card.agreement.setFocus()
    write("1")
    assert workspace.document.answers[card.id].agreement is Agreement.YES
    card.words.setFocus()
    write("Oui")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    write("et ensemble")
    enter()
    assert workspace.document.answers[card.id].text == "Oui\net ensemble"
    assert card.agreement.control().hasFocus()
    workspace.board.show("item", card.id)
    enter()
    following = moment.cards.row(moment.cards.ids[1])
    assert isinstance(following, ItemCard)
    assert following.words.control().hasFocus()
    assert (workspace.board.kind, workspace.board.subject) == ("item", following.id), "the wall goes along"
    assert not asked


def test_both_positions_are_typed_where_the_group_disagrees(
    workspace: Workspace, panel: StepPanel, card: ItemCard
) -> None:
    card.agreement.setFocus()
    write("d")
    enter()
    write("D’abord les écoles.")
    enter()
    write("D’abord les aînés.")
    enter()
    answer = workspace.document.answers[card.id]
    assert (answer.agreement, answer.position_a, answer.position_b) == (
        Agreement.DISAGREEMENT,
        "D’abord les écoles.",
        "D’abord les aînés.",
    )
    now = QApplication.focusWidget()
    assert now is not None
    assert not card.isAncestorOf(now), "on to the next point"


@pytest.mark.parametrize("kind", ["consent", "together"])
def test_a_vote_that_is_undone_gives_the_keyboard_to_what_is_beside_it(
    workspace: Workspace, panel: StepPanel, card: ItemCard, kind: str
) -> None:
    """Not to the bar at the top of the window, where Space leaves the session."""
    QTest.mouseClick(getattr(card.votes, kind), Qt.MouseButton.LeftButton)
    assert part(card).isAncestorOf(panel.focusWidget())
    assert workspace.undo()
    focused = panel.focusWidget()
    assert focused is not None
    assert card.isAncestorOf(focused)
    assert focused.isVisible()
