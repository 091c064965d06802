"""What stands beside the map: the inspector of what is selected, the rail of the journey, the panel of a step.

    ActorPanel, LinkPanel, SeveralPanel, StepPanel, StepRail (workspace, parent) -> QWidget
    Inspector(workspace, parent): shows the one of them that fits the selection

Panels keep nothing: they follow `workspace.changed` and do gestures.
"""

from facilitator.ui.panels.actor import ActorPanel
from facilitator.ui.panels.inspector import Inspector
from facilitator.ui.panels.link import LinkPanel
from facilitator.ui.panels.rail import StepRail
from facilitator.ui.panels.several import SeveralPanel
from facilitator.ui.panels.step import StepPanel

__all__ = ["ActorPanel", "Inspector", "LinkPanel", "SeveralPanel", "StepPanel", "StepRail"]
