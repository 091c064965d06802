"""A sentence in a calm frame, at the top of a page, until it is read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from facilitator.ui import look
from facilitator.words import _


class Banner(QFrame):
    """Hidden as long as there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.understood = QPushButton(self)
        self.understood.setAutoDefault(True)  # it has the keyboard: Enter presses it
        self.understood.clicked.connect(lambda _checked=False: self.hide())
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), look.px(10), look.px(10), look.px(10))
        row.addWidget(self.text, 1)
        row.addWidget(self.understood)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Says its button in the language of the moment; what it told in another one goes."""
        self.understood.setText(_("Understood"))
        self.hide()

    def say(self, sentence: str, *, error: bool = False) -> None:
        """Shows a sentence, and gives the keyboard to its button."""
        look.wear(self, "error" if error else "notice")
        self.text.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()
        self.understood.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts it away too."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
