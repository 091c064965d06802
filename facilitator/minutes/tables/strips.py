"""A strip of a link on paper: who and who, of which types, whether it exists, which way. Lengths are points."""

from __future__ import annotations

from dataclasses import replace

from facilitator import terms
from facilitator.drawing.flow import Entry, flow
from facilitator.drawing.legend import direction_entry, status_entry, type_entry
from facilitator.drawing.link import arrowhead
from facilitator.drawing.shapes import Box, Path, Picture, Shape, Stroke, line, rounded
from facilitator.minutes.tables.ticks import LOOK, place, ticked, written
from facilitator.model.document import Document, Link, ordered
from facilitator.model.vocabulary import Direction, Status
from facilitator.words import _

_INSET, _PADDING = 5.0, 9.0
_ENDS, _ARROW = 30.0, 34.0
"""Height of the places of both names, and room of the line between them."""
_SIZE = 8.0
_SAMPLE = 13.0
"""As long as a dash, a gap and a dash take."""
_NAMES = (13.0, 6.0)
_SMALL = replace(LOOK, link=replace(LOOK.link, mark=5.5))


def strip(link: Link | None, document: Document, width: float, height: float) -> Picture:
    """The strip of a link, or one to fill."""
    box = Box(0.0, 0.0, width, height).grown(-_INSET)
    left, room = box.x + _PADDING, box.width - 2 * _PADDING
    shapes: list[Shape] = []
    y = box.y + _PADDING - 3.0
    end = (room - _ARROW) / 2
    ends = (Box(left, y, end, _ENDS), Box(left + end + _ARROW, y, end, _ENDS))
    for place_, label in zip(ends, (_("From"), _("To")), strict=True):
        shapes += place(place_, label)
    if link is not None:
        for place_, actor in zip(ends, (link.source, link.target), strict=True):
            shapes += written(place_, document.actors[actor].name, _NAMES, bold=True)
    shapes += _arrow(ends[0].right + 6.0, ends[1].x - 6.0, y + _ENDS / 2)
    y += _ENDS + 3.0
    for row in _boxes(link, document):
        flowed = flow(ticked(row), room, _SIZE)
        shapes += (shape.moved(left, y) for shape in flowed.shapes)
        y += flowed.height
    shapes.append(Path(rounded(box, 7.0), stroke=Stroke(LOOK.ink, 0.9)))
    return Picture(tuple(shapes), Box(0.0, 0.0, width, max(height, y + _INSET)))


def chosen(link: Link, document: Document) -> tuple[str, ...]:
    """The words that are ticked: its types, its status and its way."""
    types = (terms.link_type_name(document.link_types[id_]) for id_ in link.types)
    return (*types, terms.status_name(link.status), terms.direction_name(link.direction))


def strip_told(link: Link, document: Document) -> str:
    """The strip for who does not see it: its sentence, then what is ticked."""
    return f"{terms.link_sentence(document, link)}. {' · '.join(chosen(link, document))}."


def _boxes(link: Link | None, document: Document) -> tuple[list[tuple[Entry, bool]], ...]:
    """What there is to tick: types, then status and way."""
    types = [
        (type_entry(row, _SMALL), link is not None and row.id in link.types)
        for row in ordered(document.link_types)
    ]
    status = [(status_entry(one, _SMALL, _SAMPLE), link is not None and link.status is one) for one in Status]
    way = [
        (
            direction_entry(one, _SMALL, _SIZE, terms.direction_name(one)),
            link is not None and link.direction is one,
        )
        for one in Direction
    ]
    return types, [*status, *way]


def _arrow(start: float, end: float, y: float) -> tuple[Shape, ...]:
    head = 7.0
    stem = Path(line(((start, y), (end - head, y))), stroke=Stroke(LOOK.ink, 1.4))
    return stem, arrowhead((end, y), (end - head, y), LOOK.ink)
