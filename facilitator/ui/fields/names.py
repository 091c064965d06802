"""A field of names one adds: found as they are typed, each taken away by its cross."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, QStringListModel, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCompleter, QPushButton, QWidget

from facilitator.model.document import Document
from facilitator.ui.fields.base import Field
from facilitator.ui.fields.line import Line
from facilitator.ui.fields.offered import Options
from facilitator.ui.fields.place import Place
from facilitator.ui.flow import Flow
from facilitator.ui.keys import literal
from facilitator.ui.parts import for_a_menu
from facilitator.ui.workspace import Workspace
from facilitator.words import _


class _Adding(Line):
    """Where one types the name to add; Backspace in it, when empty, takes the last one away."""

    def __init__(self, field: NamesField) -> None:
        super().__init__(field)
        self._field = field

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self._field.drop_last()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not for_a_menu(self, event):
            self._field.leave()


class _NameChip(QPushButton):
    """A name and the cross that takes it away; one too long for its place ends with an ellipsis."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self.setText(f"{literal(name)}  ×")

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        letters = self.fontMetrics()
        shown = letters.horizontalAdvance(self.text().replace("&&", "&"))
        return hint + QSize(letters.horizontalAdvance(f"{self._name}  ×") - shown, 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        letters = self.fontMetrics()
        lost = self.sizeHint().width() - event.size().width()
        room = letters.horizontalAdvance(self._name) - max(lost, 0)
        name = letters.elidedText(self._name, Qt.TextElideMode.ElideRight, room + 1)
        self.setText(f"{literal(name)}  ×")


class NamesField(Field):
    """Rows of another table, in order: each a chip with a cross, and a line that finds one as its name is typed.

    `onward` is what Enter goes on to while nothing is typed.
    """

    def __init__(
        self,
        workspace: Workspace,
        place: Place,
        label: str,
        options: Options,
        parent: QWidget | None = None,
        *,
        bare: bool = False,
        hint: str = "",
        onward: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(workspace, place, label, parent, bare=bare)
        self._options = options
        self._onward = onward
        self._hint = hint
        self._row = QWidget(self)
        self._flow = Flow(self._row)
        self._chips: list[QPushButton] = []
        self._shown: list[tuple[str, str]] = []
        self._line = _Adding(self)
        self._line.returnPressed.connect(self._entered)
        self._offered = QStringListModel(self)
        completer = QCompleter(self._offered, self._line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._named, Qt.ConnectionType.QueuedConnection)
        self._line.setCompleter(completer)
        self._line.setReadOnly(workspace.read_only)
        self._column.addWidget(self._row)
        self._hold(self._line)

    def control(self) -> QWidget:
        return self._line

    def retranslate(self) -> None:
        self._shown = []
        super().retranslate()
        self._line.setPlaceholderText(_(self._hint))

    def _followed(self, before: Document, after: Document) -> None:
        if self.place.rows(after) and self._options.changed(before, after):
            self.refresh()
        else:
            super()._followed(before, after)

    def _show(self, value: Any) -> None:
        names = {option.value: option.text for option in self._options(self.workspace.document)}
        self._offered.setStringList([text for key, text in names.items() if key not in value])
        shown = [(key, names.get(key, "")) for key in value]
        if shown == self._shown and len(self._chips) == len(shown):
            return
        self._shown = shown
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(key, name) for key, name in shown]
        self._row.setVisible(bool(value))
        self._row.updateGeometry()

    def _chip(self, key: str, name: str) -> QPushButton:
        chip = _NameChip(name, self._row)
        chip.setProperty("role", "chip")
        chip.setAutoDefault(False)
        chip.setAccessibleName(_("Take {name} away").format(name=name))
        chip.setToolTip(chip.accessibleName())
        chip.setMinimumSize(QSize(24, 24))
        chip.setEnabled(not self.workspace.read_only)
        chip.clicked.connect(lambda _checked=False: self._give(tuple(k for k in self.value if k != key)))
        self._flow.addWidget(chip)
        return chip

    def drop_last(self) -> None:
        """Takes the last one away."""
        if self.value and not self.workspace.read_only:
            self._give(self.value[:-1])

    def _entered(self) -> None:
        if self._onward is not None and not self._line.text().strip():
            self._onward()
        self._named(self._line.text())

    def leave(self) -> None:
        """A whole name is kept without Enter; a beginning waits."""
        typed = self._line.text().strip()
        if typed and typed.casefold() in self._free_names():
            self._named(typed)

    def _free_names(self) -> list[str]:
        held = self.value
        return [o.text.casefold() for o in self._options(self.workspace.document) if o.value not in held]

    def _named(self, name: str) -> None:
        """Adds the one of that name, or whose name alone holds what was typed."""
        wanted = name.strip().casefold()
        if not wanted:
            return
        offered = [o for o in self._options(self.workspace.document) if o.value not in self.value]
        found = [o for o in offered if o.text.casefold() == wanted] or [
            o for o in offered if wanted in o.text.casefold()
        ]
        if len(found) == 1:
            self._line.clear()
            self._give((*self.value, found[0].value))
        elif found:
            self.workspace.say(
                _("Several actors have “{name}” in their name: type more of it.").format(name=name)
            )
        elif not any(o.text.casefold() == wanted for o in self._options(self.workspace.document)):
            self.workspace.say(_("No actor is called “{name}”.").format(name=name), error=True)
