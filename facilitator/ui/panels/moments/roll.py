"""The roll call: a person a row, a key for whether they came, and the two choices they make about their data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QStyleOptionViewItem, QWidget

from facilitator.model import gestures
from facilitator.model.document import Participant
from facilitator.model.vocabulary import Attendance
from facilitator.ui import look
from facilitator.ui.panels.rows import AddLine
from facilitator.ui.sheet.people import Cell, PeopleTable
from facilitator.ui.sheet.people_model import COLUMNS, Index, People
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _

_ATTENDS = {
    Qt.Key.Key_P: Attendance.PRESENT,
    Qt.Key.Key_E: Attendance.EXCUSED,
    Qt.Key.Key_A: Attendance.ABSENT,
}
_CHOOSES = {Qt.Key.Key_N: "named", Qt.Key.Key_R: "receives"}
"""The same letters in every language: présent, excusé, absent, nommé, reçoit."""
_LETTERS = {Attendance.PRESENT: N_("P"), Attendance.EXCUSED: N_("E"), Attendance.ABSENT: N_("A")}
_HEADED = {"attendance": "", "named": N_("N"), "receives": N_("R")}
_SHOWN = ("name", "attendance", "named", "receives")
_NARROW = 30
"""Width of a column of one letter, in pixels at 100 %."""
_AT_ONCE = 12
"""Rows in sight before the list scrolls."""


_LEFT_OUT = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
"""Keys mean the same with these."""
_WHOLE_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class Room(People):
    """The people alone; headings of one letter, told whole to who points at them or listens."""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.AccessibleTextRole:
                role = Qt.ItemDataRole.ToolTipRole
            elif role == Qt.ItemDataRole.DisplayRole and COLUMNS[section].field in _HEADED:
                said = _HEADED[COLUMNS[section].field]
                return _(said) if said else ""
        return super().headerData(section, orientation, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags & ~Qt.ItemFlag.ItemIsEditable if COLUMNS[index.column()].field == "attendance" else flags


class _Row(Cell):
    """A name with the organisation beside it; one letter says who came, and who did not is paler."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        row = self._table.people.rows[index.row()]
        field = COLUMNS[index.column()].field
        if field == "attendance":
            option.text = _(_LETTERS[row.attendance])
            option.displayAlignment = Qt.AlignmentFlag.AlignCenter
            option.font.setBold(row.attendance is not Attendance.PRESENT)
        elif field == "name":
            option.text = " · ".join(filter(None, (row.name, row.organisation)))
            if row.attendance is not Attendance.PRESENT:
                option.palette.setColor(QPalette.ColorRole.Text, QColor(look.theme().muted))
                option.font.setItalic(True)

    def __init__(self, table: RollCall) -> None:
        super().__init__(table)
        self._table = table


class RollCall(PeopleTable):
    """As high as its people, up to a point. P, E and A say who came and go on to the next; N and R their choices."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent, Room(workspace))
        self._cell = _Row(self)
        self.setItemDelegate(self._cell)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        for n, asked in enumerate(COLUMNS):
            self.setColumnHidden(n, asked.field not in _SHOWN)
            if asked.field in _SHOWN[1:]:
                self.horizontalHeader().setSectionResizeMode(n, QHeaderView.ResizeMode.Fixed)
        self.people.modelReset.connect(self.updateGeometry)
        self.people.rowsInserted.connect(self.updateGeometry)
        self.clicked.connect(self._clicked)
        self._fit()

    def sizeHint(self) -> QSize:
        rows = min(max(self.people.rowCount(), 1), _AT_ONCE)
        heights = (
            rows * self.verticalHeader().defaultSectionSize() + self.horizontalHeader().sizeHint().height()
        )
        return QSize(200, heights + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~_LEFT_OUT
        people = self.selected_people()
        if held or not people or self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif key in _ATTENDS:
            self._note(people, attendance=_ATTENDS[Qt.Key(key)])
            self._stand(self.currentIndex().row() + 1)
        elif key in _CHOOSES:
            field = _CHOOSES[Qt.Key(key)]
            self._note(people, **{field: not all(getattr(row, field) for row in people)})
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            at = self.currentIndex().row()
            self.delete_selected()
            self._stand(at)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex().siblingAtColumn(0))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.selected_people():
            self._stand(self.currentIndex().row())

    def _clicked(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """A click on the letter goes round: present, excused, absent."""
        if COLUMNS[index.column()].field == "attendance":
            row, all_ = self.people.rows[index.row()], list(Attendance)
            self._note([row], attendance=all_[(all_.index(row.attendance) + 1) % len(all_)])

    def _note(self, people: list[Participant], **changes: object) -> None:
        self.workspace.do(gestures.edit_participants([row.id for row in people], **changes))

    def _stand(self, row: int) -> None:
        last = self.people.rowCount() - 1
        if last >= 0:
            at = self.people.index(min(max(row, 0), last), max(self.currentIndex().column(), 0))
            self.selectionModel().setCurrentIndex(at, _WHOLE_ROW)

    def _fit(self) -> None:
        self.horizontalHeader().setMinimumSectionSize(look.px(24))
        self.verticalHeader().setDefaultSectionSize(look.px(30))
        for n, asked in enumerate(COLUMNS):
            if asked.field in _SHOWN[1:]:
                self.setColumnWidth(n, look.px(_NARROW))
        self.updateGeometry()


class PeopleLine(AddLine):
    """Names a person, and their organisation after a semicolon; several lines pasted are as many people."""

    def __init__(self, workspace: Workspace, add: Callable[[str], bool], paste: Callable[[], object]) -> None:
        super().__init__(workspace, lambda: _("Add a person… (name; organisation)"), add)
        self._paste = paste

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pasting = event.matches(QKeySequence.StandardKey.Paste)
        if pasting and "\n" in QGuiApplication.clipboard().text().strip():
            self._paste()
        else:
            super().keyPressEvent(event)
