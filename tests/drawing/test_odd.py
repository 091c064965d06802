"""Badges of the goals: number, colour and title, readable."""

import pytest

from facilitator import terms
from facilitator.drawing.odd import badge, titled
from facilitator.drawing.shapes import Path, Text
from facilitator.drawing.theme import contrast, theme
from facilitator.model.vocabulary import ODDS
from tests.drawing.scenes import ink_box, text_box, within, words


@pytest.mark.parametrize("number", ODDS)
def test_a_number_can_be_read_on_its_disc(number: int) -> None:
    picture = badge(number, 26)
    ground, text = picture.shapes
    assert isinstance(ground, Path)
    assert isinstance(text, Text)
    assert ground.fill == terms.odd(number).colour
    assert contrast(text.colour, ground.fill) >= 4.5
    assert text.text == str(number)
    assert within(text_box(text), picture.box)
    assert within(ink_box(picture), picture.box)


@pytest.mark.parametrize("width", [130, 200, 900])
@pytest.mark.parametrize("number", [1, 13])
def test_a_title_stands_beside_its_badge(number: int, width: float, each_language: str) -> None:
    picture = titled(number, theme("paper"), width)
    said, *lines = words(picture)
    assert said == str(number)
    assert " ".join(lines) == terms.odd_title(number)
    assert within(ink_box(picture), picture.box, 0.5)
    assert picture.box.width <= width
    assert (picture.box.x, picture.box.y) == (0, 0)
