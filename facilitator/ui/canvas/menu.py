"""The context menu of the map: what can be done where the pointer is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QMenu

from facilitator.model import gestures
from facilitator.ui.canvas import making
from facilitator.ui.canvas.arrange_menu import add_arranging
from facilitator.words import _, ngettext

if TYPE_CHECKING:
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
        surface.choose([("links", link)])
        _of_link(menu, canvas, link, spot)
    else:
        _of_paper(menu, canvas, place)
    return menu


def _of_cards(menu: QMenu, canvas: Canvas, under: str) -> None:
    surface, ids = canvas.surface, canvas.surface.chosen_cards()
    can = not surface.workspace.read_only
    one = len(ids) == 1
    _add(menu, _("Rename"), lambda: making.rename(surface, under), "F2", can=can and one)
    _add(menu, _("Link…"), canvas.start_link, "L", can=can and one)
    _add(menu, _("Duplicate"), canvas.duplicate, "Ctrl+D", can=can)
    menu.addSeparator()
    add_arranging(menu, canvas)
    back = ngettext("Back to the tray", "Back to the tray ({count})", len(ids)).format(count=len(ids))
    _add(menu, back, lambda: surface.workspace.do(gestures.unplace_actors(ids)), can=can)
    _add(menu, _("See the selection"), canvas.fit_selection, "Z")
    menu.addSeparator()
    gone = ngettext("Delete with its links", "Delete {count} actors with their links", len(ids))
    _add(menu, gone.format(count=len(ids)), canvas.delete, "Del", can=can)


def _of_link(menu: QMenu, canvas: Canvas, link: str, spot: QPointF) -> None:
    can = not canvas.surface.workspace.read_only
    _add(menu, _("Say more about this link…"), lambda: canvas.open_link_bar(link, spot), can=can)
    _add(menu, _("Swap ends"), lambda: canvas.surface.workspace.do(gestures.reverse_link(link)), can=can)
    menu.addSeparator()
    _add(menu, _("Delete"), canvas.delete, "Del", can=can)


def _of_paper(menu: QMenu, canvas: Canvas, place: tuple[float, float]) -> None:
    surface = canvas.surface
    can = not surface.workspace.read_only
    _add(menu, _("New actor here"), lambda: making.name_new(surface, surface.category, place), can=can)
    _add(menu, _("Name actors"), canvas.start_typing_actors, "A", can=can)
    menu.addSeparator()
    _add(menu, _("Select all"), canvas.select_all, "Ctrl+A")
    _add(menu, _("See the whole map"), canvas.fit, "0")


def _add(menu: QMenu, text: str, does: Callable[[], object], key: str = "", *, can: bool = True) -> None:
    """A line of the menu; `key` is shown beside it, the keys themselves are the window's."""
    action = menu.addAction(f"{text}\t{key}" if key else text)
    action.setEnabled(can)
    action.triggered.connect(lambda _checked=False: does())
