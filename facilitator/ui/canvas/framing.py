"""What lies under the map while it is adjusted: the frame in the hand, and what can be done to it, by any hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMargins, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from facilitator import terms
from facilitator.drawing.shapes import Box
from facilitator.model import gestures
from facilitator.model.document import Document, Zone, new_id
from facilitator.ui import ink
from facilitator.ui.canvas.adjust_bar import AdjustBar
from facilitator.ui.canvas.board import Board
from facilitator.ui.canvas.framed import frames, is_zoned, keeps_proportions, laid, whole
from facilitator.ui.canvas.frames import paint_frame
from facilitator.ui.canvas.marks import paint_band
from facilitator.ui.canvas.naming import NameLine
from facilitator.ui.canvas.view import fitting
from facilitator.words import _

NEW = (400.0, 260.0)
"""Width and height of a zone nobody has drawn."""
_NAME_HEIGHT = 48.0


class Framing(QWidget):
    """Lies over the map for as long as its background is adjusted, and covers it whole."""

    left = Signal()

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self.board = board
        self.workspace = board.workspace
        self.carried: Box | None = None
        """Where the hand carries the frame it holds."""
        self.drawn: Box | None = None
        """The zone that is being pulled, or named."""
        self._chosen = next(iter(frames(self.workspace.document)), "")
        self._line: NameLine | None = None
        self._over = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._bar = AdjustBar(self)
        self._bar.done.clicked.connect(self.leave)
        self.workspace.changed.connect(self._followed)
        self.workspace.settling.connect(self.settle)
        self.workspace.language_changed.connect(self._tell)
        board.lie_under(covered=True)
        board.view_changed.connect(self._view_changed)
        self.workspace.selection_changed.connect(self._give_way)
        board.taken.connect(self.leave)
        board.installEventFilter(self)
        QApplication.sendEvent(board, QEvent(QEvent.Type.Leave))  # the pointer is over this one from now on
        self._cover()
        self._tell()
        self.show()
        self.raise_()
        self.setFocus()

    @property
    def chosen(self) -> str:
        """The zone in the hand, or `WHOLE`; empty where there is none."""
        return self._chosen

    @property
    def over(self) -> bool:
        """Whether it is done with."""
        return self._over

    @property
    def zoned(self) -> bool:
        """Whether it is zones that are adjusted."""
        return is_zoned(self.workspace.document)

    @property
    def box(self) -> Box | None:
        """Where the frame in the hand is laid."""
        return frames(self.workspace.document).get(self._chosen)

    def choose(self, key: str) -> None:
        """Takes a frame in the hand; nothing lets go of it."""
        self._chosen = key if key in frames(self.workspace.document) else ""
        self._tell_chosen()
        self.update()

    def bring_below(self) -> None:
        """Shows the background from farther where the bar would hide its upper corners; zones are taken one by one."""
        view, low = self.board.view, self._bar.geometry().bottom()
        if self.box is None or self.zoned or self.board.rectangle(self.box).top() > low:
            return
        room = self.board.size().shrunkBy(QMargins(0, low, 0, 0))
        self.board.set_view(fitting(self.box, room, most=view.zoom).panned(0, low / 2))

    def leave(self) -> None:
        """Gives the map back to the cards."""
        if self._over:
            return
        self.settle()
        self._over = True
        self.board.lie_under(covered=False)
        self.board.removeEventFilter(self)
        had_keys = self.hasFocus() or self._bar.done.hasFocus()
        self.hide()
        self.deleteLater()
        if had_keys:
            self.board.setFocus()
        self.left.emit()

    def new_zone(self, box: Box | None = None) -> None:
        """A zone to be named, there or in the middle of what is seen; it exists once it has a name."""
        x, y = self.board.view.x, self.board.view.y
        place = whole(box or Box(x - NEW[0] / 2, y - NEW[1] / 2, *NEW))

        def named(name: str) -> None:
            zone = Zone(new_id(), name, place.x, place.y, place.width, place.height)
            if self.workspace.do(gestures.add_zone(zone)):
                self.choose(zone.id)

        self._open_line("", place, named)
        self.drawn = place

    def rename(self) -> None:
        """Renames the zone in the hand, in place."""
        zone, box = self.workspace.document.zones.get(self._chosen), self.box
        if zone is not None and box is not None:
            key = zone.id
            self._open_line(
                zone.name, box, lambda name: self.workspace.do(gestures.edit_zone(key, name=name))
            )

    def duplicate(self) -> None:
        """A copy of the zone in the hand, a little aside."""
        copy = new_id()
        known = self._chosen in self.workspace.document.zones
        if known and self.workspace.do(gestures.duplicate_zone(self._chosen, copy)):
            self.choose(copy)

    def delete(self) -> None:
        """Takes the zone in the hand away."""
        if self._chosen in self.workspace.document.zones:
            self.workspace.do(gestures.delete_zone(self._chosen))

    def lay(self, box: Box, *, merge: str = "") -> None:
        """Puts the frame in the hand there."""
        if self._chosen:
            self.workspace.do(laid(self._chosen, box, merge=merge))

    def let_go(self) -> None:
        """The document is what is shown."""
        self.carried, self.drawn = None, None
        self.update()

    def settle(self) -> None:
        """Hands over the name being typed."""
        if self._line is not None:
            self._line.finish()

    def _open_line(self, name: str, box: Box, named: Callable[[str], object]) -> None:
        self.settle()

        def closed() -> None:
            self._line = None
            self.let_go()

        def given(text: str) -> None:
            closed()
            named(text)

        line = NameLine(self, name, named=given, left=closed, asks=_("Name of the zone"))

        def strip() -> QRectF:
            frame = self.board.rectangle(box)
            return QRectF(frame.x(), frame.y(), frame.width(), _NAME_HEIGHT)

        letters = self.board.picture.theme.name * self.board.view.zoom
        line.open_over(strip, letters, self.board.view_changed)
        self._line = line
        self.update()

    # What is seen and said

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = ink.begin(QPainter(self))
        document, theme = self.workspace.document, self.board.picture.theme
        corners = keeps_proportions(document)
        for key, box in frames(document).items():
            chosen = key == self._chosen
            shown = self.carried if chosen and self.carried is not None else box
            frame = self.board.rectangle(shown)
            if shown is not box:
                paint_band(painter, frame, theme)
            paint_frame(painter, frame, theme, chosen=chosen, focused=self.hasFocus(), corners=corners)
        if self.drawn is not None:
            paint_band(painter, self.board.rectangle(self.drawn), theme)
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._cover()
        elif isinstance(event, QFocusEvent) and event.gotFocus():
            # Whoever gives the keyboard back to the map does not know what lies over it; Shift+Tab goes past both.
            if event.reason() == Qt.FocusReason.BacktabFocusReason:
                self.board.focusPreviousChild()
            else:
                self.setFocus()
        return super().eventFilter(watched, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _give_way(self) -> None:
        """Cards or links are selected, as those that are pasted: keys are about them."""
        if self.workspace.selection:
            self.leave()

    def _cover(self) -> None:
        self.setGeometry(self.board.rect())

    def _view_changed(self) -> None:
        """A name is typed where its zone was."""
        self.settle()
        self.update()

    def _followed(self, before: Document, after: Document) -> None:
        """The session changed: a hand that was busy with it as it was lets go."""
        if before.background.kind is not after.background.kind or not (self.zoned or frames(after)):
            self.leave()  # there is nothing of it to adjust any more
        elif before.background is not after.background or before.zones is not after.zones:
            if self._line is None:
                self.let_go()
            held = frames(after)
            self.choose(self._chosen if self._chosen in held else next(iter(held), ""))

    def _tell(self) -> None:
        self.setAccessibleName(_("Background of the map, being adjusted"))
        if self.zoned:
            more = _("Move it, pull its handles, double-click to rename it.")
            self._bar.tell(_("Pull a rectangle to draw a zone."), more)
        else:
            more = _("Arrows move it; with Ctrl, they resize it.")
            self._bar.tell(_("Move the background, or pull its corners."), more)
        self._bar.stand()
        self._tell_chosen()

    def _tell_chosen(self) -> None:
        """Says to who listens what is in the hand, and where."""
        document, box = self.workspace.document, self.box
        zone = document.zones.get(self._chosen)
        self.setAccessibleDescription(
            _("{name}: {width} by {height}, at {x}, {y}").format(
                name=zone.name if zone else terms.background_name(document.background.kind),
                width=round(box.width),
                height=round(box.height),
                x=round(box.x),
                y=round(box.y),
            )
            if box is not None
            else ""
        )
