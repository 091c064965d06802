"""What an import would do, line by line, as a table: lines that meet an actor who is there can say it is another."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics

from facilitator.exchange import report
from facilitator.exchange.columns import Kind
from facilitator.exchange.incoming.session import Place
from facilitator.exchange.report import Done, Line
from facilitator.words import _

Index = QModelIndex | QPersistentModelIndex
PLACE, SAME, SAID = range(3)
_ROOT = QModelIndex()
_PLAIN = (Done.ADDED, Done.MATCHED)
"""What needs no look: it is as one expects."""


class Lines(QAbstractTableModel):
    """Where a line is, whether its actor is the one who is there, what becomes of it."""

    told_apart = Signal(int)
    """A person says, of that row, that the actor is, or is not, the one of that name."""

    def __init__(self) -> None:
        super().__init__()
        self.apart: set[Place] = set()
        self._lines: tuple[Line, ...] = ()
        self.shown: list[Line] = []
        self.some = False

    def hold(self, lines: tuple[Line, ...]) -> None:
        """Shows these, or those of them that need a look."""
        self.beginResetModel()
        self._lines = lines
        self.shown = [
            line for line in lines if not self.some or line.done not in _PLAIN or line.key == "actors.apart"
        ]
        self.endResetModel()

    def narrow(self, some: bool) -> None:
        """Only what needs a look, or everything."""
        self.some = some
        self.hold(self._lines)

    def asks(self, line: Line) -> bool:
        """Whether it met an actor who is there, or would have."""
        met = line.done in (Done.COMPLETED, Done.MATCHED) or line.key == "actors.apart"
        return line.table == Kind.ACTORS and bool(line.line) and met

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (_("Line"), _("Same actor"), _("What becomes of it"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.shown[index.row()]
        if index.column() == SAME:
            if not self.asks(line):
                return None
            if role == Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Unchecked if _place(line) in self.apart else Qt.CheckState.Checked
            if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
                return _("The actor of that name is the same one; untick to add another")
            return None
        if role not in (
            Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole,
        ):  # fmt: skip
            return None
        return report.place(line) if index.column() == PLACE else report.said(line)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.column() == SAME and self.asks(self.shown[index.row()]):
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        line = self.shown[index.row()]
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != SAME or not self.asks(line):
            return False
        same = Qt.CheckState(value) == Qt.CheckState.Checked
        (self.apart.discard if same else self.apart.add)(_place(line))
        self.told_apart.emit(index.row())
        return True

    def widest(self, letters: QFontMetrics) -> int:
        """The room the places take."""
        return max((letters.horizontalAdvance(report.place(line)) for line in self.shown[:500]), default=0)


def _place(line: Line) -> Place:
    return line.file, line.line
