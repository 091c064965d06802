"""Badges of the Sustainable Development Goals: our own round number, never an imitation of the UN's icons."""

from __future__ import annotations

from facilitator import terms
from facilitator.drawing import lettering
from facilitator.drawing.lettering import CAP_HEIGHT, LINE
from facilitator.drawing.shapes import Box, Picture, Shape, Text, disc
from facilitator.drawing.theme import Theme

_TEXT = {"white": "#FFFFFF", "black": "#000000"}


def badge(number: int, diameter: float) -> Picture:
    """The number of a goal in a disc of its colour, around 0, 0."""
    goal = terms.odd(number)
    size = diameter * 0.5
    shapes: tuple[Shape, ...] = (
        disc(0.0, 0.0, diameter / 2, goal.colour),
        Text(0.0, size * CAP_HEIGHT / 2, str(number), size, True, _TEXT[goal.text], "middle"),
    )
    return Picture(shapes, Box(-diameter / 2, -diameter / 2, diameter, diameter))


def titled(number: int, theme: Theme, width: float) -> Picture:
    """The badge and the title beside it, on as many lines as `width` asks for; its top left is at 0, 0."""
    size = theme.legend
    diameter = size * 2
    left = diameter + size * 0.6
    lines = lettering.wrap(terms.odd_title(number), size, False, max(width - left, size))
    height = max(diameter, len(lines) * size * LINE)
    first = (height - (len(lines) - 1) * size * LINE + size * CAP_HEIGHT) / 2
    texts = tuple(
        Text(left, first + place * size * LINE, line, size, False, theme.ink)
        for place, line in enumerate(lines)
    )
    wide = left + max(lettering.width(line, size) for line in lines)
    round_ = badge(number, diameter).moved(diameter / 2, height / 2)
    return Picture((*round_.shapes, *texts), Box(0.0, 0.0, wide, height))
