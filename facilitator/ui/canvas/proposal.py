"""An arrangement that is proposed: cards glide to where they could go, and nothing has changed until it is accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QPointF, QTimer
from PySide6.QtGui import QPainter

from facilitator.drawing.arrange.rows import boxes_at
from facilitator.drawing.arrange.work import Places, Work
from facilitator.drawing.shapes import Box, Point, union
from facilitator.model import gestures
from facilitator.model.document import Document
from facilitator.slices import Slices, finished
from facilitator.ui.canvas import marks
from facilitator.ui.canvas.board import Hand
from facilitator.ui.canvas.proposal_bar import ProposalBar
from facilitator.ui.canvas.tools import Tool
from facilitator.ui.canvas.view import View, fitting
from facilitator.ui.motion import Glide
from facilitator.words import _, ngettext

if TYPE_CHECKING:
    from facilitator.ui.canvas.surface import Surface

_SLICE = 0.006
"""Seconds of work between two looks at what else the window has to do."""
_MANY = 150
"""Links from which cards glide without them: drawing these at each step would take longer than the way."""
_LEAST = 0.5
"""Nearer than that to where it is, in map units, a card is where it should be."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be arranged: the boxes of the map, the cards that can move, and the pinned ones among the others."""

    title: str
    boxes: Mapping[str, Box]
    moving: frozenset[str]
    pinned: frozenset[str]


class Proposal(Tool):
    """Works an arrangement out, shows it, and waits for an answer.

    It is a tool of the map: whatever else the hand begins, and every change of the session, lets go of it. One may look
    around.
    """

    waits = True

    def __init__(self, surface: Surface, asked: Asked, work: Work) -> None:
        super().__init__(surface, surface.hand(QPointF()))
        self._map = surface
        self._asked = asked
        self._work = work
        self._ready: Slices[None] | None = None
        self._landing = False
        self._from: dict[str, Point] = {}
        self._to: Places = {}
        self._seen: tuple[View, View] | None = None
        self._over = self._refused = False
        self.bar = ProposalBar(surface, asked.title)
        self._turn = QTimer(self.bar, interval=0)
        self._turn.timeout.connect(self._do_some)
        self._glide: Glide | None = None
        self.bar.accepted.connect(self.accept)
        self.bar.refused.connect(self.refuse)
        self._ends = (surface.pressed, surface.workspace.settling, surface.workspace.lens_changed)
        for signal in self._ends:
            signal.connect(self._give_up)

    @property
    def places(self) -> Places:
        """Where the cards that would move could go; nothing as long as this is being worked out."""
        return self._to

    def begin(self) -> None:
        """Starts to work it out."""
        self._map.bring(self)
        self.bar.open(_("Looking for places…"), ready=False)
        self._turn.start()
        self._do_some()

    def accept(self) -> None:
        """Makes it a gesture, one step of undo."""
        if self._to and not self._over:
            gesture = gestures.arrange_actors(dict(self._to))
            self._end()
            if self._ready is not None:
                finished(self._ready)
            self._map.workspace.do(gesture)
            self._map.put_down()  # should it have been refused
            self._forget_view()

    def refuse(self) -> bool:
        """Has every card glide back; asked for again on the way, they are back at once."""
        if self._over or self._refused or not self._to:
            waited = not (self._over or self._refused)
            self._drop()
            return waited
        self._refused = True
        self.bar.close_up()
        shown = {id_: self._map.place_of(id_) for id_ in self._from}
        self._landing, self._ready = False, None
        self._turn.stop()
        self._fly(shown, self._from, self._drop, self._bare(self._from))
        if not self._over:
            self._look_back()
        return True

    def move(self, _hand: Hand) -> None:
        """The hand carries nothing: the map does not run along at its edges."""

    def release(self, _hand: Hand) -> None:
        """A button that opens over the map says nothing of it."""
        if not self._over:
            self._map.bring(self)

    def cancel(self) -> None:
        self._say_so()
        self._close()
        self._look_back()

    def paint(self, painter: QPainter) -> None:
        for id_ in self._asked.pinned:
            if id_ in self._map.picture.cards:
                self._map.paint_card_with(painter, id_, marks.paint_card_mark)

    # The rest is of the proposal alone

    def _do_some(self) -> None:
        """Works for a slice of time: on the places, then on the map they make."""
        until = perf_counter() + _SLICE
        try:
            while perf_counter() < until:
                next(self._ready or self._work)
        except StopIteration as end:
            self._turn.stop()
            if self._ready is None:
                self._show(end.value)
            else:
                self._ready = None

    def _show(self, places: Places) -> None:
        """Has the cards glide to where they could go."""
        now = {id_: box.centre for id_, box in self._asked.boxes.items() if id_ in self._asked.moving}
        self._to = {id_: places[id_] for id_, at in now.items() if _far(at, places[id_])}
        self._from = {id_: now[id_] for id_ in self._to}
        if not self._to:
            self._drop()
            self._map.workspace.say(_("Every card is already in its place: nothing would move."))
            return
        self.bar.open(self._about(), ready=True)
        self._step_back()
        self._map.hold(self._to)
        bare = self._bare(self._to)
        if bare:
            coming = gestures.arrange_actors(dict(self._to))(self._map.workspace.document)
            self._ready = self._getting_ready(coming)
            self._turn.start()
        self._fly(self._from, self._to, self._land if bare else lambda: None, bare)

    def _about(self) -> str:
        count, pinned = len(self._to), len(self._asked.pinned)
        said = ngettext("{n} card would move", "{n} cards would move", count).format(n=count)
        if pinned:
            said += " · " + ngettext("{n} pinned stays", "{n} pinned stay", pinned).format(n=pinned)
        return said

    def _bare(self, cards: Iterable[str]) -> bool:
        """Whether they glide without their links."""
        return len({link for id_ in cards for link in self._map.picture.links_of(id_)}) > _MANY

    def _getting_ready(self, coming: Document) -> Slices[None]:
        """The map of the console first, then what else shows it."""
        yield from self._map.getting_ready(coming)
        self._land()
        elsewhere: list[Slices[None]] = []
        self._map.workspace.coming.emit(coming, elsewhere)
        for work in elsewhere:
            yield from work

    def _land(self) -> None:
        """The links of cards that came without them are shown once both are there: the cards, and their new map."""
        if self._landing and not self._over:
            self._map.land(self._to)
        self._landing = True

    def _fly(
        self, start: Mapping[str, Point], end: Mapping[str, Point], arrived: Callable[[], None], bare: bool
    ) -> None:
        if self._glide is not None:
            self._glide.stop()

        def moved(share: float) -> None:
            along = {id_: _between(place, end[id_], share) for id_, place in start.items()}
            self._map.carry(along if share < 1.0 else end, bare=bare)

        self._glide = Glide(moved, arrived, self.bar)
        self._glide.start()

    def _step_back(self) -> None:
        """Shows the whole map from farther, where something proposed would be out of sight or under the bar."""
        view, size, bar = self._map.view, self._map.size(), self.bar.geometry().bottom()
        then = boxes_at(self._asked.boxes, self._to)
        wanted = union(then[id_] for id_ in self._to)
        seen = view.seen(size)
        if not (
            seen.contains(wanted.x, wanted.y - bar / view.zoom) and seen.contains(wanted.right, wanted.bottom)
        ):
            below = fitting(union(then.values()), size.shrunkBy(QMargins(0, bar, 0, 0)), most=view.zoom)
            farther = below.panned(0, bar / 2)
            self._map.set_view(farther)
            self._seen = view, farther
            self._map.view_changed.connect(self._looked_elsewhere)

    def _looked_elsewhere(self) -> None:
        self._map.view_changed.disconnect(self._looked_elsewhere)
        self._seen = None

    def _forget_view(self) -> None:
        if self._seen is not None:
            self._looked_elsewhere()

    def _look_back(self) -> None:
        """What was in sight before is where it was in the window again, unless one has looked elsewhere since: a panel
        that folds beside the map pushes both views."""
        if self._seen is not None:
            (near, far), now = self._seen, self._map.view
            pushed = (far.x - now.x) * far.zoom, (far.y - now.y) * far.zoom
            self._looked_elsewhere()
            self._map.set_view(near.panned(*pushed))

    def _give_up(self) -> None:
        """Something else begins, or was done."""
        self._say_so()
        self._drop()

    def _say_so(self) -> None:
        """Says that it is refused, where nobody answered."""
        if self._to and not (self._over or self._refused):
            self._map.workspace.say(_("The arrangement is not accepted: cards are where they were."))

    def _drop(self) -> None:
        """Shows every card where the document has it, at once."""
        if not self._over:
            self._end()
            self._map.put_down()
            self._look_back()

    def _end(self) -> None:
        self._map.let_go(self)
        self._close()

    def _close(self) -> None:
        if self._over:
            return
        self._over = True
        self._turn.stop()
        if self._glide is not None:
            self._glide.stop()
        for signal in self._ends:
            signal.disconnect(self._give_up)
        self._work.close()
        self.bar.close_up()
        self.bar.deleteLater()


def _between(one: Point, other: Point, share: float) -> Point:
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def _far(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) > _LEAST or abs(one[1] - other[1]) > _LEAST
