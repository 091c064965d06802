"""How a list reads: its columns, and the cells of a row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QIcon

from facilitator.ui.fields.offered import Options


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the field it tells, its heading, its width in letters, and how a cell of it is changed.

    `how` is "" (only read), "line" (typed), "one" or "several" (chosen among `options`), "tick" (yes or no), or
    "asked": the page opens something of its own.
    """

    key: str
    heading: str
    width: int
    how: str = ""
    options: Options | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell reads, and what it is sorted by; `spoken` is read aloud in place of its text."""

    text: str = ""
    icon: QIcon | None = None
    order: Any = None
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A row as it is told. `search` is what a word is looked for in; `group` marks a heading over rows."""

    cells: tuple[Cell, ...]
    search: str = ""
    aside: bool = False
    group: bool = False
