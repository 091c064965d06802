"""Who was there, excused, absent."""

from __future__ import annotations

from collections.abc import Callable

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
        if not held:
            continue
        if any(row.name or row.role for row in held):
            found += (_headed(_people, attendance, len(held)), _table(held))
        elif all(row.organisation for row in held):
            names = list(dict.fromkeys(row.organisation for row in held))
            found += (_headed(_organisations, attendance, len(names)), Bullets(tuple(map(plain, names))))
        else:
            names = [row.organisation or _("A person, not named") for row in held]
            found += (_headed(_people, attendance, len(held)), Bullets(tuple(map(plain, names))))
    return tuple(found)


def _headed(said: Callable[[Attendance, int], str], attendance: Attendance, count: int) -> Heading:
    return Heading(2, f"{said(attendance, count)} ({count})")


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
