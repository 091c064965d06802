"""Which voices were heard, where the group wants it printed."""

from __future__ import annotations

from facilitator import terms
from facilitator.minutes.blocks import Block, Paragraph, Section, Table, plain
from facilitator.model.document import Document
from facilitator.model.voices import balance
from facilitator.words import _


def section(document: Document) -> Section:
    """Nothing where no voice was noted: an edition leaves them out unless they are to be printed."""
    held = balance(document)
    if not held.total:
        return Section("voices", terms.section_name("voices"), ())
    rows = tuple(
        (plain(terms.category_plural(document.categories[id_])), plain(str(count)))
        for id_, count in held.turns.items()
    )
    told = terms.voices_sentence(document, held)
    blocks: tuple[Block, ...] = (Table((_("Type of actors"), _("Times heard")), rows, (0.7, 0.3)),)
    return Section(
        "voices", terms.section_name("voices"), (*((Paragraph(plain(told)),) if told else ()), *blocks)
    )
