"""Where cards of a wall go beside those that stay: as their neighbours did, and none over another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import hypot

from facilitator.drawing.arrange.air import give_air
from facilitator.drawing.shapes import Box, Point, union
from facilitator.drawing.spread import AIR, NEARLY

_NEAR = 4
"""Neighbours by which one finds its place."""
_AROUND = 600.0
"""How far around it a card looks for its place at first, in map units."""

Stood = tuple[Point, Point]
"""The place of a card on the console, and on the wall."""


def moved_alike(place: Point, others: Iterable[Stood], before: Stood | None = None) -> Point:
    """Where a place of the console goes: as its neighbours are moved, and as the card was where it stood `before`; the
    nearer, the more."""
    x, y = place
    near = sorted(others, key=lambda one: hypot(one[0][0] - x, one[0][1] - y))[:_NEAR]
    dx = dy = total = 0.0
    for there, (now_x, now_y) in (*near, *([before] if before is not None else ())):
        weight = 1.0 / (1.0 + hypot(there[0] - x, there[1] - y)) ** 2
        dx, dy = dx + weight * (now_x - there[0]), dy + weight * (now_y - there[1])
        total += weight
    return (x + dx / total, y + dy / total) if total else (x, y)


def aired(places: Mapping[str, Point], wanted: dict[str, Box], fixed: dict[str, Box]) -> Mapping[str, Point]:
    """Where cards wanted at these places go for none to be over another; those that are fixed do not move."""
    if len(wanted) == 1:
        (box,) = wanted.values()
        around = box.grown(AIR - NEARLY)
        if not any(around.intersects(other) for other in fixed.values()):
            # There is room, as where it was before: not moved by a hair (the centre of its box is not quite its place),
            # so that what was foreseen, and an undo, show the very same.
            return places
    around = union(wanted.values()).grown(_AROUND)
    near = {id_: box for id_, box in fixed.items() if box.intersects(around)}
    centres = give_air(near | wanted, near.keys(), AIR)
    placed = [box.centred(*centres[id_]) for id_, box in wanted.items()]
    if any(box.intersects(other) for box in placed for other in fixed.values()):
        centres = give_air(fixed | wanted, fixed.keys(), AIR)  # the free place was farther than that
    return centres
