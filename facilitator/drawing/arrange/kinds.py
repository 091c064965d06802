"""The arrangements that can be proposed, begun by their key."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from facilitator.drawing.arrange.air import airing
from facilitator.drawing.arrange.category import by_category
from facilitator.drawing.arrange.names import Kind
from facilitator.drawing.arrange.organic import organic
from facilitator.drawing.arrange.rows import rows
from facilitator.drawing.arrange.target import Rings, target
from facilitator.drawing.arrange.work import Work
from facilitator.drawing.shapes import Box
from facilitator.model.document import Document
from facilitator.model.ground import lie
from facilitator.model.vocabulary import BackgroundKind


def begun(kind: Kind, boxes: Mapping[str, Box], document: Document, staying: Collection[str] = ()) -> Work:
    """An arrangement under way of cards that stand on the map; `staying` keep their places, and are kept clear of."""
    boxes = dict(sorted(boxes.items()))  # the same cards give the same places, to the last digit
    if kind is Kind.ORGANIC:
        return organic(boxes, document, staying)
    if kind is Kind.CATEGORY:
        return by_category(boxes, document, staying)
    if kind is Kind.TARGET:
        return target(boxes, document, staying, _laid(document))
    if kind is Kind.ROWS:
        return rows(boxes, staying)
    return airing(boxes, staying)


def _laid(document: Document) -> Rings | None:
    """The rings of the target under the map, if there is one: what is rated lands where its rating is read."""
    place = lie(document.background) if document.background.kind is BackgroundKind.TARGET else None
    return Rings(*place.centre, min(place.width, place.height) / 2) if place else None
