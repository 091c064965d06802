"""The sections of the minutes, in reading order: who was there, the map, what was said and
decided; the map in words at the end."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.drawing.theme import Theme
from facilitator.minutes.blocks import Block, Contents, Heading, MapSheet, Section
from facilitator.minutes.sections import (
    about,
    charter,
    decisions,
    evaluation,
    ground,
    journey,
    means,
    moments,
    opening,
    people,
    reading,
    twin,
    voices,
)
from facilitator.model.document import Document
from facilitator.words import _


def blocks(
    document: Document, edition: str, theme: Theme, past: Mapping[str, Document] | None = None
) -> tuple[Block, ...]:
    """Every block of the minutes of an edition, which `document` already is, and `past` states of it by moment."""
    found = tuple(section for section in _sections(document, theme, past or {}) if section.blocks)
    contents = Contents(_("In these minutes"), tuple((section.title, section.key) for section in found))
    body = (block for section in found for block in _headed(section))
    return (*opening.blocks(document, edition), *((contents,) if len(found) > 2 else ()), *body)


def _sections(document: Document, theme: Theme, past: Mapping[str, Document]) -> tuple[Section, ...]:
    return (
        people.section(document),
        voices.section(document),
        reading.sheet(document, theme),
        reading.section(document, theme),
        journey.section(document),
        charter.section(document),
        means.section(document),
        decisions.open_points(document),
        decisions.practices(document),
        decisions.commitments(document),
        decisions.resources(document),
        evaluation.section(document),
        *moments.sections(document, theme, past),
        twin.actors(document),
        twin.links(document),
        ground.section(document),
        about.section(document),
    )


def _headed(section: Section) -> tuple[Block, ...]:
    """The blocks of a section under its heading; the map's page carries its own."""
    first = section.blocks[0]
    if isinstance(first, MapSheet):
        return section.blocks
    return (Heading(1, section.title, section.key), *section.blocks)
