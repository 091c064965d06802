"""Looking at the map together: what it tells, as questions; what it means is the group's to say."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from facilitator.model.document import Remark, ordered
from facilitator.model.readings.findings import Reading
from facilitator.model.vocabulary import Fate
from facilitator.terms.questions import HEADINGS, Question, questions
from facilitator.ui.fields import label
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
        self.parts = [Theme(workspace, heading) for heading in HEADINGS]
        for part in self.parts:
            part.chosen.connect(self._choose)
        self.earlier = Earlier(workspace, Fate.KEPT, N_("Kept, and not asked any more: {n}"))
        self.set_aside = Earlier(workspace, Fate.SET_ASIDE, N_("Set aside: {n}"))
        self.add(
            *self.parts,
            label(workspace, N_("What this tells, the group says it below."), "muted"),
            self.earlier,
            self.set_aside,
        )
        self.reader = Reader(workspace, self)
        self.reader.changed.connect(self.tell)
        workspace.what_if.changed.connect(self.tell)
        self.ready()

    def tell(self) -> None:
        """Shows what was found, or that it is being looked for; what was found of an older map is not shown, nor are
        today's questions while one does without something."""
        supposing, document = self.workspace.what_if.on, self.workspace.document
        reading = None if supposing else self.reader.reading
        asked = (
            questions(document, reading) if reading is not None and document.actors else ((),) * len(HEADINGS)
        )
        self._state.setText("" if supposing else self._said(reading))
        self._state.setVisible(bool(self._state.text()))
        for part, held in zip(self.parts, asked, strict=True):
            part.show_questions(held, self._chosen)
        self._hint.setVisible(not self._state.text() and not supposing)
        now = {question.id for held in asked for question in held}
        remarks = ordered(document.remarks)
        self.earlier.show_remarks(
            [row for row in remarks if row.id not in now] if reading is not None else []
        )
        self.set_aside.show_remarks(remarks)

    def _choose(self, question: Question) -> None:
        """Fades all that the question is not about, on the wall too where it sees the filters; again: shows all."""
        lens, evidence = self.workspace.lens, question.evidence
        again = self._chosen == question.id and lens.evidence == evidence
        self._chosen = "" if again else question.id
        for part in self.parts:
            part.choose(self._chosen)
        wanted = frozenset() if again else evidence
        if lens.evidence != wanted:
            self.workspace.look_through(replace(lens.unfiltered, evidence=wanted))
        if not (again or evidence):
            self.workspace.say(_("This question is about the whole map."))

    def _said(self, reading: Reading | None) -> str:
        if reading is None:
            return _("Reading the map…")
        return "" if self.workspace.document.actors else _("The map is empty.")


class Theme(Section):
    """The questions under one heading, but for those set aside."""

    chosen = Signal(object)
    """The question one looks at, or lets go of."""

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
        aside = {row.id for row in remarks.values() if row.fate is Fate.SET_ASIDE}
        self._asked = {one.id: one for one in [one for one in asked if one.id not in aside][:_SHOWN]}
        self.rows.show_rows(list(self._asked))
        for id_, one in self._asked.items():
            row = self.rows.row(id_)
            if isinstance(row, QuestionRow):
                row.show_question(one)
        self.choose(chosen)
        self.setVisible(bool(self._asked))

    def choose(self, id_: str) -> None:
        """Shows what can be made of one question, and of no other."""
        for key in self.rows.ids:
            row = self.rows.row(key)
            if isinstance(row, QuestionRow):
                row.choose(key == id_)

    def _row(self, id_: str) -> QuestionRow:
        row = QuestionRow(self._of, id_)
        row.sentence.clicked.connect(lambda _checked=False: self.chosen.emit(self._asked[id_]))
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
