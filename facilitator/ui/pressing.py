"""Enter presses the button that has the keyboard, as Space does: Qt has it so in dialogs alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Pressing(QObject):
    """Every button of a window, however it was made; one with a use of its own for Enter keeps it.

    Dialogs are left alone: there, Enter in a field would press a button too.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - a window has one
        app.focusChanged.connect(self._reached)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        entered = (
            isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER
        )
        if entered and isinstance(watched, QToolButton):
            watched.click()
            return True
        return super().eventFilter(watched, event)

    def _reached(self, _left: QWidget | None, button: QWidget | None) -> None:
        if button is None or button.window() is not self.parent():
            return
        if isinstance(button, QPushButton):
            button.setAutoDefault(True)
        elif isinstance(button, QToolButton):
            button.installEventFilter(self)
