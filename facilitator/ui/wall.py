"""The map as the room sees it: what may be shown, spread just enough for the larger cards of the room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import repeat
from math import ceil

from facilitator.drawing.card import card
from facilitator.drawing.shapes import Box
from facilitator.drawing.theme import theme
from facilitator.model.document import Actor, Document, Link
from facilitator.model.edition import on_the_wall

_STEP = 0.05
"""The spread grows by such steps, so that moving one card seldom moves the others on the wall."""
_SLACK = 0.2
"""Once spread, the wall stays so until it could be this much tighter: it never breathes with one card."""
_MOST = 2.0
_AIR = 6.0
"""Left between two cards of the room, in map units."""


_Outlines = tuple[float, float, Box, Box]
"""Where a card stands on the console, its outline there, and on the wall."""


class Wall:
    """Makes the document the wall shows; rows that are shown alike stay the same objects."""

    def __init__(self, key: str = "room") -> None:
        self._theme = theme(key)
        self._spread = 1.0
        self._shown: Document | None = None
        self._outlines: dict[str, tuple[Actor, _Outlines]] = {}
        self._placed: dict[str, tuple[Actor, Actor]] = {}

    @property
    def spread(self) -> float:
        """How much farther apart the cards stand than on the console."""
        return self._spread

    def shown(self, document: Document) -> Document:
        """The document to project."""
        shown = on_the_wall(document)
        spread = self._wanted(shown)
        if not self._spread - _SLACK < spread <= self._spread:
            self._placed.clear()
            self._spread = spread
        if self._spread != 1.0:
            shown = replace(shown, actors={id_: self._moved(actor) for id_, actor in shown.actors.items()})
        before, self._shown = self._shown, shown
        if before is not None and _alike(before.links, shown.links):
            # The table too stays the same object: what is known of all links together still holds.
            self._shown = replace(shown, links=before.links)
        return self._shown

    def _moved(self, actor: Actor) -> Actor:
        if actor.x is None or actor.y is None:
            return actor
        held = self._placed.get(actor.id)
        if held is None or held[0] is not actor:
            moved = replace(actor, x=actor.x * self._spread, y=actor.y * self._spread)
            held = self._placed[actor.id] = (actor, moved)
        return held[1]

    def _wanted(self, document: Document) -> float:
        """The least spread at which no two cards overlap that do not on the console."""
        least = _least_spread(
            filter(None, map(self._outlines_of, document.actors.values(), repeat(document)))
        )
        return min(ceil(round(least, 6) / _STEP) * _STEP, _MOST)

    def _outlines_of(self, actor: Actor, document: Document) -> _Outlines | None:
        """The outlines of a placed actor's card, on the console and on the wall."""
        if actor.x is None or actor.y is None:
            return None
        held = self._outlines.get(actor.id)
        if held is None or held[0] is not actor:
            small, large = (card(actor, document, look, ()).box for look in (theme("screen"), self._theme))
            held = self._outlines[actor.id] = (actor, (actor.x, actor.y, small, large))
        return held[1]


def _alike(before: Mapping[str, Link], after: Mapping[str, Link]) -> bool:
    """Whether two tables hold the very same rows."""
    return len(before) == len(after) and all(before.get(id_) is row for id_, row in after.items())


def _least_spread(placed: Iterable[_Outlines]) -> float:
    """The largest of what each pair of neighbours needs; 1 when all have room."""
    return max((_pair_spread(*pair) for pair in _neighbours(placed)), default=1.0)


def _neighbours(
    placed: Iterable[_Outlines],
) -> Iterator[tuple[float, float, Box, Box, Box, Box]]:
    """Pairs that could touch on the wall: the way between their centres, and their four boxes."""
    row = sorted(placed, key=lambda one: one[0])
    for at, (x, y, small, large) in enumerate(row):
        for right, lower, other_small, other_large in row[at + 1 :]:
            if right - x >= (large.width + other_large.width) / 2 + _AIR:
                break
            if abs(lower - y) < (large.height + other_large.height) / 2 + _AIR:
                yield right - x, abs(lower - y), small, other_small, large, other_large


def _pair_spread(dx: float, dy: float, a: Box, b: Box, large_a: Box, large_b: Box) -> float:
    """What two cards need; nothing where they overlap on the console already: that was somebody's wish."""
    if dx < (a.width + b.width) / 2 and dy < (a.height + b.height) / 2:
        return 1.0
    beside = ((large_a.width + large_b.width) / 2 + _AIR) / dx if dx else _MOST
    above = ((large_a.height + large_b.height) / 2 + _AIR) / dy if dy else _MOST
    return max(1.0, min(beside, above))
