"""Gives the bundled typeface the signs people type and it lacks: arrows, ticks, boxes and bullets.

``python tools/signs.py`` draws them anew into both weights, in place. One typeface then says every word of the screen,
the projector, the PDF and SVG; nothing else of it changes (SIL Open Font License, no reserved name).
Lengths are those of the typeface: 1,000 units to the size, y upwards.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
WEIGHTS = {"AtkinsonHyperlegibleNext-Regular.ttf": 79.0, "AtkinsonHyperlegibleNext-Bold.ttf": 118.0}
"""Each file, and the thickness of its minus sign."""

AXIS = 248.0
"""Height of the middle of mathematical signs."""

Point = tuple[float, float]
Contour = tuple[Point, ...]


@dataclass(frozen=True)
class Sign:
    """Outlines, and how far the pen goes."""

    contours: tuple[Contour, ...]
    advance: float


def signs(stroke: float) -> dict[str, Sign]:
    """Every sign, for a thickness of stroke."""
    right = Sign((*_arrow(stroke, 60, 800),), 860)
    double = Sign((*_double(stroke, 60, 800),), 860)
    tick = Sign(_path(((60, 250), (250, 60), (600, 560)), stroke), 660)
    cross = Sign((*_path(((70, 20), (530, 480)), stroke), *_path(((70, 480), (530, 20)), stroke)), 600)
    box = Sign((_square(60, -30, 560), _hole(_square(60 + stroke, -30 + stroke, 560 - 2 * stroke))), 680)
    ticked = Sign((*box.contours, *_path(((190, 240), (300, 130), (490, 400)), stroke)), 680)
    return {
        "→": right,
        "←": _turned(right, 2),
        "↑": _upright(_turned(right, 1)),
        "↓": _upright(_turned(right, 3)),
        "↔": Sign((*_arrow(stroke, 60, 800), *_head(stroke, 60, -1)), 860),
        "⇒": double,
        "⇐": _turned(double, 2),
        "⇔": Sign((*_double(stroke, 60, 800), *_head(stroke, 60, -1)), 860),
        "✓": tick,
        "✔": tick,
        "✗": cross,
        "✘": cross,
        "☐": box,
        "☑": ticked,
        "□": box,
        "■": Sign((_square(60, -30, 560),), 680),
        "●": Sign((_circle(250, 200),), 520),
        "○": Sign((_circle(250, 200), _hole(_circle(250, 200 - stroke))), 520),
    }


def _arrow(stroke: float, start: float, end: float) -> Iterable[Contour]:
    yield _bar(start + stroke / 2, end - stroke * 0.7, AXIS, stroke)
    yield from _head(stroke, end, 1)


def _double(stroke: float, start: float, end: float) -> Iterable[Contour]:
    for side in (-1, 1):
        yield _bar(start + 110, end - 150, AXIS + side * stroke * 0.95, stroke * 0.85)
    yield from _head(stroke, end, 1)


def _head(stroke: float, tip: float, way: int) -> tuple[Contour, ...]:
    """The point of an arrow, towards the right for a `way` of 1, the left for -1."""
    back = tip - way * 240
    inner = tip - way * stroke * 0.72
    return _path(((back, AXIS + 225), (inner, AXIS), (back, AXIS - 225)), stroke)


def _bar(left: float, right: float, y: float, stroke: float) -> Contour:
    half = stroke / 2
    return ((left, y - half), (left, y + half), (right, y + half), (right, y - half))


def _path(points: Sequence[Point], stroke: float) -> tuple[Contour, ...]:
    """A broken line of that thickness: a piece for each part, a disc where two of them meet."""
    pieces = [_piece(start, end, stroke) for start, end in pairwise(points)]
    joints = [_disc(point, stroke / 2) for point in points[1:-1]]
    return (*pieces, *joints)


def _piece(start: Point, end: Point, stroke: float) -> Contour:
    length = math.dist(start, end)
    dx, dy = (end[1] - start[1]) / length * stroke / 2, (start[0] - end[0]) / length * stroke / 2
    return (
        (start[0] - dx, start[1] - dy),
        (end[0] - dx, end[1] - dy),
        (end[0] + dx, end[1] + dy),
        (start[0] + dx, start[1] + dy),
    )


def _disc(centre: Point, radius: float) -> Contour:
    """A circle as many short sides: joints and bullets are small."""
    turns = (-2 * math.pi * side / 40 for side in range(40))
    return tuple((centre[0] + radius * math.cos(a), centre[1] + radius * math.sin(a)) for a in turns)


def _circle(y: float, radius: float) -> Contour:
    return _disc((260, y), radius)


def _square(x: float, y: float, side: float) -> Contour:
    return ((x, y), (x, y + side), (x + side, y + side), (x + side, y))


def _hole(contour: Contour) -> Contour:
    """The same outline the other way round: what it holds is empty."""
    return contour[::-1]


def _turned(sign: Sign, quarters: int) -> Sign:
    """A sign turned anticlockwise about its middle."""
    cx, cy = sign.advance / 2, AXIS
    sine, cosine = (0, 1, 0, -1)[quarters], (1, 0, -1, 0)[quarters]
    return Sign(
        tuple(
            tuple(
                (cx + (x - cx) * cosine - (y - cy) * sine, cy + (x - cx) * sine + (y - cy) * cosine)
                for x, y in contour
            )
            for contour in sign.contours
        ),
        sign.advance,
    )


def _upright(sign: Sign) -> Sign:
    """An arrow turned upwards takes less room along the line, and stands higher."""
    left = min(x for contour in sign.contours for x, _y in contour) - 40
    right = max(x for contour in sign.contours for x, _y in contour) + 40
    moved = tuple(tuple((x - left, y + 62) for x, y in contour) for contour in sign.contours)
    return Sign(moved, right - left)


def draw(path: Path, stroke: float) -> None:
    """Puts the signs into one file."""
    font = TTFont(path, recalcTimestamp=False)
    order = font.getGlyphOrder()
    for character, sign in signs(stroke).items():
        name = f"uni{ord(character):04X}"
        pen = TTGlyphPen(None)
        for contour in sign.contours:
            first, *rest = ((round(x), round(y)) for x, y in contour)
            pen.moveTo(first)
            for point in rest:
                pen.lineTo(point)
            pen.closePath()
        if name not in order:
            order.append(name)
        glyph = pen.glyph()
        font["glyf"][name] = glyph
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = (round(sign.advance), glyph.xMin)
        for table in font["cmap"].tables:
            table.cmap[ord(character)] = name
    font.setGlyphOrder(order)
    font.save(path)


if __name__ == "__main__":
    for file, thickness in WEIGHTS.items():
        draw(FONTS / file, thickness)
