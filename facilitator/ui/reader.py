"""The reading of the map as it is now, computed between two events so that no hand ever waits for it."""

from __future__ import annotations

from collections.abc import Generator
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.model.document import Document
from facilitator.ui.workspace import Workspace

if TYPE_CHECKING:
    from facilitator.model.readings.findings import Reading

_SLICE = 0.006
"""Seconds it works before it lets others go."""
_REST = 200
"""Milliseconds the hands rest before it begins again."""
_TABLES = ("workshop", "categories", "actors", "contributions", "links")
"""What a reading depends on."""


class Reader(QObject):
    """Reads while somebody listens; a change of the map drops what was begun, and what was found is not current."""

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        # networkx, which the first picture does not need: now rather than in a slot, since importing so much looks for
        # garbage, and may find there the panel the slot belongs to.
        from facilitator.model.readings.reading import reading

        super().__init__(parent)
        self._workspace = workspace
        self._begin = reading
        self._work: Generator[None, None, Reading] | None = None
        self._found: Reading | None = None
        self._last: Reading | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._go_on)
        workspace.changed.connect(self._follow)
        self._timer.start(0)

    @property
    def reading(self) -> Reading | None:
        """What the map tells as it is now; None while that is not known."""
        return self._found

    def _follow(self, before: Document, after: Document) -> None:
        if any(getattr(before, table) is not getattr(after, table) for table in _TABLES):
            self._work, self._found = None, None
            self._timer.start(_REST)
            self.changed.emit()

    def _go_on(self) -> None:
        if self._work is None:
            self._work = self._begin(self._workspace.document, self._last)
        until = perf_counter() + _SLICE
        try:
            while perf_counter() < until:
                next(self._work)
        except StopIteration as ended:
            self._found, self._work = ended.value, None
            self._last = self._found
            self.changed.emit()
        else:
            self._timer.start(0)
