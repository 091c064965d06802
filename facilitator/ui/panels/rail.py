"""The journey at the left of the map: where we are, what is asked, what the facilitator alone reads."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facilitator.model import gestures
from facilitator.model.document import Document, Step
from facilitator.terms import wording
from facilitator.ui import look, visible
from facilitator.ui.fields import Place, TextField, button, label, spoken, tell_icon
from facilitator.ui.panels.column import Column
from facilitator.ui.panels.steps import StepList
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _

_CLOSE = 700
"""Pixels under which a rail draws its steps close together, at a text size of 100 %."""
_NOTES = {False: (3, 10), True: (2, 4)}
"""Lines of the private notes: at ease, and where there is little room."""


class StepRail(QWidget):
    """Steps, the question on the wall, private notes; next, back and skip always in reach."""

    drawn_close = Signal(bool)
    """There is little room from now on, or enough again."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.close_together = False
        # Each part is born in its place: a widget that changes parent has all its styles looked up again.
        upper, card = self._frames()
        self.steps = StepList(workspace, upper.body)
        self.steps.chosen.connect(self._show)
        self._place = QLabel(upper.body)
        self._place.setProperty("role", "muted")
        self.question = TextField(
            workspace,
            Place("steps", "question"),
            N_("Question on the wall"),
            wording=wording,
            hint=N_("What the group is asked"),
            role="question",
            parent=card,
        )
        self.notes = TextField(
            workspace,
            Place("steps", "notes"),
            N_("Private notes (never projected)"),
            wording=wording,
            lines=_NOTES[False],
            parent=upper.body,
        )
        self._whole = whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._fill(upper, card)
        whole.addWidget(upper, 1)
        whole.addWidget(self._lower())
        workspace.changed.connect(self._followed)
        workspace.step_changed.connect(self._turned)
        spoken(self, workspace, self._tell)
        self._turned()

    @property
    def step(self) -> Step | None:
        """The current step."""
        return self.workspace.step

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        close = event.size().height() < look.px(_CLOSE)
        self.steps.draw_close(close)
        self.notes.show_lines(*_NOTES[close])
        if close != self.close_together:
            self.close_together = close
            self.drawn_close.emit(close)

    # What keys and menus of the window ask for

    def beside(self, way: int) -> Step | None:
        """The next step (1) or the one before (-1), among those that are not skipped."""
        steps = self.steps.steps()
        at = next((n for n, step in enumerate(steps) if step.id == self.workspace.step_id), -1)
        onward = steps[at + 1 :] if way > 0 else steps[: max(at, 0)][::-1]
        return next((step for step in onward if not step.skipped), None)

    def go(self, way: int) -> None:
        """Goes there, if there is such a step."""
        to = self.beside(way)
        if to is not None:
            self._show(to.id)

    def _show(self, id_: str) -> None:
        """Shows a step, and its panel: what was selected on the map would stand in its place."""
        self.workspace.settle()
        self.workspace.select([])
        self.workspace.show_step(id_)

    def next(self) -> None:
        """Goes to the next step that is not skipped."""
        self.go(1)

    def back(self) -> None:
        """Goes to the step before, among those that are not skipped."""
        self.go(-1)

    def skip(self) -> None:
        """Leaves the current step out and goes on; a skipped one is taken back."""
        step = self.step
        if step is None:
            return
        if self.workspace.do(gestures.skip_step(step.id, not step.skipped)) and not step.skipped:
            self.next()

    def put_below(self, widget: QWidget) -> None:
        """Holds something more at its foot."""
        self._whole.addWidget(widget)

    def add_step(self) -> None:
        """A new step after the current one."""
        self.steps.add_after(self.step.id if self.step is not None else "")

    # Its parts

    def _frames(self) -> tuple[Column, QFrame]:
        """The column, and in it the card of the question."""
        upper = Column(self.workspace, self, shrinks=True)
        card = QFrame(upper.body)
        card.setProperty("role", "paper")
        return upper, card

    def _fill(self, upper: Column, card: QFrame) -> None:
        upper.column.setContentsMargins(6, 8, 6, 8)
        upper.column.setSpacing(8)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 6, 0)
        head.addWidget(label(self.workspace, N_("Journey"), "heading"), 1)
        head.addWidget(self._place)
        upper.column.addLayout(head)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(10, 6, 10, 6)
        inside.addWidget(self.question)
        upper.add(self.steps, card, self.notes)
        upper.end()

    def _lower(self) -> QFrame:
        bar = QFrame(self)
        bar.setProperty("role", "foot")
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 8, 8, 8)
        row.setSpacing(6)
        self._back = button(self.workspace, "‹", self.back, "small")
        self._skip = button(self.workspace, N_("Skip"), self.skip, "small")
        self._next = button(self.workspace, N_("Next ›"), self.next, "primary")
        self._skip.setEnabled(not self.workspace.read_only)
        tell_icon(self._back, self.workspace, N_("Step before"))
        row.addWidget(self._back)
        row.addWidget(self._skip)
        row.addWidget(self._next, 1)
        return bar

    # What it follows

    def _followed(self, before: Document, after: Document) -> None:
        if any(
            getattr(before, table) is not getattr(after, table)
            for table in ("steps", "items", "answers", "participants", "actors", "contributions", "links")
        ) or (before.commitments, before.workshop) != (after.commitments, after.workshop):
            self.steps.refresh()
            self._tell()

    def _turned(self) -> None:
        id_ = self.workspace.step_id
        for field in (self.question, self.notes):
            field.turn_to(*([id_] if id_ else []))
            visible.show(field, bool(id_))
        self.steps.refresh()
        self.steps.point_at(id_)
        self._tell()

    def _tell(self) -> None:
        steps, step = self.steps.steps(), self.step
        at = next((n for n, one in enumerate(steps, 1) if step is not None and one.id == step.id), 0)
        self._place.setText(f"{at} / {len(steps)}")
        self._skip.setText(_("Take back") if step is not None and step.skipped else _("Skip"))
        self._back.setEnabled(self.beside(-1) is not None)
        self._next.setEnabled(self.beside(1) is not None)
