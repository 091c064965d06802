"""The two side panels of the console: folded or not, and how wide."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from facilitator.ui import look

SHARES = {"rail": (0.165, 210, 260), "inspector": (0.215, 270, 340)}
"""Width of a side panel on a first day: its share of the window, the least and the most of it in pixels at a text size
of 100 %. It is never less wide than the least as long as the lists have room beside it, nor than half of it."""
ROOM = {"rail": 760, "inspector": 1040}
"""Width of the window under which a side panel is folded on a first day, in pixels at a text size of 100 %."""
_NARROW = 150
"""Width of the map, in pixels at a text size of 100 %, that side panels leave it at least."""
_LISTS = 320
"""Width that the lists of the map need to be read, in pixels at a text size of 100 %."""
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
        self._short = False
        """Whether the window is too narrow for the widths that were asked for."""
        self._for_room = ""
        """The panel that nobody folded: it comes back once the window has room for it."""
        self._asked = 0
        """What is between the panels needed when it was last asked."""
        split.installEventFilter(self)
        split.splitterMoved.connect(self._moved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is between the panels opened a line, or closed one: it may need another room."""
        if event.type() == QEvent.Type.LayoutRequest and self._split.isVisible():
            asked = self._asked_by_map()
            if asked != self._asked:
                self._asked = asked
                self._make_room(self._split.window().width(), "inspector")
        return super().eventFilter(watched, event)

    def unfolded(self, side: str) -> bool:
        """Whether a panel is there."""
        return not self._panels[side].isHidden()

    def turn(self, side: str, width: int) -> None:
        """Folds a panel, or unfolds it, in a window of that width."""
        if self._for_room == side:
            self._for_room = ""
        if self.unfolded(side):
            self._fold(side)
        else:
            self._panels[side].show()
        self.fit(width, side)
        self.changed.emit()

    def fit(self, width: int, kept: str = "inspector") -> None:
        """Leaves the map its room in a window of that width: where both panels have none, the one that is not `kept`
        folds."""
        least = self._make_room(width, kept)
        for side, panel in self._panels.items():
            panel.setMinimumWidth(max(min(least[side], width - look.px(_LISTS)), least[side] // 2))
        short, was = self._left(self._wide, width) < look.px(_LISTS), self._short
        if self._split.isVisible() and (short or was):
            self.give_widths(width)

    def _make_room(self, width: int, kept: str) -> dict[str, int]:
        """Folds the panel that has no room beside what is between them, or brings it back; the least width of each."""
        room = width - max(look.px(_NARROW), self._asked_by_map()) - self._split.handleWidth() * 2
        least = {side: look.px(least) for side, (_share, least, _most) in SHARES.items()}
        if room < sum(least.values()) and all(map(self.unfolded, self._panels)):
            (self._for_room,) = self._panels.keys() - {kept}
            self._fold(self._for_room)
            self.changed.emit()
        elif self._for_room and room >= sum(least.values()):
            self._panels[self._for_room].show()
            self._for_room = ""
            self.changed.emit()
        return least

    def _asked_by_map(self) -> int:
        """The least width of what is between the panels: were they given it, they would go out of the window."""
        parts = (self._split.widget(n) for n in range(self._split.count()))
        between = [one for one in parts if one is not None and one not in self._panels.values()]
        return sum(one.minimumSizeHint().width() for one in between)

    def grow(self, width: int) -> None:
        """As much wider as letters are larger, or less."""
        then, self._letters = self._letters, look.px(_MUCH)
        if then != self._letters:
            self._wide = {side: round(wide * self._letters / then) for side, wide in self._wide.items()}
            self.fit(width)
            self.give_widths(width)

    def kept(self) -> dict[str, Any]:
        """What the desk keeps of them."""
        sizes = self._split.sizes()
        for side, panel in self._panels.items():
            sizes[self._split.indexOf(panel)] = self._wide[side]
        folded = {side: not self.unfolded(side) and side != self._for_room for side in self._panels}
        return {"folded": folded, "sizes": sizes, "letters": self._letters}

    def restore(self, kept: Any, width: int) -> None:
        """As they were in this session, in a window that will be that wide; on a first day, as there is room. Once it
        is shown, they are given their widths."""
        kept = kept if isinstance(kept, dict) else {}
        folded, sizes, letters = kept.get("folded"), kept.get("sizes"), kept.get("letters")
        grown = self._letters / letters if isinstance(letters, int) and letters > 0 else 1.0
        for side, panel in self._panels.items():
            share, least, most = SHARES[side]
            first = min(max(round(width * share), look.px(least)), look.px(most))
            at = self._split.indexOf(panel)
            wide = sizes[at] if isinstance(sizes, list) and at < len(sizes) else 0
            self._wide[side] = round(wide * grown) if isinstance(wide, int) and wide > 0 else first
            fold = folded.get(side) if isinstance(folded, dict) else None
            panel.setHidden(fold if isinstance(fold, bool) else width < look.px(ROOM[side]))
        with QSignalBlocker(self):  # nothing new
            self.fit(width)

    def give_widths(self, width: int) -> None:
        """Gives each its width, those that are folded for when they come, and the rest to the map."""
        wide = self._wide
        self._short = self._left(wide, width) < look.px(_LISTS)
        if self._short:
            wide = {side: self._panels[side].minimumWidth() for side in wide}
        sizes = [max(self._left(wide, width), 1)] * self._split.count()
        for side, panel in self._panels.items():
            sizes[self._split.indexOf(panel)] = wide[side]
        self._split.setSizes(sizes)

    def _left(self, wide: Mapping[str, int], width: int) -> int:
        """What panels of these widths leave of a window."""
        return width - sum(one for side, one in wide.items() if self.unfolded(side))

    def _fold(self, side: str) -> None:
        focus: QWidget | None = self._split.window().focusWidget()
        if focus is not None and self._panels[side].isAncestorOf(focus):
            self._start()
        self._panels[side].hide()

    def _moved(self) -> None:
        """A hand gave them other widths."""
        sizes = self._split.sizes()
        for side, panel in self._panels.items():
            if self.unfolded(side):
                self._wide[side] = sizes[self._split.indexOf(panel)]
        self.changed.emit()
