"""Gestures on the session sheet, its categories and link types, and the order of its journey."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from facilitator.model.document import Category, Document, Image, LinkType, Step, with_rows
from facilitator.model.gestures.charter import without_items
from facilitator.model.gestures.core import Gesture, Refused, add, edit, find, move, put


def edit_workshop(*, merge: str = "", **changes: Any) -> Gesture:
    """Changes the session sheet."""
    return edit("workshop.edit", "workshop", ("workshop",), changes, merge=merge)


def set_logo(image: Image | None) -> Gesture:
    """The organiser's logo, in place of the one before; None takes it away."""

    def act(document: Document) -> Document:
        workshop = replace(document.workshop, logo=image.id if image else "")
        kept = {document.background.image, workshop.logo}
        gone = [id_ for id_ in (document.workshop.logo,) if id_ and id_ not in kept]
        document = with_rows(put(document, "workshop", workshop), "images", drop=gone)
        return put(document, "images", image) if image else document

    return Gesture("workshop.logo", act, (image.id,) if image else ("workshop",))


def add_category(category: Category) -> Gesture:
    return add("category.add", "categories", category)


def edit_category(id_: str, *, merge: str = "", **changes: Any) -> Gesture:
    return edit("category.edit", "categories", (id_,), changes, merge=merge)


def delete_category(id_: str) -> Gesture:
    """Removes a category that no actor and no vote uses; the last one stays."""

    def act(document: Document) -> Document:
        find(document, "categories", id_)
        used = sum(a.category == id_ for a in document.actors.values())
        if used or any(v.category == id_ for v in document.votes.values()):
            raise Refused("category.used", count=used)
        if len(document.categories) == 1:
            raise Refused("categories.empty")
        document = with_rows(document, "voices", drop=[id_] if id_ in document.voices else [])
        return with_rows(document, "categories", drop=[id_])

    return Gesture("category.delete", act, (id_,))


def move_category(id_: str, before: str | None) -> Gesture:
    return move("category.order", "categories", id_, before)


def add_link_type(link_type: LinkType) -> Gesture:
    return add("link_type.add", "link_types", link_type)


def edit_link_type(id_: str, *, merge: str = "", **changes: Any) -> Gesture:
    return edit("link_type.edit", "link_types", (id_,), changes, merge=merge)


def delete_link_type(id_: str) -> Gesture:
    """Removes a type of link; links that had it keep their other types."""

    def act(document: Document) -> Document:
        find(document, "link_types", id_)
        links = [
            replace(k, types=tuple(t for t in k.types if t != id_))
            for k in document.links.values()
            if id_ in k.types
        ]
        return with_rows(with_rows(document, "links", put=links), "link_types", drop=[id_])

    return Gesture("link_type.delete", act, (id_,))


def move_link_type(id_: str, before: str | None) -> Gesture:
    return move("link_type.order", "link_types", id_, before)


def add_step(step: Step) -> Gesture:
    return add("step.add", "steps", step)


def edit_step(id_: str, *, merge: str = "", **changes: Any) -> Gesture:
    return edit("step.edit", "steps", (id_,), changes, merge=merge)


def skip_step(id_: str, skipped: bool = True) -> Gesture:
    """Leaves a step out, or takes it back; nothing said in it is lost."""
    return edit("step.skip" if skipped else "step.unskip", "steps", (id_,), {"skipped": skipped})


def delete_step(id_: str) -> Gesture:
    """Removes a step with its items and what was said of them; the moments taken in it stay."""

    def act(document: Document) -> Document:
        find(document, "steps", id_)
        items = tuple(item.id for item in document.items.values() if item.step == id_)
        freed = [replace(m, step="") for m in document.moments.values() if m.step == id_]
        document = with_rows(without_items(document, items), "moments", put=freed)
        return with_rows(document, "steps", drop=[id_])

    return Gesture("step.delete", act, (id_,))


def move_step(id_: str, before: str | None) -> Gesture:
    """Reorders the journey."""
    return move("step.order", "steps", id_, before)
