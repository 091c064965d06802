"""The tray: actors that were named and wait to be placed, below the map."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QWidget

from facilitator import terms
from facilitator.model.document import Actor, Document, ordered
from facilitator.ui import look
from facilitator.ui.canvas import making
from facilitator.ui.canvas.chips import DragChip
from facilitator.ui.canvas.surface import Surface
from facilitator.ui.canvas.tools import Place
from facilitator.ui.fields.icons import category_icon
from facilitator.ui.flow import Flow
from facilitator.words import _

_LINES = 3
"""Lines of chips the tray shows before it scrolls."""


class ActorChip(DragChip):
    """Pulled onto the map, it goes where it is dropped, with the other selected chips; a double click or Enter puts
    it in the middle; a click selects it, Shift or Ctrl adds it to the selection."""

    def __init__(self, surface: Surface, actor: Actor, parent: QWidget) -> None:
        super().__init__(surface, self._tool_at, parent)
        self.actor = actor.id
        self._adds = False
        self.setProperty("role", "chip")
        self.setCheckable(True)
        category = surface.workspace.document.categories[actor.category]
        self.setIcon(category_icon(category))
        self.setIconSize(QSize(16, 16))
        self.setText(f" {actor.name}")  # a little air after the icon
        name = terms.category_name(category)
        self.setAccessibleName(_("To place: {actor}, {category}").format(actor=actor.name, category=name))
        self.setToolTip(_("{category}: drag onto the map, or double-click").format(category=name))
        self.clicked.connect(self._clicked)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        keys = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        self._adds = bool(event.modifiers() & keys)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.place()
        else:
            super().keyPressEvent(event)

    def place(self) -> None:
        """Puts it, with the other selected chips, at free places in the middle of the window."""
        making.place_near(self._surface, self._pulled(), making.free_place(self._surface))

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
        self.chips: list[ActorChip] = []
        self._word = QLabel(self)
        self._word.setProperty("role", "muted")
        self._row = QWidget()
        self._row.setProperty("plain", True)
        self._flow = Flow(self._row, gap=6)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._row)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 14, 8)
        row.setSpacing(10)
        row.addWidget(self._word, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._scroll, 1)
        self._told: tuple[object, ...] = ()
        workspace = surface.workspace
        workspace.changed.connect(self._followed)
        workspace.selection_changed.connect(self._show_selection)
        workspace.language_changed.connect(self.retell)
        self.retell()

    def retell(self) -> None:
        """Makes the chips anew, in the language of the moment."""
        document = self._surface.workspace.document
        self._word.setText(_("To place"))
        self._word.setMinimumHeight(look.px(30))
        if any(chip.hasFocus() for chip in self.chips):
            self._surface.setFocus()  # else a field of a panel would get it, and the keys that follow
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        waiting = _waiting(document)
        self._told = _told(document, waiting)
        self.chips = [ActorChip(self._surface, actor, self._row) for actor in waiting]
        for chip in self.chips:
            chip.setEnabled(not self._surface.workspace.read_only)
            self._flow.addWidget(chip)
            chip.show()
        self.setVisible(bool(waiting))
        self._show_selection()
        self._fit()

    def reveal(self, actor: str) -> None:
        """Brings the chip of an actor into sight, if it waits here."""
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
        self._fit()

    def _fit(self) -> None:
        """As high as its lines of chips, up to a few."""
        if self.chips:
            line = self.chips[0].sizeHint().height() + 6
            room = self.width() - self._word.sizeHint().width() - 54
            wanted = self._flow.heightForWidth(max(room, 200))
            self._scroll.setFixedHeight(min(wanted, _LINES * line) + 2)

    def _followed(self, before: Document, after: Document) -> None:
        same = before.actors is after.actors and before.categories is after.categories
        if not same and self._told != _told(after, _waiting(after)):
            self.retell()

    def _show_selection(self) -> None:
        for chip in self.chips:
            chip.setChecked(("actors", chip.actor) in self._surface.workspace.selection)


def _waiting(document: Document) -> list[Actor]:
    return [actor for actor in ordered(document.actors) if not actor.placed]


def _told(document: Document, waiting: list[Actor]) -> tuple[object, ...]:
    """All that the chips say."""
    return tuple((actor.id, actor.name, document.categories[actor.category]) for actor in waiting)
