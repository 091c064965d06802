"""What a hand does on the map, from press to release.

A tool remembers where it began and previews on the pictures alone; on release it does one gesture, through the
workspace. Let go by `cancel` (Esc, the window losing the mouse), it leaves everything as the document has it.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from facilitator import terms
from facilitator.drawing import link as lines
from facilitator.drawing.shapes import Box, Point, box_of, union
from facilitator.model import gestures
from facilitator.model.document import Link, new_id
from facilitator.ui import ink
from facilitator.ui.canvas import making, marks
from facilitator.ui.canvas.board import Board, Hand
from facilitator.ui.canvas.guided import Guided


class Tool:
    """One action of the hand; this one does nothing."""

    cursor: Qt.CursorShape | None = None
    waits = False
    """Whether it waits for an answer: the hand may push the map meanwhile."""

    def __init__(self, surface: Board, hand: Hand) -> None:
        self.surface = surface
        self.start = hand
        self.dragging = False

    def move(self, hand: Hand) -> None:
        """The pointer moved; nothing happens before it went far enough to mean it."""
        far = (hand.point - self.start.point).manhattanLength()
        if self.dragging or far >= QApplication.startDragDistance():
            self.dragging = True
            self.drag(hand)

    def drag(self, hand: Hand) -> None:
        """Previews what letting go here would do."""

    def linger(self, hand: Hand) -> None:
        """The hand does not move for a moment: what comes next is made ready."""

    def release(self, hand: Hand) -> None:
        """Does it."""

    def cancel(self) -> None:
        """Leaves everything as it was."""

    def refuse(self) -> bool:
        """Says no to what waits for an answer; False where nothing does any more."""
        return False

    def paint(self, painter: QPainter) -> None:
        """Paints the preview over the map."""


class Pan(Tool):
    """Pushes the map, with what waits over it."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, surface: Board, hand: Hand, over: Tool | None = None) -> None:
        super().__init__(surface, hand)
        self._at = hand.point
        self.over = over

    def move(self, hand: Hand) -> None:
        by = hand.point - self._at
        self._at = hand.point
        self.surface.set_view(self.surface.view.panned(by.x(), by.y()))

    def cancel(self) -> None:
        if self.over is not None:
            self.over.cancel()

    def paint(self, painter: QPainter) -> None:
        if self.over is not None:
            self.over.paint(painter)


class Move(Tool):
    """Selects the card under the hand, and carries the selected cards."""

    def __init__(self, surface: Board, hand: Hand, card: str) -> None:
        super().__init__(surface, hand)
        self._card = card
        self._was_selected = card in surface.chosen_cards()
        if not self._was_selected:
            surface.choose([("actors", card)], add=hand.adds)
        self._from: Mapping[str, Point] = {}
        self._guided = Guided(surface, box_of([hand.place]))

    def drag(self, hand: Hand) -> None:
        surface = self.surface
        if not self._from:
            cards = surface.picture.cards
            self._from = {id_: (cards[id_].x, cards[id_].y) for id_ in surface.chosen_cards()}
            surface.hold(self._from)
            self._guided = Guided(surface, union([cards[id_].box for id_ in self._from]), self._from)
        surface.carry(self._places(surface.within(hand)))

    def linger(self, hand: Hand) -> None:
        if self.dragging:
            places = self._places(self.surface.within(hand))
            self.surface.workspace.foresee(gestures.place_actors(places))
        else:
            self.surface.hold(self.surface.chosen_cards())

    def release(self, hand: Hand) -> None:
        if self.dragging:
            places = self._places(self.surface.within(hand))
            self._guided.put_away()
            self.surface.workspace.do(gestures.place_actors(places))
            self.surface.put_down()
        elif self._was_selected and self.start.adds:
            self.surface.unchoose(("actors", self._card))
        elif self._was_selected:
            self.surface.choose([("actors", self._card)])

    def cancel(self) -> None:
        self._guided.put_away()
        self.surface.put_down()

    def paint(self, painter: QPainter) -> None:
        if self.dragging:
            self._guided.paint(painter)

    def _places(self, hand: Hand) -> dict[str, Point]:
        way = hand.place[0] - self.start.place[0], hand.place[1] - self.start.place[1]
        dx, dy = self._guided.shift(*way, hand)
        return {id_: (x + dx, y + dy) for id_, (x, y) in self._from.items()}


class PickLink(Tool):
    """Selects the link under the hand."""

    def __init__(self, surface: Board, hand: Hand, link: str) -> None:
        super().__init__(surface, hand)
        pair = ("links", link)
        if hand.adds and pair in surface.workspace.selection:
            surface.unchoose(pair)
        else:
            surface.choose([pair], add=hand.adds)


class RubberBand(Tool):
    """Selects the cards in a rectangle; a click on the paper lets go of the selection."""

    def __init__(self, surface: Board, hand: Hand) -> None:
        super().__init__(surface, hand)
        self._place = hand.place
        self._caught: tuple[str, ...] = ()

    def drag(self, hand: Hand) -> None:
        self._place = hand.place
        self._caught = self.surface.picture.cards_in(self._box())
        self.surface.update()

    def release(self, _hand: Hand) -> None:
        if self.dragging or not self.start.adds:
            self.surface.choose([("actors", id_) for id_ in self._caught], add=self.start.adds)
        self.surface.update()

    def cancel(self) -> None:
        self.surface.update()

    def paint(self, painter: QPainter) -> None:
        if self.dragging:
            marks.paint_band(painter, self.surface.rectangle(self._box()), self.surface.picture.theme)
            for id_ in self._caught:
                self.surface.paint_card_with(painter, id_, marks.paint_card_mark)

    def _box(self) -> Box:
        return box_of((self.start.place, self._place))


class Connect(Tool):
    """Pulls a link from a card's handle: onto another card, or onto the paper where a new actor is named; let go of
    beside the map, it is nothing."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, surface: Board, hand: Hand, source: str) -> None:
        super().__init__(surface, hand)
        self._source = source
        self._hand = hand

    def drag(self, hand: Hand) -> None:
        self._hand = hand
        self.surface.update()

    def release(self, hand: Hand) -> None:
        surface, target = self.surface, self._target(hand)
        surface.update()
        if not self.dragging:
            surface.choose([("actors", self._source)])
            surface.linking_asked.emit()
        elif target == self._source:
            surface.workspace.say(terms.refusal("link.self", {}), error=True)
        elif target is not None:
            making.link(surface, self._source, target, hand.point)
        elif self._over(hand):
            making.name_linked(surface, self._source, hand.place, hand.point)

    def cancel(self) -> None:
        self.surface.update()

    def paint(self, painter: QPainter) -> None:
        if not self.dragging:
            return
        surface, picture = self.surface, self.surface.picture
        target = self._target(self._hand)
        if target == self._source:
            surface.paint_card_with(painter, target, marks.paint_refused_card)
            return
        if target is not None:
            surface.paint_card_with(painter, target, marks.paint_card_mark)
        end = picture.cards[target].box if target else Box(*self._hand.place, 0.0, 0.0)
        row = Link(new_id(), self._source, target or "", **(surface.workspace.last_link | {"types": ()}))
        preview = lines.link(row, picture.cards[self._source].box, end, picture.theme)
        painter.setTransform(surface.transform())
        ink.paint(painter, preview.picture)
        painter.resetTransform()

    def _over(self, hand: Hand) -> bool:
        """Whether a hand is over the map, and not over what is beside it."""
        return QRectF(self.surface.rect()).contains(hand.point)

    def _target(self, hand: Hand) -> str | None:
        return self.surface.picture.card_at(*hand.place) if self._over(hand) else None


class Place(Tool):
    """Brings a card from the palette or the tray; `point` is None while the hand is not over the map."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(
        self, surface: Board, hand: Hand, *, category: str = "", actors: tuple[str, ...] = ()
    ) -> None:
        super().__init__(surface, hand)
        self.category = category
        self.actors = actors
        self._card = making.card_to_come(surface, category, actors)
        self._guided = Guided(surface, self._card.box)
        self._place: Point | None = None

    def move(self, hand: Hand) -> None:
        inside = QRectF(self.surface.rect()).contains(hand.point)
        self._place = self._guided.shift(*hand.place, hand) if inside else None
        self.surface.update()

    def release(self, hand: Hand) -> None:
        self.move(hand)
        if self._place is None:
            return
        if self.actors:
            making.place_near(self.surface, self.actors, self._place)
        else:
            making.name_new(self.surface, self.category, self._place)

    def cancel(self) -> None:
        self._place = None
        self.surface.update()

    def paint(self, painter: QPainter) -> None:
        if self._place is not None:
            painter.setTransform(self.surface.transform())
            painter.translate(*self._place)
            ink.paint(painter, self._card.picture)
            painter.resetTransform()
            self._guided.paint(painter)
