"""Gestures on links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from facilitator.model.document import Actor, Document, Link
from facilitator.model.gestures.actors import add_actor, place_actors, without_actors, without_links
from facilitator.model.gestures.core import Gesture, Refused, add, edit, find, move, put, together


def add_link(link: Link) -> Gesture:
    """A new relation between two different actors."""
    added = add("link.add", "links", link)

    def act(document: Document) -> Document:
        if link.source == link.target:
            raise Refused("link.self")
        return added(document)

    return replace(added, act=act)


def add_actor_and_link(actor: Actor, link: Link) -> Gesture:
    """An actor created where a link was dropped, and that link: one step."""
    return together("link.add_with_actor", (add_actor(actor), add_link(link)))


def place_and_link(actor: str, point: tuple[float, float], link: Link) -> Gesture:
    """An actor of the tray put on the map where a link was dropped, and that link: one step."""
    both = together("link.add", (place_actors({actor: point}), add_link(link)))
    return replace(both, touched=(link.id,))


def edit_link(id_: str, *, merge: str = "", **changes: Any) -> Gesture:
    """Changes fields of one link."""
    return edit("link.edit", "links", (id_,), changes, merge=merge)


def edit_links(ids: Iterable[str], **changes: Any) -> Gesture:
    """Sets the same fields of several links."""
    return edit("link.edit", "links", ids, changes)


def reverse_link(id_: str) -> Gesture:
    """Swaps its two ends."""

    def act(document: Document) -> Document:
        link = find(document, "links", id_)
        return put(document, "links", replace(link, source=link.target, target=link.source))

    return Gesture("link.reverse", act, (id_,))


def delete_links(ids: Iterable[str]) -> Gesture:
    """Removes links; commitments that were to build them stay."""
    ids = tuple(dict.fromkeys(ids))

    def act(document: Document) -> Document:
        for id_ in ids:
            find(document, "links", id_)
        return without_links(document, ids)

    return Gesture("link.delete", act, ids)


def delete(actors: Iterable[str], links: Iterable[str]) -> Gesture:
    """Removes what is selected on the map: actors with all their links, and links, in one step."""
    actors, links = tuple(dict.fromkeys(actors)), tuple(dict.fromkeys(links))

    def act(document: Document) -> Document:
        for id_ in links:
            find(document, "links", id_)
        return without_actors(without_links(document, links), actors)

    name = "actor.delete" if actors else "link.delete"
    return Gesture(name, act, actors or links)


def move_link(id_: str, before: str | None) -> Gesture:
    """Changes the order in which links are listed."""
    return move("link.order", "links", id_, before)
