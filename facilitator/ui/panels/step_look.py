"""How a step looks in the list of the journey, and the line where its title is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from facilitator.drawing.theme import blend, readable
from facilitator.model import gestures
from facilitator.model.document import Step
from facilitator.terms import wording
from facilitator.ui import look
from facilitator.ui.parts import for_a_menu
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.panels.steps import StepList

ID = Qt.ItemDataRole.UserRole
"""Where an item of the list keeps the id of its step."""
_MARK, _GAP, _PAD = 20, 8, 6
"""Pixels: the round mark, what lies beside it, and what is left free at both ends of a row."""
_AT_EASE, _CLOSE = (10, 30), (4, 26)
"""Pixels above and below a title together, and the least height of a row."""
_TEXT = (Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value
_RIGHT = (Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value
_MIDDLE = Qt.AlignmentFlag.AlignCenter.value

Index = QModelIndex | QPersistentModelIndex


class _Letters(NamedTuple):
    """What rows are written in at the text size of the moment, and the side of their mark in pixels."""

    plain: QFont
    bold: QFont
    small: QFont
    number: QFont
    mark: int

    @classmethod
    def of(cls, font: QFont) -> _Letters:
        """Those of a list in that font."""
        bold, small = QFont(font), QFont(font)
        bold.setBold(True)
        small.setPixelSize(max(round(font.pixelSize() * 12 / 14), 9))
        number = QFont(small)
        number.setBold(True)
        return cls(font, bold, small, number, max(_MARK, round(QFontMetrics(font).height() * 1.15)))

    def title(self, rect: QRect, minutes: str) -> QRect:
        """Where a title stands in its row, beside its minutes."""
        right = QFontMetrics(self.small).horizontalAdvance(minutes) + _GAP
        return rect.adjusted(_PAD + self.mark + _GAP, 0, -right - _PAD, 0)


class StepLook(QStyledItemDelegate):
    """A round mark (number, or tick once done), the title on as many lines as it needs, its minutes."""

    def __init__(self, steps: StepList) -> None:
        super().__init__(steps)
        self._steps = steps
        self._letters: _Letters | None = None
        self._sizes: dict[tuple[int, int], QSize] = {}
        """By row and width of the list; Qt asks for the same ones again and again."""

    def forget(self) -> None:
        """What rows say, or the letters they say it in, may be others."""
        self._letters = None
        self._sizes.clear()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._steps.viewport().width()
        size = self._sizes.get((index.row(), width))
        if size is None:
            size = self._sizes[index.row(), width] = QSize(width, self._height(width, index))
        return size

    def _height(self, width: int, index: Index) -> int:
        steps, letters = self._steps, self._written_in()
        step = steps.workspace.document.steps.get(str(index.data(ID)))
        current = step is not None and step.id == steps.workspace.step_id
        room = letters.title(QRect(0, 0, width, 1000), self._minutes(step))
        metrics = QFontMetrics(letters.bold if current else letters.plain)
        height = metrics.boundingRect(room, _TEXT, str(index.data())).height()
        air, least = _CLOSE if steps.drawn_close else _AT_EASE
        return max(height + air, letters.mark + 4, least)

    def _written_in(self) -> _Letters:
        if self._letters is None:
            self._letters = _Letters.of(QFont(self._steps.font()))
        return self._letters

    def _minutes(self, step: Step | None) -> str:
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
        letters = self._written_in()
        done = self._steps.done.get(step.id, False) and not step.skipped
        self._paint_mark(painter, rect, index.row() + 1, done=done, skipped=step.skipped)
        title = letters.bold if current else letters.plain
        if step.skipped:
            title = QFont(title)
            title.setStrikeOut(True)
        painter.setFont(title)
        painter.setPen(QColor(shown.muted if step.skipped else shown.ink))
        minutes = self._minutes(step)
        painter.drawText(letters.title(rect, minutes), _TEXT, str(index.data()))
        painter.setFont(letters.small)
        painter.setPen(QColor(shown.muted))
        painter.drawText(rect.adjusted(0, 0, -_PAD, 0), _RIGHT, minutes)
        painter.restore()

    def _paint_mark(self, painter: QPainter, rect: QRect, number: int, *, done: bool, skipped: bool) -> None:
        shown, letters = look.theme(), self._written_in()
        side = letters.mark - 2
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
        painter.setFont(letters.number)
        painter.setPen(colour)
        painter.drawText(circle, _MIDDLE, str(number))

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

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """A menu that opens leaves the line open: it gives the keyboard back to it."""
        left = event if isinstance(event, QFocusEvent) and event.lostFocus() else None
        if left is not None and isinstance(editor, QWidget) and for_a_menu(editor, left):
            return False
        return super().eventFilter(editor, event)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        rect: QRect = option.rect
        editor.setGeometry(rect.adjusted(_PAD + self._written_in().mark + 4, 1, -2, -1))
