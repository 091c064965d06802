"""Where a small window opens near the hand without hiding what it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import hypot

from PySide6.QtCore import QPointF, QRectF, QSize

_OFF = 14.0
"""Left between the window and the hand, in pixels."""
_CLEAR = 22.0
"""Left around a card: its handles are there."""
_EDGE = 8.0
_HIDDEN_CARD, _HIDDEN_LINE = 100_000.0, 400.0
"""What covering a card, or the course of the link, weighs against pixels of way from the hand."""


def aside(
    size: QSize, hand: QPointF, room: QRectF, cards: Sequence[QRectF], course: Sequence[QPointF]
) -> QPointF:
    """The top left corner of a window of that size: the nearest place to the hand that covers the least."""
    inner = room.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    kept = [card.adjusted(-_CLEAR, -_CLEAR, _CLEAR, _CLEAR) for card in cards]

    def cost(corner: QPointF) -> float:
        box = QRectF(corner, size.toSizeF())
        middle = box.center() - hand
        hidden = sum(_covered(box, card) for card in cards) * _HIDDEN_CARD
        line = _HIDDEN_LINE if any(box.contains(point) for point in course) else 0.0
        return hidden + line + hypot(middle.x(), middle.y())

    places = (_inside(place, size, inner) for place in _places(size, hand, kept))
    return min(places, key=cost)


def _places(size: QSize, hand: QPointF, cards: Sequence[QRectF]) -> Iterator[QPointF]:
    """Corners beside the hand, and beside each card and both together, on each of the four sides."""
    both = QRectF()
    for card in cards:
        both = both.united(card)
    around = QRectF(hand.x() - _OFF, hand.y() - _OFF, 2 * _OFF, 2 * _OFF)
    width, height = float(size.width()), float(size.height())
    for box in (around, *cards, both):
        across, along = hand.x() - width / 2, hand.y() - height / 2
        columns = (across, box.left(), box.right() - width, box.left() - width, box.right())
        rows = (along, box.top(), box.bottom() - height, box.top() - height, box.bottom())
        yield from (QPointF(x, y) for x in columns for y in (box.bottom(), box.top() - height))
        yield from (QPointF(x, y) for x in (box.right(), box.left() - width) for y in rows)


def _inside(corner: QPointF, size: QSize, room: QRectF) -> QPointF:
    """The corner moved so that the window stays in the room."""
    x = max(room.left(), min(corner.x(), room.right() - size.width()))
    y = max(room.top(), min(corner.y(), room.bottom() - size.height()))
    return QPointF(x, y)


def _covered(box: QRectF, card: QRectF) -> float:
    """The share of a card that a box hides."""
    common = box.intersected(card)
    return common.width() * common.height() / max(card.width() * card.height(), 1.0)
