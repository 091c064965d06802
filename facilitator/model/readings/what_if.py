"""What would be without some actors or links: the reading of that map, and how it differs from that of today.

Nothing is ever written of it: the gesture that would delete them is done to a value, and the journal knows nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Generator, Iterator

import networkx as nx

from facilitator.model.document import Document
from facilitator.model.gestures import delete
from facilitator.model.readings import graphs
from facilitator.model.readings.findings import Kind, Reading
from facilitator.model.readings.reading import reading
from facilitator.model.readings.resources import shelves
from facilitator.model.readings.supposed import Change, Comparison, Turn


def without(document: Document, off: Collection[str]) -> Document:
    """The session as it would be without these actors and links, and all that hangs on them."""
    actors = [id_ for id_ in document.actors if id_ in off]
    links = [id_ for id_ in document.links if id_ in off]
    return delete(actors, links)(document) if actors or links else document


def compared(document: Document, off: Collection[str]) -> Generator[None, None, Comparison]:
    """Today's reading beside that of the session without these; in slices of a few milliseconds."""
    supposed = without(document, off)
    yield
    before = yield from reading(document)
    after = yield from reading(supposed, before)
    changes: list[Change] = []
    for found in (_apart, _hanging, _funders, _needs, _other):
        for one in found(document, supposed, before, after):
            if one is None:
                yield
            else:
                changes.append(one)
        yield
    was, now = ({one.key for one in held.findings if one.kind in _ASKED} for held in (before, after))
    told = {actor for one in changes for actor in one.actors}
    return Comparison(
        after,
        tuple(changes),
        tuple(
            one
            for one in before.findings
            if one.kind in _ASKED and one.key not in now and supposed.actors.keys() >= one.evidence
        ),
        tuple(
            one
            for one in after.findings
            if one.kind in _ASKED
            and one.key not in was
            and not (one.kind is Kind.MATCH and one.actors[0] in told)
        ),
    )


_ASKED = (Kind.BRIDGE, Kind.BETWEEN, Kind.FUNDERS_APART, Kind.MATCH, Kind.SCARCE)
"""Kinds whose coming and going no change tells already."""


def _apart(
    document: Document, supposed: Document, _before: Reading, _after: Reading
) -> Iterator[Change | None]:
    """Who would lose touch with whom: actors left alone, then groups that would come apart, the largest first."""
    was = graphs.touch(document)
    yield None
    now = graphs.touch(supposed)
    yield None
    group_of = {actor: n for n, group in enumerate(nx.connected_components(was)) for actor in group}
    yield None
    alone: list[str] = []
    together: defaultdict[int, list[tuple[str, ...]]] = defaultdict(list)
    for part in nx.connected_components(now):
        (actor, *others) = sorted(part)
        if others:
            together[group_of[actor]].append((actor, *others))
        elif was.degree[actor]:
            alone.append(actor)
    splits: list[Change] = []
    for parts in together.values():
        if len(parts) > 1:
            parts.sort(key=lambda part: (-len(part), part))
            leaving = tuple(actor for part in parts[1:] for actor in part)
            splits.append(Change(Turn.APART, leaving, tuple(parts)))
    if alone:
        yield Change(Turn.ALONE, tuple(sorted(alone)))
    yield from sorted(splits, key=lambda one: (-len(one.actors), one.actors))


def _hanging(_document: Document, _supposed: Document, before: Reading, after: Reading) -> Iterator[Change]:
    """Those on whom others would hang who do not today; `groups` are who would lose touch without them too."""
    was = {one.actors[0] for one in before.of(Kind.RESTS_ON)}
    for one in after.of(Kind.RESTS_ON):
        if one.actors[0] not in was:
            yield Change(Turn.HANGS_ON, one.actors, (tuple(a for group in one.groups for a in group),))


def _funders(document: Document, supposed: Document, before: Reading, after: Reading) -> Iterator[Change]:
    """Actors without any funder left, then those who would rest on one."""
    was, now = graphs.funding(document), graphs.funding(supposed)
    left = [
        actor
        for actor in sorted(was)
        if actor in supposed.actors and was.in_degree(actor) and not (actor in now and now.in_degree(actor))
    ]
    if left:
        yield Change(Turn.NO_FUNDER, tuple(left))
    known = {one.actors for one in before.of(Kind.ONE_FUNDER)}
    for one in after.of(Kind.ONE_FUNDER):
        if one.actors not in known:
            yield Change(Turn.ONE_FUNDER, one.actors)


def _needs(
    document: Document, supposed: Document, before: Reading, after: Reading
) -> Iterator[Change | None]:
    """What nobody would offer any more to those who ask, then needs which somebody in touch meets today and nobody in
    touch would; `rows` are the needs, then the offers."""
    known = {one.key for one in before.of(Kind.NOBODY_OFFERS)}
    yield None
    nowhere: set[str] = set()
    for one in after.of(Kind.NOBODY_OFFERS):
        if one.key not in known:
            nowhere.add(one.sub_item)
            yield Change(Turn.NOBODY_OFFERS, one.actors, rows=one.rows, sub_item=one.sub_item)
    was = graphs.touch(document)
    yield None
    now = graphs.touch(supposed)
    for (_pillar, sub_item), shelf in shelves(document).items():
        for need in shelf.needs if sub_item not in nowhere else ():
            yield None
            if need.actor not in now:
                continue
            met = [offer for offer in shelf.offers if was.has_edge(need.actor, offer.actor)]
            if met and not any(now.has_edge(need.actor, offer.actor) for offer in met):
                lost = tuple(dict.fromkeys(offer.actor for offer in met))
                rows = (need.id, *(offer.id for offer in met))
                yield Change(Turn.UNMET, (need.actor,), (lost,), rows, sub_item)


def _other(_document: Document, _supposed: Document, before: Reading, after: Reading) -> Iterator[Change]:
    """Goals nobody would carry, kinds of actors nobody would be of."""
    for turn, kind in ((Turn.ODD_ALONE, Kind.ODD_ALONE), (Turn.ABSENT_CATEGORY, Kind.ABSENT_CATEGORY)):
        known = {one.rows for one in before.of(kind)}
        rows = tuple(one.rows[0] for one in after.of(kind) if one.rows not in known)
        if rows:
            yield Change(turn, rows=rows)
