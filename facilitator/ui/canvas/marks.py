"""What the console paints over the map: the selection, the handles of links, what a gesture is about to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from facilitator.drawing.link import LinkPicture
from facilitator.drawing.theme import Theme, blend, readable
from facilitator.ui import ink

HANDLE = 8.0
"""Radius of a handle, in pixels of the window; so are the next ones."""
REACH = 13.0
"""How near a handle the pointer must be."""
FINGER = 24.0
"""How near a finger must be."""
_OFF = 9.0
_RING = 3.0
_STROKE = 5.0
"""Half of the stroke that ends a gap."""


def handles(card: QRectF) -> Iterator[QPointF]:
    """Centres of the four handles of a card, in reading order of its sides."""
    middle = card.center()
    yield QPointF(middle.x(), card.top() - _OFF)
    yield QPointF(card.right() + _OFF, middle.y())
    yield QPointF(middle.x(), card.bottom() + _OFF)
    yield QPointF(card.left() - _OFF, middle.y())


def on_handle(card: QRectF, point: QPointF, reach: float = REACH) -> bool:
    """Whether a point is on one of a card's handles; on the card itself it is not, however small the card."""
    return not card.contains(point) and any(
        (place - point).manhattanLength() <= reach for place in handles(card)
    )


def paint_selected_card(
    painter: QPainter, card: QRectF, radius: float, theme: Theme, *, focused: bool
) -> None:
    """A thick outline; a second one, farther out, while the map has the keyboard."""
    _ring(painter, card.adjusted(-1, -1, 1, 1), radius, ink.colour(theme.accent), _RING)
    if focused:
        _ring(
            painter,
            card.adjusted(-5, -5, 5, 5),
            radius + 4,
            QColor(blend(theme.accent, theme.paper, 0.35)),
            1.5,
        )


def paint_card_mark(painter: QPainter, card: QRectF, radius: float, theme: Theme) -> None:
    """A thin outline: the card would be selected, or linked, if the hand let go here."""
    _ring(painter, card.adjusted(-2, -2, 2, 2), radius, ink.colour(theme.accent), 2.0)


def paint_refused_card(painter: QPainter, card: QRectF, radius: float, theme: Theme) -> None:
    """An outline that says no."""
    _ring(painter, card.adjusted(-2, -2, 2, 2), radius, ink.colour(theme.danger), 2.0)


def paint_handles(painter: QPainter, places: Iterable[QPointF], theme: Theme) -> None:
    """Discs with a plus."""
    sign = QPen(ink.colour(readable(theme.accent)), 1.8)
    sign.setCapStyle(Qt.PenCapStyle.RoundCap)
    for place in places:
        painter.setPen(QPen(ink.colour(theme.paper), 1.5))
        painter.setBrush(ink.brush(theme.accent))
        painter.drawEllipse(place, HANDLE, HANDLE)
        painter.setPen(sign)
        painter.drawLine(place - QPointF(3.5, 0), place + QPointF(3.5, 0))
        painter.drawLine(place - QPointF(0, 3.5), place + QPointF(0, 3.5))


def paint_selected_link(painter: QPainter, link: LinkPicture, theme: Theme, zoom: float) -> None:
    """A pale band under the link, painted again above it; the painter stands on the map."""
    course = QPainterPath(QPointF(*link.line[0]))
    for x, y in link.line[1:]:
        course.lineTo(x, y)
    band = QPen(QColor(blend(theme.accent, theme.paper, 0.55)), 10.0 / zoom)
    band.setCapStyle(Qt.PenCapStyle.RoundCap)
    band.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(band)
    painter.setBrush(ink.NO_BRUSH)
    painter.drawPath(course)
    ink.paint(painter, link.picture)


def paint_band(painter: QPainter, band: QRectF, theme: Theme) -> None:
    """The rubber band."""
    accent = ink.colour(theme.accent)
    fill = QColor(accent)
    fill.setAlpha(24)
    painter.setPen(QPen(accent, 1.0))
    painter.setBrush(fill)
    painter.drawRect(band)


def paint_guide(painter: QPainter, start: QPointF, end: QPointF, theme: Theme, *, gap: bool) -> None:
    """A fine line the carried card lines up with; a gap ends in a short stroke against each card."""
    painter.setPen(QPen(ink.colour(theme.accent), 1.0))
    painter.drawLine(start, end)
    if gap:
        level = abs(end.x() - start.x()) >= abs(end.y() - start.y())
        stroke = QPointF(0.0, _STROKE) if level else QPointF(_STROKE, 0.0)
        painter.drawLine(start - stroke, start + stroke)
        painter.drawLine(end - stroke, end + stroke)


def paint_focus(painter: QPainter, window: QRectF, theme: Theme) -> None:
    """The map has been reached by the keyboard, and no card has it: a fine line inside its edge."""
    _ring(painter, window.adjusted(3.5, 3.5, -3.5, -3.5), 6.0, ink.colour(theme.accent), 1.0)


def _ring(painter: QPainter, box: QRectF, radius: float, colour: QColor, width: float) -> None:
    painter.setPen(QPen(colour, width))
    painter.setBrush(ink.NO_BRUSH)
    painter.drawRoundedRect(box, radius, radius)
