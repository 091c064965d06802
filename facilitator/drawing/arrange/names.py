"""What one can ask of many cards at once, by key."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """Arrangements, which are proposed."""

    ORGANIC = "organic"
    CATEGORY = "category"
    TARGET = "target"
    ROWS = "rows"
    AIR = "air"


class Line(StrEnum):
    """What of the cards comes on one line."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Way(StrEnum):
    """Along what cards are spaced."""

    ACROSS = "across"
    DOWN = "down"
