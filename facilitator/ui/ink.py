"""Qt's ink: paints the pictures of `facilitator.drawing` with a QPainter.

A picture is prepared once (pens, brushes, paths, glyphs) and painted many times: painting allocates next to
nothing. Glyphs are placed one by one from the bundled font, without hinting nor kerning, at fractional sizes: words are
as wide here as in the PDF and in `drawing.lettering`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import log2
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QGlyphRun,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QRawFont,
)

from facilitator.drawing import lettering
from facilitator.drawing.bitmaps import pixels
from facilitator.drawing.shapes import Bitmap, Box, Command, Path, Picture, Stroke, Text

_CAPS = {"round": Qt.PenCapStyle.RoundCap, "flat": Qt.PenCapStyle.FlatCap}
_COARSE = 2.6
"""Under this width in pixels a round end or dot cannot be told from a square one, which is three times cheaper."""

# Once: an enumeration of Qt is slow to name, and to hand over.
_NO_PATH = QPainterPath()
_NO_PATH.setFillRule(Qt.FillRule.WindingFill)
_SMOOTH = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing

NO_PEN = QPen(Qt.PenStyle.NoPen)
NO_BRUSH = QBrush(Qt.BrushStyle.NoBrush)


_TALL = 60.0
"""From this size in pixels on, letters are painted as outlines: Qt leaves out glyphs that are much larger."""

Word = tuple[QPen, QPointF, QGlyphRun, Text]


_Alike = tuple[QPen, QBrush, list[QPainterPath]]
"""Paths of the same pen and brush."""


class _Run(NamedTuple):
    """Bitmaps, paths over them, and the words over both."""

    bitmaps: list[Bitmap]
    paths: list[tuple[QPen, QBrush, QPainterPath]]
    words: list[Word]


class Stamp(NamedTuple):
    """Paths around one place: the same ones elsewhere have the same key, and can be one small picture."""

    x: float
    y: float
    key: tuple[tuple[int, str | None, Stroke | None], ...]
    shapes: tuple[Path, ...]


class Prepared:
    """A picture ready to be painted, in its order: straight lines that come first apart, since they are painted far
    faster than paths, then everything else in runs of paths and of words.

    `stamped`: paths that have a place of their own are apart too, in `stamps`, above all the rest.
    """

    __slots__ = ("box", "lines", "runs", "stamps")

    def __init__(self, picture: Picture, *, stamped: bool = False) -> None:
        self.box = picture.box
        self.lines: list[tuple[Stroke, QLineF]] = []
        self.runs: list[_Run] = []
        self.stamps: list[Stamp] = []
        for shape in picture.shapes:
            if not isinstance(shape, Path):
                self._add(shape)
            elif stamped and (shape.x or shape.y):
                self._stamp(shape)
            else:
                self._add_path(shape)

    def _stamp(self, shape: Path) -> None:
        last = self.stamps[-1] if self.stamps else None
        kind = id(shape.outline), shape.fill, shape.stroke
        if last is not None and (last.x, last.y) == (shape.x, shape.y):
            self.stamps[-1] = Stamp(shape.x, shape.y, (*last.key, kind), (*last.shapes, shape))
        else:
            self.stamps.append(Stamp(shape.x, shape.y, (kind,), (shape,)))

    def _add(self, shape: Text | Bitmap) -> None:
        if isinstance(shape, Text):
            if shape.text:
                if not self.runs:
                    self.runs.append(_Run([], [], []))
                self.runs[-1].words.append((solid(shape.colour), *_glyphs(shape), shape))
            return
        if not self.runs or self.runs[-1].paths or self.runs[-1].words:
            self.runs.append(_Run([], [], []))
        self.runs[-1].bitmaps.append(shape)

    def _add_path(self, shape: Path) -> None:
        """A path that comes after words begins another run."""
        runs = self.runs
        if not runs:
            straight = _straight(shape)
            if straight is not None:
                self.lines.append(straight)
                return
        if not runs or runs[-1].words:
            runs.append(_Run([], [], []))
        line = pen(shape.stroke) if shape.stroke else NO_PEN
        fill = brush(shape.fill) if shape.fill else NO_BRUSH
        runs[-1].paths.append((line, fill, _path_of(shape)))

    @property
    def words(self) -> list[Word]:
        """All its words, in order."""
        return [word for run in self.runs for word in run.words]

    def paint(self, painter: QPainter) -> None:
        """Paints it where the painter stands."""
        zoom = painter.worldTransform().m11()
        for stroke, line in self.lines:
            painter.setPen(pen_at(stroke, zoom))
            painter.drawLine(line)
        for bitmaps, paths, words in self.runs:
            for bitmap in bitmaps:
                _paint_bitmap(painter, bitmap)
            for outlined, fill, outline in paths:
                painter.setPen(outlined)
                painter.setBrush(fill)
                painter.drawPath(outline)
            for colour, place, glyphs, text in words:
                if text.size * zoom >= _TALL:
                    painter.fillPath(
                        _outlined(text.text, text.size, text.bold).translated(place), colour.brush()
                    )
                else:
                    painter.setPen(colour)
                    painter.drawGlyphRun(place, glyphs)


def paint_paths(painter: QPainter, pictures: Iterable[Prepared]) -> None:
    """Paints the paths of links: curves first, and all those of a pen or brush at once, which is far faster."""
    alike: dict[tuple[int, int], _Alike] = {}
    for picture in pictures:
        for run in picture.runs:
            for line, fill, outline in run.paths:
                # Pens and brushes are made once each: their number is what they are.
                held = alike.get((id(line), id(fill)))
                if held is None:
                    held = alike[id(line), id(fill)] = (line, fill, [])
                held[2].append(outline)
    for line, fill, outlines in sorted(alike.values(), key=lambda held: held[0] is NO_PEN):
        painter.setPen(line)
        painter.setBrush(fill)
        for outline in outlines:
            painter.drawPath(outline)


def paint(painter: QPainter, picture: Picture) -> None:
    """Paints a picture once; who paints it again and again keeps a `Prepared`."""
    Prepared(picture).paint(painter)


def begin(painter: QPainter) -> QPainter:
    """Smooth edges, as every picture wants them."""
    painter.setRenderHints(_SMOOTH)
    return painter


@lru_cache(maxsize=512)
def colour(value: str) -> QColor:
    return QColor(value)


@lru_cache(maxsize=512)
def brush(value: str) -> QBrush:
    return QBrush(QColor(value))


@lru_cache(maxsize=512)
def solid(value: str) -> QPen:
    """What letters are written with."""
    return QPen(QColor(value))


@lru_cache(maxsize=1024)
def pen(stroke: Stroke) -> QPen:
    """The pen of a stroke."""
    made = QPen(QColor(stroke.colour), stroke.width)
    made.setCapStyle(_CAPS[stroke.cap])
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if stroke.dash:
        # Qt counts dashes in widths of the pen.
        made.setDashPattern([length / stroke.width for length in stroke.dash])
    return made


@lru_cache(maxsize=1024)
def _coarse(stroke: Stroke) -> QPen:
    """The pen of a stroke seen from afar: square ends, dots as short dashes."""
    if not stroke.dash or stroke.cap == "flat":
        return pen(Stroke(stroke.colour, stroke.width, stroke.dash, "flat"))
    drawn, empty = stroke.dash[0] + stroke.width, max(stroke.dash[1] - stroke.width, stroke.width * 0.4)
    return pen(Stroke(stroke.colour, stroke.width, (drawn, empty), "flat"))


def pen_at(stroke: Stroke, zoom: float) -> QPen:
    """The pen of a straight line at that zoom."""
    if stroke.cap == "flat" or stroke.width * zoom >= _COARSE:
        return pen(stroke)
    return _coarse(stroke)


def dotted(stroke: Stroke, zoom: float) -> bool:
    """Whether a line is seen as round dots at that zoom."""
    return bool(stroke.dash) and stroke.cap != "flat" and stroke.width * zoom >= _COARSE


def draw_lines(painter: QPainter, stroke: Stroke, lines: list[QLineF]) -> None:
    """Draws straight lines between cards, all of a stroke that is not seen as dots.

    Their ends are under a card or a head: square ones are not told from round ones there, and drawn many times faster.
    """
    zoom = painter.worldTransform().m11()
    if stroke.cap == "flat" or stroke.width * zoom < _COARSE:
        painter.setPen(pen_at(stroke, zoom))
    else:
        painter.setPen(_square(stroke))
    painter.drawLines(lines)


@lru_cache(maxsize=256)
def _square(stroke: Stroke) -> QPen:
    made = QPen(pen(stroke))
    made.setCapStyle(Qt.PenCapStyle.SquareCap)
    return made


def path(commands: Iterable[Command]) -> QPainterPath:
    """Commands as a path of Qt, non-zero rule."""
    made = QPainterPath(_NO_PATH)
    for command in commands:
        if command[0] == "L":
            made.lineTo(command[1], command[2])
        elif command[0] == "M":
            made.moveTo(command[1], command[2])
        elif command[0] == "C":
            made.cubicTo(*command[1:])
        else:
            made.closeSubpath()
    return made


def _path_of(shape: Path) -> QPainterPath:
    """Outlines with a place of their own, and those of cards, are shared by many shapes: each is made once, and set
    there. Lines and heads of links are not: what is as short is made at once."""
    placed = bool(shape.x or shape.y)
    if not placed and len(shape.outline) <= _SHORT:
        return path(shape.outline)
    held = _shared.get(id(shape.outline))
    if held is None:
        if len(_shared) >= _SHARED:
            _shared.clear()
        # Kept with its path: another tuple never takes its number.
        held = _shared[id(shape.outline)] = shape.outline, path(shape.outline)
    return held[1].translated(shape.x, shape.y) if placed else held[1]


_shared: dict[int, tuple[tuple[Command, ...], QPainterPath]] = {}
_SHORT = 4
"""Commands of an outline that no two shapes share: an arrowhead's."""
_SHARED = 2048
"""Outlines kept ready, at most."""


def rectangle(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)


def _paint_bitmap(painter: QPainter, shape: Bitmap) -> None:
    """A bitmap, from the copy of it that is nearest in size: halved pixels are smoother than skipped ones."""
    whole = bitmap(shape.data)
    if whole.isNull():
        return
    shown = shape.width * painter.worldTransform().m11()
    halvings = max(int(log2(whole.width() / shown)), 0) if shown > 0 else 0
    before = painter.opacity()
    painter.setOpacity(before * shape.opacity)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(shape.x, shape.y, shape.width, shape.height), bitmap(shape.data, halvings))
    painter.setOpacity(before)


@lru_cache(maxsize=6)
def bitmap(data: bytes, halvings: int = 0) -> QImage:
    """A PNG or a JPEG decoded, and halved so many times; a null image for what is neither."""
    if halvings:
        whole = bitmap(data)
        size = whole.size() / 2**halvings
        return whole.scaled(size.expandedTo(QSize(1, 1)), mode=Qt.TransformationMode.SmoothTransformation)
    if pixels(data) is None:
        return QImage()
    return QImage.fromData(data).convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _straight(shape: Path) -> tuple[Stroke, QLineF] | None:
    """A path that is one straight stroke."""
    if shape.fill or not shape.stroke or len(shape.outline) != 2:
        return None
    start, end = shape.commands
    if start[0] != "M" or end[0] != "L":
        return None
    return shape.stroke, QLineF(start[1], start[2], end[1], end[2])


@lru_cache(maxsize=256)
def _raw(size: float, bold: bool) -> QRawFont:
    return QRawFont(str(lettering.file(bold=bold)), size, QFont.HintingPreference.PreferNoHinting)


@lru_cache(maxsize=4096)
def _run(text: str, size: float, bold: bool) -> tuple[QGlyphRun, float]:
    """Glyphs placed from 0 on the baseline, and how far the pen went."""
    raw = _raw(size, bold)
    *places, end = lettering.places(text, size, bold)
    run = QGlyphRun()
    run.setRawFont(raw)
    run.setGlyphIndexes(raw.glyphIndexesForString(text))
    run.setPositions([QPointF(x, 0.0) for x in places])
    return run, end


@lru_cache(maxsize=256)
def _outlined(text: str, size: float, bold: bool) -> QPainterPath:
    """The same letters as one outline, from 0 on the baseline."""
    raw = _raw(size, bold)
    run, _width = _run(lettering.shown(text), size, bold)
    whole = QPainterPath()
    whole.setFillRule(Qt.FillRule.WindingFill)
    for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
        whole.addPath(raw.pathForGlyph(glyph).translated(place))
    return whole


def _glyphs(text: Text) -> tuple[QPointF, QGlyphRun]:
    run, width = _run(lettering.shown(text.text), text.size, text.bold)
    back = {"start": 0.0, "middle": width / 2, "end": width}[text.anchor]
    return QPointF(text.x - back, text.y), run
