"""On one line, evenly spaced: by outlines, and pinned cards stay."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.drawing.arrange.align import align, distribute
from facilitator.drawing.arrange.names import Line, Way
from facilitator.drawing.shapes import Box
from tests.drawing.arrange.test_air import around, put

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
    st.dictionaries(
        st.sampled_from("abcdefgh"),
        st.builds(
            around, st.integers(-500, 500), st.integers(-500, 500), st.integers(10, 300), st.integers(10, 200)
        ),
        min_size=1,
    ),
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
