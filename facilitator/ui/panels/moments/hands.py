"""Hands counted with the keyboard: a letter for each hand, or numbers typed; Enter goes on."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from facilitator.model import gestures
from facilitator.ui.fields import NumberField, Place
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _

HANDS: tuple[tuple[str, str], ...] = (("yes", N_("Yes")), ("no", N_("No")), ("abstain", N_("Abstain")))
"""What a hand says: the field of a count, and its word, whose first letter is its key."""

_visits = count(1)


class HandsField(NumberField):
    """One number of a count. What is done in the three of a row at once is one step of undo."""

    def __init__(self, workspace: Workspace, row: HandsRow, name: str, said: str) -> None:
        self._row = row
        self.wrong = ""
        super().__init__(workspace, Place("votes", name, (row.id,)), said, bare=True)
        self._line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._line.setProperty("role", "count")
        self._line.textEdited.connect(lambda _text: row.forget_hands())

    def _merge(self) -> str:
        return self._row.merge

    def _key(self, event: QKeyEvent) -> bool:
        return self._row.key(self, event) or super()._key(event)

    @property
    def unclear(self) -> bool:
        return bool(self.wrong)

    def _complain(self, sentence: str) -> None:
        """A number is too narrow for a sentence: the row says it."""
        self.wrong = sentence
        self.edit().setAccessibleDescription(sentence)
        self._row.complained.emit()


class HandsRow(QObject):
    """The three numbers of one count. `done` comes with the Enter that ends it."""

    complained = Signal()
    """Something typed is no number, or is one again."""

    def __init__(self, workspace: Workspace, id_: str, done: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self.id = id_
        self._workspace = workspace
        self._done = done
        self._hands: list[str] = []
        self._inside = False
        self.merge = ""
        self.fields = {name: HandsField(workspace, self, name, said) for name, said in HANDS}
        for field in self.fields.values():
            field.edit().installEventFilter(self)

    @property
    def complaint(self) -> str:
        """What is wrong in one of its numbers, or nothing."""
        return next((field.wrong for field in self.fields.values() if field.wrong), "")

    def begin(self) -> None:
        """Ready to be counted."""
        self._enter("yes")

    def forget_hands(self) -> None:
        """A number was typed: Backspace is for its figures again."""
        self._hands.clear()

    def key(self, field: HandsField, event: QKeyEvent) -> bool:
        """Whether a key was a hand more, a hand less, or the end of a number."""
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_on(field)
            return True
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.forget_hands()
            return False
        if event.key() == Qt.Key.Key_Backspace and self._hands:
            self._raise(self._hands.pop(), -1)
            return True
        letter = event.text().casefold()
        name = next((name for name, said in HANDS if letter and _(said)[0].casefold() == letter), "")
        if name and not self._workspace.read_only and self._raise(name, 1):
            self._hands.append(name)
        return bool(name)

    def _raise(self, name: str, by: int) -> bool:
        """One hand more or less, kept at once."""
        for field in self.fields.values():
            field.settle()
        row = self._workspace.document.votes.get(self.id)
        hands = getattr(row, name, 0) + by
        kept = hands >= 0 and self._workspace.do(
            gestures.edit_vote(self.id, merge=self.merge, **{name: hands})
        )
        for field in self.fields.values():
            if field.edit().hasFocus():
                field.edit().selectAll()
        return kept

    def _go_on(self, field: HandsField) -> None:
        """After hands, the count is made; after a number, the next one is typed."""
        names = list(self.fields)
        at = names.index(field.place.field)
        field.leave()
        if field.wrong:
            return
        if self._hands or at == len(names) - 1:
            self._done()
        else:
            self._enter(names[at + 1])

    def _enter(self, name: str) -> None:
        line = self.fields[name].edit()
        line.setFocus(Qt.FocusReason.TabFocusReason)
        line.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and not self._inside:
            self._inside = True
            self.merge = f"votes.{self.id}.hands.{next(_visits)}"
            self.forget_hands()
        elif event.type() == QEvent.Type.FocusOut:
            now = QApplication.focusWidget()
            for field in self.fields.values():
                field.edit().deselect()
            self._inside = any(field.edit() is now for field in self.fields.values())
        return super().eventFilter(watched, event)
