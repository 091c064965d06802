"""Who was there, excused, absent."""

from __future__ import annotations

from facilitator import terms
from facilitator.minutes.blocks import Block, Bullets, Heading, Section, Table, Words, muted, plain, strong
from facilitator.model.document import Document, Participant, ordered
from facilitator.model.vocabulary import Attendance
from facilitator.words import _, ngettext


def section(document: Document) -> Section:
    return Section("people", terms.section_name("people"), _blocks(document))


def _blocks(document: Document) -> tuple[Block, ...]:
    rows = ordered(document.participants)
    found: list[Block] = []
    for attendance in Attendance:
        held = [row for row in rows if row.attendance is attendance]
        if held and any(row.name or row.role for row in held):
            found += (Heading(2, f"{_people(attendance, len(held))} ({len(held)})"), _table(held))
        elif held:
            found += (Heading(2, f"{_organisations(attendance, len(held))} ({len(held)})"), _list(held))
    return tuple(found)


def _people(attendance: Attendance, count: int) -> str:
    if attendance is Attendance.PRESENT:
        return ngettext("Person present", "People present", count)
    if attendance is Attendance.EXCUSED:
        return ngettext("Person excused", "People excused", count)
    return ngettext("Person absent", "People absent", count)


def _organisations(attendance: Attendance, count: int) -> str:
    if attendance is Attendance.PRESENT:
        return ngettext("Organisation present", "Organisations present", count)
    if attendance is Attendance.EXCUSED:
        return ngettext("Organisation excused", "Organisations excused", count)
    return ngettext("Organisation absent", "Organisations absent", count)


def _table(rows: list[Participant]) -> Block:
    return Table(
        (_("Name"), _("Role"), _("Organisation")),
        tuple((_name(row), plain(row.role), plain(row.organisation)) for row in rows),
        (0.30, 0.30, 0.40),
    )


def _name(row: Participant) -> Words:
    return strong(row.name) if row.name else muted(_("A person, not named"))


def _list(rows: list[Participant]) -> Block:
    return Bullets(tuple(plain(row.organisation or _("A person, not named")) for row in rows))
