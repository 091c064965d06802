"""One commitment: the promise, and under its summary who, how, by when, and which link it builds."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from facilitator import terms
from facilitator.model import gestures
from facilitator.model.document import Commitment, Document, ordered
from facilitator.model.remaining import no_owner
from facilitator.model.vocabulary import Status
from facilitator.ui.fields import ChoiceField, DateField, NamesField, Place, TextField, spoken
from facilitator.ui.panels import options
from facilitator.ui.panels.rows import More, RowFrame
from facilitator.ui.panels.section import Section
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _, date_short

_SIGN = "◌ "
"""Before what is to complete: a sign as well as words."""


class CommitmentCard(RowFrame):
    """The promise first. Enter goes from what to who, the first step, the date, who said yes; then out of the card."""

    onward = Signal()
    """The last of its fields was left by Enter."""

    def __init__(self, workspace: Workspace, id_: str) -> None:
        super().__init__(workspace, id_, gestures.move_commitment, in_order, role="card")
        self.what = TextField(
            workspace, self._at("what"), N_("What will be done"), bare=True, role="strong", onward=self.begin
        )
        self._tags = QLabel()
        self._tags.setProperty("role", "caption")
        self._tags.setWordWrap(True)
        self.details = Section(
            workspace, f"commitment.{id_}", self._summary, folded=True, small=True, build=self._fill
        )
        for widget in (self.what, self._tags, self.details):
            self.column.addWidget(widget)
        self.finish(N_("More about this commitment"))
        workspace.changed.connect(self._followed)
        spoken(self, workspace, self._tell)

    def begin(self) -> None:
        """Opens it, and goes on with who will do it."""
        self.details.unfold()
        self.actors.setFocus()

    def offer(self, more: More) -> None:
        more.offer_check(Place("commitments", "confidential", (self.id,)), N_("Confidential"))
        more.menu().addSeparator()
        more.offer_moves(self.id, gestures.move_commitment, in_order)
        more.offer(N_("Delete"), lambda: self._workspace.do(gestures.delete_commitment(self.id)))

    def _at(self, name: str) -> Place:
        return Place("commitments", name, (self.id,))

    def _fill(self, part: Section) -> None:
        workspace = self._workspace
        said_yes = TextField(workspace, self._at("said_yes_by"), N_("Said yes for it"), onward=self._done)
        self.due = DateField(
            workspace, self._at("due"), N_("By when"), hint=N_("15/1, end of March, in a month…")
        )
        self.due.edit().returnPressed.connect(lambda: None if self.due.unclear else said_yes.setFocus())
        first_step = TextField(workspace, self._at("first_step"), N_("First step"), onward=self.due.setFocus)
        who = TextField(
            workspace,
            self._at("who"),
            N_("And also"),
            bare=True,
            hint=N_("Someone who is not on the map…"),
            onward=first_step.setFocus,
        )
        self.actors = NamesField(
            workspace,
            self._at("actors"),
            N_("Who"),
            options.actors,
            hint=N_("Name an actor…"),
            onward=who.setFocus,
        )
        link = ChoiceField(workspace, self._at("link"), N_("Link it builds"), options.links_or_none)
        part.add(self.actors, who, first_step, self.due, said_yes, link)
        for field in (self.actors, who, first_step, self.due, said_yes, link):
            field.control().installEventFilter(self)

    def _done(self) -> None:
        self.details.fold()
        self.onward.emit()

    def _followed(self, before: Document, after: Document) -> None:
        row = after.commitments.get(self.id)
        if row is not None and (
            before.commitments.get(self.id) is not row
            or before.links.get(row.link) is not after.links.get(row.link)
            or before.actors is not after.actors
        ):
            self._tell()

    def _tell(self) -> None:
        document = self._workspace.document
        row = document.commitments.get(self.id)
        if row is not None:
            link = document.links.get(row.link)
            tags = [
                _("the link exists now") if link is not None and link.status is Status.EXISTING else "",
                _("confidential") if row.confidential else "",
            ]
            self._tags.setText(" · ".join(filter(None, tags)))
            self._tags.setVisible(any(tags))
            self.details.retell()

    def _summary(self) -> str:
        document = self._workspace.document
        row = document.commitments.get(self.id)
        if row is None:
            return ""
        missing = lacks(row)
        names = [document.actors[id_].name for id_ in row.actors]
        told = [", ".join(filter(None, (*names, row.who))), date_short(row.due) if row.due else ""]
        if missing:
            to_complete = _("to complete: {what}").format(what=terms.listed(missing))
            told.insert(0, f"{_SIGN}{terms.capitalised(to_complete)}")
        return " · ".join(filter(None, told))


def lacks(row: Commitment) -> list[str]:
    """What is still to settle, in words."""
    return [word for word, held in ((_("who"), not no_owner(row)), (_("by when"), bool(row.due))) if not held]


def in_order(document: Document) -> list[str]:
    return [commitment.id for commitment in ordered(document.commitments)]
