"""The links of a map, between its cards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.drawing import link as lines
from facilitator.drawing.decor import Dressing
from facilitator.drawing.link import LinkPicture
from facilitator.drawing.placed import PlacedCard
from facilitator.drawing.spots import Spots
from facilitator.drawing.weave import Weave
from facilitator.model.document import Link
from facilitator.slices import EACH, Slices

if TYPE_CHECKING:
    from facilitator.drawing.map import MapPicture


@dataclass(frozen=True, slots=True, eq=False)
class PlacedLink:
    """A link between two placed cards."""

    row: Link
    source: PlacedCard
    target: PlacedCard
    picture: LinkPicture


def placed_links(
    weave: Weave,
    spots: Spots,
    cards: Mapping[str, PlacedCard],
    known: MapPicture | None,
    stale: set[str],
    dress: Dressing,
) -> Slices[dict[str, PlacedLink]]:
    """The links between placed cards; those there were before, or at least their pictures, where they can stay."""
    wires = weave.wiring
    if known is None:
        return {
            row.id: PlacedLink(
                row, cards[row.source], cards[row.target], link_picture(row, weave, spots, dress)
            )
            for row in wires.rows
            if row.source in cards and row.target in cards
        }
    before, standing = known.lines, known.standing
    moved = [id_ for id_, held in cards.items() if standing.get(id_) is not held]
    stale.update([id_ for actor in moved for id_ in wires.of.get(actor, ())])
    rows = known.document.links
    if wires is known.weave.wiring and cards.keys() == standing.keys():
        # Every link of before is there still, in the same order.
        fresh = {}
        for n, id_ in enumerate(stale & before.keys(), 1):
            if n % EACH == 0:
                yield
            fresh[id_] = placed_link(rows[id_], weave, spots, cards, known)
        return before | fresh
    return {
        row.id: before[row.id]
        if row.id in before and row.id not in stale and before[row.id].row is row
        else placed_link(row, weave, spots, cards, known)
        for row in wires.rows
        if row.source in cards and row.target in cards
    }


def placed_link(
    row: Link, weave: Weave, spots: Spots, cards: Mapping[str, PlacedCard], known: MapPicture
) -> PlacedLink:
    """One of them; that of the map before, where it has the same course and marks."""
    source, target = cards[row.source], cards[row.target]
    held, way = known.lines.get(row.id), weave.ways.get(row.id)
    if (
        held is not None
        and held.row is row
        and known.weave.ways.get(row.id) is way
        and known.spots.marks.get(row.id) == spots.marks.get(row.id)
        and (way is not None or (held.source.box == source.box and held.target.box == target.box))
    ):
        if held.source is source and held.target is target:
            return held
        return PlacedLink(row, source, target, held.picture)
    return PlacedLink(row, source, target, link_picture(row, weave, spots, known.dress))


def link_picture(row: Link, weave: Weave, spots: Spots, dress: Dressing) -> LinkPicture:
    """A link along its course; nothing to paint where its cards leave no way between them."""
    way = weave.ways.get(row.id)
    if way is None:
        return lines.hidden(weave.boxes[row.source], weave.boxes[row.target])
    return lines.drawn(row, way, weave.theme, spots.marks.get(row.id, ()), dress.colour_of(row))
