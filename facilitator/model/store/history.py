"""The history as it lies in the file: the entries, and whether they lead to the session and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from facilitator.model import plain, rules
from facilitator.model.changes import Change, apply, reverse
from facilitator.model.document import Document
from facilitator.model.store import schema
from facilitator.model.store.errors import StoreError
from facilitator.model.store.statement import Query


@dataclass(frozen=True, slots=True)
class Entry:
    """One step of the history. `name` is the gesture's key, told by `facilitator.terms`; `at` is in UTC."""

    id: int
    at: datetime
    name: str
    count: int
    undone: bool
    touched: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """An entry as it lies in the file; `changes` is JSON, read only if it is undone, redone or merged."""

    entry: Entry
    merge: str
    changes: str


_ENTRIES = schema.Table.metadata.tables["entry"]
_COLUMNS = tuple(
    _ENTRIES.c[n] for n in ("id", "at", "name", "count", "undone", "touched", "merge", "changes")
)
_OLDEST_FIRST = Query(select(*_COLUMNS).order_by(_ENTRIES.c.id))
_LATEST_FIRST = Query(select(*_COLUMNS).order_by(_ENTRIES.c.id.desc()).limit(bindparam("most")))
_LAST_DONE = Query(select(*_COLUMNS).where(~_ENTRIES.c.undone).order_by(_ENTRIES.c.id.desc()).limit(1))
_NEXT = Query(select(*_COLUMNS).where(_ENTRIES.c.id > bindparam("done")).order_by(_ENTRIES.c.id).limit(1))
_ALL = -1
"""As many as there are."""


def last_done(connection: Connection) -> Step | None:
    """The entry that would be undone."""
    return next(_steps(connection, _LAST_DONE), None)


def next_of(connection: Connection, done: Step | None) -> Step | None:
    """The entry after that one (None: the first): the one that would be redone."""
    return next(_steps(connection, _NEXT, done=done.entry.id if done else 0), None)


def entries(connection: Connection, limit: int) -> list[Entry]:
    """The latest first, undone ones included."""
    return [step.entry for step in _steps(connection, _LATEST_FIRST, most=limit)]


def taken(connection: Connection, document: Document, moments: Iterable[str]) -> dict[str, Document]:
    """The document as it was when each of these moments was taken; those it does not go back to are left out.

    A later gesture on a moment whose taking was cleared away is not its taking: the moment was there before it.
    """
    waited, found = set(moments), dict[str, Document]()
    steps = _steps(connection, _LATEST_FIRST, most=_ALL) if waited else iter(())
    for step in steps:
        if step.entry.undone:
            continue
        document = apply(document, reverse(changes(step, document)))
        here = [id_ for id_ in step.entry.touched if id_ in waited and id_ not in document.moments]
        found.update(dict.fromkeys(here, document))
        waited.difference_update(here)
        if not waited:
            break
    return found


def changes(step: Step, document: Document) -> tuple[Change, ...]:
    """What an entry changed. StoreError if it does not fit the session as it is."""
    try:
        return plain.changes_from_plain(json.loads(step.changes), document, done=not step.entry.undone)
    except (ValueError, RecursionError) as error:
        raise StoreError("history.damaged", detail=str(error)) from error


def after(document: Document, read: tuple[Change, ...]) -> Document:
    """The document after changes read from the file: they are held to the rules as those of a gesture are."""
    changed = apply(document, read)
    for fault in rules.broken(changed, read):
        raise StoreError("history.damaged", detail=f"{fault.rule} {fault.table} {fault.id}")
    return changed


def check(connection: Connection, document: Document) -> None:
    """Undoes everything that was done, then redoes what was undone, in memory. StoreError where that fails."""
    steps = list(_steps(connection, _OLDEST_FIRST))
    if [step.entry.undone for step in steps] != sorted(step.entry.undone for step in steps):
        raise StoreError("history.damaged", detail="an undone entry comes before one that is not")
    earlier, later = document, document
    for step in reversed(steps):
        if not step.entry.undone:
            earlier = after(earlier, reverse(changes(step, earlier)))
    for step in steps:
        if step.entry.undone:
            later = after(later, changes(step, later))


def _steps(connection: Connection, entries: Query, **given: int) -> Iterator[Step]:
    try:
        for id_, at, name, count, undone, touched, merged, told in entries.rows(connection, **given):
            entry = Entry(id_, datetime.fromisoformat(at), name, count, undone, touched)
            yield Step(entry, merged, told)
    except (KeyError, ValueError, RecursionError) as error:
        raise StoreError("history.damaged", detail=str(error)) from error
