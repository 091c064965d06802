"""Linking by name: the line where the other actor of a new link is typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint

from facilitator.model.document import Actor, new_id, ordered
from facilitator.ui.canvas import making
from facilitator.ui.canvas.board import Board
from facilitator.ui.canvas.picker import ActorPicker
from facilitator.ui.parts import holder


def open_picker(surface: Board, source: str, fields: Mapping[str, Any]) -> ActorPicker:
    """Opens the line below the card the link starts from, or in the middle of the map if that one waits in the tray."""
    actors = surface.workspace.document.actors
    others = [actor for actor in ordered(actors) if actor.id != source]
    picker = ActorPicker(
        surface,
        surface.workspace,
        others,
        picked=lambda actor: _linked(surface, source, actor, fields),
        created=lambda name: _linked_new(surface, source, name, fields),
        start=actors[source],
        back=holder(surface.window()),
    )

    def point() -> QPoint:
        if source not in surface.picture.cards:
            return QPoint((surface.width() - picker.width()) // 2, surface.height() // 4)
        below = surface.card_rectangle(source)
        return QPoint(round(below.left()), round(below.bottom()) + 8)

    picker.open_at(point, surface.view_changed)
    return picker


def _linked(surface: Board, source: str, target: Actor, fields: Mapping[str, Any]) -> None:
    """Links to an actor of the map, or to one of the tray; whichever waits there comes beside the other."""
    for end in (source, target.id):
        surface.workspace.show_actor(end)  # one who is hidden is not one who waits
    actors, cards = surface.workspace.document.actors, surface.picture.cards
    if source not in actors or target.id not in actors:
        return
    if (source in cards) is (target.id in cards):
        at = surface.card_rectangle(target.id).center() if source in cards else surface.in_window(0.0, 0.0)
        making.link(surface, source, target.id, at, **fields)
        return
    stays, comes = (source, target) if source in cards else (target.id, actors[source])
    place = making.place_beside(surface, stays, comes)
    making.link_waiting(surface, source, target.id, place, coming=comes.id, **fields)


def _linked_new(surface: Board, source: str, name: str, fields: Mapping[str, Any]) -> None:
    """Creates an actor near the source, free of the other cards, and links it; in the tray if the source is there."""
    actor = Actor(new_id(), name, surface.category)
    if source in surface.picture.cards:
        x, y = making.place_beside(surface, source, actor)
        actor = replace(actor, x=x, y=y)
    making.link_to_new(surface, source, actor, **fields)
