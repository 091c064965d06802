"""What a finding of the shape of the links rests on that not everybody may know of. Without networkx: panels ask."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from facilitator.model.document import Document, Link
from facilitator.model.readings.findings import Finding, Kind
from facilitator.model.vocabulary import Status


def guarded(document: Document, found: Finding) -> tuple[str, ...]:
    """The confidential and tense links without which those it puts together would not be: what it says would tell
    of them. Empty where what everybody may see says as much."""
    sets = [frozenset(held) for held in _together(found)]
    today = [link for link in document.links.values() if link.status is not Status.TO_CREATE] if sets else []
    kept = [link for link in today if link.confidential or link.tension]
    plain = [link for link in today if not (link.confidential or link.tension)] if kept else []
    return tuple(
        link.id
        for held in sets
        if kept and not _in_touch(held, plain)
        for link in kept
        if link.source in held and link.target in held
    )


def confidential(document: Document, ids: Iterable[str]) -> bool:
    """Whether any of these actors, links and contributions is."""
    tables = (document.actors, document.links, document.contributions)
    return any(table[id_].confidential for id_ in ids for table in tables if id_ in table)


def _together(found: Finding) -> Iterator[tuple[str, ...]]:
    """Actors it says are in touch with one another, by each other alone."""
    if found.kind is Kind.RESTS_ON:
        yield from ((*found.actors, *group) for group in found.groups)
    elif found.kind in (Kind.GROUPS, Kind.BRIDGE):
        yield from found.groups


def _in_touch(actors: Collection[str], links: Collection[Link]) -> bool:
    """Whether each of these reaches all the others by these links, among themselves."""
    near: defaultdict[str, set[str]] = defaultdict(set)
    for link in links:
        if link.source in actors and link.target in actors:
            near[link.source].add(link.target)
            near[link.target].add(link.source)
    waiting = [min(actors)]
    seen = set(waiting)
    while waiting:
        beside = near[waiting.pop()] - seen
        seen |= beside
        waiting.extend(beside)
    return len(seen) == len(actors)
