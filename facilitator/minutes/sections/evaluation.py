"""How the group found the session: hands on four degrees, and what was said."""

from __future__ import annotations

from facilitator import terms
from facilitator.minutes.blocks import Block, Entry, Section, Table, lines, plain
from facilitator.model.document import Document, Evaluation, ordered
from facilitator.model.vocabulary import DEGREES
from facilitator.words import _

_QUESTION = 0.48
"""What the question takes of the width."""


def section(document: Document) -> Section:
    """Questions nobody answered are left out."""
    rows = [row for row in ordered(document.evaluations) if any(row.hands) or row.words]
    body: list[Block] = [_table(rows)] if any(any(row.hands) for row in rows) else []
    body += [Entry(plain(row.question), tuple(map(plain, lines(row.words)))) for row in rows if row.words]
    return Section("evaluation", terms.section_name("evaluation"), tuple(body))


def _table(rows: list[Evaluation]) -> Table:
    share = (1 - _QUESTION) / len(DEGREES)
    return Table(
        (_("Hands raised"), *(terms.capitalised(terms.degree_name(degree)) for degree in DEGREES)),
        tuple(
            (plain(row.question), *(plain(str(count)) for count in row.hands))
            for row in rows
            if any(row.hands)
        ),
        (_QUESTION, *(share for _degree in DEGREES)),
    )
