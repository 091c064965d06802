"""The canvas of the minutes: pages that get their running lines, and the contents their page numbers, at the end,
once it is known how many pages there are. One pass over the text, not two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFString

from facilitator.drawing import lettering
from facilitator.minutes.ink import BOLD, REGULAR, colour
from facilitator.minutes.styles import ACCENT, HAIRLINE, INK, MUTED
from facilitator.minutes.tagging import Tagged

_SIZE = 8.5
_HEADER, _FOOTER = 34.0, 32.0
"""Baselines of the running lines, from the top and from the bottom of a page."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """What every page says of the whole: head (left, right; the first page has none) and foot. `mark` is a warning."""

    head: str
    aside: str
    foot: str
    mark: str
    side: float
    map_side: float


@dataclass(frozen=True, slots=True)
class _Awaited:
    """A page number that will be written, ending at `x`, once its heading has a page. `token` is a comment that holds
    its place in the stream of its own page, so that it is read where it stands."""

    sheet: int
    x: float
    y: float
    key: str
    token: str


class Information(PDFInfo):  # type: ignore[misc]  # reportlab has no types
    """What the file says of itself: no clock and no account, the day is the session's own."""

    def __init__(self, day: date | None) -> None:
        super().__init__()
        self._day = day
        self.more: dict[str, str] = {}
        """What else the file says of itself, by name."""

    def format(self, document: Any) -> Any:
        told = {
            "Title": self.title,
            "Author": self.author,
            "Subject": self.subject,
            "Creator": self.creator,
            "Producer": self.producer,
            **self.more,
        }
        if self._day:
            told["CreationDate"] = told["ModDate"] = f"D:{self._day:%Y%m%d}"
        return PDFDictionary({name: PDFString(value) for name, value in told.items() if value}).format(
            document
        )


class Sheets(Tagged):
    """A canvas that finishes its pages when it is saved."""

    def __init__(self, *args: Any, furniture: Furniture, day: date | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._doc.info = Information(day)
        self._furniture = furniture
        self._sheets: list[tuple[Any, tuple[float, float]]] = []
        self._found: dict[str, int] = {}
        self._awaited: list[_Awaited] = []

    def heading(self, key: str, text: str, level: int, top: float) -> None:
        """A heading of the outline stands here, its top at `top` of the page."""
        self.bookmarkHorizontalAbsolute(key, top)
        self.addOutlineEntry(text, key, level=level, closed=level > 0)
        self._found[key] = self.getPageNumber()
        self.titles[key] = text

    def await_page(self, key: str, x: float, y: float) -> None:
        """Here, ending at `x`, goes the page number of a heading that comes later."""
        token = f"% page {len(self._awaited)} %"
        self._awaited.append(_Awaited(self.getPageNumber(), x, y, key, token))
        self._code.append(token)

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        size = self._pagesize
        super().showPage()
        self._sheets.append((self._doc.idToObject[f"Page{len(self._sheets) + 1}"], size))

    def save(self) -> None:
        """Finishes every page, then writes the file."""
        self.rest()
        if self._code:
            self.showPage()
        for number, (page, size) in enumerate(self._sheets, 1):
            for awaited in self._awaited:
                if awaited.sheet == number:
                    page.stream = page.stream.replace(awaited.token, self._drawn(self._page_number, awaited))
            page.stream += self.running(self._drawn(self._furnish, number, size))
        super().save()

    def _drawn(self, draw: Callable[..., None], *args: Any) -> str:
        """What a drawing adds to the stream of a page already shown."""
        self._code = []
        self.saveState()
        draw(*args)
        self.restoreState()
        code, self._code = self._code, []
        return "\n".join(code) + "\n"

    def _page_number(self, awaited: _Awaited) -> None:
        self.setFont(REGULAR, 9.5)
        self.setFillColor(colour(INK))
        self.drawRightString(awaited.x, awaited.y, str(self._found[awaited.key]))

    def _furnish(self, number: int, size: tuple[float, float]) -> None:
        width, height = size
        side = self._furniture.map_side if width > height else self._furniture.side
        if number > 1:
            self._head(side, width - side, height - _HEADER)
        self._foot(number, side, width - side)

    @property
    def _room(self) -> float:
        """Of a running line: as on the first page, so that every page says it in the same words."""
        return self._sheets[0][1][0] - 2 * self._furniture.side

    def _head(self, left: float, right: float, y: float) -> None:
        told, room = self._furniture, self._room
        self.setFont(REGULAR, _SIZE)
        self.setFillColor(colour(MUTED))
        self.drawRightString(right, y, told.aside)
        room -= lettering.width(told.aside, _SIZE) + 18
        if told.mark:
            self._warn(told.mark, right - self._room + room, y)
            room -= lettering.width(told.mark, _SIZE, bold=True) + 18
        self.setFont(REGULAR, _SIZE)
        self.setFillColor(colour(MUTED))
        self.drawString(left, y, shortened(told.head, room))

    def _warn(self, text: str, right: float, y: float) -> None:
        self.setFont(BOLD, _SIZE)
        self.setFillColor(colour(ACCENT))
        self.drawRightString(right, y, text)

    def _foot(self, number: int, left: float, right: float) -> None:
        y = _FOOTER
        self.setStrokeColor(colour(HAIRLINE))
        self.setLineWidth(0.6)
        self.line(left, y + 14, right, y + 14)
        pages = f"{number} / {len(self._sheets)}".replace(" ", "\N{NO-BREAK SPACE}")
        self.setFont(BOLD, _SIZE)
        self.setFillColor(colour(INK))
        self.drawRightString(right, y, pages)
        self.setFont(REGULAR, _SIZE)
        self.setFillColor(colour(MUTED))
        self.drawString(left, y, shortened(self._furniture.foot, self._room - 60))


def shortened(text: str, room: float, size: float = _SIZE) -> str:
    """A running line in its room; it only repeats what the first page says whole."""
    if lettering.width(text, size) <= room:
        return text
    words = text.split(" ")
    while len(words) > 1 and lettering.width(" ".join(words) + " …", size) > room:
        words.pop()
    said = " ".join(words) + " …"
    while len(said) > 2 and lettering.width(said, size) > room:
        said = said[:-2] + "…"
    return said
