"""What the wall shows of the step at hand: the map, or a page of words. Kept on the desk, never undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from PySide6.QtCore import QObject, Signal

from facilitator.model.vocabulary import Block, Panel

if TYPE_CHECKING:
    from facilitator.ui.workspace import Workspace

Kind = Literal[
    "map",
    "welcome",
    "notice",
    "cap",
    "actors",
    "items",
    "item",
    "means",
    "commitments",
    "evaluation",
    "minutes",
]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
_USUAL: dict[Panel, Kind] = {Panel.WELCOME: "welcome", Panel.CAP: "cap", Panel.ITEMS: "items"}
"""What a step shows until something else is asked for; all others show the map."""
_NAMING = (Panel.ACTORS, Panel.CARDS)
_PAGES: dict[Panel, Kind] = {
    **_USUAL,
    **dict.fromkeys(_NAMING, "actors"),
    Panel.COMMITMENTS: "commitments",
    Panel.CLOSING: "minutes",
}
"""The page that goes with a step, whether it shows it by itself or not; with any other, the question of the session."""
_DESK = "board"


class Board(QObject):
    """Which page is asked for, and of what (the id of an item, a place in the minutes).

    Another step begins anew; only the minutes stay, as they are corrected from one step to another.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        kept: Any = workspace.desk.get(_DESK, {})
        kept = kept if isinstance(kept, dict) else {}
        self._step = str(kept.get("step", ""))
        self._kind: Kind = kept["kind"] if kept.get("kind") in KINDS else self.usual
        self._subject = str(kept.get("subject", ""))
        workspace.step_changed.connect(self.changed)

    @property
    def kind(self) -> Kind:
        """One of KINDS."""
        return self._kind if self._asked else self.usual

    @property
    def usual(self) -> Kind:
        """What the step at hand shows by itself."""
        step = self._workspace.step
        if step is None:
            return "map"
        if step.panel in _NAMING and not any(
            actor.placed for actor in self._workspace.document.actors.values()
        ):
            return "actors"  # the map has nobody to show yet
        return _USUAL.get(step.panel, "map")

    @property
    def page(self) -> Kind:
        """The page of words that goes with the step at hand."""
        step = self._workspace.step
        if step is not None and step.block is Block.MEANS:
            return "means"
        return _PAGES.get(step.panel, "cap") if step is not None else "cap"

    def turn(self) -> None:
        """The map in place of a page, or the page that goes with the step in place of the map."""
        self.show(self.page if self.kind == "map" else "map")

    @property
    def subject(self) -> str:
        return self._subject if self._asked else ""

    def show(self, kind: Kind, subject: str = "") -> None:
        """Asks for a page, until another is asked for or another step is shown."""
        asked = (self._workspace.step_id, kind, subject)
        if asked != (self._step, self._kind, self._subject):
            self._step, self._kind, self._subject = asked
            self._workspace.keep(_DESK, {"step": self._step, "kind": kind, "subject": subject})
            self.changed.emit()

    @property
    def _asked(self) -> bool:
        return self._step == self._workspace.step_id or self._kind == "minutes"
