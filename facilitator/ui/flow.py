"""A layout that fills lines with widgets, like words: chips and segments at any width and letter size."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QWidget, QWidgetItem


class Flow(QLayout):
    """Lines of widgets, each at its natural size; `gap` in pixels between them both ways. One that is wider than a
    whole line wraps in it, if it can.

    With `cell`, a width in pixels, they are a grid instead: as many columns as there is room for, all as wide.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 6, cell: int = 0) -> None:
        super().__init__(parent)
        self._held: list[QLayoutItem] = []
        self._gap = gap
        self._cell = cell
        self._heights: dict[int, int] = {}
        """By width; Qt asks for the same ones again and again."""
        self._sizes: list[tuple[QLayoutItem, QSize, QSize]] = []
        """Of each that is shown, its natural and its least size; none where they must be asked for."""
        self.setContentsMargins(QMargins())

    def setSpacing(self, gap: int) -> None:
        self._gap = gap
        self.invalidate()

    def spacing(self) -> int:
        return self._gap

    def invalidate(self) -> None:
        self._forget()
        super().invalidate()

    def _forget(self) -> None:
        self._heights.clear()
        self._sizes = []  # another list: one that is being gone through stays as it is

    def addWidget(self, widget: QWidget) -> None:
        """As Qt does, but the item is ours: those that Qt makes went now and then while they were still held here, and
        the app with them."""
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._forget()
        self._held.append(item)

    def insert(self, index: int, widget: QWidget) -> None:
        """Adds a widget before another; the last place is the one before nothing."""
        self.addWidget(widget)
        self._held.insert(index, self._held.pop())
        self.invalidate()

    def count(self) -> int:
        return len(self._held)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._held[index] if 0 <= index < len(self._held) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self._forget()
        return self._held.pop(index) if 0 <= index < len(self._held) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._lay(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for _item, _natural, least in self._shown():
            size = size.expandedTo(least)
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def _lay(self, rect: QRect, *, move: bool) -> int:
        """Places the widgets, or only says how high they would stand."""
        inside = rect.marginsRemoved(self.contentsMargins())
        x, y, line = inside.x(), inside.y(), 0
        for item, natural, least in self._shown():
            size = self._shared(item, inside.width()) if self._cell else natural
            width = min(size.width(), max(inside.width(), least.width()))
            if x > inside.x() and x + width > inside.x() + inside.width():
                x, y, line = inside.x(), y + line + self._gap, 0
            wraps = width < size.width() and item.hasHeightForWidth()
            high = item.heightForWidth(width) if wraps else size.height()
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, high)))
            x += width + self._gap
            line = max(line, high)
        margins = self.contentsMargins()
        return y + line - rect.y() + margins.bottom()

    def _shown(self) -> list[tuple[QLayoutItem, QSize, QSize]]:
        if not self._sizes:
            self._sizes = [
                (item, item.sizeHint(), item.minimumSize()) for item in self._held if not item.isEmpty()
            ]
        return self._sizes

    def _shared(self, item: QLayoutItem, whole: int) -> QSize:
        """The size of one of the cells that share a line."""
        columns = max((whole + self._gap) // (self._cell + self._gap), 1)
        width = max((whole - self._gap * (columns - 1)) // columns, 1)
        return QSize(
            width, item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
        )


def beside(*widgets: QWidget, stretches: Sequence[int] = ()) -> QHBoxLayout:
    """Widgets side by side, their tops aligned; equal widths unless `stretches` says otherwise."""
    line = QHBoxLayout()
    line.setContentsMargins(QMargins())
    line.setSpacing(6)
    for n, widget in enumerate(widgets):
        line.addWidget(widget, stretches[n] if stretches else 1, Qt.AlignmentFlag.AlignTop)
    return line
