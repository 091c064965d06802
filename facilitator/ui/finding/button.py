"""The field of the top bar that opens the command palette: a field where there is room, an icon where there is not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from facilitator.ui import look
from facilitator.ui.actions import by_key
from facilitator.ui.icon import shipped
from facilitator.words import _


class SearchButton(QPushButton):
    """Looks like a line one types in; a click opens the palette."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "search")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setIcon(shipped("search"))
        self._said = ""
        self._folded = False

    def retranslate(self) -> None:
        """Says its words in the language of the moment."""
        action = by_key("commands")
        self._said = f"{_(action.name)}    {action.shown_key()}"
        self.setAccessibleName(_(action.name))
        self.setToolTip(f"{_(action.name)} ({action.shown_key()})")
        self.show_whole(not self._folded)

    def show_whole(self, whole: bool) -> None:
        """Shows the whole field, or the icon alone."""
        self._folded = not whole
        look.wear(self, "search" if whole else "icon")
        self.setText(self._said if whole else "")

    @property
    def whole_width(self) -> int:
        """What the whole field takes, in pixels."""
        return self.fontMetrics().horizontalAdvance(self._said) + look.px(52)

    @property
    def short_width(self) -> int:
        """What the icon alone takes, in pixels."""
        return look.px(30)
