"""How far aside a link must pass to be clear of the cards in its way: the least that will do.

A bend is how far from its straight way a course passes at its middle, in units to the right of the way; what is
between its ends follows as 4u(1 - u), u being the share of the way. Each card then forbids one range of bends.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import hypot

from facilitator.drawing.cells import Standing
from facilitator.drawing.shapes import Point

_END = 0.02
"""Nearer to its ends than this share of the way, no bend goes aside."""
_JUST = 0.5
"""How far beyond what a card forbids."""


def least(
    a: Point,
    b: Point,
    offsets: Sequence[float],
    cards: Iterable[Standing],
    limit: float,
    side: int = 0,
    closer: float = 0.0,
) -> float | None:
    """The smallest bend, up to a limit, with which ways at these offsets of it are all clear; None if there is none.

    `side` wants it to the right (1) or to the left (-1); it may go `closer` to the cards than their margin.
    """
    ranges = _forbidden(a, b, cards, closer)
    wanted = [0.0]
    for low, high in ranges:
        for offset in offsets:
            wanted.append(low - offset - _JUST)
            wanted.append(high - offset + _JUST)
    fit = [bend for bend in wanted if -limit <= bend <= limit and bend * side >= 0]
    # Of two as small, that to the right.
    fit.sort(key=lambda bend: (abs(bend), -bend))
    return next((bend for bend in fit if _clear(bend, offsets, ranges)), None)


def _clear(bend: float, offsets: Sequence[float], ranges: list[tuple[float, float]]) -> bool:
    for offset in offsets:
        way = bend + offset
        for low, high in ranges:
            if low < way < high:
                return False
    return True


def _forbidden(a: Point, b: Point, cards: Iterable[Standing], closer: float) -> list[tuple[float, float]]:
    (ax, ay), (bx, by) = a, b
    length = hypot(bx - ax, by - ay) or 1.0
    ux, uy = (bx - ax) / length, (by - ay) / length
    ranges = []
    for x, y, wide, high, _ in cards:
        halfw, halfh = wide - closer, high - closer
        along, aside = ((x - ax) * ux + (y - ay) * uy) / length, (y - ay) * ux - (x - ax) * uy
        flat, steep, across, down = halfw * ux / length, halfh * uy / length, -halfw * uy, halfh * ux
        sum_, gap, rise, fall = flat + steep, flat - steep, across + down, across - down
        reach = max(abs(sum_), abs(gap))
        if along + reach <= 0 or along - reach >= 1:
            continue
        bends = [
            _needed(along + sum_, aside + rise),
            _needed(along - sum_, aside - rise),
            _needed(along + gap, aside + fall),
            _needed(along - gap, aside - fall),
        ]
        if min(bends) > 0 or max(bends) < 0:
            # All on one side: the nearest of it may be in the middle of one of its sides.
            bends += [
                _needed(along + flat, aside + across),
                _needed(along - flat, aside - across),
                _needed(along + steep, aside + down),
                _needed(along - steep, aside - down),
            ]
        ranges.append((min(bends), max(bends)))
    return ranges


def _needed(u: float, w: float) -> float:
    """The bend that passes through a point so far along the way and so far aside."""
    u = min(max(u, _END), 1 - _END)
    return w / (4 * u * (1 - u))
