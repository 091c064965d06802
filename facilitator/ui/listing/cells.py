"""The grid as rows and columns: fields of intervention down, categories across, the names of actors in the cells."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from facilitator import terms
from facilitator.model.coverage import Coverage, coverage
from facilitator.model.document import Actor, Category, Document, ordered
from facilitator.model.names import fold
from facilitator.ui.fields.icons import category_icon
from facilitator.ui.workspace import Workspace
from facilitator.words import _, ngettext

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

_NAMED = 3
"""Names told in a cell; the others are counted."""
_FIELDS = "fields"
"""Where the desk keeps the fields that were asked for, and have nobody yet."""


class Cells(QAbstractTableModel):
    """Follows the document by itself; a cell that is empty tells its question."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.categories: list[Category] = []
        self.held = Coverage((), {})
        self.awake = True
        """Whether someone sees it: else what changes is only read once it is seen again."""
        self._stale = False
        workspace.changed.connect(self._followed)
        self._read()

    def rouse(self, awake: bool) -> None:
        """Follows the session again, or rests."""
        self.awake = awake
        if awake and self._stale:
            self.renew()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.held.fields)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.categories)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            category = self.categories[section]
            if role == Role.DecorationRole:
                return category_icon(category)
            return terms.category_name(category) if role in (Role.DisplayRole, Role.ToolTipRole) else None
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return self.held.fields[section] or _("Field not said")
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        actors = self.actors(index)
        if role == Role.DisplayRole:
            if not actors:
                return "?" if self.held.fields[index.row()] else ""
            told = _told(actors, _NAMED)
            return told[0] if len(told) == 1 else "\n".join(f"· {name}" for name in told)
        if role == Role.ToolTipRole:
            return "\n".join(actor.name for actor in actors) or self.question(index)
        if role == Role.AccessibleTextRole:
            return self._read_aloud(index, actors)
        if role == Role.TextAlignmentRole:
            return (
                (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
                if actors
                else Qt.AlignmentFlag.AlignCenter
            )
        return None

    def _read_aloud(self, index: Index, actors: tuple[Actor, ...]) -> str:
        if not actors:
            return self.question(index)
        names = ", ".join(_told(actors, len(actors)))
        return _("{label}: {value}").format(label=self.place(index), value=names)

    def actors(self, index: Index) -> tuple[Actor, ...]:
        """Those of a cell."""
        return self.held.cells.get(self.kind(index), ())

    def kind(self, index: Index) -> tuple[str, str]:
        """The field and the category of a cell."""
        return self.held.fields[index.row()], self.categories[index.column()].id

    def question(self, index: Index) -> str:
        """What the room is asked of a cell."""
        return terms.missing_question(self.categories[index.column()], self.held.fields[index.row()])

    def place(self, index: Index) -> str:
        """Where a cell is, in words."""
        field = self.held.fields[index.row()] or _("Field not said")
        return f"{terms.category_plural(self.categories[index.column()])} · {field}"

    def ask_field(self, name: str) -> int:
        """One more field to look for actors in; its row."""
        if self._row_of(name) is None:
            self.workspace.keep(_FIELDS, [*self._asked(), name])
            self.renew()
        return self._row_of(name) or 0

    def _row_of(self, name: str) -> int | None:
        """Where a field is, however it is written; None while nobody looks for it."""
        return next((n for n, field in enumerate(self.held.fields) if fold(field) == fold(name)), None)

    def counted(self) -> str:
        """How much is there, in a few words."""
        empty = self.held.empty(category.id for category in self.categories)
        return ngettext("{n} cell to ask the room about", "{n} cells to ask the room about", empty).format(
            n=empty
        )

    def renew(self) -> None:
        """Reads everything again, in the words of the moment."""
        self.beginResetModel()
        self._stale = False
        self._read()
        self.endResetModel()

    def _read(self) -> None:
        document = self.workspace.document
        self.categories = ordered(document.categories)
        self.held = coverage(document, self._asked())

    def _asked(self) -> list[str]:
        kept = self.workspace.desk.get(_FIELDS, [])
        return [name for name in kept if isinstance(name, str)] if isinstance(kept, list) else []

    def _followed(self, before: Document, after: Document) -> None:
        if all(getattr(before, name) is getattr(after, name) for name in ("actors", "zones", "categories")):
            return
        if not self.awake:
            self._stale = True
            return
        was = self.held.fields, [c.id for c in self.categories]
        now = coverage(after, self._asked())
        same = was[0] == now.fields and before.categories is after.categories
        if same and _names(self.held) == _names(now):
            self.held = now  # a card was moved: nothing is to be read again
        elif was == (now.fields, [c.id for c in ordered(after.categories)]):
            self.held, self.categories = now, ordered(after.categories)
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        else:
            self.renew()


def _names(held: Coverage) -> dict[tuple[str, str], list[tuple[str, str]]]:
    return {key: [(actor.id, actor.name) for actor in actors] for key, actors in held.cells.items()}


def _told(actors: tuple[Actor, ...], most: int) -> list[str]:
    names = [actor.name for actor in actors]
    if len(names) <= most:
        return names
    more = len(names) - most + 1
    return [*names[: most - 1], ngettext("and {n} more", "and {n} more", more).format(n=more)]
