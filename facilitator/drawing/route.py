"""The course of a link, from the outline of one card to that of the other: straight, or bent aside."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from facilitator.drawing.shapes import Command, Point

_SAMPLES = 16
_WEIGHTS = tuple(
    ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3)
    for t in (step / _SAMPLES for step in range(_SAMPLES + 1))
)

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

    def reversed(self) -> Straight:
        return Straight(self.target, self.source, self.length)


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
        return _point(self.curve, _away(self.curve, self.points, length))

    def before_target(self, length: float) -> Point:
        a, b, c, d = self.curve
        back = d, c, b, a
        return _point(back, _away(back, self.points[::-1], length))

    def commands(self, start: float, end: float) -> tuple[Command, ...]:
        """The course without a length at its start and another at its end."""
        a, b, c, d = self.curve
        first = _away(self.curve, self.points, start)
        last = 1 - _away((d, c, b, a), self.points[::-1], end)
        a, b, c, d = _part(self.curve, first, last)
        return ("M", *a), ("C", *b, *c, *d)

    def reversed(self) -> Bent:
        a, b, c, d = self.curve
        return Bent((d, c, b, a), self.points[::-1], self.length)


Route = Straight | Bent


def straight(a: Point, b: Point) -> Straight:
    """The straight course between two points."""
    return Straight(a, b, hypot(b[0] - a[0], b[1] - a[1]))


def bent(a: Point, b: Point, c: Point, d: Point) -> Bent:
    """The course along a cubic curve."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = a, b, c, d
    points = [
        (ax * p + bx * q + cx * r + dx * w, ay * p + by * q + cy * r + dy * w) for p, q, r, w in _WEIGHTS
    ]
    length, x, y = 0.0, ax, ay
    for px, py in points:
        length += hypot(px - x, py - y)
        x, y = px, py
    return Bent((a, b, c, d), tuple(points), length)


def _away(curve: Cubic, points: tuple[Point, ...], length: float) -> float:
    """The parameter at which a curve first is so far from its start, to a hundredth of a unit."""
    if not length:
        return 0.0
    x, y = points[0]
    far, step = 0.0, 0
    near = 0.0
    while far < length:
        if step == _SAMPLES:
            return 1.0
        step += 1
        near, far = far, hypot(points[step][0] - x, points[step][1] - y)
    low, high = (step - 1) / _SAMPLES, step / _SAMPLES
    t = low
    for _ in range(8):
        # Between two samples the distance grows; the chord finds it in a few strides.
        t = low + (high - low) * (length - near) / (far - near) if far > near else high
        px, py = _point(curve, t)
        now = hypot(px - x, py - y)
        if abs(now - length) < 0.01:
            break
        if now < length:
            low, near = t, now
        else:
            high, far = t, now
    return t


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
