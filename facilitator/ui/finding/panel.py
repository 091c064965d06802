"""The line one types in, over the window, and the list of what is found under it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from facilitator.model.texts import LINE
from facilitator.ui import look
from facilitator.ui.finding.listing import Listing, Rows, spoken
from facilitator.ui.finding.subjects import Index, Subject
from facilitator.ui.finding.telling import told
from facilitator.ui.parts import for_a_while, give_back
from facilitator.words import _, ngettext

if TYPE_CHECKING:
    from facilitator.ui.window import Window

_AIR, _MARGIN = 12, 8
"""Around the panel and inside it, in pixels at a text size of 100 %."""


class Panel(QFrame):
    """Finds as one types. Up and Down mark a row, Enter takes it, Esc leaves; so does the hand that goes elsewhere.

    What is found, marked, taken and left is said by those who stand on it. The keyboard then goes back where it was.
    """

    closed = Signal()
    wide = 620
    """In pixels at a text size of 100 %."""
    most_rows = 11

    def __init__(self, window: Window, back: QWidget | None, index: Index) -> None:
        super().__init__(window.page)
        self.window_ = window
        self.index = index
        self._back = back or window.canvas.surface
        self._over = False
        self.setProperty("role", "card")
        self.line = _Line(self)
        self.line.setMaxLength(LINE)
        self.rows = Rows(lambda subject: told(window, subject), self)
        self.list = Listing(self.rows, self)
        self.list.setAccessibleName(_("What is found"))
        self.caption = QLabel(self)
        self.caption.setProperty("role", "caption")
        self.caption.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(look.px(_MARGIN),) * 4)
        column.setSpacing(look.px(6))
        column.addWidget(self.line)
        column.addWidget(self.list)
        column.addWidget(self.caption)
        self.line.textEdited.connect(self._typed)
        self.list.clicked.connect(lambda index: self._take_row(index.row()))
        window.workspace.changed.connect(self._followed)
        window.workspace.language_changed.connect(self.leave)
        self._around = (window.page, window.canvas.surface)
        for widget in self._around:
            widget.installEventFilter(self)

    # What those who stand on it say

    def found(self, typed: str) -> Sequence[Subject]:
        """What there is to choose from, for what is typed."""
        raise NotImplementedError

    def says(self, subjects: Sequence[Subject], _typed: str) -> str:
        """The sentence under the list: how many there are."""
        return ngettext("{n} found", "{n} found", len(subjects)).format(n=len(subjects))

    def marked(self, subject: Subject) -> None:
        """A row was marked."""

    def unmarked(self) -> None:
        """Nothing is found any more: no row is marked."""

    def taken(self, subject: Subject) -> None:
        """A row was chosen; the panel is gone."""
        raise NotImplementedError

    def left(self) -> None:
        """The panel was left by Esc; it is gone."""

    # The hand

    @property
    def subjects(self) -> list[Subject]:
        """What is listed now."""
        found = (self.rows.subject(row) for row in range(self.rows.rowCount()))
        return [subject for subject in found if subject is not None]

    def start(self, typed: str = "") -> None:
        """Opens, ready to type."""
        self.line.setText(typed)
        self._list(typed)
        self.show()
        self.raise_()
        self.line.setFocus()
        self.line.selectAll()

    def step(self, by: int, *, round_: bool = True) -> None:
        """Marks a row so many further."""
        count = self.rows.rowCount()
        if count:
            row = self.list.currentIndex().row() + by  # -1 where none is marked
            self._mark(row % count if round_ else min(max(row, 0), count - 1))

    def page(self, way: int) -> None:
        """Marks a row one page further: 1 down, -1 up."""
        self.step(way * max(self.list.viewport().height() // self.list.row_height - 1, 1), round_=False)

    def take(self) -> None:
        """Chooses the row that is marked."""
        self._take_row(self.list.currentIndex().row())

    def leave(self) -> None:
        """Goes away as if nothing had been typed."""
        if self._close():
            self.left()

    def go(self) -> None:
        """Goes away, the hand being elsewhere already: what is seen stays."""
        self._close()

    def _typed(self, typed: str) -> None:
        self._list(typed)
        first = self.rows.subject(0)
        if first is not None:
            self.marked(first)
        else:
            self.unmarked()

    def _list(self, typed: str, row: int = 0) -> None:
        found = self.found(typed)
        self.rows.show(found, typed)
        self.list.mark(min(row, len(found) - 1))
        self.caption.setText(self.says(found, typed))
        self.list.setVisible(bool(found))
        self.place()
        self._announce()

    def _mark(self, row: int) -> None:
        self.list.mark(row)
        subject = self.rows.subject(row)
        if subject is not None:
            self.marked(subject)
        self._announce()

    def _take_row(self, row: int) -> None:
        subject = self.rows.subject(row)
        if subject is not None and self._close():
            self.taken(subject)

    def _announce(self) -> None:
        """Tells who does not see which row is marked: the keyboard stays in the line."""
        row = self.list.currentIndex().row()
        subject = self.rows.subject(row)
        said = spoken(subject, self.rows.told(row)) if subject is not None else self.caption.text()
        self.line.setAccessibleDescription(said)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.line, said))

    # Its place

    def area(self) -> QRect:
        """Where it may be, in pixels of the window's page."""
        raise NotImplementedError

    def place(self) -> None:
        """At the top right of its area, as high as its rows, and no larger than there is room."""
        area, air, margin = self.area(), look.px(_AIR), 2 * look.px(_MARGIN)
        width = min(look.px(self.wide), area.width() - 2 * air)
        self.setFixedWidth(width)
        frame = 2 * self.list.frameWidth() + 2
        beside = self.line.sizeHint().height() + self.caption.heightForWidth(width - margin) + 2 * margin
        room = (area.height() - 2 * air - beside - frame) // self.list.row_height
        rows = max(min(self.rows.rowCount(), self.most_rows, room), 1)
        self.list.setFixedHeight(rows * self.list.row_height + frame)
        self.adjustSize()
        self.move(area.right() - air - width, area.top() + air)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self._over:
            self.place()
        return False

    # The rest is of the panel alone

    def _followed(self, _before: object, _after: object) -> None:
        if not self._over:
            self._list(self.line.text(), self.list.currentIndex().row())

    def _close(self) -> bool:
        """Goes away; False if it had gone already."""
        if self._over:
            return False
        self._over = True
        for widget in self._around:
            widget.removeEventFilter(self)
        had = self.line.hasFocus()
        self.closed.emit()
        if had:
            give_back(
                self._back, self.window_.canvas
            )  # before it goes: Qt would pass it on, and a panel scroll to it
        self.hide()
        self.deleteLater()
        return True


class _Line(QLineEdit):
    """The keys that move in the list, from the line."""

    def __init__(self, panel: Panel) -> None:
        super().__init__(panel)
        self._panel = panel
        self.setClearButtonEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        panel, key = self._panel, Qt.Key
        does = {
            key.Key_Down: lambda: panel.step(1),
            key.Key_Up: lambda: panel.step(-1),
            key.Key_PageDown: lambda: panel.page(1),
            key.Key_PageUp: lambda: panel.page(-1),
            key.Key_Return: panel.take,
            key.Key_Enter: panel.take,
            key.Key_Escape: panel.leave,
        }.get(key(event.key()))
        if does is None:
            super().keyPressEvent(event)
        else:
            does()
        event.accept()  # none of these keys is for the map behind

    def focusNextPrevChild(self, _forward: bool) -> bool:
        return False  # Tab has nowhere to go here

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not for_a_while(self, event):
            self._panel.go()
