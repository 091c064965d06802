"""The same picture painted by Qt, by reportlab and as SVG is the same to the eye, and bears the same words."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from xml.etree import ElementTree as ET

import pypdfium2
import pytest
from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from facilitator.drawing.ground import ground
from facilitator.drawing.legend import compact, legend, shown
from facilitator.drawing.map import compose
from facilitator.drawing.odd import titled
from facilitator.drawing.shapes import Picture, Text, together
from facilitator.drawing.svg import svg
from facilitator.drawing.theme import THEMES, theme
from facilitator.minutes import ink as pdf_ink
from facilitator.model.vocabulary import BackgroundKind
from facilitator.ui import ink as qt_ink
from facilitator.ui import look
from tests.drawing.scenes import on_ground, town, words

ZOOM = 2.0
COARSE = 6
"""Rendered pixels along the side of a compared one: 3 map units, less than the stroke of a bold letter."""
SLACK = 20
"""By how much a channel of a compared pixel may differ, of 255: edges are smoothed by three different hands."""


def map_of(look: str) -> Picture:
    return compose(town(), theme(look)).flat()


def signs(look: str) -> Picture:
    """Everything that is not on the map."""
    picture = legend(town(), theme(look), 640)
    below = compact(shown(town()), theme(look), 640).moved(0, picture.box.bottom + 20)
    badge = titled(13, theme(look), 220).moved(0, below.box.bottom + 20)
    return together([picture, below, badge])


def ground_of(kind: BackgroundKind) -> Callable[[str], Picture]:
    def draw(look: str) -> Picture:
        return ground(on_ground(kind), theme(look))

    return draw


PICTURES = [map_of, signs, *map(ground_of, list(BackgroundKind)[1:])]


def blank(picture: Picture, paper: str) -> QImage:
    image = QImage(size_of(picture), QImage.Format.Format_RGB32)
    image.fill(paper)
    return image


def size_of(picture: Picture) -> QSize:
    """Whole compared pixels, so that the three images are cut alike."""
    across = (round(side * ZOOM / COARSE) * COARSE for side in (picture.box.width, picture.box.height))
    return QSize(*across)


def by_qt(picture: Picture, paper: str) -> QImage:
    image = blank(picture, paper)
    painter = qt_ink.begin(QPainter(image))
    painter.scale(ZOOM, ZOOM)
    painter.translate(-picture.box.x, -picture.box.y)
    qt_ink.paint(painter, picture)
    painter.end()
    return image


def by_svg(picture: Picture, paper: str) -> QImage:
    look.load_fonts()
    renderer = QSvgRenderer(QByteArray(svg(picture, "Carte", paper=paper).encode()))
    image = blank(picture, paper)
    painter = qt_ink.begin(QPainter(image))
    renderer.render(painter, QRectF(0, 0, picture.box.width * ZOOM, picture.box.height * ZOOM))
    painter.end()
    return image


def pdf(picture: Picture, paper: str) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, pagesize=(picture.box.width, picture.box.height))
    canvas.setFillColor(paper)
    canvas.rect(-1, -1, picture.box.width + 2, picture.box.height + 2, stroke=0, fill=1)
    pdf_ink.paint(canvas, picture, 0, picture.box.height)
    canvas.save()
    return file.getvalue()


def by_pdf(picture: Picture, paper: str) -> QImage:
    page = pypdfium2.PdfDocument(pdf(picture, paper))[0]
    bitmap = page.render(scale=ZOOM, rev_byteorder=False)
    held = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_BGR888)
    image = blank(picture, paper)
    painter = QPainter(image)
    painter.drawImage(0, 0, held)
    painter.end()
    return image


def seen(image: QImage) -> bytes:
    """What is left of an image from afar: its channels, pixels averaged."""
    small = image.scaled(
        image.width() // COARSE,
        image.height() // COARSE,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    ).convertToFormat(QImage.Format.Format_RGBX8888)
    return bytes(small.constBits())


def differences(one: QImage, other: QImage) -> list[int]:
    """By how much each channel of each compared pixel differs, the greatest first."""
    pairs = zip(seen(one), seen(other), strict=True)
    return sorted((abs(a - b) for a, b in pairs), reverse=True)


def without_words(picture: Picture) -> Picture:
    return Picture(tuple(shape for shape in picture.shapes if not isinstance(shape, Text)), picture.box)


@pytest.mark.parametrize("look", THEMES)
@pytest.mark.parametrize("draw", PICTURES)
def test_the_pdf_is_the_same_to_the_eye(qtbot: QtBot, draw: Callable[[str], Picture], look: str) -> None:
    picture, paper = draw(look), theme(look).paper
    found = differences(by_qt(picture, paper), by_pdf(picture, paper))
    assert found[0] <= 3 * SLACK
    assert found[len(found) // 100] <= SLACK
    assert sum(found) / len(found) < 1


@pytest.mark.parametrize("look", THEMES)
@pytest.mark.parametrize("draw", PICTURES)
def test_the_svg_is_the_same_to_the_eye(qtbot: QtBot, draw: Callable[[str], Picture], look: str) -> None:
    picture, paper = draw(look), theme(look).paper
    lines = without_words(picture)
    found = differences(by_qt(lines, paper), by_svg(lines, paper))
    assert found[0] <= SLACK
    assert sum(found) / len(found) < 0.1
    # The reader of SVG kerns whatever it is told, so that its letters drift by a pixel or two: more in the long words
    # of a ground.
    found = differences(by_qt(picture, paper), by_svg(picture, paper))
    drift = 2 if draw in (map_of, signs) else 3
    assert found[len(found) // 100] <= drift * SLACK
    assert sum(found) / len(found) < drift - 1


def test_a_picture_without_its_arrowheads_is_not_the_same_to_the_eye(qtbot: QtBot) -> None:
    whole = map_of("screen")
    less = Picture(
        tuple(shape for shape in whole.shapes if getattr(shape, "stroke", 1) is not None), whole.box
    )
    found = differences(by_qt(whole, "#FFFFFF"), by_qt(less, "#FFFFFF"))
    assert found[0] > 4 * SLACK


@pytest.mark.parametrize("look", THEMES)
@pytest.mark.parametrize("draw", PICTURES)
def test_the_same_words(qtbot: QtBot, draw: Callable[[str], Picture], look: str) -> None:
    picture = draw(look)
    drawn = words(picture)
    nodes = ET.fromstring(svg(picture, "Carte")).iter("{http://www.w3.org/2000/svg}text")
    assert [node.text for node in nodes] == drawn
    page = pypdfium2.PdfDocument(pdf(picture, "#FFFFFF"))[0].get_textpage()
    assert "".join(page.get_text_range().split()) == "".join("".join(drawn).split())
    assert len(qt_ink.Prepared(picture).words) == len(drawn)
