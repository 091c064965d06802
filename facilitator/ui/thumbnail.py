"""The small picture of a map on Accueil: what anyone may see of it, at the size of a card."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter

from facilitator.drawing import map as maps
from facilitator.drawing.theme import theme
from facilitator.model.document import Document
from facilitator.model.edition import edition
from facilitator.ui import ink

SIZE = QSize(536, 300)
"""In pixels: twice the card, for fine screens."""
MARGIN = 16.0


def draw(document: Document) -> QImage:
    """The map of the public edition, whole, on paper: no person, nothing confidential, no tension."""
    look = theme("screen")
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor(look.paper))
    picture = maps.compose(edition(document, "public"), look).flat()
    box = picture.box
    if not picture.shapes or box.width <= 0 or box.height <= 0:
        return image
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    zoom = min((SIZE.width() - 2 * MARGIN) / box.width, (SIZE.height() - 2 * MARGIN) / box.height, 1.0)
    painter.translate(SIZE.width() / 2, SIZE.height() / 2)
    painter.scale(zoom, zoom)
    painter.translate(-(box.x + box.width / 2), -(box.y + box.height / 2))
    ink.paint(painter, picture)
    painter.end()
    return image
