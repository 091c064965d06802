"""Icons in the colours of the windows: given to a button once, they follow it from light to dark."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from facilitator import paths
from facilitator.drawing.shapes import Box, Picture, Shape
from facilitator.drawing.theme import Theme, theme
from facilitator.ui import ink, look

SIDE = 20.0
"""Icons are drawn on a square of so many units."""
_OFF = 0.4
"""How much is left of an icon of what cannot be done."""

Drawing = Callable[[QPainter, Theme], object]


class _Engine(QIconEngine):
    """Draws an icon once for each size and each look of the windows."""

    def __init__(self, draw: Drawing, size: QSize) -> None:
        super().__init__()
        self._draw, self._size = draw, size
        self._drawn: dict[tuple[Theme, int, int, bool], QPixmap] = {}

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.drawPixmap(rect, self.pixmap(rect.size() * painter.device().devicePixelRatioF(), mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        shown, off = look.theme(), mode == QIcon.Mode.Disabled
        key = shown, size.width(), size.height(), off
        if key not in self._drawn:
            self._drawn[key] = self._made(size, shown, _OFF if off else 1.0)
        return self._drawn[key]

    def _made(self, size: QSize, shown: Theme, opacity: float) -> QPixmap:
        """The drawing in the middle of that size, as large as it holds there."""
        image = QPixmap(size)
        image.fill(Qt.GlobalColor.transparent)
        held = self._size.scaled(size, Qt.AspectRatioMode.KeepAspectRatio)
        painter = ink.begin(QPainter(image))
        painter.setOpacity(opacity)
        painter.translate((size.width() - held.width()) / 2, (size.height() - held.height()) / 2)
        painter.scale(held.width() / self._size.width(), held.height() / self._size.height())
        self._draw(painter, shown)
        painter.end()
        return image

    def clone(self) -> QIconEngine:
        copy = _Engine(self._draw, self._size)
        _CLONES.append(copy)
        return copy


_CLONES: list[_Engine] = []
"""Qt asks for one where somebody alters an icon, which nobody does here, and would not keep it alive."""


def drawn(shapes: Callable[[Theme], Iterable[Shape]], size: QSize | None = None) -> QIcon:
    """The shapes that a look of the windows gives, on a square of 20 units or on another size."""
    held = size or QSize(int(SIDE), int(SIDE))
    box = Box(0.0, 0.0, held.width(), held.height())

    def draw(painter: QPainter, shown: Theme) -> None:
        ink.paint(painter, Picture(tuple(shapes(shown)), box))

    return QIcon(_Engine(draw, held))


@lru_cache(maxsize=32)
def shipped(name: str) -> QIcon:
    """A shipped drawing, its colours of the day in those of the moment."""
    plain = paths.resource("icons", f"{name}.svg").read_text("utf-8")

    def draw(painter: QPainter, shown: Theme) -> None:
        recoloured = in_colours(plain, shown).encode()
        QSvgRenderer(QByteArray(recoloured)).render(painter, QRectF(0.0, 0.0, SIDE, SIDE))

    return QIcon(_Engine(draw, QSize(int(SIDE), int(SIDE))))


def in_colours(svg: str, shown: Theme) -> str:
    """A drawing made in the colours of the day, in those of another look."""
    day = theme("screen")
    for colour in ("ink", "muted", "accent"):
        svg = svg.replace(getattr(day, colour), getattr(shown, colour))
    return svg
