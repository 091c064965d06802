"""Documents to rows of the file, and back, without objects in between."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from functools import cache
from typing import Any

from sqlalchemy import Connection, Delete, Insert, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from facilitator.model.changes import Change
from facilitator.model.document import SINGLE, TABLES, Document, Row
from facilitator.model.store.errors import StoreError
from facilitator.model.store.query import Query
from facilitator.model.store.schema import Table


def read(connection: Connection) -> Document:
    """The session in the file. StoreError where a value is not of its column's type or vocabulary."""
    held: dict[str, Any] = {}
    for table, kind in TABLES.items():
        try:
            rows: list[Any] = [kind(*values) for values in _query(table).rows(connection)]
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


@cache
def _query(table: str) -> Query:
    """What reads a table, the values of each row in the order of its fields."""
    held = Table.metadata.tables[table].columns
    columns = select(*(held[name] for name in _names(table)))
    return Query(columns.order_by(held.rank, held.id) if "rank" in held else columns.order_by(held.id))


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
