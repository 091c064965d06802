"""The line between two cards: it touches their outlines, never passes under them, and says what the link is.

Existing is whole, to strengthen has long dashes, to create is dotted in the accent; the width is the intensity,
the arrowheads the direction. Types are small pictograms at mid-length where there is room for all of them;
a tension is a flash in a circle, always there. A line is straight unless `lane` says that others share its ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import hypot

from facilitator.drawing.pictograms import lightning, pictogram
from facilitator.drawing.route import Route, route
from facilitator.drawing.shapes import Box, Path, Picture, Point, Shape, Stroke, box_of, disc
from facilitator.drawing.theme import LinkLook, Theme
from facilitator.model.document import Link
from facilitator.model.vocabulary import Direction, Pictogram, Status

_BETWEEN = 3.0
"""Between two marks side by side."""


@dataclass(frozen=True, slots=True)
class LinkPicture:
    """A link in map units: `line` is its course from source to target, `middle` where its marks sit.

    Where the two cards overlap there is nothing to paint, and the line joins their centres.
    """

    picture: Picture
    line: tuple[Point, ...]
    middle: Point


def link(
    row: Link, source: Box, target: Box, theme: Theme, lane: float = 0.0, marks: Sequence[Pictogram] = ()
) -> LinkPicture:
    """The link between two cards' outlines.

    `lane` is its place among the links that share its ends, seen from its own source: 0 is straight, one unit is
    a whole spread to the right of the way. `marks` are the pictograms of its types.
    """
    look = theme.link
    stroke = line_stroke(row, theme)
    way = route(source, target, theme.card.radius, lane * look.spread)
    if way is None:
        return _hidden(source, target)
    both = row.direction is Direction.BOTH
    head = min(head_length(row.intensity, look), way.length * (0.45 if both else 0.8))
    start, end = (head if both else 0.0), head
    # The last dot keeps clear of the arrowhead, unless that would leave no dot.
    clear = stroke.width if row.status is Status.TO_CREATE else 0.0
    clear = min(clear, (way.length - start - end) / 4)
    shapes: list[Shape] = [Path(way.commands(start and start + clear, end + clear), stroke=stroke)]
    shapes.append(arrowhead(way.target, way.before_target(end), stroke.colour))
    if both:
        shapes.append(arrowhead(way.source, way.after_source(start), stroke.colour))
    shown = _fitting(marks, row.tension, way.length - start - end, look.mark)
    shapes += _marks(shown, way, stroke.colour, theme)
    reach = max(stroke.width, head * _SLENDER, look.mark + 1 if shown else 0.0)
    points = way.points
    return LinkPicture(Picture(tuple(shapes), box_of(points).grown(reach)), points, way.at(0.5))


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


def mark(key: Pictogram | None, x: float, y: float, colour: str, theme: Theme) -> tuple[Path, Path]:
    """A type of link in its circle; without key, the flash of a tension."""
    radius = theme.link.mark
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


def _fitting(
    marks: Sequence[Pictogram], tension: bool, room: float, radius: float
) -> tuple[Pictogram | None, ...]:
    """Every mark when they all have room; else the tension alone."""
    wanted = (*marks, None) if tension else tuple(marks)
    if len(wanted) * (2 * radius + _BETWEEN) + 6.0 <= room:
        return wanted
    return (None,) if tension else ()


def _marks(shown: tuple[Pictogram | None, ...], way: Route, colour: str, theme: Theme) -> list[Path]:
    if not shown:
        return []
    step = (2 * theme.link.mark + _BETWEEN) / way.length
    first = 0.5 - step * (len(shown) - 1) / 2
    paths: list[Path] = []
    for number, key in enumerate(shown):
        x, y = way.at(first + step * number)
        paths += mark(key, x, y, colour, theme)
    return paths


def _hidden(source: Box, target: Box) -> LinkPicture:
    (ax, ay), (bx, by) = source.centre, target.centre
    middle = (ax + bx) / 2, (ay + by) / 2
    return LinkPicture(Picture((), Box(*middle, 0.0, 0.0)), ((ax, ay), (bx, by)), middle)
