"""A whole session that is brought: into a bare one with all it holds, into another as its lists alone."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from facilitator.model.document import Document, Workshop
from facilitator.model.gestures import Gesture
from facilitator.model.journey import wordings

_SAID = ("actors", "participants", "answers", "votes", "practices", "commitments", "means")
_USUAL = Workshop()


def bare(document: Document) -> bool:
    """Whether nothing was said in a session yet, whatever its journey."""
    return not any(getattr(document, table) for table in _SAID) and not any(
        step.words or (step.notes and step.notes not in wordings()) for step in document.steps.values()
    )


def brought(document: Document, theirs: Document) -> Gesture:
    """Everything of their session, but for what is written on the sheet of this one, and the moments of a history that
    is not here."""
    kept: dict[str, Any] = {
        f.name: value
        for f in fields(Workshop)
        if (value := getattr(document.workshop, f.name)) != getattr(_USUAL, f.name) and f.name != "journey"
    }
    whole = replace(theirs, workshop=replace(theirs.workshop, **kept), moments={})
    return Gesture("import.session", lambda _document: whole, (theirs.workshop.id,))
