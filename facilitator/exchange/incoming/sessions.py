"""A whole session that is brought: into a bare one with all it holds, into another as its lists alone."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from facilitator.model.document import Background, Document, Workshop
from facilitator.model.gestures import Gesture
from facilitator.model.journey import wordings

_SAID = (
    *("zones", "participants", "actors", "answers", "votes", "practices", "commitments", "means", "moments"),
    *("voices", "remarks"),
)
_USUAL = Workshop()


def bare(document: Document) -> bool:
    """Whether nothing was said in a session yet, nor laid under its map, whatever its journey and its sheet."""
    return (
        document.background == Background()
        and not any(getattr(document, table) for table in _SAID)
        and not any(any(row.hands) or row.words for row in document.evaluations.values())
        and not any(
            step.words or (step.notes and step.notes not in wordings()) for step in document.steps.values()
        )
    )


def brought(theirs: Document) -> Gesture:
    """Everything of their session, but for what is on the sheet of this one, its logo included, and the moments of a
    history that is not here."""

    def act(document: Document) -> Document:
        kept: dict[str, Any] = {
            f.name: value
            for f in fields(Workshop)
            if (value := getattr(document.workshop, f.name)) != getattr(_USUAL, f.name)
            and f.name != "journey"
        }
        workshop = replace(theirs.workshop, **kept)
        ours = {id_: row for id_, row in document.images.items() if id_ == workshop.logo}
        return replace(theirs, workshop=workshop, images={**theirs.images, **ours}, moments={})

    return Gesture("import.session", act, (theirs.workshop.id,))
