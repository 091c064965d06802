"""The context menus of the map and of the tray: what can be done where the pointer is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QMenu

from facilitator.ui import values, what_if
from facilitator.ui.canvas import making
from facilitator.ui.canvas.arrange_menu import add_arranging
from facilitator.ui.canvas.submenus import add_line, add_values
from facilitator.words import _, ngettext

if TYPE_CHECKING:
    from facilitator.ui.canvas.tray import ActorChip
    from facilitator.ui.canvas.widget import Canvas


def menu_at(canvas: Canvas, point: QPoint) -> QMenu:
    """The menu for what is under a point of the map; what is there is selected first, unless it is already."""
    surface = canvas.surface
    spot = QPointF(point)
    place = surface.on_map(spot)
    under, menu = surface.picture.card_at(*place), QMenu(canvas)
    link = None if under else surface.link_under(spot)
    if under is not None:
        if under not in surface.chosen_cards():
            surface.choose([("actors", under)])
        _of_cards(menu, canvas, under)
    elif link is not None:
        if ("links", link) not in surface.workspace.selection:
            surface.choose([("links", link)])
        _of_links(menu, canvas, link, spot)
    else:
        _of_paper(menu, canvas, place)
    return menu


def menu_of_selection(canvas: Canvas, point: QPoint) -> QMenu:
    """The menu a key asks for, of what is selected on the map, else of the paper; whatever stands at the point where it
    opens was not pointed at, and is not selected."""
    surface, menu = canvas.surface, QMenu(canvas)
    cards, links = surface.chosen_cards(), surface.workspace.selected_links
    if cards:
        _of_cards(menu, canvas, cards[0])
    elif links:
        _of_links(menu, canvas, links[0].id, QPointF(point))
    else:
        _of_paper(menu, canvas, making.free_place(surface))
    return menu


def menu_of_chip(canvas: Canvas, chip: ActorChip) -> QMenu:
    """The menu for an actor of the tray, and those selected with it."""
    surface, menu = canvas.surface, QMenu(canvas)
    if ("actors", chip.actor) not in surface.workspace.selection:
        surface.choose([("actors", chip.actor)])
    can = not surface.workspace.read_only
    one = len(surface.workspace.selected_actors) == 1
    add_line(menu, _("Put on the map"), chip.place, "Return", can=can)
    add_line(menu, _("Rename"), canvas.rename, "F2", can=can and one)
    menu.addSeparator()
    _add_copies(menu, canvas)
    menu.addSeparator()
    workspace = surface.workspace
    add_values(menu, values.of_actors(workspace, workspace.selected_actors), can=can)
    menu.addSeparator()
    _add_delete(menu, canvas)
    return menu


def _of_cards(menu: QMenu, canvas: Canvas, under: str) -> None:
    surface, ids = canvas.surface, canvas.surface.chosen_cards()
    can = not surface.workspace.read_only
    one = len(ids) == 1
    add_line(menu, _("Rename"), lambda: making.rename(surface, under), "F2", can=can and one)
    add_line(menu, _("Link…"), canvas.start_link, "L", can=can and one)
    menu.addSeparator()
    _add_copies(menu, canvas)
    menu.addSeparator()
    workspace = surface.workspace
    add_values(menu, values.of_actors(workspace, workspace.selected_actors), can=can)
    menu.addSeparator()
    add_arranging(menu, canvas)
    _add_what_if(menu, canvas)
    back = ngettext("Back to the tray", "Back to the tray ({count})", len(ids)).format(count=len(ids))
    add_line(menu, back, canvas.put_back, "Ctrl+T", can=can)
    add_line(menu, _("See the selection"), canvas.fit_selection, "Z")
    menu.addSeparator()
    _add_delete(menu, canvas)


def _of_links(menu: QMenu, canvas: Canvas, link: str, spot: QPointF) -> None:
    workspace = canvas.surface.workspace
    links = workspace.selected_links
    can = not workspace.read_only
    say_more = _("Say more about this link…")
    add_line(menu, say_more, lambda: canvas.open_link_bar(link, spot), "F2", can=can and len(links) == 1)
    add_line(menu, _("Swap ends"), canvas.swap_ends, "Ctrl+R", can=can)
    menu.addSeparator()
    add_values(menu, values.of_links(workspace, links), can=can)
    menu.addSeparator()
    _add_what_if(menu, canvas)
    add_line(menu, _("Copy"), canvas.copy, "Ctrl+C")
    add_line(menu, _("See the selection"), canvas.fit_selection, "Z")
    menu.addSeparator()
    _add_delete(menu, canvas)


def _of_paper(menu: QMenu, canvas: Canvas, place: tuple[float, float]) -> None:
    surface = canvas.surface
    can = not surface.workspace.read_only
    add_line(menu, _("New actor here"), lambda: making.name_new(surface, surface.category, place), can=can)
    add_line(menu, _("Name actors"), canvas.start_typing_actors, "A", can=can)
    add_line(menu, _("Paste"), canvas.paste, "Ctrl+V", can=can)
    menu.addSeparator()
    add_line(menu, _("Select all"), canvas.select_all, "Ctrl+A")
    add_line(menu, _("See the whole map"), canvas.fit, "0")


def _add_copies(menu: QMenu, canvas: Canvas) -> None:
    can = not canvas.surface.workspace.read_only
    add_line(menu, _("Cut"), canvas.cut, "Ctrl+X", can=can)
    add_line(menu, _("Copy"), canvas.copy, "Ctrl+C")
    add_line(menu, _("Paste"), canvas.paste, "Ctrl+V", can=can)
    add_line(menu, _("Duplicate"), canvas.duplicate, "Ctrl+D", can=can)


def _add_what_if(menu: QMenu, canvas: Canvas) -> None:
    """Does without what is selected for a minute, or gives it back: nothing of it is written."""
    workspace = canvas.surface.workspace
    held = what_if.chosen(workspace)
    if held <= workspace.what_if.off:
        text = _("Give back what one did without")
    else:
        text = ngettext("What if… without it", "What if… without them", len(held))
    add_line(menu, text, lambda: what_if.turn(workspace), "I")


def _add_delete(menu: QMenu, canvas: Canvas) -> None:
    """Deletes all that is selected, and says how much that is."""
    workspace = canvas.surface.workspace
    actors, links = len(workspace.selected_actors), len(workspace.selected_links)
    if actors:
        text = actors_gone(actors)
    else:
        text = ngettext("Delete the link", "Delete {count} links", links).format(count=links)
    add_line(menu, text, canvas.delete, "Del", can=not workspace.read_only)


def actors_gone(count: int) -> str:
    """What the line that deletes so many actors says."""
    return ngettext("Delete with its links", "Delete {count} actors with their links", count).format(
        count=count
    )
