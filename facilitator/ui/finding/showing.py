"""Going to an actor or a link: selected, and brought into sight with no more movement than it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF

from facilitator.ui.finding.subjects import Kind, Subject
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.canvas.surface import Surface
    from facilitator.ui.window import Window
    from facilitator.ui.workspace import Pair, Workspace

_AIR = 24.0
"""Left around what is brought into sight, in pixels."""


def take(window: Window, subject: Subject) -> None:
    """Goes to an actor or a link that was chosen, out of its filter or in the tray, and says so."""
    pair = ("actors" if subject.kind is Kind.ACTOR else "links", subject.key)
    unveil(window.workspace, pair)
    show(window, pair)
    actor = window.workspace.document.actors.get(subject.key)
    if actor is not None and not actor.placed:
        window.workspace.say(_("“{actor}” waits in the tray.").format(actor=actor.name))


def show(window: Window, pair: Pair, *, over: QRect | None = None) -> None:
    """Selects a row and brings it into sight: a card or a link on the map, beside what lies `over` it (in
    pixels of the map), or a chip in the tray."""
    workspace, canvas = window.workspace, window.canvas
    workspace.select([pair])
    if pair[0] == "actors" and pair[1] in workspace.document.actors:
        canvas.tray.reveal(pair[1])
    place = _place(canvas.surface, pair)
    if place is not None:
        _bring(canvas.surface, place, over)


def unveil(workspace: Workspace, pair: Pair) -> None:
    """Shows a row that the filters hide, a link with both its ends; the filters stay, and a sentence says so."""
    table, id_ = pair
    link = workspace.document.links.get(id_) if table == "links" else None
    for one in (link.source, link.target, id_) if link is not None else (id_,):
        if one in workspace.seen.hidden:
            workspace.show_actor(one)


def _place(surface: Surface, pair: Pair) -> QRectF | None:
    """Where a row is seen, in pixels of the map; None where it is not on it. Of a link, its middle is enough."""
    table, id_ = pair
    if table == "actors":
        return surface.card_rectangle(id_) if id_ in surface.picture.cards else None
    held = surface.picture.links.get(id_)
    if held is None:
        return None
    middle = surface.in_window(*held.picture.middle)
    return QRectF(middle.x() - 1, middle.y() - 1, 2, 2)


def _bring(surface: Surface, place: QRectF, over: QRect | None) -> None:
    """Pans where the place is out of sight; never zooms."""
    room = QRectF(surface.rect()).adjusted(_AIR, _AIR, -_AIR, -_AIR)
    dx, dy = _shift(place, room)
    if over is not None and place.translated(dx, dy).intersects(QRectF(over)):
        below, left = QRectF(room), QRectF(room)
        below.setTop(over.bottom() + _AIR)
        left.setRight(over.left() - _AIR)
        dx, dy = _shift(place, left if left.width() > place.width() else below)
    if dx or dy:
        surface.set_view(surface.view.panned(dx, dy))


def _shift(place: QRectF, room: QRectF) -> tuple[float, float]:
    """By how much a place is moved to be in a room, each way on its own."""
    dx = max(room.left() - place.left(), 0.0) or min(room.right() - place.right(), 0.0)
    dy = max(room.top() - place.top(), 0.0) or min(room.bottom() - place.bottom(), 0.0)
    return dx, dy
