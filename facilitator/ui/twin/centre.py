"""The middle of the console: the map, and under it, once they are asked for, its lists or the grid of its types."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from facilitator.model.edition import ROOM
from facilitator.model.vocabulary import Panel
from facilitator.ui import look
from facilitator.ui.canvas.widget import Canvas
from facilitator.ui.workspace import Workspace

if TYPE_CHECKING:
    from facilitator.ui.listing.grid import Grid
    from facilitator.ui.rereading import Pages, Rereading
    from facilitator.ui.twin.twin import Twin

_TWIN = "twin"
"""Where the desk keeps whether the lists are open, and how high they are."""
_GRID = "grid"
"""Where it keeps whether the grid is open."""
_SHARE = 0.42
"""What the lists take of the height on a first day."""
_LEAST = 75
"""Height of the map, in pixels at a text size of 100 %, under which it shows nothing one could follow."""


class Centre(QSplitter):
    """The canvas, and the twin under it: made when it is first opened, at rest while it is closed.

    What is under the map keeps its share of the height, whatever the size of the window and of its letters. Where the
    map would be too low beside it, it has the whole centre for as long as it is open.
    """

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._workspace = workspace
        # One in place of the other: a map that is hidden keeps its size, and is found where it was left.
        self._above = look.measure(QStackedWidget(self), low=_LEAST)
        self.canvas = Canvas(workspace, self._above)
        self._above.addWidget(self.canvas)
        self.twin: Twin | None = None
        self.grid: Grid | None = None
        self.rereading: Rereading | None = None
        self._pages: Pages | None = None
        share = self._kept().get("share", _SHARE)
        self._share = min(max(share, 0.15), 0.85) if isinstance(share, float) else _SHARE
        self._fitted = False
        self._uncovered: Callable[[], None] | None = None
        """What to do once the map has its room again."""
        self.setHandleWidth(3)
        self.setCollapsible(0, False)
        self.setStretchFactor(0, 1)
        self.splitterMoved.connect(lambda _at, _index: self._pulled())
        workspace.step_changed.connect(self._turned)

    @property
    def listed(self) -> bool:
        """Whether the lists are open."""
        return self.twin is not None and not self.twin.isHidden()

    @property
    def gridded(self) -> bool:
        """Whether the grid of types and fields is open."""
        return self.grid is not None and not self.grid.isHidden()

    def parts(self) -> tuple[QWidget, ...]:
        """What one goes to from part to part beside the map: the minutes being re-read, what is above a list, the
        list."""
        read = self.rereading.parts() if self.rereading is not None and self.reread else ()
        listed = self.twin.parts() if self.twin is not None and self.listed else ()
        return (*read, *listed, *(self.grid.parts() if self.grid is not None and self.gridded else ()))

    @property
    def reread(self) -> bool:
        """Whether the minutes are in place of the map."""
        return self.rereading is not None and not self.rereading.isHidden()

    @property
    def pages(self) -> Pages:
        """The pages of the minutes as the room may read them, for whoever shows them."""
        if self._pages is None:
            from facilitator.ui.rereading import Pages  # what the first picture does not need

            self._pages = Pages(self._workspace, ROOM)
        return self._pages

    def turn_minutes(self) -> None:
        """The minutes in place of the map, with the keyboard in them; or the map again."""
        if self.rereading is None:
            from facilitator.ui.rereading import Rereading

            self.rereading = Rereading(self._workspace, self.pages, self._above)
            self.rereading.closing.connect(self.turn_minutes)
            self._above.addWidget(self.rereading)
        read = not self.reread or self._above.isHidden()
        self._uncover()
        self._workspace.settle()
        self._above.setCurrentWidget(self.rereading if read else self.canvas)
        self.start()

    def toggle(self) -> None:
        """Opens the lists with the keyboard in them, or closes them."""
        if self.listed:
            self.close_lists()
        else:
            self._cover()
            twin = self._open()
            twin.show_selection()
            twin.start()
            self._keep()

    def turn_grid(self) -> None:
        """Opens the grid of types and fields in place of the lists, with the keyboard in it; or closes it."""
        if self.gridded:
            self.close_grid()
        else:
            self._cover()
            self._open_grid().start()

    def close_grid(self) -> None:
        """The map alone again."""
        if self.grid is not None and self.gridded:
            self._put_away(self.grid)
            self._workspace.keep(_GRID, False)

    def _turned(self) -> None:
        """The grid is for naming actors: the map has its room again where a step asks for something else."""
        step = self._workspace.step
        if step is None or step.panel is not Panel.ACTORS:
            self.close_grid()

    def close_lists(self) -> None:
        """The map alone again."""
        if self.twin is not None and self.listed:
            self._put_away(self.twin)
            self._keep()

    def start(self) -> None:
        """Gives the keyboard to the map, or to what has its place."""
        if self._above.isHidden() and self._below is not None:
            self._below.start()
        elif self.rereading is not None and self.reread:
            self.rereading.paper.setFocus()
        else:
            self.canvas.setFocus()

    def show_map(self) -> None:
        """The map in sight: what has its place goes."""
        self._uncover()
        if self.reread:
            self.turn_minutes()

    def _uncover(self) -> None:
        if self._above.isHidden():
            self.close_lists()
            self.close_grid()

    def _cover(self) -> None:
        """A part of the map is about to be covered, if none is."""
        self._uncovered = self._uncovered or self.canvas.whole.covering()

    def _exchange(self, close: Callable[[], object]) -> None:
        """Closes what was under the map for something else to be there: the map stays covered."""
        held, self._uncovered = self._uncovered, None
        close()
        self._uncovered = held

    def _put_away(self, below: QWidget) -> None:
        """Hides what is under the map; the keyboard never stays in it."""
        if below is self.twin:
            self.twin.page.put_away()
        focused: QWidget | None = self.window().focusWidget()
        held = focused is not None and below.isAncestorOf(focused)
        if held:
            self.setFocus()  # else what comes next for Tab would have it on its way, and be scrolled to
        below.hide()
        self._share_out()
        if self._uncovered is not None:
            self.refresh()
            self._uncovered()
            self._uncovered = None
        if held:
            self.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            QTimer.singleShot(0, self, self._share_out)  # once its letters have their size

    def showEvent(self, event: QShowEvent) -> None:
        """The lists come back with the session if they were open when it was left."""
        super().showEvent(event)
        if not self._fitted:
            self._fitted = True
            if self._kept().get("open", False) is True:
                self._open()
            elif self._workspace.desk.get(_GRID, False) is True:
                self._open_grid()

    def _open(self) -> Twin:
        if self.twin is None:
            from facilitator.ui.twin.twin import Twin  # what the first picture does not need

            self.twin = Twin(self.canvas.surface, self)
            self.twin.closing.connect(self.close_lists)
            self.setCollapsible(self.indexOf(self.twin), False)
        self._exchange(self.close_grid)
        self._show_below(self.twin)
        return self.twin

    def _open_grid(self) -> Grid:
        if self.grid is None:
            from facilitator.ui.listing.grid import Grid

            self.grid = Grid(self.canvas.surface, self)
            self.grid.closing.connect(self.close_grid)
            self.setCollapsible(self.indexOf(self.grid), False)
        self._exchange(self.close_lists)
        self._show_below(self.grid)
        self._workspace.keep(_GRID, True)
        return self.grid

    def _show_below(self, below: QWidget) -> None:
        below.show()
        self._share_out()

    @property
    def _below(self) -> Twin | Grid | None:
        """What is under the map, if anything is."""
        return self.twin if self.listed else self.grid if self.gridded else None

    def _share_out(self) -> None:
        """Gives the map its height, and what is under it its own; the keyboard never stays in what is not seen."""
        below, least = self._below, look.px(_LEAST) + self.handleWidth()
        alone = below is not None and self.height() - below.minimumSizeHint().height() < least
        focused: QWidget | None = self.window().focusWidget()
        self._above.setHidden(alone)
        if below is None or alone:
            if focused is not None and self._above.isHidden() and self._above.isAncestorOf(focused):
                self.start()
            return
        height = round(self.height() * self._share)
        self.setSizes(
            [height if self.widget(n) is below else self.height() - height for n in range(self.count())]
        )

    def _kept(self) -> dict[str, Any]:
        kept = self._workspace.desk.get(_TWIN, {})
        return kept if isinstance(kept, dict) else {}

    def _pulled(self) -> None:
        """The hand gave what is under the map another share."""
        sizes, below = self.sizes(), self._below
        whole = sum(sizes)
        if below is not None and whole:
            self._share = sizes[self.indexOf(below)] / whole
            self._keep()

    def _keep(self) -> None:
        self._workspace.keep(_TWIN, {"open": self.listed, "share": self._share})
