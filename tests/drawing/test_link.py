"""A link shows its status, intensity, direction, types and tension."""

from __future__ import annotations

import itertools
from dataclasses import replace
from math import dist, hypot

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from facilitator.drawing.link import BETWEEN, LinkPicture, distance, line_stroke, link
from facilitator.drawing.map import compose
from facilitator.drawing.shapes import Box, Path, Picture, Point
from facilitator.drawing.theme import THEMES, contrast, theme
from facilitator.model.document import Actor, Link
from facilitator.model.journey import new_document
from facilitator.model.vocabulary import Direction, Pictogram, Status
from tests.drawing.courses import apart, boxes, off
from tests.drawing.scenes import ink_box, within

SCREEN = theme("screen")
HERE, THERE = Box(0, 0, 190, 74), Box(500, 200, 190, 74)
LANES = st.sampled_from([0.0, 0.5, -0.5, 1.0, 2.5])


def drawn(
    here: Box = HERE, there: Box = THERE, lane: float = 0.0, marks: int = 0, **fields: object
) -> LinkPicture:
    row = Link("l", "a", "b", **fields)  # type: ignore[arg-type]  # fields of a link
    return link(row, here, there, SCREEN, lane, tuple(Pictogram)[:marks])


def heads(made: LinkPicture) -> list[Path]:
    """The arrowheads: filled triangles without a stroke."""
    paths = [shape for shape in made.picture.shapes if isinstance(shape, Path)]
    return [path for path in paths if path.fill and not path.stroke and len(path.outline) == 4]


def tip(head: Path) -> Point:
    command = head.commands[0]
    assert command[0] == "M"
    return command[1], command[2]


def rings(made: LinkPicture) -> list[Path]:
    """The circles of its marks."""
    paths = [shape for shape in made.picture.shapes if isinstance(shape, Path)]
    return [path for path in paths if path.fill == SCREEN.surface]


@given(boxes, boxes, LANES)
def test_arrowheads_touch_the_cards(here: Box, there: Box, lane: float) -> None:
    assume(apart(here, there, 30))
    (one,) = heads(drawn(here, there, lane))
    assert off(there, tip(one)) < 0.05
    at_target, at_source = heads(drawn(here, there, lane, direction=Direction.BOTH))
    assert off(there, tip(at_target)) < 0.05
    assert off(here, tip(at_source)) < 0.05


@given(boxes, boxes, LANES, st.integers(0, 7), st.booleans(), st.integers(1, 4), st.sampled_from(Status))
def test_its_box_holds_it(
    here: Box, there: Box, lane: float, marks: int, tension: bool, intensity: int, status: Status
) -> None:
    assume(apart(here, there, 3))
    made = drawn(here, there, lane, marks, tension=tension, intensity=intensity, status=status)
    # A curve stays inside its control points, not they inside the box of the curve.
    straight = [shape for shape in made.picture.shapes if isinstance(shape, Path) and len(shape.outline) > 2]
    for shape in straight:
        assert within(ink_box(type(made.picture)((shape,), made.picture.box)), made.picture.box, 0.5)
    assert made.picture.box.contains(*made.middle)
    assert made.line[0] != made.line[-1]


@pytest.mark.parametrize("look", THEMES)
def test_statuses_are_told_apart_without_colour(look: str) -> None:
    strokes = [line_stroke(Link("l", "a", "b", status=status), theme(look)) for status in Status]
    existing, to_strengthen, to_create = strokes
    assert existing.dash == ()
    assert to_strengthen.dash[0] > to_strengthen.dash[1] > to_strengthen.width
    assert to_create.dash[0] < 0.1
    assert to_create.cap == "round"
    assert to_create.colour == theme(look).accent
    assert all(contrast(stroke.colour, theme(look).paper) >= 3 for stroke in strokes)


@pytest.mark.parametrize("status", Status)
def test_intensity_is_width(status: Status) -> None:
    widths = [
        line_stroke(Link("l", "a", "b", status=status, intensity=level), SCREEN).width
        for level in (1, 2, 3, 4)
    ]
    assert widths == sorted(set(widths))


def test_types_are_side_by_side_around_the_middle() -> None:
    for lane in (0.0, 1.0):
        made = drawn(lane=lane, marks=3)
        places = [(ring.x, ring.y) for ring in rings(made)]
        assert len(places) == 3
        assert dist(places[1], made.middle) < 0.5
        assert all(dist(a, b) > 2 * SCREEN.link.mark for a, b in itertools.pairwise(places))


def test_types_wait_for_room_but_a_tension_does_not() -> None:
    near = Box(260, 0, 190, 74)
    assert len(rings(drawn(there=near, marks=1))) == 1
    assert rings(drawn(there=near, marks=4)) == []
    (tension,) = rings(drawn(there=near, marks=4, tension=True))
    assert tension.stroke
    assert tension.stroke.colour == SCREEN.danger
    (touching,) = rings(drawn(there=Box(193, 0, 190, 74), tension=True))
    assert touching.x == pytest.approx(191.5)


def test_a_tension_is_a_flash_not_a_colour_alone() -> None:
    calm, tense = drawn(), drawn(tension=True)
    assert calm.picture.shapes == tense.picture.shapes[: len(calm.picture.shapes)]
    flash = tense.picture.shapes[-1]
    assert isinstance(flash, Path)
    assert flash.fill == SCREEN.danger


def test_arrowheads_give_way_on_a_short_link() -> None:
    first, second = heads(drawn(there=Box(196, 0, 190, 74), direction=Direction.BOTH, intensity=4))
    assert tip(first) == pytest.approx((196, 37))
    assert tip(second) == pytest.approx((190, 37))
    xs = [command[1] for head in (first, second) for command in head.commands if command[0] != "Z"]
    assert all(190 <= x <= 196 for x in xs)


def _empty(made: LinkPicture) -> float:
    """The most of its line in one piece without ink, nor under its marks or beyond its ends, for its width."""
    line = made.picture.shapes[0]
    assert isinstance(line, Path)
    assert line.stroke
    assert line.stroke.dash
    (_, ax, ay), (_, bx, by) = line.commands  # type: ignore[misc]  # a straight line
    dash, gap = line.stroke.dash
    round_ = line.stroke.width / 2 if line.stroke.cap == "round" else 0.0
    length = hypot(bx - ax, by - ay)
    under = []
    for ring in rings(made):
        box = ink_box(Picture((ring,), Box(0, 0, 0, 0)))
        middle, radius = hypot(box.centre[0] - ax, box.centre[1] - ay), box.width / 2
        under.append((middle - radius, middle + radius))
    seen = []
    for n in range(int(length / (dash + gap)) + 1):
        start, end = n * (dash + gap) + dash + round_, min((n + 1) * (dash + gap) - round_, length)
        for left, right in under:
            if left < end and start < right:
                start, end = (start, left) if left - start > end - right else (right, end)
        seen.append(end - start)
    return max(seen)


@pytest.mark.parametrize("status", [Status.TO_STRENGTHEN, Status.TO_CREATE])
@given(
    gap=st.floats(8, 140),
    intensity=st.integers(1, 4),
    direction=st.sampled_from(Direction),
    marks=st.integers(0, 3),
    tension=st.booleans(),
)
def test_statuses_are_told_apart_whatever_the_length(
    status: Status, gap: float, intensity: int, direction: Direction, marks: int, tension: bool
) -> None:
    made = drawn(
        there=Box(190 + gap, 0, 190, 74),
        status=status,
        intensity=intensity,
        direction=direction,
        marks=marks,
        tension=tension,
    )
    line = made.picture.shapes[0]
    assert isinstance(line, Path)
    (_, ax, _), (_, bx, _) = line.commands  # type: ignore[misc]  # a straight line
    free = bx - ax - (2 * SCREEN.link.mark + BETWEEN) * len(rings(made))
    assume(free > 4)  # what a mark leaves no room to show is not told by its line
    assert _empty(made) > min(0.08 * free, 2.0)


def test_a_long_link_keeps_its_dashes() -> None:
    for status in (Status.TO_STRENGTHEN, Status.TO_CREATE):
        line = drawn(status=status, marks=2).picture.shapes[0]
        assert isinstance(line, Path)
        assert line.stroke == line_stroke(Link("l", "a", "b", status=status), SCREEN)


def test_nothing_is_painted_between_cards_that_overlap() -> None:
    made = drawn(there=Box(50, 20, 190, 74), marks=2, tension=True)
    assert made.picture.shapes == ()
    assert made.middle == (120, 47)
    assert made.line == ((95, 37), (145, 57))


def test_the_same_link_is_the_same_picture() -> None:
    assert drawn(marks=2, lane=0.5) == drawn(marks=2, lane=0.5)


def test_distance_is_to_the_course_not_to_its_line() -> None:
    line = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0))
    assert distance(line, 5, 3) == 3
    assert distance(line, -3, 4) == 5
    assert distance(line, 12, 5) == 2
    assert distance(((1.0, 1.0), (1.0, 1.0)), 1, 4) == 3


def _into(box: Box, head: Path) -> float:
    """How straight an arrowhead points into a card: the cosine of its angle with the way across the side it touches."""
    corners = [command[1:] for command in head.commands if command[0] != "Z"]
    (x, y), (ax, ay), (bx, by) = corners  # type: ignore[misc]  # of lines: each is a point
    dx, dy = x - (ax + bx) / 2, y - (ay + by) / 2
    beside = min(abs(x - box.x), abs(x - box.right)) < 0.1
    inwards = (box.centre[0] - x, 0.0) if beside else (0.0, box.centre[1] - y)
    return (dx * inwards[0] + dy * inwards[1]) / hypot(dx, dy) / hypot(*inwards)


def _overlap(one: Path, other: Path) -> bool:
    """Whether two triangles meet: no side of either has the other all on its far side."""
    first, second = ([command[1:] for command in path.commands if command[0] != "Z"] for path in (one, other))
    for a, b in ((first, second), (second, first)):
        for (px, py), (qx, qy), (rx, ry) in zip(a, a[1:] + a[:1], a[2:] + a[:2], strict=True):  # type: ignore[misc]
            way = (qx - px) * (ry - py) - (qy - py) * (rx - px)
            if all(((qx - px) * (y - py) - (qy - py) * (x - px)) * way <= 0.0 for x, y in b):  # type: ignore[misc]
                return False
    return True


@given(
    st.floats(10, 60),
    st.floats(-20, 20),
    st.booleans(),
    st.lists(
        st.tuples(st.integers(1, 4), st.sampled_from(Direction), st.booleans(), st.sampled_from(Status)),
        min_size=1,
        max_size=3,
    ),
    st.sampled_from(["screen", "room", "room@1.6"]),
)
def test_between_near_cards_every_direction_can_be_read(
    gap: float,
    aside: float,
    upright: bool,
    rows: list[tuple[int, Direction, bool, Status]],
    key: str,
) -> None:
    """Arrowheads touch the cards and point into them, clear of one another and wider than the line they end."""
    look = theme(key)
    wide, high = look.card.width, look.card.height
    there = (aside, high + gap) if upright else (wide + gap, aside)
    actors = {
        "a": Actor("a", "Ici", "citizens", x=0.0, y=0.0),
        "b": Actor("b", "Là", "citizens", x=there[0], y=there[1]),
    }
    links = {
        f"l{n}": Link(
            f"l{n}", *(("b", "a") if back else ("a", "b")), intensity=thick, direction=way, status=status
        )
        for n, (thick, way, back, status) in enumerate(rows)
    }
    picture = compose(replace(new_document("Le Gué", "fr"), actors=actors, links=links), look)
    every: list[tuple[str, Path]] = []
    for id_, held in picture.links.items():
        made = heads(held.picture)
        for box, head in zip((held.target.box, held.source.box), made, strict=False):
            assert off(box, tip(head)) < 0.05
            assert _into(box, head) > 0.4
        line = held.picture.picture.shapes[0]
        assert isinstance(line, Path)
        assert line.stroke
        base = made[0].commands[1:3]
        assert line.stroke.width * 1.4 < dist(base[0][1:], base[1][1:])
        every += [(id_, head) for head in made]
    for (one, head), (other, another) in itertools.combinations(every, 2):
        assert one == other or not _overlap(head, another)
