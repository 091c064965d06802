"""What stands beside the map: the inspector of what is selected, the rail of the journey, the panel of a step.

    StepPanel, StepRail (workspace, parent) -> QWidget
    Inspector(workspace, parent): shows the panel that fits the selection, each imported once it is wanted

Panels keep nothing: they follow `workspace.changed` and do gestures.
"""

from facilitator.ui.panels.inspector import Inspector
from facilitator.ui.panels.rail import StepRail
from facilitator.ui.panels.step import StepPanel

__all__ = ["Inspector", "StepPanel", "StepRail"]
