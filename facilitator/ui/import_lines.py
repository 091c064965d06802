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
_OTHERS = ("actors.apart", "actors.likely")
"""What is said of actors who are added, though one who is there may be the same."""


class Lines(QAbstractTableModel):
    """Where a line is, whether its actor is the one who is there, what becomes of it."""

    told_apart = Signal(int)
    """A person says, of that row, that the actor is, or is not, the one of that name."""

    def __init__(self) -> None:
        super().__init__()
        self.apart: set[Place] = set()
        self.met: set[Place] = set()
        self._lines: tuple[Line, ...] = ()
        self.shown: list[Line] = []
        self.some = False

    def hold(self, lines: tuple[Line, ...]) -> None:
        """Shows these, or those of them that need a look."""
        self.beginResetModel()
        self._lines = lines
        self.shown = [
            line for line in lines if not self.some or line.done not in _PLAIN or line.key in _OTHERS
        ]
        self.endResetModel()

    def narrow(self, some: bool) -> None:
        """Only what needs a look, or everything."""
        self.some = some
        self.hold(self._lines)

    def asks(self, line: Line) -> bool:
        """Whether it met an actor who is there, or would have."""
        met = line.done in (Done.COMPLETED, Done.MATCHED) or line.key in _OTHERS
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
            return self._same(line, role) if self.asks(line) else None
        if role not in (
            Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole,
        ):  # fmt: skip
            return None
        return report.place(line) if index.column() == PLACE else report.said(line)

    def _same(self, line: Line, role: int) -> object:
        """Whether the actor of a line is the one who is there, and what that means."""
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Unchecked if line.key in _OTHERS else Qt.CheckState.Checked
        if role not in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if line.key == "actors.likely":
            return _("Tick if “{other}” is the same actor").format(other=line.values["other"])
        return _("The actor of that name is the same one; untick to add another")

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
        place = _place(line)
        if line.key == "actors.likely":
            self.met.add(place)
        elif place in self.met:
            self.met.discard(place)
        else:
            (self.apart.discard if same else self.apart.add)(place)
        self.told_apart.emit(index.row())
        return True

    def widest(self, letters: QFontMetrics) -> int:
        """The room the places take."""
        return max((letters.horizontalAdvance(report.place(line)) for line in self.shown[:500]), default=0)


def _place(line: Line) -> Place:
    return line.file, line.line
