"""The search for the way a map is read from the back where something lies under it: see `setting`.

What lies there is drawn out to the shape of the screen, further one way than the other where it keeps all its meaning
so, and every card stays in its cell. Where one screen cannot hold that, all is spread until cells have the room, and
read in parts: rather a map in parts than a card in a place that is not its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from facilitator.drawing.arrange.air import give_air
from facilitator.drawing.arrange.held import FAR, FARTHER
from facilitator.drawing.footing import Footing, laid
from facilitator.drawing.ground import ground
from facilitator.drawing.shapes import Box, Point, union
from facilitator.drawing.spread import AIR, Frame, at, starts
from facilitator.drawing.theme import Theme
from facilitator.model.document import Actor, Document
from facilitator.model.ground import lie
from facilitator.model.vocabulary import BackgroundKind

_OUT = {
    BackgroundKind.TARGET: (1.0, 1.5, 2.0),
    BackgroundKind.QUADRANT: (2.2,),
    BackgroundKind.ZONES: (2.2,),
}
"""How many times as far it may be drawn out one way as the other, the last where cards must make way for one another:
a target stays round as long as it can, a picture keeps its proportions."""
_EASE = (1.6, 1.4, 1.2, 1.0)
"""How much larger than they need be letters are, as long as no card has to move for it."""
_LEAST = 0.05
"""Nothing is to be seen of what is drawn smaller than that."""
_SPREADS, _WIDER = (1.0, 1.25, 1.6, 2.0), (2.6, 3.4, 4.4)
"""By how much a map read in parts may be spread, until cells have the room for their cards; then for a heap of them."""
EASY = 0.5
"""A card that moved by less than this share of its size lies over its own place."""
_NEAR = 1.4
"""In parts, it is right beside it at most, if a spread has the room for that."""
_MANY = 60
"""Cards of a heap go farther, and farther apart, unless a map has more cards than this: it would take too long."""


@dataclass(frozen=True, slots=True, eq=False)
class Stood:
    """A footing, and where cards stand on it; how far from its home the farthest does, in its own sizes."""

    footing: Footing
    boxes: Mapping[str, Box]
    strain: float = 0.0


@dataclass(frozen=True, slots=True)
class _Reach:
    """What goes out with the map one way: at so much of it, and so far before and after that whatever the spread."""

    at: float
    before: float
    after: float


def on_screen(
    document: Document,
    actors: Mapping[str, Actor],
    outlines: Mapping[str, Box],
    look: Theme,
    frame: Frame,
    hidden: frozenset[str],
    *,
    eased: bool,
) -> Stood | None:
    """All of a map, in letters the back row can read, every card in its cell; None where one screen has no room."""
    zoom = frame.letters / look.name_floor
    shapes = _OUT.get(document.background.kind, (1.0,))
    ways = [(most, ease) for most in shapes for ease in _EASE] if eased else []
    for most, ease in (*ways, (shapes[-1], 1.0)):
        if ease > 1.0 and zoom * ease > frame.most:
            continue
        size = frame.width / (zoom * ease), frame.height / (zoom * ease)
        footing = _footing(document, actors, outlines, look, size, most, hidden)
        if footing is None:
            continue
        alone = _alone(footing, actors, outlines)
        if alone is not None:
            return alone
        if (most, ease) == (shapes[-1], 1.0):
            return _stood(footing, actors, outlines)
    return None


def in_parts(
    document: Document, actors: Mapping[str, Actor], outlines: Mapping[str, Box], hidden: frozenset[str]
) -> Stood:
    """A map spread as little as its cells need for their cards; those of a heap go farther, still in their cell if it
    has the room."""
    first: Stood | None = None
    for by in _SPREADS:
        stood = _stood(Footing(document, (by, by), None, hidden), actors, outlines)
        if stood is not None and stood.strain <= _NEAR:
            return stood
        first = first or stood
    if first is not None:
        return first
    if len(actors) <= _MANY:
        for by, far in ((_SPREADS[-1], FARTHER), *((by, FAR) for by in _WIDER)):
            stood = _stood(Footing(document, (by, by), None, hidden), actors, outlines, far)
            if stood is not None:
                return stood
    footing = Footing(document, (_SPREADS[-1], _SPREADS[-1]), None, hidden)
    centres = give_air(starts(actors, outlines, footing.by), (), AIR)
    return Stood(footing, {id_: box.moved(*centres[id_]) for id_, box in outlines.items()})


def _stood(
    footing: Footing, actors: Mapping[str, Actor], outlines: Mapping[str, Box], far: float = FAR
) -> Stood | None:
    stands = footing.stands(actors, outlines)
    centres = footing.apart(stands, outlines, far=far)
    if centres is None:
        return None
    strain = 0.0
    for id_, (x, y) in centres.items():
        (home_x, home_y), box = stands[id_].home, outlines[id_]
        strain = max(strain, abs(x - home_x) / box.width, abs(y - home_y) / box.height)
    return Stood(footing, {id_: box.moved(*centres[id_]) for id_, box in outlines.items()}, strain)


def _alone(footing: Footing, actors: Mapping[str, Actor], outlines: Mapping[str, Box]) -> Stood | None:
    """Every card at its very place; None where one would be over another."""
    stands = footing.stands(actors, outlines)
    boxes = {id_: outlines[id_].moved(*stand.home) for id_, stand in stands.items()}
    row = sorted(boxes.values())
    for n, box in enumerate(row):
        around = box.grown(AIR)
        for other in row[n + 1 :]:
            if other.x >= around.right:
                break
            if around.intersects(other):
                return None
    return Stood(footing, boxes)


def _footing(
    document: Document,
    actors: Mapping[str, Actor],
    outlines: Mapping[str, Box],
    look: Theme,
    size: Point,
    most: float,
    hidden: frozenset[str],
) -> Footing | None:
    """The map drawn out as far as the screen holds it, each way at most so many times as far as the other."""
    core, by = _core(document, look), (1.0, 1.0)
    cards = {id_: actor for id_, actor in actors.items() if id_ not in hidden}
    for _ in range(3):
        box = ground(laid(document, by), look).box
        across = _most(
            [
                *_sides(core.x, core.right, box.x, box.right, by[0]),
                *(_half(at(actor)[0], outlines[id_].width) for id_, actor in cards.items()),
            ],
            size[0],
        )
        down = _most(
            [
                *_sides(core.y, core.bottom, box.y, box.bottom, by[1]),
                *(_half(at(actor)[1], outlines[id_].height) for id_, actor in cards.items()),
            ],
            size[1],
        )
        if min(across, down) < _LEAST:
            return None
        by = min(across, down * most), min(down, across * most)
    box = union([ground(laid(document, by), look).box, *starts(cards, outlines, by).values()])
    if box.width > size[0] + 1.0 or box.height > size[1] + 1.0:
        return None
    x, y = box.centre
    room = Box(x - size[0] / 2, y - size[1] / 2, *size)
    return Footing(document, by, room, hidden)


def _core(document: Document, look: Theme) -> Box:
    """What of the ground is drawn out with the map: all but its words."""
    place = lie(document.background)
    if document.background.kind is BackgroundKind.ZONES:
        return union(Box(zone.x, zone.y, zone.width, zone.height) for zone in document.zones.values())
    if place is None or document.background.kind is BackgroundKind.IMAGE:
        return ground(document, look).box
    return Box(place.x, place.y, place.width, place.height)


def _sides(start: float, end: float, before: float, after: float, by: float) -> Iterator[_Reach]:
    """The two sides of the ground, and what its words take beyond them."""
    yield _Reach(start, start * by - before, 0.0)
    yield _Reach(end, 0.0, after - end * by)


def _half(centre: float, side: float) -> _Reach:
    return _Reach(centre, side / 2, side / 2)


def _most(held: Iterable[_Reach], room: float) -> float:
    """The most by which the map can be drawn out one way; 0 where it cannot be drawn at all."""
    rows, by = [*held], 1e6
    for _ in range(2 * len(rows)):
        last = max(rows, key=lambda row: row.at * by + row.after)
        first = min(rows, key=lambda row: row.at * by - row.before)
        taken = last.at * by + last.after - first.at * by + first.before
        if taken <= room + 1e-6:
            break
        if last.at <= first.at:
            return 0.0
        by = (room - last.after - first.before) / (last.at - first.at)
    return by
