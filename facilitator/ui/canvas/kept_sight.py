"""Something of the map stays in sight: a panel that opens over what was seen leaves no empty strip."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QResizeEvent

from facilitator.drawing.shapes import Box
from facilitator.ui.canvas.surface import Surface


class KeptSight(QObject):
    """Where a resized surface sees no card any more, the one nearest to the middle of what was seen comes back; where
    it cuts the one card that is selected, which was in sight, that one does."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self._surface = surface
        self._before: Box | None = None
        self._held = ""
        """The selected card that was in sight."""
        self._bringing = QTimer(self, singleShot=True, interval=0)  # once all around has its place
        self._bringing.timeout.connect(self._bring)
        surface.installEventFilter(self)
        surface.view_changed.connect(self._forget)  # one looks elsewhere

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent) and event.oldSize().isValid() and self._before is None:
            seen = self._surface.view.seen(event.oldSize())
            self._before = seen if self._sees(seen) else None
            chosen = self._surface.chosen_cards()
            self._held = chosen[0] if len(chosen) == 1 and self._holds(seen, chosen[0]) else ""
            self._bringing.start()
        return super().eventFilter(watched, event)

    def _sees(self, seen: Box) -> bool:
        return any(seen.contains(*held.box.centre) for held in self._surface.picture.cards.values())

    def _holds(self, seen: Box, card: str) -> bool:
        held = self._surface.picture.cards.get(card)
        return (
            held is not None
            and seen.contains(held.box.x, held.box.y)
            and seen.contains(held.box.right, held.box.bottom)
        )

    def _forget(self) -> None:
        self._before, self._held = None, ""
        self._bringing.stop()

    def _bring(self) -> None:
        before, self._before = self._before, None
        held, self._held = self._held, ""
        now = self._surface.view.seen(self._surface.size())
        cards = self._surface.picture.cards
        if held in cards and not self._surface.holds and not self._holds(now, held):
            self._surface.reveal(held)
        elif before is not None and not self._sees(now):
            x, y = before.centre
            near = {
                id_: abs(held.box.centre[0] - x) + abs(held.box.centre[1] - y) for id_, held in cards.items()
            }
            if near:
                self._surface.reveal(min(near, key=near.__getitem__))
