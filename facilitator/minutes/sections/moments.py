"""The map as it was at the moments the facilitator kept: how the alliance was drawn, step by step."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.drawing.theme import Theme
from facilitator.minutes.blocks import Heading, Section, Span
from facilitator.minutes.sections import maps
from facilitator.model.document import Document, ordered
from facilitator.words import _, ngettext


def sections(document: Document, theme: Theme, past: Mapping[str, Document]) -> tuple[Section, ...]:
    """One for each moment that has a map, in their order."""
    found = []
    for moment in ordered(document.moments):
        was = past.get(moment.id)
        if was is None:
            continue
        key = f"moment-{moment.id}"
        actors = ngettext("{count} actor", "{count} actors", len(was.actors)).format(count=len(was.actors))
        links = ngettext("{count} link", "{count} links", len(was.links)).format(count=len(was.links))
        told = _("{moment}: {actors}, {links}.").format(moment=moment.name, actors=actors, links=links)
        found.append(
            Section(key, moment.name, maps.sheets(was, theme, Heading(1, moment.name, key), (Span(told),)))
        )
    return tuple(section for section in found if section.blocks)
