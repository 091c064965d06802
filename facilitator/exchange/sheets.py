"""The cells of a spreadsheet (xlsx) as texts: what its formulas came to, days as ISO texts, merged cells filled down.

Read with the standard library alone: a workbook is XML in a zip, of which a list needs little; whatever it claims to
be, no more is unpacked than a list can be. What was weighed against it: a reader in Rust aborts the whole program on
two cells far apart, the usual one in Python has not been released for years and unpacks without limit.
"""

from __future__ import annotations

import posixpath
import re
import xml.etree.ElementTree as ET
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from io import BytesIO

from facilitator.exchange.markup import MarkupError, attribute, children, descendants, local, tree
from facilitator.exchange.tables import LARGEST, TableError

_MOST_CELLS = 400_000
_MOST_MERGED = 5_000
_WIDEST = 200
"""Columns that are looked at."""
_LONGEST = 32_767
"""Characters of a cell, as the format has it."""
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The two ways in which the format packs its parts."""
_OLD = b"\xd0\xcf\x11\xe0"
"""How files of older spreadsheets begin, and those under a password."""
_DAYS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
"""Number formats the format itself has for dates."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, and its rows that have cells, each with its number."""

    name: str
    rows: tuple[tuple[int, list[str]], ...]


def sheets(data: bytes, file: str) -> list[Sheet]:
    """Every sheet of a workbook; TableError where it is none, or where there is too much in it."""
    if data.startswith(_OLD):
        raise TableError("sheet.old", file=file)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return list(_Book(archive, file).sheets())
    except MarkupError as error:
        raise TableError(error.key, file=file) from error
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        LookupError,
        ValueError,
        RuntimeError,
        OSError,
    ) as error:
        if isinstance(error, TableError):
            raise
        raise TableError("sheet.broken", file=file) from error


@dataclass(slots=True)
class _Book:
    """A workbook being read: what its sheets share."""

    archive: zipfile.ZipFile
    file: str
    left: int = 4 * LARGEST
    """Bytes that may still be unpacked."""
    letters: int = LARGEST
    """Letters that may still be said: thousands of cells may all say one long text that is written once."""
    cells: int = 0
    strings: list[str] = field(default_factory=list)
    dated: list[bool] = field(default_factory=list)
    first_day: date = date(1899, 12, 30)

    def sheets(self) -> Iterator[Sheet]:
        place = self._target("_rels/.rels", "officeDocument") or "xl/workbook.xml"
        folder, name = posixpath.split(place)
        book = self._tree(place)
        relations = f"{folder}/_rels/{name}.rels"
        for properties in children(book, "workbookPr"):
            if properties.get("date1904") in ("1", "true"):
                self.first_day = date(1904, 1, 1)
        if strings := self._target(relations, "sharedStrings"):
            self.strings = [_words(one) for one in children(self._tree(strings), "si")]
        if styles := self._target(relations, "styles"):
            self.dated = _dated(self._tree(styles))
        parts = {one.get("Id"): _resolved(relations, one) for one in self._relations(relations)}
        for sheet in descendants(book, "sheet"):
            part = parts.get(attribute(sheet, "id"))
            root = self._tree(part) if part else None
            if root is not None and local(root) == "worksheet":
                yield Sheet(sheet.get("name", ""), tuple(self._rows(root)))

    def _tree(self, part: str) -> ET.Element:
        most = min(self.left, LARGEST)
        if self.archive.getinfo(part).compress_type not in _PACKED:
            raise zipfile.BadZipFile
        with self.archive.open(part) as packed:
            data = packed.read(most + 1)
        if len(data) > most:
            raise TableError("table.large", file=self.file)
        self.left -= len(data)
        return tree(data)

    def _relations(self, part: str) -> Iterator[ET.Element]:
        with suppress(KeyError):
            self.archive.getinfo(part)
            yield from children(self._tree(part), "Relationship")

    def _target(self, part: str, kind: str) -> str:
        """The part that another refers to as of that kind; nothing where it does not."""
        found = (one for one in self._relations(part) if one.get("Type", "").endswith(f"/{kind}"))
        return next((_resolved(part, one) for one in found), "")

    def _rows(self, root: ET.Element) -> Iterator[tuple[int, list[str]]]:
        held: dict[int, dict[int, str]] = {}
        at = 0
        for row in descendants(root, "row"):
            at = int(row.get("r") or at + 1)
            self._row(row, held.setdefault(at, {}))
        for one in list(descendants(root, "mergeCell"))[:_MOST_MERGED]:
            self._weigh(_fill(held, one.get("ref", "")))
        for number in sorted(held):
            cells = held[number]
            if cells:
                yield number, [cells.get(column, "") for column in range(max(cells) + 1)]

    def _row(self, row: ET.Element, cells: dict[int, str]) -> None:
        column = -1
        for cell in children(row, "c"):
            before, column = column, _column(cell.get("r", "")) if cell.get("r") else column + 1
            self.cells += max(min(column, _WIDEST) - before, 1)  # those that are passed over are held too
            if column < _WIDEST and (text := self._text(cell)):
                cells[column] = text
                self._weigh(len(text))
            if self.cells > _MOST_CELLS:
                raise TableError("table.large", file=self.file)

    def _weigh(self, letters: int) -> None:
        self.letters -= letters
        if self.letters < 0:
            raise TableError("table.large", file=self.file)

    def _text(self, cell: ET.Element) -> str:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return "".join(_words(one) for one in children(cell, "is"))
        value = next((one.text or "" for one in children(cell, "v")), "")
        if kind == "s":
            return self.strings[int(value)] if value else ""
        if kind in ("n", "d") and value:
            return self._number(value, int(cell.get("s", "0")))
        return "" if kind == "e" else value[:_LONGEST]

    def _number(self, value: str, style: int) -> str:
        try:
            number = float(value)
        except ValueError:  # a date as an ISO text
            return value[:_LONGEST]
        last = (date.max - self.first_day).days
        if style < len(self.dated) and self.dated[style] and 0 < number < last + 1:
            return (self.first_day + timedelta(days=int(number))).isoformat()
        return str(int(number)) if number.is_integer() and abs(number) < 1e15 else value


def _words(element: ET.Element) -> str:
    """The text of a string, its runs joined, without how it is pronounced."""
    parts = [one.text or "" for one in children(element, "t")]
    parts += [one.text or "" for run in children(element, "r") for one in children(run, "t")]
    return "".join(parts)[: _LONGEST + 1]


def _resolved(part: str, relation: ET.Element) -> str:
    """The path of what a relation of a part leads to."""
    folder = posixpath.dirname(posixpath.dirname(part))
    return posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")


def _dated(styles: ET.Element) -> list[bool]:
    """For each style of cells, whether it shows a number as a day."""
    own = {one.get("numFmtId"): one.get("formatCode", "") for one in descendants(styles, "numFmt")}
    found = []
    for group in children(styles, "cellXfs"):
        for style in children(group, "xf"):
            code = own.get(style.get("numFmtId", "0"), "")
            shown = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", code)
            found.append(bool(re.search("[yYdD]", shown)) or int(style.get("numFmtId", "0")) in _DAYS)
    return found


def _fill(held: dict[int, dict[int, str]], ref: str) -> int:
    """Says the words of a merged cell on each of its rows that says something; how many letters that is."""
    found = re.fullmatch(r"([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})", ref)
    if not found:
        return 0
    column, top, bottom = _column(found[1]), int(found[2]), int(found[3])
    text = held.get(top, {}).get(column, "")
    rows = range(top + 1, min(bottom, top + 1000) + 1) if text else ()
    filled = [number for number in rows if held.get(number) and column not in held[number]]
    for number in filled:
        held[number][column] = text
    return len(filled) * len(text)


def _column(ref: str) -> int:
    """The number of a column from 0, of "C" or "C12"."""
    number = 0
    for letter in re.match(r"[A-Za-z]{0,3}", ref)[0].upper():  # type: ignore[index]  # it always matches
        number = number * 26 + ord(letter) - 64
    return number - 1
