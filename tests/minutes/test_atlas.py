"""Maps on paper, in letters one reads at arm's length."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pypdfium2
import pytest
from pypdfium2 import raw

from facilitator.drawing.theme import theme
from facilitator.minutes import atlas
from facilitator.minutes.document import pdf
from facilitator.model.document import Document
from tests.minutes.reading_back import flat
from tests.minutes.rich import large, rich
from tests.minutes.structure import structure

READ = 6.5
"""The least letters on paper, in points."""


def letters(page: pypdfium2.PdfPage) -> list[float]:
    """The size of each text of a page as it is on paper."""
    found = []
    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        size = raw.c_float()
        raw.FPDFTextObj_GetFontSize(thing.raw, size)
        found.append(size.value * thing.get_matrix().get()[3])
    return found


@pytest.mark.parametrize("session", [rich, lambda: large(50, 120), lambda: large(150, 300)])
def test_every_letter_of_a_sheet_is_read_at_arms_length(session: Callable[[], Document]) -> None:
    document = pypdfium2.PdfDocument(pdf(session()))
    sheets = [page for page in document if page.get_width() > page.get_height()]
    assert sheets
    for page in sheets:
        assert min(letters(page)) >= READ


def test_a_small_map_is_on_a_page_a_larger_one_on_a_sheet_to_fold() -> None:
    small, larger = (atlas.plate(document, theme("paper")) for document in (rich(), large(90, 120)))
    assert small.whole
    assert not small.folded
    assert larger.whole
    assert larger.folded


def test_a_map_that_no_sheet_holds_is_read_in_parts_with_every_card_once() -> None:
    session = large(150, 300)
    plate = atlas.plate(session, theme("paper"))
    assert not plate.whole
    assert Counter(id_ for part in plate.parts for id_ in part.ids) == Counter(list(session.actors))
    found = structure(pdf(session))
    told = [node.alternative for node in found.tree.all("Figure")]
    (overview,) = (text for text in told if text.startswith("Toute la carte"))
    parts = [text for text in told if text.startswith("Carte de")]
    assert flat(overview).startswith("Toute la carte, sans ses mots ; ses parties A, B")
    assert len(parts) == len(plate.parts)
    for number in range(len(parts)):
        assert f"La carte, partie {atlas.letter(number)}" in found.texts("H3")
    shown = [
        sum(row.source in part.ids and row.target in part.ids for row in session.links.values())
        for part in plate.parts
    ]
    assert [int(text.split(" et ")[1].split()[0]) for text in parts] == shown


def test_parts_have_letters() -> None:
    assert [atlas.letter(number) for number in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]
