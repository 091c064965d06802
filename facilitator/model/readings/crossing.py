"""From among ourselves to among all: which types of actors are missing, and how far links cross between types."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

import networkx as nx

from facilitator.model.document import Document, ordered
from facilitator.model.names import fold
from facilitator.model.readings.findings import Finding, Kind

_OTHER = "other"
"""The type that is missed by nobody."""
_FIELD_LEAST = 2
"""Actors that make a field of intervention."""


def absent_categories(document: Document) -> Iterator[Finding]:
    """One for each type without any actor; nothing of an empty map, from which nobody is missing yet."""
    used = {actor.category for actor in document.actors.values()}
    for category in ordered(document.categories) if used else ():
        if category.id not in used and category.id != _OTHER:
            yield Finding(Kind.ABSENT_CATEGORY, rows=(category.id,))


def absent_in_fields(document: Document) -> Iterator[Finding]:
    """For each field of intervention of two actors or more, the types of the map that are not in it.

    `rows` are the field as people write it, then the types; `actors` are those of the field.
    """
    fields: defaultdict[str, list[str]] = defaultdict(list)
    for actor in ordered(document.actors):
        if actor.domain:
            fields[fold(actor.domain)].append(actor.id)
    used = {actor.category for actor in document.actors.values()}
    for actors in sorted(fields.values(), key=lambda held: (-len(held), held)):
        inside = {document.actors[id_].category for id_ in actors}
        missing = [c.id for c in ordered(document.categories) if c.id in used - inside and c.id != _OTHER]
        if len(actors) >= _FIELD_LEAST and missing:
            yield Finding(
                Kind.ABSENT_IN_FIELD, tuple(actors), rows=(document.actors[actors[0]].domain, *missing)
            )


def crossing(document: Document, graph: nx.Graph[str]) -> Iterator[Finding]:
    """How far pairs in touch cross between types, against what chance gives for the same actors.

    `numbers`: an index (-1 no pair crosses, 0 as chance would have it, 1 every pair does), pairs that cross, all
    pairs in touch, and how many of them would cross if pairs were drawn at random among the same actors. None where
    there is one type only, or nobody is in touch.
    """
    counts = Counter(actor.category for actor in document.actors.values())
    total, pairs = sum(counts.values()), graph.number_of_edges()
    if len(counts) < 2 or not pairs:
        return
    alike = sum(count * (count - 1) for count in counts.values()) / (total * (total - 1))
    across = sum(
        document.actors[first].category != document.actors[second].category for first, second in graph.edges
    )
    yield Finding(
        Kind.CROSSING,
        numbers=(against_chance(across / pairs, 1 - alike), float(across), float(pairs), (1 - alike) * pairs),
    )


def against_chance(share: float, expected: float) -> float:
    """-1 for a share of nothing, 0 for the one expected, 1 for all; in a straight line on either side."""
    if share >= expected:
        return (share - expected) / (1 - expected) if expected < 1 else 0.0
    return (share - expected) / expected
