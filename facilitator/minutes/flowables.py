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
from facilitator.minutes.blocks import Contents, Figure, Heading, MapSheet
from facilitator.minutes.ink import BOLD, REGULAR, colour, paint
from facilitator.minutes.styles import ACCENT, HAIRLINE, INK, THEME, TINT, style
from facilitator.minutes.typeset import line

BADGE_SCALE = 0.75
LEGEND_SCALE = 0.55
FIGURE_SCALE = 0.7
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


class Barred(Paragraph):  # type: ignore[misc]  # as above
    """A paragraph with a bar of accent along its whole height; its lines are evened, so that none is left short."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        low, high = width / 2, width
        tall: float = super().wrap(width, height)[1]
        for _ in range(6):
            middle = (low + high) / 2
            if super().wrap(middle, height)[1] > tall:
                low = middle
            else:
                high = middle
        super().wrap(high, height)
        return width, tall

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
        if told.level == 1 and self.style.spaceBefore:
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


class Pill(Flowable):  # type: ignore[misc]
    """A word that must not be missed, on a ground of its own."""

    size, tall, inset = 9.5, 18.0, 9.0

    def __init__(self, word: str) -> None:
        super().__init__()
        self.word = line(word)
        self.spaceAfter = 12

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002 - reportlab's own
        return width, self.tall

    def draw(self) -> None:
        width = lettering.width(self.word, self.size, bold=True) + 2 * self.inset
        box = Box(0, 0, width, self.tall)
        paint(self.canv, Picture((Path(rounded(box, 4), fill=TINT),), box), 0, self.tall)
        self.canv.setFillColor(colour(ACCENT))
        self.canv.setFont(BOLD, self.size)
        self.canv.drawString(self.inset, (self.tall - self.size * lettering.CAP_HEIGHT) / 2, self.word)


class BadgeRows(Flowable):  # type: ignore[misc]
    """The goals of the session, in columns: number, title, colour."""

    columns, gap = 3, 12.0

    def __init__(self, odds: tuple[int, ...]) -> None:
        super().__init__()
        self.odds = odds
        self.spaceAfter = 15

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
    """The sections and their pages, in two columns read downwards; each line leads there."""

    leading, gap, size = 16.5, 28.0, 9.5

    def __init__(self, contents: Contents) -> None:
        super().__init__()
        self.entries = contents.entries
        self.lines = (len(self.entries) + 1) // 2

    @property
    def depth(self) -> float:
        return self.lines * self.leading

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002
        self._column = (width - self.gap) / 2
        return width, self.depth

    def draw(self) -> None:
        for place, (text, key) in enumerate(self.entries):
            column, row = divmod(place, self.lines)
            self._line(column * (self._column + self.gap), self.depth - (row + 1) * self.leading, text, key)

    def _line(self, x: float, y: float, text: str, key: str) -> None:
        right = x + self._column
        self.canv.setFont(REGULAR, self.size)
        self.canv.setFillColor(colour(INK))
        self.canv.drawString(x, y + 5, line(text))
        self.canv.setStrokeColor(colour(HAIRLINE))
        self.canv.setLineWidth(0.6)
        self.canv.line(x, y, right, y)
        self.canv.await_page(key, right, y + 5)
        self.canv.linkRect("", key, (x, y, right, y + self.leading), relative=1, thickness=0)


class MapFigure(Flowable):  # type: ignore[misc]
    """The map as large as its page allows, its legend under it or beside it, whichever leaves the map larger."""

    _BETWEEN, _BESIDE = 9.0, 132.0
    """Room between both, and width of a legend that stands beside, in points."""
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
        picture = self.sheet.picture.flat()
        under, beside = (self.sheet.legend(room / LEGEND_SCALE) for room in (width, self._BESIDE))
        foot = under.box.height * LEGEND_SCALE + self._BETWEEN
        aside = self._BESIDE + self._BETWEEN
        below = self._scale(picture, width, height - foot)
        next_to = self._scale(picture, width - aside, height)
        if next_to > below and beside.box.height * LEGEND_SCALE <= height:
            paint(self.canv, beside, width - self._BESIDE, height, LEGEND_SCALE)
            self._map(picture, next_to, width - aside, 0.0)
        else:
            paint(self.canv, under, 0, foot - self._BETWEEN, LEGEND_SCALE)
            self._map(picture, below, width, foot)

    def _scale(self, picture: Picture, width: float, height: float) -> float:
        return min(width / picture.box.width, height / picture.box.height, self._LARGEST)

    def _map(self, picture: Picture, scale: float, width: float, bottom: float) -> None:
        """The map in the middle of what is left to it."""
        left = (width - picture.box.width * scale) / 2
        spare = self._room[1] - bottom - picture.box.height * scale
        paint(self.canv, picture, left, self._room[1] - spare / 2, scale)


class SmallFigure(Flowable):  # type: ignore[misc]
    """A small picture across the text, read like it."""

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        self.figure = figure
        self.spaceAfter = 12

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002 - reportlab's own
        self._picture = self.figure.picture(width / FIGURE_SCALE)
        return width, self._picture.box.height * FIGURE_SCALE

    def draw(self) -> None:
        paint(self.canv, self._picture, 0, self._picture.box.height * FIGURE_SCALE, FIGURE_SCALE)


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
