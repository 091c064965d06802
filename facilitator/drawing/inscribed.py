"""Words on what lies under the map: set in lines, and written where no card lies over them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from facilitator.drawing import lettering
from facilitator.drawing.lettering import Lettered
from facilitator.drawing.shapes import Anchor, Box, Text, union

Words = Callable[[float, float, Anchor], list[Text]]
"""Some words in lines, by where they are written: the place of their anchor, and their top."""

_CLEAR = 0.2
"""Left free beside words, in their own size."""
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


def free(ways: Iterable[Sequence[Text]], taken: list[Box]) -> Sequence[Text]:
    """The first way of writing something that is over nothing taken, else the least covered; it is taken then."""
    tried: list[tuple[float, int, Sequence[Text]]] = []
    for n, way in enumerate(ways):
        box, beside = written(way), way[0].size * _CLEAR
        covered = _covered(Box(box.x - beside, box.y, box.width + 2 * beside, box.height), taken)
        tried.append((covered, n, way))
        if not covered:
            break
    found = min(tried)[2]
    taken.append(written(found))
    return found


def _covered(box: Box, taken: Iterable[Box]) -> float:
    """How much of a box is under others."""
    return sum(
        (min(box.right, other.right) - max(box.x, other.x))
        * (min(box.bottom, other.bottom) - max(box.y, other.y))
        for other in taken
        if box.intersects(other)
    )


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
    rows = int(below / max(held.height / 2, 1.0))
    for row in range(rows + 1):
        down = below * row / max(rows, 1)
        top = box.y + (down if upper else below - down)
        for column in range(_COLUMNS):
            aside = across * column / (_COLUMNS - 1)
            yield words(box.right - aside, top, "end") if right else words(box.x + aside, top, "start")
