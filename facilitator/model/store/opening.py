"""From a path to a connection that can be trusted: pragmas, the lock, and what is checked before a row is read.

Everything is asked through SQLite. Opening and closing the file by any other way would, under POSIX, drop the locks
this process holds on it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from facilitator.model.store.errors import StoreError, store_error
from facilitator.model.store.schema import APPLICATION, FORMAT, Table

PATIENCE = 0.2
"""Seconds to wait for a lock: long enough for a sync program's glance, short enough to be told at once."""


@contextmanager
def sqlite_errors() -> Iterator[None]:
    """What SQLite says inside is raised as a StoreError."""
    try:
        yield
    except (sqlite3.Error, DBAPIError) as error:
        raise store_error(error) from error


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """A connection to an existing file, `mode` being "ro" or "rw"; nothing is read yet."""
    with sqlite_errors():
        uri = f"{path.absolute().as_uri()}?mode={mode}"
        connection = sqlite3.connect(uri, uri=True, timeout=PATIENCE, isolation_level=None)
        for pragma in (
            "trusted_schema=OFF",
            "cell_size_check=ON",
            "foreign_keys=ON",
            "synchronous=EXTRA",
            "fullfsync=ON",  # macOS: all the way to the disk
            "locking_mode=" + ("EXCLUSIVE" if mode == "rw" else "NORMAL"),
        ):
            connection.execute(f"PRAGMA {pragma}")
        return connection


def in_memory(connection: sqlite3.Connection) -> sqlite3.Connection:
    """A copy of a whole file, that touches it no more."""
    with sqlite_errors():
        copy = sqlite3.connect(":memory:", isolation_level=None)
        try:
            connection.backup(copy)
            copy.execute("PRAGMA trusted_schema=OFF")
        except BaseException:
            copy.close()
            raise
        return copy


@contextmanager
def looked_at(connection: sqlite3.Connection) -> Iterator[None]:
    """A transaction that only looks; a writer comes out of it holding the lock until it closes."""
    with sqlite_errors():
        exclusive = connection.execute("PRAGMA locking_mode").fetchone()[0] == "exclusive"
        connection.execute("BEGIN EXCLUSIVE" if exclusive else "BEGIN")
        try:
            yield
        finally:
            connection.rollback()


def format_of(connection: sqlite3.Connection, *, newer: bool) -> int:
    """The number of the session's format. StoreError if it is no session, or too new unless `newer` is let through."""
    application, number = (_pragma(connection, name) for name in ("application_id", "user_version"))
    if application != APPLICATION:
        raise StoreError("file.not_a_session")
    if not isinstance(number, int) or number < 1:
        raise StoreError("file.damaged", detail=f"format {number}")
    if number > FORMAT and not newer:
        raise StoreError("file.newer", format=number)
    return number


def check_whole(connection: sqlite3.Connection, *, thorough: bool = False) -> None:
    """SQLite's own check of its pages, rows and references. StoreError naming the first fault."""
    check = "integrity_check" if thorough else "quick_check"
    said = connection.execute(f"PRAGMA {check}(1)").fetchone()
    if said is None or said[0] != "ok":
        raise StoreError("file.damaged", detail=str(said[0] if said else ""))
    dangling = connection.execute("PRAGMA foreign_key_check").fetchone()
    if dangling is not None:
        raise StoreError(
            "file.damaged", detail=f"{dangling[0]}: a row refers to a row of {dangling[2]} that is gone"
        )


def check_objects(connection: sqlite3.Connection) -> None:
    """Nothing in the file acts by itself, whatever its format: there are tables and indexes alone."""
    for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall():
        virtual = str(sql or "").upper().lstrip().startswith("CREATE VIRTUAL")
        if kind not in ("table", "index") or virtual:
            raise StoreError("file.altered", detail=f"{kind} {name}")


def check_schema(connection: sqlite3.Connection, format_: int = FORMAT) -> None:
    """The tables are those of the format, and nothing that acts by itself was added.

    Of a newer format, more tables and columns are let through: they are not read.
    """
    check_objects(connection)
    wanted, found = _expected(), _columns(connection)
    for table, columns in wanted.items():
        missing = columns - found.get(table, frozenset())
        if missing:
            key = "file.newer" if format_ > FORMAT else "file.damaged"
            raise StoreError(key, format=format_, detail=f"{table}.{min(missing)[0]}")
    if format_ > FORMAT:
        return
    extra = {t for t in found if not t.startswith("sqlite_")} - wanted.keys()
    extra |= {table for table, columns in wanted.items() if found[table] != columns}
    if extra:
        raise StoreError("file.altered", detail=f"table {min(extra)}")


def engine_over(connection: sqlite3.Connection, *, read_only: bool) -> Engine:
    """SQLAlchemy on the one connection; each transaction begins where it is begun, not at its first write.

    Whoever opened the connection closes it, once the engine's are returned.
    """
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def begin(transaction: Connection) -> None:
        transaction.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

    return engine


def leave(connection: sqlite3.Connection) -> None:
    """Gives back the lock of a session that was open, and takes its emptied journal away from beside the file.

    That journal may be of another day, when the power went: only a change of journal mode takes those away.
    """
    with suppress(sqlite3.Error):  # the disk may be gone: what was acknowledged is on it
        connection.execute("PRAGMA locking_mode=NORMAL")
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        connection.execute("PRAGMA journal_mode=PERSIST")
        connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()


def _pragma(connection: sqlite3.Connection, name: str) -> object:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


Columns = frozenset[tuple[str, str, int, int]]
"""Name, type, NOT NULL and place in the primary key of every column."""


def _columns(connection: sqlite3.Connection) -> dict[str, Columns]:
    rows = connection.execute(
        'SELECT m.name, c.name, c.type, c."notnull", c.pk, c.hidden'
        " FROM sqlite_master m, pragma_table_xinfo(m.name) c WHERE m.type = 'table'"
    )
    columns: dict[str, set[tuple[str, str, int, int]]] = {}
    for table, name, kind, required, key, hidden in rows:
        columns.setdefault(table, set()).add((name, kind if not hidden else "hidden", required, key))
    return {table: frozenset(found) for table, found in columns.items()}


@cache
def _expected() -> dict[str, Columns]:
    """The columns of the format, as SQLite would tell them."""
    return {
        table.name: frozenset(
            (c.name, str(c.type), int(not c.nullable), int(c.primary_key)) for c in table.columns
        )
        for table in Table.metadata.sorted_tables
    }
