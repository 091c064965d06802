"""What one writes to those who asked for the minutes: thanks, what is attached, the next meeting, their data."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator import words
from facilitator.model.document import Document, Workshop
from facilitator.model.edition import edition as edition_of
from facilitator.words import _


@dataclass(frozen=True, slots=True)
class Letter:
    """A subject and a text, both to be changed before they leave."""

    subject: str
    text: str


def letter(document: Document, edition: str = "participants", language: str | None = None) -> Letter:
    """The letter that goes with an edition, in the session's own language unless said."""
    workshop = edition_of(document, edition).workshop
    with words.in_language(language or workshop.language):
        parts = (
            _("Hello,"),
            _thanks(workshop),
            _attached(edition),
            _next(workshop),
            _data(workshop),
            _end(workshop),
        )
        return Letter(_subject(workshop), "\n\n".join(part for part in parts if part) + "\n")


def _subject(workshop: Workshop) -> str:
    if workshop.title and workshop.date:
        return _("Minutes: {title}, {date}").format(title=workshop.title, date=words.date_long(workshop.date))
    return (
        _("Minutes: {title}").format(title=workshop.title) if workshop.title else _("Minutes of the session")
    )


def _thanks(workshop: Workshop) -> str:
    if workshop.title and workshop.date:
        return _("Thank you for all that each of you brought to “{title}” on {date}.").format(
            title=workshop.title, date=words.date_long(workshop.date)
        )
    if workshop.title:
        return _("Thank you for all that each of you brought to “{title}”.").format(title=workshop.title)
    return _("Thank you for all that each of you brought to our session.")


def _attached(edition: str) -> str:
    if edition == "public":
        return _(
            "Attached are its minutes, in the public edition: the map of actors and what the group said and decided, "
            "without any person’s name. You may pass them on."
        )
    return _(
        "Attached are its minutes: the map of actors and of their links, what was said, what we agree and disagree "
        "on, and who does what by when. If something is missing or not right, a reply to this message is enough."
    )


def _next(workshop: Workshop) -> str:
    day = words.date_long(workshop.next_date) if workshop.next_date else ""
    where = ", ".join(part for part in (day, workshop.next_place) if part)
    if not where:
        return ""
    said = _("We meet again: {where}.").format(where=where)
    return " ".join([said, _("The attached invitation puts it in your calendar.")]) if day else said


def _data(workshop: Workshop) -> str:
    """Why they are written to, and how to be so no more."""
    return _(
        "You receive this message because you asked for it during the session; your address serves nothing else. To "
        "correct or withdraw what concerns you, or to receive nothing more: {contact}"
    ).format(contact=workshop.organiser_contact or _("reply to this message"))


def _end(workshop: Workshop) -> str:
    signed = workshop.organiser or workshop.facilitators
    return "\n".join(part for part in (_("With our best wishes,"), signed) if part)
