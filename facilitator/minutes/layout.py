"""Blocks set on pages: each kind of block becomes pieces that reportlab can break across pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial, singledispatch
from itertools import groupby
from typing import Any

from reportlab.platypus import (
    CondPageBreak,
    Indenter,
    KeepTogether,
    NextPageTemplate,
    PageBreak,
)

from facilitator.minutes import grids, marks
from facilitator.minutes.blocks import (
    Badges,
    Block,
    Bullets,
    Callout,
    Contents,
    Cover,
    Directory,
    Entry,
    Facts,
    Figure,
    Heading,
    OnePage,
    Paragraph,
    Point,
    Sheet,
    Table,
    Title,
    plain,
)
from facilitator.minutes.flowables import (
    BadgeRows,
    Barred,
    ContentsLines,
    LogoFigure,
    Pill,
    SheetViews,
    SmallFigure,
    Text,
    bulleted,
    heading,
    marked,
)
from facilitator.minutes.styles import COVER, HEIGHT, WIDTH, common_style, style, title_style
from facilitator.minutes.tagging import Tag
from facilitator.minutes.together import LONG_ENTRY, entry_length, hold_last_lines, kept, room
from facilitator.minutes.typeset import markup

FIRST, PAGE, MAP, FOLDED_MAP = "first", "page", "map", "folded"
"""Names of the page templates."""


def flowables(blocks: Sequence[Block]) -> list[Any]:
    """Everything to set, in order."""
    found: list[Any] = []
    for at, block in enumerate(blocks):
        before = blocks[at - 1] if at else None
        if before is not None and _turns(before, block):
            found += (NextPageTemplate(_page_of(block)), PageBreak())
        elif isinstance(block, Heading) and not isinstance(before, Heading):
            found.append(CondPageBreak(room(blocks, at)))
        found += set_block(block)
    hold_last_lines(found)
    return found


def _turns(before: Block, block: Block) -> bool:
    """Whether a block begins a page: the cover ends with its contents, maps and summaries are alone on theirs."""
    if isinstance(before, Cover):
        return _holds(before) or isinstance(block, Sheet | OnePage)
    return isinstance(before, Sheet | OnePage) or isinstance(block, Sheet | OnePage)


def _holds(cover: Cover) -> bool:
    """Whether all of a cover is on its page."""
    above = [piece for part in (*cover.opening, *cover.written) for piece in set_block(part)]
    room: float = COVER - _room_of(cover.contents)
    return _height(above) <= room


def _page_of(block: Block) -> str:
    if not isinstance(block, Sheet):
        return PAGE
    return FOLDED_MAP if block.folded else MAP


@singledispatch
def set_block(block: Block) -> Iterator[Any]:
    """The pieces of a block."""
    raise TypeError(f"no way to set a {type(block).__name__}")


@set_block.register
def _(block: Heading) -> Iterator[Any]:
    yield heading(block, markup(plain(block.text)), style(f"heading{block.level}"))


@set_block.register
def _(block: Paragraph) -> Iterator[Any]:
    yield Text(markup(block.words), style(block.role))


@set_block.register
def _(block: Bullets) -> Iterator[Any]:
    if block.status is None:
        yield from bulleted(block.items, "bullet.tight" if block.tight else "bullet")
        return
    held = Tag("L")
    for item in block.items:
        yield marked(markup(item), "link", partial(marks.status, of=block.status), held.item())


@set_block.register
def _(block: Entry) -> Iterator[Any]:
    yield CondPageBreak(kept(block))
    yield Text(markup(block.name), style("entry"))
    for line in block.lines:
        yield Text(markup(line), style("told"))


@set_block.register
def _(block: Directory) -> Iterator[Any]:
    """Two by two, read line by line; what is long stands across, in its place."""
    for long, run in groupby(block.entries, lambda entry: entry_length(entry) > LONG_ENTRY):
        if long:
            for entry in run:
                yield from set_block(entry)
        else:
            yield grids.two_by_two(list(run))


@set_block.register
def _(block: Point) -> Iterator[Any]:
    yield CondPageBreak(kept(block))
    state = partial(marks.state, agreement=block.agreement, word=block.state)
    yield marked(markup(block.words), "point", state)
    for line in block.said:
        yield Text(markup(line), style("said"))


@set_block.register
def _(block: Facts) -> Iterator[Any]:
    yield from grids.facts(block)


@set_block.register
def _(block: Callout) -> Iterator[Any]:
    yield from grids.callout(block)


@set_block.register
def _(block: Table) -> Iterator[Any]:
    yield from grids.table(block)


@set_block.register
def _(block: Title) -> Iterator[Any]:
    logo = LogoFigure(block.logo) if block.logo else None
    if logo is not None:
        yield logo
        yield Indenter(right=logo.beside)
    if block.mark:
        yield Pill(block.mark)
    yield Text(markup(plain(block.overline)), style("overline"))
    yield Text(markup(plain(block.text)), title_style(block.text), tag=Tag("H1"))
    if block.question:
        yield Barred(markup(plain(block.question)), common_style(block.question))
    if logo is not None:
        yield Indenter(right=-logo.beside)


@set_block.register
def _(block: Badges) -> Iterator[Any]:
    yield BadgeRows(block.odds)


@set_block.register
def _(block: Cover) -> Iterator[Any]:
    last = (*block.written, block.contents) if _holds(block) else (block.contents, *block.written)
    for part in (*block.opening, *last):
        yield from set_block(part)


def _room_of(contents: Contents) -> float:
    """What the contents take at least."""
    return ContentsLines(contents).least + 50


@set_block.register
def _(block: Contents) -> Iterator[Any]:
    lines = ContentsLines(block)
    yield CondPageBreak(_room_of(block))
    name = heading(Heading(1, block.title), markup(plain(block.title)), style("heading2"))
    name.keepWithNext = 0  # held together, lines would be measured as if the page had no end
    yield name
    yield lines


@set_block.register
def _(block: Sheet) -> Iterator[Any]:
    yield heading(block.heading, markup(plain(block.heading.text)), style("sheet"))
    if block.caption:
        yield Text(markup(block.caption), style("caption"))
    yield SheetViews(block)


@set_block.register
def _(block: OnePage) -> Iterator[Any]:
    """The first version that holds on the page; the last one if none does."""
    for version in block.versions:
        pieces = [piece for part in version[0] for piece in set_block(part)]
        if _height(pieces) <= HEIGHT:
            break
    yield from pieces
    if version[1]:
        yield PageBreak()
        yield from flowables(version[1])


def _height(pieces: Sequence[Any]) -> float:
    """What pieces take one under the other; the larger of two gaps that meet is left between them."""
    total = gap = 0.0
    for piece in pieces:
        total += max(gap, piece.getSpaceBefore()) if total else 0.0
        total += piece.wrap(WIDTH, HEIGHT)[1]
        gap = piece.getSpaceAfter()
    return total


@set_block.register
def _(block: Figure) -> Iterator[Any]:
    yield KeepTogether([Text(markup(plain(block.caption)), style("heading3")), SmallFigure(block)])
