"""The small bar over the map that says what is proposed, and is answered."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from facilitator.ui import look
from facilitator.ui.parts import give_back
from facilitator.words import _

_TOP = 12
"""Pixels from the top of the map."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ProposalBar(QFrame):
    """Enter accepts, Esc refuses, here as on the map below."""

    accepted = Signal()
    refused = Signal()

    def __init__(self, room: QWidget, title: str) -> None:
        super().__init__(room)
        self._room = room
        self._back: QWidget | None = room.window().focusWidget()
        self.setProperty("role", "notice")
        self.setAccessibleName(title)
        self.title = QLabel(title, self)
        self.title.setProperty("role", "heading")
        self.about = QLabel(self)
        self.accept = QPushButton(_("Accept (Enter)"), self)
        self.accept.setProperty("role", "primary")
        self.refuse = QPushButton(_("Refuse (Esc)"), self)
        row = QHBoxLayout(self)
        look.measure(row, margins=(14, 7, 8, 7), spacing=10)
        for part in (self.title, self.about, self.accept, self.refuse):
            row.addWidget(part)
        for button, answer in ((self.accept, self.accepted), (self.refuse, self.refused)):
            button.setAutoDefault(True)  # Enter does it, as a click does
            button.clicked.connect(lambda _checked=False, answer=answer: answer.emit())
        room.installEventFilter(self)

    def open(self, about: str, *, ready: bool) -> None:
        """Says what is proposed; `ready` once it can be accepted."""
        self.about.setText(about)
        self.accept.setEnabled(ready)
        self.setAccessibleDescription(about)
        self._place()
        self.show()
        self.raise_()
        (self.accept if ready else self.refuse).setFocus()

    def close_up(self) -> None:
        """Goes away, and gives the keyboard back to who had it: the map, or a list."""
        self._room.removeEventFilter(self)
        focused: QWidget | None = self.window().focusWidget()
        self.hide()
        if focused is not None and self.isAncestorOf(focused):
            give_back(self._back, self._room)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._answered(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The map: its keys, and its size."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._answered(event):
            return True
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _answered(self, event: QKeyEvent) -> bool:
        """Whether a key was an answer."""
        if event.key() == Qt.Key.Key_Escape:
            self.refused.emit()
        elif event.key() in _ENTER and self.accept.isEnabled():
            self.accepted.emit()
        else:
            return False
        return True

    def _place(self) -> None:
        """In the middle above the map; what it says gives way where the window is narrow."""
        self.about.show()
        self.adjustSize()
        if self.width() > self._room.width() - 16:
            self.about.hide()
            self.adjustSize()
        self.move(max((self._room.width() - self.width()) // 2, 0), _TOP)
