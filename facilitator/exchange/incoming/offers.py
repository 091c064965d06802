"""What actors bring and need, added to a session."""

from __future__ import annotations

from facilitator import terms
from facilitator.exchange import cells
from facilitator.exchange.incoming.session import Growing, Saying, actor_named, texts
from facilitator.exchange.report import Done, Line
from facilitator.exchange.tables import Record, Table
from facilitator.model.document import Contribution, new_id
from facilitator.model.names import fold
from facilitator.model.vocabulary import Pillar, Side


def add_contributions(growing: Growing, table: Table) -> list[Line]:
    """Adds each contribution whose actor is in the session and does not say it yet."""
    saying = Saying(table)
    same = growing.seen("contributions", _signature)
    for record in table.records:
        actor = actor_named(growing, saying, record, record["actor"])
        pillar = cells.pillar(record["pillar"])
        if actor is None:
            continue
        if pillar is None:
            saying.say(record, Done.SKIPPED, "no_pillar", value=record["pillar"])
            continue
        row = Contribution(
            new_id(),
            actor.id,
            pillar,
            _sub_item(saying, record, pillar),
            _side(saying, record),
            confidential=saying.marked(record, "confidential"),
            **texts(Contribution, record, saying),
        )
        if _signature(row) in same:
            saying.say(record, Done.MATCHED, "contributions.matched", name=actor.name)
            continue
        same.add(_signature(row))
        growing.add("contributions", row)
        saying.say(record, Done.ADDED, "contributions.added", name=actor.name)
    return saying.lines


def _sub_item(saying: Saying, record: Record, pillar: Pillar) -> str:
    word = record["sub_item"]
    known = cells.sub_item(word, pillar) if word else ""
    if known is None:
        saying.unknown(record, "sub_item", record["pillar"])
    return known or ""


def _side(saying: Saying, record: Record) -> Side:
    word = record["side"]
    known = cells.side(word) if word else Side.OFFER
    if known is None:
        saying.unknown(record, "side", terms.side_name(Side.OFFER))
    return known or Side.OFFER


def _signature(row: Contribution) -> tuple[object, ...]:
    return row.actor, row.pillar, row.sub_item, row.side, fold(row.text)
