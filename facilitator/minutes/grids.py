"""Blocks that stand in rows and columns: facts, the callout, tables, things looked up two by two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from reportlab.platypus import CondPageBreak, Paragraph, Spacer, TableStyle
from reportlab.platypus import Table as Grid

from facilitator.drawing import lettering
from facilitator.minutes.blocks import Callout, Entry, Facts, Table, Words, length, plain
from facilitator.minutes.ink import REGULAR, colour
from facilitator.minutes.styles import ACCENT, HAIRLINE, INK, TINT, WIDTH, style
from facilitator.minutes.together import FIRST_PIECE
from facilitator.minutes.typeset import markup

_COLUMN_GAP = 24.0
_LONG_FACT = 220
"""Letters from which a fact is a text and stands across the page."""
_LONG_CELL = 600
"""Letters from which a cell has more to say than a column holds well."""

_FONT = ("FONTNAME", (0, 0), (-1, -1), REGULAR)
"""Without it reportlab names a font in every page that is not ours, and not embedded."""


def facts(block: Facts) -> Iterator[Any]:
    """Two facts stand in two columns, more in three where their longest word has room."""
    short = [pair for pair in block.pairs if length(pair[1]) <= _LONG_FACT]
    words = [word for _name, said in short for span in said for word in span.text.split()]
    wide = max((lettering.width(word, style("value").fontSize) for word in words), default=0.0)
    columns = 2 if len(short) <= 2 or wide > WIDTH / 3 - 14 else 3
    cells = [
        [Paragraph(markup(plain(name)), style("label")), Paragraph(markup(said), style("value"))]
        for name, said in short
    ]
    rows: list[list[Any]] = [cells[at : at + columns] for at in range(0, len(cells), columns)]
    if rows:
        rows[-1] += [""] * (columns - len(rows[-1]))
        yield Grid(rows, [WIDTH / columns] * columns, style=_FACTS_STYLE, splitInRow=1, hAlign="LEFT")
    for name, said in block.pairs:
        if length(said) > _LONG_FACT:
            yield Paragraph(markup(plain(name)), style("label"))
            yield Paragraph(markup(said), style("body"))
    yield Spacer(1, 9)


_FACTS_STYLE = TableStyle(
    [
        _FONT,
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 14),
        ("TOPPADDING", (0, 0), (-1, -1), 4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
    ]
)


def two_by_two(entries: Sequence[Entry]) -> Grid:
    """Entries in two columns, read line by line."""
    cells: list[Any] = [
        [Paragraph(markup(entry.name), style("listed"))]
        + [Paragraph(markup(line), style("listed.told")) for line in entry.lines]
        for entry in entries
    ]
    cells += [""] * (len(cells) % 2)
    rows = [cells[at : at + 2] for at in range(0, len(cells), 2)]
    column = (WIDTH + _COLUMN_GAP) / 2
    return Grid(
        rows,
        [column, column - _COLUMN_GAP],
        style=_DIRECTORY_STYLE,
        hAlign="LEFT",
        spaceBefore=3,
        spaceAfter=3,
    )


_DIRECTORY_STYLE = TableStyle(
    [
        _FONT,
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (0, -1), _COLUMN_GAP),
        ("RIGHTPADDING", (1, 0), (1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
    ]
)


def callout(block: Callout) -> Grid:
    """Its title and its points on a ground of their own."""
    cells = [Paragraph(markup(plain(block.title)), style("callout.title"))]
    cells += [Paragraph(markup(item), style("callout"), bulletText="•") for item in block.items]
    return Grid(
        [[cell] for cell in cells], [WIDTH], style=_CALLOUT_STYLE, splitInRow=1, spaceBefore=8, spaceAfter=14
    )


_CALLOUT_STYLE = TableStyle(
    [
        _FONT,
        ("BACKGROUND", (0, 0), (-1, -1), colour(TINT)),
        ("LINEBEFORE", (0, 0), (0, -1), 3, colour(ACCENT), 0),
        ("LEFTPADDING", (0, 0), (-1, -1), 16),
        ("RIGHTPADDING", (0, 0), (-1, -1), 16),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ("TOPPADDING", (0, 0), (-1, 0), 12),
        ("BOTTOMPADDING", (0, -1), (-1, -1), 13),
    ]
)


def table(block: Table) -> Iterator[Any]:
    """Rows are kept whole; one with a long text leaves the columns, and stands across the page in its place."""
    for long, run in groupby(block.rows, lambda row: max(map(length, row), default=0) > _LONG_CELL):
        if not long:
            yield _grid(block, list(run))
            continue
        for row in run:
            yield from _across(block.heads, row)
    yield Spacer(1, 12)


def _grid(block: Table, rows: Sequence[Sequence[Words]]) -> Grid:
    heads = [Paragraph(markup(plain(head)), style("head")) for head in block.heads]
    cells = [[Paragraph(markup(cell), style("cell")) for cell in row] for row in rows]
    widths = [share * WIDTH for share in block.shares]
    return Grid([heads, *cells], widths, style=_TABLE_STYLE, repeatRows=1)


def _across(heads: Sequence[str], row: Sequence[Words]) -> Iterator[Any]:
    """A row told cell by cell, each under its head."""
    yield Spacer(1, 8)
    for head, cell in zip(heads, row, strict=True):
        if length(cell):
            yield CondPageBreak(FIRST_PIECE)
            yield Paragraph(markup(plain(head)), style("head"))
            yield Paragraph(markup(cell), style("body"))


_TABLE_STYLE = TableStyle(
    [
        _FONT,
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 12),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
        ("LINEBELOW", (0, 0), (-1, 0), 1.2, colour(INK)),
        ("LINEBELOW", (0, 1), (-1, -1), 0.6, colour(HAIRLINE)),
    ]
)
