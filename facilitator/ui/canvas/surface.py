"""The map of the console: the mouse and the keys that move on it, the selection, and what is being named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPointingDevice,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from facilitator.drawing.card import Card, card
from facilitator.drawing.shapes import Box, Point
from facilitator.drawing.theme import Theme
from facilitator.model.document import Actor, Document, ordered
from facilitator.ui import ink, look
from facilitator.ui.canvas import making, marks
from facilitator.ui.canvas.naming import NameLine
from facilitator.ui.canvas.places import reading_order
from facilitator.ui.canvas.sheet import Sheet
from facilitator.ui.canvas.tools import Connect, Hand, Move, Pan, PickLink, Place, RubberBand, Tool
from facilitator.ui.canvas.view import STEP
from facilitator.ui.workspace import Pair, Workspace
from facilitator.words import _

LINK_REACH = 12.0
"""How far from a link a click still means it, in pixels each side."""
_CATEGORY = "category"
"""Where the desk keeps the category last used."""
_NOTCH = 120.0
_BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
"""How the keyboard comes to the map without the mouse: only then does a line around it say so."""

CardMark = Callable[[QPainter, QRectF, float, Theme], None]


@dataclass(frozen=True, slots=True)
class _ToCome:
    """A card that is being named: not in the document yet."""

    card: Card
    place: Point


class Surface(Sheet):
    """Turns what the hand does into gestures. Whatever happens to a gesture, the document is what is shown."""

    linking_asked = Signal()
    link_bar_asked = Signal(str, QPointF)
    category_used = Signal()
    armed_changed = Signal()
    pressed = Signal()
    about_to_be_seen = Signal()
    """Comes once, before the first painting: the window has its size."""

    def __init__(self, workspace: Workspace, theme_key: str, parent: QWidget | None = None) -> None:
        super().__init__(theme_key, workspace.document, parent)
        self.workspace = workspace
        self._tool: Tool | None = None
        self._button = Qt.MouseButton.NoButton
        self._armed = ""
        self._seen = False
        self._space = False
        self._reached = False
        self._hovered = ""
        self._line: NameLine | None = None
        self._to_come: _ToCome | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        workspace.changed.connect(self._followed)
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
        """Brings a card into the window, no farther than needed: keys moved to what cannot be seen."""
        held = self.picture.cards.get(id_)
        if held is not None:
            inside = QRectF(self.rect()).adjusted(24, 24, -24, -24)
            box = self.rectangle(held.box)
            dx = max(inside.left() - box.left(), 0.0) or min(inside.right() - box.right(), 0.0)
            dy = max(inside.top() - box.top(), 0.0) or min(inside.bottom() - box.bottom(), 0.0)
            if dx or dy:
                self.set_view(self.view.panned(dx, dy))

    # Naming

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

    def name_to_come(self, card_: Card, place: Point, named: Callable[[str], None]) -> None:
        """Shows the card that is being named where it will stand."""
        self.open_line("", card_.box.moved(*place), named, offered=making.waiting_names(self))
        self._to_come = _ToCome(card_, place)

    def open_line(
        self, name: str, box: Box, named: Callable[[str], None], *, offered: Sequence[str] = ()
    ) -> None:
        """Opens the line that names a card, over its box; names that may be meant are offered as one types."""
        self._settle()

        def closed() -> None:
            self._line = None
            self._to_come = None
            self.update()

        def given(text: str) -> None:
            closed()
            named(text)

        line = NameLine(self, name, named=given, left=closed)
        line.offer(offered)
        line.open_over(self.rectangle(box), self.picture.theme.name * self.view.zoom)
        self._line = line

    # What the palette and the tray hand over

    @property
    def armed(self) -> str:
        """The category that the next click on the map places, or nothing."""
        return self._armed

    def arm(self, category: str) -> None:
        """The next click on the map places a card of this category; nothing puts it down."""
        self._armed = category
        self._show_cursor()
        self.armed_changed.emit()

    def bring(self, tool: Tool) -> None:
        """Shows what the hand brings from elsewhere in the window."""
        self._tool = tool

    def let_go(self, tool: Tool) -> bool:
        """The hand that brought it opens; False if Esc was quicker."""
        held, self._tool = self._tool is tool, None
        self.update()
        return held

    def within(self, hand: Hand) -> Hand:
        """The hand, held at the edge of the map when it goes out of it: what it carries stays in sight."""
        edge = QRectF(self.rect())
        x = min(max(hand.point.x(), edge.left()), edge.right())
        y = min(max(hand.point.y(), edge.top()), edge.bottom())
        return self.hand(QPointF(x, y), adds=hand.adds)

    def hand(self, point: QPointF, *, adds: bool = False) -> Hand:
        return Hand(point, self.on_map(point), adds)

    # Where things are, in pixels of the window

    def rectangle(self, box: Box) -> QRectF:
        return self.view.rectangle(box, self.size())

    def transform(self) -> QTransform:
        return self.view.transform(self.size())

    def card_rectangle(self, id_: str) -> QRectF:
        """The outline of a card, where the hand carries it if it does."""
        held = self.picture.cards[id_]
        return self.rectangle(held.card.box.moved(*self.place_of(id_)))

    def paint_card_with(self, painter: QPainter, id_: str, mark: CardMark) -> None:
        mark(painter, self.card_rectangle(id_), self._radius(), self.picture.theme)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._seen:
            self._seen = True
            self.about_to_be_seen.emit()
        super().paintEvent(event)

    def paint_over(self, painter: QPainter) -> None:
        self._paint_links(painter)
        focused = self.hasFocus()
        chosen = self.chosen_cards()
        for id_ in chosen:
            box = self.card_rectangle(id_)
            marks.paint_selected_card(painter, box, self._radius(), self.picture.theme, focused=focused)
        if self._to_come is not None:
            painter.setTransform(self.transform())
            painter.translate(*self._to_come.place)
            ink.paint(painter, self._to_come.card.picture)
            painter.resetTransform()
        if self._tool is not None:
            self._tool.paint(painter)
        elif self._handled() and not self._armed:
            marks.paint_handles(painter, self.card_rectangle(self._handled()), self.picture.theme)
        if not self.picture.cards and self._to_come is None:
            self._paint_invitation(painter)
        if focused and self._reached and not self.workspace.selection:
            marks.paint_focus(painter, QRectF(self.rect()), self.picture.theme)

    def _paint_links(self, painter: QPainter) -> None:
        for table, id_ in self.workspace.selection:
            if table == "links" and id_ in self.picture.links:
                painter.setTransform(self.transform())
                link = self.link_picture(id_)
                marks.paint_selected_link(painter, link, self.picture.theme, self.view.zoom)
                painter.resetTransform()

    def _paint_invitation(self, painter: QPainter) -> None:
        """A quiet word in the middle of an empty map."""
        painter.setPen(ink.solid(self.picture.theme.muted))
        painter.setFont(look.font(look.HEADING))
        room = QRectF(self.rect()).adjusted(40, 40, -40, -40)
        words = (
            _("Who is concerned by the question?")
            + "\n"
            + _("Drag a type of actor here, double-click, or press A and type names.")
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), words)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()
        self._reached = False
        if self._tool is not None:
            return
        self._button = event.button()
        self._tool = self._tool_for(self._hand_of(event), event.button())
        self._show_cursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hand = self._hand_of(event)
        if self._tool is not None:
            self._tool.move(hand)
        else:
            self._hover(hand.point)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != self._button:
            return
        tool, self._tool = self._tool, None
        hand = self._hand_of(event)
        if tool is not None:
            tool.release(hand)
        self._hover(hand.point)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._armed:
            self.mousePressEvent(event)
            return
        hand = self._hand_of(event)
        if self._on_handle(hand.point):
            self.mousePressEvent(event)
            return
        under = self.picture.card_at(*hand.place)
        link = None if under else self._link_at(hand)
        if under is not None:
            making.rename(self, under)
        elif link is not None:
            self.choose([("links", link)])
            self.link_bar_asked.emit(link, hand.point)
        else:
            making.name_new(self, self.category, hand.place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel zooms; two fingers on a touchpad push the map, and zoom with Ctrl."""
        fingers = event.device().type() == QPointingDevice.DeviceType.TouchPad
        if fingers and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            by = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta() / 4
            self.set_view(self.view.panned(by.x(), by.y()))
        else:
            self.zoom(STEP ** (event.angleDelta().y() / _NOTCH), event.position())
        event.accept()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Nearer or farther, around a point of the window or its middle."""
        point = at if at is not None else QPointF(self.width() / 2, self.height() / 2)
        self.set_view(self.view.zoomed(factor, point, self.size()))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom(1.0 + event.value(), event.position())
                return True
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._walked(event):
            return True
        return super().event(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._set_hovered("")

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = True
            self._show_cursor()
        elif event.key() == Qt.Key.Key_Escape and (self._tool is not None or self._armed):
            self.cancel()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self._show_cursor()
        else:
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._reached = event.reason() in _BY_KEYS
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._space = False
        self.update()

    def cancel(self) -> None:
        """Lets go of what the hand was doing: the document is what is shown."""
        tool, self._tool = self._tool, None
        if tool is not None:
            tool.cancel()
        self.put_down()
        self.arm("")

    # The rest is of the surface alone

    def _followed(self, _before: Document, after: Document) -> None:
        """The session changed: a hand that was busy with it as it was lets go."""
        if self._tool is not None:
            self.cancel()
        self.show_document(after)

    def _walked(self, event: QKeyEvent) -> bool:
        """Tab walks through the cards; past the last one it leaves the map, as anywhere."""
        tabs = {Qt.Key.Key_Tab: True, Qt.Key.Key_Backtab: False}
        forward = tabs.get(Qt.Key(event.key()))
        return forward is not None and self.hasFocus() and self.walk(forward=forward)

    def _tool_for(self, hand: Hand, button: Qt.MouseButton) -> Tool | None:
        """What pressing here begins."""
        if button == Qt.MouseButton.MiddleButton or (self._space and button == Qt.MouseButton.LeftButton):
            return Pan(self, hand)
        if button != Qt.MouseButton.LeftButton:
            return None
        if self._armed:
            category = self._armed
            self.arm("")
            return Place(self, hand, category=category)
        handle = self._on_handle(hand.point)
        if handle:
            return Connect(self, hand, handle)
        under = self.picture.card_at(*hand.place)
        if under is not None:
            return Move(self, hand, under)
        link = self._link_at(hand)
        return PickLink(self, hand, link) if link else RubberBand(self, hand)

    def _hand_of(self, event: QMouseEvent) -> Hand:
        keys = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        return self.hand(event.position(), adds=bool(event.modifiers() & keys))

    def _link_at(self, hand: Hand) -> str | None:
        return self.picture.link_at(*hand.place, LINK_REACH / self.view.zoom)

    def link_under(self, point: QPointF) -> str | None:
        return self._link_at(self.hand(point))

    def _handled(self) -> str:
        """The card that shows its handles: the one under the pointer, else the only one selected."""
        if self.workspace.read_only:
            return ""
        if self._hovered in self.picture.cards:
            return self._hovered
        chosen = self.chosen_cards()
        return chosen[0] if len(chosen) == 1 else ""

    def _on_handle(self, point: QPointF) -> str:
        """The card one of whose handles is under the pointer."""
        card_ = self._handled()
        return card_ if card_ and marks.on_handle(self.card_rectangle(card_), point) else ""

    def _hover(self, point: QPointF) -> None:
        under = self.picture.card_at(*self.on_map(point)) or ""
        near = self._hovered in self.picture.cards and marks.on_handle(
            self.card_rectangle(self._hovered), point
        )
        if not near:
            self._set_hovered(under)
        self._show_cursor(on_handle=bool(self._on_handle(point)))

    def _set_hovered(self, card_: str) -> None:
        if card_ != self._hovered:
            self._hovered = card_
            self.update()

    def _show_cursor(self, *, on_handle: bool = False) -> None:
        if self._tool is not None and self._tool.cursor is not None:
            self.setCursor(self._tool.cursor)
        elif self._armed or on_handle:
            self.setCursor(Qt.CursorShape.CrossCursor)
        elif self._space:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.unsetCursor()

    def _radius(self) -> float:
        return self.picture.theme.card.radius * self.view.zoom

    def card_of(self, actor: Actor) -> Card:
        return card(actor, self.workspace.document, self.picture.theme)

    def _settle(self) -> None:
        """Hands over the name being typed."""
        if self._line is not None:
            self._line.finish()
