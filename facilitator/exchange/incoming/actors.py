"""A list of actors, added to a session."""

from __future__ import annotations

from facilitator import terms
from facilitator.exchange import cells
from facilitator.exchange.headings import heading
from facilitator.exchange.incoming.session import Growing, Saying, completing, texts
from facilitator.exchange.report import Done, Line
from facilitator.exchange.tables import Record, Table
from facilitator.model.document import Actor, new_id
from facilitator.model.texts import LINE, tidy, visible
from facilitator.model.vocabulary import Presence


def add_actors(growing: Growing, table: Table) -> list[Line]:
    """Adds each actor to the tray, or completes the one of that name; says what became of each line."""
    saying = Saying(table)
    for record in table.records:
        name = tidy(record["name"], lines=False)
        if not visible(name):
            saying.say(record, Done.SKIPPED, "no_name")
        elif len(name) > LINE:
            saying.say(record, Done.SKIPPED, "long_name", most=str(LINE))
        elif same := growing.called(name):
            _complete(growing, saying, record, same[0])
        else:
            _add(growing, saying, record)
    return saying.lines


def _add(growing: Growing, saying: Saying, record: Record) -> None:
    given = texts(Actor, record, saying)
    saying.say(record, Done.ADDED, "actors.added", name=given["name"])
    category = _category(growing, saying, record)
    presence = _presence(saying, record)
    growing.add_actor(Actor(new_id(), category=category, presence=presence, **given))


def _complete(growing: Growing, saying: Saying, record: Record, actor: Actor) -> None:
    changes = completing(actor, texts(Actor, record, saying).items())
    if changes:
        growing.edit_actor(actor.id, changes)
        said = ", ".join(map(heading, changes))
        saying.say(record, Done.COMPLETED, "actors.completed", name=actor.name, fields=said)
    else:
        saying.say(record, Done.MATCHED, "actors.matched", name=actor.name)


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
        kept = terms.presence_name(Presence.PRESENT)
        saying.say(record, Done.NOTED, "unknown_word", value=word, heading=heading("presence"), kept=kept)
    return known or Presence.PRESENT
