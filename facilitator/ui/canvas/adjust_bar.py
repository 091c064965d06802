"""The bar over the map while its background is adjusted: what can be done, and the way out."""

from __future__ import annotations

from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from facilitator.ui import look
from facilitator.words import _

_WIDE = 640


class AdjustBar(QFrame):
    """What can be done, and the way out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self.done = QPushButton(self)
        self.done.setProperty("role", "primary")
        self.done.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self.done)

    def tell(self, sentence: str) -> None:
        self._words.setText(sentence)
        self.done.setText(_("Done (Esc)"))

    def stand_in(self, width: int) -> None:
        """In the middle, at the top."""
        wide = min(look.px(_WIDE), max(width - 24, 1))
        self.setFixedWidth(wide)
        row = self.layout()
        assert row is not None  # noqa: S101 - set when it was built
        self.setFixedHeight(max(row.heightForWidth(wide), row.minimumSize().height()))
        self.move(max((width - wide) // 2, 0), 10)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # nothing is pulled through it
