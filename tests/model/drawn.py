"""Hypothesis strategies: values for any field of any row, and a gesture of any name, drawn for a given document."""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, replace
from enum import Enum
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from facilitator.model import gestures, journey
from facilitator.model.document import SINGLE, TABLES, Document, Row, rows_of
from facilitator.model.gestures import Gesture
from facilitator.model.rules import MEDIA
from facilitator.model.texts import visible
from facilitator.model.vocabulary import CHARTER_BLOCKS, LANGUAGES, ODDS, SUB_ITEMS, BackgroundKind

Draw = Callable[[st.SearchStrategy[Any]], Any]

NAMES = ("Ferme", "Éco-lieu", "  C.C.A.S. ", "L’Œuvre « 12 € »", "a\u0301\tb\nc", "👩‍🌾")
TEXTS = st.sampled_from(NAMES) | st.text("aé 1\u200b\u0301œ€\n", min_size=1, max_size=8)
WRONG_TEXTS = st.sampled_from(["", "\u200b\u202e", "x" * 301]) | st.text(max_size=8)
IDS = st.sampled_from([f"new-{n}" for n in range(40)])


def mostly(right: st.SearchStrategy[Any], wrong: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """What a person does, and once in a dozen what nobody should."""
    return st.integers(1, 12).flatmap(lambda n: wrong if n == 12 else right)


def ids(document: Document, table: str) -> st.SearchStrategy[str]:
    """Ids of the rows that are there, and sometimes of one that is not."""
    held = list(rows_of(document, table))
    return mostly(st.sampled_from(held), st.just("gone")) if held else st.just("gone")


@cache
def _hints(table: str) -> dict[str, Any]:
    return get_type_hints(TABLES[table])


def values(document: Document, table: str, field: Field[Any]) -> st.SearchStrategy[Any]:
    """Values of the field's type, most of them right."""
    return _of(document, field, _hints(table)[field.name])


def _of(document: Document, field: Field[Any], hint: Any) -> st.SearchStrategy[Any]:
    if get_origin(hint) is types.UnionType:
        inner = next(arg for arg in get_args(hint) if arg is not types.NoneType)
        return st.none() | _of(document, field, inner)
    if get_origin(hint) is tuple:
        return _several(document, field, get_args(hint)[0]).map(tuple)
    if issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    low, high = field.metadata.get("between", (0, 50))
    numbers = st.floats(max(low, -1e6), high, width=32) if hint is float else st.integers(low, high)
    if hint is float and "between" not in field.metadata:
        numbers = st.floats(-1e6, 1e6, width=32)
    strategies: dict[type, st.SearchStrategy[Any]] = {
        bool: st.booleans(),
        int: mostly(numbers, st.integers(-1, 20_000)),
        float: mostly(numbers, st.sampled_from([1e7, float("nan"), -0.0, 3])),
        bytes: st.binary(max_size=20),
        str: _string(document, field),
    }
    return strategies[hint]


def _several(document: Document, field: Field[Any], kind: type) -> st.SearchStrategy[list[Any]]:
    if "odds" in field.metadata:
        return st.lists(st.sampled_from((*ODDS, 3, 17)), max_size=4)
    if "refs" in field.metadata:
        return st.lists(ids(document, field.metadata["refs"]), max_size=3)
    if kind is str:
        return st.lists(IDS, max_size=3)
    return st.lists(st.sampled_from(list(kind)), max_size=3)  # type: ignore[call-overload]  # an Enum


def _string(document: Document, field: Field[Any]) -> st.SearchStrategy[str]:
    if "ref" in field.metadata:
        return mostly(ids(document, field.metadata["ref"]), st.just(""))
    if field.metadata.get("text") == "date":
        return mostly(st.dates().map(str), st.sampled_from(["", "2026-02-30", "hier", " 2026-01-01 "]))
    if "text" in field.metadata:
        return TEXTS
    known = {
        "id": IDS,
        "colour": mostly(st.sampled_from(["#332288", "#abcdef"]), st.just("teal")),
        "language": mostly(st.sampled_from(LANGUAGES), st.just("xx")),
        "media": mostly(st.sampled_from(MEDIA), st.just("image/gif")),
        "sub_item": st.sampled_from(
            ["", "pairs", *(one for several in SUB_ITEMS.values() for one in several)]
        ),
    }
    return known.get(field.name, st.sampled_from(["", "key"]))


def row(draw: Draw, document: Document, table: str) -> Row:
    """A new row of that table: its needed fields and a few others."""
    kind = TABLES[table]
    given = {}
    for f in fields(kind):
        needed = f.default is MISSING or "ref" in f.metadata or f.metadata.get("required")
        if needed or draw(st.integers(0, 3)) == 0:
            given[f.name] = draw(values(document, table, f))
    return kind(**given)


def some(draw: Draw, document: Document, table: str) -> dict[str, Any]:
    """A few fields to edit."""
    editable = [f for f in fields(TABLES[table]) if f.name != "id"]
    chosen = draw(st.lists(st.sampled_from(editable), min_size=1, max_size=3, unique_by=lambda f: f.name))
    return {f.name: draw(values(document, table, f)) for f in chosen}


MERGES = st.sampled_from(["", "", "field-1", "field-2"])
POINTS = st.tuples(st.integers(-500, 500), st.floats(-500, 500))

_TABLES = {
    "actor": "actors",
    "category": "categories",
    "commitment": "commitments",
    "consent": "votes",
    "contribution": "contributions",
    "evaluation": "evaluations",
    "item": "items",
    "link": "links",
    "link_type": "link_types",
    "means": "means",
    "moment": "moments",
    "participant": "participants",
    "practice": "practices",
    "remark": "remarks",
    "step": "steps",
    "vote": "votes",
    "workshop": "workshop",
    "background": "background",
    "zone": "zones",
}


def _usual(name: str) -> Callable[[Draw, Document], Gesture] | None:
    """Gestures called after what they do to one row: add, edit, delete, move."""
    verb, _, noun = name.partition("_")
    table = _TABLES.get(noun)
    function = getattr(gestures, name)
    if table is None or verb not in ("add", "edit", "delete", "move"):
        return None
    if verb == "add":
        return lambda draw, document: function(row(draw, document, table))
    if verb == "edit" and table in SINGLE:
        return lambda draw, document: function(merge=draw(MERGES), **some(draw, document, table))
    if verb == "edit":
        return lambda draw, document: function(
            draw(ids(document, table)), merge=draw(MERGES), **some(draw, document, table)
        )
    if verb == "delete":
        return lambda draw, document: function(draw(ids(document, table)))
    return lambda draw, document: function(*_order(draw, document, table))


def _order(draw: Draw, document: Document, table: str) -> tuple[str, str | None]:
    """A row, and the one it should come before."""
    moved = draw(ids(document, table))
    others = [id_ for id_ in rows_of(document, table) if id_ != moved]
    return moved, draw(mostly(st.sampled_from([*others, None]), st.just(moved)))


def _many(draw: Draw, document: Document, table: str) -> list[str]:
    return draw(st.lists(ids(document, table), min_size=1, max_size=3))  # type: ignore[no-any-return]  # ids


def _add_actor_and_link(draw: Draw, document: Document) -> Gesture:
    actor: Any = row(draw, document, "actors")
    link: Any = row(draw, document, "links")
    ends = draw(st.sampled_from([{"source": actor.id}, {"target": actor.id}]))
    return gestures.add_actor_and_link(actor, replace(link, **ends))


def _place_and_link(draw: Draw, document: Document) -> Gesture:
    link: Any = row(draw, document, "links")
    return gestures.place_and_link(link.target, (draw(st.integers(-500, 500)), 40.0), link)


def _answer(draw: Draw, document: Document) -> Gesture:
    return gestures.answer(
        draw(ids(document, "items")), merge=draw(MERGES), **some(draw, document, "answers")
    )


def _duplicate(draw: Draw, document: Document) -> Gesture:
    return gestures.duplicate_actors({old: draw(IDS) for old in _many(draw, document, "actors")})


def _paste(draw: Draw, document: Document) -> Gesture:
    """A piece of the same session, under ids of its own."""
    clip = gestures.clip_of(document, _many(draw, document, "actors"))
    new = {actor.id: draw(IDS) for actor in clip.actors}
    return gestures.paste(
        gestures.Clip(
            actors=tuple(replace(row, id=new[row.id]) for row in clip.actors),
            contributions=tuple(
                replace(row, id=draw(IDS), actor=new[row.actor]) for row in clip.contributions
            ),
            links=tuple(
                replace(row, id=draw(IDS), source=new[row.source], target=new[row.target])
                for row in clip.links
            ),
        )
    )


def _zone_twice(draw: Draw, document: Document) -> Gesture:
    return gestures.duplicate_zone(draw(ids(document, "zones")), draw(IDS))


def _image(draw: Draw, document: Document) -> Gesture:
    image: Any = row(draw, document, "images")
    return gestures.set_image(draw(st.sampled_from([image, image, None])))


def _logo(draw: Draw, document: Document) -> Gesture:
    image: Any = row(draw, document, "images")
    return gestures.set_logo(draw(st.sampled_from([image, image, None])))


def _place(draw: Draw, document: Document) -> Gesture:
    return gestures.place_actors(
        {id_: draw(POINTS) for id_ in _many(draw, document, "actors")}, merge=draw(MERGES)
    )


def _arrange(draw: Draw, document: Document) -> Gesture:
    places = {id_: draw(POINTS) for id_ in _many(draw, document, "actors")}
    return gestures.arrange_actors(places, draw(st.sampled_from(["actor.arrange", "actor.align"])))


def _together(draw: Draw, document: Document) -> Gesture:
    names = st.sampled_from([name for name in GESTURES if name != "together"])
    parts = [gesture(draw, document, draw(names)) for _ in range(draw(st.integers(0, 3)))]
    return gestures.together("several", parts, merge=draw(MERGES))


def _ballot(draw: Draw, document: Document) -> list[Any]:
    return [row(draw, document, "votes") for _ in range(draw(st.integers(1, 3)))]


_SPECIAL: dict[str, Callable[[Draw, Document], Gesture]] = {
    "add_actor_and_link": _add_actor_and_link,
    "add_ballot": lambda draw, d: gestures.add_ballot(_ballot(draw, d)),
    "delete_ballot": lambda draw, d: gestures.delete_ballot(
        [replace(vote, id=draw(ids(d, "votes"))) for vote in _ballot(draw, d)]
    ),
    "place_and_link": _place_and_link,
    "answer": _answer,
    "arrange_actors": _arrange,
    "choose_background": lambda draw, _d: gestures.choose_background(
        draw(st.sampled_from(list(BackgroundKind)))
    ),
    "delete": lambda draw, d: gestures.delete(_many(draw, d, "actors"), _many(draw, d, "links")),
    "delete_actors": lambda draw, d: gestures.delete_actors(_many(draw, d, "actors")),
    "delete_links": lambda draw, d: gestures.delete_links(_many(draw, d, "links")),
    "duplicate_actors": _duplicate,
    "duplicate_zone": _zone_twice,
    "edit_actors": lambda draw, d: gestures.edit_actors(_many(draw, d, "actors"), **some(draw, d, "actors")),
    "edit_links": lambda draw, d: gestures.edit_links(_many(draw, d, "links"), **some(draw, d, "links")),
    "edit_participants": lambda draw, d: gestures.edit_participants(
        _many(draw, d, "participants"), **some(draw, d, "participants")
    ),
    "pin_actors": lambda draw, d: gestures.pin_actors(_many(draw, d, "actors"), draw(st.booleans())),
    "paste": _paste,
    "place_actors": _place,
    "reverse_link": lambda draw, d: gestures.reverse_link(draw(ids(d, "links"))),
    "use_journey": lambda draw, _d: gestures.use_journey(
        journey.load(draw(st.sampled_from(journey.journeys())), draw(st.sampled_from(LANGUAGES)))
    ),
    "import_charter": lambda draw, _d: gestures.import_charter(
        {draw(st.sampled_from(CHARTER_BLOCKS)): ["Un point", draw(TEXTS.filter(visible))]}, draw(TEXTS)
    ),
    "note_voice": lambda draw, d: gestures.note_voice(
        draw(ids(d, "categories")), draw(mostly(st.just(1), st.just(-1)))
    ),
    "forget_voices": lambda _draw, _d: gestures.forget_voices(),
    "reveal_votes": lambda draw, d: gestures.reveal_votes(_many(draw, d, "votes"), draw(st.booleans())),
    "take_moment": lambda draw, d: gestures.take_moment(row(draw, d, "moments")),  # type: ignore[arg-type]  # its table's row
    "time_steps": lambda draw, d: gestures.time_steps(
        {id_: draw(mostly(st.integers(0, 600), st.just(601))) for id_ in _many(draw, d, "steps")}
    ),
    "set_image": _image,
    "set_logo": _logo,
    "keep_remark": lambda draw, d: gestures.keep_remark(row(draw, d, "remarks")),  # type: ignore[arg-type]  # its table's row
    "answer_remark": lambda draw, d: gestures.answer_remark(
        replace(row(draw, d, "remarks"), id=draw(ids(d, "remarks"))),  # type: ignore[arg-type]
        draw(TEXTS),
    ),
    "put_remark_back": lambda draw, d: gestures.put_remark_back(draw(ids(d, "remarks"))),
    "set_remark_aside": lambda draw, d: gestures.set_remark_aside(row(draw, d, "remarks")),  # type: ignore[arg-type]
    "skip_step": lambda draw, d: gestures.skip_step(draw(ids(d, "steps")), draw(st.booleans())),
    "together": _together,
    "unplace_actors": lambda draw, d: gestures.unplace_actors(_many(draw, d, "actors")),
}

PUBLIC = tuple(
    name for name in gestures.__all__ if name not in ("Clip", "Gesture", "Refused", "clip_of", "tidy")
)
"""Every gesture there is."""
GESTURES = {name: drawer for name in PUBLIC if (drawer := _SPECIAL.get(name) or _usual(name))}
"""How to draw each gesture; a test holds that none is missing."""


def gesture(draw: Draw, document: Document, name: str) -> Gesture:
    """A gesture of that name, for that document."""
    return GESTURES[name](draw, document)
