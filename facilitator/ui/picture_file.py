"""A file somebody brings, to lay under the map or as a logo, made into a picture of its pixels and nothing else.

What is read is drawn anew on a blank picture, smaller where it is very large, and written again: no place of shooting,
no author, no comment of the file goes with it.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QPointF, QRectF, QSize, Qt, QXmlStreamReader
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from facilitator import terms
from facilitator.drawing.bitmaps import MOST
from facilitator.model.document import Image, new_id
from facilitator.model.rules import DATA
from facilitator.model.texts import LINE, tidy
from facilitator.ui.asking import SUFFIX
from facilitator.words import _

LONGEST = 2400
"""Pixels of the longer side, at most: a wall has no more to show."""
_HEAVIEST = 200_000_000
"""Bytes beyond which a file is not even read."""
_QUALITY = 86
_KINDS = ("png", "jpeg", "svg")


class Unusable(Exception):  # noqa: N818  the file is unusable: it is no error of the program
    """The file cannot be used; the sentence says why."""


def read(path: Path, *, longest: int = LONGEST) -> Image:
    """The picture of a file, its longer side reduced to `longest` pixels. Unusable, with a sentence, for what is
    broken, foreign or too heavy."""
    try:
        if path.suffix.casefold() == SUFFIX:  # not even opened: the lock of one that is open would go
            raise _no_picture(path)
        if path.stat().st_size > _HEAVIEST:
            raise Unusable(_("“{file}” is too heavy to be read.").format(file=path.name))
        data = path.read_bytes()
    except OSError as error:
        raise Unusable(
            _("“{file}” could not be read ({reason}).").format(file=path.name, reason=terms.reason(error))
        ) from error
    drawn = _from_svg(data, longest) if _is_svg(path, data) else _from_bitmap(data, longest)
    if drawn is None:
        raise _no_picture(path)
    media, written = _written(drawn)
    if not written or len(written) > DATA:
        raise Unusable(_("“{file}” is too heavy to be read.").format(file=path.name))
    name = tidy(path.name, lines=False)[:LINE]
    return Image(new_id(), name, media, written, drawn.width(), drawn.height())


def _no_picture(path: Path) -> Unusable:
    return Unusable(
        _("“{file}” is no picture that can be read here: choose a PNG, a JPEG or an SVG.").format(
            file=path.name
        )
    )


def _is_svg(path: Path, data: bytes) -> bool:
    return path.suffix.casefold() == ".svg" or b"<svg" in data[:4096]


def _from_bitmap(data: bytes, longest: int) -> QImage | None:
    """A PNG or a JPEG, upright as its camera says, drawn on a blank picture."""
    held = QByteArray(data)
    buffer = QBuffer(held)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    if reader.format().toStdString() not in _KINDS:
        return None
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.isEmpty() or size.width() * size.height() > MOST * 4:
        return None
    if max(size.width(), size.height()) > longest:
        reader.setScaledSize(
            size.scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
        )
    image = reader.read()
    if image.isNull():
        return None
    fresh = _blank(image.size(), alpha=image.hasAlphaChannel())
    painter = QPainter(fresh)
    painter.drawImage(0, 0, image)
    painter.end()
    return fresh


def _from_svg(data: bytes, longest: int) -> QImage | None:
    """A drawing, as large as a wall may show it."""
    held = QByteArray(data)
    buffer = QBuffer(held)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    text = QXmlStreamReader(buffer)
    while not text.atEnd():
        text.readNext()
    if text.hasError():
        return None
    renderer = QSvgRenderer(held)
    box = (
        renderer.viewBoxF()
        if renderer.viewBoxF().isValid()
        else QRectF(QPointF(), renderer.defaultSize().toSizeF())
    )
    if not renderer.isValid() or box.width() <= 0 or box.height() <= 0:
        return None
    size = box.size().scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio).toSize()
    fresh = _blank(size.expandedTo(QSize(1, 1)), alpha=True)
    painter = QPainter(fresh)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(fresh.rect()))
    painter.end()
    return fresh


def _blank(size: QSize, *, alpha: bool) -> QImage:
    image = QImage(size, QImage.Format.Format_ARGB32 if alpha else QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.transparent if alpha else Qt.GlobalColor.white)
    return image


def _written(image: QImage) -> tuple[str, bytes]:
    """The lighter of both kinds; one that is seen through is a PNG."""
    found = {"image/png": _encoded(image, "png")}
    if not image.hasAlphaChannel():
        found["image/jpeg"] = _encoded(image, "jpeg")
    return min(
        ((media, data) for media, data in found.items() if data),
        key=lambda one: len(one[1]),
        default=("", b""),
    )


def _encoded(image: QImage, kind: str) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind.encode()))
    if kind == "jpeg":
        writer.setQuality(_QUALITY)
    return bytes(held.data()) if writer.write(image) else b""
