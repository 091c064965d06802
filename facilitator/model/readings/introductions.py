"""Who could be introduced to whom, and why: never done by itself, and few enough for a room."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Generator, Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import chain, combinations, product

import networkx as nx

from facilitator.model.document import Document
from facilitator.model.readings import graphs
from facilitator.model.readings.findings import Introduction, Reason
from facilitator.model.readings.resources import shelves

Pair = tuple[str, str]
_Noted = tuple[Pair, Reason, tuple[str, ...]]

MOST = 8
"""Introductions proposed at once."""
_HUB = 40
"""Neighbours beyond which an actor is no sign that two of them would get on."""
_MANY = 2_000
"""Pairs looked at in one go."""
_LEAST = 2
"""Acquaintances in common that make a reason by themselves."""


_WEIGHT = {Reason.OFFER: 3.0, Reason.FUNDERS: 3.0, Reason.FRIENDS: 1.0}


def introduced(
    document: Document, known: nx.Graph[str], linked: nx.Graph[str], most: int = MOST
) -> Generator[None, None, tuple[Introduction, ...]]:
    """The best reasons first, as many as there are for each pair; in slices of a few milliseconds.

    `known` is who is in touch with whom, `linked` the same with the links to create.
    """
    found: defaultdict[Pair, dict[Reason, list[str]]] = defaultdict(dict)
    reasons = chain(_offers(document), _funders(document), _friends(known))
    for number, ((first, second), reason, rows) in enumerate(reasons):
        if not number % _MANY:
            yield
        if first != second and not linked.has_edge(first, second):
            pair = (first, second) if first < second else (second, first)
            found[pair].setdefault(reason, []).extend(rows)
    proposed: list[Introduction] = []
    for number, (pair, because) in enumerate(found.items()):
        if not number % _MANY:
            yield
            proposed = nsmallest(most, proposed, key=_best_first)
        if _enough(because):
            proposed.append(_introduction(pair, because))
    return tuple(nsmallest(most, proposed, key=_best_first))


def _best_first(one: Introduction) -> tuple[float, Pair]:
    return -one.weight, one.actors


def _offers(document: Document) -> Iterator[_Noted]:
    for shelf in shelves(document).values():
        for need, offer in product(shelf.needs, shelf.offers):
            yield (need.actor, offer.actor), Reason.OFFER, (need.id, offer.id)


def _funders(document: Document) -> Iterator[_Noted]:
    funding = graphs.funding(document)
    for receiver in funding:
        for pair in combinations(sorted(funding.predecessors(receiver)), 2):
            yield pair, Reason.FUNDERS, (receiver,)


def _friends(known: nx.Graph[str]) -> Iterator[_Noted]:
    for actor in known:
        if len(known.adj[actor]) <= _HUB:
            for pair in combinations(sorted(known.adj[actor]), 2):
                yield pair, Reason.FRIENDS, (actor,)


def _enough(because: Mapping[Reason, list[str]]) -> bool:
    """One acquaintance in common is no reason by itself."""
    return because.keys() != {Reason.FRIENDS} or len(because[Reason.FRIENDS]) >= _LEAST


def _introduction(pair: Pair, because: Mapping[Reason, list[str]]) -> Introduction:
    funded = because.get(Reason.FUNDERS, ())
    # Whoever both fund is in touch with both: that is no other reason.
    friends = [actor for actor in because.get(Reason.FRIENDS, ()) if actor not in funded]
    held = {**because, Reason.FRIENDS: friends}
    told = tuple((reason, tuple(held[reason])) for reason in Reason if held.get(reason))
    weight = sum(_WEIGHT[reason] * _amount(reason, rows) for reason, rows in told)
    return Introduction(pair, told, weight)


def _amount(reason: Reason, rows: Sequence[str]) -> float:
    """The second reason of a kind weighs half of the first, and so on: one good reason is enough to meet."""
    count = len(rows) // 2 if reason is Reason.OFFER else len(rows)
    return 2.0 - 0.5 ** (count - 1)
