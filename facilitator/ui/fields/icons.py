"""Pictograms as icons: a category in the colours of its card, a type of link in ink."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtGui import QIcon

from facilitator.drawing.pictograms import pictogram
from facilitator.drawing.shapes import Box, Path, Shape, Stroke, rounded
from facilitator.drawing.theme import Theme, readable
from facilitator.model.document import Category, LinkType
from facilitator.model.vocabulary import Pictogram
from facilitator.ui.icon import SIDE, drawn


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
    def shapes(shown: Theme) -> Iterator[Shape]:
        if ground:
            edge = None if key else Stroke(shown.muted, 1.0)  # a square alone is told from what is around it
            yield Path(rounded(Box(0.5, 0.5, SIDE - 1.0, SIDE - 1.0), 4.0), ground, edge)
        if key is not None:
            colour = readable(ground, 3.0) if ground else shown.ink
            yield pictogram(key, SIDE / 2, SIDE / 2, SIDE * (0.66 if ground else 0.9), colour)

    return drawn(shapes)
