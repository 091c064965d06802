"""What lies under the cards: a target, two axes, zones or a picture, light enough for cards and links to be read on it.

Places are those of `facilitator.model.ground`, whatever the theme: what a place says of a card dropped there is what is
drawn there. Words are written where no card lies over them, as long as there is such a place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from math import cos, sin, tau

from facilitator import terms
from facilitator.drawing import lettering
from facilitator.drawing.bitmaps import pixels
from facilitator.drawing.inscribed import Taken, free, lines, within, written
from facilitator.drawing.lettering import Lettered
from facilitator.drawing.shapes import (
    Anchor,
    Bitmap,
    Box,
    Command,
    Path,
    Picture,
    Shape,
    Stroke,
    Text,
    line,
    oval,
    rounded,
    union,
)
from facilitator.drawing.theme import DARK, LIGHT, Theme, blend, readable
from facilitator.model.document import Document, Image, Zone
from facilitator.model.ground import RINGS, Lie, lie
from facilitator.model.vocabulary import BackgroundKind

NOTHING = Picture((), Box(0.0, 0.0, 0.0, 0.0))
_OPACITY = {DARK: 0.35, LIGHT: 0.24}
"""How much of a picture is left under the map, by what is written on the paper: dark or light."""
_TINTS = (0.82, 0.87, 0.91, 0.95)
"""How pale the rings of a target are, from the heart."""
_LARGE, _PLAIN = 1.5, 1.3
"""Letters of names and of hints, for a name of a card of 1, on the smallest of backgrounds: read from as far."""
_USUAL = 1000.0
"""On a background whose shorter side is longer than this, letters are larger as it is, as far as the theme has them."""
_TURNS = 8
"""How many ways round a ring its name is tried, from the top to the bottom on either side."""
_INNER = 0.7
"""The half of a side of what is surely within the heart, for a half of the heart's own."""
_RADIUS = 28.0
_PAD = 16.0


def ground(
    document: Document,
    theme: Theme,
    cards: Iterable[Box] = (),
    marks: Iterable[Box] = (),
    *,
    strict: bool = False,
) -> Picture:
    """What lies under the map, where it is laid; nothing under a blank one. Its box is the same whatever the cards.

    Its words keep clear of cards, and of the marks of links if they can; where `strict`, hidden ones are left out.
    """
    background, taken = document.background, Taken(list(cards), list(marks), strict)
    if background.kind is BackgroundKind.ZONES:
        return _zones(document.zones.values(), theme, taken)
    if background.kind is BackgroundKind.TARGET:
        return _target(document, theme, taken)
    if background.kind is BackgroundKind.QUADRANT:
        return _quadrant(document, theme, taken)
    place = lie(background)
    return _image(document, place, theme) if background.kind is BackgroundKind.IMAGE and place else NOTHING


def image_box(place: Lie, image: Image) -> Box | None:
    """Where a picture is seen within its place, its proportions kept; None for what is no picture."""
    size = pixels(image.data)
    if size is None:
        return None
    scale = min(place.width / size[0], place.height / size[1])
    width, height = size[0] * scale, size[1] * scale
    x, y = place.centre
    return Box(x - width / 2, y - height / 2, width, height)


def gives_way(kind: BackgroundKind) -> bool:
    """Whether its words go elsewhere when cards come over them."""
    return kind in (BackgroundKind.ZONES, BackgroundKind.TARGET, BackgroundKind.QUADRANT)


def _target(document: Document, theme: Theme, taken: Taken) -> Picture:
    """Rings around a word, the heart the least pale; each says its name at its top, or elsewhere on its way around.

    Where a card is at the heart, what is there is told above the target, or else beside the card.
    """
    place = lie(document.background)
    if place is None:
        return NOTHING
    x, y = place.centre
    across, down = place.width / 2, place.height / 2
    edge = Stroke(_edge(theme), 1.2)
    rings = range(RINGS - 1, -1, -1)
    shapes: list[Shape] = []
    for ring in rings:
        share = (ring + 1) / RINGS
        fill = blend(theme.accent, theme.paper, _TINTS[ring])
        shapes.append(Path(oval(across * share, down * share), fill, edge, x, y))
    grown = _grown(2 * min(across, down), theme)
    size, large = theme.name * _PLAIN * grown, theme.name * _LARGE * grown
    named = _fitted(terms.centre_name(document.background), across / RINGS * 1.5, large, theme)
    told = _fitted(terms.centre_told(document.background), 2 * across, large, theme)
    heart, inner = lines(named, theme.ink), _INNER / RINGS
    above = lines(told, theme.ink)(x, y - down - _PAD / 2 - told.height, "middle")
    beside = within(heart, Box(x - across * inner, y - down * inner, 2 * across * inner, 2 * down * inner))
    word = free(chain([heart(x, y - named.height / 2, "middle"), above], beside), taken)
    for ring in rings:
        name = terms.ring_name(ring)
        shapes += free(
            (way for at in (size, theme.name) for way in _around(place, ring, name, at, theme)), taken
        )
    shapes += word
    whole = Box(x - across, y - down, 2 * across, 2 * down).grown(edge.width / 2)
    return Picture(tuple(shapes), whole.united(written(above)))


def _around(place: Lie, ring: int, name: str, size: float, theme: Theme) -> Iterator[list[Text]]:
    """The ways a ring may bear its name: within its edge at the top, at the bottom, then farther and farther round."""
    x, y = place.centre
    across, down = place.width / 2, place.height / 2
    outer, middle = (ring + 1) / RINGS, (ring + 0.5) / RINGS
    for at in (size * 1.45 - down * outer, down * outer - size):
        yield [_hint(x, y + at, name, size, theme, "middle")]
    for turn in range(1, _TURNS):
        for side in (1, -1):
            for upper in (-1, 1):
                angle = turn * tau / 4 / (_TURNS - 1)
                left, top = side * sin(angle) * across * middle, upper * cos(angle) * down * middle
                yield [_hint(x + left, y + top + size * 0.35, name, size, theme, "middle")]


def _fitted(text: str, room: float, size: float, theme: Theme) -> Lettered:
    """A name around a centre, on as many lines as it needs."""
    return lettering.fit(text, size, theme.name, True, max(room, size * 4), 3)


def _quadrant(document: Document, theme: Theme, taken: Taken) -> Picture:
    """Four quarters between two axes that grow to the right and upwards; the upper right one the least pale."""
    background, place = document.background, lie(document.background)
    if place is None:
        return NOTHING
    box = Box(place.x, place.y, place.width, place.height)
    half_width, half_height = box.width / 2, box.height / 2
    quarters = {
        (upper, right): Box(
            box.x + half_width * right, box.y + half_height * (not upper), half_width, half_height
        )
        for upper in (True, False)
        for right in (False, True)
    }
    shapes: list[Shape] = [
        Path(_rectangle(quarter), fill=blend(theme.accent, theme.paper, (0.96, 0.93, 0.87)[sum(which)]))
        for which, quarter in quarters.items()
    ]
    dashes = Stroke(_edge(theme), 1.4, (9.0, 7.0), "flat")
    middle_x, middle_y = box.centre
    shapes += [
        Path(line([(middle_x, box.y), (middle_x, box.bottom)]), stroke=dashes),
        Path(line([(box.x, middle_y), (box.right, middle_y)]), stroke=dashes),
    ]
    axes, names, held = _axes(document, box, theme, taken)
    size = theme.name * _PLAIN * _grown(min(box.width, box.height), theme)
    for (upper, right), quarter in quarters.items():
        if hint := terms.quarter_name(background, upper, right):
            ways = (
                way
                for at in (size, theme.name)
                for way in _in_quarter(hint, quarter, held, at, theme, upper=upper, right=right)
            )
            shapes += free(ways, taken, quarter)
    return Picture((*shapes, *axes, *names), box.grown(12.0).united(held))


def _axes(document: Document, box: Box, theme: Theme, taken: Taken) -> tuple[list[Shape], list[Shape], Box]:
    """Both axes with their arrowheads, their names, and the box of all that: one is named under its end or farther
    back along it, one above its own or beside it."""
    stroke = Stroke(theme.muted, 2.4, (), "flat")
    x, y, right = box.x, box.bottom, box.right
    head, half = 18.0, 8.0
    axes: list[Shape] = [
        Path(line([(x, y), (x, box.y - head / 2)]), stroke=stroke),
        Path(line([(x, y), (right + head / 2, y)]), stroke=stroke),
        Path(line([(x, box.y - head), (x - half, box.y), (x + half, box.y)], closed=True), fill=theme.muted),
        Path(line([(right + head, y), (right, y - half), (right, y + half)], closed=True), fill=theme.muted),
    ]
    size = theme.name * _LARGE * _grown(min(box.width, box.height), theme)
    across = lettering.fit(terms.x_axis_name(document.background), size, theme.name, True, box.width, 2)
    up = lettering.fit(terms.y_axis_name(document.background), size, theme.name, True, box.width, 2)
    top, below = box.y - head - _PAD / 2 - up.height, y + _PAD / 2
    held = Box(x - half, top, box.width + half + head, below + _PAD / 2 + across.height - top)
    along, beside, inside = lines(across, theme.ink), lines(up, theme.ink), box.grown(-_PAD / 2)
    under = Box(x, below, box.width, across.height)
    low = Box(inside.x, inside.bottom - 2 * across.height, inside.width, 2 * across.height)
    first = Box(inside.x, inside.y, written(beside(0.0, 0.0, "start")).width, inside.height)
    ways = chain(
        [along(right, below, "end")],
        within(along, under, right=True),
        within(along, low, upper=False, right=True),
    )
    names: list[Shape] = [*free(ways, taken)]
    names += free(chain([beside(x - half, top, "start")], within(beside, first)), taken)
    return axes, names, held


def _in_quarter(
    hint: str, quarter: Box, held: Box, size: float, theme: Theme, *, upper: bool, right: bool
) -> Iterator[list[Text]]:
    """The ways a quarter may say what it calls for: in its outer corner, elsewhere in it, over its edge."""
    room = quarter.grown(-_PAD)
    said = tuple(lettering.wrap(hint, size, False, max(room.width, size * 4)))
    words = lines(Lettered(size, said), _pale(theme), bold=False)
    height = len(said) * size * lettering.LINE
    top = room.y if upper else room.bottom - height
    yield words(room.right, top, "end") if right else words(room.x, top, "start")
    yield from within(words, room, upper=upper, right=right)
    top = quarter.y - height - _PAD / 2 if upper else quarter.bottom + _PAD / 2
    strip = Box(room.x, top, room.width, height)
    if held.holds(strip):
        yield from within(words, strip, right=right)


def _zones(zones: Iterable[Zone], theme: Theme, taken: Taken) -> Picture:
    """Pale rounded areas, the largest below: what is inside another is seen. Their names over all of them."""
    shown = sorted(zones, key=lambda zone: -zone.width * zone.height)
    if not shown:
        return NOTHING
    edge = Stroke(_edge(theme), 1.6)
    fill = blend(theme.accent, theme.paper, 0.91)
    boxes = [Box(zone.x, zone.y, zone.width, zone.height) for zone in shown]
    shapes: list[Shape] = [Path(rounded(box, _RADIUS), fill, edge) for box in boxes]
    held = [box.grown(edge.width / 2) for box in boxes]
    for zone, box in zip(shown, boxes, strict=True):
        if zone.name:
            named = _named(zone.name, box, theme)
            shapes += free(chain(named, _within(zone.name, box, theme)), taken, box)
            held += [written(way) for way in named]
    return Picture(tuple(shapes), union(held))


def _named(name: str, box: Box, theme: Theme) -> list[list[Text]]:
    """Where a zone best bears its name: in one of its corners, or on its upper edge as a tab."""
    set_ = _set(name, box, theme, theme.name * _LARGE, 2)
    words = lines(set_, theme.ink)
    sides: tuple[tuple[float, Anchor], ...] = ((box.x + _PAD, "start"), (box.right - _PAD, "end"))
    tops = (box.y + _PAD - set_.size * lettering.ASCENT * 0.15, box.bottom - _PAD - set_.height)
    inside = [words(x, top, anchor) for top in tops for x, anchor in sides]
    return [*inside, words(box.x + _PAD, box.y - set_.height - _PAD / 4, "start")]


def _within(name: str, box: Box, theme: Theme) -> Iterator[list[Text]]:
    """Where else it may: anywhere in it, in smaller letters at last."""
    for size, most in ((theme.name * _LARGE, 2), (theme.name, 3)):
        yield from within(lines(_set(name, box, theme, size, most), theme.ink), box.grown(-_PAD / 2))


def _set(name: str, box: Box, theme: Theme, size: float, most: int) -> Lettered:
    return lettering.fit(name, size, theme.name, True, max(box.width - 2 * _PAD, size * 4), most)


def _image(document: Document, place: Lie, theme: Theme) -> Picture:
    """A picture, softened; one that cannot be read is not there."""
    image = document.images.get(document.background.image)
    box = image_box(place, image) if image is not None else None
    if image is None or box is None:
        return NOTHING
    return Picture(
        (Bitmap(box.x, box.y, box.width, box.height, image.data, _OPACITY[readable(theme.paper)]),), box
    )


def _grown(side: float, theme: Theme) -> float:
    """How much larger letters are on a background whose shorter side is so long."""
    return min(max(side / _USUAL, 1.0), theme.swell)


def _hint(x: float, y: float, text: str, size: float, theme: Theme, anchor: Anchor) -> Text:
    return Text(x, y, text, size, False, _pale(theme), anchor)


def _pale(theme: Theme) -> str:
    return blend(theme.ink, theme.muted, 0.5)


def _edge(theme: Theme) -> str:
    return blend(theme.muted, theme.paper, 0.55)


def _rectangle(box: Box) -> tuple[Command, ...]:
    corners = ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))
    return line(corners, closed=True)
