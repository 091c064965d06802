"""Signs with their words, set one after the other on as many lines as the room asks for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from facilitator.drawing import lettering
from facilitator.drawing.lettering import CAP_HEIGHT, LINE
from facilitator.drawing.shapes import Shape, Text

_AFTER_SIGN, _BETWEEN, _LEADING = 0.5, 1.6, 1.9
"""From a sign to its words, from one entry to the next, from one row of entries to the next; in sizes of text."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A sign and what it means. The sign starts at x = 0 and is centred on y = 0."""

    sign: tuple[Shape, ...]
    width: float
    text: str
    colour: str


@dataclass(frozen=True, slots=True)
class Flowed:
    """Shapes from the top left, and how much of the room they take."""

    shapes: tuple[Shape, ...]
    width: float
    height: float


def flow(entries: Iterable[Entry], room: float, size: float) -> Flowed:
    """Entries in rows no wider than `room`, down from y = 0; words too long for a row alone take several lines."""
    shapes: list[Shape] = []
    x = y = tallest = widest = 0.0
    for entry in entries:
        indent = entry.width + size * _AFTER_SIGN if entry.width else 0.0
        lines = lettering.wrap(entry.text, size, False, max(room - indent, size))
        needs = indent + max(lettering.width(line, size) for line in lines)
        if x and x + needs > room:
            x, y, tallest = 0.0, y + tallest, 0.0
        shapes += _set(entry, lines, x, y, indent, size)
        tallest = max(tallest, row_height(size) + (len(lines) - 1) * size * LINE)
        widest = max(widest, x + needs)
        x += needs + size * _BETWEEN
    return Flowed(tuple(shapes), widest, y + tallest)


def row_height(size: float) -> float:
    """How much one row of entries takes."""
    return size * _LEADING


def baseline(size: float) -> float:
    """Where the letters of a row stand, from its top: their capitals are centred."""
    return row_height(size) / 2 + size * CAP_HEIGHT / 2


def _set(entry: Entry, lines: tuple[str, ...], x: float, y: float, indent: float, size: float) -> list[Shape]:
    sign = [shape.moved(x, y + row_height(size) / 2) for shape in entry.sign]
    first = y + baseline(size)
    texts = [
        Text(x + indent, first + number * size * LINE, line, size, False, entry.colour)
        for number, line in enumerate(lines)
    ]
    return [*sign, *texts]
