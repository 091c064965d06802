"""What remains of the session made shorter, step by step: proposed, corrected, done in one gesture or not at all."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from facilitator.model import gestures
from facilitator.model.pace import after, shortened
from facilitator.terms import wording
from facilitator.terms.pace import pace_sentence
from facilitator.ui import look
from facilitator.ui.fields import button
from facilitator.ui.projection.clock import Clock
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _, ngettext

_MOST = 600
"""Minutes a step may last."""
_WIDE = 440
"""Pixels, at a text size of 100 %."""


class Shorten(QDialog):
    """The steps to come with the minutes they could do with; the closing keeps its own unless one says otherwise."""

    def __init__(self, workspace: Workspace, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._late = clock.late or 0.0
        document = workspace.document
        proposed = shortened(document, clock.furthest, self._late)
        self._steps = [step for step in after(document, clock.furthest) if step.minutes]
        self.fields = {step.id: self._field(proposed.get(step.id, step.minutes)) for step in self._steps}
        self.setWindowTitle(_("Shorten what remains"))
        title, self.told = QLabel(_("Shorten what remains"), self), QLabel(self)
        title.setProperty("role", "title")
        self.told.setProperty("role", "muted")
        self.told.setWordWrap(True)
        self.accept_button = button(workspace, N_("Take these times"), self._take, "primary")
        self.accept_button.setDefault(True)
        later = button(workspace, N_("Later"), self.reject, "")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(later)
        row.addWidget(self.accept_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(look.px(24),) * 4)
        column.setSpacing(look.px(12))
        for part in (title, self.told):
            column.addWidget(part)
        column.addWidget(self._scrolled(), 1)
        column.addLayout(row)
        self.setMinimumWidth(look.px(_WIDE))
        self._tell()

    def _scrolled(self) -> QScrollArea:
        """The steps of a day are more than a screen holds: what one says yes with stays in sight."""
        inside = QWidget(self)
        inside.setLayout(self._grid())
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields are gone through, and come into sight
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        room = self.screen().availableSize().height() * 6 // 10
        area.setMinimumHeight(min(inside.heightForWidth(look.px(_WIDE - 48)), room))
        return area

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(16))
        for place, step in enumerate(self._steps):
            name = QLabel(wording(step.title), self)
            name.setTextFormat(Qt.TextFormat.PlainText)
            name.setWordWrap(True)
            field = self.fields[step.id]
            field.setAccessibleName(wording(step.title))
            was = QLabel(_("planned: {n} min").format(n=step.minutes), self)
            was.setProperty("role", "muted")
            for column, widget in enumerate((name, was, field)):
                grid.addWidget(widget, place, column)
        grid.setColumnStretch(0, 1)
        return grid

    def _field(self, minutes: int) -> QSpinBox:
        field = QSpinBox(self)
        field.setRange(0, _MOST)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setSuffix(" " + _("min"))
        field.setValue(minutes)
        look.inset(field)
        field.valueChanged.connect(self._tell)
        return field

    def _tell(self) -> None:
        won = sum(step.minutes - self.fields[step.id].value() for step in self._steps)
        said = ngettext("{n} minute won back", "{n} minutes won back", won).format(n=won)
        self.told.setText(f"{pace_sentence(self._late)} · {said}")
        self.accept_button.setEnabled(bool(won) and not self._workspace.read_only)

    def _take(self) -> None:
        changed = {
            step.id: self.fields[step.id].value()
            for step in self._steps
            if self.fields[step.id].value() != step.minutes and step.id in self._workspace.document.steps
        }
        if self._workspace.do(gestures.time_steps(changed)):
            self.accept()
