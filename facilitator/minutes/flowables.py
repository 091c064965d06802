"""Pieces reportlab does not have itself: marked paragraphs, headings, badges, contents, the map."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from facilitator.drawing import lettering, odd
from facilitator.drawing.pictograms import pictogram
from facilitator.drawing.shapes import Box, Path, Picture, rounded
from facilitator.drawing.theme import readable
from facilitator.minutes.blocks import Contents, Heading, MapSheet
from facilitator.minutes.ink import REGULAR, colour, paint
from facilitator.minutes.styles import ACCENT, HAIRLINE, INK, THEME, style
from facilitator.minutes.typeset import line

BADGE_SCALE = 0.75
LEGEND_SCALE = 0.65
"""Points to the map unit, for pictures that are read like text."""

Mark = Callable[[Any, float], None]
"""Draws beside a paragraph: the canvas, and the baseline of its first line."""


class Marked(Paragraph):  # type: ignore[misc]  # reportlab has no types
    """A paragraph with something drawn beside its first line, wherever it breaks."""

    mark: Mark | None = None

    def split(self, width: float, height: float) -> list[Any]:
        parts: list[Any] = super().split(width, height)
        if parts:
            parts[0].mark = self.mark
        return parts

    def draw(self) -> None:
        super().draw()
        if self.mark:
            self.mark(self.canv, self.height - self.style.fontSize)


class Barred(Paragraph):  # type: ignore[misc]
    """A paragraph with a bar of accent along its whole height."""

    def draw(self) -> None:
        self.canv.setFillColor(colour(ACCENT))
        self.canv.rect(0, 0, 3, self.height, stroke=0, fill=1)
        super().draw()


class HeadingLine(Paragraph):  # type: ignore[misc]
    """A heading: reachable if it has a key, a bar over it at level 1, the tile of a category before it."""

    heading: Heading | None = None

    def split(self, width: float, height: float) -> list[Any]:
        parts: list[Any] = super().split(width, height)
        if parts:
            parts[0].heading = self.heading
        return parts

    def draw(self) -> None:
        told = self.heading
        if told is not None:
            self._before(told)
        super().draw()

    def _before(self, told: Heading) -> None:
        if told.level == 1:
            self.canv.setFillColor(colour(ACCENT))
            self.canv.rect(0, self.height + 7, 30, 3, stroke=0, fill=1)
        if told.pictogram is not None:
            paint(self.canv, tile(told), 0, self.height - 1)
        if told.key:
            top = self.canv.absolutePosition(0, self.height)[1] + 18
            self.canv.heading(told.key, line(told.text), told.level - 1, top)


def tile(told: Heading, size: float = 18.0) -> Picture:
    """The coloured square of a category, with its pictogram."""
    box = Box(0, 0, size, size)
    assert told.pictogram is not None  # noqa: S101 - asked only of headings that have one
    mark = pictogram(told.pictogram, size / 2, size / 2, size * 0.68, readable(told.colour, 3.0))
    return Picture((Path(rounded(box, 4), fill=told.colour), mark), box)


class BadgeRows(Flowable):  # type: ignore[misc]
    """The goals of the session, in columns: number, title, colour."""

    columns, gap = 3, 12.0

    def __init__(self, odds: tuple[int, ...]) -> None:
        super().__init__()
        self.odds = odds
        self.spaceAfter = 18

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002 - reportlab's own
        self._room = (width - (self.columns - 1) * self.gap) / self.columns
        titled = [odd.titled(number, THEME, self._room / BADGE_SCALE) for number in self.odds]
        self._rows = [titled[at : at + self.columns] for at in range(0, len(titled), self.columns)]
        self._heights = [max(picture.box.height for picture in row) * BADGE_SCALE + 6 for row in self._rows]
        return width, sum(self._heights) - 6

    def draw(self) -> None:
        y = sum(self._heights) - 6
        for row, height in zip(self._rows, self._heights, strict=True):
            for column, picture in enumerate(row):
                paint(self.canv, picture, column * (self._room + self.gap), y, BADGE_SCALE)
            y -= height


class ContentsLines(Flowable):  # type: ignore[misc]
    """The sections and their pages; each line leads there."""

    leading = 18.0

    def __init__(self, contents: Contents) -> None:
        super().__init__()
        self.contents = contents
        self.spaceBefore = 4

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002
        self._width = width
        return width, (len(self.contents.entries)) * self.leading

    def draw(self) -> None:
        size = 10.0
        y = self.leading * len(self.contents.entries)
        for text, key in self.contents.entries:
            y -= self.leading
            self.canv.setFont(REGULAR, size)
            self.canv.setFillColor(colour(INK))
            self.canv.drawString(0, y + 5, line(text))
            start = lettering.width(line(text), size) + 8
            self.canv.setStrokeColor(colour(HAIRLINE))
            self.canv.setLineWidth(0.6)
            self.canv.line(start, y + 7.5, self._width - 24, y + 7.5)
            self.canv.await_page(key, self._width, y + 5)
            self.canv.linkRect("", key, (0, y, self._width, y + self.leading), relative=1, thickness=0)


class MapFigure(Flowable):  # type: ignore[misc]
    """The map as large as its page allows, its legend under it."""

    _BETWEEN = 10.0
    _LARGEST = 0.95
    """Points to the unit: a map of three cards needs no bigger letters than this."""

    def __init__(self, sheet: MapSheet) -> None:
        super().__init__()
        self.sheet = sheet

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self._room = (width, height)
        return width, height

    def draw(self) -> None:
        width, height = self._room
        legend = self.sheet.legend
        legend_scale = width / legend.box.width if legend.box.width > width / LEGEND_SCALE else LEGEND_SCALE
        foot = legend.box.height * legend_scale
        paint(self.canv, legend, 0, foot, legend_scale)
        picture = self.sheet.picture.flat()
        room = height - foot - self._BETWEEN
        scale = min(width / picture.box.width, room / picture.box.height, self._LARGEST)
        left = (width - picture.box.width * scale) / 2
        top = height - (room - picture.box.height * scale) / 2
        paint(self.canv, picture, left, top, scale)


def marked(markup: str, kind: str | ParagraphStyle, mark: Mark) -> Marked:
    """A paragraph with a mark."""
    found = Marked(markup, style(kind) if isinstance(kind, str) else kind)
    found.mark = mark
    return found


def heading(told: Heading, markup: str, kind: ParagraphStyle) -> HeadingLine:
    """A heading, moved right for the tile of its category."""
    if told.pictogram is not None:
        kind = ParagraphStyle(f"{kind.name}.tile", kind, leftIndent=26)
    found = HeadingLine(markup, kind)
    found.heading = told
    return found
