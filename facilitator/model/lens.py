"""What of a session one looks at: filters, focus, today or desired. A lens never changes the document.

A lens is kept on the desk, not undone. What it leaves out is faded, or hidden where the lens says so. Of several values
of one kind, any will do; several kinds hold together. `sight` follows a lens from gesture to gesture.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, TypeVar

from facilitator.model.document import Actor, Document, Link
from facilitator.model.vocabulary import ODDS, Pillar, Presence, Side, Status

T = TypeVar("T")


class Horizon(StrEnum):
    """Which alliances one looks at: those of today, or those to create with them."""

    TODAY = "today"
    DESIRED = "desired"


@dataclass(frozen=True, slots=True)
class Lens:
    """What is wanted, by kind; an empty set wants everything. `focus` are actors, shown with their neighbours;
    `evidence` those a question is about, shown with the links between them. `only_actors`: links are left out.

    `hides`: what is not wanted is left out rather than faded. `hushed`: the evidence is not for the room.
    """

    horizon: Horizon = Horizon.DESIRED
    categories: frozenset[str] = frozenset()
    presences: frozenset[Presence] = frozenset()
    pillars: frozenset[Pillar] = frozenset()
    odds: frozenset[int] = frozenset()
    types: frozenset[str] = frozenset()
    statuses: frozenset[Status] = frozenset()
    focus: frozenset[str] = frozenset()
    evidence: frozenset[str] = frozenset()
    only_actors: bool = False
    hides: bool = False
    hushed: bool = False

    @property
    def filters(self) -> bool:
        """Whether anything but the horizon is asked for."""
        return any(getattr(self, name) for name in (*KINDS, "focus", "evidence", "only_actors"))

    @property
    def unfiltered(self) -> Lens:
        """The same without filters and focus."""
        return Lens(self.horizon, hides=self.hides)

    @property
    def for_the_room(self) -> Lens:
        """The same without what the room may not know of: who it is about would tell it."""
        return replace(self, evidence=frozenset(), hushed=False) if self.hushed else self


KINDS = ("categories", "presences", "types", "statuses", "pillars", "odds")
"""The fields of a lens that filter, in the order people meet them."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Ids of placed actors and of links that are shown faded, and of those that are not shown at all."""

    faded: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    actors_aside: int = 0
    """Placed actors that the filters fade or hide."""
    links_aside: int = 0
    """Links of the map that the filters fade or hide."""
    to_come: int = 0
    """Links of the map that are hidden because they are yet to be created."""

    @property
    def aside(self) -> frozenset[str]:
        """All that is not shown as usual."""
        return self.faded | self.hidden


def seen(document: Document, lens: Lens, guests: Collection[str] = frozenset()) -> Seen:
    """What a lens fades and hides of a document. Links to create are hidden today, whatever the filters.

    `guests` are actors and links that are shown although the lens does not ask for them.
    """
    to_come: frozenset[str] = frozenset()
    if lens.horizon is Horizon.TODAY:
        waited = (row for row in document.links.values() if row.status is Status.TO_CREATE)
        to_come = frozenset(row.id for row in waited if row.id not in guests)
    if not lens.filters:
        return Seen(hidden=to_come, to_come=_on_map(document, to_come))
    offers = _offers(document) if lens.pillars else {}
    near = _near(document, lens.focus, to_come)
    actors = frozenset(
        row.id
        for row in document.actors.values()
        if row.placed
        and not _wanted(row, lens, offers.get(row.id, _NO_PILLAR), near)
        and row.id not in guests
    )
    links = frozenset(
        row.id
        for row in document.links.values()
        if row.id not in to_come and not _wanted_link(row, lens, actors, guests)
    )
    if lens.only_actors:
        links = frozenset(row for row in document.links if row not in to_come and row not in guests)
    aside, out = actors | links, to_come
    if lens.only_actors:  # a map of actors alone: their links are not even faded
        aside, out = actors, out | links
    if lens.hides:
        aside, out = frozenset(), actors | links | to_come
    if to_come:  # those that the filters would show on the desired map
        to_come -= seen(document, replace(lens, horizon=Horizon.DESIRED), guests).aside
    return Seen(aside, out, len(actors), _on_map(document, links), _on_map(document, to_come))


def kept(lens: Lens, document: Document) -> Lens:
    """The lens without what is not in the document any more: nothing is filtered by what nobody can see."""
    known: dict[str, Mapping[str, object]] = {
        "categories": document.categories,
        "types": document.link_types,
        "focus": document.actors,
        "evidence": document.actors,
    }
    lost = {name: frozenset(getattr(lens, name)).difference(rows) for name, rows in known.items()}
    fewer = {name: getattr(lens, name) - gone for name, gone in lost.items() if gone}
    return replace(lens, **fewer) if fewer else lens


_NO_PILLAR: frozenset[Pillar] = frozenset()


def _wanted(row: Actor, lens: Lens, offers: frozenset[Pillar], near: frozenset[str] | None) -> bool:
    return (
        (not lens.categories or row.category in lens.categories)
        and (not lens.presences or row.presence in lens.presences)
        and (not lens.pillars or not lens.pillars.isdisjoint(offers))
        and (not lens.odds or not lens.odds.isdisjoint(row.odds))
        and (near is None or row.id in near)
        and (not lens.evidence or row.id in lens.evidence)
    )


def _wanted_link(row: Link, lens: Lens, aside: frozenset[str], guests: Collection[str]) -> bool:
    if row.source in aside or row.target in aside:
        return False
    return row.id in guests or (
        (not lens.types or not lens.types.isdisjoint(row.types))
        and (not lens.statuses or row.status in lens.statuses)
        and (not lens.focus or row.source in lens.focus or row.target in lens.focus)
    )


def _near(document: Document, focus: frozenset[str], to_come: frozenset[str]) -> frozenset[str] | None:
    """The actors in focus and those linked to them; None where nothing is."""
    if not focus:
        return None
    near = set(focus)
    for row in document.links.values():
        if (row.source in focus or row.target in focus) and row.id not in to_come:
            near.update((row.source, row.target))
    return frozenset(near)


def _on_map(document: Document, links: Iterable[str]) -> int:
    """How many of these links stand between two placed actors."""
    actors = document.actors
    rows = (document.links[id_] for id_ in links)
    return sum(actors[row.source].placed and actors[row.target].placed for row in rows)


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
    held: Mapping[str, Any] = plain if isinstance(plain, dict) else {}
    return Lens(
        horizon=next((one for one in Horizon if one == held.get("horizon")), Horizon.DESIRED),
        categories=_among(document.categories, held.get("categories")),
        presences=_among(Presence, held.get("presences")),
        pillars=_among(Pillar, held.get("pillars")),
        odds=_among(ODDS, held.get("odds")),
        types=_among(document.link_types, held.get("types")),
        statuses=_among(Status, held.get("statuses")),
        focus=_among(document.actors, held.get("focus")),
        evidence=_among(document.actors, held.get("evidence")),
        only_actors=held.get("only_actors") is True,
        hides=held.get("hides") is True,
        hushed=held.get("hushed") is True,
    )


def _among(known: Iterable[T], wanted: Any) -> frozenset[T]:
    return frozenset(one for one in known if isinstance(wanted, list) and one in wanted)
