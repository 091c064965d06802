"""A page of a PDF as an image."""

from __future__ import annotations

import pypdfium2
from PySide6.QtGui import QImage

_FORMAT = QImage.Format.Format_RGB32


def rendered(pdf: pypdfium2.PdfDocument, number: int, width: int) -> QImage:
    """A page, from 0, so many pixels wide."""
    page = pdf[number]
    bitmap = page.render(scale=width / page.get_width(), prefer_bgrx=True)
    shared = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, _FORMAT)
    image = shared.copy()
    bitmap.close()
    page.close()
    return image
