"""A small window near the hand hides neither what it is about nor itself."""

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize

from facilitator.ui.canvas.aside import aside

ROOM, BAR = QRectF(0, 0, 840, 520), QSize(400, 80)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (QRectF(50, 200, 110, 45), QRectF(650, 230, 110, 45)),
        (QRectF(300, 20, 110, 45), QRectF(320, 430, 110, 45)),
        (QRectF(20, 20, 110, 45), QRectF(700, 460, 110, 45)),
        (QRectF(300, 200, 110, 45), QRectF(450, 210, 110, 45)),
    ],
)
@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_it_covers_neither_card_nor_link_where_there_is_room(
    one: QRectF, other: QRectF, share: float
) -> None:
    way = [one.center() + (other.center() - one.center()) * (n / 20) for n in range(21)]
    hand = one.center() + (other.center() - one.center()) * share
    bar = QRectF(aside(BAR, hand, ROOM, [one, other], way), BAR.toSizeF())
    assert ROOM.contains(bar)
    assert not bar.intersects(one)
    assert not bar.intersects(other)
    assert not any(bar.contains(point) for point in way)


def test_without_room_it_hides_as_little_as_it_can() -> None:
    card = QRectF(10, 10, 380, 80)
    corner = aside(BAR, QPointF(200, 50), QRectF(0, 0, 420, 120), [card], [])
    assert (corner.x(), corner.y()) == (12, 32)


def test_it_stays_near_the_hand() -> None:
    card = QRectF(300, 200, 110, 45)
    corner = aside(BAR, QPointF(355, 222), ROOM, [card, card], [])
    assert abs(corner.y() - card.bottom()) < 40 or abs(corner.y() + BAR.height() - card.top()) < 40
