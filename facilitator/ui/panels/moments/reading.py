"""Looking at the map together: what it tells, as questions; what it means is the group's to say."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from facilitator.model.document import Remark, ordered
from facilitator.model.readings.findings import Reading
from facilitator.model.vocabulary import Fate
from facilitator.terms.questions import HEADINGS, Question, questions
from facilitator.ui import looking
from facilitator.ui.fields import label
from facilitator.ui.panels.column import Column
from facilitator.ui.panels.moments.moment import Moment
from facilitator.ui.panels.moments.question import Past, QuestionRow
from facilitator.ui.panels.moments.what_if import Supposed
from facilitator.ui.panels.rows import RowList
from facilitator.ui.panels.section import Section
from facilitator.ui.reader import Reader
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _

_SHOWN = 8
"""Questions under one heading: a room discusses few of them."""


class ReadingMoment(Moment):
    """Each question shows on the map what it is about, and nothing else as plainly; the room keeps it for the minutes,
    sets it aside, or makes a link or a commitment of it."""

    follows = ("remarks",)

    def __init__(self, workspace: Workspace, step: str, parent: QWidget | None = None) -> None:
        super().__init__(workspace, step, parent)
        self._state = QLabel()
        self._state.setProperty("role", "muted")
        self._state.setWordWrap(True)
        self.column.addWidget(self._state)
        self.supposed = Supposed(workspace)
        self.column.addWidget(self.supposed)
        self._hint = label(
            workspace,
            N_("A question that is chosen shows on the map what it is about; chosen again, the whole map."),
            "hint",
        )
        self.column.addWidget(self._hint)
        self._chosen = ""
        self._about: frozenset[str] = frozenset()
        self._again: frozenset[str] = frozenset()
        self.parts = [Theme(workspace, heading) for heading in HEADINGS]
        for part in self.parts:
            part.chosen.connect(self._choose)
            part.left.connect(self._let_go)
        self.earlier = Earlier(workspace, Fate.KEPT, N_("Kept, and not asked any more: {n}"))
        self.set_aside = Earlier(workspace, Fate.SET_ASIDE, N_("Set aside: {n}"))
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in self.parts:
            column.addWidget(part)
        said = label(workspace, N_("What this tells, the group says it below."), "muted")
        self.add(self._list, said, self.earlier, self.set_aside)
        self._place = KeptPlace(self)
        self._mode = (False, False)
        self.reader = Reader(workspace, self)
        self.reader.changed.connect(self.tell)
        workspace.what_if.changed.connect(self.tell)
        workspace.what_if.compared.connect(self.tell)
        workspace.lens_changed.connect(self._follow_lens)
        self.ready()

    def tell(self) -> None:
        """Shows what was found, or that it is being looked for; what was found of an older map is not shown, nor are
        today's questions while one does without something. Meanwhile nothing else moves, and the keyboard waits."""
        supposing, document = self.workspace.what_if.on, self.workspace.document
        reading = None if supposing else self.reader.reading
        waiting = reading is None and not supposing
        if self._mode != (supposing, waiting):
            self._mode = (supposing, waiting)
            self._place.hold()
        self._list.setMinimumHeight(self._list.height() if waiting and self._list.isVisible() else 0)
        self._state.setText("" if supposing else self._said(reading))
        self._state.setVisible(bool(self._state.text()))
        self._hint.setVisible(not self._state.text() and not supposing)
        self.supposed.tell()
        remarks = ordered(document.remarks)
        now: dict[str, Question] = {}
        if reading is None:
            for part in self.parts:
                part.hide()
        else:
            asked = questions(document, reading) if document.actors else ((),) * len(HEADINGS)
            now = {question.id: question for held in asked for question in held}
            self._again = frozenset(id_ for id_, one in now.items() if not one.is_aside(document.remarks))
            if self._chosen in now:
                self._still_about(now[self._chosen])
            else:
                self._release(self._about)
            for part, held in zip(self.parts, asked, strict=True):
                part.show_questions(held, self._chosen)
        self.earlier.show_remarks([row for row in remarks if row.id not in now] if reading else [])
        self.set_aside.show_remarks([row for row in remarks if row.id not in self._again])
        if not waiting:
            self._place.give_back(self.supposed.back if supposing else None)

    def rows(self) -> list[QuestionRow]:
        """The questions in sight, from top to bottom."""
        return [row for part in self.parts if not part.isHidden() for row in part.asked]

    def _choose(self, question: Question) -> None:
        """Fades all that the question is not about; again: shows all."""
        again = self._chosen == question.id and self.workspace.lens.evidence == question.evidence
        self._chosen, self._about = ("", frozenset()) if again else (question.id, question.evidence)
        for row in self.rows():
            row.choose(row.id == self._chosen)
            if row.id == self._chosen:
                self._reveal(row)
        hushed = question.hushed(self.workspace.document)
        looking.show_evidence(self.workspace, question.evidence, again=again, hushed=hushed)
        if self.workspace.lens.hushed:
            self.workspace.say(_("Shown here alone: the wall does not tell this question."))

    def _still_about(self, question: Question) -> None:
        """The one that is chosen may be about others now, or not be for the wall any more."""
        lens, hushed = self.workspace.lens, question.hushed(self.workspace.document)
        if lens.evidence and lens.evidence <= self._about:
            self._about = question.evidence
            looking.follow_evidence(self.workspace, self._about, hushed=hushed)

    def _follow_lens(self) -> None:
        """What shows all lets go of the question too."""
        if self._about and not self.workspace.lens.evidence:
            self._let_go_of_choice()

    def _let_go_of_choice(self) -> None:
        self._chosen, self._about = "", frozenset()
        for row in self.rows():
            row.choose(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc lets go of a question about the whole map; what is filtered is the window's to give back."""
        if event.key() == Qt.Key.Key_Escape and self._chosen and not self.workspace.lens.filters:
            self._let_go_of_choice()
        else:
            super().keyPressEvent(event)

    def _let_go(self, question: Question) -> None:
        """A question that was set aside fades nothing any more."""
        self._chosen = "" if self._chosen == question.id else self._chosen
        self._release(question.evidence)

    def _release(self, about: frozenset[str]) -> None:
        """What a question was `about`, but for actors deleted since, is not all that one sees any more."""
        self._about = frozenset()
        if self.workspace.lens.evidence and self.workspace.lens.evidence <= about:
            looking.follow_evidence(self.workspace, frozenset(), hushed=False)

    def _reveal(self, row: QWidget) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, Column):
            above = above.parentWidget()
        if above is not None:
            above.reveal(row)

    def _said(self, reading: Reading | None) -> str:
        if reading is None:
            return _("Reading the map…")
        return "" if self.workspace.document.actors else _("The map is empty.")


class Theme(Section):
    """The questions under one heading, but for those set aside."""

    chosen = Signal(object)
    """The question one looks at, or lets go of."""
    left = Signal(object)
    """The question that was set aside."""

    def __init__(self, workspace: Workspace, heading: str) -> None:
        self._of = workspace
        self._asked: dict[str, Question] = {}
        super().__init__(workspace, f"reading.{HEADINGS.index(heading)}", lambda: _(heading), small=True)
        self.rows = RowList(self._row, gap=6)
        self.add(self.rows)
        self.hide()

    def show_questions(self, asked: tuple[Question, ...], chosen: str) -> None:
        """Shows the first of these, if there are any; of the one `chosen`, what can be made of it."""
        remarks = self._of.document.remarks
        self._asked = {one.id: one for one in [one for one in asked if not one.is_aside(remarks)][:_SHOWN]}
        self.rows.show_rows(list(self._asked))
        for row in self.asked:
            row.show_question(self._asked[row.id])
            row.choose(row.id == chosen)
        self.setVisible(bool(self._asked))

    @property
    def asked(self) -> list[QuestionRow]:
        """The rows of its questions."""
        return [row for id_ in self.rows.ids if isinstance(row := self.rows.row(id_), QuestionRow)]

    def _row(self, id_: str) -> QuestionRow:
        row = QuestionRow(self._of, id_)
        row.sentence.clicked.connect(lambda _checked=False: self.chosen.emit(self._asked[id_]))
        row.left.connect(self.left)
        return row


class Earlier(Section):
    """Questions kept or set aside that are not asked above."""

    def __init__(self, workspace: Workspace, fate: Fate, heading: str) -> None:
        self._fate = fate
        self._count = 0
        super().__init__(
            workspace,
            f"reading.{fate}",
            lambda: _(heading).format(n=self._count),
            folded=fate is Fate.SET_ASIDE,
            small=True,
        )
        self.rows = RowList(lambda id_: Past(workspace, id_))
        self.add(self.rows)
        self.hide()

    def show_remarks(self, remarks: list[Remark]) -> None:
        """Shows those of its fate."""
        ids = [row.id for row in remarks if row.fate is self._fate]
        self._count = len(ids)
        self.rows.show_rows(ids)
        for id_ in ids:
            row = self.rows.row(id_)
            if isinstance(row, Past):
                row.tell()
        self.setVisible(bool(ids))
        self.retell()


class KeptPlace:
    """Where the keyboard is among the questions, kept while they are read again or one does without something: it never
    goes to whatever comes next in the window, which may be the way out of the session."""

    def __init__(self, moment: ReadingMoment) -> None:
        self._moment = moment
        self._rows: list[QuestionRow] = []
        self._at = 0
        self._focus: QWidget | None = None

    def hold(self) -> None:
        """What has the keyboard may be about to go."""
        focus = QApplication.focusWidget()
        moment = self._moment
        if focus is None or not (moment.isAncestorOf(focus) and focus.isVisible()):
            return
        rows = moment.rows()
        at = next((n for n, row in enumerate(rows) if row.isAncestorOf(focus)), None)
        if at is not None:
            self._rows, self._at, self._focus = rows, at, focus
        if at is not None or moment.supposed.isAncestorOf(focus):
            moment.setFocus()

    def give_back(self, instead: QWidget | None) -> None:
        """To what had it, to the nearest question that is left, or `instead`."""
        if not self._moment.hasFocus():
            return
        if instead is not None:
            instead.setFocus()
            return
        now = self._moment.rows()
        was, focus = self._rows[self._at] if self._rows else None, self._focus
        if was in now and focus is not None and focus.isVisible():
            focus.setFocus()
            return
        nearest = (*self._rows[self._at :], *reversed(self._rows[: self._at]), *now)
        row = next((row for row in nearest if row in now), None)
        if row is not None:
            row.sentence.setFocus()
