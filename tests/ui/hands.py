"""Hands for tests: letters as a French keyboard gives them, keys to whoever has the focus."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def write(text: str, widget: QWidget | None = None) -> None:
    """Types a text; Qt's own helper gives up on accented letters."""
    at = widget or QApplication.focusWidget()
    for letter in text:
        if letter.isascii():
            QTest.keyClicks(at, letter)
        else:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(at, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Presses a key, wherever the focus is."""
    QTest.keyClick(QApplication.focusWidget(), key, modifier)
