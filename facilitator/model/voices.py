"""Who is heard beside who is in the room: never a grade, only whom one might turn to next."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from facilitator.model.document import Document, ordered
from facilitator.model.names import Names
from facilitator.model.vocabulary import Attendance, Presence

_ENOUGH = 4
"""Turns before which nothing is told of the balance."""
_MORE = 1.25
"""Times its part of the room beyond which a category is heard above all."""


@dataclass(frozen=True, slots=True)
class Balance:
    """Turns by category, in the order of categories (0 for one that is in the room and was not heard).

    `most` were heard more than their part of the room, the most heard first; `silent` are in the room and were not
    heard yet.
    """

    turns: dict[str, int]
    most: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        return sum(self.turns.values())


def balance(document: Document) -> Balance:
    """Compared with who came; where no organisation of the room is on the map, with the actors that are present."""
    room, heard = _room(document), {id_: voice.turns for id_, voice in document.voices.items()}
    concerned = [c.id for c in ordered(document.categories) if c.id in room or c.id in heard]
    turns = {id_: heard.get(id_, 0) for id_ in concerned}
    total, people = sum(turns.values()), sum(room.values())
    if total < _ENOUGH or not people:
        return Balance(turns)
    most = [
        id_
        for id_, count in turns.items()
        if count >= _MORE * total * room.get(id_, 0) / people and count * len(turns) > total
    ]
    most.sort(key=lambda id_: -turns[id_])
    silent = [id_ for id_, count in turns.items() if not count]
    return Balance(turns, tuple(most), tuple(silent))


def _room(document: Document) -> Counter[str]:
    """How many people of each category came, as far as their organisations are known; else how many actors."""
    actors = ordered(document.actors)
    names, categories = Names(actor.name for actor in actors), {a.name: a.category for a in reversed(actors)}
    came = [p.organisation for p in document.participants.values() if p.attendance is Attendance.PRESENT]
    known = Counter(categories[found] for name in came if name and (found := names.like(name)))
    return known or Counter(actor.category for actor in actors if actor.presence is Presence.PRESENT)
