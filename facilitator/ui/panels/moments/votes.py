"""The votes on one point, and what starts one more."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from facilitator.model import gestures
from facilitator.model.document import Document
from facilitator.model.vocabulary import VoteKind
from facilitator.model.votes import ballots
from facilitator.ui.fields import button, spoken
from facilitator.ui.flow import Flow
from facilitator.ui.panels.moments.ballot import BallotPart, new_ballot
from facilitator.ui.panels.rows import RowList
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _


class Votes(QWidget):
    """Most points need no vote: a line of buttons, then each vote that was taken. `beyond` is where the keyboard goes
    once one was shown to the group."""

    def __init__(self, workspace: Workspace, item: str, beyond: Callable[[], object]) -> None:
        super().__init__()
        self._workspace = workspace
        self._item = item
        self.parts = RowList(lambda id_: BallotPart(workspace, item, id_, beyond), gap=2)
        starts = QWidget()
        flow = Flow(starts, gap=4)
        self.together = self._start(N_("Vote"), N_("Count hands, all together"), self.count_together)
        self.by_category = self._start(
            N_("By category"),
            N_("Count hands, one category of actors after the other"),
            self.count_by_category,
        )
        self.consent = self._start(
            N_("An objection?"),
            N_("Round of consent: note each objection, or that there is none"),
            self.ask_consent,
        )
        for start in (self.together, self.by_category, self.consent):
            flow.addWidget(start)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.parts)
        column.addWidget(starts)
        workspace.changed.connect(self._followed)
        self._show_parts()

    def count_together(self) -> None:
        """Hands of the whole room at once."""
        self._begin(VoteKind.HANDS)

    def count_by_category(self) -> None:
        """Hands of each category in its turn."""
        self._begin(VoteKind.HANDS, by_category=True)

    def ask_consent(self) -> None:
        """Any objection?"""
        self._begin(VoteKind.CONSENT)

    def _begin(self, kind: VoteKind, *, by_category: bool = False) -> None:
        rows = new_ballot(self._workspace.document, self._item, kind, by_category=by_category)
        if self._workspace.do(gestures.add_ballot(rows)):
            part = self.parts.row(rows[0].id)
            if isinstance(part, BallotPart):
                part.begin()

    def reveal(self) -> None:
        """Shows the last vote that is still blind; a sentence says that there is none."""
        blind = [b.id for b in ballots(self._workspace.document, self._item) if not b.revealed]
        part = self.parts.row(blind[-1]) if blind else None
        if isinstance(part, BallotPart):
            part.reveal()
        else:
            self._workspace.say(_("Every vote on this point was shown already."))

    def _start(self, sentence: str, tip: str, done: Callable[[], object]) -> QPushButton:
        start = button(self._workspace, sentence, done, "small")
        start.setEnabled(not self._workspace.read_only)
        start.setAutoDefault(True)
        spoken(start, self._workspace, lambda: start.setToolTip(_(tip)))
        return start

    def _followed(self, before: Document, after: Document) -> None:
        if before.votes is not after.votes:
            self._show_parts()

    def _show_parts(self) -> None:
        self.parts.show_rows([ballot.id for ballot in ballots(self._workspace.document, self._item)])
