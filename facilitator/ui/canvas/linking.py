"""Linking by name: the line where the other actor of a new link is typed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint

from facilitator.model.document import Actor, new_id, ordered
from facilitator.ui.canvas import making
from facilitator.ui.canvas.board import Board
from facilitator.ui.canvas.picker import ActorPicker


def open_picker(surface: Board, source: str) -> ActorPicker:
    """Opens the line below the card the link starts from."""
    others = [actor for actor in ordered(surface.workspace.document.actors) if actor.id != source]
    picker = ActorPicker(
        surface,
        surface.workspace,
        others,
        picked=lambda actor: _linked(surface, source, actor),
        created=lambda name: _linked_new(surface, source, name),
    )
    below = surface.card_rectangle(source)
    picker.open_at(QPoint(round(below.left()), round(below.bottom()) + 8))
    return picker


def _linked(surface: Board, source: str, target: Actor) -> None:
    """Links to an actor of the map, or to one of the tray, which comes beside the source."""
    surface.workspace.show_actor(target.id)  # one who is hidden is not one who waits
    if target.id in surface.picture.cards:
        making.link(surface, source, target.id, surface.card_rectangle(target.id).center())
    elif target.id in surface.workspace.document.actors:
        place = making.place_beside(surface, source, target)
        making.link_waiting(surface, source, target.id, place, surface.in_window(*place))


def _linked_new(surface: Board, source: str, name: str) -> None:
    """Creates an actor near the source, free of the other cards, and links it."""
    actor = Actor(new_id(), name, surface.category)
    x, y = making.place_beside(surface, source, actor)
    making.link_to_new(surface, source, replace(actor, x=x, y=y), surface.in_window(x, y))
