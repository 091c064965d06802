"""The first page of a poster in sheets: how to put them together, and where each goes."""

from __future__ import annotations

from facilitator.drawing import lettering
from facilitator.drawing.lettering import LINE
from facilitator.drawing.shapes import Path, Picture
from facilitator.drawing.theme import blend, theme
from facilitator.minutes.drawn import Leaves
from facilitator.minutes.ink import BOLD, REGULAR, colour, paint
from facilitator.minutes.poster.sheet import MM, Poster
from facilitator.minutes.poster.tiling import Tiling
from facilitator.minutes.typeset import line
from facilitator.words import _, ngettext

_LOOK = theme("paper")
_SIDE = 18 * MM
_RULER = 100 * MM
_TITLE, _BODY = 20.0, 10.5


def plan(leaves: Leaves, poster: Poster, cut: Tiling) -> None:
    """Draws that page."""
    leaves.setPageSize((cut.width, cut.height))
    leaves.chapter(_("How to put it together"))
    y = cut.height - _SIDE
    with leaves.piece("H1"):
        y = _set(leaves, _("A poster to put together: {title}").format(title=poster.title), y, cut, _TITLE)
    for told in _steps(poster, cut):
        with leaves.piece("P"):
            y = _set(leaves, told, y - 4, cut, _BODY)
    y = _ruler(leaves, y - 10)
    with leaves.piece("Figure", f"{_told(cut)} {poster.map.said}"):
        _drawn(leaves, poster, cut, y - 16)
    leaves.showPage()


def _steps(poster: Poster, cut: Tiling) -> tuple[str, ...]:
    count = len(cut.tiles)
    width, height = (round(side / MM / 10) for side in (poster.width, poster.height))
    return (
        ngettext(
            "{count} sheet makes a poster of {width} × {height} cm.",
            "{count} sheets make a poster of {width} × {height} cm.",
            count,
        ).format(count=count, width=width, height=height),
        _("1. Print every page at 100 % (“actual size”), on one side. The ruler below then measures 10 cm."),
        _(
            "2. On each sheet, cut along the marks on its left and at its top where another sheet comes before it."
        ),
        _(
            "3. Put the sheets together row by row, as on the plan: each one covers a strip of the one before, as "
            "far as the dashed marks. Glue or tape it there."
        ),
        _("4. Cut what stands out around the poster."),
    )


def _set(leaves: Leaves, text: str, y: float, cut: Tiling, size: float) -> float:
    """Sets words from `y` down, as wide as the page; where they end."""
    bold = size == _TITLE
    leaves.setFillColor(colour(_LOOK.ink))
    leaves.setFont(BOLD if bold else REGULAR, size)
    for said in lettering.wrap(line(text), size, bold, cut.width - 2 * _SIDE):
        y -= size * LINE
        leaves.drawString(_SIDE, y, said)
    return y - size * 0.2


def _ruler(leaves: Leaves, y: float) -> float:
    """Ten centimetres, to see that the printer left the sizes as they are."""
    with leaves.artifact():
        leaves.setStrokeColor(colour(_LOOK.ink))
        leaves.setLineWidth(0.8)
        leaves.line(_SIDE, y, _SIDE + _RULER, y)
        for centimetre in range(11):
            x = _SIDE + centimetre * 10 * MM
            leaves.line(x, y, x, y - (7 if centimetre % 5 == 0 else 4))
    with leaves.piece("P"):
        leaves.setFillColor(colour(_LOOK.ink))
        leaves.setFont(REGULAR, _BODY)
        leaves.drawString(_SIDE + _RULER + 8, y - 6, line("10 cm"))
    return y - 7


def _told(cut: Tiling) -> str:
    """The plan for who does not see it."""
    rows = (
        _("Row {number}, from left to right: {names}.").format(
            number=row + 1, names=", ".join(tile.name for tile in cut.tiles if tile.row == row)
        )
        for row in range(cut.rows)
    )
    return " ".join([_("Plan of the poster."), *rows])


def _drawn(leaves: Leaves, poster: Poster, cut: Tiling, top: float) -> None:
    """The poster in small without its words, and the sheet that shows each place."""
    scale = min((cut.width - 2 * _SIDE) / poster.width, (top - _SIDE) / poster.height)
    left = (cut.width - poster.width * scale) / 2
    for part in poster.parts:
        shapes = tuple(shape for shape in part.picture.shapes if isinstance(shape, Path))
        paint(
            leaves,
            Picture(shapes, part.picture.box),
            left + part.x * scale,
            top - part.y * scale,
            part.scale * scale,
        )
    leaves.setStrokeColor(colour(_LOOK.muted))
    leaves.setLineWidth(0.7)
    leaves.setDash([])
    for tile in cut.tiles:
        window = tile.window
        last_x, last_y = window.right >= poster.width - 1, window.bottom >= poster.height - 1
        width = window.width if last_x else cut.step[0]
        height = window.height if last_y else cut.step[1]
        x, y = left + window.x * scale, top - window.y * scale
        leaves.rect(x, y - height * scale, width * scale, height * scale, fill=0)
        _name(
            leaves, tile.name, x + width * scale / 2, y - height * scale / 2, 0.3 * min(width, height) * scale
        )


def _name(leaves: Leaves, name: str, x: float, y: float, room: float) -> None:
    """The name of a sheet on a ground of its own, in the middle of its place."""
    size = min(max(room, 7.0), 26.0)
    leaves.setFillColor(colour(blend(_LOOK.accent, _LOOK.paper, 0.88)))
    leaves.circle(x, y, size * 0.95, stroke=0, fill=1)
    leaves.setFillColor(colour(_LOOK.accent))
    leaves.setFont(BOLD, size)
    leaves.drawCentredString(x, y - size * lettering.CAP_HEIGHT / 2, name)
