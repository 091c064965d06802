"""Boxes are sets of points; pictures move whole."""

from hypothesis import given
from hypothesis import strategies as st

from facilitator.drawing.shapes import (
    Box,
    Command,
    Path,
    Picture,
    Stroke,
    Text,
    box_of,
    circle,
    disc,
    line,
    rounded,
    together,
    union,
)

lengths = st.floats(-1e4, 1e4)
boxes = st.builds(Box, lengths, lengths, st.floats(0, 1e4), st.floats(0, 1e4))


@given(boxes, boxes)
def test_a_union_holds_both(a: Box, b: Box) -> None:
    whole = a.united(b).grown(1e-6)
    for box in (a, b):
        assert whole.contains(box.x, box.y)
        assert whole.contains(box.right, box.bottom)
    assert union([a, b]) == a.united(b)


@given(boxes, boxes)
def test_boxes_that_meet_say_so_both_ways(a: Box, b: Box) -> None:
    assert a.intersects(b) == b.intersects(a)
    if b.contains(*a.centre):
        assert a.intersects(b)


def test_boxes_apart_do_not_intersect() -> None:
    here = Box(0, 0, 10, 10)
    assert not here.intersects(Box(11, 0, 5, 5))
    assert not here.intersects(Box(0, -6, 5, 5))
    assert here.intersects(Box(10, 10, 5, 5))


def test_nothing_has_an_empty_box() -> None:
    assert union([]) == Box(0, 0, 0, 0)


def test_a_box_moves_and_grows() -> None:
    assert Box(1, 2, 3, 4).moved(10, 20) == Box(11, 22, 3, 4)
    assert Box(1, 2, 3, 4).grown(1) == Box(0, 1, 5, 6)
    assert box_of([(3, 1), (0, 5), (2, 2)]) == Box(0, 1, 3, 4)


def test_a_picture_moves_whole() -> None:
    commands: tuple[Command, ...] = (
        ("M", 0.0, 0.0),
        ("L", 1.0, 1.0),
        ("C", 1.0, 2.0, 3.0, 4.0, 5.0, 6.0),
        ("Z",),
    )
    path = Path(commands, "#000000", Stroke("#FFFFFF", 1.0))
    text = Text(2.0, 3.0, "é", 12.0, False, "#000000", "middle")
    there = Picture((path, text), Box(0, 0, 6, 6)).moved(10, 20)
    moved_path, moved_text = there.shapes
    assert isinstance(moved_path, Path)
    assert moved_path.commands == (
        ("M", 10.0, 20.0),
        ("L", 11.0, 21.0),
        ("C", 11.0, 22.0, 13.0, 24.0, 15.0, 26.0),
        ("Z",),
    )
    assert moved_path.outline is path.outline
    assert moved_text == Text(12.0, 23.0, "é", 12.0, False, "#000000", "middle")
    assert there.box == Box(10, 20, 6, 6)


def test_together_keeps_the_order_and_holds_everything() -> None:
    first = Picture((disc(0, 0, 5),), Box(-5, -5, 10, 10))
    second = first.moved(100, 0)
    both = together([first, second])
    assert both.shapes == (*first.shapes, *second.shapes)
    assert both.box == Box(-5, -5, 110, 10)


def test_round_corners_give_way_in_small_boxes() -> None:
    small = rounded(Box(0, 0, 4, 100), 9)
    assert small[0] == ("M", 2.0, 0)
    assert small[-1] == ("Z",)


def test_discs_share_their_outline() -> None:
    assert disc(1, 2, 7).outline is disc(30, 40, 7).outline is circle(7)
    assert disc(1, 2, 7).commands[0] == ("M", 8.0, 2.0)


def test_a_line_may_close() -> None:
    assert line([(0.0, 0.0), (1.0, 1.0)]) == (("M", 0.0, 0.0), ("L", 1.0, 1.0))
    assert line([(0.0, 0.0), (1.0, 1.0)], closed=True)[-1] == ("Z",)
