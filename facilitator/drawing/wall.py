"""The map as the room sees it: what may be shown, in letters the back row can read, no card over another.

Cards stand where they do on the console, moved apart by the least that their larger letters ask for, a few of them
aside for a link to pass (`passages`). Where the whole map cannot be read at once, letters grow within it (`room@1.5`)
while that helps; where it does not, the map is read in parts. Once arranged, a gesture moves on the wall what it moves
on the console and nothing else: a card that is carried out of what the wall can show goes as far as it can there. Only
where it has no place is everything arranged again; undoing that gesture shows the wall as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy

from facilitator.drawing.arrangement import Arranged, Arrangement
from facilitator.drawing.shapes import Box
from facilitator.drawing.spread import Frame
from facilitator.model.document import Document
from facilitator.model.edition import on_the_wall

_KEPT = 32
"""Gestures whose undoing shows the very wall that was."""


class Wall:
    """Makes the document a wall shows, gesture after gesture."""

    def __init__(self, key: str = "room") -> None:
        self._now = Arrangement(key)
        self._past: tuple[Arrangement, ...] = ()
        self._future: tuple[Arrangement, ...] = ()

    def arranged(self, document: Document, frame: Frame, hidden: frozenset[str] = frozenset()) -> Arranged:
        """The map to project within a frame; what is hidden keeps its place, and none is asked for it."""
        shown = on_the_wall(document)
        if self._now.holds_in(frame):
            self._step(shown, hidden)
        else:
            self._past = self._future = ()
        return self._now.arranged(shown, frame, hidden)

    def foreseen(self, document: Document, frame: Frame, hidden: frozenset[str]) -> Arranged:
        """The map to project if that document comes; nothing has changed, but where its cards go is remembered."""
        trial, known = copy(self), self._now.known
        trial._now = self._now.as_it_is(known)
        told = trial.arranged(document, frame, hidden)
        self._now.learn(trial._now, known)
        return told

    def _step(self, shown: Document, hidden: frozenset[str]) -> None:
        """Undone, or done again, a gesture shows the wall that was; another one keeps it for then."""
        if self._now.is_of(shown, hidden):
            return
        moved, here = self._now.changed(shown), len(self._past)
        walls = (*self._past, self._now.as_it_is(), *self._future)
        for n in sorted(range(len(walls)), key=lambda n: abs(n - here)):
            if n != here and walls[n].is_of(shown, hidden, moved):
                self._now = walls[n].read_as(self._now)
                self._past, self._future = walls[:n], walls[n + 1 :]
                return
        self._past, self._future = walls[: here + 1][-_KEPT:], ()


def legible(boxes: Mapping[str, Box], seen: Box) -> Iterable[str]:
    """Ids of the cards that are wholly within what is seen."""
    return (id_ for id_, box in boxes.items() if seen.holds(box))
