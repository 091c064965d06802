"""What remains in an export that tells who people are, or what is delicate: said before it leaves."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.model.document import Commitment, Document, Means
from facilitator.model.edition import MARKED
from facilitator.model.identifying import confidential_in
from facilitator.words import _, ngettext

_ROOM = frozenset((".csv", ".xlsx", ".json"))
"""Formats that hold the participants."""
_ALL = frozenset((".xlsx", ".json"))
"""Formats that hold commitments and the charter."""
_ON_MAP = ("actors", "links")
_MARKED_IN = {".xlsx": (*_ON_MAP, "contributions", "commitments", "answers"), ".json": MARKED}
"""Tables a format holds whose rows may be confidential, where it holds more than the map."""


def remains(shown: Document, extension: str) -> list[str]:
    """Sentences on what an edition of a session holds once written in a format; what is only in others is not said."""
    people = shown.participants.values() if extension in _ROOM else ()
    lines: list[Commitment | Means] = []
    if extension in _ALL:
        lines += shown.commitments.values()
    if extension == ".json":
        lines += shown.means.values()
    map_alone = extension in (".svg", ".png")
    notes = [row.note for rows in (shown.actors, shown.links) for row in rows.values() if not map_alone]
    notes += [row.notes for row in shown.steps.values() if extension == ".json"]
    told: tuple[tuple[int, Callable[[int], str]], ...] = (
        (sum(bool(row.name) for row in people), _people),
        (sum(bool(row.email) for row in people), _addresses),
        (sum(bool(row.who or getattr(row, "said_yes_by", "")) for row in lines), _whos),
        (sum(row.tension for row in shown.links.values()), _tensions),
        (_confidential(shown, extension), _confidences),
        (sum(map(bool, notes)), _notes),
    )
    found = [say(count).format(count=count) for count, say in told if count]
    sheet = shown.workshop
    if extension == ".json" and (sheet.organiser_contact or sheet.facilitators):
        found.append(_("the organiser’s contact, the facilitators"))
    return found


def _confidential(shown: Document, extension: str) -> int:
    return sum(len(confidential_in(shown, table)) for table in _MARKED_IN.get(extension, _ON_MAP))


def _people(n: int) -> str:
    return ngettext("{count} person by name", "{count} people by name", n)


def _addresses(n: int) -> str:
    return ngettext("{count} e-mail address", "{count} e-mail addresses", n)


def _whos(n: int) -> str:
    return ngettext(
        "{count} commitment or means that names who", "{count} commitments or means that name who", n
    )


def _tensions(n: int) -> str:
    return ngettext("{count} link in tension", "{count} links in tension", n)


def _confidences(n: int) -> str:
    return ngettext("{count} element marked confidential", "{count} elements marked confidential", n)


def _notes(n: int) -> str:
    return ngettext("{count} private note", "{count} private notes", n)
