"""Pieces reportlab does not have itself: marked paragraphs, headings, badges, contents, the map."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from facilitator.drawing import lettering, odd
from facilitator.drawing.pictograms import pictogram
from facilitator.drawing.shapes import Box, Path, Picture, rounded
from facilitator.drawing.shapes import Text as Letters
from facilitator.drawing.theme import readable
from facilitator.minutes import atlas
from facilitator.minutes.blocks import Contents, Figure, Heading, Logo, Sheet, View, Words
from facilitator.minutes.ink import BOLD, REGULAR, colour, paint, readable_image
from facilitator.minutes.styles import ACCENT, HAIRLINE, INK, THEME, TINT, style
from facilitator.minutes.tagging import Tag, bullets
from facilitator.minutes.typeset import line, markup
from facilitator.words import _

BADGE_SCALE = 0.75
FIGURE_SCALE = 0.7
"""Points to the map unit, for pictures that are read like text."""

Mark = Callable[[Any, float], None]
"""Draws beside a paragraph: the canvas, and the baseline of its first line."""


class Text(Paragraph):  # type: ignore[misc]  # reportlab has no types
    """A paragraph that is content of a tag; `bullet` is the tag of what stands before it. Something may be drawn
    beside its first line, which is read before it."""

    def __init__(self, *args: Any, tag: Tag | None = None, bullet: Tag | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tag, self.bullet = tag or Tag("P"), bullet
        self.mark: Mark | None = None

    def split(self, width: float, height: float) -> list[Any]:
        parts: list[Any] = super().split(width, height)
        for part in parts:
            part.tag = self.tag
        if parts:
            parts[0].bullet, parts[0].mark = self.bullet, self.mark
        return parts

    def draw(self) -> None:
        if self.mark:
            with self.canv.told(self.tag):
                self.mark(self.canv, self.height - self.style.fontSize)
        with self.canv.told(*((self.bullet,) if self.bullet else ()), self.tag):
            super().draw()


class Barred(Text):
    """A paragraph with a bar of accent along its whole height; its lines are evened, so that none is left short."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        low, high = width / 2, width
        tall: float = super().wrap(width, height)[1]
        for _turn in range(6):
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


class HeadingLine(Text):
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
        with self.canv.told(Tag("P")):
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
        goals = Tag("L")
        for row, height in zip(self._rows, self._heights, strict=True):
            for column, picture in enumerate(row):
                with self.canv.told(goals.item()):
                    paint(self.canv, picture, column * (self._room + self.gap), y, BADGE_SCALE)
            y -= height


class ContentsLines(Flowable):  # type: ignore[misc]
    """The sections and their pages, in two columns read downwards; each line leads there.

    Lines come nearer to one another where the cover has no more room: contents alone on a page tell nothing.
    """

    nearest, leading, gap, size = 12.5, 16.5, 28.0, 9.5

    def __init__(self, contents: Contents) -> None:
        super().__init__()
        self.entries = contents.entries
        self.lines = (len(self.entries) + 1) // 2
        self.spaceAfter = 20

    @property
    def least(self) -> float:
        """What it takes at least."""
        return self.lines * self.nearest

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self._column = (width - self.gap) / 2
        self._leading = max(min(self.leading, height / max(self.lines, 1)), self.nearest)
        self._rise = 5 - (self.leading - self._leading) / 2  # words stay in the middle between two lines
        return width, self.lines * self._leading

    def draw(self) -> None:
        contents = Tag("TOC")
        for place, (text, key) in enumerate(self.entries):
            column, row = divmod(place, self.lines)
            x, y = column * (self._column + self.gap), (self.lines - row - 1) * self._leading
            self._line(x, y, text, key, Tag("Reference", Tag("TOCI", contents)))

    def _line(self, x: float, y: float, text: str, key: str, tag: Tag) -> None:
        right = x + self._column
        self.canv.setStrokeColor(colour(HAIRLINE))
        self.canv.setLineWidth(0.6)
        self.canv.line(x, y, right, y)
        self.canv.setFont(REGULAR, self.size)
        self.canv.setFillColor(colour(INK))
        with self.canv.told(tag):
            self.canv.linkRect("", key, (x, y, right, y + self._leading), relative=1)
            self.canv.drawString(x, y + self._rise, line(text))
        with self.canv.figure(tag.link(f"#{key}")):
            self.canv.await_page(key, right, y + self._rise)


class SheetViews(Flowable):  # type: ignore[misc]
    """The views of a sheet as large as it allows, their legend under them or beside, whichever leaves them larger."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self.sheet = sheet

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self._room = (width, height)
        return width, height

    def draw(self) -> None:
        width, height = self._room
        views = self.sheet.views
        ways = list(atlas.rooms(self.sheet.legend, width, height, len(views)))
        room = max(ways, key=lambda way: min(_scale(view, way) for view in views))
        for number, view in enumerate(views):
            self._view(view, room, number * (room.width + atlas.SIDE_BY_SIDE))
        legend = self.sheet.legend((atlas.BESIDE if room.beside else width) / atlas.LEGEND_SCALE)
        words = "; ".join(shape.text for shape in legend.shapes if isinstance(shape, Letters))
        if words:
            left = width - atlas.BESIDE if room.beside else 0.0
            top = height if room.beside else legend.box.height * atlas.LEGEND_SCALE
            told = _("Legend: {words}").format(words=words)
            _told(self.canv, legend, left, top, atlas.LEGEND_SCALE, told)

    def _view(self, view: View, room: atlas.Room, left: float) -> None:
        """A view in the middle of its room, its title above."""
        top = self._room[1]
        if view.title:
            self.canv.setFont(BOLD, 11)
            self.canv.setFillColor(colour(INK))
            with self.canv.told(Tag("P")):
                self.canv.drawString(left, top - 11, line(view.title))
            top -= atlas.TITLED
        scale, box = _scale(view, room), view.picture.box
        x, spare = left + (room.width - box.width * scale) / 2, room.height - box.height * scale
        _told(self.canv, view.picture, x, top - spare / 2, scale, view.alternative)


def _scale(view: View, room: atlas.Room) -> float:
    box = view.picture.box
    return min(room.width / box.width, room.height / box.height, atlas.LARGEST)


def _told(canvas: Any, picture: Picture, x: float, top: float, scale: float, words: str) -> None:
    """A picture told by words, its top left where it stands on the page."""
    with canvas.figure(
        _figure_tag(canvas, x, top, picture.box.width * scale, picture.box.height * scale, words)
    ):
        paint(canvas, picture, x, top, scale)


def _figure_tag(canvas: Any, x: float, top: float, width: float, height: float, words: str) -> Tag:
    left, bottom = canvas.absolutePosition(x, top - height)
    area = f"/O /Layout /Placement /Block /BBox [{left:.1f} {bottom:.1f} {left + width:.1f} {bottom + height:.1f}]"
    return Tag("Figure", alternative=words, attributes=area)


class LogoFigure(Flowable):  # type: ignore[misc]
    """A logo no larger than a cover bears, in the corner beside what follows: it takes no height of its own. One
    whose bytes are broken after all is left out."""

    tallest, widest, gap = 56.0, 150.0, 18.0

    def __init__(self, logo: Logo) -> None:
        super().__init__()
        self.logo = logo
        self.image = readable_image(logo.data)
        wide, high = self.image.getSize() if self.image is not None else (1, 1)
        scale = min(self.widest / wide, self.tallest / high)
        self._size = wide * scale, high * scale

    @property
    def beside(self) -> float:
        """The room it takes from what stands beside it."""
        return self._size[0] + self.gap if self.image is not None else 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002 - reportlab's own
        self._left = width - self._size[0]
        return width, 0.0

    def draw(self) -> None:
        if self.image is None:
            return
        width, height = self._size
        tag = _figure_tag(self.canv, self._left, 0, width, height, self.logo.alternative)
        with self.canv.figure(tag):
            self.canv.drawImage(self.image, self._left, -height, width, height, mask="auto")


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
        top = self._picture.box.height * FIGURE_SCALE
        _told(self.canv, self._picture, 0, top, FIGURE_SCALE, self.figure.alternative)


def marked(markup: str, kind: str, mark: Mark, tag: Tag | None = None) -> Text:
    """A paragraph with a mark."""
    found = Text(markup, style(kind), tag=tag)
    found.mark = mark
    return found


def bulleted(items: Iterable[Words], kind: str) -> Iterator[Text]:
    """The items of a list."""
    held = bullets()
    for words in items:
        item = Tag("LI", held)
        bullet = Tag("Lbl", item)
        yield Text(markup(words), style(kind), bulletText="•", bullet=bullet, tag=Tag("LBody", item))


def heading(told: Heading, markup: str, kind: ParagraphStyle) -> HeadingLine:
    """A heading, moved right for the tile of its category."""
    if told.pictogram is not None:
        kind = ParagraphStyle(f"{kind.name}.tile", kind, leftIndent=26)
    found = HeadingLine(markup, kind, tag=Tag(f"H{told.level + 1}"))  # the title of the whole is the first
    found.heading = told
    return found
