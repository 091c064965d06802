"""Passages for links: on a wall that nearly reads, a card in the way of one steps aside.

Larger letters bring cards close together, and a link that went around one of them may find no bend that still does. A
card slides by the least that opens a way, pushing one other at most, if fewer links go under cards then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import cos, pi, sin

from facilitator.drawing import cells as grid
from facilitator.drawing.cells import MARGIN, Cells
from facilitator.drawing.plan import courses, crossed, plan
from facilitator.drawing.shapes import Box, box_of
from facilitator.drawing.spread import AIR
from facilitator.drawing.theme import Theme
from facilitator.drawing.weave import bundled
from facilitator.drawing.wiring import Pair, Wiring, wiring
from facilitator.model.document import Link

_FULL = 12
"""Where links go under cards so many times, a map is too full for passages."""
_WAYS = tuple((cos(n * pi / 8), sin(n * pi / 8)) for n in range(16))
"""The ways a card may slide."""
_FAR, _STEPS = 0.6, 6
"""How far at most, as a share of its width, and in how many steps; it leaps over no other card."""
_PLACES = 160
"""Places tried in all: they are what takes time."""
_BEYOND = 0.01
"""How much farther than it must a card is pushed."""

Under = dict[Pair, tuple[str, ...]]
"""The cards that links go under, by the two they join."""
Moves = dict[str, Box]


@dataclass(frozen=True, slots=True)
class _Cards:
    """Cards as they stand; of those that are seen, which cells they are in and the links between them."""

    boxes: Mapping[str, Box]
    hidden: frozenset[str]
    cells: Cells
    wires: Wiring
    look: Theme
    room: Box

    def moved(self, moves: Moves) -> _Cards:
        gone = [grid.standing(id_, self.boxes[id_]) for id_ in moves]
        come = [grid.standing(id_, box) for id_, box in moves.items()]
        return replace(self, boxes={**self.boxes, **moves}, cells=grid.changed(self.cells, gone, come))

    def over(self, pair: Pair) -> tuple[str, ...]:
        """The cards that the links between two go under; one of the two, where they go out of what is seen."""
        bundle = bundled(self.wires, self.boxes, self.look, pair)
        planned = plan(bundle, self.cells)
        if planned is None:
            return ()
        if not planned.clear:
            return crossed(bundle, planned, self.cells)
        seen = self.room.grown(MARGIN)
        bent = courses(bundle, planned.ends, planned.bend) if planned.bend else ()
        return () if all(seen.holds(box_of(way.points)) for way in bent) else pair[:1]

    def under(self, most: int) -> Under | None:
        """What goes under what; None where that is as many times as `most`, or more."""
        found: Under = {}
        for pair in self.wires.pairs:
            if over := self.over(pair):
                found[pair] = over
                most -= len(over)
                if most <= 0:
                    return None
        return found

    def making_room(self, id_: str, box: Box) -> Moves | None:
        """What moves for a card to stand there: it alone, or with one that it pushes. None where that is not enough."""
        moves, met = {id_: box}, self._met(box, id_)
        if met:
            pushed = met[0]
            moves[pushed] = _pushed(self.boxes[pushed], self.boxes[id_], box)
            if len(met) > 1 or pushed in self.hidden or self._met(moves[pushed], id_, pushed):
                return None
        return moves if all(self.room.holds(there) for there in moves.values()) else None

    def _met(self, box: Box, *but: str) -> list[str]:
        """The cards that one standing there would be too near to."""
        around = box.grown(AIR)
        return [id_ for id_, other in self.boxes.items() if around.intersects(other) and id_ not in but]


def opened(
    boxes: Mapping[str, Box], hidden: frozenset[str], links: Mapping[str, Link], look: Theme, room: Box
) -> Mapping[str, Box]:
    """The same cards, of which a few that are seen stand aside, within the room there is."""
    seen = {id_: box for id_, box in boxes.items() if id_ not in hidden}
    wires = wiring({id_: row for id_, row in links.items() if row.source in seen and row.target in seen})
    cells = grid.changed({}, (), [grid.standing(id_, box) for id_, box in seen.items()])
    cards = _Cards(boxes, hidden, cells, wires, look, room)
    under = cards.under(_FULL)
    if not under:
        return boxes
    left = iter(range(_PLACES))
    # First those that are nearly clear: what moves for them may clear others.
    for _, pair in sorted([(len(over), pair) for pair, over in under.items()]):
        if pair not in under:
            continue
        for moves, _ in zip(_places(cards, dict.fromkeys((*under[pair], *pair))), left, strict=False):
            there = cards.moved(moves)
            fewer = None if there.over(pair) else there.under(sum(map(len, under.values())))
            if fewer is not None:
                cards, under = there, fewer
                break
    return cards.boxes


def _places(cards: _Cards, ids: Iterable[str]) -> Iterator[Moves]:
    """Where these cards may go, the nearest first."""
    sliding = [(id_, x, y) for id_ in ids for x, y in _WAYS]
    for step in range(1, _STEPS + 1):
        free = []
        for id_, x, y in sliding:
            box = cards.boxes[id_]
            far = box.width * _FAR * step / _STEPS
            moves = cards.making_room(id_, box.moved(x * far, y * far))
            if moves is not None:
                free.append((id_, x, y))
                yield moves
        sliding = free


def _pushed(box: Box, was: Box, now: Box) -> Box:
    """A card out of the way of another that slides: ahead of it, never past it."""
    gap = AIR + _BEYOND
    ways = (
        (box.x >= was.right, now.right + gap - box.x, 0.0),
        (box.right <= was.x, now.x - gap - box.right, 0.0),
        (box.y >= was.bottom, 0.0, now.bottom + gap - box.y),
        (box.bottom <= was.y, 0.0, now.y - gap - box.bottom),
    )
    return box.moved(*min([way[1:] for way in ways if way[0]], key=lambda way: abs(sum(way))))
