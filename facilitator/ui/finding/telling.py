"""What is told beside a thing found: where it is, its key, whether it is on, or why it cannot be done now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon

from facilitator import terms
from facilitator.model.lens import Horizon
from facilitator.model.vocabulary import Status
from facilitator.ui.actions import MENUS, Action, by_key
from facilitator.ui.fields.icons import category_icon, link_type_icon
from facilitator.ui.finding.subjects import Kind, Subject, first_type
from facilitator.ui.icon import shipped
from facilitator.ui.values import of_selection
from facilitator.words import N_, _, ngettext

if TYPE_CHECKING:
    from facilitator.ui.window import Window
    from facilitator.ui.workspace import Workspace

_SELECT_ACTOR = N_("select an actor first")
_SELECT_CARD = N_("select an actor of the map first")
_SELECT = N_("select something first")
_PROJECT = N_("nothing is projected")
_CLOCK = N_("start the clock first")
_STEP = N_("there is no step")
_CARDS = N_("this step shows no cards")
_POINTS = N_("this step has no points to discuss")
_PARTS = N_("the map is not shown by parts")
REASONS = {
    "undo": N_("nothing to undo"),
    "redo": N_("nothing to redo"),
    "rename": N_("select one actor or one link first"),
    "duplicate": _SELECT_ACTOR,
    "delete": _SELECT,
    "cut": _SELECT,
    "take_copy": _SELECT,
    "link": _SELECT_ACTOR,
    "link_to_create": _SELECT_ACTOR,
    "fit_selection": _SELECT,
    "arrange": N_("there is no card on the map"),
    "align": N_("select two cards first"),
    "space": N_("select three cards first"),
    "pin": _SELECT_CARD,
    "adjust": N_("choose a background first"),
    "put_back": _SELECT_CARD,
    "swap_ends": N_("select a link first"),
    "freeze": _PROJECT,
    "blank": _PROJECT,
    "spotlight": _PROJECT,
    "follow": _PROJECT,
    "board": _PROJECT,
    "wall_legend": _PROJECT,
    "wall_decorations": _PROJECT,
    "swap": _PROJECT,
    "wall_next": _PARTS,
    "wall_before": _PARTS,
    "five_more": _CLOCK,
    "shorten": _CLOCK,
    "no_clock": N_("there is no clock"),
    "next": N_("this is the last step"),
    "back": N_("this is the first step"),
    "show_all": N_("nothing is filtered"),
    "skip": _STEP,
    "close_step": _STEP,
    "next_card": _CARDS,
    "card_before": _CARDS,
    "vote": _POINTS,
    "consent": _POINTS,
    "reveal": _POINTS,
    "commit": N_("this is not the step of commitments"),
}
"""Why an action cannot be done now, by its key or that of its family."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a subject: a note beside its name, an icon before it, and whether it can be had now."""

    note: str = ""
    icon: QIcon | None = None
    possible: bool = True


def told(window: Window, subject: Subject) -> Told:
    """What there is to tell of a subject now."""
    document = window.workspace.document
    match subject.kind:
        case Kind.ACTION:
            return _action(window, by_key(subject.key))
        case Kind.VALUE:
            return _value(window.workspace, subject.key)
        case Kind.STEP:
            return Told(_("step shown") if subject.key == window.workspace.step_id else _("step"))
        case Kind.ACTOR:
            category = document.categories[document.actors[subject.key].category]
            return Told(
                _noted(window.workspace, subject, terms.category_name(category)), category_icon(category)
            )
        case Kind.LINK:
            kind = first_type(document, subject.key)
            note = _noted(window.workspace, subject, terms.status_name(document.links[subject.key].status))
            return Told(note, link_type_icon(kind) if kind else None)
        case Kind.NEW:
            category = document.categories[window.canvas.surface.category]
            return Told(terms.category_name(category), category_icon(category))


def why_not(window: Window, action: Action) -> str:
    """Why an action cannot be done now; empty where it can."""
    if action.can(window):
        return ""
    if action.kept_from(window):
        return _("this session is read only")
    family = action.key.partition("_")[0]
    return _(REASONS.get(action.key) or REASONS.get(family) or N_("not now"))


def _action(window: Window, action: Action) -> Told:
    reason = why_not(window, action)
    on = action.on is not None and action.on(window)
    state = _("on") if on else _("off") if action.on is not None and not reason else ""
    note = " · ".join(part for part in (reason, state, _(MENUS[action.menu]), action.shown_key()) if part)
    return Told(note, shipped("on") if on else None, not reason)


def _value(workspace: Workspace, key: str) -> Told:
    """Whether what is selected has that value, and what is selected."""
    on = any(value.on for value in of_selection(workspace) if value.key == key)
    note = " · ".join([*([_("on")] if on else []), _selected(workspace)])
    return Told(note, shipped("on") if on else None)


def _selected(workspace: Workspace) -> str:
    actors, links = workspace.selected_actors, workspace.selected_links
    if len(actors) == 1:
        return actors[0].name
    if actors:
        return ngettext("{n} actor", "{n} actors", len(actors)).format(n=len(actors))
    if len(links) == 1:
        return terms.link_sentence(workspace.document, links[0])
    return ngettext("{n} link", "{n} links", len(links)).format(n=len(links))


def _noted(workspace: Workspace, subject: Subject, note: str) -> str:
    """The note, with what keeps the thing out of sight."""
    return " · ".join([note, *_aside(workspace, subject)])


def _aside(workspace: Workspace, subject: Subject) -> list[str]:
    if subject.key in workspace.seen.hidden:
        link = workspace.document.links.get(subject.key)
        today = workspace.lens.horizon is Horizon.TODAY
        to_come = link is not None and today and link.status is Status.TO_CREATE
        return [_("on the desired map, by T") if to_come else _("hidden by a filter")]
    actors = workspace.document.actors
    if subject.kind is Kind.ACTOR:
        return [] if actors[subject.key].placed else [_("to place")]
    link = workspace.document.links[subject.key]
    return [] if actors[link.source].placed and actors[link.target].placed else [_("not on the map yet")]
