"""A hand that carries something to the edge of the map pushes it: what is beyond comes into sight, gently."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QTimer
from PySide6.QtWidgets import QWidget

_INSIDE = 10.0
"""Pixels inside the window where its edge begins: a map that fills the screen has nothing beyond."""
_EVERY = 30
"""Milliseconds between two pushes."""
_SLOW, _FAST = 2.0, 16.0
"""Pixels of one push: at the edge, and far beyond it."""
_SHARE = 0.25
"""Pixels of push for each pixel beyond the edge."""


class Edge:
    """Pushes while the hand stays there: `push(dx, dy)` is asked to bring so many pixels into sight."""

    def __init__(self, window: QWidget, push: Callable[[float, float], None]) -> None:
        self._window = window
        self._push = push
        self._by = (0.0, 0.0)
        self._timer = QTimer(window, interval=_EVERY)
        self._timer.timeout.connect(self.step)

    @property
    def pushing(self) -> bool:
        return self._timer.isActive()

    def follow(self, point: QPointF) -> None:
        """The hand is there now."""
        inside = QRectF(self._window.rect()).adjusted(_INSIDE, _INSIDE, -_INSIDE, -_INSIDE)
        if inside.contains(point):
            self.rest()
            return
        self._by = (
            _beyond(point.x(), inside.left(), inside.right()),
            _beyond(point.y(), inside.top(), inside.bottom()),
        )
        if not self.pushing:
            self._timer.start()

    def rest(self) -> None:
        """The hand has nothing to carry, or is far from the edge."""
        if self._timer.isActive():
            self._timer.stop()

    def step(self) -> None:
        """One push."""
        self._push(*self._by)


def _beyond(at: float, low: float, high: float) -> float:
    """How much to push for a hand there: nothing between both edges, more the farther beyond one."""
    far = at - high if at > high else at - low if at < low else 0.0
    if not far:
        return 0.0
    size = min(_SLOW + abs(far) * _SHARE, _FAST)
    return size if far > 0 else -size
