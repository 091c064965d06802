"""The switch between the alliances of today and those one wishes: the same map, on the same places."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from facilitator import terms
from facilitator.model.lens import Horizon
from facilitator.terms import capitalised
from facilitator.ui import looking, visible
from facilitator.ui.actions import by_key
from facilitator.ui.fields.pressed import Toggle
from facilitator.ui.workspace import Workspace
from facilitator.words import _


class HorizonSwitch(QFrame):
    """Both answers in sight, the one that holds pressed; where room is short, that one alone, and a click turns it."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setProperty("role", "switch")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        self._short = False
        self._buttons: dict[Horizon, Toggle] = {}
        for horizon in Horizon:
            button = self._buttons[horizon] = Toggle(parent=self)
            button.setProperty("role", "switch")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _checked=False, horizon=horizon: self._chosen(horizon))
            row.addWidget(button)
        workspace.lens_changed.connect(self.refresh)
        workspace.language_changed.connect(self.retranslate)
        self.retranslate()

    def button(self, horizon: Horizon) -> Toggle:
        """The button of an answer."""
        return self._buttons[horizon]

    @property
    def whole_width(self) -> int:
        """What both answers take, in pixels."""
        return sum(button.sizeHint().width() for button in self._buttons.values()) + 4

    @property
    def short_width(self) -> int:
        """What one answer takes, whichever holds."""
        return max(button.sizeHint().width() for button in self._buttons.values()) + 4

    def show_whole(self, whole: bool) -> None:
        """Shows both answers, or the one that holds alone."""
        if whole is self._short:
            self._short = not whole
            self.refresh()
            self._row.activate()  # what stands beside it knows its width before all is painted

    def retranslate(self) -> None:
        """Says its words in the language of the moment."""
        tips = {
            Horizon.TODAY: _("Today: links that exist, or are to be strengthened"),
            Horizon.DESIRED: _("Desired: with the links to create"),
        }
        for horizon, button in self._buttons.items():
            name = capitalised(terms.map_filter_name(horizon))
            button.setText(name)
            button.setAccessibleName(_("{field}: {choice}").format(field=_("Map"), choice=name))
            button.setToolTip(f"{tips[horizon]} ({by_key('desired').shown_key()})")
        self.refresh()

    def refresh(self) -> None:
        """Shows the one that holds."""
        for horizon, button in self._buttons.items():
            holds = horizon is self._workspace.lens.horizon
            button.setChecked(holds)
            visible.show(button, holds or not self._short)

    def _chosen(self, horizon: Horizon) -> None:
        if self._short:
            looking.turn_horizon(self._workspace)
            self._buttons[self._workspace.lens.horizon].setFocus()
        else:
            looking.look_at(self._workspace, horizon)
        self.refresh()  # the one that held already was let go by the click
