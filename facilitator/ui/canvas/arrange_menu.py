"""Arranging in the context menu of cards."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QMenu

from facilitator.ui import arranging
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.canvas.widget import Canvas

T = TypeVar("T")


def add_arranging(menu: QMenu, canvas: Canvas) -> None:
    """The pin of the selected cards and, of several, how to arrange them."""
    can = not canvas.surface.workspace.read_only
    pin = menu.addAction((_("Unpin") if arranging.all_pinned(canvas) else _("Pin in place")) + "\tP")
    pin.setEnabled(can)
    pin.triggered.connect(lambda _checked=False: arranging.turn_pin(canvas))
    if arranging.several(canvas):
        sub = menu.addMenu(_("Arrange"))
        sub.setEnabled(can)
        for kind, name in arranging.KINDS.items():
            sub.addAction(_(name)).triggered.connect(partial(_ask, arranging.propose, canvas, kind))
        sub.addSeparator()
        for line, name in arranging.LINES.items():
            sub.addAction(_(name)).triggered.connect(partial(_ask, arranging.put_in_line, canvas, line))
        sub.addSeparator()
        for way, name in arranging.WAYS.items():
            done = sub.addAction(_(name))
            done.setEnabled(arranging.several(canvas, 3))
            done.triggered.connect(partial(_ask, arranging.space, canvas, way))


def _ask(does: Callable[[Canvas, T], object], canvas: Canvas, what: T, _checked: bool = False) -> None:
    does(canvas, what)
