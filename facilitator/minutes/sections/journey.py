"""What the group said at each step, the charter's own blocks aside."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator import terms
from facilitator.minutes.blocks import Block, Heading, Paragraph, Section, paragraphs, plain
from facilitator.minutes.sections.points import answered
from facilitator.model.document import Document, Step, ordered
from facilitator.model.vocabulary import CHARTER_BLOCKS


def section(document: Document) -> Section:
    steps = [step for step in ordered(document.steps) if step.block not in CHARTER_BLOCKS]
    return Section(
        "said", terms.section_name("said"), tuple(b for step in steps for b in told(document, step))
    )


def told(document: Document, step: Step) -> Iterable[Block]:
    """A step that is in the minutes, once the group has said something of it."""
    points = answered(document, step)
    if not step.in_minutes or not (step.words or points):
        return
    yield Heading(2, terms.wording(step.title))
    if step.question:
        yield Paragraph(plain(terms.wording(step.question)), "question")
    yield from paragraphs(step.words)
    yield from points
