"""Blocks set on pages: each kind of block becomes pieces that reportlab can break across pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial, singledispatch
from itertools import groupby, pairwise, takewhile
from typing import Any

from reportlab.platypus import (
    CondPageBreak,
    NextPageTemplate,
    PageBreak,
    Paragraph,
    Spacer,
    TableStyle,
)
from reportlab.platypus import Table as Grid

from facilitator.drawing import lettering
from facilitator.minutes import marks
from facilitator.minutes.blocks import (
    Badges,
    Block,
    Bullets,
    Callout,
    Contents,
    Directory,
    Entry,
    Facts,
    Heading,
    MapSheet,
    Point,
    Table,
    Title,
    Words,
    plain,
)
from facilitator.minutes.blocks import Paragraph as Said
from facilitator.minutes.flowables import (
    BadgeRows,
    Barred,
    ContentsLines,
    HeadingLine,
    MapFigure,
    Pill,
    heading,
    marked,
)
from facilitator.minutes.ink import REGULAR, colour
from facilitator.minutes.styles import (
    ACCENT,
    HAIRLINE,
    INK,
    TINT,
    WIDTH,
    common_style,
    style,
    title_style,
)
from facilitator.minutes.typeset import markup

FIRST, PAGE, MAP = "first", "page", "map"
"""Names of the page templates."""

_HEADINGS = {1: 66.0, 2: 38.0, 3: 27.0}
"""Room a heading takes, in points."""
_FIRST_PIECE = 46.0
"""Room to keep after a heading, or under the name of a thing, so that neither stands alone at the foot of a page."""


_SHORT = 200
"""Letters up to which a piece of text, the last of its kind, is not left alone on a page."""


def flowables(blocks: Sequence[Block]) -> list[Any]:
    """Everything to set, in order."""
    found: list[Any] = []
    for at, block in enumerate(blocks):
        if isinstance(block, Heading) and not (at and isinstance(blocks[at - 1], Heading)):
            found.append(CondPageBreak(_room(blocks, at)))
        found += set_block(block)
    _hold_last_lines(found)
    return found


def _hold_last_lines(pieces: Sequence[Any]) -> None:
    """Keeps the last of a run of paragraphs with the one before, and with the headings where it is the first too."""
    for at, (before, last) in enumerate(pairwise(pieces)):
        ends = at + 2 == len(pieces) or not _is_text(pieces[at + 2])
        if (
            not ends
            or not (_is_text(before) and _is_text(last))
            or max(map(_letters, (before, last))) > _SHORT
        ):
            continue
        before.keepWithNext = 1
        for piece in takewhile(lambda piece: isinstance(piece, HeadingLine), reversed(pieces[:at])):
            piece.keepWithNext = 1


def _is_text(piece: Any) -> bool:
    return isinstance(piece, Paragraph) and not isinstance(piece, HeadingLine)


def _letters(piece: Any) -> int:
    return len(piece.getPlainText(identify=True))


def _room(blocks: Sequence[Block], at: int) -> float:
    """What a heading, those just under it and the first piece of what follows take; notes are a piece together."""
    run = list(takewhile(lambda block: isinstance(block, Heading), blocks[at:]))
    after = blocks[at + len(run) :]
    notes = list(takewhile(lambda block: isinstance(block, Said) and block.role == "note", after))
    told = sum((_length(note.words) // 105 + 1) * 13.5 + 5 for note in notes if isinstance(note, Said))
    first = told if 0 < told <= _KEPT else _first(after[0] if after else None)
    return sum(_HEADINGS[block.level] for block in run if isinstance(block, Heading)) + first


def _first(block: Block | None) -> float:
    """Room for the first piece of a block, which its heading must not leave."""
    if isinstance(block, Entry | Point):
        return _kept(block)
    if isinstance(block, Directory):
        return max(map(_listed_height, block.entries[:2]))
    if isinstance(block, Table | Facts):
        return 110.0
    return 74.0 if isinstance(block, Said) and block.role == "question" else _FIRST_PIECE


@singledispatch
def set_block(block: Block) -> Iterator[Any]:
    """The pieces of a block."""
    raise TypeError(f"no way to set a {type(block).__name__}")


@set_block.register
def _(block: Heading) -> Iterator[Any]:
    yield heading(block, markup(plain(block.text)), style(f"heading{block.level}"))


@set_block.register
def _(block: Said) -> Iterator[Any]:
    yield Paragraph(markup(block.words), style(block.role))


@set_block.register
def _(block: Bullets) -> Iterator[Any]:
    for item in block.items:
        if block.status is None:
            yield Paragraph(markup(item), style("bullet"), bulletText="•")
        else:
            yield marked(markup(item), "link", partial(marks.status, of=block.status))


@set_block.register
def _(block: Entry) -> Iterator[Any]:
    yield CondPageBreak(_kept(block))
    yield Paragraph(markup(block.name), style("entry"))
    for line in block.lines:
        yield Paragraph(markup(line), style("told"))


_COLUMN_GAP = 24.0
_LONG_ENTRY = 900
"""Letters from which a thing looked up has more to say than half a page's width holds well."""


@set_block.register
def _(block: Directory) -> Iterator[Any]:
    """Two by two, read line by line; what is long stands across, in its place."""
    for long, run in groupby(block.entries, lambda entry: _entry_length(entry) > _LONG_ENTRY):
        if long:
            for entry in run:
                yield from set_block(entry)
        else:
            yield _two_by_two(list(run))


def _two_by_two(entries: Sequence[Entry]) -> Grid:
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


def _entry_length(entry: Entry) -> int:
    return sum(map(_length, (entry.name, *entry.lines)))


def _listed_height(entry: Entry) -> float:
    """About what an entry takes in half the width."""
    if _entry_length(entry) > _LONG_ENTRY:
        return _kept(entry)
    return 12 + sum((_length(words) // 42 + 1) * 12.5 for words in (entry.name, *entry.lines))


@set_block.register
def _(block: Point) -> Iterator[Any]:
    yield CondPageBreak(_kept(block))
    state = partial(marks.state, agreement=block.agreement, word=block.state)
    yield marked(markup(block.words), "point", state)
    for line in block.said:
        yield Paragraph(markup(line), style("said"))


_KEPT = 190.0
"""What is no higher than this stays in one piece."""


def _kept(block: Entry | Point) -> float:
    """Room to ask for: all of it, or where it is long its first piece."""
    if isinstance(block, Entry):
        said, letters, leading = (block.name, *block.lines), 95, 14.0
    else:
        said, letters, leading = (block.words, *block.said), 66, 16.0
    height = 10 + sum((_length(words) // letters + 1) * leading + 1 for words in said)
    return height if height <= _KEPT else _FIRST_PIECE + 2 * leading


_LONG_FACT = 220
"""Letters from which a fact is a text and stands across the page."""


@set_block.register
def _(block: Facts) -> Iterator[Any]:
    """Two facts stand in two columns, more in three where their longest word has room."""
    short = [pair for pair in block.pairs if _length(pair[1]) <= _LONG_FACT]
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
        if _length(said) > _LONG_FACT:
            yield Paragraph(markup(plain(name)), style("label"))
            yield Paragraph(markup(said), style("body"))
    yield Spacer(1, 9)


def _length(said: Words) -> int:
    return sum(len(span.text) for span in said)


_FONT = ("FONTNAME", (0, 0), (-1, -1), REGULAR)
"""Without it reportlab names a font in every page that is not ours, and not embedded."""

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


@set_block.register
def _(block: Callout) -> Iterator[Any]:
    cells = [Paragraph(markup(plain(block.title)), style("callout.title"))]
    cells += [Paragraph(markup(item), style("callout"), bulletText="•") for item in block.items]
    yield Grid(
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


_LONG_CELL = 600
"""Letters from which a cell has more to say than a column holds well."""


@set_block.register
def _(block: Table) -> Iterator[Any]:
    """Rows are kept whole; one with a long text leaves the columns, and stands across the page in its place."""
    for long, run in groupby(block.rows, lambda row: max(map(_length, row), default=0) > _LONG_CELL):
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
        if _length(cell):
            yield CondPageBreak(_FIRST_PIECE)
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


@set_block.register
def _(block: Title) -> Iterator[Any]:
    if block.mark:
        yield Pill(block.mark)
    yield Paragraph(markup(plain(block.overline)), style("overline"))
    yield Paragraph(markup(plain(block.text)), title_style(block.text))
    if block.question:
        yield Barred(markup(plain(block.question)), common_style(block.question))


@set_block.register
def _(block: Badges) -> Iterator[Any]:
    yield BadgeRows(block.odds)


@set_block.register
def _(block: Contents) -> Iterator[Any]:
    yield CondPageBreak(50 + ContentsLines(block).depth)
    yield heading(Heading(2, block.title), markup(plain(block.title)), style("heading2"))
    yield ContentsLines(block)


@set_block.register
def _(block: MapSheet) -> Iterator[Any]:
    yield NextPageTemplate(MAP)
    yield PageBreak()
    yield heading(block.heading, markup(plain(block.heading.text)), style("sheet"))
    yield Paragraph(markup(block.caption), style("caption"))
    yield MapFigure(block)
    yield NextPageTemplate(PAGE)
    yield PageBreak()
