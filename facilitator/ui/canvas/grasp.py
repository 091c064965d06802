"""What is in the hand over the map, from when it closes to when it opens: a card, a link, what a chip brings."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QShortcut
from PySide6.QtWidgets import QWidget

from facilitator.ui.canvas import making, marks
from facilitator.ui.canvas.board import Board, Hand
from facilitator.ui.canvas.edge import Edge
from facilitator.ui.canvas.handles import Handles
from facilitator.ui.canvas.tools import Connect, Move, Pan, PickLink, Place, RubberBand, Tool
from facilitator.ui.workspace import Workspace

LINK_REACH = 12.0
"""How far from a link a click still means it, in pixels each side."""
_STILL = 40
"""Milliseconds without a movement after which a hand is about to do something else: to carry, or to open."""


class Grasp(Board):
    """Turns what the hand does into gestures. Whatever happens to a gesture, the document is what is shown."""

    armed_changed = Signal()
    pressed = Signal()
    carrying = Signal(QPointF)
    """The hand carries something over this point."""
    freed = Signal()
    """The hand carries nothing any more."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._tool: Tool | None = None
        self._button = Qt.MouseButton.NoButton
        self._finger = False
        """Whether it is a finger that holds the tool: the mouse says nothing of it then."""
        self._armed = ""
        self._escape: QShortcut | None = None
        self._space = False
        """Whether Space is held: the left button pushes the map."""
        self._reached = False
        """Whether the keyboard came to the map by itself, and no hand since."""
        self._handles = Handles(self)
        self._edge = Edge(self, self._pushed)
        self._hand = self.hand(QPointF())
        self._still = QTimer(self, singleShot=True, interval=_STILL)
        self._still.timeout.connect(self._linger)

    # What the palette and the tray hand over

    @property
    def holds(self) -> bool:
        """Whether the hand is at something."""
        return self._tool is not None

    @property
    def armed(self) -> str:
        """The category that the next click on the map places, or nothing."""
        return self._armed

    @property
    def waits(self) -> bool:
        """Whether something that is proposed waits for an answer."""
        return self._tool is not None and self._tool.waits

    @property
    def busy(self) -> bool:
        """Whether there is something to give up there: what the hand does, what waits for an answer."""
        return self.holds or bool(self._armed)

    def arm(self, category: str) -> None:
        """The next click on the map places a card of this category; nothing puts it down."""
        if category:
            if self._tool is not None:
                self.cancel()  # an arrangement that waits would take the click for itself
            self.taken.emit()
        self._armed = category
        if category and self._escape is None:
            # Wherever the keyboard is in the window: the palette has it after a click.
            self._escape = QShortcut(Qt.Key.Key_Escape, self, self.cancel)
        if self._escape is not None:
            self._escape.setEnabled(bool(category))
        self._show_cursor()
        self.armed_changed.emit()

    def bring(self, tool: Tool) -> None:
        """Shows what the hand brings from elsewhere in the window; what waited there is given up."""
        if self._tool is not None:
            self.cancel()
        self.taken.emit()
        self._tool, self._finger = tool, False

    def carry_on(self, tool: Tool, hand: Hand) -> None:
        """The hand that brings it moves; nothing does if Esc was quicker."""
        if self._tool is tool:
            tool.move(hand)
            self.carrying.emit(hand.point)

    def let_go(self, tool: Tool) -> bool:
        """The hand that brought it opens; False if Esc was quicker."""
        held, self._tool = self._tool is tool, None
        self.update()
        if held:
            self.freed.emit()
        return held

    def paint_over(self, painter: QPainter) -> None:
        super().paint_over(painter)
        if self._tool is not None:
            self._tool.paint(painter)
        elif self._handles.card and not self._armed:
            marks.paint_handles(painter, self._handles.places(), self.picture.theme)

    # Hand

    def hand_closes(
        self, hand: Hand, button: Qt.MouseButton = Qt.MouseButton.LeftButton, *, finger: bool = False
    ) -> None:
        """Takes what is there; a finger, which is larger than a pointer, reaches a handle from farther."""
        held = self._tool
        over = held if held is not None and held.waits and self._pushes(button) else None
        if over is None:
            self.pressed.emit()
            if held is not None:  # cards may have gone back from under the hand
                return
        self._reached = False
        self._button, self._finger = button, finger
        reach = marks.FINGER if finger else marks.REACH
        self._tool = self._tool_for(hand, button, reach) if over is None else Pan(self, hand, over)
        self._hand = hand
        self._still.start()
        self._show_cursor()

    def hand_moves(self, hand: Hand) -> None:
        """Goes on with what it does, or shows what it could do there."""
        tool = self._tool
        if tool is None:
            self._hover(hand.point)
            return
        self._hand = hand
        tool.move(hand)
        if tool.dragging:
            self._edge.follow(hand.point)
            self._still.start()
            self.carrying.emit(hand.point)

    def hand_opens(self, hand: Hand) -> None:
        """Does it."""
        self._rest_hand()
        tool = self._tool
        self._tool = tool.over if isinstance(tool, Pan) else None
        if tool is not None:
            tool.release(hand)
            self.freed.emit()
        self._hover(hand.point)
        self._show_handles()

    def hand_taps_twice(self, hand: Hand, *, finger: bool = False) -> None:
        """Renames a card, says more about a link, names a new actor on the paper."""
        if self._armed or self._handles.under(hand.point, marks.FINGER if finger else marks.REACH):
            self.hand_closes(hand, finger=finger)
            return
        if self.workspace.read_only:
            self.workspace.refuse_writing()  # rather than once a name is typed
            return
        under = self.picture.card_at(*hand.place)
        link = None if under else self._link_at(hand)
        if under is not None:
            making.rename(self, under)
        elif link is not None:
            self.choose([("links", link)])
            self.link_bar_asked.emit(link, hand.point)
        else:
            making.name_new(self, self.category, hand.place)

    def cancel(self) -> None:
        """Lets go of what the hand was doing: the document is what is shown."""
        self._rest_hand()
        tool, self._tool = self._tool, None
        if tool is not None:
            tool.cancel()
            self.freed.emit()
        self.put_down()
        self.arm("")
        self._show_handles()

    def give_up(self) -> bool:
        """Refuses what waits, or lets go of what the hand does or is about to; False where there is nothing of it."""
        if not self.busy:
            return False
        if not self.refuse():
            self.cancel()
        return True

    def refuse(self) -> bool:
        """Refuses what waits for an answer; False where nothing does."""
        return self._tool is not None and self._tool.refuse()

    def _show_handles(self) -> None:
        """The hand is free: the card that has handles shows them again."""
        if self._handles.card:
            around = self.card_rectangle(self._handles.card).adjusted(-32, -32, 32, 32)
            self.update(around.toAlignedRect())

    # The rest is of the hand alone

    def _rest_hand(self) -> None:
        self._edge.rest()
        self._still.stop()

    def _linger(self) -> None:
        if self._tool is not None:
            self._tool.linger(self._hand)

    def _pushed(self, dx: float, dy: float) -> None:
        """The edge brings more of the map into sight, under a hand that stays where it is."""
        if self._tool is not None and self._tool.dragging:
            self.set_view(self.view.panned(-dx, -dy))
            self._tool.move(self.hand(self._hand.point, adds=self._hand.adds, free=self._hand.free))
        else:
            self._edge.rest()

    def _tool_for(self, hand: Hand, button: Qt.MouseButton, reach: float) -> Tool | None:
        """What pressing here begins."""
        if self._pushes(button):
            return Pan(self, hand)
        if button != Qt.MouseButton.LeftButton:
            return None
        if self._armed:
            category = self._armed
            self.arm("")
            return Place(self, hand, category=category)
        handle = self._handles.under(hand.point, reach)
        if handle:
            return Connect(self, hand, handle)
        under = self.picture.card_at(*hand.place)
        if under is not None:
            return Move(self, hand, under)
        link = self._link_at(hand)
        return PickLink(self, hand, link) if link else RubberBand(self, hand)

    def _pushes(self, button: Qt.MouseButton) -> bool:
        """Whether a button pushes the map."""
        return button == Qt.MouseButton.MiddleButton or (self._space and button == Qt.MouseButton.LeftButton)

    def _link_at(self, hand: Hand) -> str | None:
        return self.picture.link_at(*hand.place, LINK_REACH / self.view.zoom)

    def link_under(self, point: QPointF) -> str | None:
        return self._link_at(self.hand(point))

    def _hover(self, point: QPointF) -> None:
        self._handles.hover(point)
        self._show_cursor(on_handle=bool(self._handles.under(point)))

    def _show_cursor(self, *, on_handle: bool = False) -> None:
        if self._tool is not None and self._tool.cursor is not None:
            self.setCursor(self._tool.cursor)
        elif self._armed or on_handle:
            self.setCursor(Qt.CursorShape.CrossCursor)
        elif self._space:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.unsetCursor()
