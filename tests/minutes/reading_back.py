"""A PDF read back with other libraries than the one that wrote it."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2

Area = tuple[float, float, float, float]
"""Left, bottom, right, top of a piece of text, in points."""


@dataclass(frozen=True)
class Read:
    """What was found in a file."""

    data: bytes
    pages: tuple[str, ...]
    sizes: tuple[tuple[float, float], ...]
    pieces: tuple[tuple[tuple[str, Area], ...], ...]
    fonts: dict[str, bool]
    outline: tuple[str, ...]
    information: dict[str, str]
    catalogue: dict[str, object]

    @property
    def text(self) -> str:
        """All the words, each space a plain one."""
        return flat(" ".join(self.pages))


def flat(text: str) -> str:
    """Words without the accidents of lines."""
    return re.sub(r"\s+", " ", text)


def read(path: Path) -> Read:
    data = path.read_bytes()
    reader: Any = pypdf.PdfReader(io.BytesIO(data))
    document = pypdfium2.PdfDocument(data)
    pages, pieces = [], []
    for page in document:
        words = page.get_textpage()
        pages.append(words.get_text_bounded())
        areas = [words.get_rect(number) for number in range(words.count_rects())]
        pieces.append(tuple((words.get_text_bounded(*area), area) for area in areas))
    return Read(
        data,
        tuple(pages),
        tuple(page.get_size() for page in document),
        tuple(pieces),
        _fonts(reader),
        tuple(_titles(reader.outline)),
        {str(key): str(value) for key, value in (reader.metadata or {}).items()},
        {str(key): value for key, value in reader.trailer["/Root"].get_object().items()},
    )


def _titles(outline: Any) -> list[str]:
    found: list[str] = []
    for entry in outline:
        found += _titles(entry) if isinstance(entry, list) else [str(getattr(entry, "title", ""))]
    return found


def _fonts(reader: Any) -> dict[str, bool]:
    """Every font named by a page, and whether its file is embedded."""
    found: dict[str, bool] = {}
    for page in reader.pages:
        for held in page["/Resources"]["/Font"].values():
            font = held.get_object()
            descriptor = font.get("/FontDescriptor")
            found[font["/BaseFont"]] = bool(descriptor and "/FontFile2" in descriptor.get_object())
    return found
