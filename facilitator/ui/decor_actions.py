"""The part of the table of actions that is about decorations of the map."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from facilitator.model.decor import Colouring, Measure
from facilitator.terms.decor import COLOURINGS, MEASURES
from facilitator.words import N_

if TYPE_CHECKING:
    from facilitator.ui.actions import Action
    from facilitator.ui.window import Window

_WITHIN = N_("Decorations")


def decorations(action: type[Action]) -> Iterator[Action]:
    """One key for what was last chosen; one measure among all, one colouring among all."""
    yield action(
        "decorations", N_("Decorate the map"), "view", lambda w: w.workspace.decorations.turn(), ("D",),
        on=lambda w: w.workspace.decorations.decor.shown, on_map=True,
    )  # fmt: skip
    for n, (measure, name) in enumerate(MEASURES.items()):
        yield _ring(action, measure, name, apart=n == 0)
    for n, (colouring, name) in enumerate(COLOURINGS.items()):
        yield _colour(action, colouring, name, apart=n == 0)
    yield action(
        "pillar_dots", N_("Pillars: dots on the wall too"), "view",
        lambda w: w.workspace.decorations.turn_pillars(), apart=True, within=_WITHIN,
        on=lambda w: w.workspace.decorations.decor.dots,
    )  # fmt: skip


def _ring(action: type[Action], measure: Measure | None, name: str, *, apart: bool) -> Action:
    def choose(window: Window) -> None:
        window.workspace.decorations.ring(measure)

    return action(
        f"ring_{measure or 'none'}", name, "view", choose, apart=apart, within=_WITHIN,
        on=lambda w: w.workspace.decorations.decor.ring is measure,
    )  # fmt: skip


def _colour(action: type[Action], colouring: Colouring | None, name: str, *, apart: bool) -> Action:
    def choose(window: Window) -> None:
        window.workspace.decorations.colour(colouring)

    return action(
        f"colour_{colouring or 'none'}", name, "view", choose, apart=apart, within=_WITHIN,
        on=lambda w: w.workspace.decorations.decor.ink is colouring,
    )  # fmt: skip
