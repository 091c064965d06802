"""Every pictogram is drawn, and stays within its size."""

import pytest

from facilitator.drawing.pictograms import lightning, pictogram
from facilitator.drawing.shapes import Box, Picture
from facilitator.model.vocabulary import Pictogram
from tests.drawing.scenes import ink_box, within


@pytest.mark.parametrize("key", Pictogram)
def test_each_is_drawn_around_its_centre(key: Pictogram) -> None:
    mark = pictogram(key, 100, 50, 20, "#1F2430")
    ink = ink_box(Picture((mark,), Box(0, 0, 0, 0)))
    assert within(ink, Box(90, 40, 20, 20).grown(0.5))
    assert min(ink.width, ink.height) > 11
    assert mark.fill is None
    assert mark.stroke is not None
    assert mark.stroke.colour == "#1F2430"


def test_no_two_are_alike() -> None:
    assert len({pictogram(key, 0, 0, 20, "#000000").outline for key in Pictogram}) == len(Pictogram)


def test_the_same_pictogram_shares_its_outline() -> None:
    one, other = (pictogram(Pictogram.HEART, x, 0, 20, "#000000") for x in (0, 50))
    assert one.outline is other.outline


def test_the_flash_is_full_and_in_its_place() -> None:
    mark = lightning(-30, 12, 16, "#B3261E")
    assert mark.fill == "#B3261E"
    assert within(ink_box(Picture((mark,), Box(0, 0, 0, 0))), Box(-38, 4, 16, 16))
