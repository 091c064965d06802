"""What is seen of a widget: where it is, and whether its words are whole."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget


def place(widget: QWidget, room: QWidget) -> QRect:
    """Where a widget is in the room around it."""
    return QRect(widget.mapTo(room, widget.rect().topLeft()), widget.size())


def in_sight(widget: QWidget, room: QWidget) -> bool:
    """Whether all of a widget is seen in that room."""
    seen = widget.visibleRegion().boundingRect()
    return widget.isVisible() and seen == widget.rect() and room.rect().contains(place(widget, room))


def whole(told: QLabel | QAbstractButton) -> bool:
    """Whether all the words of a label, or of a button, have room."""
    if isinstance(told, QAbstractButton):
        return told.width() >= told.sizeHint().width() and told.height() >= told.sizeHint().height()
    room = told.contentsRect()
    wanted = told.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), told.text())
    return room.adjusted(-1, -1, 1, 1).contains(wanted)
