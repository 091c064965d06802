"""Arrangements: no card over another, ever; what stays stays; and each does what its name says."""

from dataclasses import replace
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.drawing.arrange import target
from facilitator.drawing.arrange.kinds import begun
from facilitator.drawing.arrange.names import Kind
from facilitator.drawing.arrange.rows import reading_order
from facilitator.drawing.arrange.work import Places
from facilitator.drawing.map import compose
from facilitator.drawing.shapes import Box, Point, union
from facilitator.drawing.theme import theme
from facilitator.model.document import Background, Document, Link
from facilitator.model.vocabulary import BackgroundKind
from facilitator.slices import finished
from tests.drawing import scenes
from tests.drawing.arrange.test_air import around, put, too_near

_IDS = [f"a{n}" for n in range(24)]
_CATEGORIES = ("association", "company", "citizens", "state")


@st.composite
def maps(draw: st.DrawFn) -> tuple[Document, dict[str, Box]]:
    """A document and the boxes of its cards, anywhere."""
    ids = draw(st.lists(st.sampled_from(_IDS), unique=True, max_size=24))
    at = st.integers(-400, 400) | st.sampled_from([0, 5000])
    actors = [
        scenes.actor(
            id_,
            float(draw(at)),
            float(draw(at)),
            category=draw(st.sampled_from(_CATEGORIES)),
            proximity=draw(st.none() | st.integers(0, 100)),
        )
        for id_ in ids
    ]
    ends = st.tuples(st.sampled_from(ids), st.sampled_from(ids)) if ids else st.nothing()
    links = [
        Link(f"l{n}", one, other)
        for n, (one, other) in enumerate(draw(st.lists(ends, max_size=30)) if ids else ())
        if one != other
    ]
    boxes = {
        actor.id: around(actor.x or 0.0, actor.y or 0.0, 196.0, draw(st.floats(74, 120))) for actor in actors
    }
    return scenes.document(*actors, *links), boxes


@pytest.mark.parametrize("kind", Kind)
@settings(max_examples=40)
@given(maps(), st.sets(st.sampled_from(_IDS), max_size=6))
def test_no_card_over_another_and_what_stays_stays(
    kind: Kind, drawn: tuple[Document, dict[str, Box]], staying: set[str]
) -> None:
    document, boxes = drawn
    places = finished(begun(kind, boxes, document, staying))
    assert places.keys() == boxes.keys()
    assert all(places[id_] == boxes[id_].centre for id_ in staying & boxes.keys())
    assert too_near(put(boxes, places), pinned=frozenset(staying)) == []
    assert finished(begun(kind, dict(reversed(boxes.items())), document, staying)) == places


def arranged(document: Document, kind: Kind) -> tuple[dict[str, Box], dict[str, Box]]:
    """The boxes of the map before and after."""
    cards = compose(document, theme("screen")).cards
    boxes = {id_: held.box for id_, held in cards.items()}
    return boxes, put(boxes, finished(begun(kind, boxes, document)))


def gap(one: Box, other: Box) -> float:
    """The room between two boxes, along the side where there is most."""
    across = abs(one.centre[0] - other.centre[0]) - (one.width + other.width) / 2
    down = abs(one.centre[1] - other.centre[1]) - (one.height + other.height) / 2
    return max(across, down)


def test_organic_brings_linked_cards_together_and_leaves_room_for_the_link() -> None:
    actors = [scenes.actor(f"a{n}", 2000.0 * (n % 2), 60.0 * n) for n in range(8)]
    pairs = ((0, 1), (2, 3), (4, 5), (6, 7))
    links = [Link(f"l{a}", f"a{a}", f"a{b}") for a, b in pairs]
    before, after = arranged(scenes.document(*actors, *links), Kind.ORGANIC)
    for a, b in pairs:
        assert gap(before[f"a{a}"], before[f"a{b}"]) > 1500
        assert 50 < gap(after[f"a{a}"], after[f"a{b}"]) < 500


def test_organic_keeps_a_map_that_is_well_laid_where_it_is() -> None:
    actors = [scenes.actor(f"a{n}", 330.0 * n, 0.0) for n in range(4)]
    links = [Link(f"l{n}", f"a{n}", f"a{n + 1}") for n in range(3)]
    before, after = arranged(scenes.document(*actors, *links), Kind.ORGANIC)
    assert sorted(after, key=lambda id_: after[id_].x) == ["a0", "a1", "a2", "a3"]
    assert union(after.values()).centre == pytest.approx(union(before.values()).centre, abs=40)
    assert all(hypot(after[id_].x - box.x, after[id_].y - box.y) < 200 for id_, box in before.items())


def test_by_category_gathers_each_in_a_block_apart_from_the_others() -> None:
    actors = [
        scenes.actor(f"{category}{n}", 250.0 * n, 130.0 * row, category=category)
        for n in range(5)
        for row, category in enumerate(("company", "association", "state"))
    ]
    document = scenes.document(*actors)
    _, after = arranged(document, Kind.CATEGORY)
    blocks = {
        key: union(box for id_, box in after.items() if document.actors[id_].category == key)
        for key in ("state", "association", "company")
    }
    assert all(gap(a, b) > 90 for a in blocks.values() for b in blocks.values() if a is not b)
    order = sorted(blocks, key=lambda key: (round(blocks[key].y / 200), blocks[key].x))
    known = list(document.categories)
    assert order == sorted(blocks, key=known.index)


def test_rows_are_level_and_read_as_the_map_was() -> None:
    actors = [
        scenes.actor(f"a{n:02}", 290.0 * (n % 5) + 7 * (n % 3), 190.0 * (n // 5) + n % 4) for n in range(15)
    ]
    before, after = arranged(scenes.document(*actors), Kind.ROWS)
    assert reading_order(after) == reading_order(before)
    assert len({round(box.centre[1]) for box in after.values()}) == 4
    assert len({round(box.centre[0]) for box in after.values()}) == 4


def test_rows_leave_out_the_place_of_a_card_that_stays() -> None:
    actors = [scenes.actor(f"a{n:02}", 280.0 * (n % 3), 160.0 * (n // 3)) for n in range(9)]
    boxes = {
        held.actor.id: held.box for held in compose(scenes.document(*actors), theme("screen")).cards.values()
    }
    after = put(boxes, finished(begun(Kind.ROWS, boxes, scenes.document(*actors), {"a04"})))
    assert after["a04"] == boxes["a04"]
    assert len({round(box.centre[0]) for id_, box in after.items() if id_ != "a04"}) == 3


def rated(**proximity: int | None) -> Document:
    return scenes.document(
        *(scenes.actor(id_, 100.0, 50.0, proximity=rate) for id_, rate in proximity.items())
    )


def far(places: Places, heart: Point) -> dict[str, float]:
    return {id_: hypot(x - heart[0], y - heart[1]) for id_, (x, y) in places.items()}


def test_target_puts_the_nearest_at_the_heart_and_the_unrated_outside() -> None:
    document = rated(near=95, half=50, edge=5, none=None)
    boxes = {id_: around(0, 0) for id_ in document.actors}
    rings = target.Rings(300.0, 200.0, 1000.0)
    away = far(finished(target.target(boxes, document, (), rings)), (300.0, 200.0))
    assert away["near"] == pytest.approx(50)
    assert away["half"] == pytest.approx(500)
    assert away["edge"] == pytest.approx(950)
    assert away["none"] > 1000


def test_rings_are_those_of_the_target_under_the_map() -> None:
    document = rated(near=100, half=50, edge=0)
    ground = Background(kind=BackgroundKind.TARGET, x=1000.0, y=0.0, width=2000.0, height=2000.0)
    boxes = {id_: around(0, 0) for id_ in document.actors}
    places = finished(begun(Kind.TARGET, boxes, replace(document, background=ground)))
    away = far(places, (2000.0, 1000.0))
    assert [away[id_] for id_ in ("near", "half", "edge")] == pytest.approx([0, 500, 1000])


def test_a_target_without_rings_makes_room_for_its_cards() -> None:
    document = rated(**{f"a{n:02}": 90 - n for n in range(20)}, **{f"b{n:02}": None for n in range(30)})
    boxes = {id_: around(0, 0) for id_ in document.actors}
    away = far(finished(begun(Kind.TARGET, boxes, document)), (0.0, 0.0))
    assert max(far_ for id_, far_ in away.items() if id_[0] == "a") < min(
        far_ for id_, far_ in away.items() if id_[0] == "b"
    )


def test_a_target_keeps_the_sector_of_each_category() -> None:
    document = scenes.document(
        *(scenes.actor(f"s{n}", category="state", proximity=50) for n in range(3)),
        *(scenes.actor(f"c{n}", category="citizens", proximity=50) for n in range(3)),
    )
    boxes = {id_: around(0, 0) for id_ in document.actors}
    places = finished(target.target(boxes, document, (), target.Rings(0.0, 0.0, 1600.0)))
    assert all((places[id_][0] > 0) == (id_[0] == "s") for id_ in places)


def test_an_arrangement_rests_often() -> None:
    """A thousand cards never block the window: the work is cut into many steps."""
    actors = [scenes.actor(f"a{n:03}", 250.0 * (n % 20), 120.0 * (n // 20)) for n in range(200)]
    links = [
        Link(f"l{n}", f"a{n:03}", f"a{(n * 7 + 3) % 200:03}") for n in range(200) if n != (n * 7 + 3) % 200
    ]
    document = scenes.document(*actors, *links)
    boxes = {id_: held.box for id_, held in compose(document, theme("screen")).cards.items()}
    steps = sum(1 for _ in begun(Kind.ORGANIC, boxes, document))
    assert steps > 500
