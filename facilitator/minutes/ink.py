"""Paints a picture of `facilitator.drawing` on a reportlab canvas: vector strokes and real text, nothing rasterised.

Pictures grow downwards in map units, pages upwards in points: coordinates are turned here, once, so that letters
stand upright. Widths are those of `facilitator.drawing.lettering`: same files, kerning off.
"""

from __future__ import annotations

import warnings
from functools import cache, lru_cache
from io import BytesIO

from PIL import Image
from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from facilitator.drawing import lettering
from facilitator.drawing.shapes import Bitmap, Command, Path, Picture, Stroke, Text

REGULAR, BOLD = "Atkinson", "Atkinson-Bold"
rl_config.useA85 = 0  # pages as bytes: a fifth smaller, and sooner written
_ROUND, _FLAT = 1, 0
_KINDS = ("PNG", "JPEG")
_MOST_PIXELS = 40_000_000
"""Pixels: seven times the largest picture that the product keeps."""


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
    image = readable_image(shape.data)
    if image is None:
        return
    canvas.saveState()
    canvas.setFillAlpha(shape.opacity)
    canvas.drawImage(image, shape.x, -shape.y - shape.height, shape.width, shape.height, mask="auto")
    canvas.restoreState()


def readable_image(data: bytes) -> ImageReader | None:
    """The picture of some bytes, unless they are broken, of another kind than `rules.MEDIA`, or would unpack to far
    more than a page can show."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=_KINDS) as opened:
                if opened.width * opened.height > _MOST_PIXELS:
                    return None
        image = ImageReader(BytesIO(data))
        image.getRGBData()
    except (
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ):
        return None
    return image


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
        way = [_traced(command, shape.x, shape.y) for command in shape.outline]
        how = _PAINTED[shape.fill is not None, shape.stroke is not None]
        self._canvas.addLiteral(" ".join((*way, how)))

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


def _traced(command: Command, dx: float, dy: float) -> str:
    """One command of a path as PDF says it, moved, y turned."""
    if command[0] == "L":
        return f"{command[1] + dx:.2f} {-command[2] - dy:.2f} l"
    if command[0] == "C":
        _letter, x1, y1, x2, y2, x, y = command
        return f"{x1 + dx:.2f} {-y1 - dy:.2f} {x2 + dx:.2f} {-y2 - dy:.2f} {x + dx:.2f} {-y - dy:.2f} c"
    if command[0] == "M":
        return f"{command[1] + dx:.2f} {-command[2] - dy:.2f} m"
    return "h"


_PAINTED = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}
"""What PDF does with a path, by whether it is filled and stroked; what overlaps itself is filled."""
