"""Selected cards on one line, none over another, or evenly spaced; by their outlines."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Collection, Iterable, Mapping
from itertools import pairwise
from math import inf

from facilitator.drawing.arrange.air import GAP
from facilitator.drawing.arrange.names import Line, Way
from facilitator.drawing.arrange.work import Places
from facilitator.drawing.shapes import Box, Point, union

Extent = tuple[float, float]
"""Where a box begins along one way, and how long it is."""
Ends = tuple[float, float]
"""Where a pinned box begins along one way, and where it ends."""


def align(boxes: Mapping[str, Box], line: Line, pinned: Collection[str] = ()) -> Places:
    """Centres of the boxes on one line: that of the outermost, or the middle of all; of the pinned where some are.

    Where two would overlap they are spread along it, in their order, with the least movement. The pinned stay.
    """
    kept = [box for id_, box in boxes.items() if id_ in pinned]
    whole = union(kept or boxes.values())
    places = {}
    for id_, box in boxes.items():
        x, y = box.centre
        if id_ not in pinned:
            x, y = {
                Line.LEFT: (whole.x + box.width / 2, y),
                Line.CENTRE: (whole.centre[0], y),
                Line.RIGHT: (whole.right - box.width / 2, y),
                Line.TOP: (x, whole.y + box.height / 2),
                Line.MIDDLE: (x, whole.centre[1]),
                Line.BOTTOM: (x, whole.bottom - box.height / 2),
            }[line]
        places[id_] = x, y
    return _apart(boxes, places, line, frozenset(pinned))


def distribute(boxes: Mapping[str, Box], way: Way, pinned: Collection[str] = ()) -> Places:
    """Centres of the boxes with as much room between each and the next, along one way.

    The two outermost stay, and so do the pinned: the cards between two that stay share the room there is between
    them; where there is none, their centres are evenly spaced.
    """
    across = way is Way.ACROSS
    order = sorted(boxes, key=lambda id_: (boxes[id_].centre[not across], id_))
    places = {id_: box.centre for id_, box in boxes.items()}
    stays = [n for n, id_ in enumerate(order) if n in (0, len(order) - 1) or id_ in pinned]
    for first, last in pairwise(stays):
        between = order[first : last + 1]
        for id_, at in zip(between, _spaced([_extent(boxes[id_], across) for id_ in between]), strict=True):
            x, y = places[id_]
            places[id_] = (at, y) if across else (x, at)
    return places


def _apart(boxes: Mapping[str, Box], places: Places, line: Line, pinned: frozenset[str]) -> Places:
    """The boxes on their line, none over another; as they are where none is."""
    across = line in (Line.TOP, Line.MIDDLE, Line.BOTTOM)
    there = {id_: _at(boxes[id_], place) for id_, place in places.items()}
    moving = sorted(
        (id_ for id_ in boxes if id_ not in pinned), key=lambda id_: (places[id_][not across], id_)
    )
    row = union(there[id_] for id_ in moving)
    low, high = _extent(row, not across)[0], sum(_extent(row, not across))
    inside = [
        box for id_, box in there.items() if id_ in pinned and _meets(_extent(box, not across), low, high)
    ]
    walls = sorted((start, start + length) for start, length in (_extent(box, across) for box in inside))
    spans = [_extent(there[id_], across) for id_ in moving]
    if not _piled(spans, walls):
        return places
    centres = _between(spans, walls)
    spread = {
        id_: (at, places[id_][1]) if across else (places[id_][0], at)
        for id_, at in zip(moving, centres, strict=True)
    }
    return places | spread


def _at(box: Box, centre: Point) -> Box:
    return Box(centre[0] - box.width / 2, centre[1] - box.height / 2, box.width, box.height)


def _meets(extent: Extent, low: float, high: float) -> bool:
    return extent[0] < high and low < sum(extent)


def _piled(spans: Iterable[Extent], walls: Iterable[Ends]) -> bool:
    """Whether a span lies over another, or over a wall."""
    ends = [*((start, start + length, True) for start, length in spans), *((a, b, False) for a, b in walls)]
    last = {True: -inf, False: -inf}
    for start, end, moves in sorted(ends):
        if start < (max(last.values()) if moves else last[True]):
            return True
        last[moves] = max(last[moves], end)
    return False


def _between(spans: list[Extent], walls: list[Ends]) -> list[float]:
    """Centres of spans that come in their order, apart, in the rooms the walls leave; those too many for a room go on
    to the next one."""
    middles = sorted((start + end) / 2 for start, end in walls)
    rooms: list[list[Extent]] = [[] for _ in range(len(walls) + 1)]
    for start, length in spans:
        rooms[bisect(middles, start + length / 2)].append((start, length))
    centres: list[float] = []
    for n, room in enumerate(rooms):
        low = max((end for _, end in walls[:n]), default=-inf) + GAP
        high = min((start for start, _ in walls[n:]), default=inf) - GAP
        while room and sum(length + GAP for _, length in room) - GAP > high - low:
            rooms[n + 1].insert(0, room.pop())
        centres += _spread(room, low, high)
    return centres


def _spread(spans: list[Extent], low: float, high: float) -> list[float]:
    """Centres of spans in their order, apart, between two ends, as near to where they were as can be."""
    before, offsets = 0.0, list[float]()
    for _, length in spans:
        offsets.append(before)
        before += length + GAP
    # Pushed together, they are numbers that must not decrease: neighbours that do are taken for their mean.
    runs: list[tuple[float, int]] = []
    for (start, _), offset in zip(spans, offsets, strict=True):
        run = start - offset, 1
        while runs and runs[-1][0] > run[0]:
            (mean, count), (other, more) = runs.pop(), run
            run = (mean * count + other * more) / (count + more), count + more
        runs.append(run)
    starts = [mean for mean, count in runs for _ in range(count)]
    high -= before - GAP
    return [
        min(max(start, low), high) + offset + length / 2
        for start, offset, (_, length) in zip(starts, offsets, spans, strict=True)
    ]


def _extent(box: Box, across: bool) -> Extent:
    """Where a box begins and how long it is, along one way."""
    return (box.x, box.width) if across else (box.y, box.height)


def _spaced(extents: list[Extent]) -> list[float]:
    """Centres of what is spaced between the first and the last, which stay."""
    centres = [start + length / 2 for start, length in extents]
    steps = len(extents) - 1
    start, (end, _) = sum(extents[0]), extents[-1]
    room = end - start - sum(length for _, length in extents[1:-1])
    if room < 0:
        by = (centres[-1] - centres[0]) / max(steps, 1)
        return [centres[0] + n * by for n in range(steps)] + [centres[-1]]
    at, spaced = start, [centres[0]]
    for _, length in extents[1:-1]:
        at += room / steps
        spaced.append(at + length / 2)
        at += length
    return [*spaced, centres[-1]]
