"""How a step looks in the list of the journey, and the line where its title is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from facilitator.drawing.theme import blend, readable
from facilitator.model import gestures
from facilitator.terms import wording
from facilitator.ui import look
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.panels.steps import StepList

ID = Qt.ItemDataRole.UserRole
"""Where an item of the list keeps the id of its step."""
_MARK, _GAP, _PAD = 20, 8, 6
"""Pixels: the round mark, what lies beside it, and what is left free at both ends of a row."""
_AT_EASE, _CLOSE = (10, 30), (4, 26)
"""Pixels above and below a title together, and the least height of a row."""
_KEPT = 500
"""Heights of rows kept at most."""
_TEXT = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

Index = QModelIndex | QPersistentModelIndex


class StepLook(QStyledItemDelegate):
    """A round mark (number, or tick once done), the title on as many lines as it needs, its minutes."""

    def __init__(self, steps: StepList) -> None:
        super().__init__(steps)
        self._steps = steps
        self._heights: dict[tuple[object, ...], int] = {}

    def _fonts(self) -> tuple[QFont, QFont]:
        title, small = QFont(self._steps.font()), QFont(self._steps.font())
        small.setPixelSize(max(round(title.pixelSize() * 12 / 14), 9))
        return title, small

    def _title_rect(self, rect: QRect, minutes: str, small: QFont) -> QRect:
        mark = self._mark()
        right = QFontMetrics(small).horizontalAdvance(minutes) + _GAP
        return rect.adjusted(_PAD + mark + _GAP, 0, -right - _PAD, 0)

    def _mark(self) -> int:
        return max(_MARK, round(QFontMetrics(self._steps.font()).height() * 1.15))

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._steps.viewport().width()
        current = str(index.data(ID)) == self._steps.workspace.step_id
        told = (width, str(index.data()), self._minutes(index), current, self._steps.font().key())
        key = (*told, self._steps.drawn_close)
        if key not in self._heights:  # Qt asks for the same ones again and again
            if len(self._heights) > _KEPT:
                self._heights.clear()
            self._heights[key] = self._height(*told[:-1])
        return QSize(width, self._heights[key])

    def _height(self, width: int, text: str, minutes: str, current: bool) -> int:
        title, small = self._fonts()
        title.setBold(current)
        room = self._title_rect(QRect(0, 0, width, 1000), minutes, small)
        height = QFontMetrics(title).boundingRect(room, _TEXT.value, text).height()
        air, least = _CLOSE if self._steps.drawn_close else _AT_EASE
        return max(height + air, self._mark() + 4, least)

    def _minutes(self, index: Index) -> str:
        step = self._steps.workspace.document.steps.get(str(index.data(ID)))
        if step is None or not step.minutes:
            return ""
        if step.skipped:
            return _("skipped")
        spent = self._steps.spent.get(step.id, 0)
        told = (
            _("{spent} / {n} min").format(spent=spent, n=step.minutes)
            if spent
            else _("{n} min").format(n=step.minutes)
        )
        return told.replace(" / ", "/").replace(" ", "\N{NO-BREAK SPACE}")

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        step = self._steps.workspace.document.steps.get(str(index.data(ID)))
        if step is None:
            return
        shown = look.theme()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        current = step.id == self._steps.workspace.step_id
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(rect).adjusted(1, 1, -1, -1)
        if current or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(blend(shown.accent, shown.paper, 0.88 if current else 0.95)))
            painter.drawRoundedRect(ground, 8, 8)
        if self._steps.hasFocus() and index.row() == self._steps.currentRow():
            painter.setPen(QPen(QColor(shown.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground, 8, 8)
        title, small = self._fonts()
        done = self._steps.done.get(step.id, False) and not step.skipped
        self._paint_mark(painter, rect, index.row() + 1, done=done, skipped=step.skipped, small=small)
        title.setBold(current)
        title.setStrikeOut(step.skipped)
        painter.setFont(title)
        painter.setPen(QColor(shown.muted if step.skipped else shown.ink))
        minutes = self._minutes(index)
        painter.drawText(self._title_rect(rect, minutes, small), _TEXT.value, str(index.data()))
        painter.setFont(small)
        painter.setPen(QColor(shown.muted))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect.adjusted(0, 0, -_PAD, 0), right.value, minutes)
        painter.restore()

    def _paint_mark(
        self, painter: QPainter, rect: QRect, number: int, *, done: bool, skipped: bool, small: QFont
    ) -> None:
        shown = look.theme()
        side = self._mark() - 2
        circle = QRectF(rect.left() + _PAD, rect.center().y() + 0.5 - side / 2, side, side)
        colour = QColor(shown.muted if skipped else shown.accent)
        painter.setPen(QPen(colour, 1.6))
        painter.setBrush(colour if done else QColor(shown.surface))
        painter.drawEllipse(circle)
        if done:
            painter.setPen(QPen(QColor(readable(shown.accent)), 1.8))
            x, y, u = circle.center().x(), circle.center().y(), side / 20
            painter.drawPolyline(
                [QPointF(x - 4.2 * u, y), QPointF(x - 1.2 * u, y + 3 * u), QPointF(x + 4.4 * u, y - 3 * u)]
            )
            return
        number_font = QFont(small)
        number_font.setBold(True)
        painter.setFont(number_font)
        painter.setPen(colour)
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter.value, str(number))

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        line = QLineEdit(parent)
        line.setAccessibleName(_("Title of the step"))
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data()))
            editor.selectAll()

    def setModelData(self, editor: QWidget, _model: object, index: Index) -> None:
        step = self._steps.workspace.document.steps.get(str(index.data(ID)))
        if isinstance(editor, QLineEdit) and step is not None:
            title = editor.text().strip()
            if title and title != wording(step.title):
                self._steps.workspace.do(gestures.edit_step(step.id, title=title))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        rect: QRect = option.rect
        editor.setGeometry(rect.adjusted(_PAD + self._mark() + 4, 1, -2, -1))
