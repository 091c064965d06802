"""The participants as a table: type in the last row to add one, paste many from a spreadsheet in one go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
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
from facilitator.model.document import Document, Participant, new_id, ordered
from facilitator.model.gestures import Gesture, together
from facilitator.model.names import fold
from facilitator.model.vocabulary import Attendance
from facilitator.ui.fields import Place, button, label, spoken
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _, ngettext

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Asked:
    """A column: the field of a participant, its heading, and the whole of it where that is too long."""

    field: str
    heading: str
    whole: str = ""

    @property
    def place(self) -> Place:
        return Place("participants", self.field)


COLUMNS = (
    Asked("name", N_("Name")),
    Asked("organisation", N_("Organisation")),
    Asked("role", N_("Role")),
    Asked("email", N_("E-mail")),
    Asked("attendance", N_("Attendance")),
    Asked("named", N_("Named"), N_("Named in the minutes")),
    Asked("receives", N_("Receives"), N_("Receives the minutes")),
)
_YES_NO = ("named", "receives")
_YES = {"oui", "o", "yes", "y", "x", "1", "vrai", "true"}


class People(QAbstractTableModel):
    """The participants of the document, and one blank row after them."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.rows: list[Participant] = ordered(workspace.document.participants)
        workspace.changed.connect(self._followed)
        workspace.language_changed.connect(self._retold)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        if parent.isValid():
            return 0
        return len(self.rows) + (0 if self.workspace.read_only else 1)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.ToolTipRole:
            return _(COLUMNS[section].whole or COLUMNS[section].heading)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return _(COLUMNS[section].heading)
        return str(section + 1) if section < len(self.rows) else "+"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        field = COLUMNS[index.column()].field
        if index.row() >= len(self.rows):
            blank = role == Qt.ItemDataRole.DisplayRole and field == "name"
            return _("Add a person…") if blank else None
        value = getattr(self.rows[index.row()], field)
        return _told_choice(value, role) if field in _YES_NO else _told_text(field, value, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.workspace.read_only:
            return flags
        if COLUMNS[index.column()].field in _YES_NO:
            return flags | Qt.ItemFlag.ItemIsUserCheckable if index.row() < len(self.rows) else flags
        return flags | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        field = COLUMNS[index.column()].field
        if role == Qt.ItemDataRole.CheckStateRole:
            value = Qt.CheckState(value) == Qt.CheckState.Checked
        if index.row() >= len(self.rows):
            if not str(value).strip() or field in (*_YES_NO, "attendance"):
                return False
            return self.workspace.do(gestures.add_participant(Participant(new_id(), **{field: value})))
        row = self.rows[index.row()]
        if getattr(row, field) == value:
            return False
        return self.workspace.do(gestures.edit_participant(row.id, **{field: value}))

    def _followed(self, before: Document, after: Document) -> None:
        if before.participants is after.participants:
            return
        rows = ordered(after.participants)
        if [row.id for row in rows] == [row.id for row in self.rows]:
            self.rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(COLUMNS) - 1))
        elif [row.id for row in rows[: len(self.rows)]] == [row.id for row in self.rows]:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(rows) - 1)
            self.rows = rows
            self.endInsertRows()
        else:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def _retold(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(COLUMNS) - 1))


def _told_choice(value: bool, role: int) -> Any:
    """A yes or no, as a box to tick and in words for who listens."""
    if role == Qt.ItemDataRole.CheckStateRole:
        return Qt.CheckState.Checked if value else Qt.CheckState.Unchecked
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return _("yes") if value else _("no")
    return None


def _told_text(field: str, value: Any, role: int) -> Any:
    if role == Qt.ItemDataRole.EditRole:
        return value
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
        return terms.capitalised(terms.attendance_name(value)) if field == "attendance" else value
    return None


def pasted(text: str, column: int = 0) -> Gesture | None:
    """The gesture that adds the people of some lines copied from a spreadsheet; None where there is nobody.

    Cells are separated by tabs (or by semicolons, where there is no tab) and go from that column on; a line of headings
    is left out.
    """
    mark = "\t" if "\t" in text else ";"
    lines = [[cell.strip() for cell in line.split(mark)] for line in text.splitlines() if line.strip()]
    if lines and _is_heading(lines[0]):
        lines = lines[1:]
    people = [_person(cells, column) for cells in lines]
    adds = [gestures.add_participant(person) for person in people if person is not None]
    return together("participant.add", adds) if adds else None


def _is_heading(cells: Sequence[str]) -> bool:
    known = {fold(name) for a in COLUMNS for name in (a.heading, a.whole, _(a.heading), _(a.whole))}
    return sum(fold(cell) in known for cell in cells if cell) >= min(2, len(cells))


def _person(cells: Sequence[str], column: int) -> Participant | None:
    values: dict[str, Any] = {}
    for asked, cell in zip(COLUMNS[column:], cells, strict=False):
        if asked.field == "attendance":
            names = {fold(terms.attendance_name(key)): key for key in Attendance}
            values["attendance"] = names.get(fold(cell), Attendance.PRESENT)
        elif asked.field in _YES_NO:
            values[asked.field] = fold(cell) in _YES
        else:
            values[asked.field] = cell
    told = any(
        isinstance(value, str) and value.strip() for key, value in values.items() if key != "attendance"
    )
    return Participant(new_id(), **values) if told else None


class _Cell(QStyledItemDelegate):
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

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.people = People(workspace, self)
        self.setModel(self.people)
        self._cell = _Cell(self)
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
            small = asked.field in ("attendance", *_YES_NO)
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
