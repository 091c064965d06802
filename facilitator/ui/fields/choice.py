"""Fields where one answer is chosen: a folded list, or small buttons side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QIcon, QMouseEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from facilitator.model.document import Document
from facilitator.ui.fields.base import Field
from facilitator.ui.fields.place import MIXED, Place
from facilitator.ui.fields.spoken import literal
from facilitator.ui.flow import Flow
from facilitator.ui.workspace import Workspace
from facilitator.words import _


@dataclass(frozen=True, slots=True)
class Option:
    """A value one may choose and what it is called, in the language of the moment."""

    value: Any
    text: str
    icon: QIcon | None = None
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Options:
    """What there is to choose from, in a document.

    `tables` are those whose change may change the list. Where it can be long, `one` tells a single option: a folded
    list then only makes the others when it is about to be used.
    """

    listed: Callable[[Document], Sequence[Option]]
    tables: tuple[str, ...] = ()
    one: Callable[[Document, Any], Option] | None = None

    def __call__(self, document: Document) -> Sequence[Option]:
        return self.listed(document)

    def changed(self, before: Document, after: Document) -> bool:
        """Whether the list may be another."""
        return any(getattr(before, table) is not getattr(after, table) for table in self.tables)


def named(values: Sequence[Any], name: Callable[[Any], str]) -> Options:
    """Options of a closed vocabulary."""
    return Options(lambda _document: [Option(value, name(value)) for value in values])


class Folded(QComboBox):
    """A list that leaves the wheel to the panel and may be narrower than its longest word."""

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

    def showPopup(self) -> None:
        self.awaited.emit()
        super().showPopup()

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


class Toggle(QPushButton):
    """A button that stays pressed; as wide as its words in bold, which they are once it is."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)
        self.setAutoDefault(False)

    def sizeHint(self) -> QSize:
        words = self.text().replace("&&", "&")
        bold = QFont(self.font())
        bold.setBold(True)
        plain = QFont(self.font())
        plain.setBold(False)
        wider = QFontMetrics(bold).horizontalAdvance(words) - QFontMetrics(plain).horizontalAdvance(words)
        hint = super().sizeHint()
        return hint if self.font().bold() else hint + QSize(wider, 0)


class SegmentedField(Field):
    """One of a few answers, all of them in sight. With `blank`, the one chosen is let go by a second click."""

    def __init__(
        self,
        workspace: Workspace,
        place: Place,
        label: str,
        options: Options,
        parent: QWidget | None = None,
        *,
        bare: bool = False,
        blank: Any = None,
    ) -> None:
        super().__init__(workspace, place, label, parent, bare=bare)
        self._options = options
        self._blank = blank
        row = QWidget(self)
        flow = Flow(row, gap=4)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)  # a refused choice, or none at all, is shown as it is
        self._buttons: list[tuple[Any, QPushButton]] = []
        for option in options(workspace.document):
            button = Toggle(parent=row)
            button.setProperty("role", "segment")
            button.setEnabled(not workspace.read_only)
            button.clicked.connect(lambda _checked=False, value=option.value: self._chosen(value))
            self._group.addButton(button)
            self._buttons.append((option.value, button))
            flow.addWidget(button)
        self._hold(row)

    def control(self) -> QWidget:
        return next((b for _value, b in self._buttons if b.isChecked()), self._buttons[0][1])

    def button(self, value: Any) -> QPushButton:
        """The button of an answer."""
        return next(button for held, button in self._buttons if held == value)

    def retranslate(self) -> None:
        super().retranslate()
        told = {option.value: option for option in self._options(self.workspace.document)}
        for value, button in self._buttons:
            button.setText(literal(told[value].text))
            button.setToolTip(told[value].tip)
            button.setIcon(told[value].icon or QIcon())
            button.setAccessibleName(
                _("{field}: {choice}").format(field=_(self._sentence), choice=told[value].text)
            )

    def _show(self, value: Any) -> None:
        for held, button in self._buttons:
            button.setChecked(held == value)

    def _chosen(self, value: Any) -> None:
        self._give(self._blank if self._blank is not None and value == self.value else value)


class _Words(QLabel):
    """The words of a box to tick: they wrap, and a click on them ticks it."""

    def __init__(self, box: QCheckBox, parent: QWidget) -> None:
        super().__init__(parent)
        self._box = box
        self.setWordWrap(True)
        self.setMinimumHeight(24)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._box.click()


class CheckField(Field):
    """Yes or no; its label is its sentence."""

    def __init__(self, workspace: Workspace, place: Place, label: str, parent: QWidget | None = None) -> None:
        super().__init__(workspace, place, label, parent, bare=True)
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        self._box = QCheckBox(row)
        self._box.setEnabled(not workspace.read_only)
        self._box.setMinimumSize(QSize(24, 24))
        self._box.clicked.connect(self._clicked)
        self._words = _Words(self._box, row)
        line.addWidget(self._box, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)
        self._hold(row)

    def control(self) -> QCheckBox:
        return self._box

    def retranslate(self) -> None:
        super().retranslate()
        self._words.setText(_(self._sentence))

    def _show(self, value: Any) -> None:
        states = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}
        self._box.setTristate(value is MIXED)
        self._box.setCheckState(Qt.CheckState.PartiallyChecked if value is MIXED else states[bool(value)])

    def _clicked(self) -> None:
        # From "some of them", a click says yes for all.
        self._give(True if self.value is MIXED else not self.value)
