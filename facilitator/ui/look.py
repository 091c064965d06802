"""The look of the windows: fonts, palette and style sheet, all derived from a theme.

A widget says what it is with the property `role` (see `ROLES`), never how it looks:

    label.setProperty("role", "title")

Sizes follow the person's text size: the system's, times the one chosen in the app.
"""

from __future__ import annotations

from functools import cache
from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from facilitator import paths
from facilitator.drawing.theme import Theme, blend, readable, theme

FAMILY = "Atkinson Hyperlegible Next"
BODY, SMALL, HEADING, TITLE = 14, 12, 15, 22
"""Text sizes of the windows in pixels, at a text size of 100 %."""
ROLES = {
    "QLabel": (
        "title",
        "heading",
        "question",
        "muted",
        "small",
        "caption",
        "label",
        "hint",
        "error",
        "big",
        "wordmark",
        "mark",
    ),
    "QPushButton": (
        "primary",
        "accent",
        "quiet",
        "chip",
        "round",
        "search",
        "segment",
        "link",
        "danger",
        "icon",
        "kind",
        "session",
        "foot",
        "alarm",
        "aside",
        "switch",
    ),
    "QFrame": ("bar", "foot", "panel", "tray", "card", "notice", "error", "rule", "switch", "popup"),
}
"""Every role the style sheet knows, by the class that may wear it."""
SHEETS = ("windows.qss", "panels.qss")
"""The style sheets, the later ones over the first."""
TEXT_SIZES = (1.0, 1.25, 1.5, 2.0)
"""Text sizes one can choose from, beside the system's own."""

_scale = 1.0


def dress(app: QApplication, *, scale: float = 1.0, key: str = "screen") -> None:
    """Gives the whole app its style, font, palette and style sheet; `scale` is 1.0 for ordinary text."""
    global _scale  # noqa: PLW0603 - one app, one size of text
    _scale = scale
    load_fonts()
    if app.style().name().lower() != "fusion":
        app.setStyle("fusion")
    app.setFont(font())
    app.setPalette(_palette(theme(key)))
    app.setStyleSheet(style_sheet(theme(key), scale))


def font(size: int = BODY, *, bold: bool = False) -> QFont:
    """The face of the product, `size` in pixels before the person's text size."""
    face = QFont(FAMILY)
    face.setPixelSize(px(size))
    face.setBold(bold)
    return face


def px(length: float) -> int:
    """A length of the windows in pixels, at the text size of the moment."""
    return round(length * _scale)


def wear(widget: QWidget, role: str) -> None:
    """Gives a widget another role while it is shown."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


@cache
def load_fonts() -> tuple[int, ...]:
    """The bundled faces, once for the process; their ids."""
    files = sorted(paths.resource("fonts").glob("*.ttf"))
    return tuple(QFontDatabase.addApplicationFont(str(file)) for file in files)


def system_scale(app: QApplication) -> float:
    """How much larger than ordinary the person's system writes, between 1 and 2."""
    points = app.font().pointSizeF()
    return min(max(points / 11.0, 1.0), 2.0) if points > 0 else 1.0


def _palette(look: Theme) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    colours = {
        role.Window: look.paper,
        role.WindowText: look.ink,
        role.Base: look.surface,
        role.AlternateBase: look.paper,
        role.Text: look.ink,
        role.Button: look.surface,
        role.ButtonText: look.ink,
        role.BrightText: look.danger,
        role.Highlight: look.accent,
        role.HighlightedText: readable(look.accent),
        role.ToolTipBase: look.ink,
        role.ToolTipText: look.paper,
        role.PlaceholderText: look.muted,
        role.Link: look.accent,
        role.LinkVisited: look.accent,
        role.Mid: look.hairline,
        role.Accent: look.accent,
    }
    for name, colour in colours.items():
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(blend(look.muted, look.paper, 0.35)))
    return palette


def style_sheet(look: Theme, scale: float = 1.0) -> str:
    """The style sheet of the windows; lengths in it follow the text size."""
    lengths = {f"p{n}": f"{round(n * scale)}px" for n in range(1, 41)}
    sheet = "\n".join(paths.resource("themes", name).read_text("utf-8") for name in SHEETS)
    return Template(sheet).substitute(
        lengths,
        family=FAMILY,
        chevron=paths.resource("icons", "chevron-down.svg").as_posix(),
        radio=paths.resource("icons", "radio.svg").as_posix(),
        tick=paths.resource("icons", "tick.svg").as_posix(),
        some=paths.resource("icons", "some.svg").as_posix(),
        body=f"{round(BODY * scale)}px",
        small=f"{round(SMALL * scale)}px",
        heading=f"{round(HEADING * scale)}px",
        title=f"{round(TITLE * scale)}px",
        big=f"{round(32 * scale)}px",
        paper=look.paper,
        surface=look.surface,
        ink=look.ink,
        muted=look.muted,
        hairline=look.hairline,
        line=blend(look.muted, look.paper, 0.35),
        accent=look.accent,
        on_accent=readable(look.accent),
        accent_deep=blend(look.accent, look.ink, 0.3),
        accent_pale=blend(look.accent, look.paper, 0.88),
        danger=look.danger,
        danger_pale=blend(look.danger, look.paper, 0.9),
        pale=blend(look.hairline, look.paper, 0.55),
        faint=blend(look.muted, look.paper, 0.45),
    )
