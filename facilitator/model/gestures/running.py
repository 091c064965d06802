"""Gestures made while a session runs: moments kept, voices noted, steps timed again, the session evaluated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from facilitator.model.document import Document, Evaluation, Moment, Voice, with_rows
from facilitator.model.gestures.core import Gesture, Refused, add, edit, find, move, put, remove


def take_moment(moment: Moment) -> Gesture:
    """Keeps the state the session is in, under a name. A step is closed by one that bears its id."""
    return add("moment.take", "moments", moment)


def edit_moment(id_: str, *, merge: str = "", **changes: Any) -> Gesture:
    return edit("moment.edit", "moments", (id_,), changes, merge=merge)


def delete_moment(id_: str) -> Gesture:
    return remove("moment.delete", "moments", (id_,))


def time_steps(minutes: Mapping[str, int]) -> Gesture:
    """Plans several steps anew at once (step -> minutes)."""

    def act(document: Document) -> Document:
        return put(
            document, "steps", *(replace(_step(document, id_), minutes=n) for id_, n in minutes.items())
        )

    return Gesture("step.time", act, tuple(minutes))


def _step(document: Document, id_: str) -> Any:
    return find(document, "steps", id_)


def note_voice(category: str, by: int = 1) -> Gesture:
    """A category of actors takes the floor; `by` is -1 to take one off."""

    def act(document: Document) -> Document:
        find(document, "categories", category)
        turns = document.voices.get(category, Voice(category)).turns + by
        if turns < 0:
            raise Refused("number.range", table="voices")
        if turns:
            return put(document, "voices", Voice(category, turns))
        return with_rows(document, "voices", drop=[category] if category in document.voices else [])

    return Gesture("voice.note", act, (category,))


def forget_voices() -> Gesture:
    """Counts from the beginning."""
    return Gesture("voice.forget", lambda document: with_rows(document, "voices", drop=document.voices))


def add_evaluation(evaluation: Evaluation) -> Gesture:
    """A question on the session itself."""
    return add("evaluation.add", "evaluations", evaluation)


def edit_evaluation(id_: str, *, merge: str = "", **changes: Any) -> Gesture:
    return edit("evaluation.edit", "evaluations", (id_,), changes, merge=merge)


def delete_evaluation(id_: str) -> Gesture:
    return remove("evaluation.delete", "evaluations", (id_,))


def move_evaluation(id_: str, before: str | None) -> Gesture:
    return move("evaluation.order", "evaluations", id_, before)
