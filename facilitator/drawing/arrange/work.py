"""An arrangement under way."""

from __future__ import annotations

from facilitator.drawing.shapes import Point
from facilitator.slices import Slices

LINK_ROOM = 80.0
"""Left between two cards by an arrangement, in map units: an arrow and its marks are seen."""

Places = dict[str, Point]
"""Centres of cards, by id."""

Work = Slices[Places]
"""Each step takes a fraction of a millisecond."""
