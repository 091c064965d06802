"""What the signs of a map mean: those the map bears, in the language of the moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from functools import partial
from typing import NamedTuple

from facilitator import terms
from facilitator.drawing import lettering
from facilitator.drawing.card import is_pale, outlined, pip, stub
from facilitator.drawing.flow import Entry, Flowed, baseline, flow, row_height
from facilitator.drawing.link import arrowhead, head_length, mark, stroke_of
from facilitator.drawing.pictograms import pictogram
from facilitator.drawing.shapes import Box, Path, Picture, Shape, Stroke, Text, line, rounded
from facilitator.drawing.theme import Theme, readable
from facilitator.model.document import Actor, Category, Document, Link, LinkType, ordered
from facilitator.model.vocabulary import INTENSITIES, Direction, Pictogram, Pillar, Presence, Side, Status
from facilitator.words import _

_Group = tuple[str, list[Entry]]


def legend(document: Document, theme: Theme, width: float) -> Picture:
    """The whole legend in groups, each under or beside its heading, within `width`; its top left is at 0, 0.

    Where headings stand beside, groups that fit on one line together share it.
    """
    size = theme.legend
    groups = [group for group in _groups(document, theme) if group[1]]
    column = max((lettering.width(heading, size, True) for heading, _entries in groups), default=0.0) + size
    shapes, height = (_beside if column < width * 0.3 else _under)(groups, theme, width, column)
    return Picture(tuple(shapes), Box(0.0, 0.0, width, height))


def _beside(groups: list[_Group], theme: Theme, width: float, column: float) -> tuple[list[Shape], float]:
    """Entries beside their heading, in a column where a line begins, just after it further on the line."""
    size = theme.legend
    shapes: list[Shape] = []
    x = y = tallest = 0.0
    for heading, entries in groups:
        told = lettering.width(heading, size, True) + size
        flowed = flow(entries, width - column, size)
        tall = max(tallest, flowed.height) > row_height(size)
        if tall or (x and x + told + flowed.width > width):
            x, y, tallest = 0.0, y + tallest, 0.0
        left = x + (told if x else column)
        shapes.append(Text(x, y + baseline(size), heading, size, True, theme.muted))
        shapes += [shape.moved(left, y) for shape in flowed.shapes]
        x, tallest = left + flowed.width + 3 * size, max(tallest, flowed.height)
    return shapes, y + tallest


def _under(groups: list[_Group], theme: Theme, width: float, _column: float) -> tuple[list[Shape], float]:
    """Entries under their heading."""
    size = theme.legend
    shapes: list[Shape] = []
    y = 0.0
    for heading, entries in groups:
        flowed = flow(entries, width, size)
        shapes.append(Text(0.0, y + baseline(size), heading, size, True, theme.muted))
        shapes += [shape.moved(0.0, y + row_height(size)) for shape in flowed.shapes]
        y += row_height(size) + flowed.height + size * 0.3
    return shapes, y


class Shown(NamedTuple):
    """What a small legend tells of a map: as long as it is the same, so is the legend. `statuses` are none where no
    link is, `presences` those that are not plain."""

    categories: tuple[Category, ...]
    statuses: frozenset[Status]
    tense: bool
    presences: frozenset[Presence]


def shown(document: Document, out: Set[str] = frozenset()) -> Shown:
    """What is shown of a document without some of its actors and links. Of the whole map, what a link could be is told
    too."""
    placed = [row for id_, row in document.actors.items() if row.placed and id_ not in out]
    ends = {actor.id for actor in placed}
    between = [
        row
        for id_, row in document.links.items()
        if row.source in ends and row.target in ends and id_ not in out
    ]
    return Shown(
        tuple(_used(document, placed)),
        _told_statuses(between, whole=not out),
        any(row.tension for row in between),
        frozenset(actor.presence for actor in placed) - {Presence.PRESENT},
    )


def compact(
    shown: Shown,
    theme: Theme,
    width: float,
    *,
    categories: bool = True,
    links: bool = True,
    presences: bool = True,
    statuses: bool = True,
) -> Picture:
    """The signs a room cannot guess: kinds of actors, then those of links and of presence.

    Without those that are not asked for, nor `statuses` where these are told elsewhere. Each on one line where they
    fit at a size between the theme's legend and small text, else on several lines of small text. Its top left is at
    0, 0.
    """
    told = Shown(
        shown.categories if categories else (),
        shown.statuses if links else frozenset(),
        links and shown.tense,
        shown.presences if presences else frozenset(),
    )
    above = shrunk(partial(_categories, told.categories, theme), theme, width)
    below = shrunk(partial(_essential, told, statuses, theme), theme, width)
    shapes = (*above.shapes, *(shape.moved(0.0, above.height) for shape in below.shapes))
    return Picture(shapes, Box(0.0, 0.0, max(above.width, below.width), above.height + below.height))


def shrunk(entries: Callable[[float], list[Entry]], theme: Theme, width: float) -> Flowed:
    """Entries at the largest size at which they take one line, else at the smallest."""
    size = theme.legend
    flowed = flow(entries(size), width, size)
    while size > theme.small and flowed.height > row_height(size):
        size = max(size - 1.0, theme.small)
        flowed = flow(entries(size), width, size)
    return flowed


def _essential(told: Shown, statuses: bool, theme: Theme, size: float) -> list[Entry]:
    entries = _statuses(told.statuses if statuses else frozenset(), theme, size)
    if told.statuses:
        thick = _("thick line = {level}").format(level=terms.intensity_name(INTENSITIES[-1]))
        entries += [
            Entry((), 0.0, thick, theme.ink),
            direction_entry(Direction.FORWARD, theme, size, _("direction")),
        ]
    return [*entries, *_tension(told.tense, theme), *_presences(told.presences, theme)]


def _groups(document: Document, theme: Theme) -> Iterator[_Group]:
    actors, links = _placed(document), _shown_links(document)
    size = theme.legend
    yield _("Actors"), _categories(_used(document, actors), theme, size)
    yield _("Presence"), _presences({actor.presence for actor in actors}, theme)
    if theme.card.footer:
        yield _("Contributes to"), _pillars(document, actors, theme)
    tense = any(row.tension for row in links)
    yield (
        _("Links"),
        [
            *_statuses(_told_statuses(links, whole=True), theme, size),
            *_directions(links, theme),
            *_tension(tense, theme),
        ],
    )
    yield _("Intensity"), _intensities(links, theme)
    yield _("Types of link"), _types(document, links, theme)


def _placed(document: Document) -> list[Actor]:
    return [actor for actor in ordered(document.actors) if actor.placed]


def _shown_links(document: Document) -> list[Link]:
    actors = document.actors
    return [row for row in ordered(document.links) if actors[row.source].placed and actors[row.target].placed]


def _used(document: Document, actors: list[Actor]) -> list[Category]:
    used = {actor.category for actor in actors}
    return [row for row in ordered(document.categories) if row.id in used]


def _categories(used: Iterable[Category], theme: Theme, size: float) -> list[Entry]:
    side = size * 1.35
    swatch = rounded(Box(0.0, -side / 2, side, side), side / 5)
    return [
        Entry(
            (
                Path(swatch, fill=row.colour),
                pictogram(row.pictogram, side / 2, 0.0, side * 0.75, readable(row.colour, 3.0)),
            ),
            side,
            terms.category_name(row),
            theme.ink,
        )
        for row in used
    ]


def _presences(used: Set[Presence], theme: Theme) -> list[Entry]:
    """Small empty cards, when some card is not a plain one; pale ones say their name as cards do."""
    if used <= {Presence.PRESENT}:
        return []
    height = theme.legend * 1.2
    width = height * 1.8
    box = Box(0.0, -height / 2, width, height).grown(-theme.card.outline / 2)
    return [
        Entry(
            (*stub(box, presence, theme, height / 5), outlined(box, presence, theme, height / 5)),
            width,
            terms.presence_name(presence),
            theme.muted if is_pale(presence) else theme.ink,
        )
        for presence in Presence
        if presence in used
    ]


def _pillars(document: Document, actors: list[Actor], theme: Theme) -> list[Entry]:
    """Pips, when some card bears them."""
    shown = {actor.id for actor in actors}
    if not any(row.side is Side.OFFER and row.actor in shown for row in document.contributions.values()):
        return []
    radius = theme.card.pip
    return [
        Entry(
            tuple(
                pip(radius + place * 3 * radius, 0.0, other is pillar, theme)
                for place, other in enumerate(Pillar)
            ),
            8 * radius,
            terms.pillar_name(pillar),
            theme.ink,
        )
        for pillar in Pillar
    ]


def _told_statuses(links: list[Link], *, whole: bool) -> frozenset[Status]:
    """The kinds of line to tell: all of them on a whole map, once there is a link, else those that are there."""
    if whole and links:
        return frozenset(Status)
    return frozenset(row.status for row in links)


def _statuses(told: Set[Status], theme: Theme, size: float) -> list[Entry]:
    return [status_entry(status, theme, size) for status in Status if status in told]


def status_entry(status: Status, theme: Theme, size: float) -> Entry:
    """A kind of line and its word."""
    length = size * 2.6
    stroke = stroke_of(status, 3, theme)
    return Entry((_sample(length, stroke),), length, terms.status_name(status), stroke.colour)


def _sample(length: float, stroke: Stroke) -> Path:
    """A piece of line of that length, round ends included."""
    end = stroke.width / 2
    return Path(line([(end, 0.0), (length - end, 0.0)]), stroke=stroke)


def _directions(links: list[Link], theme: Theme) -> list[Entry]:
    used = {row.direction for row in links}
    return [
        direction_entry(direction, theme, theme.legend, terms.direction_name(direction))
        for direction in Direction
        if direction in used
    ]


def direction_entry(direction: Direction, theme: Theme, size: float, text: str) -> Entry:
    """A way a link goes, and its words."""
    length, head = size * 2.6, min(head_length(2, theme.link), size)
    stroke = stroke_of(Status.EXISTING, 2, theme)
    both = direction is Direction.BOTH
    start = head if both else stroke.width / 2
    stem = Path(line([(start, 0.0), (length - head, 0.0)]), stroke=stroke)
    signs = [stem, arrowhead((length, 0.0), (length - head, 0.0), theme.ink)]
    if both:
        signs.append(arrowhead((0.0, 0.0), (head, 0.0), theme.ink))
    return Entry(tuple(signs), length, text, theme.ink)


def _tension(tense: bool, theme: Theme) -> list[Entry]:
    if not tense:
        return []
    return [_marked(None, theme, _("tension"))]


def _intensities(links: list[Link], theme: Theme) -> list[Entry]:
    if not links:
        return []
    length = theme.legend * 2.6
    return [
        Entry(
            (_sample(length, stroke_of(Status.EXISTING, level, theme)),),
            length,
            terms.intensity_name(level),
            theme.ink,
        )
        for level in INTENSITIES
    ]


def _types(document: Document, links: list[Link], theme: Theme) -> list[Entry]:
    used = {key for row in links for key in row.types}
    return [type_entry(row, theme) for row in ordered(document.link_types) if row.id in used]


def type_entry(row: LinkType, theme: Theme) -> Entry:
    """The mark of a type of link, and its name."""
    return _marked(row.pictogram, theme, terms.link_type_name(row))


def _marked(key: Pictogram | None, theme: Theme, text: str) -> Entry:
    """A mark of the map and its word."""
    reach = theme.link.mark + 1.0
    return Entry(mark(key, reach, 0.0, theme.ink, theme), 2 * reach, text, theme.ink)
