"""The sections of the minutes: which ones, in which order. Kept with the session, each change a step of undo."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from facilitator import terms
from facilitator.model.document import Document
from facilitator.model.gestures import edit_workshop
from facilitator.model.sections import SECTIONS, arranged
from facilitator.ui import look
from facilitator.ui.fields.spoken import spoken
from facilitator.ui.workspace import Workspace
from facilitator.words import _

_LINE = 27
"""Pixels of a line, at a text size of 100 %."""
_KEY = Qt.ItemDataRole.UserRole


class SectionList(QListWidget):
    """Space takes a section or leaves it out; Alt+Up and Alt+Down move it, so does the mouse."""

    walked = Signal()
    """A key was pressed: the current section, which the list does not scroll to, is to be kept in sight."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._showing = False
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(not workspace.read_only)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(look.px(_LINE) * len(SECTIONS) + 2 * self.frameWidth() + look.px(8))
        self.itemChanged.connect(self._ticked)
        workspace.changed.connect(self._followed)
        spoken(self, workspace, self._tell)

    @property
    def keys(self) -> tuple[str, ...]:
        """The sections in the order shown."""
        return tuple(self.item(row).data(_KEY) for row in range(self.count()))

    def shift(self, by: int) -> None:
        """Moves the current section up (-1) or down (1)."""
        keys, at = list(self.keys), self.currentRow()
        if 0 <= at < len(keys) and 0 <= at + by < len(keys):
            keys.insert(at + by, keys.pop(at))
            self._order(keys)
            self.setCurrentRow(at + by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in ways:
            self.shift(ways[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
        self.walked.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The section that keys act on is seen from the first."""
        super().focusInEvent(event)
        if not self.selectedItems():
            self.setCurrentRow(max(self.currentRow(), 0))

    def event(self, event: QEvent) -> bool:
        """Alt+Up is its own, whatever it does elsewhere."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            moves = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
            if moves and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                event.accept()
                return True
        return super().event(event)

    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        self._order(self.keys)

    def _order(self, keys: list[str] | tuple[str, ...]) -> None:
        """Keeps an order; the usual one is no choice of anybody's."""
        key = self.item(self.currentRow()).data(_KEY) if self.currentRow() >= 0 else ""
        self._workspace.do(edit_workshop(minutes_sections=() if tuple(keys) == SECTIONS else tuple(keys)))
        self._tell()
        if key in self.keys:
            self.setCurrentRow(self.keys.index(key))

    def _ticked(self, item: QListWidgetItem) -> None:
        if self._showing:
            return
        key, without = item.data(_KEY), self._workspace.document.workshop.minutes_without
        kept = tuple(other for other in without if other != key)
        out = item.checkState() is not Qt.CheckState.Checked
        self._workspace.do(edit_workshop(minutes_without=(*kept, key) if out else kept))
        self._tell()

    def _followed(self, before: Document, after: Document) -> None:
        if before.workshop is not after.workshop:
            self._tell()

    def _tell(self) -> None:
        """Shows the document, in the language of the moment."""
        workshop = self._workspace.document.workshop
        row = self.currentRow()
        self._showing = True
        self.clear()
        for key in arranged(workshop):
            item = QListWidgetItem(terms.section_name(key), self)
            item.setData(_KEY, key)
            item.setSizeHint(QSize(0, look.px(_LINE)))
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            if not self._workspace.read_only:
                flags |= Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsDragEnabled
            item.setFlags(flags)
            inside = key not in workshop.minutes_without
            item.setCheckState(Qt.CheckState.Checked if inside else Qt.CheckState.Unchecked)
        self.setCurrentRow(row)
        self._showing = False
        self.setAccessibleName(_("Sections of the minutes"))
