"""What one does to the rows of a list: the same gestures as on the map, without the map."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator import terms
from facilitator.model import gestures
from facilitator.model.document import Actor, Link, new_id
from facilitator.model.vocabulary import Status
from facilitator.ui.canvas import making
from facilitator.ui.canvas.surface import Surface
from facilitator.ui.workspace import Pair, Workspace
from facilitator.words import _, ngettext


def turn_place(surface: Surface, ids: Sequence[str]) -> None:
    """Puts actors on the map where they cover no card; if they all are there, takes them back to the tray."""
    workspace = surface.workspace
    known = workspace.document.actors
    waiting = [id_ for id_ in ids if id_ in known and not known[id_].placed]
    if waiting:
        making.place_near(surface, waiting)
        count = sum(known_.placed for id_ in waiting if (known_ := workspace.document.actors.get(id_)))
        if count:
            told = ngettext("{n} actor put on the map.", "{n} actors put on the map.", count)
            workspace.say(told.format(n=count))
    elif ids and workspace.do(gestures.unplace_actors(ids)):
        told = ngettext("{n} actor back in the tray.", "{n} actors back in the tray.", len(ids))
        workspace.say(told.format(n=len(ids)))


def link_to(workspace: Workspace, source: str, target: str) -> str:
    """Links two actors as the last link was; the id of the link, empty where it is refused."""
    row = Link(new_id(), source, target, **workspace.last_link)
    return _linked(workspace, row) if workspace.do(gestures.add_link(row)) else ""


def link_to_new(workspace: Workspace, source: str, name: str, category: str) -> str:
    """Names an actor, who waits in the tray, and links it: one step. The id of the link, empty where refused."""
    actor = Actor(new_id(), name, category)
    row = Link(new_id(), source, actor.id, **workspace.last_link)
    return _linked(workspace, row) if workspace.do(gestures.add_actor_and_link(actor, row)) else ""


def delete(workspace: Workspace, pairs: Sequence[Pair]) -> bool:
    """Deletes rows, actors with all their links, in one step."""
    actors = [id_ for table, id_ in pairs if table == "actors"]
    links = [id_ for table, id_ in pairs if table == "links"]
    return bool(pairs) and workspace.do(gestures.delete(actors, links))


def reverse(workspace: Workspace, ids: Sequence[str]) -> None:
    """Swaps both ends of links, in one step."""
    parts = [gestures.reverse_link(id_) for id_ in ids]
    if parts:
        workspace.do(parts[0] if len(parts) == 1 else gestures.together("link.reverse", parts))


def set_status(workspace: Workspace, ids: Sequence[str], status: Status) -> None:
    """Says of links whether they exist, are to be strengthened or created, in one step."""
    held = workspace.document.links
    turned = [id_ for id_ in ids if id_ in held and held[id_].status is not status]
    if turned and workspace.do(gestures.edit_links(turned, status=status)):
        said = ngettext("{n} link is now {status}.", "{n} links are now {status}.", len(turned))
        workspace.say(said.format(n=len(turned), status=terms.status_name(status)))


def reveal(surface: Surface, pair: Pair) -> None:
    """Brings a card or a link of the map into sight; says so where there is nothing to see."""
    table, id_ = pair
    picture = surface.picture
    if id_ not in (picture.cards if table == "actors" else picture.links):
        waits = table == "actors" and not surface.workspace.document.actors[id_].placed
        if not waits and id_ in surface.workspace.seen.hidden:
            surface.workspace.say(_("This row is hidden on the map by what is being looked at."))
        return
    surface.reveal(id_)


def _linked(workspace: Workspace, row: Link) -> str:
    workspace.say(_("Linked: {link}").format(link=terms.link_sentence(workspace.document, row)))
    return row.id
