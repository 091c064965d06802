"""Keys struck one after the other on the same thing: one step of undo."""

from __future__ import annotations

from time import monotonic

from facilitator.model.document import new_id

_PAUSE = 1.0
"""Seconds without a key after which the next one is another step of undo."""


class Burst:
    """Merge keys of the gestures of one kind."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._what, self._key, self._last = "", "", 0.0

    def key(self, what: str) -> str:
        """The merge key of a gesture on that, done now."""
        now = monotonic()
        if what != self._what or now - self._last > _PAUSE:
            self._what, self._key = what, f"{self._kind}.{new_id()}.{what}"
        self._last = now
        return self._key
