"""The typeface that ships says the signs people type, as they are drawn."""

import shutil
from pathlib import Path

import pytest

from facilitator.drawing import lettering
from tools import signs


@pytest.mark.parametrize("bold", [False, True])
def test_every_sign_is_said(bold: bool) -> None:
    for sign, drawn in signs.signs(signs.WEIGHTS[lettering.file(bold=bold).name]).items():
        assert lettering.shown(sign) == sign
        assert lettering.width(sign, 1000, bold) == pytest.approx(drawn.advance, abs=0.5)


@pytest.mark.parametrize("name", signs.WEIGHTS)
def test_the_shipped_signs_are_the_drawn_ones(tmp_path: Path, name: str) -> None:
    """If this fails: python tools/signs.py."""
    shipped = signs.FONTS / name
    copy = shutil.copy(shipped, tmp_path / name)
    signs.draw(Path(copy), signs.WEIGHTS[name])
    assert Path(copy).read_bytes() == shipped.read_bytes()
