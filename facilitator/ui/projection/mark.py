"""What the status line says of the wall: how much can be read from the back, and that it is frozen or blank."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from facilitator.ui import look
from facilitator.ui.elided import ElidedButton
from facilitator.ui.projection.show import Projection, alarm
from facilitator.words import _


class WallMark(QWidget):
    """Two buttons, there only when they have something to say."""

    resized = Signal()

    def __init__(self, projection: Projection, parent: QWidget) -> None:
        super().__init__(parent)
        self._projection = projection
        self._told = ("", "", "")
        self.alarm, self.legible = QPushButton(self), ElidedButton("foot", self)
        self.alarm.setProperty("role", "alarm")
        self.alarm.clicked.connect(lambda _checked=False: self._release())
        self.legible.clicked.connect(lambda _checked=False: projection.window.ask("back_row"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        look.measure(row, spacing=8)
        row.addWidget(self.alarm)
        row.addWidget(self.legible)
        projection.changed.connect(self.refresh)
        projection.window.workspace.language_changed.connect(self.refresh)
        self.hide()
        self.refresh()

    def refresh(self) -> None:
        """Shows the projection as it is."""
        told = (alarm(self._projection), self._projection.sentence, _("Can the back row read?"))
        if told == self._told:
            return
        self._told = told
        self.alarm.setText(told[0])
        self.alarm.setVisible(bool(told[0]))
        self.legible.say(told[1])
        self.legible.setVisible(bool(told[1]))
        self.legible.setToolTip("\n".join(told[1:]))
        self.setVisible(any(told[:2]))
        self.resized.emit()

    def _release(self) -> None:
        self._projection.window.ask("freeze" if self._projection.stage.frozen else "blank")
