"""The search for the way a map is read from the back: how much larger its letters are, and where its cards stand then.

The least enlargement at which one screen holds everything is best: the map is then most like the console's. Over a
ground, the map is drawn out as a whole, ground included (`over`): every card stays in its ring, quarter or zone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from math import floor
from operator import itemgetter

from facilitator.drawing.arrange.air import give_air
from facilitator.drawing.card import card
from facilitator.drawing.footing import grounded
from facilitator.drawing.over import EASY, in_parts, on_screen
from facilitator.drawing.parts import islands
from facilitator.drawing.passages import opened
from facilitator.drawing.shapes import Box, Point, union
from facilitator.drawing.spread import AIR, Frame, at, drawn_out, filling, starts, surface
from facilitator.drawing.theme import Theme, theme
from facilitator.model.document import Actor, Document

FACTORS = (1.0, 1.2, 1.45, 1.75, 1.9, 2.1, 2.4, 2.8, 3.3, 4.0, 5.0)
"""How much larger letters may be on the map than the theme has them, cards growing with them."""
_WORTH = 1.02
"""A map that is read already is not enlarged further where its letters grow by less than this."""
_FULL, _HOPELESS = 0.66, 1.5
"""Share of the wall that cards of a legible size may take; a share that larger letters on cards do not bring down to it
(what stands around letters grows less than they do)."""
_PACKED = 0.45
"""Share of its own box that the cards of a map read in parts may cover."""
_ONE_IN = 8
"""Letters do not grow for so few cards to be seen with the others that a whole screen keeps them apart from."""


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """A theme, the outlines of the cards on the wall, and by how much the ground is spread each way."""

    look: Theme
    boxes: Mapping[str, Box]
    spread: Point = (1.0, 1.0)
    room: Box | None = None
    """What the screen holds of a map over a ground, where it holds all of it."""


def standing(document: Document) -> dict[str, Actor]:
    """Actors that have a place."""
    return {id_: actor for id_, actor in document.actors.items() if actor.placed}


def least_zoom(look: Theme, frame: Frame) -> float:
    """The zoom at which the smallest name is as large as the back row asks."""
    return frame.letters / look.name_floor


def hopeless(document: Document, frame: Frame, key: str) -> bool:
    """Whether cards of a legible size cover more than a frame: no setting holds them at once."""
    look = enlarged(narrowed(key, frame), 1.0)
    needed = surface(_outlines(standing(document), document, look)) * least_zoom(look, frame) ** 2
    return needed > _HOPELESS * frame.width * frame.height


def found(document: Document, frame: Frame, hidden: frozenset[str], key: str = "room") -> Setting:
    """The best setting of a document for the room, all of it at once or in parts."""
    key = narrowed(key, frame)
    if grounded(document):
        return _over_ground(document, frame, hidden, key)
    actors = standing(document)
    crowd = _crowd(actors, frame, hidden, key)
    far = len(actors.keys() - crowd.keys() - hidden)
    apart = _apart(actors, crowd, document, frame, hidden, key) if 0 < far <= len(actors) // _ONE_IN else None
    tight: Setting | None = None
    best = 0.0
    for look, outlines in _sizes(actors, document, frame, key):
        if apart is not None and look.name_floor > apart.look.name_floor:
            return apart
        size = 0.0
        for by in _ways(actors, outlines, frame):
            spans = starts(actors, outlines, by)
            if (
                look.name_floor * frame.fit(box for id_, box in spans.items() if id_ not in hidden)
                < frame.letters
            ):
                continue  # moved apart, cards take more room, not less
            setting = _set(actors, outlines, look, by)
            seen = [box for id_, box in setting.boxes.items() if id_ not in hidden]
            size = look.name_floor * frame.fit(seen)
            if look.name_floor * frame.lower.fit(seen) >= frame.letters:
                return _roomy(setting, document, frame, frame.lower, hidden, key)
            if size >= frame.letters and tight is None:
                tight = setting
        if tight is not None and size < best * _WORTH:
            break
        best = max(size, best)
    if tight is None:
        return apart or _apart(actors, crowd, document, frame, hidden, key)
    return _roomy(tight, document, frame, frame, hidden, key)


def _sizes(
    actors: Mapping[str, Actor], document: Document, frame: Frame, key: str
) -> Iterator[tuple[Theme, Mapping[str, Box]]]:
    """Larger and larger letters, with the outlines of the cards then, where a frame might hold them."""
    for factor in FACTORS:
        look = enlarged(key, factor, over=grounded(document))
        outlines = _outlines(actors, document, look)
        needed = surface(outlines) * least_zoom(look, frame) ** 2 / (frame.width * frame.height)
        if needed > _HOPELESS:
            return
        if needed <= _FULL:
            yield look, outlines


def _over_ground(document: Document, frame: Frame, hidden: frozenset[str], key: str) -> Setting:
    """The same over what gives places a meaning."""
    actors = standing(document)
    sizes = [*_sizes(actors, document, frame, key)]
    stood: dict[tuple[int, Frame], tuple[float, Setting]] = {}

    def easy(at: int, within: Frame) -> bool:
        """Whether every card still lies over its own place, with letters of that size."""
        look, outlines = sizes[at]
        held = on_screen(document, actors, outlines, look, within, hidden, eased=at == 0)
        if held is None:
            return False
        setting = Setting(look, held.boxes, held.footing.by, held.footing.room)
        stood[at, within] = held.strain, setting
        return held.strain <= EASY

    last = len(sizes) - 1
    for within in (frame.lower, frame) if sizes else ():
        # The larger the letters, the less of a screen cards take beside them; most often the smallest do.
        if easy(0, within):
            return stood[0, within][1]
        if easy(last, within):
            return stood[bisect_left(range(last), True, lo=1, key=partial(easy, within=within)), within][1]
    if stood:
        return min(stood.values(), key=itemgetter(0))[1]
    look, _ = _loose(_crowd(actors, frame, hidden, key), document, key)
    outlines = _outlines(actors, document, look)
    spread = in_parts(document, actors, outlines, hidden)
    return Setting(look, spread.boxes, spread.footing.by)


def _roomy(
    setting: Setting, document: Document, frame: Frame, within: Frame, hidden: frozenset[str], key: str
) -> Setting:
    """The same with cards in all the room there is and passages for links."""
    boxes = setting.boxes if setting.look is theme(key) else filling(setting.boxes, within, hidden)
    room = frame.around(box for id_, box in boxes.items() if id_ not in hidden)
    return replace(setting, boxes=opened(boxes, hidden, document.links, setting.look, room))


def enlarged(key: str, factor: float, *, over: bool = False) -> Theme:
    """The theme with its letters so much larger; over a ground, whose words have their size by them, none is plain."""
    return theme(key if factor == 1.0 and not over else f"{key}@{factor:g}")


def narrowed(key: str, frame: Frame) -> str:
    """The theme, with no card wider than a frame where letters are so large that one could be."""
    if "/" in key:
        return key
    look, most = theme(key), frame.width / frame.letters
    card = look.card
    sides = card.band + 2 * card.padding
    widest = sides + (card.width - sides) * card.stretch
    # In steps, and not each its own: a window is pulled through many widths.
    return key if widest <= most * look.name_floor else f"{key}/{max(floor(most * 2) / 2, 1.0):g}"


def _ways(actors: Mapping[str, Actor], outlines: Mapping[str, Box], frame: Frame) -> Iterator[Point]:
    """How the map may be drawn out before cards move apart."""
    yield 1.0, 1.0
    if actors:
        yield drawn_out(actors, outlines, frame)


def _set(actors: Mapping[str, Actor], outlines: Mapping[str, Box], look: Theme, by: Point) -> Setting:
    centres = give_air(starts(actors, outlines, by), (), AIR)
    return Setting(look, {id_: box.moved(*centres[id_]) for id_, box in outlines.items()})


def _apart(
    actors: Mapping[str, Actor],
    crowd: Mapping[str, Actor],
    document: Document,
    frame: Frame,
    hidden: frozenset[str],
    key: str,
) -> Setting:
    """Where no frame holds it: the more of it is seen at once. What is far from the crowd changes nothing for it."""
    if len(crowd) == len(actors):
        look, outlines = _loose(actors, document, key)
        return _set(actors, outlines, look, (1.0, 1.0))
    alone = found(replace(document, actors=crowd), frame, hidden, key)
    boxes = starts(actors, _outlines(actors, document, alone.look)) | dict(alone.boxes)
    centres = give_air(boxes, crowd, AIR)
    return Setting(alone.look, {id_: box.centred(*centres[id_]) for id_, box in boxes.items()})


def _crowd(
    actors: Mapping[str, Actor], frame: Frame, hidden: frozenset[str], key: str
) -> Mapping[str, Actor]:
    """All the cards, but for those that a whole screen of nothing keeps apart from where most of them are."""
    zoom = least_zoom(enlarged(key, 1.0), frame)
    apart = islands(
        {id_: at(actor) for id_, actor in actors.items()}, frame.width / zoom, frame.height / zoom
    )
    most = {*max(apart, key=lambda ids: len({*ids} - hidden), default=())}
    return actors if len(apart) < 2 else {id_: row for id_, row in actors.items() if id_ in most}


def _loose(actors: Mapping[str, Actor], document: Document, key: str) -> tuple[Theme, Mapping[str, Box]]:
    """The largest letters that leave the map its air, with the outlines of the cards then."""
    over = grounded(document)
    span = union(Box(*at(actor), 0.0, 0.0) for actor in actors.values())
    look = enlarged(key, 1.0, over=over)
    for factor in FACTORS[1:]:
        larger = enlarged(key, factor, over=over)
        around = (span.width + larger.card.width) * (span.height + larger.card.width)
        if surface(_outlines(actors, document, larger)) > _PACKED * around:
            break
        look = larger
    return look, _outlines(actors, document, look)


def _outlines(actors: Mapping[str, Actor], document: Document, look: Theme) -> dict[str, Box]:
    return {id_: card(actor, document, look, ()).box for id_, actor in actors.items()}
