"""A button whose words wrap where it is narrow, rather than be cut."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from facilitator.ui import look

_WORDS = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_GAP = 6
"""Between the icon and the words, in pixels at a text size of 100 %."""


class WordedButton(QPushButton):
    """An icon and, beside it, words in as many lines as they need; as high as these are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        hint, letters = self.sizeHint(), self.fontMetrics()
        room = QRect(0, 0, max(width - self._around(), 1), 1)
        high = letters.boundingRect(room, int(Qt.TextFlag.TextWordWrap), self.text()).height()
        return hint.height() + max(high - max(letters.height(), self.iconSize().height()), 0)

    def minimumSizeHint(self) -> QSize:
        letters = self.fontMetrics()
        longest = max(map(letters.horizontalAdvance, self.text().split()), default=0)
        return QSize(self._around() + longest + 1, self.sizeHint().height())

    def _around(self) -> int:
        """The width that is not for its words."""
        return self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text()) + look.px(_GAP)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)
        side = self.iconSize()
        self.icon().paint(painter, QRect(inside.topLeft(), QSize(side.width(), inside.height())))
        painter.drawItemText(
            inside.adjusted(side.width() + look.px(_GAP), 0, 0, 0),
            _WORDS | Qt.TextFlag.TextWordWrap,
            self.palette(),
            self.isEnabled(),
            self.text(),
            QPalette.ColorRole.ButtonText,
        )
        painter.end()
