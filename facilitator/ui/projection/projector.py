"""The window on the wall: the map for the whole room, on the other screen where there is one.

It shows the map (`on_the_wall`), or a page of words (`in_the_room`), without panels, handles, selection or anything
private, as the stage has it led.
Nothing is painted here while a card is dragged on the console: a gesture is shown once it is done.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from operator import itemgetter
from typing import TYPE_CHECKING

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

from facilitator.drawing.theme import theme
from facilitator.model.document import Document
from facilitator.model.edition import on_the_wall, withdrawn
from facilitator.slices import Slices
from facilitator.ui import looking
from facilitator.ui.actions import ACTIONS
from facilitator.ui.decorations import Dresser, supposed
from facilitator.ui.projection.beside import Beside
from facilitator.ui.projection.clock import Clock
from facilitator.ui.projection.screens import Screens
from facilitator.ui.projection.spot import aside
from facilitator.ui.projection.stage import Stage
from facilitator.ui.projection.wall_map import Shown, WallMap
from facilitator.ui.workspace import Workspace
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.rereading import Pages, Paper

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

    def __init__(
        self,
        workspace: Workspace,
        stage: Stage | None = None,
        clock: Clock | None = None,
        pages: Callable[[], Pages] | None = None,
    ) -> None:
        super().__init__()
        self._pages = pages
        self._workspace = workspace
        self.stage = stage or Stage(workspace)
        self.clock = clock or Clock(workspace)
        self._console: frozenset[str] = frozenset()
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(320, 200)
        self.map = WallMap(workspace.document, self)
        self.beside = Beside(self, self.map, workspace, self.stage, self.clock)
        self.paper: Paper | None = None
        self._lay()
        self.screens = Screens(self)
        self._dresser = Dresser(workspace, self._measured_on, self)
        self._dresser.want(self.stage.decorations)
        self.beside.worn = self._dresser.decor
        self._listen(workspace)
        self._lead()
        self._name()

    def _listen(self, workspace: Workspace) -> None:
        self._dresser.changed.connect(self._follow)
        workspace.decorations.changed.connect(self._follow)
        workspace.changed.connect(self._follow)
        # In a turn of its own: a hand that goes on moving waits for one window at most.
        workspace.foreseen.connect(self._foresee, Qt.ConnectionType.QueuedConnection)
        workspace.coming.connect(self._get_ready)
        workspace.selection_changed.connect(self._select)
        workspace.lens_changed.connect(self._follow)
        workspace.what_if.changed.connect(self._follow)
        workspace.step_changed.connect(self._follow)
        workspace.board.changed.connect(self._follow)
        workspace.language_changed.connect(self._retell)
        self.stage.changed.connect(self._lead)
        self.clock.ticked.connect(self._tick)
        self.map.settled.connect(self._tell_part)

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

    def _follow(self, *documents: Document) -> None:
        """Shows the session as it is now, unless the wall is frozen."""
        if self.stage.frozen:
            if documents and withdrawn(*documents):
                self._workspace.say(
                    _(
                        "Something on the frozen wall may be shown no more: it is blank. B shows the map again."
                    )
                )
                self.stage.withdraw()
            return
        self.beside.follow(minutes=self._pages is not None)
        asked = self.beside.asked
        if asked.kind == "map":
            self._show_map()
        elif asked.kind == "minutes":
            self._show_minutes(asked.subject)
        self._tell()
        if asked.kind == "map" and self.beside.uncut():
            self._tell()

    def _get_ready(self, document: Document, works: list[Slices[None]]) -> None:
        if not self.stage.frozen and self.beside.asked.kind == "map":
            works.append(self.map.getting_ready(document))

    def _foresee(self, document: Document) -> None:
        if not self.stage.frozen:
            self.map.foresee(document)

    @property
    def count(self) -> int:
        """In how many parts or pages what is on the wall is read; 0 where it is neither the map nor words."""
        return len(self.beside.leaves) or (len(self.map.parts) if self.map.isVisible() else 0)

    @property
    def whereabouts(self) -> str:
        """Which part of the map or page of words this is, of how many: `2 / 3`."""
        return f"{(self.beside.leaf if self.beside.leaves else self.map.part) + 1} / {self.count}"

    def turn(self, way: int) -> None:
        """Shows the next part of the map or page of words (1), or the one before (-1); a frozen wall keeps its own."""
        if self.stage.frozen or not self.count:
            return
        if self.beside.leaves:
            self.beside.leaf = (self.beside.leaf + way) % self.count
            self._tell()
        else:
            self.stage.show_part(self.map.parts[(self.map.part + way) % self.count].ids)

    def _show_minutes(self, subject: str) -> None:
        """The minutes at the place the console reads them."""
        if self.paper is None and self._pages is not None:
            from facilitator.ui.rereading import Paper  # what a map does not need

            pages = self._pages()
            self.paper = Paper(pages, self, worn=theme("room"))
            self.paper.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._column.addWidget(self.paper, 1)
            self.paper.moved.connect(self.shown)
            pages.changed.connect(self.shown)
            self.beside.face.raise_()
        if self.paper is not None:
            with suppress(ValueError):
                self.paper.wait_for(float(subject or 0))

    def _select(self) -> None:
        if self.stage.spotlight or len(self.map.parts) > 1:
            self._follow()

    def _show_map(self) -> None:
        workspace, stage = self._workspace, self.stage
        seen = looking.seen_by_room(workspace)
        lit = [pair for pair in workspace.selection if pair[1] not in seen.hidden]
        spot = aside(on_the_wall(workspace.document), lit) if stage.spotlight else frozenset()
        only = self._console if stage.follows and self._console else None
        near = (stage.at_hand, self._console)
        self.beside.worn = self._dresser.decor
        off, gone = looking.off_for_room(workspace)
        faded = seen.faded | spot | gone
        self.map.ask(
            Shown(workspace.document, faded, seen.hidden, near, only, stage.part, off, self._dresser.dressing)
        )

    def _stand(self) -> None:
        """Another screen or another room: the map finds its place anew, once what is beside it has its own."""
        self.beside.stand()
        self._tell()
        self._tell_part()

    def _lead(self) -> None:
        """Shows the wall as it is led."""
        if self.map.sit_in(self.stage.room):
            self._stand()
        self._dresser.want(self.stage.decorations)
        if self.paper is not None:
            self.paper.hold(self.stage.frozen)  # its pages come by themselves
        self._follow()
        self._tell()

    def _tick(self) -> None:
        """A second, which repaints nothing but its corner unless a clock appears, takes more room or goes."""
        before = self.beside.signs
        self.beside.show_time()
        if before != self.beside.signs:
            self._tell()
        else:
            self.second.emit()

    def _retell(self) -> None:
        self._name()
        self._follow()

    def _name(self) -> None:
        """Its title says nothing of the session: it may be seen in a list of windows."""
        self.setWindowTitle(f"{_('Projection')} — Entre tous")
        self.map.setAccessibleName(_("Projected map"))

    def _tell(self) -> None:
        """Says what is on the wall."""
        beside = self.beside
        beside.write()
        kind = beside.kind
        # What goes goes first, and the map comes last: it has no place between two, for which it would be arranged.
        parts: list[tuple[QWidget, bool]] = [
            (beside.page, kind == "page"),
            (beside.banner, kind != "page" and beside.headed),
            (beside.foot, kind == "map"),
            (self.map, kind == "map"),
            (beside.board, bool(beside.leaves)),
        ]
        if self.paper is not None:
            if kind == "minutes":
                self.paper.write_in(beside.look.title * beside.scale)
            parts.append((self.paper, kind == "minutes"))
        for widget, there in sorted(parts, key=itemgetter(1)):
            widget.setVisible(there)
        self._column.activate()
        self.map.stand()
        self.shown.emit()

    def _measured_on(self, document: Document) -> Document:
        """What decorations are measured on: what the room sees, without what it is shown to do without."""
        return supposed(looking.off_for_room(self._workspace)[0], on_the_wall(document))

    def _tell_part(self) -> None:
        """The map settled, perhaps on another part, or with other kinds of actors in it."""
        if self.beside.take_part():
            self._tell()
        self.shown.emit()

    def _lay(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        beside = self.beside
        column.addWidget(beside.banner)
        column.addWidget(self.map, 1)
        for part in (beside.foot, beside.board, beside.page):
            column.addWidget(part)
        self.beside.face.raise_()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()

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
