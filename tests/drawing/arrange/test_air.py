"""Room around cards: never two too near, never a pinned one moved, nothing moved that has room."""

from itertools import combinations
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.drawing.arrange.air import GAP, give_air
from facilitator.drawing.shapes import Box, Point, box_of

_ROUNDING = 1e-5


def around(x: float, y: float, width: float = 190.0, height: float = 84.0) -> Box:
    return Box(x - width / 2, y - height / 2, width, height)


def put(boxes: dict[str, Box], places: dict[str, Point]) -> dict[str, Box]:
    """The boxes at these centres."""
    assert places.keys() == boxes.keys()
    return {id_: around(*places[id_], box.width, box.height) for id_, box in boxes.items()}


def too_near(
    boxes: dict[str, Box], gap: float = GAP, pinned: frozenset[str] = frozenset()
) -> list[tuple[str, ...]]:
    """Pairs nearer than the gap, but for those of two pinned."""
    return [
        (a, b)
        for (a, one), (b, other) in combinations(boxes.items(), 2)
        if not {a, b} <= pinned
        and one.grown(gap / 2 - _ROUNDING).intersects(other.grown(gap / 2 - _ROUNDING))
    ]


_coordinates = st.integers(-300, 300) | st.floats(-2000, 2000) | st.sampled_from([0.0, 1e6, -1e6])
_boxes = st.builds(
    around, _coordinates, _coordinates, st.sampled_from([0.0, 40.0, 190.0, 190.0, 320.0]), st.floats(0, 200)
)
_maps = st.dictionaries(st.sampled_from([f"a{n}" for n in range(60)]), _boxes, max_size=40)


@given(
    _maps,
    st.sets(st.sampled_from([f"a{n}" for n in range(60)]), max_size=8),
    st.sampled_from([0.0, 24.0, 80.0]),
)
def test_never_two_too_near_and_never_a_pinned_one_moved(
    boxes: dict[str, Box], pinned: set[str], gap: float
) -> None:
    places = give_air(boxes, pinned, gap)
    aired = put(boxes, places)
    assert too_near(aired, gap, frozenset(pinned)) == []
    assert all(places[id_] == boxes[id_].centre for id_ in pinned & boxes.keys())
    # What has room stays, to the last digit: that is also why doing it twice is doing it once.
    assert give_air(aired, pinned, gap) == {id_: box.centre for id_, box in aired.items()}


@given(_maps, st.randoms())
def test_the_order_of_the_cards_does_not_matter(boxes: dict[str, Box], chance: object) -> None:
    shuffled = list(boxes.items())
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # a Random
    assert give_air(dict(shuffled)) == give_air(boxes)


def test_boxes_next_to_nothing_find_room_too() -> None:
    places = give_air({"a": around(0.0, 4.0, 0.0, 5e-324), "b": around(0.0, 4.0, 0.0, 0.0)}, (), 0.0)
    assert places.keys() == {"a", "b"}


def test_no_card_is_no_place() -> None:
    assert give_air({}) == {}


def test_what_has_room_does_not_move() -> None:
    boxes = {"a": around(0, 0), "b": around(100, 20), "far": around(900, 700), "beside": around(1114, 700)}
    places = give_air(boxes)
    assert places["far"] == (900, 700)
    assert places["beside"] == (1114, 700)


@pytest.mark.parametrize(
    ("b", "moved_along"),
    [((20.0, 60.0), "y"), ((-20.0, -60.0), "y"), ((180.0, 8.0), "x"), ((-180.0, 8.0), "x")],
)
def test_two_cards_share_the_shorter_way_and_keep_their_sides(b: Point, moved_along: str) -> None:
    places = give_air({"a": around(0, 0), "b": around(*b)})
    (ax, ay), (bx, by) = places["a"], places["b"]
    if moved_along == "y":
        assert (ax, bx) == (0, b[0])
        assert abs(by - ay) == pytest.approx(84 + GAP, abs=0.1)
        assert (by > ay) == (b[1] > 0)
        assert ay == pytest.approx(-(by - b[1]))
    else:
        assert (ay, by) == (0, b[1])
        assert abs(bx - ax) == pytest.approx(190 + GAP, abs=0.1)
        assert (bx > ax) == (b[0] > 0)


def test_the_other_goes_the_whole_way_around_a_pinned_one() -> None:
    places = give_air({"a": around(0, 0), "b": around(10, 30)}, {"a"})
    assert places["a"] == (0, 0)
    assert places["b"] == pytest.approx((10, 84 + GAP), abs=0.1)


def test_two_pinned_that_overlap_stay_so_and_the_others_clear_both() -> None:
    boxes = {"a": around(0, 0), "b": around(40, 20), "c": around(20, 10)}
    places = give_air(boxes, {"a", "b"})
    assert (places["a"], places["b"]) == ((0, 0), (40, 20))
    assert too_near(put(boxes, places), GAP, frozenset("ab")) == []


def test_a_card_between_two_pinned_with_no_room_between_goes_elsewhere() -> None:
    boxes = {"a": around(0, 0), "b": around(250, 0), "c": around(125, 0)}
    places = give_air(boxes, {"a", "b"})
    assert too_near(put(boxes, places), GAP, frozenset("ab")) == []
    assert hypot(places["c"][0] - 125, places["c"][1]) < 150


def test_a_stack_is_laid_around_where_it_was() -> None:
    boxes = {f"a{n:03}": around(500, 300) for n in range(300)}
    places = give_air(boxes)
    assert too_near(put(boxes, places)) == []
    taken = box_of(places.values())
    assert taken.centre == pytest.approx((500, 300), abs=220)
    assert max(taken.width, taken.height) < 3200


def test_a_crowd_grows_and_keeps_the_sense_of_its_places() -> None:
    """Cards that became twice as large, as for the back row: rows stay rows and columns stay columns."""
    boxes = {
        f"{row}{column}": around(column * 230, row * 120, 400, 180) for row in range(6) for column in range(7)
    }
    places = give_air(boxes)
    assert too_near(put(boxes, places)) == []
    for row in range(6):
        assert sorted(range(7), key=lambda column: places[f"{row}{column}"][0]) == list(range(7))
    for column in range(7):
        assert sorted(range(6), key=lambda row: places[f"{row}{column}"][1]) == list(range(6))
