"""Dots are where a dotted line has them, and only where they are seen."""

from math import hypot

import pytest
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from facilitator.ui.canvas.dots import dots, paint_dots, within

SIZE = 200


def painted(line: QLineF, clip: QRectF) -> QImage:
    image = QImage(SIZE, SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.setClipRect(clip)
    paint_dots(painter, dots("#000000", 6.0), [line], 14.0)
    painter.end()
    return image


@pytest.mark.parametrize("end", [(190.3, 20.6), (20.2, 180.7), (171.1, 143.4), (12.4, 11.3)])
def test_each_dot_is_a_dot_around_its_place(qapp: QApplication, end: tuple[float, float]) -> None:
    line = QLineF(20.4, 20.6, *end)
    image = painted(line, QRectF(0, 0, SIZE, SIZE))
    count = int(line.length() / 14.0)
    for number in range(count + 1):
        at = line.pointAt(number * 14.0 / line.length())
        ink = {
            (x, y): 255 - image.pixelColor(x, y).lightness()
            for x in range(SIZE)
            for y in range(SIZE)
            if hypot(x + 0.5 - at.x(), y + 0.5 - at.y()) < 6
        }
        total = sum(ink.values())
        assert abs(total / 255 - 28.3) < 2.0  # the area of a dot
        assert abs(sum((x + 0.5) * dark for (x, _), dark in ink.items()) / total - at.x()) < 0.2
        assert abs(sum((y + 0.5) * dark for (_, y), dark in ink.items()) / total - at.y()) < 0.2


def test_a_part_is_the_part_of_the_whole(qapp: QApplication) -> None:
    line, part = QLineF(-900.0, -310.0, 700.0, 420.0), QRectF(60, 40, 100, 130)
    whole, some = painted(line, QRectF(0, 0, SIZE, SIZE)), painted(line, part)
    assert some != whole
    white = QColor("#FFFFFF")
    for x in range(SIZE):
        for y in range(SIZE):
            expected = whole.pixelColor(x, y) if part.contains(x + 0.5, y + 0.5) else white
            assert some.pixelColor(x, y) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ((-10, 5, 30, 5), (0.25, 0.5)),
        ((5, 20, 5, -20), (0.25, 0.5)),
        ((2, 2, 8, 8), (0.0, 1.0)),
    ],
)
def test_how_much_of_a_line_is_in_a_box(line: tuple[float, ...], expected: tuple[float, float]) -> None:
    assert within(QLineF(*line), QRectF(0, 0, 10, 10)) == pytest.approx(expected)


@pytest.mark.parametrize("line", [(-10, 15, 30, 15), (15, 0, 15, 10), (20, 0, 30, 10), (-9, 5, 5, 19)])
def test_a_line_beside_the_box_is_nowhere_in_it(line: tuple[float, ...]) -> None:
    first, last = within(QLineF(*line), QRectF(0, 0, 10, 10))
    assert last <= first
