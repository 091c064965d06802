"""The whole map in a corner, while only a part of it is in the window."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from facilitator.drawing.map import MapPicture
from facilitator.drawing.shapes import Box
from facilitator.drawing.theme import blend, distinct
from facilitator.model.document import Document
from facilitator.ui import ink, look
from facilitator.ui.canvas.surface import Surface
from facilitator.ui.canvas.view import View
from facilitator.words import _

_KEPT = "overview"
"""Where the desk keeps whether the corner may be used."""
_WIDTH, _HEIGHT = 200, 140
"""The most it takes, in pixels at a text size of 100 %."""
_OFF = 12
_AROUND = 8.0
_LEAST_MARK = 3.0
"""A card is at least so large in it, in pixels."""
_SHARE = 5
"""It takes no more than this part of the window, each way."""
_AFTER = 120
"""Milliseconds after a change at which it is painted anew, and goes to another corner: a gesture never waits for it,
and it never hops about while the map slides."""
_CORNERS = ((1, 1), (0, 1), (1, 0), (0, 0))
"""Where it may be, right and low as 1, the usual one first."""
_LOW = 260
"""Height of the map, in pixels at a text size of 100 %, under which it goes rather than lie over a card."""


class Overview(QWidget):
    """Cards as marks of the colour of their category, and the part that is seen; pressed, it goes there.

    It is there while the map is larger than the window, unless it was switched off, in a corner where no card is if
    there is one. It lets go of it while the hand carries something there, a card is being named under it, an
    arrangement is proposed, which is not the map it knows, or a background is adjusted. All it does has its keys: 0
    shows the whole map.
    """

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self._surface = surface
        self._painted = QPixmap()
        self._shown: MapPicture | None = None
        self._folded = False
        self._pressed = False
        self._corner: tuple[int, int] | None = _CORNERS[0]
        self._allowed = bool(surface.workspace.desk.get(_KEPT, True))
        self._later = QTimer(self, singleShot=True, interval=_AFTER)
        self._later.timeout.connect(self._catch_up)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        workspace = surface.workspace
        workspace.changed.connect(self._followed)
        workspace.lens_changed.connect(self._later.start)
        workspace.language_changed.connect(self._name_itself)
        surface.view_changed.connect(self._follow_view)
        surface.resized.connect(self._follow_view)
        surface.carrying.connect(self._give_way)
        surface.naming.connect(self._give_way_to)
        surface.freed.connect(self._come_back)
        for changes in (surface.taken, surface.freed):
            changes.connect(self._later.start)
        self._name_itself()
        self.hide()

    @property
    def allowed(self) -> bool:
        """Whether it may be shown at all."""
        return self._allowed

    def allow(self, *, shown: bool) -> None:
        """Switches it on or off; the session keeps it so."""
        self._allowed = shown
        self._surface.workspace.keep(_KEPT, shown)
        self._catch_up()

    def take_place(self) -> None:
        """Comes where part of the map is out of sight, goes where all of it is seen."""
        surface = self._surface
        box, seen = surface.picture.box, surface.view.seen(surface.size())
        whole = seen.contains(box.x, box.y) and seen.contains(box.right, box.bottom)
        wanted = self.allowed and not self._folded and not surface.waits and not surface.covered
        needed = wanted and bool(surface.picture.cards) and not whole
        if needed and self._corner is not None:
            self.setGeometry(self._place(self._corner, self._size(box)))
            if self._shown is not surface.picture:
                self._paint_cards()
        self.setVisible(needed and self._corner is not None)
        self.update()

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = True
            self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """It is still under the hand: it goes elsewhere once the map moves again."""
        self._pressed = False
        self.take_place()

    def _go(self, point: QPointF) -> None:
        """Brings the place under the pointer to the middle of the window."""
        at = self._on_map(point)
        view = self._surface.view
        self._surface.set_view(View(*at, view.zoom))

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._surface.picture.theme
        alike = self._shown is not None and self._shown.theme is theme
        if not alike or self._painted.deviceIndependentSize().toSize() != self.size():
            self._paint_cards()
        painter.drawPixmap(0, 0, self._painted)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        surface = self._surface
        seen = self._rectangle(surface.view.seen(surface.size()))
        inside = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(QPen(ink.colour(theme.accent), 2.0))
        painter.drawRect(seen.intersected(inside))

    def _paint_cards(self) -> None:
        """The marks of all cards, once for all frames."""
        surface = self._surface
        picture, theme = surface.picture, surface.picture.theme
        self._shown = picture
        ratio = self.devicePixelRatioF()
        self._painted = QPixmap(self.size() * ratio)
        self._painted.setDevicePixelRatio(ratio)
        ground = blend(theme.paper, theme.ink, 0.05)
        self._painted.fill(ink.colour(ground))
        painter = QPainter(self._painted)
        categories = picture.document.categories
        for held in picture.cards.values():
            mark = self._rectangle(held.box)
            mark.setWidth(max(mark.width(), _LEAST_MARK))
            mark.setHeight(max(mark.height(), _LEAST_MARK))
            painter.fillRect(mark, ink.colour(distinct(categories[held.actor.category].colour, ground)))
        painter.setPen(QPen(ink.colour(blend(theme.paper, theme.ink, 0.45)), 1.0))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    # Between the map and the corner

    def _size(self, box: Box) -> QSize:
        """As large as the map asks for, in its own shape."""
        surface = self._surface
        width = min(look.px(_WIDTH), surface.width() // _SHARE)
        height = min(look.px(_HEIGHT), surface.height() // _SHARE)
        scale = min(
            (width - 2 * _AROUND) / max(box.width, 1.0), (height - 2 * _AROUND) / max(box.height, 1.0)
        )
        return QSize(
            max(round(box.width * scale + 2 * _AROUND), 60), max(round(box.height * scale + 2 * _AROUND), 48)
        )

    def _place(self, corner: tuple[int, int], size: QSize) -> QRect:
        right, low = corner
        x = self._surface.width() - size.width() - _OFF if right else _OFF
        y = self._surface.height() - size.height() - _OFF if low else _OFF
        return QRect(QPoint(x, y), size)

    def _free_corner(self) -> tuple[int, int] | None:
        """The corner with the fewest cards under it, the one it is in rather than another as free."""
        surface = self._surface
        size = self._size(surface.picture.box)
        covered = {}
        for corner in sorted(_CORNERS, key=lambda corner: corner != self._corner):
            part = surface.view.part(QRectF(self._place(corner, size)), surface.size())
            covered[corner] = sum(held.box.intersects(part) for held in surface.picture.cards.values())
            if not covered[corner]:
                return corner
        return None if surface.height() < look.px(_LOW) else min(covered, key=covered.__getitem__)

    def _scale(self, box: Box) -> float:
        return min(
            (self.width() - 2 * _AROUND) / max(box.width, 1.0),
            (self.height() - 2 * _AROUND) / max(box.height, 1.0),
        )

    def _rectangle(self, box: Box) -> QRectF:
        whole = self._surface.picture.box
        scale, (x, y) = self._scale(whole), whole.centre
        left, top = (box.x - x) * scale + self.width() / 2, (box.y - y) * scale + self.height() / 2
        return QRectF(left, top, box.width * scale, box.height * scale)

    def _on_map(self, point: QPointF) -> tuple[float, float]:
        whole = self._surface.picture.box
        scale, (x, y) = self._scale(whole), whole.centre
        return x + (point.x() - self.width() / 2) / scale, y + (point.y() - self.height() / 2) / scale

    # Following

    def _follow_view(self) -> None:
        """Another part is seen; the first time, once the map itself is there."""
        if self._shown is not None or self.isVisible():
            self.take_place()
        if not self._pressed:
            self._later.start()

    def _catch_up(self) -> None:
        self._later.stop()
        self._corner = self._free_corner()
        self.take_place()

    def _followed(self, before: Document, after: Document) -> None:
        if before.actors is not after.actors or before.categories is not after.categories:
            self._later.start()

    def _give_way(self, point: QPointF) -> None:
        """The hand carries something there: what is under the corner can be reached."""
        if self.isVisible() and QRectF(self.geometry()).adjusted(-60, -40, 60, 40).contains(point):
            self._folded = True
            self.hide()

    def _give_way_to(self, line: QRect) -> None:
        if line.isEmpty():
            self._come_back()
            self._later.start()
        elif self.isVisible() and self.geometry().intersects(line):
            self._folded = True
            self.hide()

    def _come_back(self) -> None:
        if self._folded:
            self._folded = False
            self.take_place()

    def _name_itself(self) -> None:
        self.setAccessibleName(_("Overview of the map"))
        self.setToolTip(_("The whole map: press to go there"))
