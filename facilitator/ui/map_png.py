"""The map of a session as a picture of pixels (PNG), as wide as is asked: painted at once, lest dashes break between
strips, then packed strip by strip, so that one can give up at any moment."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter

from facilitator import whole, words
from facilitator.drawing.theme import theme
from facilitator.exchange import map_svg
from facilitator.exchange.pixels import WIDTH
from facilitator.exchange.slices import Slices
from facilitator.model.document import Document
from facilitator.model.edition import edition as edition_of
from facilitator.ui import ink

MOST = 120_000_000
"""Pixels of the largest picture: 360 MB while it is painted."""
_STRIP = 1_000_000
"""Pixels packed at once."""


class TooTallError(ValueError):
    """At that width, the picture would have more than MOST pixels."""


def in_slices(
    document: Document, out: Path, edition: str, width: int = WIDTH, *, language: str | None = None
) -> Slices[tuple[Path, ...]]:
    """Writes the map of an edition at `out`, whole or not at all; where it is. The language is the session's own
    unless said.

    TooTallError; OSError if it cannot be written: what was there is untouched.
    """
    yield 0.0
    shown = edition_of(document, edition)
    yield 0.05
    with words.in_language(language or shown.workshop.language):
        image = _painted(shown, width)
    parts = []
    for strip, done in _strips(image):
        parts.append(strip)
        yield 0.1 + 0.9 * done
    whole.write(out, b"".join(parts))
    return (out,)


def _strips(image: QImage) -> Iterator[tuple[bytes, float]]:
    """The pieces of the file, and how much of it is done."""
    width, height = image.width(), image.height()
    packer = zlib.compressobj(6)
    yield b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)), 0.0
    step = max(_STRIP // width, 1)
    for top in range(0, height, step):
        packed = packer.compress(_scanlines(image, range(top, min(top + step, height))))
        yield _chunk(b"IDAT", packed) if packed else b"", top / height
    yield _chunk(b"IDAT", packer.flush()) + _chunk(b"IEND", b""), 1.0


def _painted(document: Document, width: int) -> QImage:
    look = theme("paper")
    page = map_svg.page(document, look)
    zoom = width / page.box.width
    height = max(round(page.box.height * zoom), 1)
    if width * height > MOST:
        raise TooTallError(height)
    image = QImage(QSize(width, height), QImage.Format.Format_RGB888)
    image.fill(QColor(look.paper))
    painter = ink.begin(QPainter(image))
    painter.scale(zoom, zoom)
    painter.translate(-page.box.x, -page.box.y)
    ink.paint(painter, page)
    painter.end()
    return image


def _scanlines(image: QImage, rows: range) -> bytes:
    """Rows of pixels, each after the number of its filter: none."""
    bits, stride, long = image.constBits(), image.bytesPerLine(), 3 * image.width()
    return b"".join(b"\0" + bytes(bits[row * stride : row * stride + long]) for row in rows)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
