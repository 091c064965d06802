"""The poster as a PDF: one sheet of its own size, or sheets to put together behind a page that says how."""

from __future__ import annotations

from typing import Any

from facilitator import words
from facilitator.drawing import lettering
from facilitator.drawing import shapes as drawn
from facilitator.drawing.theme import theme
from facilitator.minutes.drawn import Leaves
from facilitator.minutes.ink import BOLD, REGULAR, colour, paint
from facilitator.minutes.poster.plan import plan
from facilitator.minutes.poster.sheet import MM, REACH, Poster, Role
from facilitator.minutes.poster.tiling import OVERLAP, Tile, Tiling, name, seen, tiling
from facilitator.minutes.sheets import shortened
from facilitator.minutes.signature import called
from facilitator.minutes.typeset import line
from facilitator.words import _

_LOOK = theme("paper")
_PIECES: dict[Role, Any] = {"title": "H1", "text": "P", "map": "Figure", "legend": "Figure"}
_TICK, _OFF = 5 * MM, 1.2 * MM
"""How long a cut mark is, and how far from the corner it begins."""
_SMALL, _NAME = 7.5, 12.0
"""Letters in the margins of a sheet."""


def pdf(poster: Poster, tiles: str | None = None) -> bytes:
    """A poster as the bytes of a PDF, on one sheet of its own size or on several of the paper `tiles` (on one where
    the poster is no larger than that)."""
    with words.in_language(poster.language):
        leaves = Leaves(called(poster.title, _("Poster of the map")), poster.workshop)
        leaves.information.more[REACH] = f"{poster.reach:.2f}"
        cut = tiling(poster, tiles) if tiles else None
        if cut is None:
            _whole(leaves, poster)
        else:
            _tiled(leaves, poster, cut)
        return leaves.bytes()


def _whole(leaves: Leaves, poster: Poster) -> None:
    leaves.setPageSize((poster.width, poster.height))
    for part in poster.parts:
        told = part.said if part.role in ("map", "legend") else ""
        with leaves.piece(_PIECES[part.role], told):
            paint(leaves, part.picture, part.x, poster.height - part.y, part.scale)
    leaves.showPage()


def _tiled(leaves: Leaves, poster: Poster, cut: Tiling) -> None:
    plan(leaves, poster, cut)
    for number, tile in enumerate(cut.tiles, 1):
        leaves.setPageSize((cut.width, cut.height))
        _tile(leaves, poster, cut, tile)
        _margins(leaves, poster, cut, tile, number)
        leaves.showPage()


# One sheet


def _tile(leaves: Leaves, poster: Poster, cut: Tiling, tile: Tile) -> None:
    """What a sheet shows of the poster; where a sheet is empty but for its name, it says so."""
    window, left, top = tile.window, cut.margin, cut.height - cut.margin
    seen_in = (left, top - window.height, left + window.width, top)
    leaves.chapter(_("Sheet {name}").format(name=tile.name))
    with leaves.piece("Figure", _shown(poster, tile), seen_in):
        leaves.saveState()
        clip = leaves.beginPath()
        clip.rect(left, top - window.height, window.width, window.height)
        leaves.clipPath(clip, stroke=0, fill=0)
        for part in poster.parts:
            picture = seen(part, window)
            if picture is not None:
                paint(leaves, picture, left + part.x - window.x, top - (part.y - window.y), part.scale)
        leaves.restoreState()


def _shown(poster: Poster, tile: Tile) -> str:
    """A sheet for who does not see it: the words that are on it."""
    said = [
        shape.text
        for part in poster.parts
        for picture in (seen(part, tile.window),)
        if picture is not None
        for shape in picture.shapes
        if isinstance(shape, drawn.Text)
    ]
    told = _("Sheet {name} of the poster.").format(name=tile.name)
    return f"{told} {' '.join(said)}".strip()


def _margins(leaves: Leaves, poster: Poster, cut: Tiling, tile: Tile, number: int) -> None:
    """Around what a sheet shows: where to cut, where the next sheet comes, and which it is."""
    window = tile.window
    left, top = cut.margin, cut.height - cut.margin
    right, bottom = left + window.width, top - window.height
    with leaves.artifact():
        leaves.setStrokeColor(colour(_LOOK.ink))
        leaves.setLineWidth(0.5)
        leaves.setDash([])
        for x, way in ((left, -1), (right, 1)):
            for y in (bottom, top):
                leaves.line(x + way * _OFF, y, x + way * (_OFF + _TICK), y)
        for y, way in ((bottom, -1), (top, 1)):
            for x in (left, right):
                leaves.line(x, y + way * _OFF, x, y + way * (_OFF + _TICK))
        leaves.setStrokeColor(colour(_LOOK.accent))
        leaves.setLineWidth(1.1)
        leaves.setDash([2.2, 1.6])
        if tile.column + 1 < cut.columns:
            edge = right - OVERLAP
            for y, way in ((bottom, -1), (top, 1)):
                leaves.line(edge, y + way * _OFF, edge, y + way * (_OFF + _TICK))
            _beside(leaves, name(tile.row, tile.column + 1) + " →", right + 2, (top + bottom) / 2)
        if tile.row + 1 < cut.rows:
            edge = bottom + OVERLAP
            for x, way in ((left, -1), (right, 1)):
                leaves.line(x + way * _OFF, edge, x + way * (_OFF + _TICK), edge)
            _beside(leaves, name(tile.row + 1, tile.column) + " ↓", (left + right) / 2, bottom - 9)
    _named(leaves, poster, tile, f"{number} / {len(cut.tiles)}", left + _OFF + _TICK, top + 9, right)


def _beside(leaves: Leaves, text: str, x: float, y: float) -> None:
    """The sheet that comes there."""
    leaves.setFont(BOLD, _SMALL)
    leaves.setFillColor(colour(_LOOK.accent))
    leaves.drawString(x, y, text)


def _named(
    leaves: Leaves, poster: Poster, tile: Tile, count: str, x: float, baseline: float, right: float
) -> None:
    """Which sheet this is, in its upper margin: a running line, since the alternative of the sheet says it first."""
    with leaves.artifact():
        leaves.setFillColor(colour(_LOOK.ink))
        leaves.setFont(BOLD, _NAME)
        leaves.drawString(x, baseline, tile.name)
        after = x + lettering.width(tile.name, _NAME, True) + 8
        room = right - after - OVERLAP - 8
        said = f"{count.replace(' ', chr(160))} · {line(poster.title)}"
        leaves.setFont(REGULAR, _SMALL)
        leaves.setFillColor(colour(_LOOK.muted))
        leaves.drawString(after, baseline, shortened(said, room, _SMALL))
