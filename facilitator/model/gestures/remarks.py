"""Gestures on what the room makes of the questions its map asks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from facilitator.model.document import Document, Remark, next_rank, with_rows
from facilitator.model.gestures.core import Gesture, edit, find, put, remove
from facilitator.model.vocabulary import Fate


def keep_remark(remark: Remark) -> Gesture:
    """Keeps a question for the minutes as it is asked now; its answer stays, and so does its being confidential."""
    return _made_of("remark.keep", remark, Fate.KEPT)


def set_remark_aside(remark: Remark) -> Gesture:
    """Leaves a question out of what the map asks, and of the minutes."""
    return _made_of("remark.set_aside", remark, Fate.SET_ASIDE)


def answer_remark(remark: Remark, answer: str, *, merge: str = "") -> Gesture:
    """What the group says of a question that is kept, as it is asked now: it may speak of all that this is about, and
    of what it was about before."""

    def act(document: Document) -> Document:
        was = find(document, "remarks", remark.id)
        row = replace(
            was,
            text=remark.text,
            answer=answer,
            about=tuple(dict.fromkeys((*remark.about, *was.about))),
            tension=was.tension or remark.tension,
            confidential=was.confidential or remark.confidential,
        )
        return put(document, "remarks", row)

    return Gesture("remark.edit", act, (remark.id,), merge)


def put_remark_back(id_: str) -> Gesture:
    """A question set aside is asked again; what the group said of it is there again, and so it is kept."""

    def act(document: Document) -> Document:
        row = find(document, "remarks", id_)
        if row.answer:
            return put(document, "remarks", replace(row, fate=Fate.KEPT))
        return with_rows(document, "remarks", drop=[id_])

    return Gesture("remark.put_back", act, (id_,))


def edit_remark(id_: str, *, merge: str = "", **changes: Any) -> Gesture:
    """What the group says of a question."""
    return edit("remark.edit", "remarks", (id_,), changes, merge=merge)


def delete_remark(id_: str) -> Gesture:
    """A question is as if nothing had been made of it."""
    return remove("remark.forget", "remarks", (id_,))


def _made_of(name: str, remark: Remark, fate: Fate) -> Gesture:
    def act(document: Document) -> Document:
        was = document.remarks.get(remark.id)
        rank = was.rank if was else next_rank(document.remarks)
        answer = remark.answer or (was.answer if was else "")
        confidential = remark.confidential or (was is not None and was.confidential)  # said so by hand
        about = tuple(dict.fromkeys((*remark.about, *(was.about if was and answer else ()))))
        row = replace(remark, fate=fate, answer=answer, about=about, confidential=confidential, rank=rank)
        return put(document, "remarks", row)

    return Gesture(name, act, (remark.id,))
