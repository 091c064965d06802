"""Rings around a heart: the nearer to the project an actor was rated, the nearer its card; categories by sector."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin, sqrt, tau

from facilitator.drawing.arrange.air import airing
from facilitator.drawing.arrange.rows import boxes_at
from facilitator.drawing.arrange.work import LINK_ROOM, Places, Work
from facilitator.drawing.shapes import Box, Point, union
from facilitator.model.document import Document, ordered
from facilitator.model.ground import RINGS

_LEAST = 620.0
"""The least radius of the last ring, where there is no target under the map."""
_LOOSE = 1.2
"""Room in a ring for each unit of surface its cards take."""
_AIR = 40.0
"""Around a card, where rings have no size of their own."""
_OUTSIDE = 130.0
"""How far beyond the last ring those stand who were not rated."""
_SHELL = 1.15
"""How far apart their rounds are, when there are several, in cards with the room of a link."""


@dataclass(frozen=True, slots=True)
class Rings:
    """Where a target is laid: its heart, and the radius of its last ring."""

    x: float
    y: float
    radius: float


def target(
    boxes: Mapping[str, Box], document: Document, staying: Collection[str] = (), laid: Rings | None = None
) -> Work:
    """Puts each card as far from the heart as it was rated, from 100 at the heart to 0 at the last ring.

    Those who were not rated stand outside. Each category has a sector of its own, clockwise from the top in the order
    of the categories. Without a target `laid` under the map, the rings are as large as their cards need.
    """
    moving = {id_: box for id_, box in boxes.items() if id_ not in staying}
    if not moving:
        return airing(boxes, staying)
    rated = {id_: share for id_ in moving if (share := _far_out(document, id_)) is not None}
    rings = laid or Rings(*union(moving.values()).centre, _radius(rated, boxes))
    places: Places = {}
    for key, (start, end) in _sectors(moving, document).items():
        ids = [id_ for id_ in moving if document.actors[id_].category == key]
        ids.sort(key=lambda id_: (_angle(boxes[id_], rings, start), id_))
        for row in _by_ring([id_ for id_ in ids if id_ in rated], rated):
            for n, id_ in enumerate(row):
                places[id_] = _at(
                    rings, rated[id_] * rings.radius, start + (end - start) * (n + 0.5) / len(row)
                )
        places |= _outside([id_ for id_ in ids if id_ not in rated], boxes, rings, start, end)
    return airing(boxes_at(boxes, places), staying)


def _at(rings: Rings, far: float, angle: float) -> Point:
    """So far from the heart, clockwise from the top."""
    return rings.x + far * sin(angle), rings.y - far * cos(angle)


def _far_out(document: Document, id_: str) -> float | None:
    """From 0 at the heart to 1 at the last ring; None where it was not rated."""
    proximity = document.actors[id_].proximity
    return None if proximity is None else 1 - proximity / 100


def _radius(rated: Mapping[str, float], boxes: Mapping[str, Box]) -> float:
    """The radius of the last ring that gives every ring room for its cards."""
    room: defaultdict[int, float] = defaultdict(float)
    for id_, share in rated.items():
        room[_ring(share)] += (boxes[id_].width + _AIR) * (boxes[id_].height + _AIR)
    broad = [sqrt(_LOOSE * taken / (pi * (2 * ring + 1))) for ring, taken in room.items()]
    return max(_LEAST, RINGS * max(broad, default=0.0))


def _outside(ids: list[str], boxes: Mapping[str, Box], rings: Rings, start: float, end: float) -> Places:
    """Rounds beyond the last ring, one after the other where a sector has many cards."""
    if not ids:
        return {}
    size = sqrt(
        sum((boxes[id_].width + LINK_ROOM) * (boxes[id_].height + LINK_ROOM) for id_ in ids) / len(ids)
    )
    places: Places = {}
    left, far = ids, rings.radius + _OUTSIDE
    while left:
        room = max(1, int((end - start) * far / size))
        row, left = left[:room], left[room:]
        for n, id_ in enumerate(row):
            places[id_] = _at(rings, far, start + (end - start) * (n + 0.5) / len(row))
        far += _SHELL * size
    return places


def _ring(share: float) -> int:
    return min(int(share * RINGS), RINGS - 1)


def _by_ring(ids: Iterable[str], rated: Mapping[str, float]) -> list[list[str]]:
    """Cards of one sector by ring, from the heart outwards."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for id_ in ids:
        found[_ring(rated[id_])].append(id_)
    return [found[ring] for ring in sorted(found)]


def _sectors(moving: Mapping[str, Box], document: Document) -> dict[str, tuple[float, float]]:
    """From where to where each category goes around, in radians clockwise from the top: as much as it has cards."""
    counts = {
        row.id: sum(document.actors[id_].category == row.id for id_ in moving)
        for row in ordered(document.categories)
    }
    sectors, at = {}, 0.0
    for key, number in counts.items():
        if number:
            sectors[key] = at, at + tau * number / len(moving)
            at = sectors[key][1]
    return sectors


def _angle(box: Box, rings: Rings, start: float) -> float:
    """Where a card is around the heart now, clockwise from the start of its sector: neighbours stay neighbours."""
    x, y = box.centre
    if hypot(x - rings.x, y - rings.y) == 0:
        return 0.0
    return (atan2(x - rings.x, rings.y - y) - start) % tau
