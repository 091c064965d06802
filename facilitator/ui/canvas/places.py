"""Where a card can be put down without covering another, and the order in which cards are read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from facilitator.drawing.arrange import rows
from facilitator.drawing.map import MapPicture
from facilitator.drawing.shapes import Box, Point

GAP = 24.0
"""Left free around a card that is put down automatically, in map units."""

_SEEN = 24.0
"""Left in sight, across or down, of a card over which another is put down by hand, or a copy comes."""
_HAIR = 0.01
"""A card that stepped aside is aside, whatever its last digit: it would step to the same place for ever."""


def free_places(taken: Iterable[Box], card: Box, near: Point) -> Iterator[Point]:
    """Centres for new cards of that box, each clear of those taken and of those given before, nearest first."""
    grid = _Grid(taken, card)
    for x, y in _spiral(near, card.width + GAP, card.height + GAP):
        box = card.moved(x, y)
        if not grid.touches(box.grown(GAP / 2)):
            grid.add(box)
            yield x, y


def free_shift(taken: Iterable[Box], cards: Sequence[Box], near: Point) -> Point:
    """How far to move cards together, nearest to what is wanted, so that none covers one of those taken."""
    widest, highest = max(card.width for card in cards), max(card.height for card in cards)
    grid = _Grid(taken, Box(0.0, 0.0, widest, highest))
    return next(
        (dx, dy)
        for dx, dy in _spiral(near, widest + GAP, highest + GAP)
        if not any(grid.touches(card.moved(dx, dy).grown(GAP / 2)) for card in cards)
    )


def step_aside(taken: Iterable[Box], card: Box) -> Point:
    """How far a card put down by hand steps aside, to the right and down, so that neither it nor one of those taken is
    hidden under the other; nothing where they only overlap."""
    held, at = list(taken), card
    while (other := next((one for one in held if _hidden(one, at) or _hidden(at, one)), None)) is not None:
        x = max(other.x, other.right - card.width) + _SEEN
        y = max(other.y, other.bottom - card.height) + _SEEN
        at = Box(x, y, card.width, card.height)
    return at.x - card.x, at.y - card.y


def copies_aside(taken: Iterable[Box], cards: Iterable[Box]) -> Point:
    """How far copies of cards step aside together, to the right and down, so that none hides another or is hidden."""
    held = list(cards)
    grid = _Grid(taken, held[0] if held else Box(0.0, 0.0, _SEEN, _SEEN))
    for step in count(1):
        by = step * _SEEN
        copies = (card.moved(by, by) for card in held)
        if not any(_hidden(other, at) or _hidden(at, other) for at in copies for other in grid.near(at)):
            break
    return by, by


def reading_order(picture: MapPicture) -> list[str]:
    """Ids of the cards from top to bottom, and from left to right in what the eye takes for a row."""
    return rows.reading_order({id_: held.box for id_, held in picture.cards.items()})


def _hidden(below: Box, above: Box) -> bool:
    """Whether too little of a card is seen around the one above it."""
    least = _SEEN - _HAIR
    return (
        above.x - below.x < least
        and below.right - above.right < least
        and above.y - below.y < least
        and below.bottom - above.bottom < least
        and below.intersects(above)
    )


def _spiral(near: Point, width: float, height: float) -> Iterator[Point]:
    """Places around a point, ring after ring, each ring from the nearest; steps of half a card."""
    x, y = near
    yield near
    for ring in count(1):
        sides = [(a, b) for a in range(-ring, ring + 1) for b in (-ring, ring)]
        sides += [(a, b) for a in (-ring, ring) for b in range(1 - ring, ring)]
        steps = [(a * width / 2, b * height / 2) for a, b in sides]
        # Below and to the right first, as one writes.
        for dx, dy in sorted(steps, key=lambda step: (step[0] ** 2 + step[1] ** 2, -step[1], -step[0])):
            yield x + dx, y + dy


class _Grid:
    """Boxes by the cells they lie in, so that one is compared with its neighbours alone."""

    def __init__(self, boxes: Iterable[Box], cell: Box) -> None:
        self._cell = cell.width, cell.height
        self._held: defaultdict[tuple[int, int], list[Box]] = defaultdict(list)
        for box in boxes:
            self.add(box)

    def add(self, box: Box) -> None:
        for cell in self._cells(box):
            self._held[cell].append(box)

    def touches(self, box: Box) -> bool:
        return any(box.intersects(other) for other in self.near(box))

    def near(self, box: Box) -> Iterator[Box]:
        """The boxes of the cells a box lies in, some of them more than once."""
        return (other for cell in self._cells(box) for other in self._held.get(cell, ()))

    def _cells(self, box: Box) -> Iterator[tuple[int, int]]:
        width, height = self._cell
        for column in range(int(box.x // width), int(box.right // width) + 1):
            for row in range(int(box.y // height), int(box.bottom // height) + 1):
                yield column, row
