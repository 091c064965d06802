"""Commitments: what, who, first step, when, and which link it builds; links still without one are offered."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from facilitator import terms
from facilitator.model import gestures
from facilitator.model.document import Commitment, Document, Link, new_id, ordered
from facilitator.model.vocabulary import Status
from facilitator.ui.fields import (
    ChoiceField,
    DateField,
    NamesField,
    Place,
    TextField,
    spoken,
)
from facilitator.ui.panels import options
from facilitator.ui.panels.moments.moment import Moment
from facilitator.ui.panels.rows import AddLine, More, RowFrame, RowList
from facilitator.ui.panels.section import Section
from facilitator.ui.panels.sentence import Sentence, link_html
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _, ngettext


class CommitmentCard(RowFrame):
    """One commitment: the promise first, then who, how and when."""

    def __init__(self, workspace: Workspace, id_: str) -> None:
        super().__init__(workspace, id_, gestures.move_commitment, _all, role="card")

        def at(name: str) -> Place:
            return Place("commitments", name, (id_,))

        self._tags = QLabel()
        self._tags.setProperty("role", "caption")
        self.what = TextField(workspace, at("what"), N_("What will be done"), bare=True, role="strong")
        for widget in (
            self.what,
            self._tags,
            NamesField(workspace, at("actors"), N_("Who"), options.actors, hint=N_("Name an actor…")),
            TextField(
                workspace, at("who"), N_("And also"), bare=True, hint=N_("Someone who is not on the map…")
            ),
            TextField(workspace, at("first_step"), N_("First step")),
        ):
            self.column.addWidget(widget)
        due = DateField(workspace, at("due"), N_("By when"))
        said_yes = TextField(workspace, at("said_yes_by"), N_("Said yes for it"))
        self.column.addWidget(due)
        self.column.addWidget(said_yes)
        self.column.addWidget(ChoiceField(workspace, at("link"), N_("Link it builds"), options.links_or_none))
        self.finish(N_("More about this commitment"))
        workspace.changed.connect(self._followed)
        spoken(self, workspace, self._tell)

    def offer(self, more: More) -> None:
        more.offer_check(Place("commitments", "confidential", (self.id,)), N_("Confidential"))
        more.menu().addSeparator()
        more.offer_moves(self.id, gestures.move_commitment, _all)
        more.offer(N_("Delete"), lambda: self._workspace.do(gestures.delete_commitment(self.id)))

    def _followed(self, before: Document, after: Document) -> None:
        if before.commitments.get(self.id) is not after.commitments.get(self.id):
            self._tell()

    def _tell(self) -> None:
        row = self._workspace.document.commitments.get(self.id)
        self._tags.setText(_("confidential"))
        self._tags.setVisible(row is not None and row.confidential)


class CommitmentsMoment(Moment):
    """The commitments taken, one more typed at the end, and the links that still wait for one."""

    follows = ("commitments", "links", "actors", "link_types")

    def __init__(self, workspace: Workspace, step: str, parent: QWidget | None = None) -> None:
        super().__init__(workspace, step, parent)
        self.cards = RowList(lambda id_: CommitmentCard(workspace, id_), gap=10)
        self.line = AddLine(workspace, lambda: _("Add a commitment…"), self._added)
        self._waiting = Section(workspace, "commitments.links", self._heading)
        self.links = RowList(self._start, gap=0)
        self._waiting.add(self.links)
        self.add(self.cards, self.line, self._waiting)
        self.ready()

    def tell(self) -> None:
        document = self.workspace.document
        self.cards.show_rows(_all(document))
        waiting = _without_commitment(document)
        self.links.show_rows([link.id for link in waiting])
        for link in waiting:
            row = self.links.row(link.id)
            if isinstance(row, Sentence):
                row.say(f"+ {link_html(document, link)}")
                row.setToolTip(_("Take a commitment for this link"))
        self._waiting.setVisible(bool(waiting))
        self._waiting.retell()

    def _heading(self) -> str:
        count = len(_without_commitment(self.workspace.document))
        return ngettext("{n} link waits for a commitment", "{n} links wait for a commitment", count).format(
            n=count
        )

    def _start(self, link: str) -> Sentence:
        sentence = Sentence("")
        sentence.clicked.connect(lambda _checked=False: self._commit(link))
        return sentence

    def _commit(self, id_: str) -> None:
        """A commitment that begins as the link says: one reads it, and mends it if need be."""
        document = self.workspace.document
        link = document.links[id_]
        row = Commitment(
            new_id(),
            what=link.text or terms.link_sentence(document, link),
            actors=tuple(dict.fromkeys((link.source, link.target))),
            link=id_,
        )
        if self.workspace.do(gestures.add_commitment(row)):
            card = self.cards.row(row.id)
            if isinstance(card, CommitmentCard):
                card.what.select_all()

    def _added(self, text: str) -> bool:
        return self.workspace.do(gestures.add_commitment(Commitment(new_id(), what=text)))


def _all(document: Document) -> list[str]:
    return [commitment.id for commitment in ordered(document.commitments)]


def _without_commitment(document: Document) -> list[Link]:
    taken = {commitment.link for commitment in document.commitments.values()}
    return [
        link for link in ordered(document.links) if link.status != Status.EXISTING and link.id not in taken
    ]
