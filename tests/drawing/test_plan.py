"""Courses between two cards: from outline to outline, apart, and around what stands between."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import dist

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from facilitator.drawing.cells import changed, standing
from facilitator.drawing.plan import Bundle, Plan, courses, plan
from facilitator.drawing.route import Bent, Route, Straight
from facilitator.drawing.shapes import Box
from tests.drawing.courses import RADIUS, apart, boxes, enters, off

SPREADS = st.sampled_from([(0.0,), (-17.0, 17.0), (-34.0, 0.0, 34.0), (-68.0, -34.0, 0.0, 34.0, 68.0)])


def planned(a: Box, b: Box, offsets: tuple[float, ...] = (0.0,), *others: Box) -> tuple[Plan, list[Route]]:
    bundle = Bundle(a, b, offsets, RADIUS, ("a", "b"))
    cells = changed({}, (), [standing(f"{n}", box) for n, box in enumerate(others)])
    found = plan(bundle, cells)
    assert found is not None
    return found, courses(bundle, found.ends, found.bend)


def alone(a: Box, b: Box) -> Route:
    return planned(a, b)[1][0]


@given(boxes, boxes, SPREADS)
def test_it_touches_both_outlines_and_stays_outside(a: Box, b: Box, offsets: tuple[float, ...]) -> None:
    assume(apart(a, b, 3))
    for way in planned(a, b, offsets)[1]:
        assert off(a, way.source) < 0.01
        assert off(b, way.target) < 0.01
        assert not enters(way, a)
        assert not enters(way, b)


@given(boxes, boxes)
def test_it_is_straight_when_alone(a: Box, b: Box) -> None:
    assume(apart(a, b, 3))
    way = alone(a, b)
    assert isinstance(way, Straight)
    assert way.length == pytest.approx(dist(way.source, way.target))


@given(boxes, boxes)
def test_two_lanes_pass_apart_and_end_apart(a: Box, b: Box) -> None:
    assume(apart(a, b, 60))
    _, (one, other) = planned(a, b, (-17.0, 17.0))
    assert dist(one.at(0.5), other.at(0.5)) > 20
    assert dist(one.source, other.source) > 4
    assert dist(one.target, other.target) > 4


def test_a_lane_passes_at_the_distance_asked() -> None:
    _, (left, middle, right) = planned(Box(0, 0, 190, 74), Box(600, 0, 190, 74), (-34.0, 0.0, 34.0))
    assert left.at(0.5) == pytest.approx((395, 37 - 34), abs=1)
    assert isinstance(middle, Straight)
    assert right.at(0.5) == pytest.approx((395, 37 + 34), abs=1)


@pytest.mark.parametrize("x", [0.0, 60.0, 189.0, 190.5])
def test_no_way_between_cards_that_overlap_or_touch(x: float) -> None:
    for offsets in ((0.0,), (-17.0, 17.0)):
        bundle = Bundle(Box(0, 0, 190, 74), Box(x, 0, 190, 74), offsets, RADIUS, ("a", "b"))
        assert plan(bundle, {}) is None


def test_a_tall_card_is_aimed_at_its_centre() -> None:
    assert alone(Box(0, 0, 100, 300), Box(500, 0, 100, 300)).source == pytest.approx((100, 150))


def test_a_point_is_reached_where_it_is() -> None:
    way = alone(Box(0, 0, 190, 74), Box(400, 300, 0, 0))
    assert way.target == (400, 300)


@pytest.mark.parametrize("neighbours", [1, 2, 3, 4])
def test_it_jumps_over_the_cards_of_a_row(neighbours: int) -> None:
    row = [Box(250.0 * place, 0, 196, 74) for place in range(neighbours + 2)]
    found, (way,) = planned(row[0], row[-1], (0.0,), *row[1:-1])
    assert found.clear
    assert isinstance(way, Bent)
    assert not any(enters(way, box, -1) for box in row[1:-1])


def test_a_bundle_goes_around_a_card_with_its_links_apart() -> None:
    between = Box(260, 0, 196, 74)
    _, ways = planned(Box(0, 0, 196, 74), Box(520, 0, 196, 74), (-34.0, 0.0, 34.0), between)
    assert not any(enters(way, between, -1) for way in ways)
    assert all(dist(a.at(0.5), b.at(0.5)) > 30 for a, b in pairwise(ways))
    assert all(off(Box(0, 0, 196, 74), way.source) < 0.01 for way in ways)


@given(boxes, boxes, st.lists(boxes, min_size=1, max_size=4), SPREADS)
def test_what_is_said_clear_passes_under_no_card(
    a: Box, b: Box, others: list[Box], offsets: tuple[float, ...]
) -> None:
    assume(apart(a, b, 3))
    assume(all(apart(one, other, 1) for one, other in combinations([a, b, *others], 2)))
    found, ways = planned(a, b, offsets, *others)
    assert all(isinstance(way, Straight) for way in ways) or found.clear or len(offsets) > 1
    for way in ways:
        assert off(a, way.source) < 0.01
        assert off(b, way.target) < 0.01
        assert not enters(way, a)
        assert not enters(way, b)
        if found.clear:
            assert not any(enters(way, box) for box in others)


def test_it_stays_straight_when_no_small_bend_helps() -> None:
    wall = Box(300, -600, 196, 1274)
    found, (way,) = planned(Box(0, 0, 196, 74), Box(600, 0, 196, 74), (0.0,), wall)
    assert not found.clear
    assert isinstance(way, Straight)


def test_far_across_many_cards_it_is_straight() -> None:
    many = [Box(300.0 * place, 0, 196, 74) for place in range(1, 9)]
    found, (way,) = planned(Box(0, 0, 196, 74), Box(2700, 0, 196, 74), (0.0,), *many)
    assert not found.clear
    assert isinstance(way, Straight)
