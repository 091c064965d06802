"""Where the group stands on a point: one letter says it, Enter goes on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from facilitator.model.names import fold
from facilitator.model.vocabulary import Agreement
from facilitator.ui.fields import Place, SegmentedField
from facilitator.ui.panels import options
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AgreementField(SegmentedField):
    """The four answers in sight; the key of each is its first letter that no other took, without its accent, or its
    number."""

    def __init__(self, workspace: Workspace, item: str, onward: Callable[[], object]) -> None:
        self._onward = onward
        self._letters: dict[str, Agreement] = {}
        super().__init__(
            workspace,
            Place("answers", "agreement", (item,)),
            N_("Agreement"),
            options.agreements,
            bare=True,
            blank=Agreement.NOT_SAID,
        )
        for _value, button in self._buttons:
            button.installEventFilter(self)

    @property
    def letters(self) -> dict[str, Agreement]:
        """What each key says, in the language of the moment."""
        return self._letters

    def retranslate(self) -> None:
        super().retranslate()
        self._letters = {}
        for n, option in enumerate(self._options(self.workspace.document), 1):
            letter = next(c for c in fold(option.text) if c.isalpha() and c not in self._letters)
            self._letters |= {letter: option.value, str(n): option.value}
            self.button(option.value).setToolTip(
                _("{choice} (key {letter})").format(choice=option.text, letter=letter.upper())
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self._is_ours(event):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # else P would pin a card of the map
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._press(event)
                return True
        return super().eventFilter(watched, event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        return not held and (event.key() in _ENTER or fold(event.text()) in self._letters)

    def _press(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._onward()
        elif not self.workspace.read_only:
            value = self._letters[fold(event.text())]
            self._give(value)
            self.button(value).setFocus(Qt.FocusReason.TabFocusReason)
