"""The wall, small: exactly what the room sees, once the hands rest and only when it changed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.drawing.theme import theme
from facilitator.ui.projection.projector import Projector

_REST = 300
"""Milliseconds after the last change: no gesture waits for the picture of the one before."""
_FINE = 2
"""The wall is painted this much larger than it is shown, then made smaller: lines stay lines."""
_WIDEST = 2
"""The most it is wide beside the time, for the height it is given: a wall wider than that is lower."""


class Miniature(QWidget):
    """A picture of the projection, as wide as it is given, in its proportions up to the height it is given."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._projector: Projector | None = None
        self._picture = QPixmap()
        self._most, self._narrow = 400, False
        self._wait = QTimer(self, singleShot=True, interval=_REST)
        self._wait.timeout.connect(self._take)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def look_at(self, projector: Projector | None) -> None:
        """Shows this window from now on, or none."""
        if self._projector is not None and self._projector is not projector:
            self._projector.shown.disconnect(self.refresh)
            self._projector.second.disconnect(self._take_time)
        if projector is not None and self._projector is not projector:
            projector.shown.connect(self.refresh)
            projector.second.connect(self._take_time)
        self._projector = projector
        self.refresh()

    def refresh(self) -> None:
        """Takes another picture soon."""
        if self._projector is not None and self.isVisible():
            self._wait.start()

    def rest(self) -> None:
        self._wait.stop()

    def keep_low(self, most: int, *, narrow: bool) -> None:
        """Is no higher than this; `narrow`, it takes no more width than that asks for."""
        self._most, self._narrow = most, narrow
        self._fit()

    def _fit(self) -> None:
        """Takes the proportions of the wall."""
        projector = self._projector
        share = projector.height() / max(projector.width(), 1) if projector is not None else 9 / 16
        if self._narrow:
            wide = min(round(self._most / share), _WIDEST * self._most)
            self.setFixedSize(wide, max(round(wide * share), 1))
        else:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
            self.setFixedHeight(max(min(round(self.width() * share), self._most), 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.refresh()

    def showEvent(self, _event: object) -> None:
        self.refresh()

    def hideEvent(self, _event: object) -> None:
        self._wait.stop()

    def _take(self) -> None:
        projector = self._projector
        if projector is None or not projector.isVisible() or not projector.width():
            return
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._wait.start()
            return
        ratio = self.devicePixelRatioF()
        size = projector.size().scaled(self.size() * ratio, Qt.AspectRatioMode.KeepAspectRatio)
        self._picture = _reduced(projector, size)
        self._picture.setDevicePixelRatio(ratio)
        self._fit()
        self.update()

    def _take_time(self) -> None:
        """A second costs a corner, here too."""
        projector = self._projector
        if projector is None or self._picture.isNull() or not self.isVisible() or self._wait.isActive():
            return
        face = projector.beside.face
        if face.isHidden():
            return
        ratio = self._picture.devicePixelRatio()
        scale = self._picture.width() / max(projector.width(), 1)
        place = QRectF(face.x() * scale, face.y() * scale, face.width() * scale, face.height() * scale)
        small = _reduced(face, place.size().toSize().expandedTo(QSize(1, 1)))
        painter = QPainter(self._picture)
        painter.scale(1 / ratio, 1 / ratio)
        painter.drawPixmap(place.topLeft().toPoint(), small)
        painter.end()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().window())
        if not self._picture.isNull():
            size = self._picture.deviceIndependentSize().toSize()
            left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
            painter.drawPixmap(left, top, self._picture)
            painter.setPen(QColor(self.palette().placeholderText().color()))
            painter.drawRect(left, top, size.width() - 1, size.height() - 1)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()


def _reduced(part: QWidget, size: QSize) -> QPixmap:
    """A part of the wall in so many pixels, painted by itself somewhat larger: a fraction of what a picture of all its
    pixels takes."""
    large = QPixmap(size * _FINE)
    large.setDevicePixelRatio(large.width() / part.width())
    large.fill(QColor(theme("room").surface))  # a part that does not paint yet is plain
    part.render(large)
    large.setDevicePixelRatio(1.0)
    return large.scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
