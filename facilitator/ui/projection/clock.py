"""The time of the session: what each step was given and took, counted once one asked for it."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from time import time
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.model import pace
from facilitator.model.document import Document, ordered
from facilitator.ui.workspace import Workspace
from facilitator.words import _, ngettext

_DESK = "clock"
LAST = 120
"""Seconds from which it says that the end is near."""
_TRIED = 60
"""Seconds below which a step was looked at and not lived, or in all below which the session has not begun."""
_MINUTE = 60
_FAR = 1e11
"""Seconds no clock of this world counts."""
_ASLEEP = 7200
"""Seconds in one go, and twice the time of the step, beyond which nobody was there: the laptop slept, or the room
had left."""


class Clock(QObject):
    """Runs from step to step until it is paused. When it began to run is what is kept: a crash takes nothing off it.

    `ticked` comes each time other words are to be shown, and nothing runs while none are. `now` gives seconds.
    """

    ticked = Signal()

    def __init__(self, workspace: Workspace, now: Callable[[], float] = time) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._now = now
        kept: Any = workspace.desk.get(_DESK, {})
        kept = kept if isinstance(kept, dict) else {}
        self._spent, self._more = _numbers(kept.get("spent")), _numbers(kept.get("more"))
        self._running, self._since = str(kept.get("running") or ""), _number(kept.get("since"))
        self._ends = _number(kept.get("ends"))
        if self._since is None or self._running not in self._spent:
            self._running, self._since = "", None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._tick)
        workspace.step_changed.connect(self._turned)
        workspace.changed.connect(self._followed)
        self._wake()
        self._wait()

    @property
    def left(self) -> int | None:
        """Seconds left of the step that is shown, begun ones whole; None where its clock was never started."""
        id_ = self._workspace.step_id
        if id_ not in self._spent:
            return None
        return max(ceil(self._allowed(id_) - self._taken(id_)), 0)

    @property
    def over(self) -> int:
        """Seconds the step that is shown took beyond its time."""
        id_ = self._workspace.step_id
        return max(int(self._taken(id_) - self._allowed(id_)), 0) if id_ in self._spent else 0

    @property
    def words(self) -> str:
        """The time left as one reads it, or with a plus the time beyond; empty where the clock was never started."""
        left = self.left
        if left is None:
            return ""
        return told(left) if left or not self.over else f"+{told(self.over)}"

    @property
    def running(self) -> bool:
        """Whether it counts the step that is shown."""
        return bool(self._running) and self._running == self._workspace.step_id

    @property
    def planned(self) -> int:
        """Minutes planned for the step."""
        step = self._workspace.step
        return step.minutes if step is not None else 0

    @property
    def given(self) -> int:
        """Minutes the step has, with those it was given since."""
        return round(self._allowed(self._workspace.step_id) / 60)

    def spent(self, step: str) -> int:
        """Seconds a step took so far."""
        return int(self._taken(step)) if step in self._spent else 0

    @property
    def late(self) -> float | None:
        """Seconds by which the session would end after its time; below 0 ahead, None before it began."""
        if self._ends is None:
            return None
        return self._now() + self.remaining - self._ends

    @property
    def remaining(self) -> float:
        """Seconds to the end if every step keeps its time from now on. One that goes back for a while does not do
        again the steps in between."""
        here, last = self._workspace.step_id, self.furthest
        left = sum(max(self._allowed(id_) - self._taken(id_), 0.0) for id_ in {here, last})
        return left + pace.to_come(self._workspace.document, last)

    @property
    def furthest(self) -> str:
        """The last step of the journey, of those that were lived and the one that is shown."""
        here = self._workspace.step_id
        steps = [
            one.id for one in ordered(self._workspace.document.steps) if not one.skipped or one.id == here
        ]
        return next((id_ for id_ in reversed(steps) if id_ == here or self._taken(id_) >= _TRIED), here)

    @property
    def ends(self) -> float | None:
        """When the session is to end, in seconds as `now`; None before it began."""
        return self._ends

    def toggle(self) -> None:
        """Starts it, pauses it, or goes on."""
        id_ = self._workspace.step_id
        if not self.planned:
            self._workspace.say(_("No time is planned for this step."))
            return
        if self.running:
            self._settle()
            self._running, self._since = "", None
        else:
            self._run(id_)
        self._keep()

    def give(self, minutes: int) -> None:
        """Gives the step more time."""
        id_ = self._workspace.step_id
        if id_:
            self._spent.setdefault(id_, 0.0)
            self._more[id_] = self._more.get(id_, 0.0) + minutes * 60
            self._keep()

    def forget(self) -> None:
        """Takes the clock of this step away; with the last one, the end that was counted on."""
        id_ = self._workspace.step_id
        if self.running:
            self._running, self._since = "", None
        self._spent.pop(id_, None)
        self._more.pop(id_, None)
        if not self._spent:
            self._ends = None
        self._keep()

    def stop(self) -> None:
        """Nothing more will be said."""
        self._timer.stop()

    def _allowed(self, id_: str) -> float:
        step = self._workspace.document.steps.get(id_)
        return (step.minutes * 60 if step is not None else 0) + self._more.get(id_, 0.0)

    def _taken(self, id_: str) -> float:
        stretch = self._now() - self._since if id_ == self._running and self._since is not None else 0.0
        return self._spent.get(id_, 0.0) + max(stretch, 0.0)

    def _run(self, id_: str) -> None:
        """Counts a step from now on."""
        tried = sum(self._spent.values()) < _TRIED and not self._more
        self._spent = ({} if tried else self._spent) | {id_: self._spent.get(id_, 0.0)}
        self._running, self._since = id_, self._now()
        if self._ends is None or tried:
            self._ends = self._now() + self.remaining

    def _settle(self) -> None:
        """What ran until now is written down."""
        if self._running:
            self._spent[self._running] = self._taken(self._running)
            self._since = self._now()

    def _turned(self) -> None:
        """Another step: the time that runs is its own from now on."""
        id_ = self._workspace.step_id
        if self._running and id_ and id_ != self._running:
            self._settle()
            if self.planned:
                self._run(id_)
            else:
                self._running, self._since = "", None
            self._keep()
        else:
            self._tick()

    def _followed(self, before: Document, after: Document) -> None:
        """Other minutes are planned, perhaps."""
        if before.steps is not after.steps:
            self._tick()

    def _wake(self) -> None:
        """A time nobody can have spent on a step is not counted: the clock waits, and says so."""
        if self._since is None:
            return
        away = self._now() - self._since
        allowed = self._allowed(self._running)
        if away > max(_ASLEEP, 2 * allowed):
            self._spent[self._running] = min(
                self._taken(self._running), max(allowed, self._spent[self._running])
            )
            self._running, self._since = "", None
            self._workspace.keep(_DESK, self._plain())
            hours = round(away / 3600)
            self._workspace.say(
                ngettext(
                    "The clock had been running for {n} hour: it waits, and counts the time of the step alone.",
                    "The clock had been running for {n} hours: it waits, and counts the time of the step alone.",
                    hours,
                ).format(n=hours)
            )

    def _plain(self) -> dict[str, Any]:
        return {
            "spent": self._spent,
            "more": self._more,
            "running": self._running,
            "since": self._since,
            "ends": self._ends,
        }

    def _keep(self) -> None:
        self._workspace.keep(_DESK, self._plain())
        self._tick()

    def _tick(self) -> None:
        self._wake()
        self._wait()
        self.ticked.emit()

    def _wait(self) -> None:
        """Until the next second begins, where there is one; paused, the end that is told comes later by the minute."""
        self._timer.stop()
        ends, late = self._ends, self.late
        if self.running:
            left = self._allowed(self._running) - self._taken(self._running)
            self._timer.start(max(ceil((left - ceil(left) + 1) * 1000), 1))
        elif ends is not None and late is not None:
            self._timer.start(ceil((_MINUTE - (ends + late) % _MINUTE) * 1000))


def told(seconds: int) -> str:
    """`12:40`, or `1:05:00` from an hour on."""
    hours, rest = divmod(seconds, 3600)
    minutes, rest = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _numbers(kept: Any) -> dict[str, float]:
    """Numbers by id, as the desk kept them; what is none is left out."""
    held = kept.items() if isinstance(kept, dict) else ()
    return {id_: float(value) for id_, value in held if _number(value) is not None}


def _number(kept: Any) -> float | None:
    known = isinstance(kept, int | float) and not isinstance(kept, bool) and abs(kept) < _FAR
    return float(kept) if known else None
