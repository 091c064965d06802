"""The session evaluated in a minute: a few questions, hands counted on four degrees, a word."""

from __future__ import annotations

from facilitator.model import gestures
from facilitator.model.document import Document, Evaluation, new_id, ordered
from facilitator.model.gestures import together
from facilitator.model.vocabulary import DEGREES
from facilitator.ui.fields import (
    WORKSHOP,
    CheckField,
    LineField,
    NumberField,
    Place,
    TextField,
    button,
    label,
)
from facilitator.ui.flow import beside
from facilitator.ui.panels.on_wall import OnWall
from facilitator.ui.panels.rows import AddLine, More, RowFrame, RowList
from facilitator.ui.panels.section import Section
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _

QUESTIONS = (
    N_("I could say what mattered to me."),
    N_("We moved forward on our question."),
    N_("I know what happens next, and my part in it."),
)
"""What is proposed; each is the group's own as soon as it is taken."""


class EvaluationRow(RowFrame):
    """A question, and hands counted from one degree to the next."""

    def __init__(self, workspace: Workspace, id_: str) -> None:
        super().__init__(workspace, id_, gestures.move_evaluation, _all, role="row")

        def at(name: str) -> Place:
            return Place("evaluations", name, (id_,))

        self.column.addWidget(LineField(workspace, at("question"), N_("Question on the session"), bare=True))
        self.hands = [NumberField(workspace, at(degree), _NAMES[degree]) for degree in DEGREES]
        for field, following in zip(self.hands, self.hands[1:], strict=False):
            field.edit().returnPressed.connect(following.edit().setFocus)
            field.edit().returnPressed.connect(following.edit().selectAll)
        self.column.addLayout(beside(*self.hands))
        self.column.addWidget(
            TextField(workspace, at("words"), N_("What was said"), bare=True, hint=N_("What was said"))
        )
        self.finish(N_("More about this question"))

    def offer(self, more: More) -> None:
        more.offer_moves(self.id, gestures.move_evaluation, _all)
        more.offer(N_("Delete"), lambda: self._workspace.do(gestures.delete_evaluation(self.id)))


class EvaluationPart(Section):
    """The questions of the session; three are proposed where there are none."""

    def __init__(self, workspace: Workspace) -> None:
        self._of = workspace
        super().__init__(
            workspace,
            "closing.evaluation",
            lambda: _("How it went: one minute with the group"),
            folded=True,
            build=lambda _part: self._fill(),
        )

    def _fill(self) -> None:
        workspace = self._of
        self.rows = RowList(lambda id_: EvaluationRow(workspace, id_))
        self.propose = button(workspace, N_("Take three questions"), self.take, "accent")
        self.propose.setEnabled(not workspace.read_only)
        self.add(
            label(
                workspace,
                N_("Read each sentence aloud, then count hands: fully, mostly, a little, not at all."),
                "muted",
            ),
            self.rows,
            self.propose,
            AddLine(workspace, lambda: _("Add a question…"), self._added),
            OnWall(workspace, "evaluation"),
            CheckField(
                workspace, Place("workshop", "evaluation_in_minutes", WORKSHOP), N_("Goes into the minutes")
            ),
        )
        workspace.changed.connect(self._followed)
        self._show_rows()

    def take(self) -> None:
        """Takes the questions that are proposed, in the language of the moment, in one gesture."""
        rows = [Evaluation(new_id(), question=_(question)) for question in QUESTIONS]
        self._of.do(together("evaluation.add", [gestures.add_evaluation(row) for row in rows]))

    def _added(self, question: str) -> bool:
        return self._of.do(gestures.add_evaluation(Evaluation(new_id(), question=question)))

    def _followed(self, before: Document, after: Document) -> None:
        if before.evaluations is not after.evaluations:
            self._show_rows()

    def _show_rows(self) -> None:
        self.rows.show_rows(_all(self._of.document))
        self.propose.setVisible(not self._of.document.evaluations)


_NAMES = {
    "fully": N_("Fully"),
    "mostly": N_("Mostly"),
    "little": N_("A little"),
    "not_at_all": N_("Not at all"),
}


def _all(document: Document) -> list[str]:
    return [row.id for row in ordered(document.evaluations)]
