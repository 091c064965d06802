"""How the wall is led: frozen, blank, in a spotlight… Kept on the desk, so that a crash does not change the wall."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from facilitator.drawing.legibility import Room
from facilitator.ui import remembered
from facilitator.ui.workspace import Workspace

_DESK = "wall"
_ROOM = "room"
KINDS = ("frozen", "blank", "spotlight", "follows", "legend", "decorations")
"""What is on or off."""
_AT_FIRST = {"legend": True}


class Stage(QObject):
    """What was asked of the wall, whether it is projected or not.

    A wall that was frozen comes back blank after a crash: what it showed is not known any more, and what the console
    shows was not for the room.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        kept: Any = workspace.desk.get(_DESK, {})
        kept = kept if isinstance(kept, dict) else {}
        self._on = {kind: kept.get(kind, _AT_FIRST.get(kind, False)) is True for kind in KINDS}
        part = kept.get("part")
        self._part = part if isinstance(part, int) and not isinstance(part, bool) and part >= 0 else None
        self.was_frozen = self._on["frozen"]
        """Whether it was frozen when a crash came: it is blank now."""
        if self.was_frozen:
            self._on |= {"frozen": False, "blank": True}
        self._chart = False
        self._room = _kept_room()

    @property
    def frozen(self) -> bool:
        """Whether the wall keeps its picture while the console works."""
        return self._on["frozen"]

    @property
    def blank(self) -> bool:
        """Whether the wall shows the title alone."""
        return self._on["blank"]

    @property
    def spotlight(self) -> bool:
        """Whether what is not selected is faded."""
        return self._on["spotlight"]

    @property
    def follows(self) -> bool:
        """Whether the wall shows what the console shows."""
        return self._on["follows"]

    @property
    def legend(self) -> bool:
        return self._on["legend"]

    @property
    def decorations(self) -> bool:
        """Whether the wall shows the decorations of the console's map, with their legend."""
        return self._on["decorations"]

    @property
    def part(self) -> int | None:
        """The part of the map that was asked for; None for that of the group at hand."""
        return self._part

    @property
    def chart(self) -> bool:
        """Whether the wall shows lines to try the eyes of the back row on. Not kept."""
        return self._chart

    @property
    def room(self) -> Room:
        """What the back row can read: of this laptop's room, not of a session."""
        return self._room

    def turn(self, kind: str, on: bool | None = None) -> None:
        """Turns one of KINDS on or off; the other way round where nothing is said."""
        wanted = not self._on[kind] if on is None else on
        if wanted != self._on[kind]:
            self._on[kind] = wanted
            if kind == "follows":
                self._part = None
            self._keep()

    def withdraw(self) -> None:
        """A frozen wall goes blank: it keeps no picture of what may not be told any more."""
        self._on |= {"frozen": False, "blank": True}
        self._keep()

    def show_part(self, part: int | None) -> None:
        """Shows another part of a map that is read in parts."""
        if part != self._part:
            self._part = part
            self._keep()

    def show_chart(self, on: bool) -> None:
        if on != self._chart:
            self._chart = on
            self.changed.emit()

    def sit_in(self, room: Room, **measures: float) -> None:
        """From now on, and next time, it is that room; `measures` are what it was told by."""
        remembered.remember(_ROOM, {"capitals": room.capitals, **measures} if room.known else {})
        self._room = room
        self.changed.emit()

    def _keep(self) -> None:
        self._workspace.keep(_DESK, {**self._on, "part": self._part})
        self.changed.emit()


def measures() -> tuple[float, float] | None:
    """Height of the image and distance of the last row, in metres, where they were told."""
    kept: Any = remembered.recall(_ROOM, {})
    numbers = [kept.get(key) for key in ("height", "distance")] if isinstance(kept, dict) else []
    told = [float(one) for one in numbers if isinstance(one, int | float) and one > 0]
    return (told[0], told[1]) if len(told) == 2 else None


def _kept_room() -> Room:
    kept: Any = remembered.recall(_ROOM, {})
    capitals = kept.get("capitals") if isinstance(kept, dict) else None
    return Room(float(capitals), True) if isinstance(capitals, int | float) and 0 < capitals < 1 else Room()
