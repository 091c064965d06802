"""When the session last reached the disk, be it to undo something: the journal does not say the hour of an undo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer

from facilitator.model.store.desk import Desk
from facilitator.model.store.history import Entry
from facilitator.model.store.journal import Journal

_SAVED = "saved"
"""Where the desk keeps the hour of the last undo, or of what was done again."""
_REST = 400
"""Milliseconds after something was undone before the hour of it is kept: no picture waits for that."""


class Saved(QObject):
    """The hour; `keep` puts a value on the desk."""

    def __init__(
        self, journal: Journal, desk: Desk, keep: Callable[[str, Any], object], path: Path, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._keep = keep
        self.at = _last_write(journal, path, desk.get(_SAVED, ""))
        self._waiting = QTimer(self, singleShot=True, interval=_REST)
        self._waiting.timeout.connect(self._tell)

    def reached(self, entry: Entry) -> None:
        """A gesture reached the disk: that one done, undone or done again."""
        if entry.at > self.at:
            self.at = entry.at
        else:  # what is undone or done again was done before, and reaches the disk now
            self.at = max(datetime.now(UTC), self.at)
            self._waiting.start()

    def settle(self) -> None:
        """Keeps at once what waits to be kept."""
        if self._waiting.isActive():
            self._waiting.stop()
            self._tell()

    def _tell(self) -> None:
        self._keep(_SAVED, self.at.isoformat())


def _last_write(journal: Journal, path: Path, kept: Any) -> datetime:
    """When the session last changed on the disk, in local time; `kept` is when something was last undone."""
    latest = journal.next_undo
    if journal.next_redo is not None:
        (latest,) = journal.entries(1)  # of those undone, the one done last
    if latest is not None:
        return max(latest.at, _moment(kept) or latest.at)
    return datetime.fromtimestamp(path.stat().st_mtime).astimezone()


def _moment(kept: Any) -> datetime | None:
    try:
        moment = datetime.fromisoformat(kept)
    except (TypeError, ValueError):
        return None
    return moment if moment.tzinfo is not None else None
