"""Blocks that stand in rows and columns: facts, the callout, tables, things looked up two by two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from reportlab.platypus import CondPageBreak, Spacer, TableStyle
from reportlab.platypus import Table as Grid

from facilitator.drawing import lettering
from facilitator.minutes.blocks import Callout, Entry, Facts, Table, Words, length, plain
from facilitator.minutes.flowables import Text, bulleted
from facilitator.minutes.ink import REGULAR, colour
from facilitator.minutes.styles import ACCENT, HAIRLINE, HEIGHT, INK, TINT, WIDTH, style
from facilitator.minutes.tagging import Heads, Tag
from facilitator.minutes.together import FIRST_PIECE
from facilitator.minutes.typeset import markup

_COLUMN_GAP = 24.0
_LONG_FACT = 220
"""Letters from which a fact is a text and stands across the page."""
_LONG_CELL = 600
"""Letters from which a cell has more to say than a column holds well."""

_KEPT = 120.0
"""Of the title of a callout and its first point, what is not parted."""

_FONT = ("FONTNAME", (0, 0), (-1, -1), REGULAR)
"""Without it reportlab names a font in every page that is not ours, and not embedded."""


def facts(block: Facts) -> Iterator[Any]:
    """Two facts stand in two columns, more in three where their longest word has room."""
    short = [pair for pair in block.pairs if length(pair[1]) <= _LONG_FACT]
    words = [word for _name, said in short for span in said for word in span.text.split()]
    wide = max((lettering.width(word, style("value").fontSize) for word in words), default=0.0)
    columns = 2 if len(short) <= 2 or wide > WIDTH / 3 - 14 else 3
    told = Tag("L")
    cells = []
    for name, said in short:
        item = Tag("LI", told)
        label = Text(markup(plain(name)), style("label"), tag=Tag("Lbl", item))
        cells.append([label, Text(markup(said), style("value"), tag=Tag("LBody", item))])
    rows: list[list[Any]] = [cells[at : at + columns] for at in range(0, len(cells), columns)]
    if rows:
        rows[-1] += [""] * (columns - len(rows[-1]))
        yield Grid(rows, [WIDTH / columns] * columns, style=_FACTS_STYLE, splitInRow=1, hAlign="LEFT")
    for name, said in block.pairs:
        if length(said) > _LONG_FACT:
            yield Text(markup(plain(name)), style("label"))
            yield Text(markup(said), style("body"))
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
    held = Tag("L")
    cells: list[Any] = []
    for entry in entries:
        item = held.item()
        name = Text(markup(entry.name), style("listed"), tag=Tag("P", item))
        told = (Text(markup(line), style("listed.told"), tag=Tag("P", item)) for line in entry.lines)
        cells.append([name, *told])
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


def callout(block: Callout) -> Iterator[Any]:
    """Its title and its points on a ground of their own; the title is not left alone at the foot of a page."""
    title = Text(markup(plain(block.title)), style("callout.title"), tag=Tag("H2"))
    cells = [title, *bulleted(block.items, "callout")]
    first = sum(cell.wrap(WIDTH - 32, HEIGHT)[1] + 6 for cell in cells[:2])
    room = CondPageBreak(min(first, _KEPT) + 32)
    room.spaceBefore = 8  # which meets the gap of what stands before, as that of the grid would
    yield room
    yield Grid([[cell] for cell in cells], [WIDTH], style=_CALLOUT_STYLE, splitInRow=1, spaceAfter=14)


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
    held = Tag("Table")
    look = "cell.tight" if block.tight else "cell"
    top = Heads(held, len(block.heads))
    heads = [
        Text(markup(plain(name)), style("head"), tag=tag)
        for name, tag in zip(block.heads, top.heads, strict=True)
    ]
    cells = []
    for row in rows:
        line = Tag("TR", held)
        cells.append([Text(markup(cell), style(look), tag=Tag("TD", line)) for cell in row])
    widths = [share * WIDTH for share in block.shares]
    return Grid([heads, *cells], widths, style=_TIGHT_STYLE if block.tight else _TABLE_STYLE, repeatRows=1)


def _across(names: Sequence[str], row: Sequence[Words]) -> Iterator[Any]:
    """A row told cell by cell, each under its head."""
    yield Spacer(1, 8)
    for name, cell in zip(names, row, strict=True):
        if length(cell):
            yield CondPageBreak(FIRST_PIECE)
            yield Text(markup(plain(name)), style("head"))
            yield Text(markup(cell), style("body"))


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
_TIGHT_STYLE = TableStyle(
    [("TOPPADDING", (0, 0), (-1, -1), 2), ("BOTTOMPADDING", (0, 0), (-1, -1), 3)], parent=_TABLE_STYLE
)
