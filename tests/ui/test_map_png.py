"""The map as pixels: the same strip by strip as at once, and nothing left where one gives up."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from facilitator.exchange import samples
from facilitator.model.document import blank
from facilitator.model.edition import edition
from facilitator.ui import map_png

SAMPLE = samples.document("nourrir-rivemont")


def painted(out: Path, width: int) -> Image.Image:
    assert list(map_png.in_slices(SAMPLE, out, "participants", width))[-1] == 1.0
    with Image.open(out) as picture:
        return picture.convert("RGB")


def test_what_is_packed_is_what_was_painted(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    image = map_png._painted(edition(SAMPLE, "participants"), 901)
    monkeypatch.setattr(map_png, "_STRIP", 901 * 7)
    picture = painted(tmp_path / "carte.png", 901)
    assert picture.size == (image.width(), image.height())
    for x, y in product(range(0, 901, 31), range(0, picture.height, 17)):
        colour = image.pixelColor(x, y)
        assert picture.getpixel((x, y)) == (colour.red(), colour.green(), colour.blue())


def test_one_who_gives_up_leaves_everything_as_before(tmp_path: Path, qtbot: QtBot) -> None:
    out = tmp_path / "carte.png"
    out.write_bytes(b"avant")
    work = map_png.in_slices(SAMPLE, out, "public", 4000)
    done = [next(work) for _slice in range(4)]
    work.close()
    assert done == sorted(done)
    assert done[-1] < 1.0
    assert out.read_bytes() == b"avant"
    assert [path.name for path in tmp_path.iterdir()] == ["carte.png"]


def test_an_empty_map_is_a_picture(tmp_path: Path, qtbot: QtBot) -> None:
    out = tmp_path / "carte.png"
    assert list(map_png.in_slices(blank(), out, "public", 300))
    with Image.open(out) as picture:
        assert picture.width == 300


def test_a_picture_far_too_tall_is_refused(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(map_png, "MOST", 100)
    with pytest.raises(map_png.TooTallError):
        list(map_png.in_slices(SAMPLE, tmp_path / "o.png", "public", 900))
    assert list(tmp_path.iterdir()) == []
