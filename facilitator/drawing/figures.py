"""Two small figures of what a map tells: what each pillar offers and needs, and which types of actors are linked.

Each fits a width in map units, its top left at 0, 0; its numbers are written in it, so that no colour is needed to
read it, and `pillars_told` and `types_told` say the same in sentences.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from facilitator import terms
from facilitator.drawing import lettering
from facilitator.drawing.pictograms import pictogram
from facilitator.drawing.shapes import Box, Path, Picture, Shape, Stroke, Text, rounded
from facilitator.drawing.theme import Theme, blend, readable
from facilitator.model.document import Category, Document, ordered
from facilitator.model.vocabulary import Pillar, Side, Status
from facilitator.words import _, ngettext

_LABELS = 0.3
"""The part of the width where rows are named."""
_CELL = 34.0
"""The side of a cell, at most."""


def pillars(document: Document, theme: Theme, width: float) -> Picture:
    """For each pillar a full bar of what is offered over an empty one of what is needed."""
    counts = _contributed(document)
    most = max(counts.values(), default=1)
    size, shapes, y = theme.legend, list[Shape](), 0.0
    bar, gap = size, size * 0.35
    left = width * _LABELS
    room = (
        width
        - left
        - max(lettering.width(_counted(side, n), size) for (_p, side), n in counts.items())
        - size
    )
    for pillar in Pillar:
        name = lettering.wrap(terms.pillar_name(pillar), size, True, left - size)
        for number, line in enumerate(name):
            shapes.append(Text(0.0, y + bar * (0.85 + 1.25 * number), line, size, True, theme.ink))
        for place, side in enumerate(Side):
            count = counts[pillar, side]
            top = y + place * (bar + gap)
            length = room * count / most
            stroke = Stroke(theme.accent, 1.4)
            if count:
                box = Box(left, top, length, bar).grown(-0.7)
                fill = theme.accent if side is Side.OFFER else theme.surface
                shapes.append(Path(rounded(box, 2.0), fill=fill, stroke=stroke))
            at = left + (length + size * 0.5 if count else 0.0)
            shapes.append(Text(at, top + bar * 0.85, _counted(side, count), size, False, theme.ink))
        y += max(2 * bar + gap, len(name) * bar * 1.25) + size
    return Picture(tuple(shapes), Box(0.0, 0.0, width, y - size))


def types(document: Document, theme: Theme, width: float) -> Picture:
    """How many pairs of actors are linked today, between each type and each other."""
    used, counts = _linked(document)
    size, left = theme.legend, width * _LABELS
    cell = min(_CELL, (width - left) / max(len(used), 1))
    most = max(counts.values(), default=1)
    shapes: list[Shape] = []
    for column, category in enumerate(used):
        shapes += _tile(category, left + (column + 0.5) * cell, cell / 2, cell * 0.62)
    y = cell
    for row, category in enumerate(used):
        name = lettering.fit(
            terms.category_name(category), size, size * 0.7, False, left - cell - size * 0.5, 2
        )
        for number, line in enumerate(name.lines):
            at = y + cell / 2 + name.size * (0.36 + 1.1 * (number - (len(name.lines) - 1) / 2))
            shapes.append(Text(cell, at, line, name.size, False, theme.ink))
        shapes += _tile(category, cell * 0.4, y + cell / 2, cell * 0.62)
        for column, other in enumerate(used[: row + 1]):
            box = Box(left + column * cell, y, cell, cell).grown(-1.5)
            shapes += _cell(box, counts[frozenset((category.id, other.id))], most, theme)
        y += cell
    return Picture(tuple(shapes), Box(0.0, 0.0, width, y))


def pillars_told(document: Document) -> tuple[str, ...]:
    """The first figure in sentences; none where it would be empty."""
    counts = _contributed(document)
    if not any(counts.values()):
        return ()
    return tuple(
        _("{pillar}: {offers}, {needs}.").format(
            pillar=terms.pillar_name(pillar),
            offers=_counted(Side.OFFER, counts[pillar, Side.OFFER]),
            needs=_counted(Side.NEED, counts[pillar, Side.NEED]),
        )
        for pillar in Pillar
    )


def types_told(document: Document) -> tuple[str, ...]:
    """The second figure in sentences; none where there are not two types, or no link."""
    used, counts = _linked(document)
    if len(used) < 2:
        return ()
    return tuple(
        ngettext("{a} and {b}: {n} pair linked.", "{a} and {b}: {n} pairs linked.", count).format(
            a=terms.category_plural(other), b=terms.category_plural(category), n=count
        )
        for row, category in enumerate(used)
        for other in used[: row + 1]
        if (count := counts[frozenset((category.id, other.id))])
    )


def _contributed(document: Document) -> Counter[tuple[Pillar, Side]]:
    return Counter((row.pillar, row.side) for row in document.contributions.values())


def _counted(side: Side, count: int) -> str:
    if side is Side.OFFER:
        return ngettext("{n} offer", "{n} offers", count).format(n=count)
    return ngettext("{n} need", "{n} needs", count).format(n=count)


def _linked(document: Document) -> tuple[list[Category], Counter[frozenset[str]]]:
    """The types that have actors, and between which of them pairs are linked today."""
    actors = document.actors
    pairs = {
        frozenset((link.source, link.target))
        for link in document.links.values()
        if link.status is not Status.TO_CREATE
    }
    kinds = {actor.category for actor in actors.values()}
    used = [category for category in ordered(document.categories) if category.id in kinds]
    return used, Counter(frozenset(actors[id_].category for id_ in pair) for pair in pairs)


def _cell(box: Box, count: int, most: int, theme: Theme) -> Iterator[Shape]:
    """The more pairs, the darker; a cell without any is a question to the room, and stays white."""
    fill = blend(theme.accent, theme.surface, 1 - 0.15 - 0.85 * count / most) if count else theme.surface
    yield Path(rounded(box, 3.0), fill=fill, stroke=Stroke(theme.hairline, 1.0))
    if count:
        size = box.height * 0.45
        x, y = box.centre
        yield Text(x, y + size * lettering.CAP_HEIGHT / 2, str(count), size, True, readable(fill), "middle")


def _tile(category: Category, x: float, y: float, side: float) -> Iterator[Shape]:
    box = Box(x - side / 2, y - side / 2, side, side)
    yield Path(rounded(box, side / 5), fill=category.colour)
    yield pictogram(category.pictogram, x, y, side * 0.68, readable(category.colour, 3.0))
