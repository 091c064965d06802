"""How the wall is led: frozen, blank, in a spotlight… Kept on the desk, so that a crash does not change the wall."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QObject, Signal

from facilitator.drawing.legibility import Room
from facilitator.model.edition import on_the_wall
from facilitator.ui import looking, remembered
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
        ids = frozenset(id_ for id_ in part if isinstance(id_, str)) if isinstance(part, list) else None
        self._part = ids or None
        self.was_frozen = self._on["frozen"]
        """Whether it was frozen when a crash came: it is blank now."""
        if self.was_frozen:
            self._on |= {"frozen": False, "blank": True}
        self._chart = False
        self._room = _kept_room()
        workspace.selection_changed.connect(self._let_go)

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
    def part(self) -> frozenset[str] | None:
        """The cards of the part of the map that was asked for; None for that of the group at hand.

        A part has no number of its own: there are more or fewer with the room the map has.
        """
        return self._part

    @property
    def at_hand(self) -> frozenset[str]:
        """Ids of what is selected, and of the ends of the selected links."""
        ends = {end for link in self._workspace.selected_links for end in (link.source, link.target)}
        return frozenset(id_ for _table, id_ in self._workspace.selection) | ends

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
            if kind == "spotlight" and wanted:
                self._let_go()

    def withdraw(self) -> None:
        """A frozen wall goes blank: it keeps no picture of what may not be told any more."""
        self._on |= {"frozen": False, "blank": True}
        self._keep()

    def show_part(self, part: Iterable[str]) -> None:
        """Shows the part that has most of these cards, of a map that is read in parts, until others are selected."""
        ids = frozenset(part)
        if ids != self._part:
            self._part = ids or None
            self._keep()

    def _let_go(self) -> None:
        """What is selected takes the wall to its part again, once some of it is out of the one that was asked for."""
        if self._part is not None:
            actors = on_the_wall(self._workspace.document).actors
            hidden = looking.seen_by_room(self._workspace).hidden
            chosen = {
                id_ for id_ in self.at_hand if id_ in actors and actors[id_].placed and id_ not in hidden
            }
            if not chosen <= self._part:
                self.show_part(())

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
        self._workspace.keep(_DESK, {**self._on, "part": sorted(self._part or ())})
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
