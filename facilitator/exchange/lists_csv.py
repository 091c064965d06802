"""The lists of a session as csv, as spreadsheets of its country open them."""

from __future__ import annotations

import csv
import io
from datetime import date

from facilitator import words
from facilitator.exchange import lists
from facilitator.exchange.columns import Kind
from facilitator.exchange.formulas import neutralised
from facilitator.exchange.headings import heading
from facilitator.model.document import Document

KINDS = (Kind.ACTORS, Kind.LINKS, Kind.PARTICIPANTS)
"""The lists that go into files of their own."""


def written(document: Document, kind: Kind) -> bytes:
    """One list of an edition of a session, in the language of the moment: UTF-8 with its mark, and the delimiter
    spreadsheets of that language expect."""
    rows = lists.rows(document, kind)
    fields = lists.columns(kind, rows)
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";" if words.language() == "fr" else ",")
    writer.writerow(map(heading, fields))
    writer.writerows([neutralised(_text(row.get(field, ""))) for field in fields] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _text(cell: lists.Cell) -> str:
    return cell.isoformat() if isinstance(cell, date) else str(cell)
