"""The lists of a session as a workbook: a sheet for each, the headings in bold above, always in sight."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from facilitator.exchange import lists
from facilitator.exchange.columns import Kind
from facilitator.exchange.formulas import neutralised
from facilitator.exchange.headings import heading, list_name
from facilitator.model.document import Document

_NARROWEST, _WIDEST = 10, 48
"""Widths of columns, in characters."""
_LINE, _TALLEST = 15.0, 27
"""Height of a line in points, and how many a row can show."""
_SHORT_DATE = 14
"""The number format of a day as the reader's own country writes it."""
_A4 = 9
_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The same session gives the same bytes, and no hour at which anyone worked."""


def written(document: Document) -> bytes:
    """An edition of a session, in the language of the moment. No name of an account is in it."""
    out = BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties({"title": document.workshop.title, "created": _CREATED})
    head = book.add_format({"bold": True, "bottom": 1, "valign": "top", "text_wrap": True})
    cell = book.add_format({"valign": "top", "text_wrap": True})
    day = book.add_format({"valign": "top", "num_format": _SHORT_DATE, "align": "left"})
    for kind in lists.KINDS:
        _sheet(book.add_worksheet(list_name(kind)), document, kind, (head, cell, day))
    book.close()
    return out.getvalue()


def _sheet(sheet: Worksheet, document: Document, kind: Kind, formats: tuple[Format, Format, Format]) -> None:
    head, words, day = formats
    rows = lists.rows(document, kind)
    fields = lists.columns(kind, rows)
    widths = {field: _width([heading(field), *(row.get(field, "") for row in rows)]) for field in fields}
    for column, field in enumerate(fields):
        sheet.write_string(0, column, heading(field), head)
        sheet.set_column(column, column, widths[field])
    for line, row in enumerate(rows, 1):
        sheet.set_row(line, _LINE * max(_lines(str(row.get(field, "")), widths[field]) for field in fields))
        for column, field in enumerate(fields):
            value = row.get(field, "")
            if isinstance(value, date):
                sheet.write_datetime(line, column, datetime(value.year, value.month, value.day), day)  # noqa: DTZ001  a day
            elif isinstance(value, int):
                sheet.write_number(line, column, value, words)
            elif value:
                sheet.write_string(line, column, neutralised(value), words)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, len(rows), len(fields) - 1)


def _lines(cell: str, width: float) -> int:
    """Lines a cell takes once it wraps, as far as one knows without its letters."""
    return min(sum(ceil((len(line) + 1) / (width - 1)) for line in cell.split("\n")), _TALLEST)


def _width(cells: Sequence[lists.Cell]) -> float:
    """Enough for the longest line of a column, within bounds: beyond, it wraps."""
    longest = max(len(line) for cell in cells for line in str(cell).split("\n"))
    return min(max(longest + 2, _NARROWEST), _WIDEST)
