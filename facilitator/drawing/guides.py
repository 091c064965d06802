"""Guides: where a card that is moved lines up with those around it, or stands as far from them as they stand apart.

Geometry alone, in map units. Everything is told along one axis, then done for both: a span is a box seen along it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from facilitator.drawing.shapes import Box, Point

_NEAR = 900.0
"""Cards farther away than this, across, are not lined up with."""
_SAME = 1e-6
"""Lengths nearer than this are one length: they came from the same sums in another order."""


@dataclass(frozen=True, slots=True)
class Guide:
    """A straight line to be shown, upright or level; a `gap` is one of several equal distances between cards."""

    start: Point
    end: Point
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Fit:
    """How far to move a box so that it lines up, and what shows why."""

    dx: float = 0.0
    dy: float = 0.0
    guides: tuple[Guide, ...] = ()


@dataclass(frozen=True, slots=True)
class _Span:
    """A box along one axis, from `low` to `high`; from `near` to `far` across it."""

    low: float
    high: float
    near: float
    far: float

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2

    def moved(self, by: float) -> _Span:
        return _Span(self.low + by, self.high + by, self.near, self.far)

    def beside(self, other: _Span) -> bool:
        """Whether both stand in one row: they share something across."""
        return self.near < other.far and other.near < self.far

    def within_reach(self, other: _Span) -> bool:
        return self.near - other.far <= _NEAR and other.near - self.far <= _NEAR


class Guides:
    """What the cards around offer; sorted once, then asked at every move."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        held = tuple(boxes)
        self._along = _Axis([_level(box) for box in held])
        self._down = _Axis([_upright(box) for box in held])

    def fit(self, box: Box, reach: float) -> Fit:
        """The nearest place within reach where this box lines up, each way by itself; none where that place would
        pull it farther, as when going one way takes it out of the row that held it the other way."""
        dx, dy = self._along.shift(_level(box), reach), self._down.shift(_upright(box), reach)
        there = box.moved(dx, dy)
        onward = self._along.shift(_level(there), reach), self._down.shift(_upright(there), reach)
        if max(map(abs, onward)) > _SAME:
            return Fit()
        # A row is the one the card was in when it was held to it: each axis by itself, here too.
        upright = (*self._along.lines(_level(there)), *self._along.gaps(_level(box).moved(dx)))
        level = (*self._down.lines(_upright(there)), *self._down.gaps(_upright(box).moved(dy)))
        return Fit(dx, dy, (*upright, *map(_turned, level)))


class _Axis:
    def __init__(self, spans: list[_Span]) -> None:
        edges = [(span.low, span) for span in spans] + [(span.high, span) for span in spans]
        self._edges = _Sorted(edges)
        self._middles = _Sorted([(span.middle, span) for span in spans])
        self._spans = spans

    def shift(self, span: _Span, reach: float) -> float:
        """How far to move along this axis; nothing when there is no reason to."""
        wanted = [
            value - own
            for own, held in self._offers(span)
            for value, other in held.between(own - reach, own + reach)
            if other.within_reach(span)
        ]
        wanted += [by for by in self._spaced(span) if abs(by) <= reach]
        return min(wanted, key=abs, default=0.0)

    def lines(self, span: _Span) -> Iterator[Guide]:
        """Lines across, through all that a span lines up with."""
        lines: dict[float, list[_Span]] = {}
        for own, held in self._offers(span):
            for _value, other in held.between(own - _SAME, own + _SAME):
                if other.within_reach(span):
                    lines.setdefault(own, [span]).append(other)
        for at, held_there in lines.items():
            start, end = min(one.near for one in held_there), max(one.far for one in held_there)
            yield Guide((at, start), (at, end))

    def gaps(self, span: _Span) -> Iterator[Guide]:
        """Equal gaps along, between a span and those of its row."""
        row = self._row(span)
        for first, second in {(a, b) for three in _threes(row, span) for a, b in _pairs(three)}:
            level = (max(first.near, second.near) + min(first.far, second.far)) / 2
            yield Guide((first.high, level), (second.low, level), gap=True)

    def _offers(self, span: _Span) -> tuple[tuple[float, _Sorted], ...]:
        """Edges go with edges, middles with middles."""
        return (span.low, self._edges), (span.high, self._edges), (span.middle, self._middles)

    def _row(self, span: _Span) -> list[_Span]:
        return sorted((one for one in self._spans if one.beside(span)), key=lambda one: one.low)

    def _spaced(self, span: _Span) -> Iterator[float]:
        """Moves after which the gaps to the nearest cards of the row are equal."""
        left, right = _sides(self._row(span), span)
        if left and right and right[0].low - left[-1].high > span.high - span.low:
            yield (left[-1].high + right[0].low) / 2 - span.middle
        if len(left) == 2 and _apart(*left) and left[0].beside(left[1]):
            yield left[1].high + (left[1].low - left[0].high) - span.low
        if len(right) == 2 and _apart(*right) and right[0].beside(right[1]):
            yield right[0].low - (right[1].low - right[0].high) - span.high


class _Sorted:
    """Spans by a number, in order."""

    def __init__(self, pairs: list[tuple[float, _Span]]) -> None:
        pairs.sort(key=lambda pair: pair[0])
        self._keys = [key for key, _span in pairs]
        self._pairs = pairs

    def between(self, least: float, most: float) -> list[tuple[float, _Span]]:
        return self._pairs[bisect_left(self._keys, least) : bisect_right(self._keys, most)]


def _sides(row: list[_Span], span: _Span) -> tuple[list[_Span], list[_Span]]:
    """The two nearest of a row on each side, in order."""
    before = [one for one in row if one.middle < span.middle]
    after = [one for one in row if one.middle > span.middle]
    return before[-2:], after[:2]


def _threes(row: list[_Span], span: _Span) -> Iterator[tuple[_Span, _Span, _Span]]:
    """Three spans that follow one another, the moved one among them, with the same gap twice."""
    before, after = _sides(row, span)
    order = [*before, span, *after]
    for three in zip(order, order[1:], order[2:], strict=False):
        pairs = _pairs(three)
        first, second = (b.low - a.high for a, b in pairs)
        if first > _SAME and abs(first - second) <= _SAME and all(a.beside(b) for a, b in pairs):
            yield three


def _pairs(three: tuple[_Span, _Span, _Span]) -> tuple[tuple[_Span, _Span], tuple[_Span, _Span]]:
    return (three[0], three[1]), (three[1], three[2])


def _apart(first: _Span, second: _Span) -> bool:
    return second.low - first.high > _SAME


def _level(box: Box) -> _Span:
    return _Span(box.x, box.right, box.y, box.bottom)


def _upright(box: Box) -> _Span:
    return _Span(box.y, box.bottom, box.x, box.right)


def _turned(guide: Guide) -> Guide:
    (a, b), (c, d) = guide.start, guide.end
    return Guide((b, a), (d, c), guide.gap)
