"""Fields one types in: a gesture leaves a moment after the last key, and a sentence is one step of undo.

Ctrl+Z in a field takes back the document's last step, the same one the menu and the history name: two histories,
one of letters and one of gestures, would each hide the other. So a text is handed over first, then undone whole.
"""

from __future__ import annotations

from itertools import count
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from facilitator.ui.fields.base import Field
from facilitator.ui.fields.place import MIXED, Place
from facilitator.ui.workspace import Workspace
from facilitator.words import _

PAUSE = 400
"""Milliseconds of silence after which what was typed is kept."""

_visits = count(1)


class Unclear(ValueError):  # noqa: N818  what is typed is unclear: it is no error of the program
    """What is typed cannot be understood; the sentence says what would be."""


class TypedField(Field):
    """A field of text. What is being typed is never written over by its own echo, which comes back trimmed."""

    def __init__(
        self,
        workspace: Workspace,
        place: Place,
        label: str,
        parent: QWidget | None = None,
        *,
        bare: bool = False,
    ) -> None:
        super().__init__(workspace, place, label, parent, bare=bare)
        self._dirty = False
        self._visit = next(_visits)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.settle)
        self._complaint: QLabel | None = None

    # What sub-classes say

    def edit(self) -> QLineEdit | QPlainTextEdit:
        """The control one types in."""
        raise NotImplementedError

    def _text(self) -> str:
        raise NotImplementedError

    def _set_text(self, text: str) -> None:
        raise NotImplementedError

    def _read(self, text: str, left: bool) -> Any:
        """The value of a text; raises Unclear. `left`: the person is done typing."""
        raise NotImplementedError

    def _written(self, value: Any) -> str:
        """The text of a value."""
        raise NotImplementedError

    # What they all do

    def control(self) -> QWidget:
        return self.edit()

    def _hold(self, control: QWidget) -> None:
        super()._hold(control)
        self._typed_in = self.edit()
        self._typed_in.installEventFilter(self)
        self.edit().setReadOnly(self.workspace.read_only)

    def settle(self) -> None:
        if self._dirty:
            self._hand_over(left=False)

    def turn_to(self, *ids: str) -> None:
        if self._dirty and not self._hand_over(left=True):
            self._rescue()
        self._renew()
        self.place = self.place.at(*ids)
        self.refresh()

    def typed(self) -> None:
        """A person changed the text."""
        self._dirty = True
        self._complain("")
        self._pause.start()

    def leave(self) -> None:
        """The person is done here: what was typed is kept, and shown as it was kept."""
        clear = not self._dirty or self._hand_over(left=True)
        self._renew()
        if clear and not self.unclear:
            self.refresh()

    def _hand_over(self, *, left: bool) -> bool:
        """Keeps what is typed; False where it cannot be understood: it then stays as it is."""
        self._pause.stop()
        try:
            value = self._read(self._text(), left)
        except Unclear as unclear:
            if left:
                self._complain(str(unclear))
            return False
        self._dirty = False
        if not self.place.rows(self.workspace.document) or value == self.value:
            return True  # its row is gone, or it says so already
        if self.workspace.do(self.place.write(value, self._merge())):
            self._complain("")
            return True
        self._dirty = True  # a full disk must not cost a text: it stays here, and is handed over again
        self._complain(_("This was not kept. It stays here until it can be."))
        return False

    def _merge(self) -> str:
        """What the gestures of one step of undo have in common."""
        return f"{self.place.merge_key}.{self._visit}"

    def _rescue(self) -> None:
        """A text that cannot be kept, and is about to lose its field, waits in the clipboard."""
        if self._text().strip():
            QGuiApplication.clipboard().setText(self._text())
            self.workspace.say(
                _("What you typed could not be kept: it is in the clipboard, ready to be pasted."), error=True
            )

    def _renew(self) -> None:
        """What is typed from now on is another step of undo."""
        self._visit = next(_visits)

    def _follow(self, value: Any) -> None:
        if value is not MIXED and self._says(value):
            return
        self._show(value)

    def _says(self, value: Any) -> bool:
        """Whether what is typed already means this value."""
        if self._text() == self._written(value):
            return True
        if not self.edit().hasFocus() and not self._dirty:
            return False
        try:
            return bool(self._read(self._text(), False) == value)
        except Unclear:
            return False

    def _show(self, value: Any) -> None:
        """From the document: an undo, or a change made elsewhere, is seen at once."""
        self._pause.stop()
        if self._dirty or self.edit().hasFocus():
            self._renew()
        self._dirty = False
        self._complain("")
        text = "" if value is MIXED else self._written(value)
        if text != self._text():
            self._set_text(text)

    @property
    def unclear(self) -> bool:
        """Whether what is typed could not be understood, and waits to be mended."""
        return self._complaint is not None and not self._complaint.isHidden()

    def _complain(self, sentence: str) -> None:
        """Says under the field what is not understood."""
        if self._complaint is None:
            if not sentence:
                return
            self._complaint = QLabel(self)
            self._complaint.setProperty("role", "error")
            self._complaint.setWordWrap(True)
            self._column.addWidget(self._complaint)
        self._complaint.setText(sentence)
        self._complaint.setVisible(bool(sentence))
        self.edit().setAccessibleDescription(sentence)

    def retranslate(self) -> None:
        if self.unclear:
            try:
                self._read(self._text(), True)
            except Unclear as unclear:
                self._complain(str(unclear))
                kept = self._text()
                super().retranslate()
                self._set_text(kept)
                self._complain(str(unclear))
                return
        super().retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # While Python takes a window apart, events still come to fields that have lost their attributes.
        if watched is getattr(self, "_typed_in", None):
            kind = event.type()
            if kind is QEvent.Type.FocusIn:
                self._renew()
            elif kind is QEvent.Type.FocusOut:
                self.leave()
            elif kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._key(event):
                return True
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        """Whether a key was for the field rather than for its text."""
        return step_of_document(self.workspace, event)


def step_of_document(workspace: Workspace, event: QKeyEvent) -> bool:
    """Takes back, or does again, the last step of the session if that is what the keys ask for."""
    if event.matches(QKeySequence.StandardKey.Undo):
        workspace.undo()
        return True
    if event.matches(QKeySequence.StandardKey.Redo):
        workspace.redo()
        return True
    return False
