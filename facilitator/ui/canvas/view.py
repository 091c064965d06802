"""Which part of the map is seen, and how large."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QTransform

from facilitator.drawing.shapes import Box, Point

LEAST, MOST = 0.05, 4.0
"""Zooms between which a map is still of use."""
STEP = 1.2
"""One notch of the wheel."""
_MARGIN = 24.0
"""Around a map that is shown whole, in pixels."""


@dataclass(frozen=True, slots=True)
class View:
    """The point of the map at the centre of the window, and pixels per map unit."""

    x: float = 0.0
    y: float = 0.0
    zoom: float = 1.0

    def transform(self, size: QSize, ratio: float = 1.0) -> QTransform:
        """From the map to the pixels of a window of that size; `ratio` device pixels make one.

        The shift is a whole number of device pixels: a pan then moves what is painted without painting it again.
        """
        scale = self.zoom * ratio
        dx = round(size.width() * ratio / 2 - self.x * scale)
        dy = round(size.height() * ratio / 2 - self.y * scale)
        return QTransform(scale, 0.0, 0.0, scale, dx, dy)

    def on_map(self, point: QPointF, size: QSize) -> Point:
        """The place of the map under a point of the window."""
        return (
            self.x + (point.x() - size.width() / 2) / self.zoom,
            self.y + (point.y() - size.height() / 2) / self.zoom,
        )

    def in_window(self, x: float, y: float, size: QSize) -> QPointF:
        """The point of the window over a place of the map."""
        return QPointF(
            size.width() / 2 + (x - self.x) * self.zoom, size.height() / 2 + (y - self.y) * self.zoom
        )

    def rectangle(self, box: Box, size: QSize) -> QRectF:
        """A box of the map in the window."""
        corner = self.in_window(box.x, box.y, size)
        return QRectF(corner.x(), corner.y(), box.width * self.zoom, box.height * self.zoom)

    def part(self, rectangle: QRectF, size: QSize) -> Box:
        """The box of the map under a part of the window, and a little around it."""
        x, y = self.on_map(rectangle.topLeft(), size)
        return Box(x, y, rectangle.width() / self.zoom, rectangle.height() / self.zoom).grown(2 / self.zoom)

    def seen(self, size: QSize) -> Box:
        """The box of the map that is in the window."""
        width, height = size.width() / self.zoom, size.height() / self.zoom
        return Box(self.x - width / 2, self.y - height / 2, width, height)

    def zoomed(self, factor: float, at: QPointF, size: QSize) -> View:
        """Nearer or farther; the place under `at` stays there."""
        zoom = min(max(self.zoom * factor, LEAST), MOST)
        x, y = self.on_map(at, size)
        return View(x - (at.x() - size.width() / 2) / zoom, y - (at.y() - size.height() / 2) / zoom, zoom)

    def panned(self, dx: float, dy: float) -> View:
        """The map pushed by so many pixels."""
        return replace(self, x=self.x - dx / self.zoom, y=self.y - dy / self.zoom)


def fitting(box: Box, size: QSize, *, most: float = 1.0, margin: float = _MARGIN) -> View:
    """The view that shows the whole box, no larger than `most`."""
    room_x = max(size.width() - 2 * margin, 1.0)
    room_y = max(size.height() - 2 * margin, 1.0)
    zoom = min(room_x / max(box.width, 1.0), room_y / max(box.height, 1.0), most)
    x, y = box.centre
    return View(x, y, max(zoom, LEAST))
