"""What stands at the right of the map: the card of what is selected, or the panel of the current step."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from facilitator.ui.panels.actor import ActorPanel
from facilitator.ui.panels.link import LinkPanel
from facilitator.ui.panels.several import SeveralPanel
from facilitator.ui.panels.step import StepPanel
from facilitator.ui.workspace import Workspace


class Inspector(QStackedWidget):
    """The one panel that fits the selection."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.actor = ActorPanel(workspace, self)
        self.link = LinkPanel(workspace, self)
        self.several = SeveralPanel(workspace, self)
        self.step = StepPanel(workspace, self)
        for panel in (self.step, self.actor, self.link, self.several):
            self.addWidget(panel)
        workspace.selection_changed.connect(self._choose)
        self._choose()

    def _choose(self) -> None:
        self.setCurrentWidget(self._fitting())

    def _fitting(self) -> QWidget:
        actors, links = len(self._workspace.selected_actors), len(self._workspace.selected_links)
        if actors + links > 1:
            return self.several
        return self.actor if actors else self.link if links else self.step
