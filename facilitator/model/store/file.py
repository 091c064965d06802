"""One session file: create, open, check, copy, close.

    with file.open(path) as session:
        journal = Journal(session)

While it is open nobody else can open it. Every failure is a StoreError, and leaves the file as it was.
"""

from __future__ import annotations

import errno
import os
import secrets
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection

from facilitator.model import changes, rules
from facilitator.model.document import SINGLE, Document, rows_of
from facilitator.model.store import aside, history, opening, rows, upgrades
from facilitator.model.store.errors import StoreError
from facilitator.model.store.opening import sqlite_errors
from facilitator.model.store.schema import APPLICATION, FORMAT, Table

SUFFIX = ".alliance"


class SessionFile:
    """An open session. `document` is what the file holds; the journal keeps it so.

    `unprotected` says why no backup could be made when it was opened, if none could.
    """

    def __init__(self, path: Path, raw: sqlite3.Connection, *, read_only: bool, newer: bool = False) -> None:
        self.path = path
        self.read_only = read_only
        self.reason = "file.newer" if newer else "file.read_only"
        """Why it could only be read: the key of a StoreError. A copy of one of a newer format is as new."""
        self.document = Document()
        self.unprotected: StoreError | None = None
        self._raw = raw
        self._connection = opening.engine_over(raw, read_only=read_only).connect()
        self._identity = _identity(path)
        self._closed = False

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that reads."""
        with _naming(self.path), sqlite_errors():
            if self._closed:
                raise StoreError("file.closed")
            try:
                with self._connection.begin():
                    yield self._connection
            finally:
                if (
                    self._raw.in_transaction
                ):  # refused at the very end: SQLAlchemy takes it for ended, SQLite does not
                    self._raw.rollback()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes, on the disk once left, undone if it cannot be."""
        with _naming(self.path):
            if self.read_only:
                raise StoreError(self.reason)
            if not self._closed and _identity(self.path) != self._identity:
                raise StoreError("file.moved")
        with self.reading() as connection:
            yield connection

    def protect(self, *, needed: bool, wanted: bool) -> None:
        """Makes a backup. One that cannot be made is no reason not to open, unless it is `needed`."""
        if not wanted and not needed:
            return
        try:
            aside.back_up(self._raw, self.path)
        except StoreError as error:
            if needed:
                raise
            self.unprotected = error

    def load(self, found: int = FORMAT) -> None:
        """Reads the document, brought to today's format first if the one found is older."""
        if found < FORMAT:
            with self.writing() as connection:
                upgrades.upgrade(connection, found)
                opening.check_schema(self._raw)
        with self.reading() as connection:
            self.document = rows.read(connection)

    def copy_to(self, path: Path, *, replace: bool = False) -> None:
        """Writes the session, with its history, to another file: made beside it, then put in its place."""
        path = Path(path)
        with _naming(path):
            if self._closed:
                raise StoreError("file.closed")
            if path.exists() and not replace:
                raise StoreError("file.exists")
            if path.exists() and _identity(path) == self._identity:
                raise StoreError("file.itself")
            self._write_to(path)

    def _write_to(self, path: Path) -> None:
        new = path.with_name(f".{secrets.token_hex(8)}.part")
        try:
            with sqlite_errors():
                self._raw.execute("VACUUM INTO ?", (str(new),))
            with new.open("rb+") as written:
                os.fsync(written.fileno())
            new.replace(path)
        except OSError as error:
            raise StoreError("disk.error", detail=str(error)) from error
        finally:
            with suppress(OSError):
                new.unlink(missing_ok=True)

    def close(self) -> None:
        """Gives the file back to others; may be called twice."""
        if self._closed:
            return
        self._closed = True
        if not self.read_only:
            aside.note_closed(self.path)
        self._connection.close()
        if self.read_only:
            self._raw.close()
        else:
            opening.leave(self._raw)

    def __enter__(self) -> SessionFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def create(path: Path, document: Document) -> SessionFile:
    """A new file holding this document, open. Where something is already, it is left alone: `file.exists`."""
    path = Path(path).absolute()
    with _naming(path):
        _obey(document)
        _claim(path)
    try:
        with _naming(path):
            _fill(path, document)
    except BaseException:
        path.unlink(missing_ok=True)  # nobody's file: it was made a moment ago, and is empty
        raise
    return open(path, backup=False)


def open(path: Path, *, backup: bool = True, read_only: bool = False) -> SessionFile:  # noqa: A001  callers write file.open
    """Opens a session, for oneself alone unless `read_only`; what cannot be written is opened read-only.

    A file of an older format is brought to today's after a backup; one of a newer format can only be read.
    """
    path = Path(path).absolute()
    with _naming(path):
        _look(path)
        session, found = _connected(path, read_only=read_only or not _writable(path))
        try:
            if not session.read_only:
                session.protect(needed=found < FORMAT, wanted=backup)
            session.load(found)
            _obey(session.document)
        except BaseException:
            session.close()
            raise
        if not session.read_only:
            aside.note_open(path)
        return session


def check(path: Path) -> list[StoreError]:
    """Everything wrong with a file, as it is now and without touching it; empty if all is well."""
    path = Path(path).absolute()
    try:
        with _naming(path):
            _look(path)
            session, _ = _connected(path, read_only=True, thorough=True)
            with session:
                session.load()
                found = [_broken(fault) for fault in rules.broken(session.document)]
                if not found:
                    with session.reading() as connection:
                        history.check(connection, session.document)
                return found
    except StoreError as error:
        return [error]


def _fill(path: Path, document: Document) -> None:
    """The tables and the rows, in one transaction: after a power cut the file is whole or empty."""
    whole = [
        *(changes.Change(t, i, None, row) for t in SINGLE for i, row in rows_of(document, t).items()),
        *(c for c in changes.difference(Document(), document) if c.table not in SINGLE),
    ]
    raw = opening.connect(path, "rw")
    try:
        with sqlite_errors(), opening.engine_over(raw, read_only=False).begin() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION:d}")
            connection.exec_driver_sql(f"PRAGMA user_version={FORMAT:d}")
            Table.metadata.create_all(connection, checkfirst=False)
            rows.write(connection, whole)
    finally:
        opening.leave(raw)


def _claim(path: Path) -> None:
    """An empty file where there was nothing, so that nobody else takes the name."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644))
    except FileExistsError as error:
        raise StoreError("file.exists") from error
    except OSError as error:
        refused = error.errno in (errno.EACCES, errno.EPERM, errno.EROFS)
        raise StoreError("file.unwritable" if refused else "file.unreachable", detail=str(error)) from error


def _connected(path: Path, *, read_only: bool, thorough: bool = False) -> tuple[SessionFile, int]:
    """The file locked, and all that must be right before a row is read looked at; and its format."""
    raw = opening.connect(path, "ro" if read_only else "rw")
    try:
        with opening.looked_at(raw):
            found = opening.format_of(raw, newer=read_only)
            opening.check_whole(raw, thorough=thorough)
            if found >= FORMAT:
                opening.check_schema(raw, found)
            else:
                opening.check_objects(raw)
        if read_only and found < FORMAT:
            raw, found = _read_as_today(raw, found), FORMAT
    except BaseException:
        raw.close()
        raise
    return SessionFile(path, raw, read_only=read_only, newer=found > FORMAT), found


def _read_as_today(raw: sqlite3.Connection, found: int) -> sqlite3.Connection:
    """A file of an older format that must not be touched: a copy of it in memory, brought to today's."""
    copy = opening.in_memory(raw)
    try:
        with sqlite_errors(), opening.engine_over(copy, read_only=False).begin() as connection:
            upgrades.upgrade(connection, found)
            opening.check_schema(copy)
    except BaseException:
        copy.close()
        raise
    raw.close()
    return copy


def _look(path: Path) -> None:
    """What can be said of a path before it is opened."""
    try:
        found = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError) as error:
        raise StoreError("file.missing") from error
    except OSError as error:
        raise StoreError("file.unreachable", detail=str(error)) from error
    if not stat.S_ISREG(found):
        raise StoreError("file.folder")


def _writable(path: Path) -> bool:
    """Whether the file and, for its journal, the folder can be written by whoever runs this."""
    effective = os.access in os.supports_effective_ids
    return all(os.access(p, os.W_OK, effective_ids=effective) for p in (path, path.resolve().parent))


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """A StoreError from inside says of which file, and since when it is open if that is what is wrong."""
    try:
        yield
    except StoreError as error:
        error.values.setdefault("name", path.name)
        if error.key == "file.locked":
            error.values.setdefault("since", aside.open_since(path))
        raise


def _identity(path: Path) -> tuple[int, int] | None:
    """What stays the same while the file is where it was; None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _obey(document: Document) -> None:
    """StoreError for the first rule that a document breaks."""
    for fault in rules.broken(document):
        raise _broken(fault)


def _broken(fault: rules.Broken) -> StoreError:
    return StoreError("file.rules", rule=fault.rule, table=fault.table, id=fault.id, field=fault.field)
