"""The poster: what is on it, that nothing of it is lost between two sheets, that who does not see it can read it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from io import BytesIO
from typing import Any

import pypdf
import pypdfium2
import pytest

from facilitator.drawing.legibility import ACUITY
from facilitator.drawing.lettering import CAP_HEIGHT
from facilitator.drawing.shapes import Box, Text, union
from facilitator.minutes.poster import tiling
from facilitator.minutes.poster.pages import pdf
from facilitator.minutes.poster.sheet import (
    MM,
    POSTERS,
    SIZES,
    NothingPlacedError,
    Part,
    Poster,
    poster,
    reach_told,
)
from facilitator.minutes.poster.tiling import OVERLAP
from facilitator.model.document import Document
from facilitator.model.vocabulary import BackgroundKind
from tests.minutes.reading_back import flat
from tests.minutes.rich import large, rich


def pages(data: bytes) -> list[str]:
    """The words of each page."""
    return [flat(page.get_textpage().get_text_bounded()) for page in pypdfium2.PdfDocument(data)]


def squeeze(text: str) -> str:
    """Letters and figures alone: a hyphen at the end of a line is no letter for a reader of PDF."""
    return "".join(filter(str.isalnum, text))


def structure(data: bytes) -> list[tuple[str, str]]:
    """Every piece of the document in reading order: what it is, and what is told of it."""
    root: Any = pypdf.PdfReader(BytesIO(data)).trailer["/Root"]
    (whole,) = root["/StructTreeRoot"]["/K"]
    return [(piece["/S"], str(piece.get("/Alt", ""))) for piece in (p.get_object() for p in whole["/K"])]


def box(part: Part) -> Box:
    """Where a part is on the poster."""
    held = part.picture.box
    return Box(part.x, part.y, held.width * part.scale, held.height * part.scale)


@pytest.mark.parametrize("size", POSTERS)
def test_the_paper_is_exactly_of_its_size(size: str) -> None:
    (page,) = pypdfium2.PdfDocument(pdf(poster(rich(), size=size)))
    assert sorted(page.get_size()) == pytest.approx([side * MM for side in SIZES[size]], abs=0.01)


def test_a_map_higher_than_wide_is_on_upright_paper() -> None:
    upright = rich()
    turned = {id_: replace(row, x=row.y, y=row.x) for id_, row in upright.actors.items()}
    assert poster(upright).width > poster(upright).height
    tall = poster(
        replace(upright, actors={id_: replace(a, y=a.y * 2.5 if a.y else a.y) for id_, a in turned.items()})
    )
    assert tall.height > tall.width


def test_everything_is_said_once_and_inside_the_page() -> None:
    document = rich()
    drawn = poster(document, size="a3")
    (text,) = pages(pdf(drawn))
    squeezed = squeeze(text)
    for actor in document.actors.values():
        if actor.placed:
            assert squeezed.count(squeeze(actor.name)) == 1, actor.name
    workshop = document.workshop
    for words in (workshop.title, workshop.question, workshop.territory, "22 novembre 2026", "CC BY-SA 4.0"):
        assert squeeze(words) in squeezed, words
    assert "Éditiondesparticipants" in squeezed
    assert "Nationsunies" in squeezed
    page = Box(0.0, 0.0, drawn.width, drawn.height)
    for part in drawn.parts:
        assert page.contains(box(part).x, box(part).y)
        assert page.contains(box(part).right, box(part).bottom)


@pytest.mark.parametrize("document", [rich(), large(120, 200)], ids=["rich", "large"])
def test_no_part_is_over_another(document: Document) -> None:
    boxes = [box(part) for part in poster(document, size="a3").parts]
    for n, one in enumerate(boxes):
        for other in boxes[n + 1 :]:
            assert not one.grown(-0.5).intersects(other.grown(-0.5))


def test_words_beside_the_map_are_read_from_as_far_as_the_paper_is_large() -> None:
    """But for the notices of the foot, which nobody reads from there."""
    for size in POSTERS:
        drawn = poster(rich(), size=size)
        diagonal = (drawn.width**2 + drawn.height**2) ** 0.5
        for part in drawn.parts[:-1]:
            if part.role != "map":
                for shape in part.picture.shapes:
                    if (
                        isinstance(shape, Text) and len(shape.text) > 2
                    ):  # numbers in badges are said beside them
                        assert shape.size * part.scale * CAP_HEIGHT * ACUITY >= diagonal * 0.999


def test_names_grow_where_there_is_room_and_cards_never_overlap() -> None:
    document = rich()
    drawn = poster(document, size="a2")
    names = [s for s in drawn.map.picture.shapes if isinstance(s, Text) and s.bold]
    assert drawn.reach == pytest.approx(
        min(s.size for s in names) * drawn.map.scale / MM * CAP_HEIGHT * ACUITY / 1000
    )
    assert "0,6" in reach_told(drawn.reach) or drawn.reach >= 0.6


def test_what_lies_under_the_map_is_there_with_it() -> None:
    document = rich()
    ground = replace(document.background, kind=BackgroundKind.TARGET, x=-500, y=-300, width=1400, height=900)
    drawn = poster(replace(document, background=ground), size="a3")
    assert len(drawn.map.picture.shapes) > len(poster(document, size="a3").map.picture.shapes)


@pytest.mark.parametrize(("size", "paper"), [("a2", "a4"), ("a0", "a3"), ("a3", "a4"), ("a1", "a4")])
def test_sheets_cover_the_whole_poster_with_an_overlap(size: str, paper: str) -> None:
    drawn = poster(rich(), size=size)
    cut = tiling.tiling(drawn, paper)
    assert cut is not None
    windows = {(tile.row, tile.column): tile.window for tile in cut.tiles}
    assert len(windows) == cut.rows * cut.columns
    covered = union(windows.values())
    assert (covered.x, covered.y) == (0.0, 0.0)
    assert (covered.right, covered.bottom) == pytest.approx((drawn.width, drawn.height))
    for (row, column), window in windows.items():
        assert window.width <= cut.width - 2 * cut.margin + 0.01
        assert window.height <= cut.height - 2 * cut.margin + 0.01
        if (row, column + 1) in windows:
            assert window.right - windows[row, column + 1].x == pytest.approx(OVERLAP)
        if (row + 1, column) in windows:
            assert window.bottom - windows[row + 1, column].y == pytest.approx(OVERLAP)


def test_every_sheet_bears_its_name_and_its_neighbours() -> None:
    drawn = poster(rich(), size="a2")
    cut = tiling.tiling(drawn, "a4")
    assert cut is not None
    first, *sheets = pypdfium2.PdfDocument(pdf(drawn, "a4"))
    assert len(sheets) == len(cut.tiles)
    for page in (first, *sheets):
        assert page.get_size() == pytest.approx((cut.width, cut.height), abs=0.01)
    words = pages(pdf(drawn, "a4"))
    for tile, text in zip(cut.tiles, words[1:], strict=True):
        assert tile.name in text
        if tile.column + 1 < cut.columns:
            assert f"{tiling.name(tile.row, tile.column + 1)} →" in text
    for tile in cut.tiles:
        assert tile.name in words[0], "the plan shows every sheet"
    assert "10 cm" in words[0]


@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_each_sheet_is_a_figure_that_says_where_it_is_seen_and_has_a_bookmark(paper: str) -> None:
    """A picture as large as its page is taken by readers for a page that was scanned."""
    drawn = poster(rich(), size="a1")
    cut = tiling.tiling(drawn, paper)
    assert cut is not None
    reader: Any = pypdf.PdfReader(BytesIO(pdf(drawn, paper)))
    assert [entry.title for entry in reader.outline] == [
        "Comment l’assembler",
        *(f"Feuille {tile.name}" for tile in cut.tiles),
    ]
    assert [reader.get_destination_page_number(entry) for entry in reader.outline] == [
        *range(len(reader.pages))
    ]
    (whole,) = reader.trailer["/Root"]["/StructTreeRoot"]["/K"]
    kids = [piece.get_object() for piece in whole["/K"]]
    figures = [piece for piece in kids if piece["/S"] == "/Figure"][1:]
    for tile, figure in zip(cut.tiles, figures, strict=True):
        left, bottom, right, top = map(float, figure["/A"]["/BBox"])
        assert (right - left, top - bottom) == pytest.approx(
            (tile.window.width, tile.window.height), abs=0.02
        )
        assert 0 < left < right < cut.width
        assert 0 < bottom < top < cut.height
        assert (right - left) * (top - bottom) < 0.85 * cut.width * cut.height


def test_every_word_is_whole_on_the_sheets_together() -> None:
    """Each piece of text is on every sheet that shows some of it: cut out and put together, nothing is missing."""
    drawn = poster(rich(), size="a2")
    cut = tiling.tiling(drawn, "a4")
    assert cut is not None
    told: Counter[str] = Counter()
    for tile in cut.tiles:
        for part in drawn.parts:
            picture = tiling.seen(part, tile.window)
            told.update(s.text for s in (picture.shapes if picture else ()) if isinstance(s, Text))
    for part in drawn.parts:
        assert {s.text for s in part.picture.shapes if isinstance(s, Text)} <= told.keys()
    question = rich().workshop.question
    assert 1 < told[question] < len(cut.tiles), "no sheet carries what it does not show"


def test_a_poster_that_one_sheet_holds_is_not_cut() -> None:
    drawn = poster(rich(), size="a3")
    assert pdf(drawn, "a3") == pdf(drawn)


@pytest.mark.parametrize("tiles", [None, "a4"])
def test_who_does_not_see_it_is_told_the_map_in_sentences(tiles: str | None) -> None:
    document = rich()
    data = pdf(poster(document, size="a3"), tiles)
    reader = pypdf.PdfReader(BytesIO(data))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] is True or str(root["/MarkInfo"]["/Marked"]).lower() == "true"
    assert root["/Lang"] == "fr"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    pieces = structure(data)
    assert pieces[0][0] in {"/H1", "/P"}
    assert sum(kind == "/H1" for kind, _told in pieces) == 1
    assert any("Ville de Rivemont finance Les Jardins du Gué." in told for _kind, told in pieces)
    assert all(told for kind, told in pieces if kind == "/Figure")


def test_every_mark_of_a_page_is_a_piece_or_an_artifact() -> None:
    for page in pypdf.PdfReader(BytesIO(pdf(poster(rich(), size="a3"), "a4"))).pages:
        inside = 0
        for operands, operator in page.get_contents().operations:  # type: ignore[union-attr]
            inside += {b"BDC": 1, b"BMC": 1, b"EMC": -1}.get(operator, 0)
            if operator in {b"f", b"S", b"B", b"Tj", b"Do", b"f*", b"B*"}:
                assert inside == 1, (operands, operator)
        assert inside == 0


def test_fonts_are_embedded_and_the_same_poster_gives_the_same_bytes() -> None:
    document = rich()
    for tiles in (None, "a4"):
        data = pdf(poster(document, size="a3"), tiles)
        assert data == pdf(poster(document, size="a3"), tiles)
        resources: list[Any] = [page["/Resources"] for page in pypdf.PdfReader(BytesIO(data)).pages]
        for held in resources:
            for font in held["/Font"].values():
                assert "/FontFile2" in font.get_object()["/FontDescriptor"]


def test_editions_are_kept() -> None:
    document = rich()
    tense = [row for row in document.links.values() if row.tension]
    assert tense
    assert "tension" not in "".join(pages(pdf(poster(document, size="a3"))))
    public = "".join(pages(pdf(poster(document, size="a3", edition="public", language="en"))))
    assert "Public edition" in public
    hidden = replace(
        document,
        actors={
            i: replace(a, confidential=a.name == "Les Jardins du Gué") for i, a in document.actors.items()
        },
    )
    assert "Jardins" not in "".join(pages(pdf(poster(hidden, size="a3", edition="public"))))


def test_an_empty_map_is_no_poster() -> None:
    document = rich()
    tray = replace(
        document, actors={i: replace(a, x=None, y=None) for i, a in document.actors.items()}, links={}
    )
    with pytest.raises(NothingPlacedError):
        poster(tray)


def test_words_of_any_length_hold() -> None:
    document = rich()
    workshop = replace(
        document.workshop, title="Ensemble " * 33, question="Comment ? " * 30, odds=tuple(range(1, 18))
    )
    drawn: Poster = poster(replace(document, workshop=workshop), size="a3")
    assert pages(pdf(drawn))[0].count("Ensemble") >= 33
    assert box(drawn.map).height > 100
