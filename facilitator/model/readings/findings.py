"""One thing a map tells, as a value: what it is about, whom it names, and the number behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import blake2s
from typing import Any

from facilitator.model.vocabulary import Pillar


class Kind(StrEnum):
    """What can be found, in the order a room would talk of it."""

    ABSENT_CATEGORY = "absent_category"
    ABSENT_IN_FIELD = "absent_in_field"
    ISOLATED = "isolated"
    GROUPS = "groups"
    CROSSING = "crossing"
    RESTS_ON = "rests_on"
    BRIDGE = "bridge"
    BETWEEN = "between"
    FUNDS = "funds"
    FUNDERS_APART = "funders_apart"
    ONE_FUNDER = "one_funder"
    MATCH = "match"
    NOBODY_OFFERS = "nobody_offers"
    SCARCE = "scarce"
    ABUNDANT = "abundant"
    ODD_ALONE = "odd_alone"
    TENSION = "tension"
    TO_CREATE = "to_create"
    DENSITY = "density"
    RECIPROCITY = "reciprocity"


ON_SHELVES = frozenset({Kind.NOBODY_OFFERS, Kind.SCARCE, Kind.ABUNDANT})
"""Kinds about what is offered and needed of one sub-item: of each there is one."""
_READ_ON_ROWS = ON_SHELVES | {Kind.MATCH, Kind.ABSENT_CATEGORY, Kind.ODD_ALONE}
"""Kinds whose `rows` are contributions, categories or goals."""


@dataclass(frozen=True, slots=True)
class Finding:
    """`actors` and `links` are its evidence on the map, by id; the first ones are those it is about.

    `groups` are sets of actors that it tells apart; `rows` are other ids or names it speaks of (categories, a field,
    contributions, goals). `numbers` are those behind it, as the function that finds it says.
    """

    kind: Kind
    actors: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()
    rows: tuple[str, ...] = ()
    pillar: Pillar | None = None
    sub_item: str = ""
    numbers: tuple[float, ...] = ()

    @property
    def evidence(self) -> frozenset[str]:
        """All the actors it shows on the map."""
        return frozenset((*self.actors, *(actor for group in self.groups for actor in group)))

    @property
    def key(self) -> str:
        """The same for the same thing said again: its kind and what it is about, without numbers and evidence."""
        if self.kind in ON_SHELVES:
            about: tuple[str, ...] = ()
        else:
            about = self.rows[:1] or (*self.links[:1], *self.actors[:2])
        return "/".join((self.kind, self.pillar or "", self.sub_item, *about))

    @property
    def id(self) -> str:
        """The id of what the room makes of it (`Remark`): of its key, which may hold words, nothing can be read."""
        return digest(self.key)

    @property
    def first(self) -> str:
        """What tells it from the others of its kind, where each is about one thing."""
        return (self.rows or self.actors)[0]

    @property
    def about(self) -> tuple[str, ...]:
        """Every row it was read on, goals too: what it says is no less confidential than they are."""
        read = self.rows if self.kind in _READ_ON_ROWS else ()
        return tuple(dict.fromkeys((*self.actors, *sorted(self.evidence), *self.links, *read)))


class Reason(StrEnum):
    """Why two actors could meet, in the order it is told."""

    OFFER = "offer"
    FUNDERS = "funders"
    FRIENDS = "friends"


@dataclass(frozen=True, slots=True)
class Introduction:
    """Two actors without a link, not even to create.

    `because` gives each reason with its rows: of an offer, the contributions of a need and of what would meet it; of
    funders, the actors both fund; of acquaintances, the actors in touch with both.
    """

    actors: tuple[str, str]
    because: tuple[tuple[Reason, tuple[str, ...]], ...]
    weight: float

    @property
    def evidence(self) -> frozenset[str]:
        """Both actors."""
        return frozenset(self.actors)

    @property
    def key(self) -> str:
        """The same for the same two."""
        return "/".join(("introduction", *self.actors))

    @property
    def id(self) -> str:
        return digest(self.key)

    @property
    def about(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.actors, *(row for _reason, rows in self.because for row in rows))))


def digest(key: str) -> str:
    """The id that goes with a key."""
    return blake2s(key.encode(), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document tells: findings in the order of their kinds, and who could be introduced to whom."""

    findings: tuple[Finding, ...]
    introductions: tuple[Introduction, ...]
    parts: Mapping[str, tuple[object, tuple[Any, ...]]] = field(
        default_factory=dict, compare=False, repr=False
    )
    """By name, what a part was read on and what was found in it."""

    def of(self, *kinds: Kind) -> tuple[Finding, ...]:
        """The findings of these kinds."""
        return tuple(one for one in self.findings if one.kind in kinds)
