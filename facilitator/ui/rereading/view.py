"""The minutes in the middle of the console, in place of the map: read together, corrected at the right meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from facilitator.model.edition import MARKED
from facilitator.model.identifying import confidential_in
from facilitator.ui import look
from facilitator.ui.fields.pressed import Toggle
from facilitator.ui.fields.spoken import button, spoken
from facilitator.ui.flow import Flow
from facilitator.ui.rereading.pages import Pages
from facilitator.ui.rereading.paper import Paper
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _

_WIDEST = 900
"""Pixels a page takes at most, at a text size of 100 %: beyond, a line is too long for the eye."""


class Rereading(QFrame):
    """Pages that follow the session. What is in sight can be shown on the wall, which then stays at the same place."""

    closing = Signal()

    def __init__(self, workspace: Workspace, pages: Pages, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._pages = pages
        self.paper = Paper(pages, self, widest=look.px(_WIDEST))
        self.title, self.place, self.state = QLabel(self), QLabel(self), QLabel(self)
        self.title.setProperty("role", "heading")
        look.measure(self.place, high=32)  # in line with the buttons beside it
        for words in (self.place, self.state):
            words.setProperty("role", "muted")
        self.state.setWordWrap(True)
        self.before = self._button("‹", lambda: self.paper.turn(-1))
        self.after = self._button("›", lambda: self.paper.turn(1))
        self.wall = Toggle(parent=self)
        self.wall.setProperty("role", "segment")
        self.wall.clicked.connect(self._to_wall)
        self.write = button(
            workspace, N_("Write the minutes…"), lambda: workspace.asked.emit("minutes"), "quiet"
        )
        self.leave = button(workspace, N_("Back to the map"), self.closing.emit, "quiet")
        self._lay()
        self.paper.moved.connect(self._moved)
        pages.changed.connect(self._tell)
        workspace.board.changed.connect(self._tell)
        spoken(self, workspace, self._tell)

    def parts(self) -> tuple[QWidget, ...]:
        """What is above the pages, and the pages."""
        return (self.before, self.paper)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closing.emit()
        else:
            super().keyPressEvent(event)

    def _to_wall(self, on: bool) -> None:
        board = self.workspace.board
        if on:
            board.show("minutes", f"{self.paper.position:.3f}")
        else:
            board.show(board.usual)

    def _moved(self) -> None:
        if self.workspace.board.kind == "minutes":
            self.workspace.board.show("minutes", f"{self.paper.position:.3f}")
        self._tell()

    def _tell(self) -> None:
        count = len(self._pages.sizes)
        self.title.setText(_("The minutes, as they are now"))
        self.place.setText(
            _("Page {n} of {count}").format(n=self.paper.page + 1, count=count) if count else ""
        )
        self.state.setText(self._state())
        self.state.setToolTip(_("It is in the participants’ edition that you write.") if self._silent else "")
        self.wall.setText(_("On the wall"))
        self.wall.setChecked(self.workspace.board.kind == "minutes")
        for held, name in ((self.before, _("Page before")), (self.after, _("Next page"))):
            held.setAccessibleName(name)
            held.setToolTip(name)
        self.paper.setAccessibleName(f"{self.title.text()} {self.place.text()}".strip())

    def _state(self) -> str:
        if self._pages.failed:
            return _("These pages are older than the session.")
        if self._pages.late and self._pages.sizes:
            return _("Being set again…")
        return _("Without what is confidential") if self._silent else ""

    @property
    def _silent(self) -> bool:
        """Whether the room is not shown all that the participants will receive."""
        document = self.workspace.document
        return any(confidential_in(document, table) for table in MARKED)

    def _button(self, sign: str, done: object) -> QPushButton:
        held = QPushButton(sign, self)
        held.setProperty("role", "segment")
        held.setFixedWidth(look.px(34))
        held.clicked.connect(done)
        return held

    def _lay(self) -> None:
        acts = Flow(gap=look.px(6))
        for widget in (self.before, self.place, self.after, self.wall, self.write, self.leave):
            acts.addWidget(widget)
        words = QHBoxLayout()
        words.setSpacing(look.px(12))
        words.addWidget(self.title)
        words.addWidget(self.state, 1)
        head = QVBoxLayout()
        head.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(8))
        head.setSpacing(look.px(4))
        head.addLayout(words)
        head.addLayout(acts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.paper, 1)
