"""Measures of each actor of a map, for its decorations: those of the reading, on the same graph of who is in touch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Mapping

from facilitator.model.decor import Measure
from facilitator.model.document import Document
from facilitator.model.readings import graphs
from facilitator.model.readings.structure import betweenness
from facilitator.model.vocabulary import Side


def measured(document: Document, measure: Measure) -> Generator[None, None, Mapping[str, float]]:
    """The value of each actor, in slices of a few milliseconds."""
    if measure is Measure.OFFERS:
        offers = Counter(row.actor for row in document.contributions.values() if row.side is Side.OFFER)
        yield
        return {actor: float(offers[actor]) for actor in document.actors}
    graph = graphs.touch(document)
    yield
    if measure is Measure.TOUCH:
        return {actor: float(graph.degree[actor]) for actor in graph}
    shares: dict[str, float] = {}
    for found in betweenness(graph):
        if found is None:
            yield
        else:
            shares = found
    return shares
