"""A map as graphs.

- `touch`: undirected, one edge for a pair. A relation puts two actors in touch whichever way it goes: information
  comes back along a grant. Intensities are no distances ("no level is better"), so no weights. Links to create are
  not there yet.
- `desired`: the same with the links to create.
- `funding`: directed, from who gives to who receives, of links of the type `funding` that exist; both ways where a
  link says so.
"""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from facilitator.model.document import Document, Link
from facilitator.model.vocabulary import FUNDING, Direction, Status


def today(document: Document) -> list[Link]:
    """Links that are there, weak ones too."""
    return [link for link in document.links.values() if link.status is not Status.TO_CREATE]


def touch(document: Document) -> nx.Graph[str]:
    return _undirected(document, today(document))


def desired(document: Document) -> nx.Graph[str]:
    return _undirected(document, document.links.values())


def funding(document: Document) -> nx.DiGraph[str]:
    graph: nx.DiGraph[str] = nx.DiGraph()
    for link in today(document):
        if FUNDING in link.types:
            graph.add_edge(link.source, link.target, link=link.id)
            if link.direction is Direction.BOTH:
                graph.add_edge(link.target, link.source, link=link.id)
    return graph


def _undirected(document: Document, links: Iterable[Link]) -> nx.Graph[str]:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(document.actors)
    for link in links:
        if graph.has_edge(link.source, link.target):
            graph.edges[link.source, link.target]["links"].append(link.id)
        else:
            graph.add_edge(link.source, link.target, links=[link.id])
    return graph


def between(graph: nx.Graph[str], first: str, second: str) -> tuple[str, ...]:
    """The ids of the links of a pair."""
    return tuple(graph.edges[first, second]["links"])
