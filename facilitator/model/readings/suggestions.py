"""The links a finding suggests: to create, and never drawn by themselves. Without networkx: panels ask for them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice, product

from facilitator.model.document import Document, Link, new_id
from facilitator.model.readings.findings import Finding, Introduction, Kind, Reason
from facilitator.model.vocabulary import FUNDING, Direction, Pillar, Status

MOST = 8
"""Links suggested at once for one thing."""
_TYPES = {Pillar.FINANCIAL: FUNDING, Pillar.HUMAN: "skills", Pillar.ALLIANCES: "information"}
"""What an offer under each pillar is a link of."""
_MATERIAL = {"pooled_means": "material"}
"""Sub-items that are links of another type than their pillar's."""


def suggested(document: Document, found: Finding | Introduction) -> tuple[Link, ...]:
    """The links to create that it is about, the best first; none where it is about no pair."""
    return tuple(islice(_links(document, found), MOST))


def _links(document: Document, found: Finding | Introduction) -> Iterator[Link]:
    if isinstance(found, Introduction):
        offers = [rows for reason, rows in found.because if reason is Reason.OFFER]
        if offers:
            yield _offered(document, offers[0][0], offers[0][1])
        else:
            yield _both_ways(*found.actors)
    elif found.kind is Kind.MATCH:
        first = {document.contributions[offer].actor: offer for offer in reversed(found.rows[1:])}
        for actor in found.actors[1:]:
            yield _offered(document, found.rows[0], first[actor])
    elif found.kind is Kind.FUNDERS_APART:
        linked = {frozenset((link.source, link.target)) for link in document.links.values()}
        for one, other in combinations(found.groups, 2):
            yield from (_both_ways(a, b) for a, b in product(one, other) if frozenset((a, b)) not in linked)


def _offered(document: Document, need: str, offer: str) -> Link:
    asked, given = document.contributions[need], document.contributions[offer]
    type_ = _MATERIAL.get(asked.sub_item, _TYPES[asked.pillar])
    types = (type_,) if type_ in document.link_types else ()
    return Link(
        new_id(),
        given.actor,
        asked.actor,
        types,
        status=Status.TO_CREATE,
        text=asked.text,
        confidential=asked.confidential or given.confidential,
    )


def _both_ways(source: str, target: str) -> Link:
    return Link(new_id(), source, target, status=Status.TO_CREATE, direction=Direction.BOTH)
