"""Blocks set on pages: each kind of block becomes pieces that reportlab can break across pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial, singledispatch
from itertools import groupby
from typing import Any

from reportlab.platypus import (
    CondPageBreak,
    KeepTogether,
    NextPageTemplate,
    PageBreak,
    Paragraph,
)

from facilitator.minutes import grids, marks
from facilitator.minutes.blocks import (
    Badges,
    Block,
    Bullets,
    Callout,
    Contents,
    Directory,
    Entry,
    Facts,
    Figure,
    Heading,
    MapSheet,
    Point,
    Table,
    Title,
    plain,
)
from facilitator.minutes.blocks import Paragraph as Said
from facilitator.minutes.flowables import (
    BadgeRows,
    Barred,
    ContentsLines,
    MapFigure,
    Pill,
    SmallFigure,
    heading,
    marked,
)
from facilitator.minutes.styles import common_style, style, title_style
from facilitator.minutes.together import LONG_ENTRY, entry_length, hold_last_lines, kept, room
from facilitator.minutes.typeset import markup

FIRST, PAGE, MAP = "first", "page", "map"
"""Names of the page templates."""


def flowables(blocks: Sequence[Block]) -> list[Any]:
    """Everything to set, in order."""
    found: list[Any] = []
    for at, block in enumerate(blocks):
        if isinstance(block, Heading) and not (at and isinstance(blocks[at - 1], Heading)):
            found.append(CondPageBreak(room(blocks, at)))
        found += set_block(block)
    hold_last_lines(found)
    return found


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
    yield CondPageBreak(kept(block))
    yield Paragraph(markup(block.name), style("entry"))
    for line in block.lines:
        yield Paragraph(markup(line), style("told"))


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
        yield Paragraph(markup(line), style("said"))


@set_block.register
def _(block: Facts) -> Iterator[Any]:
    yield from grids.facts(block)


@set_block.register
def _(block: Callout) -> Iterator[Any]:
    yield grids.callout(block)


@set_block.register
def _(block: Table) -> Iterator[Any]:
    yield from grids.table(block)


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


@set_block.register
def _(block: Figure) -> Iterator[Any]:
    caption = Paragraph(markup(plain(block.caption)), style("heading3"))
    yield KeepTogether([caption, SmallFigure(block)])
