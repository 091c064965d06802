"""What lies over a room for a while, a line or a small bar, stays where it is about as the room changes around it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, QTimer, SignalInstance
from PySide6.QtWidgets import QWidget

_CHANGES = (QEvent.Type.Resize, QEvent.Type.StyleChange)
"""The room is smaller or larger, or its letters are: all in it have changed then."""


class Standing(QObject):
    """Has `what` stand again, by `stand`, whenever its room or the letters change, or when `moved` says that what it
    stands by has: keys never go where nobody looks."""

    def __init__(
        self,
        what: QWidget,
        room: QWidget,
        stand: Callable[[], object],
        moved: SignalInstance | None = None,
    ) -> None:
        super().__init__(what)
        self._what, self._stand = what, stand
        room.installEventFilter(self)
        if moved is not None:
            moved.connect(self.again)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _CHANGES:
            self.again()
        return super().eventFilter(watched, event)

    def again(self) -> None:
        """Once all around has its place, and if it is still there."""
        QTimer.singleShot(0, self, lambda: None if self._what.isHidden() else self._stand())


def kept_inside(corner: QPoint, size: QSize, room: QRect) -> QPoint:
    """The corner, moved no more than what is that large needs to be whole in the room; its top left where it is not."""
    x = min(corner.x(), room.x() + room.width() - size.width())
    y = min(corner.y(), room.y() + room.height() - size.height())
    return QPoint(max(x, room.x()), max(y, room.y()))
