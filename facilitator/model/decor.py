"""What decorates a map for a while: a ring on cards by a measure, a colour on links. It moves and writes nothing.

Kept on the desk, never undone. Measures are told in a few steps that a room can name, never as numbers on cards;
`readings.measures` computes them.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from facilitator.model.document import Document, Link


class Measure(StrEnum):
    """What the ring of a card tells: how many actors it is in touch with, the share of the shortest ways between two
    others that pass by it, how much it offers."""

    TOUCH = "touch"
    BETWEEN = "between"
    OFFERS = "offers"


class Colouring(StrEnum):
    """What the colour of a link tells."""

    TYPE = "type"
    STATUS = "status"


STEPS: dict[Measure, tuple[float, float, float]] = {
    Measure.TOUCH: (1, 3, 6),
    Measure.BETWEEN: (1e-9, 0.05, 0.15),
    Measure.OFFERS: (1, 2, 4),
}
"""The least value of each step; under the first there is no ring."""


@dataclass(frozen=True, slots=True)
class Decor:
    """`shown` or not, the choice stays: one key shows it again. `pillars`: the dots of the pillars, told by the legend,
    also where cards are too large for the back row to have any."""

    measure: Measure | None = Measure.TOUCH
    colouring: Colouring | None = None
    pillars: bool = False
    shown: bool = False

    @property
    def ring(self) -> Measure | None:
        """The measure that is shown."""
        return self.measure if self.shown else None

    @property
    def ink(self) -> Colouring | None:
        """The colouring that is shown."""
        return self.colouring if self.shown else None

    @property
    def dots(self) -> bool:
        """Whether the dots of the pillars are shown."""
        return self.pillars and self.shown

    @property
    def something(self) -> bool:
        """Whether there is anything to show."""
        return self.measure is not None or self.colouring is not None or self.pillars


def step(measure: Measure, value: float) -> int:
    """The step of a value: 0 for none, then 1, 2, 3."""
    return sum(value >= least for least in STEPS[measure])


def told_alike(measure: Measure, before: Document, after: Document) -> bool:
    """Whether a measure is the same of two documents: most gestures move cards or write texts."""
    if before.actors is not after.actors and before.actors.keys() != after.actors.keys():
        return False
    if measure is Measure.OFFERS:
        return before.contributions is after.contributions
    was, now = before.links, after.links
    return was is now or {k: _told(v) for k, v in was.items()} == {k: _told(v) for k, v in now.items()}


def _told(row: Link) -> tuple[object, ...]:
    return row.source, row.target, row.status


def to_plain(decor: Decor) -> dict[str, Any]:
    """The decor as the desk keeps it."""
    return {f.name: getattr(decor, f.name) for f in fields(decor)}


def from_plain(plain: Any) -> Decor:
    """The decor the desk kept; nothing is shown where it cannot be read."""
    if not isinstance(plain, dict):
        return Decor()
    return Decor(
        next((one for one in Measure if one == plain.get("measure")), None),
        next((one for one in Colouring if one == plain.get("colouring")), None),
        plain.get("pillars") is True,
        plain.get("shown") is True,
    )
