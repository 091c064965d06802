"""What is round on the map, marks and arrowheads, and in which cells of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import floor, hypot

from facilitator.drawing.link import Mark, head_room
from facilitator.drawing.route import Bent, Route
from facilitator.drawing.theme import LinkLook
from facilitator.model.document import Link

_CELL = 48.0
_ROWS = 1_000_003

Order = tuple[int, str]
"""Where a link comes among links: its rank, then its id."""
Disc = tuple[float, float, float, Order]
"""Something round in the way of marks: centre, radius, and which link's; arrowheads come before every mark."""
_FIRST: Order = (-1, "")
Place = tuple[float, float, float]
"""Where a mark would stand, and how far around it nothing may be."""


def order_of(row: Link) -> Order:
    """Where a link comes."""
    return row.rank, row.id


def cells_in(left: float, top: float, right: float, bottom: float) -> Sequence[int]:
    """The cells that a rectangle touches."""
    west, east = floor(left / _CELL), floor(right / _CELL)
    north, south = floor(top / _CELL), floor(bottom / _CELL)
    if west == east:
        cell = west * _ROWS + north
        return (cell,) if north == south else range(cell, cell + south - north + 1)
    return [column * _ROWS + row for column in range(west, east + 1) for row in range(north, south + 1)]


def cells_under(disc: Disc) -> Sequence[int]:
    """The cells that something round touches."""
    x, y, radius, _ = disc
    return cells_in(x - radius, y - radius, x + radius, y + radius)


def discs_of(marks: Iterable[Mark], order: Order) -> list[Disc]:
    """Marks, as what is in the way of links that come later."""
    return [(x, y, radius, order) for _, x, y, radius in marks]


def heads_of(row: Link, way: Route, look: LinkLook) -> tuple[Disc, ...]:
    """The arrowheads of a link, as round as they are long."""
    start, end = head_room(row, way, look)
    ends: list[Disc] = []
    if isinstance(way, Bent):
        a, b, c, d = way.curve
    else:
        a, b, c, d = way.source, way.target, way.source, way.target
    for (x, y), (fx, fy), head in ((d, c, end), (a, b, start)):
        if head:
            far = hypot(fx - x, fy - y) or 1.0
            share = head * 0.55 / far
            ends.append((x + (fx - x) * share, y + (fy - y) * share, head / 2, _FIRST))
    return tuple(ends)
