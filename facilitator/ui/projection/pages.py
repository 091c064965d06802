"""The words of the wall as pictures: the banner, the signs, the page without a map, the lines to try one's eyes on.

Lengths are units of which the wall is 1080 high.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from facilitator import words
from facilitator.drawing import decor_legend, legend, lettering
from facilitator.drawing.flow import row_height
from facilitator.drawing.legibility import LINES
from facilitator.drawing.lettering import LINE
from facilitator.drawing.shapes import Box, Picture, Shape, Text
from facilitator.drawing.theme import Theme
from facilitator.model.decor import Colouring, Decor
from facilitator.model.document import Document
from facilitator.words import _

HIGH = 1080.0
MARGIN = 40.0
_MOST_BANNER, _MOST_SEVERAL, _MOST_SIGNS = 0.42, 0.15, 0.2
"""What the question, several kinds of signs and one alone may take of the wall's height."""
_LEGENDS = ((True, True, True), (True, True, False), (True, False, False), (False, True, True))
"""Whether the legend tells kinds of actors, lines, and who is there: what is tried, the best first."""
_AIR = 40.0
"""Above and below the signs."""
_GONE = "…"
_BARE = Decor(None)
NOTHING = Picture((), Box(0.0, 0.0, 0.0, 0.0))
_NEITHER = NOTHING, NOTHING


def banner(small: str, large: str, look: Theme, room: float) -> Picture:
    """The step's number and title, and its question, in at most two lines as long as they are legible.

    A question that would leave the map no room ends with an ellipsis: the console has all of it.
    """
    title = lettering.fit(large, look.title * 1.1, look.legend, True, room, 2)
    most = max(int((HIGH * _MOST_BANNER - 42.0) / (title.size * LINE)), 1)
    lines = title.lines if len(title.lines) <= most else _ended(title.lines[:most], title.size, room)
    size = look.legend
    above = lettering.wrap(small, size, False, room) if small and len(lines) < most else ()
    top = 22.0
    shapes: list[Shape] = [
        Text(MARGIN, top + size * (0.9 + LINE * number), line, size, False, look.muted)
        for number, line in enumerate(above)
    ]
    y = top + (len(above) * size * LINE + 6.0 if above else 0.0)
    for number, line in enumerate(lines if large else ()):
        shapes.append(Text(MARGIN, y + title.size * (LINE * number + 0.95), line, title.size, True, look.ink))
    bottom = y + (len(lines) * title.size * LINE if large else 0.0) + 20.0
    return Picture(tuple(shapes), Box(0.0, 0.0, room + 2 * MARGIN, bottom))


class Signs(NamedTuple):
    """What the signs of the map mean, and whether the legend that was asked for had no room."""

    picture: Picture
    lacking: bool = False


def signs(
    document: Document,
    look: Theme,
    room: float,
    decor: Decor = _BARE,
    *,
    legend_too: bool = True,
    out: frozenset[str] = frozenset(),
    kinds: frozenset[str] = frozenset(),
) -> Signs:
    """The legend with air around it, less and less of it where it would take the room of the map.

    Kinds of actors stay the longest: on the wall, no card bears the word of its own. Where the map is read in parts,
    `kinds` are the categories of the one that is shown: they are told alone where those of the whole have no room.
    What decorations mean is there as long as they are, whether the legend is asked for or not. It tells nothing of
    what is left `out`, and is as high as for the whole map, which does not move for a filter.
    """
    shown, statuses, language = legend.shown(document), decor.ink is not Colouring.STATUS, words.language()
    plain, aired = _legend(shown, look, room, statuses, language) if legend_too else _NEITHER
    of_part = bool(kinds) and legend_too and not plain.shapes
    if of_part:
        plain, aired = _legend_of_part(shown, kinds, look, room, language)
    told = _dressed(plain, aired, document, look, room, decor)
    if out and told.shapes:
        if not of_part:
            shown = legend.shown(document, out)
            plain, aired = _legend(shown, look, room, statuses, language) if legend_too else _NEITHER
        left = document if decor == _BARE else _without(document, out)
        fewer = _dressed(plain, aired, left, look, room, decor)
        told = Picture(fewer.shapes, told.box._replace(height=max(told.box.height, fewer.box.height)))
    return Signs(told, legend_too and bool(shown.categories) and not plain.shapes)


def _without(document: Document, out: frozenset[str]) -> Document:
    """A document without some of its actors, their links, and some links: what decorations are told of."""
    actors = {id_: row for id_, row in document.actors.items() if id_ not in out}
    links = {
        id_: row
        for id_, row in document.links.items()
        if id_ not in out and row.source in actors and row.target in actors
    }
    return replace(document, actors=actors, links=links)


def _dressed(
    plain: Picture, aired: Picture, document: Document, look: Theme, room: float, decor: Decor
) -> Picture:
    """A legend with what decorations mean."""
    worn = decor_legend.decorations(document, decor, look, room)
    return _aired(plain, worn) if worn.shapes else aired


@lru_cache(maxsize=16)
def _legend(
    shown: legend.Shown, look: Theme, room: float, statuses: bool, _language: str
) -> tuple[Picture, Picture]:
    """The fullest legend there is room for, bare and with air around it."""
    for categories, links, presences in _LEGENDS:
        plain = legend.compact(
            shown, look, room, categories=categories, links=links, presences=presences, statuses=statuses
        )
        most = _MOST_SEVERAL if categories and links else _MOST_SIGNS
        if plain.shapes and _fits(plain, most):
            return plain, _aired(plain, NOTHING)
    return _NEITHER


@lru_cache(maxsize=64)
def _legend_of_part(
    shown: legend.Shown, kinds: frozenset[str], look: Theme, room: float, _language: str
) -> tuple[Picture, Picture]:
    """Some kinds of actors alone, where there is room; as high as there can be, for each part is cut for the height
    that the legend leaves: the same, whichever is shown."""
    row = row_height(look.small)
    high = (HIGH * _MOST_SIGNS - _AIR) // row * row
    if not high:
        return _NEITHER
    told = tuple(one for one in shown.categories if one.id in kinds)
    plain = legend.compact(shown._replace(categories=told), look, room, links=False, presences=False)
    plain = Picture(plain.shapes if _fits(plain, _MOST_SIGNS) else (), plain.box._replace(height=high))
    return plain, _aired(plain, NOTHING)


def _fits(plain: Picture, most: float) -> bool:
    return plain.box.height + _AIR <= HIGH * most


def _aired(above: Picture, below: Picture) -> Picture:
    """Two pictures, one under the other, with air around."""
    shapes = [shape.moved(MARGIN, _AIR / 2) for shape in above.shapes]
    shapes += [shape.moved(MARGIN, _AIR / 2 + above.box.height) for shape in below.shapes]
    width, height = max(above.box.width, below.box.width), above.box.height + below.box.height
    return Picture(tuple(shapes), Box(0.0, 0.0, width + 2 * MARGIN, height + _AIR))


def title_page(title: str, question: str, look: Theme, width: float) -> Picture:
    """What a blank wall says: whose session this is, in the middle."""
    room = width - 4 * MARGIN
    return _in_the_middle(
        [
            (lettering.fit(title, look.title * 1.5, look.title, True, room, 2), True, look.ink),
            (lettering.fit(question, look.title, look.legend, False, room, 3), False, look.muted),
        ],
        look,
        width,
    )


def chart(look: Theme, width: float) -> Picture:
    """Numbered lines, each smaller than the one above."""
    shapes: list[Shape] = []
    heights = [share * HIGH for share in LINES]
    y = (HIGH - sum(size * 1.75 for size in heights)) / 2
    words = _("Everyone counts")
    for number, size in enumerate(heights, 1):
        y += size * 1.75
        shapes.append(Text(width / 2, y - size * 0.5, f"{number}   {words}", size, True, look.ink, "middle"))
    return Picture(tuple(shapes), Box(0.0, 0.0, width, HIGH))


def _in_the_middle(texts: list[tuple[lettering.Lettered, bool, str]], look: Theme, width: float) -> Picture:
    """Lines centred one under the other, as many as the wall holds."""
    texts = [one for one in texts if any(one[0].lines)]
    room = HIGH - 4 * MARGIN
    height = sum(one.height + look.title * 0.6 for one, _bold, _colour in texts)
    if height > room and len(texts) > 1:
        return _in_the_middle(texts[:1], look, width)
    y = max((HIGH - height) / 2, 2 * MARGIN)
    shapes: list[Shape] = []
    for lettered, bold, colour in texts:
        for number, line in enumerate(lettered.lines):
            at = y + lettered.size * (LINE * number + 0.95)
            if at < HIGH - MARGIN:
                shapes.append(Text(width / 2, at, line, lettered.size, bold, colour, "middle"))
        y += lettered.height + look.title * 0.6
    return Picture(tuple(shapes), Box(0.0, 0.0, width, HIGH))


def _ended(lines: tuple[str, ...], size: float, room: float) -> tuple[str, ...]:
    """The last line says that there is more."""
    last = lines[-1]
    while last and lettering.width(last + _GONE, size, True) > room:
        last = last[:-1]
    return (*lines[:-1], last.rstrip() + _GONE)
