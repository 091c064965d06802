"""Rows of the session as a table: told once, told again only where something changed, in any order, found by a word.

A list keeps its place while the session changes: rows come, go and move by themselves, and those that stay keep the
keyboard, the selection and where one scrolled to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from facilitator import words
from facilitator.model.changes import Change, difference
from facilitator.model.names import fold
from facilitator.ui import look
from facilitator.ui.fields import Place
from facilitator.ui.twin.told import Cell, Column, Told
from facilitator.ui.workspace import Pair, Workspace
from facilitator.words import _

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole


class Rows(QAbstractTableModel):
    """A table of the session. Kinds of rows say which keys there are, how one is told, and which changed."""

    table = ""
    columns: tuple[Column, ...] = ()
    sorts = True
    """Whether they may be sorted by a column."""
    counted = Signal()
    """How many rows there are, match, or are set aside by the lens may have changed."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.document = workspace.document
        self.keys: list[str] = []
        self.sorted_by: tuple[int, bool] | None = None
        """The column rows are sorted by, and whether from the last to the first; None for the order people gave."""
        self.wanted = ""
        self._kept: set[str] = set()
        """Rows changed here since one looks for these words: none goes from under the hand."""
        self._told: dict[str, Told] = {}
        self._seen = workspace.seen
        self._without: frozenset[str] = frozenset()
        """What one does without for a minute, and what goes with it."""
        self._language = words.language()

    # What a kind of rows says

    def all_keys(self) -> Sequence[str]:
        """Every row there is, in the order people gave them."""
        raise NotImplementedError

    def tell(self, key: str) -> Told:
        """How a row reads."""
        raise NotImplementedError

    def touched(self, changes: Sequence[Change]) -> Iterable[str] | None:
        """Which rows may read otherwise, come or go; None for all of them."""
        raise NotImplementedError

    def id_of(self, key: str) -> str:
        """The id of the row of the session a key stands for; empty for a heading."""
        return key

    def like(self, _index: Index, _text: str) -> str:
        """The name of somebody else who may well be who is being named there; empty where there is nobody."""
        return ""

    # Rows by their key

    def told(self, key: str) -> Told:
        """A row as it is told, kept until it changes."""
        held = self._told.get(key)
        if held is None:
            held = self._told[key] = self.tell(key)
        return held

    def key_at(self, row: int) -> str:
        """The key of a row of the list; empty past its end."""
        return self.keys[row] if 0 <= row < len(self.keys) else ""

    def pair_at(self, row: int) -> Pair | None:
        """What a row selects on the map."""
        id_ = self.id_of(self.key_at(row)) if 0 <= row < len(self.keys) else ""
        return (self.table, id_) if id_ else None

    def column(self, key: str) -> int:
        """The number of the column of that key."""
        return next(n for n, column in enumerate(self.columns) if column.key == key)

    # In step with the session

    def follow(self) -> None:
        """Shows the session as it is now: costs what changed since it was last shown."""
        before, after = self.document, self.workspace.document
        if self._language != words.language():
            self._language = words.language()
            self.document, self._seen = after, self.workspace.seen
            self._retell(None)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
            return
        if before is not after:
            self.document = after
            self._retell(self.touched(difference(before, after)))
        self.look()

    def look(self) -> None:
        """Shows what the lens sets aside now, and what one does without."""
        before, now, what_if = self._seen, self.workspace.seen, self.workspace.what_if
        without = what_if.off | what_if.gone
        if before is not now or without != self._without:
            turned = (before.faded ^ now.faded) | (before.hidden ^ now.hidden) | (self._without ^ without)
            self._seen, self._without = now, without
            self._retell(self.keys_of(turned))

    def keys_of(self, ids: Iterable[str]) -> Iterable[str]:
        """The keys of the rows that stand for these ids."""
        return ids

    def fill(self) -> None:
        """Tells everything for the first time."""
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sorts by a column, accents and case aside; a column of no number brings back the order people gave."""
        self.sorted_by = (column, order == Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self._arrange()

    def look_for(self, text: str) -> None:
        """Keeps the rows that hold these words, accents and case aside."""
        self.wanted = text
        self._kept.clear()
        self._arrange()

    def keep(self, key: str) -> None:
        """A row that is being changed, or was just made, is in the list until other words are looked for."""
        self._kept.add(key)
        if key not in self.keys:
            self._arrange()

    def aside_count(self) -> int:
        """How many of the rows in the list the lens fades or hides on the map."""
        aside = self._seen.faded | self._seen.hidden | self._without
        return len({self.id_of(key) for key in self.keys} & aside) if aside else 0

    def how_aside(self, id_: str) -> str:
        """How the lens sets a row aside, in words; empty where it does not."""
        if id_ in self._seen.hidden:
            return _("hidden on the map")
        if id_ in self._without:
            return _("crossed out by “What if…”")
        return _("faded on the map") if id_ in self._seen.faded else ""

    def _retell(self, touched: Iterable[str] | None) -> None:
        wanted = None if touched is None else set(touched)
        if wanted is not None and not wanted:
            return
        changed = None if wanted is None else [key for key in wanted if key in self._told]
        if changed is None:
            self._told.clear()
        else:
            for key in changed:
                del self._told[key]
        self._arrange()
        last = len(self.columns) - 1
        if changed is None and self.keys:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.keys) - 1, last))
        for key in changed or ():
            if key in self.keys:
                row = self.keys.index(key)
                self.dataChanged.emit(self.index(row, 0), self.index(row, last))

    def _arrange(self) -> None:
        words_ = [fold(word) for word in self.wanted.split() if any(c.isalnum() for c in word)]
        keys = list(self.all_keys())
        if words_:
            keys = [
                key
                for key in keys
                if key in self._kept or all(word in self.told(key).search for word in words_)
            ]
        if self.sorted_by is not None:
            column, down = self.sorted_by
            keys.sort(key=lambda key: self._order(key, column), reverse=down)
        self._turn_to(keys)
        self.counted.emit()

    def _order(self, key: str, column: int) -> Any:
        """What a cell is sorted by: numbers as numbers, texts folded, blanks after them."""
        cell = self.told(key).cells[column]
        return cell.order if cell.order is not None else (not cell.text, fold(cell.text))

    def _turn_to(self, keys: list[str]) -> None:
        """Shows these rows in this order: some go, those that stay move, others come, and each is said to the view."""
        if keys == self.keys:
            return
        wanted, held = set(keys), set(self.keys)
        for first, last in reversed(_runs(self.keys, lambda key: key not in wanted)):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self.keys[first : last + 1]
            self.endRemoveRows()
        stay = [key for key in keys if key in held]
        if stay != self.keys:
            self._reorder(stay)
        for first, last in _runs(keys, lambda key: key not in held):
            self.beginInsertRows(QModelIndex(), first, last)
            self.keys[first:first] = keys[first : last + 1]
            self.endInsertRows()

    def _reorder(self, keys: list[str]) -> None:
        self.layoutAboutToBeChanged.emit()
        at = {key: row for row, key in enumerate(keys)}
        old = self.persistentIndexList()
        new = [self.index(at[self.keys[index.row()]], index.column()) for index in old]
        self.keys = keys
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    # As Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.keys)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == ROLE.DisplayRole else None
        if role == ROLE.DisplayRole:
            return _(self.columns[section].heading)
        if role == ROLE.ToolTipRole and self.sorts:
            return _("Sort by “{column}” (O in the column)").format(column=_(self.columns[section].heading))
        return None

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> Any:
        told = self.told(self.keys[index.row()])
        cell = told.cells[index.column()]
        reads = _READS.get(role)
        if reads is not None:
            return reads(cell)
        if role == ROLE.EditRole:
            return self.value(index)
        if role == ROLE.CheckStateRole and self.columns[index.column()].how == "tick" and not told.group:
            return Qt.CheckState.Checked if self.value(index) else Qt.CheckState.Unchecked
        return _look(told, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.told(self.keys[index.row()]).group:
            return Qt.ItemFlag.ItemIsEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        how = self.columns[index.column()].how
        if self.workspace.read_only or not how or how == "asked":
            return flags
        return flags | (Qt.ItemFlag.ItemIsUserCheckable if how == "tick" else Qt.ItemFlag.ItemIsEditable)

    def place(self, index: Index) -> Place | None:
        """The field of the session a cell stands for; None for a heading."""
        id_ = self.id_of(self.keys[index.row()])
        return Place(self.table, self.columns[index.column()].key, (id_,)) if id_ else None

    def value(self, index: Index) -> Any:
        """What the session holds in that place; None where the cell only tells."""
        place = self.place(index)
        return place.value(self.document) if place is not None and self.columns[index.column()].how else None

    def setData(self, index: Index, value: Any, role: int = ROLE.EditRole) -> bool:
        """Keeps a value; True where the session then says it, False where it was refused."""
        place = self.place(index)
        if place is None:
            return False
        self.keep(self.keys[index.row()])
        if role == ROLE.CheckStateRole:
            value = Qt.CheckState(value) == Qt.CheckState.Checked
        return place.value(self.workspace.document) == value or self.workspace.do(place.write(value))


_READS: dict[int, Callable[[Cell], Any]] = {
    ROLE.DisplayRole: lambda cell: cell.text,
    ROLE.ToolTipRole: lambda cell: cell.text or None,
    ROLE.AccessibleTextRole: lambda cell: cell.spoken or cell.text,
    ROLE.DecorationRole: lambda cell: cell.icon,
}


def _look(told: Told, role: int) -> Any:
    """Headings are bold; what the lens sets aside is muted, and in italics for who sees no grey."""
    if role == ROLE.ForegroundRole and told.aside:
        return QColor(look.theme().muted)
    if role == ROLE.FontRole and (told.aside or told.group):
        face = QFont()
        face.setItalic(told.aside)
        face.setBold(told.group)
        return face
    return None


def _runs(keys: Sequence[str], chosen: Callable[[str], bool]) -> list[tuple[int, int]]:
    """The first and last place of each unbroken run of chosen keys."""
    runs: list[tuple[int, int]] = []
    for at, key in enumerate(keys):
        if chosen(key):
            if runs and runs[-1][1] == at - 1:
                runs[-1] = (runs[-1][0], at)
            else:
                runs.append((at, at))
    return runs
