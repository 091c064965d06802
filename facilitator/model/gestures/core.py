"""What a gesture is, and the three moves every gesture is made of: add, edit, remove rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from typing import Any, Literal, overload

from facilitator.model.document import (
    SINGLE,
    TABLES,
    Actor,
    Document,
    Item,
    Link,
    Remark,
    Row,
    next_rank,
    place,
    rows_of,
    with_rows,
)
from facilitator.model.texts import tidy


class Refused(Exception):  # noqa: N818  a gesture is refused: it is no error of the program
    """The gesture cannot be done. `key` and `values` are told in the language of the moment by `facilitator.terms`."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


@dataclass(frozen=True, slots=True)
class Gesture:
    """What a person does, as a pure function from Document to Document.

    `name` is a stable key such as `actor.add`, told by `facilitator.terms`; `touched` are the ids it is about.
    Consecutive gestures with the same non-empty `merge` key are one step of undo.
    """

    name: str
    act: Callable[[Document], Document]
    touched: tuple[str, ...] = ()
    merge: str = ""

    @property
    def count(self) -> int:
        return len(self.touched)

    def __call__(self, document: Document) -> Document:
        return self.act(document)


def together(name: str, gestures: Iterable[Gesture], *, merge: str = "") -> Gesture:
    """Several gestures as one step of undo."""
    parts = tuple(gestures)

    def act(document: Document) -> Document:
        for part in parts:
            document = part(document)
        return document

    return Gesture(name, act, tuple(dict.fromkeys(id_ for part in parts for id_ in part.touched)), merge)


def tidied(row: Row) -> Row:
    """The row with its texts tidied, its numbers of ODD in order, each once."""
    changed: dict[str, Any] = {}
    for f in fields(row):
        value = getattr(row, f.name)
        clean = value
        if value and "text" in f.metadata:
            clean = tidy(value, lines=f.metadata["text"] == "text")
        elif value and "odds" in f.metadata:
            clean = tuple(sorted(set(value)))
        if clean != value:
            changed[f.name] = clean
    return replace(row, **changed) if changed else row


@overload
def find(document: Document, table: Literal["actors"], id_: str) -> Actor: ...
@overload
def find(document: Document, table: Literal["links"], id_: str) -> Link: ...
@overload
def find(document: Document, table: Literal["items"], id_: str) -> Item: ...
@overload
def find(document: Document, table: Literal["remarks"], id_: str) -> Remark: ...
@overload
def find(document: Document, table: str, id_: str) -> Row: ...
def find(document: Document, table: str, id_: str) -> Row:
    """The row, or a refusal if it is gone."""
    row = rows_of(document, table).get(id_)
    if row is None:
        raise Refused("gone", table=table)
    return row


def put(document: Document, table: str, *rows: Row) -> Document:
    """Rows added or replaced, texts tidied."""
    return with_rows(document, table, put=[tidied(row) for row in rows])


def add(name: str, table: str, row: Any) -> Gesture:
    """Adds a row, last in its order unless it brings a rank."""

    def act(document: Document) -> Document:
        if row.id in rows_of(document, table):
            raise Refused("already", table=table)
        if getattr(row, "rank", None) == 0:
            return put(document, table, _ranked(row, next_rank(getattr(document, table))))
        return put(document, table, row)

    return Gesture(name, act, (row.id,))


def edit(name: str, table: str, ids: Iterable[str], changes: dict[str, Any], *, merge: str = "") -> Gesture:
    """Sets the same fields of one or several rows."""
    ids = tuple(dict.fromkeys(ids))
    unknown = changes.keys() - {f.name for f in fields(TABLES[table])} | ({"id"} & changes.keys())
    if unknown:
        raise TypeError(f"{table} rows have no field to edit called {', '.join(sorted(unknown))}")

    def act(document: Document) -> Document:
        return put(document, table, *(replace(find(document, table, id_), **changes) for id_ in ids))

    return Gesture(name, act, ids, merge)


def remove(name: str, table: str, ids: Iterable[str]) -> Gesture:
    """Removes rows nothing else refers to."""
    ids = tuple(dict.fromkeys(ids))

    def act(document: Document) -> Document:
        for id_ in ids:
            find(document, table, id_)
        return with_rows(document, table, drop=ids)

    return Gesture(name, act, ids)


def move(name: str, table: str, id_: str, before: str | None) -> Gesture:
    """Puts a row before another of its table, or last; every rank is given anew, unless the order stays the same."""

    def act(document: Document) -> Document:
        moved = find(document, table, id_)
        ordered = sorted(rows_of(document, table).values(), key=place)
        rows = [row for row in ordered if row.id != id_]
        at = next((n for n, row in enumerate(rows) if row.id == before), len(rows))
        rows.insert(ordered.index(moved) if before == id_ else at, moved)
        if rows == ordered:
            return document
        return with_rows(document, table, put=[_ranked(row, n) for n, row in enumerate(rows, 1)])

    if table in SINGLE:
        raise TypeError(f"{table} has no order")
    return Gesture(name, act, (id_,))


def _ranked(row: Any, rank: int) -> Row:
    ranked: Row = replace(row, rank=rank)
    return ranked
