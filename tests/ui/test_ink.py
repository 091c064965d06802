"""Qt's ink paints what the picture says, where it says."""

import pytest
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QApplication

from facilitator.drawing import lettering
from facilitator.drawing.shapes import Bitmap, Box, Path, Picture, Shape, Stroke, Text, line, rounded
from facilitator.ui import ink

SIZE = 200


def painted(*shapes: Shape, zoom: float = 1.0) -> QImage:
    image = QImage(SIZE, SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = ink.begin(QPainter(image))
    painter.scale(zoom, zoom)
    ink.paint(painter, Picture(shapes, Box(0, 0, SIZE, SIZE)))
    painter.end()
    return image


def inked(image: QImage) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is darker than the paper."""
    points = [(x, y) for x in range(SIZE) for y in range(SIZE) if image.pixelColor(x, y).lightness() < 128]
    xs, ys = {x for x, _ in points}, {y for _, y in points}
    return min(xs), min(ys), max(xs), max(ys)


def test_fill_and_stroke_are_where_they_are_said(qapp: QApplication) -> None:
    shape = Path(rounded(Box(50, 60, 80, 40), 4), fill="#44AA99", stroke=Stroke("#000000", 2.0))
    image = painted(shape)
    assert image.pixelColor(90, 80).name() == "#44aa99"
    assert inked(image)[:2] == (49, 59)


@pytest.mark.parametrize(("anchor", "left"), [("start", 100.0), ("middle", 0.5), ("end", 0.0)])
@pytest.mark.parametrize("size", [11.5, 18.5])
def test_words_are_as_wide_as_the_lettering_says(
    qapp: QApplication, anchor: str, left: float, size: float
) -> None:
    """H has upright edges: its ink begins and ends at its sides, to its bearings."""
    word = "HELLH"
    width = lettering.width(word, size, True)
    image = painted(Text(100.0, 100.0, word, size, True, "#000000", anchor))  # type: ignore[arg-type]  # one of three
    start = {"start": 100.0, "middle": 100.0 - width / 2, "end": 100.0 - width}[anchor]
    x, top, right, bottom = inked(image)
    bearing = size * 0.12
    assert start - 1 <= x <= start + bearing + 1
    assert start + width - bearing - 2 <= right <= start + width + 1
    assert bottom in (98, 99, 100)
    assert abs((100 - top) - lettering.CAP_HEIGHT * size) <= 1.5


@pytest.mark.parametrize("zoom", [0.5, 1.0, 2.0])
def test_dashes_are_in_map_units_at_every_zoom(qapp: QApplication, zoom: float) -> None:
    """Drawn and empty lengths alternate as often, straight (fast) or through a corner (a path)."""
    stroke = Stroke("#000000", 3.0, (8.0, 4.0), "flat")
    straight = painted(Path(line([(0, 20), (80, 20)]), stroke=stroke), zoom=zoom)
    cornered = painted(Path(line([(0, 20), (40, 20), (80, 20)]), stroke=stroke), zoom=zoom)
    row = round(20 * zoom)
    for image in (straight, cornered):
        dark = [image.pixelColor(x, row).lightness() < 128 for x in range(round(80 * zoom))]
        begun = sum(now and not before for before, now in zip([False, *dark], dark, strict=False))
        assert begun == 7
        assert abs(sum(dark) / len(dark) - 8 / 12) < 0.08


def test_dots_are_as_many_seen_from_afar(qapp: QApplication) -> None:
    """Round dots are painted square where they are too small to tell: none is lost."""
    stroke = Stroke("#000000", 4.0, (0.01, 8.0))
    shape = Path(line([(4, 20), (180, 20)]), stroke=stroke)
    for zoom in (0.6, 1.0):
        image = painted(shape, zoom=zoom)
        row = [image.pixelColor(x, round(20 * zoom)).lightness() < 200 for x in range(SIZE)]
        begun = sum(now and not before for before, now in zip([False, *row], row, strict=False))
        assert begun in (22, 23)


def test_a_card_hides_the_words_of_the_card_below(qapp: QApplication) -> None:
    below = Text(60, 100, "MMMM", 30, True, "#000000")
    above = Path(rounded(Box(40, 60, 150, 60), 4), fill="#44AA99", stroke=None)
    image = painted(Path(rounded(Box(20, 40, 150, 60), 4), fill="#FFFFFF", stroke=None), below, above)
    seen = {image.pixelColor(x, y).name() for x in range(60, 180) for y in range(70, 110)}
    assert seen == {"#44aa99"}


def test_very_large_letters_are_painted_too(qapp: QApplication) -> None:
    """Qt paints no glyph much beyond 64 pixels: a near view of a map would lose its names."""
    for zoom in (0.9, 1.5, 3.0):
        image = painted(Text(10.0 / zoom, 190.0 / zoom, "H", 60.0, True, "#000000"), zoom=zoom)
        left, top, right, bottom = inked(image)
        assert abs(bottom - 189) <= 1
        assert abs((190 - top) - lettering.CAP_HEIGHT * 60 * zoom) <= 1.5
        assert right - left > 20 * zoom


def png(colour: str, size: int = 64) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    assert QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(held.data())


@pytest.mark.parametrize("zoom", [0.1, 1.0, 2.0])
def test_a_bitmap_is_softened_where_it_lies(qapp: QApplication, zoom: float) -> None:
    shape = Bitmap(20 / zoom, 40 / zoom, 100 / zoom, 50 / zoom, png("#000000"), 0.25)
    image = painted(shape, Path(line([(0, 0), (1, 0)]), stroke=Stroke("#000000", 1.0)), zoom=zoom)
    assert image.pixelColor(70, 65).name() in ("#bfbfbf", "#c0c0c0")
    assert image.pixelColor(10, 65).name() == "#ffffff"
    assert image.pixelColor(70, 95).name() == "#ffffff"


def test_bytes_that_are_no_picture_paint_nothing(qapp: QApplication) -> None:
    image = painted(Bitmap(0, 0, 100, 100, b"GIF89a"), Bitmap(0, 0, 100, 100, png("#000000")[:60]))
    assert image.pixelColor(50, 50).name() == "#ffffff"


def test_a_bitmap_stays_below_what_comes_after_it(qapp: QApplication) -> None:
    above = Path(rounded(Box(0, 0, 100, 100), 4), fill="#44AA99")
    over = Bitmap(50, 0, 50, 50, png("#000000"))
    image = painted(Bitmap(0, 0, 100, 100, png("#000000")), above, over)
    assert image.pixelColor(20, 20).name() == "#44aa99"
    assert image.pixelColor(70, 20).name() == "#000000"
