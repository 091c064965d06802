"""Small drawings beside words: where a point stands, what line a link has on the map. Never colour alone."""

from __future__ import annotations

from typing import Any

from facilitator.drawing import lettering
from facilitator.drawing.agreement import COLOURS, RADIUS, sign
from facilitator.drawing.link import stroke_of
from facilitator.drawing.shapes import Box, Path, Picture, line
from facilitator.minutes.ink import BOLD, colour, paint
from facilitator.minutes.styles import THEME
from facilitator.model.vocabulary import Agreement, Status

_WORD_SIZE = 9.0
_WORD_LEFT = 18.0
_WORD_ROOM = 72.0


def state(canvas: Any, baseline: float, agreement: Agreement, word: str) -> None:
    """The symbol and the word of a state, left of a point."""
    middle = baseline + 3.2
    paint(canvas, sign(agreement), 0, middle + RADIUS)
    canvas.setFillColor(colour(COLOURS[agreement]))
    canvas.setFont(BOLD, _WORD_SIZE)
    said = lettering.fit(word, _WORD_SIZE, 7.0, True, _WORD_ROOM, 1)
    canvas.setFont(BOLD, said.size)
    for number, text in enumerate(said.lines):
        canvas.drawString(_WORD_LEFT, baseline - number * said.size * lettering.LINE, text)


def link_line(status: Status) -> Picture:
    """A short piece of the line such links have on the map."""
    stroke = stroke_of(status, 2, THEME)
    return Picture((Path(line(((0, 0), (38, 0))), stroke=stroke),), Box(0, -1, 38, 2))


def status(canvas: Any, baseline: float, of: Status) -> None:
    """The line of a link, left of its sentence."""
    paint(canvas, link_line(of), 0, baseline + 4.2, 0.6)
