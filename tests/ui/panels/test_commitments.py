"""Links to build become commitments, and what they still lack is said."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from facilitator.model import gestures
from facilitator.model.document import Commitment, Link, ordered
from facilitator.model.vocabulary import Status
from facilitator.ui.panels import StepPanel
from facilitator.ui.panels.moments.commitment import CommitmentCard
from facilitator.ui.panels.moments.commitments import CommitmentsMoment
from facilitator.ui.workspace import Workspace
from tests.ui.hands import enter, press, write
from tests.ui.texts import plain


@pytest.fixture
def moment(workspace: Workspace, qtbot: QtBot) -> Iterator[CommitmentsMoment]:
    """Its step, with one link to strengthen, then one to create."""
    for link in (
        Link("more", "town", "grocer", types=("skills",), status=Status.TO_STRENGTHEN),
        Link("new", "grocer", "radio", status=Status.TO_CREATE, text="Une émission"),
    ):
        workspace.do(gestures.add_link(link))
    panel = StepPanel(workspace)
    qtbot.addWidget(panel)
    panel.resize(336, 900)
    workspace.show_step("commitments")
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    assert isinstance(panel.moment, CommitmentsMoment)
    yield panel.moment
    panel.close()


def card(moment: CommitmentsMoment, id_: str) -> CommitmentCard:
    found = moment.cards.row(id_)
    assert isinstance(found, CommitmentCard)
    return found


def tags(moment: CommitmentsMoment, id_: str) -> str:
    labels = card(moment, id_).findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisibleTo(moment))


def test_a_link_to_create_becomes_a_commitment_in_two_keys(
    workspace: Workspace, moment: CommitmentsMoment
) -> None:
    assert list(moment.links.ids) == ["new", "more"], "those to create come first"
    moment.line.setFocus()
    press(Qt.Key.Key_Down)
    enter()
    (row,) = workspace.document.commitments.values()
    assert (row.what, row.actors, row.link) == ("Une émission", ("grocer", "radio"), "new")
    assert list(moment.links.ids) == ["more"]
    write("Une émission par mois")
    enter()
    enter()
    write("Nadia")
    enter()
    write("Appeler la radio")
    enter()
    write("15/1/2027")
    enter()
    write("la radio")
    enter()
    row = workspace.document.commitments[row.id]
    assert (row.what, row.who, row.first_step, row.due, row.said_yes_by) == (
        "Une émission par mois",
        "Nadia",
        "Appeler la radio",
        "2027-01-15",
        "la radio",
    )
    assert card(moment, row.id).details.folded
    assert "15 janv. 2027" in plain(card(moment, row.id).details.head.said)
    assert moment.links.row("more").hasFocus(), "on to the next link"
    enter()
    assert not moment.links.ids
    assert [c.link for c in ordered(workspace.document.commitments)] == ["new", "more"]
    workspace.undo()
    assert list(moment.links.ids) == ["more"]


def test_what_a_commitment_lacks_is_said_until_it_is_there(
    workspace: Workspace, moment: CommitmentsMoment
) -> None:
    moment.line.setFocus()
    write("Ouvrir la serre")
    enter()
    (id_,) = workspace.document.commitments
    summary = card(moment, id_).details.head
    assert "À compléter : qui et pour quand" in plain(summary.said)
    assert "1" in moment.loose.text()
    enter()
    write("La ville")
    enter()
    enter()
    assert card(moment, id_).due.edit().hasFocus()
    write("un de ces jours")
    enter()
    assert card(moment, id_).due.edit().hasFocus(), "what is no date stays to be mended"
    assert "un de ces jours" in tags(moment, id_)
    card(moment, id_).due.edit().selectAll()
    write("2027-03-05")
    enter()
    assert workspace.document.commitments[id_].due == "2027-03-05"
    assert "compléter" not in summary.said
    assert moment.loose.isHidden()


def test_a_line_left_without_enter_is_kept_and_takes_no_keyboard(
    workspace: Workspace, moment: CommitmentsMoment
) -> None:
    moment.line.setFocus()
    write("Ouvrir la serre")
    moment.links.row("new").setFocus(Qt.FocusReason.MouseFocusReason)
    (row,) = workspace.document.commitments.values()
    assert row.what == "Ouvrir la serre"
    assert moment.links.row("new").hasFocus()


def test_those_to_complete_are_asked_for_and_stay_under_the_hand(
    workspace: Workspace, moment: CommitmentsMoment
) -> None:
    for row in (Commitment("a", "Un", who="Zoé", due="2027-02-01"), Commitment("b", "Deux", who="Zoé")):
        workspace.do(gestures.add_commitment(row))
    QTest.mouseClick(moment.loose, Qt.MouseButton.LeftButton)
    assert list(moment.cards.ids) == ["b"]
    workspace.do(gestures.edit_commitment("b", due="2027-01-01"))
    assert list(moment.cards.ids) == ["b"], "it is not taken away while one writes in it"
    QTest.mouseClick(moment.loose, Qt.MouseButton.LeftButton)
    assert list(moment.cards.ids) == ["a", "b"]
    assert moment.loose.isHidden()


def test_commitments_are_sorted_by_date_in_one_step(workspace: Workspace, moment: CommitmentsMoment) -> None:
    for id_, due in (("a", ""), ("b", "2027-02-01"), ("c", "2026-12-01")):
        workspace.do(gestures.add_commitment(Commitment(id_, id_, due=due)))
    QTest.mouseClick(moment.sort, Qt.MouseButton.LeftButton)
    assert moment.cards.ids == ("c", "b", "a")
    workspace.undo()
    assert moment.cards.ids == ("a", "b", "c")


def test_a_commitment_says_that_its_link_exists_now(workspace: Workspace, moment: CommitmentsMoment) -> None:
    moment.commit_next()
    (id_,) = workspace.document.commitments
    assert "le lien existe" not in tags(moment, id_)
    workspace.do(gestures.edit_link("new", status=Status.EXISTING))
    assert "le lien existe maintenant" in tags(moment, id_)
    moment.commit_next()
    said: list[str] = []
    workspace.said.connect(lambda sentence, _error: said.append(sentence))
    moment.commit_next()
    assert len(workspace.document.commitments) == 2
    assert "Chaque lien" in said[-1]
