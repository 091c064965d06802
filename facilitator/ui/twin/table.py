"""A list of the twin: its keys, its selection shared with the map, its cells changed in place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from facilitator.ui import look
from facilitator.ui.twin.cells import Cells
from facilitator.ui.twin.rows import Rows
from facilitator.ui.twin.widths import Widths
from facilitator.ui.workspace import Pair
from facilitator.words import _

Key = tuple[Qt.Key, Qt.KeyboardModifier]
_PLAIN = Qt.KeyboardModifier.NoModifier
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_MOVES = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_CORNERS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_WITH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
"""Keys that are held for what the whole window does."""


class Table(QTableView):
    """Rows of one kind. What keys do to a row is given by the page: `does`; other letters are keys of the window."""

    letters_are_keys = True
    menu_asked = Signal(object)
    """Where on the screen a menu of the row is asked for."""
    opened = Signal(QModelIndex)
    """A cell that is changed by something of the page's own."""
    revealed = Signal(object)
    """A person chose this one row: it is to be seen on the map."""

    def __init__(self, rows: Rows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = rows
        self.cells = Cells(rows, self)
        self.does: dict[Key, Callable[[], object]] = {}
        self.nothing = ""
        self._showing = True
        self._hushed = False
        self._rests = False
        """Whether the keyboard came to a row that it did not select, and has selected none since."""
        self.setModel(rows)
        self._showing = False  # an empty list chooses nothing: what is selected on the map stays so
        self.setItemDelegate(self.cells)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)  # `open_cell` does
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setProperty("role", "list")
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(rows.sorts)
        header.sectionClicked.connect(self.sort_by)
        self.doubleClicked.connect(self.open_cell)
        rows.workspace.settling.connect(self.cells.settle)
        self._widths = Widths(self, rows)
        rows.headerDataChanged.connect(self._measure)
        self._measure()

    # Chosen rows

    def chosen(self) -> list[Pair]:
        """What the selected rows stand for, each once, in the order of the list. Where nothing at all is selected, the
        row the keyboard came to; never one that was taken out of the selection."""
        numbers = sorted({index.row() for index in self.selectionModel().selectedRows()})
        pairs = [pair for n in numbers if (pair := self.rows.pair_at(n)) is not None]
        if self._rests and not pairs and not self.rows.workspace.selection:
            here = self.rows.pair_at(self.currentIndex().row())
            pairs = [here] if here is not None else []
        return list(dict.fromkeys(pairs))

    def show_selection(self) -> None:
        """Selects the rows of what is selected on the map, and brings the first into sight."""
        wanted = {pair for pair in self.rows.workspace.selection if pair[0] == self.rows.table}
        held = self.selectionModel().selectedRows()
        if {self.rows.pair_at(index.row()) for index in held} == wanted:
            return
        selection = QItemSelection()
        found = [n for n in range(len(self.rows.keys)) if self.rows.pair_at(n) in wanted] if wanted else []
        last = len(self.rows.columns) - 1
        for n in found:
            selection.select(self.rows.index(n, 0), self.rows.index(n, last))
        self._showing = True
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if found and self.currentIndex().row() not in found:
            here = self.rows.index(found[0], max(self.currentIndex().column(), 0))
            self.selectionModel().setCurrentIndex(here, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(here)
        self._showing = False

    def go_to(self, id_: str, column: int = 0) -> None:
        """Gives the keyboard to the row of an id, selected, if it is in the list."""
        at = next((n for n in range(len(self.rows.keys)) if self.rows.id_of(self.rows.keys[n]) == id_), None)
        if at is not None:
            self.choose(self.rows.index(at, column))
        self.setFocus()

    def choose_here(self, *, hushed: bool = False) -> None:
        """Selects the row the keyboard is on, or one near it that can be, where no other is seen selected: every key is
        about it then. `hushed`, the map does not go and show it."""
        if not self.selectionModel().selectedRows():
            here = self.currentIndex()
            self.choose_near(here.row(), here.column(), hushed=hushed)

    def place_after(self) -> Callable[[], None]:
        """What selects, once the selected rows are gone, the row that came after the first of them."""
        rows = {index.row() for index in self.selectionModel().selectedRows()}
        first = min(rows, default=max(self.currentIndex().row(), 0))
        above, column = self.rows.keys[:first], self.currentIndex().column()

        def go_on() -> None:
            stay = {*self.rows.keys}
            self.choose_near(sum(key in stay for key in above), column)

        return go_on

    def choose_near(self, row: int, column: int, *, hushed: bool = True) -> None:
        """Selects that row; where it is none one can act on, the next one, else the one before."""
        rows = range(len(self.rows.keys))
        order = [*rows[max(row, 0) :], *reversed(rows[: max(row, 0)])]
        at = next((n for n in order if self.rows.pair_at(n) is not None), None)
        if at is not None:
            self._hushed = hushed
            self.choose(self.rows.index(at, max(column, 0)))
            self._hushed = False

    def choose(self, index: QModelIndex) -> None:
        """The keyboard in that cell, its row alone selected whatever keys are held."""
        alone = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, alone)

    def rest(self) -> None:
        """The keyboard comes to the row it left, or to the first one; nothing is selected by it."""
        self._rests = True
        if not self.currentIndex().isValid() and self.rows.keys:
            here, only = self.rows.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            self.keep_place(lambda: self.selectionModel().setCurrentIndex(here, only))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.rest()

    def follow(self) -> None:
        """Shows the session as it is; what goes, comes or moves by that is not chosen by a person. The row the keyboard
        is on stays in sight wherever it moves, if it was."""
        here = self.currentIndex().row()
        seen = self.visualRect(self.currentIndex()).intersects(self.viewport().rect())
        self._showing = True
        self.rows.follow()
        self._showing = False
        self.show_selection()
        if seen and self.currentIndex().row() != here:
            self.scrollTo(self.currentIndex())

    def say_nothing(self, sentence: str) -> None:
        """What is said where the list is empty."""
        if sentence != self.nothing:
            self.nothing = sentence
            self.viewport().update()

    def keep_place(self, changes: Callable[[], object]) -> None:
        """Sorts or searches: the row the keyboard was on stays in sight if it is still in the list."""
        self._showing = True
        changes()
        self._showing = False
        self.show_selection()
        self.scrollTo(self.currentIndex())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._rests = False
        if not self._showing:
            numbers = {index.row() for index in self.selectionModel().selectedRows()}
            pairs = {pair for n in numbers if (pair := self.rows.pair_at(n)) is not None}
            self.rows.workspace.select(pairs)
            if len(pairs) == 1 and not self._hushed:
                self.revealed.emit(next(iter(pairs)))

    # Cells

    def open_cell(self, index: QModelIndex) -> None:
        """Changes a cell in place, as its column asks."""
        if not index.isValid() or self.rows.pair_at(index.row()) is None:
            return
        self.scrollTo(index)  # wherever the wheel went meanwhile
        how = self.rows.columns[index.column()].how
        if how and self.rows.workspace.read_only:
            self.rows.workspace.refuse_writing()
        elif how == "asked":
            self.opened.emit(index)
        elif how == "tick":
            self.rows.setData(index, not self.rows.value(index))
        elif how:
            self.edit(index)
        else:
            self.rows.workspace.say(_("This column follows from the others: it is only read."))

    def sort_by(self, column: int) -> None:
        """Sorts by a column; once more, the other way round; and once more, in the order of the session again."""
        header = self.horizontalHeader()
        up = self.rows.sorted_by != (column, False)
        order = Qt.SortOrder.AscendingOrder if up else Qt.SortOrder.DescendingOrder
        sorts = self.rows.sorted_by != (column, True)
        header.setSortIndicatorShown(sorts)
        header.setSortIndicator(column if sorts else -1, order)
        self.keep_place(lambda: self.rows.sort(column if sorts else -1, order))
        if not sorts:
            self.rows.workspace.say(_("In the order of the session again."))
            return
        said = _("Sorted by “{column}”.") if up else _("Sorted by “{column}”, the last one first.")
        self.rows.workspace.say(said.format(column=_(self.rows.columns[column].heading)))

    # Keys

    def event(self, event: QEvent) -> bool:
        """Keys that are the list's own do not go to the menus."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._owns(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        does = self.does.get(_key_of(event))
        if does is not None:
            does()
        elif event.key() in _OPENS and event.modifiers() in (_PLAIN, Qt.KeyboardModifier.KeypadModifier):
            self.open_cell(self.currentIndex())
        elif event.key() == Qt.Key.Key_O and event.modifiers() == _PLAIN:
            if not self.rows.sorts:
                event.ignore()  # O is a key of the window then
            elif self.currentIndex().isValid():
                self.sort_by(self.currentIndex().column())
        elif event.key() in _CORNERS and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._go_to_corner(_CORNERS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Space and event.modifiers() == _PLAIN:
            self._space()
        elif event.text().isprintable() and event.text() and event.modifiers() == _PLAIN:
            event.ignore()  # Qt would jump to a row by its first letter: letters are keys here
        else:
            super().keyPressEvent(event)

    def _owns(self, event: QKeyEvent) -> bool:
        return (
            _key_of(event) in self.does
            or (event.key() in (*_OPENS, *_MOVES) and not event.modifiers() & _WITH)
            or event.matches(QKeySequence.StandardKey.SelectAll)
        )

    def _go_to_corner(self, at: int) -> None:
        """The first cell or the last one, its row selected: Qt would go there and leave others selected."""
        rows, columns = range(len(self.rows.keys)), range(len(self.rows.columns))
        if rows:
            self.choose(self.rows.index(rows[at], columns[at]))

    def _space(self) -> None:
        """Space ticks, and says yes or no; elsewhere it selects the row the keyboard is on."""
        index = self.currentIndex()
        if index.isValid() and self.rows.columns[index.column()].how in ("tick", "asked"):
            self.open_cell(index)
        elif index.isValid() and self.rows.pair_at(index.row()) is not None:
            self.choose(index)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are keys here, with Shift too: none jumps to a row."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() != QContextMenuEvent.Reason.Mouse and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        elif (under := self.indexAt(event.pos())).isValid() and not self.selectionModel().isSelected(under):
            self.setCurrentIndex(under)
        self.menu_asked.emit(at)

    # Its look

    def changeEvent(self, event: QEvent) -> None:
        """Rows and columns follow the size of letters."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet word where there is nothing to list."""
        super().paintEvent(event)
        if not self.rows.keys and self.nothing:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(look.theme().muted))
            room = self.viewport().rect().adjusted(24, 12, -24, -12)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self.nothing)
            painter.end()

    def _measure(self) -> None:
        """Rows and columns as large as their letters."""
        letters = self.fontMetrics()
        look.measure(self, icon=18)
        self.verticalHeader().setDefaultSectionSize(max(look.px(28), letters.height() + look.px(10)))
        self.horizontalHeader().setMinimumSectionSize(letters.averageCharWidth() * 5)
        self._widths.measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._widths.share()


def _key_of(event: QKeyEvent) -> Key:
    """The key and what is held with it: a digit is one by Shift too, as on a French keyboard."""
    key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    digit = Qt.Key.Key_0 <= key <= Qt.Key.Key_9
    return key, held & ~Qt.KeyboardModifier.ShiftModifier if digit else held
