"""Where the session begins: the common course."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.ui.fields import WORKSHOP, OddField, Place, TextField, button, label
from facilitator.ui.panels.moments.moment import Moment
from facilitator.ui.panels.on_wall import OnWall
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _


class CapMoment(Moment):
    """The common question, where, and the goals of the session."""

    follows = ("workshop",)

    def __init__(self, workspace: Workspace, step: str, parent: QWidget | None = None) -> None:
        super().__init__(workspace, step, parent)
        self.question = TextField(
            workspace,
            Place("workshop", "question", WORKSHOP),
            N_("Common question of the session"),
            hint=N_("How are we going to…?"),
            lines=(2, 8),
        )
        self.begin = button(workspace, N_("Begin with “How are we going to”"), self._begin, "small")
        self.begin.setEnabled(not workspace.read_only)
        self.hint = label(
            workspace,
            N_("A question opens the discussion more than a statement: “How are we going to…?”"),
            "muted",
        )
        self.add(
            self.question,
            self.begin,
            self.hint,
            OnWall(workspace, "cap"),
            TextField(workspace, Place("workshop", "territory", WORKSHOP), N_("Territory")),
            OddField(
                workspace,
                Place("workshop", "odds", WORKSHOP),
                N_("Sustainable Development Goals"),
                titled=True,
            ),
        )
        self.ready()

    def tell(self) -> None:
        question = self.workspace.document.workshop.question
        self.begin.setVisible(not question)
        self.hint.setVisible(bool(question) and not question.endswith("?"))

    def _begin(self) -> None:
        self.question.offer(_("How are we going to") + " ")
