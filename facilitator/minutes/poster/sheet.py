"""The poster laid out: title, question, goals, map, legend, author. Lengths are points, from the top left.

Letters grow with the paper: from as far as its diagonal, everything beside the map is read at ease. The names of the
map are as large as the paper and its links allow; `reach` says from how far they are read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot
from typing import Literal

from facilitator import terms, words
from facilitator.drawing import lettering, odd
from facilitator.drawing.legend import legend
from facilitator.drawing.legibility import ACUITY
from facilitator.drawing.lettering import CAP_HEIGHT, LINE
from facilitator.drawing.map import MapPicture, compose
from facilitator.drawing.shapes import Box, Path, Picture, Shape, Stroke, Text, rounded
from facilitator.drawing.shapes import line as stroke_along
from facilitator.drawing.theme import blend, theme
from facilitator.minutes.poster.letters import enlarged
from facilitator.minutes.sections.about import fictitious_notice, odd_notice
from facilitator.minutes.sections.opening import edition_name
from facilitator.minutes.signature import signature
from facilitator.model.document import Document, Workshop, ordered
from facilitator.model.edition import edition as edition_of
from facilitator.terms.readings import first_few
from facilitator.words import _, ngettext

MM = 72 / 25.4
SIZES: dict[str, tuple[float, float]] = {
    "a4": (210, 297),
    "a3": (297, 420),
    "a2": (420, 594),
    "a1": (594, 841),
    "a0": (841, 1189),
}
"""Papers, upright, in millimetres."""
POSTERS, TILES = ("a3", "a2", "a1", "a0"), ("a4", "a3")

REACH = "ReadFrom"
"""What the file of a poster says of itself beside the usual: its `reach`."""

Role = Literal["title", "text", "map", "legend"]


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the poster: its picture with its top left at `x`, `y`, so many points to the unit. `said` is what it
    tells who does not see it."""

    role: Role
    picture: Picture
    said: str
    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0

    @property
    def height(self) -> float:
        return self.picture.box.height * self.scale


@dataclass(frozen=True, slots=True)
class Poster:
    """A whole poster, in reading order. `reach` is how far the smallest name of the map is read from, in metres."""

    workshop: Workshop
    language: str
    width: float
    height: float
    title: str
    parts: tuple[Part, ...]
    reach: float

    @property
    def map(self) -> Part:
        return next(part for part in self.parts if part.role == "map")


def reach_told(reach: float) -> str:
    """From how far a poster is read, in the language of the moment."""
    return _("The names on the map can be read from {distance} m away.").format(
        distance=words.decimal(reach, ".1f")
    )


def waiting_told(shown: Document) -> str:
    """Who is not on the poster of this edition, since they wait to be placed; empty if nobody does."""
    names = [actor.name for actor in ordered(shown.actors) if not actor.placed]
    if not names:
        return ""
    return ngettext(
        "{count} actor who is not placed yet is not on it: {names}.",
        "{count} actors who are not placed yet are not on it: {names}.",
        len(names),
    ).format(count=len(names), names=first_few(names))


class NothingPlacedError(ValueError):
    """There is no card on the map: nothing to print."""


def poster(
    document: Document, *, size: str = "a2", edition: str = "participants", language: str | None = None
) -> Poster:
    """The poster of an edition on paper of that size, upright or not as the map asks.

    The language is the session's own unless said. NothingPlacedError: no actor is on the map.
    """
    shown = edition_of(document, edition)
    with words.in_language(language or shown.workshop.language):
        drawn = compose(shown, theme("paper"))
        if not drawn.cards:
            raise NothingPlacedError
        short, long = (side * MM for side in SIZES[size])
        tried = [
            _Sheet(shown, drawn, edition, paper, beside=beside)
            for paper in ((long, short), (short, long))
            for beside in (False, True)
        ]
        return max(tried, key=lambda sheet: sheet.scale).poster()


_LARGEST = 3.0
"""Names of the map are at most so many times as large as plain words: a map of three cards needs no more."""


class _Sheet:
    """One way to lay it out: on this paper, the legend under the map or beside it."""

    def __init__(
        self, document: Document, drawn: MapPicture, edition: str, paper: tuple[float, float], *, beside: bool
    ) -> None:
        self._document, self._drawn, self._edition = document, drawn, edition
        self._width, self._height = paper
        self._look = theme("paper")
        self._size = hypot(*paper) / ACUITY / CAP_HEIGHT
        """Of plain words: read from as far as the diagonal of the paper."""
        self._margin = 2.6 * self._size
        self._room = self._width - 2 * self._margin
        self._parts, self._area = self._around(beside=beside)

    @property
    def scale(self) -> float:
        """Points to the unit of the map as it stands: the larger, the better."""
        box = self._drawn.box
        return min(self._area.width / box.width, self._area.height / box.height)

    def poster(self) -> Poster:
        """All of it, the map in the largest letters that hold."""
        room = self._area
        drawn = enlarged(self._document, room.width, room.height, self._size) or self._drawn
        part = self._map(drawn)
        reach = _least_name(drawn) * part.scale / MM * CAP_HEIGHT * ACUITY / 1000
        *head, told, foot = self._parts
        parts = (*head, part, told, foot)
        workshop = self._document.workshop
        return Poster(workshop, words.language(), self._width, self._height, self._title, parts, reach)

    def _around(self, *, beside: bool) -> tuple[list[Part], Box]:
        """Everything but the map, and the room left to it."""
        size, left, scale = self._size, self._margin, self._size / self._look.legend
        top = left
        parts = []
        for part in self._head():
            parts.append(_at(part, left, top))
            top += part.height + size * 0.55
        top += size * 0.6
        foot = self._foot()
        bottom = self._height - left - foot.height
        if beside:
            aside = min(15.0 * size, self._room * 0.3)
            told = _at(self._legend(aside / scale), self._width - left - aside, top)
            # A legend that would run into the foot leaves the map no room: the other way is chosen.
            low = bottom - size if told.y + told.height < bottom - size else top
            area = Box(left, top, self._room - aside - 1.6 * size, low - top)
        else:
            told = self._legend(self._room / scale)
            told = _at(told, left, bottom - 0.9 * size - told.height)
            area = Box(left, top, self._room, told.y - 1.2 * size - top)
        room = Box(area.x, area.y, max(area.width, 1.0), max(area.height, 1.0))
        return [*parts, told, _at(foot, left, bottom)], room

    @property
    def _title(self) -> str:
        return self._document.workshop.title or _("Map of actors")

    def _head(self) -> Iterable[Part]:
        """What the map is about."""
        workshop, size, look = self._document.workshop, self._size, self._look
        if workshop.fictitious:
            yield self._warning(_("Fictitious example"))
        yield self._words("title", self._title, (3.4, 2.0), 2, look.ink, bold=True)
        if workshop.question:
            yield self._words("text", workshop.question, (1.9, 1.2), 2, look.accent)
        when = words.date_long(workshop.date) if workshop.date else ""
        facts = " · ".join(part for part in (workshop.territory, when, workshop.organiser) if part)
        if facts:
            yield self._words("text", facts, (1.15, 1.0), 2, look.muted)
        if workshop.odds:
            yield _goals(workshop.odds, self._room / (size / look.legend), size / look.legend)

    def _words(
        self, role: Role, text: str, sizes: tuple[float, float], most: int, colour: str, *, bold: bool = False
    ) -> Part:
        """Words as wide as the sheet, in lines; none is ever cut."""
        largest, least = (factor * self._size for factor in sizes)
        fitted = lettering.fit(text, largest, least, bold, self._room, most)
        return Part(role, _lines(fitted.lines, fitted.size, colour, bold=bold, width=self._room), text)

    def _warning(self, text: str) -> Part:
        """A word that must not be missed, on a ground of its own."""
        size, look = self._size, self._look
        box = Box(0.0, 0.0, lettering.width(text, size, True) + 1.8 * size, 1.9 * size)
        ground = Path(rounded(box, 0.4 * size), fill=blend(look.accent, look.paper, 0.93))
        word = Text(0.9 * size, (1.9 + CAP_HEIGHT) / 2 * size, text, size, True, look.accent)
        return Part("text", Picture((ground, word), box), text)

    def _map(self, drawn: MapPicture) -> Part:
        """The map in the middle of its area, as large as it holds."""
        area, flat = self._area, drawn.flat()
        room = min(area.width / flat.box.width, area.height / flat.box.height)
        scale = min(room, _LARGEST * self._size / theme(drawn.theme.key).name)
        x = area.x + (area.width - flat.box.width * scale) / 2
        y = area.y + (area.height - flat.box.height * scale) / 2
        return Part("map", flat, told(self._document), x, y, scale)

    def _legend(self, width: float) -> Part:
        picture = legend(self._document, self._look, width)
        said = " ".join(shape.text for shape in picture.shapes if isinstance(shape, Text))
        return Part(
            "legend", picture, _("Legend: {words}").format(words=said), scale=self._size / self._look.legend
        )

    def _foot(self) -> Part:
        """Who signs, under which terms, for whom; and what the United Nations ask to be said of their goals."""
        workshop, size, look = self._document.workshop, self._size, self._look
        said = " · ".join(part for part in (signature(workshop), edition_name(self._edition)) if part)
        notices = " ".join(
            notice()
            for asked, notice in ((workshop.odds, odd_notice), (workshop.fictitious, fictitious_notice))
            if asked
        )
        rule = Path(
            stroke_along(((0.0, 0.0), (self._room, 0.0))),
            stroke=Stroke(look.hairline, 0.06 * size, cap="flat"),
        )
        shapes: list[Shape] = [rule]
        y = 0.7 * size
        for text, letters, colour in ((said, size, look.ink), (notices, 0.7 * size, look.muted)):
            if text:
                lines = lettering.wrap(text, letters, False, self._room)
                block = _lines(lines, letters, colour, bold=False, width=self._room).moved(0.0, y)
                shapes += block.shapes
                y = block.box.bottom + 0.2 * size
        whole = " ".join(part for part in (said, notices) if part)
        return Part("text", Picture(tuple(shapes), Box(0.0, 0.0, self._room, y)), whole)


def told(document: Document) -> str:
    """The map in sentences, for who does not see it."""
    placed = {row.id: row for row in ordered(document.actors) if row.placed}
    links = [row for row in ordered(document.links) if row.source in placed and row.target in placed]
    linked = {id_ for row in links for id_ in (row.source, row.target)}
    alone = [row.name for id_, row in placed.items() if id_ not in linked]
    parts = [
        _counted(len(placed), len(links)),
        *(f"{terms.link_sentence(document, row)}." for row in links),
        *([_("Without any link on the map: {actors}.").format(actors=terms.listed(alone))] if alone else []),
    ]
    return " ".join(parts)


def _counted(actors: int, links: int) -> str:
    return _("Map of {actors} and {links}.").format(
        actors=ngettext("{count} actor", "{count} actors", actors).format(count=actors),
        links=ngettext("{count} link", "{count} links", links).format(count=links),
    )


def _goals(odds: Iterable[int], room: float, scale: float) -> Part:
    """Badges and titles one after the other, on as many rows as they ask for."""
    look = theme("paper")
    gap = 1.6 * look.legend
    shapes: list[Shape] = []
    x = y = tall = 0.0
    for number in odds:
        picture = odd.titled(number, look, room)
        if x and x + picture.box.width > room:
            x, y, tall = 0.0, y + tall + 0.4 * look.legend, 0.0
        shapes += picture.moved(x, y).shapes
        x, tall = x + picture.box.width + gap, max(tall, picture.box.height)
    said = ", ".join(f"{number} {terms.odd_title(number)}" for number in odds)
    told = _("Sustainable Development Goals: {goals}").format(goals=said)
    return Part("text", Picture(tuple(shapes), Box(0.0, 0.0, room, y + tall)), told, scale=scale)


def _lines(lines: Iterable[str], size: float, colour: str, *, bold: bool, width: float) -> Picture:
    """Lines of text under one another, from the top left."""
    held = tuple(lines)
    first = size * (LINE + CAP_HEIGHT) / 2
    shapes = tuple(
        Text(0.0, first + number * size * LINE, line, size, bold, colour) for number, line in enumerate(held)
    )
    return Picture(shapes, Box(0.0, 0.0, width, len(held) * size * LINE))


def _least_name(drawn: MapPicture) -> float:
    """The smallest letters a name is written in, in map units."""
    return min(
        shape.size
        for held in drawn.cards.values()
        for shape in held.card.picture.shapes
        if isinstance(shape, Text) and shape.bold
    )


def _at(part: Part, x: float, y: float) -> Part:
    return Part(part.role, part.picture, part.said, x, y, part.scale)
