"""Cells that a spreadsheet program would run rather than show: an apostrophe before them makes them words."""

from __future__ import annotations

import re

_RUN = re.compile(r"'*[=+\-@\t\r]")


def neutralised(text: str) -> str:
    """The text, with a mark where a spreadsheet would take it for a formula; `restored` takes the mark off."""
    return f"'{text}" if _RUN.match(text) else text


def restored(cell: str) -> str:
    """The text that was neutralised."""
    return cell[1:] if cell.startswith("'") and _RUN.match(cell) else cell
