"""Noting who is speaking: a digit for each category while nothing is typed, or a menu that tells them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from facilitator import terms
from facilitator.model import gestures
from facilitator.model.document import ordered
from facilitator.ui.fields.icons import category_icon
from facilitator.ui.keys import literal
from facilitator.words import _, ngettext

if TYPE_CHECKING:
    from facilitator.ui.window import Window
    from facilitator.ui.workspace import Workspace

DIGITS = tuple("123456789")
"""The keys of the first categories, as they are typed: on any keyboard, with or without Shift."""


def note(workspace: Workspace, category: str) -> bool:
    """A category takes the floor; the status line says so, since nothing else may be in sight."""
    if not workspace.do(gestures.note_voice(category)):
        return False
    name = terms.category_plural(workspace.document.categories[category])
    turns = workspace.document.voices[category].turns
    said = ngettext("Heard: {category}, {n} time.", "Heard: {category}, {n} times.", turns)
    workspace.say(said.format(category=name, n=turns))
    return True


def note_nth(workspace: Workspace, place: int) -> None:
    """The category of that place in their order, counted from 1; none where there are fewer."""
    rows = ordered(workspace.document.categories)
    if place <= len(rows):
        note(workspace, rows[place - 1].id)


def ask(window: Window) -> QMenu:
    """A menu of the categories under the pointer, or over the map: a digit chooses there too."""
    workspace = window.workspace
    menu = QMenu(window)
    menu.setAccessibleName(_("Who is speaking?"))
    for place, row in enumerate(ordered(workspace.document.categories), 1):
        digit = f"&{place}  " if place <= len(DIGITS) else ""
        held = workspace.document.voices.get(row.id)
        count = f"\t{held.turns}" if held else ""
        action = menu.addAction(category_icon(row), f"{digit}{literal(terms.category_plural(row))}{count}")
        action.triggered.connect(partial(_chosen, workspace, row.id))
    menu.aboutToHide.connect(menu.deleteLater)
    surface = window.canvas.surface
    at = surface.pointer.toPoint() if surface.pointer is not None else surface.rect().center()
    menu.popup(surface.mapToGlobal(at))
    return menu


def _chosen(workspace: Workspace, category: str, _checked: bool = False) -> None:
    note(workspace, category)
