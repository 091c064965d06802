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
_LEFT = 4 * _END * (1 - _END)
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
    ranges = _forbidden(a, b, cards, closer, limit + max(map(abs, offsets)) + _JUST)
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


def _forbidden(
    a: Point, b: Point, cards: Iterable[Standing], closer: float, farthest: float
) -> list[tuple[float, float]]:
    """The bends that each card forbids, but for cards farther aside than any bend goes."""
    (ax, ay), (bx, by) = a, b
    length = hypot(bx - ax, by - ay) or 1.0
    ux, uy = (bx - ax) / length, (by - ay) / length
    ranges = []
    for x, y, wide, tall, _ in cards:
        halfw, halfh = wide - closer, tall - closer
        aside = (y - ay) * ux - (x - ax) * uy
        across, down = -halfw * uy, halfh * ux
        if abs(aside) - abs(across) - abs(down) > farthest:
            continue
        along = ((x - ax) * ux + (y - ay) * uy) / length
        flat, steep = halfw * ux / length, halfh * uy / length
        reach = abs(flat) + abs(steep)
        if along + reach <= 0 or along - reach >= 1:
            continue
        u, v, w, z = flat + steep, flat - steep, across + down, across - down
        low, high = _needed(
            (
                (along + u, aside + w),
                (along - u, aside - w),
                (along + v, aside + z),
                (along - v, aside - z),
            )
        )
        if low > 0 or high < 0:
            # All on one side: the nearest of it may be in the middle of one of its own sides.
            nearer, farther = _needed(
                (
                    (along + flat, aside + across),
                    (along - flat, aside - across),
                    (along + steep, aside + down),
                    (along - steep, aside - down),
                )
            )
            low, high = min(low, nearer), max(high, farther)
        ranges.append((low, high))
    return ranges


def _needed(points: Iterable[tuple[float, float]]) -> tuple[float, float]:
    """The least and the most of the bends that pass through points, each so far along the way and so far aside."""
    bends = [w / (4 * u * (1 - u) if _END < u < 1 - _END else _LEFT) for u, w in points]
    return min(bends), max(bends)
