"""The map of the console as tools know it: the selection, where things are, and the card that is being named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import QWidget

from facilitator.drawing.card import Card, card
from facilitator.drawing.shapes import Box, Point, union
from facilitator.drawing.theme import Theme
from facilitator.model.document import Actor, ordered
from facilitator.ui import ink, look
from facilitator.ui.canvas import marks
from facilitator.ui.canvas.known import Known
from facilitator.ui.canvas.naming import Find, NameLine
from facilitator.ui.canvas.pins import Pins
from facilitator.ui.canvas.places import reading_order
from facilitator.ui.canvas.sheet import Sheet
from facilitator.ui.workspace import Pair, Workspace
from facilitator.words import _

COURSES = "courses"
"""Where the desk keeps those of the links: see `kept_courses`."""
_CATEGORY = "category"
"""Where the desk keeps the category last used."""

CardMark = Callable[[QPainter, QRectF, float, Theme], None]


@dataclass(frozen=True, slots=True)
class Hand:
    """Where the pointer is, in the window and on the map; `adds` while Shift or Ctrl is held, `free` while Alt is:
    cards then go exactly where the hand takes them."""

    point: QPointF
    place: Point
    adds: bool = False
    free: bool = False


@dataclass(frozen=True, slots=True)
class _ToCome:
    """A card that is being named: not in the document yet."""

    card: Card
    place: Point


class Board(Sheet):
    """The map of an open session, with what is selected and what is being named on it."""

    linking_asked = Signal()
    link_bar_asked = Signal(str, QPointF)
    category_used = Signal()
    about_to_be_seen = Signal()
    """Comes once, before the first painting: the window has its size."""
    taken = Signal()
    """Something begins over the map: what was begun there leaves, the bar of a link, the hand on a background."""
    naming = Signal(QRect)
    """A line that names a card opens there; an empty place once it is closed."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(look.theme().key, workspace.document, parent, workspace.desk.get(COURSES))
        self.workspace = workspace
        self.known = Known(workspace)
        self.pointer: QPointF | None = None
        """Where the mouse is over it, in the window: the system may not tell, or tell of another moment."""
        self.covered = False
        """Whether its background lies over it, to be adjusted."""
        self._seen = False
        self._line: NameLine | None = None
        self._to_come: _ToCome | None = None
        self._pins = Pins()
        workspace.selection_changed.connect(self.update)
        workspace.language_changed.connect(self.retell)
        workspace.settling.connect(self._settle)

    # Selection

    def chosen_cards(self) -> list[str]:
        """Ids of the selected cards that are on the map."""
        cards = self.picture.cards
        return [id_ for table, id_ in self.workspace.selection if table == "actors" and id_ in cards]

    def choose(self, pairs: Iterable[Pair], *, add: bool = False) -> None:
        self.workspace.select({*pairs, *self.workspace.selection} if add else set(pairs))

    def unchoose(self, pair: Pair) -> None:
        self.workspace.select(self.workspace.selection - {pair})

    def walk(self, *, forward: bool) -> bool:
        """Selects the next card in reading order; False past the last (or first) one."""
        order = reading_order(self.picture)
        chosen = [id_ for id_ in order if id_ in self.chosen_cards()]
        if not chosen:
            at = 0 if forward else len(order) - 1
        else:
            at = order.index(chosen[-1] if forward else chosen[0]) + (1 if forward else -1)
        if not 0 <= at < len(order):
            return False
        self.choose([("actors", order[at])])
        self.reveal(order[at])
        return True

    def reveal(self, id_: str) -> None:
        """Brings a card, or both ends of a link, into the window, no farther than needed: keys moved to what cannot
        be seen."""
        link = self.picture.links.get(id_)
        ends = [id_] if id_ in self.picture.cards else [link.row.source, link.row.target] if link else []
        if not ends:
            return
        held = union(self.box_of(end) for end in ends)
        inside = QRectF(self.rect()).adjusted(24, 24, -24, -24)
        box = self.rectangle(held)
        if link is not None and (box.width() > inside.width() or box.height() > inside.height()):
            self.fit_box(held, most=self.view.zoom)
            return
        dx = max(inside.left() - box.left(), 0.0) or min(inside.right() - box.right(), 0.0)
        dy = max(inside.top() - box.top(), 0.0) or min(inside.bottom() - box.bottom(), 0.0)
        if dx or dy:
            self.set_view(self.view.panned(dx, dy))

    # Naming

    @property
    def is_naming(self) -> bool:
        """Whether a card is being named: nothing else is offered over the map then."""
        return self._line is not None

    @property
    def category(self) -> str:
        """The category last used: what a new card is made of, unless one says otherwise."""
        known = self.workspace.document.categories
        kept = str(self.workspace.desk.get(_CATEGORY, ""))
        return kept if kept in known else ("association" if "association" in known else ordered(known)[0].id)

    def use_category(self, category: str) -> None:
        if category != self.category:
            self.workspace.keep(_CATEGORY, category)
        self.category_used.emit()

    def name_to_come(
        self,
        card_: Card,
        place: Point,
        named: Callable[[str], None],
        *,
        offered: Sequence[str],
        find: Find | None = None,
        several: Callable[[str], object] | None = None,
    ) -> None:
        """Shows the card that is being named where it will stand."""
        self.open_line("", card_.box.moved(*place), named, offered=offered, find=find, several=several)
        self._to_come = _ToCome(card_, place)

    def open_line(
        self,
        name: str,
        box: Box,
        named: Callable[[str], None],
        *,
        offered: Sequence[str] = (),
        find: Find | None = None,
        several: Callable[[str], object] | None = None,
    ) -> None:
        """Opens the line that names a card, over its box; names that may be meant are offered as one types, `find`
        says who is there already, and `several` takes a pasted text of more than one line."""
        self._settle()
        self.taken.emit()

        def closed() -> None:
            self._line = None
            self._to_come = None
            self.naming.emit(QRect())
            self.update()

        def given(text: str) -> None:
            closed()
            named(text)

        line = NameLine(self, name, named=given, left=closed)
        line.offer(offered)
        line.notice(find)
        line.take_several(several)
        letters = self.picture.theme.name * self.view.zoom
        line.open_over(lambda: self.rectangle(box), letters, self.view_changed)
        self._line = line
        self.naming.emit(line.geometry())
        self.update()

    def lie_under(self, *, covered: bool) -> None:
        """Its background lies over it from now on, or no more; what lies in its corners takes its place anew."""
        self.covered = covered
        self.naming.emit(QRect())

    # Where things are, in pixels of the window

    def rectangle(self, box: Box) -> QRectF:
        return self.view.rectangle(box, self.size())

    def transform(self) -> QTransform:
        return self.view.transform(self.size())

    def box_of(self, id_: str) -> Box:
        """The outline of a card on the map, where it is shown: the hand may carry it, or an arrangement be proposed."""
        return self.picture.cards[id_].card.box.moved(*self.place_of(id_))

    def card_rectangle(self, id_: str) -> QRectF:
        """The outline of a card in the window, where it is shown."""
        return self.rectangle(self.box_of(id_))

    def paint_card_with(self, painter: QPainter, id_: str, mark: CardMark) -> None:
        mark(painter, self.card_rectangle(id_), self._radius(), self.picture.theme)

    def within(self, hand: Hand) -> Hand:
        """The hand, held at the edge of the map when it goes out of it: what it carries stays in sight."""
        edge = QRectF(self.rect())
        x = min(max(hand.point.x(), edge.left()), edge.right())
        y = min(max(hand.point.y(), edge.top()), edge.bottom())
        return self.hand(QPointF(x, y), adds=hand.adds, free=hand.free)

    def hand(self, point: QPointF, *, adds: bool = False, free: bool = False) -> Hand:
        return Hand(point, self.on_map(point), adds, free)

    def card_of(self, actor: Actor) -> Card:
        return card(actor, self.workspace.document, self.picture.theme)

    def standing(self) -> dict[str, Box]:
        """The outlines of all placed cards by id, on the map: what is hidden keeps its place too."""
        shown, hidden = self.picture.cards, self.workspace.seen.hidden
        boxes = {id_: held.box for id_, held in shown.items()}
        for id_ in hidden:
            actor = self.workspace.document.actors.get(id_)
            if actor is not None and actor.x is not None and actor.y is not None:
                boxes[id_] = self.card_of(actor).box.moved(actor.x, actor.y)
        return boxes

    # Painting

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.wear(look.theme())

    def come_into_sight(self) -> None:
        """Says that it has its size and is about to be painted; given a view while it is, it would be painted twice."""
        if not self._seen and self.isVisible():
            self._seen = True
            self.about_to_be_seen.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.come_into_sight()
        super().paintEvent(event)

    def paint_over(self, painter: QPainter) -> None:
        self._paint_links(painter)
        focused = self.hasFocus()
        chosen = self.chosen_cards()
        for id_ in chosen:
            box = self.card_rectangle(id_)
            marks.paint_selected_card(painter, box, self._radius(), self.picture.theme, focused=focused)
        self._pins.paint(painter, self)
        if self._to_come is not None:
            painter.setTransform(self.transform())
            painter.translate(*self._to_come.place)
            ink.paint(painter, self._to_come.card.picture)
            painter.resetTransform()
        if not self.picture.cards and self._to_come is None:
            self._paint_invitation(painter)

    def _paint_links(self, painter: QPainter) -> None:
        for table, id_ in self.workspace.selection:
            if table == "links" and id_ in self.picture.links:
                painter.setTransform(self.transform())
                link = self.link_picture(id_)
                marks.paint_selected_link(painter, link, self.picture.theme, self.view.zoom)
                painter.resetTransform()

    def invitation(self) -> str:
        """What to do with a map where there is nothing to see."""
        if self.workspace.seen.actors_aside:
            return _("The filters hide every actor of the map.") + "\n" + _("Esc shows everything.")
        if self.workspace.document.actors:
            return _("Drag here the actors that wait below, or double-click them.")
        return (
            _("Who is concerned by the question?")
            + "\n"
            + _("Drag a type of actor here, double-click, or press A and type names.")
        )

    def _paint_invitation(self, painter: QPainter) -> None:
        """A quiet word in the middle of a map where there is nothing to see; at its foot, on a paper of its own, over
        a background, which has words in the middle too."""
        theme, words = self.picture.theme, self.invitation()
        over = bool(self.picture.ground.shapes)
        place = Qt.AlignmentFlag.AlignBottom if over else Qt.AlignmentFlag.AlignVCenter
        flags = int(Qt.AlignmentFlag.AlignHCenter | place | Qt.TextFlag.TextWordWrap)
        room = QRectF(self.rect()).adjusted(40, 40, -40, -16 if over else -40)
        painter.setFont(look.font(look.HEADING))
        if over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.paper))
            painter.drawRoundedRect(painter.boundingRect(room, flags, words).adjusted(-12, -6, 12, 6), 6, 6)
        painter.setPen(ink.solid(theme.muted))
        painter.drawText(room, flags, words)

    def _radius(self) -> float:
        return self.picture.theme.card.radius * self.view.zoom

    def _settle(self) -> None:
        """Hands over the name being typed."""
        if self._line is not None:
            self._line.leave()
