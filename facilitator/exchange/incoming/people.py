"""A list of participants, added to a session. Their two choices are never presumed: what is not a clear yes is no."""

from __future__ import annotations

from typing import Any

from facilitator import terms
from facilitator.exchange import cells
from facilitator.exchange.headings import heading
from facilitator.exchange.incoming.session import Growing, Saying, completing, otherwise, texts
from facilitator.exchange.report import Done, Line
from facilitator.exchange.tables import Record, Table
from facilitator.model.document import Participant, new_id
from facilitator.model.names import fold
from facilitator.model.vocabulary import Attendance


def add_people(growing: Growing, table: Table) -> list[Line]:
    """Adds each participant, or completes the one who is there; says what became of each line."""
    saying = Saying(table)
    for record in table.records:
        given = texts(Participant, record, saying)
        if not given.get("name") and not given.get("organisation"):
            saying.say(record, Done.SKIPPED, "no_person")
            continue
        same = _same(growing, given)
        if same is None:
            _add(growing, saying, record, given)
        else:
            _complete(growing, saying, record, same, given)
    return saying.lines


def _add(growing: Growing, saying: Saying, record: Record, given: dict[str, Any]) -> None:
    saying.say(record, Done.ADDED, "participants.added", name=_shown(given))
    participant = Participant(
        new_id(),
        attendance=_attendance(saying, record),
        named=saying.marked(record, "named"),
        receives=saying.marked(record, "receives"),
        **given,
    )
    growing.add_participant(participant)


def _complete(
    growing: Growing, saying: Saying, record: Record, same: Participant, given: dict[str, Any]
) -> None:
    changes = completing(same, given.items())
    choices = {field: cells.yes(record[field]) for field in ("named", "receives") if record[field]}
    kept = [*otherwise(same, given.items())]
    kept += [field for field, said in choices.items() if said not in (None, getattr(same, field))]
    if changes:
        growing.edit_participant(same.id, changes)
        said = ", ".join(map(heading, changes))
        saying.say(record, Done.COMPLETED, "participants.completed", name=_shown(given), fields=said)
    else:
        saying.say(record, Done.MATCHED, "participants.matched", name=_shown(given))
    if kept:
        said = ", ".join(map(heading, kept))
        saying.say(record, Done.NOTED, "kept", name=_shown(given), fields=said)


def _same(growing: Growing, given: dict[str, Any]) -> Participant | None:
    """The participant of that name, and of that organisation unless one side does not say it; among those
    without a name, of that organisation and role."""
    known = growing.people_known_by(given.get("name", ""), given.get("organisation", ""))
    return next((row for row in known if _is_same(row, given)), None)


def _is_same(row: Participant, given: dict[str, Any]) -> bool:
    field = "organisation" if row.name else "role"
    return _agree(given.get(field, ""), getattr(row, field))


def _agree(one: str, other: str) -> bool:
    """Whether two texts may say the same: one of them says nothing, or they fold alike."""
    return not one or not other or fold(one) == fold(other)


def _attendance(saying: Saying, record: Record) -> Attendance:
    word = record["attendance"]
    known = cells.attendance(word) if word else Attendance.PRESENT
    if known is None:
        saying.unknown(record, "attendance", terms.attendance_name(Attendance.PRESENT))
    return known or Attendance.PRESENT


def _shown(given: dict[str, Any]) -> str:
    """Who a line is about: no e-mail."""
    return str(given.get("name") or given["organisation"])
