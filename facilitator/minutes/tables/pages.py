"""Cards and strips set on A4, eight to a page, with marks where to cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import cycle, islice
from typing import NamedTuple

from facilitator import words
from facilitator.drawing.shapes import Picture
from facilitator.minutes.drawn import Leaves
from facilitator.minutes.ink import REGULAR, colour, paint
from facilitator.minutes.poster.sheet import MM, SIZES
from facilitator.minutes.sheets import shortened
from facilitator.minutes.tables import KINDS, MOST
from facilitator.minutes.tables.cards import card
from facilitator.minutes.tables.strips import strip
from facilitator.minutes.tables.ticks import LOOK
from facilitator.minutes.typeset import line
from facilitator.model.document import Document, ordered
from facilitator.model.edition import edition as edition_of
from facilitator.words import _

_EACH = 8
_WIDTH, _HEIGHT = (side * MM for side in SIZES["a4"])
_MARGIN = 10 * MM
_ROOM = (_WIDTH - 2 * _MARGIN, _HEIGHT - 2 * _MARGIN)
_TICK = 5 * MM
_SMALL = 7.5
_Drawn = Callable[[float, float], Picture]


class _Grid(NamedTuple):
    """How many pieces a page has, each way."""

    columns: int
    rows: int


class NothingAskedError(ValueError):
    """Nothing of what is asked for is in the session."""


def pdf(
    document: Document,
    kinds: Sequence[str],
    *,
    sheets: int = 1,
    edition: str = "participants",
    language: str | None = None,
) -> bytes:
    """What is asked for, of an edition of a session; `sheets` pages of each blank kind.

    The language is the session's own unless said. NothingAskedError: there would be no page.
    """
    shown = edition_of(document, edition)
    with words.in_language(language or shown.workshop.language):
        pages = list(_pages(shown, kinds, sheets))
        if not pages:
            raise NothingAskedError
        title = shown.workshop.title or _("Map of actors")
        leaves = Leaves(_("{title}: cards for the tables").format(title=title), shown.workshop)
        for number, (drawn, grid) in enumerate(pages, 1):
            leaves.setPageSize((_WIDTH, _HEIGHT))
            _head(leaves, title, f"{number} / {len(pages)}", first=number == 1)
            _set(leaves, drawn, grid)
            leaves.showPage()
        return leaves.bytes()


def _pages(document: Document, kinds: Sequence[str], sheets: int) -> Iterator[tuple[list[_Drawn], _Grid]]:
    """What goes on each page, and in how many columns and rows: fewer strips where there are many types of link."""
    tall = strip(None, document, _ROOM[0], 0.0).box.height
    grids = {"cards": _Grid(2, _EACH // 2), "links": _Grid(1, max(min(_EACH, int(_ROOM[1] / tall)), 1))}
    for kind in KINDS:
        if kind in kinds:
            grid = grids[kind.removeprefix("blank_")]
            each = grid.columns * grid.rows
            drawn = list(_drawn(document, kind, min(max(sheets, 0), MOST) * each))
            yield from ((drawn[at : at + each], grid) for at in range(0, len(drawn), each))


def _drawn(document: Document, kind: str, blank: int) -> Iterator[_Drawn]:
    """Each piece of a kind, once its size is known."""
    if kind == "blank_cards":
        for category in islice(cycle(ordered(document.categories)), blank):
            yield partial(card, category, None, document)
    elif kind == "cards":
        for actor in ordered(document.actors):
            yield partial(card, document.categories[actor.category], actor, document)
    else:
        links = ordered(document.links) if kind == "links" else [None] * blank
        for link in links:
            yield partial(strip, link, document)


def _head(leaves: Leaves, title: str, count: str, *, first: bool) -> None:
    """What these are, in the upper margin, which is cut off."""
    said = _("{title} · cut along the marks · {page}").format(
        title=line(title), page=count.replace(" ", "\N{NO-BREAK SPACE}")
    )
    with leaves.piece("H1") if first else leaves.artifact():
        leaves.setFont(REGULAR, _SMALL)
        leaves.setFillColor(colour(LOOK.muted))
        room = _WIDTH - 2 * _MARGIN - 16
        leaves.drawString(_MARGIN + 8, _HEIGHT - _MARGIN + 8, shortened(said, room, _SMALL))


def _set(leaves: Leaves, drawn: Sequence[_Drawn], grid: _Grid) -> None:
    """Row by row; the marks are in the margins and between the pieces."""
    columns = grid.columns
    width, height = _ROOM[0] / columns, _ROOM[1] / grid.rows
    for place, draw in enumerate(drawn):
        row, column = divmod(place, columns)
        with leaves.piece("P"):
            paint(leaves, draw(width, height), _MARGIN + column * width, _HEIGHT - _MARGIN - row * height)
    used = -(-len(drawn) // columns)
    with leaves.artifact():
        leaves.setStrokeColor(colour(LOOK.muted))
        leaves.setLineWidth(0.5)
        for number in range(used + 1):
            y = _HEIGHT - _MARGIN - number * height
            _cut(leaves, (_MARGIN, y), (_WIDTH - _MARGIN, y), (_TICK, 0.0))
        for number in range(columns + 1):
            x = _MARGIN + number * width
            _cut(leaves, (x, _HEIGHT - _MARGIN - used * height), (x, _HEIGHT - _MARGIN), (0.0, _TICK))


def _cut(
    leaves: Leaves, start: tuple[float, float], end: tuple[float, float], tick: tuple[float, float]
) -> None:
    """A line to cut along: dotted between its marks, which stand out at both ends."""
    leaves.setDash([0.5, 3.0])
    leaves.line(*start, *end)
    leaves.setDash([])
    leaves.line(start[0] - tick[0], start[1] - tick[1], *start)
    leaves.line(*end, end[0] + tick[0], end[1] + tick[1])
