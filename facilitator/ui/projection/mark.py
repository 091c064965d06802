"""What the status line says of the wall: how much can be read from the back, and that it is frozen or blank."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from facilitator.ui import look
from facilitator.ui.projection.show import Projection
from facilitator.words import _


class WallMark(QWidget):
    """Two buttons, there only when they have something to say."""

    def __init__(self, projection: Projection, parent: QWidget) -> None:
        super().__init__(parent)
        self._projection = projection
        self.alarm, self.legible = QPushButton(self), QPushButton(self)
        self.alarm.setProperty("role", "alarm")
        self.legible.setProperty("role", "foot")
        self.alarm.clicked.connect(lambda _checked=False: self._release())
        self.legible.clicked.connect(lambda _checked=False: projection.window.ask("back_row"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        row.addWidget(self.alarm)
        row.addWidget(self.legible)
        projection.changed.connect(self.refresh)
        projection.window.workspace.language_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Shows the projection as it is."""
        stage, on = self._projection.stage, self._projection.on
        if on and (stage.frozen or stage.blank):
            from facilitator.ui.projection.strip import alarm

            self.alarm.setText(alarm(self._projection))
        self.alarm.setVisible(on and (stage.frozen or stage.blank))
        sentence = self._projection.sentence
        if sentence != self.legible.text():
            self.legible.setText(sentence)
        self.legible.setVisible(bool(sentence))
        self.legible.setToolTip(_("Can the back row read?"))

    def _release(self) -> None:
        self._projection.window.ask("freeze" if self._projection.stage.frozen else "blank")
