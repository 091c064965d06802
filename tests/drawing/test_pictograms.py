"""Every pictogram is drawn, and stays within its size."""

from itertools import combinations
from math import sqrt

import pytest
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from facilitator.drawing.pictograms import lightning, pictogram
from facilitator.drawing.shapes import Box, Picture
from facilitator.model.vocabulary import Pictogram
from facilitator.ui import ink
from tests.drawing.scenes import ink_box, within


@pytest.mark.parametrize("key", Pictogram)
def test_each_is_drawn_around_its_centre(key: Pictogram) -> None:
    mark = pictogram(key, 100, 50, 20, "#1F2430")
    inked = ink_box(Picture((mark,), Box(0, 0, 0, 0)))
    assert within(inked, Box(90, 40, 20, 20).grown(0.5))
    assert min(inked.width, inked.height) > 11
    assert mark.fill is None
    assert mark.stroke is not None
    assert mark.stroke.colour == "#1F2430"


def test_no_two_are_alike() -> None:
    assert len({pictogram(key, 0, 0, 20, "#000000").outline for key in Pictogram}) == len(Pictogram)


def test_they_are_told_apart_when_they_are_small(qtbot: QtBot) -> None:
    """At 12 pixels the ink of two of them never falls in the same places."""
    inks = {key: small(key) for key in Pictogram}
    alike = {(a, b): likeness(inks[a], inks[b]) for a, b in combinations(Pictogram, 2)}
    assert {pair: round(much, 2) for pair, much in alike.items() if much > 0.8} == {}


def small(key: Pictogram) -> list[int]:
    """How much ink a pictogram leaves on each pixel, 12 of them wide."""
    image = QImage(14, 14, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = ink.begin(QPainter(image))
    ink.paint(painter, Picture((pictogram(key, 7, 7, 12, "#000000"),), Box(0, 0, 14, 14)))
    painter.end()
    return [255 - image.pixelColor(x, y).lightness() for y in range(14) for x in range(14)]


def likeness(one: list[int], other: list[int]) -> float:
    """1 for the same ink, 0 for ink that never meets."""
    met = sum(a * b for a, b in zip(one, other, strict=True))
    return met / sqrt(sum(a * a for a in one) * sum(b * b for b in other))


def test_the_same_pictogram_shares_its_outline() -> None:
    one, other = (pictogram(Pictogram.HEART, x, 0, 20, "#000000") for x in (0, 50))
    assert one.outline is other.outline


def test_the_flash_is_full_and_in_its_place() -> None:
    mark = lightning(-30, 12, 16, "#B3261E")
    assert mark.fill == "#B3261E"
    assert within(ink_box(Picture((mark,), Box(0, 0, 0, 0))), Box(-38, 4, 16, 16))
