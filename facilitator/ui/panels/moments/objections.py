"""A round of consent: any objection? One for each line, kept even where it is lifted afterwards."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.model import gestures
from facilitator.ui.fields import Place, TextField, button, label
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _


class Objections(QWidget):
    """What is objected, a line for each; Enter on an empty line ends the round."""

    def __init__(self, workspace: Workspace, vote: str, done: Callable[[], object]) -> None:
        super().__init__()
        self._done = done
        self.field = TextField(
            workspace,
            Place("votes", "objections", (vote,), edit=gestures.edit_consent),
            N_("Any objection?"),
            lines=(2, 8),
        )
        self.field.edit().installEventFilter(self)
        self.lifted = button(workspace, N_("This objection is lifted"), self.lift, "small")
        self.lifted.setEnabled(not workspace.read_only)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self.lifted, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(label(workspace, N_("One line for each objection; it stays in the minutes once lifted. "
                                             "Enter on an empty line: that is all."), "hint"))  # fmt: skip

    def setFocus(self) -> None:  # type: ignore[override]  # it is where one types
        self.field.setFocus()

    def lift(self) -> None:
        """Writes, or takes away, that the objection of the line one is in is lifted."""
        box = self.field.edit()
        cursor = box.textCursor()
        line, mark = cursor.block().text().rstrip(), " — " + _("lifted")
        if not line:
            return
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(line.removesuffix(mark) if line.endswith(mark) else line + mark)
        self.field.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if entered and not self.field.edit().textCursor().block().text().strip():
                self._done()
                return True
        return super().eventFilter(watched, event)
