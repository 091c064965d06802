"""What stays together on a page, asked before it is set: room for headings and what follows, last lines held."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Any

from reportlab.platypus import Paragraph

from facilitator.minutes.blocks import Block, Directory, Entry, Facts, Heading, Point, Table, Words, length
from facilitator.minutes.blocks import Paragraph as Said
from facilitator.minutes.flowables import HeadingLine

_HEADINGS = {1: 66.0, 2: 38.0, 3: 27.0}
"""Room a heading takes, in points."""
FIRST_PIECE = 46.0
"""Room to keep after a heading, or under the name of a thing, so that neither stands alone at the foot of a page."""
_KEPT = 190.0
"""What is no higher than this stays in one piece."""
_SHORT = 200
"""Letters up to which a piece of text, the last of its kind, is not left alone on a page."""
LONG_ENTRY = 900
"""Letters from which a thing looked up has more to say than half a page's width holds well."""


def room(blocks: Sequence[Block], at: int) -> float:
    """What a heading, those just under it and the first piece of what follows take; notes are a piece together, and
    do not stand alone between a heading and the next one."""
    run = list(takewhile(lambda block: isinstance(block, Heading), blocks[at:]))
    after = blocks[at + len(run) :]
    notes = list(takewhile(lambda block: isinstance(block, Said) and block.role == "note", after))
    told = sum((length(note.words) // 105 + 1) * 13.5 + 5 for note in notes if isinstance(note, Said))
    first = told if 0 < told <= _KEPT else _first(after[0] if after else None)
    if first == told and isinstance(next(iter(after[len(notes) :]), None), Heading):
        first += room(after, len(notes))
    return sum(_HEADINGS[block.level] for block in run if isinstance(block, Heading)) + first


def _first(block: Block | None) -> float:
    """Room for the first piece of a block, which its heading must not leave."""
    if isinstance(block, Entry | Point):
        return kept(block)
    if isinstance(block, Directory):
        return max(map(_listed_height, block.entries[:2]))
    if isinstance(block, Table | Facts):
        return 110.0
    return 74.0 if isinstance(block, Said) and block.role == "question" else FIRST_PIECE


def kept(block: Entry | Point) -> float:
    """Room to ask for: all of it, or where it is long its first piece."""
    if isinstance(block, Entry):
        name, said, letters, leading = _lines(block.name, 80) * 15.0 + 1, block.lines, 95, 14.0
    else:
        name, said, letters, leading = 0.0, (block.words, *block.said), 66, 16.0
    height = 10 + name + sum(_lines(words, letters) * leading + 1 for words in said)
    return height if height <= _KEPT else FIRST_PIECE + 2 * leading


def _lines(words: Words, letters: int) -> int:
    return length(words) // letters + 1


def entry_length(entry: Entry) -> int:
    """Letters of its name and lines."""
    return sum(map(length, (entry.name, *entry.lines)))


def _listed_height(entry: Entry) -> float:
    """About what an entry takes in half the width."""
    if entry_length(entry) > LONG_ENTRY:
        return kept(entry)
    return 12 + sum((length(words) // 42 + 1) * 12.5 for words in (entry.name, *entry.lines))


def hold_last_lines(pieces: Sequence[Any]) -> None:
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
