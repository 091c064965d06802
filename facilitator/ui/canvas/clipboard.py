"""Copying, cutting and pasting on the map: actors between sessions and windows, lines of text as actors to place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QStringListModel
from PySide6.QtGui import QGuiApplication

from facilitator import terms
from facilitator.drawing.map import compose
from facilitator.drawing.shapes import Box, Point, union
from facilitator.exchange import clips, names
from facilitator.exchange.names import Listed
from facilitator.model import gestures
from facilitator.model.document import Actor, Document, new_id, ordered
from facilitator.model.gestures import Clip
from facilitator.model.texts import LINE
from facilitator.ui.canvas.board import Board
from facilitator.ui.canvas.places import free_shift
from facilitator.words import _, ngettext

if TYPE_CHECKING:
    from facilitator.ui.canvas.widget import Canvas

_NAMED = 4
"""Names told in the status line; it says how many more there are."""


def copy(canvas: Canvas) -> None:
    """Takes the selected actors to the clipboard with all that goes with them; links alone as sentences."""
    actors, links = _take(canvas)
    if actors:
        said = ngettext("{count} actor copied.", "{count} actors copied.", actors)
    else:
        said = ngettext("{count} link copied as text.", "{count} links copied as text.", links)
    if actors or links:
        canvas.surface.workspace.say(said.format(count=actors or links))


def cut(canvas: Canvas) -> None:
    """Takes what is selected to the clipboard in the same way, and out of the session."""
    actors, links = _take(canvas)
    if actors:
        said = ngettext("{count} actor cut.", "{count} actors cut.", actors)
    else:
        said = ngettext("{count} link cut, copied as text.", "{count} links cut, copied as text.", links)
    if (actors or links) and canvas.delete():
        canvas.surface.workspace.say(said.format(count=actors or links))


def _take(canvas: Canvas) -> tuple[int, int]:
    """What is selected to the clipboard; how many actors and links that is, and a word where it is nothing."""
    workspace = canvas.surface.workspace
    document = workspace.document
    clip = gestures.clip_of(document, [actor.id for actor in workspace.selected_actors])
    links = workspace.selected_links
    if not clip.actors and not links:
        workspace.say(_("Select what to copy first."))
        return 0, 0
    sentences = "\n".join(terms.link_sentence(document, link) for link in links)
    held = _nothing()
    held.setText(clips.as_text(clip) or sentences)
    held.setData(clips.MIME, clips.to_bytes(clip))
    QGuiApplication.clipboard().setMimeData(held)
    return len(clip.actors), len(links)


def _nothing() -> QMimeData:
    """What will hold a copy, made by Qt: some platforms keep it until Python is gone, and one that Python made would
    not survive that."""
    lines = QStringListModel([""])
    held = lines.mimeData([lines.index(0)])
    held.clear()
    return held


def paste(canvas: Canvas) -> None:
    """Brings what the clipboard holds, as one gesture."""
    surface = canvas.surface
    workspace = surface.workspace
    held: QMimeData | None = QGuiApplication.clipboard().mimeData()  # none where nobody ever copied anything
    if workspace.read_only:
        workspace.refuse_writing()
    elif held is not None and held.hasFormat(clips.MIME):
        _paste_clip(surface, bytes(held.data(clips.MIME).data()))
    elif held is not None and any(url.isLocalFile() for url in held.urls()):
        workspace.say(_("The clipboard holds a file: lists are brought by Import…, pictures by Background."))
    elif held is not None and held.hasText() and held.text().strip():
        paste_names(surface, held.text())
    else:
        workspace.say(_("The clipboard holds no actor and no text."))


def paste_names(surface: Board, text: str) -> None:
    """Each line of a text becomes an actor of the tray; those that are there already are told, and those that look
    alike."""
    workspace = surface.workspace
    try:
        lines = names.lines_of(text)
    except names.TooManyLinesError as long:
        sentence = _(
            "The clipboard holds {lines} lines: {most} can be pasted at once; longer lists are imported."
        )
        workspace.say(sentence.format(lines=long.lines, most=names.MOST_LINES), error=True)
        return
    found = names.listed(lines, (actor.name for actor in ordered(workspace.document.actors)))
    actors = tuple(Actor(new_id(), name, surface.category) for name in found.new)
    if actors and not workspace.do(gestures.paste(Clip(actors=actors))):
        return
    if actors:
        surface.choose([("actors", actor.id) for actor in actors])
    workspace.say(_told(found))


def _paste_clip(surface: Board, data: bytes) -> None:
    workspace = surface.workspace
    try:
        brought = clips.from_bytes(data)
    except clips.ClipError:
        workspace.say(
            _("What is in the clipboard cannot be read as actors. Nothing was changed."), error=True
        )
        return
    if not brought.actors:
        workspace.say(_("Links are pasted with the actors they join: copy these too."))
        return
    clip = clips.renewed(brought, workspace.document)
    try:
        clip = _put_near(surface, clip, _wanted(surface))
    except gestures.Refused as refusal:
        workspace.say(terms.refusal(refusal.key, refusal.values), error=True)
        return
    first = not surface.picture.cards
    if workspace.do(gestures.paste(clip)):
        surface.choose([("actors", actor.id) for actor in clip.actors])
        if first:
            surface.fit_box(surface.picture.box)
        elif not any(_in_sight(surface, actor.id) for actor in clip.actors):
            surface.reveal(clip.actors[0].id)
        count = len(clip.actors)
        workspace.say(ngettext("{count} actor pasted.", "{count} actors pasted.", count).format(count=count))


def _put_near(surface: Board, clip: Clip, place: Point) -> Clip:
    """The clip with its cards around a place of the map, as they stood beside one another, clear of those there."""
    document: Document = gestures.paste(clip)(surface.workspace.document)
    cards = compose(document, surface.picture.theme, surface.picture).cards
    new = {actor.id for actor in clip.actors}
    boxes = [held.box for id_, held in cards.items() if id_ in new]
    if not boxes:
        return clip
    taken: list[Box] = [held.box for id_, held in cards.items() if id_ not in new]
    x, y = union(boxes).centre
    dx, dy = free_shift(taken, boxes, (place[0] - x, place[1] - y))
    moved = (
        actor if actor.x is None or actor.y is None else replace(actor, x=actor.x + dx, y=actor.y + dy)
        for actor in clip.actors
    )
    return replace(clip, actors=tuple(moved))


def _wanted(surface: Board) -> Point:
    """Where to paste: under the pointer, or in the middle where it is elsewhere."""
    if surface.pointer is not None:
        return surface.on_map(surface.pointer)
    return surface.view.x, surface.view.y


def _in_sight(surface: Board, id_: str) -> bool:
    held = surface.picture.cards.get(id_)
    return held is None or held.box.intersects(surface.view.seen(surface.size()))


def _told(found: Listed) -> str:
    """What became of a list of names."""
    added, known, alike = (len(names) for names in (found.new, found.known, found.alike))
    there = ngettext("{count} already there: {names}", "{count} already there: {names}", known)
    there = there.format(count=known, names=_some(found.known))
    if not added:
        return there if known else _("The clipboard holds no name.")
    if not known and not alike and not found.cut:
        return ngettext("{count} added to the tray.", "{count} added to the tray.", added).format(count=added)
    new = ngettext("{count} added to the tray", "{count} added to the tray", added).format(count=added)
    told = f"{new}, {there}" if known else new
    if found.cut:
        short = ngettext(
            "{count} was too long for a name: its first {most} characters are kept",
            "{count} were too long for a name: their first {most} characters are kept",
            found.cut,
        )
        told = f"{told} — {short.format(count=found.cut, most=LINE)}"
    if not alike:
        return told
    like = ngettext(
        "{count} looks like another of the list: {names}",
        "{count} look like others of the list: {names}",
        alike,
    )
    return f"{told} — {like.format(count=alike, names=_some(found.alike))}"


def _some(names: Sequence[str]) -> str:
    """The first names of several, as many as the status line has room for."""
    return ", ".join(names[:_NAMED]) + ("…" if len(names) > _NAMED else "")
