"""Pictograms as icons: a category in the colours of its card, a type of link in ink."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from facilitator.drawing.pictograms import pictogram
from facilitator.drawing.shapes import Box, Picture
from facilitator.drawing.theme import readable, theme
from facilitator.model.document import Category, LinkType
from facilitator.model.vocabulary import Pictogram
from facilitator.ui import ink

_SIZE = 20.0
_SCALE = 3
"""Icons are drawn this much larger, for sharp edges at any scale of screen."""


def category_icon(category: Category) -> QIcon:
    """The pictogram on a square of its colour, as on the band of a card."""
    return _icon(category.pictogram, category.colour)


def link_type_icon(link_type: LinkType) -> QIcon:
    """The pictogram as on a link."""
    return _icon(link_type.pictogram, "")


def pictogram_icon(key: Pictogram) -> QIcon:
    """The pictogram alone."""
    return _icon(key, "")


def colour_icon(colour: str) -> QIcon:
    """A square of a colour."""
    return _icon(None, colour)


@lru_cache(maxsize=256)
def _icon(key: Pictogram | None, ground: str) -> QIcon:
    side = int(_SIZE * _SCALE)
    image = QPixmap(side, side)
    image.fill(Qt.GlobalColor.transparent)
    painter = ink.begin(QPainter(image))
    painter.scale(_SCALE, _SCALE)
    if ground:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(0, 0, _SIZE, _SIZE), 4, 4)
    if key is not None:
        drawn = readable(ground, 3.0) if ground else theme("screen").ink
        shape = pictogram(key, _SIZE / 2, _SIZE / 2, _SIZE * (0.66 if ground else 0.9), drawn)
        ink.paint(painter, Picture((shape,), Box(0, 0, _SIZE, _SIZE)))
    painter.end()
    image.setDevicePixelRatio(_SCALE)
    return QIcon(image)
