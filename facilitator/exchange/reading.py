"""Files that bring something to a session, by their extension: each becomes lists, whatever it was."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn

from facilitator.exchange import graphs, kumu, lists, session_json, tables
from facilitator.exchange.columns import Kind
from facilitator.exchange.sheets import sheets
from facilitator.exchange.tables import Record, Table, TableError
from facilitator.model.document import Document, ordered

LARGEST_JSON = 200_000_000
"""Bytes: a session may carry pictures."""
_MOST_LINES = 20_000
"""Lines of a file: far more than a room can name, and what all of them can still be compared with one another."""
_MOST_VALUES = 2_000_000
"""Values of the largest JSON: each takes far more room in memory than in the file."""


def read(path: Path) -> tuple[Table, ...]:
    """The lists in a file; TableError if it cannot be read, or holds nothing we know."""
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise TableError("table.extension", file=path.name)
    most = LARGEST_JSON if path.suffix.lower() == ".json" else tables.LARGEST
    found = tuple(reader(tables.content(path, most), path.name))
    if sum(len(table.records) for table in found) > _MOST_LINES:
        raise TableError("table.large", file=path.name)
    return found


def _book(data: bytes, file: str) -> Iterator[Table]:
    """The lists of a workbook; a sheet that is none is told if another is one."""
    found = []
    for sheet in sheets(data, file):
        if sheet.rows:
            held = tables.listed(iter(sheet.rows), file, sheet.name)
            found.append(held or Table(file, Kind.UNKNOWN, (), sheet=sheet.name))
    if not found:
        raise TableError("table.empty", file=file)
    if all(table.kind is Kind.UNKNOWN for table in found):
        raise TableError("table.headings", file=file)
    yield from found


def _json(data: bytes, file: str) -> Iterator[Table]:
    if sum(map(data.count, (b",", b"[", b"{"))) > _MOST_VALUES:
        raise TableError("table.large", file=file)
    try:
        plain = json.loads(data.decode("utf-8-sig"), parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise TableError("table.not_text", file=file) from error
    except (ValueError, RecursionError) as error:
        raise TableError("json.broken", file=file) from error
    if not isinstance(plain, Mapping):
        raise TableError("json.unknown", file=file)
    if plain.get("format") == session_json.FORMAT:
        yield from of_document(_session(plain, file), file)
    elif "elements" in plain:
        yield from kumu.kumu(plain, file)
    else:
        raise TableError("json.unknown", file=file)


def _session(plain: Mapping[str, Any], file: str) -> Document:
    try:
        return session_json.read(plain)
    except session_json.NewerError as error:
        raise TableError("json.newer", file=file) from error
    except ValueError as error:
        raise TableError("json.session", file=file) from error


def of_document(document: Document, file: str) -> Iterator[Table]:
    """A session as the lists it would be written as, with what no list says: who is who, and where."""
    for kind in lists.KINDS:
        records = [
            {field: str(cell) for field, cell in row.items() if cell != ""}
            for row in lists.rows(document, kind)
        ]
        if kind is Kind.ACTORS:
            for fields, actor in zip(records, ordered(document.actors), strict=True):
                fields["ref"] = actor.id
                if actor.placed:
                    fields |= {"x": repr(actor.x), "y": repr(actor.y)}
        if kind is Kind.LINKS:
            for fields, link in zip(records, ordered(document.links), strict=True):
                fields |= {"source": link.source, "target": link.target}
        if records or kind is Kind.ACTORS:
            held = tuple(Record(n, fields) for n, fields in enumerate(records, 1))
            yield Table(file, kind, held, numbered=False, session=document)


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number")


_READERS: dict[str, Callable[[bytes, str], Iterator[Table]]] = {
    **dict.fromkeys((".csv", ".tsv", ".txt"), lambda data, file: iter([tables.table(data, file)])),
    ".xlsx": _book,
    ".xlsm": _book,
    ".graphml": lambda data, file: iter(graphs.graph(data, file)),
    ".json": _json,
}
EXTENSIONS = tuple(_READERS)
"""What a file that is imported may end with."""
