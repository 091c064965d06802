"""A map that does not hold on one screen at a size one can read, as the fewest parts that do, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from facilitator.drawing.shapes import Box, Point, union


@dataclass(frozen=True, slots=True)
class Part:
    """Cards that are read together, and the box that holds them."""

    ids: tuple[str, ...]
    box: Box


def parts(boxes: Mapping[str, Box], width: float, height: float) -> tuple[Part, ...]:
    """Every card in one part, each part within `width` and `height` (a card larger than that is a part of its own)."""
    found = _split([*boxes.items()], width, height)
    return tuple(_merged(found, width, height))


def kept(
    before: Sequence[Part], boxes: Mapping[str, Box], width: float, height: float
) -> tuple[Part, ...] | None:
    """The same parts as before where cards moved a little, came or went; None where one of them holds no more."""
    left = dict.fromkeys(boxes)
    found = []
    for part in before:
        ids = tuple(id_ for id_ in part.ids if id_ in left)
        for id_ in ids:
            del left[id_]
        if ids:
            found.append(Part(ids, union([boxes[id_] for id_ in ids])))
    for id_ in left:
        at = next(
            (n for n, one in enumerate(found) if _holds(one.box.united(boxes[id_]), width, height)), None
        )
        if at is None:
            return None
        found[at] = Part((*found[at].ids, id_), found[at].box.united(boxes[id_]))
    return tuple(found) if all(len(one.ids) == 1 or _holds(one.box, width, height) for one in found) else None


def islands(places: Mapping[str, Point], width: float, height: float) -> list[list[str]]:
    """Cards that no strip of nothing, as wide or as high as a screen, keeps apart, together."""
    found, count = [[*places]] if places else [], 0
    while len(found) > count:  # what was cut one way may be cut again the other way
        count = len(found)
        for across, most in ((0, width), (1, height)):
            found = [island for ids in found for island in _strips(ids, places, across, most)]
    return found


def _strips(ids: Iterable[str], places: Mapping[str, Point], across: int, most: float) -> list[list[str]]:
    """The same, along one way, where there is more than `most` between two neighbours."""
    row = sorted(ids, key=lambda id_: (places[id_][across], id_))
    cuts = [n for n in range(1, len(row)) if places[row[n]][across] - places[row[n - 1]][across] > most]
    return [row[start:end] for start, end in pairwise((0, *cuts, len(row)))]


def _split(cards: Sequence[tuple[str, Box]], width: float, height: float) -> list[Part]:
    """Cut across the way that exceeds the screen most, where the gap between two cards near the middle is widest."""
    if not cards:
        return []
    part = _part(cards)
    if len(cards) == 1 or _holds(part.box, width, height):
        return [part]
    across = part.box.height / height >= part.box.width / width
    row = sorted(cards, key=lambda card: (card[1].centre[across], card[1].centre[not across], card[0]))
    third = len(row) // 3
    places = range(max(third, 1), max(len(row) - third, third + 1, 2))
    cut = max(places, key=lambda n: row[n][1].centre[across] - row[n - 1][1].centre[across])
    return _split(row[:cut], width, height) + _split(row[cut:], width, height)


def _merged(found: Sequence[Part], width: float, height: float) -> list[Part]:
    """Neighbours in the order that hold together, together."""
    merged: list[Part] = []
    for part in found:
        if merged and _holds(union([merged[-1].box, part.box]), width, height):
            merged[-1] = Part(merged[-1].ids + part.ids, union([merged[-1].box, part.box]))
        else:
            merged.append(part)
    return merged


def _part(cards: Iterable[tuple[str, Box]]) -> Part:
    held = [*cards]
    return Part(tuple(id_ for id_, _ in held), union([box for _, box in held]))


def _holds(box: Box, width: float, height: float) -> bool:
    return box.width <= width and box.height <= height
