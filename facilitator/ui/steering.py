"""The part of the map a step asks for: applied when the step is shown, given back when it is left.

A step sets two things alone, the horizon and whether links are shown. What a person sets by hand meanwhile is theirs,
and stays. Kept on the desk, so that a crash gives back the right map too.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from facilitator.model.document import Document
from facilitator.model.lens import Horizon
from facilitator.model.vocabulary import MapFilter

if TYPE_CHECKING:
    from facilitator.ui.workspace import Workspace

_DESK = "steered"
_WANTED: dict[MapFilter, dict[str, Any]] = {
    MapFilter.ALL: {},
    MapFilter.ACTORS: {"only_actors": True},
    MapFilter.TODAY: {"horizon": Horizon.TODAY},
    MapFilter.DESIRED: {"horizon": Horizon.DESIRED},
}
"""What each part of the map sets of the lens; what it does not set is as it was before."""
_SET = ("horizon", "only_actors")


class Steering(QObject):
    """Follows the steps of one session."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        kept: Any = workspace.desk.get(_DESK, {})
        self._kept: dict[str, dict[str, Any]] = {
            name: dict(kept[name]) if isinstance(kept, dict) and isinstance(kept.get(name), dict) else {}
            for name in ("own", "set")
        }
        workspace.step_changed.connect(self._turned)
        workspace.changed.connect(self._followed)

    def _turned(self) -> None:
        step, lens = self._workspace.step, self._workspace.lens
        now = {name: getattr(lens, name) for name in _SET}
        own, were = self._kept["own"], self._kept["set"]
        mine = {
            name: own[name] if name in own and were.get(name) == now[name] else now[name] for name in _SET
        }
        mine["horizon"] = Horizon.TODAY if mine["horizon"] == Horizon.TODAY else Horizon.DESIRED
        mine["only_actors"] = mine["only_actors"] is True
        wanted = mine | (_WANTED[step.map_filter] if step is not None else {})
        self._kept = {"own": mine, "set": wanted}
        self._workspace.keep(_DESK, self._kept)
        self._workspace.look_through(replace(lens, **wanted))

    def _followed(self, before: Document, after: Document) -> None:
        """The step at hand asks for another part of the map."""
        id_ = self._workspace.step_id
        was, step = before.steps.get(id_), after.steps.get(id_)
        if was is not None and step is not None and was.map_filter is not step.map_filter:
            self._turned()
