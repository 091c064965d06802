"""A card of an actor on paper: its category, its name, and what it brings to and seeks in each pillar. Lengths are
points, the top left at 0, 0."""

from __future__ import annotations

from facilitator import terms
from facilitator.drawing.card import pip
from facilitator.drawing.lettering import LINE, fit
from facilitator.drawing.pictograms import pictogram
from facilitator.drawing.shapes import Box, Path, Picture, Shape, Stroke, Text, rounded
from facilitator.drawing.theme import readable
from facilitator.minutes.tables.ticks import LOOK, place, shortened, written
from facilitator.model.document import Actor, Category, Document, ordered
from facilitator.model.vocabulary import Pillar, Presence, Side
from facilitator.words import _

_INSET, _BAND, _PADDING = 6.0, 34.0, 8.0
_PICTOGRAM = 22.0
_WORD, _PILLAR = 9.0, 8.5
_NAME = 32.0
"""Height of the place of a name."""
_NAMES, _WORDS = (15.0, 6.0), (8.0, 6.5)
"""Letters of what is filled in, the largest and the least."""


def card(category: Category, actor: Actor | None, document: Document, width: float, height: float) -> Picture:
    """The card of an actor, or one to fill for a category."""
    box = Box(0.0, 0.0, width, height).grown(-_INSET)
    left = box.x + _BAND + _PADDING
    room = box.right - _PADDING - left
    shapes: list[Shape] = [*_ground(box, category)]
    word = terms.category_name(category)
    if actor is not None and actor.presence is not Presence.PRESENT:
        word = f"{word} · {terms.presence_name(actor.presence)}"
    heading = fit(word, _WORD, 6.5, True, room, 1)
    said = heading.lines[0] if len(heading.lines) == 1 else shortened(heading.lines[0])
    y = box.y + _PADDING - 2.0
    shapes.append(Text(left, y + heading.size, said, heading.size, True, LOOK.ink))
    y += _WORD * LINE + 2.0
    name = Box(left, y, room, _NAME)
    shapes += place(name, _("Name"))
    if actor is not None:
        shapes += written(name, actor.name, _NAMES, bold=True)
    y = name.bottom + 5.0
    step = (box.bottom - _PADDING + 3.0 - y) / len(Pillar)
    for pillar in Pillar:
        shapes += _pillar(pillar, Box(left, y, room, step - 4.0), actor, document)
        y += step
    shapes.append(Path(rounded(box, 7.0), stroke=Stroke(LOOK.ink, 0.9)))
    return Picture(tuple(shapes), Box(0.0, 0.0, width, height))


def card_told(actor: Actor, document: Document) -> str:
    """The card for who does not see it: every word of it, those too that paper had no room for."""
    category = terms.category_name(document.categories[actor.category])
    parts = [f"{actor.name} ({category}, {terms.presence_name(actor.presence)})."]
    for pillar in Pillar:
        for side in Side:
            if said := _said(document, actor, pillar, side):
                label = f"{terms.side_name(side)} — {terms.pillar_name(pillar)}"
                parts.append(f"{_('{label}:').format(label=label)} {said}.")
    return " ".join(parts)


def _ground(box: Box, category: Category) -> tuple[Shape, ...]:
    """The band of the category, straight on the right, and its pictogram."""
    band = Box(box.x, box.y, _BAND, box.height)
    mark = pictogram(
        category.pictogram, band.centre[0], box.y + 24.0, _PICTOGRAM, readable(category.colour, 3.0)
    )
    return (
        Path(rounded(Box(box.x, box.y, _BAND + 8.0, box.height), 7.0), fill=category.colour),
        Path(rounded(Box(box.x + _BAND, box.y, 10.0, box.height), 0.0), fill=LOOK.paper),
        mark,
    )


def _pillar(pillar: Pillar, box: Box, actor: Actor | None, document: Document) -> list[Shape]:
    """A pillar: what the actor brings to it, what it seeks there."""
    radius = LOOK.card.pip * 0.8
    middle = box.y + _PILLAR * 0.65
    pips = [
        pip(box.x + radius + at * 3 * radius, middle, other is pillar, LOOK)
        for at, other in enumerate(Pillar)
    ]
    name = Text(box.x + 10 * radius, box.y + _PILLAR, terms.pillar_name(pillar), _PILLAR, True, LOOK.accent)
    top = box.y + _PILLAR * LINE + 1.5
    half = (box.width - 5.0) / 2
    shapes: list[Shape] = [*pips, name]
    for side, x, sign, label in (
        (Side.OFFER, box.x, "+", _("+ brings")),
        (Side.NEED, box.x + half + 5.0, "−", _("− looks for")),
    ):
        cell = Box(x, top, half, box.bottom - top)
        said = _said(document, actor, pillar, side) if actor is not None else ""
        shapes += place(cell, "" if said else label)
        if said:
            shapes += written(cell, f"{sign} {said}", _WORDS, under=False)
    return shapes


def _said(document: Document, actor: Actor, pillar: Pillar, side: Side) -> str:
    """What an actor brings or seeks, as it was said; its kind where nothing was."""
    rows = (row for row in ordered(document.contributions) if row.actor == actor.id)
    return " · ".join(
        row.text or terms.sub_item_name(row.sub_item)
        for row in rows
        if row.pillar is pillar and row.side is side and (row.text or row.sub_item)
    )
