"""Where the session begins: the common course."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.ui.fields import WORKSHOP, OddField, Place, TextField
from facilitator.ui.panels.moments.moment import Moment
from facilitator.ui.workspace import Workspace
from facilitator.words import N_


class CapMoment(Moment):
    """The common question, where, and the goals of the session."""

    def __init__(self, workspace: Workspace, step: str, parent: QWidget | None = None) -> None:
        super().__init__(workspace, step, parent)
        self.add(
            TextField(
                workspace,
                Place("workshop", "question", WORKSHOP),
                N_("Common question of the session"),
                hint=N_("How are we going to…?"),
                lines=(2, 8),
            ),
            TextField(workspace, Place("workshop", "territory", WORKSHOP), N_("Territory")),
            OddField(workspace, Place("workshop", "odds", WORKSHOP), N_("Sustainable Development Goals")),
        )
