"""A long work done a little at a time between two events, so that no hand ever waits for it."""

from __future__ import annotations

from collections.abc import Callable, Generator
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

_SLICE = 0.006
"""Seconds it works before it lets others go."""
REST = 200
"""Milliseconds the hands rest before it begins again."""


class Sliced(QObject):
    """Works in slices between two events; what was found holds until it is begun again or let go of."""

    changed = Signal()

    def __init__(
        self, begin: Callable[[], Generator[None, None, Any]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._begin = begin
        self._work: Generator[None, None, Any] | None = None
        self._found: Any = None
        self.last: Any = None
        """What was found the last time, of another map perhaps: the work may begin from it."""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._go_on)

    @property
    def found(self) -> Any:
        """What was found; None while it is not known."""
        return self._found

    def begin_again(self, rest: int = 0) -> None:
        """Drops what was found, and looks for it again in so many milliseconds."""
        self.let_go()
        self._timer.start(rest)

    def begin_now(self) -> None:
        """Drops what was found, and looks for it again at once: a small map never shows the difference."""
        self._timer.stop()
        self._work, known, self._found = None, self._found, None
        self._go_on()
        if self._found is None and known is not None:
            self.changed.emit()

    def let_go(self) -> None:
        """Drops what was begun and found."""
        self._timer.stop()
        self._work, known, self._found = None, self._found, None
        if known is not None:
            self.changed.emit()

    def _go_on(self) -> None:
        if self._work is None:
            self._work = self._begin()
        until = perf_counter() + _SLICE
        try:
            while perf_counter() < until:
                next(self._work)
        except StopIteration as ended:
            self.last = self._found = ended.value
            self._work = None
            self.changed.emit()
        else:
            self._timer.start(0)
