"""Everything a map tells, in one go or slice by slice."""

from __future__ import annotations

from collections.abc import Generator, Iterable

from facilitator.model.document import Document
from facilitator.model.readings import change, crossing, graphs, resources, structure
from facilitator.model.readings.findings import Finding, Kind, Reading
from facilitator.model.readings.introductions import introduced

_ORDER = {kind: place for place, kind in enumerate(Kind)}


def read(document: Document) -> Reading:
    """All of it at once."""
    slices = reading(document)
    while True:
        try:
            next(slices)
        except StopIteration as ended:
            done: Reading = ended.value
            return done


def reading(document: Document) -> Generator[None, None, Reading]:
    """The same in slices of a few milliseconds: whoever waits for it may stop between any two."""
    found: list[Finding] = []
    graph = graphs.touch(document)
    yield
    desired = graphs.desired(document)
    yield
    steps: tuple[Iterable[Finding | None], ...] = (
        crossing.absent_categories(document),
        crossing.absent_in_fields(document),
        structure.isolated(document, graph),
        structure.groups(document, graph),
        crossing.crossing(document, graph),
        structure.rests_on(document, graph),
        structure.bridges(document, graph),
        resources.funders(document, graph),
        resources.abundance(document),
        resources.goals(document),
        resources.matches(document, desired),
        change.tensions(document, graph),
        change.to_create(document, graph),
        structure.density(document, graph),
    )
    for step in steps:
        for one in step:
            if one is None:
                yield
            else:
                found.append(one)
        yield
    shares: dict[str, float] = {}
    for answer in structure.betweenness(graph):
        if answer is None:
            yield
        else:
            shares = answer
    found += structure.stand_between(graph, shares)
    yield
    meetings = yield from introduced(document)
    return Reading(tuple(sorted(found, key=lambda one: _ORDER[one.kind])), meetings)
