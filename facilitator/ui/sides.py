"""The two side panels of the console: folded or not, and how wide."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from facilitator.ui import look

SHARES = {"rail": (0.165, 210, 260), "inspector": (0.215, 270, 340)}
"""Width of a side panel on a first day: its share of the window, the least and the most of it in pixels at a text size
of 100 %. It is never less wide than the least, as long as the map has room."""
ROOM = {"rail": 760, "inspector": 1040}
"""Width of the window under which a side panel is folded on a first day, in pixels at a text size of 100 %."""
_NARROW = 150
"""Width of the map, in pixels at a text size of 100 %, that side panels leave it at least."""
_MUCH = 1000
"""A length that tells how much letters have grown."""


class Sides(QObject):
    """The panels at both ends of a splitter. A width is kept while its panel is folded."""

    changed = Signal()
    """One was folded, unfolded, or given another width."""

    def __init__(self, split: QSplitter, panels: Mapping[str, QWidget], start: Callable[[], object]) -> None:
        super().__init__(split)
        self._split = split
        self._panels = panels
        self._start = start
        """Gives the keyboard to the map, from a panel that goes."""
        self._wide = {side: look.px(least) for side, (_share, least, _most) in SHARES.items()}
        self._letters = look.px(_MUCH)
        split.splitterMoved.connect(lambda _at, _index: self.changed.emit())

    def unfolded(self, side: str) -> bool:
        """Whether a panel is there."""
        return not self._panels[side].isHidden()

    def turn(self, side: str, width: int) -> None:
        """Folds a panel, or unfolds it, in a window of that width."""
        if self.unfolded(side):
            self._fold(side)
        else:
            self._panels[side].show()
        self.fit(width, side)
        self.changed.emit()

    def fit(self, width: int, kept: str = "inspector") -> None:
        """Leaves the map its room in a window of that width: where both panels have none, the one that is not `kept`
        folds."""
        room = width - look.px(_NARROW) - self._split.handleWidth() * 2
        least = {side: look.px(least) for side, (_share, least, _most) in SHARES.items()}
        if room < sum(least.values()) and all(map(self.unfolded, self._panels)):
            (other,) = self._panels.keys() - {kept}
            self._fold(other)
            self.changed.emit()
        for side, panel in self._panels.items():
            panel.setMinimumWidth(max(min(least[side], room), 0))

    def grow(self, width: int) -> None:
        """As much wider as letters are larger, or less."""
        then, self._letters = self._letters, look.px(_MUCH)
        if then != self._letters:
            self._note()
            self._wide = {side: round(wide * self._letters / then) for side, wide in self._wide.items()}
            self.fit(width)
            self.give_widths(width)

    def kept(self) -> dict[str, Any]:
        """What the desk keeps of them."""
        self._note()
        sizes = self._split.sizes()
        for side, panel in self._panels.items():
            sizes[self._split.indexOf(panel)] = self._wide[side]
        return {"folded": {side: not self.unfolded(side) for side in self._panels}, "sizes": sizes}

    def restore(self, kept: Mapping[str, Any], width: int) -> None:
        """As they were in this session, in a window that will be that wide; on a first day, as there is room. Once it
        is shown, they are given their widths."""
        folded, sizes = kept.get("folded", {}), kept.get("sizes")
        if not (isinstance(sizes, list) and len(sizes) == self._split.count()):
            sizes = [0] * self._split.count()
        for side, panel in self._panels.items():
            share, least, most = SHARES[side]
            first = min(max(round(width * share), look.px(least)), look.px(most))
            self._wide[side] = sizes[self._split.indexOf(panel)] or first
            panel.setHidden(folded.get(side, width < look.px(ROOM[side])))
        with QSignalBlocker(self):  # nothing new
            self.fit(width)

    def give_widths(self, width: int) -> None:
        """Gives each its width, those that are folded for when they come, and the rest to the map."""
        wide = self._wide
        if self._left(wide, width) < look.px(_NARROW):
            wide = {side: self._panels[side].minimumWidth() for side in wide}
        sizes = [max(self._left(wide, width), 1)] * self._split.count()
        for side, panel in self._panels.items():
            sizes[self._split.indexOf(panel)] = wide[side]
        self._split.setSizes(sizes)

    def _left(self, wide: Mapping[str, int], width: int) -> int:
        """What panels of these widths leave of a window."""
        return width - sum(one for side, one in wide.items() if self.unfolded(side))

    def _fold(self, side: str) -> None:
        self._note()
        focus: QWidget | None = self._split.window().focusWidget()
        if focus is not None and self._panels[side].isAncestorOf(focus):
            self._start()
        self._panels[side].hide()

    def _note(self) -> None:
        """Remembers how wide those that are seen are."""
        sizes = self._split.sizes() if self._split.isVisible() else [0] * self._split.count()
        for side, panel in self._panels.items():
            if self.unfolded(side) and sizes[self._split.indexOf(panel)]:
                self._wide[side] = sizes[self._split.indexOf(panel)]
