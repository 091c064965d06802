"""Cells changed in place: a line to type in, a list to choose in. Enter keeps, Tab goes on, Esc leaves it as it was."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QGuiApplication, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QApplication,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from facilitator.model.document import ordered
from facilitator.model.texts import LINE
from facilitator.ui import look
from facilitator.ui.fields.typed import step_of_document
from facilitator.ui.parts import for_a_menu
from facilitator.ui.twin.rows import Index, Rows
from facilitator.ui.twin.told import Column
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.twin.table import Table

Hint = QAbstractItemDelegate.EndEditHint
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_WRITTEN = ("line", "one", "several")
"""How cells are changed that Tab goes to: it puts nothing on the map, and ticks nothing."""
_SHOWN = 8
"""Choices in sight at once."""


class Choices(QListWidget):
    """What there is to choose from, under the cell: one, or those that are ticked where there may be several."""

    def __init__(self, rows: Rows, column: Column, parent: QWidget) -> None:
        super().__init__(parent)
        self.several = column.how == "several"
        look.measure(self, icon=18)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._values: list[object] = []  # Qt would hand back a plain text for a key of the vocabulary
        letters = QFontMetrics(self.font())
        height = max(look.px(26), letters.height() + look.px(6))
        for option in column.options(rows.document) if column.options is not None else ():
            item = QListWidgetItem(option.text, self)
            item.setSizeHint(QSize(letters.horizontalAdvance(option.text) + look.px(60), height))
            self._values.append(option.value)
            if option.icon is not None:
                item.setIcon(option.icon)
            if self.several:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Unchecked)

    def show_value(self, value: object) -> None:
        """Marks what the session holds."""
        held = value if isinstance(value, tuple) else (value,)
        marked = [n for n in range(self.count()) if self._value(n) in held]
        for n in marked if self.several else ():
            self.item(n).setCheckState(Qt.CheckState.Checked)
        self.setCurrentRow(marked[0] if marked else 0)

    def chosen(self) -> object:
        """The value that is marked; all those that are ticked where there may be several."""
        if not self.several:
            return self._value(self.currentRow())
        on = Qt.CheckState.Checked
        return tuple(self._value(n) for n in range(self.count()) if self.item(n).checkState() == on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        event.accept()  # at its first or last choice, an arrow is not for the table under it

    def sizeHint(self) -> QSize:
        rows = min(max(self.count(), 1), _SHOWN)
        width = self.sizeHintForColumn(0) + 2 * self.frameWidth() + look.px(16)
        return QSize(width, self.sizeHintForRow(0) * rows + 2 * self.frameWidth() + look.px(4))

    def _value(self, row: int) -> object:
        return self._values[row] if row >= 0 else None


class Cells(QStyledItemDelegate):
    """Opens the editor a column asks for, and hands over what comes out of it.

    What the session refuses stays in its editor, to be put right; where the editor must go, it waits in the clipboard.
    The name of somebody else is told as one types, and takes a second Enter.
    """

    def __init__(self, rows: Rows, table: Table) -> None:
        super().__init__(table)
        self._rows = rows
        self._table = table
        self._refused = False
        self._like, self._asked = "", False
        self.editor: QWidget | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A frame says where the keyboard is."""
        super().paint(painter, option, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(look.theme().accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = self._rows.columns[index.column()]
        if column.how == "line":
            line = QLineEdit(parent)
            line.setMaxLength(LINE)
            line.setProperty("role", "cell")
            line.textEdited.connect(partial(self._look, QPersistentModelIndex(index)))
            self.editor = line
        else:
            listed = Choices(self._rows, column, parent)
            if not listed.several:
                listed.itemClicked.connect(lambda _item: self.finish(Hint.SubmitModelCache))
            self.editor = listed
        self.editor.setAccessibleName(_(column.heading))
        return self.editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if editor is self.editor:
            self.editor = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = self._rows.value(index)
        if isinstance(editor, Choices):
            editor.show_value(value)
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(value or "")
            editor.selectAll()

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        self._refused = False  # a gesture may show this cell again
        if isinstance(editor, Choices):
            self._refused = not self._rows.setData(index, self._in_order(index, editor.chosen()))
        elif isinstance(editor, QLineEdit):
            self._refused = not self._rows.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        cell: QRect = option.rect
        room, size = self._table.viewport().rect(), editor.sizeHint()
        if isinstance(editor, QLineEdit):  # all of the cell, and more where its text is longer
            typed = editor.text() or str(
                self._rows.value(index) or ""
            )  # it is not there yet as the line opens
            text = editor.fontMetrics().horizontalAdvance(typed) + look.px(24)
            width = min(max(cell.width(), text), room.width())
            left = max(min(cell.left(), room.width() - width), 0)
            editor.setGeometry(left, cell.top(), width, cell.height())
            return
        width = min(max(size.width(), cell.width()), room.width())
        height = min(size.height(), room.height())
        below = cell.bottom() + height <= room.bottom()
        top = cell.bottom() if below else max(min(cell.top() - height, room.bottom() - height), 0)
        if not below and cell.top() < height:  # neither below nor above: over the cell
            top = room.bottom() - height + 1
        editor.setGeometry(min(max(cell.left(), 0), room.width() - width), top, width, height)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.editor is not None:
            key = Qt.Key(event.key())
            if key in _ENTER:
                self.finish(Hint.SubmitModelCache)
                return True
            if key in _TABS:
                if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                    self._leave_for(event)
                else:
                    self._go_on(_TABS[key])
                return True
            up_down = isinstance(editor, QLineEdit) and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
            if up_down or step_of_document(self._rows.workspace, event):
                return True
        elif isinstance(event, QFocusEvent) and event.lostFocus() and self.editor is not None:
            if isinstance(editor, QWidget) and for_a_menu(editor, event):
                return False  # the keyboard comes back to it
            self._refused = False
            gone = super().eventFilter(editor, event)
            if self._refused:
                self._rescue(editor)
            return gone
        return super().eventFilter(editor, event)

    def finish(self, hint: Hint) -> None:
        """Keeps what is in the editor and closes it; what is refused stays there."""
        editor = self.editor
        if editor is not None and not self._asks(editor, hint):
            self.commitData.emit(editor)
            if not self._refused:
                self.closeEditor.emit(editor, hint)

    def _go_on(self, way: int) -> None:
        """Keeps what is in the editor and opens the next cell that is written in, of the next row after the last one;
        or the one before."""
        at = QPersistentModelIndex(self._table.currentIndex())
        self.finish(Hint.NoHint)
        if self.editor is not None or not at.isValid():
            return
        cells = [n for n, column in enumerate(self._rows.columns) if column.how in _WRITTEN]
        row = at.row()
        beside = [n for n in cells[::way] if (n - at.column()) * way > 0]
        if not beside:
            beside, row = cells[::way], row + way
            while self._rows.key_at(row) and self._rows.pair_at(row) is None:
                row += way  # a heading
        if self._rows.key_at(row):
            index = self._rows.index(row, beside[0])
            self._table.choose(index)
            self._table.edit(index)

    def _leave_for(self, event: QKeyEvent) -> None:
        """Keeps what is in the editor; the keys are for the list then."""
        self.finish(Hint.NoHint)
        if self.editor is None:
            QApplication.sendEvent(self._table, event.clone())

    def _look(self, index: QPersistentModelIndex, text: str) -> None:
        """Says so when somebody else of that name is there already."""
        self._like, self._asked = self._rows.like(index, text), False
        if self._like:
            said = _("“{actor}” is already in the session.")
            self._rows.workspace.say(said.format(actor=self._like))

    def _asks(self, editor: QWidget, hint: Hint) -> bool:
        """Whether what is typed takes one more Enter: offered, not forced."""
        typed = isinstance(editor, QLineEdit) and editor.isModified() and self._like
        if not typed or hint is not Hint.SubmitModelCache or self._asked:
            return False
        self._asked = True
        said = _("“{actor}” is already in the session: Enter again keeps this name.")
        self._rows.workspace.say(said.format(actor=self._like))
        return True

    def settle(self) -> None:
        """Something is about to read the whole session: what is in the editor is kept, and the editor goes."""
        editor = self.editor
        if editor is not None:
            self.commitData.emit(editor)
            if self._refused:
                self._rescue(editor)
            self.closeEditor.emit(editor, Hint.NoHint)

    def _rescue(self, editor: QObject) -> None:
        if isinstance(editor, QLineEdit) and editor.text().strip():
            QGuiApplication.clipboard().setText(editor.text())
            self._rows.workspace.say(
                _("What you typed could not be kept: it is in the clipboard, ready to be pasted."), error=True
            )

    def _in_order(self, index: Index, value: object) -> object:
        """Types of a link stand in the order of the session."""
        if self._rows.columns[index.column()].key != "types" or not isinstance(value, tuple):
            return value
        return tuple(row.id for row in ordered(self._rows.document.link_types) if row.id in value)
