"""Points put to the group, and where each stands."""

from __future__ import annotations

from facilitator import terms
from facilitator.minutes.blocks import Point, Span, Words, lines, plain
from facilitator.model.document import Answer, Document, Item, Step, ordered
from facilitator.model.vocabulary import Agreement
from facilitator.words import _


def items(document: Document, step: Step) -> list[Item]:
    """The points of a step, in order."""
    return [row for row in ordered(document.items) if row.step == step.id]


def said_anything(answer: Answer | None) -> bool:
    return answer is not None and bool(
        answer.text or answer.position_a or answer.position_b or answer.agreement is not Agreement.NOT_SAID
    )


def answered(document: Document, step: Step) -> tuple[Point, ...]:
    """The points of a step on which the group said something."""
    return tuple(
        point(item, document.answers[item.id])
        for item in items(document, step)
        if said_anything(document.answers.get(item.id))
    )


def point(item: Item, answer: Answer | None) -> Point:
    """A point with the group's own words under it, and both positions where it disagrees."""
    agreement = answer.agreement if answer else Agreement.NOT_SAID
    said = [*map(plain, lines(answer.text)), *positions(answer)] if answer else []
    return Point(worded(item), agreement, terms.agreement_name(agreement), tuple(said))


def worded(item: Item) -> Words:
    """The point itself; the product's own proposal says that it is one."""
    words = Span(terms.wording(item.text).replace("\n", " "), "strong")
    return (
        (words, Span(" " + _("proposed outline").replace(" ", "\N{NO-BREAK SPACE}"), "muted"))
        if item.proposed
        else (words,)
    )


def positions(answer: Answer) -> tuple[Words, ...]:
    """Both positions of a disagreement, as far as they were noted."""
    told = ((_("First position:"), answer.position_a), (_("Other position:"), answer.position_b))
    return tuple(
        (Span(name, "strong"), Span(f" {text.replace(chr(10), ' ')}")) for name, text in told if text
    )
