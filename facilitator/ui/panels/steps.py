"""The steps of the journey as a list: marks of progress, the current one, order changed by hand or keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem, QSizePolicy, QWidget

from facilitator import words
from facilitator.model import gestures
from facilitator.model.document import Step, new_id, ordered
from facilitator.model.gestures import together
from facilitator.model.journey import progress
from facilitator.model.vocabulary import Block, DoneWhen, Panel
from facilitator.terms import wording
from facilitator.ui import look
from facilitator.ui.fields.spoken import spoken
from facilitator.ui.panels.step_look import ID, StepLook
from facilitator.ui.panels.step_menu import step_menu
from facilitator.ui.workspace import Workspace
from facilitator.words import _, ngettext

_LEAST = 4
"""Steps in sight in the smallest of windows."""
_OWN = (Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
"""Keys that are about a step here: nothing of the map is renamed or deleted by them."""


class StepList(QListWidget):
    """Every step, as high as they all are where there is room; else the list scrolls, the current step in sight.

    One who has clicked a step goes on with the keys of the window: letters name actors and lead the wall from here too.
    """

    letters_are_keys = True
    gives_keys_back = True
    chosen = Signal(str)
    """The id of a step one wants to see."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.setProperty("role", "bare")
        self._look = StepLook(self)
        self.setItemDelegate(self._look)
        self.setMouseTracking(True)
        self.setEditTriggers(QListWidget.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.drawn_close = False
        self.spent: dict[str, int] = {}
        """Minutes each step took so far, where its clock ran."""
        self._told: tuple[object, ...] = ()
        self._fitted: tuple[object, ...] = ()
        self._measuring = False
        self._held: str = ""
        self._held_at = QPoint()
        self._drop = -1
        self.itemClicked.connect(lambda item: self.chosen.emit(item.data(ID)))
        spoken(self, workspace, self.refresh)

    def steps(self) -> list[Step]:
        """The steps in their order."""
        return ordered(self.workspace.document.steps)

    def refresh(self) -> None:
        """Shows the journey as it is in the document."""
        self.setAccessibleName(_("Journey"))
        kept = self.selected_id
        steps, done = self.steps(), progress(self.workspace.document)
        marks = {id_: p.done for id_, p in done.items()}
        state = (words.language(), self.workspace.step_id, steps, marks, self.spent)
        if state == self._told:
            return
        self._told = state
        while self.count() > len(steps):
            self.takeItem(self.count() - 1)
        while self.count() < len(steps):
            self.addItem(QListWidgetItem())
        for n, step in enumerate(steps):
            item = self.item(n)
            item.setData(ID, step.id)
            item.setText(wording(step.title))
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
            )
            spoken_text = self._spoken(n, step, done[step.id].done)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken_text)
            item.setToolTip(spoken_text)
            if step.id == kept:
                self.setCurrentRow(n)
        self.done = {id_: p.done for id_, p in done.items()}
        self._fit()
        self.viewport().update()

    def show_spent(self, spent: dict[str, int]) -> None:
        """Minutes each step took so far."""
        if spent != self.spent:
            self.spent = spent
            self.refresh()

    def _spoken(self, n: int, step: Step, done: bool) -> str:
        minutes = ngettext("{n} minute", "{n} minutes", step.minutes).format(n=step.minutes)
        parts = [f"{n + 1}. {wording(step.title)}", minutes]
        if spent := self.spent.get(step.id):
            parts.append(ngettext("{n} minute spent", "{n} minutes spent", spent).format(n=spent))
        if step.skipped:
            parts.append(_("skipped"))
        elif done:
            parts.append(_("done"))
        if step.id == self.workspace.step_id:
            parts.append(_("current step"))
        return ", ".join(parts)

    @property
    def selected_id(self) -> str:
        """The step under the keyboard."""
        row = self.currentRow()
        return str(self.item(row).data(ID)) if row >= 0 else ""

    def point_at(self, id_: str) -> None:
        """Puts the keyboard on a step."""
        for n, step in enumerate(self.steps()):
            if step.id == id_:
                self.setCurrentRow(n)

    def draw_close(self, close: bool) -> None:
        """Rows close together, where there is little room, or at ease."""
        if close != self.drawn_close:
            self.drawn_close = close
            self._fit()

    def _fit(self) -> None:
        """As high as its rows, once it has its width; nothing is measured again where nothing that counts is other."""
        if not self.isVisible():
            return
        fitted = (self.width(), self.font().key(), self.frameWidth(), self.drawn_close, self._told)
        if fitted == self._fitted:
            return
        self._fitted = fitted
        self._look.forget()
        self._measuring = True
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doItemsLayout()
        rows = [self.sizeHintForRow(n) for n in range(self.count())]
        self._measuring = False
        around = 2 * self.frameWidth() + 4
        self.setMinimumHeight(sum(rows[:_LEAST]) + around)
        self.setMaximumHeight(sum(rows) + around)
        self._show_bar()
        self.updateGeometry()
        if self.currentItem() is not None:
            self.scrollToItem(self.currentItem())

    def _show_bar(self) -> None:
        """A scroll bar only where rows have no room: one that is there has titles wrap, and so would stay needed."""
        needed = self.height() < self.maximumHeight()
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if needed else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        self.scheduleDelayedItemsLayout()  # titles have another width

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.maximumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._measuring:
            return
        self._show_bar()
        if event.oldSize().width() != event.size().width():
            self._fit()
        elif self.currentItem() is not None:
            self.scrollToItem(self.currentItem())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only a list that scrolls keeps the wheel; else the rail scrolls."""
        if self.verticalScrollBar().maximum() > 0:
            super().wheelEvent(event)
        else:
            event.ignore()

    # Keys

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            own = event.key() in _OWN
            event.setAccepted(own)
            if own:
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if alt and event.key() in ways:
            self.shift(self.selected_id, ways[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.selected_id)
        elif event.key() == Qt.Key.Key_F2:
            self.rename(self.selected_id)
        elif event.key() == Qt.Key.Key_Escape and self._held:
            self._let_go()
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()  # back and next, for the window
        elif event.text().isprintable() and event.text() and not alt:
            event.ignore()  # Qt would go to a step by its first letter, and Enter would leave the one at hand
        else:
            super().keyPressEvent(event)

    def shift(self, id_: str, by: int) -> None:
        """Moves a step one place up (-1) or down (1)."""
        ids = [step.id for step in self.steps()]
        if id_ in ids and 0 <= ids.index(id_) + by < len(ids):
            at = ids.index(id_) + by
            ids.remove(id_)
            self.workspace.do(gestures.move_step(id_, ids[at] if at < len(ids) else None))
            self.point_at(id_)

    # The hand: a step is taken and put elsewhere

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        item = self.itemAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and item is not None and not self.workspace.read_only:
            self._held, self._held_at = str(item.data(ID)), event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        far = (at - self._held_at).manhattanLength() >= QApplication.startDragDistance()
        if self._held and (self._drop >= 0 or far):
            self._drop = self._gap_at(at.y())
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.viewport().update()
        elif not self._held:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, drop = self._held, self._drop
        self._let_go()
        if held and drop >= 0:
            ids = [step.id for step in self.steps()]
            before = ids[drop] if drop < len(ids) else None
            if before != held and ids.index(held) + 1 != drop:
                self.workspace.do(gestures.move_step(held, before))
            self.setState(QListWidget.State.NoState)
            self.point_at(held)
        else:
            super().mouseReleaseEvent(event)

    def _let_go(self) -> None:
        self._held, self._drop = "", -1
        self.unsetCursor()
        self.viewport().update()

    def _gap_at(self, y: int) -> int:
        """Between which rows: 0 is above the first."""
        rows = (self.visualItemRect(self.item(n)) for n in range(self.count()))
        return sum(y > rect.center().y() for rect in rows)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop >= 0 and self.count():
            last = self._drop == self.count()
            rect = self.visualItemRect(self.item(self._drop - 1 if last else self._drop))
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(look.theme().accent), 2))
            y = rect.bottom() if last else max(rect.top(), 1)
            painter.drawLine(rect.left() + 4, y, rect.right() - 4, y)

    # Its menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        item = self.currentItem() if by_key else self.itemAt(event.pos())
        if item is None or self.workspace.read_only:
            return
        corner = self.visualItemRect(item).bottomLeft() if by_key else event.pos()
        step_menu(self, str(item.data(ID))).popup(self.viewport().mapToGlobal(corner))

    def rename(self, id_: str) -> None:
        """Types another title in place."""
        self.point_at(id_)
        if self.currentItem() is not None and not self.workspace.read_only:
            self.editItem(self.currentItem())

    def add_after(self, id_: str = "") -> None:
        """A new step of the same part of the session, ready to be named; the last one after none."""
        ids = [step.id for step in self.steps()]
        after = self.workspace.document.steps.get(id_)
        at = ids.index(id_) + 1 if after else len(ids)
        step = Step(
            new_id(),
            block=after.block if after else Block.CAP,
            panel=Panel.ITEMS,
            title=_("New step"),
            done_when=DoneWhen.ANSWERED,
        )
        place = gestures.move_step(step.id, ids[at] if at < len(ids) else None)
        if self.workspace.do(together("step.add", (gestures.add_step(step), place))):
            self.chosen.emit(step.id)
            self.rename(step.id)
