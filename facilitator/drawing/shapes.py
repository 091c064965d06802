"""What a picture is made of: boxes, strokes, paths, texts and bitmaps, as values any ink can paint.

Lengths are map units, y grows downwards. Colours are "#RRGGBB" and opaque: what is paler is another
colour (`facilitator.drawing.theme.blend`), so that every ink agrees.

An ink paints a path with the non-zero rule, round joins, fill first and stroke over it; dash lengths are
in map units (not in stroke widths). It paints a text with the bundled font, kerning and ligatures off.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

Curve = tuple[Literal["C"], float, float, float, float, float, float]
Command = tuple[Literal["M"], float, float] | tuple[Literal["L"], float, float] | Curve | tuple[Literal["Z"]]
"""Move, line, cubic curve (two control points, then the end), close; always absolute."""

Point = tuple[float, float]
Cap = Literal["round", "flat"]
Anchor = Literal["start", "middle", "end"]


class Box(NamedTuple):
    """A rectangle; `x`, `y` is its corner at the top left. One without size still has a place."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def centre(self) -> Point:
        return self.x + self.width / 2, self.y + self.height / 2

    def moved(self, dx: float, dy: float) -> Box:
        return Box(self.x + dx, self.y + dy, self.width, self.height)

    def centred(self, x: float, y: float) -> Box:
        """Of the same size, around a point."""
        return Box(x - self.width / 2, y - self.height / 2, self.width, self.height)

    def grown(self, by: float) -> Box:
        """Farther out by so much on each side."""
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def united(self, other: Box) -> Box:
        """The smallest box that holds both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Box(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)

    def contains(self, x: float, y: float) -> bool:
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height

    def holds(self, other: Box) -> bool:
        """Whether another is wholly within."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.x + other.width <= self.x + self.width
            and other.y + other.height <= self.y + self.height
        )

    def intersects(self, other: Box) -> bool:
        """Whether they share at least a point."""
        return (
            self.x <= other.x + other.width
            and other.x <= self.x + self.width
            and self.y <= other.y + other.height
            and other.y <= self.y + self.height
        )


def box_of(points: Iterable[Point]) -> Box:
    """The smallest box that holds every point; there is at least one."""
    xs, ys = zip(*points, strict=True)
    x, y = min(xs), min(ys)
    return Box(x, y, max(xs) - x, max(ys) - y)


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds every box; an empty one at the origin when there is none."""
    held = list(boxes)
    if not held:
        return Box(0.0, 0.0, 0.0, 0.0)
    x, y = min([box.x for box in held]), min([box.y for box in held])
    right = max([box.x + box.width for box in held])
    bottom = max([box.y + box.height for box in held])
    return Box(x, y, right - x, bottom - y)


class Stroke(NamedTuple):
    """A line's ink. `dash` alternates drawn and empty lengths; empty, the line is whole."""

    colour: str
    width: float
    dash: tuple[float, ...] = ()
    cap: Cap = "round"


class Path(NamedTuple):
    """Lines and curves, filled, stroked, or both.

    Many paths share one outline, each at its own `x`, `y`: an ink may prepare an outline once and paint it at each
    place, or take the `commands`, already there.
    """

    outline: tuple[Command, ...]
    fill: str | None = None
    stroke: Stroke | None = None
    x: float = 0.0
    y: float = 0.0

    @property
    def commands(self) -> tuple[Command, ...]:
        """The outline where it is to be painted."""
        return moved(self.outline, self.x, self.y) if self.x or self.y else self.outline

    def moved(self, dx: float, dy: float) -> Path:
        return Path(self.outline, self.fill, self.stroke, self.x + dx, self.y + dy)


@dataclass(frozen=True, slots=True)
class Text:
    """One line of letters; `x` is its start, middle or end according to `anchor`, `y` its baseline."""

    x: float
    y: float
    text: str
    size: float
    bold: bool
    colour: str
    anchor: Anchor = "start"

    def moved(self, dx: float, dy: float) -> Text:
        return Text(self.x + dx, self.y + dy, self.text, self.size, self.bold, self.colour, self.anchor)


@dataclass(frozen=True, slots=True)
class Bitmap:
    """A PNG or a JPEG stretched over a box; `opacity` is how much of it is left over what is below.

    It is the one shape that is not opaque: nobody knows the colours it would be blended from.
    """

    x: float
    y: float
    width: float
    height: float
    data: bytes
    opacity: float = 1.0

    def moved(self, dx: float, dy: float) -> Bitmap:
        return Bitmap(self.x + dx, self.y + dy, self.width, self.height, self.data, self.opacity)


Shape = Path | Text | Bitmap


@dataclass(frozen=True, slots=True)
class Picture:
    """Shapes in painting order, and the box that holds all of their ink."""

    shapes: tuple[Shape, ...]
    box: Box

    def moved(self, dx: float, dy: float) -> Picture:
        return Picture(tuple(shape.moved(dx, dy) for shape in self.shapes), self.box.moved(dx, dy))


def together(pictures: Iterable[Picture]) -> Picture:
    """Several pictures as one, the first below."""
    held = list(pictures)
    return Picture(
        tuple(shape for picture in held for shape in picture.shapes), union(picture.box for picture in held)
    )


def moved(commands: tuple[Command, ...], dx: float, dy: float) -> tuple[Command, ...]:
    """The same path elsewhere."""
    return tuple(
        [
            ("L", command[1] + dx, command[2] + dy)
            if command[0] == "L"
            else ("M", command[1] + dx, command[2] + dy)
            if command[0] == "M"
            else _curve_moved(command, dx, dy)
            if command[0] == "C"
            else command
            for command in commands
        ]
    )


def _curve_moved(command: Curve, dx: float, dy: float) -> Curve:
    _, x1, y1, x2, y2, x, y = command
    return "C", x1 + dx, y1 + dy, x2 + dx, y2 + dy, x + dx, y + dy


def line(points: Iterable[Point], *, closed: bool = False) -> tuple[Command, ...]:
    """Straight strokes through points."""
    (x, y), *rest = points
    ending: tuple[Command, ...] = (("Z",),) if closed else ()
    return (("M", x, y), *(("L", x, y) for x, y in rest), *ending)


_ROUND = 0.5522847498
"""How far the control points of a quarter of circle stand, for a radius of 1."""


@lru_cache(maxsize=1024)
def rounded(box: Box, radius: float) -> tuple[Command, ...]:
    """A rectangle with round corners, clockwise from the top left; the radius gives way in small boxes."""
    r = min(radius, box.width / 2, box.height / 2)
    k = r * (1 - _ROUND)
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    return (
        ("M", x + r, y),
        ("L", right - r, y),
        ("C", right - k, y, right, y + k, right, y + r),
        ("L", right, bottom - r),
        ("C", right, bottom - k, right - k, bottom, right - r, bottom),
        ("L", x + r, bottom),
        ("C", x + k, bottom, x, bottom - k, x, bottom - r),
        ("L", x, y + r),
        ("C", x, y + k, x + k, y, x + r, y),
        ("Z",),
    )


@lru_cache(maxsize=256)
def circle(radius: float) -> tuple[Command, ...]:
    """A disc's outline around the origin."""
    return oval(radius, radius)


def oval(x: float, y: float) -> tuple[Command, ...]:
    """The outline of an ellipse around the origin, by its half width and its half height."""
    near_x, near_y = x * _ROUND, y * _ROUND
    return (
        ("M", x, 0.0),
        ("C", x, near_y, near_x, y, 0.0, y),
        ("C", -near_x, y, -x, near_y, -x, 0.0),
        ("C", -x, -near_y, -near_x, -y, 0.0, -y),
        ("C", near_x, -y, x, -near_y, x, 0.0),
        ("Z",),
    )


def disc(x: float, y: float, radius: float, fill: str | None = None, stroke: Stroke | None = None) -> Path:
    """A disc around a centre."""
    return Path(circle(radius), fill, stroke, x, y)
