"""Commitments, added to a session."""

from __future__ import annotations

from facilitator.exchange import cells
from facilitator.exchange.incoming.session import Growing, Saying, actor_named, short, texts
from facilitator.exchange.report import Done, Line
from facilitator.exchange.tables import Record, Table
from facilitator.model.document import Commitment, new_id
from facilitator.model.names import fold
from facilitator.words import _


def add_commitments(growing: Growing, table: Table) -> list[Line]:
    """Adds each commitment that is not there yet, told by its words."""
    saying = Saying(table)
    same = growing.seen("commitments", lambda row: fold(row.what))
    for record in table.records:
        given = texts(Commitment, record, saying)
        what = given.get("what", "")
        if not what:
            saying.say(record, Done.SKIPPED, "no_commitment")
        elif fold(what) in same:
            saying.say(record, Done.MATCHED, "commitments.matched", name=short(what))
        else:
            same.add(fold(what))
            actors = _actors(growing, saying, record)
            growing.add(
                "commitments",
                Commitment(
                    new_id(),
                    actors=actors,
                    due=_due(saying, record),
                    link=_link(growing, saying, record),
                    confidential=saying.marked(record, "confidential"),
                    **given,
                ),
            )
            saying.say(record, Done.ADDED, "commitments.added", name=short(what))
    return saying.lines


def _actors(growing: Growing, saying: Saying, record: Record) -> tuple[str, ...]:
    """Its actors: one a line, or with a semicolon between them, since names have commas."""
    names = [name for name in record["actors"].replace("\n", ";").split(";") if name.strip()]
    found = (actor_named(growing, saying, record, name, Done.NOTED) for name in names)
    return tuple(dict.fromkeys(actor.id for actor in found if actor))


def _due(saying: Saying, record: Record) -> str:
    known = cells.day(record["due"]) if record["due"] else ""
    if known is None:
        saying.unknown(record, "due", _("nothing"))
    return known or ""


def _link(growing: Growing, saying: Saying, record: Record) -> str:
    """The link it builds, the first between its two ends."""
    names = [record["link_source"], record["link_target"]]
    if not all(names):
        return ""
    ends = [actor_named(growing, saying, record, name, Done.NOTED) for name in names]
    ids = {actor.id for actor in ends if actor}
    return next((row.id for row in growing.links.values() if {row.source, row.target} == ids), "")
