"""The participants as a table: type in the last row to add one, paste many from a spreadsheet in one go."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    Qt,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from facilitator import terms
from facilitator.model import gestures
from facilitator.model.document import Participant
from facilitator.model.gestures import together
from facilitator.model.vocabulary import Attendance
from facilitator.ui.fields import button, label, spoken
from facilitator.ui.sheet.people_model import COLUMNS, YES_NO, Index, People, pasted
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _, ngettext


class Cell(QStyledItemDelegate):
    """Edits a cell: a line, or the list of attendances."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.editor: QWidget | None = None

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        asked = COLUMNS[index.column()]
        if asked.field == "attendance":
            listed = QComboBox(parent)
            for key in Attendance:
                listed.addItem(terms.capitalised(terms.attendance_name(key)), key)
            listed.activated.connect(lambda _n: self.commitData.emit(listed))
            self.editor = listed
        else:
            self.editor = QLineEdit(parent)
        self.editor.setAccessibleName(_(asked.heading))
        return self.editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self.editor = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(editor.findData(value), 0))
        elif isinstance(editor, QLineEdit):
            editor.setText(value or "")

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, Attendance(editor.currentData()))
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())


class PeopleTable(QTableView):
    """The table with its keys: paste, delete, Alt+Up and Alt+Down to reorder."""

    def __init__(
        self, workspace: Workspace, parent: QWidget | None = None, people: People | None = None
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.people = people or People(workspace)
        self.people.setParent(self)
        self.setModel(self.people)
        self._cell = Cell(self)
        self.setItemDelegate(self._cell)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setWordWrap(False)
        self.setAlternatingRowColors(False)
        for n, asked in enumerate(COLUMNS):
            small = asked.field in ("attendance", *YES_NO)
            mode = QHeaderView.ResizeMode.ResizeToContents if small else QHeaderView.ResizeMode.Stretch
            self.horizontalHeader().setSectionResizeMode(n, mode)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setHighlightSections(False)
        workspace.settling.connect(self.settle)
        spoken(self, workspace, lambda: self.setAccessibleName(_("Participants")))

    def changeEvent(self, event: QEvent) -> None:
        """Rows and columns follow the size of letters."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            letters = self.fontMetrics()
            self.horizontalHeader().setMinimumSectionSize(letters.averageCharWidth() * 12)
            self.verticalHeader().setDefaultSectionSize(max(30, letters.height() + 14))

    def settle(self) -> None:
        """Keeps the cell that is being typed."""
        if self._cell.editor is not None:
            self.commitData(self._cell.editor)
            self.closeEditor(self._cell.editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def selected_people(self) -> list[Participant]:
        """Those with a selected cell, in order."""
        numbers = sorted({index.row() for index in self.selectedIndexes()})
        return [self.people.rows[n] for n in numbers if n < len(self.people.rows)]

    def delete_selected(self) -> None:
        """Removes them in one step."""
        gone = [gestures.delete_participant(row.id) for row in self.selected_people()]
        if gone:
            self.workspace.do(together("participant.delete", gone))

    def shift(self, by: int) -> None:
        """Moves the current person one row up (-1) or down (1)."""
        at, column = self.currentIndex().row(), self.currentIndex().column()
        ids = [row.id for row in self.people.rows]
        if not (0 <= at < len(ids) and 0 <= at + by < len(ids)):
            return
        moved = ids.pop(at)
        before = ids[at + by] if at + by < len(ids) else None
        if self.workspace.do(gestures.move_participant(moved, before)):
            self.setCurrentIndex(self.people.index(at + by, column))

    def paste(self) -> None:
        """Adds the people copied elsewhere, all in one step."""
        column = max(self.currentIndex().column(), 0)
        text = QGuiApplication.clipboard().text()
        gesture = pasted(text, column if column < 4 else 0)
        if gesture is None:
            self.workspace.say(_("There is nobody to paste: copy lines of a spreadsheet first."))
        elif self.workspace.do(gesture):
            count = gesture.count
            self.workspace.say(ngettext("{n} person pasted.", "{n} people pasted.", count).format(n=count))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in ways:
            self.shift(ways[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._empty_cells()
        else:
            super().keyPressEvent(event)

    def _empty_cells(self) -> None:
        """Delete empties the selected cells of text, as a spreadsheet does."""
        edits = [
            gestures.edit_participant(self.people.rows[index.row()].id, **{COLUMNS[index.column()].field: ""})
            for index in self.selectedIndexes()
            if index.row() < len(self.people.rows) and index.column() < 4
        ]
        if edits:
            self.workspace.do(together("participant.edit", edits))


class PeoplePage(QWidget):
    """The table, and what one does with its rows."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.table = PeopleTable(workspace)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 4)
        column.setSpacing(10)
        column.addWidget(
            label(
                workspace,
                N_(
                    "Each person chooses whether they are named in the minutes, and whether they receive them. "
                    "E-mail addresses are never printed."
                ),
                "muted",
            )
        )
        column.addWidget(self.table, 1)
        paste = button(workspace, N_("Paste from a spreadsheet"), self.table.paste, "small")
        up = button(workspace, N_("Move up"), lambda: self.table.shift(-1), "small")
        down = button(workspace, N_("Move down"), lambda: self.table.shift(1), "small")
        delete = button(workspace, N_("Delete"), self.table.delete_selected, "danger")
        row = QHBoxLayout()
        row.addWidget(paste)
        row.addStretch(1)
        for one in (up, down, delete):
            row.addWidget(one)
        for one in (paste, up, down, delete):
            one.setEnabled(not workspace.read_only)
        column.addLayout(row)
