"""Our own line pictograms, for categories of actors and types of link, and the mark of a tension.

Each is drawn on a grid of 24 by 24 with one stroke of 1.9: letters M, L, C, Z as in `shapes`, and O for a
circle (centre, radius).
"""

from __future__ import annotations

from functools import lru_cache

from facilitator.drawing.shapes import Command, Path, Stroke, circle, line, moved
from facilitator.model.vocabulary import Pictogram

_GRID = 24.0
_STROKE = 1.9

_DRAWN: dict[Pictogram, str] = {
    Pictogram.COLUMNS: (
        "M 3 9 L 12 3.5 L 21 9 Z M 6 12 L 6 17.5 M 10 12 L 10 17.5 M 14 12 L 14 17.5 M 18 12 L 18 17.5"
        " M 3 20.5 L 21 20.5"
    ),
    Pictogram.TOWN_HALL: (
        "M 2.5 20.5 L 2.5 15.5 L 8 15.5 M 16 15.5 L 21.5 15.5 L 21.5 20.5 M 1.5 20.5 L 22.5 20.5"
        " M 8 20.5 L 8 9 L 16 9 L 16 20.5 O 12 13.8 1.7 M 12 9 L 12 2 L 19 4.2 L 12 6.4"
    ),
    Pictogram.PEOPLE: (
        "O 8 8 3.2 M 2.5 19.5 L 2.5 18 C 2.5 15 5 13.5 8 13.5 C 11 13.5 13.5 15 13.5 18 L 13.5 19.5"
        " M 15.2 5 C 17.2 5 18.7 6.3 18.7 8.2 C 18.7 10 17.2 11.3 15.4 11.3"
        " M 17 13.8 C 19.7 14.2 21.5 15.7 21.5 18 L 21.5 19.5"
    ),
    Pictogram.BUILDINGS: (
        "M 3.5 20.5 L 3.5 9.5 L 11 9.5 L 11 20.5 M 11 20.5 L 11 3.5 L 20.5 3.5 L 20.5 20.5 M 2 20.5 L 22 20.5"
        " M 7.2 13.2 L 7.3 13.2 M 7.2 16.8 L 7.3 16.8 M 14.2 7.5 L 17.3 7.5 M 14.2 11.5 L 17.3 11.5"
        " M 14.2 15.5 L 17.3 15.5"
    ),
    Pictogram.HEART: (
        "M 12 20.5 C 5.5 16 2.5 12.5 2.5 8.8 C 2.5 5.8 4.7 3.8 7.3 3.8 C 9.3 3.8 11 4.9 12 7"
        " C 13 4.9 14.7 3.8 16.7 3.8 C 19.3 3.8 21.5 5.8 21.5 8.8 C 21.5 12.5 18.5 16 12 20.5 Z"
    ),
    Pictogram.MORTARBOARD: (
        "M 1.8 9.5 L 12 4.5 L 22.2 9.5 L 12 14.5 Z M 6 12 L 6 17 C 8.5 19.8 15.5 19.8 18 17 L 18 12"
        " M 22.2 9.5 L 22.2 15.5"
    ),
    Pictogram.PERSON: "O 12 7.8 4 M 4.5 20.5 C 4.5 16.5 7.8 14.8 12 14.8 C 16.2 14.8 19.5 16.5 19.5 20.5",
    Pictogram.PLUS: "M 12 4.5 L 12 19.5 M 4.5 12 L 19.5 12",
    Pictogram.LEAF: (
        "M 5 19 C 2.5 10 8.5 3.5 20.5 3.5 C 20.5 15.5 14 21.5 5 19 Z M 3.5 21 C 6.5 15.5 10 12 14.5 9.5"
    ),
    Pictogram.STAR: (
        "M 12 3 L 14.7 9 L 21.2 9.7 L 16.4 14.1 L 17.7 20.5 L 12 17.3 L 6.3 20.5 L 7.6 14.1 L 2.8 9.7 L 9.3 9 Z"
    ),
    Pictogram.HOUSE: (
        "M 2.5 11.5 L 12 3.5 L 21.5 11.5 M 5 9.5 L 5 20.5 L 19 20.5 L 19 9.5 M 10 20.5 L 10 14.5 L 14 14.5 L 14 20.5"
    ),
    Pictogram.MEGAPHONE: (
        "M 3 9.5 L 8.5 9.5 L 17.5 4.5 L 17.5 19 L 8.5 14.5 L 3 14.5 Z M 6 14.5 L 7.5 20.5 L 10.5 20.5 L 9.5 15"
        " M 20.8 9.5 C 21.6 11 21.6 12.8 20.8 14.3"
    ),
    Pictogram.EURO: (
        "M 18.5 6.2 C 16.9 4.6 15.2 3.9 13.3 3.9 C 9.2 3.9 6.3 7.2 6.3 12 C 6.3 16.8 9.2 20.1 13.3 20.1"
        " C 15.2 20.1 16.9 19.4 18.5 17.8 M 3.5 10 L 14.5 10 M 3.5 14 L 14.5 14"
    ),
    Pictogram.SKILL: (
        "M 9 17.5 L 15 17.5 M 10 20.8 L 14 20.8 M 9 17.5 C 9 15.3 5.8 13.6 5.8 9.3 C 5.8 5.7 8.5 3.2 12 3.2"
        " C 15.5 3.2 18.2 5.7 18.2 9.3 C 18.2 13.6 15 15.3 15 17.5"
    ),
    Pictogram.BOX: (
        "M 12 2.8 L 20.5 7.3 L 20.5 16.7 L 12 21.2 L 3.5 16.7 L 3.5 7.3 Z M 3.5 7.3 L 12 11.8 L 20.5 7.3"
        " M 12 11.8 L 12 21.2"
    ),
    Pictogram.NETWORK: (
        "O 12 5.5 2.8 O 5 18 2.8 O 19 18 2.8 M 10.6 7.9 L 6.4 15.6 M 13.4 7.9 L 17.6 15.6 M 7.8 18 L 16.2 18"
    ),
    Pictogram.SCALES: (
        "M 12 3.5 L 12 20.5 M 7.5 20.5 L 16.5 20.5 M 4.5 6.5 L 19.5 6.5"
        " M 1.8 14 L 4.8 6.5 L 7.8 14 C 7 16 2.6 16 1.8 14 Z M 16.2 14 L 19.2 6.5 L 22.2 14 C 21.4 16 17 16 16.2 14 Z"
    ),
    Pictogram.GEARS: (
        "M 10.1 5.3 L 10.3 2.3 L 13.7 2.3 L 13.9 5.3 L 15.5 5.9 L 17.7 4 L 20 6.3 L 18.1 8.5 L 18.7 10.1"
        " L 21.7 10.3 L 21.7 13.7 L 18.7 13.9 L 18.1 15.5 L 20 17.7 L 17.7 20 L 15.5 18.1 L 13.9 18.7"
        " L 13.7 21.7 L 10.3 21.7 L 10.1 18.7 L 8.5 18.1 L 6.3 20 L 4 17.7 L 5.9 15.5 L 5.3 13.9"
        " L 2.3 13.7 L 2.3 10.3 L 5.3 10.1 L 5.9 8.5 L 4 6.3 L 6.3 4 L 8.5 5.9 Z O 12 12 2.9"
    ),
    Pictogram.PUZZLE: (
        "M 4 8 L 9 8 C 7.6 5.6 8.9 3.2 11 3.2 C 13.1 3.2 14.4 5.6 13 8 L 18 8 L 18 12.6"
        " C 20.2 11.4 22 12.8 22 14.8 C 22 16.8 20.2 18.2 18 17 L 18 21 L 4 21 L 4 16.8"
        " C 6.2 18 8 16.8 8 14.8 C 8 12.8 6.2 11.6 4 12.8 Z"
    ),
}

_LIGHTNING = ((14.2, 1.5), (4.5, 13.5), (11.0, 13.5), (9.3, 22.5), (19.5, 9.8), (12.6, 9.8))


def pictogram(key: Pictogram, x: float, y: float, size: float, colour: str) -> Path:
    """A pictogram around its centre, `size` units wide."""
    return Path(_commands(key, size), None, _stroke(size, colour), x, y)


def lightning(x: float, y: float, size: float, colour: str) -> Path:
    """The mark of a tension around its centre."""
    return Path(_flash(size), colour, None, x, y)


@lru_cache(maxsize=256)
def _stroke(size: float, colour: str) -> Stroke:
    return Stroke(colour, _STROKE * size / _GRID)


@lru_cache(maxsize=256)
def _commands(key: Pictogram, size: float) -> tuple[Command, ...]:
    """The pictogram of that size around the origin."""
    words = _DRAWN[key].split()
    commands: list[Command] = []
    at = 0
    while at < len(words):
        letter, count = words[at], _NUMBERS[words[at]]
        commands += _read(letter, [float(word) for word in words[at + 1 : at + 1 + count]], size / _GRID)
        at += 1 + count
    return tuple(commands)


_NUMBERS = {"M": 2, "L": 2, "C": 6, "Z": 0, "O": 3}


def _read(letter: str, numbers: list[float], scale: float) -> tuple[Command, ...]:
    if letter == "O":
        x, y, radius = numbers
        return moved(circle(radius * scale), (x - 12) * scale, (y - 12) * scale)
    if letter == "Z":
        return (("Z",),)
    placed = [(number - 12) * scale for number in numbers]
    if letter == "C":
        x1, y1, x2, y2, x, y = placed
        return (("C", x1, y1, x2, y2, x, y),)
    return (("M", placed[0], placed[1]) if letter == "M" else ("L", placed[0], placed[1]),)


@lru_cache(maxsize=64)
def _flash(size: float) -> tuple[Command, ...]:
    scale = size / _GRID
    return line((((x - 12) * scale, (y - 12) * scale) for x, y in _LIGHTNING), closed=True)
