"""Hands counted on one point: one row for each vote, folded away where there is none."""

from __future__ import annotations

from facilitator.model import gestures
from facilitator.model.document import Document, Vote, new_id, ordered
from facilitator.ui.fields import CheckField, ChoiceField, LineField, NumberField, Place, TextField, button
from facilitator.ui.flow import beside
from facilitator.ui.panels import options
from facilitator.ui.panels.rows import More, RowFrame, RowList
from facilitator.ui.panels.section import Section
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _, ngettext


class VoteRow(RowFrame):
    """Hands counted once: on which question, by whom, how many."""

    def __init__(self, workspace: Workspace, id_: str) -> None:
        super().__init__(workspace, id_, gestures.move_vote, self._beside, role="row")
        place = Place("votes", "", (id_,))
        self.column.addWidget(
            LineField(
                workspace,
                Place("votes", "question", place.ids),
                N_("Question put to the vote"),
                bare=True,
                hint=N_("Question put to the vote"),
            )
        )
        self.column.addWidget(
            ChoiceField(
                workspace,
                Place("votes", "category", place.ids),
                N_("Who voted"),
                options.categories_or_all,
                bare=True,
            )
        )
        hands = (("yes", N_("Yes")), ("no", N_("No")), ("abstain", N_("Abstain")))
        counts = beside(
            *(NumberField(workspace, Place("votes", name, place.ids), said) for name, said in hands)
        )
        self.column.addLayout(counts)
        self.column.addWidget(TextField(workspace, Place("votes", "objections", place.ids), N_("Objections")))
        self.column.addWidget(
            CheckField(workspace, Place("votes", "revealed", place.ids), N_("Shown to the group"))
        )
        self.finish(N_("More about this vote"))

    def offer(self, more: More) -> None:
        more.offer_moves(self.id, gestures.move_vote, self._beside)
        more.offer(N_("Delete"), lambda: self._workspace.do(gestures.delete_vote(self.id)))

    def _beside(self, document: Document) -> list[str]:
        return _votes(document, document.votes[self.id].item)


class Votes(Section):
    """The votes on one point, folded: most points need none."""

    def __init__(self, workspace: Workspace, item: str) -> None:
        self._item = item
        self._of = workspace
        super().__init__(
            workspace,
            f"votes.{item}",
            self._told,
            folded=True,
            small=True,
            build=lambda _section: self._fill(),
        )
        workspace.changed.connect(self._followed)

    def _fill(self) -> None:
        self.rows = RowList(lambda id_: VoteRow(self._of, id_))
        self.more = button(self._of, N_("Count hands"), self._add, "small")
        self.more.setEnabled(not self._of.read_only)
        self.add(self.rows, self.more)
        self.rows.show_rows(_votes(self._of.document, self._item))

    def _told(self) -> str:
        count = len(_votes(self._of.document, self._item))
        return ngettext("{n} vote", "{n} votes", count).format(n=count) if count else _("Vote")

    def _followed(self, before: Document, after: Document) -> None:
        if before.votes is not after.votes:
            if self.built:
                self.rows.show_rows(_votes(after, self._item))
            self.retell()

    def _add(self) -> None:
        self._of.do(gestures.add_vote(Vote(new_id(), item=self._item)))


def _votes(document: Document, item: str) -> list[str]:
    return [vote.id for vote in ordered(document.votes) if vote.item == item]
