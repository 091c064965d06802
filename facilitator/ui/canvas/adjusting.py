"""The mouse and the keys over a background that is adjusted.

Outside of this mode the background never catches the mouse. What a hand does here previews on an outline alone, and is
one gesture when it is let go; Esc lets go, then leaves.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu

from facilitator.drawing.shapes import Box, Point, box_of
from facilitator.ui.canvas.board import Board
from facilitator.ui.canvas.burst import Burst
from facilitator.ui.canvas.framed import frame_at, frames, keeps_proportions, least
from facilitator.ui.canvas.frames import CURSORS, handle_at, pulled
from facilitator.ui.canvas.framing import NEW, Framing
from facilitator.ui.canvas.touch import FINGERS, Touch
from facilitator.words import _

_STEP, _FAR = 8.0, 80.0
_DRAWN = 30.0
"""Under this side, in map units, a rectangle that is pulled is no zone."""
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class Adjusting(Framing):
    """Turns what the hand does to a background into gestures."""

    def __init__(self, board: Board) -> None:
        self._begun: QPointF | None = None
        self._mouse = False
        """Whether the mouse holds it, and no finger."""
        self._grip: Point = (0.0, 0.0)
        """The place of the map where the hand closed: it stays under the hand while the map is zoomed."""
        self._handle = ""
        self._burst = Burst("ground")
        super().__init__(board)
        self.setMouseTracking(True)
        self._touch = Touch(self, board, self)

    def let_go(self) -> None:
        self._begun, self._handle = None, ""
        super().let_go()

    # Hand: what the mouse does, and one finger

    @property
    def holds(self) -> bool:
        return self._begun is not None

    def closes(self, point: QPointF) -> None:
        self.settle()
        self._mouse = False
        handle = self._handle_at(point)
        if not handle:
            self.choose(self._at(point))
        self._begun, self._handle = point, handle
        self._grip = self.board.on_map(point)

    def moves(self, point: QPointF) -> None:
        if self._begun is None:
            return
        moving = self.carried is not None or self.drawn is not None
        far = (point - self._begun).manhattanLength()
        if not moving and far < QApplication.startDragDistance():
            return
        if self.chosen:
            self.carried = self._pulled(self.board.on_map(point))
        elif self.zoned:
            self.drawn = box_of((self._grip, self.board.on_map(point)))
        self.update()

    def opens(self, _point: QPointF) -> None:
        carried, drawn = self.carried, self.drawn
        busy = self._begun is not None
        if busy:
            self.let_go()
        if busy and carried is not None:
            self.lay(carried)
        elif busy and drawn is not None and min(drawn.width, drawn.height) >= _DRAWN:
            low = least(self.workspace.document)
            self.new_zone(Box(drawn.x, drawn.y, max(drawn.width, low[0]), max(drawn.height, low[1])))

    def taps_twice(self, point: QPointF) -> None:
        self.choose(self._at(point))
        if self.chosen:
            self.rename()
        elif self.zoned:
            self.new_zone(Box(*self.board.on_map(point), *NEW))

    def gives_up(self) -> None:
        self.let_go()

    def stays(self, point: QPointF) -> None:
        if self.zoned:
            self.choose(self._at(point))
            self.menu().popup(self.mapToGlobal(point.toPoint()))

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()  # the map is pushed as ever
            return
        self.closes(event.position())
        self._mouse = True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if self._begun is not None and not self._mouse:
            return
        if self._begun is not None and not event.buttons() & Qt.MouseButton.LeftButton:
            self.let_go()  # the hand opened elsewhere: in a window that came over this one
        if self._begun is None:
            self._show_cursor(point)
            if event.buttons() != Qt.MouseButton.NoButton:
                event.ignore()
            return
        self.moves(point)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        if self._mouse:
            self.opens(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.taps_twice(event.position())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()  # what is under the background has no say here
        if self.zoned:
            self.let_go()
            if event.reason() == QContextMenuEvent.Reason.Mouse:
                self.choose(self._at(QPointF(event.pos())))
            self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """What can be done to the zone in the hand."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        lines: list[tuple[str, Callable[[], object]]] = [(_("New zone") + "\t" + _("Insert"), self.new_zone)]
        if self.chosen:
            lines += [
                (_("Rename") + "\tF2", self.rename),
                (_("Duplicate") + "\tCtrl+D", self.duplicate),
                (_("Delete") + "\t" + _("Del"), self.delete),
            ]
        for text, does in lines:
            menu.addAction(text).triggered.connect(lambda _checked=False, does=does: does())
        return menu

    # Keys

    def event(self, event: QEvent) -> bool:
        if event.type() in FINGERS and self._touch.event(event):
            return True
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self._does(event) is not None:
                event.accept()  # these keys are for what is in the hand, not for the cards
                return True
            forward = {Qt.Key.Key_Tab: True, Qt.Key.Key_Backtab: False}.get(Qt.Key(event.key()))
            if event.type() == QEvent.Type.KeyPress and forward is not None and self._walked(forward):
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        does = self._does(event)
        if does is None:
            super().keyPressEvent(event)
        else:
            does()

    def _does(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What a key does here, or nothing."""
        key, keys = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ARROWS:
            return lambda: self._push(_ARROWS[key], keys)
        if keys == _CONTROL and key == Qt.Key.Key_D:
            return self.duplicate
        if keys == _CONTROL and key == Qt.Key.Key_A:
            return lambda: None  # the cards that are under it are not in the hand
        if keys:
            return None
        known: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Escape: self._escape,
            Qt.Key.Key_Delete: self.delete,
            Qt.Key.Key_Backspace: self.delete,
            Qt.Key.Key_F2: self.rename,
            Qt.Key.Key_Return: self.rename,
            Qt.Key.Key_Enter: self.rename,
            Qt.Key.Key_Insert: self._insert,
        }
        return known.get(key)

    def _insert(self) -> None:
        if self.zoned:
            self.new_zone()

    def _push(self, way: tuple[int, int], keys: Qt.KeyboardModifier) -> None:
        """Moves the frame in the hand by a step, or with Ctrl its lower right corner."""
        box, document = self.box, self.workspace.document
        if box is None:
            return
        self._begun = None
        step = _FAR if keys & _SHIFT else _STEP
        by, keep = (way[0] * step, way[1] * step), keeps_proportions(document)
        handle = "se" if keys & _CONTROL else ""
        if handle and keep:
            by = (by[0] + by[1], (by[0] + by[1]) * box.height / box.width)
        wanted = pulled(box, handle, by, least(document), keep=keep)
        self.lay(wanted, merge=self._burst.key(f"{self.chosen}.{handle}"))

    def _escape(self) -> None:
        """Lets go of what is in the hand, or leaves."""
        if self._begun is not None and (self.carried is not None or self.drawn is not None):
            self.let_go()
        else:
            self.leave()

    def _walked(self, forward: bool) -> bool:
        """Tab goes from zone to zone; past the last one it leaves, as anywhere."""
        order = list(frames(self.workspace.document))
        if not self.hasFocus() or not order:
            return False
        at = order.index(self.chosen) + (1 if forward else -1) if self.chosen else 0
        if not 0 <= at < len(order):
            return False
        self.choose(order[at])
        return True

    # What is under the pointer

    def _at(self, point: QPointF) -> str:
        return frame_at(frames(self.workspace.document), *self.board.on_map(point))

    def _handle_at(self, point: QPointF) -> str:
        box = self.box
        corners = keeps_proportions(self.workspace.document)
        return "" if box is None else handle_at(self.board.rectangle(box), point, corners=corners)

    def _pulled(self, place: Point) -> Box | None:
        box, document = self.box, self.workspace.document
        if box is None:
            return None
        by = place[0] - self._grip[0], place[1] - self._grip[1]
        return pulled(box, self._handle, by, least(document), keep=keeps_proportions(document))

    def _show_cursor(self, point: QPointF) -> None:
        handle = self._handle_at(point)
        if handle:
            self.setCursor(CURSORS[handle])
        elif self._at(point):
            self.setCursor(Qt.CursorShape.SizeAllCursor)
        else:
            self.setCursor(Qt.CursorShape.CrossCursor if self.zoned else Qt.CursorShape.ArrowCursor)
