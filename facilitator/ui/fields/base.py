"""What every field is: a label above a control, bound to one place of the document."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from facilitator.model.document import Document
from facilitator.ui.fields.place import Place
from facilitator.ui.workspace import Workspace
from facilitator.words import _


class _Caption(QLabel):
    """The label above a control: a click on it enters the control, so that no letter goes to the map."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        control: QWidget | None = self.buddy()
        if control is not None and event.button() == Qt.MouseButton.LeftButton:
            control.setFocus(Qt.FocusReason.MouseFocusReason)


class Field(QWidget):
    """A control that shows one place of the document, and does a gesture when a person changes it.

    `label` is a msgid: it stands above the control in small muted letters and is its accessible name
    (`bare` keeps the name and leaves the label out). Sub-classes put their control in with `_hold`, show a value
    in `_show`, and hand a choice over with `_give`.
    """

    def __init__(
        self,
        workspace: Workspace,
        place: Place,
        label: str,
        parent: QWidget | None = None,
        *,
        bare: bool = False,
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.place = place
        self._sentence = label
        self._label = None if bare else _Caption(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        if self._label is not None:
            self._label.setProperty("role", "caption")
            self._label.setWordWrap(True)
            self._column.addWidget(self._label)

    def turn_to(self, *ids: str) -> None:
        """Shows the same field of other rows."""
        self.settle()
        self.place = self.place.at(*ids)
        self.refresh()

    def refresh(self) -> None:
        """Shows the document as it is."""
        if self.place.rows(self.workspace.document):
            self._show(self.value)

    @property
    def value(self) -> Any:
        """What the document holds at this place."""
        return self.place.value(self.workspace.document)

    def settle(self) -> None:
        """Hands over at once what is being typed; fields that wait for nothing have nothing to do."""

    def control(self) -> QWidget:
        """What takes the keyboard."""
        raise NotImplementedError

    def setFocus(self) -> None:  # type: ignore[override]  # a field is its control
        self.control().setFocus()

    def _hold(self, control: QWidget) -> None:
        """Puts the control in; called once, when it is built."""
        self._column.addWidget(control)
        if self._label is not None:
            self._label.setBuddy(control)
        self.setFocusProxy(self.control())
        self.workspace.changed.connect(self._followed)
        self.workspace.settling.connect(self.settle)
        self.workspace.language_changed.connect(self.retranslate)
        self.retranslate()

    def _followed(self, before: Document, after: Document) -> None:
        # Another field of the rows changed: what is being done here stays as it is.
        now = self.place.values(after)
        if now and now != self.place.values(before):
            self._follow(self.place.value(after))

    def _follow(self, value: Any) -> None:
        """The rows changed, perhaps elsewhere than in this field."""
        self._show(value)

    def _show(self, value: Any) -> None:
        raise NotImplementedError

    def _give(self, value: Any) -> bool:
        """Does the gesture; whatever happens, what is shown is then the document."""
        done = value == self.value or self.workspace.do(self.place.write(value))
        self.refresh()
        return done

    def retranslate(self) -> None:
        """Says its words in the language of the moment."""
        if self._label is not None:
            self._label.setText(_(self._sentence))
        self.control().setAccessibleName(_(self._sentence))
        self.refresh()
