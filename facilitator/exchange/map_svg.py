"""The map of a session as SVG: its title and question, the map as it stands, the legend."""

from __future__ import annotations

from facilitator.drawing import lettering
from facilitator.drawing.legend import legend
from facilitator.drawing.map import compose
from facilitator.drawing.shapes import Box, Picture, Text, together
from facilitator.drawing.svg import svg
from facilitator.drawing.theme import Theme, theme
from facilitator.model.document import Document
from facilitator.words import _, ngettext

_MARGIN = 40.0
_GAP = 28.0
_NARROWEST = 720.0
"""In map units: a small map still leaves its title and legend room to be read."""


def written(document: Document) -> str:
    """The SVG of an edition of a session, in the language of the moment."""
    workshop = document.workshop
    picture = page(document, theme("paper"))
    description = " ".join([workshop.question, _counts(document)]).strip()
    return svg(picture, workshop.title or _("Map of actors"), description, paper=theme("paper").paper)


def page(document: Document, look: Theme) -> Picture:
    """The head, the map and the legend under one another, margins included."""
    drawn = compose(document, look)
    width = max(drawn.box.width, _NARROWEST)
    head = _head(document, look, width)
    held = drawn.flat()
    left = (width - drawn.box.width) / 2
    placed = held.moved(left - drawn.box.x, head.box.height + _GAP - drawn.box.y)
    below = legend(document, look, width)
    foot = below.moved(0.0, placed.box.bottom + _GAP)
    whole = together([head, placed, foot])
    return Picture(whole.shapes, Box(0.0, 0.0, width, foot.box.bottom).grown(_MARGIN))


def _head(document: Document, look: Theme, width: float) -> Picture:
    """What the map is about."""
    workshop = document.workshop
    place = " · ".join(
        filter(None, [workshop.territory, _("fictitious example") if workshop.fictitious else ""])
    )
    lines = [
        *(
            (line, look.title, True, look.ink)
            for line in _wrapped(workshop.title, look.title, width, bold=True)
        ),
        *((line, look.name, False, look.ink) for line in _wrapped(workshop.question, look.name, width)),
        *((line, look.legend, False, look.muted) for line in _wrapped(place, look.legend, width)),
    ]
    shapes = []
    y = 0.0
    for text, size, bold, colour in lines:
        shapes.append(Text(0.0, y + size, text, size, bold, colour))
        y += size * 1.35
    return Picture(tuple(shapes), Box(0.0, 0.0, width, y))


def _wrapped(text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    return list(lettering.wrap(text, size, bold, width)) if text else []


def _counts(document: Document) -> str:
    actors, links = len(document.actors), len(document.links)
    return _("{actors}, {links}.").format(
        actors=ngettext("{count} actor", "{count} actors", actors).format(count=actors),
        links=ngettext("{count} link", "{count} links", links).format(count=links),
    )
