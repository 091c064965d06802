"""Each theme can be read: contrasts are those WCAG asks for."""

from itertools import pairwise

import pytest

from facilitator.drawing.theme import DARK, LIGHT, THEMES, blend, contrast, distinct, readable, theme
from facilitator.model.vocabulary import CATEGORIES


@pytest.mark.parametrize("key", THEMES)
def test_texts_and_lines_stand_out(key: str) -> None:
    look = theme(key)
    for ground in (look.paper, look.surface):
        assert contrast(look.ink, ground) >= 7
        assert contrast(look.muted, ground) >= 4.5
        assert contrast(look.accent, ground) >= 4.5
        assert contrast(look.danger, ground) >= 4.5


@pytest.mark.parametrize("key", THEMES)
def test_intensities_are_told_apart(key: str) -> None:
    widths = theme(key).link.widths
    assert len(widths) == 4
    assert all(wide >= thin * 1.3 for thin, wide in pairwise(widths))


@pytest.mark.parametrize("key", THEMES)
def test_every_letter_of_a_card_is_at_least_its_floor(key: str) -> None:
    look = theme(key)
    assert look.small <= look.legend <= look.title
    assert look.name_floor <= look.name


def test_links_grow_with_larger_letters_though_by_less() -> None:
    """Else a crowded map, shown from further away, would have lines thinner than the back row sees."""
    plain, large = theme("room").link, theme("room@4").link
    measures = [(plain.arrow, large.arrow), (plain.mark, large.mark), (plain.spread, large.spread)]
    for before, after in [*measures, *zip(plain.widths, large.widths, strict=True)]:
        assert 1.5 * before < after < 2 * before


def test_the_room_has_the_largest_letters_and_no_footer() -> None:
    room, screen = theme("room"), theme("screen")
    assert room.name_floor > screen.name
    assert not room.card.footer
    assert screen.card.footer


def test_a_theme_is_read_once() -> None:
    assert theme("room") is theme("room")


def test_an_unknown_theme_is_refused() -> None:
    with pytest.raises(ValueError, match="neon"):
        theme("neon")


@pytest.mark.parametrize("colour", [colour for _key, colour, _pictogram in CATEGORIES])
def test_pictograms_stand_out_on_every_category(colour: str) -> None:
    assert contrast(readable(colour, 3.0), colour) >= 3


def test_white_is_kept_where_it_is_enough() -> None:
    assert readable("#CC6677", 3.0) == LIGHT
    assert readable("#44AA99", 3.0) == DARK
    assert readable("#FFFFFF") == DARK
    assert readable("#000000") == LIGHT


def test_contrast_is_that_of_the_norm() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_blending_goes_from_one_colour_to_the_other() -> None:
    assert blend("#102030", "#FFFFFF", 0) == "#102030"
    assert blend("#102030", "#FFFFFF", 1) == "#FFFFFF"
    assert blend("#000000", "#FFFFFF", 0.5) == "#808080"


@pytest.mark.parametrize("key", THEMES)
def test_a_colour_is_told_from_what_is_around_it(key: str) -> None:
    ground = theme(key).paper
    for _key, colour, _pictogram in CATEGORIES:
        assert contrast(distinct(colour, ground), ground) >= 3
    assert distinct(theme(key).accent, ground) == theme(key).accent
