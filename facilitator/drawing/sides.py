"""Where links leave a card: on one of its straight sides, each at a place of its own when there is room.

A place is a side and how far along it: y on the left and right, x at the top and bottom. Round corners are left
alone, so that an arrowhead always touches a straight outline.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from facilitator.drawing.shapes import Box, Point

RIGHT, BOTTOM, LEFT, TOP = range(4)
Side = int
Exit = tuple[Side, float, float]
"""A side, where the way would cross its line, and where it leaves: the same, kept off the corners."""


def leaving(box: Box, radius: float, x: float, y: float, dx: float, dy: float) -> Exit:
    """Where a way from a point inside a card, in a direction, leaves it."""
    right, down = dx > 0, dy > 0
    across = ((box.x + box.width if right else box.x) - x) / dx if dx else inf
    along = ((box.y + box.height if down else box.y) - y) / dy if dy else inf
    if across <= along:
        return _kept(box, radius, RIGHT if right else LEFT, y + dy * across)
    return _kept(box, radius, BOTTOM if down else TOP, x + dx * along)


def _kept(box: Box, radius: float, side: Side, place: float) -> Exit:
    low, high = span(box, radius, side)
    return side, place, min(max(place, low), high)


def facing(a: Box, b: Box, radius: float, start: Point, end: Point) -> tuple[Exit, Exit]:
    """The exits on the two sides that face each other across the wider gap, on the way between two points."""
    beside = max(b.x - a.right, a.x - b.right) >= max(b.y - a.bottom, a.y - b.bottom)
    if beside:
        out, into = (RIGHT, LEFT) if a.x < b.x else (LEFT, RIGHT)
    else:
        out, into = (BOTTOM, TOP) if a.y < b.y else (TOP, BOTTOM)
    return (
        _kept(a, radius, out, _crossing(line(a, out), beside, start, end)),
        _kept(b, radius, into, _crossing(line(b, into), beside, start, end)),
    )


def _crossing(at: float, beside: bool, start: Point, end: Point) -> float:
    (ax, ay), (bx, by) = start, end
    if beside:
        return ay + (by - ay) * (at - ax) / (bx - ax)
    return ax + (bx - ax) * (at - ay) / (by - ay)


def line(box: Box, side: Side) -> float:
    """The x of a left or right side, the y of a top or bottom."""
    if side == RIGHT:
        return box.x + box.width
    if side == BOTTOM:
        return box.y + box.height
    return box.x if side == LEFT else box.y


def span(box: Box, radius: float, side: Side) -> tuple[float, float]:
    """The two ends of the straight part of a side."""
    start, length = (box.x, box.width) if side & 1 else (box.y, box.height)
    r = min(radius, box.width / 2, box.height / 2)
    return start + r, start + length - r


def point(box: Box, side: Side, along: float) -> Point:
    """The point of a side."""
    return (along, line(box, side)) if side & 1 else (line(box, side), along)


def beyond(box: Box, side: Side, other: Box, its: Side, radius: float) -> bool:
    """Whether all of a side of another card is beyond a side of this one: a way between them enters neither."""
    if (side ^ its) & 1:
        low, high = span(other, radius, its)
    else:
        low = high = line(other, its)
    at = line(box, side)
    return low > at if side in (RIGHT, BOTTOM) else high < at


def shared(wishes: Sequence[float], least: float, low: float, high: float) -> Sequence[float]:
    """Wishes along a side, moved as little as possible to be at least so far apart, or as far as there is room; they
    are in order already."""
    count = len(wishes)
    if count < 2:
        return wishes
    least = min(least, (high - low) / (count - 1))
    if all(wishes[at] + least <= wishes[at + 1] for at in range(count - 1)):
        return wishes
    # Without the distances, it is the nearest ascending sequence: neighbours out of order pool at their mean.
    pools: list[tuple[float, int]] = []
    for at, wish in enumerate(wishes):
        value, size = wish - at * least, 1
        while pools and pools[-1][0] > value:
            before, many = pools.pop()
            value, size = (before * many + value * size) / (many + size), many + size
        pools.append((value, size))
    top = high - least * (count - 1)
    flat = [min(max(value, low), max(top, low)) for value, size in pools for _ in range(size)]
    return [value + at * least for at, value in enumerate(flat)]
