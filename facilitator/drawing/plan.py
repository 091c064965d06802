"""The courses of the links between two cards: which sides they leave by, and how far aside they pass together.

Links that share their ends are a bundle: each passes at its own offset of a common bend, so that they stay apart
around whatever is in their way. A bend is made only where it clears every other card; else the way is straight.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import dist, hypot
from sys import maxsize
from typing import NamedTuple

from facilitator.drawing import sides
from facilitator.drawing.bend import least
from facilitator.drawing.cells import MARGIN, Cells, Standing, between
from facilitator.drawing.route import Route, bent, straight
from facilitator.drawing.shapes import Box, Point
from facilitator.drawing.sides import Exit

_SLIDE = 0.12
"""How much a link leaves its card's centre for the side of the other card, so that arrowheads spread."""
_FAN = 0.4
"""How far apart the links of a bundle end, as a share of how far apart they pass."""
_LEAST = 2.0
"""A shorter way is none: the cards touch."""
_MOST_CROSSED = 4
"""With more cards across its straight way, no small bend is tried."""
_MOST_NEAR = 14
"""Nor with more cards around it."""
_LONG, _SHORT = 0.28, 0.45
"""The most a link bends, as a share of its length; a short one, up to the height of a card. None bends more than its
two cards are high together."""
_ARCHED = 0.16
"""Nor do links of a bundle that goes straight bend more than this share of their length to stay apart: between near
cards they would be all bend, and their arrowheads would not be told from them."""
_BESIDE = 40.0
"""How far from the way between their centres bent links may leave the cards, and cards still be in their way."""
_AFAR = 4.0
"""Links longer than this many times their two cards are wide together go straight: no small bend helps them."""
_NOWHERE = -1e9
"""The reach of a plan in which no other card has a say."""
_CLOSER = (0.0, 5.0)
"""How much of the margin around cards is given up: nothing, or where there is no other way most of it."""
_ROOM = 1.3
"""How much more than that is tried from centre to centre, before the sides are known."""

Ends = tuple[Exit, Exit]


class Plan(NamedTuple):
    """The wishes of a bundle: where each link would leave its two cards, and the bend of all."""

    ends: tuple[Ends, ...]
    bend: float
    clear: bool
    """Whether it passes under no other card."""
    aims: tuple[Point, Point]
    """The way from card to card that `reach` is from."""
    reach: float
    """Other cards farther than this from the way have no say."""
    closer: float = 0.0
    """How much closer to cards than their margin it goes."""


class Bundle(NamedTuple):
    """What a plan is made from, but for the cells: two cards and the offsets of the links between them."""

    source: Box
    target: Box
    offsets: tuple[float, ...]
    radius: float
    ids: tuple[str, str]
    bends: bool = True
    """Whether it goes around cards in its way."""


def plan(bundle: Bundle, cells: Cells) -> Plan | None:
    """The plan of a bundle; None where the cards leave no way between them."""
    a, b, offsets, _, ids, bends = bundle
    beside = max(b.x - a.x - a.width, a.x - b.x - b.width)
    if max(beside, b.y - a.y - a.height, a.y - b.y - b.height) < _LEAST:
        return None
    aims = _aim(a, b), _aim(b, a)
    ends = _flat(bundle, aims)
    if not bends or _afar(*aims, a, b):
        return Plan(ends, 0.0, False, aims, _NOWHERE)
    p, q = _means(bundle, ends)
    widest = max(map(abs, offsets))
    narrow = _off(aims, p, q) + widest
    crossed = between(cells, p, q, widest, ids, _MOST_CROSSED) if cells else []
    if crossed is None:
        return Plan(ends, 0.0, False, aims, narrow)
    if not crossed or (widest and _passes(bundle, ends, crossed, (p, q))):
        return Plan(ends, 0.0, True, aims, narrow)
    limit = _limit(bundle, p, q)
    if least(*aims, offsets, crossed, limit * _ROOM, 0, _CLOSER[-1]) is None:
        # No small bend clears even these: cards beside them have no say.
        return Plan(ends, 0.0, False, aims, narrow)
    return _around(bundle, ends, aims, cells, limit)


def _around(
    bundle: Bundle, ends: tuple[Ends, ...], aims: tuple[Point, Point], cells: Cells, limit: float
) -> Plan:
    """The plan of a bundle whose straight way passes under a card: bent, if that clears every other."""
    offsets = bundle.offsets
    reach = limit * _ROOM + max(map(abs, offsets)) + _BESIDE
    near = between(cells, *aims, reach, bundle.ids, _MOST_NEAR)
    if not near or least(*aims, offsets, near, limit * _ROOM, 0, _CLOSER[-1]) is None:
        return Plan(ends, 0.0, False, aims, reach)
    for closer in _CLOSER:
        for side in (0, 1, -1):
            first = least(*aims, offsets, near, limit * _ROOM, side, closer)
            if first is None:
                if not side:
                    break
                continue
            round_ = tuple([_leaving(bundle, aims, offset, first + offset) for offset in offsets])
            p, q = _means(bundle, round_)
            bend = least(p, q, offsets, near, limit, 1 if first > 0 else -1, closer)
            if bend and _outside(bundle, courses(bundle, round_, bend), near):
                return Plan(round_, bend, True, aims, reach, closer)
    return Plan(ends, 0.0, False, aims, reach)


def _afar(p: Point, q: Point, a: Box, b: Box) -> bool:
    """Whether a way between two cards is a long one."""
    return hypot(q[0] - p[0], q[1] - p[1]) > _AFAR * (a.width + b.width)


def settled(
    bundle: Bundle, wished: Plan, ends: tuple[Ends, ...], cells: Cells
) -> tuple[tuple[Ends, ...], float]:
    """The ends and the bend of a bundle once its links have been given their places on their sides.

    A place that would have it pass under a card is not taken.
    """
    bend = wished.bend
    if ends == wished.ends or not wished.clear:
        return ends, bend
    p, q = _means(bundle, ends)
    offsets = bundle.offsets
    widest = max(map(abs, offsets))
    if not bend:
        crossed = between(cells, p, q, widest, bundle.ids, _MOST_CROSSED)
        if crossed is not None and not crossed:
            return ends, 0.0
        if widest and crossed and _passes(bundle, ends, crossed, (p, q)):
            return ends, 0.0
        return wished.ends, 0.0
    near = between(cells, *wished.aims, wished.reach, bundle.ids, _MOST_NEAR) or ()
    found = least(p, q, offsets, near, _limit(bundle, p, q), 1 if bend > 0 else -1, wished.closer)
    if found and _outside(bundle, courses(bundle, ends, found), near):
        return ends, found
    return wished.ends, bend


def courses(bundle: Bundle, ends: Sequence[Ends], bend: float) -> list[Route]:
    """The course of each link of a bundle, from its first card to its second."""
    a, b, offsets = bundle[:3]
    if not bend and len(offsets) == 1 and not offsets[0]:
        ((one, other),) = ends
        return [straight(sides.point(a, one[0], one[2]), sides.point(b, other[0], other[2]))]
    (px, py), (qx, qy) = _means(bundle, ends)
    length = hypot(qx - px, qy - py)
    nx, ny = (py - qy) / length, (qx - px) / length
    points = [(sides.point(a, one[0], one[2]), sides.point(b, other[0], other[2])) for one, other in ends]
    # From the middle of its own straight way to where each passes.
    arches = [
        ((px + qx - sx - ex) / 2 + nx * (bend + offset), (py + qy - sy - ey) / 2 + ny * (bend + offset))
        for ((sx, sy), (ex, ey)), offset in zip(points, offsets, strict=True)
    ]
    highest = max(hypot(x, y) for x, y in arches)
    ease = 1.0 if bend or not highest else min(1.0, _ARCHED * length / highest)
    made: list[Route] = []
    for (one, other), (start, end), offset, (x, y) in zip(ends, points, offsets, arches, strict=True):
        if not bend + offset:
            made.append(straight(start, end))
            continue
        (sx, sy), (ex, ey) = start, end
        # The middle of a cubic is three quarters of the way to its control points.
        mx, my = x * ease * 4 / 3, y * ease * 4 / 3
        first = sx + (ex - sx) / 3 + mx, sy + (ey - sy) / 3 + my
        second = ex - (ex - sx) / 3 + mx, ey - (ey - sy) / 3 + my
        if not bend:
            first = _before(_before(first, a, one[0]), b, other[0])
            second = _before(_before(second, a, one[0]), b, other[0])
        made.append(bent(start, first, second, end))
    return made


def crossed(bundle: Bundle, planned: Plan, cells: Cells) -> tuple[str, ...]:
    """The cards that the links of a bundle go under, where no bend clears them."""
    reach = max(planned.reach, max(map(abs, bundle.offsets)) + _BESIDE)
    near = between(cells, *planned.aims, reach, bundle.ids, maxsize) or ()
    made = courses(bundle, planned.ends, 0.0)
    return tuple([card[-1] for card in near if any(_meets(way, card) for way in made)])


def _limit(bundle: Bundle, p: Point, q: Point) -> float:
    length, high = hypot(q[0] - p[0], q[1] - p[1]), bundle.source.height + bundle.target.height
    return min(max(length * _LONG, min(high / 2, length * _SHORT)), high)


def _aim(box: Box, other: Box) -> Point:
    """The point of a card its links aim at: its centre, a little towards the other card along the longer side."""
    spare = max(box.width - box.height, 0.0) / 2
    x = box.x + box.width / 2
    slide = (other.x + other.width / 2 - x) * _SLIDE
    return x + max(-spare, min(spare, slide)), box.y + box.height / 2


def _flat(bundle: Bundle, aims: tuple[Point, Point]) -> tuple[Ends, ...]:
    """The ends of ways without a bend: on sides between which no way enters a card."""
    a, b, offsets, radius = bundle[:4]
    ends = [_leaving(bundle, aims, offset, aside) for offset, aside in _arched(bundle, aims)]
    for one, other in ends:
        if not (
            sides.beyond(a, one[0], b, other[0], radius) and sides.beyond(b, other[0], a, one[0], radius)
        ):
            return tuple([sides.facing(a, b, radius, *_beside(aims, offset)) for offset in offsets])
    return tuple(ends)


def _arched(bundle: Bundle, aims: tuple[Point, Point]) -> list[tuple[float, float]]:
    """The offset of each link of a bundle, and how far aside it may pass: no farther than near cards leave it room."""
    a, b, offsets = bundle[:3]
    if not any(offsets):
        return [(offset, 0.0) for offset in offsets]
    one, other = _leaving(bundle, aims, 0.0, 0.0)
    most = _ARCHED * dist(sides.point(a, one[0], one[2]), sides.point(b, other[0], other[2]))
    arches = ((1 - _FAN) * offset for offset in offsets)
    return [
        (offset, _FAN * offset + max(-most, min(most, arch)))
        for offset, arch in zip(offsets, arches, strict=True)
    ]


def _beside(aims: tuple[Point, Point], offset: float) -> tuple[Point, Point]:
    """The aims of a link of a bundle, where there is no bound to how far aside they are."""
    (ax, ay), (bx, by) = aims
    share = _FAN * offset / hypot(bx - ax, by - ay)
    x, y = (ay - by) * share, (bx - ax) * share
    return (ax + x, ay + y), (bx + x, by + y)


def _fanned(bundle: Bundle, aims: tuple[Point, Point], offset: float) -> tuple[Point, Point]:
    """The aims of a link of a bundle: aside too, yet well inside the cards."""
    if not offset:
        return aims
    start, end = _beside(aims, offset)
    return _within(bundle.source, *start), _within(bundle.target, *end)


def _leaving(bundle: Bundle, aims: tuple[Point, Point], offset: float, aside: float) -> Ends:
    """Where a link of a bundle leaves its two cards on its way to pass so far aside."""
    a, b, _, radius = bundle[:4]
    (ax, ay), (bx, by) = aims
    dx, dy = bx - ax, by - ay
    if not aside and not offset:
        return sides.leaving(a, radius, ax, ay, dx, dy), sides.leaving(b, radius, bx, by, -dx, -dy)
    share = aside * 4 / 3 / hypot(dx, dy)
    x, y = -dy * share, dx * share
    (sx, sy), (ex, ey) = _fanned(bundle, aims, offset)
    return (
        sides.leaving(a, radius, sx, sy, ax + dx / 3 + x - sx, ay + dy / 3 + y - sy),
        sides.leaving(b, radius, ex, ey, bx - dx / 3 + x - ex, by - dy / 3 + y - ey),
    )


def _within(box: Box, x: float, y: float) -> Point:
    edge = min(box.width, box.height) / 4
    return (
        max(box.x + edge, min(box.x + box.width - edge, x)),
        max(box.y + edge, min(box.y + box.height - edge, y)),
    )


def _means(bundle: Bundle, ends: Sequence[Ends]) -> tuple[Point, Point]:
    """The two ends of the way of the whole bundle."""
    a, b = bundle.source, bundle.target
    if len(ends) == 1:
        one, other = ends[0]
        return sides.point(a, one[0], one[2]), sides.point(b, other[0], other[2])
    starts = [sides.point(a, one[0], one[2]) for one, _ in ends]
    stops = [sides.point(b, other[0], other[2]) for _, other in ends]
    count = len(ends)
    return (
        (sum(x for x, _ in starts) / count, sum(y for _, y in starts) / count),
        (sum(x for x, _ in stops) / count, sum(y for _, y in stops) / count),
    )


def _off(aims: tuple[Point, Point], p: Point, q: Point) -> float:
    """How far from the way between the aims the farther of two points is."""
    (ax, ay), (bx, by) = aims
    dx, dy = bx - ax, by - ay
    one, other = (p[1] - ay) * dx - (p[0] - ax) * dy, (q[1] - ay) * dx - (q[0] - ax) * dy
    return max(abs(one), abs(other)) / hypot(dx, dy)


def drift(wished: Plan, bundle: Bundle, ends: tuple[Ends, ...]) -> float:
    """How far from the way between the aims the cards are that have a say once the ends are settled."""
    if ends == wished.ends or wished.reach < 0.0:
        return wished.reach
    return max(wished.reach, _off(wished.aims, *_means(bundle, ends)) + max(map(abs, bundle.offsets)))


def _before(point: Point, box: Box, side: int) -> Point:
    """A point no less far out than a side, so that a curve whose control points all are does not enter the card."""
    x, y = point
    at = sides.line(box, side)
    if side == sides.RIGHT:
        return max(x, at), y
    if side == sides.LEFT:
        return min(x, at), y
    return (x, max(y, at)) if side == sides.BOTTOM else (x, min(y, at))


def _passes(bundle: Bundle, ends: tuple[Ends, ...], cards: list[Standing], way: tuple[Point, Point]) -> bool:
    """Whether the links of a bundle, as they are, all pass beside these cards."""
    if least(*way, bundle.offsets, cards, 0.0) is None:
        return False
    return _outside(bundle, courses(bundle, ends, 0.0), cards)


def _outside(bundle: Bundle, made: Sequence[Route], cards: Iterable[Standing]) -> bool:
    """Whether courses pass outside the two cards they join and, where the links of a bundle go apart, other cards."""
    inner = [(*box.centre, box.width / 2 - 0.5, box.height / 2 - 0.5) for box in bundle[:2]]
    return not any(_under(way.points, *box) for way in made for box in inner) and not any(
        _meets(way, card) for way in made for card in cards
    )


def _meets(way: Route, card: Standing) -> bool:
    """Whether a course goes under a card that is none of its own."""
    x, y, halfw, halfh, _ = card
    return _under(way.points, x, y, halfw - MARGIN + 1.0, halfh - MARGIN + 1.0)


def _under(points: Sequence[Point], x: float, y: float, halfw: float, halfh: float) -> bool:
    """Whether a line through points meets a box, given by its centre and half its sides."""
    for (ax, ay), (bx, by) in pairwise(points):
        mx, my, dx, dy = (ax + bx) / 2 - x, (ay + by) / 2 - y, (bx - ax) / 2, (by - ay) / 2
        wide, high = abs(dx), abs(dy)
        if (
            abs(mx) < halfw + wide
            and abs(my) < halfh + high
            and abs(mx * dy - my * dx) < halfw * high + halfh * wide
        ):
            return True
    return False
