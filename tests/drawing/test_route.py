"""A course is straight or bent; lengths are cut from its ends."""

from __future__ import annotations

from itertools import pairwise
from math import dist

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from facilitator.drawing.route import Route, bent, straight
from facilitator.drawing.shapes import Point

places = st.tuples(st.floats(-900, 900), st.floats(-900, 900))


@st.composite
def routes(draw: st.DrawFn) -> Route:
    """Courses of more than 60 units, straight or bent by no more than they are long."""
    a, d = draw(places), draw(places)
    assume(dist(a, d) > 60)
    if draw(st.booleans()):
        return straight(a, d)
    aside = draw(st.floats(-0.7, 0.7)), draw(st.floats(-0.7, 0.7))
    x, y = (d[1] - a[1]) * aside[0], (a[0] - d[0]) * aside[0]
    u, v = (d[1] - a[1]) * aside[1], (a[0] - d[0]) * aside[1]
    third = (d[0] - a[0]) / 3, (d[1] - a[1]) / 3
    return bent(a, (a[0] + third[0] + x, a[1] + third[1] + y), (d[0] - third[0] + u, d[1] - third[1] + v), d)


@given(routes())
def test_arrowheads_are_cut_from_its_ends(way: Route) -> None:
    assert dist(way.source, way.after_source(10)) == pytest.approx(10, abs=0.1)
    assert dist(way.target, way.before_target(12)) == pytest.approx(12, abs=0.1)
    first, last = way.commands(10, 12)
    assert first[1:] == pytest.approx(way.after_source(10), abs=0.05)
    assert last[-2:] == pytest.approx(way.before_target(12), abs=0.05)
    whole = way.commands(0, 0)
    assert whole[0][1:] == pytest.approx(way.source, abs=0.05)
    assert whole[1][-2:] == pytest.approx(way.target, abs=0.05)


@given(routes(), st.floats(0, 1))
def test_the_other_way_round_it_is_the_same_course(way: Route, share: float) -> None:
    back = way.reversed()
    assert (back.source, back.target) == (way.target, way.source)
    assert back.at(1 - share) == pytest.approx(way.at(share), abs=0.01)
    assert back.reversed() == way


@given(routes())
def test_its_length_is_that_of_its_points(way: Route) -> None:
    assert way.length == pytest.approx(sum(dist(a, b) for a, b in pairwise(way.points)))
    assert way.at(0) == pytest.approx(way.source)
    assert way.at(1) == pytest.approx(way.target, abs=0.01)
    assert way.at(1.01) == pytest.approx(way.target, abs=way.length * 0.011)


def test_a_length_longer_than_the_course_is_all_of_it() -> None:
    way = bent((0.0, 0.0), (10.0, 5.0), (20.0, 5.0), (30.0, 0.0))
    assert way.after_source(31) == pytest.approx(way.target)
    assert way.before_target(31) == pytest.approx(way.source)


def test_a_curve_that_comes_back_towards_its_start_is_cut_where_it_first_is_so_far() -> None:
    start: Point = (0.0, 0.0)
    way = bent(start, (60.0, 0.0), (60.0, 60.0), (0.0, 30.0))
    assert dist(start, way.after_source(35)) == pytest.approx(35, abs=0.1)
    assert way.after_source(35)[1] < 15
