"""Everything a map tells, in one go or slice by slice; what nothing it was read on changed is not read again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import networkx as nx

from facilitator.model.document import Document
from facilitator.model.readings import change, crossing, graphs, resources, structure
from facilitator.model.readings.findings import Finding, Introduction, Kind, Reading
from facilitator.model.readings.introductions import introduced
from facilitator.slices import Slices, finished

_ORDER = {kind: place for place, kind in enumerate(Kind)}


def read(document: Document) -> Reading:
    """All of it at once."""
    return finished(reading(document))


def reading(document: Document, before: Reading | None = None) -> Slices[Reading]:
    """The same in slices of a few milliseconds: whoever waits for it may stop between any two. `before` is the reading
    of another state: its parts that were read on nothing that differs are taken as they are."""
    known = before.parts if before is not None else {}
    of = _Map(document)
    parts: dict[str, tuple[object, tuple[Any, ...]]] = {}
    for name, (inputs, work) in _PARTS.items():
        read_on = inputs(of)
        yield
        was = known.get(name)
        if was is not None and was[0] == read_on:
            parts[name] = was
            continue
        found = []
        for one in work(of):
            if one is None:
                yield
            else:
                found.append(one)
        parts[name] = (read_on, tuple(found))
        yield
    told = [one for _inputs, found in parts.values() for one in found]
    findings = sorted((f for f in told if isinstance(f, Finding)), key=lambda one: _ORDER[one.kind])
    return Reading(tuple(findings), tuple(m for m in told if isinstance(m, Introduction)), parts)


@dataclass
class _Map:
    """A document and its graphs, each made once, when it is wanted."""

    document: Document

    @cached_property
    def touch(self) -> nx.Graph[str]:
        return graphs.touch(self.document)

    @cached_property
    def desired(self) -> nx.Graph[str]:
        return graphs.desired(self.document)

    @cached_property
    def kinds(self) -> object:
        """The actors and their types; fields of intervention and goals."""
        document = self.document
        return (
            tuple(document.categories.values()),
            tuple((a.id, a.category, a.domain, a.odds, a.rank) for a in document.actors.values()),
            document.workshop.odds,
        )

    @cached_property
    def ties(self) -> object:
        """Who is linked to whom, and how."""
        links = self.document.links.values()
        return (
            tuple(self.document.actors),
            tuple(
                (k.id, k.source, k.target, k.types, k.status, k.direction, k.tension, k.rank) for k in links
            ),
        )

    @cached_property
    def brought(self) -> object:
        """What each brings and needs."""
        rows = self.document.contributions.values()
        return tuple((row.id, row.actor, row.pillar, row.sub_item, row.side, row.rank) for row in rows)


_Work = Callable[[_Map], Iterable[Finding | Introduction | None]]


def _kinds(of: _Map) -> Iterator[Finding]:
    yield from crossing.absent_categories(of.document)
    yield from crossing.absent_in_fields(of.document)
    yield from resources.goals(of.document)


def _structure(of: _Map) -> Iterator[Finding | None]:
    document, graph = of.document, of.touch
    for step in (
        structure.isolated(document, graph),
        structure.groups(document, graph),
        structure.rests_on(document, graph),
        structure.bridges(document, graph),
        resources.funders(document, graph),
        change.tensions(document, graph),
        change.to_create(document, graph),
        structure.density(document, graph),
    ):
        yield from step
        yield None
    shares: dict[str, float] = {}
    for answer in structure.betweenness(graph):
        yield None
        shares = answer or shares
    yield from structure.stand_between(graph, shares)


def _offers(of: _Map) -> Iterator[Finding | None]:
    yield from resources.abundance(of.document)
    yield from resources.matches(of.document, of.desired)


def _introductions(of: _Map) -> Iterator[Introduction | None]:
    slices = introduced(of.document, of.touch, of.desired)
    while True:
        try:
            next(slices)
        except StopIteration as ended:
            yield from ended.value
            return
        yield None


_PARTS: dict[str, tuple[Callable[[_Map], object], _Work]] = {
    "kinds": (lambda of: of.kinds, _kinds),
    "structure": (lambda of: of.ties, _structure),
    "crossing": (lambda of: (of.kinds, of.ties), lambda of: crossing.crossing(of.document, of.touch)),
    "offers": (lambda of: (of.ties, of.brought), _offers),
    "introductions": (lambda of: (of.ties, of.brought), _introductions),
}
"""What each part is read on, to be compared with what it was read on before, and how."""
