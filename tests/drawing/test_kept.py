"""Courses that were kept give the map they were kept from, and no other; what is false or unreadable does no harm."""

from __future__ import annotations

import base64
import json
import struct
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from facilitator.drawing.decor import Dressing
from facilitator.drawing.kept import Origin, digest
from facilitator.drawing.map import MapPicture, compose, finishing
from facilitator.drawing.theme import theme
from facilitator.model.document import Document, with_rows
from facilitator.model.vocabulary import Direction, Pictogram
from facilitator.slices import finished
from tests.drawing.scenes import town
from tests.drawing.test_spots import ACTORS, gestures, maps, moved, xs, ys

SCREEN = theme("screen")


def kept(session: Document) -> Any:
    """What a session keeps of its map, read back from its file."""
    return json.loads(json.dumps(compose(session, SCREEN).laid()))


def opened(session: Document) -> MapPicture:
    """The map a session opens with."""
    return compose(session, SCREEN, laid=kept(session))


def same(one: MapPicture, other: MapPicture) -> None:
    assert one.flat() == other.flat()
    assert one.box == other.box
    assert {id_: (held.row, held.picture) for id_, held in one.lines.items()} == {
        id_: (held.row, held.picture) for id_, held in other.lines.items()
    }


def packed(*numbers: float) -> str:
    return base64.b64encode(struct.pack(f"<{len(numbers)}d", *numbers)).decode()


def numbers_of(text: str) -> tuple[float, ...]:
    data = base64.b64decode(text)
    return struct.unpack(f"<{len(data) // 8}d", data)


@settings(max_examples=60, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(maps)
def test_it_is_the_map_it_was_kept_from_and_made_whole_stays_so(session: Document) -> None:
    sketch = opened(session)
    assert not sketch.whole
    same(sketch, compose(session, SCREEN))
    whole = finished(finishing(sketch))
    assert whole.whole
    assert whole.lines is sketch.lines, "nothing of it is painted again"
    assert whole.links is sketch.links


@settings(max_examples=60, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(maps, st.booleans(), st.data())
def test_gestures_on_it_give_the_map_made_at_once(
    session: Document, rested: bool, data: st.DataObject
) -> None:
    picture = opened(session)
    if rested:
        picture = finished(finishing(picture))
    for _ in range(3):
        if data.draw(st.booleans()):
            session = data.draw(gestures(session))
        hidden = data.draw(st.sets(st.sampled_from([*ACTORS, *session.links]), max_size=2))
        picture = compose(session, SCREEN, picture, hidden)
        same(picture, compose(session, SCREEN, hidden=hidden))
        assert picture.laid() == compose(session, SCREEN).laid()


def test_looking_at_it_otherwise_looks_for_nothing() -> None:
    session = town()
    sketch = opened(session)
    hidden = compose(session, SCREEN, sketch, {"ville"})
    ringed = compose(session, SCREEN, hidden, (), Dressing(rings={"ville": 2}))
    noted = with_rows(session, "actors", put=[replace(session.actors["ville"], note="Mairie")])
    for shown in (hidden, ringed, compose(noted, SCREEN, sketch)):
        assert not shown.whole
        assert shown.weave.ways == sketch.weave.ways
    assert "ville" not in hidden.cards
    assert ringed.cards["ville"].card is not sketch.cards["ville"].card


@given(maps, st.sampled_from(ACTORS), xs, ys)
def test_links_follow_a_hand_that_is_quicker_than_it_is_made_whole(
    session: Document, id_: str, x: float, y: float
) -> None:
    sketch = opened(session)
    carried = sketch.relinked({id_: (x, y)})
    assert carried.keys() == {key for key, row in session.links.items() if id_ in (row.source, row.target)}
    after = moved(session, id_, x, y)
    same(compose(after, SCREEN, sketch), compose(after, SCREEN))


def test_names_and_ids_are_not_in_it() -> None:
    session = town()
    told = json.dumps(kept(session), ensure_ascii=False)
    assert not any(id_ in told for id_ in (*session.actors, *session.links))
    assert not any(actor.name in told for actor in session.actors.values())
    assert numbers_of(kept(session)["points"])


@pytest.mark.parametrize(
    "other",
    [
        lambda session: moved(session, "ville", 20.0, 0.0),
        lambda session: moved(session, "radio", 340.0, 280.0),
        lambda session: with_rows(session, "links", drop=["jette"]),
        lambda session: with_rows(session, "links", put=[replace(session.links["jette"], tension=False)]),
        lambda session: with_rows(session, "links", put=[replace(session.links["jette"], intensity=4)]),
        lambda session: with_rows(
            session, "links", put=[replace(session.links["jette"], direction=Direction.BOTH)]
        ),
        lambda session: with_rows(session, "links", put=[replace(session.links["jette"], rank=90)]),
        lambda session: with_rows(session, "links", put=[replace(session.links["jette"], types=())]),
        lambda session: with_rows(
            session, "actors", put=[replace(session.actors["ville"], name="Ville de Rivemont " * 4)]
        ),
    ],
)
def test_those_of_another_map_are_not_taken(other: Callable[[Document], Document]) -> None:
    session = other(town())
    picture = compose(session, SCREEN, laid=kept(town()))
    assert picture.whole
    same(picture, compose(session, SCREEN))
    assert opened(session).whole is False, "its own are"


def test_nor_are_those_of_other_letters_but_another_light_changes_nothing() -> None:
    assert compose(town(), theme("room"), laid=kept(town())).whole
    dark = compose(town(), theme("screen_dark"), laid=kept(town()))
    assert not dark.whole
    same(dark, compose(town(), theme("screen_dark")))


def _cut(key: str) -> Callable[[Any], Any]:
    return lambda laid: laid | {key: laid[key][:-4]}


def _one(key: str, at: int, number: float) -> Callable[[Any], Any]:
    def damage(laid: Any) -> Any:
        numbers = [*numbers_of(laid[key])]
        numbers[at] = number
        return laid | {key: packed(*numbers)}

    return damage


@pytest.mark.parametrize(
    "damage",
    [
        lambda _laid: None,
        lambda _laid: [],
        lambda _laid: "courses",
        lambda _laid: 7,
        lambda laid: {"of": laid["of"]},
        lambda laid: laid | {"courses": 3},
        lambda laid: laid | {"courses": laid["courses"][1:]},
        lambda laid: laid | {"courses": laid["courses"] + "s"},
        lambda laid: laid | {"courses": "x" * len(laid["courses"])},
        lambda laid: laid | {"courses": "b" * len(laid["courses"])},
        lambda laid: laid | {"courses": "-" * len(laid["courses"])},
        lambda laid: laid | {"points": None},
        lambda laid: laid | {"points": "é"},
        lambda laid: laid | {"points": ""},
        lambda laid: laid | {"points": laid["points"] + packed(0.0, 0.0)},
        lambda laid: laid | {"points": "=" * len(laid["points"])},
        lambda laid: laid | {"points": laid["points"][:-8] + "A======="},
        lambda laid: laid | {"courses": dict.fromkeys(laid["courses"])},
        lambda laid: laid | {"marks": [["a"]] * len(laid["marks"])},
        lambda laid: laid | {"marks": "x" * len(laid["marks"])},
        lambda laid: laid | {"points": packed(*[0.0] * len(numbers_of(laid["points"])))},
        lambda laid: laid | {"marks": "a" * len(laid["marks"])},
        lambda laid: laid | {"marks": "-" * len(laid["marks"])},
        lambda laid: laid | {"spots": ""},
        _cut("points"),
        _cut("spots"),
        _cut("marks"),
        _one("points", 1, float("nan")),
        _one("points", 2, float("inf")),
        _one("points", 3, -1e6),
        _one("spots", 0, 1e6),
        _one("spots", 2, 400.0),
        _one("spots", 2, -1.0),
        _one("spots", 2, float("nan")),
    ],
)
def test_what_cannot_be_read_is_passed_over(damage: Callable[[Any], Any]) -> None:
    laid = kept(town())
    assert not compose(town(), SCREEN, laid=laid).whole
    picture = compose(town(), SCREEN, laid=damage(laid))
    assert picture.whole
    same(picture, compose(town(), SCREEN))


@pytest.mark.parametrize("hidden", [set(), {"finance"}, {"jette"}])
def test_what_is_false_is_righted_and_nothing_else_is_touched(hidden: set[str]) -> None:
    """The course of one link, and the mark of another, out of the box of the map."""
    laid = _one("spots", -3, -400.0)(_one("points", 0, 33.0)(kept(town())))
    sketch = compose(town(), SCREEN, None, hidden, laid=laid)
    assert not sketch.whole
    whole = finished(finishing(sketch))
    same(whole, compose(town(), SCREEN, hidden=hidden))
    wrong = [id_ for id_, held in whole.lines.items() if held is not sketch.lines[id_]]
    assert wrong == ["finance", "jette"]
    assert (whole.box == sketch.box) == ("jette" in hidden)


def test_another_pictogram_for_a_type_is_seen_before_it_is_whole() -> None:
    session = town()
    sketch = opened(session)
    other = with_rows(
        session,
        "link_types",
        put=[replace(session.link_types["material"], pictogram=Pictogram.COLUMNS)],
    )
    same(compose(other, SCREEN, sketch), compose(other, SCREEN))


def test_its_digest_tells_all_it_is_made_from() -> None:
    session = town()
    picture = compose(session, SCREEN)
    link = session.links["étudie"]
    origin = Origin(picture.weave.wiring, picture.weave.boxes, picture.spots.wishes, SCREEN)
    told = {digest(origin)}
    for changes in (
        {"source": "fonds"},
        {"target": "fonds"},
        {"source": link.target, "target": link.source},
        {"id": "enquête"},
        {"rank": 90},
        {"direction": Direction.FORWARD},
        {"intensity": 1},
        {"tension": True},
        {"types": ()},
    ):
        other = compose(replace(session, links={**session.links, link.id: replace(link, **changes)}), SCREEN)
        told.add(digest(origin._replace(wires=other.weave.wiring, wishes=other.spots.wishes)))
    boxes = origin.boxes
    told.add(digest(origin._replace(boxes={**boxes, "ville": boxes["ville"].moved(0.0, 0.001)})))
    told.add(digest(origin._replace(boxes={f"{id_}s": box for id_, box in boxes.items()})))
    wider, rounder = replace(SCREEN.link, spread=99.0), replace(SCREEN.card, radius=1.0)
    told.add(digest(origin._replace(theme=replace(SCREEN, link=wider))))
    told.add(digest(origin._replace(theme=replace(SCREEN, card=rounder))))
    assert len(told) == 14
