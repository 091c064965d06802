"""What actors bring and need: funders, pillars, needs that offers of others would meet, goals nobody carries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import networkx as nx

from facilitator.model.document import Contribution, Document, ordered
from facilitator.model.readings import graphs
from facilitator.model.readings.findings import Finding, Kind
from facilitator.model.vocabulary import FUNDING, SUB_ITEMS, Pillar, Side

_MANY = 3
"""Offers that make a sub-item abundant, where they are also as many times the needs."""


@dataclass(slots=True)
class Shelf:
    """What is offered and needed of one sub-item."""

    offers: list[Contribution] = field(default_factory=list)
    needs: list[Contribution] = field(default_factory=list)


def shelves(document: Document) -> dict[tuple[Pillar, str], Shelf]:
    """Every sub-item that is offered or needed, in the order of the vocabulary; words without one are left out."""
    found = {(pillar, sub): Shelf() for pillar, subs in SUB_ITEMS.items() for sub in subs}
    for row in ordered(document.contributions):
        shelf = found.get((row.pillar, row.sub_item))
        if shelf is not None:
            (shelf.offers if row.side is Side.OFFER else shelf.needs).append(row)
    return {key: shelf for key, shelf in found.items() if shelf.offers or shelf.needs}


def abundance(document: Document) -> Iterator[Finding]:
    """Sub-items nobody offers, those asked for more than offered, those offered by many and hardly asked for.

    `actors` are those who ask, then those who offer, `rows` their contributions; `numbers` are actors who offer, and
    who ask.
    """
    for (pillar, sub_item), shelf in shelves(document).items():
        offering = list(dict.fromkeys(row.actor for row in shelf.offers))
        asking = list(dict.fromkeys(row.actor for row in shelf.needs))
        if asking and not offering:
            kind = Kind.NOBODY_OFFERS
        elif len(asking) > len(offering):
            kind = Kind.SCARCE
        elif len(offering) >= _MANY * max(len(asking), 1):
            kind = Kind.ABUNDANT
        else:
            continue
        actors = tuple(dict.fromkeys((*asking, *offering)))
        numbers = (float(len(offering)), float(len(asking)))
        rows = tuple(row.id for row in (*shelf.needs, *shelf.offers))
        yield Finding(kind, actors, rows=rows, pillar=pillar, sub_item=sub_item, numbers=numbers)


def matches(document: Document, graph: nx.Graph[str]) -> Iterator[Finding | None]:
    """For each need, those who offer the same sub-item and are not linked to who needs it, not even by a link to
    create: those whom the fewest could help first. `actors` are who needs, then who offers; `rows` the need, then the
    offers. Nothing between one need and the next."""
    found = []
    for (pillar, sub_item), shelf in shelves(document).items():
        for need in shelf.needs:
            yield None
            met = [
                offer
                for offer in shelf.offers
                if offer.actor != need.actor and not graph.has_edge(need.actor, offer.actor)
            ]
            if met:
                actors = (need.actor, *dict.fromkeys(offer.actor for offer in met))
                rows = (need.id, *(offer.id for offer in met))
                found.append(Finding(Kind.MATCH, actors, rows=rows, pillar=pillar, sub_item=sub_item))
    yield from sorted(found, key=lambda one: len(one.rows))


def funders(document: Document, graph: nx.Graph[str]) -> Iterator[Finding]:
    """Who funds whom, those who fund most first; funders who are not in touch with one another; then actors who rest
    on one funder alone.

    Of the first, `actors` are who gives, then who receives; of the second, `groups` are funders in touch by
    themselves; of the third, `actors` are who receives and who gives.
    One who funds its only funder in return does not rest on it.
    """
    funding = graphs.funding(document)
    giving = sorted(actor for actor in funding if funding.out_degree(actor))
    for giver in sorted(giving, key=lambda actor: (-funding.out_degree(actor), actor)):
        given = sorted(funding.successors(giver))
        links = tuple(str(funding.edges[giver, actor]["link"]) for actor in given)
        yield Finding(Kind.FUNDS, (giver, *given), links, numbers=(float(len(given)),), rows=(giver,))
    apart = [tuple(sorted(group)) for group in nx.connected_components(graph.subgraph(giving))]
    if len(apart) > 1:
        apart.sort(key=lambda group: (-len(group), group))
        yield Finding(Kind.FUNDERS_APART, tuple(giving), groups=tuple(apart), rows=(FUNDING,))
    for actor in sorted(funding):
        given = list(funding.predecessors(actor))
        if len(given) == 1 and not funding.has_edge(actor, given[0]):  # two who share rest on nobody
            link = str(funding.edges[given[0], actor]["link"])
            yield Finding(Kind.ONE_FUNDER, (actor, given[0]), (link,))


def goals(document: Document) -> Iterator[Finding]:
    """One for each goal of the session that no actor carries."""
    carried = {number for actor in document.actors.values() for number in actor.odds}
    if document.actors:
        for number in document.workshop.odds:
            if number not in carried:
                yield Finding(Kind.ODD_ALONE, rows=(str(number),))
