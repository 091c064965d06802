"""The map on the wall: whole where the back row can read all of it, else the part at hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QShowEvent
from PySide6.QtWidgets import QWidget

from facilitator import words
from facilitator.drawing import lettering
from facilitator.drawing.arrangement import Arranged
from facilitator.drawing.decor import PLAIN, Dressing
from facilitator.drawing.ground import ground
from facilitator.drawing.inscribed import hidden
from facilitator.drawing.legibility import Room
from facilitator.drawing.lettering import ASCENT, DESCENT
from facilitator.drawing.parts import Part, parts
from facilitator.drawing.shapes import Box, Picture, Shape, Text, union
from facilitator.drawing.spread import Frame
from facilitator.drawing.theme import theme
from facilitator.drawing.wall import Wall, legible
from facilitator.model.document import Actor, Document
from facilitator.slices import Slices
from facilitator.ui.canvas.ghosts import Ghosts
from facilitator.ui.canvas.sheet import Sheet
from facilitator.ui.canvas.view import View, fitting
from facilitator.ui.projection.pages import HIGH

_ROOM = "room"
_LARGEST = 1.7
"""A card is never shown larger than this, however few there are, unless the back row asks for it."""
_LOOSE = 1.12
"""The map keeps its place on the wall until it could be shown this much larger."""
_MARGIN = 24.0


@dataclass(frozen=True, slots=True)
class Shown:
    """What is asked of the map. `near` are groups at hand, the nearest first; `only` is what a wall that follows
    the console shows; `part` are the cards of the one that was asked for."""

    document: Document
    faded: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    near: Sequence[frozenset[str]] = ()
    only: frozenset[str] | None = None
    part: frozenset[str] | None = None
    off: frozenset[str] = frozenset()
    """What one does without, for a minute."""
    dress: Dressing = PLAIN
    language: str = field(default_factory=words.language)
    """The one it is told in, however often it is arranged again."""


class WallMap(Sheet):
    """The map, of which every name that is shown can be read from the back."""

    settled = Signal()
    """It shows another part, or more or less of the map can be read."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        self._wall = Wall(_ROOM)
        self._room = Room()
        self._asked = Shown(document)
        self._framed: Frame | None = None
        self._mute: dict[str, tuple[Actor, Actor]] = {}
        self._looked_at: frozenset[str] = frozenset()
        self._ground: Picture | None = None
        self._told: tuple[Picture, tuple[Shape, ...]] | None = None
        self._settled: tuple[object, ...] = ()
        self._ghosts = Ghosts()
        self.parts: tuple[Part, ...] = ()
        self.part = 0
        self.read: frozenset[str] = frozenset()
        """Ids of the actors that can be read from the back."""
        super().__init__(_ROOM, replace(document, actors={}, links={}, contributions={}), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def document(self) -> Document:
        """The session as it was asked for."""
        return self._asked.document

    @property
    def left_out(self) -> frozenset[str]:
        """Ids of the actors and links that were asked not to be shown."""
        return self._asked.hidden

    @property
    def shown(self) -> int:
        """How many actors could be shown."""
        return len(self.picture.cards)

    @property
    def legible(self) -> int:
        """How many actors can be read from the back."""
        return len(self.read)

    @property
    def kinds(self) -> frozenset[str]:
        """Categories of the actors that can be read."""
        actors = self.picture.document.actors
        return frozenset(actors[id_].category for id_ in self.read)

    def sit_in(self, room: Room) -> bool:
        """Has it be for a room once it stands; False where it is that one."""
        told, self._room = room != self._room, room
        return told

    def stand(self) -> None:
        """Shows it in the place it has now that what is told beside it has its own, for the room that looks at it."""
        if self._frame() != self._framed:
            self.ask(self._asked, loose=1.0)

    def ask(self, asked: Shown, *, loose: float = _LOOSE) -> None:
        """Shows what the room may see of a session."""
        self._asked = asked
        if not self.isVisible():
            return  # it is arranged once it has its place
        self._framed = self._frame()
        with words.in_language(asked.language):
            self._answer(asked, loose, self._framed)
        settled = (self.part, len(self.parts), self.shown, self.read)
        if settled != self._settled:
            self._settled = settled
            self.settled.emit()

    def _answer(self, asked: Shown, loose: float, frame: Frame) -> None:
        """Arranges what was asked for, and looks at it."""
        arranged = self._wall.arranged(asked.document, frame, asked.hidden)
        view = self._view_of(arranged, asked, loose)
        seen = view.seen(self.size())
        self.read, document, hidden = self._cut(arranged, seen, asked.hidden)
        if arranged.theme is not self._theme:
            self._theme, self._stale = arranged.theme, True
        turned = asked.faded ^ self._layers.faded
        self._layers.faded, self._hidden, self._dress = asked.faded, hidden, asked.dress
        if self._ghosts.show(asked.off):
            self.update()
        if self._ground is not None:
            self._picture = replace(self._picture, ground=self._ground)
        self._show(document, turned)
        self.set_view(view)
        self._cut_ground()

    def foresee(self, document: Document, hidden: frozenset[str] | None = None) -> None:
        """Makes ready to be asked for a document, as long as one looks at the same place then."""
        hidden = self._asked.hidden if hidden is None else hidden
        if self.isVisible():
            arranged = self._wall.foreseen(document, self._frame(), hidden)
            _, shown, out = self._cut(arranged, self.view.seen(self.size()), hidden)
            if arranged.theme is self._theme:
                super().foresee(shown, out)

    def getting_ready(self, document: Document) -> Slices[None]:
        """Makes ready to be asked for a document: first where its cards go, and where one looks then."""
        if not self.isVisible():
            return
        asked, held = replace(self._asked, document=document), (self.parts, self.part)
        arranged = self._wall.foreseen(document, self._frame(), asked.hidden)
        view = self._view_of(arranged, asked, _LOOSE)
        self.parts, self.part = held
        _, shown, out = self._cut(arranged, view.seen(self.size()), asked.hidden)
        yield
        yield from self.composed(shown, arranged.theme, out)

    def _cut(
        self, arranged: Arranged, seen: Box, hidden: frozenset[str]
    ) -> tuple[frozenset[str], Document, frozenset[str]]:
        """The cards that can be read where one looks; what is shown there of the session, and what is left out."""
        readable = frozenset(legible(arranged.boxes, seen)) - hidden
        if len(readable) + len(hidden & arranged.boxes.keys()) < len(arranged.boxes):
            return readable, self._muted(arranged, seen), hidden | _passing(arranged, seen)
        return readable, arranged.document, hidden

    def _cut_ground(self) -> None:
        """What lies under the map says no name that the edge of the wall or a card cuts: rather where one looks, if
        it can."""
        seen, whole = self.view.seen(self.size()), self._picture.ground
        kept = whole.shapes
        cards = [held.box for held in self._picture.cards.values() if held.box.intersects(seen)]
        if not all(_told(shape, seen, cards) for shape in kept if isinstance(shape, Text)):
            cards += _beside(seen.grown(-_MARGIN / 2 / self.view.zoom), whole.box)
            shown, marks = self._picture.document, self._picture.spots.boxes()
            kept = ground(shown, self._theme, cards, marks, strict=True).shapes
        told = (whole, kept)
        if told != self._told:
            self._told, self._stale = told, True
        self._ground = whole
        if kept != whole.shapes:
            self._picture = replace(self._picture, ground=Picture(kept, whole.box))

    def paint_over(self, painter: QPainter) -> None:
        self._ghosts.paint(painter, self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.ask(self._asked, loose=_LOOSE if self._frame() == self._framed else 1.0)

    def _frame(self) -> Frame:
        high = self.window().height()
        letters = self._room.size(high)
        most = max(_LARGEST * high / HIGH, letters / theme(_ROOM).name_floor)
        width, height = (max(side - 2 * _MARGIN, 1.0) for side in (self.width(), self.height()))
        return Frame(width, height, letters, most)

    def _view_of(self, arranged: Arranged, asked: Shown, loose: float) -> View:
        """Where to look: nearest that one may, or at a part of the map."""
        frame = self._frame()
        self.parts = arranged.parts
        only = {id_: box for id_, box in arranged.boxes.items() if id_ in (asked.only or ())}
        if only:
            self.parts = parts(only, frame.width / arranged.zoom, frame.height / arranged.zoom)
        self.part = _chosen(self.parts, asked)
        if not self.parts:
            return self.view
        if len(self.parts) > 1:
            return self._still(arranged, self.parts[self.part]) or self._centred(
                arranged, self.parts[self.part].box
            )
        best = self._whole(arranged, self.parts[0].box, frame)
        seen = self.view.seen(self.size()).grown(-_MARGIN / 2 / self.view.zoom)
        still = (
            loose > 1.0
            and len([*legible(only or arranged.boxes, seen)]) == len(only or self.parts[0].ids)
            and arranged.zoom <= self.view.zoom <= best.zoom * 1.001
            and self.view.zoom * loose >= best.zoom
        )
        return self.view if still else best

    def _whole(self, arranged: Arranged, box: Box, frame: Frame) -> View:
        """All of a box, with what lies under the map where both can be read; as near as there is use for."""
        if arranged.under is not None:
            both = fitting(box.united(arranged.under), self.size(), most=frame.most, margin=_MARGIN)
            if both.zoom >= arranged.zoom:
                return both
        best = fitting(box, self.size(), most=frame.most, margin=_MARGIN)
        return replace(best, zoom=max(best.zoom, arranged.zoom))

    def _still(self, arranged: Arranged, part: Part) -> View | None:
        """The view of the moment, where it is of that part and still holds it."""
        before, self._looked_at = self._looked_at, frozenset(part.ids)
        seen = self.view.seen(self.size())
        held = {id_: arranged.boxes[id_] for id_ in part.ids}
        if (
            before & self._looked_at
            and self.view.zoom == arranged.zoom
            and len([*legible(held, seen)]) == len(held)
        ):
            return self.view
        return None

    def _centred(self, arranged: Arranged, box: Box) -> View:
        """A part in the middle, at the size at which it is read; not beyond the edge of the map."""
        width, height = self.width() / arranged.zoom, self.height() / arranged.zoom
        around = union(arranged.boxes.values()).grown(_MARGIN / arranged.zoom)
        x, y = box.centre
        if around.width > width:
            x = min(max(x, around.x + width / 2), around.right - width / 2)
        if around.height > height:
            y = min(max(y, around.y + height / 2), around.bottom - height / 2)
        return View(x, y, arranged.zoom)

    def _muted(self, arranged: Arranged, seen: Box) -> Document:
        """The cards that the edge of the wall cuts say nothing: no name is ever cut."""
        actors = dict(arranged.document.actors)
        for id_, box in arranged.boxes.items():
            if box.intersects(seen) and not [*legible({id_: box}, seen)]:
                held = self._mute.get(id_)
                if held is None or held[0] is not actors[id_]:
                    held = self._mute[id_] = (actors[id_], replace(actors[id_], name=""))
                actors[id_] = held[1]
        return replace(arranged.document, actors=actors)


def _passing(arranged: Arranged, seen: Box) -> frozenset[str]:
    """Links between two cards that are not seen: on a part of the map, they would lead from nowhere to nowhere."""
    near = {id_ for id_, box in arranged.boxes.items() if box.intersects(seen)}
    links = arranged.document.links.values()
    return frozenset(row.id for row in links if row.source not in near and row.target not in near)


def _beside(seen: Box, whole: Box) -> list[Box]:
    """All that is not seen of a box, and more."""
    around = whole.united(seen).grown(1.0)
    return [
        Box(around.x, around.y, around.width, seen.y - around.y),
        Box(around.x, seen.bottom, around.width, around.bottom - seen.bottom),
        Box(around.x, around.y, seen.x - around.x, around.height),
        Box(seen.right, around.y, around.right - seen.right, around.height),
    ]


def _told(text: Text, seen: Box, cards: Sequence[Box]) -> bool:
    """Whether a text is wholly seen, and under no card."""
    wide = lettering.width(text.text, text.size, text.bold)
    left = text.x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor]
    top, bottom = text.y - text.size * ASCENT, text.y + text.size * DESCENT
    return seen.contains(left, top) and seen.contains(left + wide, bottom) and not hidden([text], cards)


def _chosen(found: Sequence[Part], asked: Shown) -> int:
    """The part asked for, else that of the group at hand, else the one with most in it.

    Of a part that was asked for and is two by now, what is at hand tells which.
    """
    held = asked.part or frozenset()
    for group in (*(held & group for group in asked.near[:1]), held, *asked.near):
        shares = [len(group.intersection(part.ids)) for part in found]
        if any(shares):
            return shares.index(max(shares))
    sizes = [len(part.ids) for part in found]
    return sizes.index(max(sizes)) if sizes else 0
