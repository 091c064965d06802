"""The window on the wall: the map for the whole room, on the other screen where there is one.

It shows the session without panels, handles, selection or anything private (`on_the_wall`), as the stage has it led.
Nothing is painted here while a card is dragged on the console: a gesture is shown once it is done.
"""

from __future__ import annotations

from operator import itemgetter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from facilitator import terms
from facilitator.drawing.legibility import lettered
from facilitator.drawing.shapes import Picture
from facilitator.drawing.theme import Theme, theme
from facilitator.model.document import Document, ordered
from facilitator.model.edition import on_the_wall
from facilitator.ui import looking
from facilitator.ui.actions import ACTIONS
from facilitator.ui.projection import pages
from facilitator.ui.projection.band import Band, ClockFace
from facilitator.ui.projection.clock import Clock
from facilitator.ui.projection.pages import HIGH, MARGIN
from facilitator.ui.projection.screens import Screens
from facilitator.ui.projection.spot import aside
from facilitator.ui.projection.stage import Stage
from facilitator.ui.projection.wall_map import Shown, WallMap
from facilitator.ui.workspace import Workspace
from facilitator.words import _

_LED_FROM = ("projection", "journey")
"""Menus whose keys hold in this window too."""


class Projector(QWidget):
    """The window. `start` shows it where it belongs; F5 or Esc in it, or `close`, ends it."""

    closed = Signal()
    asked = Signal(str)
    """The key of an action, pressed here."""
    shown = Signal()
    """Something else is on the wall, or about to be."""
    second = Signal()
    """The clock alone shows something else."""

    def __init__(self, workspace: Workspace, stage: Stage | None = None, clock: Clock | None = None) -> None:
        super().__init__()
        self._workspace = workspace
        self.stage = stage or Stage(workspace)
        self.clock = clock or Clock(workspace)
        self._look = theme("room")
        self._words = ("", "")
        self._console: frozenset[str] = frozenset()
        self._part = (0, 0)
        self._tall = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(320, 200)
        self.banner = Band(self, "below")
        self.map = WallMap(workspace.document, self)
        self.foot = Band(self, "above")
        self.page = Band(self)
        self.face = ClockFace(self)
        self._lay()
        self.screens = Screens(self)
        workspace.changed.connect(self._follow)
        # In a turn of its own: a hand that goes on moving waits for one window at most.
        workspace.foreseen.connect(self._foresee, Qt.ConnectionType.QueuedConnection)
        workspace.selection_changed.connect(self._select)
        workspace.lens_changed.connect(self._follow)
        workspace.step_changed.connect(self._follow)
        workspace.language_changed.connect(self._retell)
        self.stage.changed.connect(self._lead)
        self.clock.ticked.connect(self._tick)
        self.map.settled.connect(self._tell_part)
        self._lead()
        self._name()

    def start(self, home: QScreen | None = None) -> None:
        """Shows the projection on the first screen that is not the console's, or windowed on that one."""
        active = QApplication.activeWindow()
        self.screens.home = home or (
            active.screen() if active is not None else QGuiApplication.primaryScreen()
        )
        self.screens.settle(self.screens.other())

    @property
    def windowed(self) -> bool:
        """Whether it is a window at home rather than a whole screen."""
        return self.screens.on is None

    def look_with(self, cards: frozenset[str]) -> None:
        """What the console shows: the group at hand, and all there is to a wall that follows it."""
        if cards != self._console:
            self._console = cards
            if self.stage.follows or len(self.map.parts) > 1:
                self._follow()

    # What is shown

    def _follow(self, *_documents: Document) -> None:
        """Shows the session as it is now, unless the wall is frozen."""
        if self.stage.frozen:
            return
        self._words = self._question()
        self._show_map()
        self._tell()

    def _foresee(self, document: Document) -> None:
        if not self.stage.frozen:
            self.map.foresee(document)

    def _select(self) -> None:
        if self.stage.spotlight or len(self.map.parts) > 1:
            self._follow()

    def _show_map(self) -> None:
        workspace, stage = self._workspace, self.stage
        selected = frozenset(id_ for _table, id_ in workspace.selection)
        ends = {end for link in workspace.selected_links for end in (link.source, link.target)}
        seen = looking.seen_by_room(workspace)
        spot = aside(workspace.document, workspace.selection) if stage.spotlight else frozenset()
        only = self._console if stage.follows and self._console else None
        near = (selected | ends, self._console)
        self.map.ask(Shown(workspace.document, seen.faded | spot, seen.hidden, near, only, stage.part))

    def _lead(self) -> None:
        """Shows the wall as it is led."""
        self.map.sit_in(self.stage.room)
        self._follow()
        self._tell()

    def _tick(self) -> None:
        """A second, which repaints nothing but its corner unless a clock appears or goes."""
        if (self.clock.left is not None) == self.face.isHidden():
            self._tell()
            return
        self._show_time()
        self.second.emit()

    def _retell(self) -> None:
        self._name()
        self._follow()
        if self.stage.blank or self.stage.chart:
            self._tell()

    def _name(self) -> None:
        """Its title says nothing of the session: it may be seen in a list of windows."""
        self.setWindowTitle(f"{_('Projection')} — Entre tous")
        self.map.setAccessibleName(_("Projected map"))

    def _tell(self) -> None:
        """Says the step's question above the map, and what its signs mean below; or the page instead of a map."""
        scale, look = self._scale, self._looked()
        width = self.width() / scale
        page = self.stage.blank or self.stage.chart
        self._show_time()
        if page:
            self.page.show_picture(self._page(look, width), scale, look)
        else:
            taken = self.face.width_of(self.clock.left or 0, look) if not self.face.isHidden() else 0.0
            room = max(width - 2 * MARGIN - taken, 100.0)
            small, large = self._words
            self.banner.show_picture(pages.banner(self._with_part(small), large, look, room), scale, look)
            self.foot.show_picture(self._signs(look, max(width - 2 * MARGIN, 100.0)), scale, look)
        # What goes goes first: the map never has a place between two, for which it would be arranged.
        parts = [(self.page, page), *((widget, not page) for widget in (self.banner, self.map, self.foot))]
        for widget, there in sorted(parts, key=itemgetter(1)):
            widget.setVisible(there)
        self._column.activate()
        self.shown.emit()

    def _page(self, look: Theme, width: float) -> Picture:
        """What is there instead of a map."""
        if self.stage.chart:
            return pages.chart(look, width)
        workshop = self._workspace.document.workshop
        return pages.title_page(workshop.title, terms.wording(workshop.question), look, width)

    def _signs(self, look: Theme, room: float) -> Picture:
        if not self.stage.legend:
            return pages.NOTHING
        shown = self.map.picture.document
        return pages.signs(shown if shown.actors else on_the_wall(self.map.document), look, room)

    def _tell_part(self) -> None:
        """The map settled, perhaps on another part."""
        part = (self.map.part, len(self.map.parts))
        if part != self._part:
            self._part = part
            self._tell()
        self.shown.emit()

    def _with_part(self, small: str) -> str:
        """The small line, with which part of the map this is where it is read in parts."""
        count = len(self.map.parts)
        if count < 2:
            return small
        part = _("part {n} of {count}").format(n=self.map.part + 1, count=count)
        return f"{small} · {part}" if small else part

    def _show_time(self) -> None:
        left = self.clock.left
        self.face.setVisible(left is not None and not self.stage.chart)
        if left is not None:
            self.face.show_time(left, self.clock.running, self._scale, self._looked())

    def _question(self) -> tuple[str, str]:
        """The small line and the large one."""
        step, workshop = self._workspace.step, self._workspace.document.workshop
        if step is None:
            return workshop.title, workshop.question
        number = ordered(self._workspace.document.steps).index(step) + 1
        small = f"{number} · {terms.wording(step.title)}"
        return small, terms.wording(step.question) or workshop.question

    @property
    def _scale(self) -> float:
        return max(self.height(), 1) / HIGH

    def _looked(self) -> Theme:
        """The theme with words the back row can read; the same object as long as it is the same room."""
        least = self.stage.room.size(HIGH)
        if self._tall != least:
            self._tall, self._look = least, lettered(theme("room"), least)
        return self._look

    def _lay(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.map, 1)
        column.addWidget(self.foot)
        column.addWidget(self.page)
        self.face.raise_()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()
        self._column.activate()  # the map is arranged once, for the place it has

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = QKeySequence(event.keyCombination())
        if event.key() in (Qt.Key.Key_F5, Qt.Key.Key_Escape):
            self.close()
            return
        for action in ACTIONS:
            if action.menu in _LED_FROM and any(QKeySequence(key) == pressed for key in action.keys):
                self.asked.emit(action.key)
                return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.hide()
        self.closed.emit()
