"""Lines of words one under the other: as large as the wall holds, then, at the least size one can read, on pages.

Lengths are units of which the wall is 1080 high; sizes of a line are shares of the body's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facilitator.drawing import lettering, odd
from facilitator.drawing.agreement import sign
from facilitator.drawing.lettering import CAP_HEIGHT, LINE
from facilitator.drawing.shapes import Box, Path, Picture, Shape, Text, rounded
from facilitator.drawing.theme import Theme
from facilitator.model.vocabulary import Agreement

SIDE = 80.0
"""Left free at both sides of the wall."""
_ABOVE = 36.0
"""Left free above and below."""
_LARGEST, _SHRINK = 1.5, 0.93
"""The body begins at so many times the letters of a title, and shrinks by this until all is in."""
_WIDEST = 46.0
"""A line is at most so many times as long as its letters are high: beyond, the eye loses it."""
_LABEL, _BAR = 0.3, 0.33
"""What the name and the bar of a count take of the width; its words have the rest."""


@dataclass(frozen=True, slots=True)
class Count:
    """Hands counted: shares of a bar with their colours, and what they say in words."""

    parts: tuple[tuple[int, str], ...]
    most: int
    told: str


@dataclass(frozen=True, slots=True)
class Line:
    """A text that wraps; `before` is left free above it. `colour` names one of the theme, or is one.

    A number, a sign of agreement, the badge of a goal or a count may stand with it. `heads`: it never ends a page.
    """

    text: str
    size: float = 1.0
    bold: bool = False
    colour: str = "ink"
    indent: float = 0.0
    before: float = 0.0
    agreement: Agreement | None = None
    number: int = 0
    goal: int = 0
    count: Count | None = None
    heads: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    """What cannot be broken: shapes from its own top, its height, and whether the next must follow."""

    shapes: tuple[Shape, ...]
    height: float
    before: float
    heads: bool


def paged(lines: Sequence[Line], look: Theme, width: float, height: float) -> tuple[Picture, ...]:
    """Pictures of that size, the fewest that hold all lines."""
    room = height - 2 * _ABOVE
    body = look.title * _LARGEST
    while True:
        rows = _rows(lines, look, body, width - 2 * SIDE)
        if _height(rows) <= room or body <= look.legend:
            return tuple(_page(page, width, height) for page in _broken(rows, room))
        body = max(body * _SHRINK, look.legend)


def beside(
    columns: Sequence[Sequence[Line]], look: Theme, width: float, height: float
) -> tuple[Picture, ...]:
    """Columns side by side where one page holds them; else one after the other."""
    room, gap = height - 2 * _ABOVE, SIDE / 2
    each = (width - 2 * SIDE - gap * (len(columns) - 1)) / len(columns)
    body = look.title
    while True:
        held = [_rows(lines, look, body, each) for lines in columns]
        if max(map(_height, held)) <= room:
            shapes = [
                shape.moved(SIDE + number * (each + gap), _ABOVE)
                for number, rows in enumerate(held)
                for shape in _stacked(rows)
            ]
            return (Picture(tuple(shapes), Box(0.0, 0.0, width, height)),)
        if body <= look.legend:
            return paged([line for lines in columns for line in lines], look, width, height)
        body = max(body * _SHRINK, look.legend)


def _rows(lines: Iterable[Line], look: Theme, body: float, room: float) -> list[_Row]:
    return [row for line in lines for row in _laid(line, look, body, room)]


def _laid(line: Line, look: Theme, body: float, room: float) -> list[_Row]:
    if line.count is not None:
        return [_counted(line, line.count, look, body, room)]
    size = max(body * line.size, look.legend)
    left = line.indent * body
    if line.agreement is not None:
        left += size * 1.5
    elif line.goal:
        left += size * 2.4
    elif line.number:
        left += size * 1.9
    colour = getattr(look, line.colour, line.colour)
    within = min(room - left, size * _WIDEST)
    texts = [text for part in line.text.split("\n") for text in lettering.wrap(part, size, line.bold, within)]
    rows = []
    for number, text in enumerate(texts):
        baseline = size * (LINE + CAP_HEIGHT) / 2
        shapes: list[Shape] = [Text(left, baseline, text, size, line.bold, colour)]
        if not number and line.number:
            shapes.append(Text(left - size * 1.9, baseline, f"{line.number}.", size, line.bold, colour))
        if not number and line.agreement is not None:
            at = left - size * 0.95
            shapes += sign(line.agreement, size * 0.5).moved(at, baseline - size * CAP_HEIGHT / 2).shapes
        if not number and line.goal:
            middle = baseline - size * CAP_HEIGHT / 2
            shapes += odd.badge(line.goal, size * 1.7).moved(left - size * 1.5, middle).shapes
        high = size * (1.9 if line.goal else LINE)
        if line.goal:
            shapes = [shape.moved(0.0, (high - size * LINE) / 2) for shape in shapes]
        rows.append(_Row(tuple(shapes), high, 0.0 if number else line.before * body, line.heads))
    return rows


def _counted(line: Line, count: Count, look: Theme, body: float, room: float) -> _Row:
    """A name, a bar as long as its hands, and what they say."""
    size = max(body * line.size, look.legend)
    names = lettering.wrap(line.text, size, line.bold, room * _LABEL - size)
    said = lettering.wrap(count.told, size, False, room * (1 - _LABEL - _BAR) - size)
    height = max(len(names), len(said), 1) * size * LINE
    middle = height / 2
    shapes: list[Shape] = []
    x, whole = room * _LABEL, room * _BAR
    for hands, colour in count.parts:
        wide = whole * hands / max(count.most, 1)
        if wide:
            box = Box(x, middle - size * 0.45, wide, size * 0.9)
            shapes.append(Path(rounded(box, size * 0.12), fill=getattr(look, colour, colour)))
        x += wide
    for left, texts, bold in ((0.0, names, line.bold), (room * (_LABEL + _BAR) + size * 0.6, said, False)):
        top = middle - len(texts) * size * LINE / 2
        shapes += [
            Text(left, top + size * (LINE * number + (LINE + CAP_HEIGHT) / 2), text, size, bold, look.ink)
            for number, text in enumerate(texts)
        ]
    return _Row(tuple(shapes), height, line.before * body, line.heads)


def _height(rows: Sequence[_Row]) -> float:
    return sum(row.height + row.before * (number > 0) for number, row in enumerate(rows))


def _broken(rows: Sequence[_Row], room: float) -> list[list[_Row]]:
    """Rows by page; what heads others goes with them."""
    pages: list[list[_Row]] = [[]]
    for row in rows:
        if pages[-1] and _height([*pages[-1], row]) > room:
            carried: list[_Row] = []
            while len(pages[-1]) > 1 and pages[-1][-1].heads:
                carried.insert(0, pages[-1].pop())
            pages.append(carried)
        pages[-1].append(row)
    return pages


def _page(rows: Sequence[_Row], width: float, height: float) -> Picture:
    """A page, its words a little above the middle where they leave room."""
    free = max(height - 2 * _ABOVE - _height(rows), 0.0)
    shapes = tuple(shape.moved(SIDE, _ABOVE + free * 0.4) for shape in _stacked(rows))
    return Picture(shapes, Box(0.0, 0.0, width, height))


def _stacked(rows: Sequence[_Row]) -> list[Shape]:
    y, shapes = 0.0, list[Shape]()
    for number, row in enumerate(rows):
        y += row.before * (number > 0)
        shapes += [shape.moved(0.0, y) for shape in row.shapes]
        y += row.height
    return shapes
