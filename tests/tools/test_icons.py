"""The icon that ships is the one that is drawn, in each size that a system asks for."""

import pytest
from PIL import Image, ImageChops, ImageStat
from pytestqt.qtbot import QtBot

from tools import icons


@pytest.mark.parametrize(("name", "sizes"), [("ico", icons.WINDOWS_SIZES), ("icns", icons.MAC_SIZES)])
def test_every_size_is_there(name: str, sizes: tuple[int, ...]) -> None:
    with Image.open(icons.ICONS / f"entre-tous.{name}") as shipped:
        held = {size[0] * (size[2] if len(size) > 2 else 1) for size in shipped.info["sizes"]}
    assert held >= set(sizes)


def test_the_shipped_picture_is_the_drawing(qtbot: QtBot) -> None:
    """If this fails: make icons."""
    with Image.open(icons.ICONS / "entre-tous.png") as shipped:
        difference = ImageChops.difference(shipped.convert("RGBA"), icons.drawn(512).convert("RGBA"))
    assert (
        max(high for _, high in ImageStat.Stat(difference).extrema) <= 8
    )  # rasters differ by a hair between processors
