"""The grid of types and fields, under the map: each empty cell is a question to the room, answered where it stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from facilitator.ui import look
from facilitator.ui.canvas.surface import Surface
from facilitator.ui.fields.spoken import spoken
from facilitator.ui.flow import Flow
from facilitator.ui.listing.cells import Cells
from facilitator.ui.panels.naming import Kind, NamingLine
from facilitator.ui.panels.rows import AddLine
from facilitator.words import _

_COLUMN, _FIELD, _PAD = (110, 240), 190, 10
"""Width of a column, the least and the most, the most of the names of fields, and what a row has around
its names, in pixels at 100 %."""


class Grid(QFrame):
    """The cells, the question of the one the keyboard is on, and the line that answers it."""

    closing = Signal()

    def __init__(self, surface: Surface, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "foot")
        self._surface = surface
        self.workspace = surface.workspace
        self.cells = Cells(self.workspace, self)
        self.table = _Table(self.cells, self)
        self.title = QLabel(self)
        self.title.setProperty("role", "heading")
        self.count = QLabel(self)
        self.count.setProperty("role", "caption")
        self.question = QLabel(self)
        self.question.setProperty("role", "question")
        self.question.setWordWrap(True)
        self.question.setTextFormat(Qt.TextFormat.PlainText)
        told = QLabel(self)
        told.setProperty("role", "hint")
        self.line = NamingLine(self.workspace, self._hint, self._kind, told, leave=self.table.setFocus)
        self.field = AddLine(self.workspace, lambda: _("Add a field of intervention…"), self._field_added)
        self.close_button = QPushButton("✕", self)
        self.close_button.setProperty("role", "icon")
        self.close_button.clicked.connect(lambda _checked=False: self.closing.emit())
        self._lay(told)
        self.table.opened.connect(self.open)
        self.table.typed.connect(self._type)
        self.table.moved.connect(self._tell_cell)
        self.cells.modelReset.connect(self._tell)
        self.cells.dataChanged.connect(self._tell)
        self.workspace.language_changed.connect(self.cells.renew)
        spoken(self, self.workspace, self._tell)
        self.table.setCurrentIndex(self.cells.index(0, 0))

    def parts(self) -> tuple[QWidget, ...]:
        """What one goes to from part to part: what is above, the cells, the line."""
        return (self.field, self.table, self.line)

    def start(self) -> None:
        """Gives the keyboard to the cells."""
        self.table.setFocus()

    def open(self) -> None:
        """Names an actor in an empty cell; selects those of another on the map."""
        actors = self.cells.actors(self.table.currentIndex())
        if not actors:
            self.line.setFocus()
            return
        self._surface.choose([("actors", actor.id) for actor in actors])
        self._surface.reveal(actors[0].id)

    def minimumSizeHint(self) -> QSize:
        return QSize(look.px(240), look.px(200))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """How much there is to ask goes before the cells."""
        super().resizeEvent(event)
        self.count.setVisible(self.height() >= self.minimumSizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.cells.rouse(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.cells.rouse(False)

    def _lay(self, told: QLabel) -> None:
        said, head = QWidget(self), QHBoxLayout()
        flow = look.measure(Flow(said), spacing=10)
        look.measure(self.field, wide=230)
        for label in (self.title, self.count):
            look.measure(label, high=28)  # in line with the field between them
        for widget in (self.title, self.field, self.count):
            flow.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        said.setSizePolicy(policy)
        head.addWidget(said, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.addWidget(self.question, 3)
        foot.addWidget(self.line, 2)
        for row in (head, foot):
            look.measure(row, margins=(10, 4, 8, 4))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        self.table.setMinimumHeight(1)  # what stands above and below is never cut for it
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        column.addWidget(told)
        look.measure(told, margins=(10, 0, 0, 4))

    def _tell(self, *_which: object) -> None:
        self.title.setText(_("Who is in which field?"))
        self.count.setText(self.cells.counted())
        self.setAccessibleName(_("Who is in which field?"))
        self.table.setAccessibleName(_("Who is in which field?"))
        self.table.setAccessibleDescription(
            _("A letter names an actor in the cell, Enter selects those in it.")
        )
        self.close_button.setAccessibleName(_("Close the grid"))
        self.close_button.setToolTip(_("Close the grid"))
        self.table.fit()
        self._tell_cell()

    def _tell_cell(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            actors = self.cells.actors(index)
            self.question.setText(self.cells.place(index) if actors else self.cells.question(index))
        self.line.retell()

    def _hint(self) -> str:
        index = self.table.currentIndex()
        return _("Add: {category}…").format(category=self.cells.place(index)) if index.isValid() else ""

    def _kind(self) -> Kind:
        field, category = self.cells.kind(self.table.currentIndex())
        return category, field

    def _type(self, text: str) -> None:
        """A letter struck on a cell begins a name."""
        self.line.setFocus()
        self.line.setText(text)

    def _field_added(self, name: str) -> bool:
        self.table.setCurrentIndex(self.cells.index(self.cells.ask_field(name), 0))
        return True


class _Table(QTableView):
    """The cells: arrows, Enter, and letters that begin a name; the place is kept where rows come and go."""

    opened = Signal()
    typed = Signal(str)
    moved = Signal()

    def __init__(self, cells: Cells, parent: QWidget) -> None:
        super().__init__(parent)
        self._cells = cells
        self._at = (0, 0)
        self.setProperty("role", "list")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setHighlightSections(False)
        self.setModel(cells)
        cells.modelReset.connect(self._restored)
        self.clicked.connect(lambda _index: self.opened.emit())

    def fit(self) -> None:
        """Columns share the width as far as they can; rows are as high as their names."""
        if not self._cells.columnCount():
            return
        self.verticalHeader().setMaximumWidth(look.px(_FIELD))
        room = self.viewport().width() // self._cells.columnCount()
        least, most = (look.px(width) for width in _COLUMN)
        head = self.horizontalHeader()
        titles = max(head.sectionSizeFromContents(n).width() for n in range(self._cells.columnCount()))
        head.setDefaultSectionSize(max(min(max(room, least), most), titles))
        for row in range(self._cells.rowCount()):
            self.setRowHeight(row, max(self.sizeHintForRow(row) + look.px(_PAD), look.px(34)))

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self._at = (current.row(), current.column())
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif held == Qt.KeyboardModifier.NoModifier and event.text().strip() and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _restored(self) -> None:
        rows, columns = self._cells.rowCount(), self._cells.columnCount()
        self.setCurrentIndex(self._cells.index(min(self._at[0], rows - 1), min(self._at[1], columns - 1)))
