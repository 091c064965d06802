"""Lists become one gesture on a session, and a report of what it does, line by line.

What is already there is never overwritten: a line of the same name completes the blank fields of its actor or
participant. New actors wait in the tray. Words unknown to a closed vocabulary are told, not guessed; a new type of
actor or of link is added to the session's own. Actors come first, whatever the order of the files, then links.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facilitator.exchange.columns import Kind
from facilitator.exchange.incoming.actors import add_actors
from facilitator.exchange.incoming.links import add_links
from facilitator.exchange.incoming.people import add_people
from facilitator.exchange.incoming.session import Growing
from facilitator.exchange.report import Done, Line
from facilitator.exchange.tables import Table
from facilitator.model.document import Document
from facilitator.model.gestures import Gesture

_ORDER = ((Kind.ACTORS, add_actors), (Kind.LINKS, add_links), (Kind.PARTICIPANTS, add_people))


@dataclass(frozen=True, slots=True)
class Incoming:
    """What the lists bring: one gesture (None: nothing new) and what is said of each line, in the files' order."""

    gesture: Gesture | None
    lines: tuple[Line, ...]


def incoming(document: Document, tables: Sequence[Table]) -> Incoming:
    """What these lists bring to a session."""
    growing = Growing(document)
    said: dict[int, list[Line]] = {}
    for kind, add in _ORDER:
        for place, table in enumerate(tables):
            if table.kind == kind:
                said[place] = [*_of_file(table), *_in_order(add(growing, table), table)]
    return Incoming(growing.gesture(), tuple(line for place in sorted(said) for line in said[place]))


def _of_file(table: Table) -> Iterable[Line]:
    """What is to know of the whole file."""
    if table.unused:
        yield Line(table.file, 0, table.kind, Done.NOTED, "unused", {"value": ", ".join(table.unused)})
    if not table.records:
        yield Line(table.file, 0, table.kind, Done.NOTED, "no_lines", {})


def _in_order(lines: Iterable[Line], table: Table) -> Iterable[Line]:
    """The lines of the file in its order, each with what was beyond the last heading."""
    beyond = [
        Line(table.file, record.line, table.kind, Done.NOTED, "beyond", {"value": record.beyond})
        for record in table.records
        if record.beyond
    ]
    return sorted([*lines, *beyond], key=lambda line: line.line)
