"""Is the session on time? Planned and real minutes of steps, and how to win back what is late. Seconds unless said."""

from __future__ import annotations

from facilitator.model.document import Document, Step, ordered
from facilitator.model.vocabulary import Block

_LEAST = 5
"""Minutes a step is never shortened below, unless it was planned shorter."""
_MUCH, _SHARE = 600, 0.15
"""What is a lot to be late by: ten minutes, or this share of what remains."""


def after(document: Document, step: str) -> list[Step]:
    """The steps that come after one, those that are skipped left out; all of them where there is no such step."""
    steps = ordered(document.steps)
    at = next((place for place, one in enumerate(steps) if one.id == step), -1)
    return [one for one in steps[at + 1 :] if not one.skipped]


def to_come(document: Document, step: str) -> int:
    """What is planned for the steps after one."""
    return sum(one.minutes for one in after(document, step)) * 60


def is_much(late: float, remaining: float) -> bool:
    """Whether one is so late that something should be done about it."""
    return late > _MUCH or (late > 120 and late > _SHARE * remaining)


def shortened(document: Document, step: str, late: float) -> dict[str, int]:
    """Minutes for the steps after one, so that what is late is won back, each giving in proportion to its length.

    The closing keeps its time: it is when the minutes are re-read. Steps that stay as they are are left out; all
    there is to win is won where it is not enough.
    """
    wanted = -(-int(late) // 60)
    room = {
        one.id: one.minutes - min(_LEAST, one.minutes)
        for one in after(document, step)
        if one.block is not Block.CLOSING
    }
    whole = sum(room.values())
    given: dict[str, int] = {}
    left, rest = min(wanted, whole), whole
    for id_, most in room.items():
        part = min(most, -(-left * most // rest)) if rest else 0
        given[id_] = part
        left, rest = left - part, rest - most
    return {id_: document.steps[id_].minutes - part for id_, part in given.items() if part}
