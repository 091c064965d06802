"""The difference of two Documents, as rows: what the store writes, what undo reverses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from facilitator.model.document import SINGLE, TABLES, Document, Row, rows_of, with_rows


@dataclass(frozen=True, slots=True)
class Change:
    """One row before and after; None where it does not exist."""

    table: str
    id: str
    before: Row | None
    after: Row | None


def difference(before: Document, after: Document) -> tuple[Change, ...]:
    """The changes that lead from one document to the other, in the order of `TABLES`.

    Rows that are the same object are not compared: the cost is that of what a gesture touched.
    """
    found: list[Change] = []
    for table in TABLES:
        if getattr(before, table) is getattr(after, table):
            continue
        old, new = rows_of(before, table), rows_of(after, table)
        found += [Change(table, id_, row, None) for id_, row in old.items() if id_ not in new]
        for id_, row in new.items():
            was = old.get(id_)
            if was is not row and was != row:
                found.append(Change(table, id_, was, row))
    return tuple(found)


def apply(document: Document, changes: Iterable[Change]) -> Document:
    """The document after these changes."""
    by_table: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        by_table[change.table].append(change)
    for table, rows in by_table.items():
        document = with_rows(
            document,
            table,
            put=[change.after for change in rows if change.after is not None],
            drop=[change.id for change in rows if change.after is None],
        )
    return document


def reverse(changes: Iterable[Change]) -> tuple[Change, ...]:
    """What brings the document back."""
    return tuple(Change(c.table, c.id, c.after, c.before) for c in reversed(tuple(changes)))


def merge(first: Iterable[Change], second: Iterable[Change]) -> tuple[Change, ...]:
    """Two sets of changes, one after the other, as one; rows that end as they began are left out."""
    merged: dict[tuple[str, str], Change] = {}
    for change in (*first, *second):
        key = (change.table, change.id)
        begun = merged[key].before if key in merged else change.before
        merged[key] = Change(change.table, change.id, begun, change.after)
    return tuple(change for change in merged.values() if change.before != change.after)


def touched(changes: Iterable[Change]) -> frozenset[str]:
    """Ids of the rows that changed."""
    return frozenset(change.id for change in changes)


def size(document: Document) -> int:
    """How many rows the document holds, the two single ones aside."""
    return sum(len(getattr(document, table)) for table in TABLES if table not in SINGLE)
