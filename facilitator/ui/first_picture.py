"""The first picture of a window: what comes right before it, and right after."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

_DEEP = 6
"""Layouts one in the other that a text deep in a panel moves: each tells the next one only once it has followed."""


class FirstPicture(QObject):
    """Tells when a window is about to be painted for the first time, and when it has been.

    Before that picture everything takes its place: a text knows its height once it has its width, and else moves what
    is below it under one's eyes.
    """

    coming = Signal()
    """The window has its size, and what stands in it too."""
    come = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
            watched.removeEventFilter(self)
            watched.windowHandle().installEventFilter(self)
        elif event.type() is QEvent.Type.Expose:
            watched.removeEventFilter(self)
            take_places()
            self.coming.emit()
            take_places()
            QTimer.singleShot(0, self, self.come.emit)
        return False


def take_places() -> None:
    """Lets every layout follow what stands in it, at once."""
    for _round in range(_DEEP):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
