"""An arrangement under way: it rests after every small step, so that a window need not wait for its end."""

from __future__ import annotations

from collections.abc import Generator

from facilitator.drawing.shapes import Point

LINK_ROOM = 80.0
"""Left between two cards by an arrangement, in map units: an arrow and its marks are seen."""

Places = dict[str, Point]
"""Centres of cards, by id."""

Work = Generator[None, None, Places]
"""Each step takes a fraction of a millisecond; the places are what it returns."""


def finished(work: Work) -> Places:
    """Does all the steps at once."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            places: Places = end.value
            return places
