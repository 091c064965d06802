"""Pasting: what was copied comes in as one gesture."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from facilitator.model.document import (
    Actor,
    Category,
    Contribution,
    Document,
    Link,
    LinkType,
    next_rank,
    ordered,
    rows_of,
)
from facilitator.model.gestures.core import Gesture, Refused, put

R = TypeVar("R", Actor, Category, Contribution, Link, LinkType)


@dataclass(frozen=True, slots=True)
class Clip:
    """A piece of a session that stands by itself: actors, what they contribute, the links between them, and the
    categories and types of link these are made of."""

    categories: tuple[Category, ...] = ()
    link_types: tuple[LinkType, ...] = ()
    actors: tuple[Actor, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    links: tuple[Link, ...] = ()


TABLES = ("categories", "link_types", "actors", "contributions", "links")
"""The tables of a clip, referred-to ones first."""


def clip_of(document: Document, actors: Iterable[str]) -> Clip:
    """These actors, with all that goes with them."""
    ids = frozenset(actors)
    held = tuple(actor for actor in ordered(document.actors) if actor.id in ids)
    links = tuple(link for link in ordered(document.links) if link.source in ids and link.target in ids)
    categories = {actor.category for actor in held}
    types = {key for link in links for key in link.types}
    return Clip(
        tuple(row for row in ordered(document.categories) if row.id in categories),
        tuple(row for row in ordered(document.link_types) if row.id in types),
        held,
        tuple(row for row in ordered(document.contributions) if row.actor in ids),
        links,
    )


def paste(clip: Clip) -> Gesture:
    """Adds all of a clip, after what is there; whoever pastes gave it ids of its own (`exchange.clips.renewed`)."""

    def act(document: Document) -> Document:
        for table in TABLES:
            rows = getattr(clip, table)
            known = rows_of(document, table)
            if any(row.id in known for row in rows):
                raise Refused("already", table=table)
            document = put(document, table, *_after(rows, next_rank(getattr(document, table))))
        return document

    return Gesture("actor.paste", act, tuple(actor.id for actor in clip.actors))


def _after(rows: tuple[R, ...], rank: int) -> list[R]:
    return [replace(row, rank=rank + n) for n, row in enumerate(rows)]
