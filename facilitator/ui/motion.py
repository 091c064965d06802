"""Whether what moves by itself is seen moving, or goes to its place at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation
from PySide6.QtWidgets import QApplication, QStyle

from facilitator.ui import remembered

GLIDE = 450
"""Milliseconds a card takes to its place: the eye follows it."""
_KEY = "motion"


def still(style: QStyle | None = None) -> bool:
    """Nothing glides: the system has its animations off, as the style of the app tells, or the person wants it so."""
    duration = (style or QApplication.style()).styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
    return duration == 0 or remembered.recall(_KEY, True) is False


def turn() -> None:
    """Has things glide, or not any more, from now on."""
    remembered.remember(_KEY, remembered.recall(_KEY, True) is False)


class Glide(QObject):
    """Calls `moved` with shares of the way, from 0.0 to 1.0, then `arrived`; both at once where nothing is to glide."""

    def __init__(self, moved: Callable[[float], None], arrived: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._arrived = arrived
        self._moved = moved
        self._way = QVariantAnimation(self)
        self._way.setDuration(GLIDE)
        self._way.setStartValue(0.0)
        self._way.setEndValue(1.0)
        self._way.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._way.valueChanged.connect(moved)
        self._way.finished.connect(arrived)

    def start(self) -> None:
        if still():
            self._moved(1.0)
            self._arrived()
        else:
            self._way.start()

    def stop(self) -> None:
        """Leaves everything where it is on its way; nothing is called any more."""
        self._way.blockSignals(True)
        self._way.stop()
