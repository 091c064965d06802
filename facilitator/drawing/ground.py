"""What lies under the cards: a target, two axes, zones or a picture, light enough for cards and links to be read on it.

Places are those of `facilitator.model.ground`, whatever the theme: what a place says of a card dropped there is what is
drawn there. Names of zones and of a target are written where no card lies over them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from facilitator import terms
from facilitator.drawing import lettering
from facilitator.drawing.bitmaps import pixels
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
    disc,
    line,
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
_USUAL, _GROWN = 1000.0, 2.0
"""On a background whose shorter side is longer than this, letters are larger as it is, up to so many times."""
_RADIUS = 28.0
_PAD = 16.0


def ground(document: Document, theme: Theme, cards: Iterable[Box] = ()) -> Picture:
    """What lies under the map, where it is laid; nothing under a blank one. Its box is the same whatever the cards."""
    background = document.background
    if background.kind is BackgroundKind.ZONES:
        return _zones(document.zones.values(), theme, list(cards))
    if background.kind is BackgroundKind.TARGET:
        return _target(document, theme, list(cards))
    place = lie(background)
    draw = _DRAWN.get(background.kind)
    return draw(document, place, theme) if place is not None and draw is not None else NOTHING


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
    return kind in (BackgroundKind.ZONES, BackgroundKind.TARGET)


def _target(document: Document, theme: Theme, taken: list[Box]) -> Picture:
    """Rings around a word, the heart the least pale; each says its name at its top, or at its bottom.

    Where a card is at the heart, what is there is told above the target.
    """
    place = lie(document.background)
    if place is None:
        return NOTHING
    x, y = place.centre
    radius = min(place.width, place.height) / 2
    edge = Stroke(_edge(theme), 1.2)
    rings = range(RINGS - 1, -1, -1)
    shapes: list[Shape] = [
        disc(x, y, radius * (ring + 1) / RINGS, blend(theme.accent, theme.paper, _TINTS[ring]), edge)
        for ring in rings
    ]
    size = theme.name * _PLAIN * _grown(2 * radius)
    large = theme.name * _LARGE * _grown(2 * radius)
    heart = _centred(terms.centre_name(document.background), x, y, radius / RINGS * 1.5, large, theme)
    above = _centred(terms.centre_told(document.background), x, 0.0, 2 * radius, large, theme)
    lift = y - radius - _PAD / 2 - _written(above).bottom
    above = [text.moved(0.0, lift) for text in above]
    word = _free([heart, above], taken)
    for ring in rings:
        reach = radius * (ring + 1) / RINGS
        name = terms.ring_name(ring)
        ways = [[_hint(x, y + at, name, size, theme, "middle")] for at in (size * 1.45 - reach, reach - size)]
        shapes += _free(ways, taken, last=0)
    shapes += word
    whole = Box(x - radius, y - radius, 2 * radius, 2 * radius).grown(edge.width / 2)
    return Picture(tuple(shapes), whole.united(_written(above)))


def _centred(text: str, x: float, y: float, room: float, size: float, theme: Theme) -> list[Text]:
    """A name around a centre, on as many lines as it needs."""
    set_ = lettering.fit(text, size, theme.name, True, max(room, size * 4), 3)
    return _lines(set_, x, y - set_.height / 2, theme, "middle")


def _lines(set_: lettering.Lettered, x: float, top: float, theme: Theme, anchor: Anchor) -> list[Text]:
    """The lines of a name, one under the other."""
    return [
        Text(
            x,
            top + set_.size * (n * lettering.LINE + lettering.ASCENT),
            words,
            set_.size,
            True,
            theme.ink,
            anchor,
        )
        for n, words in enumerate(set_.lines)
    ]


def _free(ways: Sequence[Sequence[Text]], taken: list[Box], *, last: int = -1) -> Sequence[Text]:
    """The first way of writing something that is over nothing taken, else the `last`; it is taken then."""
    written = [_written(way) for way in ways]
    free = (n for n, box in enumerate(written) if not any(box.intersects(other) for other in taken))
    found = next(free, last)
    taken.append(written[found])
    return ways[found]


def _written(texts: Iterable[Text]) -> Box:
    """Around the letters of some lines."""
    boxes = []
    for text in texts:
        width = lettering.width(text.text, text.size, text.bold)
        left = text.x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor]
        boxes.append(Box(left, text.y - text.size * lettering.ASCENT, width, text.size * lettering.LINE))
    return union(boxes)


def _quadrant(document: Document, place: Lie, theme: Theme) -> Picture:
    """Four quarters between two axes that grow to the right and upwards; the upper right one the least pale."""
    background = document.background
    box = Box(place.x, place.y, place.width, place.height)
    half_width, half_height = box.width / 2, box.height / 2
    shapes: list[Shape] = []
    for upper in (True, False):
        for right in (False, True):
            quarter = Box(
                box.x + half_width * right, box.y + half_height * (not upper), half_width, half_height
            )
            tint = blend(theme.accent, theme.paper, (0.96, 0.93, 0.87)[upper + right])
            shapes.append(Path(_rectangle(quarter), fill=tint))
    dashes = Stroke(_edge(theme), 1.4, (9.0, 7.0), "flat")
    middle_x, middle_y = box.centre
    shapes += [
        Path(line([(middle_x, box.y), (middle_x, box.bottom)]), stroke=dashes),
        Path(line([(box.x, middle_y), (box.right, middle_y)]), stroke=dashes),
    ]
    for upper in (True, False):
        for right in (False, True):
            hint = terms.quarter_name(background, upper, right)
            shapes += _in_corner(hint, box, theme, upper=upper, right=right, room=half_width - 2 * _PAD)
    axes, names = _axes(document, box, theme)
    return Picture((*shapes, *axes, *names.shapes), box.grown(12.0).united(names.box))


def _axes(document: Document, box: Box, theme: Theme) -> tuple[list[Shape], Picture]:
    """Both axes with their arrowheads, and their names outside: one under its end, one above its own."""
    stroke = Stroke(theme.muted, 2.4, (), "flat")
    x, y, right = box.x, box.bottom, box.right
    head, half = 18.0, 8.0
    axes: list[Shape] = [
        Path(line([(x, y), (x, box.y - head / 2)]), stroke=stroke),
        Path(line([(x, y), (right + head / 2, y)]), stroke=stroke),
        Path(line([(x, box.y - head), (x - half, box.y), (x + half, box.y)], closed=True), fill=theme.muted),
        Path(line([(right + head, y), (right, y - half), (right, y + half)], closed=True), fill=theme.muted),
    ]
    size = theme.name * _LARGE * _grown(min(box.width, box.height))
    across = lettering.fit(terms.x_axis_name(document.background), size, theme.name, True, box.width, 2)
    up = lettering.fit(terms.y_axis_name(document.background), size, theme.name, True, box.width, 2)
    names: list[Shape] = []
    for n, words in enumerate(across.lines):
        baseline = y + _PAD / 2 + across.size * (n * lettering.LINE + lettering.ASCENT)
        names.append(Text(right, baseline, words, across.size, True, theme.ink, "end"))
    top = box.y - head - _PAD / 2 - up.height
    for n, words in enumerate(up.lines):
        baseline = top + up.size * (n * lettering.LINE + lettering.ASCENT)
        names.append(Text(x - half, baseline, words, up.size, True, theme.ink))
    held = Box(x - half, top, box.width + half + head, y + _PAD + across.height - top)
    return axes, Picture(tuple(names), held)


def _in_corner(
    hint: str, box: Box, theme: Theme, *, upper: bool, right: bool, room: float
) -> Iterable[Shape]:
    """A hint in the outer corner of its quarter."""
    if not hint:
        return
    size = theme.name * _PLAIN * _grown(min(box.width, box.height))
    lines = lettering.wrap(hint, size, False, max(room, size * 4))
    x = box.right - _PAD if right else box.x + _PAD
    below = size * lettering.LINE * (len(lines) - 1)
    first = box.y + _PAD + size * lettering.ASCENT if upper else box.bottom - _PAD - size * 0.25 - below
    for n, words in enumerate(lines):
        yield _hint(x, first + n * size * lettering.LINE, words, size, theme, "end" if right else "start")


def _zones(zones: Iterable[Zone], theme: Theme, taken: list[Box]) -> Picture:
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
            ways = _named(zone.name, box, theme)
            shapes += _free(ways, taken)
            held += [_written(way) for way in ways]
    return Picture(tuple(shapes), union(held))


def _named(name: str, box: Box, theme: Theme) -> list[list[Text]]:
    """Where a zone may bear its name: in one of its corners, or on its upper edge as a tab."""
    size = theme.name * _LARGE
    set_ = lettering.fit(name, size, theme.name, True, max(box.width - 2 * _PAD, size * 4), 2)
    sides: tuple[tuple[float, Anchor], ...] = ((box.x + _PAD, "start"), (box.right - _PAD, "end"))
    tops = (box.y + _PAD - set_.size * lettering.ASCENT * 0.15, box.bottom - _PAD - set_.height)
    inside = [_lines(set_, x, top, theme, anchor) for top in tops for x, anchor in sides]
    return [*inside, _lines(set_, box.x + _PAD, box.y - set_.height - _PAD / 4, theme, "start")]


def _image(document: Document, place: Lie, theme: Theme) -> Picture:
    """A picture, softened; one that cannot be read is not there."""
    image = document.images.get(document.background.image)
    box = image_box(place, image) if image is not None else None
    if image is None or box is None:
        return NOTHING
    return Picture(
        (Bitmap(box.x, box.y, box.width, box.height, image.data, _OPACITY[readable(theme.paper)]),), box
    )


def _grown(side: float) -> float:
    """How much larger letters are on a background whose shorter side is so long."""
    return min(max(side / _USUAL, 1.0), _GROWN)


def _hint(x: float, y: float, text: str, size: float, theme: Theme, anchor: Anchor) -> Text:
    return Text(x, y, text, size, False, blend(theme.ink, theme.muted, 0.5), anchor)


def _edge(theme: Theme) -> str:
    return blend(theme.muted, theme.paper, 0.55)


def _rectangle(box: Box) -> tuple[Command, ...]:
    corners = ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))
    return line(corners, closed=True)


_DRAWN: dict[BackgroundKind, Callable[[Document, Lie, Theme], Picture]] = {
    BackgroundKind.QUADRANT: _quadrant,
    BackgroundKind.IMAGE: _image,
}
