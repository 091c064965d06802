"""A widget that shows a map: the console's surface and the projector's wall stand on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from facilitator.drawing.decor import PLAIN, Dressing
from facilitator.drawing.link import LinkPicture
from facilitator.drawing.map import MapPicture, again, compose, composing, finishing
from facilitator.drawing.shapes import Box, Point, union
from facilitator.drawing.theme import Theme
from facilitator.drawing.theme import theme as named
from facilitator.model.document import Document
from facilitator.slices import EACH, Slices
from facilitator.ui import ink
from facilitator.ui.canvas.differences import boxes_of, changes
from facilitator.ui.canvas.layers import Layers
from facilitator.ui.canvas.view import View, fitting

_AT_ONCE = 0.012
"""A map painted within so many seconds is painted anew at every step of a zoom; else when the wheel rests."""
_REST = 60
"""Milliseconds after which the wheel rests."""
_MOST_ASIDE = 160
"""Rows a gesture may change and still be painted aside."""
_GATHERED = 96
"""Links of several gestures that are painted aside together: the next one often changes them again."""
_SOON = 250
"""Links that are painted in a hundredth of a second."""
_FEW_MORE = 8
"""How many more than it will change are left aside when there is time before a gesture."""
_KEPT = 3
"""Maps of before that are kept: undoing and doing again makes none anew."""
_AROUND = 32.0
"""Pixels around a card or a link where its outline, its handles and its mark of selection are."""


class Sheet(QWidget):
    """Shows a map. Whoever stands on it paints over it in `paint_over`.

    `held` cards are in the hand: shown where `carry` says, with their links, until `put_down`.
    """

    view_changed = Signal()

    def __init__(
        self, theme_key: str, document: Document, parent: QWidget | None = None, laid: object = None
    ) -> None:
        """`laid` are the courses of its links, where they were kept."""
        super().__init__(parent)
        self._theme = named(theme_key)
        self._picture = compose(document, self._theme, laid=laid)
        self._made: tuple[MapPicture, ...] = (self._picture,)
        self._foreseen: MapPicture | None = None
        self._landed: MapPicture | None = None
        """The map that a hand at rest already shows."""
        self._hidden: frozenset[str] = frozenset()
        self._dress = PLAIN
        self._view = View()
        self._layers = Layers()
        self._stale = True
        self._corner = QPoint()
        self._carried: Mapping[str, Point] = {}
        self._carried_links: Mapping[str, LinkPicture] = {}
        self._bare = False
        self._ordered: tuple[MapPicture | None, frozenset[str], list[str]] = (None, frozenset(), [])
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.sharpen)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def picture(self) -> MapPicture:
        """The map as the document has it."""
        return self._picture

    @property
    def view(self) -> View:
        return self._view

    # What is shown

    def show_through(self, faded: frozenset[str], hidden: frozenset[str]) -> None:
        """Fades some cards and links, and leaves others out, from now on; only what is shown otherwise is repainted."""
        turned = faded ^ self._layers.faded
        if turned or hidden != self._hidden:
            self._layers.faded, self._hidden = faded, hidden
            self._show(self._picture.document, turned)

    def dress(self, dress: Dressing) -> None:
        """Decorates the map; what was painted otherwise is painted anew."""
        if dress != self._dress:
            self._dress = dress
            self._show(self._picture.document, frozenset())

    def show_document(self, document: Document) -> None:
        """Shows another state of the document, painting only what is not the same."""
        self._show(document, frozenset())

    def foresee(self, document: Document, hidden: frozenset[str] | None = None) -> None:
        """Makes ready to show a document, which may come."""
        self._foreseen = self._map_of(document, self._hidden if hidden is None else hidden)
        changed = frozenset(changes(self._picture, self._foreseen))
        if len(changed) <= _MOST_ASIDE and not self._paint_apart(self._foreseen, changed):
            held = changed.union(self._carried, self._carried_links)
            self._update_boxes(self._part_with(held, self._picture, most=len(held) + _FEW_MORE))
            for id_ in changed & self._foreseen.links.keys():
                self._layers.ready(id_, self._foreseen.links[id_].picture)
            self._rest_in_hand(self._foreseen, changed)

    def _paint_apart(self, coming: MapPicture, changed: frozenset[str]) -> bool:
        """Has a map that may come painted beforehand, where that is soon done and nothing is in the hand."""
        there = self._picture
        if (
            not changed
            or self._carried
            or self._stale
            or len(coming.links) > _SOON
            or coming.ground is not there.ground
        ):
            return False
        self._update_boxes(self._layers.gather(there))
        self._layers.prepare(coming, [*boxes_of(there, changed), *boxes_of(coming, changed)])
        return True

    def getting_ready(self, document: Document) -> Slices[None]:
        """Makes ready, a little at a time, to show a document in which much is elsewhere."""
        return self.composed(document, self._theme, self._hidden)

    def composed(self, document: Document, theme: Theme, hidden: frozenset[str]) -> Slices[None]:
        """The same, for another look or with other rows left out."""
        coming = yield from composing(document, theme, self._picture, hidden, self._dress)
        for n, (id_, link) in enumerate(coming.links.items(), 1):
            self._layers.ready(id_, link.picture)
            if n % EACH == 0:
                yield
        self._foreseen = coming

    def finish(self) -> Slices[None]:
        """Makes the map whole, a little at a time, where courses were kept; the hand may begin before."""
        while not self._picture.whole:
            sketch = self._picture
            whole = yield from finishing(sketch)
            if self._picture is sketch:
                self._picture, self._made = whole, (whole, *self._made[1:])
                if whole.lines is not sketch.lines:
                    self.sharpen()  # what was kept was false

    def _map_of(self, document: Document, hidden: frozenset[str]) -> MapPicture:
        """The map of a document: made already, or made now."""
        known = (self._foreseen, *self._made) if self._foreseen else self._made
        if self._picture.whole:  # none that is not comes back
            known = tuple(one for one in known if one.whole)
        held = again(known, document, self._theme, hidden, self._dress)
        return held or compose(document, self._theme, self._picture, hidden, self._dress)

    def _show(self, document: Document, turned: frozenset[str]) -> None:
        """Shows a document; `turned` are rows that are faded, or not any more, since the last painting."""
        before, landed = self._picture, self._landed
        self._picture = self._map_of(document, self._hidden)
        made = [one for one in self._made if one.lines is not self._picture.lines]
        self._made, self._foreseen = (self._picture, *made[: _KEPT - 1]), None
        changed = frozenset(changes(before, self._picture)) | turned
        if landed is not None and landed.lines is self._picture.lines and not turned and not self._stale:
            # The hand already shows it: only what is around its cards is another.
            boxes = [*boxes_of(self._picture, self._carried)]
            self._open_hand()
            self._part_with(changed, before)
            self._update_boxes(boxes)
            return
        self.put_down()
        boxes = [*boxes_of(before, changed), *boxes_of(self._picture, changed)]
        if len(changed) > _MOST_ASIDE or not before.cards or before.ground is not self._picture.ground:
            self._layers.aside = frozenset()
            self._stale = True
        elif turned or self._stale or not self._layers.turn(before, self._picture):
            boxes += self._part_with(changed, before)
        if self._stale or not before.cards or not self._picture.cards:
            self.update()
        else:
            self._update_boxes(boxes)

    def wear(self, theme: Theme) -> None:
        """Shows the map in other colours from now on."""
        if theme is not self._theme:
            self._theme, self._stale = theme, True
            self.show_document(self._picture.document)

    def retell(self) -> None:
        """Says the words of the map again, in the language of the moment."""
        self.show_document(self._picture.document)

    def set_view(self, view: View) -> None:
        """Shows another part of the map."""
        if view == self._view:
            return
        zoomed = view.zoom != self._view.zoom
        self._view = view
        if not self._stale and not zoomed and not self._rest.isActive():
            self._stale = not self._layers.shift(self._picture, view)
        elif self._layers.cost <= _AT_ONCE:
            self._stale = True
        elif not self._stale:
            self._rest.start()
        self.update()
        self.view_changed.emit()

    def fit_box(self, box: Box, *, most: float = 1.0) -> None:
        """Shows a whole box of the map."""
        self.set_view(fitting(box, self.size(), most=most))

    # What is in the hand

    def hold(self, ids: Iterable[str]) -> None:
        """Takes the links of some cards out of the layer; the others are not painted again until they move."""
        links = frozenset(link for id_ in ids for link in self._picture.links_of(id_))
        self._update_boxes(self._part_with(links, self._picture))

    def carry(self, places: Mapping[str, Point], *, bare: bool = False) -> None:
        """Shows held cards elsewhere, with their links; `bare`, without any: on their way, were they too many.

        Links that gave way to a hand at rest do not come back each time it moves.
        """
        links = {} if bare else {**self._carried_links, **self._picture.relinked(places)}
        self._carry(places, links, bare=bare)

    def land(self, places: Mapping[str, Point]) -> None:
        """Shows held cards where the map that is ready has them, with their links as they will be there."""
        ready = self._foreseen.links if self._foreseen else {}
        ids = {link for id_ in places for link in self._picture.links_of(id_)}
        self._carry(places, {id_: ready[id_].picture for id_ in ids if id_ in ready}, bare=False)

    def _carry(self, places: Mapping[str, Point], links: Mapping[str, LinkPicture], *, bare: bool) -> None:
        aside = self._layers.aside
        before = self._in_hand() if self._carried else [*boxes_of(self._picture, aside.union(places))]
        turned = self._carried_links.keys() ^ links.keys()
        self._carried, self._carried_links, self._bare, self._landed = places, links, bare, None
        self._update_boxes([*before, *boxes_of(self._picture, turned), *self._in_hand()])

    def _rest_in_hand(self, coming: MapPicture, changed: frozenset[str]) -> None:
        """A hand at rest shows its cards as they will be put down, with all the links that give way to them: when it
        opens, nothing is painted again."""
        cards, held = self._picture.cards, self._carried
        alike = coming.ground is self._picture.ground and all(
            (coming.cards[id_].x, coming.cards[id_].y) == held.get(id_)
            and coming.cards[id_].card is cards[id_].card
            for id_ in changed & coming.cards.keys()
        )
        if not held or not alike:
            return
        self._carry(
            held, {id_: coming.links[id_].picture for id_ in changed & coming.links.keys()}, bare=False
        )
        self._landed = coming

    def put_down(self) -> None:
        """Shows every card where the document has it."""
        if self._carried:
            before = self._in_hand()
            ids = [*self._carried, *self._carried_links]
            self._open_hand()
            self._update_boxes([*before, *boxes_of(self._picture, ids)])

    def _open_hand(self) -> None:
        self._carried, self._carried_links, self._bare, self._landed = {}, {}, False, None

    def place_of(self, id_: str) -> Point:
        """Where a card is shown: in the hand, or where the document has it."""
        held = self._picture.cards[id_]
        return self._carried.get(id_, (held.x, held.y))

    def link_picture(self, id_: str) -> LinkPicture:
        """A link as it is shown, carried or not."""
        return self._carried_links.get(id_) or self._picture.links[id_].picture

    def _in_hand(self) -> list[Box]:
        """What the hand shows: the ink of its cards and of their links."""
        cards = self._picture.cards
        held = [
            cards[id_].card.picture.box.moved(x, y) for id_, (x, y) in self._carried.items() if id_ in cards
        ]
        return [*held, *(link.picture.box for link in self._carried_links.values())]

    def _update_boxes(self, boxes: Iterable[Box]) -> None:
        """Has these boxes of the map painted again, with what is painted around a card."""
        held = [*boxes]
        if held:
            part = self._view.rectangle(union(held), self.size()).adjusted(
                -_AROUND, -_AROUND, _AROUND, _AROUND
            )
            self.update(part.toAlignedRect())

    # Between the window and the map

    def on_map(self, point: QPointF) -> Point:
        return self._view.on_map(point, self.size())

    def in_window(self, x: float, y: float) -> QPointF:
        return self._view.in_window(x, y, self.size())

    # Painting

    def paint_over(self, painter: QPainter) -> None:
        """Paints what stands above the map; pixels of the window."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = ink.begin(QPainter(self))
        painter.setBackground(ink.brush(self._theme.paper))
        if self._stale or self._layers.size != self.size() or self._layers.ratio != self.devicePixelRatioF():
            self._sharpen_layers()
        part = self._view.part(QRectF(event.rect()), self.size())
        painter.setClipRect(event.rect())  # what is not seen of a long dotted line is not painted
        links = self._aside_links(part)
        self._layers.paint(
            painter, self._picture, self._view, part, links, self._carried, self._carried_links
        )
        self.paint_over(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stale = True
        grown = event.size() - event.oldSize()
        corner, before = self.mapTo(self.window(), QPoint()), self._corner
        self._corner = corner
        if event.oldSize().isValid():
            # Every card stays where it is in the window: a panel that folds, on either side, does not move the map.
            moved = corner - before
            self._view = self._view.panned(-grown.width() / 2 - moved.x(), -grown.height() / 2 - moved.y())

    def sharpen(self) -> None:
        """Paints everything anew at the view of the moment."""
        self._stale = True
        self.update()

    def _sharpen_layers(self) -> None:
        self._rest.stop()
        self._layers.render(
            self._picture, self._view, self.size(), self.devicePixelRatioF(), self._layers.aside
        )
        self._stale = False

    def _part_with(self, rows: frozenset[str], painted: MapPicture, *, most: int = _GATHERED) -> list[Box]:
        """Has links of some rows painted in every frame, where they are not; the layer, painted from a map, is mended
        there.

        With more than `most`, those of gestures that are over go back.
        """
        aside, rows = self._layers.aside, rows.difference(painted.cards, self._picture.cards)
        new, gathered = rows - aside, aside | rows
        crowded = len(aside) > most >= len(rows) > 0
        if not new and not crowded:
            return []
        if len(gathered) > most:
            new, gathered = gathered, rows
        boxes = [*boxes_of(painted, new)]
        if not self._stale:
            self._stale = not self._layers.mend(self._picture, boxes, gathered)
        if self._stale:
            self._layers.aside = gathered
            if self._layers.view != self._view:
                self.update()  # what is around these boxes is stretched
        return boxes

    def _in_order(self) -> list[str]:
        """Links that are aside, in painting order; looked for anew when the map or what is aside changes."""
        aside, picture = self._layers.aside, self._picture
        if self._ordered[0] is not picture or self._ordered[1] is not aside:
            links = [id_ for id_ in picture.links if id_ in aside] if aside else []
            self._ordered = (picture, aside, links)
        return self._ordered[2]

    def _aside_links(self, seen: Box) -> Iterator[tuple[str, LinkPicture]]:
        """Those of a part of the map that are painted in every frame."""
        for id_ in self._in_order() if not self._bare else ():
            held = self._carried_links.get(id_) or self._picture.links[id_].picture
            if held.picture.box.intersects(seen):
                yield id_, held
