"""The list of what is found: names with the letters that were meant, and what is told beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from facilitator.model.finding import marks
from facilitator.ui import ink, look
from facilitator.ui.finding.subjects import Subject
from facilitator.ui.finding.telling import Told

_INDEX = QModelIndex | QPersistentModelIndex
_ROW, _ICON, _AIR = 32, 20, 10
"""Height of a row, side of an icon, and air between parts, in pixels at a text size of 100 %."""
_NOTE_SHARE = 0.55
"""What a note may take of a row."""


class Rows(QAbstractListModel):
    """The subjects found; what is told of each is asked when it is seen."""

    def __init__(self, tell: Callable[[Subject], Told], parent: QWidget) -> None:
        super().__init__(parent)
        self._tell = tell
        self._subjects: Sequence[Subject] = ()
        self.typed = ""

    def show(self, subjects: Sequence[Subject], typed: str) -> None:
        """Lists these, for what was typed."""
        self.beginResetModel()
        self._subjects, self.typed = subjects, typed
        self.endResetModel()

    def subject(self, row: int) -> Subject | None:
        """What stands in a row."""
        return self._subjects[row] if 0 <= row < len(self._subjects) else None

    def told(self, row: int) -> Told:
        """What is told beside it."""
        return self._tell(self._subjects[row])

    def rowCount(self, parent: _INDEX = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._subjects)

    def data(self, index: _INDEX, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        subject = self.subject(index.row())
        if subject is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return subject.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(subject, self._tell(subject))
        if role == Qt.ItemDataRole.ToolTipRole:
            return subject.name
        return None


def spoken(subject: Subject, told: Told) -> str:
    """A row as it is read aloud."""
    return f"{subject.name}, {told.note}" if told.note else subject.name


class Listing(QListView):
    """The rows on the screen. The keys stay in the line where one types: it moves the mark from there."""

    def __init__(self, rows: Rows, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(rows)
        self.setItemDelegate(_Drawn(rows, self))
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    @property
    def row_height(self) -> int:
        """Of every row, in pixels."""
        return look.px(_ROW)

    def mark(self, row: int) -> None:
        """Marks a row, and brings it into sight."""
        index = self.model().index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)


class _Drawn(QStyledItemDelegate):
    """A row: an icon, the name with the letters meant in bold, and the note at the right."""

    def __init__(self, rows: Rows, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _INDEX) -> QSize:
        return QSize(look.px(200), look.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _INDEX) -> None:
        subject = self._rows.subject(index.row())
        if subject is None:
            return
        told = self._rows.told(index.row())
        at = QStyleOptionViewItem(option)
        at.text = ""
        widget: QWidget = at.widget
        row = QRectF(at.rect)
        widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, at, painter, widget)
        room = row.adjusted(look.px(_AIR), 0, -look.px(_AIR), 0)
        if told.icon is not None:
            side = look.px(_ICON)
            told.icon.paint(painter, round(room.left()), round(room.center().y() - side / 2), side, side)
        room.setLeft(room.left() + look.px(_ICON + _AIR))
        shown = look.theme()
        taken = _paint_note(painter, room, told.note, ink.solid(shown.muted))
        room.setRight(room.right() - taken)
        painter.setPen(ink.solid(shown.ink if told.possible else shown.muted))
        _paint_name(painter, room, subject.name, self._rows.typed, look.font())


def _paint_note(painter: QPainter, room: QRectF, note: str, pen: QPen) -> float:
    """The note, at the right; the width it takes."""
    face = look.font(look.SMALL)
    letters = QFontMetricsF(face)
    shown = letters.elidedText(note, Qt.TextElideMode.ElideRight, room.width() * _NOTE_SHARE)
    painter.setFont(face)
    painter.setPen(pen)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), shown)
    return letters.horizontalAdvance(shown) + look.px(_AIR) if shown else 0.0


def _paint_name(painter: QPainter, room: QRectF, name: str, typed: str, face: QFont) -> None:
    """The name on one line, with an ellipsis where room is short."""
    # As wide as in bold throughout: the letters meant are, and must not push the others out.
    wide = QFontMetricsF(look.font(bold=True))
    name = wide.elidedText(name, Qt.TextElideMode.ElideRight, room.width())
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.Bold)
    bold.setFontUnderline(True)
    layout = QTextLayout(name, face)
    ranges = []
    for start, end in marks(name, typed) if typed else ():
        one = QTextLayout.FormatRange()
        one.start, one.length, one.format = start, end - start, bold
        ranges.append(one)
    layout.setFormats(ranges)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(room.width(), 1.0) * 2)
    layout.endLayout()
    painter.save()
    painter.setClipRect(room)
    layout.draw(painter, room.topLeft() + QRectF(0, (room.height() - line.height()) / 2, 0, 0).topLeft())
    painter.restore()
