"""Gestures on actors and their contributions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from facilitator.model.document import (
    Actor,
    Contribution,
    Document,
    new_id,
    next_rank,
    ordered,
    with_rows,
)
from facilitator.model.gestures.core import Gesture, Refused, add, edit, find, move, put
from facilitator.model.ground import said_at
from facilitator.model.texts import LINE

Point = tuple[float, float]


def add_actor(actor: Actor) -> Gesture:
    """A new actor: on the map if it has a position, else waiting in the tray.

    What lies under its place says what it brings nothing about: ratings, field of intervention.
    """

    def act(document: Document) -> Document:
        return add("actor.add", "actors", _said_where_it_stands(document, actor))(document)

    return Gesture("actor.add", act, (actor.id,))


def edit_actor(id_: str, *, merge: str = "", **changes: Any) -> Gesture:
    """Changes fields of one actor."""
    return edit("actor.edit", "actors", (id_,), changes, merge=merge)


def edit_actors(ids: Iterable[str], **changes: Any) -> Gesture:
    """Sets the same fields of several actors."""
    return edit("actor.edit", "actors", ids, changes)


def place_actors(positions: Mapping[str, Point], *, merge: str = "") -> Gesture:
    """Puts the centres of cards where a hand drops them, in map units; from the tray or from elsewhere on the map.

    What lies under these places says the ratings, or the field of intervention, of the actors (`model.ground`).
    """

    def act(document: Document) -> Document:
        rows = [(find(document, "actors", id_), float(x), float(y)) for id_, (x, y) in positions.items()]
        return put(
            document,
            "actors",
            *(replace(row, x=x, y=y, **said_at(document, row, x, y)) for row, x, y in rows),
        )

    return Gesture("actor.place", act, tuple(positions), merge)


def _said_where_it_stands(document: Document, actor: Actor) -> Actor:
    if actor.x is None or actor.y is None:
        return actor
    said = said_at(document, replace(actor, x=None, y=None), actor.x, actor.y)
    return replace(
        actor, **{name: value for name, value in said.items() if getattr(actor, name) in (None, "")}
    )


def unplace_actors(ids: Iterable[str]) -> Gesture:
    """Back to the tray."""
    return edit("actor.unplace", "actors", ids, {"x": None, "y": None})


def move_actor(id_: str, before: str | None) -> Gesture:
    """Changes the order in which actors are listed."""
    return move("actor.order", "actors", id_, before)


def delete_actors(ids: Iterable[str]) -> Gesture:
    """Removes actors with their contributions and links; commitments and means keep their names, practices
    their text, and what was said of a confidential actor stays confidential."""
    ids = tuple(dict.fromkeys(ids))
    return Gesture("actor.delete", lambda document: without_actors(document, ids), ids)


def without_actors(document: Document, ids: tuple[str, ...]) -> Document:
    gone = frozenset(ids)
    names = {id_: find(document, "actors", id_).name for id_ in ids}
    document = without_links(
        document, [link.id for link in document.links.values() if {link.source, link.target} & gone]
    )
    document = without_contributions(
        document, [c.id for c in document.contributions.values() if c.actor in gone]
    )
    document = with_rows(
        document,
        "practices",
        put=[replace(p, actor="") for p in document.practices.values() if p.actor in gone],
    )
    for table in ("commitments", "means"):
        left: dict[str, Any] = getattr(document, table)
        put = [
            replace(
                row,
                actors=tuple(a for a in row.actors if a not in gone),
                who=_listed(row.who, [names[a] for a in row.actors if a in gone]),
            )
            for row in left.values()
            if gone.intersection(row.actors)
        ]
        document = with_rows(document, table, put=put)
    told = [
        replace(row, confidential=True)
        for row in document.remarks.values()
        if any(document.actors[id_].confidential for id_ in gone.intersection(row.about))
    ]
    return with_rows(with_rows(document, "remarks", put=told), "actors", drop=ids)


def _listed(who: str, names: Iterable[str]) -> str:
    """Names added to a list of names, as long as there is room in one line."""
    for name in names:
        longer = f"{who}, {name}" if who else name
        who = longer if len(longer) <= LINE else who
    return who


def without_links(document: Document, ids: Iterable[str]) -> Document:
    gone = frozenset(ids)
    freed = [replace(c, link="") for c in document.commitments.values() if c.link in gone]
    return with_rows(with_rows(document, "commitments", put=freed), "links", drop=gone)


def duplicate_actors(new_ids: Mapping[str, str], *, offset: Point = (24.0, 24.0)) -> Gesture:
    """Copies actors (old id -> new id) with their contributions and the links between them, a little aside."""

    def act(document: Document) -> Document:
        rank = next_rank(document.actors)
        for n, (old, new) in enumerate(new_ids.items()):
            actor = find(document, "actors", old)
            if new in document.actors:
                raise Refused("already", table="actors")
            x = None if actor.x is None else actor.x + offset[0]
            y = None if actor.y is None else actor.y + offset[1]
            document = put(document, "actors", replace(actor, id=new, rank=rank + n, x=x, y=y))
        given = [c for c in ordered(document.contributions) if c.actor in new_ids]
        between = [k for k in ordered(document.links) if k.source in new_ids and k.target in new_ids]
        first, first_link = next_rank(document.contributions), next_rank(document.links)
        # Ids of the copies follow from those given: the same gesture gives the same document.
        copies = [
            replace(c, id=f"{new_ids[c.actor]}-{n}", actor=new_ids[c.actor], rank=first + n)
            for n, c in enumerate(given)
        ]
        links = [
            replace(
                k,
                id=f"{new_ids[k.source]}-{new_ids[k.target]}-{n}",
                source=new_ids[k.source],
                target=new_ids[k.target],
                rank=first_link + n,
            )
            for n, k in enumerate(between)
        ]
        if any(c.id in document.contributions for c in copies) or any(k.id in document.links for k in links):
            raise Refused("already", table="actors")
        return put(put(document, "contributions", *copies), "links", *links)

    return Gesture("actor.duplicate", act, tuple(new_ids.values()))


def add_contribution(contribution: Contribution) -> Gesture:
    """Something an actor offers or needs, under one pillar."""
    return add("contribution.add", "contributions", contribution)


def edit_contribution(id_: str, *, merge: str = "", **changes: Any) -> Gesture:
    return edit("contribution.edit", "contributions", (id_,), changes, merge=merge)


def delete_contribution(id_: str) -> Gesture:
    """Removes a contribution; what the group puts in common rests on it no more."""

    def act(document: Document) -> Document:
        find(document, "contributions", id_)
        return without_contributions(document, (id_,))

    return Gesture("contribution.delete", act, (id_,))


def without_contributions(document: Document, ids: Iterable[str]) -> Document:
    gone = frozenset(ids)
    freed = [
        replace(row, contributions=tuple(c for c in row.contributions if c not in gone))
        for row in document.means.values()
        if gone.intersection(row.contributions)
    ]
    return with_rows(with_rows(document, "means", put=freed), "contributions", drop=gone)


def move_contribution(id_: str, before: str | None) -> Gesture:
    return move("contribution.order", "contributions", id_, before)


def fresh(actors: Iterable[str]) -> dict[str, str]:
    """New ids for copies of these actors."""
    return {id_: new_id() for id_ in actors}
