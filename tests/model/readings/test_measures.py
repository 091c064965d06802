"""Measures of actors, against networkx and by hand."""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx
import pytest

from facilitator.exchange import samples
from facilitator.model.decor import Measure
from facilitator.model.document import Document, blank
from facilitator.model.readings.measures import measured
from facilitator.model.vocabulary import Side, Status


def measure(document: Document, wanted: Measure) -> Mapping[str, float]:
    slices = measured(document, wanted)
    while True:
        try:
            next(slices)
        except StopIteration as ended:
            found: Mapping[str, float] = ended.value
            return found


def in_touch(document: Document) -> nx.Graph[str]:
    """Built here by other means than the reading's own."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(document.actors)
    graph.add_edges_from(
        (row.source, row.target) for row in document.links.values() if row.status is not Status.TO_CREATE
    )
    return graph


def test_touch_and_ways_are_those_of_networkx() -> None:
    document = samples.document("nourrir-rivemont")
    graph = in_touch(document)
    assert measure(document, Measure.TOUCH) == dict(graph.degree)
    assert measure(document, Measure.BETWEEN) == pytest.approx(nx.betweenness_centrality(graph))


def test_offers_are_counted_needs_are_not() -> None:
    document = samples.document("nourrir-rivemont")
    found = measure(document, Measure.OFFERS)
    assert found.keys() == document.actors.keys()
    rows = document.contributions.values()
    assert sum(found.values()) == sum(row.side is Side.OFFER for row in rows) < len(rows)


@pytest.mark.parametrize("wanted", list(Measure))
def test_an_empty_map_has_no_measures(wanted: Measure) -> None:
    assert measure(blank(), wanted) == {}
