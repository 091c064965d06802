"""Gestures on what the room makes of the questions its map asks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from facilitator.model.document import Document, Remark, next_rank
from facilitator.model.gestures.core import Gesture, edit, move, put, remove
from facilitator.model.vocabulary import Fate


def keep_remark(remark: Remark) -> Gesture:
    """Keeps a question for the minutes as it is asked now; its answer stays, and so does its being confidential."""
    return _made_of("remark.keep", remark, Fate.KEPT)


def set_remark_aside(remark: Remark) -> Gesture:
    """Leaves a question out of what the map asks, and of the minutes."""
    return _made_of("remark.set_aside", remark, Fate.SET_ASIDE)


def edit_remark(id_: str, *, merge: str = "", **changes: Any) -> Gesture:
    """What the group says of a question."""
    return edit("remark.edit", "remarks", (id_,), changes, merge=merge)


def delete_remark(id_: str) -> Gesture:
    """A question is as if nothing had been made of it."""
    return remove("remark.forget", "remarks", (id_,))


def move_remark(id_: str, before: str | None) -> Gesture:
    return move("remark.order", "remarks", id_, before)


def _made_of(name: str, remark: Remark, fate: Fate) -> Gesture:
    def act(document: Document) -> Document:
        was = document.remarks.get(remark.id)
        rank = was.rank if was else next_rank(document.remarks)
        answer = remark.answer or (was.answer if was else "")
        confidential = remark.confidential or (was is not None and was.confidential)  # said so by hand
        row = replace(remark, fate=fate, answer=answer, confidential=confidential, rank=rank)
        return put(document, "remarks", row)

    return Gesture(name, act, (remark.id,))
