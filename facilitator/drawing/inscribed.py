"""Words on what lies under the map: set in lines, and written where no card lies over them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import inf

from facilitator.drawing import lettering
from facilitator.drawing.lettering import Lettered
from facilitator.drawing.shapes import Anchor, Box, Text, union

Words = Callable[[float, float, Anchor], list[Text]]
"""Some words in lines, by where they are written: the place of their anchor, and their top."""

_Edges = tuple[float, float, float, float]
"""The left, the top, the right and the bottom of a box: many are looked at."""
_CLEAR = 0.2
"""Left free beside words, in their own size."""
_HAIR = 0.1
"""What may be hidden of letters that are still read, in their own size."""
_COLUMNS = 5
"""Places tried from one side of a box to the other."""


def lines(set_: Lettered, colour: str, *, bold: bool = True) -> Words:
    """Words in lines, one under the other."""

    def words(x: float, top: float, anchor: Anchor) -> list[Text]:
        first, leading = top + set_.size * lettering.ASCENT, set_.size * lettering.LINE
        return [
            Text(x, first + n * leading, said, set_.size, bold, colour, anchor)
            for n, said in enumerate(set_.lines)
        ]

    return words


@dataclass(slots=True)
class Taken:
    """What is painted over the ground: `boxes` hide words, which rather keep clear of `marks` too.

    Where `strict`, what would be hidden wherever it is written is not written.
    """

    boxes: list[Box]
    marks: list[Box] = field(default_factory=list)
    strict: bool = False


def free(ways: Iterable[Sequence[Text]], taken: Taken, around: Box | None = None) -> Sequence[Text]:
    """The first way of writing something that is over nothing taken, else the least covered; it is taken then.

    `around` holds most of the ways: what is taken elsewhere is looked at for the others alone.
    """
    near = [_edges(box) for box in taken.boxes if around is None or box.intersects(around)]
    every = near if around is None else [_edges(box) for box in taken.boxes]
    marks = [_edges(box) for box in taken.marks]
    best, least = None, (inf, inf)
    for way in ways:
        box, beside = written(way), way[0].size * _CLEAR
        wide = Box(box.x - beside, box.y, box.width + 2 * beside, box.height)
        covered = _covered(wide, near if around is not None and around.holds(wide) else every)
        if covered > least[0]:
            continue
        found = covered, _covered(wide, marks)
        if found < least:
            best, least = way, found
            if not any(found):
                break
    assert best is not None  # noqa: S101 - there is always a way
    if taken.strict and least[0] and hidden(best, taken.boxes):
        return ()
    taken.boxes.append(written(best))
    return best


def hidden(texts: Iterable[Text], boxes: Iterable[Box]) -> bool:
    """Whether some letters lie under a box: from the top of a capital to the line they stand on, but for a hair."""
    held = [_edges(box) for box in boxes]
    for text in texts:
        box, hair = written([text]), text.size * _HAIR
        top = text.y - text.size * lettering.CAP_HEIGHT + hair
        if _covered(Box(box.x, top, box.width, text.y - hair - top), held):
            return True
    return False


def _edges(box: Box) -> _Edges:
    return box.x, box.y, box.x + box.width, box.y + box.height


def _covered(box: Box, taken: Iterable[_Edges]) -> float:
    """How much of a box is under others."""
    left, top, right, bottom = _edges(box)
    found = 0.0
    for x, y, end, below in taken:
        if x < right and left < end and y < bottom and top < below:
            found += (min(right, end) - max(left, x)) * (min(bottom, below) - max(top, y))
    return found


def written(texts: Iterable[Text]) -> Box:
    """Around the letters of some lines."""
    boxes = []
    for text in texts:
        width = lettering.width(text.text, text.size, text.bold)
        left = text.x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor]
        boxes.append(Box(left, text.y - text.size * lettering.ASCENT, width, text.size * lettering.LINE))
    return union(boxes)


def within(words: Words, box: Box, *, upper: bool = True, right: bool = False) -> Iterator[list[Text]]:
    """The ways of writing words in a box: in that corner, along that edge, then line by line away from it."""
    held = written(words(0.0, 0.0, "start"))
    below, across = box.height - held.height, box.width - held.width
    if below < 0 or across < 0:
        return
    rows = int(below / max(held.height, 1.0))
    for row in range(rows + 1):
        down = below * row / max(rows, 1)
        top = box.y + (down if upper else below - down)
        for column in range(_COLUMNS):
            aside = across * column / (_COLUMNS - 1)
            yield words(box.right - aside, top, "end") if right else words(box.x + aside, top, "start")
