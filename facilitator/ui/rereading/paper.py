"""The pages one under the other, as wide as the place they have: in the console, and on the wall at the same place."""

from __future__ import annotations

from math import isfinite

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from facilitator.drawing.theme import Theme
from facilitator.ui import look
from facilitator.ui.rereading.pages import Pages
from facilitator.words import _

BODY = 10.0
"""The size of the letters of a text, in points."""
_GAP = 24
"""Pixels between two pages."""
_STEP, _MOST = 0.08, 0.85
"""What a line and a screen move by, of what is in sight."""
_LINES = {Qt.Key.Key_Down: _STEP, Qt.Key.Key_Up: -_STEP, Qt.Key.Key_Space: _MOST}
_SCREENS = {Qt.Key.Key_PageDown: _MOST, Qt.Key.Key_PageUp: -_MOST}
_ZOOMS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
CLOSER, CLOSEST = 1.25, 3.0
"""What a step of zoom enlarges by, and as close as one comes."""
_SIDES = {Qt.Key.Key_Left: -_STEP, Qt.Key.Key_Right: _STEP}
_ENDS = {Qt.Key.Key_Home: 0.0, Qt.Key.Key_End: float("inf")}


class Paper(QWidget):
    """Its `position` counts in pages: 2.5 is the middle of the third one at the top.

    `worn` is the look around the pages; that of the console where it is not said.
    """

    moved = Signal()
    zoomed = Signal()

    def __init__(
        self, pages: Pages, parent: QWidget | None = None, *, widest: int = 0, worn: Theme | None = None
    ) -> None:
        super().__init__(parent)
        self._pages = pages
        self._widest = widest
        self._worn = worn
        self._still: QPixmap | None = None
        self._holds = False
        self._position = 0.0
        self._zoom, self._across = 1.0, 0.5
        self._held: QPointF | None = None
        self._letters = 0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        pages.changed.connect(self._changed)

    @property
    def position(self) -> float:
        return self._position

    def go(self, position: float) -> None:
        """Shows another place; what is beyond the ends is not gone to."""
        held = min(max(position, 0.0), self._last()) if self._pages.sizes else self._position
        if held != self._position:
            self._position = held
            self.update()
            self.moved.emit()

    def write_in(self, letters: float) -> None:
        """What it says while there are no pages is in letters of so many pixels, not those of the console."""
        if round(letters) != self._letters:
            self._letters = round(letters)
            self.update()

    def hold(self, holds: bool) -> None:
        """What is seen stays, whatever becomes of the pages; where nothing is seen yet, what first will be."""
        if holds != self._holds:
            self._holds, self._still = holds, None
            if holds and self.isVisible():
                self._keep_still()
            self.update()

    @property
    def letters(self) -> float:
        """The size of most of its letters, in pixels; 0 where there are no pages."""
        return BODY * self._width() / self._pages.sizes[0][0] if self._pages.sizes else 0.0

    def wait_for(self, position: float) -> None:
        """Shows a place, as soon as the pages that hold it are there; what is no place is the beginning."""
        self._position = max(position, 0.0) if isfinite(position) else 0.0
        self._changed()

    @property
    def page(self) -> int:
        """The page one reads, from 0: the one at a quarter of what is in sight."""
        eye = self._top() + self.height() / 4
        at = 0
        for number, (start, _height) in enumerate(self._places()):
            if start <= eye:
                at = number
        return at

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages.sizes)

    def page_at(self, number: int) -> tuple[float, float]:
        """Top of a page in the widget, and its height."""
        start, height = self._places()[number] if number < self.count else (0.0, 0.0)
        return start - self._top() + _GAP, height

    def page_area(self, number: int) -> QRectF:
        """Where a page is in the widget."""
        top, height = self.page_at(number)
        return QRectF(self._left(), round(top), self._width(), height)

    def turn(self, by: int) -> None:
        """Goes to the top of another page."""
        self.go(float(min(max(self.page + by, 0), max(len(self._pages.sizes) - 1, 0))))

    @property
    def zoom(self) -> float:
        """How much larger than their usual place the pages are."""
        return self._zoom

    def come(self, zoom: float) -> None:
        """Comes closer or goes farther; what is in the middle stays there."""
        zoom = min(max(zoom, 1.0), CLOSEST)
        if zoom == self._zoom:
            return
        middle = self._at(self._top() + self.height() / 2)
        self._zoom = zoom
        self._position = middle
        self.go(self._at(max(self._top() - self.height() / 2, 0.0)))
        self.update()
        self.zoomed.emit()

    def step_zoom(self, way: int) -> None:
        """A step closer (1) or farther (-1)."""
        self.come(self._zoom * CLOSER**way)

    def _width(self) -> int:
        room = self.width() - 2 * _GAP
        return max(round((min(room, self._widest) if self._widest else room) * self._zoom), 1)

    def _left(self) -> int:
        """Where pages begin; those wider than the room are seen in part."""
        spare = self.width() - self._width()
        return round(spare / 2 if spare >= 0 else _GAP + (spare - 2 * _GAP) * self._across)

    def _slide(self, pixels: float) -> None:
        """Goes sideways, where pages are wider than the room."""
        over = self._width() + 2 * _GAP - self.width()
        if over > 0:
            self._across = min(max(self._across + pixels / over, 0.0), 1.0)
            self.update()

    def _places(self) -> list[tuple[float, float]]:
        """Top and height of every page, in pixels from the top of the first."""
        found, y, width = [], 0.0, self._width()
        for wide, high in self._pages.sizes:
            height = width * high / wide
            found.append((y, height))
            y += height + _GAP
        return found

    def _top(self) -> float:
        """Where what is in sight begins, in pixels from the top of the first page."""
        places = self._places()
        if not places:
            return 0.0
        number = min(int(self._position), len(places) - 1)
        start, height = places[number]
        return start + (self._position - number) * (height + _GAP)

    def _at(self, top: float) -> float:
        """The position of a place given in pixels."""
        position = 0.0
        for number, (start, height) in enumerate(self._places()):
            if start <= top:
                position = number + min((top - start) / (height + _GAP), 0.999_999)
        return position

    def _last(self) -> float:
        """As far as one can go: the end of the last page at the bottom."""
        places = self._places()
        if not places:
            return 0.0
        start, height = places[-1]
        return self._at(max(start + height - self.height() + _GAP, 0.0))

    def _move(self, share: float) -> None:
        self.go(self._at(max(self._top() + share * self.height(), 0.0)))

    def _changed(self) -> None:
        if self._pages.sizes:
            self.go(self._position)
        self.update()

    # Events

    def event(self, event: QEvent) -> bool:
        """Its keys are its own while it has the keyboard, whatever they do elsewhere in the window."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            mine = event.key() in (*_LINES, *_SCREENS, *_ENDS, *_SIDES)
            near = event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in (
                *_ZOOMS,
                Qt.Key.Key_0,
            )
            if near or (mine and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and key in _ZOOMS:
            self.step_zoom(_ZOOMS[key])
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_0:
            self.come(1.0)
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _LINES or key in _SCREENS:
            self._move(_LINES.get(key) or _SCREENS[key])
        elif key in _ENDS:
            self.go(_ENDS[key])
        elif key in _SIDES and self._zoom > 1.0:
            self._slide(_SIDES[key] * self.width())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._zoom > 1.0:
            self._held = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pages that are larger than the room follow the hand."""
        if self._held is not None:
            by, self._held = event.position() - self._held, event.position()
            self._slide(-by.x())
            self._move(-by.y() / max(self.height(), 1))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._held = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        self._slide(-event.angleDelta().x() / 2)
        self._move(-event.angleDelta().y() / 120 * _STEP * 2)
        event.accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pages.open(self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pages.close(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.go(self._position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._holds and self._still is None:
            self._keep_still()
        painter = QPainter(self)
        if self._still is None:
            self._paint(painter)
        else:
            painter.fillRect(self.rect(), QColor((self._worn or look.theme()).paper))
            size = self._still.deviceIndependentSize().toSize()
            place = QRect(QPoint(), size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio))
            place.moveLeft((self.width() - place.width()) // 2)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(place, self._still)

    def _keep_still(self) -> None:
        """Takes the picture that stays, once there are pages."""
        if self._pages.sizes:
            ratio = self.devicePixelRatioF()
            still = QPixmap(self.size() * ratio)
            still.setDevicePixelRatio(ratio)
            painter = QPainter(still)
            self._paint(painter)
            painter.end()
            self._still = still

    def _paint(self, painter: QPainter) -> None:
        shown = self._worn or look.theme()
        painter.fillRect(self.rect(), QColor(shown.paper))
        if not self._pages.sizes:
            painter.setPen(QColor(shown.muted))
            if self._letters:
                font = painter.font()
                font.setPixelSize(self._letters)
                painter.setFont(font)
            room = self.rect().adjusted(_GAP, _GAP, -_GAP, -_GAP)
            flags = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
            painter.drawText(room, flags, self._meanwhile())
            return
        width, ratio, top = self._width(), self.devicePixelRatioF(), self._top() - _GAP
        left = self._left()
        for number, (start, height) in enumerate(self._places()):
            place = QRectF(left, round(start - top), width, height)
            if place.bottom() < 0 or place.top() > self.height():
                continue
            image = self._pages.image(number, round(width * ratio))
            image.setDevicePixelRatio(ratio)
            painter.drawImage(place.topLeft(), image)
            painter.setPen(QPen(QColor(shown.hairline), 1))
            painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _meanwhile(self) -> str:
        if self._pages.failed:
            return _("The minutes could not be set. Every word is kept: try again after the next change.")
        return _("The minutes are being set…")
