"""The month in which one picks a day."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QTableView, QToolButton, QWidget

from facilitator import words
from facilitator.ui import look
from facilitator.words import N_, _

_ROWS = 7
"""The names of the days, and the six weeks a month may touch."""
_CELL = (38, 28)
"""The least room of a day, in pixels at a text size of 100 %."""
_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)
_ARROWS = {
    "qt_calendar_prevmonth": ("‹", N_("Month before")),
    "qt_calendar_nextmonth": ("›", N_("Month after")),
}


class Calendar(QCalendarWidget):
    """From Monday to Sunday, in the colours of the windows and the language of the moment."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setLocale(QLocale(words.language()))
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        resting = QTextCharFormat()
        resting.setForeground(QColor(look.theme().accent))
        for day in _WEEKEND:
            self.setWeekdayTextFormat(day, resting)
        for name, (arrow, said) in _ARROWS.items():
            button: QToolButton | None = self.findChild(QToolButton, name)
            if button is not None:  # its own arrow is black, by day and by night
                button.setText(arrow)
                button.setAccessibleName(_(said))
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)

    def minimumSizeHint(self) -> QSize:
        """All the weeks, which Qt counts without what the style sheet puts around them."""
        size = super().minimumSizeHint()
        table: QTableView | None = self.findChild(QTableView)
        bar: QWidget | None = self.findChild(QWidget, "qt_calendar_navigationbar")
        if table is None or bar is None:
            return size
        wide, high = map(look.px, _CELL)
        week = max(high, table.verticalHeader().minimumSectionSize())
        weeks = _ROWS * week + 2 * table.frameWidth()
        return size.expandedTo(QSize(_ROWS * wide, bar.sizeHint().height() + weeks))
