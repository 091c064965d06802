"""Points put to the group, and where each stands."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator import terms
from facilitator.minutes.blocks import Point, Span, Words, lines, plain
from facilitator.model.document import Answer, Document, Item, Step, Vote, ordered
from facilitator.model.vocabulary import Agreement
from facilitator.words import _, ngettext


def items(document: Document, step: Step) -> list[Item]:
    """The points of a step, in order."""
    return [row for row in ordered(document.items) if row.step == step.id]


def said_anything(document: Document, item: Item) -> bool:
    """Whether the group answered a point, or voted on it."""
    answer = document.answers.get(item.id)
    told = answer is not None and bool(
        answer.text or answer.position_a or answer.position_b or answer.agreement is not Agreement.NOT_SAID
    )
    return told or any(row.item == item.id for row in document.votes.values())


def answered(document: Document, step: Step) -> tuple[Point, ...]:
    """The points of a step on which the group said something."""
    return tuple(point(document, item) for item in items(document, step) if said_anything(document, item))


def point(document: Document, item: Item) -> Point:
    """A point with the group's own words under it, both positions where it disagrees, and its votes."""
    answer = document.answers.get(item.id)
    agreement = answer.agreement if answer else Agreement.NOT_SAID
    said = [*map(plain, lines(answer.text)), *positions(answer)] if answer else []
    voted = [row for row in ordered(document.votes) if row.item == item.id]
    said += [line for row in voted for line in _vote(document, row)]
    return Point(worded(item), agreement, terms.agreement_name(agreement), tuple(said))


def _vote(document: Document, row: Vote) -> Iterable[Words]:
    """Hands counted, then what was objected, as it was said."""
    who = terms.category_plural(document.categories[row.category]) if row.category else _("all together")
    about = f"{row.question} — " if row.question else ""
    abstained = ngettext("{count} abstention", "{count} abstentions", row.abstain).format(count=row.abstain)
    hands = _("{yes} yes, {no} no, {abstained}").format(yes=row.yes, no=row.no, abstained=abstained)
    yield (Span(_("Vote — {who}:").format(who=f"{about}{who}"), "strong"), Span(f" {hands}"))
    if row.objections:
        yield (Span(_("Objections:"), "strong"), Span(f" {' '.join(lines(row.objections))}"))


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
