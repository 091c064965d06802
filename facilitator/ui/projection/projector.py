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

from facilitator import terms, words
from facilitator.drawing.board import Asked, compose
from facilitator.drawing.legibility import lettered
from facilitator.drawing.shapes import Picture
from facilitator.drawing.theme import Theme, theme
from facilitator.model.document import Document
from facilitator.model.edition import in_the_room, on_the_wall, withdrawn
from facilitator.slices import Slices
from facilitator.ui import looking
from facilitator.ui.actions import ACTIONS
from facilitator.ui.decorations import Dresser, supposed
from facilitator.ui.projection import pages, wanted
from facilitator.ui.projection.band import Band, ClockFace
from facilitator.ui.projection.clock import LAST, Clock
from facilitator.ui.projection.pages import HIGH, MARGIN
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
_WHOLE: tuple[int, int, frozenset[str]] = (0, 0, frozenset())
"""Which part, of how many, with which kinds of actors: of a map that is not read in parts."""


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
        self._look = theme("room")
        self._words = ("", "")
        self._console: frozenset[str] = frozenset()
        self._part = _WHOLE
        self._cut_for: tuple[Theme, float] | None = None
        self.lacking = False
        """Whether its legend was asked for, and has no room."""
        self._tall = 0.0
        self._asked = Asked("map")
        self._spoken = words.language()
        self._time: tuple[str, bool, bool] | None = None
        self._read: tuple[Document, Document] | None = None
        self._leaf = 0
        self.leaves: tuple[Picture, ...] = ()
        """The pages of words it holds ready; none while it shows the map."""
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(320, 200)
        self.banner = Band(self, "below")
        self.map = WallMap(workspace.document, self)
        self.foot = Band(self, "above")
        self.board = Band(self)
        self.page = Band(self)
        self.paper: Paper | None = None
        self.face = ClockFace(self)
        self._lay()
        self.screens = Screens(self)
        self._dresser = Dresser(workspace, self._measured_on, self)
        self._dresser.want(self.stage.decorations)
        self._worn = self._dresser.decor
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
        asked = wanted.page(self._workspace, minutes=self._pages is not None)
        self._words = wanted.headline(self._workspace, asked.kind)
        if (asked.kind, asked.step, asked.subject) != (
            self._asked.kind,
            self._asked.step,
            self._asked.subject,
        ):
            self._leaf = 0
        self._asked, self._spoken = asked, words.language()
        if asked.kind == "map":
            self._show_map()
        elif asked.kind == "minutes":
            self._show_minutes(asked.subject)
        elif self._read is None or self._read[0] is not self._workspace.document:
            self._read = (self._workspace.document, in_the_room(self._workspace.document))
        self._tell()
        if asked.kind == "map" and self._cut_for is not None and self._part[1] < 2:
            self._cut_for = None  # whole again: no legend of a part needs room
            self._tell()

    def _get_ready(self, document: Document, works: list[Slices[None]]) -> None:
        if not self.stage.frozen and self._asked.kind == "map":
            works.append(self.map.getting_ready(document))

    def _foresee(self, document: Document) -> None:
        if not self.stage.frozen:
            self.map.foresee(document)

    @property
    def count(self) -> int:
        """In how many parts or pages what is on the wall is read; 0 where it is neither the map nor words."""
        return len(self.leaves) or (len(self.map.parts) if self.map.isVisible() else 0)

    @property
    def whereabouts(self) -> str:
        """Which part of the map or page of words this is, of how many: `2 / 3`."""
        return f"{(self._leaf if self.leaves else self.map.part) + 1} / {self.count}"

    def turn(self, way: int) -> None:
        """Shows the next part of the map or page of words (1), or the one before (-1); a frozen wall keeps its own."""
        if self.stage.frozen or not self.count:
            return
        if self.leaves:
            self._leaf = (self._leaf + way) % self.count
            self._tell()
        else:
            self.stage.show_part(self.map.parts[(self.map.part + way) % self.count].ids)

    def _show_minutes(self, subject: str) -> None:
        """The minutes at the place the console reads them."""
        if self.paper is None and self._pages is not None:
            from facilitator.ui.rereading import Paper  # what a map does not need

            pages = self._pages()
            self.paper = Paper(pages, self)
            self.paper.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._column.addWidget(self.paper, 1)
            self.paper.moved.connect(self.shown)
            pages.changed.connect(self.shown)
            self.face.raise_()
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
        self._worn = self._dresser.decor
        off, gone = looking.off_for_room(workspace)
        faded = seen.faded | spot | gone
        self.map.ask(
            Shown(workspace.document, faded, seen.hidden, near, only, stage.part, off, self._dresser.dressing)
        )

    def _stand(self) -> None:
        """Another screen or another room: the map finds its place anew, once what is beside it has its own."""
        self._part, self._cut_for = _WHOLE, None
        self._tell()
        self._tell_part()

    def _lead(self) -> None:
        """Shows the wall as it is led."""
        if self.map.sit_in(self.stage.room):
            self._stand()
        self._dresser.want(self.stage.decorations)
        if self.paper is not None:
            self.paper.setUpdatesEnabled(not self.stage.frozen)  # its pages come by themselves
        self._follow()
        self._tell()

    def _tick(self) -> None:
        """A second, which repaints nothing but its corner unless a clock appears or goes."""
        before = self._time
        self._show_time()
        if (before is None) is not (self._time is None):
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
        """Says what is on the wall: a frozen one in the language it had."""
        with words.in_language(self._spoken):
            kind = self._write()
        # What goes goes first, and the map comes last: it has no place between two, for which it would be arranged.
        parts: list[tuple[QWidget, bool]] = [
            (self.page, kind == "page"),
            (self.banner, kind not in ("page", "minutes")),
            (self.foot, kind == "map"),
            (self.map, kind == "map"),
            (self.board, bool(self.leaves)),
        ]
        if self.paper is not None:
            parts.append((self.paper, kind == "minutes"))
        for widget, there in sorted(parts, key=itemgetter(1)):
            widget.setVisible(there)
        self._column.activate()
        self.map.stand()
        self.shown.emit()

    def _write(self) -> str:
        """Writes the step's question above the map, and what its signs mean below; or the page instead of a map.

        Returns which it is: `page`, or the kind that was asked for.
        """
        scale, look = self._scale, self._looked()
        width = self.width() / scale
        page = self.stage.blank or self.stage.chart
        kind = "page" if page else self._asked.kind
        self._show_time()
        self.leaves = ()
        if kind == "page":
            self.page.show_picture(self._page(look, width), scale, look)
        elif kind == "minutes" and self.paper is not None:
            self.paper.write_in(look.title * scale)
        elif kind != "minutes":
            taken = self.face.width_of(self._time[0], look) if self._time is not None else 0.0
            room = max(width - 2 * MARGIN - taken, 100.0)
            if kind == "map":
                self.banner.show_picture(self._banner(look, room, *self._part[:2]), scale, look)
                told, self.lacking = self._signs(look, max(width - 2 * MARGIN, 100.0))
                self.foot.show_picture(told, scale, look)
            else:
                self._show_words(look, width, room, scale)
        return kind

    def _show_words(self, look: Theme, width: float, room: float, scale: float) -> None:
        """The page of words under the banner, in what it leaves of the wall."""
        head = self._banner(
            look, room, 0, 2
        ).box.bottom  # with the number of a page, there is room without it too
        seen = self._read[1] if self._read is not None else in_the_room(self._workspace.document)
        self.leaves = compose(seen, self._asked, look, width, HIGH - head)
        self._leaf = min(self._leaf, len(self.leaves) - 1)
        banner = self._banner(look, room, self._leaf, len(self.leaves))
        self.banner.show_picture(Picture(banner.shapes, banner.box._replace(height=head)), scale, look)
        self.board.show_picture(self.leaves[self._leaf], scale, look)

    def _banner(self, look: Theme, room: float, part: int, count: int) -> Picture:
        small, large = self._words
        return pages.banner(self._with_part(small, part, count), large, look, room)

    def _page(self, look: Theme, width: float) -> Picture:
        """What is there instead of a map."""
        if self.stage.chart:
            return pages.chart(look, width)
        workshop = on_the_wall(self._workspace.document).workshop
        return pages.title_page(workshop.title, terms.wording(workshop.question), look, width)

    def _signs(self, look: Theme, room: float) -> pages.Signs:
        """What the signs that are shown mean.

        A map that once was read in parts leaves the legend of a part its room: it could be whole without, and in parts
        again with it.
        """
        if self._part[1] > 1:
            self._cut_for = (look, room)
        kinds = self.map.kinds if self._cut_for == (look, room) else frozenset()
        shown = self.map.picture.document
        document = shown if shown.actors else on_the_wall(self.map.document)
        out, legend_too = self.map.left_out, self.stage.legend
        return pages.signs(document, look, room, self._worn, legend_too=legend_too, out=out, kinds=kinds)

    def _measured_on(self, document: Document) -> Document:
        """What decorations are measured on: what the room sees, without what it is shown to do without."""
        return supposed(looking.off_for_room(self._workspace)[0], on_the_wall(document))

    def _tell_part(self) -> None:
        """The map settled, perhaps on another part, or with other kinds of actors in it."""
        count = len(self.map.parts)
        part = (self.map.part, count, self.map.kinds if count > 1 else frozenset())
        if part != self._part:
            self._part = part
            self._tell()
        self.shown.emit()

    def _with_part(self, small: str, part: int, count: int) -> str:
        """The small line, with which part of the map or page of words this is where there are several."""
        if count < 2:
            return small
        sentence = _("part {n} of {count}") if self._asked.kind == "map" else _("page {n} of {count}")
        told = sentence.format(n=part + 1, count=count)
        return f"{small} · {told}" if small else told

    def _show_time(self) -> None:
        """The time of the step that is on the wall: beside a frozen one, that of another step is not told."""
        if not self.stage.frozen or self._asked.step == self._workspace.step_id:
            left = self.clock.left
            told = (self.clock.words, self.clock.running, left is not None and 0 < left <= LAST)
            self._time = None if left is None else told
        self.face.setVisible(self._time is not None and not self.stage.chart)
        if self._time is not None:
            self.face.show_time(*self._time, self._scale, self._looked())

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
        column.addWidget(self.board)
        column.addWidget(self.page)
        self.face.raise_()

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
