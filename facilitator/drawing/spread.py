"""How cards are set on a wall: where each begins, how far apart the map is drawn, what of it the frame holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import sqrt

from facilitator.drawing.shapes import Box, Point, union
from facilitator.model.document import Actor

AIR = 20.0
"""Left between two cards, in map units."""
NEARLY = 0.1
"""Less air than that is missed by nobody."""
STRETCH = 1.35
"""How far a map may be drawn out to the shape of the wall."""
_MOST = 2.0
"""How far a map is spread over its ground at most; cards that need more move apart."""
_HAIR = 1e-6
"""Left free of a frame, so that rounding leaves nothing out of it."""
_SPARE = 0.92
"""The share of its height a map is content with, where it can be."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What the map has of a wall: pixels, the least size of letters there, the largest zoom there is use for."""

    width: float
    height: float
    letters: float
    most: float

    @property
    def lower(self) -> Frame:
        """The same without the line that a longer question would take: a step further, no card moves."""
        return replace(self, height=self.height * _SPARE)

    def fit(self, boxes: Iterable[Box]) -> float:
        """The zoom at which all of it is seen."""
        box = union(boxes)
        return min(self.width / max(box.width, 1.0), self.height / max(box.height, 1.0))

    def around(self, boxes: Iterable[Box]) -> Box:
        """What all of it may take without being seen any smaller, now or under a longer question."""
        held = list(boxes)
        box, zoom = union(held), min(self.fit(held), self.most)
        x, y = box.centre
        width = max(box.width, self.width / zoom - _HAIR)
        height = max(box.height, self.lower.height / zoom - _HAIR)
        return Box(x - width / 2, y - height / 2, width, height)


def at(actor: Actor) -> Point:
    """Where an actor with a place stands on the console."""
    return actor.x or 0.0, actor.y or 0.0


def surface(outlines: Mapping[str, Box]) -> float:
    """What cards need at least, each with its air."""
    return sum((box.width + AIR) * (box.height + AIR) for box in outlines.values())


def starts(
    actors: Mapping[str, Actor], outlines: Mapping[str, Box], by: Point = (1.0, 1.0)
) -> dict[str, Box]:
    """Cards where the console has them, with the map drawn out by so much each way."""
    return {
        id_: outlines[id_].moved(x * by[0], y * by[1])
        for id_, actor in actors.items()
        for x, y in (at(actor),)
    }


def drawn_out(actors: Mapping[str, Actor], outlines: Mapping[str, Box], frame: Frame) -> Point:
    """By how much each way a map comes nearer to the shape of the frame."""
    box = union(outlines[id_].moved(*at(actor)) for id_, actor in actors.items())
    shape = (frame.width / max(frame.height, 1.0)) / (max(box.width, 1.0) / max(box.height, 1.0))
    by = min(max(sqrt(shape), 1 / STRETCH), STRETCH)
    return by, 1 / by


def filling(boxes: Mapping[str, Box], frame: Frame, hidden: frozenset[str]) -> dict[str, Box]:
    """The same cards, drawn apart one way or the other as far as the frame leaves room at the same size."""
    seen = [box for id_, box in boxes.items() if id_ not in hidden]
    if not seen:
        return dict(boxes)
    zoom, around = frame.fit(seen), union(seen)
    by_x = _by(frame.width / zoom, around.width, max(box.width for box in seen))
    by_y = _by(frame.height / zoom, around.height, max(box.height for box in seen))
    x, y = around.centre
    return {
        id_: box.moved((box.centre[0] - x) * (by_x - 1.0), (box.centre[1] - y) * (by_y - 1.0))
        for id_, box in boxes.items()
    }


def _by(room: float, taken: float, largest: float) -> float:
    """How far centres can be drawn apart for their cards to take the room."""
    span = taken - largest
    return min(max((room - largest - _HAIR) / span, 1.0), STRETCH) if span > 1.0 else 1.0


def least_spread(actors: Mapping[str, Actor], outlines: Mapping[str, Box]) -> float:
    """By how much a map is spread both ways, ground included, for two cards not to overlap; 1 where all have room."""
    placed = sorted(((*at(actor), outlines[id_]) for id_, actor in actors.items()), key=lambda one: one[:2])
    return min(max((_pair(*pair) for pair in _neighbours(placed)), default=1.0), _MOST)


def _neighbours(row: list[tuple[float, float, Box]]) -> Iterator[tuple[float, float, Box, Box]]:
    """Pairs that could touch: the way between their centres, and their boxes."""
    for n, (x, y, box) in enumerate(row):
        for right, lower, other in row[n + 1 :]:
            if right - x >= (box.width + other.width) / 2 + AIR:
                break
            if abs(lower - y) < (box.height + other.height) / 2 + AIR:
                yield right - x, abs(lower - y), box, other


def _pair(dx: float, dy: float, a: Box, b: Box) -> float:
    """What two cards need; nothing where they are on one another: they move apart instead."""
    beside = ((a.width + b.width) / 2 + AIR) / dx if dx else _MOST
    above = ((a.height + b.height) / 2 + AIR) / dy if dy else _MOST
    needs = min(beside, above)
    return needs if needs < _MOST else 1.0
