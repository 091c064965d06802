"""Maps to measure on: three sizes, links local or far, always the same for the same size and spread."""

from __future__ import annotations

import math
import random
from dataclasses import replace
from typing import Literal

from facilitator.model import journey
from facilitator.model.document import Actor, Contribution, Document, Link, ordered
from facilitator.model.vocabulary import Direction, Pillar, Presence, Side, Status

Spread = Literal["local", "far"]
SIZES = {50: 120, 300: 1000, 1000: 3000}
"""Actors, and links between them."""
SPREADS: tuple[Spread, ...] = ("local", "far")
HUB = "hub"
"""The actor with 30 links: it is what is dragged."""
_HUB_LINKS = 30
_LOCAL = 0.8
_STEP = (250.0, 130.0)

_KINDS = ("Association", "Collectif", "Coopérative", "Fondation", "Maison", "Réseau", "Régie", "Union")
_OF = ("des voisins", "du Val d’Œuvre", "des Œillets", "pour l’accès à tous", "de l’Étal", "des aînés ruraux")


def generated(size: int, spread: Spread, seed: int = 7) -> Document:
    """A session of that many actors. `local`: 80 % of the links are among near neighbours; `far`: none by design."""
    dice = random.Random(f"{size} {spread} {seed}")
    begun = journey.new_document(f"{size} {spread}", "fr")
    columns = math.ceil(math.sqrt(size * 1.7))
    hub = (size // columns // 2) * columns + columns // 2
    ids = [HUB if number == hub else f"a{number}" for number in range(size)]
    categories, types = [row.id for row in ordered(begun.categories)], list(begun.link_types)
    actors = [
        Actor(
            id_,
            f"{dice.choice(_KINDS)} {dice.choice(_OF)} {number}",
            dice.choice(categories),
            presence=dice.choices(list(Presence), (8, 1, 1, 1))[0],
            x=(number % columns) * _STEP[0] + dice.uniform(-25, 25),
            y=(number // columns) * _STEP[1] + dice.uniform(-22, 22),
            rank=number + 1,
        )
        for number, id_ in enumerate(ids)
    ]
    links = [
        Link(
            f"l{number}",
            ids[source],
            ids[target],
            types=tuple(dice.sample(types, dice.choice((0, 1, 1, 2)))),
            status=dice.choices(list(Status), (6, 2, 2))[0],
            intensity=dice.randint(1, 4),
            direction=dice.choice(list(Direction)),
            tension=dice.random() < 0.04,
            rank=number + 1,
        )
        for number, (source, target) in enumerate(_pairs(dice, size, columns, hub, spread))
    ]
    offers = [
        Contribution(
            f"c{number}",
            actor.id,
            dice.choice(list(Pillar)),
            side=Side.OFFER,
            text="Un lieu",
            rank=number + 1,
        )
        for number, actor in enumerate(actors)
    ]
    return replace(
        begun,
        actors={actor.id: actor for actor in actors},
        links={link.id: link for link in links},
        contributions={offer.id: offer for offer in offers},
    )


def _pairs(dice: random.Random, size: int, columns: int, hub: int, spread: Spread) -> list[tuple[int, int]]:
    """Ends of the links: first those of the hub, then the others."""
    wanted, others = SIZES[size], [number for number in range(size) if number != hub]
    if spread == "local":
        others.sort(
            key=lambda number: (
                (number % columns - hub % columns) ** 2 + (number // columns - hub // columns) ** 2
            )
        )
        near = others[: int(_HUB_LINKS * _LOCAL)]
        pairs = [(hub, target) for target in near + dice.sample(others[len(near) :], _HUB_LINKS - len(near))]
    else:
        pairs = [(hub, target) for target in dice.sample(others, _HUB_LINKS)]
    while len(pairs) < wanted:
        source = dice.choice(others)
        local = spread == "local" and dice.random() < _LOCAL
        target = (
            source + dice.choice((1, -1, columns, -columns, columns + 1, -columns - 1))
            if local
            else dice.choice(others)
        )
        if target not in (source, hub) and 0 <= target < size:
            pairs.append((source, target))
    return pairs
