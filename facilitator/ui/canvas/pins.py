"""Small pins on the cards that are pinned. The room does not see them."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from facilitator.drawing.map import MapPicture
from facilitator.drawing.theme import Theme
from facilitator.ui import ink
from facilitator.ui.canvas.sheet import Sheet

_SIDE = 18
"""Of the mark, in pixels; on a map seen from far it is smaller, down to half of it."""


class Pins:
    """Which cards of a map are pinned: looked for anew when its cards are others."""

    def __init__(self) -> None:
        self._of: MapPicture | None = None
        self._ids: tuple[str, ...] = ()

    def ids(self, picture: MapPicture) -> tuple[str, ...]:
        """The pinned cards of that map."""
        if picture is not self._of:
            self._of = picture
            self._ids = tuple(id_ for id_, held in picture.cards.items() if held.actor.pinned)
        return self._ids

    def paint(self, painter: QPainter, sheet: Sheet) -> None:
        """Marks them, at the upper right corner of each; pixels of the window."""
        ids = self.ids(sheet.picture)
        if not ids:
            return
        side = round(_SIDE * min(max(sheet.view.zoom, 0.5), 1.0))
        mark = _mark(side, sheet.devicePixelRatioF(), sheet.picture.theme)
        window = QRectF(sheet.rect())
        for id_ in ids:
            x, y = sheet.place_of(id_)
            box = sheet.picture.cards[id_].card.box
            corner = sheet.in_window(x + box.right, y + box.y) - QPointF(side * 0.6, side * 0.4)
            if window.contains(corner):
                painter.drawPixmap(corner, mark)


@lru_cache(maxsize=64)
def _mark(side: int, ratio: float, theme: Theme) -> QPixmap:
    """A pin on a disc."""
    image = QPixmap(round(side * ratio), round(side * ratio))
    image.fill(Qt.GlobalColor.transparent)
    image.setDevicePixelRatio(ratio)
    painter = ink.begin(QPainter(image))
    painter.scale(side / _SIDE, side / _SIDE)
    painter.setPen(QPen(ink.colour(theme.surface), 1.5))
    painter.setBrush(ink.brush(theme.ink))
    painter.drawEllipse(QRectF(1, 1, _SIDE - 2, _SIDE - 2))
    pen = QPen(ink.colour(theme.surface), 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(ink.brush(theme.surface))
    painter.drawEllipse(QPointF(9, 6.6), 2.3, 2.3)
    painter.drawLine(QPointF(9, 9), QPointF(9, 13.4))
    painter.end()
    return image
