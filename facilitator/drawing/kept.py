"""The courses and marks of links as a session keeps them, so that its map is seen before they are looked for again.

Numbers alone, in the order of links, beside a digest of all they were made from: those of another map are not taken.
They are for a first picture, which `map.finishing` makes whole.
"""

from __future__ import annotations

import struct
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from itertools import chain, islice
from typing import Any, NamedTuple

from facilitator.drawing.link import Mark, every_mark
from facilitator.drawing.route import Route, Straight, bent, straight
from facilitator.drawing.shapes import Box, Point, union
from facilitator.drawing.spots import Wish
from facilitator.drawing.theme import Theme
from facilitator.drawing.wiring import Wiring, pair_of
from facilitator.model.vocabulary import Pictogram

_MADE = 2
"""Another number once courses or marks are made otherwise."""
_POINTS = {"-": 0, "s": 2, "b": 4}
"""How many points tell a course: none, a straight one, a bent one."""
_AROUND = 2000.0
"""No course nor mark is farther than that from the cards, in map units."""

Spot = tuple[float, float, float]
"""The centre and the radius of a mark."""


class Origin(NamedTuple):
    """All that courses and marks are made from."""

    wires: Wiring
    boxes: Mapping[str, Box]
    wishes: Mapping[str, Wish]
    theme: Theme


class Laid(NamedTuple):
    """Courses and marks, by link."""

    ways: dict[str, Route]
    marks: dict[str, tuple[Mark, ...]]


def to_plain(origin: Origin, laid: Laid) -> dict[str, str]:
    """The courses and marks made from that, as the desk keeps them."""
    courses: list[str] = []
    points: list[Point] = []
    shown: list[str] = []
    spots: list[Spot] = []
    for row in origin.wires.rows:
        way, marks = laid.ways.get(row.id), laid.marks.get(row.id, ())
        if way is None:
            courses.append("-")
        else:
            # As it was made, from the first of the two cards: the same numbers make the same course.
            made = way if row.source == pair_of(row)[0] else way.reversed()
            courses.append("s" if isinstance(made, Straight) else "b")
            points += made.points if isinstance(made, Straight) else made.curve
        whole = len(marks) == len(every_mark(origin.wishes[row.id].types, row))
        shown.append("-" if not marks else "a" if whole else "t")
        spots += [(x, y, radius) for _key, x, y, radius in marks]
    return {
        "of": digest(origin),
        "courses": "".join(courses),
        "points": _packed(chain.from_iterable(points)),
        "marks": "".join(shown),
        "spots": _packed(chain.from_iterable(spots)),
    }


def from_plain(kept: object, origin: Origin) -> Laid | None:
    """The courses and marks that were kept; None where they were made from anything else, or cannot be read."""
    if not isinstance(kept, dict) or kept.get("of") != digest(origin):
        return None
    rows = origin.wires.rows
    try:
        courses, shown = kept["courses"], kept["marks"]
        if not len(courses) == len(shown) == len(rows):
            return None
        points: list[Point] = _unpacked(kept["points"], 2, sum(_POINTS[kind] for kind in courses))
        marks = [_shown(origin.wishes[row.id], kind) for row, kind in zip(rows, shown, strict=True)]
        spots: list[Spot] = _unpacked(kept["spots"], 3, sum(map(len, marks)))
        _check(points, spots, origin)
        return Laid(_ways(courses, points, origin), _marks(marks, spots, origin))
    except (KeyError, TypeError, ValueError, struct.error):
        return None


def digest(origin: Origin) -> str:
    """What courses and marks are made from, in short."""
    wires, boxes, wishes, theme = origin
    told = blake2b(repr((_MADE, theme.card.radius, theme.link, list(boxes))).encode(), digest_size=16)
    told.update(
        _bytes(chain.from_iterable([(box.x, box.y, box.width, box.height) for box in boxes.values()]))
    )
    links = [
        f"{row.id} {row.source} {row.target} {row.rank} {row.direction} {row.intensity} {row.tension} "
        f"{' '.join(wishes[row.id].types)}"
        for row in wires.rows
    ]
    told.update("\n".join(links).encode())
    return told.hexdigest()


def _shown(wish: Wish, kind: str) -> tuple[Pictogram | None, ...]:
    """The marks a link shows: all of them, the tension alone, or none. KeyError for anything else."""
    return {"a": every_mark(wish.types, wish.row), "t": (None,), "-": ()}[kind]


def _ways(courses: str, points: list[Point], origin: Origin) -> dict[str, Route]:
    """Courses from their points. ValueError where these are not such."""
    ways: dict[str, Route] = {}
    left = iter(points)
    for row, kind in zip(origin.wires.rows, courses, strict=True):
        own = [*islice(left, _POINTS[kind])]
        if own:
            way: Route = straight(*own) if kind == "s" else bent(*own)
            if not way.length:
                raise ValueError("a course of no length")
            ways[row.id] = way if row.source == pair_of(row)[0] else way.reversed()
    return ways


def _marks(
    kinds: list[tuple[Pictogram | None, ...]], spots: list[Spot], origin: Origin
) -> dict[str, tuple[Mark, ...]]:
    """The marks of these kinds, link by link, at their spots. ValueError where there are too few."""
    left = iter(spots)
    return {
        row.id: tuple([(key, *spot) for key, spot in zip(keys, islice(left, len(keys)), strict=True)])
        for row, keys in zip(origin.wires.rows, kinds, strict=True)
        if keys
    }


def _check(points: list[Point], spots: list[Spot], origin: Origin) -> None:
    """ValueError where numbers are of no map: a file may come from anyone."""
    around, most = union(origin.boxes.values()).grown(_AROUND), origin.theme.link.mark
    if not all(around.contains(*point) for point in points):
        raise ValueError("a course off the map")
    if not all(around.contains(x, y) and 0 < radius <= most for x, y, radius in spots):
        raise ValueError("a mark off the map, or too large")


def _bytes(numbers: Iterable[float]) -> bytes:
    every = [*numbers]
    return struct.pack(f"<{len(every)}d", *every)


def _packed(numbers: Iterable[float]) -> str:
    return b64encode(_bytes(numbers)).decode("ascii")


def _unpacked(text: str, each: int, count: int) -> list[Any]:
    """So many tuples of `each` numbers. ValueError, struct.error where there are others: nothing else is decoded."""
    size = 8 * each * count
    if len(text) != 4 * -(-size // 3):
        raise ValueError("more or fewer numbers than the links ask for")
    return [*struct.iter_unpack(f"<{each}d", b64decode(text, validate=True))]
