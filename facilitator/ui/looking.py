"""What one does with the lens of a session, and how what it leaves aside is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from facilitator import terms
from facilitator.model.document import Document
from facilitator.model.edition import on_the_wall
from facilitator.model.lens import Horizon, Lens, Seen, kept, seen
from facilitator.terms.what_if import supposition
from facilitator.words import _, ngettext

if TYPE_CHECKING:
    from facilitator.ui.workspace import Workspace

_ROOM = "room_lens"
"""Where the desk keeps whether the room sees the filters too."""


def turn(workspace: Workspace, kind: str, value: Any) -> None:
    """Asks for a value of a kind (a field of the lens), or not any more."""
    changed: dict[str, Any] = {kind: getattr(workspace.lens, kind) ^ {value}}
    workspace.look_through(replace(workspace.lens, **changed))


def show_all(workspace: Workspace) -> None:
    """Lets go of filters and focus. Today or desired stays: it is not a filter, and is always in sight."""
    workspace.look_through(workspace.lens.unfiltered)


def hide_rest(workspace: Workspace, hides: bool) -> None:
    """What is not asked for is hidden, or faded."""
    workspace.look_through(replace(workspace.lens, hides=hides))


def turn_focus(workspace: Workspace) -> None:
    """Focuses on the selected actors (the ends of selected links) with their neighbours; on the same again, leaves."""
    chosen = frozenset(actor.id for actor in workspace.selected_actors if actor.placed)
    ends = frozenset(end for link in workspace.selected_links for end in (link.source, link.target))
    wanted, held = chosen or ends, workspace.lens.focus
    if wanted or held:
        workspace.look_through(replace(workspace.lens, focus=frozenset() if wanted == held else wanted))
    elif workspace.selected_actors:
        workspace.say(_("Put on the map first: F shows actors who are there with their neighbours."))
    else:
        workspace.say(_("Select one or more actors first: F then shows them with their neighbours."))


def turn_evidence(workspace: Workspace, evidence: frozenset[str], *, hushed: bool = False) -> None:
    """Fades all that a sentence is not about; again: shows all."""
    again = bool(evidence) and workspace.lens.evidence == evidence
    show_evidence(workspace, evidence, again=again, hushed=hushed)


def show_evidence(
    workspace: Workspace, evidence: frozenset[str], *, again: bool = False, hushed: bool = False
) -> None:
    """Fades all that a question is not about, on the wall too where it sees the filters and may tell the question
    (not `hushed`); `again` shows all."""
    wanted = frozenset() if again else evidence
    hushed = hushed and bool(wanted)
    if (workspace.lens.evidence, workspace.lens.hushed) != (wanted, hushed):
        workspace.look_through(replace(workspace.lens.unfiltered, evidence=wanted, hushed=hushed))
    if not (again or evidence):
        workspace.say(_("This question is about the whole map."))


def follow_evidence(workspace: Workspace, evidence: frozenset[str], *, hushed: bool) -> None:
    """What a question that is shown is about now, and whether the wall may tell it; other filters stay."""
    workspace.look_through(replace(workspace.lens, evidence=evidence, hushed=hushed and bool(evidence)))


def give_back(workspace: Workspace) -> bool:
    """What Esc gives back: first what is filtered, then what one does without; False where all is there."""
    if workspace.lens.filters:
        show_all(workspace)
    elif workspace.what_if.on:
        workspace.what_if.leave()
    else:
        return False
    return True


def look_at(workspace: Workspace, horizon: Horizon) -> None:
    """The alliances of today, or those to create with them; every card stays where it is."""
    workspace.look_through(replace(workspace.lens, horizon=horizon))


def turn_horizon(workspace: Workspace) -> None:
    """Today, or desired."""
    desired = workspace.lens.horizon is Horizon.DESIRED
    look_at(workspace, Horizon.TODAY if desired else Horizon.DESIRED)


def room_filtered(workspace: Workspace) -> bool:
    """Whether the room sees the filters too. Today or desired, it always does."""
    return workspace.desk.get(_ROOM, True) is not False


def turn_room(workspace: Workspace) -> None:
    """Has the room see the filters too, or everything."""
    workspace.keep(_ROOM, not room_filtered(workspace))
    workspace.lens_changed.emit()


def seen_by_room(workspace: Workspace) -> Seen:
    """What is faded and hidden on the wall: a filter or a focus finds nothing by what the wall does not show.

    A focus on nobody it shows fades nothing: a wall that is all pale would tell that somebody is kept from it.
    """
    lens = workspace.lens.for_the_room if room_filtered(workspace) else Lens(workspace.lens.horizon)
    shown = on_the_wall(workspace.document)
    return seen(shown, kept(lens, shown), workspace.guests)


def off_for_room(workspace: Workspace) -> tuple[frozenset[str], frozenset[str]]:
    """What one does without for a minute, and with it all that goes, where the room sees what the console filters."""
    what_if = workspace.what_if
    return (what_if.off, what_if.gone) if room_filtered(workspace) else (frozenset(), frozenset())


def supposed_by_room(workspace: Workspace) -> str:
    """What is supposed, in words for the wall: it names nothing that the wall does not show."""
    off, _gone = off_for_room(workspace)
    return supposition(on_the_wall(workspace.document), off) if off else ""


def told(lens: Lens, what: Seen, *, short: bool = False) -> str:
    """What is not shown as usual, counted, and unless `short` the key that shows it; empty where everything is."""
    parts = []
    if lens.filters:
        counted = _counted(what, lens.hides, lens.hides or lens.only_actors)
        parts.append(counted if short else _("{what} — Esc shows everything").format(what=counted))
    if n := what.to_come:
        counted = ngettext("{n} link to create hidden", "{n} links to create hidden", n).format(n=n)
        parts.append(counted if short else _("{what} — T shows them").format(what=counted))
    return " · ".join(parts)


def _counted(what: Seen, hides: bool, hides_links: bool) -> str:
    """The actors that are left aside; where there are none, the links."""
    n, links = what.actors_aside, what.links_aside
    if n and hides:
        return ngettext("{n} actor hidden", "{n} actors hidden", n).format(n=n)
    if n:
        return ngettext("{n} actor faded", "{n} actors faded", n).format(n=n)
    if links and hides_links:
        return ngettext("{n} link hidden", "{n} links hidden", links).format(n=links)
    if links:
        return ngettext("{n} link faded", "{n} links faded", links).format(n=links)
    return _("Filters on, nothing left out")


def welcome(document: Document, lens: Lens, guests: Iterable[str]) -> str:
    """Says that what has come, or changed, is shown although the lens does not ask for it."""
    ids = list(guests)
    names = [document.actors[id_].name for id_ in ids if id_ in document.actors]
    links = [document.links[id_] for id_ in ids if id_ in document.links]
    if not names and not lens.filters:
        return ngettext(
            "To create, but shown until the map changes from today to desired.",
            "{n} links to create, but shown until the map changes from today to desired.",
            len(links),
        ).format(n=len(links))
    if len(names) == 1:
        return _("{actor}: outside the filters, but shown until they change.").format(actor=names[0])
    if names:
        return ngettext(
            "{n} actor outside the filters, but shown until they change.",
            "{n} actors outside the filters, but shown until they change.",
            len(names),
        ).format(n=len(names))
    if len(links) == 1:
        sentence = terms.link_sentence(document, links[0])
        return _("{link}: outside the filters, but shown until they change.").format(link=sentence)
    return ngettext(
        "{n} link outside the filters, but shown until they change.",
        "{n} links outside the filters, but shown until they change.",
        len(links),
    ).format(n=len(links))
