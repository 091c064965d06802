"""The only door: a gesture goes through here to the disk, and comes back as a new Document.

`after = gesture(before)` → rules → changes → one transaction (changed rows and history entry) → published.
Undone entries come after all others; a new gesture discards them.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, update

from facilitator.model import plain, rules
from facilitator.model.changes import Change, difference, merge, reverse
from facilitator.model.document import Document
from facilitator.model.gestures import Gesture, Refused
from facilitator.model.store import history, rows, schema
from facilitator.model.store.errors import StoreError
from facilitator.model.store.file import SessionFile
from facilitator.model.store.history import Entry, Step
from facilitator.model.store.statement import Order

Watcher = Callable[[Document, Document, Entry], None]
"""Told of every change once it is on the disk: before, after, and the entry done, undone or redone."""


class Journal:
    """The session as it is now, and every way of changing it."""

    def __init__(self, session: SessionFile) -> None:
        self._session = session
        self._watchers: list[Watcher] = []
        self._news: deque[tuple[Document, Document, Entry]] = deque()
        self._publishing = False
        self._past: dict[str, Document | None] = {}
        with session.reading() as connection:
            self._done = history.last_done(connection)
            self._undone = history.next_of(connection, self._done)

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
            if self._undone is not None or step.entry.id == (done.entry.id if done else 0):
                _DISCARD.run(connection, {"from": step.entry.id})
            if kept:
                _KEEP.run(connection, _values(step))
                last: Step | None = step
            else:
                last = history.last_done(connection)
        self._done, self._undone = last, None
        self._publish(after, step.entry)
        return step.entry

    def undo(self) -> Entry | None:
        """Undoes the last entry; None if there is none."""
        step = self._done
        if step is None:
            return None
        changes = reverse(history.changes(step, self.document))
        step = replace(step, entry=replace(step.entry, undone=True))
        after = history.after(self.document, changes)
        with self._session.writing() as connection:
            rows.write(connection, changes)
            _MARK.run(connection, {"entry": step.entry.id, "undone": True})
            last = history.last_done(connection)
        self._done, self._undone = last, step
        self._publish(after, step.entry)
        return step.entry

    def redo(self) -> Entry | None:
        """Does again the entry undone last; None if there is none."""
        step = self._undone
        if step is None:
            return None
        changes = history.changes(step, self.document)
        step = replace(step, entry=replace(step.entry, undone=False))
        after = history.after(self.document, changes)
        with self._session.writing() as connection:
            rows.write(connection, changes)
            _MARK.run(connection, {"entry": step.entry.id, "undone": False})
            following = history.next_of(connection, step)
        self._done, self._undone = step, following
        self._publish(after, step.entry)
        return step.entry

    def entries(self, limit: int = 100) -> list[Entry]:
        """The history, the latest first, undone entries included."""
        with self._session.reading() as connection:
            return history.entries(connection, limit)

    def at_moment(self, moment: str) -> Document | None:
        """The session as it was when that moment was taken; None where the history does not go back to it.

        StoreError if the history is damaged.
        """
        return self._at_moments([moment]).get(moment)

    def printed_moments(self) -> dict[str, Document]:
        """The session as it was at the moments that go into the minutes; those the history lost are left out.

        A damaged history gives none: it must not keep anybody from the minutes.
        """
        wanted = [moment.id for moment in self.document.moments.values() if moment.in_minutes]
        try:
            return self._at_moments(wanted)
        except StoreError as error:
            if error.key not in ("history.damaged", "file.damaged"):
                raise
            return {}

    def _at_moments(self, moments: Iterable[str]) -> dict[str, Document]:
        """What was found once is kept: as long as a moment is there, so is the day it was taken."""
        wanted = [id_ for id_ in moments if id_ in self.document.moments]
        sought = [id_ for id_ in wanted if id_ not in self._past]
        if sought:
            with self._session.reading() as connection:
                found = history.taken(connection, self.document, sought)
            self._past.update((id_, found.get(id_)) for id_ in sought)
        past = ((id_, self._past[id_]) for id_ in wanted)
        return {id_: was for id_, was in past if was is not None}

    def watch(self, watcher: Watcher) -> Callable[[], None]:
        """Tells the watcher of every change from now on; the answer is a function that stops it."""
        self._watchers.append(watcher)

        def stop() -> None:
            if watcher in self._watchers:
                self._watchers.remove(watcher)

        return stop

    def _merged(self, done: Step, gesture: Gesture, changes: tuple[Change, ...]) -> tuple[Step, bool]:
        """The last entry with these changes too, and whether anything is left of it."""
        total = merge(history.changes(done, self.document), changes)
        touched = tuple(dict.fromkeys((*done.entry.touched, *gesture.touched)))
        entry = replace(done.entry, at=datetime.now(UTC), count=len(touched), touched=touched)
        return replace(done, entry=entry, changes=_written(total)), bool(total)

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
_DISCARD = Order(delete(_TABLE).where(_TABLE.c.id >= bindparam("from")))
_KEEP = Order(insert(_TABLE))
_MARK = Order(update(_TABLE).where(_TABLE.c.id == bindparam("entry")).values(undone=bindparam("undone")))


def _new_step(done: Step | None, gesture: Gesture, changes: tuple[Change, ...]) -> Step:
    number = done.entry.id + 1 if done else 1
    entry = Entry(number, datetime.now(UTC), gesture.name, gesture.count, False, gesture.touched)
    return Step(entry, gesture.merge, _written(changes))


def _written(changes: tuple[Change, ...]) -> str:
    return json.dumps(plain.changes_to_plain(changes), ensure_ascii=False, separators=(",", ":"))


def _values(step: Step) -> dict[str, Any]:
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
