"""The arrangements that can be proposed, by key."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum

from facilitator.drawing.arrange.air import airing
from facilitator.drawing.arrange.category import by_category
from facilitator.drawing.arrange.organic import organic
from facilitator.drawing.arrange.rows import rows
from facilitator.drawing.arrange.target import target
from facilitator.drawing.arrange.work import Work
from facilitator.drawing.shapes import Box
from facilitator.model.document import Document


class Kind(StrEnum):
    """What can be proposed."""

    ORGANIC = "organic"
    CATEGORY = "category"
    TARGET = "target"
    ROWS = "rows"
    AIR = "air"


def begun(kind: Kind, boxes: Mapping[str, Box], document: Document, staying: Collection[str] = ()) -> Work:
    """An arrangement under way of cards that stand on the map; `staying` keep their places, and are kept clear of."""
    if kind is Kind.ORGANIC:
        return organic(boxes, document, staying)
    if kind is Kind.CATEGORY:
        return by_category(boxes, document, staying)
    if kind is Kind.TARGET:
        return target(boxes, document, staying)
    if kind is Kind.ROWS:
        return rows(boxes, staying)
    return airing(boxes, staying)
