"""Decorations in ink: how far a ring goes around the pictogram of a card, and the colours of links.

A ring is in the card's own band, so that no card grows and no arrowhead is covered; its steps are told by how much of
the circle is thick, never by a colour. The colours of links stand beside the pictograms of their types and the dashes
of their status: they hold under deuteranopia, protanopia and tritanopia, and at 3:1 on paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from math import cos, pi, sin, tan

from facilitator.drawing.shapes import Command, Path, Stroke, disc
from facilitator.drawing.theme import LIGHT, Theme, blend, contrast
from facilitator.model.decor import Colouring, Decor, step
from facilitator.model.document import Document, Link, ordered
from facilitator.model.vocabulary import Status

COLOURS = ("#BC7A00", "#5953E8", "#992A18", "#199B6C", "#12006C", "#E340B7", "#4F1625")
"""Of types, in the order of the session; beyond, the same again, and the pictogram tells which."""
_STRENGTHEN = "#B4500B"
_LEAST = 3.0
_WIDTH = 0.27
"""Of a ring, as a share of its radius."""
_FAINT = 0.62
"""How far what is not yet full goes towards the band."""


@dataclass(frozen=True, slots=True)
class Dressing:
    """What decorates one map: steps of rings by actor, colours by type or status of link, dots of pillars."""

    rings: Mapping[str, int] = field(default_factory=dict)
    by: Colouring | None = None
    colours: Mapping[str, str] = field(default_factory=dict)
    dots: bool = False

    def colour_of(self, row: Link) -> str:
        """The colour of a link, by its first type or its status; empty where it keeps its own ink."""
        if self.by is None:
            return ""
        if self.by is Colouring.STATUS:
            return self.colours.get(row.status, "")
        return self.colours.get(row.types[0], "") if row.types else ""


PLAIN = Dressing()


def dressing(document: Document, decor: Decor, values: Mapping[str, float] | None) -> Dressing:
    """The decorations of a map; no ring as long as the values of its measure are not known."""
    rings: dict[str, int] = {}
    if decor.ring is not None and values is not None:
        steps = {actor: step(decor.ring, value) for actor, value in values.items()}
        rings = {actor: reached for actor, reached in steps.items() if reached}
    return Dressing(rings, decor.ink, colours(document, decor.ink), decor.dots)


def colours(document: Document, by: Colouring | None) -> dict[str, str]:
    """The colour of each type, or of each status that has one of its own."""
    if by is Colouring.TYPE:
        return {row.id: COLOURS[n % len(COLOURS)] for n, row in enumerate(ordered(document.link_types))}
    return {Status.TO_STRENGTHEN: _STRENGTHEN} if by is Colouring.STATUS else {}


@lru_cache(maxsize=256)
def recoloured(stroke: Stroke, colour: str, theme: Theme) -> Stroke:
    """The ink of a line in another colour, which is lighter on a dark paper."""
    if contrast(colour, theme.paper) < _LEAST:
        colour = blend(colour, LIGHT, 0.5)
    return Stroke(colour, stroke.width, stroke.dash, stroke.cap)


def ring(reached: int, x: float, y: float, radius: float, colour: str, ground: str) -> tuple[Path, ...]:
    """A circle of which a third, two thirds or all is thick, from the top; `radius` is its outer one."""
    width = radius * _WIDTH
    middle = radius - width / 2
    thin = disc(x, y, middle, stroke=Stroke(blend(colour, ground, _FAINT), width / 2.5))
    thick = Stroke(colour, width, cap="flat")
    if reached >= 3:
        return (disc(x, y, middle, stroke=thick),)
    return thin, Path(_arc(middle, reached), stroke=thick, x=x, y=y)


@lru_cache(maxsize=64)
def _arc(radius: float, thirds: int) -> tuple[Command, ...]:
    """So many thirds of a circle around 0, 0, from the top, clockwise."""
    turn = pi / 3
    reach = radius * 4 / 3 * tan(turn / 4)
    commands: list[Command] = [("M", 0.0, -radius)]
    for n in range(2 * thirds):
        a, b = n * turn - pi / 2, (n + 1) * turn - pi / 2
        (ax, ay), (bx, by) = (cos(a), sin(a)), (cos(b), sin(b))
        commands.append(
            (
                "C",
                radius * ax - reach * ay,
                radius * ay + reach * ax,
                radius * bx + reach * by,
                radius * by - reach * bx,
                radius * bx,
                radius * by,
            )
        )
    return tuple(commands)
