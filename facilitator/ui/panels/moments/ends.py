"""Where the session begins and ends: the common course, and the closing."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QWidget

from facilitator import terms
from facilitator.model.document import ordered
from facilitator.model.vocabulary import Agreement
from facilitator.ui.fields import WORKSHOP, DateField, OddField, Place, TextField, label
from facilitator.ui.panels import printed
from facilitator.ui.panels.moments.moment import Moment
from facilitator.ui.panels.rows import RowList
from facilitator.ui.panels.section import Section
from facilitator.ui.panels.sentence import Sentence
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _, ngettext


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


class ClosingMoment(Moment):
    """What comes next, what the minutes begin with, and what stays open."""

    follows = ("answers", "items", "steps", "commitments")

    def __init__(self, workspace: Workspace, step: str, parent: QWidget | None = None) -> None:
        super().__init__(workspace, step, parent)
        self._open = Section(workspace, "closing.open", lambda: _("What stays open"))
        self.points = RowList(self._point, gap=0)
        self._clear = label(
            workspace, N_("Nothing: every point has its answer, every commitment its date."), "muted"
        )
        self._open.add(self.points, self._clear)
        self.add(
            DateField(workspace, Place("workshop", "next_date", WORKSHOP), N_("Next date")),
            TextField(workspace, Place("workshop", "next_place", WORKSHOP), N_("Next place")),
            printed.essentials(workspace, (3, 8)),
            printed.lead(workspace, (2, 8)),
            printed.resources(workspace, (2, 8)),
            self._open,
        )
        self._targets: dict[str, tuple[str, str]] = {}
        self.ready()

    def tell(self) -> None:
        self._targets = dict(self._open_points())
        self.points.show_rows(list(self._targets))
        for key, (_step, html) in self._targets.items():
            row = self.points.row(key)
            if isinstance(row, Sentence):
                row.say(html)
        self._clear.setVisible(not self._targets)

    def _open_points(self) -> list[tuple[str, tuple[str, str]]]:
        """What is not agreed, and what is promised without a date: a key, then the step that holds it, and words."""
        document = self.workspace.document
        found = []
        for item in ordered(document.items):
            answer = document.answers.get(item.id)
            if answer is not None and answer.agreement not in (Agreement.NOT_SAID, Agreement.YES):
                state = terms.capitalised(terms.agreement_name(answer.agreement))
                html = f"<b>{escape(state)}</b> · {escape(terms.wording(item.text))}"
                found.append((item.id, (item.step, html)))
        undated = sum(not commitment.due for commitment in document.commitments.values())
        step = next((s.id for s in ordered(document.steps) if s.panel == "commitments"), "")
        if undated:
            said = ngettext("{n} commitment without a date", "{n} commitments without a date", undated)
            found.append(("undated", (step, escape(said.format(n=undated)))))
        return found

    def _point(self, key: str) -> Sentence:
        point = Sentence("")
        point.clicked.connect(lambda _checked=False: self.workspace.show_step(self._targets[key][0]))
        return point
