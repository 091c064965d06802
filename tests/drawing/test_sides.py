"""Links share out the side of a card."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.drawing import sides
from facilitator.drawing.shapes import Box

wishes = st.lists(st.floats(0, 100), min_size=2, max_size=12).map(sorted)


@given(wishes, st.floats(1, 40))
def test_links_end_apart_in_their_order_and_on_their_side(asked: list[float], least: float) -> None:
    given_ = sides.shared(asked, least, 0.0, 100.0)
    room = min(least, 100.0 / (len(asked) - 1))
    assert all(b - a > room - 1e-6 for a, b in pairwise(given_))
    assert given_[0] > -1e-6
    assert given_[-1] < 100 + 1e-6


def test_who_is_far_enough_is_left_where_it_is() -> None:
    assert sides.shared([10.0, 30.0, 80.0], 15.0, 0.0, 100.0) == [10.0, 30.0, 80.0]
    assert list(sides.shared([10.0, 50.0, 52.0, 90.0], 12.0, 0.0, 100.0)) == pytest.approx([10, 45, 57, 90])


def test_a_crowd_at_the_corner_is_pushed_along() -> None:
    assert list(sides.shared([99.0, 100.0], 10.0, 0.0, 100.0)) == pytest.approx([90, 100])


@pytest.mark.parametrize(
    ("dx", "dy", "side"), [(1, 0, sides.RIGHT), (-1, 0, sides.LEFT), (0, 1, sides.BOTTOM), (0, -1, sides.TOP)]
)
def test_a_way_leaves_by_the_side_it_faces(dx: float, dy: float, side: int) -> None:
    box = Box(0, 0, 196, 74)
    found, key, along = sides.leaving(box, 9.0, 98, 37, dx, dy)
    assert found == side
    assert key == along
    x, y = sides.point(box, side, along)
    assert (x, y) == pytest.approx((98 + dx * 98, 37 + dy * 37))


def test_round_corners_are_left_alone() -> None:
    side, key, along = sides.leaving(Box(0, 0, 196, 74), 9.0, 98, 37, 98, 36)
    assert side == sides.RIGHT
    assert key == pytest.approx(73)
    assert along == 65
