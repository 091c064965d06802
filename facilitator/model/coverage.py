"""Who is named where: actors by field of intervention and by category; what is empty is asked of the room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from facilitator.model.document import Actor, Document, ordered
from facilitator.model.names import fold

UNSAID = ""
"""The field of those whose field was not said."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Fields in their order, the unsaid one last; and the actors of each (field, category) where there are any."""

    fields: tuple[str, ...]
    cells: Mapping[tuple[str, str], tuple[Actor, ...]]

    def empty(self, categories: Iterable[str]) -> int:
        """How many cells of the fields that were said hold nobody."""
        held = tuple(categories)
        return sum((field, key) not in self.cells for field in self.fields if field for key in held)


def coverage(document: Document, asked: Iterable[str] = ()) -> Coverage:
    """Fields are the zones of the map, those `asked` for, then whatever else actors say; spellings aside."""
    fields: dict[str, str] = {}
    cells: dict[tuple[str, str], list[Actor]] = {}
    actors = ordered(document.actors)
    named = (*(zone.name for zone in ordered(document.zones)), *asked, *(actor.domain for actor in actors))
    for field in named:
        if field.strip():
            fields.setdefault(fold(field), field)
    for actor in actors:
        field = fields[fold(actor.domain)] if actor.domain.strip() else UNSAID
        cells.setdefault((field, actor.category), []).append(actor)
    return Coverage((*fields.values(), UNSAID), {key: tuple(held) for key, held in cells.items()})
