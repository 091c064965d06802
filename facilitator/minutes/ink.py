"""Paints a picture of `facilitator.drawing` on a reportlab canvas: vector strokes and real text, nothing rasterised.

Pictures grow downwards in map units, pages upwards in points: coordinates are turned here, once, so that letters
stand upright. Widths are those of `facilitator.drawing.lettering`: same files, kerning off.
"""

from __future__ import annotations

from functools import cache, lru_cache
from io import BytesIO
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from facilitator.drawing import lettering
from facilitator.drawing.shapes import Bitmap, Command, Path, Picture, Stroke, Text

REGULAR, BOLD = "Atkinson", "Atkinson-Bold"
_NON_ZERO = 1
_ROUND, _FLAT = 1, 0


@cache
def register_fonts() -> None:
    """Makes both weights known to reportlab, under `REGULAR` and `BOLD`."""
    pdfmetrics.registerFont(TTFont(REGULAR, str(lettering.file(bold=False))))
    pdfmetrics.registerFont(TTFont(BOLD, str(lettering.file(bold=True))))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)


@lru_cache(maxsize=256)
def colour(value: str) -> Color:
    """A "#RRGGBB" as reportlab's colour."""
    return HexColor(value)


def paint(canvas: Canvas, picture: Picture, x: float, y: float, scale: float = 1.0) -> None:
    """Paints the picture, the top left corner of its box at `x`, `y` of the page, `scale` points to the unit."""
    register_fonts()
    box = picture.box
    canvas.saveState()
    canvas.transform(scale, 0, 0, scale, x - box.x * scale, y + box.y * scale)
    canvas.setLineJoin(_ROUND)
    pen = _Pen(canvas)
    for shape in picture.shapes:
        if isinstance(shape, Path):
            pen.path(shape)
        elif isinstance(shape, Text):
            pen.text(shape)
        else:
            _bitmap(canvas, shape)
    canvas.restoreState()


def _bitmap(canvas: Canvas, shape: Bitmap) -> None:
    """A bitmap; one whose bytes are broken after all is left out."""
    try:
        image = ImageReader(BytesIO(shape.data))
        image.getRGBData()
    except (OSError, ValueError, SyntaxError):
        return
    canvas.saveState()
    canvas.setFillAlpha(shape.opacity)
    canvas.drawImage(image, shape.x, -shape.y - shape.height, shape.width, shape.height, mask="auto")
    canvas.restoreState()


class _Pen:
    """Remembers colour and stroke, so that a map says them once and not for each of its shapes."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._fill = ""
        self._stroke: Stroke | None = None

    def path(self, shape: Path) -> None:
        if shape.fill is not None:
            self._fill_with(shape.fill)
        if shape.stroke is not None:
            self._stroke_with(shape.stroke)
        outline = self._canvas.beginPath()
        for command in shape.outline:
            _traced(outline, command, shape.x, shape.y)
        self._canvas.drawPath(
            outline,
            stroke=int(shape.stroke is not None),
            fill=int(shape.fill is not None),
            fillMode=_NON_ZERO,
        )

    def text(self, shape: Text) -> None:
        self._fill_with(shape.colour)
        said = lettering.shown(shape.text)
        share = {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.anchor]
        back = share * lettering.width(said, shape.size, shape.bold) if share else 0.0
        self._canvas.setFont(BOLD if shape.bold else REGULAR, shape.size)
        self._canvas.drawString(shape.x - back, -shape.y, said)

    def _fill_with(self, value: str) -> None:
        if value != self._fill:
            self._canvas.setFillColor(colour(value))
            self._fill = value

    def _stroke_with(self, stroke: Stroke) -> None:
        if stroke == self._stroke:
            return
        self._canvas.setStrokeColor(colour(stroke.colour))
        self._canvas.setLineWidth(stroke.width)
        self._canvas.setLineCap(_ROUND if stroke.cap == "round" else _FLAT)
        self._canvas.setDash(list(stroke.dash))
        self._stroke = stroke


def _traced(outline: Any, command: Command, dx: float, dy: float) -> None:
    """One command of a path, moved, y turned."""
    if command[0] == "L":
        outline.lineTo(command[1] + dx, -command[2] - dy)
    elif command[0] == "C":
        _letter, x1, y1, x2, y2, x, y = command
        outline.curveTo(x1 + dx, -y1 - dy, x2 + dx, -y2 - dy, x + dx, -y - dy)
    elif command[0] == "M":
        outline.moveTo(command[1] + dx, -command[2] - dy)
    else:
        outline.close()
