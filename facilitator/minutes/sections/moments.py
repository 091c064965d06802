"""The map as it was at the moments the facilitator kept: how the alliance was drawn, step by step."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from facilitator.drawing.legend import legend
from facilitator.drawing.map import compose
from facilitator.drawing.theme import Theme
from facilitator.minutes.blocks import Heading, MapSheet, Section, Span
from facilitator.model.document import Document, ordered
from facilitator.words import _, ngettext


def sections(document: Document, theme: Theme, past: Mapping[str, Document]) -> tuple[Section, ...]:
    """One for each moment that has a map, in their order."""
    found = []
    for moment in ordered(document.moments):
        was = past.get(moment.id)
        if was is None:
            continue
        picture = compose(was, theme)
        if picture.cards:
            key = f"moment-{moment.id}"
            actors = ngettext("{count} actor", "{count} actors", len(was.actors)).format(
                count=len(was.actors)
            )
            links = ngettext("{count} link", "{count} links", len(was.links)).format(count=len(was.links))
            told = _("The map as it was then: {actors}, {links}.").format(actors=actors, links=links)
            heading = Heading(1, moment.name, key)
            sheet = MapSheet(heading, (Span(told),), picture, partial(legend, was, theme), told)
            found.append(Section(key, moment.name, (sheet,)))
    return tuple(found)
