"""What a place on the background set when a card was put there, said quietly in the status line."""

from __future__ import annotations

from facilitator import terms
from facilitator.model.document import Actor, Document
from facilitator.model.vocabulary import BackgroundKind
from facilitator.ui.workspace import Workspace
from facilitator.words import _, ngettext

_SAYING = (BackgroundKind.TARGET, BackgroundKind.QUADRANT, BackgroundKind.ZONES)
_FIELDS = ("influence", "interest", "proximity", "domain")


def tell_places(workspace: Workspace) -> None:
    """Says it after each gesture that moved cards, from now on."""

    def changed(before: Document, after: Document) -> None:
        if after.actors is not before.actors and after.background.kind in _SAYING:
            sentence = said(before, after)
            if sentence:
                workspace.say(sentence)

    workspace.changed.connect(changed)


def said(before: Document, after: Document) -> str:
    """The sentence; empty where no card that moved was given anything."""
    moved = [
        row
        for id_, row in after.actors.items()
        if (was := before.actors.get(id_)) is not row and _set(was, row)
    ]
    if len(moved) == 1:
        return _("{actor} — {said}").format(actor=moved[0].name, said=_of(after, moved[0]))
    if not moved:
        return ""
    return ngettext(
        "{count} actor is rated by its place.", "{count} actors are rated by their places.", len(moved)
    ).format(count=len(moved))


def _set(was: Actor | None, row: Actor) -> bool:
    if row.x is None or (was is not None and (was.x, was.y) == (row.x, row.y)):
        return False
    return any(getattr(row, name) != getattr(was, name, _BLANK[name]) for name in _FIELDS)


def _of(document: Document, row: Actor) -> str:
    """What the place said of one actor."""
    background = document.background
    if background.kind is BackgroundKind.ZONES:
        return _("field of action: {zone}").format(zone=row.domain)
    if background.kind is BackgroundKind.TARGET:
        return _("proximity: {number}").format(number=row.proximity)
    return _("{y_axis}: {up}, {x_axis}: {across}").format(
        y_axis=terms.y_axis_name(background),
        up=row.influence,
        x_axis=terms.x_axis_name(background),
        across=row.interest,
    )


_BLANK = {"influence": None, "interest": None, "proximity": None, "domain": ""}
