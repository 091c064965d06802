"""The course of a link: from the outline of one card to that of the other, straight or bent aside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from math import copysign, hypot, inf, sqrt

from facilitator.drawing.shapes import Box, Command, Point

_SLIDE = 0.12
"""How much a link leaves its card's centre for the side of the other card, so that arrowheads spread."""
_FAN = 0.4
"""How far apart bent links end, as a share of how far apart they pass."""
_LEAST = 2.0
"""A shorter course is none: the cards touch."""
_SAMPLES = 16

Cubic = tuple[Point, Point, Point, Point]


@dataclass(frozen=True, slots=True)
class Straight:
    """A straight course between two outlines."""

    source: Point
    target: Point
    length: float

    @property
    def points(self) -> tuple[Point, ...]:
        return self.source, self.target

    def at(self, share: float) -> Point:
        """The point at this share of the length, from the source."""
        (ax, ay), (bx, by) = self.source, self.target
        return ax + (bx - ax) * share, ay + (by - ay) * share

    def after_source(self, length: float) -> Point:
        return self.at(length / self.length)

    def before_target(self, length: float) -> Point:
        return self.at(1 - length / self.length)

    def commands(self, start: float, end: float) -> tuple[Command, ...]:
        """The course without a length at its start and another at its end."""
        (ax, ay), (bx, by) = self.after_source(start), self.before_target(end)
        return ("M", ax, ay), ("L", bx, by)


@dataclass(frozen=True, slots=True)
class Bent:
    """A course along a cubic curve; `points` are samples of it at equal steps of its parameter."""

    curve: Cubic
    points: tuple[Point, ...]
    length: float

    @property
    def source(self) -> Point:
        return self.curve[0]

    @property
    def target(self) -> Point:
        return self.curve[3]

    def at(self, share: float) -> Point:
        """The point at this share of the length, from the source."""
        left = share * self.length
        for (ax, ay), (bx, by) in pairwise(self.points):
            step = hypot(bx - ax, by - ay)
            if left <= step:
                part = left / step if step else 0.0
                return ax + (bx - ax) * part, ay + (by - ay) * part
            left -= step
        return self.target

    def after_source(self, length: float) -> Point:
        return _point(self.curve, self._leaves_source(length))

    def before_target(self, length: float) -> Point:
        return _point(self.curve, self._leaves_target(length))

    def commands(self, start: float, end: float) -> tuple[Command, ...]:
        """The course without a length at its start and another at its end."""
        a, b, c, d = _part(self.curve, self._leaves_source(start), self._leaves_target(end))
        return ("M", *a), ("C", *b, *c, *d)

    def _leaves_source(self, length: float) -> float:
        x, y = self.source
        return _border(lambda t: _far(_point(self.curve, t), x, y) <= length, 0.0, 1.0) if length else 0.0

    def _leaves_target(self, length: float) -> float:
        x, y = self.target
        return _border(lambda t: _far(_point(self.curve, t), x, y) <= length, 1.0, 0.0) if length else 1.0


Route = Straight | Bent


def route(source: Box, target: Box, radius: float, aside: float = 0.0) -> Route | None:
    """From one rounded outline to the other, passing `aside` units to the right of the straight way at its middle;
    None where the cards leave no way between them."""
    a, b = _aim(source, target), _aim(target, source)
    dx, dy = b[0] - a[0], b[1] - a[1]
    whole = hypot(dx, dy)
    if whole < _LEAST:
        return None
    dx, dy = dx / whole, dy / whole
    if aside:
        return _bent(source, target, radius, (a, b), (-dy * aside, dx * aside))
    start, end = _exit(source, radius, a, dx, dy), _exit(target, radius, b, -dx, -dy)
    length = whole - start - end
    if length < _LEAST:
        return None
    return Straight((a[0] + dx * start, a[1] + dy * start), (b[0] - dx * end, b[1] - dy * end), length)


def _bent(source: Box, target: Box, radius: float, ends: tuple[Point, Point], aside: Point) -> Bent | None:
    (nx, ny), (start, end) = aside, ends
    a, d = _within(source, start, nx, ny), _within(target, end, nx, ny)
    # The middle of a cubic is three quarters of the way to its control points; its ends already stand aside.
    reach = (1 - _FAN / 4) * 4 / 3
    bx, by = start[0] + (end[0] - start[0]) * 0.3, start[1] + (end[1] - start[1]) * 0.3
    cx, cy = start[0] + (end[0] - start[0]) * 0.7, start[1] + (end[1] - start[1]) * 0.7
    curve = (a, (bx + nx * reach, by + ny * reach), (cx + nx * reach, cy + ny * reach), d)
    leaves = _border(lambda t: inside(source, radius, *_point(curve, t)), 0.0, 1.0)
    enters = _border(lambda t: inside(target, radius, *_point(curve, t)), 1.0, 0.0)
    if leaves >= enters:
        return None
    curve = _part(curve, leaves, enters)
    points = tuple(_point(curve, step / _SAMPLES) for step in range(_SAMPLES + 1))
    length = sum(hypot(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(points))
    return Bent(curve, points, length) if length >= _LEAST else None


def inside(box: Box, radius: float, x: float, y: float) -> bool:
    """Whether a point is inside a rounded rectangle."""
    cx, cy = box.centre
    r = min(radius, box.width / 2, box.height / 2)
    px, py = abs(x - cx) - box.width / 2 + r, abs(y - cy) - box.height / 2 + r
    if px > 0 and py > 0:
        return px * px + py * py <= r * r
    return px <= r and py <= r


def _aim(box: Box, other: Box) -> Point:
    """The point of a card its links aim at: its centre, a little towards the other card along the longer side."""
    spare = max(box.width - box.height, 0.0) / 2
    x = box.x + box.width / 2
    slide = (other.x + other.width / 2 - x) * _SLIDE
    return x + max(-spare, min(spare, slide)), box.y + box.height / 2


def _within(box: Box, aim: Point, nx: float, ny: float) -> Point:
    """The aim of a bent link: aside too, yet well inside the card."""
    x, y = aim[0] + nx * _FAN, aim[1] + ny * _FAN
    edge = min(box.width, box.height) / 4
    return (
        max(box.x + edge, min(box.right - edge, x)),
        max(box.y + edge, min(box.bottom - edge, y)),
    )


def _exit(box: Box, radius: float, start: Point, dx: float, dy: float) -> float:
    """How far one goes from a point inside a rounded rectangle, along a unit vector, to reach its outline."""
    halfw, halfh = box.width / 2, box.height / 2
    ox, oy = start[0] - box.x - halfw, start[1] - box.y - halfh
    far = min((copysign(halfw, dx) - ox) / dx if dx else inf, (copysign(halfh, dy) - oy) / dy if dy else inf)
    r = min(radius, halfw, halfh)
    x, y = ox + dx * far, oy + dy * far
    if abs(x) <= halfw - r or abs(y) <= halfh - r:
        return far
    # It leaves by a corner: where the way meets the corner's circle.
    ox, oy = ox - copysign(halfw - r, x), oy - copysign(halfh - r, y)
    along = ox * dx + oy * dy
    return -along + sqrt(max(along * along - ox * ox - oy * oy + r * r, 0.0))


def _far(point: Point, x: float, y: float) -> float:
    return hypot(point[0] - x, point[1] - y)


def _border(holds: Callable[[float], bool], yes: float, no: float) -> float:
    """Where what holds at `yes` stops holding, on the way to `no`, to a hundredth of a unit on any map."""
    for _ in range(16):
        middle = (yes + no) / 2
        if holds(middle):
            yes = middle
        else:
            no = middle
    return yes


def _point(curve: Cubic, t: float) -> Point:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = curve
    s = 1 - t
    p, q, r, w = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
    return ax * p + bx * q + cx * r + dx * w, ay * p + by * q + cy * r + dy * w


def _part(curve: Cubic, start: float, end: float) -> Cubic:
    """The piece of a curve between two of its parameters."""
    _, right = _split(curve, start)
    left, _ = _split(right, (end - start) / (1 - start) if start < 1 else 1.0)
    return left


def _split(curve: Cubic, t: float) -> tuple[Cubic, Cubic]:
    a, b, c, d = curve
    ab, bc, cd = _towards(a, b, t), _towards(b, c, t), _towards(c, d, t)
    abc, bcd = _towards(ab, bc, t), _towards(bc, cd, t)
    middle = _towards(abc, bcd, t)
    return (a, ab, abc, middle), (middle, bcd, cd, d)


def _towards(a: Point, b: Point, share: float) -> Point:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
