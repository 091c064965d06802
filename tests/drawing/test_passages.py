"""Passages for links between cards that stand close."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.drawing.arrange.air import give_air
from facilitator.drawing.map import compose
from facilitator.drawing.passages import opened
from facilitator.drawing.shapes import Box, box_of, union
from facilitator.drawing.spread import AIR, Frame
from facilitator.drawing.theme import theme
from facilitator.drawing.wall import Wall
from facilitator.drawing.weave import Weave, nothing, weaving
from facilitator.drawing.wiring import wiring
from facilitator.exchange import samples
from facilitator.model.document import Background, Link
from facilitator.model.vocabulary import BackgroundKind
from facilitator.slices import finished
from tests.drawing.courses import apart, enters

LOOK = theme("room")
FRAME = Frame(1872.0, 783.0, 20.21, 1.7)
SAMPLE = samples.document("nourrir-rivemont")
ROW = {
    "above": Box(0.0, 0.0, 200.0, 76.0),
    "between": Box(0.0, 100.0, 200.0, 76.0),
    "below": Box(0.0, 200.0, 200.0, 76.0),
    "aside": Box(300.0, 0.0, 200.0, 76.0),
}
"""Three cards in a column, with room on one side."""
ROOM = union(ROW.values())


def links(*pairs: tuple[str, str]) -> dict[str, Link]:
    return {f"l{n}": Link(f"l{n}", *pair, rank=n) for n, pair in enumerate(pairs)}


def under(weave: Weave, rows: Mapping[str, Link]) -> list[tuple[str, str]]:
    """Links, and the cards they go under."""
    return [
        (link, id_)
        for link, way in weave.ways.items()
        for id_, box in weave.boxes.items()
        if id_ not in (rows[link].source, rows[link].target) and enters(way, box)
    ]


def woven(boxes: Mapping[str, Box], rows: Mapping[str, Link]) -> Weave:
    return finished(weaving(wiring(rows), boxes, nothing(LOOK)))[0]


def test_the_card_in_the_way_steps_aside_and_no_other() -> None:
    rows = links(("above", "below"))
    assert under(woven(ROW, rows), rows) == [("l0", "between")]
    boxes = dict(opened(ROW, frozenset(), rows, LOOK, ROOM))
    assert [id_ for id_, box in boxes.items() if box != ROW[id_]] == ["between"]
    assert boxes["between"].x > ROW["between"].x
    assert not under(woven(boxes, rows), rows)


def test_it_may_push_one_other_ahead_of_it() -> None:
    crowded = {**ROW, "beside": Box(220.0, 100.0, 200.0, 76.0)}
    rows = links(("above", "below"))
    boxes = dict(opened(crowded, frozenset(), rows, LOOK, ROOM))
    assert {id_ for id_, box in boxes.items() if box != crowded[id_]} == {"between", "beside"}
    assert boxes["beside"].x >= boxes["between"].right + AIR
    assert not under(woven(boxes, rows), rows)
    # What is hidden is not pushed; it will come back where it was.
    assert opened(crowded, frozenset({"beside"}), rows, LOOK, ROOM)["beside"] == crowded["beside"]


def test_where_there_is_no_room_nothing_moves() -> None:
    column = {id_: box for id_, box in ROW.items() if id_ != "aside"}
    rows = links(("above", "below"))
    assert opened(column, frozenset(), rows, LOOK, union(column.values())) == column


def test_a_map_that_reads_or_is_too_full_stays_as_it_is() -> None:
    assert opened(ROW, frozenset(), links(("above", "between")), LOOK, ROOM) is ROW
    assert opened(ROW, frozenset({"below"}), links(("above", "below")), LOOK, ROOM) is ROW
    grid = {f"{x} {y}": Box(x * 225.0, y * 100.0, 200.0, 76.0) for x in range(6) for y in range(6)}
    across = links(*[(f"{x} 0", f"{x} 5") for x in range(6)])
    assert opened(grid, frozenset(), across, LOOK, union(grid.values())) is grid


_places = st.tuples(st.integers(-500, 500), st.integers(-300, 300), st.sampled_from([76.0, 96.0]))


@settings(max_examples=60)
@given(
    st.lists(_places, min_size=3, max_size=14),
    st.lists(st.tuples(st.integers(0, 13), st.integers(0, 13)), min_size=1, max_size=10),
    st.sets(st.integers(0, 13), max_size=3),
)
def test_passages_cost_nothing_else(
    placed: list[tuple[int, int, float]], pairs: list[tuple[int, int]], out: set[int]
) -> None:
    """No card comes near another, none leaves the map, what is hidden stays, and no more links go under cards."""
    count = len(placed)
    stacked = {f"a{n:02}": Box(float(x), float(y), 202.0, high) for n, (x, y, high) in enumerate(placed)}
    centres = give_air(stacked, (), AIR)
    before = {
        id_: Box(x - box.width / 2, y - box.height / 2, box.width, box.height)
        for id_, box in stacked.items()
        for x, y in (centres[id_],)
    }
    hidden = frozenset(f"a{n:02}" for n in out)
    rows = links(*[(f"a{a % count:02}", f"a{b % count:02}") for a, b in pairs if a % count != b % count])
    seen = [box for id_, box in before.items() if id_ not in hidden]
    room = FRAME.around(seen)
    after = opened(before, hidden, rows, LOOK, room)
    held = list(after.values())
    assert all(apart(one, other, AIR - 0.001) for n, one in enumerate(held) for other in held[:n])
    assert {id_: after[id_] for id_ in hidden & after.keys()} == {
        id_: before[id_] for id_ in hidden & before.keys()
    }
    shown = [box for id_, box in after.items() if id_ not in hidden]
    assert FRAME.fit(shown) >= min(FRAME.fit(seen), FRAME.most)
    assert FRAME.lower.fit(shown) >= min(FRAME.lower.fit(seen), FRAME.most) * (1 - 1e-12)
    assert [(box.width, box.height) for box in before.values()] == [(box.width, box.height) for box in held]
    turned = opened(dict(reversed(before.items())), hidden, dict(reversed(rows.items())), LOOK, room)
    assert turned == after


@pytest.mark.parametrize(
    ("width", "height", "letters", "most"),
    [
        (1872.0, 952.0, 18.71, 1.57),  # the map alone on a screen of 1920 x 1000
        (1318.0, 652.0, 13.1, 1.1),  # of 1366 x 700
        (1872.0, 783.0, 20.21, 1.7),  # as it is projected, under a question and over a legend
    ],
)
def test_no_link_of_the_sample_goes_under_a_card_on_the_wall(
    width: float, height: float, letters: float, most: float
) -> None:
    frame = Frame(width, height, letters, most)
    arranged = Wall().arranged(SAMPLE, frame)
    assert arranged.whole
    assert arranged.theme.name_floor * frame.fit(arranged.boxes.values()) >= letters
    held, drawn = list(arranged.boxes.values()), compose(arranged.document, arranged.theme)
    assert all(apart(one, other, AIR - 0.001) for n, one in enumerate(held) for other in held[:n])
    assert len(drawn.weave.ways) == len(arranged.document.links)
    # What was above another still is.
    without = Wall().arranged(replace(SAMPLE, links={}), frame).boxes
    assert not [
        (one, other)
        for one, box in arranged.boxes.items()
        for other, below in arranged.boxes.items()
        if without[one].bottom <= without[other].y and below.bottom <= box.y
    ]
    assert not under(drawn.weave, arranged.document.links)


def test_a_link_that_goes_around_is_not_led_out_of_what_is_seen() -> None:
    cards = {
        "left": Box(0.0, 192.0, 200.0, 76.0),
        "lid": Box(340.0, 82.0, 200.0, 80.0),
        "between": Box(340.0, 182.0, 200.0, 96.0),
        "right": Box(680.0, 192.0, 200.0, 76.0),
    }
    rows, room = links(("left", "right")), union(cards.values())

    def lowest(boxes: Mapping[str, Box]) -> float:
        weave = woven(boxes, rows)
        assert not under(weave, rows)
        return box_of(weave.ways["l0"].points).bottom

    assert lowest(cards) > room.bottom + 8.0
    assert opened(cards, frozenset(), rows, LOOK, room._replace(height=300.0)) == cards
    assert lowest(opened(cards, frozenset(), rows, LOOK, room)) < room.bottom + 8.0


def test_over_a_ground_no_card_steps_aside_for_a_link() -> None:
    """Its place says something there."""
    over = replace(SAMPLE, background=Background(kind=BackgroundKind.TARGET, width=900.0, height=900.0))
    frame = Frame(1872.0, 952.0, 18.71, 1.57)
    assert Wall().arranged(over, frame).boxes == Wall().arranged(replace(over, links={}), frame).boxes
