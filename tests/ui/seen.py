"""What is seen of a widget: where it is, and whether its words are whole."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget


def laid_out() -> None:
    """Lets what was asked of the windows be laid out: sizes first, then what follows from them."""
    for _n in range(4):
        QApplication.processEvents()


def place(widget: QWidget, room: QWidget) -> QRect:
    """Where a widget is in the room around it."""
    return QRect(widget.mapTo(room, widget.rect().topLeft()), widget.size())


def in_sight(widget: QWidget, room: QWidget) -> bool:
    """Whether all of a widget is seen in that room: nothing around it cuts it."""
    around: QWidget = widget
    while around is not room:
        around = around.parentWidget() or room
        if not around.rect().contains(place(widget, around)):
            return False
    return widget.isVisible()


def whole(told: QLabel | QAbstractButton) -> bool:
    """Whether all the words of a label, or of a button, have room."""
    if isinstance(told, QAbstractButton):
        return told.width() >= told.sizeHint().width() and told.height() >= told.sizeHint().height()
    room = told.contentsRect()
    wanted = told.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), told.text())
    return room.adjusted(-1, -1, 1, 1).contains(wanted)
