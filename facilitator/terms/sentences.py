"""Sentences made of pieces: lists, the hour of saving, the wording of a journey, the notice on personal data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time

from facilitator.model.document import Document
from facilitator.model.journey import wordings
from facilitator.words import _, date_long, language


def capitalised(text: str) -> str:
    """The text with a capital to begin with, the rest as it is."""
    return text[:1].upper() + text[1:]


def listed(parts: Sequence[str]) -> str:
    """Parts as people say them: "one", "one and two", "one, two and three"; "one; two, too and three" where a part
    holds a comma of its own."""
    if len(parts) < 2:
        return "".join(parts)
    return _("{first} and {last}").format(first=_between(parts).join(parts[:-1]), last=parts[-1])


def in_a_row(parts: Sequence[str]) -> str:
    """As `listed`, but for "and" where a part has one of its own: "one, two, three and more"."""
    own = _("{first} and {last}").format(first="", last="")
    return _between(parts).join(parts) if any(own in part for part in parts) else listed(parts)


def _between(parts: Sequence[str]) -> str:
    return _("; ") if any(", " in part for part in parts) else ", "


def saved_at(moment: time | datetime) -> str:
    """What the status line says after a gesture."""
    return _("Saved {time}").format(time=f"{moment:%H:%M:%S}")


def wording(text: str) -> str:
    """A shipped wording (title, question, item) in the language of the moment; any other text as it is.

    The document keeps the wording it was created with: only what nobody has rewritten is told in another language.
    """
    return wordings().get(text, {}).get(language(), text)


def notice(document: Document) -> str:
    """The information on personal data, to project at the beginning and to print at the end.

    What the organiser wrote; else the usual text, which says only what this session can hold.
    """
    workshop = document.workshop
    if workshop.notice:
        return wording(workshop.notice)
    organiser = workshop.organiser or _("the organiser of the session")
    contact = f" ({workshop.organiser_contact})" if workshop.organiser_contact else ""
    parts = [
        _(
            "{organiser}{contact} is responsible for the data noted during this session: your name, organisation "
            "and role, and your e-mail address if you give it."
        ).format(organiser=capitalised(organiser), contact=contact),
        _(
            "They serve to write the minutes and to send them to those who wish. They stay on the "
            "facilitator’s computer."
        ),
        _("You choose whether your name appears in the minutes, and whether you receive them."),
        _("What is noted on the map is about organisations, never about people."),
        _("You may see, correct or have erased what concerns you by asking the organiser."),
    ]
    if workshop.keep_until:
        parts.append(_("The data are kept until {date}.").format(date=date_long(workshop.keep_until)))
    return "\n".join(parts)
