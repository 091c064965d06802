"""What lies under the map, painted into the layer of the links: as it is the first time, then from a copy of it.

Rings and pictures are large, and a pan paints strips of them again and again: at the second time at one zoom they are
kept painted, and a strip is then a blit.
"""

from __future__ import annotations

from math import ceil, floor

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform

from facilitator.drawing.shapes import Box, Picture
from facilitator.ui import ink

_MOST = 6_000_000
"""Pixels of a copy, at most; nearer than that it is painted as it is."""


class Underlay:
    """The ground of one map, ready to be painted."""

    def __init__(self) -> None:
        self._ground: Picture | None = None
        self._prepared: ink.Prepared | None = None
        self._scale = 0.0
        self._copy = QPixmap()
        self._corner = QPoint()

    def paint(self, painter: QPainter, ground: Picture, transform: QTransform, seen: Box) -> None:
        """Paints what of it is in a box of the map; the clip of the painter holds."""
        if not ground.shapes or not ground.box.intersects(seen):
            return
        if self._ground is not ground or self._prepared is None:
            self._ground, self._prepared, self._scale = ground, ink.Prepared(ground), 0.0
        again, self._scale = transform.m11() == self._scale, transform.m11()
        if not again:
            self._copy = QPixmap()
        elif self._copy.isNull():
            self._keep(self._prepared)
        if self._copy.isNull():
            ink.begin(painter)
            painter.setTransform(transform)
            self._prepared.paint(painter)
            painter.resetTransform()
        else:
            # The shift of a view is a whole number of pixels: the copy falls on the same ones.
            painter.drawPixmap(
                QPoint(round(transform.dx()), round(transform.dy())) + self._corner, self._copy
            )

    def _keep(self, prepared: ink.Prepared) -> None:
        box, scale = prepared.box, self._scale
        left, top = floor(box.x * scale) - 1, floor(box.y * scale) - 1
        width, height = ceil(box.right * scale) + 1 - left, ceil(box.bottom * scale) + 1 - top
        if width * height > _MOST:
            return
        self._copy, self._corner = QPixmap(width, height), QPoint(left, top)
        self._copy.fill(Qt.GlobalColor.transparent)
        painter = ink.begin(QPainter(self._copy))
        painter.translate(-left, -top)
        painter.scale(scale, scale)
        prepared.paint(painter)
        painter.end()
