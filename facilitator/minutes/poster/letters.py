"""The map of a poster in letters as large as its paper asks for: cards grow with them, and move apart no more than that
takes, as on a wall."""

from __future__ import annotations

from dataclasses import replace

from facilitator.drawing.footing import laid
from facilitator.drawing.map import MapPicture, compose
from facilitator.drawing.setting import found
from facilitator.drawing.spread import Frame
from facilitator.drawing.theme import theme
from facilitator.model.document import Document

_LESS, _MORE = (1.0, 0.85, 0.75, 0.65, 0.55), (1.6, 1.3)
"""Letters that are tried, the largest first: shares of the size asked for, then times those of the map as it stands."""
_NEARLY = 0.97
"""A bent link may make the map a little larger than its cards."""
_FULL = 0.36
"""The share of the map that cards may take: a map is as much what is between them."""
_PLAIN = "paper"


def enlarged(document: Document, width: float, height: float, letters: float) -> MapPicture | None:
    """The map with its least name that large once it is fitted within so many points; None where it is so as it
    stands, or cannot be."""
    plain = compose(document, theme(_PLAIN))
    before = _least(plain, width, height)
    wanted = {letters * share for share in _LESS} | {before * times for times in _MORE}
    for least in sorted(wanted, reverse=True):
        if before < least <= letters:
            drawn = _set(document, Frame(width, height, least, 1.0))
            if _least(drawn, width, height) >= least * _NEARLY and _airy(drawn):
                return drawn
    return None


def _set(document: Document, frame: Frame) -> MapPicture:
    """The map as a wall of that frame would show it."""
    setting = found(document, frame, frozenset(), _PLAIN)
    moved = {
        id_: replace(row, x=setting.boxes[id_].centre[0], y=setting.boxes[id_].centre[1])
        if row.placed
        else row
        for id_, row in document.actors.items()
    }
    return compose(replace(laid(document, setting.spread), actors=moved), setting.look)


def _airy(drawn: MapPicture) -> bool:
    """Whether the links between the cards are still seen."""
    cards = sum(held.box.width * held.box.height for held in drawn.cards.values())
    return cards <= _FULL * drawn.box.width * drawn.box.height


def _least(drawn: MapPicture, width: float, height: float) -> float:
    """The smallest letters a name may be written in, in points."""
    return drawn.theme.name_floor * min(width / drawn.box.width, height / drawn.box.height)
