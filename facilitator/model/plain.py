"""Rows, changes and whole Documents as plain values that JSON can hold, and back.

Tuples are lists, words of a closed vocabulary are their keys, bytes are base64. Reading is strict: what is unknown or
of another type is a ValueError that says where. What a value may be within its type is the business of `rules`.
"""

from __future__ import annotations

import base64
import binascii
import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from enum import Enum
from functools import cache
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints

from facilitator.model.changes import Change
from facilitator.model.document import SINGLE, TABLES, Document, Row, place, rows_of

PlainRow: TypeAlias = dict[str, Any]
Read: TypeAlias = Callable[[object], Any]
Write: TypeAlias = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Kind:
    """How values of one type are written and read; reading raises ValueError."""

    write: Write
    read: Read


def row_to_plain(table: str, row: Row) -> PlainRow:
    """The fields of a row of that table, by name."""
    return {name: kind.write(getattr(row, name)) for name, kind in _kinds(table).items()}


def row_from_plain(table: str, data: object) -> Row:
    """A row of that table; fields left out have their usual value, all but the id."""
    values = values_from_plain(table, data)
    if "id" not in values:
        raise ValueError(f"{table}: a row has no id")
    return TABLES[table](**values)


def values_from_plain(table: str, data: object) -> dict[str, Any]:
    """Some fields of a row of that table, by name."""
    if table not in TABLES:
        raise ValueError(f"there is no table called {table!r}")
    if not isinstance(data, Mapping):
        raise _unexpected(f"{table}: a row", "an object", data)
    kinds = _kinds(table)
    values = {}
    for name, value in data.items():
        if name not in kinds:
            raise ValueError(f"{table}: there is no field called {name!r}")
        try:
            values[name] = kinds[name].read(value)
        except ValueError as error:
            raise ValueError(f"{table}.{name}: {error}") from error
    return values


def to_plain(document: Document) -> dict[str, Any]:
    """The whole session: a row for each single table, a list of rows in order for every other."""
    plain: dict[str, Any] = {}
    for table in TABLES:
        rows = [row_to_plain(table, row) for row in sorted(rows_of(document, table).values(), key=place)]
        plain[table] = rows[0] if table in SINGLE else rows
    return plain


def from_plain(data: object) -> Document:
    """The session that `to_plain` wrote; tables left out are empty. ValueError for anything else."""
    if not isinstance(data, Mapping):
        raise _unexpected("a session", "an object", data)
    unknown = sorted(str(name) for name in data.keys() - TABLES.keys())
    if unknown:
        raise ValueError(f"there is no table called {unknown[0]!r}")
    held: dict[str, Any] = {}
    for table, rows in data.items():
        held[table] = row_from_plain(table, rows) if table in SINGLE else _table_from_plain(table, rows)
    return Document(**held)


def changes_to_plain(changes: Iterable[Change]) -> list[PlainRow]:
    """Changes as the journal keeps them: of a row that existed before and after, only what differs."""
    plain = []
    for change in changes:
        before = None if change.before is None else row_to_plain(change.table, change.before)
        after = None if change.after is None else row_to_plain(change.table, change.after)
        if before is not None and after is not None:
            names = [name for name in before if before[name] != after[name]]
            before, after = {n: before[n] for n in names}, {n: after[n] for n in names}
        plain.append({"table": change.table, "id": change.id, "before": before, "after": after})
    return plain


def changes_from_plain(data: object, document: Document, *, done: bool) -> tuple[Change, ...]:
    """The changes that `changes_to_plain` wrote, given the document they led to (`done`) or would start from.

    ValueError if they do not fit that document.
    """
    if not isinstance(data, list):
        raise _unexpected("changes", "a list", data)
    return tuple(_change_from_plain(one, document, done=done) for one in data)


def _change_from_plain(data: object, document: Document, *, done: bool) -> Change:
    if not isinstance(data, Mapping) or data.keys() != {"table", "id", "before", "after"}:
        raise ValueError(f"this is no change: {data!r:.80}")
    table, id_ = data["table"], data["id"]
    if not isinstance(table, str) or table not in TABLES or not isinstance(id_, str):
        raise ValueError(f"this is no change of a row: {table!r} {id_!r}")
    current = rows_of(document, table).get(id_)
    here, there = (data["after"], data["before"]) if done else (data["before"], data["after"])
    if here is not None and there is not None and current is not None:
        expected: Row | None = replace(current, **values_from_plain(table, here))
        other: Row | None = replace(current, **values_from_plain(table, there))
    else:
        expected = None if here is None else row_from_plain(table, here)
        other = None if there is None else row_from_plain(table, there)
    if expected != current or {row.id for row in (expected, other) if row} != {id_}:
        raise ValueError(f"{table} {id_}: the change does not fit the session")
    if table in SINGLE and other is None:
        raise ValueError(f"{table} is never removed")
    return Change(table, id_, other, expected) if done else Change(table, id_, expected, other)


def _table_from_plain(table: str, rows: object) -> dict[str, Row]:
    if not isinstance(rows, list):
        raise _unexpected(f"{table}: all its rows", "a list", rows)
    found = sorted((row_from_plain(table, row) for row in rows), key=place)
    held = {row.id: row for row in found}
    if len(held) != len(found):
        raise ValueError(f"{table}: two rows have the same id")
    return held


def _unexpected(what: str, wanted: str, data: object) -> ValueError:
    return ValueError(f"{what} should be {wanted}, not {data!r:.80}")


@cache
def _kinds(table: str) -> Mapping[str, _Kind]:
    """How each field of the rows of a table is written and read."""
    hints = get_type_hints(TABLES[table])
    return {f.name: _kind(hints[f.name]) for f in fields(TABLES[table])}


def _kind(hint: Any) -> _Kind:
    if get_origin(hint) is types.UnionType:
        return _optional(_kind(next(arg for arg in get_args(hint) if arg is not types.NoneType)))
    if get_origin(hint) is tuple:
        return _several(_kind(get_args(hint)[0]))
    if issubclass(hint, Enum):
        return _Kind(lambda value: value.value, _word_reader(hint))
    return _SIMPLE[hint]


def _optional(kind: _Kind) -> _Kind:
    return _Kind(
        lambda value: None if value is None else kind.write(value),
        lambda data: None if data is None else kind.read(data),
    )


def _several(kind: _Kind) -> _Kind:
    def read(data: object) -> tuple[Any, ...]:
        if not isinstance(data, list):
            raise _unexpected("it", "a list", data)
        return tuple(kind.read(one) for one in data)

    return _Kind(lambda value: [kind.write(one) for one in value], read)


def _word_reader(words: type[Enum]) -> Read:
    def read(data: object) -> Enum:
        try:
            return words(data)
        except ValueError:
            known = ", ".join(repr(word.value) for word in words)
            raise ValueError(f"{data!r:.80} is none of {known}") from None

    return read


def _exactly(wanted: type) -> Read:
    def read(data: object) -> object:
        if type(data) is not wanted:
            raise _unexpected("it", wanted.__name__, data)
        return data

    return read


def _number(data: object) -> float:
    if type(data) not in (int, float):
        raise _unexpected("it", "a number", data)
    try:
        return float(data)  # type: ignore[arg-type]  # int or float: said just above
    except OverflowError:
        raise ValueError("the number is too large") from None


def _decoded(data: object) -> bytes:
    try:
        return base64.b64decode(_exactly(str)(data), validate=True)
    except binascii.Error as error:
        raise ValueError(f"base64 was expected: {error}") from None


_SIMPLE: dict[type, _Kind] = {
    str: _Kind(str, _exactly(str)),
    int: _Kind(int, _exactly(int)),
    bool: _Kind(bool, _exactly(bool)),
    float: _Kind(float, _number),
    bytes: _Kind(lambda value: base64.b64encode(value).decode("ascii"), _decoded),
}
