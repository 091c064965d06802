"""The map of a document: its placed cards and their links, made again only where rows changed.

Rows, cards and links are compared by identity: a document shares what a gesture did not touch, and so does the
map made from it. Nothing here is painted or cached by time; hit tests are on the geometry.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from facilitator import words
from facilitator.drawing import link as lines
from facilitator.drawing import spots as places
from facilitator.drawing import weave as courses
from facilitator.drawing.decor import PLAIN, Dressing
from facilitator.drawing.ground import gives_way, ground
from facilitator.drawing.kept import Laid, Origin, from_plain, to_plain
from facilitator.drawing.link import LinkPicture
from facilitator.drawing.placed import PlacedCard, offers, standing_cards
from facilitator.drawing.placed_links import PlacedLink, link_picture, placed_link, placed_links
from facilitator.drawing.shapes import Box, Picture, Point, together, union
from facilitator.drawing.spots import Spots, Wish
from facilitator.drawing.theme import Theme
from facilitator.drawing.weave import Weave
from facilitator.drawing.wiring import Wiring, lanes, pair_of, wiring
from facilitator.model.document import Contribution, Document
from facilitator.model.vocabulary import Pillar
from facilitator.slices import Slices, finished

__all__ = ["MapPicture", "PlacedCard", "PlacedLink", "compose"]


@dataclass(frozen=True, slots=True, eq=False)
class MapPicture:
    """The map in painting order: its ground, links, cards. `box` holds all of it, empty when there is nothing.

    `standing` and `lines` are the cards and links, what is hidden too. Where courses and marks were kept rather than
    found, it is not `whole`: what surrounds them, by which they change, is not there.
    """

    document: Document
    theme: Theme
    language: str
    cards: dict[str, PlacedCard]
    links: dict[str, PlacedLink]
    box: Box
    standing: dict[str, PlacedCard]
    lines: dict[str, PlacedLink]
    weave: Weave
    spots: Spots
    pillars: Mapping[str, frozenset[Pillar]]
    hidden: frozenset[str]
    ground: Picture
    dress: Dressing = PLAIN
    whole: bool = True

    def flat(self) -> Picture:
        """All of it as one picture."""
        placed = (held.card.picture.moved(held.x, held.y) for held in self.cards.values())
        whole = together([self.ground, *(held.picture.picture for held in self.links.values()), *placed])
        return Picture(whole.shapes, self.box)

    def laid(self) -> dict[str, str]:
        """Its courses and marks, to be kept: see `compose`."""
        weave = self.weave
        origin = Origin(weave.wiring, weave.boxes, self.spots.wishes, self.theme)
        return to_plain(origin, Laid(weave.ways, self.spots.marks))

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
        return tuple(id_ for id_ in self.weave.wiring.of.get(actor, ()) if id_ in self.links)

    def relinked(self, moved: Mapping[str, Point]) -> dict[str, LinkPicture]:
        """The links of some cards as they would be with these cards centred elsewhere: what a drag shows.

        Other links, and their marks, are as they are: they make room when the cards are put down. Where many links
        follow the hand, or the map is not whole, they follow it as if they were alone.
        """
        boxes = {id_: self.cards[id_].card.box.moved(x, y) for id_, (x, y) in moved.items()}
        touched = dict.fromkeys(id_ for actor in boxes for id_ in self.links_of(actor))
        if len(touched) > courses.STAR or not self.whole:
            return {id_: self._alone(self.links[id_], boxes) for id_ in touched}
        weave, _ = courses.carried(self.weave, boxes)
        spots, _ = finished(
            places.spotting(
                self.spots,
                self.spots.wishes,
                weave.ways,
                touched,
                (),
                weave.cells,
                self.theme.link,
                spread=False,
            )
        )
        return {id_: link_picture(self.links[id_].row, weave, spots, self.dress) for id_ in touched}

    def _alone(self, held: PlacedLink, boxes: Mapping[str, Box]) -> LinkPicture:
        """A link with some cards elsewhere, as if no other card or pair were there."""
        row, pair = held.row, pair_of(held.row)
        rows = self.weave.wiring.pairs[pair]
        lane = lanes(len(rows))[rows.index(row)] * (1.0 if row.source == pair[0] else -1.0)
        source, target = boxes.get(row.source, held.source.box), boxes.get(row.target, held.target.box)
        types, colour = self.spots.wishes[row.id].types, self.dress.colour_of(row)
        return lines.link(row, source, target, self.theme, lane, types, colour)


def compose(
    document: Document,
    theme: Theme,
    previous: MapPicture | None = None,
    hidden: Collection[str] = (),
    dress: Dressing = PLAIN,
    laid: object = None,
) -> MapPicture:
    """The map of a document: see `composing`."""
    return finished(composing(document, theme, previous, hidden, dress, laid))


def composing(
    document: Document,
    theme: Theme,
    previous: MapPicture | None = None,
    hidden: Collection[str] = (),
    dress: Dressing = PLAIN,
    laid: object = None,
) -> Slices[MapPicture]:
    """The map of a document, sharing with a previous one all that is the same.

    `hidden` are actors and links left out of it, `dress` its decorations; no card moves for them, no link takes another
    course. Where there is no previous one, `laid` is what another of the same cards and links had laid; anything else
    is passed over.
    """
    language = words.language()
    pillars = _pillars(document.contributions, previous)
    standing = _cards(document, theme, previous, language, pillars, dress)
    known = previous if previous and previous.theme is theme else None
    same = known and known.document.links is document.links
    wires = known.weave.wiring if known and same else wiring(document.links)
    boxes = {id_: held.box for id_, held in standing.items()}
    wishes = _wishes(document, wires, known)
    if known and not known.whole and not _unmoved(known, boxes, wishes):
        known = yield from finishing(known)
    before = known.weave if known else courses.nothing(theme)
    yield
    origin = Origin(wires, boxes, wishes, theme)
    kept = from_plain(laid, origin) if laid is not None and known is None else None
    changed: set[str] = set()
    if kept is not None:
        weave = replace(before, wiring=wires, boxes=boxes, ways=kept.ways)
        spots = replace(places.NOTHING, wishes=wishes, marks=kept.marks)
    else:
        weave, bent = yield from courses.weaving(wires, boxes, before)
        spots, stale = yield from _spots(weave, before, wishes, bent, known)
        changed = stale | bent
    alike = known if known and known.dress.colours == dress.colours and known.dress.by == dress.by else None
    links = yield from placed_links(weave, spots, standing, alike, changed, dress)
    out = frozenset(hidden)
    cards = {id_: held for id_, held in standing.items() if id_ not in out} if out else standing
    shown = links
    if out:
        shown = {
            id_: held
            for id_, held in links.items()
            if id_ not in out and held.row.source not in out and held.row.target not in out
        }
    under = _ground(document, theme, previous, language, boxes, spots)
    box = _box(cards, shown, theme.card.outline, under)
    return MapPicture(
        document,
        theme,
        language,
        cards,
        shown,
        box,
        standing,
        links,
        weave,
        spots,
        pillars,
        out,
        under,
        dress,
        known.whole if known else kept is None,
    )


def finishing(sketch: MapPicture) -> Slices[MapPicture]:
    """The same map made whole; what it shows is the same, row by row, as long as what was kept was."""
    held, theme = sketch.weave, sketch.theme
    weave, ways = yield from courses.weaving(held.wiring, held.boxes, courses.nothing(theme))
    spots, _ = yield from places.spotting(
        places.NOTHING, sketch.spots.wishes, weave.ways, ways, (), weave.cells, theme.link
    )
    whole = replace(sketch, weave=weave, spots=spots, whole=True)
    stale = [
        id_
        for id_ in sketch.lines
        if weave.ways.get(id_) != held.ways.get(id_) or spots.marks.get(id_) != sketch.spots.marks.get(id_)
    ]
    if not stale:
        return whole
    under = _ground(sketch.document, theme, sketch, sketch.language, held.boxes, spots)
    anew = {id_: placed_link(sketch.lines[id_].row, weave, spots, sketch.standing, sketch) for id_ in stale}
    links = sketch.links | {id_: held for id_, held in anew.items() if id_ in sketch.links}
    box = _box(sketch.cards, links, theme.card.outline, under)
    return replace(whole, lines=sketch.lines | anew, links=links, box=box, ground=under)


def again(
    known: Iterable[MapPicture],
    document: Document,
    theme: Theme,
    hidden: Collection[str] = (),
    dress: Dressing = PLAIN,
) -> MapPicture | None:
    """The one of some maps that shows a document just as it would be made now, if there is."""
    language, out = words.language(), frozenset(hidden)
    for held in known:
        was = held.document
        if (
            held.theme is theme
            and held.language == language
            and held.hidden == out
            and held.dress == dress
            and was.actors == document.actors
            and was.links == document.links
            and was.contributions == document.contributions
            and was.categories == document.categories
            and was.link_types == document.link_types
            and was.background == document.background
            and was.zones == document.zones
            and was.images == document.images
        ):
            return held if was is document else replace(held, document=document)
    return None


def _unmoved(sketch: MapPicture, boxes: Mapping[str, Box], wishes: Mapping[str, Wish]) -> bool:
    """Whether its courses and marks are those of a map too: wishes are the very same for the same links alone."""
    return sketch.spots.wishes is wishes and not courses.shifted(sketch.weave.boxes, boxes)


def _ground(
    document: Document,
    theme: Theme,
    previous: MapPicture | None,
    language: str,
    boxes: Mapping[str, Box],
    spots: Spots,
) -> Picture:
    """What lies under the map: the one before, as long as nothing of it is to be seen otherwise."""
    if (
        previous is not None
        and previous.theme is theme
        and previous.language == language
        and previous.document.background is document.background
        and previous.document.zones is document.zones
        and previous.document.images is document.images
    ):
        unmoved = previous.weave.boxes == boxes and previous.spots.marks == spots.marks
        if unmoved or not gives_way(document.background.kind):
            return previous.ground
        now = ground(document, theme, boxes.values(), spots.boxes())
        return previous.ground if now == previous.ground else now
    return ground(document, theme, boxes.values(), spots.boxes())


def _pillars(
    contributions: Mapping[str, Contribution], previous: MapPicture | None
) -> Mapping[str, frozenset[Pillar]]:
    """What each actor offers, by actor."""
    if previous and previous.document.contributions is contributions:
        return previous.pillars
    return offers(contributions)


def _cards(
    document: Document,
    theme: Theme,
    previous: MapPicture | None,
    language: str,
    pillars: Mapping[str, frozenset[Pillar]],
    dress: Dressing,
) -> dict[str, PlacedCard]:
    """The cards of placed actors; those there were before where they can stay."""
    if previous is None:
        return standing_cards(document, theme, pillars, {}, {}, dress, same_words=False)
    same_words = (
        previous.theme is theme
        and previous.language == language
        and previous.document.categories is document.categories
        and previous.dress.rings == dress.rings
        and previous.dress.dots is dress.dots
    )
    return standing_cards(
        document, theme, pillars, previous.standing, previous.pillars, dress, same_words=same_words
    )


def _wishes(document: Document, wires: Wiring, known: MapPicture | None) -> Mapping[str, Wish]:
    """The marks that links would show, by link."""
    types = document.link_types
    same = known is not None and known.document.link_types is types
    if known and same and known.weave.wiring is wires:
        return known.spots.wishes
    held = known.spots.wishes if known else {}
    wishes = {}
    for row in wires.rows:
        was = held.get(row.id)
        if not same or was is None or was.row is not row:
            pictograms = tuple([types[key].pictogram for key in row.types])
            if was is None or was.row is not row or was.types != pictograms:
                was = Wish(row, pictograms)
        wishes[row.id] = was
    return wishes


def _spots(
    weave: Weave, before: Weave, wishes: Mapping[str, Wish], bent: set[str], known: MapPicture | None
) -> Slices[tuple[Spots, set[str]]]:
    """The marks of links where they go, for these wishes and ways; and the links that looked for a spot."""
    held = known.spots if known else places.NOTHING
    changed = set(bent)
    if held.wishes is not wishes:
        changed |= {id_ for id_, wish in wishes.items() if held.wishes.get(id_) is not wish}
        changed |= held.wishes.keys() - wishes.keys()
    now, then = weave.boxes, before.boxes
    moved = [boxes[id_] for id_ in courses.shifted(then, now) for boxes in (now, then) if id_ in boxes]
    if not changed and not moved:
        return held, changed
    return (
        yield from places.spotting(held, wishes, weave.ways, changed, moved, weave.cells, weave.theme.link)
    )


def _box(
    cards: Mapping[str, PlacedCard], links: Mapping[str, PlacedLink], outline: float, under: Picture
) -> Box:
    """All the ink: a straight link between two cards never leaves the box of both, a bent one may, and a tension."""
    laid = [under.box] if under.shapes else []
    if not cards:
        return union(laid)
    outlines = union([held.box for held in cards.values()])
    bent = [
        held.picture.picture.box for held in links.values() if len(held.picture.line) > 2 or held.row.tension
    ]
    return union([outlines.grown(outline / 2), *bent, *laid])
