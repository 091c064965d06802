"""What hands said, as bars; nothing of a vote that is still being counted."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator import terms
from facilitator.drawing.board.flow import Count, Line
from facilitator.model.document import Document, Vote, ordered
from facilitator.model.vocabulary import DEGREES, VoteKind
from facilitator.model.votes import Ballot, ballots
from facilitator.words import _, ngettext

_YES, _NO, _ABSTAIN = "accent", "danger", "hairline"
_DEGREES = ("#0F6E6E", "#6FA8A8", "#D9B56A", "#B3261E")
"""From fully to not at all."""


def votes(document: Document, item: str, *, counting: bool) -> Iterator[Line]:
    """The votes on a point: by category or all together, and rounds of consent."""
    for ballot in ballots(document, item):
        yield Line(ballot.question or _usual(ballot.kind), bold=True, before=0.9, heads=True)
        if ballot.kind is VoteKind.CONSENT:
            yield from _consent(ballot)
        else:
            rows = ballot.counted or ballot.rows
            most = max(vote.yes + vote.no + vote.abstain for vote in rows)
            yield from (_hands(document, vote, most) for vote in rows)
    if counting:
        yield Line(_("Hands are being counted…"), colour="muted", before=0.9)


def _usual(kind: VoteKind) -> str:
    return _("Any objection?") if kind is VoteKind.CONSENT else _("The group’s vote")


def _consent(ballot: Ballot) -> Iterator[Line]:
    if not ballot.objections:
        yield Line(_("No objection."), colour="accent", before=0.2)
    yield from (Line(f"– {line}", indent=0.6, before=0.2) for line in ballot.objections)


def _hands(document: Document, vote: Vote, most: int) -> Line:
    name = terms.category_plural(document.categories[vote.category]) if vote.category else _("All together")
    parts = ((vote.yes, _YES), (vote.no, _NO), (vote.abstain, _ABSTAIN))
    told = (
        ngettext("{n} yes", "{n} yes", vote.yes).format(n=vote.yes),
        ngettext("{n} no", "{n} no", vote.no).format(n=vote.no),
        ngettext("{n} abstention", "{n} abstentions", vote.abstain).format(n=vote.abstain),
    )
    said = " · ".join(words for words, (hands, _colour) in zip(told, parts, strict=True) if hands)
    return Line(name, before=0.3, count=Count(parts, most, said or _("no hand")))


def evaluation(document: Document) -> Iterator[Line]:
    """How the session went: what hands say of each question."""
    rows = ordered(document.evaluations)
    if not rows:
        yield Line(_("No question yet: how did this session go?"), colour="muted")
    most = max((sum(row.hands) for row in rows), default=0)
    for row in rows:
        yield Line(row.question, bold=True, before=0.9, heads=True)
        for degree, hands, colour in zip(DEGREES, row.hands, _DEGREES, strict=True):
            name = terms.capitalised(terms.degree_name(degree))
            yield Line(name, before=0.15, count=Count(((hands, colour),), most, str(hands)))
