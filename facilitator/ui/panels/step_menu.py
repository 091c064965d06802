"""The menu of a step in the list of the journey."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from facilitator.model import gestures
from facilitator.words import _, ngettext

if TYPE_CHECKING:
    from facilitator.ui.panels.steps import StepList

_LENGTHS = (5, 10, 15, 20, 25, 30, 45, 60, 90)
"""Minutes offered; any other is typed in the panel of the step."""


def step_menu(steps: StepList, id_: str) -> QMenu:
    """What one can do with a step."""
    menu = QMenu(steps)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    step = steps.workspace.document.steps[id_]

    def offer(sentence: str, done: Callable[[], object], to: QMenu = menu) -> None:
        to.addAction(sentence).triggered.connect(lambda _checked=False: done())

    offer(_("Go to this step"), lambda: steps.chosen.emit(id_))
    offer(
        _("Take this step back") if step.skipped else _("Skip this step"),
        lambda: steps.workspace.do(gestures.skip_step(id_, not step.skipped)),
    )
    menu.addSeparator()
    offer(_("Rename"), lambda: steps.rename(id_))
    lengths = menu.addMenu(_("Length"))
    for minutes in _LENGTHS:
        said = ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)
        offer(said, partial(steps.workspace.do, gestures.edit_step(id_, minutes=minutes)), lengths)
    offer(_("Add a step after"), lambda: steps.add_after(id_))
    menu.addSeparator()
    offer(_("Move up"), lambda: steps.shift(id_, -1))
    offer(_("Move down"), lambda: steps.shift(id_, 1))
    menu.addSeparator()
    offer(_("Delete this step"), lambda: steps.workspace.do(gestures.delete_step(id_)))
    return menu
