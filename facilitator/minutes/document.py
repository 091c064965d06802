"""The minutes as a PDF file: the same session always gives the same bytes, and nothing of the machine is in them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path

from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from facilitator import whole, words
from facilitator.minutes.ink import REGULAR, register_fonts
from facilitator.minutes.layout import FIRST, FOLDED_MAP, MAP, PAGE, flowables
from facilitator.minutes.sections import blocks
from facilitator.minutes.sections.opening import edition_name
from facilitator.minutes.sheets import Furniture, Sheets
from facilitator.minutes.signature import called, signature
from facilitator.minutes.styles import (
    BOTTOM,
    FIRST_TOP,
    MAP_SIDE,
    PORTRAIT,
    SHEETS,
    SIDE,
    THEME,
    TOP,
)
from facilitator.minutes.typeset import line
from facilitator.model.document import Document
from facilitator.model.edition import as_it_was
from facilitator.model.edition import edition as edition_of
from facilitator.words import _

PRODUCT = "Entre tous"


def write(
    document: Document,
    out_path: str | os.PathLike[str],
    *,
    edition: str = "participants",
    language: str | None = None,
    moments: Mapping[str, Document] | None = None,
) -> None:
    """Writes the minutes of an edition (`participants` or `public`) at `out_path`, whole or not at all.

    `moments` are past states of the session, by the id of their moment: those that go into the minutes are drawn.
    The language is the session's own unless said. OSError: the file cannot be written; what was there is untouched.
    """
    whole.write(Path(out_path), pdf(document, edition=edition, language=language, moments=moments))


def pdf(
    document: Document,
    *,
    edition: str = "participants",
    language: str | None = None,
    moments: Mapping[str, Document] | None = None,
) -> bytes:
    """The minutes of an edition as the bytes of a PDF."""
    shown = edition_of(document, edition)
    past = {
        id_: edition_of(as_it_was(was, document), edition)
        for id_, was in (moments or {}).items()
        if id_ in shown.moments
    }
    with words.in_language(language or shown.workshop.language):
        built = BytesIO()
        _build(shown, edition, built, past)
        return built.getvalue()


def _build(shown: Document, edition: str, file: BytesIO, past: Mapping[str, Document]) -> None:
    register_fonts()
    workshop = shown.workshop
    template = BaseDocTemplate(
        file,
        pagesize=PORTRAIT,
        pageTemplates=_templates(),
        title=called(workshop.title, _("Minutes of the session")),
        author=workshop.author or workshop.organiser or PRODUCT,
        subject=workshop.question,
        creator=PRODUCT,
        producer=PRODUCT,
        lang=words.language(),
        invariant=1,
        pageCompression=1,
        initialFontName=REGULAR,
        displayDocTitle=1,
    )
    maker = partial(Sheets, furniture=_furniture(shown, edition), day=_day(workshop.date))
    template.build(flowables(blocks(shown, edition, THEME, past)), canvasmaker=maker)


def _templates() -> list[PageTemplate]:
    width, height = PORTRAIT
    first, page = (
        Frame(SIDE, BOTTOM, width - 2 * SIDE, height - top - BOTTOM, 0, 0, 0, 0) for top in (FIRST_TOP, TOP)
    )
    return [
        PageTemplate(FIRST, [first], pagesize=PORTRAIT, autoNextPageTemplate=PAGE),
        PageTemplate(PAGE, [page], pagesize=PORTRAIT),
        *(
            PageTemplate(
                FOLDED_MAP if folded else MAP,
                [Frame(MAP_SIDE, bottom, broad - 2 * MAP_SIDE, low - top - bottom, 0, 0, 0, 0)],
                pagesize=(broad, low),
            )
            for folded, ((broad, low), top, bottom) in SHEETS.items()
        ),
    ]


def _title(shown: Document) -> str:
    return shown.workshop.title or _("Minutes of the session")


def _furniture(shown: Document, edition: str) -> Furniture:
    workshop = shown.workshop
    when = words.date_long(workshop.date) if workshop.date else ""
    return Furniture(
        head=line(_title(shown)),
        aside=" · ".join(part for part in (when, edition_name(edition)) if part),
        foot=line(signature(workshop)),
        mark=_("Fictitious example") if workshop.fictitious else "",
        side=SIDE,
        map_side=MAP_SIDE,
    )


def _day(iso: str) -> date | None:
    return date.fromisoformat(iso) if iso else None
