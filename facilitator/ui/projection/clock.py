"""The time of a step: counted down from the minutes that were planned, once one asked for it."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from time import time
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.ui.workspace import Workspace
from facilitator.words import _

_DESK = "clock"
LAST = 120
"""Seconds from which it says that the end is near."""


class Clock(QObject):
    """One countdown for each step. The moment it ends is what is kept: a crash takes nothing off it.

    `ticked` comes each time other words are to be shown, and nothing runs while none are. `now` gives seconds.
    """

    ticked = Signal()

    def __init__(self, workspace: Workspace, now: Callable[[], float] = time) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._now = now
        kept: Any = workspace.desk.get(_DESK, {})
        self._steps: dict[str, dict[str, float]] = {
            id_: {key: float(value)}
            for id_, held in (kept.items() if isinstance(kept, dict) else ())
            for key, value in (held.items() if isinstance(held, dict) else ())
            if key in ("ends", "left") and isinstance(value, int | float)
        }
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._tick)
        workspace.step_changed.connect(self._tick)
        self._wait()

    @property
    def left(self) -> int | None:
        """Seconds left of the step that is shown, begun ones whole; None where its clock was never started."""
        held = self._steps.get(self._workspace.step_id)
        if held is None:
            return None
        return max(ceil(held["left"] if "left" in held else held["ends"] - self._now()), 0)

    @property
    def running(self) -> bool:
        """Whether it counts down now."""
        return "ends" in self._steps.get(self._workspace.step_id, {}) and self.left != 0

    @property
    def planned(self) -> int:
        """Minutes planned for the step."""
        step = self._workspace.step
        return step.minutes if step is not None else 0

    def toggle(self) -> None:
        """Starts it, pauses it, or goes on; one that is at its end starts again."""
        if not self.planned:
            self._workspace.say(_("No time is planned for this step."))
            return
        left = self.left or self.planned * 60
        self._set({"left": float(left)} if self.running else {"ends": self._now() + left})

    def forget(self) -> None:
        """Takes the clock of this step away."""
        self._set(None)

    def stop(self) -> None:
        """Nothing more will be said."""
        self._timer.stop()

    def _set(self, held: dict[str, float] | None) -> None:
        self._steps.pop(self._workspace.step_id, None)
        if held is not None:
            self._steps[self._workspace.step_id] = held
        self._workspace.keep(_DESK, self._steps)
        self._tick()

    def _tick(self) -> None:
        self._wait()
        self.ticked.emit()

    def _wait(self) -> None:
        """Until the next second begins, where there is one."""
        self._timer.stop()
        if self.running:
            left = self._steps[self._workspace.step_id]["ends"] - self._now()
            self._timer.start(ceil((left - ceil(left) + 1) * 1000))


def told(seconds: int) -> str:
    """`12:40`, or `1:05:00` from an hour on."""
    hours, rest = divmod(seconds, 3600)
    minutes, rest = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
