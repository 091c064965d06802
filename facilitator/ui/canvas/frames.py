"""A frame one pulls by its corners and sides: where its handles are, and what pulling one makes of it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from facilitator.drawing.shapes import Box
from facilitator.drawing.theme import Theme
from facilitator.ui import ink

SIDE = 12.0
"""Side of a handle, in pixels of the window."""
REACH = 14.0
"""How near the middle of a handle the pointer must be, across or down."""
_TICKS = {
    "nw": (0.0, 0.0),
    "n": (0.5, 0.0),
    "ne": (1.0, 0.0),
    "e": (1.0, 0.5),
    "se": (1.0, 1.0),
    "s": (0.5, 1.0),
    "sw": (0.0, 1.0),
    "w": (0.0, 0.5),
}
CURSORS = {
    "nw": Qt.CursorShape.SizeFDiagCursor,
    "se": Qt.CursorShape.SizeFDiagCursor,
    "ne": Qt.CursorShape.SizeBDiagCursor,
    "sw": Qt.CursorShape.SizeBDiagCursor,
    "n": Qt.CursorShape.SizeVerCursor,
    "s": Qt.CursorShape.SizeVerCursor,
    "e": Qt.CursorShape.SizeHorCursor,
    "w": Qt.CursorShape.SizeHorCursor,
}


def handles(frame: QRectF, *, corners: bool) -> Mapping[str, QPointF]:
    """The middle of each handle by the sides it pulls; `corners` alone where proportions are kept."""
    return {
        name: QPointF(frame.x() + across * frame.width(), frame.y() + down * frame.height())
        for name, (across, down) in _TICKS.items()
        if not corners or len(name) == 2
    }


def handle_at(frame: QRectF, point: QPointF, *, corners: bool) -> str:
    """The handle under the pointer, or nothing; corners come before sides."""
    found = [
        name
        for name, middle in handles(frame, corners=corners).items()
        if abs(middle.x() - point.x()) <= REACH and abs(middle.y() - point.y()) <= REACH
    ]
    return min(found, key=lambda name: (-len(name), name), default="")


def pulled(
    box: Box, handle: str, by: tuple[float, float], least: tuple[float, float], *, keep: bool = False
) -> Box:
    """The box once a handle was pulled so far; without handle it is moved whole.

    It is never narrower or lower than `least`; `keep` keeps its proportions. The side opposite stays where it is.
    """
    dx, dy = by
    if not handle:
        return box.moved(dx, dy)
    width = box.width + (dx if "e" in handle else -dx if "w" in handle else 0.0)
    height = box.height + (dy if "s" in handle else -dy if "n" in handle else 0.0)
    if keep:
        floor = max(least[0] / box.width, least[1] / box.height)
        scale = max(width / box.width, height / box.height, floor)
        width, height = box.width * scale, box.height * scale
    else:
        width, height = max(width, least[0]), max(height, least[1])
    x = box.right - width if "w" in handle else box.x
    y = box.bottom - height if "n" in handle else box.y
    return Box(x, y, width, height)


def paint_frame(
    painter: QPainter, frame: QRectF, theme: Theme, *, chosen: bool, focused: bool, corners: bool
) -> None:
    """A dashed outline; a plain one with its handles where it is the one in the hand."""
    line = QPen(ink.colour(theme.accent), 2.5 if chosen else 1.5)
    if not chosen:
        line.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(line)
    painter.setBrush(ink.NO_BRUSH)
    painter.drawRect(frame)
    if not chosen:
        return
    if focused:
        painter.setPen(QPen(ink.colour(theme.accent), 1.0))
        painter.drawRect(frame.adjusted(-5, -5, 5, 5))
    painter.setPen(QPen(ink.colour(theme.accent), 2.0))
    painter.setBrush(ink.brush(theme.paper))
    for middle in handles(frame, corners=corners).values():
        painter.drawRect(QRectF(middle.x() - SIDE / 2, middle.y() - SIDE / 2, SIDE, SIDE))
