"""One page from which someone who was not there knows what was decided, by whom, for when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from facilitator import terms
from facilitator.minutes.blocks import (
    Block,
    Bullets,
    Callout,
    Heading,
    OnePage,
    Paragraph,
    Section,
    Span,
    Table,
    Words,
    lines,
    muted,
    paragraphs,
    plain,
)
from facilitator.minutes.sections.decisions import who
from facilitator.minutes.sections.opening import next_meeting
from facilitator.model.document import Commitment, Document, Item, Participant, ordered
from facilitator.model.remaining import by_date
from facilitator.model.sections import printed
from facilitator.model.vocabulary import CHARTER_BLOCKS, Agreement, Attendance
from facilitator.words import _, date_short, ngettext

COVER = 700
"""Letters of a lead up to which it stands on the cover."""


@dataclass(frozen=True, slots=True)
class _Room:
    """How much a version of the page may say: people, points of each state and their letters, commitments and theirs.

    Points give way before commitments: they are told in full further on, and who does what is what is looked for here.
    What is not agreed gives way last: so many `apart` are named where the other points are counted.
    """

    people: int
    points: int
    letters: int
    promises: int
    words: int
    apart: int = 0


_ROOMS = (
    _Room(40, 14, 200, 14, 200),
    _Room(24, 8, 95, 12, 160),
    _Room(14, 5, 72, 12, 140),
    _Room(8, 3, 60, 12, 120),
    _Room(6, 2, 56, 12, 110),
    _Room(6, 0, 90, 12, 240, 2),
    _Room(6, 0, 80, 12, 150, 1),
    _Room(6, 0, 80, 12, 130, 1),
    _Room(6, 0, 80, 12, 110, 1),
    _Room(6, 0, 0, 12, 100),
    _Room(6, 0, 0, 8, 80),
    _Room(5, 0, 0, 8, 60),
    _Room(5, 0, 0, 8, 46),
    _Room(5, 0, 0, 6, 46),
    _Room(3, 0, 0, 3, 40),
)


def section(document: Document) -> Section:
    """Nothing as long as there is nothing to sum up. What the facilitator calls essential stands on the page where it
    leaves room to the rest, else after it."""
    title = terms.section_name("summary")
    first, typed = (Heading(1, title, "summary"),), essentials(document)
    later = () if len(document.workshop.lead) <= COVER else lead(document)
    told = [tuple(_told(document, room)) for room in _ROOMS]
    if not told[0]:
        return Section("summary", title, (*later, *typed))
    pages = [((*first, *typed, *version), later) for version in told[: -1 if typed else 0]]
    pages += [((*first, *version), (*later, *typed)) for version in told]
    return Section("summary", title, (OnePage(tuple(pages)),))


def lead(document: Document) -> tuple[Block, ...]:
    """What the facilitator wrote to begin with."""
    return paragraphs(document.workshop.lead, "lead")


def essentials(document: Document) -> tuple[Block, ...]:
    """What must be read if nothing else is."""
    items = lines(document.workshop.essentials)
    return (Callout(_("The essentials"), tuple(map(plain, items))),) if items else ()


def _told(document: Document, room: _Room) -> Iterable[Block]:
    return (*_there(document, room), *_agreed(document, room), *_promised(document, room), *_next(document))


def _there(document: Document, room: _Room) -> Iterable[Block]:
    """Who was there, excused, absent: names where they are given, else organisations."""
    told: tuple[tuple[Attendance, Callable[[int], str]], ...] = (
        (Attendance.PRESENT, lambda n: ngettext("{n} present", "{n} present", n)),
        (Attendance.EXCUSED, lambda n: ngettext("{n} excused", "{n} excused", n)),
        (Attendance.ABSENT, lambda n: ngettext("{n} absent", "{n} absent", n)),
    )
    rows = ordered(document.participants)
    items = []
    for attendance, name in told:
        held = [row for row in rows if row.attendance is attendance]
        if held:
            count, names = name(len(held)).format(n=len(held)), _names(held, room.people)
            label = Span(_("{label}:").format(label=count) if names else count, "strong")
            items.append((label, Span(f" {names}")) if names else (label,))
    if items:
        yield Heading(2, _("Who was there"))
        yield Bullets(tuple(items), tight=True)


def _names(rows: Sequence[Participant], most: int) -> str:
    """The first of them, and how many are left out, or gave neither name nor organisation: they add up to all."""
    told = Counter(filter(None, map(_person, rows)))
    parts = [f"{name} ({count})" if count > 1 else name for name, count in told.items()][:most]
    if more := len(rows) - sum(list(told.values())[:most]):
        unnamed = ngettext("and {n} not named", "and {n} not named", more).format(n=more)
        parts += [_others(more) if len(told) > most else unnamed] if parts else []
    return " · ".join(parts)


def _person(row: Participant) -> str:
    if row.name and row.organisation:
        return f"{row.name} ({row.organisation})"
    return row.name or row.organisation


def _agreed(document: Document, room: _Room) -> Iterable[Block]:
    """Where the group stands: agreements, and what is not agreed beside them."""
    held: dict[Agreement, list[Item]] = {}
    for item in ordered(document.items):
        answer = document.answers.get(item.id)
        if answer is not None and document.steps[item.step].in_minutes:
            held.setdefault(answer.agreement, []).append(item)
    told: tuple[tuple[Agreement, Callable[[int], str]], ...] = (
        (Agreement.YES, lambda n: ngettext("{n} agreement", "{n} agreements", n)),
        (Agreement.RESERVATION, lambda n: ngettext("{n} reservation", "{n} reservations", n)),
        (Agreement.DISAGREEMENT, lambda n: ngettext("{n} disagreement", "{n} disagreements", n)),
        (Agreement.TO_CLARIFY, lambda n: ngettext("{n} point to clarify", "{n} points to clarify", n)),
    )
    items: list[Words] = []
    counts: list[str] = []
    for agreement, name in told:
        if rows := held.get(agreement, []):
            count = name(len(rows)).format(n=len(rows))
            most = room.points or (room.apart if agreement is Agreement.DISAGREEMENT else 0)
            if most:
                texts = [shortened(terms.wording(row.text).rstrip(" ."), room.letters) for row in rows]
                label = _("{label}:").format(label=count)
                items.append((Span(label, "strong"), Span(f" {_some(texts, most, ' · ')}")))
            else:
                counts.append(count)
    if items or counts:
        yield Heading(2, _("What was agreed"))
    if counts:
        yield Paragraph((Span(" · ".join(counts), "strong"), *_told_in(document, held)))
    if items:
        yield Bullets(tuple(items), tight=True)


def _told_in(document: Document, held: Mapping[Agreement, Sequence[Item]]) -> Words:
    """Where points that are only counted are told in full: a way to it, if the minutes have it."""
    blocks = {document.steps[row.step].block in CHARTER_BLOCKS for rows in held.values() for row in rows}
    if blocks != {True} or "charter" not in printed(document.workshop):
        return ()
    words = _("see {section}").format(section=terms.section_name("charter"))
    return (Span(" — "), Span(words, target="charter"))


def _promised(document: Document, room: _Room) -> Iterable[Block]:
    """Who does what, by when."""
    rows = by_date(document.commitments.values())
    if not rows:
        return
    yield Heading(2, _("Who does what, by when"))
    yield Table(
        (_("What"), _("Who"), _("By when")),
        tuple(
            (
                plain(shortened(" ".join(lines(row.what)), room.words)),
                _or_missing(_who(document, row, room.words * 2 // 3)),
                _or_missing(date_short(row.due) if row.due else ""),
            )
            for row in rows[: room.promises]
        ),
        (0.47, 0.35, 0.18),
        tight=True,
    )
    more = len(rows) - room.promises
    if more > 0:
        words = ngettext("{count} more commitment", "{count} more commitments", more).format(count=more)
        yield Paragraph(muted(words), "note")


def _who(document: Document, row: Commitment, most: int) -> str:
    """Who promised, in about so many letters: names are whole or counted, the person the room named comes last."""
    names = [document.actors[id_].name for id_ in row.actors]
    for count in range(len(names), 0, -1):
        others = [_others(len(names) - count)] if count < len(names) else []
        actors = " ".join((", ".join(names[:count]), *others))
        said = " — ".join(part for part in (actors, row.who) if part)
        if len(said) <= most:
            return said
    return shortened(who(document, row), most)


def _next(document: Document) -> Iterable[Block]:
    meeting = next_meeting(document)
    if meeting:
        label = Span(_("{label}:").format(label=_("Next meeting")), "strong")
        yield Paragraph((label, Span(f" {meeting}")))


def _or_missing(text: str) -> Words:
    return plain(text) if text else muted(_("to be settled"))


def _some(parts: Sequence[str], most: int, between: str) -> str:
    """The first parts, and how many are left out."""
    more = len(parts) - most
    if more <= 0:
        return between.join(parts)
    return f"{between.join(parts[:most])}{between}{_others(more)}"


def _others(more: int) -> str:
    return ngettext("and {count} other", "and {count} others", more).format(count=more)


def shortened(text: str, most: int) -> str:
    """The text in one line of so many letters; what is left out shows."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"
