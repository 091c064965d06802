"""What to look at before the minutes leave the laptop: each line is one click from where it is settled."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from facilitator.model.document import Document
from facilitator.model.identifying import TO_LOOK_AT, Clue, identifying
from facilitator.terms.identifying import clue_sentence
from facilitator.ui.fields.spoken import label, spoken
from facilitator.ui.panels.rows import RowList
from facilitator.ui.panels.sentence import Sentence
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _, ngettext

_SHOWN = 5
"""How many of those that are to be looked at are named; the others are counted."""


class Checks(QWidget):
    """The lines of an edition. `settling` is the table and the id of the row behind a line."""

    settling = Signal(str, str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._edition = "participants"
        self._clues: dict[str, Clue] = {}
        self.lines = RowList(self._line, gap=0)
        self.more, self.told = QLabel(), QLabel()
        for words in (self.more, self.told):
            words.setProperty("role", "caption")
            words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(workspace, N_("Before it leaves the laptop"), "heading"))
        for part in (self.lines, self.more, self.told):
            column.addWidget(part)
        workspace.changed.connect(self._followed)
        spoken(self, workspace, self._tell)

    def choose(self, edition: str) -> None:
        """Tells of another edition."""
        self._edition = edition
        self._tell()

    def _followed(self, before: Document, after: Document) -> None:
        """Other sections in another order tell nothing else of anybody."""
        order = after.workshop.minutes_sections, after.workshop.minutes_without
        same = replace(before.workshop, minutes_sections=order[0], minutes_without=order[1])
        if replace(before, workshop=same) != after:
            self._tell()

    def _tell(self) -> None:
        clues = identifying(self._workspace.document, self._edition)
        asked = [clue for clue in clues if clue.trace in TO_LOOK_AT]
        self._clues = {f"{clue.trace}/{clue.table}/{clue.id}": clue for clue in asked[:_SHOWN]}
        self.lines.show_rows(list(self._clues))
        look = _("To look at")
        for key, clue in self._clues.items():
            row = self.lines.row(key)
            if isinstance(row, Sentence):
                row.say(f"<b>{escape(look)}</b> · {escape(clue_sentence(clue, self._edition))}")
        rest = len(asked) - _SHOWN
        self.more.setText(ngettext("and {n} more", "and {n} more", max(rest, 0)).format(n=rest))
        self.more.setVisible(rest > 0)
        told = [clue_sentence(clue, self._edition) for clue in clues if clue.trace not in TO_LOOK_AT]
        if not asked:
            told.insert(
                0, _("Nothing that would tell who somebody is was found in the words of this edition")
            )
        self.told.setText("\n".join(f"{sentence}." for sentence in told))

    def _line(self, key: str) -> Sentence:
        line = Sentence("", indent=0)
        line.clicked.connect(lambda _checked=False: self._go(self._clues[key]))
        return line

    def _go(self, clue: Clue) -> None:
        self.settling.emit(clue.table or "workshop", clue.id)
