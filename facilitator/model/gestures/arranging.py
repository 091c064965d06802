"""Gestures that give many cards their places at once, and the pin that keeps one where it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Literal

from facilitator.model.document import Document
from facilitator.model.gestures.core import Gesture, edit, find, put

Point = tuple[float, float]
Name = Literal["actor.arrange", "actor.align", "actor.distribute"]


def arrange_actors(positions: Mapping[str, Point], name: Name = "actor.arrange") -> Gesture:
    """Puts the centres of cards where an arrangement has them, in map units. Pinned ones stay where they are.

    No hand said that a card belongs there: what lies under the map does not rate it.
    """

    def act(document: Document) -> Document:
        rows = [(find(document, "actors", id_), point) for id_, point in positions.items()]
        return put(
            document,
            "actors",
            *(replace(row, x=float(x), y=float(y)) for row, (x, y) in rows if not row.pinned),
        )

    return Gesture(name, act, tuple(positions))


def pin_actors(ids: Iterable[str], pinned: bool = True) -> Gesture:
    """Keeps cards where they are whatever the arrangement, or lets them go again."""
    return edit("actor.pin" if pinned else "actor.unpin", "actors", ids, {"pinned": pinned})
