"""What would change without some actors or links, as values: `what_if` computes them, with networkx."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.model.readings.findings import Finding, Kind, Reading


class Turn(StrEnum):
    """What would change, in the order a room would talk of it."""

    ALONE = "alone"
    APART = "apart"
    HANGS_ON = "hangs_on"
    NO_FUNDER = "no_funder"
    ONE_FUNDER = "one_funder"
    NOBODY_OFFERS = "nobody_offers"
    UNMET = "unmet"
    ODD_ALONE = "odd_alone"
    ABSENT_CATEGORY = "absent_category"


@dataclass(frozen=True, slots=True)
class Change:
    """`actors` are those it happens to; `groups` those they lose, or what they come apart in; `rows` other ids or
    names it speaks of (needs, goals, categories)."""

    turn: Turn
    actors: tuple[str, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()
    rows: tuple[str, ...] = ()
    sub_item: str = ""

    @property
    def evidence(self) -> frozenset[str]:
        """All the actors it shows on the map."""
        return frozenset((*self.actors, *(actor for group in self.groups for actor in group)))

    @property
    def about(self) -> tuple[str, ...]:
        """Every row it was read on."""
        return (*self.evidence, *self.rows)

    @property
    def key(self) -> str:
        """What tells it from the other changes of a comparison."""
        return "/".join((self.turn, self.sub_item, *self.actors[:2], *self.rows[:1]))


@dataclass(frozen=True, slots=True)
class Comparison:
    """What would change, and of what could be found: what is no more, and what is new beside those changes."""

    supposed: Reading
    changes: tuple[Change, ...]
    gone: tuple[Finding, ...]
    come: tuple[Finding, ...]


def about(finding: Finding) -> frozenset[str]:
    """The actor or the links a finding wonders about being without; nothing for most."""
    if finding.kind is Kind.RESTS_ON:
        return frozenset(finding.actors[:1])
    return frozenset(finding.links) if finding.kind in (Kind.BRIDGE, Kind.ONE_FUNDER) else frozenset()
