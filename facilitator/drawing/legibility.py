"""Can the back row read? From a room to the least letters a wall may show.

A capital letter on the wall must be at least the distance of the last row divided by 200 (AVIXA DISCAS, basic
decision making). Everything is a share of the height of the image: a room says nothing of pixels, a screen all of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitator.drawing.lettering import CAP_HEIGHT
from facilitator.drawing.theme import Theme

ACUITY = 200.0
"""How many times its height a capital letter is read from."""
USUAL, LARGEST = 2.5 / ACUITY, 8.0 / ACUITY
"""Capital letters as a share of the image, for a last row at two and a half times its height: what is counted on where
nobody measured; and at eight times, beyond which no image holds what there is to read."""
LEAST = 1.0 / ACUITY
"""Nobody sits nearer, on the whole, than the height of the image."""
LINES = (0.058, 0.047, 0.038, 0.031, 0.025, 0.020, 0.0165, 0.0135, 0.011)
"""Letters of the lines shown to who sits at the back, as shares of the image, from the largest."""
_EASE = 1.15
"""A line that can be made out is not yet read at ease: letters are larger by this."""


@dataclass(frozen=True, slots=True)
class Room:
    """Capital letters the back row can read, as a share of the height of the image; `known`, or what is usual."""

    capitals: float = USUAL
    known: bool = False

    @property
    def letters(self) -> float:
        """The least size of letters, as a share of the height of the image."""
        return min(max(self.capitals, LEAST), LARGEST) / CAP_HEIGHT

    @property
    def too_deep(self) -> bool:
        """Whether the last row is farther than any map can be read from."""
        return self.capitals > LARGEST

    def size(self, height: float) -> float:
        """The least size of letters in pixels, on an image that many pixels high."""
        return self.letters * height


def measured(height: float, distance: float) -> Room:
    """The room of an image so many metres high whose last row is so many metres away. ValueError: no such image."""
    if height <= 0 or distance <= 0:
        raise ValueError("an image has a height, and rows a distance")
    return Room(distance / ACUITY / height, True)


def tried(line: int) -> Room:
    """The room whose back row could read the lines up to that one, counted from 0 (the largest). Who can read one
    is not too far, at ease or not."""
    return Room(min(LINES[line] * CAP_HEIGHT * _EASE, LARGEST), True)


NONE_READ = Room(LARGEST * _EASE, True)
"""The room whose back row can read none of the lines."""


def seen_from(room: Room, height: float) -> float:
    """How far, in metres, the least letters can be read on an image so many metres high."""
    return room.letters * CAP_HEIGHT * height * ACUITY


def lettered(theme: Theme, least: float) -> Theme:
    """The same look with no words smaller than so many units beside the map: title, legend, small print."""
    return replace(
        theme,
        small=max(theme.small, least),
        legend=max(theme.legend, least),
        title=max(theme.title, least * 1.25),
    )
