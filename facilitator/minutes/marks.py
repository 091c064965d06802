"""Small drawings beside words: where a point stands, what line a link has on the map. Never colour alone."""

from __future__ import annotations

from typing import Any

from facilitator.drawing import lettering
from facilitator.drawing.link import stroke_of
from facilitator.drawing.shapes import Box, Command, Path, Picture, Shape, Stroke, Text, circle, line
from facilitator.minutes.ink import BOLD, colour, paint
from facilitator.minutes.styles import STATES, THEME
from facilitator.model.vocabulary import Agreement, Status

_RADIUS = 6.0
_SIGNS: dict[Agreement, tuple[Command, ...]] = {
    Agreement.YES: line(((-2.8, 0.2), (-0.8, 2.3), (3.0, -2.3))),
    Agreement.RESERVATION: (("M", -3.0, 0.8), ("C", -1.6, -2.4, 1.6, 2.4, 3.0, -0.8)),
    Agreement.DISAGREEMENT: (*line(((-2.3, -2.3), (2.3, 2.3))), *line(((-2.3, 2.3), (2.3, -2.3)))),
}
_WORD_SIZE = 9.0
_WORD_LEFT = 18.0
_WORD_ROOM = 72.0


def sign(agreement: Agreement) -> Picture:
    """The symbol of a state, around 0, 0: a disc with a tick, a wave, a cross or a question mark; an empty ring
    where nothing was said yet."""
    ink = STATES[agreement]
    box = Box(-_RADIUS, -_RADIUS, 2 * _RADIUS, 2 * _RADIUS)
    if agreement is Agreement.NOT_SAID:
        return Picture((Path(circle(_RADIUS - 0.5), stroke=Stroke(ink, 1.0, (2.0, 2.0), "flat")),), box)
    mark: Shape
    if agreement is Agreement.TO_CLARIFY:
        mark = Text(0, 3.1, "?", 9.0, True, THEME.paper, "middle")
    else:
        mark = Path(_SIGNS[agreement], stroke=Stroke(THEME.paper, 1.5))
    return Picture((Path(circle(_RADIUS), fill=ink), mark), box)


def state(canvas: Any, baseline: float, agreement: Agreement, word: str) -> None:
    """The symbol and the word of a state, left of a point."""
    middle = baseline + 3.2
    paint(canvas, sign(agreement), 0, middle + _RADIUS)
    canvas.setFillColor(colour(STATES[agreement]))
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
