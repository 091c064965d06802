"""Lists become one gesture on a session, and a report of what it does, line by line.

What is already there is never overwritten: a line of the same name completes the blank fields of its actor or
participant; where it says something else, that is told and what was there is kept. New actors wait in the tray, unless
they come with a place and the map is bare. Words unknown to a closed vocabulary are told, not guessed; a new type of
actor or of link is added to the session's own. Actors come first, whatever the order of the files, then what names
them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from facilitator.exchange.columns import Kind
from facilitator.exchange.incoming import sessions
from facilitator.exchange.incoming.actors import add_actors
from facilitator.exchange.incoming.charter import add_answers
from facilitator.exchange.incoming.commitments import add_commitments
from facilitator.exchange.incoming.links import add_links
from facilitator.exchange.incoming.offers import add_contributions
from facilitator.exchange.incoming.people import add_people
from facilitator.exchange.incoming.session import Growing, Place
from facilitator.exchange.report import Done, Line
from facilitator.exchange.slices import Slices
from facilitator.exchange.tables import Table
from facilitator.model.document import Document
from facilitator.model.gestures import Gesture
from facilitator.slices import finished

_ORDER: tuple[tuple[Kind, Callable[[Growing, Table], list[Line]]], ...] = (
    (Kind.ACTORS, add_actors),
    (Kind.CONTRIBUTIONS, add_contributions),
    (Kind.LINKS, add_links),
    (Kind.COMMITMENTS, add_commitments),
    (Kind.PARTICIPANTS, add_people),
    (Kind.CHARTER, add_answers),
    (Kind.UNKNOWN, lambda _growing, _table: []),
)


_SLICE = 200
"""Lines read at once."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """What the lists bring: one gesture (None: nothing new) and what is said of each line, in the files' order."""

    gesture: Gesture | None
    lines: tuple[Line, ...]


def incoming(
    document: Document,
    tables: Sequence[Table],
    apart: Collection[Place] = (),
    met: Collection[Place] = (),
) -> Incoming:
    """What these lists bring to a session; `apart` are lines whose actor is not the one of that name that is there,
    `met` lines whose actor is the one of a name like theirs."""
    return finished(in_slices(document, tables, apart, met))


def in_slices(
    document: Document,
    tables: Sequence[Table],
    apart: Collection[Place] = (),
    met: Collection[Place] = (),
) -> Slices[Incoming]:
    """`incoming`, slice by slice."""
    theirs = next((table.session for table in tables if table.session), None)
    alone = theirs is not None and all(table.session is theirs for table in tables)
    if theirs and alone and sessions.bare(document):
        found = yield from in_slices(
            replace(document, steps=theirs.steps, items={}), _lists_alone(tables), apart, met
        )
        said_first = Line(tables[0].file, 0, Kind.UNKNOWN, Done.NOTED, "session.whole", {})
        return Incoming(sessions.brought(theirs), (said_first, *found.lines))
    growing = Growing(document, apart, met)
    said: dict[int, list[Line]] = {}
    whole = sum(len(table.records) for table in tables) or 1
    done = 0
    for kind, add in _ORDER:
        for place, table in enumerate(tables):
            if table.kind != kind:
                continue
            lines: list[Line] = []
            for first in range(0, len(table.records), _SLICE):
                yield done / whole
                part = replace(table, records=table.records[first : first + _SLICE])
                lines += add(growing, part)
                done += len(part.records)
            said[place] = [*_of_file(table), *_in_order(lines, table)]
    return Incoming(growing.gesture(), tuple(line for place in sorted(said) for line in said[place]))


def _lists_alone(tables: Iterable[Table]) -> list[Table]:
    return [replace(table, session=None) for table in tables]


def _of_file(table: Table) -> Iterable[Line]:
    """What is to know of the whole file."""
    if table.session and table.kind is Kind.ACTORS:
        yield Line(table.place, 0, table.kind, Done.NOTED, "session.lists", {})
    if table.unused:
        yield Line(table.place, 0, table.kind, Done.NOTED, "unused", {"value": ", ".join(table.unused)})
    if table.kind is Kind.UNKNOWN:
        yield Line(table.place, 0, table.kind, Done.NOTED, "unknown_sheet", {})
    elif not table.records and table.numbered:
        yield Line(table.place, 0, table.kind, Done.NOTED, "no_lines", {})


def _in_order(lines: Iterable[Line], table: Table) -> Iterable[Line]:
    """The lines of the file in its order, each with what was beyond the last heading."""
    beyond = [
        Line(table.place, record.line, table.kind, Done.NOTED, "beyond", {"value": record.beyond})
        for record in table.records
        if record.beyond
    ]
    return sorted([*lines, *beyond], key=lambda line: line.line)
