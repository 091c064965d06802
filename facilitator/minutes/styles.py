"""The look of the minutes: sizes, colours and measures, in points, in one place."""

from __future__ import annotations

from functools import cache

from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from facilitator.drawing.theme import blend, theme
from facilitator.minutes.ink import BOLD, REGULAR, colour, register_fonts

THEME = theme("paper")
INK, MUTED, ACCENT, HAIRLINE = THEME.ink, THEME.muted, THEME.accent, THEME.hairline
TINT = blend(ACCENT, THEME.paper, 0.93)

PORTRAIT: tuple[float, float] = A4
LANDSCAPE: tuple[float, float] = landscape(A4)
FOLDED: tuple[float, float] = landscape(A3)
SIDE, TOP, BOTTOM = 24 * mm, 33 * mm, 33 * mm
"""What is read keeps out of the eighths of a page where readers and programs look for running lines."""
FIRST_TOP = 17 * mm
MAP_SIDE = 11 * mm
SHEETS: dict[bool, tuple[tuple[float, float], float, float]] = {
    False: (LANDSCAPE, 15.5 * mm, 25.5 * mm),
    True: (FOLDED, 20 * mm, 36 * mm),
}
"""Size, room at the top and at the bottom of a sheet, whether it is folded."""
WIDTH = PORTRAIT[0] - 2 * SIDE
HEIGHT = PORTRAIT[1] - TOP - BOTTOM
COVER = PORTRAIT[1] - FIRST_TOP - BOTTOM
SHEET_HEAD = 46.0
"""What the heading and the caption of a map take of its page."""

GUTTER = 94.0
"""Left of a point: its symbol and the word of its state."""


def _style(name: str, size: float, leading: float, *, bold: bool = False, **more: object) -> ParagraphStyle:
    register_fonts()
    ink = more.pop("ink", INK)
    return ParagraphStyle(
        name,
        fontName=BOLD if bold else REGULAR,
        bulletFontName=REGULAR,
        bulletFontSize=size,
        fontSize=size,
        leading=leading,
        textColor=colour(str(ink)),
        bulletColor=colour(ACCENT),
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
        **more,
    )


@cache
def style(name: str) -> ParagraphStyle:
    """The style of a kind of paragraph."""
    return _STYLES[name]()


_STYLES = {
    "body": lambda: _style("body", 10, 15, spaceAfter=6),
    "lead": lambda: _style("lead", 12.5, 18.5, spaceAfter=9),
    "question": lambda: _style("question", 10, 15, ink=MUTED, spaceAfter=6),
    "note": lambda: _style("note", 9, 13.5, spaceAfter=5),
    "bullet": lambda: _style("bullet", 10, 15, spaceAfter=3.5, leftIndent=13, bulletIndent=2),
    "bullet.tight": lambda: _style("bullet.tight", 9.5, 13.5, spaceAfter=1.5, leftIndent=13, bulletIndent=2),
    "link": lambda: _style("link", 9.5, 13.5, spaceAfter=4, leftIndent=32),
    "entry": lambda: _style("entry", 10.5, 15, spaceBefore=7, spaceAfter=1),
    "told": lambda: _style("told", 9.5, 14, spaceAfter=1, leftIndent=12),
    "listed": lambda: _style("listed", 10, 13.5, spaceAfter=1),
    "listed.told": lambda: _style("listed.told", 9, 12.5),
    "point": lambda: _style("point", 10, 15, spaceBefore=7, spaceAfter=3, leftIndent=GUTTER),
    "said": lambda: _style("said", 10, 15, spaceAfter=4, leftIndent=GUTTER),
    "heading1": lambda: _style("heading1", 20, 25, bold=True, spaceBefore=32, spaceAfter=9),
    "heading2": lambda: _style("heading2", 13, 18, bold=True, ink=ACCENT, spaceBefore=15, spaceAfter=5),
    "heading3": lambda: _style("heading3", 10.5, 15, bold=True, spaceBefore=9, spaceAfter=3),
    "overline": lambda: _style("overline", 10, 14, bold=True, ink=ACCENT, spaceAfter=8),
    "title": lambda: _style("title", 31, 37, bold=True, spaceAfter=12),
    "title.long": lambda: _style("title.long", 22, 28, bold=True, spaceAfter=12),
    "title.longer": lambda: _style("title.longer", 15, 21, bold=True, spaceAfter=12),
    "common": lambda: _style("common", 16, 22, ink=ACCENT, leftIndent=14, spaceAfter=20),
    "common.long": lambda: _style("common.long", 12, 17.5, ink=ACCENT, leftIndent=14, spaceAfter=20),
    "label": lambda: _style("label", 8.5, 12, ink=MUTED),
    "value": lambda: _style("value", 10.5, 14.5),
    "head": lambda: _style("head", 8.5, 12, bold=True, ink=MUTED),
    "cell": lambda: _style("cell", 9.5, 13.5),
    "cell.tight": lambda: _style("cell.tight", 9, 12),
    "callout.title": lambda: _style("callout.title", 12, 16, bold=True, ink=ACCENT),
    "callout": lambda: _style("callout", 10, 14, leftIndent=13, bulletIndent=1),
    "caption": lambda: _style("caption", 9, 12, ink=MUTED, spaceAfter=4),
    "sheet": lambda: _style("sheet", 16, 19, bold=True),
}


def title_style(text: str) -> ParagraphStyle:
    """Long titles are smaller: none is ever cut."""
    return style("title" if len(text) <= 60 else "title.long" if len(text) <= 160 else "title.longer")


def common_style(text: str) -> ParagraphStyle:
    """The style of the common question, on the same terms."""
    return style("common" if len(text) <= 160 else "common.long")
