"""Where cards stand, in cells, so that a link soon finds those in its way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import floor, hypot

from facilitator.drawing.shapes import Box, Point

Standing = tuple[float, float, float, float, str]
"""A card with the margin that links keep from it: its centre, half its width and height, its actor."""
Cells = Mapping[int, tuple[Standing, ...]]
"""Which cards stand in each cell of the map."""

MARGIN = 8.0
"""How far links keep from a card that is none of theirs."""
_WIDE, _HIGH = 256.0, 128.0
_ROWS = 1_000_003


def standing(actor: str, box: Box) -> Standing:
    """A card as links see it."""
    halfw, halfh = box.width / 2, box.height / 2
    return box.x + halfw, box.y + halfh, halfw + MARGIN, halfh + MARGIN, actor


def changed(cells: Cells, gone: Iterable[Standing], come: Iterable[Standing]) -> Cells:
    """The cells without some cards and with others."""
    found = dict(cells)
    for one in gone:
        for cell in _under(one):
            found[cell] = tuple([held for held in found[cell] if held != one])
    for one in come:
        for cell in _under(one):
            found[cell] = (*found.get(cell, ()), one)
    return found


def _under(one: Standing) -> Iterator[int]:
    x, y, halfw, halfh, _ = one
    rows = range(floor((y - halfh) / _HIGH), floor((y + halfh) / _HIGH) + 1)
    for column in range(floor((x - halfw) / _WIDE), floor((x + halfw) / _WIDE) + 1):
        for row in rows:
            yield column * _ROWS + row


def covered(cells: Cells, x: float, y: float, reach: float) -> bool:
    """Whether a square around a point touches a card, margin apart."""
    rows = range(floor((y - reach) / _HIGH), floor((y + reach) / _HIGH) + 1)
    off = reach - MARGIN
    for column in range(floor((x - reach) / _WIDE), floor((x + reach) / _WIDE) + 1):
        for row in rows:
            for cx, cy, halfw, halfh, _ in cells.get(column * _ROWS + row, ()):
                if -halfw - off < x - cx < halfw + off and -halfh - off < y - cy < halfh + off:
                    return True
    return False


def between(
    cells: Cells, a: Point, b: Point, reach: float, ends: tuple[str, str], most: int
) -> list[Standing] | None:
    """The cards within so far of a segment, but for those of two actors; None when there are more than `most`."""
    (ax, ay), (bx, by) = (a, b) if a[0] <= b[0] else (b, a)
    width = bx - ax
    length = hypot(width, by - ay) or 1.0
    nx, ny = (ay - by) / length, width / length
    at = nx * ax + ny * ay
    flatx, flaty = abs(nx), ny
    left, right = ax - reach, bx + reach
    top, bottom = (ay - reach, by + reach) if ay < by else (by - reach, ay + reach)
    slope = (by - ay) / width if width > 1.0 else 0.0
    high, low = top, bottom
    found: list[Standing] = []
    seen = set(ends)
    for column in range(floor(left / _WIDE), floor(right / _WIDE) + 1):
        if slope:
            # The part of the way within reach of this column.
            start, end = column * _WIDE - reach, column * _WIDE + _WIDE + reach
            first = ay + (max(start, ax) - ax) * slope
            last = ay + (min(end, bx) - ax) * slope
            high, low = (first - reach, last + reach) if first < last else (last - reach, first + reach)
        base = column * _ROWS
        for row in range(floor(high / _HIGH), floor(low / _HIGH) + 1):
            for one in cells.get(base + row, ()):
                x, y, halfw, halfh, actor = one
                if actor in seen:
                    continue
                seen.add(actor)
                near = halfw * flatx + halfh * flaty + reach
                if (
                    -near < nx * x + ny * y - at < near
                    and left < x + halfw
                    and x - halfw < right
                    and top < y + halfh
                    and y - halfh < bottom
                ):
                    if len(found) == most:
                        return None
                    found.append(one)
    if len(found) > 1:
        found.sort(key=_actor)
    return found


def _actor(one: Standing) -> str:
    return one[4]
