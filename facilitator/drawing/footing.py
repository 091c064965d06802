"""How a map stands on what lies under it: drawn out with it, each way by so much, every card in its own cell.

What a place says is asked of `facilitator.model.ground`, of the place on the console that it stands for: a card that
must make way stays in its quarter, its ring or its zone, and on the screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import dist

from facilitator.drawing.arrange.held import FAR, held_apart
from facilitator.drawing.shapes import Box, Point
from facilitator.drawing.spread import AIR, NEARLY, at
from facilitator.model.document import Actor, Document
from facilitator.model.ground import RINGS, cell_at, lie, zone_at
from facilitator.model.vocabulary import BackgroundKind

_HAIR = 0.5
"""How far from the edge of a cell one is surely on one side of it."""
_ROUNDING = 1e-6


def grounded(document: Document) -> bool:
    """Whether places mean something by themselves: something lies under the map."""
    kind = document.background.kind
    if kind is BackgroundKind.ZONES:
        return bool(document.zones)
    if kind is BackgroundKind.IMAGE and document.background.image not in document.images:
        return False
    return lie(document.background) is not None


def laid(document: Document, by: Point) -> Document:
    """The same session with what lies under the map that much larger each way."""
    if by == (1.0, 1.0) or not grounded(document):
        return document
    (x, y), under = by, document.background
    zones = {
        id_: replace(zone, x=zone.x * x, y=zone.y * y, width=zone.width * x, height=zone.height * y)
        for id_, zone in document.zones.items()
    }
    spread = replace(under, x=under.x * x, y=under.y * y, width=under.width * x, height=under.height * y)
    return replace(document, background=spread, zones=zones)


@dataclass(frozen=True, slots=True, eq=False)
class Footing:
    """A session as the console has it, by how much it is drawn out on the wall, and what the screen shows of that:
    everything where it is read in parts. Cards that are hidden may be anywhere."""

    document: Document
    by: Point
    room: Box | None = None
    hidden: frozenset[str] = frozenset()

    def place(self, actor: Actor) -> Point:
        """Where an actor stands on the wall."""
        x, y = at(actor)
        return x * self.by[0], y * self.by[1]

    def stands(
        self,
        actors: Mapping[str, Actor],
        outlines: Mapping[str, Box],
        now: Mapping[str, Point] | None = None,
    ) -> dict[str, Stand]:
        """Where cards would best stand: at their very place, or where they are `now`."""
        now = now or {}
        return {id_: Stand(self, actor, outlines[id_], now.get(id_)) for id_, actor in actors.items()}

    def apart(
        self,
        stands: Mapping[str, Stand],
        outlines: Mapping[str, Box],
        fixed: Mapping[str, Box] | None = None,
        far: float = FAR,
    ) -> dict[str, Point] | None:
        """Centres of cards that none is over another, nor over what is fixed; None where their cells have no room so
        many of their widths around."""
        fixed = fixed or {}
        boxes = {id_: outlines[id_].moved(*stand.home) for id_, stand in stands.items()}
        found = held_apart({**fixed, **boxes}, _Held(self, stands), fixed.keys(), AIR, far)
        return None if found is None else {id_: found[id_] for id_ in stands}

    def again(
        self,
        actors: Mapping[str, Actor],
        outlines: Mapping[str, Box],
        known: Mapping[str, Point | None],
        fixed: Mapping[str, Box],
    ) -> dict[str, Point] | None:
        """Where cards stood before, as long as these places are still theirs and free; else None."""
        held, places = list(fixed.values()), dict[str, Point]()
        for id_, actor in actors.items():
            place = known[id_]
            if place is None or not self.keeps(actor, *place):
                return None
            box = outlines[id_].moved(*place)
            if any(box.grown(AIR - NEARLY).intersects(other) for other in held):
                return None
            held.append(box)
            places[id_] = place
        return places

    def keeps(self, actor: Actor, x: float, y: float) -> bool:
        """Whether a place on the wall says of an actor what its place on the console does."""
        return (
            self.says(x, y) == cell_at(self.document, *at(actor))
            or dist((x, y), self.place(actor)) < _ROUNDING
        )

    def says(self, x: float, y: float) -> object:
        """What a place on the wall says."""
        return cell_at(self.document, x / self.by[0], y / self.by[1])


class Stand:
    """Where a card would best stand, and what it may not leave: its cell, and its zone with all of its outline where
    that holds it."""

    __slots__ = ("cell", "half", "home", "within")

    def __init__(self, footing: Footing, actor: Actor, outline: Box, now: Point | None = None) -> None:
        self.half = outline.width / 2, outline.height / 2
        self.cell = cell_at(footing.document, *at(actor))
        self.home = now or footing.place(actor)
        self.within = None if actor.id in footing.hidden else footing.room
        zone = _zone(footing, actor)
        if zone is not None and zone.width > outline.width and zone.height > outline.height:
            inside = _nearest(zone, self.half, *self.home)
            if footing.says(*inside) == self.cell:
                self.home = inside
                self.within = zone if self.within is None else _common(zone, self.within)


class _Held:
    """Cards in their cells, as those that push one another ask."""

    def __init__(self, footing: Footing, stands: Mapping[str, Stand]) -> None:
        self._footing = footing
        self._stands = stands

    def keeps(self, id_: str, x: float, y: float) -> bool:
        stand = self._stands[id_]
        within, (w, h) = stand.within, stand.half
        if within is not None and not (
            within.x - _ROUNDING <= x - w
            and x + w <= within.right + _ROUNDING
            and within.y - _ROUNDING <= y - h
            and y + h <= within.bottom + _ROUNDING
        ):
            return False
        return self._footing.says(x, y) == stand.cell or dist((x, y), stand.home) < _ROUNDING

    def edges(self, id_: str) -> tuple[Sequence[float], Sequence[float]]:
        return _edges(self._footing, self._stands[id_].within, self._stands[id_].half)


def _zone(footing: Footing, actor: Actor) -> Box | None:
    """The zone an actor stands in, as the wall has it."""
    document, (x, y) = footing.document, footing.by
    if document.background.kind is not BackgroundKind.ZONES:
        return None
    zone = zone_at(document.zones.values(), *at(actor))
    return Box(zone.x * x, zone.y * y, zone.width * x, zone.height * y) if zone is not None else None


def _nearest(around: Box, half: Point, x: float, y: float) -> Point:
    """The nearest centre at which a card is wholly within a box."""
    return (
        min(max(x, around.x + half[0]), around.right - half[0]),
        min(max(y, around.y + half[1]), around.bottom - half[1]),
    )


def _common(a: Box, b: Box) -> Box:
    """What two boxes share."""
    x, y = max(a.x, b.x), max(a.y, b.y)
    return Box(x, y, min(a.right, b.right) - x, min(a.bottom, b.bottom) - y)


def _edges(footing: Footing, within: Box | None, half: Point) -> tuple[list[float], list[float]]:
    """Places against the edges of cells, on either side, and against those of what a card may not leave."""
    xs, ys = _lines(footing.document)
    across = [x * footing.by[0] + side for x in xs for side in (-_HAIR, _HAIR)]
    down = [y * footing.by[1] + side for y in ys for side in (-_HAIR, _HAIR)]
    if within is not None:
        across += [within.x + half[0], within.right - half[0]]
        down += [within.y + half[1], within.bottom - half[1]]
    return across, down


def _lines(document: Document) -> tuple[Iterable[float], Iterable[float]]:
    """Where one cell ends and another begins, each way."""
    kind, place = document.background.kind, lie(document.background)
    if kind is BackgroundKind.ZONES:
        zones = document.zones.values()
        return (
            {x for zone in zones for x in (zone.x, zone.x + zone.width)},
            {y for zone in zones for y in (zone.y, zone.y + zone.height)},
        )
    if place is None or kind is BackgroundKind.IMAGE:
        return (), ()
    shares = [n / (2 * RINGS) for n in range(2 * RINGS + 1)] if kind is BackgroundKind.TARGET else (0, 0.5, 1)
    return [place.x + place.width * n for n in shares], [place.y + place.height * n for n in shares]
