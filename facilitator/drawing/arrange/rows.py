"""Tidy rows, in the order in which the cards are read where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import count
from math import ceil, sqrt

from facilitator.drawing.arrange.air import airing
from facilitator.drawing.arrange.work import LINK_ROOM, Places, Work
from facilitator.drawing.shapes import Box, Point, union

_SHAPE = 1.7
"""How many times wider than high a block of cards is: as a window, or a wall, is."""
_ROW = 0.6
"""Cards whose centres are less than this share of a card's height apart are read as one row."""


def rows(boxes: Mapping[str, Box], staying: Collection[str] = ()) -> Work:
    """Lays cards in rows around the middle of where they were; the rows leave out places where a card stays."""
    moving = {id_: box for id_, box in boxes.items() if id_ not in staying}
    if not moving:
        return airing(boxes, staying)
    kept = [box.grown(LINK_ROOM / 2) for id_, box in boxes.items() if id_ in staying]
    cell = Box(0.0, 0.0, *_largest(moving.values())).grown(LINK_ROOM / 2)
    slots = _free_slots(union(moving.values()).centre, cell, len(moving), kept)
    places = dict(zip(reading_order(moving), slots, strict=True))
    return airing(boxes_at(boxes, places), staying)


def reading_order(boxes: Mapping[str, Box]) -> list[str]:
    """Ids from top to bottom, and from left to right in what the eye takes for a row."""
    lines: list[list[tuple[float, float, str]]] = []
    centred = sorted((box.centre[1], box.centre[0], id_) for id_, box in boxes.items())
    for y, x, id_ in centred:
        if lines and y - lines[-1][0][0] <= _ROW * boxes[id_].height:
            lines[-1].append((y, x, id_))
        else:
            lines.append([(y, x, id_)])
    return [id_ for row in lines for _y, _x, id_ in sorted(row, key=lambda one: one[1])]


def boxes_at(boxes: Mapping[str, Box], places: Mapping[str, Point]) -> dict[str, Box]:
    """The boxes with some of them centred elsewhere."""
    return {id_: around(*places[id_], box) if id_ in places else box for id_, box in boxes.items()}


def around(x: float, y: float, box: Box) -> Box:
    """A box of the same size around a centre."""
    return Box(x - box.width / 2, y - box.height / 2, box.width, box.height)


def block(ids: Sequence[str], boxes: Mapping[str, Box], gap: Point) -> tuple[Places, Box]:
    """Cards in rows around 0, 0: each row as high as its highest card, the last one from the left; and the box of all.

    `gap` is what is left between cards, across and down.
    """
    width, height = _largest(boxes[id_] for id_ in ids)
    columns = columns_of(len(ids), width + gap[0], height + gap[1])
    lines = [ids[at : at + columns] for at in range(0, len(ids), columns)]
    places, y = {}, 0.0
    for line in lines:
        high = max(boxes[id_].height for id_ in line)
        for n, id_ in enumerate(line):
            places[id_] = n * (width + gap[0]) + width / 2, y + high / 2
        y += high + gap[1]
    box = Box(0.0, 0.0, min(columns, len(ids)) * (width + gap[0]) - gap[0], y - gap[1])
    dx, dy = box.centre
    return {id_: (x - dx, y - dy) for id_, (x, y) in places.items()}, box.moved(-dx, -dy)


def columns_of(number: int, width: float, height: float) -> int:
    """Columns for so many cells of that size, so that all of them have the shape of a window."""
    return max(1, min(number, ceil(sqrt(number * _SHAPE * height / max(width, 1.0)))))


def _largest(boxes: Iterable[Box]) -> Point:
    sizes = [(box.width, box.height) for box in boxes]
    return max(width for width, _ in sizes), max(height for _, height in sizes)


def _free_slots(middle: Point, cell: Box, number: int, kept: Sequence[Box]) -> list[Point]:
    """Centres of so many cells in rows around a middle, none of them over what stays."""
    columns = columns_of(number, cell.width, cell.height)
    lines = ceil(number / columns)
    left = middle[0] - (columns - 1) * cell.width / 2
    top = middle[1] - (lines - 1) * cell.height / 2
    taken = _by_row(kept, top, cell.height)
    slots: list[Point] = []
    for row in count():
        x, y = left, top + row * cell.height
        slots += [
            (x + n * cell.width, y)
            for n in range(columns)
            if not any(_covers(box, x + n * cell.width, y, cell) for box in taken.get(row, ()))
        ]
        if len(slots) >= number:
            return slots[:number]
    raise AssertionError  # rows never end


def _by_row(kept: Sequence[Box], top: float, height: float) -> Mapping[int, list[Box]]:
    """What stays, by the rows it may touch."""
    found: defaultdict[int, list[Box]] = defaultdict(list)
    for box in kept:
        for row in _rows_of(box, top - height / 2, height):
            found[row].append(box)
    return found


def _rows_of(box: Box, top: float, height: float) -> Iterator[int]:
    yield from range(int((box.y - top) // height), int((box.bottom - top) // height) + 1)


def _covers(box: Box, x: float, y: float, cell: Box) -> bool:
    """Whether a box with its air takes some of the card that a cell around x, y holds."""
    return (
        abs(box.centre[0] - x) < (box.width + cell.width - LINK_ROOM) / 2
        and abs(box.centre[1] - y) < (box.height + cell.height - LINK_ROOM) / 2
    )
