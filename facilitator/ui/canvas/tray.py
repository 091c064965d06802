"""The tray: actors that were named and wait to be placed, below the map."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from facilitator import terms
from facilitator.model import gestures
from facilitator.model.document import Actor, Category, Document, ordered
from facilitator.ui import look
from facilitator.ui.canvas import making
from facilitator.ui.canvas.chips import DragChip
from facilitator.ui.canvas.naming import NameLine
from facilitator.ui.canvas.surface import Surface
from facilitator.ui.canvas.tools import Place
from facilitator.ui.fields.icons import category_icon
from facilitator.ui.fields.pressed import bold, in_bold
from facilitator.ui.flow import Flow
from facilitator.ui.keys import literal
from facilitator.words import _

_LINES, _SHORT = 3, 400
"""Lines of chips the tray shows before it scrolls, and how high the canvas is, in pixels at a text size of 100 %, where
it shows one alone: the map needs what is left."""

_LEAST = 60
"""How narrow a chip may become, in pixels at a text size of 100 %."""

_WALK = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class ActorChip(DragChip):
    """Pulled onto the map, it goes where it is dropped, with the other selected chips; a double click or Enter puts
    it in the middle; a click selects it, Shift or Ctrl adds it to the selection."""

    walked = Signal(int, bool)
    """The keyboard goes to the next chip, or the one before; with Shift it takes that one too."""

    def __init__(self, surface: Surface, actor: Actor, parent: QWidget) -> None:
        super().__init__(surface, self._tool_at, parent)
        self.actor = actor.id
        self._adds = False
        self.setProperty("role", "chip")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.tell(actor)
        self.clicked.connect(self._clicked)

    def tell(self, actor: Actor) -> None:
        """Says the actor as it is now, in the language of the moment."""
        category = self._surface.workspace.document.categories[actor.category]
        self.setIcon(category_icon(category))
        self.setText(f" {literal(actor.name)}")  # a little air after the icon
        name = terms.category_name(category)
        self.setAccessibleName(_("To place: {actor}, {category}").format(actor=actor.name, category=name))
        told = _("{category}: drag onto the map, or double-click").format(category=name)
        self.setToolTip(f"{actor.name}\n{told}")
        self.setEnabled(not self._surface.workspace.read_only)

    def sizeHint(self) -> QSize:
        return in_bold(self, super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        """No wider than the tray, however long its name: it would push the others out of sight."""
        return QSize(look.px(_LEAST), super().minimumSizeHint().height())

    @property
    def shown(self) -> str:
        """What is seen of its name: an ellipsis ends one that is wider than the tray."""
        letters = QFontMetrics(bold(self.font()))
        words = self.text().strip().replace("&&", "&")
        lost = max(self.sizeHint().width() - self.width(), 0)
        room = letters.horizontalAdvance(words) - lost
        return letters.elidedText(words, Qt.TextElideMode.ElideRight, room) if lost else words

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = f" {literal(self.shown)}"
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        keys = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        self._adds = bool(event.modifiers() & keys)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _WALK.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.place()
        elif by is not None:
            self.walked.emit(by, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reached by the keyboard, it is selected, as a card is: the keys that follow are about it. Several that were
        chosen stay so: one may only pass here."""
        super().focusInEvent(event)
        pair, selection = ("actors", self.actor), self._surface.workspace.selection
        if event.reason() in _BY_KEYS and len(selection) < 2 and pair not in selection:
            self._surface.choose([pair])

    def place(self) -> None:
        """Puts it, with the other selected chips, at free places in the middle of the window."""
        making.place_near(self._surface, self._pulled())

    def _clicked(self) -> None:
        pair = ("actors", self.actor)
        if self._adds and pair in self._surface.workspace.selection:
            self._surface.unchoose(pair)
        else:
            self._surface.choose([pair], add=self._adds)
        self._adds = False
        self.setChecked(pair in self._surface.workspace.selection)

    def _pulled(self) -> tuple[str, ...]:
        """This actor first, then those selected with it that wait too."""
        chosen = [actor for actor in self._surface.workspace.selected_actors if not actor.placed]
        others = [actor.id for actor in chosen if actor.id != self.actor]
        return (self.actor, *others) if len(others) < len(chosen) else (self.actor,)

    def _tool_at(self, point: QPointF) -> Place:
        return Place(self._surface, self._surface.hand(point), actors=self._pulled())


class Tray(QFrame):
    """The chips in the order they were named; nothing is shown when nobody waits."""

    def __init__(self, surface: Surface, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "tray")
        self._surface = surface
        self._room = parent
        self.chips: list[ActorChip] = []
        self._aside = False
        self._word = QLabel(self)
        self._word.setProperty("role", "muted")
        self._row = QWidget()
        self._row.setObjectName("plain")
        self._flow = Flow(self._row, gap=6)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._row)
        self._beside = row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 14, 8)
        row.setSpacing(10)
        row.addWidget(self._word, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._scroll, 1)
        self._told: dict[str, tuple[str, Category]] = {}
        """What each chip says."""
        self._line: NameLine | None = None
        workspace = surface.workspace
        workspace.settling.connect(self._settle)
        workspace.changed.connect(self._followed)
        workspace.selection_changed.connect(self._show_selection)
        workspace.language_changed.connect(self.retell)
        self.retell()

    def retell(self) -> None:
        """Says everything again, in the language of the moment."""
        self._word.setText(_("To place"))
        look.measure(self._word, low=30)
        self._told = {}
        self._show(_waiting(self._surface.workspace.document))

    def chip_at(self, everywhere: QPoint) -> ActorChip | None:
        """The chip at a point of the screen."""
        if not self.isVisible() or not self._scroll.rect().contains(self._scroll.mapFromGlobal(everywhere)):
            return None
        at = self._row.mapFromGlobal(everywhere)
        return next((chip for chip in self.chips if chip.geometry().contains(at)), None)

    def rename(self, id_: str) -> bool:
        """Has an actor renamed on its chip; False if it does not wait here."""
        chip = next((one for one in self.chips if one.actor == id_), None)
        if chip is None:
            return False
        self._settle()
        self._scroll.ensureWidgetVisible(chip)
        name = self._surface.workspace.document.actors[id_].name

        def place() -> QRectF:
            return QRectF(chip.rect().translated(chip.mapTo(self._room, QPoint())))

        self._line = NameLine(
            self._room, name, named=lambda text: self._named(id_, text), left=self._forget_line
        )
        self._line.notice(lambda text: making.like_another(self._surface, id_, text))
        self._line.open_over(place, look.px(look.BODY))
        return True

    def _show(self, waiting: list[Actor]) -> None:
        """Shows a chip for each, making anew only those that were not there."""
        categories = self._surface.workspace.document.categories
        told = {actor.id: (actor.name, categories[actor.category]) for actor in waiting}
        gone = [chip for chip in self.chips if chip.actor not in told]
        if any(chip.hasFocus() for chip in gone):
            self._surface.setFocus()  # else a field of a panel would get it, and the keys that follow
        for chip in gone:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        before = {chip.actor: chip for chip in self.chips}
        self.chips = [before.get(actor.id) or self._chip(actor) for actor in waiting]
        for place, (chip, actor) in enumerate(zip(self.chips, waiting, strict=True)):
            if actor.id in before and self._told.get(actor.id) != told[actor.id]:
                chip.tell(actor)
            item = self._flow.itemAt(place)
            if item is None or item.widget() is not chip:
                self._flow.removeWidget(chip)
                self._flow.insert(place, chip)
                chip.show()
        self._told = told
        self.setVisible(bool(waiting) and not self._aside)
        self._show_selection()
        self.fit()

    def step_aside(self, *, aside: bool) -> None:
        """Leaves its room to the map, or takes it again."""
        self._aside = aside
        self.setVisible(bool(self.chips) and not aside)

    def _chip(self, actor: Actor) -> ActorChip:
        chip = ActorChip(self._surface, actor, self._row)
        chip.walked.connect(lambda by, adds: self._walk(chip, by, adds=adds))
        return chip

    def _walk(self, chip: ActorChip, by: int, *, adds: bool) -> None:
        """Goes from chip to chip."""
        at = self.chips.index(chip) + by
        if 0 <= at < len(self.chips):
            other = self.chips[at]
            self._surface.choose([("actors", other.actor)], add=adds)
            other.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(other)

    def _named(self, id_: str, name: str) -> None:
        self._forget_line()
        self._surface.workspace.do(gestures.edit_actor(id_, name=name))

    def _forget_line(self) -> None:
        self._line = None

    def _settle(self) -> None:
        """Hands over the name being typed."""
        if self._line is not None:
            self._line.finish()

    def reveal(self, actor: str) -> None:
        """Brings the chip of an actor into sight, if it waits here: one that comes is, whoever named it."""
        for chip in self.chips:
            if chip.actor == actor:  # one that has just come has no place yet
                QTimer.singleShot(0, chip, partial(self._scroll.ensureWidgetVisible, chip))

    def hold(self, actor: str) -> bool:
        """Gives the keyboard to the chip of an actor; False where there is none."""
        for chip in self.chips:
            if chip.actor == actor:
                chip.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]  # handed on as it came
        self.fit()

    def fit(self) -> None:
        """As high as its lines of chips, up to what the canvas can spare."""
        if self.chips:
            line = self.chips[0].sizeHint().height() + self._flow.spacing()
            frame = 2 * self._scroll.frameWidth()
            inside = self._room.rect().marginsRemoved(self._beside.contentsMargins()).width()
            room = inside - self._word.sizeHint().width() - self._beside.spacing() - frame
            wanted = self._flow.heightForWidth(max(room, 1))
            lines = _LINES if self._room.height() >= look.px(_SHORT) else 1
            self._scroll.setFixedHeight(min(wanted, lines * line) + frame)

    def _followed(self, before: Document, after: Document) -> None:
        if before.actors is not after.actors or before.categories is not after.categories:
            known = {chip.actor for chip in self.chips}
            self._show(_waiting(after))
            come = [chip.actor for chip in self.chips if chip.actor not in known]
            if come:
                self.reveal(come[-1])

    def _show_selection(self) -> None:
        for chip in self.chips:
            chip.setChecked(("actors", chip.actor) in self._surface.workspace.selection)


def _waiting(document: Document) -> list[Actor]:
    return [actor for actor in ordered(document.actors) if not actor.placed]
