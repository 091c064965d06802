"""What of a session one looks at: filters, focus, today or desired. A lens never changes the document.

A lens is kept on the desk, not undone. What it leaves out is faded, or hidden where the lens says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, TypeVar

from facilitator.model.document import Actor, Document, Link
from facilitator.model.vocabulary import Pillar, Presence, Side, Status

T = TypeVar("T")


class Horizon(StrEnum):
    """Which alliances one looks at: those of today, or those to create with them."""

    TODAY = "today"
    DESIRED = "desired"


@dataclass(frozen=True, slots=True)
class Lens:
    """What is wanted, by kind; an empty set wants everything. `focus` are actors, shown with their neighbours.

    `hides`: what is not wanted is left out rather than faded.
    """

    horizon: Horizon = Horizon.DESIRED
    categories: frozenset[str] = frozenset()
    presences: frozenset[Presence] = frozenset()
    pillars: frozenset[Pillar] = frozenset()
    odds: frozenset[int] = frozenset()
    types: frozenset[str] = frozenset()
    statuses: frozenset[Status] = frozenset()
    focus: frozenset[str] = frozenset()
    hides: bool = False

    @property
    def filters(self) -> bool:
        """Whether anything but the horizon is asked for."""
        return any(getattr(self, name) for name in KINDS) or bool(self.focus)


KINDS = ("categories", "presences", "pillars", "odds", "types", "statuses")
"""The fields of a lens that filter, in the order people meet them."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Ids of actors and links that are shown faded, and of those that are not shown at all."""

    faded: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    actors_aside: int = 0
    """Placed actors that are faded or hidden."""


def seen(document: Document, lens: Lens) -> Seen:
    """What a lens fades and hides of a document. Links to create are hidden today, whatever the filters."""
    to_come = (
        frozenset(row.id for row in document.links.values() if row.status is Status.TO_CREATE)
        if lens.horizon is Horizon.TODAY
        else frozenset()
    )
    if not lens.filters:
        return Seen(hidden=to_come)
    offers = _offers(document) if lens.pillars else {}
    near = _near(document, lens.focus, to_come)
    actors = {
        row.id
        for row in document.actors.values()
        if not _wanted(row, lens, offers.get(row.id, frozenset()), near)
    }
    links = {
        row.id
        for row in document.links.values()
        if row.id not in to_come and not _wanted_link(row, lens, actors)
    }
    aside = frozenset(actors | links)
    count = sum(document.actors[id_].placed for id_ in actors)
    if lens.hides:
        return Seen(hidden=aside | to_come, actors_aside=count)
    return Seen(faded=aside, hidden=to_come, actors_aside=count)


def _wanted(row: Actor, lens: Lens, offers: frozenset[Pillar], near: frozenset[str] | None) -> bool:
    return (
        (not lens.categories or row.category in lens.categories)
        and (not lens.presences or row.presence in lens.presences)
        and (not lens.pillars or bool(lens.pillars & offers))
        and (not lens.odds or bool(lens.odds & set(row.odds)))
        and (near is None or row.id in near)
    )


def _wanted_link(row: Link, lens: Lens, aside: set[str]) -> bool:
    return (
        row.source not in aside
        and row.target not in aside
        and (not lens.types or bool(lens.types & set(row.types)))
        and (not lens.statuses or row.status in lens.statuses)
        and (not lens.focus or row.source in lens.focus or row.target in lens.focus)
    )


def _near(document: Document, focus: frozenset[str], to_come: frozenset[str]) -> frozenset[str] | None:
    """The actors in focus and those linked to them; None where nothing is."""
    if not focus:
        return None
    ends = [(row.source, row.target) for row in document.links.values() if row.id not in to_come]
    return focus.union(*(pair for pair in ends if focus.intersection(pair)))


def _offers(document: Document) -> Mapping[str, frozenset[Pillar]]:
    found: defaultdict[str, set[Pillar]] = defaultdict(set)
    for row in document.contributions.values():
        if row.side is Side.OFFER:
            found[row.actor].add(row.pillar)
    return {actor: frozenset(held) for actor, held in found.items()}


def to_plain(lens: Lens) -> dict[str, Any]:
    """The lens as the desk keeps it."""
    values = {f.name: getattr(lens, f.name) for f in fields(lens)}
    return {name: sorted(value) if isinstance(value, frozenset) else value for name, value in values.items()}


def from_plain(plain: Any, document: Document) -> Lens:
    """The lens the desk kept; what cannot be read, or is not in the document any more, is left out."""
    kept: Mapping[str, Any] = plain if isinstance(plain, dict) else {}
    return Lens(
        horizon=next((one for one in Horizon if one == kept.get("horizon")), Horizon.DESIRED),
        categories=_among(document.categories, kept.get("categories")),
        presences=_among(Presence, kept.get("presences")),
        pillars=_among(Pillar, kept.get("pillars")),
        odds=_among(range(1, 18), kept.get("odds")),
        types=_among(document.link_types, kept.get("types")),
        statuses=_among(Status, kept.get("statuses")),
        focus=_among(document.actors, kept.get("focus")),
        hides=kept.get("hides") is True,
    )


def _among(known: Iterable[T], wanted: Any) -> frozenset[T]:
    return frozenset(one for one in known if isinstance(wanted, list) and one in wanted)
