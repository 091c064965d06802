"""What two maps do not show alike. Most rows are the very same, and are passed over without a line of Python each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import compress
from operator import is_not

from facilitator.drawing.map import MapPicture
from facilitator.drawing.shapes import Box


def others(before: Mapping[str, object], after: Mapping[str, object]) -> Iterator[str]:
    """Ids whose row is not the very same, in the order of `after`."""
    return compress(after, map(is_not, after.values(), map(before.get, after)))


def changes(before: MapPicture, after: MapPicture) -> Iterator[str]:
    """Ids of the cards and links that are not shown alike."""
    for id_ in others(before.cards, after.cards):
        was, held = before.cards.get(id_), after.cards[id_]
        if was is None or was.card is not held.card or was.box != held.box:
            yield id_
    for id_ in others(before.links, after.links):
        old, line = before.links.get(id_), after.links[id_]
        if old is None or old.picture is not line.picture:
            yield id_
    yield from (id_ for id_ in before.cards if id_ not in after.cards)
    yield from (id_ for id_ in before.links if id_ not in after.links)


def boxes_of(picture: MapPicture, ids: Iterable[str]) -> Iterator[Box]:
    """The ink of these rows of a map."""
    for id_ in ids:
        if id_ in picture.cards:
            held = picture.cards[id_]
            yield held.card.picture.box.moved(held.x, held.y)
        elif id_ in picture.links:
            yield picture.links[id_].picture.picture.box
