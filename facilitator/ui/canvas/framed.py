"""What of a background can be taken in the hand, as frames: its zones one by one, or the whole of it."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.drawing.ground import image_box
from facilitator.drawing.shapes import Box
from facilitator.model import gestures
from facilitator.model.document import Document, ordered
from facilitator.model.gestures import Gesture
from facilitator.model.ground import lie
from facilitator.model.vocabulary import BackgroundKind

WHOLE = "background"
"""What stands for the background where it is not made of zones."""


def is_zoned(document: Document) -> bool:
    """Whether the background is made of zones."""
    return document.background.kind is BackgroundKind.ZONES


def keeps_proportions(document: Document) -> bool:
    """A target is round, a picture is itself."""
    return document.background.kind in (BackgroundKind.TARGET, BackgroundKind.IMAGE)


def least(document: Document) -> tuple[float, float]:
    """The least width and height a frame may have."""
    return (80.0, 60.0) if is_zoned(document) else (300.0, 300.0)


def frames(document: Document) -> Mapping[str, Box]:
    """The boxes that can be taken, by the id of their zone or `WHOLE`, in their order."""
    if is_zoned(document):
        return {zone.id: Box(zone.x, zone.y, zone.width, zone.height) for zone in ordered(document.zones)}
    place = lie(document.background)
    if place is None:
        return {}
    image = document.images.get(document.background.image)
    if document.background.kind is BackgroundKind.IMAGE:
        seen = image_box(place, image) if image is not None else None
        return {WHOLE: seen} if seen is not None else {}
    return {WHOLE: Box(place.x, place.y, place.width, place.height)}


def frame_at(held: Mapping[str, Box], x: float, y: float) -> str:
    """The smallest frame over a place, the last one of those as small; nothing where there is none."""
    found = [key for key, box in held.items() if box.contains(x, y)]
    return min(reversed(found), key=lambda key: held[key].width * held[key].height, default="")


def laid(key: str, box: Box, *, merge: str = "") -> Gesture:
    """The gesture that puts a frame there."""
    place = whole(box)
    given = {"x": place.x, "y": place.y, "width": place.width, "height": place.height}
    if key == WHOLE:
        return gestures.edit_background(merge=merge, **given)
    return gestures.edit_zone(key, merge=merge, **given)


def whole(box: Box) -> Box:
    """The box at whole units: what the eye takes for the same place is the same."""
    return Box(*(float(round(side)) for side in (box.x, box.y, box.width, box.height)))
