"""Tense links and who stands beside them; links to create and what each would change."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from facilitator.model.document import Document, ordered
from facilitator.model.readings.findings import Finding, Kind
from facilitator.model.vocabulary import Status


def tensions(document: Document, graph: nx.Graph[str]) -> Iterator[Finding]:
    """One for each tense link; `groups` is who is in touch with both ends, if anybody is."""
    for link in ordered(document.links):
        if link.tension:
            near = [set(graph.adj[end]) for end in (link.source, link.target)]
            both = tuple(sorted(near[0] & near[1]))
            yield Finding(
                Kind.TENSION, (link.source, link.target), (link.id,), groups=(both,) if both else ()
            )


def to_create(document: Document, graph: nx.Graph[str]) -> Iterator[Finding | None]:
    """One for each link to create. `numbers`: how many actors it would bring in touch with how many others (0 and 0
    where they are already), and by how many links its ends are joined today (0: by none). Nothing
    between one link and the next."""
    group = {actor: group for group in map(frozenset, nx.connected_components(graph)) for actor in group}
    for link in ordered(document.links):
        if link.status is Status.TO_CREATE:
            yield None
            first, second = group[link.source], group[link.target]
            if first is second:
                steps = nx.shortest_path_length(graph, link.source, link.target)
                numbers = (0.0, 0.0, float(steps))
            else:
                small, large = sorted((len(first), len(second)))
                numbers = (float(small), float(large), 0.0)
            yield Finding(Kind.TO_CREATE, (link.source, link.target), (link.id,), numbers=numbers)
