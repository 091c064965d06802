"""What the hand carries, held to the cards around it: guides while it moves, and where it is put down."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from facilitator.drawing.guides import Fit, Guide, Guides
from facilitator.drawing.shapes import Box, Point
from facilitator.ui.canvas import marks
from facilitator.ui.canvas.board import Board, Hand
from facilitator.ui.canvas.places import step_aside
from facilitator.ui.canvas.view import View

REACH = 6.0
"""How near, in pixels of the window, a card must come to line up."""

_INK = 7
"""How far the ink of a guide goes from its line, in pixels."""


class Guided:
    """An outline carried among the cards in sight, `carried` ones aside. Alt leaves it where the hand has it.

    That of a single card hides no other and is hidden by none: it does not line up there, and steps aside.
    """

    def __init__(self, surface: Board, outline: Box, carried: Collection[str] = ()) -> None:
        self._surface = surface
        self._outline = outline
        self._carried = carried
        self._around: tuple[Box, ...] = ()
        self._hidden: tuple[Box, ...] | None = None
        self._view: View | None = None
        self._guides = Guides(())
        self._found: tuple[Point, Fit] | None = None
        self.shown: tuple[Guide, ...] = ()

    def shift(self, dx: float, dy: float, hand: Hand) -> Point:
        """How far the outline goes when the hand takes it that far."""
        if hand.free:
            self._show(())
            return dx, dy
        self._look_around()
        if self._found is None or self._found[0] != (dx, dy):  # the hand opens where it was
            reach = REACH / self._surface.view.zoom
            self._found = (dx, dy), self._fit(self._outline.moved(dx, dy), reach)
        fit = self._found[1]
        self._show(fit.guides)
        return dx + fit.dx, dy + fit.dy

    def put_away(self) -> None:
        """The hand is open: nothing is lined up any more."""
        self._show(())

    def paint(self, painter: QPainter) -> None:
        """The guides of the moment."""
        surface = self._surface
        for guide in self.shown:
            ends = surface.in_window(*guide.start), surface.in_window(*guide.end)
            marks.paint_guide(painter, *ends, surface.picture.theme, gap=guide.gap)

    def _fit(self, box: Box, reach: float) -> Fit:
        fit = self._guides.fit(box, reach)
        if len(self._carried) > 1 or step_aside(self._around, box.moved(fit.dx, fit.dy)) == (0.0, 0.0):
            return fit
        return Fit(*step_aside(self._around, box))

    def _show(self, guides: tuple[Guide, ...]) -> None:
        """Has the guides of before and those of now painted again, and nothing else: most lie beside the cards."""
        if guides != self.shown:
            for guide in {*self.shown, *guides}:
                ends = (self._surface.in_window(*end).toPoint() for end in (guide.start, guide.end))
                self._surface.update(QRect(*ends).normalized().adjusted(-_INK, -_INK, _INK, _INK))
            self.shown = guides

    def _look_around(self) -> None:
        """The cards in sight, sorted again only where another part of the map is seen."""
        surface = self._surface
        if surface.view != self._view:
            self._view, self._found = surface.view, None
            seen, shown = surface.view.seen(surface.size()), surface.picture.cards
            if self._hidden is None:  # what is hidden keeps its place; no view changes it
                self._hidden = tuple(box for id_, box in surface.standing().items() if id_ not in shown)
            around = tuple(
                held.box
                for id_, held in shown.items()
                if id_ not in self._carried and held.box.intersects(seen)
            )
            self._around = around + tuple(box for box in self._hidden if box.intersects(seen))
            self._guides = Guides(around)
