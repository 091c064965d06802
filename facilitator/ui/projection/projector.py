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

from facilitator import terms
from facilitator.drawing.board import Asked, compose
from facilitator.drawing.legibility import lettered
from facilitator.drawing.shapes import Picture
from facilitator.drawing.theme import Theme, theme
from facilitator.model.document import Document, ordered
from facilitator.model.edition import in_the_room, on_the_wall, withdrawn
from facilitator.slices import Slices
from facilitator.ui import looking
from facilitator.ui.actions import ACTIONS
from facilitator.ui.decorations import Dresser, supposed
from facilitator.ui.projection import pages
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
        self._part = (0, 0)
        self._tall = 0.0
        self._asked = Asked("map")
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
        self._dresser.changed.connect(self._follow)
        workspace.decorations.changed.connect(self._follow)
        self._worn = self._dresser.decor
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
        asked = self._wanted()
        self._words = self._question()
        supposed = looking.supposed_by_room(self._workspace) if asked.kind == "map" else ""
        if supposed:
            self._words = self._words[0], supposed
        if (asked.kind, asked.step, asked.subject) != (
            self._asked.kind,
            self._asked.step,
            self._asked.subject,
        ):
            self._leaf = 0
        self._asked = asked
        if asked.kind == "map":
            self._show_map()
        elif asked.kind == "minutes":
            self._show_minutes(asked.subject)
        elif self._read is None or self._read[0] is not self._workspace.document:
            self._read = (self._workspace.document, in_the_room(self._workspace.document))
        self._tell()

    def _get_ready(self, document: Document, works: list[Slices[None]]) -> None:
        if not self.stage.frozen and self._asked.kind == "map":
            works.append(self.map.getting_ready(document))

    def _foresee(self, document: Document) -> None:
        if not self.stage.frozen:
            self.map.foresee(document)

    def _wanted(self) -> Asked:
        """The page that is asked for; the map where the minutes cannot be set."""
        board, document = self._workspace.board, self._workspace.document
        if board.kind == "minutes" and self._pages is None:
            return Asked("map")
        counting = frozenset(vote.item for vote in document.votes.values() if not vote.revealed)
        return Asked(board.kind, self._workspace.step_id, board.subject, counting)

    @property
    def whereabouts(self) -> str:
        """Which part of the map or page of words this is, of how many: `2 / 3`."""
        at, count = (self._leaf, len(self.leaves)) if self.leaves else (self.map.part, len(self.map.parts))
        return f"{at + 1} / {count}"

    def turn_leaf(self, way: int) -> None:
        """Shows the next page of words (1), or the one before (-1); a frozen wall keeps its own."""
        if self.stage.frozen:
            return
        self._leaf = (self._leaf + way) % max(len(self.leaves), 1)
        self._tell()

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
        selected = frozenset(id_ for _table, id_ in workspace.selection)
        ends = {end for link in workspace.selected_links for end in (link.source, link.target)}
        seen = looking.seen_by_room(workspace)
        spot = aside(on_the_wall(workspace.document), workspace.selection) if stage.spotlight else frozenset()
        only = self._console if stage.follows and self._console else None
        near = (selected | ends, self._console)
        self._worn = self._dresser.decor
        off, gone = looking.off_for_room(workspace)
        faded = seen.faded | spot | gone
        self.map.ask(
            Shown(workspace.document, faded, seen.hidden, near, only, stage.part, off, self._dresser.dressing)
        )

    def _stand(self) -> None:
        """Another screen or another room: the map finds its place anew, once what is beside it has its own."""
        self._part = (0, 0)
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
        kind = "page" if page else self._asked.kind
        self._show_time()
        self.leaves = ()
        if kind == "page":
            self.page.show_picture(self._page(look, width), scale, look)
        elif kind == "minutes" and self.paper is not None:
            self.paper.write_in(look.title * scale)
        elif kind != "minutes":
            taken = self.face.width_of(self.clock.words, look) if not self.face.isHidden() else 0.0
            room = max(width - 2 * MARGIN - taken, 100.0)
            if kind == "map":
                self.banner.show_picture(self._banner(look, room, *self._part), scale, look)
                self.foot.show_picture(self._signs(look, max(width - 2 * MARGIN, 100.0)), scale, look)
            else:
                self._show_words(look, width, room, scale)
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

    def _signs(self, look: Theme, room: float) -> Picture:
        """What the signs that are shown mean."""
        shown = self.map.picture.document
        document = shown if shown.actors else on_the_wall(self.map.document)
        out, legend_too = self.map.left_out, self.stage.legend
        return pages.signs(document, look, room, self._worn, legend_too=legend_too, out=out)

    def _measured_on(self, document: Document) -> Document:
        """What decorations are measured on: what the room sees, without what it is shown to do without."""
        return supposed(looking.off_for_room(self._workspace)[0], on_the_wall(document))

    def _tell_part(self) -> None:
        """The map settled, perhaps on another part."""
        part = (self.map.part, len(self.map.parts))
        if part != self._part:
            self._part = part
            self._tell()
        self.shown.emit()

    def _with_part(self, small: str, part: int, count: int) -> str:
        """The small line, with which part of the map or page of words this is where there are several."""
        if count < 2:
            return small
        words = _("part {n} of {count}") if self._asked.kind == "map" else _("page {n} of {count}")
        told = words.format(n=part + 1, count=count)
        return f"{small} · {told}" if small else told

    def _show_time(self) -> None:
        left = self.clock.left
        self.face.setVisible(left is not None and not self.stage.chart)
        if left is not None:
            last = 0 < left <= LAST
            self.face.show_time(self.clock.words, self.clock.running, last, self._scale, self._looked())

    def _question(self) -> tuple[str, str]:
        """The small line and the large one."""
        seen = on_the_wall(self._workspace.document)
        step, workshop = seen.steps.get(self._workspace.step_id), seen.workshop
        if step is None:
            return workshop.title, workshop.question
        number = ordered(seen.steps).index(step) + 1
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
