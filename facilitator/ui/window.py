"""The console: the journey on the left, the map in the middle, what is selected on the right.

The window puts the rooms together and hands on what is asked; what it does to the session goes through the workspace.
"""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QMainWindow, QSplitter, QVBoxLayout, QWidget

from facilitator.model.document import Document
from facilitator.ui import asking, errands, look, looking, remembered
from facilitator.ui.actions import by_key
from facilitator.ui.bars import TopBar
from facilitator.ui.canvas.widget import Canvas
from facilitator.ui.finding import Search
from facilitator.ui.first_picture import FirstPicture
from facilitator.ui.menus import Menus
from facilitator.ui.panels import Inspector, StepRail
from facilitator.ui.parts import go_to_next
from facilitator.ui.pressing import Pressing
from facilitator.ui.projection.mark import WallMark
from facilitator.ui.projection.show import Projection
from facilitator.ui.sides import Sides
from facilitator.ui.status import StatusLine
from facilitator.ui.twin.centre import Centre
from facilitator.ui.workspace import Workspace
from facilitator.words import _

_CONSOLE = "console"
_LEAST, _LEAST_WORDS = 720, 450
"""Width of the smallest window in pixels, and what the words of its bar take of them at a text size of 100 %."""


class Window(QMainWindow):
    """The window of one open session. Closing it lets go of the file."""

    asked_new: ClassVar[Signal] = Signal()
    asked_open = Signal(Path)
    asked_home: ClassVar[Signal] = Signal()
    asked_quit: ClassVar[Signal] = Signal()
    asked_language = Signal(str)
    asked_text_size = Signal(float)
    asked_appearance = Signal(str)
    closed = Signal()

    workspace: Workspace
    canvas: Canvas
    inspector: Inspector
    projection: Projection
    search: Search
    centre: Centre

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        workspace.setParent(self)
        self._sheet: QDialog | None = None
        self._left = False
        self.setAcceptDrops(True)
        self._bound()
        Pressing(self)
        first = FirstPicture(self)
        # Each room is born in its place: a widget that changes parent has all its styles looked up again.
        self.page = page = QWidget(self)
        self.setCentralWidget(page)
        self.top = TopBar(workspace, page)
        self._split = QSplitter(Qt.Orientation.Horizontal, page)
        self._split.setHandleWidth(1)
        self.rail = StepRail(workspace, self._split)
        self.centre = Centre(workspace, self._split)
        self.canvas = self.centre.canvas
        self.inspector = Inspector(workspace, self._split)
        self.status = StatusLine(workspace, page)
        self.sides = Sides(self._split, {"rail": self.rail, "inspector": self.inspector}, self.centre.start)
        self._lay(page)
        self.projection = Projection(self)
        mark = WallMark(self.projection, self.status)
        mark.resized.connect(self.status.fit)
        self.status.hold(mark)
        self.projection.changed.connect(self._projection_changed)
        self.search = Search(self)
        self.menus = Menus(self)
        first.coming.connect(self.canvas.surface.come_into_sight)
        first.come.connect(self.menus.fill)
        first.come.connect(self.resume)
        self.top.asked.connect(self.ask)
        self.status.asked.connect(self.ask)
        self.inspector.asked.connect(self.ask)
        self.inspector.left.connect(self.centre.start)
        self.canvas.zoom_changed.connect(self.status.show_zoom)
        workspace.asked.connect(self.ask)
        workspace.changed.connect(self._changed)
        workspace.language_changed.connect(self._name)
        self._name()
        self.canvas.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._bound()
            self.canvas.keep_whole()  # before it gets another width
            self.sides.grow(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():  # until then it may have the size it would have, did it not fill its screen
            self.sides.fit(self.width())

    def _bound(self) -> None:
        """No smaller than what its bar says in letters of that size, on a screen that is as wide."""
        self.setMinimumSize(
            min(max(_LEAST, look.px(_LEAST_WORDS)), self.screen().availableSize().width()), 480
        )

    def ask(self, key: str) -> None:
        """Does an action of the table, if it makes sense now."""
        action = by_key(key)
        if action.can(self):
            if action.on_map:
                self.centre.show_map()
            action.does(self)
        elif action.kept_from(self):
            self.workspace.refuse_writing()
        elif action.needs:
            self.workspace.say(_(action.needs))
        else:
            self.workspace.say(_("“{action}”: there is nothing to do it to.").format(action=_(action.name)))
        self.top.show_projecting(self.projecting)
        self._show_folds()

    # Journey

    def can_go(self, way: int) -> bool:
        """Whether there is a step that way: 1 for the next one, -1 for the one before."""
        return self.rail.beside(way) is not None

    def go(self, way: int) -> None:
        """Shows the next step, or the one before; those that are skipped are passed over."""
        self.rail.go(way)

    def skip_step(self) -> None:
        """Skips the step that is shown, or takes it again."""
        self.rail.skip()

    # Projection

    @property
    def projecting(self) -> bool:
        """Whether the map is projected."""
        return self.projection.on

    def toggle_projection(self) -> None:
        """Opens the projection, or closes it."""
        self.projection.toggle()

    def _projection_changed(self) -> None:
        self.top.show_projecting(self.projecting)

    # View

    def fold(self, side: str) -> None:
        """Folds a side panel (`rail` or `inspector`), or unfolds it."""
        self.sides.turn(side, self.width())

    def unfolded(self, side: str) -> bool:
        """Whether a side panel is there."""
        return self.sides.unfolded(side)

    def _show_folds(self) -> None:
        self.status.show_folds(rail=self.unfolded("rail"), inspector=self.unfolded("inspector"))

    def go_to_part(self, way: int) -> None:
        """Gives the keyboard to the next part of the window, or to the one before."""
        canvas = self.canvas
        parts = (
            self.top,
            self.rail,
            canvas.head,
            canvas.filters,
            canvas.what_if,
            canvas.surface,
            canvas.decor,
            *self.centre.parts(),
            self.inspector,
            canvas.tray,
            self.status,
        )
        go_to_next(parts, self.focusWidget(), way)

    def toggle_full_screen(self) -> None:
        """The whole screen, or a window again."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    # Files

    def ask_open(self) -> None:
        """Asks which session to open in place of this one."""
        kinds = [_("Sessions (*.alliance)"), _("All files (*)")]
        folder = self.workspace.path.parent
        asking.existing(
            self, _("Open a session"), folder, kinds, lambda files: self.asked_open.emit(files[0])
        )

    def show_sheet(self) -> QDialog:
        """Opens the sheet of the session beside the map, or brings it to the front."""
        from facilitator.ui.sheet import SessionSheet  # what the first picture does not need

        if self._sheet is None:
            self._sheet = SessionSheet(self.workspace, self)
            self._sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._sheet.destroyed.connect(self._sheet_gone)
        self._sheet.show()
        self._sheet.activateWindow()
        return self._sheet

    def _sheet_gone(self) -> None:
        self._sheet = None

    def write_minutes(self) -> QDialog:
        """Opens the dialog that writes the minutes."""
        from facilitator.ui.minutes_dialog import MinutesDialog

        return self._opened(MinutesDialog(self.workspace, self))

    def send_minutes(self) -> QDialog:
        """The draft to those who asked for the minutes."""
        from facilitator.ui.outgoing import MailDialog

        return self._opened(MailDialog(self.workspace, self))

    def print_poster(self) -> QDialog:
        """The map to hang on a wall."""
        from facilitator.ui.outgoing import PosterDialog

        return self._opened(PosterDialog(self.workspace, self))

    def print_tables(self) -> QDialog:
        """Cards and strips to cut out for the tables."""
        from facilitator.ui.outgoing import TablesDialog

        return self._opened(TablesDialog(self.workspace, self))

    def show_journeys(self) -> QDialog:
        """The journeys one can go through, shipped and one's own."""
        from facilitator.ui.journeys import Journeys

        return self._opened(Journeys(self.workspace, self))

    def bring_charter(self) -> QDialog:
        """The text of a charter, into its blocks."""
        from facilitator.ui.charter_text import CharterText

        return self._opened(CharterText(self.workspace, self))

    def show_history(self) -> QDialog:
        """What was done, and the map as it was at the moments that were kept."""
        from facilitator.ui.history import History

        return self._opened(History(self.workspace, self))

    def save_copy(self) -> None:
        """Asks where to put a copy of the session."""
        errands.save_copy(self)

    def ask_import(self) -> None:
        """Asks for files that bring something to the session."""
        errands.ask_import(self)

    def export(self) -> QDialog:
        """Writes the session for other programs, or its map."""
        from facilitator.ui.export_dialog import ExportDialog

        self.workspace.settle()
        return self._opened(ExportDialog(self.workspace, self))

    # Help

    def show_shortcuts(self) -> QDialog:
        """The keys, on one page."""
        from facilitator.ui.shortcuts import Shortcuts

        return self._opened(Shortcuts(self))

    def show_about(self) -> QDialog:
        """What this program is."""
        from facilitator.ui.help import About

        return self._opened(About(self))

    def show_log(self) -> None:
        """Opens the reports of the program's own errors, if there are any."""
        errands.show_log(self)

    # Life of the window

    def present(self) -> None:
        """Shows the window where it was left; on a first day it takes the whole screen, frame included."""
        geometry = remembered.recall("window", "")
        placed = bool(geometry) and self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        room = self.screen().availableSize() if placed else QGuiApplication.primaryScreen().availableSize()
        if not placed:
            self.resize(room)
        fills = self.windowState() & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen)
        # A window that will fill the screen is not that large yet.
        width = self.width() if placed and not fills else room.width()
        self.sides.restore(self.workspace.desk.get(_CONSOLE, {}), width)
        self._show_folds()
        self.show() if placed else self.showMaximized()
        self.sides.give_widths(width)

    def resume(self) -> None:
        """The projection comes back if a crash took it away."""
        self.projection.resume()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if asking.dropped_session(event) or self._brought(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path, files = asking.dropped_session(event), self._brought(event)
        if files:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, lambda: errands.bring(self, files))
        if path is not None:
            event.acceptProposedAction()
            # The drop is over before the session that received it goes.
            QTimer.singleShot(0, self, lambda: self.asked_open.emit(path))

    def _brought(self, event: QDropEvent) -> list[Path]:
        """The files that are being dropped, if the session can take all of them in."""
        from facilitator.exchange.reading import EXTENSIONS

        files = asking.dropped_files(event)
        known = all(path.suffix.casefold() in EXTENSIONS for path in files)
        return files if known and not self.workspace.read_only else []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, wherever the keyboard is and has no other use for it: what waits over the map is refused, then
        everything is shown, as the status line says."""
        escapes = event.key() == Qt.Key.Key_Escape
        if not (escapes and (self.canvas.surface.give_up() or looking.give_back(self.workspace))):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is being typed is kept, then the file is let go; asked again on its way, it has left already."""
        if self._left:
            super().closeEvent(event)
            return
        self._left = True
        self.workspace.settle()
        self.canvas.courses.keep()
        self._keep_layout()
        self.projection.end()
        self.status.rest()
        super().closeEvent(event)
        try:
            errands.note_left(self.workspace)
        finally:  # whatever happens to a thumbnail, the file is let go
            self.workspace.close()
            self.closed.emit()

    def _lay(self, page: QWidget) -> None:
        for n, panel in enumerate((self.rail, self.centre, self.inspector)):
            self._split.setCollapsible(n, False)
            self._split.setStretchFactor(n, int(panel is self.centre))
        self.sides.changed.connect(self._show_folds)
        self.sides.changed.connect(self._keep_layout)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self._split, 1)
        column.addWidget(self.status)

    def _opened(self, dialog: QDialog) -> QDialog:
        self.closed.connect(dialog.reject)
        asking.opened(dialog)
        return dialog

    def _changed(self, before: Document, after: Document) -> None:
        if before.workshop is not after.workshop:
            self._name()

    def _name(self) -> None:
        title = self.workspace.document.workshop.title or _("Untitled session")
        self.setWindowTitle(f"{title} — Entre tous")

    def _keep_layout(self) -> None:
        remembered.remember("window", self.saveGeometry().toBase64().toStdString())
        self.workspace.keep(_CONSOLE, self.sides.kept())
