"""Kinds of background as small drawings."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from facilitator.drawing.shapes import Box, Path, Picture, Shape, Stroke, disc, line, rounded
from facilitator.drawing.theme import blend, theme
from facilitator.model.vocabulary import BackgroundKind
from facilitator.ui import ink

SIZE = QSize(46, 32)
_SCALE = 3
"""Drawn this much larger, for sharp edges at any scale of screen."""


@lru_cache(maxsize=8)
def ground_icon(kind: BackgroundKind) -> QIcon:
    """The kind as one would see it from afar, two cards on it."""
    image = QPixmap(SIZE * _SCALE)
    image.fill(Qt.GlobalColor.transparent)
    painter = ink.begin(QPainter(image))
    painter.scale(_SCALE, _SCALE)
    ink.paint(
        painter, Picture((*_sheet(), *_DRAWN[kind](), *_cards()), Box(0, 0, SIZE.width(), SIZE.height()))
    )
    painter.end()
    image.setDevicePixelRatio(_SCALE)
    return QIcon(image)


def _sheet() -> tuple[Shape, ...]:
    look = theme("screen")
    edge = Stroke(blend(look.muted, look.paper, 0.35), 1.0)
    return (Path(rounded(Box(0.5, 0.5, 45, 31), 4), look.surface, edge),)


def _cards() -> tuple[Shape, ...]:
    ink_ = theme("screen").ink
    return tuple(Path(rounded(Box(x, y, 9, 5), 1.5), ink_) for x, y in ((11.0, 18.0), (27.0, 9.0)))


def _tint(share: float) -> str:
    return blend(theme("screen").accent, theme("screen").surface, share)


def _target() -> tuple[Shape, ...]:
    edge = Stroke(_tint(0.4), 0.8)
    return tuple(
        disc(23, 16, radius, _tint(share), edge) for radius, share in ((14, 0.9), (9, 0.78), (4, 0.6))
    )


def _quadrant() -> tuple[Shape, ...]:
    axis, middle = Stroke(theme("screen").muted, 1.4), Stroke(_tint(0.4), 0.9, (2.0, 2.0), "flat")
    return (
        Path(rounded(Box(23, 4, 18, 11.5), 0.5), _tint(0.78)),
        Path(line([(23, 4), (23, 27)]), stroke=middle),
        Path(line([(6, 15.5), (41, 15.5)]), stroke=middle),
        Path(line([(6, 4), (6, 27), (41, 27)]), stroke=axis),
    )


def _zones() -> tuple[Shape, ...]:
    edge = Stroke(_tint(0.4), 1.0)
    return (
        Path(rounded(Box(4, 5, 20, 22), 4), _tint(0.85), edge),
        Path(rounded(Box(26, 5, 16, 13), 4), _tint(0.85), edge),
        Path(rounded(Box(26, 20, 16, 7), 3), _tint(0.85), edge),
    )


def _image() -> tuple[Shape, ...]:
    hills = Path(line([(3, 28), (15, 14), (24, 23), (31, 16), (43, 28)], closed=True), _tint(0.7))
    return (hills, disc(36, 8.5, 3.2, _tint(0.7)))


_DRAWN = {
    BackgroundKind.BLANK: tuple,
    BackgroundKind.TARGET: _target,
    BackgroundKind.QUADRANT: _quadrant,
    BackgroundKind.ZONES: _zones,
    BackgroundKind.IMAGE: _image,
}
