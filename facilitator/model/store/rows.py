"""Documents to rows of the file, and back, without objects in between."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from facilitator.model.changes import Change
from facilitator.model.document import SINGLE, TABLES, Document, Row
from facilitator.model.store.errors import StoreError
from facilitator.model.store.schema import Table
from facilitator.model.store.statement import Order, Query
from facilitator.slices import Slices


def read(connection: Connection) -> Document:
    """The session in the file. StoreError where a value is not of its column's type or vocabulary."""
    held: dict[str, Any] = {}
    for table, kind in TABLES.items():
        try:
            rows: list[Any] = [kind(*values) for values in _query(table).every_row(connection)]
        except (KeyError, ValueError, TypeError, RecursionError) as error:
            raise StoreError("file.damaged", detail=f"{table}: {error}") from error
        if table not in SINGLE:
            held[table] = {row.id: row for row in rows}
        elif len(rows) == 1:
            held[table] = rows[0]
        else:
            raise StoreError("file.damaged", detail=f"{table}: {len(rows)} rows")
    return Document(**held)


def getting_ready() -> Slices[None]:
    """Writes what reads each table: the first session of a process would wait for it longer than for its rows."""
    for table in TABLES:
        _query(table)
        yield


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
        _delete(table).run(connection, *ids)
    for table, rows in put.items():
        _upsert(table).run(connection, *rows)


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
def _delete(table: str) -> Order:
    held = Table.metadata.tables[table]
    return Order(delete(held).where(held.c.id == bindparam("gone")))


@cache
def _upsert(table: str) -> Order:
    new = insert(Table.metadata.tables[table])
    changed = {name: new.excluded[name] for name in _names(table) if name != "id"}
    return Order(new.on_conflict_do_update(index_elements=["id"], set_=changed))
