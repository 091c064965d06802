"""A list of actors, added to a session."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator import terms
from facilitator.exchange import cells
from facilitator.exchange.headings import heading
from facilitator.exchange.incoming.session import Growing, Saying, completing, noted, otherwise, texts
from facilitator.exchange.report import Done, Line
from facilitator.exchange.tables import Record, Table
from facilitator.model.document import Actor, new_id
from facilitator.model.texts import LINE, tidy, visible
from facilitator.model.vocabulary import Presence
from facilitator.words import _


def add_actors(growing: Growing, table: Table) -> list[Line]:
    """Adds each actor to the tray, or completes the one of that name; says what became of each line.

    Where the map is bare, an actor that comes with a place takes it.
    """
    saying = Saying(table)
    for record in table.records:
        name = tidy(record["name"], lines=False)
        if not visible(name):
            saying.say(record, Done.SKIPPED, "no_name")
        elif len(name) > LINE:
            saying.say(record, Done.SKIPPED, "long_name", most=str(LINE))
        elif (table.place, record.line) in growing.apart:
            growing.mean(name, _add(growing, saying, record, "actors.apart"))
        elif same := growing.same(name, table.file, record["ref"]):
            _complete(growing, saying, record, same)
        elif (likely := growing.likely(name)) and (table.place, record.line) in growing.met:
            growing.mean(name, likely.id)
            _complete(growing, saying, record, likely)
        elif likely:
            _add(growing, saying, record, "actors.likely", other=likely.name)
        else:
            _add(growing, saying, record, "actors.placed" if _place(growing, record) else "actors.added")
    return saying.lines


def _add(growing: Growing, saying: Saying, record: Record, key: str, **values: str) -> str:
    given = texts(Actor, record, saying)
    saying.say(record, Done.ADDED, key, name=given["name"], **values)
    actor = Actor(
        new_id(),
        category=_category(growing, saying, record),
        presence=_presence(saying, record),
        confidential=saying.marked(record, "confidential"),
        **(given | _more(saying, record, given) | _place(growing, record)),
    )
    growing.add_actor(actor)
    growing.refer(saying.table.file, record["ref"], actor.id)
    return actor.id


def _complete(growing: Growing, saying: Saying, record: Record, actor: Actor) -> None:
    given = texts(Actor, record, saying)
    given |= _more(saying, record, given)
    changes = completing(actor, given.items())
    kept = [
        field for field in otherwise(actor, (given | _states(growing, record)).items()) if field != "name"
    ]
    growing.refer(saying.table.file, record["ref"], actor.id)
    if changes:
        growing.edit_actor(actor.id, changes)
        said = ", ".join(map(heading, changes))
        saying.say(record, Done.COMPLETED, "actors.completed", name=actor.name, fields=said)
    else:
        saying.say(record, Done.MATCHED, "actors.matched", name=actor.name)
    if kept:
        said = ", ".join(map(heading, kept))
        saying.say(record, Done.NOTED, "kept", name=actor.name, fields=said)


def _states(growing: Growing, record: Record) -> dict[str, Any]:
    """Its type, its presence and whether it is confidential, where they are known words."""
    category = growing.category_called(record["category"])
    presence = cells.presence(record["presence"]) if record["presence"] else None
    found = {"category": category, "presence": presence, "confidential": cells.yes(record["confidential"])}
    return {field: value for field, value in found.items() if value}


def _more(saying: Saying, record: Record, given: Mapping[str, Any]) -> dict[str, Any]:
    """What is said in numbers; and tags, in the private note."""
    found: dict[str, Any] = {}
    for field, read in (
        ("influence", cells.rating),
        ("interest", cells.rating),
        ("proximity", cells.rating),
        ("odds", cells.odds),
    ):
        if record[field]:
            value = read(record[field])
            if value is None:
                saying.unknown(record, field, _("nothing"))
            else:
                found[field] = value
    return found | noted(record, given)


def _place(growing: Growing, record: Record) -> dict[str, float]:
    """Where the actor stands, if it says so and the map is bare."""
    if not growing.placing or not (record["x"] and record["y"]):
        return {}
    return {"x": float(record["x"]), "y": float(record["y"])}


def _category(growing: Growing, saying: Saying, record: Record) -> str:
    word = tidy(record["category"], lines=False)[:LINE]
    if not visible(word):
        return growing.usual_category()
    id_, new = growing.category(word)
    if new:
        saying.say(record, Done.NOTED, "new_category", value=word)
    return id_


def _presence(saying: Saying, record: Record) -> Presence:
    word = record["presence"]
    known = cells.presence(word) if word else Presence.PRESENT
    if known is None:
        saying.unknown(record, "presence", terms.presence_name(Presence.PRESENT))
    return known or Presence.PRESENT
