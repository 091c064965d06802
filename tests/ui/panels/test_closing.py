"""The end of the session: what stays open, and how it went."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from facilitator.model import gestures
from facilitator.model.document import Actor, Commitment, ordered
from facilitator.model.vocabulary import Agreement
from facilitator.ui.panels import StepPanel
from facilitator.ui.panels.moments.closing import ClosingMoment
from facilitator.ui.panels.moments.evaluation import QUESTIONS, EvaluationPart, EvaluationRow
from facilitator.ui.panels.sentence import Sentence
from facilitator.ui.workspace import Workspace
from tests.ui.hands import go, press, write


@pytest.fixture
def moment(workspace: Workspace, panel: StepPanel) -> ClosingMoment:
    go(workspace, "closing")
    assert isinstance(panel.moment, ClosingMoment)
    return panel.moment


def said(moment: ClosingMoment) -> list[str]:
    rows = [moment.points.row(key) for key in moment.points.ids]
    return [row.said for row in rows if isinstance(row, Sentence)]


def click(moment: ClosingMoment, start: str) -> None:
    rows = [row for row in map(moment.points.row, moment.points.ids) if isinstance(row, Sentence)]
    row = next(row for row in rows if row.said.startswith(start))
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)


def test_what_stays_open_is_named_and_leads_to_where_it_is_settled(
    workspace: Workspace, panel: StepPanel, moment: ClosingMoment
) -> None:
    item = next(iter(ordered(workspace.document.items)))
    workspace.do(gestures.answer(item.id, agreement=Agreement.DISAGREEMENT))
    workspace.do(gestures.add_commitment(Commitment("c", "Appeler la mairie")))
    assert said(moment)[0] == f"Désaccord · {item.text}"
    assert "Encore personne · Appeler la mairie" in said(moment)
    assert "Sans date · Appeler la mairie" in said(moment)
    assert "Sans lien · Radio Val d’Œuvre" in said(moment)
    click(moment, "Sans lien")
    assert workspace.selection == frozenset({("actors", "radio")})
    click(moment, "Sans date")
    assert workspace.step is not None
    assert workspace.step.panel == "commitments"


def test_a_long_list_is_counted_and_follows_the_document(workspace: Workspace, moment: ClosingMoment) -> None:
    for number in range(9):
        workspace.do(gestures.add_actor(Actor(f"n{number}", f"Acteur {number}", "other")))
    alone = [line for line in said(moment) if line.startswith("Sans lien")]
    assert len(alone) == 6
    assert "et 4 autres" in said(moment)
    ids = [f"n{number}" for number in range(9)] + ["radio"]
    workspace.do(gestures.delete_actors(ids))
    assert not [line for line in said(moment) if line.startswith("Sans lien")]


def test_nothing_open_says_so(workspace: Workspace, moment: ClosingMoment) -> None:
    workspace.do(gestures.delete_actors(["radio"]))
    for item in ordered(workspace.document.items):
        workspace.do(gestures.answer(item.id, agreement=Agreement.YES))
    assert said(moment) == []
    labels = moment.findChildren(QLabel)
    assert [label for label in labels if label.isVisible() and label.text().startswith("Rien")]


def test_the_session_is_evaluated_with_the_keyboard(workspace: Workspace, moment: ClosingMoment) -> None:
    part = moment.findChildren(EvaluationPart)[0]
    QTest.mouseClick(part.head, Qt.MouseButton.LeftButton)
    QTest.mouseClick(part.propose, Qt.MouseButton.LeftButton)
    rows = ordered(workspace.document.evaluations)
    assert len(rows) == len(QUESTIONS)
    assert rows[0].question == "J’ai pu dire ce qui comptait pour moi."
    assert not part.propose.isVisible()
    row = part.rows.row(rows[0].id)
    assert isinstance(row, EvaluationRow)
    first = row.hands[0].edit()
    first.setFocus()
    first.selectAll()
    for count in ("12", "5", "2", "1"):
        write(count)
        press(Qt.Key.Key_Return)
    kept = workspace.document.evaluations[rows[0].id]
    assert (kept.fully, kept.mostly, kept.little, kept.not_at_all) == (12, 5, 2, 1)
    for _times in range(4):
        workspace.undo()
    assert workspace.document.evaluations[rows[0].id].fully == 0
    workspace.undo()
    assert not workspace.document.evaluations, "the three came in one step"
    assert part.propose.isVisible()
