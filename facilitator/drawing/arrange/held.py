"""Room around cards that are held somewhere: what stands too near is moved apart, as little as it takes, but no card
leaves what holds it.

Cards push one another as they do in `air`, the other way where the shorter one is barred; what still overlaps takes the
nearest free place it may have, and what was pushed farther than it turned out to need comes back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from math import hypot
from typing import Protocol

from facilitator.drawing.arrange.air import BEYOND, GAP, SLACK, Cards
from facilitator.drawing.arrange.work import Places
from facilitator.drawing.shapes import Box

_ROUNDS = 16
"""Times that cards push one another before the rest take free places."""
FAR, FARTHER = 1.25, 3.0
"""How far from its home a card is still said to be there, in its own widths; how far it goes where it must."""
_FELT = 0.25
"""How far from its home a card is worth taking back, in halves of its width."""


class Hold(Protocol):
    """Where each card may stand."""

    def keeps(self, id_: str, x: float, y: float) -> bool:
        """Whether a card may have its centre there."""

    def edges(self, id_: str) -> tuple[Sequence[float], Sequence[float]]:
        """Places, each way, against an edge of what holds it."""


def held_apart(
    boxes: Mapping[str, Box], hold: Hold, pinned: Collection[str] = (), gap: float = GAP, far: float = FAR
) -> Places | None:
    """Centres for all the boxes such that no two are nearer than the gap, each where it may be; None where not found.

    `far` is how far from its home a card may be put, in its own widths.

    Boxes are where each would best stand. Those that are pinned never move. The same boxes give the same places.
    """
    crowd = Cards(boxes, frozenset(pinned), gap)
    _push_apart(crowd, hold)
    left = {i for pair in crowd.pairs() for i in pair if not crowd.fixed[i]}
    left |= {
        i
        for i, id_ in enumerate(crowd.ids)
        if not crowd.fixed[i] and not hold.keeps(id_, crowd.x[i], crowd.y[i])
    }
    for i in left:
        crowd.take_out(i)
    for i in _outwards(crowd, left):
        place = next(_free(crowd, hold, i, far * 2 * crowd.w[i]), None)
        if place is None:
            return None
        crowd.put_back(i, *place)
    _come_back(crowd, hold)
    return crowd.places(boxes)


def _push_apart(crowd: Cards, hold: Hold) -> None:
    """Has boxes that are too near push one another, until nothing moves or it goes on for too long."""
    active = sorted({i for pair in crowd.pairs() for i in pair})
    for _ in range(_ROUNDS):
        moved: set[int] = set()
        for i in active:
            for j in list(crowd.near(i, crowd.x[i], crowd.y[i])):
                moved.update(_push(crowd, hold, i, j))
        if not moved:
            return
        active = sorted(moved)


def _push(crowd: Cards, hold: Hold, i: int, j: int) -> list[int]:
    """Moves two boxes apart the shorter way that both may go, each by a half, or one of them by all of it."""
    dx, dy = crowd.x[j] - crowd.x[i], crowd.y[j] - crowd.y[i]
    over_x, over_y = crowd.w[i] + crowd.w[j] - abs(dx), crowd.h[i] + crowd.h[j] - abs(dy)
    if over_x <= SLACK or over_y <= SLACK:
        return []
    back = j < i
    by_x = (over_x + BEYOND) * (-1.0 if dx < 0 or (dx == 0 and back) else 1.0)
    by_y = (over_y + BEYOND) * (-1.0 if dy < 0 or (dy == 0 and back) else 1.0)
    ways = ((by_x, 0.0), (0.0, by_y)) if over_x < over_y else ((0.0, by_y), (by_x, 0.0))
    for way_x, way_y in ways:
        for share in (0.5, 1.0, 0.0):
            goes = [(k, part) for k, part in ((i, -share), (j, 1.0 - share)) if part]
            places = [(k, crowd.x[k] + way_x * part, crowd.y[k] + way_y * part) for k, part in goes]
            if all(not crowd.fixed[k] and hold.keeps(crowd.ids[k], x, y) for k, x, y in places):
                for k, x, y in places:
                    crowd.move(k, x, y)
                return [k for k, _, _ in places]
    return []


def _outwards(crowd: Cards, left: Collection[int]) -> list[int]:
    """Those that look for a place, from their middle outwards."""
    homes = [crowd.home[i] for i in left]
    x, y = (sum(way) / len(homes) for way in zip(*homes, strict=True)) if homes else (0.0, 0.0)
    return sorted(left, key=lambda i: (hypot(crowd.home[i][0] - x, crowd.home[i][1] - y), i))


def _come_back(crowd: Cards, hold: Hold) -> None:
    """Takes each card that moved as near to its home as is free now, the farthest first."""
    far = {i: _far(crowd, i) for i in range(len(crowd.ids)) if not crowd.fixed[i]}
    for i in sorted((i for i in far if far[i] > _FELT * crowd.w[i]), key=lambda i: (-far[i], i)):
        crowd.take_out(i)
        crowd.put_back(i, *next(_free(crowd, hold, i, far[i]), (crowd.x[i], crowd.y[i])))


def _far(crowd: Cards, i: int) -> float:
    (x, y) = crowd.home[i]
    return hypot(crowd.x[i] - x, crowd.y[i] - y)


def _free(crowd: Cards, hold: Hold, i: int, within: float) -> Iterator[tuple[float, float]]:
    """Free places a card may have, nearer to its home than that, the nearest first.

    The nearest free place is its home, or against a card or an edge, one way or both.
    """
    id_, (home_x, home_y) = crowd.ids[i], crowd.home[i]
    edges_x, edges_y = hold.edges(id_)
    xs, ys = {home_x, *edges_x}, {home_y, *edges_y}
    for j in range(len(crowd.ids)):
        w, h = crowd.w[i] + crowd.w[j] + BEYOND, crowd.h[i] + crowd.h[j] + BEYOND
        if j != i and abs(crowd.x[j] - home_x) < within + w and abs(crowd.y[j] - home_y) < within + h:
            xs |= {crowd.x[j] - w, crowd.x[j] + w}
            ys |= {crowd.y[j] - h, crowd.y[j] + h}
    places = [(far, x, y) for x in xs for y in ys if (far := hypot(x - home_x, y - home_y)) < within]
    for _, x, y in sorted(places):
        if hold.keeps(id_, x, y) and next(iter(crowd.near(i, x, y)), None) is None:
            yield x, y
