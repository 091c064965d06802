"""The size a PNG or a JPEG says it has, read without decoding it: what is no picture, or too large, is not painted."""

from __future__ import annotations

import struct
from functools import lru_cache

MOST = 40_000_000
"""Pixels beyond which a picture is left out: decoding it would take the memory of the machine."""
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of JPEG that begin a frame."""
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers of JPEG without a length."""


@lru_cache(maxsize=8)
def pixels(data: bytes) -> tuple[int, int] | None:
    """Width and height; None for what is neither of both, says nothing of it, or is too large."""
    found = _of_png(data) if data.startswith(_PNG) else _of_jpeg(data) if data.startswith(_JPEG) else None
    if found is None or not found[0] or not found[1] or found[0] * found[1] > MOST:
        return None
    return found


def _of_png(data: bytes) -> tuple[int, int] | None:
    if len(data) < 24 or data[12:16] != b"IHDR":
        return None
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _of_jpeg(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += (
            1
            if marker == 0xFF
            else 2
            if marker in _ALONE
            else 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        )
    return None
