"""Fingers on the map: one is the hand, two push and pinch it, one that stays asks for the menu."""

from __future__ import annotations

from math import hypot
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QPointingDevice, QTouchEvent
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.drawing.shapes import Point
from facilitator.ui.canvas.view import LEAST, MOST, View

if TYPE_CHECKING:
    from facilitator.ui.canvas.board import Board
    from facilitator.ui.canvas.surface import Surface

LONG = 600
"""Milliseconds a finger stays before the menu comes."""
_APART = 30.0
"""Two fingers nearer than this, in pixels, push without zooming; so far apart may two taps of a double tap be."""
FINGERS = (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel)


class OneFinger(Protocol):
    """What one finger does, at points of a widget: it closes on what is there, carries it, and opens."""

    @property
    def holds(self) -> bool:
        """Whether it has something in the hand."""

    def closes(self, point: QPointF) -> None: ...
    def moves(self, point: QPointF) -> None: ...
    def opens(self, point: QPointF) -> None: ...
    def taps_twice(self, point: QPointF) -> None: ...
    def gives_up(self) -> None: ...
    def stays(self, point: QPointF) -> None:
        """It asks for the menu."""


class OnMap:
    """One finger on the cards and links of a map."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface

    @property
    def holds(self) -> bool:
        return self._surface.holds and not self._surface.waits

    def closes(self, point: QPointF) -> None:
        self._surface.hand_closes(self._surface.hand(point), finger=True)

    def moves(self, point: QPointF) -> None:
        self._surface.hand_moves(self._surface.hand(point))

    def opens(self, point: QPointF) -> None:
        self._surface.hand_opens(self._surface.hand(point))

    def taps_twice(self, point: QPointF) -> None:
        self._surface.hand_taps_twice(self._surface.hand(point), finger=True)

    def gives_up(self) -> None:
        self._surface.cancel()

    def stays(self, point: QPointF) -> None:
        self._surface.menu_asked.emit(point.toPoint())


class Touch:
    """The fingers on a widget as large as the map: one is `hand`, two push and pinch the map. The mouse does not get
    what it accepts."""

    def __init__(self, widget: QWidget, board: Board, hand: OneFinger) -> None:
        self._widget, self._surface, self._hand = widget, board, hand
        self._one = False
        self._aside = False
        """Whether something was in the hand before the fingers came, which the mouse holds: they leave it there."""
        self._closed = False
        """Whether the one finger has taken what is there: before it moves or opens, a second one may still come."""
        self._fingers: tuple[int, int] | None = None
        self._held: tuple[Point, Point] = ((0.0, 0.0), (0.0, 0.0))
        self._start = QPointF()
        self._tapped = (QPointF(), 0.0)
        self._long = QTimer(widget, singleShot=True, interval=LONG)
        self._long.timeout.connect(self._stayed)
        widget.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)

    def event(self, event: QEvent) -> bool:
        """Whether these are fingers on the map itself, and then dealt with."""
        if not isinstance(event, QTouchEvent):
            return False
        if event.device().type() != QPointingDevice.DeviceType.TouchScreen:
            return False
        begins = event.type() == QEvent.Type.TouchBegin
        if begins and self._widget.childAt(event.points()[0].position().toPoint()):
            event.ignore()  # a small window over the map: the mouse that Qt makes of fingers is right there
            return True
        if begins:
            self._aside = self._hand.holds and not self._one
        if not self._aside:
            self._deal_with(event)
        event.accept()
        return True

    def _deal_with(self, event: QTouchEvent) -> None:
        points = event.points()
        if event.type() == QEvent.Type.TouchBegin:
            self._begin(points[0].position())
        elif event.type() == QEvent.Type.TouchCancel:
            self._give_up()
        down = {point.id(): point.position() for point in points if point.state() != point.State.Released}
        if len(down) > 1:
            self._two(down)
        elif self._one and points:
            self._move(points[0].position())
        if event.type() == QEvent.Type.TouchEnd:
            self._end(points[0].position())
        elif len(down) < 2:
            self._fingers = None

    def _begin(self, point: QPointF) -> None:
        self._one, self._closed, self._fingers, self._start = True, False, None, point
        before, when = self._tapped
        again = (point - before).manhattanLength() <= _APART
        if again and (monotonic() - when) * 1000 <= QApplication.doubleClickInterval():
            self._hand.taps_twice(point)
            self._one = self._closed = self._hand.holds
            return
        self._long.start()

    def _move(self, point: QPointF) -> None:
        if (point - self._start).manhattanLength() >= QApplication.startDragDistance():
            self._close()
        if self._closed:
            self._hand.moves(point)

    def _close(self) -> None:
        """The finger takes what is there, once."""
        self._long.stop()
        if not self._closed:
            self._closed = True
            self._hand.closes(self._start)

    def _end(self, point: QPointF) -> None:
        if self._one:
            self._close()
            far = (point - self._start).manhattanLength() >= QApplication.startDragDistance()
            self._tapped = (QPointF(), 0.0) if far else (point, monotonic())
            self._hand.opens(point)
        self._long.stop()
        self._one, self._fingers = False, None

    def _two(self, down: dict[int, QPointF]) -> None:
        """A second finger: what the first one carried stays where it was, and the map goes with both."""
        if self._closed:
            self._give_up()
        self._one = False
        self._long.stop()
        surface = self._surface
        first, second = sorted(down)[:2]
        ends = down[first], down[second]
        if self._fingers != (first, second):
            self._fingers = first, second
            self._held = surface.on_map(ends[0]), surface.on_map(ends[1])
            return
        surface.set_view(_under(ends, self._held, surface))

    def _give_up(self) -> None:
        self._one = self._closed = False
        self._long.stop()
        self._hand.gives_up()

    def _stayed(self) -> None:
        if self._one:
            self._give_up()
            self._hand.stays(self._start)


def _under(ends: tuple[QPointF, QPointF], held: tuple[Point, Point], surface: Board) -> View:
    """The view that has these two places of the map under two points of the window."""
    (ax, ay), (bx, by) = held
    apart = hypot(bx - ax, by - ay)
    now = hypot(ends[1].x() - ends[0].x(), ends[1].y() - ends[0].y())
    zoom = surface.view.zoom
    if now >= _APART and apart * zoom > 0:
        zoom = min(max(now / apart, LEAST), MOST)
    middle = (ends[0] + ends[1]) / 2
    x = (ax + bx) / 2 - (middle.x() - surface.width() / 2) / zoom
    y = (ay + by) / 2 - (middle.y() - surface.height() / 2) / zoom
    return View(x, y, zoom)
