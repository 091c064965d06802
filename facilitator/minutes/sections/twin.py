"""The map told in words: its actors by type, its links as sentences by status."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from facilitator import terms
from facilitator.minutes.blocks import Block, Bullets, Entry, Heading, Section, Span, Words, lines, plain
from facilitator.model.document import Actor, Contribution, Document, Link, ordered
from facilitator.model.vocabulary import Pillar, Presence, Side, Status
from facilitator.words import _


def actors(document: Document) -> Section:
    """Every actor under its category, with what it does, brings and looks for."""
    held: defaultdict[str, list[Contribution]] = defaultdict(list)
    for row in ordered(document.contributions):
        held[row.actor].append(row)
    by_category: defaultdict[str, list[Actor]] = defaultdict(list)
    for actor in ordered(document.actors):
        by_category[actor.category].append(actor)
    body: list[Block] = []
    for category in ordered(document.categories):
        rows = by_category[category.id]
        if rows:
            title = f"{terms.category_plural(category)} ({len(rows)})"
            body.append(Heading(2, title, f"category-{category.id}", category.pictogram, category.colour))
            body += (_entry(actor, held) for actor in rows)
    return Section("actors", _("The map in words: actors"), tuple(body))


def _entry(actor: Actor, held: Mapping[str, Sequence[Contribution]]) -> Entry:
    state = terms.presence_name(actor.presence)
    name = (
        Span(actor.name, "strong"),
        Span(f" · {state}", "muted" if actor.presence is Presence.PRESENT else "accent"),
    )
    return Entry(name, tuple(_told(actor, held.get(actor.id, ()))))


def _told(actor: Actor, contributions: Sequence[Contribution]) -> Iterable[Words]:
    if actor.missions:
        yield plain(_joined(actor.missions))
    yield from _labelled(
        (_("Field"), actor.domain), (_("Actions"), actor.actions), (_("Strengths"), actor.strengths)
    )
    yield from _brought(contributions, Side.OFFER)
    yield from _labelled((_("Resources"), _unsaid(actor.resources, contributions)))
    yield from _brought(contributions, Side.NEED)
    yield from _labelled(
        (_("Needs"), _unsaid(actor.needs, contributions)),
        (_("Obstacles"), actor.obstacles),
        (_("Wishes to get involved"), actor.wishes),
    )


def _unsaid(text: str, contributions: Sequence[Contribution]) -> str:
    """A text, unless each of its parts is a contribution already told."""
    told = {row.text.casefold() for row in contributions}
    parts = (part.strip().casefold() for line in lines(text) for part in line.split(","))
    return "" if all(part in told for part in parts) else text


def _labelled(*told: tuple[str, str]) -> Iterable[Words]:
    for label, text in told:
        if text:
            yield (Span(f"{_colon(label)} ", "muted"), Span(_joined(text)))


def _brought(contributions: Sequence[Contribution], side: Side) -> Iterable[Words]:
    """What is offered, or looked for, pillar by pillar, on one line."""
    parts = []
    for pillar in Pillar:
        told = [_contribution(row) for row in contributions if row.side is side and row.pillar is pillar]
        if told:
            parts.append(f"{_colon(terms.pillar_name(pillar))} {', '.join(told)}")
    if parts:
        yield (Span(f"{_colon(terms.side_name(side))} ", "accent"), Span(" ; ".join(parts)))


def _contribution(row: Contribution) -> str:
    named = terms.sub_item_name(row.sub_item)
    if named and row.text:
        return f"{named} ({row.text})"
    return row.text or named or "…"


def links(document: Document) -> Section:
    """Every link as a sentence, under its status."""
    body: list[Block] = []
    for status in Status:
        rows = [row for row in ordered(document.links) if row.status is status]
        if rows:
            title = f"{terms.capitalised(terms.status_name(status))} ({len(rows)})"
            body += (
                Heading(2, title, f"links-{status}"),
                Bullets(tuple(_link(document, r) for r in rows), status),
            )
    return Section("links", _("The map in words: links"), tuple(body))


def _link(document: Document, row: Link) -> Words:
    sentence = terms.link_sentence(document, row, tension=row.tension)
    types = [terms.link_type_name(document.link_types[key]) for key in row.types]
    intensity = _("intensity: {level}").format(level=terms.intensity_name(row.intensity))
    about = " · ".join([*types, intensity, *map(terms.partnership_name, row.partnerships)])
    words = [Span(f"{sentence}."), Span(f" {terms.capitalised(about)}", "muted")]
    if row.text:
        words.append(Span(f" — {_joined(row.text)}"))
    return tuple(words)


def _colon(label: str) -> str:
    return _("{label}:").format(label=label)


def _joined(text: str) -> str:
    return " ".join(lines(text))
