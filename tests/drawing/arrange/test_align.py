"""On one line, evenly spaced: by outlines, and pinned cards stay."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.drawing.arrange.align import align, distribute
from facilitator.drawing.arrange.names import Line, Way
from facilitator.drawing.shapes import Box
from tests.drawing.arrange.test_air import around, put, too_near

BOXES = {"a": around(0, 0, 200, 80), "b": around(500, 90, 100, 100), "c": around(300, 200, 160, 60)}


@pytest.mark.parametrize(
    ("line", "edges"),
    [
        (Line.LEFT, {-100.0}),
        (Line.RIGHT, {550.0}),
        (Line.CENTRE, {225.0}),
        (Line.TOP, {-40.0}),
        (Line.BOTTOM, {230.0}),
        (Line.MIDDLE, {95.0}),
    ],
)
def test_outlines_come_on_the_line_of_the_outermost(line: Line, edges: set[float]) -> None:
    aligned = put(BOXES, align(BOXES, line))
    along: dict[Line, Callable[[Box], float]] = {
        Line.LEFT: lambda box: box.x,
        Line.RIGHT: lambda box: box.right,
        Line.CENTRE: lambda box: box.centre[0],
        Line.TOP: lambda box: box.y,
        Line.BOTTOM: lambda box: box.bottom,
        Line.MIDDLE: lambda box: box.centre[1],
    }
    assert {along[line](box) for box in aligned.values()} == edges
    across = line in (Line.LEFT, Line.RIGHT, Line.CENTRE)
    assert all(box.centre[across] == BOXES[id_].centre[across] for id_, box in aligned.items())


def test_the_others_come_on_the_line_of_the_pinned() -> None:
    places = align(BOXES, Line.LEFT, {"c"})
    assert places["c"] == BOXES["c"].centre
    assert {box.x for box in put(BOXES, places).values()} == {220.0}


def test_cards_of_one_row_aligned_on_the_left_come_one_under_the_other_in_their_order() -> None:
    """As a hand that asked for a column, whichever edge it asked for."""
    row = {id_: around(x, 10 * n, 190, 80) for n, (id_, x) in enumerate({"b": 0, "a": 250, "c": 500}.items())}
    column = put(row, align(row, Line.LEFT))
    assert {box.x for box in column.values()} == {-95.0}
    assert [column[id_].centre[1] for id_ in "bac"] == [10 - 104, 10, 10 + 104]


def test_cards_that_are_piled_on_a_pinned_one_go_to_its_sides() -> None:
    boxes = {
        "pinned": around(0, 0),
        "left": around(-20, 300),
        "right": around(30, -200),
        "far": around(600, 40),
    }
    places = align(boxes, Line.MIDDLE, {"pinned"})
    assert places == {"pinned": (0, 0), "left": (-214, 0), "right": (214, 0), "far": (600, 0)}


def test_what_does_not_fit_between_two_pinned_goes_past_them() -> None:
    boxes = {"p": around(0, 0), "q": around(450, 0), "a": around(210, 90), "b": around(230, 500)}
    places = align(boxes, Line.TOP, {"p", "q"})
    assert places["a"] == (214, 0)
    assert places["b"] == (450 + 190 + 24, 0)


_any_boxes = st.dictionaries(
    st.sampled_from("abcdefgh"),
    st.builds(
        around, st.integers(-500, 500), st.integers(-500, 500), st.integers(10, 300), st.integers(10, 200)
    ),
    min_size=1,
)


@given(_any_boxes, st.sets(st.sampled_from("abcdefgh")), st.sampled_from(Line))
def test_on_one_line_no_two_overlap_and_the_order_is_kept(
    boxes: dict[str, Box], pinned: set[str], line: Line
) -> None:
    places = align(boxes, line, pinned)
    there = put(boxes, places)
    moving = [id_ for id_ in boxes if id_ not in pinned]
    assert all(places[id_] == boxes[id_].centre for id_ in pinned & boxes.keys())
    assert too_near(there, 0.0, frozenset(pinned)) == []
    down = line in (Line.LEFT, Line.CENTRE, Line.RIGHT)
    edges = {
        Line.LEFT: lambda box: box.x,
        Line.CENTRE: lambda box: box.centre[0],
        Line.RIGHT: lambda box: box.right,
        Line.TOP: lambda box: box.y,
        Line.MIDDLE: lambda box: box.centre[1],
        Line.BOTTOM: lambda box: box.bottom,
    }
    assert len({round(edges[line](there[id_]), 6) for id_ in moving}) <= 1
    before = sorted(moving, key=lambda id_: (boxes[id_].centre[down], id_))
    assert sorted(moving, key=lambda id_: places[id_][down]) == before
    again = align(there, line, pinned)
    assert all(again[id_] == pytest.approx(place, abs=1e-6) for id_, place in places.items())


def test_as_much_room_between_each_and_the_next() -> None:
    spaced = put(BOXES, distribute(BOXES, Way.ACROSS))
    assert spaced["a"] == BOXES["a"]
    assert spaced["b"] == BOXES["b"]
    assert spaced["c"].x - spaced["a"].right == pytest.approx(spaced["b"].x - spaced["c"].right)
    assert spaced["c"].centre[1] == 200


def test_where_there_is_no_room_centres_are_evenly_spaced() -> None:
    boxes = {"a": around(0, 0), "b": around(100, 10), "c": around(20, 5)}
    places = distribute(boxes, Way.ACROSS)
    assert [places[id_][0] for id_ in "acb"] == [0, 50, 100]


def test_a_pinned_card_parts_the_line_in_two() -> None:
    boxes = {str(n): around(0, y, 190, 80) for n, y in enumerate((0, 150, 300, 700, 1000))}
    places = distribute(boxes, Way.DOWN, {"2"})
    assert [places[str(n)][1] for n in range(5)] == pytest.approx([0, 150, 300, 650, 1000])


@given(
    _any_boxes,
    st.sets(st.sampled_from("abcdefgh")),
    st.sampled_from(Way),
)
def test_the_outermost_and_the_pinned_stay_and_the_order_is_kept(
    boxes: dict[str, Box], pinned: set[str], way: Way
) -> None:
    places = distribute(boxes, way, pinned)
    across = way is Way.ACROSS
    order = sorted(boxes, key=lambda id_: (boxes[id_].centre[not across], id_))
    for id_ in {order[0], order[-1], *(pinned & boxes.keys())}:
        assert places[id_] == pytest.approx(boxes[id_].centre)
    assert all(places[id_][across] == boxes[id_].centre[across] for id_ in boxes)
    assert distribute(put(boxes, places), way, pinned) == {
        id_: pytest.approx(place, abs=1e-6) for id_, place in places.items()
    }
