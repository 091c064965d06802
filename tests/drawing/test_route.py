"""A course goes from outline to outline, outside both cards."""

from __future__ import annotations

from itertools import pairwise
from math import dist, hypot

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from facilitator.drawing.route import Bent, Straight, inside, route
from facilitator.drawing.shapes import Box, Point

RADIUS = 9.0
places = st.floats(-900, 900)
boxes = st.builds(Box, places, places, st.sampled_from([190.0, 202.0]), st.floats(74, 160))
asides = st.sampled_from([0.0, 17.0, -17.0, 34.0, -51.0])


def off(box: Box, point: Point) -> float:
    """How far a point is from a rounded outline."""
    cx, cy = box.centre
    px, py = abs(point[0] - cx) - box.width / 2 + RADIUS, abs(point[1] - cy) - box.height / 2 + RADIUS
    outside = hypot(max(px, 0.0), max(py, 0.0))
    return abs(outside + min(max(px, py), 0.0) - RADIUS)


def apart(a: Box, b: Box, gap: float) -> bool:
    return not a.grown(gap).intersects(b)


@given(boxes, boxes, asides)
def test_it_touches_both_outlines_and_stays_outside(a: Box, b: Box, aside: float) -> None:
    assume(apart(a, b, 30))
    way = route(a, b, RADIUS, aside)
    assert way is not None
    assert off(a, way.source) < 0.05
    assert off(b, way.target) < 0.05
    shrunk = [Box(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1) for box in (a, b)]
    for point in [way.at(step / 40) for step in range(41)]:
        assert not any(inside(box, RADIUS, *point) for box in shrunk)


@given(boxes, boxes, asides)
def test_arrowheads_are_cut_from_its_ends(a: Box, b: Box, aside: float) -> None:
    assume(apart(a, b, 40))
    way = route(a, b, RADIUS, aside)
    assert way is not None
    assert dist(way.source, way.after_source(10)) == pytest.approx(10, abs=0.1)
    assert dist(way.target, way.before_target(12)) == pytest.approx(12, abs=0.1)
    first, last = way.commands(10, 12)
    assert first[1:] == pytest.approx(way.after_source(10), abs=0.05)
    assert last[-2:] == pytest.approx(way.before_target(12), abs=0.05)
    whole = way.commands(0, 0)
    assert whole[0][1:] == pytest.approx(way.source, abs=0.05)
    assert whole[1][-2:] == pytest.approx(way.target, abs=0.05)


@given(boxes, boxes)
def test_it_is_straight_when_alone(a: Box, b: Box) -> None:
    assume(apart(a, b, 30))
    way = route(a, b, RADIUS)
    assert isinstance(way, Straight)
    assert way.points == (way.source, way.target)
    assert way.length == pytest.approx(dist(way.source, way.target))
    assert way.at(0.5) == pytest.approx(
        ((way.source[0] + way.target[0]) / 2, (way.source[1] + way.target[1]) / 2)
    )


@given(boxes, boxes)
def test_two_lanes_pass_apart_and_end_apart(a: Box, b: Box) -> None:
    assume(apart(a, b, 60))
    one, other = route(a, b, RADIUS, 17), route(a, b, RADIUS, -17)
    assert isinstance(one, Bent)
    assert isinstance(other, Bent)
    assert dist(one.at(0.5), other.at(0.5)) > 24
    assert dist(one.source, other.source) > 4
    assert dist(one.target, other.target) > 4


@given(boxes, boxes)
def test_there_and_back_keep_to_their_own_side(a: Box, b: Box) -> None:
    assume(apart(a, b, 60))
    there, back = route(a, b, RADIUS, 17), route(b, a, RADIUS, 17)
    assert there is not None
    assert back is not None
    assert dist(there.at(0.5), back.at(0.5)) > 24


def test_a_bend_passes_at_the_distance_asked() -> None:
    way = route(Box(0, 0, 190, 74), Box(600, 0, 190, 74), RADIUS, 34)
    assert isinstance(way, Bent)
    assert way.at(0.5) == pytest.approx((395, 37 + 34), abs=1)
    assert way.at(1.01) == way.target
    assert way.length == pytest.approx(sum(dist(a, b) for a, b in pairwise(way.points)))


@pytest.mark.parametrize("aside", [0.0, 17.0])
@pytest.mark.parametrize("x", [0.0, 60.0, 189.0, 190.5])
def test_no_way_between_cards_that_overlap_or_touch(x: float, aside: float) -> None:
    assert route(Box(0, 0, 190, 74), Box(x, 0, 190, 74), RADIUS, aside) is None


def test_a_tall_card_is_aimed_at_its_centre() -> None:
    way = route(Box(0, 0, 100, 300), Box(500, 0, 100, 300), RADIUS)
    assert way is not None
    assert way.source == pytest.approx((100, 150))


def test_the_outside_of_a_round_corner_is_outside() -> None:
    box = Box(0, 0, 100, 50)
    assert not inside(box, RADIUS, 0.5, 0.5)
    assert inside(box, RADIUS, 3.5, 3.5)
    assert inside(box, RADIUS, 50, 0.5)
