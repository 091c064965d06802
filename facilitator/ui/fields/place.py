"""Where a field reads and writes: one field of one row, or the same field of several rows at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass, fields, replace
from typing import Any, Final

from facilitator.model import gestures
from facilitator.model.document import TABLES, Answer, Document, Row, rows_of
from facilitator.model.gestures import Gesture
from facilitator.model.gestures.core import edit


class _Mixed:
    """What several rows hold when they do not hold the same."""

    def __repr__(self) -> str:
        return "MIXED"


MIXED: Final = _Mixed()

_Changes = dict[str, Any]
_EDITS: dict[str, Callable[..., Gesture]] = {
    "categories": gestures.edit_category,
    "link_types": gestures.edit_link_type,
    "participants": gestures.edit_participant,
    "actors": gestures.edit_actor,
    "contributions": gestures.edit_contribution,
    "links": gestures.edit_link,
    "steps": gestures.edit_step,
    "items": gestures.edit_item,
    "answers": gestures.answer,
    "votes": gestures.edit_vote,
    "practices": gestures.edit_practice,
    "commitments": gestures.edit_commitment,
    "means": gestures.edit_means,
    "moments": gestures.edit_moment,
    "evaluations": gestures.edit_evaluation,
    "remarks": gestures.edit_remark,
    "zones": gestures.edit_zone,
}
_SINGLE_EDITS: dict[str, Callable[..., Gesture]] = {
    "workshop": gestures.edit_workshop,
    "background": gestures.edit_background,
}


@dataclass(frozen=True, slots=True)
class Place:
    """The field of a table a control is bound to, in the rows of these ids (none while nothing is shown); `edit` is the
    gesture that writes there, where it is not that of the table."""

    table: str
    field: str
    ids: tuple[str, ...] = ()
    _: KW_ONLY
    edit: Callable[..., Gesture] | None = None

    def at(self, *ids: str) -> Place:
        """The same field, in other rows."""
        return replace(self, ids=ids)

    def rows(self, document: Document) -> tuple[Row, ...]:
        """The rows that are there; an item that was not answered yet has a blank answer."""
        if self.table == "answers":
            return tuple(
                document.answers.get(id_) or Answer(id_) for id_ in self.ids if id_ in document.items
            )
        rows = rows_of(document, self.table)
        return tuple(rows[id_] for id_ in self.ids if id_ in rows)

    def values(self, document: Document) -> tuple[Any, ...]:
        """What each of its rows holds."""
        return tuple(getattr(row, self.field) for row in self.rows(document))

    def value(self, document: Document) -> Any:
        """What the rows hold, `MIXED` where they differ, None where there is no row."""
        values = self.values(document)
        if not values:
            return None
        return values[0] if all(value == values[0] for value in values) else MIXED

    def write(self, value: Any, merge: str = "") -> Gesture:
        """The gesture that puts a value there."""
        if (self.table, self.field) == ("steps", "skipped"):
            return gestures.skip_step(self.ids[0], bool(value))
        changes: _Changes = {self.field: value}
        if (self.table, self.field) == ("contributions", "pillar"):
            changes["sub_item"] = ""  # the sub-items of a pillar are its own
        if self.table in _SINGLE_EDITS:
            return _SINGLE_EDITS[self.table](merge=merge, **changes)
        if len(self.ids) > 1:
            return edit(f"{self.table[:-1]}.edit", self.table, self.ids, changes, merge=merge)
        return (self.edit or _EDITS[self.table])(self.ids[0], merge=merge, **changes)

    def toggle(self, document: Document, key: Any, on: bool) -> Gesture:
        """The gesture that puts one key in, or takes it out of, the tuple each row holds; the others stay."""
        parts = []
        for row in self.rows(document):
            held: tuple[Any, ...] = getattr(row, self.field)
            kept = tuple(k for k in held if k != key)
            value = (*kept, key) if on else kept
            parts.append(self.at(row.id).write(tuple(sorted(value)) if self.field == "odds" else value))
        return parts[0] if len(parts) == 1 else gestures.together(f"{self.table[:-1]}.edit", parts)

    @property
    def merge_key(self) -> str:
        """What consecutive gestures of one visit have in common."""
        return f"{self.table}.{'+'.join(self.ids)}.{self.field}"

    @property
    def required(self) -> bool:
        """Whether the model refuses an empty text there."""
        return bool(self._metadata.get("required"))

    @property
    def several_lines(self) -> bool:
        """Whether the text may have several lines."""
        return bool(self._metadata.get("text") == "text")

    @property
    def between(self) -> tuple[int, int] | None:
        """Both ends of the numbers it may hold."""
        ends: tuple[int, int] | None = self._metadata.get("between")
        return ends

    @property
    def _metadata(self) -> Any:
        return next(f.metadata for f in fields(TABLES[self.table]) if f.name == self.field)


WORKSHOP = ("workshop",)
"""The ids of the single row of the session sheet."""
