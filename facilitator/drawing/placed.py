"""The cards of placed actors, made again only where actors, their offers or the words changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.drawing.card import Card, card
from facilitator.drawing.decor import Dressing
from facilitator.drawing.shapes import Box
from facilitator.drawing.theme import Theme
from facilitator.model.document import Actor, Contribution, Document, ordered
from facilitator.model.vocabulary import Pillar, Side

_NOTHING: frozenset[Pillar] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class PlacedCard:
    """An actor's card where it stands; `card` is around its centre, `box` on the map."""

    actor: Actor
    card: Card
    x: float
    y: float
    box: Box


def offers(contributions: Mapping[str, Contribution]) -> dict[str, frozenset[Pillar]]:
    """The pillars to which each actor contributes, by actor."""
    held: defaultdict[str, set[Pillar]] = defaultdict(set)
    for row in contributions.values():
        if row.side is Side.OFFER:
            held[row.actor].add(row.pillar)
    return {actor: frozenset(pillars) for actor, pillars in held.items()}


def standing_cards(
    document: Document,
    theme: Theme,
    pillars: Mapping[str, frozenset[Pillar]],
    before: Mapping[str, PlacedCard],
    known: Mapping[str, frozenset[Pillar]],
    dress: Dressing,
    *,
    same_words: bool,
) -> dict[str, PlacedCard]:
    """The cards in the order of their actors. `before` and `known` are the cards and offers there were, which stay
    where nothing changed, if the words, the theme and the decorations are the same."""
    cards = {}
    for actor in ordered(document.actors):
        if actor.x is None or actor.y is None:
            continue
        held = before.get(actor.id)
        offered = pillars.get(actor.id, _NOTHING)
        same = same_words and held is not None and held.actor is actor
        if not same or known.get(actor.id, _NOTHING) != offered:
            ring = dress.rings.get(actor.id, 0)
            drawn = card(actor, document, theme, offered, ring, dots=dress.dots)
            held = _placed(actor, actor.x, actor.y, drawn, held)
        assert held is not None  # noqa: S101 - for the reader and the type checker: it was, or is made
        cards[actor.id] = held
    return cards


def _placed(actor: Actor, x: float, y: float, picture: Card, held: PlacedCard | None) -> PlacedCard:
    if held and held.actor is actor and held.card is picture:
        return held
    return PlacedCard(actor, picture, x, y, picture.box.moved(x, y))
