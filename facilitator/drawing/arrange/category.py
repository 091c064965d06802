"""Groups of cards by category, in the order of the categories."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from math import sqrt

from facilitator.drawing.arrange.air import airing, give_air
from facilitator.drawing.arrange.rows import block, boxes_at, reading_order
from facilitator.drawing.arrange.work import LINK_ROOM, Places, Work
from facilitator.drawing.shapes import Box, Point, union
from facilitator.model.document import Document, ordered

_WITHIN = (40.0, 40.0)
"""Between the cards of one group, across and down: nearer than to another group."""
_BETWEEN = 2 * LINK_ROOM
_ABOVE = 60.0
"""Left above a group, where its name can be read."""
_SHAPE = 1.7


def by_category(boxes: Mapping[str, Box], document: Document, staying: Collection[str] = ()) -> Work:
    """Gathers the cards of each category in a block of its own, around the middle of where they were."""
    moving = {id_: box for id_, box in boxes.items() if id_ not in staying}
    if not moving:
        return airing(boxes, staying)
    read = reading_order(moving)
    groups = {
        row.id: block([id_ for id_ in read if document.actors[id_].category == row.id], boxes, _WITHIN)
        for row in ordered(document.categories)
        if any(document.actors[id_].category == row.id for id_ in read)
    }
    sizes = {
        key: Box(box.x, box.y - _ABOVE, box.width, box.height + _ABOVE) for key, (_, box) in groups.items()
    }
    laid = _laid(sizes, union(moving.values()).centre)
    # A group that would lie on cards that stay goes beside them, as a whole.
    kept = {f"stays {id_}": boxes[id_] for id_ in staying if id_ in boxes}
    clear = (
        give_air({**laid, **kept}, kept, LINK_ROOM)
        if kept
        else {key: box.centre for key, box in laid.items()}
    )
    places: Places = {}
    for key, (inner, _box) in groups.items():
        x, y = clear[key]
        places |= {id_: (x + dx, y + _ABOVE / 2 + dy) for id_, (dx, dy) in inner.items()}
    return airing(boxes_at(boxes, places), staying)


def _laid(sizes: Mapping[str, Box], middle: Point) -> dict[str, Box]:
    """Groups one after the other in lines as wide as a window is, each line centred, all of them around a middle."""
    room = sum((box.width + _BETWEEN) * (box.height + _BETWEEN) for box in sizes.values())
    widest = max(*(box.width for box in sizes.values()), sqrt(room * _SHAPE) - _BETWEEN)
    lines: list[list[str]] = [[]]
    for key in sizes:
        if lines[-1] and _length(sizes, [*lines[-1], key]) > widest:
            lines.append([])
        lines[-1].append(key)
    laid, y = {}, 0.0
    for line in lines:
        high = max(sizes[key].height for key in line)
        x = -_length(sizes, line) / 2
        for key in line:
            width, height = sizes[key].width, sizes[key].height
            # Groups of a line begin at the same height: their names are read in one go.
            laid[key] = Box(x, y, width, height)
            x += width + _BETWEEN
        y += high + _BETWEEN - _ABOVE
    whole = union(laid.values()).centre
    return {key: box.moved(middle[0] - whole[0], middle[1] - whole[1]) for key, box in laid.items()}


def _length(sizes: Mapping[str, Box], line: list[str]) -> float:
    return sum(sizes[key].width + _BETWEEN for key in line) - _BETWEEN
