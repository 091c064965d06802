"""Lists of actors, links or participants, read from csv files as spreadsheets really write them.

CP1252, UTF-8 or UTF-16, with or without mark; `;`, `,` or tab; any line ending; quoted cells over several lines;
lines too short or too long. What a file is a list of is told by its headings.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from facilitator.exchange.columns import Kind, recognised
from facilitator.exchange.formulas import restored
from facilitator.model.document import Document

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DELIMITERS = (";", ",", "\t")
LARGEST = 20_000_000
"""Bytes: a list of people and organisations is far smaller."""
_ABOVE = 10
"""Headings are looked for in so many lines: spreadsheets often have a title above them."""
csv.field_size_limit(LARGEST)  # what is too long for its field is told field by field


class TableError(ValueError):
    """A file that is no list we know; `key` and `values` are told by `facilitator.terms`."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values


@dataclass(frozen=True, slots=True)
class Record:
    """One line of a list: where it begins in the file (from 1), its known fields, trimmed, and what was beyond."""

    line: int
    fields: Mapping[str, str]
    beyond: str = ""

    def __getitem__(self, field: str) -> str:
        return self.fields.get(field, "")


@dataclass(frozen=True, slots=True)
class Table:
    """A list: its file and sheet, what it lists, its lines, and the headings nothing was done with.

    `numbered`: what is counted in it are lines one can go to, not merely items in their order. `session`: the whole
    session it is a list of, where the file holds one.
    """

    file: str
    kind: Kind
    records: tuple[Record, ...]
    unused: tuple[str, ...] = ()
    sheet: str = ""
    numbered: bool = True
    session: Document | None = None

    @property
    def place(self) -> str:
        """Where it was read, for people."""
        return f"{self.file} › {self.sheet}" if self.sheet else self.file


def read(path: Path) -> Table:
    """The list in a csv file; TableError if it cannot be read or is no list we know."""
    return table(content(path), path.name)


def content(path: Path, most: int = LARGEST) -> bytes:
    """The bytes of a file someone brings; TableError where it is not there, cannot be read, or has more than `most`."""
    try:
        if path.stat().st_size > most:
            raise TableError("table.large", file=path.name)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise TableError("table.missing", file=path.name) from error
    except OSError as error:
        raise TableError("table.unreadable", file=path.name) from error


def table(data: bytes, file: str) -> Table:
    """The list in these bytes of csv, under the name of its file."""
    text = _decoded(data, file)
    if not text.strip():
        raise TableError("table.empty", file=file)
    for delimiter in _by_likelihood(text):
        if found := listed(_rows(text, delimiter, file), file):
            return found
    raise TableError("table.headings", file=file)


def listed(rows: Iterator[tuple[int, list[str]]], file: str, sheet: str = "") -> Table | None:
    """The list that numbered rows of cells are, once headings that are known are among the first; None without."""
    for _line, headings in islice(rows, _ABOVE):
        if found := recognised(headings):
            kind, places = found
            records = tuple(_records(rows, places, headings))
            read_columns = set(places.values())
            unused = [h.strip() for n, h in enumerate(headings) if n not in read_columns and h.strip()]
            return Table(file, kind, records, tuple(unused), sheet)
    return None


def _decoded(data: bytes, file: str) -> str:
    """The text, by its mark if it has one, else UTF-8 if it can be, else what French spreadsheets write."""
    try:
        text = data.decode(_encoding(data))
    except UnicodeDecodeError as error:
        raise TableError("table.not_text", file=file) from error
    if "\0" in text:
        raise TableError("table.not_text", file=file)
    return text


def _encoding(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    if data[1:2] == b"\0" and data[3:4] == b"\0":
        return "utf-16-le"
    if data[0:1] == b"\0" and data[2:3] == b"\0":
        return "utf-16-be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _by_likelihood(text: str) -> list[str]:
    """The delimiters, the most frequent of the first line that is not blank first."""
    first = next(line for line in text.splitlines() if line.strip())
    return sorted(_DELIMITERS, key=first.count, reverse=True)


def _rows(text: str, delimiter: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """Lines that are not blank, each with the number of the line it begins at."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield begins, row
            begins = reader.line_num + 1
    except csv.Error as error:
        raise TableError("table.quotes", file=file, line=begins) from error


def _records(
    rows: Iterator[tuple[int, list[str]]], places: Mapping[str, int], headings: list[str]
) -> Iterator[Record]:
    for line, row in rows:
        fields = {field: restored(row[place].strip()) for field, place in places.items() if place < len(row)}
        if any(cell != headings[places[field]].strip() for field, cell in fields.items() if cell):
            yield Record(line, fields, " ".join(cell.strip() for cell in row[len(headings) :]).strip())
