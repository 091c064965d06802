"""What the wall paints beside the map: its bands of words, its pages without a map, its clock."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from facilitator.drawing import lettering
from facilitator.drawing.lettering import CAP_HEIGHT
from facilitator.drawing.shapes import Box, Picture, Shape, Text
from facilitator.drawing.theme import Theme, theme
from facilitator.ui import ink
from facilitator.ui.projection.pages import MARGIN

_BARS = 0.6
"""Room for the two bars of a clock that waits, as a share of its letters."""


class Band(QWidget):
    """A picture over the whole width of the wall; a rule below it in accent, above it in grey, or none."""

    def __init__(self, parent: QWidget, rule: str = "") -> None:
        super().__init__(parent)
        self.picture: Picture | None = None
        self._prepared: ink.Prepared | None = None
        self._scale = 1.0
        self._look = theme("room")
        self._rule = rule
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_picture(self, picture: Picture, scale: float, look: Theme) -> bool:
        """Shows a picture `scale` times its size, and is as high; False where it is the one there was."""
        if picture == self.picture and scale == self._scale and look is self._look:
            return False
        self.picture, self._prepared = picture, ink.Prepared(picture)
        self._scale, self._look = scale, look
        self.setFixedHeight(round(picture.box.bottom * scale))
        self.update()
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = ink.begin(QPainter(self))
        painter.fillRect(self.rect(), ink.colour(self._look.surface))
        thick = max(1, round((2.5 if self._rule == "below" else 1.0) * self._scale))
        if self._rule and self.height():
            rule = QRect(0, self.height() - thick if self._rule == "below" else 0, self.width(), thick)
            colour = self._look.accent if self._rule == "below" else self._look.hairline
            painter.fillRect(rule, ink.colour(colour))
        painter.scale(self._scale, self._scale)
        if self._prepared is not None:
            self._prepared.paint(painter)
        painter.end()


class ClockFace(QWidget):
    """The time left, in a corner of its own: a second costs nothing else."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.picture: Picture | None = None
        self._scale = 1.0
        self._look = theme("room")
        self._shown = ("", False, False)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def width_of(self, time: str, look: Theme) -> float:
        """The room it takes at the right of the banner, in units of the wall."""
        digits = "".join("0" if sign.isdigit() else sign for sign in time)
        return lettering.width(digits, _size(look), True) + _size(look) * _BARS + MARGIN

    def show_time(self, time: str, running: bool, last: bool, scale: float, look: Theme) -> None:
        """Shows a time at the top right, in accent while it is the last of its step; still, it bears two bars."""
        size, room = _size(look), self.width_of(time, look)
        high = size * 1.25
        corner = QRect(0, 0, round(room * scale), round(high * scale))
        corner.moveTopRight(self.window().rect().topRight())
        corner.translate(0, round(16.0 * scale))
        self.setGeometry(corner)  # the wall may be wider, or less, at the same time
        if (
            (time, running, last, scale) == (*self._shown, self._scale)
            and look is self._look
            and self.picture
        ):
            return
        self._shown, self._scale, self._look = (time, running, last), scale, look
        colour = look.muted if not running else look.accent if last else look.ink
        right = room - MARGIN
        words: list[Shape] = [Text(right, high / 2 + size * CAP_HEIGHT / 2, time, size, True, colour, "end")]
        self.picture = Picture(tuple(words), Box(0.0, 0.0, room, high))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = ink.begin(QPainter(self))
        painter.fillRect(self.rect(), ink.colour(self._look.surface))
        painter.scale(self._scale, self._scale)
        if self.picture is not None:
            ink.paint(painter, self.picture)
            if not self._shown[1]:
                self._paint_bars(painter, self.picture)
        painter.end()

    def _paint_bars(self, painter: QPainter, picture: Picture) -> None:
        size = _size(self._look)
        wide = lettering.width(self._shown[0], size, True)
        left = picture.box.width - MARGIN - wide - size * 0.5
        top, high = picture.box.height / 2 - size * CAP_HEIGHT / 2, size * CAP_HEIGHT
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.brush(self._look.muted))
        for x in (left, left + size * 0.2):
            painter.drawRect(QRectF(QPointF(x, top), QPointF(x + size * 0.1, top + high)))


def _size(look: Theme) -> float:
    return look.title * 1.6
