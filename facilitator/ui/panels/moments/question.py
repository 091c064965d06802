"""One question of the map: what it is about, on the map, and what the room makes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from facilitator import terms
from facilitator.model import gestures
from facilitator.model.document import Commitment, Document, Link, Remark, new_id
from facilitator.model.gestures import Gesture
from facilitator.model.readings.findings import Finding, Kind
from facilitator.model.readings.suggestions import suggested
from facilitator.model.readings.supposed import about
from facilitator.model.vocabulary import Fate
from facilitator.terms.promises import promise
from facilitator.terms.questions import Question
from facilitator.ui.fields import Place, TextField, button, spoken
from facilitator.ui.fields.pressed import Toggle
from facilitator.ui.flow import Flow
from facilitator.ui.keys import literal
from facilitator.ui.panels.rows import More
from facilitator.ui.panels.sentence import Sentence
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _


class QuestionRow(QWidget):
    """The sentence; once it is chosen, what can be made of it; once it is kept, what the group says of it."""

    left = Signal(object)
    """The question that was set aside."""

    def __init__(self, workspace: Workspace, id_: str) -> None:
        super().__init__()
        self.id = id_
        self._workspace = workspace
        self._question: Question | None = None
        self._links: tuple[Link, ...] = ()
        self.sentence = Sentence("")
        self.sentence.setCheckable(True)
        self.bar = QWidget()
        self.keep = Toggle()
        self.keep.setProperty("role", "chip")
        self.keep.clicked.connect(lambda _checked=False: self._keep())
        self.link = button(workspace, N_("Link to create"), self._link, "small")
        self.commit = button(workspace, N_("Commitment"), self._commit, "small")
        self.aside = button(workspace, N_("Set aside"), self._set_aside, "small")
        self.what_if = button(workspace, N_("What if…"), self._suppose, "small")
        self._menu = QMenu(self.link)
        flow = Flow(self.bar)
        for widget in (self.keep, self.link, self.commit, self.aside):
            widget.setEnabled(not workspace.read_only)
            flow.addWidget(widget)
        flow.addWidget(self.what_if)  # which writes nothing
        self.answer = Answer(workspace, Said("remarks", "answer", (id_,), self._remark))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (self.sentence, self.bar, self.answer):
            column.addWidget(part)
        self.bar.hide()
        spoken(self, workspace, self._tell)

    def show_question(self, question: Question) -> None:
        """Puts this question."""
        self._question = question
        document = self._workspace.document
        self._links = tuple(link for one in question.found for link in suggested(document, one))
        self.sentence.say(escape(question.sentence))
        self.sentence.setToolTip(question.numbers)
        self.link.setVisible(bool(self._links) or bool(_alone(question)))
        self.what_if.setVisible(bool(_wondered(question)))
        self.tell_fate()

    def _suppose(self) -> None:
        """Shows the map without what it wonders about."""
        if self._question is not None:
            self._workspace.what_if.turn(_wondered(self._question))

    def tell_fate(self) -> None:
        """Shows whether it is kept."""
        row = self._workspace.document.remarks.get(self._question.id) if self._question else None
        kept = row is not None and row.fate is Fate.KEPT
        self.keep.setChecked(kept)
        if row is not None and self._question is not None:
            differs = kept and self._question.differs(row, self._workspace.document)
            self.answer.tell(row.text if differs else "")
        self.answer.setVisible(kept)

    def choose(self, chosen: bool) -> None:
        """Shows, or not, what can be made of it; the keyboard stays on the question."""
        self.sentence.setChecked(chosen)
        focus: QWidget | None = QApplication.focusWidget()
        if not chosen and focus is not None and self.bar.isAncestorOf(focus):
            self.sentence.setFocus()
        self.bar.setVisible(chosen)

    def _tell(self) -> None:
        self.keep.setText(_("Keep for the minutes"))
        self.aside.setToolTip(_("This question is not asked any more; it can be put back below."))

    def _keep(self) -> None:
        if self._question is None:
            return
        document = self._workspace.document
        if self.keep.isChecked():
            if self._workspace.do(gestures.keep_remark(self._question.remark(document))):
                self.answer.field.setFocus()
        else:
            _keep_no_more(self._workspace, self._question.id)
        self.tell_fate()

    def _remark(self) -> Remark | None:
        """What would be kept of it as it is asked now."""
        return self._question.remark(self._workspace.document) if self._question is not None else None

    def _set_aside(self) -> None:
        question, document = self._question, self._workspace.document
        if question is not None and self._workspace.do(gestures.set_remark_aside(question.remark(document))):
            self.left.emit(question)

    def _link(self) -> None:
        """Draws the link it suggests, offers those it suggests, or asks to whom."""
        if len(self._links) == 1:
            self._draw(self._links[0])
        elif self._links:
            self._menu.clear()
            for link in self._links:
                action = self._menu.addAction(literal(self._between(link)))
                action.triggered.connect(lambda _checked=False, link=link: self._draw(link))
            self._menu.popup(self.link.mapToGlobal(self.link.rect().bottomLeft()))
        elif self._question is not None:
            self._workspace.select([("actors", _alone(self._question))])
            self._workspace.asked.emit("link_to_create")

    def _draw(self, link: Link) -> None:
        said = terms.link_sentence(self._workspace.document, link)
        if self._workspace.do(gestures.add_link(link)):
            self._workspace.say(_("Link to create: {link}.").format(link=said))

    def _between(self, link: Link) -> str:
        actors = self._workspace.document.actors
        return terms.listed([actors[link.source].name, actors[link.target].name])

    def _commit(self) -> None:
        """A commitment that begins as the question suggests, once; the question is kept with it."""
        if self._question is None:
            return
        document = self._workspace.document
        row = commitment(document, self._question)
        if any(same.what == row.what for same in document.commitments.values()):
            self._workspace.say(_("Already among the commitments: {what}.").format(what=row.what))
            return
        done = (gestures.add_commitment(row), gestures.keep_remark(self._question.remark(document)))
        if self._workspace.do(gestures.together("remark.commit", done)):
            self._workspace.say(
                _("Commitment taken: {what}. It can be completed among the commitments.").format(
                    what=row.what
                )
            )


@dataclass(frozen=True, slots=True)
class Said(Place):
    """What the group says of a question: with it is written what it is `asked` about now, of which it may speak."""

    asked: Callable[[], Remark | None] = lambda: None

    def write(self, value: Any, merge: str = "") -> Gesture:
        asked = self.asked()
        return gestures.answer_remark(asked, value, merge=merge) if asked else Place.write(self, value, merge)


class Answer(QWidget):
    """What the group says of a question that is kept."""

    def __init__(self, workspace: Workspace, place: Place) -> None:
        super().__init__()
        self._workspace = workspace
        (self._id,) = place.ids
        self._then = ""
        self.field = TextField(
            workspace,
            place,
            N_("What the group says of it"),
            bare=True,
            hint=N_("What the group says of it…"),
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(18, 0, 0, 6)
        whole.setSpacing(2)
        self.kept = QLabel()
        self.kept.setProperty("role", "caption")
        self.kept.setWordWrap(True)
        self.kept.setTextFormat(Qt.TextFormat.PlainText)
        whole.addWidget(self.kept)
        line = QHBoxLayout()
        whole.addLayout(line)
        line.setSpacing(4)
        line.addWidget(self.field, 1)
        line.addWidget(
            More(workspace, N_("More about this question"), self._offer), 0, Qt.AlignmentFlag.AlignTop
        )

        spoken(self, workspace, self._retell)

    def tell(self, then: str) -> None:
        """Says that it is kept and, if the map asks it about others now, as it was asked `then`."""
        self._then = then
        self._retell()

    def _retell(self) -> None:
        kept = _("✓ Kept for the minutes")
        self.kept.setText(
            "\n".join([kept, _("As it was asked then: {question}").format(question=self._then)])
            if self._then
            else kept
        )

    def _offer(self, more: More) -> None:
        more.offer_check(Place("remarks", "confidential", (self._id,)), N_("Confidential"))


class Past(QWidget):
    """A question that is not asked now: kept although the map has changed since, or set aside."""

    def __init__(self, workspace: Workspace, id_: str) -> None:
        super().__init__()
        self._workspace = workspace
        self._id = id_
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.answer = Answer(workspace, Place("remarks", "answer", (id_,)))
        self.back: QPushButton = button(workspace, N_("Put back"), self._put_back, "small")
        self.back.setEnabled(not workspace.read_only)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 0, 6)
        column.setSpacing(2)
        for part in (self.text, self.answer, self.back):
            column.addWidget(part)
        spoken(self, workspace, self.tell)

    def tell(self) -> None:
        """Shows it as it was asked."""
        row = self._workspace.document.remarks.get(self._id)
        if row is not None:
            kept = row.fate is Fate.KEPT
            self.text.setText(row.text)
            self.answer.setVisible(kept)
            self.back.setText(_("Keep no more") if kept else _("Put back"))

    def _put_back(self) -> None:
        row = self._workspace.document.remarks.get(self._id)
        if row is not None and row.fate is Fate.KEPT:
            _keep_no_more(self._workspace, self._id)
        elif row is not None and self._workspace.do(gestures.put_remark_back(self._id)) and row.answer:
            self._workspace.say(_("Put back, and kept with what the group said of it."))


def _keep_no_more(workspace: Workspace, id_: str) -> None:
    """Keeps a question no more; a sentence says what goes with it, and how it comes back."""
    workspace.settle()
    answer = workspace.document.remarks[id_].answer
    if workspace.do(gestures.delete_remark(id_)) and answer:
        workspace.say(_("What the group said of it goes with it; Ctrl+Z brings both back."))


def commitment(document: Document, question: Question) -> Commitment:
    """The commitment a question suggests: by whom where it is about those who would meet, and the link it builds.

    Confidential where the question is, or tells of a tension: its words tell of it too.
    """
    one = question.found[0]
    between = not isinstance(one, Finding) or one.kind in (Kind.MATCH, Kind.BRIDGE, Kind.TO_CREATE)
    actors = one.actors if between else ()
    link = one.links[0] if isinstance(one, Finding) and one.kind is Kind.TO_CREATE else ""
    asked, kept = question.remark(document), document.remarks.get(question.id)
    return Commitment(
        new_id(),
        what=promise(document, question.found),
        actors=actors,
        link=link,
        confidential=asked.confidential or asked.tension or (kept is not None and kept.confidential),
    )


def _wondered(question: Question) -> frozenset[str]:
    """The actor or the links it wonders about being without."""
    return frozenset(id_ for one in question.found if isinstance(one, Finding) for id_ in about(one))


def _alone(question: Question) -> str:
    """The one actor it asks to link to someone."""
    (one, *more) = question.found
    return one.actors[0] if not more and isinstance(one, Finding) and one.kind is Kind.ISOLATED else ""
