"""Links to build become commitments: those that wait are listed first, then what the group promised."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from facilitator import terms
from facilitator.model import gestures
from facilitator.model.document import Commitment, Document, Link, new_id, ordered
from facilitator.model.gestures import together
from facilitator.model.remaining import by_date
from facilitator.model.vocabulary import Status
from facilitator.ui.fields import button
from facilitator.ui.fields.pressed import Toggle
from facilitator.ui.flow import Flow
from facilitator.ui.panels.moments.commitment import CommitmentCard, in_order, lacks
from facilitator.ui.panels.moments.moment import Moment
from facilitator.ui.panels.on_wall import OnWall
from facilitator.ui.panels.rows import AddLine, RowList
from facilitator.ui.panels.section import Section
from facilitator.ui.panels.sentence import Sentence, link_html
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _, ngettext


class CommitmentsMoment(Moment):
    """The links that still wait for a commitment, the commitments taken, and one more typed at the end.

    From the line, Down goes to the links that wait; Enter on one takes a commitment for it.
    """

    follows = ("commitments", "links", "actors", "link_types")

    def __init__(self, workspace: Workspace, step: str, parent: QWidget | None = None) -> None:
        super().__init__(workspace, step, parent)
        self._kept: frozenset[str] = frozenset()
        self._waiting = Section(workspace, "commitments.links", self._heading)
        self.links = RowList(self._start, gap=0)
        self._waiting.add(self.links)
        self._bar = QWidget()
        flow = Flow(self._bar)
        self.loose = Toggle()
        self.loose.setProperty("role", "chip")
        self.loose.clicked.connect(lambda _checked=False: self._filtered())
        self.sort = button(workspace, N_("Sort by date"), self._sort, "small")
        self.sort.setEnabled(not workspace.read_only)
        for widget in (OnWall(workspace, "commitments"), self.loose, self.sort):
            flow.addWidget(widget)
        self.cards = RowList(self._card, gap=10)
        self.line = AddLine(workspace, lambda: _("Add a commitment…"), self._added)
        self.line.installEventFilter(self)
        self.add(self._waiting, self._bar, self.cards, self.line)
        self.ready()

    def tell(self) -> None:
        document = self.workspace.document
        waiting = without_commitment(document)
        self.links.show_rows([link.id for link in waiting])
        for link in waiting:
            row = self.links.row(link.id)
            if isinstance(row, Sentence):
                row.say(f"+ {link_html(document, link)}")
                row.setToolTip(_("Take a commitment for this link"))
        self._waiting.setVisible(bool(waiting))
        self._waiting.retell()
        self._show_cards()

    def commit_next(self) -> None:
        """Takes a commitment for the first link that waits; a sentence says that none does."""
        waiting = without_commitment(self.workspace.document)
        if waiting:
            self._commit(waiting[0].id)
        else:
            self.workspace.say(_("Every link to create or to strengthen has its commitment."))

    def _show_cards(self) -> None:
        document = self.workspace.document
        loose = _loose(document)
        self.loose.setText(_("To complete: {n}").format(n=len(loose)))
        self.loose.setVisible(bool(loose) or self.loose.isChecked())
        self.sort.setVisible(len(document.commitments) > 1)
        shown = in_order(document)
        if self.loose.isChecked():
            shown = [id_ for id_ in shown if id_ in loose or id_ in self._kept]
        self.cards.show_rows(shown)

    def _filtered(self) -> None:
        """Those that are completed meanwhile stay until one asks again: nothing leaves from under the hand."""
        self._kept = _loose(self.workspace.document) if self.loose.isChecked() else frozenset()
        self._show_cards()

    def _sort(self) -> None:
        self.workspace.settle()
        rows = by_date(self.workspace.document.commitments.values())
        self.workspace.do(
            together("commitment.order", [gestures.move_commitment(row.id, None) for row in rows])
        )

    def _heading(self) -> str:
        count = len(without_commitment(self.workspace.document))
        return ngettext("{n} link waits for a commitment", "{n} links wait for a commitment", count).format(
            n=count
        )

    def _start(self, link: str) -> Sentence:
        sentence = Sentence("")
        sentence.clicked.connect(lambda _checked=False: self._commit(link))
        return sentence

    def _card(self, id_: str) -> CommitmentCard:
        card = CommitmentCard(self.workspace, id_)
        card.onward.connect(self._go_on)
        return card

    def _go_on(self) -> None:
        """The next link that waits, or the line where one more is typed."""
        if self.links.ids and not self._waiting.folded:
            self.links.row(self.links.ids[0]).setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.line.setFocus()

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
        if self._take(row):
            card = self.cards.row(row.id)
            if isinstance(card, CommitmentCard):
                card.details.unfold()
                card.what.select_all()

    def _added(self, text: str) -> bool:
        typing = self.line.hasFocus()
        row = Commitment(new_id(), what=text)
        taken = self._take(row)
        card = self.cards.row(row.id) if taken else None
        if typing and isinstance(card, CommitmentCard):
            card.begin()
        return taken

    def _take(self, row: Commitment) -> bool:
        self._kept |= {row.id}
        return self.workspace.do(gestures.add_commitment(row))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
            and self.links.ids
        ):
            self._waiting.unfold()
            self.links.row(self.links.ids[0]).setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)


def without_commitment(document: Document) -> list[Link]:
    """Links to create, then to strengthen, for which nobody promised anything yet."""
    taken = {commitment.link for commitment in document.commitments.values()}
    waiting = [
        link for link in ordered(document.links) if link.status != Status.EXISTING and link.id not in taken
    ]
    return sorted(waiting, key=lambda link: link.status != Status.TO_CREATE)


def _loose(document: Document) -> frozenset[str]:
    return frozenset(row.id for row in document.commitments.values() if lacks(row))
