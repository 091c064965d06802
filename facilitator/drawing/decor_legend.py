"""What the decorations of a map mean, in a line or a few: always beside them."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator import terms
from facilitator.drawing.card import pip
from facilitator.drawing.decor import colours, recoloured, ring
from facilitator.drawing.flow import Entry
from facilitator.drawing.legend import shrunk
from facilitator.drawing.link import mark, stroke_of
from facilitator.drawing.shapes import Box, Path, Picture, Shape, disc, line
from facilitator.drawing.theme import LIGHT, Theme
from facilitator.model.decor import Colouring, Decor
from facilitator.model.document import Document, LinkType, ordered
from facilitator.model.vocabulary import Pillar, Status
from facilitator.terms.decor import ring_heading, ring_steps
from facilitator.words import _


def decorations(document: Document, decor: Decor, theme: Theme, width: float) -> Picture:
    """The signs of what is shown, within `width`, empty where nothing is; its top left is at 0, 0."""
    parts = [part for part in _PARTS if [*part(document, decor, theme, theme.legend)]]
    shapes: list[Shape] = []
    wide = high = 0.0
    for part in parts:
        flowed = shrunk(lambda size, part=part: [*part(document, decor, theme, size)], theme, width)  # type: ignore[misc]  # its own part
        shapes += [shape.moved(0.0, high) for shape in flowed.shapes]
        wide, high = max(wide, flowed.width), high + flowed.height
    return Picture(tuple(shapes), Box(0.0, 0.0, wide, high))


def said(document: Document, decor: Decor, theme: Theme) -> str:
    """The same in words, for who does not see it."""
    parts = ([*part(document, decor, theme, theme.legend)] for part in _PARTS)
    return " ".join(_sentence([entry.text for entry in part]) for part in parts if part)


def _sentence(texts: list[str]) -> str:
    heading, *rest = texts
    return f"{heading} {', '.join(rest)}."


def _rings(_document: Document, decor: Decor, theme: Theme, size: float) -> Iterator[Entry]:
    if decor.ring is None:
        return
    yield Entry((), 0.0, _("{heading}:").format(heading=ring_heading(decor.ring)), theme.muted)
    radius = size * 0.78
    side = 2.3 * radius
    ground = disc(side / 2, 0.0, side / 2, theme.muted)
    for n, words in enumerate(ring_steps(decor.ring), 1):
        yield Entry((ground, *ring(n, side / 2, 0.0, radius, LIGHT, theme.muted)), side, words, theme.ink)


def _colours(document: Document, decor: Decor, theme: Theme, size: float) -> Iterator[Entry]:
    if decor.ink is None:
        return
    heading = _("Types of link") if decor.ink is Colouring.TYPE else _("Status of the link")
    yield Entry((), 0.0, _("{heading}:").format(heading=heading), theme.muted)
    held = colours(document, decor.ink)
    length = size * 2.6
    if decor.ink is Colouring.STATUS:
        for status in Status:
            stroke = stroke_of(status, 3, theme)
            if status in held:
                stroke = recoloured(stroke, held[status], theme)
            end = stroke.width / 2
            sample = Path(line([(end, 0.0), (length - end, 0.0)]), stroke=stroke)
            yield Entry((sample,), length, terms.status_name(status), theme.ink)
        return
    actors = document.actors
    used = {
        row.types[:1]
        for row in document.links.values()
        if actors[row.source].placed and actors[row.target].placed
    }
    for kind in ordered(document.link_types):
        if (kind.id,) in used:
            yield Entry(
                _typed(kind, held[kind.id], theme, length), length, terms.link_type_name(kind), theme.ink
            )
    if () in used:
        yield Entry(_typed(None, theme.ink, theme, length), length, _("no type"), theme.ink)


def _pillars(_document: Document, decor: Decor, theme: Theme, size: float) -> Iterator[Entry]:
    if decor.dots:
        yield Entry((), 0.0, _("{heading}:").format(heading=_("Contributes to")), theme.muted)
        radius = size * 0.26
        for pillar in Pillar:
            sign = tuple(
                pip(radius * (1 + 3 * n), 0.0, one is pillar, theme, radius=radius)
                for n, one in enumerate(Pillar)
            )
            yield Entry(sign, 8 * radius, terms.pillar_name(pillar), theme.ink)


_PARTS = (_rings, _colours, _pillars)


def _typed(kind: LinkType | None, colour: str, theme: Theme, length: float) -> tuple[Shape, ...]:
    """A piece of line of that colour, with the pictogram of its type."""
    stroke = recoloured(stroke_of(Status.EXISTING, 3, theme), colour, theme)
    end = stroke.width / 2
    sample = Path(line([(end, 0.0), (length - end, 0.0)]), stroke=stroke)
    radius = min(theme.link.mark, length / 3)
    return (sample, *(mark(kind.pictogram, length / 2, 0.0, stroke.colour, theme, radius) if kind else ()))
