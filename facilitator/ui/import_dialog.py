"""What lists would bring, line by line, before it is brought."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from facilitator.exchange import report
from facilitator.exchange.incoming import Incoming
from facilitator.ui import look
from facilitator.ui.workspace import Workspace
from facilitator.words import _


class ImportDialog(QDialog):
    """The report first; then all of it in one gesture, or nothing."""

    def __init__(self, workspace: Workspace, found: Incoming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._found = workspace, found
        self.setWindowTitle(_("Import lists"))
        heading = QLabel(_("Import lists"), self)
        heading.setProperty("role", "title")
        self.summary = QLabel(report.summary(found.lines), self)
        self.summary.setProperty("role", "heading")
        self.summary.setWordWrap(True)
        about = QLabel(
            _("What is already in the session is never replaced. New actors wait to be placed."), self
        )
        about.setProperty("role", "muted")
        about.setWordWrap(True)
        self.lines = QPlainTextEdit("\n".join(report.sentence(line) for line in found.lines), self)
        self.lines.setReadOnly(True)
        self.lines.setAccessibleName(_("What becomes of each line"))
        self.lines.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.leave = QPushButton(_("Cancel") if found.gesture else _("Close"), self)
        self.bring = QPushButton(_("Bring them in"), self)
        self.bring.setProperty("role", "primary")
        self.bring.setVisible(found.gesture is not None)
        likely = self.bring if found.gesture else self.leave
        likely.setDefault(True)
        likely.setFocus()
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.bring)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(look.px(24),) * 4)
        column.setSpacing(look.px(10))
        for widget in (heading, self.summary, about):
            column.addWidget(widget)
        column.addWidget(self.lines, 1)
        column.addLayout(buttons)
        look.give_room(self, 720, 520)
        self.leave.clicked.connect(lambda _checked=False: self.reject())
        self.bring.clicked.connect(lambda _checked=False: self.accept())

    def accept(self) -> None:
        """Brings everything in, as one step of undo."""
        gesture = self._found.gesture
        if gesture is None or self._workspace.do(gesture):
            self._workspace.say(self.summary.text())
            super().accept()
