"""The minutes as they would be written: small pages to go by, one to read, as close as one likes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from facilitator.ui import look
from facilitator.ui.elided import Elided
from facilitator.ui.fields.spoken import spoken
from facilitator.ui.rereading.pages import Pages
from facilitator.ui.rereading.paper import CLOSEST, Paper
from facilitator.ui.workspace import Workspace
from facilitator.words import _

_SMALL = 92
"""Pixels a small page takes at most, at a text size of 100 %."""


class Strip(Paper):
    """Small pages, the one that is read framed; a click or the arrows go to another."""

    chosen = Signal(int)

    def __init__(self, pages: Pages, parent: QWidget) -> None:
        super().__init__(pages, parent, widest=look.px(_SMALL))
        self.setFixedWidth(look.px(_SMALL) + look.px(28))
        self.number = 0

    def frame(self, number: int) -> None:
        """Frames another page, and has it in sight."""
        self.number = number
        top, height = self.page_at(number)
        if top < 0 or top + height > self.height():
            self.go(
                number - 1 if top < 0 else self.position + (top + height - self.height()) / max(height, 1)
            )
        self.update()

    def _meanwhile(self) -> str:
        """Nothing is said where it would be cut: the page beside it does."""
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageDown: 1}
        if event.key() in ways and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.chosen.emit(self.number + ways[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.chosen.emit(0 if event.key() == Qt.Key.Key_Home else self.count - 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for number in range(self.count):
            top, height = self.page_at(number)
            if top <= event.position().y() <= top + height:
                self.chosen.emit(number)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.count:
            painter = QPainter(self)
            painter.setPen(QPen(QColor(look.theme().accent), 3 if self.hasFocus() else 2))
            painter.drawRect(self.page_area(self.number).adjusted(-3, -3, 3, 3))


class Preview(QWidget):
    """The pages of an edition, kept up to date as long as they are seen."""

    def __init__(self, workspace: Workspace, pages: Pages, parent: QWidget) -> None:
        super().__init__(parent)
        self.pages = pages
        self.strip, self.paper = Strip(pages, self), Paper(pages, self)
        self.place, self.state, self.zoom = Elided(parent=self), Elided(parent=self), QLabel(self)
        for words in (self.place, self.state, self.zoom):
            words.setProperty("role", "muted")
        self.before = self._button("‹", lambda: self.turn(-1))
        self.after = self._button("›", lambda: self.turn(1))
        self.farther = self._button("−", lambda: self.paper.step_zoom(-1))
        self.closer = self._button("+", lambda: self.paper.step_zoom(1))
        self._lay()
        self.strip.chosen.connect(self.show_page)
        self.paper.moved.connect(lambda: self._frame(self.paper.page))
        self.paper.zoomed.connect(self._tell)
        pages.changed.connect(lambda: self._frame(min(self.strip.number, max(self.strip.count - 1, 0))))
        spoken(self, workspace, self._tell)

    def show_page(self, number: int) -> None:
        """Goes to a page, if there is one."""
        if 0 <= number < self.strip.count:
            self.paper.go(float(number))
            self._frame(number)  # though it may stand lower, where the last pages are all in sight

    def turn(self, by: int) -> None:
        """Goes to another page."""
        self.show_page(self.strip.number + by)

    def _frame(self, number: int) -> None:
        self.strip.frame(number)
        self._tell()

    def _tell(self) -> None:
        count = self.strip.count
        at = min(self.strip.number, max(count - 1, 0))
        self.place.say(_("Page {n} of {count}").format(n=at + 1, count=count) if count else "")
        self.state.say(_("Being set again…"))
        self.state.setVisible(self.pages.late and count > 0)
        self.zoom.setText(_("{percent} %").format(percent=round(self.paper.zoom * 100)))
        self.farther.setEnabled(self.paper.zoom > 1.0)
        self.closer.setEnabled(self.paper.zoom < CLOSEST)
        for held, name in (
            (self.before, _("Page before")),
            (self.after, _("Next page")),
            (self.farther, _("Farther")),
            (self.closer, _("Closer")),
        ):
            held.setAccessibleName(name)
            held.setToolTip(name)
        self.paper.setAccessibleName(f"{_('The minutes, as they are now')} {self.place.text()}".strip())
        self.strip.setAccessibleName(_("Small pages"))

    def _button(self, sign: str, done: object) -> QPushButton:
        held = QPushButton(sign, self)
        held.setProperty("role", "segment")
        held.setAutoDefault(False)
        held.setFixedWidth(look.px(34))
        held.clicked.connect(done)
        return held

    def _lay(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        for widget in (self.before, self.place, self.after):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.state)
        head.addStretch(1)
        for held in (self.farther, self.zoom, self.closer):
            head.addWidget(held)
        sheets = QHBoxLayout()
        sheets.setSpacing(0)
        sheets.addWidget(self.strip)
        sheets.addWidget(self.paper, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addLayout(head)
        column.addLayout(sheets, 1)
