"""What the facilitator chooses of the minutes: their sections, their order, the logo on their cover."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from PIL import Image as Bitmap
from pypdf import PdfReader

from facilitator import words
from facilitator.exchange import samples
from facilitator.minutes.document import pdf
from facilitator.minutes.sections import _SECTIONS
from facilitator.model.document import Document, Image
from facilitator.model.sections import SECTIONS
from tests.minutes.rich import rich
from tests.minutes.structure import structure


def with_choices(**changes: Any) -> Document:
    session = rich()
    return replace(session, workshop=replace(session.workshop, **changes))


def headings(document: Document) -> list[str]:
    return structure(pdf(document)).texts("H2")


def test_every_section_can_be_made() -> None:
    assert set(_SECTIONS) == set(SECTIONS)


def test_sections_come_in_the_order_wanted_and_the_contents_with_them() -> None:
    wanted = ("commitments", "map", "of-another-version", "summary")
    found = structure(pdf(with_choices(minutes_sections=wanted)))
    titles = [title for title in found.texts("H2") if title not in ("Au sommaire", "Les indispensables")]
    assert titles[0] == "Engagements et suites"
    assert titles.index("La carte") < titles.index("En deux minutes")
    assert titles[-1] == "À propos de ce compte-rendu"
    assert [text.rpartition(" ")[0] for text in found.texts("TOCI")] == titles


def test_a_section_left_out_is_nowhere_and_nothing_leads_to_it() -> None:
    found = structure(pdf(with_choices(minutes_without=("actors", "links", "reading"))))
    assert "La carte en mots : les acteurs" not in found.texts("H2")
    assert not any("La même carte en mots" in text for text in found.texts("P"))
    assert "Lecture de la carte" not in found.texts("H2")
    assert "La carte" in found.texts("H2")


def test_all_left_out_is_still_a_document_with_its_rights() -> None:
    assert headings(with_choices(minutes_without=SECTIONS))[-1] == "À propos de ce compte-rendu"


def logo(data: bytes) -> Document:
    session = with_choices(logo="l", organiser="Réseau du Val")
    return replace(session, images={"l": Image("l", "logo.png", data=data, width=40, height=20)})


def test_the_logo_is_on_the_cover_and_says_whose_it_is() -> None:
    held = BytesIO()
    Bitmap.new("RGB", (40, 20), "#0F6E6E").save(held, "PNG")
    found = structure(pdf(logo(held.getvalue())))
    first = next(found.tree.all("Figure"))
    assert first.alternative.replace("\N{NO-BREAK SPACE}", " ") == "Logo : Réseau du Val"
    assert {page for page, _mark in first.contents()} == {0}
    assert len(found.reader.pages[0].images) == 1


@pytest.mark.parametrize(("wide", "high"), [(900, 300), (200, 500)])
@pytest.mark.parametrize("language", words.LANGUAGES)
def test_with_a_logo_the_contents_of_the_sample_are_still_on_its_cover(
    wide: int, high: int, language: str
) -> None:
    held = BytesIO()
    Bitmap.new("RGB", (wide, high), "#0F6E6E").save(held, "PNG")
    plain = samples.document("nourrir-rivemont")
    image = Image("l", "logo.png", data=held.getvalue(), width=wide, height=high)
    with_logo = replace(plain, images={"l": image}, workshop=replace(plain.workshop, logo="l"))
    cover, second, *_others = PdfReader(BytesIO(pdf(with_logo, language=language))).pages
    title = {"fr": "Au sommaire", "en": "In these minutes"}[language]
    assert title in cover.extract_text()
    assert title not in second.extract_text()


def test_lines_of_the_contents_come_nearer_rather_than_leave_the_cover() -> None:
    plain = samples.document("nourrir-rivemont")
    longer = replace(plain.workshop, lead=f"{plain.workshop.lead}\nEt une ligne de plus.")
    cover, second, *_others = PdfReader(BytesIO(pdf(replace(plain, workshop=longer)))).pages
    assert "Et une ligne de plus." in cover.extract_text()
    assert "Au sommaire" in cover.extract_text()
    assert "Au sommaire" not in second.extract_text()


@pytest.mark.parametrize("without", [("summary",), ()])
@pytest.mark.parametrize("letters", [300, 690, 1100, 3000])
@pytest.mark.parametrize("odds", [(2,), tuple(range(1, 18))])
def test_no_page_holds_the_contents_alone_however_long_what_is_written_before_them(
    letters: int, without: tuple[str, ...], odds: tuple[int, ...]
) -> None:
    session = samples.document("nourrir-rivemont")
    written = " ".join(["mot"] * (letters // 4))
    wide = replace(
        session.workshop, lead=written, odds=odds, title="Titre " * 20 + "x", minutes_without=without
    )
    found = structure(pdf(replace(session, workshop=wide)))
    at = {page for node in found.tree.all("TOCI") for page, _mark in node.contents()}
    assert len(at) == 1
    said = found.reader.pages[at.pop()].extract_text()
    assert "Compte-rendu de la séance" in said or said.count("mot mot") > 5


@pytest.mark.parametrize("letters", range(2000, 4400, 160))
def test_the_title_of_the_essentials_is_on_the_page_of_the_first_of_them(letters: int) -> None:
    session = samples.document("nourrir-rivemont")
    written = " ".join(["mot"] * (letters // 4))
    wide = replace(
        session.workshop, lead=written, minutes_without=("summary", "map", "change", "actors", "links")
    )
    found = structure(pdf(replace(session, workshop=wide)))
    title = next(node for node in found.tree.all("H2") if "Les indispensables" in found.text(node))
    first = next(node for node in found.tree.all("LI") if "Les Jardins du Gué et L’Étal" in found.text(node))
    assert {page for page, _mark in title.contents()} == {page for page, _mark in first.contents()}


def blank_of(wide: int, kind: str = "PNG") -> bytes:
    held = BytesIO()
    Bitmap.new("1", (wide, wide)).save(held, kind)
    return held.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG nothing",
        blank_of(20, "GIF"),
        *(blank_of(wide) for wide in (6_400, 10_000, 14_000)),
    ],
    ids=["broken", "another kind", "large", "very large", "far too large"],
)
def test_a_logo_whose_bytes_are_no_picture_of_ours_is_left_out(data: bytes) -> None:
    found = structure(pdf(logo(data)))
    assert not found.reader.pages[0].images
    assert not any("Logo" in node.alternative for node in found.tree.all("Figure"))
