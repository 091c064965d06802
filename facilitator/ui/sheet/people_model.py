"""The participants as rows and columns, and people pasted from a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from facilitator import terms
from facilitator.model import gestures
from facilitator.model.document import Document, Participant, new_id, ordered
from facilitator.model.gestures import Gesture, together
from facilitator.model.names import fold
from facilitator.model.vocabulary import Attendance
from facilitator.ui.fields import Place
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _

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
YES_NO = ("named", "receives")
"""The two choices of a person about their data."""
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
        return _told_choice(value, role) if field in YES_NO else _told_text(field, value, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.workspace.read_only:
            return flags
        if COLUMNS[index.column()].field in YES_NO:
            return flags | Qt.ItemFlag.ItemIsUserCheckable if index.row() < len(self.rows) else flags
        return flags | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        field = COLUMNS[index.column()].field
        if role == Qt.ItemDataRole.CheckStateRole:
            value = Qt.CheckState(value) == Qt.CheckState.Checked
        if index.row() >= len(self.rows):
            if not str(value).strip() or field in (*YES_NO, "attendance"):
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
        elif asked.field in YES_NO:
            values[asked.field] = fold(cell) in _YES
        else:
            values[asked.field] = cell
    told = any(
        isinstance(value, str) and value.strip() for key, value in values.items() if key != "attendance"
    )
    return Participant(new_id(), **values) if told else None
