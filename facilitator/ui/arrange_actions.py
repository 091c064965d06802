"""The part of the table of actions that is about many cards at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

from facilitator.drawing.arrange.names import Kind, Line, Way
from facilitator.ui import arranging
from facilitator.words import N_

if TYPE_CHECKING:
    from facilitator.ui.actions import Action
    from facilitator.ui.canvas.widget import Canvas
    from facilitator.ui.window import Window

T = TypeVar("T")

_ARRANGING = {
    Kind.ORGANIC: "Ctrl+Shift+O",
    Kind.CATEGORY: "Ctrl+Shift+C",
    Kind.TARGET: "Ctrl+Shift+T",
    Kind.ROWS: "Ctrl+Shift+R",
    Kind.AIR: "Ctrl+Shift+A",
    Line.LEFT: "Ctrl+Shift+Left",
    Line.CENTRE: "Ctrl+Shift+E",
    Line.RIGHT: "Ctrl+Shift+Right",
    Line.TOP: "Ctrl+Shift+Up",
    Line.MIDDLE: "Ctrl+Shift+M",
    Line.BOTTOM: "Ctrl+Shift+Down",
    Way.ACROSS: "Ctrl+Shift+H",
    Way.DOWN: "Ctrl+Shift+V",
}


def _asking(ask: Callable[[Canvas, T], object], what: T) -> Callable[[Window], object]:
    return lambda window: ask(window.canvas, what)


def arrangements(action: type[Action]) -> Iterator[Action]:
    """What one asks of many cards at once."""
    for kind, name in arranging.KINDS.items():
        yield action(
            f"arrange_{kind}",
            name,
            "arrange",
            _asking(arranging.propose, kind),
            (_ARRANGING[kind],),
            when=lambda w: bool(w.canvas.surface.picture.cards),
            writes=True,
            apart=kind is Kind.AIR,
            on_map=True,
        )
    for line, name in arranging.LINES.items():
        yield action(
            f"align_{line}",
            name,
            "arrange",
            _asking(arranging.put_in_line, line),
            (_ARRANGING[line],),
            when=lambda w: arranging.several(w.canvas),
            writes=True,
            apart=line in (Line.LEFT, Line.TOP),
            needs=N_("Select at least two cards to align them."),
        )
    for way, name in arranging.WAYS.items():
        yield action(
            f"space_{way}",
            name,
            "arrange",
            _asking(arranging.space, way),
            (_ARRANGING[way],),
            when=lambda w: arranging.several(w.canvas, 3),
            writes=True,
            apart=way is Way.ACROSS,
            needs=N_("Select at least three cards to space them evenly."),
        )
    yield action(
        "pin", N_("Pinned: stays in place"), "arrange", lambda w: arranging.turn_pin(w.canvas), ("P",),
        when=lambda w: arranging.several(w.canvas, 1), writes=True,
        on=lambda w: arranging.all_pinned(w.canvas), apart=True,
    )  # fmt: skip
