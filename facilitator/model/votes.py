"""Votes put together: the counts of one question, by category of actors or all together, are one ballot."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.model.document import Document, Vote, ordered
from facilitator.model.vocabulary import Presence, VoteKind


@dataclass(frozen=True, slots=True)
class Ballot:
    """One vote of the room: a count for each category, or a single one; or a round of consent. Never empty."""

    rows: tuple[Vote, ...]

    @property
    def id(self) -> str:
        """That of its first count."""
        return self.rows[0].id

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(row.id for row in self.rows)

    @property
    def kind(self) -> VoteKind:
        return self.rows[0].kind

    @property
    def question(self) -> str:
        return self.rows[0].question

    @property
    def by_category(self) -> bool:
        return bool(self.rows[0].category)

    @property
    def revealed(self) -> bool:
        """Whether the whole of it was shown to the group."""
        return all(row.revealed for row in self.rows)

    @property
    def yes(self) -> int:
        return sum(row.yes for row in self.rows)

    @property
    def no(self) -> int:
        return sum(row.no for row in self.rows)

    @property
    def abstain(self) -> int:
        return sum(row.abstain for row in self.rows)

    @property
    def counted(self) -> tuple[Vote, ...]:
        """The counts in which a hand was raised."""
        return tuple(row for row in self.rows if row.yes or row.no or row.abstain)

    @property
    def objections(self) -> tuple[str, ...]:
        """What was objected, an objection for each line."""
        told = (line.strip() for row in self.rows for line in row.objections.split("\n"))
        return tuple(filter(None, told))


def ballots(document: Document, item: str) -> tuple[Ballot, ...]:
    """The votes on a point, in their order: a count belongs with those before it as long as they ask the same, of
    categories that did not answer yet."""
    found: list[list[Vote]] = []
    for row in ordered(document.votes):
        if row.item != item:
            continue
        if found and _belongs(row, found[-1]):
            found[-1].append(row)
        else:
            found.append([row])
    return tuple(Ballot(tuple(rows)) for rows in found)


def _belongs(row: Vote, rows: list[Vote]) -> bool:
    first = rows[0]
    return (
        row.kind is VoteKind.HANDS is first.kind
        and row.question == first.question
        and bool(row.category and first.category)
        and all(row.category != other.category for other in rows)
    )


def voters(document: Document) -> tuple[str, ...]:
    """The categories to count: those of the actors who are there, else all those of the map, else every one."""
    actors = document.actors.values()
    there = {actor.category for actor in actors if actor.presence is Presence.PRESENT}
    asked = there or {actor.category for actor in actors} or set(document.categories)
    return tuple(category.id for category in ordered(document.categories) if category.id in asked)
