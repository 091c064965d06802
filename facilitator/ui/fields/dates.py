"""A date one types (5/3/2027, 15/1, in a month) or picks in a calendar; it may stay blank."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from facilitator import words
from facilitator.ui.fields.calendar import Calendar
from facilitator.ui.fields.days import day_of
from facilitator.ui.fields.line import LinedField
from facilitator.ui.fields.place import Place
from facilitator.ui.fields.typed import Unclear
from facilitator.ui.workspace import Workspace
from facilitator.words import _


def short(day: date) -> str:
    """A date as it stands in a field: 05/03/2027, or ISO in English, where day and month are easily swapped."""
    return f"{day:%d/%m}/{day.year:04}" if words.language() == "fr" else day.isoformat()


class DateField(LinedField):
    """A date; what cannot be understood is told in a sentence and stays to be mended. `hint` (a msgid) stands in it
    while it is empty."""

    def __init__(
        self,
        workspace: Workspace,
        place: Place,
        label: str,
        parent: QWidget | None = None,
        *,
        bare: bool = False,
        hint: str = "",
    ) -> None:
        super().__init__(workspace, place, label, parent, bare=bare)
        self._hint = hint
        row = QWidget(self)
        box = QHBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        self._pick = QToolButton(row)
        self._pick.setText("▾")
        self._pick.setProperty("role", "more")
        self._pick.setEnabled(not workspace.read_only)
        self._pick.clicked.connect(self._open_calendar)
        box.addWidget(self._line, 1)
        box.addWidget(self._pick)
        self._hold(row)

    def _read(self, text: str, left: bool) -> Any:
        if not text.strip():
            return ""
        # 5/3/20 is on its way to 5/3/2027 until the person has left.
        day = day_of(text) if left or re.search(r"\d{4}", text) else None
        if day is None:
            raise Unclear(
                _("“{text}” is not a date. Write it like this: {example}.").format(
                    text=text.strip(), example=short(date(2027, 3, 5))
                )
            )
        return day.isoformat()

    def _written(self, value: Any) -> str:
        return short(date.fromisoformat(value)) if value else ""

    def retranslate(self) -> None:
        super().retranslate()
        usual = _("dd/mm/yyyy") if words.language() == "fr" else _("yyyy-mm-dd")
        self._line.setPlaceholderText(_(self._hint) if self._hint else usual)
        self._pick.setAccessibleName(_("Open the calendar"))
        self._pick.setToolTip(_("Open the calendar"))

    def _open_calendar(self) -> None:
        frame = QWidget(self, Qt.WindowType.Popup)
        frame.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(frame)
        column.setContentsMargins(6, 6, 6, 6)
        calendar = Calendar(frame)
        shown = day_of(self._line.text())
        if shown is not None:
            calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        calendar.clicked.connect(lambda day: self._picked(day, frame))
        calendar.activated.connect(lambda day: self._picked(day, frame))
        column.addWidget(calendar)
        frame.adjustSize()
        corner = self._line.mapToGlobal(QPoint(0, self._line.height() + 2))
        edge = self.screen().availableGeometry()
        corner.setX(min(corner.x(), edge.right() - frame.width()))
        corner.setY(min(corner.y(), edge.bottom() - frame.height()))
        frame.move(corner)
        frame.show()
        calendar.setFocus()

    def _picked(self, day: QDate, frame: QWidget) -> None:
        if not frame.isVisible():
            return  # a double click picks twice
        frame.close()
        self._line.setText(short(date(day.year(), day.month(), day.day())))
        self.typed()
        self.leave()
