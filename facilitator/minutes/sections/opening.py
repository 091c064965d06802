"""The cover: what this session was, where, when, for whom."""

from __future__ import annotations

from facilitator.minutes.blocks import Badges, Block, Facts, Logo, Title, Words, plain
from facilitator.model.document import Document
from facilitator.words import _, date_long


def blocks(document: Document, edition: str) -> tuple[Block, ...]:
    """Logo, title, facts and goals."""
    workshop = document.workshop
    found: list[Block] = [
        Title(
            f"{_('Minutes of the session')} · {edition_name(edition)}",
            workshop.title or _("Untitled session"),
            workshop.question,
            _("Fictitious example") if workshop.fictitious else "",
            _logo(document),
        ),
    ]
    facts = _facts(document)
    if facts:
        found.append(Facts(facts))
    if workshop.odds:
        found.append(Badges(workshop.odds))
    return tuple(found)


def _logo(document: Document) -> Logo | None:
    image = document.images.get(document.workshop.logo)
    if image is None:
        return None
    return Logo(image.data, _("Logo of {organiser}").format(organiser=document.workshop.organiser or "…"))


def _facts(document: Document) -> tuple[tuple[str, Words], ...]:
    workshop = document.workshop
    when = date_long(workshop.date) if workshop.date else ""
    told = (
        (_("Date"), when),
        (_("Place"), workshop.place),
        (_("Territory"), workshop.territory),
        (_("Organised by"), workshop.organiser),
        (_("Facilitated by"), workshop.facilitators),
        (_("Next meeting"), next_meeting(document)),
    )
    return tuple((name, plain(value)) for name, value in told if value)


def next_meeting(document: Document) -> str:
    """When and where the group meets again, as far as it is known."""
    workshop = document.workshop
    day = date_long(workshop.next_date) if workshop.next_date else ""
    return ", ".join(part for part in (day, workshop.next_place) if part)


def edition_name(edition: str) -> str:
    return _("Public edition") if edition == "public" else _("Participants’ edition")
