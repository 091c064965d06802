"""The only door: a gesture goes through here to the disk, and comes back as a new Document.

`after = gesture(before)` → rules → changes → one transaction (changed rows and history entry) → published.
Undone entries come after all others; a new gesture discards them.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from facilitator.model import plain, rules
from facilitator.model.changes import Change, apply, difference, merge, reverse
from facilitator.model.document import Document
from facilitator.model.gestures import Gesture, Refused
from facilitator.model.store import rows, schema
from facilitator.model.store.errors import StoreError
from facilitator.model.store.file import SessionFile


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
class _Step:
    """An entry as it lies in the file; `changes` is JSON, read only if it is undone, redone or merged."""

    entry: Entry
    merge: str
    changes: str


Watcher = Callable[[Document, Document, Entry], None]
"""Told of every change once it is on the disk: before, after, and the entry done, undone or redone."""


class Journal:
    """The session as it is now, and every way of changing it."""

    def __init__(self, session: SessionFile) -> None:
        self._session = session
        self._watchers: list[Watcher] = []
        self._news: deque[tuple[Document, Document, Entry]] = deque()
        self._publishing = False
        with session.reading() as connection:
            self._done = _last_done(connection)
            self._undone = _next_of(connection, self._done)

    @property
    def document(self) -> Document:
        return self._session.document

    @property
    def next_undo(self) -> Entry | None:
        """What `undo` would undo."""
        return self._done.entry if self._done else None

    @property
    def next_redo(self) -> Entry | None:
        """What `redo` would redo."""
        return self._undone.entry if self._undone else None

    def do(self, gesture: Gesture) -> Entry | None:
        """Does a gesture; None if it changes nothing. Refused or StoreError leave everything as it was."""
        before = self.document
        after = gesture(before)
        changes = difference(before, after)
        if not changes:
            return None
        for fault in rules.broken(after, changes):
            raise Refused(fault.rule, table=fault.table, id=fault.id, field=fault.field)
        done = self._done
        if done and gesture.merge and gesture.merge == done.merge and self._undone is None:
            step, kept = self._merged(done, gesture, changes)
        else:
            step, kept = _new_step(done, gesture, changes), True
        with self._session.writing() as connection:
            rows.write(connection, changes)
            connection.execute(_DISCARD, {"from": step.entry.id})
            if kept:
                connection.execute(_KEEP, _values(step))
                last: _Step | None = step
            else:
                last = _last_done(connection)
        self._done, self._undone = last, None
        self._publish(after, step.entry)
        return step.entry

    def undo(self) -> Entry | None:
        """Undoes the last entry; None if there is none."""
        step = self._done
        if step is None:
            return None
        changes = reverse(self._changes(step))
        step = replace(step, entry=replace(step.entry, undone=True))
        after = self._fitting(changes)
        with self._session.writing() as connection:
            rows.write(connection, changes)
            connection.execute(_MARK, {"entry": step.entry.id, "undone": True})
            last = _last_done(connection)
        self._done, self._undone = last, step
        self._publish(after, step.entry)
        return step.entry

    def redo(self) -> Entry | None:
        """Does again the entry undone last; None if there is none."""
        step = self._undone
        if step is None:
            return None
        changes = self._changes(step)
        step = replace(step, entry=replace(step.entry, undone=False))
        after = self._fitting(changes)
        with self._session.writing() as connection:
            rows.write(connection, changes)
            connection.execute(_MARK, {"entry": step.entry.id, "undone": False})
            following = _next_of(connection, step)
        self._done, self._undone = step, following
        self._publish(after, step.entry)
        return step.entry

    def entries(self, limit: int = 100) -> list[Entry]:
        """The history, the latest first, undone entries included."""
        with self._session.reading() as connection:
            query = select(*_COLUMNS).order_by(_TABLE.c.id.desc()).limit(limit)
            return [_step(row).entry for row in connection.execute(query)]

    def watch(self, watcher: Watcher) -> Callable[[], None]:
        """Tells the watcher of every change from now on; the answer is a function that stops it."""
        self._watchers.append(watcher)

        def stop() -> None:
            if watcher in self._watchers:
                self._watchers.remove(watcher)

        return stop

    def _merged(self, done: _Step, gesture: Gesture, changes: tuple[Change, ...]) -> tuple[_Step, bool]:
        """The last entry with these changes too, and whether anything is left of it."""
        total = merge(self._changes(done), changes)
        touched = tuple(dict.fromkeys((*done.entry.touched, *gesture.touched)))
        entry = replace(done.entry, at=datetime.now(UTC), count=len(touched), touched=touched)
        return replace(done, entry=entry, changes=_written(total)), bool(total)

    def _changes(self, step: _Step) -> tuple[Change, ...]:
        """What an entry changed, if it fits the session as it is."""
        try:
            return plain.changes_from_plain(
                json.loads(step.changes), self.document, done=not step.entry.undone
            )
        except (ValueError, RecursionError) as error:
            raise StoreError("history.damaged", detail=str(error)) from error

    def _fitting(self, changes: tuple[Change, ...]) -> Document:
        """The document after changes read from the file: they are held to the rules as those of a gesture are."""
        after = apply(self.document, changes)
        for fault in rules.broken(after, changes):
            raise StoreError("history.damaged", detail=f"{fault.rule} {fault.table} {fault.id}")
        return after

    def _publish(self, after: Document, entry: Entry) -> None:
        """Tells every watcher, one change at a time: one made by a watcher is told after the one it answers."""
        before, self._session.document = self._session.document, after
        self._news.append((before, after, entry))
        if self._publishing:
            return
        self._publishing = True
        try:
            while self._news:
                news = self._news.popleft()
                for watcher in tuple(self._watchers):
                    watcher(*news)
        finally:
            self._publishing = False


_TABLE = schema.Table.metadata.tables["entry"]
_COLUMNS = tuple(_TABLE.c[n] for n in ("id", "at", "name", "count", "undone", "touched", "merge", "changes"))
_DISCARD = delete(_TABLE).where(_TABLE.c.id >= bindparam("from"))
_KEEP = insert(_TABLE)
_MARK = update(_TABLE).where(_TABLE.c.id == bindparam("entry")).values(undone=bindparam("undone"))


def _new_step(done: _Step | None, gesture: Gesture, changes: tuple[Change, ...]) -> _Step:
    number = done.entry.id + 1 if done else 1
    entry = Entry(number, datetime.now(UTC), gesture.name, gesture.count, False, gesture.touched)
    return _Step(entry, gesture.merge, _written(changes))


def _written(changes: tuple[Change, ...]) -> str:
    return json.dumps(plain.changes_to_plain(changes), ensure_ascii=False, separators=(",", ":"))


def _last_done(connection: Connection) -> _Step | None:
    query = select(*_COLUMNS).where(_TABLE.c.undone == bindparam("no")).order_by(_TABLE.c.id.desc()).limit(1)
    row = connection.execute(query, {"no": False}).first()
    return None if row is None else _step(row)


def _next_of(connection: Connection, done: _Step | None) -> _Step | None:
    query = select(*_COLUMNS).where(_TABLE.c.id > bindparam("done")).order_by(_TABLE.c.id).limit(1)
    row = connection.execute(query, {"done": done.entry.id if done else 0}).first()
    return None if row is None else _step(row)


def _step(row: Any) -> _Step:
    try:
        id_, at, name, count, undone, touched, merged, changes = row
        when = datetime.fromisoformat(at)
        return _Step(Entry(id_, when, name, count, undone, touched), merged, changes)
    except ValueError as error:
        raise StoreError("history.damaged", detail=str(error)) from error


def _values(step: _Step) -> dict[str, Any]:
    entry = step.entry
    return {
        "id": entry.id,
        "at": entry.at.isoformat(),
        "name": entry.name,
        "count": entry.count,
        "merge": step.merge,
        "touched": entry.touched,
        "changes": step.changes,
        "undone": entry.undone,
    }
