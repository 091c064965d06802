"""The bar above the console: what the session is, where it goes, and the buttons one looks for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from facilitator import terms
from facilitator.model.document import Document
from facilitator.ui import look
from facilitator.ui.actions import by_key
from facilitator.ui.elided import Elided
from facilitator.ui.finding.button import SearchButton
from facilitator.ui.horizon import HorizonSwitch
from facilitator.ui.icon import shipped
from facilitator.ui.keys import literal
from facilitator.ui.workspace import Workspace
from facilitator.words import _

TITLE_SHARE = 0.35
"""What a long title may take of the top bar's width."""
QUESTION_LEAST = 90
"""Where it would have less, in pixels at 100 %, the question is not shown at all."""
TITLE_LEAST = 150
"""What a title keeps of its words, in pixels at 100 %, for which other things give way."""
PENCIL, AIR = 36, 44
"""What the title's button takes beside its words, and the bar beside what stands in it; in pixels at 100 %."""


class TopBar(QFrame):
    """Title and question of the session (a click opens its sheet), and the buttons one looks for."""

    asked = Signal(str)
    """The key of an action."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setProperty("role", "bar")
        self.home = self._icon_button("home")
        self.undo = self._icon_button("undo")
        self.redo = self._icon_button("redo")
        self.title = self._button("sheet", "session")
        self.title.setIcon(shipped("edit"))
        look.measure(self.title, icon=15)
        self.title.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the pencil comes after the title
        self.ask_question = self._button("sheet", "link")
        self.question = Elided("muted", self)
        self.mark = QLabel(self)
        self.mark.setProperty("role", "mark")
        self.search = SearchButton(self)
        self.search.clicked.connect(lambda _checked=False: self.asked.emit("commands"))
        self.horizon = HorizonSwitch(workspace, self)
        self.projection = self._button("project", "primary")
        self.projection.setCheckable(True)
        self.minutes = self._button("minutes", "accent")
        row = QHBoxLayout(self)
        look.measure(row, margins=(10, 6, 16, 6), spacing=8)
        row.addWidget(self.home)
        row.addWidget(self.title)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.ask_question)
        row.addWidget(self.question, 1)
        for button in (self.undo, self.redo):
            row.addWidget(button)
        row.addWidget(look.measure(QWidget(self), wide=8))
        row.addWidget(self.search)
        row.addWidget(self.horizon)
        row.addWidget(self.projection)
        row.addWidget(self.minutes)
        workspace.changed.connect(self._changed)
        workspace.language_changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Says its words in the language of the moment."""
        for key, button in (("home", self.home), ("undo", self.undo), ("redo", self.redo)):
            self._name(button, key)
        self._name(self.title, "sheet")
        self.search.retranslate()
        self.ask_question.setText(_("Which common question?"))
        self.projection.setAccessibleName(_("Project"))
        self.projection.setToolTip(by_key("project").shown_key())
        self.minutes.setText(_("Minutes"))
        self.minutes.setToolTip(by_key("minutes").shown_key())
        self.refresh()

    def refresh(self) -> None:
        """Shows the session as it is."""
        workshop = self._workspace.document.workshop
        self.question.say(terms.wording(workshop.question))
        marks = [_("fictitious example")] if workshop.fictitious else []
        marks += [_("read only")] if self._workspace.read_only else []
        self.mark.setText(" · ".join(marks))
        self._show_title()
        self._show_ways_back()

    def _show_ways_back(self) -> None:
        self.undo.setEnabled(self._workspace.journal.next_undo is not None and not self._workspace.read_only)
        self.redo.setEnabled(self._workspace.journal.next_redo is not None and not self._workspace.read_only)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_title()

    def _show_title(self) -> None:
        """The title, and what stands beside it as long as there is room: the last of them gives way first."""
        letters = QFontMetrics(look.font(look.HEADING, bold=True))
        title = self._workspace.document.workshop.title or _("Untitled session")
        wanted = min(letters.horizontalAdvance(title) + 1, round(self.width() * TITLE_SHARE))
        least = min(wanted, look.px(TITLE_LEAST))
        self._show_key(False)
        room = self._make_room() - least
        mark = _beside(self.mark) if self.mark.text() else 0
        asks = not (self._workspace.document.workshop.question or self._workspace.read_only)
        asking = _beside(self.ask_question) if asks else 0
        for needs, give in (
            (self.projection.fontMetrics().horizontalAdvance(self._key), self._show_key),
            (asking, lambda fits: self.ask_question.setVisible(fits and asks)),
            (self.horizon.whole_width - self.horizon.short_width, self.horizon.show_whole),
            (self.search.whole_width - self.search.short_width, self.search.show_whole),
            (mark, lambda fits: self.mark.setVisible(fits and bool(mark))),
            (look.px(QUESTION_LEAST), self.question.setVisible),
        ):
            fits = room >= needs
            give(fits)
            room -= needs if fits else 0
        # Even its least gives way, rather than have words cut anywhere in the bar.
        shown_title = letters.elidedText(title, Qt.TextElideMode.ElideRight, min(wanted, least + room))
        self.title.setText(literal(shown_title))

    def _show_key(self, shows: bool) -> None:
        """Says the key that projects beside its word, or the word alone."""
        self.projection.setText(_("Project") + (self._key if shows else ""))

    @property
    def _key(self) -> str:
        return "  " + by_key("project").shown_key()

    def _make_room(self) -> int:
        """The width that is left for the title and what may stand beside it. Where not even the pencil has room, what
        is in the menus and on keys gives way too, rather than have words cut."""
        kept = (self.home, self.projection, self.minutes)
        folded = self.horizon.short_width + look.px(8) + look.px(AIR)
        room = self.width() - sum(map(_beside, kept)) - folded
        for parts, needs in (
            ((self.title,), look.px(PENCIL)),
            ((self.search,), self.search.short_width + look.px(8)),
            ((self.undo, self.redo), _beside(self.undo) + _beside(self.redo)),
        ):
            fits = room >= needs
            for part in parts:
                part.setVisible(fits)
            room -= needs if fits else 0
        return room

    def show_projecting(self, projecting: bool) -> None:
        """Whether the projection is on."""
        self.projection.setChecked(projecting)

    def _changed(self, before: Document, after: Document) -> None:
        if before.workshop is not after.workshop:
            self.refresh()
        else:
            self._show_ways_back()

    def _button(self, key: str, role: str) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("role", role)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda _checked=False: self.asked.emit(key))
        return button

    def _icon_button(self, key: str) -> QPushButton:
        button = self._button(key, "icon")
        button.setIcon(shipped(key))
        look.measure(button, icon=18)
        return button

    def _name(self, button: QPushButton, key: str) -> None:
        action = by_key(key)
        button.setAccessibleName(_(action.name))
        button.setToolTip(f"{_(action.name)} ({action.shown_key()})" if action.keys else _(action.name))


def _beside(widget: QWidget) -> int:
    """What a widget takes in the top bar, with the air before it."""
    return widget.sizeHint().width() + look.px(8)
