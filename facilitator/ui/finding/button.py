"""The field of the top bar that opens the command palette: a field where there is room, an icon where there is not."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QWidget

from facilitator import paths
from facilitator.ui import look
from facilitator.ui.actions import by_key
from facilitator.words import _


class SearchButton(QPushButton):
    """Looks like a line one types in; a click opens the palette."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "search")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)
        self.setIcon(QIcon(str(paths.resource("icons", "search.svg"))))
        self.setIconSize(QSize(look.px(16), look.px(16)))
        self._said = ""
        self._folded = False

    def retranslate(self) -> None:
        """Says its words in the language of the moment."""
        action = by_key("commands")
        self._said = f"{_(action.name)}    {action.shown_key()}"
        self.setAccessibleName(_(action.name))
        self.setToolTip(f"{_(action.name)} ({action.shown_key()})")
        self.fold(folded=self._folded)

    def fold(self, *, folded: bool) -> None:
        """Shows the icon alone, or the whole field."""
        self._folded = folded
        look.wear(self, "icon" if folded else "search")
        self.setText("" if folded else self._said)

    def whole_width(self) -> int:
        """What the whole field takes, in pixels."""
        return self.fontMetrics().horizontalAdvance(self._said) + look.px(52)
