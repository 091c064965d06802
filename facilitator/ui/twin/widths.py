"""How wide the columns of a list are: by what they hold, and by hand."""

from __future__ import annotations

from PySide6.QtWidgets import QTableView

from facilitator.ui import look
from facilitator.ui.twin.rows import Rows
from facilitator.ui.twin.told import Told

_SAMPLE = 200
"""Rows that tell how wide columns are."""
_LAST = 3
"""Times its usual width that the last column may have: it takes nothing from the others."""


class Widths:
    """An empty column has its title, words one chooses from are whole, the others have their usual room at most; what
    is left goes to those that are cut, and to the last one."""

    def __init__(self, table: QTableView, rows: Rows) -> None:
        self._table, self._rows = table, rows
        self._sharing = False
        self._by_hand: set[int] = set()
        self._widest: list[int] = []
        self._wide: dict[str, int] = {}
        self._weighed: dict[str, Told] = {}
        """Rows as they were when they were last looked at; those that are the same are not looked at again."""
        table.horizontalHeader().sectionResized.connect(self._resized)
        rows.counted.connect(self._weigh)

    def measure(self) -> None:
        """Letters have another size: what was set by hand was for the others."""
        self._by_hand.clear()
        self._wide.clear()
        self._weighed.clear()
        self._widest = [0] * len(self._rows.columns)
        self._weigh()

    def share(self) -> None:
        """Gives each column its part of the width there is."""
        self._sharing = True
        usual, widths = self._table.fontMetrics().averageCharWidth(), []
        for n, column in enumerate(self._rows.columns):
            offered = column.options(self._rows.document) if column.options is not None else ()
            # What may be several is told in a row: one of them is whole, with the picture of the first.
            words = [self._room_of(option.text, icon=column.how == "several") for option in offered]
            least = max(self._title(n), *words, 0)
            self._widest[n] = max(self._widest[n], least)
            most = usual * column.width * (_LAST if n == len(self._rows.columns) - 1 else 1)
            widths.append(max(least, min(self._widest[n], most + look.px(16))))
        left = self._table.viewport().width() - sum(widths)
        for n, widest in enumerate(self._widest):
            more = min(widest - widths[n], max(left, 0))
            left -= more
            if n not in self._by_hand:
                self._table.setColumnWidth(n, widths[n] + more)
        self._sharing = False

    def _weigh(self) -> None:
        """Looks at what columns hold, the first rows for all of them; none gets narrower by that."""
        before = [*self._widest]
        for key in self._rows.keys[:_SAMPLE]:
            told = self._rows.told(key)
            if self._weighed.get(key) is not told:
                self._weighed[key] = told
                for n, cell in enumerate(told.cells):
                    room = self._room_of(cell.text, icon=cell.icon is not None)
                    self._widest[n] = max(self._widest[n], room)
        if before != self._widest or not any(before):
            self.share()

    def _title(self, n: int) -> int:
        """The room of the title of a column, and of the mark that it is sorted by."""
        return self._table.horizontalHeader().sectionSizeFromContents(n).width()

    def _room_of(self, text: str, *, icon: bool) -> int:
        """The room of a cell that reads so; texts come back again and again."""
        if text not in self._wide:
            self._wide[text] = self._table.fontMetrics().horizontalAdvance(text) if text else 0
        picture = self._table.iconSize().width() + look.px(6) if icon else 0
        return self._wide[text] + look.px(22) + picture

    def _resized(self, n: int, _old: int, _new: int) -> None:
        """A width given by hand stays; the last one follows from the others."""
        if not self._sharing and n != len(self._rows.columns) - 1:
            self._by_hand.add(n)
