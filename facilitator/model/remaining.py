"""What remains open in a session: what nobody answered, settled or linked yet. Values; `facilitator.ui` says them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from facilitator.model.document import Answer, Commitment, Document, ordered
from facilitator.model.vocabulary import Agreement


class Lack(StrEnum):
    """Why something is open, the gravest first."""

    DISAGREEMENT = "disagreement"
    RESERVATION = "reservation"
    TO_CLARIFY = "to_clarify"
    UNSAID = "unsaid"
    NO_OWNER = "no_owner"
    NO_DATE = "no_date"
    UNLINKED = "unlinked"


TABLES = {
    **dict.fromkeys((Lack.DISAGREEMENT, Lack.RESERVATION, Lack.TO_CLARIFY, Lack.UNSAID), "items"),
    **dict.fromkeys((Lack.NO_OWNER, Lack.NO_DATE), "commitments"),
    Lack.UNLINKED: "actors",
}
"""The table of what a lack is about."""


@dataclass(frozen=True, slots=True)
class Remaining:
    """One row that is open, and why; a commitment may be twice."""

    lack: Lack
    id: str


def remaining(document: Document) -> tuple[Remaining, ...]:
    """All that is open, by lack, then in the order of the rows. Points of steps that are skipped are not asked for."""
    return tuple(Remaining(lack, id_) for lack in Lack for id_ in _FOUND[TABLES[lack]](document, lack))


def no_owner(commitment: Commitment) -> bool:
    """Whether nobody is said to do it."""
    return not (commitment.actors or commitment.who)


def by_date(commitments: Iterable[Commitment]) -> list[Commitment]:
    """The nearest first, those without a date last; the order people gave them stands between equals."""
    return sorted(commitments, key=lambda row: (not row.due, row.due, row.rank, row.id))


def _items(document: Document, lack: Lack) -> Iterator[str]:
    for item in ordered(document.items):
        said = document.answers.get(item.id, Answer(item.id)).agreement
        if said is _SAID[lack] and (said or not document.steps[item.step].skipped):
            yield item.id


def _commitments(document: Document, lack: Lack) -> Iterator[str]:
    for row in ordered(document.commitments):
        if no_owner(row) if lack is Lack.NO_OWNER else not row.due:
            yield row.id


def _actors(document: Document, _lack: Lack) -> Iterator[str]:
    linked = {end for link in document.links.values() for end in (link.source, link.target)}
    return (actor.id for actor in ordered(document.actors) if actor.id not in linked)


_FOUND: dict[str, Callable[[Document, Lack], Iterator[str]]] = {
    "items": _items,
    "commitments": _commitments,
    "actors": _actors,
}
_SAID = {
    Lack.DISAGREEMENT: Agreement.DISAGREEMENT,
    Lack.RESERVATION: Agreement.RESERVATION,
    Lack.TO_CLARIFY: Agreement.TO_CLARIFY,
    Lack.UNSAID: Agreement.NOT_SAID,
}
