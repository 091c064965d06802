"""Points put to the group, and where each stands."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator import terms
from facilitator.minutes.blocks import Block, Point, Span, Table, Words, lines, plain, strong
from facilitator.model.document import Answer, Document, Item, Step, ordered
from facilitator.model.vocabulary import Agreement, VoteKind
from facilitator.model.votes import Ballot, ballots
from facilitator.terms.votes import opposed, tallied
from facilitator.words import _

_COUNT = 0.16
"""What a column of counts takes of the width."""


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


def answered(document: Document, step: Step) -> tuple[Block, ...]:
    """The points of a step on which the group said something."""
    said = (item for item in items(document, step) if said_anything(document, item))
    return tuple(block for item in said for block in told(document, item))


def told(document: Document, item: Item) -> Iterable[Block]:
    """A point with the group's own words under it, both positions where it disagrees, and its votes; those counted
    by category are a table."""
    answer = document.answers.get(item.id)
    agreement = answer.agreement if answer else Agreement.NOT_SAID
    said = [*map(plain, lines(answer.text)), *positions(answer)] if answer else []
    voted = ballots(document, item.id)
    said += [line for ballot in voted for line in _vote(document, ballot)]
    yield Point(worded(item), agreement, terms.agreement_name(agreement), tuple(said))
    yield from (_table(document, ballot) for ballot in voted if len(ballot.counted) > 1)


def _vote(document: Document, ballot: Ballot) -> Iterable[Words]:
    """What came out of a vote, then what was objected, as it was said."""
    about = f"{ballot.question} — " if ballot.question else ""
    if ballot.kind is VoteKind.CONSENT:
        name = _("Round of consent — {who}:") if about else _("Round of consent:")
        yield (Span(name.format(who=ballot.question), "strong"), Span(f" {opposed(ballot)}"))
        yield from (plain(f"– {objection}") for objection in ballot.objections)
        return
    who = _who(document, ballot)
    yield (Span(_("Vote — {who}:").format(who=f"{about}{who}"), "strong"), Span(f" {tallied(ballot)}"))
    if ballot.objections:
        yield (Span(_("Objections:"), "strong"), Span(f" {' '.join(ballot.objections)}"))


def _who(document: Document, ballot: Ballot) -> str:
    if not ballot.by_category or len(ballot.counted) > 1:
        return _("all together")
    (row,) = ballot.counted or ballot.rows[:1]
    return terms.category_plural(document.categories[row.category])


def _table(document: Document, ballot: Ballot) -> Table:
    """Hands by category, then in all."""
    heads = (_("Hands raised"), _("Yes"), _("No"), _("Abstentions"))
    rows = [
        (
            plain(terms.category_plural(document.categories[row.category])),
            *_hands(row.yes, row.no, row.abstain),
        )
        for row in ballot.counted
    ]
    total = (strong(_("All together")), *map(strong, map(str, (ballot.yes, ballot.no, ballot.abstain))))
    return Table(heads, (*rows, total), (0.52, *(_COUNT,) * 3))


def _hands(*counts: int) -> tuple[Words, ...]:
    return tuple(plain(str(count)) for count in counts)


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
