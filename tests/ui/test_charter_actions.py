"""Votes and commitments asked for by their keys, from anywhere in the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.model import gestures
from facilitator.model.document import Link, ordered
from facilitator.model.vocabulary import Agreement, Status, VoteKind
from facilitator.ui.app import App
from facilitator.ui.panels.moments.charter import ItemCard, ItemsMoment
from facilitator.ui.window import Window
from tests.ui.hands import CTRL, SHIFT, at_hand, press, strike, write


@pytest.fixture
def window(app: App, session: Path, qtbot: QtBot) -> Window:
    """The console, on the principles."""
    app.open(session)
    opened = app.window
    assert opened is not None
    opened.resize(1366, 768)
    opened.workspace.show_step("principles")
    opened.show()
    at_hand(opened, qtbot)
    return opened


def test_a_vote_is_begun_counted_and_shown_from_the_map(window: Window) -> None:
    workspace = window.workspace
    workspace.select([("actors", "town")])
    window.fold("inspector")
    window.canvas.surface.setFocus()
    strike(window, Qt.Key.Key_G, CTRL)
    write("ooon")
    strike(window, Qt.Key.Key_J, CTRL, SHIFT)
    (vote,) = workspace.document.votes.values()
    assert (vote.yes, vote.no, vote.revealed) == (3, 1, True)
    first = min(
        (i for i in workspace.document.items.values() if i.step == "principles"), key=lambda item: item.rank
    )
    assert vote.item == first.id, "the first that has no answer yet"
    said: list[str] = []
    workspace.said.connect(lambda sentence, _error: said.append(sentence))
    strike(window, Qt.Key.Key_J, CTRL, SHIFT)
    assert "déjà été montrés" in said[-1]


def test_a_round_of_consent_is_about_the_point_one_types_in(window: Window) -> None:
    workspace = window.workspace
    second = [item for item in ordered(workspace.document.items) if item.step == "principles"][1]
    workspace.do(gestures.answer(second.id, text="Oui"))
    moment = window.inspector.step.moment
    assert isinstance(moment, ItemsMoment)
    card = moment.cards.row(second.id)
    assert isinstance(card, ItemCard)
    card.words.setFocus()
    strike(window, Qt.Key.Key_J, CTRL)
    (vote,) = workspace.document.votes.values()
    assert (vote.kind, vote.item) == (VoteKind.CONSENT, second.id)
    write("Trop tôt")
    workspace.settle()
    assert workspace.document.votes[vote.id].objections == "Trop tôt"


def test_the_next_link_becomes_a_commitment_in_one_key(window: Window) -> None:
    workspace = window.workspace
    said: list[str] = []
    workspace.said.connect(lambda sentence, _error: said.append(sentence))
    workspace.do(gestures.add_link(Link("new", "grocer", "radio", status=Status.TO_CREATE)))
    strike(window, Qt.Key.Key_K, CTRL, SHIFT)
    assert not workspace.document.commitments
    assert "rien" in said[-1]
    workspace.show_step("commitments")
    strike(window, Qt.Key.Key_K, CTRL, SHIFT)
    (row,) = workspace.document.commitments.values()
    assert row.link == "new"
    write("Un entretien")
    press(Qt.Key.Key_Return)
    assert workspace.document.commitments[row.id].what == "Un entretien"


def test_the_letter_of_an_agreement_is_no_key_of_the_map(window: Window) -> None:
    workspace = window.workspace
    moment = window.inspector.step.moment
    assert isinstance(moment, ItemsMoment)
    card = moment.point()
    assert card is not None
    for letter, said in (("a", Agreement.TO_CLARIFY), ("r", Agreement.RESERVATION), ("1", Agreement.YES)):
        card.agreement.setFocus()
        write(letter)
        assert workspace.document.answers[card.id].agreement is said
        assert card.agreement.control().hasFocus(), "nothing else answered the key"
    card.agreement.setFocus()
    press(Qt.Key.Key_G)
    assert workspace.document.answers[card.id].agreement is Agreement.YES
