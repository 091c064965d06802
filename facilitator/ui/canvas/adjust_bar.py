"""The bar over the map while its background is adjusted: what can be done, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QWidget

from facilitator.ui import look
from facilitator.ui.canvas.standing import Standing
from facilitator.words import _

_WIDE = 640
_SHARE = 0.4
"""Of the height of the map, what it takes at most: beyond, it says the first thing alone, or only the way out."""
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class AdjustBar(QFrame):
    """What can be done, and the way out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setProperty("role", "card")
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self.done = QPushButton(self)
        self.done.setProperty("role", "primary")
        self.done.setAutoDefault(False)
        self._row = look.measure(QBoxLayout(_ACROSS, self), margins=(12, 8, 8, 8), spacing=12)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self.done)
        self._first, self._more = "", ""
        Standing(self, parent, self.stand)

    def tell(self, first: str, more: str) -> None:
        """What can be done first of all, and what else."""
        self._first, self._more = first, more
        self.setToolTip(f"{first} {more}")

    def stand(self) -> None:
        """In the middle, at the top; beside its words or under them, the way out is always there."""
        room = self._room
        wide = min(look.px(_WIDE), max(room.width() - 24, 1))
        most = round(room.height() * _SHARE)
        self.done.setText(_("Done (Esc)"))
        for said in (f"{self._first} {self._more}", self._first, ""):
            if any(self._fits(said, way, wide, most) for way in (_ACROSS, _DOWN)):
                break
        if self._row.totalMinimumSize().width() > wide:
            self.done.setText(_("Done"))
            self._row.activate()
        if self._words.isHidden():
            wide = min(wide, self._row.totalSizeHint().width())
        self.setFixedSize(wide, self._height(wide))
        self.move(max((room.width() - wide) // 2, 0), 10)

    def _fits(self, said: str, way: QBoxLayout.Direction, wide: int, most: int) -> bool:
        """Lays itself to say that; whether there is room for it."""
        self._words.setText(said)
        self._words.setVisible(bool(said))
        self._row.setDirection(way)
        self._row.activate()
        return self._row.totalMinimumSize().width() <= wide and self._height(wide) <= most

    def _height(self, wide: int) -> int:
        return (
            self._row.totalHeightForWidth(wide)
            if self._row.hasHeightForWidth()
            else self._row.totalSizeHint().height()
        )
