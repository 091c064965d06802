"""A whole number, which may stay blank where the model says so."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from facilitator.ui.fields.line import LinedField
from facilitator.ui.fields.place import Place
from facilitator.ui.fields.typed import Unclear
from facilitator.ui.workspace import Workspace
from facilitator.words import _


class NumberField(LinedField):
    """A number typed, or moved by `step` with the up and down keys; both ends come from the model."""

    def __init__(
        self,
        workspace: Workspace,
        place: Place,
        label: str,
        parent: QWidget | None = None,
        *,
        bare: bool = False,
        optional: bool = False,
        step: int = 1,
    ) -> None:
        super().__init__(workspace, place, label, parent, bare=bare)
        self._optional = optional
        self._step = step
        self._line.setMinimumWidth(32)
        self._line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self._hold(self._line)

    def _read(self, text: str, _left: bool) -> Any:
        text = text.strip()
        if not text and self._optional:
            return None
        low, high = self.place.between or (0, 0)
        if not (text.isascii() and text.isdigit() and len(text) < 9 and low <= int(text) <= high):
            raise Unclear(_("A whole number from {low} to {high}.").format(low=low, high=high))
        return int(text)

    def _written(self, value: Any) -> str:
        return "" if value is None else str(value)

    def _key(self, event: QKeyEvent) -> bool:
        ways = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        way = ways.get(Qt.Key(event.key()))
        if way is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return super()._key(event)
        self._move(way * self._step)
        return True

    def _move(self, by: int) -> None:
        low, high = self.place.between or (0, 0)
        text = self._line.text().strip()
        now = int(text) if text.isascii() and text.isdigit() else low
        if not self.workspace.read_only:
            self._line.setText(str(min(max(now + by, low), high)))
            self.typed()
