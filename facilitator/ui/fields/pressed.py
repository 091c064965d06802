"""Fields one answers with a click: small buttons side by side, or a box to tick."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from facilitator.ui.fields.base import Field
from facilitator.ui.fields.offered import Options
from facilitator.ui.fields.place import MIXED, Place
from facilitator.ui.flow import Flow
from facilitator.ui.keys import literal
from facilitator.ui.workspace import Workspace
from facilitator.words import _


def bold(font: QFont) -> QFont:
    """That font as the words of a pressed button have it."""
    heavy = QFont(font)
    heavy.setBold(True)
    return heavy


def in_bold(button: QPushButton, hint: QSize) -> QSize:
    """The size of a button for its words in bold, which they are once it is pressed."""
    if button.font().bold():
        return hint
    words = button.text().replace("&&", "&")
    wider = QFontMetrics(bold(button.font())).horizontalAdvance(words)
    wider -= QFontMetrics(button.font()).horizontalAdvance(words)
    return hint + QSize(wider, 0)


class Toggle(QPushButton):
    """A button that stays pressed; as wide as its words in bold, which they are once it is."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)
        self.setAutoDefault(False)

    def sizeHint(self) -> QSize:
        return in_bold(self, super().sizeHint())


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
