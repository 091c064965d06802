"""Lines and submenus of the context menus: what is checked is what all those selected have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby

from PySide6.QtWidgets import QMenu

from facilitator.ui.keys import literal, shown
from facilitator.ui.values import Value


def add_line(menu: QMenu, text: str, does: Callable[[], object], key: str = "", *, can: bool = True) -> None:
    """A line of the menu; `key` is shown beside it, the keys themselves are the window's."""
    text = literal(text)
    action = menu.addAction(f"{text}\t{shown(key)}" if key else text)
    action.setEnabled(can)
    action.triggered.connect(lambda _checked=False: does())


def add_values(menu: QMenu, values: Iterable[Value], *, can: bool) -> None:
    """Values, those of one field in a menu of their own; what all those selected have is checked."""
    for field, ones in groupby(values, lambda value: value.field):
        held = menu
        if field:
            held = menu.addMenu(field)
            held.setEnabled(can)
        for value in ones:
            action = held.addAction(literal(value.name))
            action.setCheckable(True)
            action.setChecked(value.on)
            action.setEnabled(can)
            action.triggered.connect(lambda _checked=False, does=value.does: does())
