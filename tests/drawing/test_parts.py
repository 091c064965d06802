"""A map cut into screens."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from facilitator.drawing.parts import Part, islands, kept, parts
from facilitator.drawing.shapes import Box

BOXES = st.dictionaries(
    st.text("abcdef", min_size=1, max_size=3),
    st.builds(
        Box, st.integers(-3000, 3000), st.integers(-3000, 3000), st.integers(10, 300), st.integers(10, 200)
    ),
    max_size=30,
)


def test_no_card_no_part() -> None:
    assert parts({}, 100, 100) == ()


def test_what_holds_on_one_screen_is_one_part() -> None:
    boxes = {"a": Box(0, 0, 10, 10), "b": Box(80, 40, 10, 10)}
    assert parts(boxes, 90, 50) == (Part(("a", "b"), Box(0, 0, 90, 50)),)


def test_parts_come_as_one_reads() -> None:
    boxes = {
        f"{row}{column}": Box(column * 400, row * 400, 100, 100) for row in range(2) for column in range(2)
    }
    assert [part.ids for part in parts(boxes, 200, 200)] == [("00",), ("01",), ("10",), ("11",)]


def test_the_cut_goes_where_the_gap_is() -> None:
    boxes = {f"{at}": Box(at, 0, 90, 50) for at in (0, 100, 200, 700, 800, 900)}
    assert [part.ids for part in parts(boxes, 400, 100)] == [("0", "100", "200"), ("700", "800", "900")]


@given(BOXES, st.integers(300, 2000), st.integers(200, 1200))
def test_every_card_is_in_one_part_and_every_part_on_one_screen(
    boxes: dict[str, Box], width: int, height: int
) -> None:
    found = parts(boxes, width, height)
    assert sorted(id_ for part in found for id_ in part.ids) == sorted(boxes)
    for part in found:
        assert len(part.ids) == 1 or (part.box.width <= width and part.box.height <= height)
        for id_ in part.ids:
            assert part.box.united(boxes[id_]) == part.box


def test_parts_stay_the_same_as_long_as_each_holds() -> None:
    boxes = {f"{at}": Box(at, 0, 90, 50) for at in (0, 100, 200, 700, 800, 900)}
    before = parts(boxes, 400, 100)
    nudged = {**boxes, "200": Box(230, 20, 90, 50)}
    after = kept(before, nudged, 400, 100)
    assert after is not None
    assert [part.ids for part in after] == [part.ids for part in before]
    assert after[0].box == Box(0, 0, 320, 70)
    fewer = {id_: box for id_, box in boxes.items() if id_ not in ("0", "100", "200")}
    assert kept(before, fewer, 400, 100) == (before[1],)
    joined = kept(before, {**boxes, "new": Box(300, 30, 90, 50)}, 400, 100)
    assert joined is not None
    assert joined[0].ids == ("0", "100", "200", "new")
    assert kept(before, {**boxes, "new": Box(450, 30, 90, 50)}, 400, 100) is None
    assert kept(before, {**boxes, "200": Box(450, 20, 90, 50)}, 400, 100) is None


@given(BOXES)
def test_two_neighbours_that_hold_together_are_together(boxes: dict[str, Box]) -> None:
    found = parts(boxes, 900, 600)
    for one, other in pairwise(found):
        both = one.box.united(other.box)
        assert both.width > 900 or both.height > 600


def test_a_screen_of_nothing_makes_islands() -> None:
    places = {"a": (0.0, 0.0), "b": (90.0, 10.0), "c": (300.0, 0.0), "d": (290.0, 80.0), "e": (40.0, 70.0)}
    assert islands({}, 100.0, 50.0) == []
    assert len(islands(places, 300.0, 100.0)) == 1
    assert sorted(sorted(ids) for ids in islands(places, 100.0, 50.0)) == [["a", "b"], ["c"], ["d"], ["e"]]
    bridged = {"a": (0.0, 0.0), "b": (800.0, 2500.0), "c": (1600.0, 0.0)}
    assert len(islands(bridged, 1000.0, 1000.0)) == 3, "what is far below keeps no two together"
