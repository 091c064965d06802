"""The next meeting for a calendar (RFC 5545): a whole day, since a session says no hour."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from facilitator import words
from facilitator.model.document import Workshop
from facilitator.words import _

_OCTETS = 75
"""The longest line of a calendar."""
_ESCAPED = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n", "\r": ""})


def invitation(workshop: Workshop) -> bytes:
    """The calendar of one event; empty while no date is known. In the language of the moment.

    The event keeps its identity as long as the session keeps its name, day and organiser: a date that is changed and
    sent again takes the place of the one before.
    """
    if not workshop.next_date:
        return b""
    lines = [
        f"{name}:{value}" for name, value in _properties(workshop, date.fromisoformat(workshop.next_date))
    ]
    return "".join(_folded(line) for line in lines).encode("utf-8")


def _properties(workshop: Workshop, day: date) -> Iterator[tuple[str, str]]:
    title = workshop.title or _("Our session")
    yield "BEGIN", "VCALENDAR"
    yield "VERSION", "2.0"
    yield "PRODID", f"-//Entre tous//Entre tous//{words.language().upper()}"
    yield "CALSCALE", "GREGORIAN"
    yield "METHOD", "PUBLISH"
    yield "BEGIN", "VEVENT"
    known = f"{workshop.title}\n{workshop.date}\n{workshop.organiser}".strip()
    yield "UID", str(uuid5(NAMESPACE_URL, known or f"{workshop.next_date}\n{workshop.next_place}"))
    yield "DTSTAMP", f"{date.fromisoformat(workshop.date or workshop.next_date):%Y%m%d}T000000Z"
    yield "DTSTART;VALUE=DATE", f"{day:%Y%m%d}"
    if day < date.max:
        yield "DTEND;VALUE=DATE", f"{day + timedelta(days=1):%Y%m%d}"
    yield "SUMMARY", _escaped(_("{title}: next meeting").format(title=title))
    if workshop.next_place:
        yield "LOCATION", _escaped(workshop.next_place)
    if workshop.question:
        yield "DESCRIPTION", _escaped(workshop.question)
    yield "TRANSP", "TRANSPARENT"
    yield "END", "VEVENT"
    yield "END", "VCALENDAR"


def _escaped(text: str) -> str:
    return text.translate(_ESCAPED)


def _folded(line: str) -> str:
    """A line as the standard cuts it, never inside a letter."""
    parts, length = [""], 0
    for letter in line:
        octets = len(letter.encode("utf-8"))
        if length + octets > _OCTETS:
            parts.append("")
            length = 1  # the space that begins what is continued
        parts[-1] += letter
        length += octets
    return "\r\n ".join(parts) + "\r\n"
