"""Selected cards on one line, or evenly spaced; by their outlines."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import pairwise

from facilitator.drawing.arrange.names import Line, Way
from facilitator.drawing.arrange.work import Places
from facilitator.drawing.shapes import Box, union


def align(boxes: Mapping[str, Box], line: Line, pinned: Collection[str] = ()) -> Places:
    """Centres of the boxes on one line: that of the outermost, or the middle of all; of the pinned where some are."""
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
    return places


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


def _extent(box: Box, across: bool) -> tuple[float, float]:
    """Where a box begins and how long it is, along one way."""
    return (box.x, box.width) if across else (box.y, box.height)


def _spaced(extents: list[tuple[float, float]]) -> list[float]:
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
