"""The window of the session sheet: a page for each part, all of them fields of the document."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from facilitator.ui import look
from facilitator.ui.fields import spoken
from facilitator.ui.sheet import pages
from facilitator.ui.sheet.people import PeoplePage
from facilitator.ui.sheet.vocabulary import VocabularyPage
from facilitator.ui.workspace import Workspace
from facilitator.words import _

_WIDTH, _HEIGHT = 960, 680
"""In pixels at a text size of 100 %, or as much of the screen as there is."""
SAID = 8_000
"""Milliseconds a sentence stays at the foot of the sheet."""


class SessionSheet(QDialog):
    """Session, organisation, participants, words of the session, minutes, personal data."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.setModal(False)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        session = pages.session(workspace)
        self.people = PeoplePage(workspace)
        self.vocabulary = VocabularyPage(workspace)
        for page in (
            session,
            pages.organisation(workspace),
            self.people,
            self.vocabulary,
            pages.minutes(workspace),
            pages.personal_data(workspace),
        ):
            self.tabs.addTab(page, "")
        self.kept, self.leave = QLabel(self), QPushButton(self)
        self.kept.setProperty("role", "caption")
        self.kept.setWordWrap(True)
        self.leave.setAutoDefault(False)  # Enter belongs to the fields
        self.leave.clicked.connect(lambda _checked=False: self.close())
        foot = QHBoxLayout()
        foot.setContentsMargins(look.px(14), 0, look.px(14), look.px(4))
        foot.addWidget(self.kept, 1)
        foot.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.addWidget(self.tabs, 1)
        column.addLayout(foot)
        self.tabs.currentChanged.connect(workspace.settle)
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(SAID)
        self._silence.timeout.connect(self._tell_kept)
        workspace.said.connect(self._said)
        for keys, done in (
            (QKeySequence.StandardKey.Undo, workspace.undo),
            (QKeySequence.StandardKey.Redo, workspace.redo),
            (QKeySequence.StandardKey.NextChild, lambda: self._turn(1)),
            (QKeySequence.StandardKey.PreviousChild, lambda: self._turn(-1)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(done)
        spoken(self, workspace, self._tell)
        look.give_room(self, _WIDTH, _HEIGHT)
        first: QLineEdit | None = session.findChild(QLineEdit)
        if first is not None:
            first.setFocus()

    def _tell(self) -> None:
        self.setWindowTitle(_("Session sheet"))
        self._tell_kept()
        self.leave.setText(_("Close"))
        for n, name in enumerate(
            (
                _("Session"),
                _("Organisers"),
                _("Participants"),
                _("Types"),
                _("Minutes"),
                _("Personal data"),
            )
        ):
            self.tabs.setTabText(n, name)

    def _said(self, sentence: str, error: bool) -> None:
        """What the status line says is told here as well: the sheet may hide it."""
        self._silence.start()
        look.wear(self.kept, "error" if error else "caption")
        self.kept.setText(sentence)

    def _tell_kept(self) -> None:
        look.wear(self.kept, "caption")
        self.kept.setText(_("Kept as you type: there is nothing to save."))

    def _turn(self, way: int) -> None:
        """The next page, or the one before, wherever the focus is: a table would keep the key for itself."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + way) % self.tabs.count())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.workspace.settle()
        super().closeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.workspace.settle()
        super().hideEvent(event)

    def done(self, result: int) -> None:
        """Escape closes the sheet; what is being typed is kept."""
        self.workspace.settle()
        super().done(result)
