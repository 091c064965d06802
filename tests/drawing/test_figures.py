"""Two figures of the reading: their numbers are written in them, and told in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.drawing import figures
from facilitator.drawing.shapes import Path, Text
from facilitator.drawing.theme import contrast, theme
from facilitator.model.document import Category, Contribution, Document, Link
from facilitator.model.vocabulary import Pillar, Side, Status
from tests.drawing.scenes import actor, document, ink_box, text_box, town, within
from tests.drawing.scenes import words as written

PAPER = theme("paper")
WIDTH = 640.0


def spaced(sentences: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(said.replace("\N{NO-BREAK SPACE}", " ") for said in sentences)


def offered() -> Document:
    return document(
        actor("a"),
        *(Contribution(f"o{n}", "a", Pillar.HUMAN) for n in range(4)),
        Contribution("n", "a", Pillar.ALLIANCES, side=Side.NEED),
    )


def test_pillars_are_bars_as_long_as_what_they_offer_and_need() -> None:
    picture = figures.pillars(offered(), PAPER, WIDTH)
    assert written(picture) == [
        *("Richesses humaines", "4 propositions", "0 besoin"),
        *("Ressources financières", "0 proposition", "0 besoin"),
        *("Alliances", "0 proposition", "1 besoin"),
    ]
    full, empty = [shape for shape in picture.shapes if isinstance(shape, Path)]
    assert (full.fill, empty.fill) == (PAPER.accent, PAPER.surface)
    long, short = (ink_box(replace(picture, shapes=(bar,))).width for bar in (full, empty))
    assert long == pytest.approx(4 * short, rel=0.02)
    assert spaced(figures.pillars_told(offered())) == (
        "Richesses humaines : 4 propositions, 0 besoin.",
        "Ressources financières : 0 proposition, 0 besoin.",
        "Alliances : 0 proposition, 1 besoin.",
    )


def crossing() -> Document:
    return document(
        actor("a", category="association"),
        actor("b", category="association"),
        actor("c", category="company"),
        Link("1", "a", "c"),
        Link("2", "c", "a"),
        Link("3", "b", "c"),
        Link("4", "a", "b", status=Status.TO_CREATE),
    )


def test_types_are_counted_by_pairs_linked_today() -> None:
    picture = figures.types(crossing(), PAPER, WIDTH)
    assert written(picture) == ["Association", "Entreprise", "2"]
    assert spaced(figures.types_told(crossing())) == ("Associations et Entreprises : 2 paires en lien.",)
    within_one = replace(crossing(), links={"4": Link("4", "a", "b")})
    assert spaced(figures.types_told(within_one)) == ("Associations et Associations : 1 paire en lien.",)


def test_there_is_no_figure_of_nothing() -> None:
    for nothing in (document(), document(actor("a"))):
        assert figures.pillars_told(nothing) == ()
        assert figures.types_told(nothing) == ()
    alike = document(actor("a"), actor("b"), Link("1", "a", "b"))
    assert figures.types_told(alike) == ()


@pytest.mark.parametrize("width", [300.0, 640.0])
def test_all_of_a_figure_is_in_its_box_and_its_numbers_can_be_read(width: float) -> None:
    session = town()
    long = Category("association", "Associations de très longue et très vieille dénomination", rank=3)
    session = replace(session, categories={**session.categories, "association": long})
    for figure in (figures.pillars, figures.types):
        picture = figure(session, PAPER, width)
        assert picture.box.width == width
        for shape in picture.shapes:
            box = text_box(shape) if isinstance(shape, Text) else ink_box(replace(picture, shapes=(shape,)))
            assert within(box, picture.box.grown(1.0)), shape
    cells = figures.types(session, PAPER, width).shapes
    numbers = [
        (cells[n - 1], shape)
        for n, shape in enumerate(cells)
        if isinstance(shape, Text) and shape.text.isdigit()
    ]
    assert numbers
    for cell, number in numbers:
        assert isinstance(cell, Path)
        assert contrast(cell.fill or "", number.colour) >= 4.5
