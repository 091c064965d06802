"""The canvas of the console: the palette above the map, the tray and the line of names below it."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from facilitator.drawing.shapes import union
from facilitator.model import gestures
from facilitator.model.document import Document, Link
from facilitator.ui import look, looking
from facilitator.ui.canvas import clipboard, making, whereabouts
from facilitator.ui.canvas.burst import Burst
from facilitator.ui.canvas.decor_bar import DecorBar
from facilitator.ui.canvas.entry import EntryLine
from facilitator.ui.canvas.filters import FilterBar
from facilitator.ui.canvas.kept_courses import KeptCourses
from facilitator.ui.canvas.kept_sight import KeptSight
from facilitator.ui.canvas.kept_view import KeptView
from facilitator.ui.canvas.kept_whole import CLOSEST, KeptWhole
from facilitator.ui.canvas.keys import ARROWS, held_with, keys_of, meant
from facilitator.ui.canvas.link_bar import LinkBar
from facilitator.ui.canvas.linking import open_picker
from facilitator.ui.canvas.menu import menu_at, menu_of_chip, menu_of_selection
from facilitator.ui.canvas.overview import Overview
from facilitator.ui.canvas.palette import Palette
from facilitator.ui.canvas.picker import ActorPicker
from facilitator.ui.canvas.surface import Surface
from facilitator.ui.canvas.told import tell_places
from facilitator.ui.canvas.tray import Tray
from facilitator.ui.canvas.view import STEP
from facilitator.ui.canvas.what_if_bar import WhatIfBar
from facilitator.ui.first_picture import take_places
from facilitator.ui.workspace import Workspace
from facilitator.words import _

_NUDGE, _FAR = 8.0, 80.0
_LEAST = 95
"""Height of the map, in pixels at a text size of 100 %, for which other things step aside."""
_LOW = 210
"""Height of the canvas, in pixels at a text size of 100 %, under which the map alone is left in it."""


class Canvas(QWidget):
    """Where the map is made. Everything it does to the session, it does through the workspace."""

    zoom_changed = Signal(float)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.surface: Surface = Surface(workspace, self)
        self.overview: Overview = Overview(self.surface)
        self.head = QWidget(self)
        self.palette_ = Palette(self.surface, self.head)
        self.filters: FilterBar = FilterBar(workspace, self.surface, self.head, self)
        self.what_if: WhatIfBar = WhatIfBar(workspace, self.surface, self)
        self.decor: DecorBar = DecorBar(workspace, self.surface, self)
        self.tray = Tray(self.surface, self)
        self._bar: LinkBar | None = None
        self._picker: ActorPicker | None = None
        self._walked = ""
        self.whole = KeptWhole(self.surface)
        self._text_size = look.px(100)
        # How high what is said of a supposition is, and what to do once that changes.
        self._supposed, self._settles = 0, self.fit
        self._burst = Burst("nudge")
        KeptView(self.surface, self.fit)
        KeptSight(self.surface)
        self.courses = KeptCourses(self.surface)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        above = QHBoxLayout(self.head)
        above.setContentsMargins(0, 10, 14, 4)
        above.addWidget(self.palette_, 1)
        above.addWidget(self.filters.button, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.head)
        column.addWidget(self.filters)
        column.addWidget(self.what_if)
        column.addWidget(self.surface, 1)
        column.addWidget(self.decor)
        column.addWidget(self.tray)
        self.setFocusProxy(self.surface)
        self._keys = keys_of(self)
        self.surface.view_changed.connect(self._view_changed)
        for begun in (self.surface.pressed, self.surface.taken):
            begun.connect(self.close_link_bar)
        self.surface.link_bar_asked.connect(self.open_link_bar)
        self.surface.linking_asked.connect(self.start_link)
        self.surface.menu_asked.connect(self.open_menu)
        workspace.language_changed.connect(self._name_itself)
        workspace.changed.connect(self._followed)
        workspace.lens_changed.connect(self._look)
        for told in (workspace.lens_changed, workspace.what_if.changed, workspace.what_if.compared):
            told.connect(self._leave_room)
        self.what_if.turned.connect(self._leave_room)
        self.what_if.turning.connect(self._look_first)
        for asked in (workspace.what_if.changed, workspace.what_if.compared, self.what_if.turned):
            asked.connect(self._make_room)
        tell_places(workspace)
        self._name_itself()

    @cached_property
    def entry(self) -> EntryLine:
        """The line where names are typed one after the other; it is made when it first opens."""
        made = EntryLine(self.surface, self)
        self._column.addWidget(made)
        return made

    # What the window asks for

    @property
    def zoom(self) -> float:
        return self.surface.view.zoom

    def fit(self) -> None:
        """Shows the whole map."""
        self.whole.fit()

    def fit_selection(self) -> None:
        """Shows what is selected, or the whole map when nothing is."""
        boxes = whereabouts.boxes_of_selection(self.surface)
        self.surface.fit_box(union(boxes) if boxes else self.surface.picture.box, most=CLOSEST)

    def zoom_in(self) -> None:
        self.surface.zoom(STEP)

    def zoom_out(self) -> None:
        self.surface.zoom(1 / STEP)

    def start_typing_actors(self) -> None:
        """Opens the line where names are typed one after the other."""
        self.close_link_bar()
        self.entry.start()

    def rename(self) -> None:
        """Renames the selected card in place; of a link, says more about it."""
        cards = self.surface.chosen_cards()
        links = self._workspace.selected_links
        waiting = [actor.id for actor in self._workspace.selected_actors if not actor.placed]
        if len(cards) == 1:
            making.rename(self.surface, cards[0])
        elif not cards and len(waiting) == 1:
            self.tray.rename(waiting[0])
        elif not cards and len(links) == 1:
            self.open_link_bar(links[0].id, whereabouts.middle_of(self.surface, links[0]))

    def start_link(self, **fields: Any) -> None:
        """Opens the line where the other actor of a new link is named, an actor of the tray too; `fields` are what
        this one link is besides, whatever the last one was. From a link, such as the one just made, it goes on from
        the same actor."""
        links = self._workspace.selected_links
        held = self.surface.chosen_cards() or [actor.id for actor in self._workspace.selected_actors]
        if not held and len(links) == 1:
            held = [self._anchor(links)]
        if len(held) != 1:
            self._workspace.say(_("Select the actor the link starts from."))
            return
        self.surface.taken.emit()
        self._picker = open_picker(self.surface, held[0], fields)

    def duplicate(self) -> None:
        """Copies the selected actors a little aside, with the links between them."""
        making.duplicate(self.surface, [actor.id for actor in self._workspace.selected_actors])

    def copy(self) -> None:
        """Takes a copy of what is selected to the clipboard."""
        clipboard.copy(self)

    def cut(self) -> None:
        """Takes what is selected to the clipboard, and out of the session."""
        clipboard.cut(self)

    def paste(self) -> None:
        """Brings what is in the clipboard: actors that were copied, or lines of text as actors to place."""
        clipboard.paste(self)

    def delete(self) -> bool:
        """Deletes what is selected, actors with all their links, as one gesture; False where nothing was deleted."""
        actors = [actor.id for actor in self._workspace.selected_actors]
        links = [link.id for link in self._workspace.selected_links]
        return bool(actors or links) and self._workspace.do(gestures.delete(actors, links))

    def put_back(self) -> None:
        """Puts the selected cards back in the tray."""
        ids = self.surface.chosen_cards()
        if ids:
            self._workspace.do(gestures.unplace_actors(ids))

    def swap_ends(self) -> None:
        """Turns the selected links round."""
        ids = [link.id for link in self._workspace.selected_links]
        if ids:
            self._workspace.do(gestures.together("link.reverse", map(gestures.reverse_link, ids)))

    def select_all(self) -> None:
        """Selects every card of the map."""
        self.surface.choose([("actors", id_) for id_ in self.surface.picture.cards])

    def nudge(self, dx: float, dy: float) -> None:
        """Moves the selected cards; arrows that follow one another are one step of undo."""
        cards = self.surface.picture.cards
        ids = sorted(self.surface.chosen_cards())
        if ids:
            places = {id_: (cards[id_].x + dx, cards[id_].y + dy) for id_ in ids}
            self._workspace.do(gestures.place_actors(places, merge=self._burst.key("+".join(ids))))

    def next_link(self, by: int = 1) -> None:
        """Selects the links of the selected card, or of the last card that was, one after the other."""
        links = self._workspace.selected_links
        anchor = self._anchor(links)
        around = self.surface.picture.links_of(anchor) if anchor else ()
        if around:
            at = around.index(links[0].id) + by if links and links[0].id in around else min(by, 0)
            self.surface.choose([("links", around[at % len(around)])])
        elif not anchor:
            self._workspace.say(_("Select a card first: N then goes from link to link."))

    def open_link_bar(self, link: str, at: QPointF) -> None:
        """Opens the bar that says what a link is."""
        self.surface.taken.emit()
        if link in self._workspace.document.links:
            self._bar = LinkBar(self._workspace, link, self.surface)
            self._bar.closed.connect(self._forget_bar)
            hand = self.surface.on_map(at)
            self._bar.open_by(
                lambda: (self.surface.in_window(*hand), *whereabouts.around(self.surface, link))
            )

    def close_link_bar(self) -> None:
        """Closes the bar, if it is open."""
        if self._bar is not None:
            self._bar.close_up()

    @property
    def link_bar(self) -> LinkBar | None:
        """The bar, while it is open."""
        return self._bar

    @property
    def picker(self) -> ActorPicker | None:
        """The line that names the other actor, while it is open."""
        return self._picker

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.keep_whole()

    def keep_whole(self) -> None:
        """Letters of another size take more room, or less, all around: a map seen whole stays so."""
        if self._text_size != look.px(100):
            self._text_size = look.px(100)
            keep = self.whole.keeping()

            def settled() -> None:
                take_places()
                keep()

            QTimer.singleShot(0, self, settled)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leave_room()
        self.tray.fit()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys the map knows when it has the keyboard; the window has the same ones in its menus."""
        arrow = ARROWS.get(Qt.Key(event.key()))
        if arrow is not None and self.surface.chosen_cards():
            step = _FAR if held_with(event) & Qt.KeyboardModifier.ShiftModifier else _NUDGE
            self.nudge(arrow[0] * step, arrow[1] * step)
            return
        does = meant(self._keys, event)
        if does is None:
            super().keyPressEvent(event)
        else:
            does()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        chip = self.tray.chip_at(event.globalPos())
        if chip is not None:
            self._popup(menu_of_chip(self, chip), event.globalPos())
            return
        at = self.surface.mapFrom(self, event.pos())
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.surface.cancel()
            at = whereabouts.middle_of_selection(self.surface)
            self._popup(menu_of_selection(self, at), self.surface.mapToGlobal(at))
        elif self.surface.rect().contains(at):
            self.open_menu(at)

    def open_menu(self, at: QPoint) -> None:
        """Opens the menu of what is at a point of the map."""
        self.surface.cancel()
        self._popup(menu_at(self, at), self.surface.mapToGlobal(at))

    # The rest is of the canvas alone

    def _leave_room(self) -> None:
        """In a low canvas, under the lists or in large letters, what places actors steps aside: the map stays, and
        its keys, its menus and the lists place them too. Where that is not enough, so does what is said of filters.

        What waits in the tray stays longer than the palette, which takes many lines in a narrow canvas."""
        self.what_if.fit()
        shown = [bar for bar in (self.filters, self.what_if) if not bar.isHidden()]
        self.filters.step_aside(aside=False)
        left = self.height() - sum(bar.heightForWidth(self.width()) for bar in shown) - look.px(_LEAST)
        low = self.height() < look.px(_LOW)
        tray = self.tray.sizeHint().height() if self.tray.chips else 0
        no_tray = low or left < tray
        no_head = no_tray or left < tray + self.head.heightForWidth(self.width())
        self.filters.step_aside(aside=no_tray and left < 0)
        focus: QWidget | None = self.window().focusWidget()
        for part, aside in ((self.head, no_head), (self.tray, no_tray)):
            if aside and focus is not None and part.isAncestorOf(focus):
                self.surface.setFocus()
        self.head.setHidden(no_head)
        self.tray.step_aside(aside=no_tray)

    def _look_first(self) -> None:
        self._settles = self.whole.keeping()

    def _make_room(self) -> None:
        """What is supposed stands above a map seen whole, not over its first row; one seen in part stays."""
        high = 0 if self.what_if.isHidden() else self.what_if.heightForWidth(self.width())
        if high == self._supposed:
            return
        self._supposed = high
        self.what_if.updateGeometry()
        self._column.activate()
        self._settles()

    def _popup(self, menu: QMenu, everywhere: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(everywhere)

    def escape(self) -> None:
        """The bar of a link first, then what is filtered, what one does without, the selection: one thing at a time."""
        if self._bar is not None:
            self.close_link_bar()
        elif not looking.give_back(self._workspace):
            self.surface.choose([])

    def _look(self) -> None:
        """The bar goes with its link."""
        if self._bar is not None and self._bar.link in self._workspace.seen.hidden:
            self.close_link_bar()

    def _followed(self, before: Document, after: Document) -> None:
        """Another kind of background is shown whole, for its words are at its edges; a map seen whole stays so."""
        if before.background.kind is not after.background.kind and (
            self.whole.fitted or not whereabouts.sees_ground(self.surface)
        ):
            self.fit()

    def _view_changed(self) -> None:
        self.close_link_bar()
        self.zoom_changed.emit(self.surface.view.zoom)

    def _anchor(self, links: tuple[Link, ...]) -> str:
        """The card whose links one walks through: the selected one, or the one the walk began at."""
        cards = self.surface.chosen_cards()
        if cards:
            self._walked = cards[0]
        elif links and self._walked not in (links[0].source, links[0].target):
            self._walked = links[0].source
        return self._walked if cards or links else ""

    def _forget_bar(self) -> None:
        self._bar = None

    def _name_itself(self) -> None:
        self.surface.setAccessibleName(_("Map of the actors"))
        self.surface.setAccessibleDescription(_("Tab goes from card to card, L links, F2 renames."))
