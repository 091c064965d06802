"""The map told in words: its actors by type, its links as sentences by status."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from facilitator import terms
from facilitator.minutes.blocks import (
    Block,
    Bullets,
    Directory,
    Entry,
    Heading,
    Section,
    Span,
    Words,
    lines,
    muted,
    plain,
)
from facilitator.model.document import Actor, Contribution, Document, Link, ordered
from facilitator.model.vocabulary import Pillar, Presence, Side, Status
from facilitator.words import _, ngettext

_NBSP = "\N{NO-BREAK SPACE}"


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
            body.append(Directory(tuple(_entry(actor, held) for actor in rows)))
    return Section("actors", terms.section_name("actors"), tuple(body))


def _entry(actor: Actor, held: Mapping[str, Sequence[Contribution]]) -> Entry:
    state = terms.presence_name(actor.presence)
    name = (
        Span(actor.name, "strong"),
        Span(
            f" ·{_NBSP}{_held(state)}",
            "muted" if actor.presence is Presence.PRESENT else "accent",
        ),
    )
    return Entry(name, tuple(_told(actor, held.get(actor.id, ()))))


def _held(text: str) -> str:
    """A few words that stay on one line."""
    return text.replace(" ", _NBSP)


def _told(actor: Actor, contributions: Sequence[Contribution]) -> Iterable[Words]:
    if actor.missions:
        yield plain(_joined(actor.missions))
    yield from _labelled(
        (_("Field"), actor.domain), (_("Actions"), actor.actions), (_("Strengths"), actor.strengths)
    )
    yield from _brought(contributions, Side.OFFER)
    yield from _labelled((_("Resources"), _unsaid(actor.resources, contributions, Side.OFFER)))
    yield from _brought(contributions, Side.NEED)
    yield from _labelled(
        (_("Needs"), _unsaid(actor.needs, contributions, Side.NEED)),
        (_("Obstacles"), actor.obstacles),
        (_("Wishes to get involved"), actor.wishes),
    )


def _unsaid(text: str, contributions: Sequence[Contribution], side: Side) -> str:
    """A text, unless contributions of its side have already told it: all of its words are in theirs."""
    told = {word for row in contributions if row.side is side for word in _words(row.text)}
    return "" if told.issuperset(_words(text)) else text


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _labelled(*told: tuple[str, str]) -> Iterable[Words]:
    for label, text in told:
        if text:
            yield (Span(f"{_colon(label)} ", "muted"), Span(_joined(text)))


def _brought(contributions: Sequence[Contribution], side: Side) -> Iterable[Words]:
    """What is offered, or looked for, pillar by pillar."""
    words: list[Span] = []
    for pillar in Pillar:
        told = [_contribution(row) for row in contributions if row.side is side and row.pillar is pillar]
        if told:
            words += (Span(" · " if words else ""), *muted(_colon(terms.pillar_name(pillar))))
            words.append(Span(f" {', '.join(told)}"))
    if words:
        yield (Span(f"{terms.side_name(side)} — ", "accent"), *words)


def _contribution(row: Contribution) -> str:
    """The words of the group, then the part of the pillar they come under, unless they say it themselves."""
    named = terms.sub_item_name(row.sub_item)
    if not row.text:
        return named or "…"
    short = named.partition(" (")[0]
    return row.text if set(_words(short)).issubset(_words(row.text)) else f"{row.text} ({_lowered(short)})"


def _lowered(text: str) -> str:
    """A name within a sentence: without its capital."""
    return text[:1].lower() + text[1:]


def links(document: Document) -> Section:
    """Every link as a sentence, under its status."""
    body: list[Block] = []
    for status in Status:
        rows = [row for row in ordered(document.links) if row.status is status]
        if rows:
            body += (
                Heading(2, _of_status(status, len(rows)), f"links-{status}"),
                Bullets(tuple(_link(document, r) for r in rows), status),
            )
    return Section("links", terms.section_name("links"), tuple(body))


def _of_status(status: Status, count: int) -> str:
    told = {
        Status.EXISTING: lambda: ngettext("Existing link ({count})", "Existing links ({count})", count),
        Status.TO_STRENGTHEN: lambda: ngettext(
            "Link to strengthen ({count})", "Links to strengthen ({count})", count
        ),
        Status.TO_CREATE: lambda: ngettext("Link to create ({count})", "Links to create ({count})", count),
    }
    return told[status]().format(count=count)


def _link(document: Document, row: Link) -> Words:
    """The sentence says the types; then how far it goes, and what was noted of it."""
    sentence = terms.link_sentence(document, row, tension=row.tension)
    intensity = _held(_("Intensity: {level}").format(level=terms.intensity_name(row.intensity)))
    about = " · ".join([intensity, *map(terms.partnership_name, row.partnerships)])
    words = [Span(f"{sentence}."), Span(f" {about}", "muted")]
    if row.text:
        words.append(Span(f" — {_joined(row.text)}"))
    return tuple(words)


def _colon(label: str) -> str:
    return _("{label}:").format(label=label)


def _joined(text: str) -> str:
    return " ".join(lines(text))
