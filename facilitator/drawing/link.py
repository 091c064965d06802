"""The line between two cards: it touches their outlines, never passes under them, and says what the link is.

Existing is whole, to strengthen has long dashes, to create is dotted in the accent; the width is the intensity,
the arrowheads the direction. Types are small pictograms where there is room for all of them, at mid-length if they
can; a tension is a flash in a circle, always there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import hypot

from facilitator.drawing.decor import recoloured
from facilitator.drawing.pictograms import lightning, pictogram
from facilitator.drawing.plan import Bundle, courses, plan
from facilitator.drawing.route import Route
from facilitator.drawing.shapes import Box, Path, Picture, Point, Shape, Stroke, disc
from facilitator.drawing.theme import LinkLook, Theme
from facilitator.model.document import Link
from facilitator.model.vocabulary import Direction, Pictogram, Status

BETWEEN = 3.0
"""Between two marks side by side."""

Mark = tuple[Pictogram | None, float, float, float]
"""A type of link, or without key a tension: its centre and radius."""


@dataclass(frozen=True, slots=True)
class LinkPicture:
    """A link in map units: `line` is its course from source to target, `middle` half-way along it.

    Where the two cards overlap there is nothing to paint, and the line joins their centres.
    """

    picture: Picture
    line: tuple[Point, ...]
    middle: Point


def link(
    row: Link,
    source: Box,
    target: Box,
    theme: Theme,
    lane: float = 0.0,
    marks: Sequence[Pictogram] = (),
    colour: str = "",
) -> LinkPicture:
    """A link alone between two cards' outlines.

    `lane` is its place among links that share its ends, seen from its own source: 0 is straight, one unit is
    a whole spread to the right of the way. `marks` are the pictograms of its types.
    """
    bundle = Bundle(source, target, (lane * theme.link.spread,), theme.card.radius, (row.source, row.target))
    planned = plan(bundle, {})
    if planned is None:
        return hidden(source, target)
    (way,) = courses(bundle, planned.ends, 0.0)
    wanted = wanted_marks(marks, row, way, theme.link)
    radius = theme.link.mark
    step = (2 * radius + BETWEEN) / way.length
    first = 0.5 - step * (len(wanted) - 1) / 2
    placed = [(key, *way.at(first + step * number), radius) for number, key in enumerate(wanted)]
    return drawn(row, way, theme, tuple(placed), colour)


def drawn(row: Link, way: Route, theme: Theme, marks: tuple[Mark, ...], colour: str = "") -> LinkPicture:
    """A link along its course, with its marks where they go, in another colour than its own if one is given."""
    stroke = line_stroke(row, theme)
    if colour:
        stroke = recoloured(stroke, colour, theme)
    start, end = head_room(row, way, theme.link)
    stroke = _thinner(stroke, end * _SLENDER)
    # The last dot keeps clear of the arrowhead, unless that would leave no dot.
    clear = stroke.width if row.status is Status.TO_CREATE else 0.0
    clear = min(clear, (way.length - start - end) / 4)
    if stroke.dash:
        left = way.length - start - end - (2 * clear if start else clear)
        stroke = _gapped(stroke, left, marks)
    shapes: list[Shape] = [Path(way.commands(start and start + clear, end + clear), stroke=stroke)]
    shapes.append(arrowhead(way.target, way.before_target(end), stroke.colour))
    if start:
        shapes.append(arrowhead(way.source, way.after_source(start), stroke.colour))
    for key, x, y, radius in marks:
        shapes += mark(key, x, y, stroke.colour, theme, radius)
    points = way.points
    box = _ink(points, max(stroke.width, end * _SLENDER), marks, theme.link.mark + 1)
    return LinkPicture(Picture(tuple(shapes), box), points, way.at(0.5))


def _ink(points: Sequence[Point], by: float, marks: Sequence[Mark], around: float) -> Box:
    """The box of a course and of its marks, each with so much around it."""
    if len(points) == 2:  # nearly all
        (left, top), (right, bottom) = points
        left, right = (left, right) if left < right else (right, left)
        top, bottom = (top, bottom) if top < bottom else (bottom, top)
    else:
        xs, ys = zip(*points, strict=True)
        left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    left, right, top, bottom = left - by, right + by, top - by, bottom + by
    for _, x, y, _ in marks:
        left, right = min(left, x - around), max(right, x + around)
        top, bottom = min(top, y - around), max(bottom, y + around)
    return Box(left, top, right - left, bottom - top)


def distance(line: Sequence[Point], x: float, y: float) -> float:
    """How far a point is from a course."""
    nearest = float("inf")
    ax, ay = line[0]
    for bx, by in line[1:]:
        dx, dy = bx - ax, by - ay
        square = dx * dx + dy * dy
        along = ((x - ax) * dx + (y - ay) * dy) / square if square else 0.0
        along = max(0.0, min(1.0, along))
        nearest = min(nearest, hypot(ax + along * dx - x, ay + along * dy - y))
        ax, ay = bx, by
    return nearest


def line_stroke(row: Link, theme: Theme) -> Stroke:
    """The ink of a link's line: colour and dashes for its status, width for its intensity."""
    return stroke_of(row.status, row.intensity, theme)


@lru_cache(maxsize=256)
def stroke_of(status: Status, intensity: int, theme: Theme) -> Stroke:
    """The ink of a status at an intensity."""
    width = theme.link.widths[intensity - 1]
    if status is Status.EXISTING:
        return Stroke(theme.ink, width)
    if status is Status.TO_STRENGTHEN:
        return Stroke(theme.ink, width, (8.0 + 2.5 * width, 4.5 + 1.5 * width), "flat")
    # Dots are round caps on lines of next to no length; a little wider, so that an intensity of 1 is still seen.
    width += theme.link.widths[0] * 0.6
    return Stroke(theme.accent, width, (0.01, 2.1 * width + 1.0))


def _thinner(stroke: Stroke, most: float) -> Stroke:
    """The same ink no wider than that, by tenths: between near cards, a head is seen at the end of its line."""
    if stroke.width <= most:
        return stroke
    share = max(int(10 * most / stroke.width), 1) / 10
    return Stroke(
        stroke.colour, stroke.width * share, tuple([share * one for one in stroke.dash]), stroke.cap
    )


def _gapped(stroke: Stroke, length: float, marks: Sequence[Mark]) -> Stroke:
    """The same ink with dashes so short, by twentieths, that a gap is seen: on one side of the marks, if there are.

    Dots come nearer to one another, and are smaller by as much.
    """
    drawn, empty = stroke.dash
    if marks:
        length = (length - sum(2 * radius + BETWEEN for *_, radius in marks)) / 2
    needs = drawn + empty if marks else 2 * drawn + empty
    if needs <= length:
        return stroke
    share = max(int(20 * length / needs), 2) / 20
    width = stroke.width * share if stroke.cap == "round" else stroke.width
    return Stroke(stroke.colour, width, (share * drawn, share * empty), stroke.cap)


_SLENDER = 0.36
"""Half the base of an arrowhead, as a share of its length."""


def head_length(intensity: int, look: LinkLook) -> float:
    """The length of an arrowhead: it grows with its line."""
    return look.arrow * 0.65 + 2.1 * look.widths[intensity - 1]


def arrowhead(tip: Point, base: Point, colour: str) -> Path:
    """A triangle from the middle of its base to its tip."""
    (x, y), (bx, by) = tip, base
    nx, ny = (y - by) * _SLENDER, (bx - x) * _SLENDER
    return Path((("M", x, y), ("L", bx + nx, by + ny), ("L", bx - nx, by - ny), ("Z",)), fill=colour)


def head_room(row: Link, way: Route, look: LinkLook) -> tuple[float, float]:
    """How much of a course its arrowheads take: at its start, where it goes both ways, and at its end."""
    both = row.direction is Direction.BOTH
    head = min(head_length(row.intensity, look), way.length * (0.4 if both else 0.65))
    return (head if both else 0.0), head


def mark(
    key: Pictogram | None, x: float, y: float, colour: str, theme: Theme, radius: float = 0.0
) -> tuple[Path, Path]:
    """A type of link in its circle; without key, the flash of a tension."""
    radius = radius or theme.link.mark
    if key is None:
        return (
            disc(x, y, radius, theme.surface, _ring(theme.danger)),
            lightning(x, y, radius * 1.35, theme.danger),
        )
    return (
        disc(x, y, radius, theme.surface, _ring(colour)),
        pictogram(key, x, y, radius * 1.3, colour),
    )


@lru_cache(maxsize=64)
def _ring(colour: str) -> Stroke:
    return Stroke(colour, 1.3)


def every_mark(types: Sequence[Pictogram], row: Link) -> tuple[Pictogram | None, ...]:
    """The marks of a link: its types, then its tension if it has one."""
    return (*types, None) if row.tension else tuple(types)


def wanted_marks(
    types: Sequence[Pictogram], row: Link, way: Route, look: LinkLook
) -> tuple[Pictogram | None, ...]:
    """Every mark when they all have room on a course; else the tension alone."""
    wanted = every_mark(types, row)
    if not wanted:
        return ()
    start, end = head_room(row, way, look)
    if len(wanted) * (2 * look.mark + BETWEEN) + 6.0 <= way.length - start - end:
        return wanted
    return (None,) if row.tension else ()


def hidden(source: Box, target: Box) -> LinkPicture:
    """A link between two cards that leave no way between them."""
    (ax, ay), (bx, by) = source.centre, target.centre
    middle = (ax + bx) / 2, (ay + by) / 2
    return LinkPicture(Picture((), Box(*middle, 0.0, 0.0)), ((ax, ay), (bx, by)), middle)
