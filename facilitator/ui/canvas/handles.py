"""Which card shows its handles, and whether the hand is on one: links are pulled from there."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from facilitator.ui.canvas import marks
from facilitator.ui.canvas.board import Board


class Handles:
    """The handles of the card under the pointer, else of the only one selected."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._hovered = ""

    @property
    def card(self) -> str:
        """The card that shows them, if any does."""
        board = self._board
        if board.workspace.read_only or board.is_naming:
            return ""
        if self._hovered in board.picture.cards:
            return self._hovered
        chosen = board.chosen_cards()
        return chosen[0] if len(chosen) == 1 else ""

    def under(self, point: QPointF, reach: float = marks.REACH) -> str:
        """The card one of whose handles is there."""
        card = self.card
        return card if card and self._near(card, point, reach) else ""

    def hover(self, point: QPointF) -> None:
        """The pointer is there: a card keeps its handles while the pointer goes to one of them."""
        board = self._board
        if self._hovered not in board.picture.cards or not self._near(self._hovered, point, marks.REACH):
            self._hold(self._at(point) or "")

    def leave(self) -> None:
        """The pointer is elsewhere."""
        self._hold("")

    def places(self) -> list[QPointF]:
        """Where the handles are shown: none lies on another card, which is taken there."""
        card = self.card
        shown = marks.handles(self._board.card_rectangle(card)) if card else ()
        return [place for place in shown if self._at(place) in (None, card)]

    def _near(self, card: str, point: QPointF, reach: float) -> bool:
        """Whether a point is on a handle of a card, and on no other card."""
        return marks.on_handle(self._board.card_rectangle(card), point, reach) and self._at(point) is None

    def _at(self, point: QPointF) -> str | None:
        return self._board.picture.card_at(*self._board.on_map(point))

    def _hold(self, card: str) -> None:
        if card != self._hovered:
            self._hovered = card
            self._board.update()
