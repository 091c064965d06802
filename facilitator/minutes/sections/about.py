"""What a reader may want to know of these minutes: personal data, author, licence, sources."""

from __future__ import annotations

import unicodedata
from dataclasses import fields

from facilitator import terms
from facilitator.drawing import lettering
from facilitator.minutes.blocks import Block, Facts, Heading, Paragraph, Section, plain
from facilitator.model.document import TABLES, Document, rows_of
from facilitator.model.vocabulary import Licence
from facilitator.words import _, date_long

_NAMED = 24
"""How many characters that cannot be shown are named."""


def section(document: Document) -> Section:
    return Section("about", terms.section_name("about"), (*_data(document), *_rights(document)))


def _data(document: Document) -> tuple[Block, ...]:
    workshop = document.workshop
    told = (
        (_("Controller"), workshop.organiser),
        (_("Contact"), workshop.organiser_contact),
        (_("Kept until"), date_long(workshop.keep_until) if workshop.keep_until else ""),
    )
    # The usual notice says all of it in its sentences.
    facts = tuple((name, plain(value)) for name, value in told if value and workshop.notice)
    lines = (line.strip() for line in terms.notice(document).split("\n"))
    return (
        Heading(2, _("Personal data")),
        *((Facts(facts),) if facts else ()),
        *(Paragraph(plain(line), "note") for line in lines if line),
    )


def _rights(document: Document) -> tuple[Block, ...]:
    workshop = document.workshop
    author = workshop.author or workshop.organiser
    found: list[Block] = [Heading(2, _("Author and licence"))]
    told = ((_("Author"), author), (_("Licence"), terms.licence_name(workshop.licence)))
    found.append(Facts(tuple((name, plain(value)) for name, value in told if value)))
    if workshop.licence is Licence.NONE and not author:
        found = []
    notices = " ".join(
        said
        for told, said in ((workshop.odds, odd_notice()), (workshop.fictitious, fictitious_notice()))
        if told
    )
    notices = " ".join(filter(None, (notices, _boxes(document))))
    if notices:
        found.append(Paragraph(plain(notices), "note"))
    return tuple(found)


def _boxes(document: Document) -> str:
    """What empty boxes stand for: a picture typed in a text is not lost without a word."""
    typed = (
        getattr(row, f.name)
        for table in TABLES
        for row in rows_of(document, table).values()
        for f in fields(row)
        if f.metadata.get("text")
    )
    lacking = lettering.unknown(sorted(set().union(*typed)))
    if not lacking:
        return ""
    names = [f"U+{ord(letter):04X} {unicodedata.name(letter, '')}".strip() for letter in lacking[:_NAMED]]
    told = ", ".join(names) + (", …" if len(lacking) > _NAMED else "")
    return _("{box} stands for a character that the letters of this document lack: {names}.").format(
        box=lettering.UNKNOWN, names=told
    )


def odd_notice() -> str:
    """What the United Nations ask to be said wherever their goals are shown."""
    return _(
        "Colours and titles of the Sustainable Development Goals: United Nations. The United Nations have neither "
        "drawn up nor approved this document."
    )


def fictitious_notice() -> str:
    return _(
        "Fictitious example: the territory, the organisations and the people of this document are invented."
    )
