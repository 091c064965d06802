"""Looking at the map together: what it tells, as questions; what it means is the group's to say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from PySide6.QtWidgets import QLabel, QWidget

from facilitator.model.readings.findings import Reading
from facilitator.model.readings.supposed import about
from facilitator.terms.readings import THEMES, finding_numbers, introduction_sentence, questions
from facilitator.ui import looking
from facilitator.ui.fields import label
from facilitator.ui.panels.moments.moment import Moment
from facilitator.ui.panels.moments.what_if import Supposed, what_if_button
from facilitator.ui.panels.rows import RowList
from facilitator.ui.panels.section import Section
from facilitator.ui.panels.sentence import Sentence
from facilitator.ui.reader import Reader
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _

_SHOWN = 8
"""Questions under one heading: a room discusses few of them."""
_BUTTON = "what if/"
"""What the row of a button begins with, before the key of the question it stands under."""


class ReadingMoment(Moment):
    """Each question shows on the map what it is about, and nothing else as plainly."""

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
        self.parts: list[Theme] = [Theme(workspace, number) for number in range(len(THEMES) + 1)]
        self.add(*self.parts, label(workspace, N_("What this tells, the group says it below."), "muted"))
        self.reader = Reader(workspace, self)
        self.reader.changed.connect(self.tell)
        workspace.what_if.changed.connect(self.tell)
        self.ready()

    def tell(self) -> None:
        """Shows what was found, or that it is being looked for; what was found of an older map is not shown, nor are
        today's questions while one does without something."""
        supposing = self.workspace.what_if.on
        reading = None if supposing else self.reader.reading
        self._state.setText("" if supposing else self._said(reading))
        self._state.setVisible(bool(self._state.text()))
        for part in self.parts:
            part.show_reading(reading)
        self._hint.setVisible(not self._state.text() and not supposing)

    def _said(self, reading: Reading | None) -> str:
        if reading is None:
            return _("Reading the map…")
        return "" if self.workspace.document.actors else _("The map is empty.")


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question as the panel shows it."""

    key: str
    sentence: str
    evidence: frozenset[str]
    numbers: str = ""
    off: frozenset[str] = frozenset()
    """What it wonders about being without."""


class Theme(Section):
    """The questions under one heading; the last heading is that of the introductions."""

    def __init__(self, workspace: Workspace, number: int) -> None:
        self._of = workspace
        self._number = number
        super().__init__(workspace, f"reading.{number}", self._heading, small=True)
        self._evidence: dict[str, frozenset[str]] = {}
        self._off: dict[str, frozenset[str]] = {}
        self.rows = RowList(self._row, gap=2)
        self.add(self.rows)
        self.hide()

    def show_reading(self, reading: Reading | None) -> None:
        """Shows what belongs here, if anything does."""
        asked = list(self._asked(reading)) if reading is not None and self._of.document.actors else []
        asked = asked[:_SHOWN]
        self._evidence = {one.key: one.evidence for one in asked}
        self._off = {_BUTTON + one.key: one.off for one in asked if one.off}
        both = ((one.key, _BUTTON + one.key) for one in asked)
        self.rows.show_rows(
            [key for keys in both for key in keys if key in self._evidence or key in self._off]
        )
        for one in asked:
            row = self.rows.row(one.key)
            if isinstance(row, Sentence):
                row.say(escape(one.sentence))
                row.setToolTip(one.numbers)
        self.setVisible(bool(asked))
        self.retell()

    def _asked(self, reading: Reading) -> Iterator[_Asked]:
        document = self._of.document
        if self._number < len(THEMES):
            for key, sentence, found in questions(document, reading.of(*THEMES[self._number][1])):
                yield _Asked(
                    key,
                    sentence,
                    frozenset(id_ for one in found for id_ in one.evidence),
                    finding_numbers(found[0]) if len(found) == 1 else "",
                    about(found[0]) if len(found) == 1 else frozenset(),
                )
        else:
            for one in reading.introductions:
                sentence = introduction_sentence(document, one)
                yield _Asked("/".join(one.actors), sentence, frozenset(one.actors))

    def _heading(self) -> str:
        if self._number < len(THEMES):
            return _(THEMES[self._number][0])
        return _("Introductions one could make")

    def _row(self, key: str) -> QWidget:
        if key in self._off:
            return what_if_button(self._of, lambda: self._off[key])
        row = Sentence("")
        row.clicked.connect(lambda _checked=False: looking.turn_evidence(self._of, self._evidence[key]))
        return row
