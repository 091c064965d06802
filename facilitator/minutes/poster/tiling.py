"""A poster cut into sheets that any printer takes, to be put together with scissors and glue. Lengths are points.

Each sheet shows the last strip of the one before it once more: it is laid over that strip, so that no gap can show.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from string import ascii_uppercase

from facilitator.drawing import lettering
from facilitator.drawing.lettering import ASCENT, DESCENT
from facilitator.drawing.shapes import Bitmap, Box, Path, Picture, Shape, Text, box_of
from facilitator.minutes.poster.sheet import MM, SIZES, Part, Poster

MARGINS, OVERLAP = {"a4": 10 * MM, "a3": 15 * MM}, 10 * MM
"""Around what a sheet shows of the poster, for printers and marks; and what two neighbours both show."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One sheet: its place from 0, and what it shows of the poster."""

    row: int
    column: int
    window: Box

    @property
    def name(self) -> str:
        return name(self.row, self.column)


@dataclass(frozen=True, slots=True)
class Tiling:
    """Sheets of one paper, row by row."""

    width: float
    height: float
    margin: float
    rows: int
    columns: int
    tiles: tuple[Tile, ...]

    @property
    def step(self) -> tuple[float, float]:
        """From one sheet to the next, on the poster."""
        around = 2 * self.margin + OVERLAP
        return self.width - around, self.height - around


def name(row: int, column: int) -> str:
    """A letter for the row, a number for the column: B2."""
    return f"{ascii_uppercase[row]}{column + 1}"


def tiling(poster: Poster, paper: str) -> Tiling | None:
    """The fewest sheets of that paper, all upright or all lying; as the poster where it makes no difference. None where
    the poster is no larger than one of them."""
    short, long = (side * MM for side in SIZES[paper])
    if poster.width * poster.height <= short * long * 1.001:  # sides of papers are rounded to a millimetre
        return None
    lying = poster.width > poster.height
    papers = ((long, short), (short, long)) if lying else ((short, long), (long, short))
    return min(
        (_cut(poster, *sheet, MARGINS[paper]) for sheet in papers), key=lambda cut: cut.rows * cut.columns
    )


def _cut(poster: Poster, width: float, height: float, margin: float) -> Tiling:
    sheet = Tiling(width, height, margin, 0, 0, ())
    step_x, step_y = sheet.step
    columns, rows = ceil((poster.width - OVERLAP) / step_x), ceil((poster.height - OVERLAP) / step_y)
    tiles = tuple(
        Tile(row, column, _window(x, y, poster, sheet.step))
        for row in range(rows)
        for column in range(columns)
        for x, y in ((column * step_x, row * step_y),)
    )
    return replace(sheet, rows=rows, columns=columns, tiles=tiles)


def _window(x: float, y: float, poster: Poster, step: tuple[float, float]) -> Box:
    return Box(x, y, min(step[0] + OVERLAP, poster.width - x), min(step[1] + OVERLAP, poster.height - y))


def seen(part: Part, window: Box) -> Picture | None:
    """What of a part is to be painted for a window of the poster; None where nothing is."""
    box = part.picture.box
    wanted = Box(
        box.x + (window.x - part.x) / part.scale,
        box.y + (window.y - part.y) / part.scale,
        window.width / part.scale,
        window.height / part.scale,
    )
    shapes = tuple(shape for shape in part.picture.shapes if wanted.intersects(_ink(shape)))
    return Picture(shapes, box) if shapes else None


def _ink(shape: Shape) -> Box:
    """A box that holds all the ink of a shape, and perhaps a little more."""
    if isinstance(shape, Bitmap):
        return Box(shape.x, shape.y, shape.width, shape.height)
    if isinstance(shape, Text):
        width = lettering.width(shape.text, shape.size, shape.bold)
        left = shape.x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.anchor]
        return Box(left, shape.y - ASCENT * shape.size, width, (ASCENT + DESCENT) * shape.size)
    return _path_ink(shape)


def _path_ink(shape: Path) -> Box:
    points = [
        (shape.x + float(command[at]), shape.y + float(command[at + 1]))
        for command in shape.outline
        for at in range(1, len(command), 2)
    ]
    return box_of(points).grown(shape.stroke.width / 2 if shape.stroke else 0.0)
