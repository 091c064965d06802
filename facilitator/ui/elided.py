"""A line of text, or of a button, with an ellipsis where room is short; the whole text is its tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from facilitator.ui.keys import literal


class Elided(QLabel):
    """A label of one line that never asks for more width than there is: it loses its end, or its middle if `path`."""

    def __init__(self, role: str = "", parent: QWidget | None = None, *, path: bool = False) -> None:
        super().__init__(parent)
        self._lost = Qt.TextElideMode.ElideMiddle if path else Qt.TextElideMode.ElideRight
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def say(self, text: str) -> None:
        """Shows a text, on one line."""
        self.setText(text.replace("\n", " "))
        self.updateGeometry()
        self._hint()

    @property
    def whole(self) -> bool:
        """Whether all of it is seen."""
        return self.fontMetrics().horizontalAdvance(self.text()) <= self.contentsRect().width()

    def minimumSizeHint(self) -> QSize:
        letters = self.fontMetrics().averageCharWidth() * 4 if self.text() else 0
        return QSize(letters, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        # One pixel more than the text: a width is rounded down by the layout.
        around = self.width() - self.contentsRect().width()
        return QSize(
            self.fontMetrics().horizontalAdvance(self.text()) + around + 2, super().sizeHint().height()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.whole:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        shown = self.fontMetrics().elidedText(self.text(), self._lost, self.contentsRect().width())
        painter.drawText(
            self.contentsRect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown
        )
        painter.end()

    def _hint(self) -> None:
        self.setToolTip("" if self.whole else self.text())


class ElidedButton(QPushButton):
    """A button that never asks for more width than there is; what is `after` its name is never lost."""

    def __init__(self, role: str = "", parent: QWidget | None = None, *, after: str = "") -> None:
        super().__init__(parent)
        self._name, self._after = "", after
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def say(self, name: str) -> None:
        """Shows a name, and tells it whole."""
        self._name = name
        self.setText(literal(name) + self._after)
        self.setToolTip(name)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        letters = self.fontMetrics()
        lost = letters.horizontalAdvance(self._name) - letters.horizontalAdvance(
            self.text().removesuffix(self._after).replace("&&", "&")
        )
        return super().sizeHint() + QSize(lost, 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        letters = self.fontMetrics()
        room = letters.horizontalAdvance(self._name) - max(self.sizeHint().width() - event.size().width(), 0)
        self.setText(
            literal(letters.elidedText(self._name, Qt.TextElideMode.ElideRight, room + 1)) + self._after
        )
