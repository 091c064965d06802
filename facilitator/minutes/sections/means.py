"""The common pot, by pillar: what the group puts in common, who brings it, what is missing."""

from __future__ import annotations

from facilitator import terms
from facilitator.minutes.blocks import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    Section,
    Table,
    Words,
    lines,
    muted,
    plain,
    strong,
)
from facilitator.model.document import Document, Means
from facilitator.model.means import bringing, needing, pot
from facilitator.model.vocabulary import Block as Part
from facilitator.model.vocabulary import Pillar, Side
from facilitator.words import _

_TEXT = 0.58
"""What the means take of the width, beside who brings them."""


def section(document: Document) -> Section:
    """Nothing where the steps about means are all left out of the minutes."""
    steps = [step for step in document.steps.values() if step.block is Part.MEANS]
    printed = not steps or any(step.in_minutes for step in steps)
    body = [block for pillar in Pillar for block in _pillar(document, pillar)] if printed else []
    return Section("means", terms.section_name("means"), tuple(body))


def _pillar(document: Document, pillar: Pillar) -> list[Block]:
    common, missing = (pot(document, pillar, side) for side in Side)
    found: list[Block] = [Heading(2, terms.pillar_name(pillar))] if common or missing else []
    if any(bringing(document, row) for row in common):
        rows = tuple((plain(_text(row)), _who(document, row)) for row in common)
        found.append(Table((_("In common"), _("Who brings it")), rows, (_TEXT, 1 - _TEXT)))
    elif common:
        found.append(Bullets(tuple(plain(_text(row)) for row in common)))
    if missing:
        found += (
            Paragraph(strong(_("What is missing"))),
            Bullets(tuple(_missing(document, row) for row in missing)),
        )
    return found


def _who(document: Document, row: Means) -> Words:
    names = bringing(document, row)
    return plain(", ".join(names)) if names else muted(_("to be settled"))


def _missing(document: Document, row: Means) -> Words:
    """A need, who said so, who could meet it."""
    needed, names = needing(document, row), bringing(document, row)
    told = [
        _("needed by {names}").format(names=terms.listed(needed)) if needed else "",
        _("could be brought by: {names}").format(names=terms.listed(names)) if names else "",
    ]
    about = " · ".join(filter(None, told))
    return (*plain(_text(row)), *(muted(f" — {about}") if about else ()))


def _text(row: Means) -> str:
    return " ".join(lines(row.text))
