"""The dots of dotted lines: small pictures of one, set beside each other. Qt strokes them ten times slower."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, floor, hypot

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from facilitator.ui import ink

_PARTS = 4
"""A dot is painted for every so manieth of a pixel, so that it is where it should be."""

Dots = tuple[QPixmap, ...]
"""The same dot, its centre a part of a pixel farther in each: down first, then to the right."""


def dots(colour: str, width: float) -> Dots:
    """The dots of a line so many pixels wide."""
    parts = [part / _PARTS for part in range(_PARTS)]
    return tuple([_dot(colour, width / 2, x, y) for x in parts for y in parts])


def paint_dots(painter: QPainter, made: Dots, lines: Iterable[QLineF], step: float) -> None:
    """Paints those dots of lines that are within the clip, one every `step`; all of it in pixels."""
    half = made[0].width() // 2
    seen = painter.clipBoundingRect().adjusted(-half, -half, half, half)
    set_, parts = painter.drawPixmap, _PARTS - 1
    for line in lines:
        x, y, dx, dy = line.x1(), line.y1(), line.dx(), line.dy()
        length = hypot(dx, dy)
        first, last = within(line, seen)
        for number in range(ceil(first * length / step), floor(last * length / step) + 1):
            share = number * step / length
            across, down = round((x + dx * share) * _PARTS), round((y + dy * share) * _PARTS)
            set_(
                across // _PARTS - half,
                down // _PARTS - half,
                made[(across & parts) * _PARTS + (down & parts)],
            )


def within(line: QLineF, box: QRectF) -> tuple[float, float]:
    """Between which shares of its length a line is in a box; the second is not the greater where it is not."""
    first, last = 0.0, 1.0
    sides = (
        (line.x1(), line.dx(), box.left(), box.right()),
        (line.y1(), line.dy(), box.top(), box.bottom()),
    )
    for at, by, low, high in sides:
        if by:
            one, other = (low - at) / by, (high - at) / by
            first, last = max(first, min(one, other)), min(last, max(one, other))
        elif not low <= at <= high:
            return 1.0, 0.0
    return first, last


def _dot(colour: str, radius: float, x: float, y: float) -> QPixmap:
    half = ceil(radius) + 1
    made = QPixmap(2 * half, 2 * half)
    made.fill(Qt.GlobalColor.transparent)
    painter = ink.begin(QPainter(made))
    painter.setPen(ink.NO_PEN)
    painter.setBrush(ink.brush(colour))
    painter.drawEllipse(QPointF(half + x, half + y), radius, radius)
    painter.end()
    return made
