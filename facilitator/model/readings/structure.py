"""What the shape of the links tells: who stands alone, which groups do not meet, on whom and on what much rests."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

import networkx as nx

from facilitator.model.document import Document
from facilitator.model.readings import graphs
from facilitator.model.readings.findings import Finding, Kind
from facilitator.model.vocabulary import Direction

_BETWEEN_MOST = 3
"""Actors named at most for standing between many others."""
_BETWEEN_TIMES = 3.0
"""How many times the mean betweenness makes one stand out."""
_MANY = 40
"""Blocks of a graph found in one go."""
_PIVOTS = 250
"""Sources from which routes are counted at most: beyond, betweenness is an estimate from as many, spread evenly."""


def isolated(_document: Document, graph: nx.Graph[str]) -> Iterator[Finding]:
    """One for each actor nobody is in touch with."""
    return (Finding(Kind.ISOLATED, (actor,)) for actor in graph if not graph.degree[actor])


def groups(_document: Document, graph: nx.Graph[str]) -> Iterator[Finding]:
    """Groups of two or more that nobody links, the largest first; `numbers` are their sizes."""
    found = [tuple(group) for group in map(sorted, nx.connected_components(graph)) if len(group) > 1]
    if len(found) > 1:
        found.sort(key=lambda group: (-len(group), group))
        yield Finding(Kind.GROUPS, groups=tuple(found), numbers=tuple(float(len(group)) for group in found))


def rests_on(_document: Document, graph: nx.Graph[str]) -> Iterator[Finding | None]:
    """Actors without whom others lose touch with most of those they can reach, those who hold most first.

    `groups` are who would lose touch, each on its own side; `numbers` is how many they are in all. Nothing between
    one actor and the next.
    """
    blocks: list[frozenset[str]] = []
    for number, block in enumerate(_blocks(graph), 1):
        blocks.append(block)
        if not number % _MANY:
            yield None
    at: dict[str, list[int]] = {}
    for number, held in enumerate(blocks):
        for actor in held:
            at.setdefault(actor, []).append(number)
    found = []
    for actor, numbers in at.items():
        if len(numbers) > 1:
            yield None
            # what is left apart from the largest part once the actor is gone
            parts = sorted((_beyond(actor, n, blocks, at) for n in numbers), key=lambda p: (-len(p), p))[1:]
            lost = float(sum(map(len, parts)))
            found.append(Finding(Kind.RESTS_ON, (actor,), groups=tuple(parts), numbers=(lost,)))
    yield from sorted(found, key=lambda one: (-one.numbers[0], one.actors))


def _blocks(graph: nx.Graph[str]) -> Iterator[frozenset[str]]:
    """Groups that stay in touch whoever of them goes; two of them share one actor at most."""
    return (frozenset(block) for block in nx.biconnected_components(graph))  # type: ignore[arg-type]  # its stub says a set of sets


def _beyond(
    actor: str, number: int, blocks: list[frozenset[str]], at: dict[str, list[int]]
) -> tuple[str, ...]:
    """Everybody reached from an actor by one of its blocks alone."""
    seen, waiting, found = {number}, [number], {actor}
    while waiting:
        for other in blocks[waiting.pop()] - found:
            found.add(other)
            for following in at[other]:
                if following not in seen:
                    seen.add(following)
                    waiting.append(following)
    return tuple(sorted(found - {actor}))


def bridges(_document: Document, graph: nx.Graph[str]) -> Iterator[Finding | None]:
    """Pairs whose links alone join two groups of two or more; `groups` are both sides, the smaller first, and
    `numbers` its size. The only link of one actor is no bridge: `rests_on` names whom it hangs on. Nothing between
    one pair and the next."""
    found = []
    for number, block in enumerate(_blocks(graph), 1):
        if len(block) != 2:  # a pair that is in no circle
            if not number % _MANY:
                yield None
            continue
        yield None
        first, second = sorted(block)
        sides = sorted((_side(graph, first, second), _side(graph, second, first)), key=lambda s: (len(s), s))
        if len(sides[0]) > 1:
            links = graphs.between(graph, first, second)
            found.append(
                Finding(Kind.BRIDGE, (first, second), links, tuple(sides), numbers=(float(len(sides[0])),))
            )
    yield from sorted(found, key=lambda one: (-one.numbers[0], one.actors))


def _side(graph: nx.Graph[str], start: str, but: str) -> tuple[str, ...]:
    """Everybody reached from one end of a bridge without crossing it."""
    seen, waiting = {start, but}, [start]
    while waiting:
        for other in graph.adj[waiting.pop()]:
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return tuple(sorted(seen - {but}))


def betweenness(graph: nx.Graph[str]) -> Iterator[dict[str, float] | None]:
    """The share of shortest routes that pass by each actor, from 0 to 1 (Brandes 2001, undirected, without weights);
    nothing between one source and the next, so that whoever waits can do something else, and at last the shares."""
    order = list(graph)
    score = dict.fromkeys(order, 0.0)
    step = max(1, -(-len(order) // _PIVOTS))
    sources = order[::step]
    for source in sources:
        _routes(graph, source, score)
        yield None
    count = len(order)
    scale = count / len(sources) / ((count - 1) * (count - 2)) if count > 2 else 0.0
    yield {actor: held * scale for actor, held in score.items()}


def _routes(graph: nx.Graph[str], source: str, score: dict[str, float]) -> None:
    """Adds what each actor carries of the routes from one source."""
    paths, distance, before = {source: 1.0}, {source: 0}, dict[str, list[str]]()
    order, waiting = [], deque([source])
    while waiting:
        actor = waiting.popleft()
        order.append(actor)
        further, ways = distance[actor] + 1, paths[actor]
        for other in graph.adj[actor]:
            if other not in distance:
                distance[other] = further
                paths[other] = 0.0
                before[other] = []
                waiting.append(other)
            if distance[other] == further:
                paths[other] += ways
                before[other].append(actor)
    carried = dict.fromkeys(order, 0.0)
    for actor in reversed(order[1:]):
        share = (1.0 + carried[actor]) / paths[actor]
        for earlier in before[actor]:
            carried[earlier] += paths[earlier] * share
        score[actor] += carried[actor]


def stand_between(graph: nx.Graph[str], shares: dict[str, float]) -> Iterator[Finding]:
    """The few through whom most routes pass although others could do without them; `numbers` is their share."""
    if not shares:
        return
    mean = sum(shares.values()) / len(shares)
    holding = set(nx.articulation_points(graph))
    high = [
        actor for actor, share in shares.items() if share > _BETWEEN_TIMES * mean and actor not in holding
    ]
    for actor in sorted(high, key=lambda one: (-shares[one], one))[:_BETWEEN_MOST]:
        yield Finding(Kind.BETWEEN, (actor,), numbers=(shares[actor],))


def density(document: Document, graph: nx.Graph[str]) -> Iterator[Finding]:
    """Of all pairs of actors, the share in touch; then of all links that are there, the share that goes both ways.
    Nothing of one pair, nor of one link: there is nothing to count."""
    if graph.number_of_nodes() > 2:
        pairs = graph.number_of_nodes() * (graph.number_of_nodes() - 1) / 2
        numbers = (nx.density(graph), float(graph.number_of_edges()), pairs)
        yield Finding(Kind.DENSITY, numbers=numbers)
    links = graphs.today(document)
    if len(links) > 1:
        ways = {(link.source, link.target) for link in links}
        both = [k for k in links if k.direction is Direction.BOTH or (k.target, k.source) in ways]
        yield Finding(Kind.RECIPROCITY, numbers=(len(both) / len(links), float(len(both)), float(len(links))))
