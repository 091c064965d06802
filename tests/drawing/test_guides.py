"""Where a card lines up with those around it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from facilitator.drawing.guides import Guide, Guides
from facilitator.drawing.shapes import Box

LENGTHS = st.integers(20, 300).map(float)
PLACES = st.integers(-300, 300).map(float)
BOXES = st.builds(Box, PLACES, PLACES, LENGTHS, LENGTHS)


def test_left_edges_line_up_and_the_guide_holds_both_cards() -> None:
    fit = Guides([Box(0, 0, 200, 80)]).fit(Box(4, 300, 150, 80), 6)
    assert (fit.dx, fit.dy) == (-4, 0)
    assert fit.guides == (Guide((0, 0), (0, 380)),)


def test_middles_line_up_level_too() -> None:
    fit = Guides([Box(0, 0, 200, 80)]).fit(Box(400, 13, 200, 60), 6)
    assert (fit.dx, fit.dy) == (0, -3)
    assert fit.guides == (Guide((0, 40), (600, 40)),)


def test_an_edge_never_lines_up_with_a_middle() -> None:
    assert Guides([Box(0, 0, 200, 80)]).fit(Box(101, 300, 150, 80), 6).dx == 0


@pytest.mark.parametrize("off", [-5.0, 0.0, 5.0])
def test_a_card_stands_half_way_between_two(off: float) -> None:
    row = [Box(0, 0, 100, 80), Box(500, 10, 100, 80)]
    fit = Guides(row).fit(Box(240 + off, 3, 120, 75), 6)
    assert fit.dx == -off
    gaps = sorted(guide for guide in _ends(fit.guides) if guide[2])
    assert [(start[0], end[0]) for start, end, _gap in gaps] == [(100, 240), (360, 500)]


@pytest.mark.parametrize(("x", "ends"), [(303.0, [(100, 150), (250, 300)]), (-152.0, [(-50, 0), (100, 150)])])
def test_a_card_stands_as_far_as_the_two_beside_it(x: float, ends: list[tuple[float, float]]) -> None:
    row = [Box(0, 0, 100, 80), Box(150, 0, 100, 80)]
    fit = Guides(row).fit(Box(x, 20, 100, 50), 6)
    assert sorted((start[0], end[0]) for start, end, gap in _ends(fit.guides) if gap) == ends


def test_a_card_far_across_is_not_lined_up_with() -> None:
    assert Guides([Box(0, 0, 200, 80)]).fit(Box(4, 3000, 150, 80), 6).guides == ()


def test_nobody_around_leaves_a_card_where_it_is() -> None:
    assert Guides([]).fit(Box(1, 2, 3, 4), 6).guides == ()


@given(st.lists(BOXES, max_size=12), BOXES, st.floats(0.5, 40))
def test_a_card_moves_within_reach_and_every_guide_touches_it(
    around: list[Box], box: Box, reach: float
) -> None:
    fit = Guides(around).fit(box, reach)
    assert abs(fit.dx) <= reach
    assert abs(fit.dy) <= reach
    there = box.moved(fit.dx, fit.dy).grown(1e-6)
    lines = [guide for guide in fit.guides if not guide.gap]
    for guide in lines:
        (x, y), (right, bottom) = guide.start, guide.end
        assert there.intersects(Box(x, y, right - x, bottom - y))
        assert x == pytest.approx(right) or y == pytest.approx(bottom)
    moved = bool(fit.dx or fit.dy)
    assert fit.guides or not moved, "what moves a card is shown"


@example([Box(0, 0, 20, 20), Box(-33, 51, 20, 20), Box(-219, 34, 160, 20)], Box(7, 32, 20, 20), 8.0)
@given(st.lists(BOXES, max_size=12), BOXES, st.floats(0.5, 40))
def test_a_card_that_lines_up_stays_there(around: list[Box], box: Box, reach: float) -> None:
    guides = Guides(around)
    first = guides.fit(box, reach)
    again = guides.fit(box.moved(first.dx, first.dy), reach)
    assert again.dx == pytest.approx(0)
    assert again.dy == pytest.approx(0)


def _ends(guides: tuple[Guide, ...]) -> list[tuple[tuple[float, float], tuple[float, float], bool]]:
    return [(guide.start, guide.end, guide.gap) for guide in guides]
