"""Marks of links: clear of cards, of arrowheads and of one another; and a map made step by step is the whole map."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from math import dist

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from facilitator.drawing.map import MapPicture, compose
from facilitator.drawing.theme import theme
from facilitator.model.document import Document, Link, with_rows
from facilitator.model.vocabulary import Direction
from tests.drawing.scenes import actor, document

SCREEN = theme("screen")
RADIUS = SCREEN.link.mark
ACTORS = "abcdefgh"
TYPES = ("funding", "material", "information")

xs, ys = st.integers(-2, 6).map(lambda n: n * 115.0), st.integers(-2, 6).map(lambda n: n * 62.0)
links = st.builds(
    Link,
    st.integers(0, 14).map(lambda n: f"l{n}"),
    st.sampled_from("abcd"),
    st.sampled_from("efgh"),
    st.lists(st.sampled_from(TYPES), unique=True, max_size=2).map(tuple),
    direction=st.sampled_from(Direction),
    tension=st.booleans(),
    rank=st.integers(0, 9),
)
turned = st.builds(
    lambda row, turn: replace(row, source=row.target, target=row.source) if turn else row,
    links,
    st.booleans(),
)
maps = st.builds(
    lambda places, rows: document(
        *[actor(id_, *place) for id_, place in zip(ACTORS, places, strict=True)],
        *{row.id: row for row in rows}.values(),
    ),
    st.lists(st.tuples(xs, ys), min_size=len(ACTORS), max_size=len(ACTORS)),
    st.lists(turned, max_size=12),
)


def moved(session: Document, id_: str, x: float | None, y: float | None) -> Document:
    return with_rows(session, "actors", put=[replace(session.actors[id_], x=x, y=y)])


@st.composite
def gestures(draw: st.DrawFn, session: Document) -> Document:
    """The document after one gesture of any kind."""
    kind = draw(st.sampled_from(["move", "away", "link", "unlink", "edit", "many"]))
    actor_id = draw(st.sampled_from(ACTORS))
    if kind == "move":
        return moved(session, actor_id, draw(xs), draw(ys))
    if kind == "away":
        return moved(session, actor_id, None, None)
    if kind == "many":
        for id_ in ACTORS[:5]:
            session = moved(session, id_, draw(xs), draw(ys))
        return session
    if kind == "link" or not session.links:
        return with_rows(session, "links", put=[draw(turned)])
    id_ = draw(st.sampled_from(sorted(session.links)))
    if kind == "unlink":
        return with_rows(session, "links", drop=[id_])
    row = session.links[id_]
    return with_rows(session, "links", put=[replace(row, tension=not row.tension, types=TYPES[:1])])


@settings(max_examples=60, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(maps, st.data())
def test_a_map_made_gesture_by_gesture_is_the_map_made_at_once(
    session: Document, data: st.DataObject
) -> None:
    picture = compose(session, SCREEN)
    for _ in range(4):
        session = data.draw(gestures(session))
        hidden = data.draw(st.sets(st.sampled_from([*ACTORS, *session.links]), max_size=2))
        picture = compose(session, SCREEN, picture, hidden)
        whole = compose(session, SCREEN, hidden=hidden)
        assert list(picture.links) == list(whole.links)
        for id_, held in whole.links.items():
            assert picture.links[id_].picture == held.picture, id_
        assert picture.flat() == whole.flat()
        assert picture.box == whole.box


@given(maps, st.sampled_from(ACTORS), xs, ys)
def test_undo_brings_back_the_very_same_picture(session: Document, id_: str, x: float, y: float) -> None:
    before = compose(session, SCREEN)
    after = compose(moved(session, id_, x, y), SCREEN, before)
    again = compose(session, SCREEN, after)
    assert {key: held.picture for key, held in again.links.items()} == {
        key: held.picture for key, held in before.links.items()
    }


def spots(picture: MapPicture) -> Iterator[tuple[str, float, float, float]]:
    for id_, marks in picture.spots.marks.items():
        yield from ((id_, x, y, radius) for _, x, y, radius in marks)


@settings(max_examples=60, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(maps)
def test_types_are_on_no_card_no_arrowhead_and_no_other_mark(session: Document) -> None:
    calm = with_rows(session, "links", put=[replace(row, tension=False) for row in session.links.values()])
    picture = compose(calm, SCREEN)
    placed = list(spots(picture))
    for _, x, y, radius in placed:
        assert not any(held.box.grown(radius).contains(x, y) for held in picture.cards.values())
        for way in picture.weave.ways.values():
            assert dist((x, y), way.target) > radius
    assert all(dist(one[1:3], other[1:3]) >= 2 * RADIUS for one, other in combinations(placed, 2))


@given(maps)
def test_a_tension_is_always_there(session: Document) -> None:
    picture = compose(session, SCREEN)
    for id_, held in picture.links.items():
        if held.row.tension and id_ in picture.weave.ways:
            assert any(key is None for key, *_ in picture.spots.marks[id_])
            assert held.picture.picture.shapes[-1].fill == SCREEN.danger  # type: ignore[union-attr]  # a path


def test_two_crossing_links_do_not_put_their_marks_on_one_another() -> None:
    session = document(
        actor("a", 0, 0),
        actor("b", 600, 400),
        actor("c", 0, 400),
        actor("d", 600, 0),
        Link("1", "a", "b", ("funding",)),
        Link("2", "c", "d", ("material",)),
    )
    picture = compose(session, SCREEN)
    ((_, x, y, _),) = picture.spots.marks["1"]
    assert dist((x, y), picture.links["1"].picture.middle) < 1, "the first has the middle"
    ((_, u, v, _),) = picture.spots.marks["2"]
    assert dist((x, y), (u, v)) > 2 * RADIUS
    later = compose(with_rows(session, "links", drop=["1"]), SCREEN, picture)
    ((_, u, v, _),) = later.spots.marks["2"]
    assert dist((u, v), later.links["2"].picture.middle) < 1, "the middle is free again"


def test_a_tension_between_cards_side_by_side_stands_beside_them() -> None:
    row = Link("t", "a", "b", ("funding",), tension=True)
    picture = compose(document(actor("a", 0, 0), actor("b", 204, 0), row), SCREEN)
    ((key, x, y, radius),) = picture.spots.marks["t"]
    assert key is None
    assert not any(held.box.grown(radius).contains(x, y) for held in picture.cards.values())
    assert picture.box.contains(x, y - radius)
    assert picture.box.contains(x, y + radius)
    assert picture.links["t"].picture.picture.box.contains(x, y)


def test_between_two_cards_that_are_near_a_tension_is_smaller() -> None:
    row = Link("t", "a", "b", tension=True)
    picture = compose(document(actor("a", 0, 0), actor("b", 0, 74 + 38), row), SCREEN)
    ((_, _, _, radius),) = picture.spots.marks["t"]
    assert radius <= RADIUS


def test_hidden_links_keep_their_place() -> None:
    session = document(
        actor("a", 0, 0),
        actor("b", 600, 400),
        actor("c", 0, 400),
        actor("d", 600, 0),
        actor("e", 300, 200),
        Link("1", "a", "b", ("funding",)),
        Link("2", "c", "d", ("material",)),
    )
    every = compose(session, SCREEN)
    part = compose(session, SCREEN, every, hidden={"1", "e"})
    assert set(part.links) == {"2"}
    assert part.links["2"] is every.links["2"]
    assert compose(session, SCREEN, part).links["1"] is every.links["1"]
