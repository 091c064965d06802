"""The map of the console as it hears the mouse, the keys and fingers, and as it follows the session."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPointingDevice,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from facilitator.model.document import Document
from facilitator.ui.canvas import marks
from facilitator.ui.canvas.board import Hand
from facilitator.ui.canvas.ghosts import Ghosts
from facilitator.ui.canvas.grasp import Grasp
from facilitator.ui.canvas.touch import FINGERS, OnMap, Touch
from facilitator.ui.canvas.view import STEP
from facilitator.ui.decorations import Dresser, supposed
from facilitator.ui.workspace import Workspace

_NOTCH = 120.0
_BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
"""How the keyboard comes to the map without the mouse: only then does a line around it say so."""


class Surface(Grasp):
    """Hears the hand, and follows the session."""

    menu_asked = Signal(QPoint)
    """Fingers ask for the menu of what is there; the mouse has a button for it."""
    resized = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._went: QPointF | None = None
        """Where the hand went from."""
        self._comes = False
        """Whether it comes from elsewhere, and has not moved yet."""
        self.ghosts = Ghosts()
        self.dresser = Dresser(workspace, lambda document: supposed(workspace.what_if.off, document), self)
        self._touch = Touch(self, self, OnMap(self))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.dresser.changed.connect(lambda: self.dress(self.dresser.dressing))
        self.dress(self.dresser.dressing)
        workspace.changed.connect(self._followed)
        workspace.foreseen.connect(self.foresee)
        workspace.lens_changed.connect(self._look)
        workspace.what_if.changed.connect(self._look)
        self._look()

    def paint_over(self, painter: QPainter) -> None:
        self.ghosts.paint(painter, self)
        super().paint_over(painter)
        if self.hasFocus() and self._reached and not self.workspace.selection:
            marks.paint_focus(painter, QRectF(self.rect()), self.picture.theme)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hand_closes(self._hand_of(event), event.button())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        self.pointer = point if self.rect().contains(point.toPoint()) else None
        if self._tool is not None and self._finger:
            return
        if self._comes:
            self._take_keys()
        if self._tool is not None and not self._tool.waits and not event.buttons():
            self.cancel()  # the hand opened elsewhere: in a window that came over this one
        self.hand_moves(self._hand_of(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == self._button and not self._finger:
            self.hand_opens(self._hand_of(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.hand_taps_twice(self._hand_of(event))
        else:
            self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel zooms; two fingers on a touchpad push the map, and zoom with Ctrl."""
        fingers = event.device().type() == QPointingDevice.DeviceType.TouchPad
        if fingers and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            by = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta() / 4
            self.set_view(self.view.panned(by.x(), by.y()))
        else:
            self.zoom(STEP ** (event.angleDelta().y() / _NOTCH), event.position())
        event.accept()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Nearer or farther, around a point of the window or its middle."""
        point = at if at is not None else QPointF(self.width() / 2, self.height() / 2)
        self.set_view(self.view.zoomed(factor, point, self.size()))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom(1.0 + event.value(), event.position())
                return True
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._walked(event):
            return True
        # Other events come before there are fingers: while it is being built.
        return (event.type() in FINGERS and self._touch.event(event)) or super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer is here; where it was here before, something that was open over the map has closed."""
        super().enterEvent(event)
        self._comes = event.position() != self._went
        self.pointer = event.position()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._went, self.pointer, self._comes = self.pointer, None, False
        self._handles.leave()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = True
            self._show_cursor()
        elif event.key() == Qt.Key.Key_Escape and self._tool is not None:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self._show_cursor()
        else:
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._reached = event.reason() in _BY_KEYS
        self._show_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._space = False
        self._show_focus()

    def _take_keys(self) -> None:
        """The hand comes back from what it clicked, which held the keyboard: Space pushes the map again."""
        self._comes = False
        left: QWidget | None = self.window().focusWidget()
        if left is not None and _given_back(left) and not self.isAncestorOf(left):
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def _show_focus(self) -> None:
        """The keyboard is seen on what is selected, and around a map reached by a key: else nothing is painted."""
        if self._reached or self.workspace.selection:
            self.update()

    # The rest is of the surface alone

    def _followed(self, _before: Document, after: Document) -> None:
        """The session changed: a hand that was busy with it as it was lets go."""
        if self._tool is not None:
            self.cancel()
        self.show_document(after)

    def _look(self) -> None:
        """Another lens: a hand that was busy with what may not be seen any more lets go."""
        if self._tool is not None:
            self.cancel()
        seen, gone = self.workspace.seen, self.workspace.what_if.gone
        self.show_through(seen.faded | gone, seen.hidden)
        if self.ghosts.show(self.workspace.what_if.off):
            self.update()

    def _walked(self, event: QKeyEvent) -> bool:
        """Tab walks through the cards; past the last one it leaves the map, as anywhere."""
        tabs = {Qt.Key.Key_Tab: True, Qt.Key.Key_Backtab: False}
        forward = tabs.get(Qt.Key(event.key()))
        return forward is not None and self.hasFocus() and self.walk(forward=forward)

    def _hand_of(self, event: QMouseEvent) -> Hand:
        keys, held = Qt.KeyboardModifier, event.modifiers()
        adds = bool(held & (keys.ShiftModifier | keys.ControlModifier))
        return self.hand(event.position(), adds=adds, free=bool(held & keys.AltModifier))


def _given_back(widget: QWidget) -> bool:
    """Whether a widget that was clicked has no more use for the keyboard once the hand is elsewhere."""
    return isinstance(widget, QAbstractButton) or getattr(widget, "gives_keys_back", False)
