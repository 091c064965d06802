"""Gestures on the participants."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from facilitator.model.document import Participant
from facilitator.model.gestures.core import Gesture, add, edit, move, remove


def add_participant(participant: Participant) -> Gesture:
    """Someone of the room; neither named nor sent anything unless they said so."""
    return add("participant.add", "participants", participant)


def edit_participant(id_: str, *, merge: str = "", **changes: Any) -> Gesture:
    return edit("participant.edit", "participants", (id_,), changes, merge=merge)


def edit_participants(ids: Iterable[str], **changes: Any) -> Gesture:
    """Sets the same fields of several people: who came, above all."""
    return edit("participant.edit", "participants", ids, changes)


def delete_participant(id_: str) -> Gesture:
    return remove("participant.delete", "participants", (id_,))


def move_participant(id_: str, before: str | None) -> Gesture:
    return move("participant.order", "participants", id_, before)
