"""The sections of the minutes, in the order the facilitator wants; personal data, author and licence at the end."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from facilitator.drawing.theme import Theme
from facilitator.minutes.blocks import Block, Contents, Cover, Heading, OnePage, Section, Sheet
from facilitator.minutes.sections import (
    about,
    charter,
    decisions,
    evaluation,
    ground,
    journey,
    maps,
    means,
    moments,
    opening,
    people,
    reading,
    summary,
    twin,
    voices,
)
from facilitator.model.document import Document
from facilitator.model.sections import printed
from facilitator.words import _


def blocks(
    document: Document, edition: str, theme: Theme, past: Mapping[str, Document] | None = None
) -> tuple[Block, ...]:
    """Every block of the minutes of an edition, which `document` already is, and `past` states of it by moment."""
    keys = printed(document.workshop)
    made = (
        *(one for key in keys for one in _SECTIONS[key](document, theme, past or {})),
        about.section(document),
    )
    found = tuple(section for section in made if section.blocks)
    contents = Contents(_("In these minutes"), tuple((section.title, section.key) for section in found))
    written = summary.lead(document)
    if "summary" not in keys:
        written += summary.essentials(document)
    elif len(document.workshop.lead) > summary.COVER:
        written = ()
    body = (block for section in found for block in _headed(section))
    first = opening.blocks(document, edition)
    return (*((Cover(first, written, contents),) if len(found) > 2 else (*first, *written)), *body)


_Made = Callable[[Document, Theme, Mapping[str, Document]], tuple[Section, ...]]


def _plain(section: Callable[[Document], Section]) -> _Made:
    return lambda document, _theme, _past: (section(document),)


def _map(document: Document, theme: Theme, _past: Mapping[str, Document]) -> tuple[Section, ...]:
    return (maps.section(document, theme, twin="actors" in printed(document.workshop)),)


_SECTIONS: Mapping[str, _Made] = {
    "summary": _plain(summary.section),
    "people": _plain(people.section),
    "voices": _plain(voices.section),
    "map": _map,
    "change": lambda document, theme, _past: (maps.change(document, theme),),
    "reading": lambda document, theme, _past: (reading.section(document, theme),),
    "said": _plain(journey.section),
    "charter": _plain(charter.section),
    "means": _plain(means.section),
    "open": _plain(decisions.open_points),
    "practices": _plain(decisions.practices),
    "commitments": _plain(decisions.commitments),
    "resources": _plain(decisions.resources),
    "evaluation": _plain(evaluation.section),
    "moments": moments.sections,
    "actors": _plain(twin.actors),
    "links": _plain(twin.links),
    "places": _plain(ground.section),
}


def _headed(section: Section) -> tuple[Block, ...]:
    """The blocks of a section under its heading; what has pages of its own carries its own."""
    if isinstance(section.blocks[0], Sheet | OnePage):
        return section.blocks
    return (Heading(1, section.title, section.key), *section.blocks)
