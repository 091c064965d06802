"""The look of a surface, as data: the same values for the canvas, the projector, the PDF and SVG."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from facilitator import paths

THEMES = ("screen", "screen_dark", "room", "paper")
_LEAST = 4.0
"""The room of a name in a narrow card, in sizes of its letters: no word is broken into less."""
LIGHT, DARK = "#FFFFFF", "#1F2430"
"""What is written on a colour: white where it is readable, else dark ink."""


@dataclass(frozen=True, slots=True)
class CardLook:
    """Measures of a card. `height` is the least: a card grows with its name; one whose name takes more than twice
    `lines` at its floor is wider by `stretch` of the room of a name."""

    width: float
    height: float
    band: float
    padding: float
    radius: float
    outline: float
    dash: tuple[float, ...]
    pictogram: float
    pip: float
    lines: int
    footer: bool
    stretch: float = 1.0


@dataclass(frozen=True, slots=True)
class LinkLook:
    """Measures of a link: a width for each of the four intensities, the length of an arrowhead beyond what
    its line adds, the radius of a mark, the distance between two parallel links."""

    widths: tuple[float, ...]
    arrow: float
    mark: float
    spread: float


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """Colours, three sizes of text beside the name of a card and its floor, and measures.

    Each is loaded once, and equal to itself alone: a quick key to look things up by.
    """

    key: str
    paper: str
    surface: str
    ink: str
    muted: str
    hairline: str
    accent: str
    danger: str
    name: float
    name_floor: float
    small: float
    legend: float
    title: float
    card: CardLook
    link: LinkLook
    swell: float = 2.0
    """How many times larger than beside a card the words of a large background may be: it is seen from farther. None
    larger where letters are set to those who read (`@`)."""


@cache
def theme(key: str) -> Theme:
    """The theme of that name, with larger letters (`room@1.5`), with cards no wider than so many times its least
    letters (`room/20`, `room/20@1.5`); ValueError if there is none."""
    name, _, factor = key.partition("@")
    plain, _, widest = name.partition("/")
    if widest:
        return _narrowed(theme(f"{plain}@{factor}" if factor else plain), key, float(widest))
    if factor:
        return _enlarged(theme(name), float(factor))
    if key not in THEMES:
        raise ValueError(f"no such theme: {key}")
    with paths.resource("themes", f"{key}.toml").open("rb") as file:
        data: dict[str, Any] = tomllib.load(file)
    card = data["card"] | {"dash": tuple(data["card"]["dash"])}
    link = data["link"] | {"widths": tuple(data["link"]["widths"])}
    return Theme(key=key, **data["colours"], **data["text"], card=CardLook(**card), link=LinkLook(**link))


def _enlarged(plain: Theme, factor: float) -> Theme:
    """The same look, its letters and the room of a name that much larger, what stands around them by less."""
    card, link, around = plain.card, plain.link, factor**0.35
    sides = card.band + 2 * card.padding
    return replace(
        plain,
        key=f"{plain.key}@{factor:g}",
        name=plain.name * factor,
        name_floor=plain.name_floor * factor,
        small=plain.small * factor,
        legend=plain.legend * factor,
        title=plain.title * factor,
        card=replace(
            card,
            width=sides * around + (card.width - sides) * factor,
            band=card.band * around,
            padding=card.padding * around,
            radius=card.radius * around,
            outline=card.outline * around,
            dash=tuple(length * around for length in card.dash),
            pictogram=card.pictogram * around,
            pip=card.pip * around,
        ),
        link=LinkLook(
            widths=tuple(width * around for width in link.widths),
            arrow=link.arrow * around,
            mark=link.mark * around,
            spread=link.spread * around,
        ),
        swell=1.0,
    )


def _narrowed(wide: Theme, key: str, widest: float) -> Theme:
    """The same look where nothing wider can be seen: its cards are higher instead."""
    card, most = wide.card, widest * wide.name_floor
    sides = card.band + 2 * card.padding
    width = min(card.width, max(most, sides + _LEAST * wide.name_floor))
    stretch = min(card.stretch, max((most - sides) / (width - sides), 1.0))
    return replace(wide, key=key, card=replace(card, width=width, stretch=stretch))


@cache
def blend(colour: str, into: str, share: float) -> str:
    """The colour gone towards another: 0 leaves it, 1 is the other."""
    mixed = (round(a + (b - a) * share) for a, b in zip(_channels(colour), _channels(into), strict=True))
    return "#" + "".join(f"{value:02X}" for value in mixed)


@cache
def contrast(a: str, b: str) -> float:
    """How far apart two colours are to read, from 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@cache
def distinct(colour: str, ground: str, least: float = 3.0) -> str:
    """The colour where it is told from this ground, else as little as needed towards what is."""
    far = readable(ground)
    shades = (blend(colour, far, share / 10) for share in range(11))
    return next((shade for shade in shades if contrast(shade, ground) >= least), far)


@cache
def readable(background: str, least: float = 4.5) -> str:
    """White where its contrast on this colour is enough (4.5 for text, 3 for graphics), else dark ink,
    unless white is still the better of the two."""
    white, dark = contrast(LIGHT, background), contrast(DARK, background)
    return LIGHT if white >= min(least, dark) else DARK


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in _channels(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
