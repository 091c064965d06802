"""Documents to rows of the file, and back, without objects in between."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import fields
from functools import cache
from typing import Any

from sqlalchemy import Connection, Delete, Insert, bindparam, delete
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import insert

from facilitator.model.changes import Change
from facilitator.model.document import SINGLE, TABLES, Document, Row
from facilitator.model.store.errors import StoreError
from facilitator.model.store.schema import Table


def read(connection: Connection) -> Document:
    """The session in the file. StoreError where a value is not of its column's type or vocabulary."""
    held: dict[str, Any] = {}
    for table, kind in TABLES.items():
        try:
            rows: list[Any] = [kind(*values) for values in _values_of(connection, table)]
        except (KeyError, ValueError, TypeError, RecursionError) as error:
            raise StoreError("file.damaged", detail=f"{table}: {error}") from error
        if table not in SINGLE:
            held[table] = {row.id: row for row in rows}
        elif len(rows) == 1:
            held[table] = rows[0]
        else:
            raise StoreError("file.damaged", detail=f"{table}: {len(rows)} rows")
    return Document(**held)


def write(connection: Connection, changes: Iterable[Change]) -> None:
    """Puts and removes the rows that changed; the caller holds the transaction."""
    put: dict[str, list[dict[str, Any]]] = {}
    gone: dict[str, list[dict[str, Any]]] = {}
    for change in changes:
        if change.after is None:
            gone.setdefault(change.table, []).append({"gone": change.id})
        else:
            put.setdefault(change.table, []).append(_values(change.table, change.after))
    for table, ids in gone.items():
        connection.execute(_delete(table), ids)
    for table, rows in put.items():
        connection.execute(_upsert(table), rows)


def _values(table: str, row: Row) -> dict[str, Any]:
    return {name: getattr(row, name) for name in _names(table)}


@cache
def _names(table: str) -> tuple[str, ...]:
    return tuple(f.name for f in fields(TABLES[table]))


def _values_of(connection: Connection, table: str) -> Iterator[Iterable[Any]]:
    """The values of every row, in the order of its fields."""
    sql, readers = _select(table)
    some = [(at, reader) for at, reader in enumerate(readers) if reader is not None]
    # The file's own cursor: SQLAlchemy's takes longer for each row than making it.
    with closing(connection.connection.cursor()) as cursor:
        cursor.execute(sql)
        found = cursor.fetchall()
    for row in found:
        values = list(row)
        for at, reader in some:
            values[at] = reader(values[at])
        yield values


@cache
def _select(table: str) -> tuple[str, tuple[Callable[[Any], Any] | None, ...]]:
    """The statement that reads a table, and what makes a value of each column; written once for every session."""
    held, dialect = Table.metadata.tables[table].columns, sqlite.dialect()
    columns = ", ".join(f'"{name}"' for name in _names(table))
    order = "rank, id" if "rank" in held else "id"
    readers = [held[name].type.result_processor(dialect, None) for name in _names(table)]
    return f"SELECT {columns} FROM {table} ORDER BY {order}", tuple(readers)  # noqa: S608  names of our own


@cache
def _delete(table: str) -> Delete:
    held = Table.metadata.tables[table]
    return delete(held).where(held.c.id == bindparam("gone"))


@cache
def _upsert(table: str) -> Insert:
    new = insert(Table.metadata.tables[table])
    return new.on_conflict_do_update(
        index_elements=["id"],
        set_={name: new.excluded[name] for name in _names(table) if name != "id"},
    )
