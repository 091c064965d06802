"""The map of a document: its placed cards and their links, made again only where rows changed.

Rows, cards and links are compared by identity: a document shares what a gesture did not touch, and so does the
map made from it. Nothing here is painted or cached by time; hit tests are on the geometry.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from facilitator import words
from facilitator.drawing import link as lines
from facilitator.drawing.card import Card, card
from facilitator.drawing.ground import ground
from facilitator.drawing.link import LinkPicture
from facilitator.drawing.shapes import Box, Picture, Point, together, union
from facilitator.drawing.theme import Theme
from facilitator.model.document import Actor, Contribution, Document, Link, LinkType, ordered
from facilitator.model.vocabulary import Pictogram, Pillar, Side

_NOTHING: frozenset[Pillar] = frozenset()
_redrawn = lru_cache(maxsize=1024)(lines.link)
"""Links of cards that move: the picture the hand was shown is the one put down, and what undo brings back."""


@dataclass(frozen=True, slots=True, eq=False)
class PlacedCard:
    """An actor's card where it stands; `card` is around its centre, `box` on the map."""

    actor: Actor
    card: Card
    x: float
    y: float
    box: Box


@dataclass(frozen=True, slots=True, eq=False)
class PlacedLink:
    """A link between two placed cards, and what its picture was made from."""

    row: Link
    source: PlacedCard
    target: PlacedCard
    lane: float
    marks: tuple[Pictogram, ...]
    picture: LinkPicture


@dataclass(frozen=True, slots=True, eq=False)
class Wiring:
    """What links say of one another, wherever cards stand: their order, the lane of each, those of each actor."""

    rows: tuple[Link, ...]
    lanes: Mapping[str, float]
    of: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class MapPicture:
    """The map in painting order: its ground, links, cards. `box` holds all of it, empty when there is nothing."""

    document: Document
    theme: Theme
    language: str
    cards: dict[str, PlacedCard]
    links: dict[str, PlacedLink]
    box: Box
    wiring: Wiring
    pillars: Mapping[str, frozenset[Pillar]]
    hidden: frozenset[str]
    ground: Picture

    def flat(self) -> Picture:
        """All of it as one picture."""
        placed = (held.card.picture.moved(held.x, held.y) for held in self.cards.values())
        whole = together([self.ground, *(held.picture.picture for held in self.links.values()), *placed])
        return Picture(whole.shapes, self.box)

    def card_at(self, x: float, y: float) -> str | None:
        """The id of the topmost card under a point."""
        return next((id_ for id_, held in reversed(self.cards.items()) if held.box.contains(x, y)), None)

    def link_at(self, x: float, y: float, tolerance: float) -> str | None:
        """The id of the nearest link within so many units of a point; the topmost when several are as near."""
        found, nearest = None, tolerance
        for id_, held in self.links.items():
            box = held.picture.picture.box
            if (
                box.x - tolerance <= x <= box.x + box.width + tolerance
                and box.y - tolerance <= y <= box.y + box.height + tolerance
            ):
                far = lines.distance(held.picture.line, x, y)
                if far <= nearest:
                    found, nearest = id_, far
        return found

    def cards_in(self, box: Box) -> tuple[str, ...]:
        """Ids of the cards whose whole outline is in a box."""
        return tuple(
            id_
            for id_, held in self.cards.items()
            if box.contains(held.box.x, held.box.y) and box.contains(held.box.right, held.box.bottom)
        )

    def links_of(self, actor: str) -> tuple[str, ...]:
        """Ids of the links shown at an actor's card."""
        return tuple(id_ for id_ in self.wiring.of.get(actor, ()) if id_ in self.links)

    def relinked(self, moved: Mapping[str, Point]) -> dict[str, LinkPicture]:
        """The links of some cards as they would be with these cards centred elsewhere: what a drag shows."""
        boxes = {id_: self.cards[id_].card.box.moved(x, y) for id_, (x, y) in moved.items()}
        touched = dict.fromkeys(id_ for actor in boxes for id_ in self.links_of(actor))
        return {id_: self._relinked(self.links[id_], boxes) for id_ in touched}

    def _relinked(self, held: PlacedLink, boxes: Mapping[str, Box]) -> LinkPicture:
        row = held.row
        source, target = boxes.get(row.source, held.source.box), boxes.get(row.target, held.target.box)
        return _redrawn(row, source, target, self.theme, held.lane, held.marks)


def compose(
    document: Document,
    theme: Theme,
    previous: MapPicture | None = None,
    hidden: Collection[str] = (),
) -> MapPicture:
    """The map of a document, sharing with a previous one all that is the same.

    `hidden` are actors and links left out of it; no card moves for it, no lane changes.
    """
    language = words.language()
    pillars = _pillars(document.contributions, previous)
    out = frozenset(hidden)
    cards = _cards(document, theme, previous, language, pillars, out)
    wiring = (
        previous.wiring if previous and previous.document.links is document.links else _wiring(document.links)
    )
    links = _links(document, theme, previous, cards, wiring, out)
    under = _ground(document, theme, previous, language)
    box = _box(cards, links, theme.card.outline, under)
    return MapPicture(document, theme, language, cards, links, box, wiring, pillars, out, under)


def _ground(document: Document, theme: Theme, previous: MapPicture | None, language: str) -> Picture:
    """What lies under the map: the one before, as long as nothing it was made from changed."""
    if (
        previous is not None
        and previous.theme is theme
        and previous.language == language
        and previous.document.background is document.background
        and previous.document.zones is document.zones
        and previous.document.images is document.images
    ):
        return previous.ground
    return ground(document, theme)


def _pillars(
    contributions: Mapping[str, Contribution], previous: MapPicture | None
) -> Mapping[str, frozenset[Pillar]]:
    """What each actor offers, by actor."""
    if previous and previous.document.contributions is contributions:
        return previous.pillars
    offers: defaultdict[str, set[Pillar]] = defaultdict(set)
    for row in contributions.values():
        if row.side is Side.OFFER:
            offers[row.actor].add(row.pillar)
    return {actor: frozenset(held) for actor, held in offers.items()}


def _cards(
    document: Document,
    theme: Theme,
    previous: MapPicture | None,
    language: str,
    pillars: Mapping[str, frozenset[Pillar]],
    hidden: frozenset[str],
) -> dict[str, PlacedCard]:
    same_words = (
        previous is not None
        and previous.theme is theme
        and previous.language == language
        and previous.document.categories is document.categories
    )
    before = previous.cards if previous else {}
    known = previous.pillars if previous else {}
    cards = {}
    for actor in ordered(document.actors):
        if actor.x is None or actor.y is None or actor.id in hidden:
            continue
        held = before.get(actor.id)
        offers = pillars.get(actor.id, _NOTHING)
        same = same_words and held is not None and held.actor is actor
        if not same or known.get(actor.id, _NOTHING) != offers:
            held = _placed(actor, actor.x, actor.y, card(actor, document, theme, offers), held)
        assert held is not None  # noqa: S101 - for the reader and the type checker: it was, or is made
        cards[actor.id] = held
    return cards


def _placed(actor: Actor, x: float, y: float, picture: Card, held: PlacedCard | None) -> PlacedCard:
    if held and held.actor is actor and held.card is picture:
        return held
    return PlacedCard(actor, picture, x, y, picture.box.moved(x, y))


def _wiring(links: Mapping[str, Link]) -> Wiring:
    """Links that share both ends, whichever way round, each in a lane of its own."""
    rows = tuple(ordered(links))
    pairs: defaultdict[tuple[str, str], list[Link]] = defaultdict(list)
    of: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        pairs[min(row.source, row.target), max(row.source, row.target)].append(row)
        of[row.source].append(row.id)
        of[row.target].append(row.id)
    lanes = {row.id: lane for held in pairs.values() if len(held) > 1 for row, lane in _lanes(held)}
    return Wiring(rows, lanes, {actor: tuple(ids) for actor, ids in of.items()})


def _lanes(rows: list[Link]) -> Iterable[tuple[Link, float]]:
    """Lanes around the straight way, each seen from its own source: one the other way round has the other sign."""
    middle = (len(rows) - 1) / 2
    return (
        (row, place - middle if row.source < row.target else middle - place) for place, row in enumerate(rows)
    )


def _links(
    document: Document,
    theme: Theme,
    previous: MapPicture | None,
    cards: Mapping[str, PlacedCard],
    wiring: Wiring,
    hidden: frozenset[str],
) -> dict[str, PlacedLink]:
    types = document.link_types
    before = previous.links if previous and previous.theme is theme else {}
    if (
        previous
        and previous.theme is theme
        and previous.wiring is wiring
        and previous.hidden == hidden
        and previous.document.link_types is types
        and previous.cards.keys() == cards.keys()
    ):
        # Cards moved, and nothing else can have changed: only their links are looked at.
        moved = [id_ for id_, held in cards.items() if previous.cards[id_] is not held]
        stale = {id_ for actor in moved for id_ in wiring.of.get(actor, ()) if id_ in before}
        return before | {
            id_: _link(before[id_].row, theme, types, before, cards, wiring, _redrawn) for id_ in stale
        }
    return {
        row.id: _link(row, theme, types, before, cards, wiring)
        for row in wiring.rows
        if row.id not in hidden and row.source in cards and row.target in cards
    }


def _link(
    row: Link,
    theme: Theme,
    types: Mapping[str, LinkType],
    before: Mapping[str, PlacedLink],
    cards: Mapping[str, PlacedCard],
    wiring: Wiring,
    draw: Callable[..., LinkPicture] = lines.link,
) -> PlacedLink:
    """The link between its cards as they are; the one there was before, or at least its picture, where it can stay."""
    source, target = cards[row.source], cards[row.target]
    lane = wiring.lanes.get(row.id, 0.0)
    marks = tuple([types[key].pictogram for key in row.types])
    held = before.get(row.id)
    if held is None or held.row is not row or held.lane != lane or held.marks != marks:
        picture = draw(row, source.box, target.box, theme, lane, marks)
    elif held.source is source and held.target is target:
        return held
    elif held.source.box == source.box and held.target.box == target.box:
        picture = held.picture
    else:
        picture = draw(row, source.box, target.box, theme, lane, marks)
    return PlacedLink(row, source, target, lane, marks, picture)


def _box(
    cards: Mapping[str, PlacedCard], links: Mapping[str, PlacedLink], outline: float, under: Picture
) -> Box:
    """All the ink: a straight link between two cards never leaves the box of both, a bent one may."""
    laid = [under.box] if under.shapes else []
    if not cards:
        return union(laid)
    outlines = union([held.box for held in cards.values()])
    bent = [held.picture.picture.box for held in links.values() if held.lane]
    return union([outlines.grown(outline / 2), *bent, *laid])
