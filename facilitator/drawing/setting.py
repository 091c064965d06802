"""The search for the way a map is read from the back: how much larger its letters are, and where its cards stand then.

The least enlargement at which one screen holds everything is best: the map is then most like the console's. Over a
ground, the map is spread as a whole, ground included, so that every card stays in its ring, its quarter or its zone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from facilitator.drawing.arrange.air import give_air
from facilitator.drawing.card import card
from facilitator.drawing.ground import ground
from facilitator.drawing.passages import opened
from facilitator.drawing.shapes import Box, Point, union
from facilitator.drawing.spread import AIR, Frame, at, drawn_out, filling, least_spread, starts, surface
from facilitator.drawing.theme import Theme, theme
from facilitator.model.document import Actor, Document
from facilitator.model.vocabulary import BackgroundKind

FACTORS = (1.0, 1.2, 1.45, 1.75, 1.9, 2.1, 2.4, 2.8, 3.3, 4.0, 5.0)
"""How much larger letters may be on the map than the theme has them, cards growing with them."""
_WORTH = 1.02
"""A map that is read already is not enlarged further where its letters grow by less than this."""
_FULL, _HOPELESS = 0.66, 1.5
"""Share of the wall that cards of a legible size may take; a share that larger letters on cards do not bring down to it
(what stands around letters grows less than they do)."""
_PACKED = 0.45
"""Share of its own box that the cards of a map read in parts may cover."""


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """A theme, the outlines of the cards on the wall, and by how much the ground is spread."""

    look: Theme
    boxes: Mapping[str, Box]
    spread: float


def standing(document: Document) -> dict[str, Actor]:
    """Actors that have a place."""
    return {id_: actor for id_, actor in document.actors.items() if actor.placed}


def grounded(document: Document) -> bool:
    """Whether places mean something by themselves."""
    return document.background.kind is not BackgroundKind.BLANK


def laid(document: Document, by: float) -> Document:
    """The same session with what lies under the map that much larger."""
    if by == 1.0 or not grounded(document):
        return document
    under = document.background
    zones = {
        id_: replace(zone, x=zone.x * by, y=zone.y * by, width=zone.width * by, height=zone.height * by)
        for id_, zone in document.zones.items()
    }
    spread = replace(under, x=under.x * by, y=under.y * by, width=under.width * by, height=under.height * by)
    return replace(document, background=spread, zones=zones)


def least_zoom(look: Theme, frame: Frame) -> float:
    """The zoom at which the smallest name is as large as the back row asks."""
    return frame.letters / look.name_floor


def hopeless(document: Document, frame: Frame, key: str) -> bool:
    """Whether cards of a legible size cover more than a frame: no setting holds them at once."""
    look = enlarged(key, 1.0)
    needed = surface(_outlines(standing(document), document, look)) * least_zoom(look, frame) ** 2
    return needed > _HOPELESS * frame.width * frame.height


def found(document: Document, frame: Frame, hidden: frozenset[str], key: str = "room") -> Setting:
    """The best setting of a document for the room, all of it at once or in parts."""
    actors = standing(document)
    tight: Setting | None = None
    best = 0.0
    for factor in FACTORS:
        look = enlarged(key, factor)
        outlines = _outlines(actors, document, look)
        needed = surface(outlines) * least_zoom(look, frame) ** 2 / (frame.width * frame.height)
        if needed > _HOPELESS:
            break
        if needed > _FULL:
            continue
        size = 0.0
        for by in _ways(actors, outlines, document, frame):
            spans = starts(actors, outlines, by)
            if (
                look.name_floor * frame.fit(box for id_, box in spans.items() if id_ not in hidden)
                < frame.letters
            ):
                continue  # moved apart, cards take more room, not less
            setting = _set(actors, outlines, look, by)
            seen = [box for id_, box in setting.boxes.items() if id_ not in hidden]
            seen += [ground(laid(document, by[0]), look).box] if grounded(document) else []
            size = look.name_floor * frame.fit(seen)
            if look.name_floor * frame.lower.fit(seen) >= frame.letters:
                return _roomy(setting, document, frame, frame.lower, hidden, key)
            if size >= frame.letters and tight is None:
                tight = setting
        if tight is not None and size < best * _WORTH:
            break
        best = max(size, best)
    if tight is None:
        return _in_parts(actors, document, key)
    return _roomy(tight, document, frame, frame, hidden, key)


def _roomy(
    setting: Setting, document: Document, frame: Frame, within: Frame, hidden: frozenset[str], key: str
) -> Setting:
    """The same, where places mean nothing by themselves, with cards in all the room there is and passages for links."""
    if grounded(document):
        return setting
    boxes = setting.boxes if setting.look is theme(key) else filling(setting.boxes, within, hidden)
    room = frame.around(box for id_, box in boxes.items() if id_ not in hidden)
    return replace(setting, boxes=opened(boxes, hidden, document.links, setting.look, room))


def enlarged(key: str, factor: float) -> Theme:
    """The theme with its letters so much larger."""
    return theme(key if factor == 1.0 else f"{key}@{factor:g}")


def _ways(
    actors: Mapping[str, Actor], outlines: Mapping[str, Box], document: Document, frame: Frame
) -> Iterator[Point]:
    """How the map may be drawn out before cards move apart."""
    if grounded(document):
        by = least_spread(actors, outlines)
        yield by, by
    else:
        yield 1.0, 1.0
        if actors:
            yield drawn_out(actors, outlines, frame)


def _set(actors: Mapping[str, Actor], outlines: Mapping[str, Box], look: Theme, by: Point) -> Setting:
    centres = give_air(starts(actors, outlines, by), (), AIR)
    return Setting(look, {id_: box.moved(*centres[id_]) for id_, box in outlines.items()}, by[0])


def _in_parts(actors: Mapping[str, Actor], document: Document, key: str) -> Setting:
    """The largest letters that leave the map its air: the more of it is seen at once."""
    span = union(Box(*at(actor), 0.0, 0.0) for actor in actors.values())
    look = enlarged(key, 1.0)
    for factor in FACTORS[1:]:
        larger = enlarged(key, factor)
        around = (span.width + larger.card.width) * (span.height + larger.card.width)
        if surface(_outlines(actors, document, larger)) > _PACKED * around:
            break
        look = larger
    outlines = _outlines(actors, document, look)
    by = least_spread(actors, outlines) if grounded(document) else 1.0
    return _set(actors, outlines, look, (by, by))


def _outlines(actors: Mapping[str, Actor], document: Document, look: Theme) -> dict[str, Box]:
    return {id_: card(actor, document, look, ()).box for id_, actor in actors.items()}
