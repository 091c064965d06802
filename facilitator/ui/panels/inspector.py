"""What stands at the right of the map: the card of what is selected, the background of the map while it is
chosen, or the panel of the current step.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from facilitator.ui.panels.step import StepPanel
from facilitator.ui.parts import first_of
from facilitator.ui.workspace import Workspace

if TYPE_CHECKING:
    from facilitator.ui.panels.actor import ActorPanel
    from facilitator.ui.panels.ground import GroundPanel
    from facilitator.ui.panels.link import LinkPanel
    from facilitator.ui.panels.several import SeveralPanel

W = TypeVar("W", bound=QWidget)


class Inspector(QStackedWidget):
    """The one panel that fits the selection; each is made the first time it is wanted."""

    asked = Signal(str)
    """An action of the table is asked for."""
    left = Signal()
    """Nothing is chosen any more, and the panel that goes had the keyboard."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._ground = False
        workspace.selection_changed.connect(self._choose)
        self._choose()

    @cached_property
    def step(self) -> StepPanel:
        return self._added(StepPanel(self._workspace, self))

    @cached_property
    def actor(self) -> ActorPanel:
        from facilitator.ui.panels.actor import ActorPanel  # what the first picture does not need

        return self._added(ActorPanel(self._workspace, self))

    @cached_property
    def link(self) -> LinkPanel:
        from facilitator.ui.panels.link import LinkPanel

        return self._added(LinkPanel(self._workspace, self))

    @cached_property
    def several(self) -> SeveralPanel:
        from facilitator.ui.panels.several import SeveralPanel

        return self._added(SeveralPanel(self._workspace, self))

    @cached_property
    def ground(self) -> GroundPanel:
        from facilitator.ui.panels.ground import GroundPanel

        panel = self._added(GroundPanel(self._workspace, self))
        panel.asked.connect(self.asked)
        return panel

    @property
    def showing_ground(self) -> bool:
        """Whether what lies under the map is being chosen."""
        return self._ground

    def show_ground(self) -> None:
        """Shows what lies under the map, until something is selected or it is done with."""
        self._ground = True
        self._workspace.select([])
        self._choose()
        self.ground.take_keyboard()

    def leave_ground(self) -> None:
        """The panel of the step again, or of what is selected."""
        self._ground = False
        self._choose()

    def _added(self, panel: W) -> W:
        self.addWidget(panel)
        return panel

    def _choose(self) -> None:
        self._ground = self._ground and not self._workspace.selection
        held: QWidget | None = self.window().focusWidget()
        goes = held is not None and self.isAncestorOf(held) and self._fitting() is not self.currentWidget()
        if goes:
            # What is typed is handed over. What comes next for Tab would get the keyboard from a panel that hides, and
            # may select what it stands for.
            self.setFocus()
        panel = self._fitting()
        self.setCurrentWidget(panel)
        if goes:
            first = first_of(panel) if panel is not self.step else None
            first.setFocus() if first is not None else self.left.emit()

    def _fitting(self) -> QWidget:
        actors, links = len(self._workspace.selected_actors), len(self._workspace.selected_links)
        if self._ground:
            return self.ground
        if actors + links > 1:
            return self.several
        if actors:
            return self.actor
        return self.link if links else self.step
