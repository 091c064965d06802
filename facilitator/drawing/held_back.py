"""Cards held back by the edge of the wall: one that is carried out of what can be shown at once goes as far as it can.

All the others stay where they are, and everything is still seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from facilitator.drawing.arrange.held import held_apart
from facilitator.drawing.shapes import Box, Point, union
from facilitator.drawing.spread import AIR, Frame

_AWAY = 2.0
"""How far from where it would be, in its own widths, a card is held back."""
_HAIR = 1e-6
"""Left free of the wall, so that rounding leaves nothing out of it."""


def held_back(
    wanted: Mapping[str, Box],
    placed: Mapping[str, Box],
    stay: Mapping[str, Box],
    hidden: frozenset[str],
    frame: Frame,
    zoom: float,
) -> dict[str, Point] | None:
    """Centres of cards for the wall to show everything at that zoom; None where it does as they are `placed`, where
    what stays is too much already, or where a card would be too far from the place that is `wanted` for it.

    What is hidden takes its place among the others, and asks for none of the wall.
    """
    seen = [box for id_, box in stay.items() if id_ not in hidden]
    if not seen:
        return None
    room = frame.lower if frame.lower.fit(seen) >= zoom else frame
    if room.fit([*seen, *(box for id_, box in placed.items() if id_ not in hidden)]) >= zoom:
        return None
    centres, taken = {}, dict(stay)
    for id_, box in sorted(wanted.items(), key=lambda one: one[0] not in hidden):
        if id_ in hidden:
            centre: Point | None = placed[id_].centre
        else:
            centre = _place(box, taken, _reach(seen, box, room.width / zoom, room.height / zoom))
        if centre is None:
            return None
        centres[id_], taken[id_] = centre, box.centred(*centre)
        if id_ not in hidden:
            seen.append(taken[id_])
    return centres


def _reach(seen: Iterable[Box], box: Box, width: float, height: float) -> Box:
    """The centres at which a box is seen together with all the others."""
    around = union(seen)
    return Box(
        around.right - width + box.width / 2 + _HAIR,
        around.bottom - height + box.height / 2 + _HAIR,
        2 * (width - _HAIR) - around.width - box.width,
        2 * (height - _HAIR) - around.height - box.height,
    )


def _place(box: Box, others: Mapping[str, Box], within: Box) -> Point | None:
    """The free place nearest to its own, if it is near enough."""
    found = held_apart({**others, "": box}, _Reached(within), others.keys(), AIR, _AWAY)
    return None if found is None else found[""]


@dataclass(frozen=True, slots=True)
class _Reached:
    """Centres within a box."""

    within: Box

    def keeps(self, _id: str, x: float, y: float) -> bool:
        return self.within.contains(x, y)

    def edges(self, _id: str) -> tuple[tuple[float, float], tuple[float, float]]:
        return (self.within.x, self.within.right), (self.within.y, self.within.bottom)
