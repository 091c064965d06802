"""Lines and submenus of the context menus: what is checked is what all those selected have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtWidgets import QMenu

from facilitator import terms
from facilitator.model import gestures
from facilitator.model.document import Actor, Link, ordered
from facilitator.model.vocabulary import INTENSITIES, Direction, Presence, Status
from facilitator.ui.actions import shown
from facilitator.ui.workspace import Workspace
from facilitator.words import _


def add_line(menu: QMenu, text: str, does: Callable[[], object], key: str = "", *, can: bool = True) -> None:
    """A line of the menu; `key` is shown beside it, the keys themselves are the window's."""
    text = text.replace("&", "&&")
    action = menu.addAction(f"{text}\t{shown(key)}" if key else text)
    action.setEnabled(can)
    action.triggered.connect(lambda _checked=False: does())


def add_switch(menu: QMenu, text: str, does: Callable[[bool], object], *, on: bool, can: bool = True) -> None:
    """A line that is on or off; it does the other."""
    action = menu.addAction(text.replace("&", "&&"))
    action.setCheckable(True)
    action.setChecked(on)
    action.setEnabled(can)
    action.triggered.connect(lambda _checked=False: does(not on))


def add_to_actors(menu: QMenu, workspace: Workspace, actors: tuple[Actor, ...]) -> None:
    """Category, presence and confidentiality of actors, wherever they are."""
    can = not workspace.read_only
    ids = tuple(actor.id for actor in actors)

    def edit(**changes: Any) -> None:
        workspace.do(gestures.edit_actors(ids, **changes))

    categories = _submenu(menu, _("Category"), can=can)
    for row in ordered(workspace.document.categories):
        held = all(actor.category == row.id for actor in actors)
        _choice(categories, terms.category_name(row), held, edit, "category", row.id)
    presences = _submenu(menu, _("Presence"), can=can)
    for presence in Presence:
        held = all(actor.presence is presence for actor in actors)
        name = terms.capitalised(terms.presence_name(presence))
        _choice(presences, name, held, edit, "presence", presence)
    secret = all(actor.confidential for actor in actors)
    add_switch(menu, _("Confidential"), lambda on: edit(confidential=on), on=secret, can=can)


def add_to_links(menu: QMenu, workspace: Workspace, links: tuple[Link, ...]) -> None:
    """What links are, one or several at once."""
    can = not workspace.read_only
    ids = tuple(link.id for link in links)

    def edit(**changes: Any) -> None:
        workspace.do(gestures.edit_links(ids, **changes))

    types = _submenu(menu, _("Types of link"), can=can)
    for row in ordered(workspace.document.link_types):
        held = all(row.id in link.types for link in links)
        add_switch(
            types,
            terms.link_type_name(row),
            lambda on, key=row.id: _turn_type(workspace, links, key, on=on),  # type: ignore[misc]  # its own key
            on=held,
        )
    statuses = _submenu(menu, _("Status"), can=can)
    for status in Status:
        name = terms.capitalised(terms.status_name(status))
        _choice(statuses, name, _all(links, "status", status), edit, "status", status)
    levels = _submenu(menu, _("Intensity"), can=can)
    for level in INTENSITIES:
        name = f"{level} · {terms.intensity_name(level)}"
        _choice(levels, name, _all(links, "intensity", level), edit, "intensity", level)
    ways = _submenu(menu, _("Direction"), can=can)
    for way in Direction:
        name = terms.capitalised(terms.direction_name(way))
        _choice(ways, name, _all(links, "direction", way), edit, "direction", way)
    tense, secret = _all(links, "tension", True), _all(links, "confidential", True)
    add_switch(menu, _("Tension"), lambda on: edit(tension=on), on=tense, can=can)
    add_switch(menu, _("Confidential"), lambda on: edit(confidential=on), on=secret, can=can)


def _turn_type(workspace: Workspace, links: Iterable[Link], key: str, *, on: bool) -> None:
    """Gives a type to all of them, or takes it from all; each keeps its others, in the order of the session."""
    order = [row.id for row in ordered(workspace.document.link_types)]
    changed = (
        gestures.edit_link(
            link.id, types=tuple(id_ for id_ in order if (on if id_ == key else id_ in link.types))
        )
        for link in links
    )
    workspace.do(gestures.together("link.edit", changed))


def _all(links: tuple[Link, ...], field: str, value: object) -> bool:
    return all(getattr(link, field) == value for link in links)


def _submenu(menu: QMenu, title: str, *, can: bool) -> QMenu:
    sub = menu.addMenu(title)
    sub.setEnabled(can)
    return sub


def _choice(menu: QMenu, text: str, held: bool, edit: Callable[..., None], field: str, value: object) -> None:
    """One value of a field; choosing the one they all have already is nothing."""
    add_switch(menu, text, lambda _on: None if held else edit(**{field: value}), on=held)
