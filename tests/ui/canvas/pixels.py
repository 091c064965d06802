"""What is seen, compared."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QPushButton, QWidget


class Paintings(QObject):
    """Counts the paintings of each kind of widget."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.seen.append(type(watched).__name__)
        return False


def far_apart(one: QImage, other: QImage) -> float:
    """Share of pixels that differ visibly; crossing lines may be painted in another order."""
    assert one.size() == other.size()
    points = [(x, y) for x in range(0, one.width(), 2) for y in range(0, one.height(), 2)]
    different = sum(differ(one.pixelColor(x, y), other.pixelColor(x, y)) for x, y in points)
    return different / len(points)


def differ(a: QColor, b: QColor, most: int = 90) -> bool:
    return abs(a.red() - b.red()) + abs(a.green() - b.green()) + abs(a.blue() - b.blue()) > most


def on_screen(window: QWidget) -> QImage:
    """What the screen has of a window, painted in parts as events asked."""
    QApplication.processEvents()
    return window.screen().grabWindow(window.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)


def inked(button: QPushButton) -> int:
    """How many pixels the sign and the words of a button take, its frame aside."""
    seen = button.grab().toImage()
    paper = seen.pixelColor(button.width() // 2, 4)
    points = [(x, y) for x in range(6, button.width() - 6) for y in range(5, button.height() - 4)]
    return sum(differ(seen.pixelColor(x, y), paper) for x, y in points)
