"""Where a point stands, as a sign and a colour: a disc with a tick, a wave, a cross or a question mark."""

from __future__ import annotations

from functools import cache

from facilitator.drawing.shapes import Box, Command, Path, Picture, Shape, Stroke, Text, circle, line
from facilitator.model.vocabulary import Agreement

COLOURS = {
    Agreement.NOT_SAID: "#596070",
    Agreement.YES: "#0F6E6E",
    Agreement.RESERVATION: "#8A5A00",
    Agreement.DISAGREEMENT: "#B3261E",
    Agreement.TO_CLARIFY: "#33558B",
}
"""Colour of a state, always beside its sign and its word; each reaches 4.5:1 on white."""
_PAPER = "#FFFFFF"
_SIGNS: dict[Agreement, tuple[Command, ...]] = {
    Agreement.YES: line(((-2.8, 0.2), (-0.8, 2.3), (3.0, -2.3))),
    Agreement.RESERVATION: (("M", -3.0, 0.8), ("C", -1.6, -2.4, 1.6, 2.4, 3.0, -0.8)),
    Agreement.DISAGREEMENT: (*line(((-2.3, -2.3), (2.3, 2.3))), *line(((-2.3, 2.3), (2.3, -2.3)))),
}
RADIUS = 6.0
"""The radius these are drawn for."""


@cache
def sign(agreement: Agreement, radius: float = RADIUS) -> Picture:
    """The sign around 0, 0; an empty ring where nothing was said yet."""
    colour, scale = COLOURS[agreement], radius / RADIUS
    box = Box(-radius, -radius, 2 * radius, 2 * radius)
    if agreement is Agreement.NOT_SAID:
        dash = (2.0 * scale, 2.0 * scale)
        return Picture((Path(circle(radius - 0.5 * scale), stroke=Stroke(colour, scale, dash, "flat")),), box)
    mark: Shape
    if agreement is Agreement.TO_CLARIFY:
        mark = Text(0, 3.1 * scale, "?", 9.0 * scale, True, _PAPER, "middle")
    else:
        mark = Path(_scaled(_SIGNS[agreement], scale), stroke=Stroke(_PAPER, 1.5 * scale))
    return Picture((Path(circle(radius), fill=colour), mark), box)


def _scaled(commands: tuple[Command, ...], scale: float) -> tuple[Command, ...]:
    return tuple((name, *(number * scale for number in numbers)) for name, *numbers in commands)  # type: ignore[misc]  # as many as there were
