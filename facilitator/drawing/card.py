"""The card of an actor: band and pictogram of its category, name never cut, footer, pips of the pillars it offers.

Dashed says "not at the table yet", paler says "not here today": present is plain, excused paler, to mobilise
dashed, absent both.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from functools import lru_cache

from facilitator import terms
from facilitator.drawing import lettering
from facilitator.drawing.decor import ring
from facilitator.drawing.lettering import CAP_HEIGHT, LINE, Lettered
from facilitator.drawing.pictograms import pictogram
from facilitator.drawing.shapes import Box, Command, Path, Picture, Shape, Stroke, Text, disc, line, rounded
from facilitator.drawing.theme import Theme, blend, readable
from facilitator.drawing.theme import theme as load
from facilitator.model.document import Actor, Document
from facilitator.model.vocabulary import Pictogram, Pillar, Presence, Side

_PALE = 0.4
"""How far an actor who is not here goes towards the card's own white."""
_NBSP = "\N{NO-BREAK SPACE}"
_RING, _INSIDE = 0.47, 0.72
"""The outer radius of a ring, as a share of the band; how much a pictogram shrinks within it."""
_GAP = 4.0
"""Between the name and the footer."""


@dataclass(frozen=True, slots=True)
class CardKey:
    """All that a card is computed from: two equal keys are one card."""

    name: str
    footer: str
    colour: str
    pictogram: Pictogram
    presence: Presence
    pillars: tuple[Pillar, ...]
    theme: str
    ring: int = 0
    """The step of its decoration; 0, none."""
    dots: bool = False
    """Whether the pips of its pillars are in the band of a card without a footer."""


@dataclass(frozen=True, slots=True)
class Card:
    """A card around its centre at 0, 0. `box` is its outline, which links touch; `bare` is what its picture shows
    below its words, the same object for cards that are alike but for them."""

    picture: Picture
    box: Box
    key: CardKey
    bare: tuple[Shape, ...] = field(compare=False)


def card(
    actor: Actor,
    document: Document,
    theme: Theme,
    pillars: Collection[Pillar] | None = None,
    step: int = 0,
    *,
    dots: bool = False,
) -> Card:
    """The card of an actor, with the words of the language of the moment; the same object for an equal key.

    `pillars` spares a search through the contributions to who already knows what the actor offers; `step` is that of
    its ring; `dots` shows its pillars where there is no footer to.
    """
    offers = offered(document, actor.id) if pillars is None else pillars
    category = document.categories[actor.category]
    footer = ""
    if theme.card.footer:
        footer = terms.category_name(category)
        if actor.presence is not Presence.PRESENT:
            presence = terms.presence_name(actor.presence).replace(" ", _NBSP)
            footer = f"{footer}{_NBSP}· {presence}"
    return drawn(
        CardKey(
            actor.name,
            footer,
            category.colour,
            category.pictogram,
            actor.presence,
            tuple(pillar for pillar in Pillar if pillar in offers),
            theme.key,
            step,
            dots and not theme.card.footer,
        )
    )


def offered(document: Document, actor: str) -> set[Pillar]:
    """The pillars to which an actor contributes."""
    return {
        row.pillar for row in document.contributions.values() if row.actor == actor and row.side is Side.OFFER
    }


@lru_cache(maxsize=8192)
def drawn(key: CardKey) -> Card:
    """The card of that key."""
    theme = load(key.theme)
    look = theme.card
    room = look.width - look.band - 2 * look.padding
    pips = key.pillars if look.footer else ()
    name = lettering.fit(key.name, theme.name, theme.name_floor, True, room, look.lines)
    width = look.width
    if look.stretch > 1.0 and len(name.lines) > 2 * look.lines:
        width, room = width + room * (look.stretch - 1.0), room * look.stretch
        name = lettering.fit(key.name, theme.name, theme.name_floor, True, room, look.lines)
    footer = _footer(key.footer, theme, room - (_pips_width(theme) + _GAP if pips else 0.0))
    content = name.height + (footer.height + _GAP if footer.lines else 0.0)
    height = max(look.height, content + 2 * (look.padding - 2))
    box = Box(-width / 2, -height / 2, width, height)
    pillars = key.pillars if look.footer or key.dots else ()
    bare = _bare(box, replace(key, name="", footer="", pillars=pillars))
    words = _words(box, name, footer, theme, theme.muted if is_pale(key.presence) else theme.ink)
    return Card(Picture((*bare, *words), box.grown(look.outline / 2)), box, key, bare)


@lru_cache(maxsize=4096)
def _bare(box: Box, key: CardKey) -> tuple[Shape, ...]:
    """All of a card but its words."""
    theme, pale = load(key.theme), is_pale(key.presence)
    shapes: list[Shape] = [*_ground(box, key, theme, pale)]
    if key.pillars and theme.card.footer:
        shapes += _pips(box, key.pillars, theme, pale)
    if key.dots:
        shapes += _dots(box, key, theme, pale)
    return (*shapes, outlined(box, key.presence, theme, theme.card.radius))


@lru_cache(maxsize=256)
def named_at(card: Card) -> Box:
    """What of a card has its name written on it: the strip of a name of one line, else all of the card."""
    lines = [one for one in card.picture.shapes[len(card.bare) :] if isinstance(one, Text) and one.bold]
    if len(lines) != 1:
        return card.box
    high = lines[0].size * LINE
    return card.box._replace(y=lines[0].y - (high + lines[0].size * CAP_HEIGHT) / 2, height=high)


def struck(card: Card) -> Picture:
    """The card of an actor one does without for a minute: grey, crossed out under its name, over the card itself."""
    key, box, theme = card.key, card.box, load(card.key.theme)
    grey, pale = blend(theme.muted, theme.surface, 0.15), blend(theme.muted, theme.surface, 0.6)
    bare = drawn(
        replace(key, colour=pale, pillars=(), presence=Presence.PRESENT, ring=0, dots=False)
    ).picture.shapes
    ground, words = bare[:3], [shape for shape in bare if isinstance(shape, Text)]
    inner, stroke = box.grown(-theme.card.outline), Stroke(pale, theme.card.outline * 1.6)
    cross = (
        Path(line([(inner.x + theme.card.band, inner.y), (inner.right, inner.bottom)]), stroke=stroke),
        Path(line([(inner.x + theme.card.band, inner.bottom), (inner.right, inner.y)]), stroke=stroke),
    )
    outline = Path(rounded(box, theme.card.radius), stroke=Stroke(grey, theme.card.outline))
    said = (replace(text, colour=theme.muted) for text in words)
    return Picture((*ground, *cross, *said, outline), card.picture.box)


def _footer(text: str, theme: Theme, room: float) -> Lettered:
    return Lettered(theme.small, lettering.wrap(text, theme.small, False, room) if text else ())


def _ground(box: Box, key: CardKey, theme: Theme, pale: bool) -> tuple[Shape, ...]:
    """The card's own white, the band and the pictogram."""
    look = theme.card
    colour = blend(key.colour, theme.surface, _PALE) if pale else key.colour
    mark = readable(colour, 3.0)
    x = box.x + look.band / 2
    size = look.pictogram * (_INSIDE if key.ring else 1.0)
    rings = ring(key.ring, x, 0.0, look.band * _RING, mark, colour) if key.ring else ()
    return (
        Path(rounded(box, look.radius), fill=theme.surface),
        Path(_band(box, look.band, look.radius), fill=colour),
        pictogram(key.pictogram, x, 0.0, size, mark),
        *rings,
    )


@lru_cache(maxsize=1024)
def _band(box: Box, width: float, radius: float) -> tuple[Command, ...]:
    """The left part of a rounded rectangle: round on the left, straight on the right."""
    left = rounded(Box(box.x, box.y, 2 * width, box.height), radius)
    top, *_ = left
    edge = box.x + width
    return (top, ("L", edge, box.y), ("L", edge, box.bottom), *left[5:])


def _words(box: Box, name: Lettered, footer: Lettered, theme: Theme, ink: str) -> list[Shape]:
    """The name at the top and the footer at the bottom; a name alone stands in the middle."""
    look = theme.card
    x = box.x + look.band + look.padding
    margin = look.padding - 2
    top = box.y + margin if footer.lines else -name.height / 2
    bottom = box.bottom - margin - footer.height
    return [*_lines(x, top, name, True, ink), *_lines(x, bottom, footer, False, theme.muted)]


def _lines(x: float, top: float, lettered: Lettered, bold: bool, colour: str) -> list[Text]:
    size = lettered.size
    first = top + size * (LINE + CAP_HEIGHT) / 2
    return [
        Text(x, first + number * size * LINE, line, size, bold, colour)
        for number, line in enumerate(lettered.lines)
        if line
    ]


def _pips_width(theme: Theme) -> float:
    return len(Pillar) * 2 * theme.card.pip + (len(Pillar) - 1) * theme.card.pip


def _pips(box: Box, pillars: tuple[Pillar, ...], theme: Theme, pale: bool) -> list[Path]:
    look = theme.card
    left = box.right - look.padding - _pips_width(theme) + look.pip
    y = box.bottom - look.padding + 2 - theme.small * LINE / 2
    return [
        pip(left + place * 3 * look.pip, y, pillar in pillars, theme, pale)
        for place, pillar in enumerate(Pillar)
    ]


def _dots(box: Box, key: CardKey, theme: Theme, pale: bool) -> list[Path]:
    """The pips at the foot of the band, in the ink of its pictogram."""
    band = theme.card.band
    colour = blend(key.colour, theme.surface, _PALE) if pale else key.colour
    mark, stroke = readable(colour, 3.0), band * 0.035
    x, y, radius = box.x + band / 2, box.bottom - band * 0.24, band * 0.105
    return [
        disc(
            x + (place - 1) * band * 0.28,
            y,
            radius,
            mark if pillar in key.pillars else colour,
            Stroke(mark, stroke),
        )
        for place, pillar in enumerate(Pillar)
    ]


def pip(x: float, y: float, full: bool, theme: Theme, pale: bool = False, *, radius: float = 0.0) -> Path:
    """The dot of a pillar: full when the actor offers something in it."""
    colour = blend(theme.accent, theme.surface, _PALE) if pale else theme.accent
    outer = radius or theme.card.pip
    stroke = Stroke(colour, outer * 0.35)
    return disc(x, y, outer - stroke.width / 2, colour if full else theme.surface, stroke)


def outlined(box: Box, presence: Presence, theme: Theme, radius: float) -> Path:
    """The outline that says where an actor stands."""
    dashed = presence in (Presence.TO_MOBILISE, Presence.ABSENT)
    colour = blend(theme.muted, theme.surface, 0.2) if is_pale(presence) else theme.ink
    stroke = Stroke(
        colour, theme.card.outline, theme.card.dash if dashed else (), "flat" if dashed else "round"
    )
    return Path(rounded(box, radius), stroke=stroke)


def stub(box: Box, presence: Presence, theme: Theme, radius: float) -> tuple[Path, ...]:
    """The ground and the band of a card of no category, for a legend."""
    colour = blend(theme.muted, theme.surface, _PALE) if is_pale(presence) else theme.muted
    return (
        Path(rounded(box, radius), fill=theme.surface),
        Path(_band(box, box.width / 4, radius), fill=colour),
    )


def is_pale(presence: Presence) -> bool:
    """Whether the actor is not here today."""
    return presence in (Presence.EXCUSED, Presence.ABSENT)
