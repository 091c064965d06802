"""Cards and strips for the tables: all of them, on A4, nothing of one over another."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pypdf
import pypdfium2
import pytest

from facilitator import terms
from facilitator.drawing.shapes import Path, Text
from facilitator.minutes.poster.sheet import MM
from facilitator.minutes.tables import KINDS, MOST
from facilitator.minutes.tables.cards import card
from facilitator.minutes.tables.pages import NothingAskedError, pdf
from facilitator.minutes.tables.strips import strip
from facilitator.model.document import Actor, LinkType, blank, ordered
from facilitator.model.vocabulary import Pictogram, Pillar, Side
from tests.minutes.rich import rich
from tests.minutes.structure import structure as told_structure
from tests.minutes.test_poster import pages, squeeze, structure
from tests.ui.texts import plain


def test_a_blank_sheet_has_a_card_for_each_type_of_actor() -> None:
    (text,) = pages(pdf(rich(), ("blank_cards",)))
    for category in rich().categories.values():
        assert squeeze(terms.category_name(category)) in squeeze(text)
    for pillar in Pillar:
        assert text.count(terms.pillar_name(pillar)) == 8


def test_every_actor_has_a_card_with_what_it_brings_and_seeks() -> None:
    document = rich()
    text = squeeze("".join(pages(pdf(document, ("cards",)))))
    for actor in document.actors.values():
        assert squeeze(actor.name) in text
    row = next(row for row in document.contributions.values() if row.side is Side.OFFER and row.text)
    assert squeeze(row.text)[:12] in text


def test_every_link_has_a_strip_with_its_boxes_ticked() -> None:
    document = rich()
    told = pages(pdf(document, ("links",)))
    assert len(told) == -(-len(document.links) // 8)
    assert "".join(told).count("De ") >= len(document.links) - 1
    link = ordered(document.links)[0]
    blank_, filled = strip(None, document, 500.0, 98.0), strip(link, document, 500.0, 98.0)
    paths = [sum(isinstance(shape, Path) for shape in drawn.shapes) for drawn in (blank_, filled)]
    assert paths[1] - paths[0] == len(link.types) + 2, "its types, its status and its way"


def test_pages_are_a4_and_the_same_each_time() -> None:
    data = pdf(rich(), KINDS, sheets=2)
    assert data == pdf(rich(), KINDS, sheets=2)
    for page in pypdfium2.PdfDocument(data):
        assert page.get_size() == pytest.approx((210 * MM, 297 * MM), abs=0.01)


def test_as_many_blank_sheets_as_asked_within_reason() -> None:
    assert len(pages(pdf(blank("fr"), ("blank_links",), sheets=3))) == 3
    assert len(pages(pdf(blank("fr"), ("blank_links",), sheets=1000))) == MOST


def test_nothing_to_print_is_said() -> None:
    with pytest.raises(NothingAskedError):
        pdf(blank("fr"), ("cards", "links"))


def test_nothing_stands_out_of_a_card_whatever_its_words() -> None:
    document = rich()
    actor = Actor("long", "Association d’entraide " * 12, "association")
    for named in (actor, replace(actor, name="W" * 300), None):
        drawn = card(document.categories["association"], named, document, 269.0, 196.0)
        for shape in drawn.shapes:
            if isinstance(shape, Text):
                assert 0 < shape.x < 269.0
                assert 0 < shape.y < 196.0


def test_many_types_of_link_make_taller_strips_and_fewer_to_a_page() -> None:
    document = rich()
    more = {f"t{n}": LinkType(f"t{n}", f"Type de lien n° {n}", Pictogram.STAR, n + 20) for n in range(20)}
    rich_in_types = replace(document, link_types={**document.link_types, **more})
    assert len(pages(pdf(rich_in_types, ("links",)))) > len(pages(pdf(document, ("links",))))


def test_the_public_edition_holds() -> None:
    document = rich()
    hidden = {id_: replace(row, confidential=True) for id_, row in document.actors.items()}
    shown = replace(document, actors=hidden)
    with pytest.raises(NothingAskedError):
        pdf(shown, ("cards", "links"), edition="public")


def test_it_is_in_the_language_asked_and_tagged() -> None:
    data = pdf(rich(), ("blank_cards",), language="en")
    assert "Human wealth" in pages(data)[0]
    root = pypdf.PdfReader(BytesIO(data)).trailer["/Root"]
    assert root["/Lang"] == "en"  # type: ignore[index]
    assert "/StructTreeRoot" in root  # type: ignore[operator]


def test_who_does_not_see_them_is_told_what_each_says_and_what_is_ticked() -> None:
    """A form printed on all of them is said once, on the blank ones."""
    document = rich()
    told = [words for kind, words in structure(pdf(document, KINDS, sheets=2)) if kind == "/Figure"]
    assert len(told) == 16 + len(document.actors) + 16 + len(document.links)
    assert plain(told[0]) == "Carte à remplir : État"
    assert "Ville de Rivemont finance Les Jardins du Gué. Financement · existant · dans un sens." in map(
        plain, told
    )
    garden = next(words for words in told if words.startswith("Les Jardins du Gué ("))
    assert "12 salariés en insertion" in garden
    assert "débouchés réguliers" in garden
    read = told_structure(pdf(document, ("links",)))
    first = read.text(next(read.tree.all("Figure")))
    assert first == "Ville de Rivemont Les Jardins du Gué Financement existant dans un sens"
    assert read.text(next(told_structure(pdf(document, ("blank_links",))).tree.all("Figure"))) != ""


def test_each_kind_has_a_bookmark_and_lines_to_cut_along_are_no_table() -> None:
    reader = pypdf.PdfReader(BytesIO(pdf(rich(), KINDS)))
    assert [plain(str(entry.title)) for entry in reader.outline] == [  # type: ignore[union-attr]
        "Cartes d’acteurs à remplir",
        "Cartes des acteurs de la séance",
        "Bandes de liens à remplir",
        "Bandes des liens de la séance",
    ]
    level: set[tuple[float, ...]] = set()
    upright: set[tuple[float, ...]] = set()
    at: tuple[float, ...] = (0.0, 0.0)
    drawn = reader.pages[0].get_contents().operations  # type: ignore[union-attr]
    last = max(n for n, (_operands, operator) in enumerate(drawn) if operator == b"BMC")
    for operands, operator in drawn[last:]:
        if operator == b"m":
            at = tuple(map(float, operands))
        elif operator == b"l":
            x, y = map(float, operands)
            (level if y == at[1] else upright).add((*at, x, y))
    cut = [line for line in level if line[2] - line[0] > 100]
    assert len(cut) == 2 * 5
    assert not any(x1 < x < x2 and y1 <= y <= y2 for x1, y, x2, _ in cut for x, y1, _x, y2 in upright)
