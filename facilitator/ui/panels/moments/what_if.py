"""What would change without some actors or links, in the panel where one reads the map."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from facilitator.model.readings.findings import Finding
from facilitator.model.readings.guarded import confidential
from facilitator.model.readings.supposed import Change
from facilitator.terms.what_if import HEADINGS, consequences, supposition
from facilitator.ui import looking
from facilitator.ui.fields import button, spoken
from facilitator.ui.panels.rows import RowList
from facilitator.ui.panels.sentence import Sentence
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _

_SHOWN = 8
"""Sentences under one heading, as for questions."""


class Supposed(QWidget):
    """There while one does without something; what it says is only supposed, and cannot be kept. Whoever holds it calls
    `tell` when something else is off or is known, which may take away what has the keyboard."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._evidence: dict[str, frozenset[str]] = {}
        self.title, self.state = QLabel(), QLabel()
        self.title.setProperty("role", "heading")
        self.state.setProperty("role", "hint")
        for label in (self.title, self.state):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.state)
        self.headings: list[QLabel] = []
        self.rows: list[RowList] = []
        for _heading in HEADINGS:
            heading, rows = QLabel(), RowList(self._row, gap=2)
            heading.setProperty("role", "caption")
            self.headings.append(heading)
            self.rows.append(rows)
            column.addWidget(heading)
            column.addWidget(rows)
        self.back = button(workspace, N_("Give back"), workspace.what_if.leave, "quiet")
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        spoken(self, workspace, self.tell)

    def tell(self) -> None:
        """Says what would change, or that it is being looked for."""
        workspace = self._workspace
        what_if, found = workspace.what_if, workspace.what_if.comparison
        self.setVisible(what_if.on)
        if not what_if.on:
            return
        self.title.setText(supposition(workspace.document, what_if.off))
        known = _("A supposition: nothing of it is written, nor goes into the minutes.")
        self.state.setText(known if found else _("Reading the map…"))
        told = consequences(workspace.document, found) if found else ((),) * len(HEADINGS)
        self._evidence = {key: held for part in told for key, _sentence, held in part}
        for heading, rows, text, part in zip(self.headings, self.rows, HEADINGS, told, strict=True):
            heading.setText(_(text))
            heading.setVisible(bool(part))
            shown = {key: sentence for key, sentence, _held in part[:_SHOWN]}
            rows.show_rows(list(shown))
            for key, sentence in shown.items():
                row = rows.row(key)
                if isinstance(row, Sentence):
                    row.say(escape(sentence))

    def _row(self, key: str) -> Sentence:
        row = Sentence("")
        row.clicked.connect(lambda _checked=False: self._show(key))
        return row

    def _show(self, key: str) -> None:
        what_if = self._workspace.what_if
        off = {id_ for id_ in what_if.off if id_ in self._workspace.document.actors}
        held = self._evidence[key]
        looking.turn_evidence(self._workspace, held | off if held else held, hushed=self._hushed(key))

    def _hushed(self, key: str) -> bool:
        """Whether it was read on something confidential: it is not for the wall."""
        found, document = self._workspace.what_if.comparison, self._workspace.document
        told: tuple[Change | Finding, ...] = ()
        if found is not None:
            told = (*found.changes, *found.come, *found.gone)
        return any(confidential(document, one.about) for one in told if one.key == key)
