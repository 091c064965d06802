"""A file brought to lie under the map: its pixels and nothing else, or a clear sentence."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QImageWriter
from PySide6.QtWidgets import QApplication

from facilitator.drawing.bitmaps import pixels
from facilitator.model import gestures
from facilitator.model.document import blank
from facilitator.model.rules import broken
from facilitator.ui.picture_file import LONGEST, Unusable, read
from tests.drawing.scenes import chequered

SECRET = "Adresse de Camille"


def image(width: int, height: int, *, alpha: bool = False) -> QImage:
    kind = QImage.Format.Format_ARGB32 if alpha else QImage.Format.Format_RGB32
    made = QImage(width, height, kind)
    made.fill(QColor(40, 120, 200, 120 if alpha else 255))
    return made


def exif(orientation: int = 6) -> bytes:
    """The part of a JPEG where a camera says how it was held, and where."""
    secret = SECRET.encode("ascii") + b"\0"
    entries = struct.pack("<HHII", 0x010E, 2, len(secret), 38) + struct.pack(
        "<HHIHH", 0x0112, 3, 1, orientation, 0
    )
    tiff = b"II*\0\x08\0\0\0" + struct.pack("<H", 2) + entries + b"\0\0\0\0" + secret
    body = b"Exif\0\0" + tiff
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def shot(path: Path) -> Path:
    """A photograph held upright, with its EXIF."""
    path = path.with_suffix(".jpg")
    writer = QImageWriter(str(path))
    assert writer.write(image(80, 40))
    data = path.read_bytes()
    path.write_bytes(data[:2] + exif() + data[2:])
    return path


def test_a_photograph_leaves_its_place_and_words_behind(qapp: QApplication, tmp_path: Path) -> None:
    path = shot(tmp_path / "Plan de Camille")
    assert SECRET.encode() in path.read_bytes()
    found = read(path)
    assert SECRET.encode() not in found.data
    assert b"Exif" not in found.data
    assert (found.width, found.height) == (40, 80) == pixels(found.data)  # upright
    assert found.name == "Plan de Camille.jpg"
    assert broken(gestures.set_image(found)(blank())) == ()


def test_words_inside_a_png_are_left_behind(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "plan.png"
    made = image(30, 20, alpha=True)
    made.setText("Author", SECRET)
    assert QImageWriter(str(path)).write(made)
    assert SECRET.encode() in path.read_bytes()
    found = read(path)
    assert found.media == "image/png"
    assert SECRET.encode() not in found.data
    shown = QImage.fromData(found.data)
    assert shown.text() == ""
    assert shown.pixelColor(5, 5).alpha() == 120


def test_a_very_large_one_is_made_smaller(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "grand.png"
    assert QImageWriter(str(path)).write(image(4800, 1200))
    found = read(path)
    assert (found.width, found.height) == (LONGEST, LONGEST // 4)


def test_a_drawing_is_made_pixels(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "plan.svg"
    path.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><title>Camille</title>'
        '<rect width="15" height="20" fill="#112233"/></svg>',
        "utf-8",
    )
    found = read(path)
    assert (found.width, found.height) == (2400, 1600)
    assert found.media == "image/png"
    assert b"Camille" not in found.data
    shown = QImage.fromData(found.data)
    assert shown.pixelColor(100, 100).name() == "#112233"
    assert shown.pixelColor(2000, 100).alpha() == 0


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("plan.png", b""),
        ("plan.gif", b"GIF89a\x01\0\x01\0\0\0\0;"),
        ("plan.bmp", b"BM" + b"\0" * 60),
        ("plan.svg", b"<svg"),
        ("plan.svg", b'<!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>'),
        ("plan.txt", "Ceci n’est pas une image".encode()),
        ("plan.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 30),
        ("bomb.png", chequered()[:16] + struct.pack(">II", 60_000, 60_000) + chequered()[24:]),
    ],
)
@pytest.mark.qt_log_ignore("Invalid PNG", "libpng", "Unable to read", "extends")
def test_what_cannot_be_read_is_said(qapp: QApplication, tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(Unusable) as caught:
        read(path)
    assert name in str(caught.value)
    assert "image lisible" in str(caught.value)


def test_what_cannot_be_opened_is_said(qapp: QApplication, tmp_path: Path) -> None:
    for path in (tmp_path / "absent.png", tmp_path):
        with pytest.raises(Unusable) as caught:
            read(path)
        assert "n’a pas pu être lu" in str(caught.value)


def test_one_that_is_too_heavy_is_not_even_read(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "lourd.png"
    with path.open("wb") as file:
        file.truncate(200_000_001)
    with pytest.raises(Unusable) as caught:
        read(path)
    assert "trop lourd" in str(caught.value)
