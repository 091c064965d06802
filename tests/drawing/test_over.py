"""A map over what gives places a meaning, on the wall: a card says there what it says on the console."""

from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.drawing.arrangement import Arranged
from facilitator.drawing.ground import ground
from facilitator.drawing.map import compose
from facilitator.drawing.shapes import Box, Text
from facilitator.drawing.spread import Frame
from facilitator.drawing.wall import Wall
from facilitator.model import gestures
from facilitator.model.document import Actor, Background, Document, Zone
from facilitator.model.ground import lie
from facilitator.model.vocabulary import BackgroundKind
from tests.drawing.grounds import KINDS, NAMES, covered, elsewhere, over, workshop

WIDE, NARROW = Frame(1872.0, 783.0, 20.2, 1.7), Frame(976.0, 470.0, 14.4, 1.2)
FRAMES = [WIDE, NARROW]


def overlapping(boxes: dict[str, Box]) -> list[tuple[str, str]]:
    held = list(boxes.items())
    return [(a, b) for n, (a, one) in enumerate(held) for b, other in held[:n] if one.intersects(other)]


def words(arranged: Arranged) -> list[Text]:
    shapes = ground(arranged.document, arranged.theme, arranged.boxes.values()).shapes
    return [shape for shape in shapes if isinstance(shape, Text)]


def sound(document: Document, arranged: Arranged, frame: Frame) -> None:
    """What holds of any wall over a background."""
    boxes = dict(arranged.boxes)
    assert not overlapping(boxes)
    assert not elsewhere(document, arranged.document, boxes)
    shapes = compose(arranged.document, arranged.theme).flat().shapes
    sizes = [shape.size for shape in shapes if isinstance(shape, Text)]
    assert min(sizes) * arranged.zoom >= frame.letters * (1 - 1e-9)
    assert max(text.size for text in words(arranged)) <= 1.5 * arranged.theme.name + 1e-9


@pytest.mark.parametrize("frame", FRAMES, ids=["wide", "narrow"])
@pytest.mark.parametrize("count", [4, 8, 10, 14, 20])
@pytest.mark.parametrize("kind", KINDS)
def test_no_card_says_something_else_than_on_the_console(
    kind: BackgroundKind, count: int, frame: Frame
) -> None:
    for seed in range(3):
        document = workshop(kind, count, seed)
        sound(document, Wall().arranged(document, frame), frame)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("count", [4, 10, 14])
def test_words_of_the_background_are_under_no_card(kind: BackgroundKind, count: int) -> None:
    for seed in range(3):
        arranged = Wall().arranged(workshop(kind, count, seed), WIDE)
        hidden = covered(iter(words(arranged)), list(arranged.boxes.values()))
        # Where cards are at the heart of a target, or all over a ring, no room may be left for one name of four.
        assert len(hidden) <= (kind is BackgroundKind.TARGET)


@pytest.mark.parametrize("kind", [BackgroundKind.QUADRANT, BackgroundKind.ZONES])
@pytest.mark.parametrize("count", [4, 14, 20])
def test_the_background_is_as_wide_as_the_wall(kind: BackgroundKind, count: int) -> None:
    arranged = Wall().arranged(workshop(kind, count, 1), WIDE)
    assert arranged.whole
    assert arranged.under is not None
    held = [arranged.under, *arranged.boxes.values()]
    assert WIDE.fit(held) >= arranged.zoom * (1 - 1e-9)
    assert arranged.under.width * WIDE.fit(held) > 0.9 * WIDE.width


@pytest.mark.parametrize("count", [8, 14, 20])
def test_ratings_on_the_axes_are_what_was_rated(count: int) -> None:
    """By eye: a card moves by less than its own size, though its neighbours do too."""
    document = workshop(BackgroundKind.QUADRANT, count, 2)
    arranged = Wall().arranged(document, WIDE)
    there, here = lie(arranged.document.background), lie(document.background)
    assert there is not None
    assert here is not None
    for id_, row in document.actors.items():
        x, y = arranged.boxes[id_].centre
        assert row.x is not None
        assert row.y is not None
        assert (x - there.x) / there.width == pytest.approx((row.x - here.x) / here.width, abs=0.09)
        assert (y - there.y) / there.height == pytest.approx((row.y - here.y) / here.height, abs=0.09)


def test_a_target_is_round_as_long_as_its_cards_have_room() -> None:
    few = over(
        BackgroundKind.TARGET,
        {
            f"a{n}": Actor(f"a{n}", NAMES[n], "other", x=x, y=y)
            for n, (x, y) in enumerate([(-700, 0), (600, 400)])
        },
    )
    round_ = Wall().arranged(few, WIDE).document.background
    assert round_.width == pytest.approx(round_.height)
    drawn_out = Wall().arranged(workshop(BackgroundKind.TARGET, 14, 1), WIDE).document.background
    assert round_.height < drawn_out.height * 2
    assert 1.4 < drawn_out.width / drawn_out.height <= 2.0 + 1e-9


def test_a_picture_keeps_its_proportions() -> None:
    document = workshop(BackgroundKind.IMAGE, 10, 1)
    arranged = Wall().arranged(document, WIDE)
    before, after = document.background, arranged.document.background
    assert after.width / after.height == pytest.approx(before.width / before.height)
    assert not overlapping(dict(arranged.boxes))


def test_a_crowd_is_read_in_parts_rather_than_elsewhere() -> None:
    dice = Random(3)
    crowd = {
        f"a{n:02}": Actor(f"a{n:02}", NAMES[n % 5], "other", x=dice.gauss(300, 160), y=dice.gauss(-200, 90))
        for n in range(30)
    }
    for kind in KINDS:
        document = over(kind, crowd)
        arranged = Wall().arranged(document, WIDE)
        assert not arranged.whole
        sound(document, arranged, WIDE)


@pytest.mark.parametrize("kind", KINDS)
def test_a_heap_stays_in_its_cell(kind: BackgroundKind) -> None:
    heap = {f"a{n:02}": Actor(f"a{n:02}", NAMES[n % 5], "other", x=320.0, y=-260.0) for n in range(20)}
    document = over(kind, heap)
    sound(document, Wall().arranged(document, WIDE), WIDE)


@settings(max_examples=40)
@given(
    st.sampled_from(KINDS),
    st.lists(
        st.tuples(st.integers(-780, 780), st.integers(-480, 480), st.sampled_from(NAMES)),
        min_size=1,
        max_size=16,
        unique_by=lambda one: (one[0] // 260, one[1] // 130),
    ),
    st.lists(st.tuples(st.integers(0, 15), st.integers(-780, 780), st.integers(-480, 480)), max_size=5),
    st.sampled_from(FRAMES),
)
def test_no_drop_is_told_otherwise_on_the_wall(
    kind: BackgroundKind,
    placed: list[tuple[int, int, str]],
    moves: list[tuple[int, int, int]],
    frame: Frame,
) -> None:
    document = over(
        kind,
        {
            f"a{n:02}": Actor(f"a{n:02}", name, "other", x=float(x), y=float(y), rank=n)
            for n, (x, y, name) in enumerate(placed)
        },
    )
    wall = Wall()
    sound(document, wall.arranged(document, frame), frame)
    for at, x, y in moves:
        document = gestures.place_actors({f"a{at % len(placed):02}": (float(x), float(y))})(document)
        foreseen = wall.foreseen(document, frame, frozenset())
        arranged = wall.arranged(document, frame)
        assert arranged.boxes == foreseen.boxes
        sound(document, arranged, frame)


@pytest.mark.parametrize("kind", KINDS)
def test_a_drop_into_a_crowd_stays_in_its_cell_and_moves_few(kind: BackgroundKind) -> None:
    document, wall, dice = workshop(kind, 14, 1), Wall(), Random(1)
    walls = [wall.arranged(document, WIDE)]
    for _ in range(12):
        id_ = dice.choice(list(document.actors))
        document = gestures.place_actors({id_: (dice.uniform(-780, 780), dice.uniform(-480, 480))})(document)
        walls.append(wall.arranged(document, WIDE))
        sound(document, walls[-1], WIDE)
    moved = [
        sum(after.boxes[id_] != box for id_, box in before.boxes.items()) for before, after in pairwise(walls)
    ]
    assert sorted(moved)[len(moved) // 2] <= 2


@pytest.mark.parametrize("kind", KINDS)
def test_a_longer_question_cuts_nothing_of_the_background(kind: BackgroundKind) -> None:
    document, wall = workshop(kind, 10, 1), Wall()
    before = wall.arranged(document, WIDE)
    assert wall.arranged(document, replace(WIDE, height=730.0)).boxes == before.boxes  # a line more
    low = replace(WIDE, height=600.0)
    after = wall.arranged(document, low)
    assert after.under is not None
    assert low.fit([after.under, *after.boxes.values()]) >= after.zoom * (1 - 1e-9)
    sound(document, after, low)


# What comes and goes under the map


def test_zones_that_nobody_drew_move_nothing() -> None:
    document = replace(workshop(BackgroundKind.QUADRANT, 14, 1), background=Background())
    wall = Wall()
    before = wall.arranged(document, WIDE)
    chosen = gestures.choose_background(BackgroundKind.ZONES)(document)
    after = wall.arranged(chosen, WIDE)
    assert after.boxes == before.boxes
    assert after.zoom == before.zoom
    assert after.under is None
    first = gestures.add_zone(Zone("z", "Se nourrir", -800.0, -500.0, 700.0, 1000.0))(chosen)
    sound(first, wall.arranged(first, WIDE), WIDE)


def test_a_zone_drawn_beside_another_moves_those_alone_that_it_says_something_else_of() -> None:
    document = workshop(BackgroundKind.ZONES, 14, 1)
    fewer = replace(document, zones={"food": document.zones["food"]})
    wall = Wall()
    wall.arranged(fewer, WIDE)
    for id_ in ("work", "home"):
        fewer = gestures.add_zone(document.zones[id_])(fewer)
        sound(fewer, wall.arranged(fewer, WIDE), WIDE)


@pytest.mark.parametrize("first", KINDS)
@pytest.mark.parametrize("then", [*KINDS, BackgroundKind.IMAGE])
def test_another_background_is_stood_on_as_if_it_had_always_been_there(
    first: BackgroundKind, then: BackgroundKind
) -> None:
    before, after, wall = workshop(first, 10, 1), workshop(then, 10, 1), Wall()
    wall.arranged(before, WIDE)
    after = replace(after, actors=before.actors)
    assert wall.arranged(after, WIDE).boxes == Wall().arranged(after, WIDE).boxes
