"""A field where one answer is chosen in a folded list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QMainWindow,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from facilitator.model.document import Document
from facilitator.ui.fields.base import Field
from facilitator.ui.fields.offered import Option, Options
from facilitator.ui.fields.place import MIXED, Place
from facilitator.ui.workspace import Workspace
from facilitator.words import _


class Folded(QComboBox):
    """A list that leaves the wheel to the panel and may be narrower than its longest word.

    Beside the map, letters are keys of the window while it is folded: one who has just chosen goes on with the map, and
    Qt would choose again by each first letter. Once it is unfolded, and in dialogs, letters choose.
    """

    letters_are_keys = True
    awaited = Signal()
    """Someone is about to choose: by keys, or by unfolding it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(3)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.awaited.emit()
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        letter = event.text().strip()
        if letter.isprintable() and letter and not held and isinstance(self.window(), QMainWindow):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def showPopup(self) -> None:
        self.awaited.emit()
        super().showPopup()
        self._widen()

    def _widen(self) -> None:
        """Unfolded, as wide as the longest name, which the box itself may cut; within the screen."""
        unfolded, room = self.view().window(), self.screen().availableGeometry()
        at, around = unfolded.geometry(), unfolded.width() - self.view().viewport().width()
        at.setWidth(min(max(at.width(), self.view().sizeHintForColumn(0) + around), room.width()))
        at.moveRight(min(at.right(), room.right()))
        unfolded.setGeometry(at)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A name too long for the list ends with an ellipsis; it is whole once unfolded."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        text = self.currentText() if self.currentIndex() >= 0 else self.placeholderText()
        whole = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        icon = 0 if self.itemIcon(self.currentIndex()).isNull() else self.iconSize().width() + 6
        short = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, whole.width() - icon - 4)
        option.currentText = short
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class ChoiceField(Field):
    """One of several answers, in a folded list."""

    def __init__(
        self,
        workspace: Workspace,
        place: Place,
        label: str,
        options: Options,
        parent: QWidget | None = None,
        *,
        bare: bool = False,
        role: str = "",
    ) -> None:
        super().__init__(workspace, place, label, parent, bare=bare)
        self._options = options
        self._told: list[Option] = []
        self._list = Folded(self)
        self._list.setEnabled(not workspace.read_only)
        if role:
            self._list.setProperty("role", role)
        self._list.activated.connect(self._chosen)
        self._list.awaited.connect(self._complete)
        self._hold(self._list)

    def control(self) -> QComboBox:
        return self._list

    def _followed(self, before: Document, after: Document) -> None:
        if self.place.rows(after) and self._options.changed(before, after):
            self.refresh()
        else:
            super()._followed(before, after)

    def retranslate(self) -> None:
        self._told = []
        super().retranslate()

    def _show(self, value: Any) -> None:
        document = self.workspace.document
        if self._options.one is None or self._list.hasFocus():
            self._tell(list(self._options(document)))
        else:
            self._tell([] if value is MIXED else [self._options.one(document, value)])
        at = next((n for n, option in enumerate(self._told) if option.value == value), -1)
        self._list.setCurrentIndex(-1 if value is MIXED else at)
        self._list.setPlaceholderText(_("Various") if value is MIXED else "")

    def _tell(self, told: list[Option]) -> None:
        """Puts these in the list, unless they are there already."""
        if [_identity(o) for o in told] != [_identity(o) for o in self._told] or self._list.count() != len(
            told
        ):
            self._told = told
            self._list.clear()
            for option in told:
                self._list.addItem(option.icon or QIcon(), option.text)

    def _complete(self) -> None:
        """The whole list, since someone is about to choose in it."""
        rows = self.place.rows(self.workspace.document)
        if self._options.one is not None and rows:
            self._tell(list(self._options(self.workspace.document)))
            value = self.value
            self._list.setCurrentIndex(next((n for n, o in enumerate(self._told) if o.value == value), -1))

    def _chosen(self, index: int) -> None:
        self._give(self._told[index].value)


def _identity(option: Option) -> tuple[Any, str, int]:
    return option.value, option.text, option.icon.cacheKey() if option.icon else 0
