"""The charter, by block. Nothing here is called its text unless someone of the session wrote it."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator import terms
from facilitator.minutes.blocks import Block, Heading, Paragraph, Section, muted, paragraphs, plain
from facilitator.minutes.sections.points import items, said_anything, told
from facilitator.model.document import Document, Item, Step, ordered
from facilitator.model.journey import wordings
from facilitator.model.vocabulary import CHARTER_BLOCKS
from facilitator.words import _, ngettext


def section(document: Document) -> Section:
    body = [block for key in CHARTER_BLOCKS for block in _block(document, key)]
    title = terms.section_name("charter")
    return Section("charter", title, (*_source(document), *body) if body else ())


def _source(document: Document) -> Iterable[Block]:
    """Which charter was used, and what a proposal is. The shipped outline is no charter: its own note tells it."""
    source = document.workshop.charter_source
    if source and source not in wordings():
        yield Paragraph(plain(_("Version used: {source}").format(source=source)), "note")
    if any(item.proposed for item in _printed(document)):
        words = _(
            "Points marked “proposed outline” are a proposal for discussion made by Entre tous, not the text of the "
            "Charter."
        )
        yield Paragraph(muted(words), "note")


def _printed(document: Document) -> list[Item]:
    """Points of the charter's blocks that the minutes show."""
    steps = [step for key in CHARTER_BLOCKS for step in _steps(document, key)]
    return [item for step in steps for item in items(document, step) if _shown(document, item)]


def _shown(document: Document, item: Item) -> bool:
    """A proposal is shown once the group has said something of it; what the group wrote, always."""
    return not item.proposed or said_anything(document, item)


def _steps(document: Document, key: str) -> list[Step]:
    return [
        row
        for row in ordered(document.steps)
        if row.block == key and row.in_minutes and not _left_out(document, row)
    ]


def _left_out(document: Document, step: Step) -> bool:
    """A step skipped before anything was said."""
    said = any(said_anything(document, item) for item in items(document, step))
    return step.skipped and not step.words and not said


def _block(document: Document, key: str) -> Iterable[Block]:
    steps = [
        step
        for step in _steps(document, key)
        if step.words or any(_shown(document, i) for i in items(document, step))
    ]
    if not steps:
        return
    yield Heading(2, terms.block_name(key), key=f"charter-{key}")
    for step in steps:
        if len(steps) > 1:
            yield Heading(3, terms.wording(step.title))
        if step.question:
            yield Paragraph(plain(terms.wording(step.question)), "question")
        yield from paragraphs(step.words)
        held = items(document, step)
        yield from (block for item in held if _shown(document, item) for block in told(document, item))
        yield from _silent(sum(not _shown(document, item) for item in held))


def _silent(count: int) -> Iterable[Block]:
    if count:
        words = ngettext(
            "{count} point of the proposed outline was not discussed.",
            "{count} points of the proposed outline were not discussed.",
            count,
        )
        yield Paragraph(muted(words.format(count=count)), "note")
