"""What lies under the map, as geometry: where it is laid, and what a place on it says of the card that stands there.

Lengths are map units, y grows downwards. Nothing here is drawn: `facilitator.drawing.ground` shows these same places.

What a place says, once a hand has put a card there (`said_at`):

- on two axes, `interest` from left to right and `influence` from bottom to top, 0 to 100 at the edges;
- on a target, `proximity`: 100 at the centre, 0 at the edge of the last ring (a target that is wider than it is high is
  so all the way in: so many rings out is as far on every side);
- in zones, `domain`: the name of the smallest zone that holds the centre of the card.

Outside all of it nothing is said, and what the group rated before stays. A card that moves inside the zone it was in
keeps the words somebody may have typed there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot
from typing import Any

from facilitator.model.document import Actor, Background, Document, Image, Zone
from facilitator.model.vocabulary import BackgroundKind

RINGS = 4
"""Rings of a target, all as broad as one another."""
_LEAST = (1600.0, 1000.0)
"""The least a background takes: some thirty cards stand on it."""
_AIR = 180.0
"""Left around the cards that are placed already."""
_ALIKE = 0.01
"""How far from the right proportions, whole units being what they are, a place may be."""
FAR = 900_000.0
"""No background is laid farther than that, nor larger than that."""


@dataclass(frozen=True, slots=True)
class Lie:
    """A rectangle of the map; `x`, `y` is its corner at the top left."""

    x: float
    y: float
    width: float
    height: float

    @property
    def centre(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2

    def holds(self, x: float, y: float) -> bool:
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height


def lie(background: Background) -> Lie | None:
    """Where the background is laid; None for a blank one, zones, and one that was never laid."""
    if background.kind in (BackgroundKind.BLANK, BackgroundKind.ZONES) or not background.width:
        return None
    return Lie(background.x, background.y, background.width, background.height)


def fitting(
    document: Document, kind: BackgroundKind, image: Image | None = None, before: Lie | None = None
) -> Lie:
    """A sensible place for a background of that kind: where it lay `before`, so that another kind can be tried and this
    one found again.

    Else the one that is laid stays if its shape suits the kind: a target is square, two axes are not, a picture keeps
    its proportions. Else it goes around the cards, with air.
    """
    if before is not None and (
        kind is not BackgroundKind.IMAGE or _suits(before.width / before.height, kind, image)
    ):
        return before
    laid = document.background
    if laid.width and laid.height and _suits(laid.width / laid.height, kind, image):
        return Lie(laid.x, laid.y, laid.width, laid.height)
    place = _around(actor for actor in document.actors.values() if actor.placed)
    if kind is BackgroundKind.TARGET:
        side = max(place.width, place.height)
        return _about(place.centre, side, side)
    if kind is BackgroundKind.IMAGE and image is not None and image.width and image.height:
        scale = max(place.width / image.width, place.height / image.height)
        return _about(place.centre, image.width * scale, image.height * scale)
    return place


def _suits(shape: float, kind: BackgroundKind, image: Image | None) -> bool:
    """Whether a place so many times as wide as it is high is one for that kind."""
    if kind is BackgroundKind.IMAGE:
        return image is not None and abs(shape * image.height - image.width) < _ALIKE * image.width
    return (abs(shape - 1) < _ALIKE) is (kind is BackgroundKind.TARGET)


def said_at(document: Document, actor: Actor, x: float, y: float) -> dict[str, Any]:
    """The fields of an actor that a place on the map says, were its card put there by hand."""
    background = document.background
    if background.kind is BackgroundKind.ZONES:
        return _zoned(document, actor, x, y)
    place = lie(background)
    if place is None:
        return {}
    if background.kind is BackgroundKind.TARGET:
        share = _far_out(place, x, y)
        return {"proximity": round(100 * (1 - share))} if share <= 1 else {}
    if background.kind is BackgroundKind.QUADRANT and place.holds(x, y):
        across, down = (x - place.x) / place.width, (y - place.y) / place.height
        return {"interest": round(100 * across), "influence": round(100 * (1 - down))}
    return {}


def ring_at(document: Document, x: float, y: float) -> int | None:
    """The ring of the target a place is in, 0 being the heart; None outside of it, or without a target."""
    place = lie(document.background)
    if place is None or document.background.kind is not BackgroundKind.TARGET:
        return None
    share = _far_out(place, x, y)
    return min(int(share * RINGS), RINGS - 1) if share <= 1 else None


def quarter_at(document: Document, x: float, y: float) -> tuple[bool, bool] | None:
    """Whether a place is in the upper half of the two axes, and in the right one; None outside of them."""
    place = lie(document.background)
    if place is None or document.background.kind is not BackgroundKind.QUADRANT or not place.holds(x, y):
        return None
    middle_x, middle_y = place.centre
    return y <= middle_y, x >= middle_x


def zone_at(zones: Iterable[Zone], x: float, y: float) -> Zone | None:
    """The smallest zone that holds a place, the last one of those as small."""
    held = [zone for zone in zones if Lie(zone.x, zone.y, zone.width, zone.height).holds(x, y)]
    return min(reversed(held), key=lambda zone: zone.width * zone.height, default=None)


def cell_at(document: Document, x: float, y: float) -> str | int | tuple[bool, bool] | None:
    """What a place says at a glance: its ring, its quarter or the id of its zone; None where nothing is said."""
    kind = document.background.kind
    if kind is BackgroundKind.TARGET:
        return ring_at(document, x, y)
    if kind is BackgroundKind.QUADRANT:
        return quarter_at(document, x, y)
    zone = zone_at(document.zones.values(), x, y) if kind is BackgroundKind.ZONES else None
    return zone.id if zone is not None else None


def _zoned(document: Document, actor: Actor, x: float, y: float) -> dict[str, Any]:
    zones = document.zones.values()
    zone = zone_at(zones, x, y)
    if zone is None or not zone.name:
        return {}
    if (
        actor.domain
        and actor.x is not None
        and actor.y is not None
        and zone_at(zones, actor.x, actor.y) is zone
    ):
        return {}
    return {"domain": zone.name}


def _far_out(place: Lie, x: float, y: float) -> float:
    """How far a point is from the centre of a target: 0 at the centre, 1 at the edge of the last ring."""
    centre_x, centre_y = place.centre
    if not place.width or not place.height:
        return 2.0
    return 2 * hypot((x - centre_x) / place.width, (y - centre_y) / place.height)


def _around(actors: Iterable[Actor]) -> Lie:
    """All these cards with air around them, at least as large as a background is."""
    places = [(actor.x or 0.0, actor.y or 0.0) for actor in actors] or [(0.0, 0.0)]
    xs, ys = zip(*places, strict=True)
    middle = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    width = max(max(xs) - min(xs) + 2 * _AIR, _LEAST[0])
    height = max(max(ys) - min(ys) + 2 * _AIR, _LEAST[1])
    return _about(middle, width, height)


def _about(centre: tuple[float, float], width: float, height: float) -> Lie:
    """A rectangle of that size around a centre, in whole units, not farther than anything may lie."""
    width, height = (float(round(min(side, FAR))) for side in (width, height))
    x, y = (
        float(round(min(max(middle - side / 2, -FAR), FAR)))
        for middle, side in zip(centre, (width, height), strict=True)
    )
    return Lie(x, y, width, height)
