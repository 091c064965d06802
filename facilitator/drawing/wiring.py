"""What links say of one another, wherever cards stand: which share their ends, and in what order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.model.document import Link, ordered

Pair = tuple[str, str]
"""Two actors, in the order of their ids."""


@dataclass(frozen=True, slots=True, eq=False)
class Wiring:
    """Links in the order people gave them, those of each two actors, and those of each actor."""

    rows: tuple[Link, ...]
    pairs: Mapping[Pair, tuple[Link, ...]]
    pairs_of: Mapping[str, tuple[Pair, ...]]
    of: Mapping[str, tuple[str, ...]]


def pair_of(row: Link) -> Pair:
    return (row.source, row.target) if row.source < row.target else (row.target, row.source)


def wiring(links: Mapping[str, Link]) -> Wiring:
    """The wiring of these links."""
    rows = tuple(ordered(links))
    pairs: defaultdict[Pair, list[Link]] = defaultdict(list)
    pairs_of: defaultdict[str, dict[Pair, None]] = defaultdict(dict)
    of: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        pair = pair_of(row)
        pairs[pair].append(row)
        for end in pair:
            pairs_of[end][pair] = None
            of[end].append(row.id)
    return Wiring(
        rows,
        {pair: tuple(held) for pair, held in pairs.items()},
        {actor: tuple(held) for actor, held in pairs_of.items()},
        {actor: tuple(ids) for actor, ids in of.items()},
    )


def lanes(count: int) -> tuple[float, ...]:
    """The lanes of so many links, around the straight way between their cards."""
    middle = (count - 1) / 2
    return tuple([place - middle for place in range(count)])
