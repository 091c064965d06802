"""The twin of the map: three lists, a word to look for, and what can be done, in one line above them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from facilitator.model.document import Document
from facilitator.ui import look
from facilitator.ui.canvas.surface import Surface
from facilitator.ui.elided import Elided
from facilitator.ui.fields.spoken import spoken
from facilitator.ui.flow import Flow
from facilitator.ui.keys import shown
from facilitator.ui.twin.page import Page
from facilitator.ui.twin.pages import ActorPage, ChangePage, LinkPage
from facilitator.words import _, ngettext

_PAGE = "twin.page"
"""Where the desk keeps which list is shown."""
_ROWS = 3
"""Rows that have their room before the buttons above them."""


class Twin(QFrame):
    """Actors, links and what changes, always in step with the canvas."""

    closing = Signal()

    def __init__(self, surface: Surface, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace = surface.workspace
        self.setProperty("role", "foot")
        self.tabs = QTabBar(self)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.search = _Search(self)
        self.count = look.measure(Elided("caption", self), high=32)  # in line with the search beside it
        self.more = QPushButton("⋯", self)
        self.more.setProperty("role", "small")
        self.more.clicked.connect(lambda _checked=False: self._unfold())
        self.close_button = QPushButton("✕", self)
        self.close_button.setProperty("role", "icon")
        self.close_button.clicked.connect(lambda _checked=False: self.closing.emit())
        self.actors = ActorPage(surface, self)
        self.links = LinkPage(surface, self)
        self.changes = ChangePage(surface, self)
        self.pages: tuple[Page, ...] = (self.actors, self.links, self.changes)
        self._stack = QStackedWidget(self)
        self._lay()
        for page in self.pages:
            self.tabs.addTab("")
            self._stack.addWidget(page)
            page.rows.counted.connect(partial(self._count, page))
        self.tabs.currentChanged.connect(self._turned)
        self.search.textEdited.connect(self._look_for)
        self.actors.linked.connect(self._show_link)
        self.links.linked.connect(self._show_link)
        self.workspace.changed.connect(self._followed)
        self.workspace.selection_changed.connect(self._selected)
        self.workspace.lens_changed.connect(self._looked)
        self.workspace.what_if.changed.connect(self._looked)
        spoken(self, self.workspace, self._tell)
        kept = self.workspace.desk.get(_PAGE, 0)
        self.tabs.setCurrentIndex(kept if kept in range(len(self.pages)) else 0)
        self._turned(self.tabs.currentIndex())

    @property
    def page(self) -> Page:
        """The list that is shown."""
        return self.pages[self.tabs.currentIndex()]

    def parts(self) -> tuple[QWidget, ...]:
        """What is above the list, and the list."""
        return (self.tabs, self.page.table)

    def start(self) -> None:
        """Gives the keyboard to the list, on a row if it has any."""
        self.page.table.setFocus()
        self.page.table.rest()

    def show_selection(self) -> None:
        """Shows the list of what is selected: the one that is shown if it can be, else actors before links."""
        selection, rows = self.workspace.selection, self.page.rows
        kinds = {kind for kind, _id in selection}
        if kinds and not any(rows.pair_at(n) in selection for n in range(len(rows.keys))):
            self.tabs.setCurrentIndex(self.pages.index(self.actors if "actors" in kinds else self.links))

    def turn(self, by: int) -> None:
        """Shows the next list, or the one before, on a row that is selected: keys are about it."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % len(self.pages))
        self.start()
        self.page.table.choose_here(hushed=True)

    def minimumSizeHint(self) -> QSize:
        """A few rows under what is above them, however narrow it might become."""
        return QSize(look.px(240), look.px(180))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Tab goes from list to list."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ways = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
        if control and event.key() in ways:
            self.turn(ways[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _lay(self) -> None:
        acts, head = QWidget(self), QHBoxLayout()
        self._flow = flow = look.measure(Flow(acts), spacing=6)
        for widget in (self.tabs, self.search, self.count, self.more):
            flow.addWidget(widget)
        for page in self.pages:
            for button in page.buttons:
                flow.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        acts.setSizePolicy(policy)
        look.measure(head, margins=(8, 4, 8, 4))
        head.addWidget(acts, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        # Where even a row would not have its room, it scrolls: what stands above is never cut for it.
        self._stack.setMinimumHeight(1)
        column.addWidget(self._stack, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            QTimer.singleShot(0, self, self._fit)  # once its letters have their size

    def _fit(self) -> None:
        """Its buttons fold into one where they would leave no room for a few rows; where that is not enough for one,
        how much there is goes too."""
        page, table = self.page, self.page.table
        for one in self.pages:
            for button in one.buttons:
                button.setVisible(one is page)
        self.more.hide()
        self.count.show()
        around = (table.horizontalHeader(), table.horizontalScrollBar())
        row = table.verticalHeader().defaultSectionSize()
        below = sum(part.sizeHint().height() for part in around) + look.px(8)
        room = self.width() - self.close_button.sizeHint().width() - look.px(24)
        folds = self._flow.heightForWidth(room) + below + _ROWS * row > self.height()
        focus: QWidget | None = self.window().focusWidget()
        self.more.setVisible(folds)
        for button in page.buttons if folds else ():
            button.hide()
        self.count.setHidden(folds and self._flow.heightForWidth(room) + below + row > self.height())
        if focus is not None and focus.isHidden() and self.isAncestorOf(focus):
            (self.more if folds else table).setFocus()

    def _unfold(self) -> None:
        """What can be done in the list, as a menu."""
        self.page.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _turned(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        self.tabs.updateGeometry()  # the name of the list that is shown is in bold
        self.workspace.keep(_PAGE, at)
        self._look_for(self.search.text())
        self._fit()

    def _look_for(self, text: str) -> None:
        page = self.page
        if page.rows.wanted != text:
            page.table.keep_place(partial(page.rows.look_for, text))
        self._count(page)

    def _count(self, page: Page) -> None:
        """How much there is, how much of it matches, and how much the map does not show now."""
        if page is not self.page:
            return
        parts = [page.counted()]
        if page.rows.wanted.strip():
            found = len({id_ for key in page.rows.keys if (id_ := page.rows.id_of(key))})
            parts.append(ngettext("{n} found", "{n} found", found).format(n=found))
        aside = page.rows.aside_count()
        if aside:
            parts.append(
                ngettext("{n} set aside on the map", "{n} set aside on the map", aside).format(n=aside)
            )
        self.count.say(" · ".join(parts))
        self.count.setAccessibleName(self.count.text())

    def _show_link(self, link: str) -> None:
        """The link that was just made, ready to be told."""
        self.search.clear()
        self.tabs.setCurrentIndex(self.pages.index(self.links))
        self._look_for("")
        self.links.table.go_to(link, self.links.rows.column("types"))

    def _followed(self, _before: Document, _after: Document) -> None:
        self.page.follow()

    def _looked(self) -> None:
        self.page.follow()

    def _selected(self) -> None:
        if self.page.isVisible():
            self.page.table.show_selection()

    def _tell(self) -> None:
        for n, page in enumerate(self.pages):
            self.tabs.setTabText(n, _(page.heading))
        self.setAccessibleName(_("Lists of the map"))
        self.tabs.setAccessibleName(_("Lists of the map"))
        self.search.setPlaceholderText(_("Find in the list"))
        self.search.setAccessibleName(_("Find in the list"))
        self.more.setAccessibleName(_("What can be done there"))
        self.more.setToolTip(_("What can be done there"))
        self.close_button.setAccessibleName(_("Close the lists"))
        self.close_button.setToolTip(f"{_('Close the lists')} ({shown('Ctrl+L')})")
        self._count(self.page)


class _Search(QLineEdit):
    """The word to look for: Down or Enter goes to what is found, Esc looks for nothing any more."""

    def __init__(self, twin: Twin) -> None:
        super().__init__(twin)
        self._twin = twin
        self.setClearButtonEnabled(True)

    def sizeHint(self) -> QSize:
        """As wide as a name, or as there is room for."""
        return QSize(look.px(200), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self._twin.start()
            if self.text():
                self._twin.page.table.choose_here()
        else:
            super().keyPressEvent(event)
