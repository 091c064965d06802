"""Gestures on what lies under the map: its kind, its picture, its zones."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from facilitator.model.document import Background, Document, Image, Zone, next_rank, with_rows
from facilitator.model.gestures.core import Gesture, Refused, add, edit, put, remove
from facilitator.model.ground import Lie, fitting
from facilitator.model.vocabulary import BackgroundKind

_ASIDE = 40.0
"""How far from a zone its copy is laid, to the right and below."""


def choose_background(kind: BackgroundKind, before: Lie | None = None) -> Gesture:
    """Another kind of background, laid where it was `before`, or where it suits the cards; names, picture and zones of
    the others are kept."""

    def act(document: Document) -> Document:
        if document.background.kind is kind:
            return document
        background = replace(document.background, kind=kind)
        if kind not in (BackgroundKind.BLANK, BackgroundKind.ZONES):
            image = document.images.get(background.image)
            background = _laid(background, fitting(document, kind, image, before))
        return put(document, "background", background)

    return Gesture("background.edit", act, ("background",))


def edit_background(*, merge: str = "", **changes: Any) -> Gesture:
    """Changes what lies under the map: its words, its place."""
    return edit("background.edit", "background", ("background",), changes, merge=merge)


def set_image(image: Image | None) -> Gesture:
    """Lays a picture under the map, in place of the one before; None takes it away."""

    def act(document: Document) -> Document:
        kept = {document.workshop.logo, image.id if image else ""}
        old = [id_ for id_ in document.images if id_ not in kept]
        background = replace(document.background, image=image.id if image else "")
        if image is not None:
            kind = BackgroundKind.IMAGE
            background = replace(background, kind=kind)
            if document.background != background or document.images.get(image.id) != image:
                background = _laid(background, fitting(document, kind, image))
        elif background.kind is BackgroundKind.IMAGE:
            background = replace(background, kind=BackgroundKind.BLANK)
        document = with_rows(put(document, "background", background), "images", drop=old)
        return put(document, "images", image) if image else document

    return Gesture("background.image", act, (image.id,) if image else ("background",))


def add_zone(zone: Zone) -> Gesture:
    """A named field of intervention, drawn on the map."""
    return add("zone.add", "zones", zone)


def edit_zone(id_: str, *, merge: str = "", **changes: Any) -> Gesture:
    return edit("zone.edit", "zones", (id_,), changes, merge=merge)


def duplicate_zone(id_: str, new: str) -> Gesture:
    """A copy of a zone under another id, a little aside, as often as another one is there."""

    def act(document: Document) -> Document:
        zone = document.zones.get(id_)
        if zone is None:
            raise Refused("gone", table="zones")
        if new in document.zones:
            raise Refused("already", table="zones")
        copy = replace(zone, id=new, rank=next_rank(document.zones))
        while any(_over(copy, other) for other in document.zones.values()):
            copy = replace(copy, x=copy.x + _ASIDE, y=copy.y + _ASIDE)
        return put(document, "zones", copy)

    return Gesture("zone.add", act, (new,))


def delete_zone(id_: str) -> Gesture:
    return remove("zone.delete", "zones", (id_,))


def _over(copy: Zone, other: Zone) -> bool:
    """Whether both begin at nearly the same place: only one would be seen."""
    return abs(copy.x - other.x) < _ASIDE / 2 and abs(copy.y - other.y) < _ASIDE / 2


def _laid(background: Background, place: Lie) -> Background:
    return replace(background, x=place.x, y=place.y, width=place.width, height=place.height)
