"""Cards and strips set on A4, eight to a page, with marks where to cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import cycle, islice, pairwise
from typing import NamedTuple

from facilitator import terms, words
from facilitator.drawing.shapes import Picture, Text
from facilitator.minutes.drawn import Leaves
from facilitator.minutes.ink import REGULAR, colour, paint
from facilitator.minutes.poster.sheet import MM, SIZES
from facilitator.minutes.sheets import shortened
from facilitator.minutes.tables import KINDS, MOST
from facilitator.minutes.tables.cards import card, card_told
from facilitator.minutes.tables.strips import chosen, strip, strip_told
from facilitator.minutes.tables.ticks import LOOK
from facilitator.minutes.typeset import line
from facilitator.model.document import Document, ordered
from facilitator.model.edition import edition as edition_of
from facilitator.words import _

_EACH = 8
_WIDTH, _HEIGHT = (side * MM for side in SIZES["a4"])
_MARGIN = 10 * MM
_ROOM = (_WIDTH - 2 * _MARGIN, _HEIGHT - 2 * _MARGIN)
_TICK, _OPEN = 5 * MM, 1 * MM
_SMALL = 7.5


class _Piece(NamedTuple):
    """A card or a strip once its size is known; the same as it is printed on all of them, None for a blank one that is
    the first of its kind; what it says, and the words of the form that are chosen on it."""

    draw: Callable[[float, float], Picture]
    form: Callable[[float, float], Picture] | None
    told: str
    chosen: Sequence[str] = ()


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
        for number, (begins, drawn, grid) in enumerate(pages, 1):
            leaves.setPageSize((_WIDTH, _HEIGHT))
            if begins:
                leaves.chapter(begins)
            _head(leaves, title, f"{number} / {len(pages)}", first=number == 1)
            _set(leaves, drawn, grid)
            leaves.showPage()
        return leaves.bytes()


def _pages(
    document: Document, kinds: Sequence[str], sheets: int
) -> Iterator[tuple[str, list[_Piece], _Grid]]:
    """What each page begins, what goes on it, and in how many columns and rows: fewer strips where there are many types
    of link."""
    tall = strip(None, document, _ROOM[0], 0.0).box.height
    grids = {"cards": _Grid(2, _EACH // 2), "links": _Grid(1, max(min(_EACH, int(_ROOM[1] / tall)), 1))}
    for kind in KINDS:
        if kind in kinds:
            grid = grids[kind.removeprefix("blank_")]
            each = grid.columns * grid.rows
            drawn = list(_drawn(document, kind, each, min(max(sheets, 0), MOST)))
            yield from (
                ("" if at else _kind(kind), drawn[at : at + each], grid) for at in range(0, len(drawn), each)
            )


def _kind(kind: str) -> str:
    return {
        "blank_cards": _("Blank cards of actors"),
        "cards": _("Cards of the actors of the session"),
        "blank_links": _("Blank strips of links"),
        "links": _("Strips of the links of the session"),
    }[kind]


def _drawn(document: Document, kind: str, each: int, sheets: int) -> Iterator[_Piece]:
    """Each piece of a kind; blank ones fill so many sheets, `each` to a sheet."""
    if kind == "blank_cards":
        for at, category in enumerate(islice(cycle(ordered(document.categories)), each * sheets)):
            empty = partial(card, category, None, document)
            told = _("Card to fill in: {type}").format(type=terms.category_name(category))
            yield _Piece(empty, empty if at >= each else None, told)
    elif kind == "cards":
        for actor in ordered(document.actors):
            category = document.categories[actor.category]
            empty = partial(card, category, None, document)
            yield _Piece(partial(card, category, actor, document), empty, card_told(actor, document))
    else:
        empty = partial(strip, None, document)
        for link in ordered(document.links) if kind == "links" else ():
            said = chosen(link, document)
            yield _Piece(partial(strip, link, document), empty, strip_told(link, document), said)
        for at in range(each * sheets if kind == "blank_links" else 0):
            yield _Piece(empty, empty if at >= each else None, _("Strip of a link to fill in"))


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


def _set(leaves: Leaves, drawn: Sequence[_Piece], grid: _Grid) -> None:
    """Row by row; the marks are in the margins and between the pieces."""
    columns = grid.columns
    width, height = _ROOM[0] / columns, _ROOM[1] / grid.rows
    for place, piece in enumerate(drawn):
        row, column = divmod(place, columns)
        _paint(leaves, piece, (_MARGIN + column * width, _HEIGHT - _MARGIN - row * height), (width, height))
    used = -(-len(drawn) // columns)
    with leaves.artifact():
        leaves.setStrokeColor(colour(LOOK.muted))
        leaves.setLineWidth(0.5)
        xs = [_MARGIN + number * width for number in range(columns + 1)]
        ys = [_HEIGHT - _MARGIN - number * height for number in range(used + 1)]
        for y in ys:
            _cut(leaves, [(x, y) for x in xs], (_TICK, 0.0))
        for x in xs:
            _cut(leaves, [(x, y) for y in reversed(ys)], (0.0, _TICK))


def _paint(leaves: Leaves, piece: _Piece, place: tuple[float, float], size: tuple[float, float]) -> None:
    """What is printed on all of them alike is not read aloud; what makes this one is a figure, told in a sentence."""
    drawn = piece.draw(*size)
    form = {*piece.form(*size).shapes} if piece.form else set()
    form = {shape for shape in form if not (isinstance(shape, Text) and shape.text in piece.chosen)}
    if form.issuperset(drawn.shapes):  # a blank one is told by its frame, which is drawn last
        form.discard(drawn.shapes[-1])
    (x, y), (width, height) = place, size
    with leaves.artifact():
        paint(leaves, replace(drawn, shapes=tuple(s for s in drawn.shapes if s in form)), x, y)
    with leaves.piece("Figure", piece.told, (x, y - height, x + width, y)):
        paint(leaves, replace(drawn, shapes=tuple(s for s in drawn.shapes if s not in form)), x, y)


def _cut(leaves: Leaves, points: Sequence[tuple[float, float]], tick: tuple[float, float]) -> None:
    """A line to cut along: dotted from point to point, with marks that stand out at both ends. Where lines would
    cross they are left open, so that nobody takes them for those of a table."""
    across, up = (side / _TICK * _OPEN for side in tick)
    leaves.setDash([0.5, 3.0])
    for (x1, y1), (x2, y2) in pairwise(points):
        leaves.line(x1 + across, y1 + up, x2 - across, y2 - up)
    leaves.setDash([])
    (x1, y1), (x2, y2) = points[0], points[-1]
    leaves.line(x1 - tick[0], y1 - tick[1], x1, y1)
    leaves.line(x2, y2, x2 + tick[0], y2 + tick[1])
