"""The look of the windows: fonts, palette and style sheet, all derived from a theme.

A widget says what it is with the property `role` (see `ROLES`), never how it looks:

    label.setProperty("role", "title")

Sizes follow the person's text size: the system's, times the one chosen in the app.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from string import Template
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLayout, QLineEdit, QWidget

from facilitator import paths
from facilitator.drawing.theme import Theme, blend, contrast, readable
from facilitator.drawing.theme import theme as named

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
SIGNS = ("chevron", "up", "radio", "tick", "some")
"""Drawings the style sheets show by name, one of each for each theme of the windows."""
TEXT_SIZES = (1.0, 1.25, 1.5, 2.0)
"""Text sizes one can choose from, beside the system's own."""

_SEEN = 1.2
"""The least contrast of a chosen line with the list around it; its words stand out far more."""

_SCHEMES = {
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
    "system": Qt.ColorScheme.Unknown,
}
"""What is asked of the system for each appearance of the windows: of the last, nothing."""

Measured = TypeVar("Measured", bound=QObject)

_scale = 1.0
_worn = "screen"


def theme() -> Theme:
    """The colours the windows wear at the moment. The wall and paper have their own, by day and by night."""
    return named(_worn)


def dress(app: QApplication, *, scale: float = 1.0, key: str = "screen") -> None:
    """Gives the whole app its style, font, palette and style sheet; `scale` is 1.0 for ordinary text."""
    global _scale, _worn
    grown = scale != _scale
    _scale, _worn = scale, key
    load_fonts()
    if app.style().name().lower() != "fusion":
        app.setStyle("fusion")
    for window in app.topLevelWidgets() if grown else ():
        for thing in (*window.findChildren(QWidget), *window.findChildren(QLayout)):
            _measure_again(thing)
    app.setFont(font())
    app.setPalette(_palette(theme()))
    app.setStyleSheet(style_sheet(theme(), scale))


def appear(app: QApplication, appearance: str) -> str:
    """Has what the system draws around the windows look so too; the key of the theme they are to wear."""
    hints, asked = app.styleHints(), _SCHEMES[appearance]
    hints.setColorScheme(asked)
    return key_of(hints.colorScheme() if appearance == "system" else asked)


def key_of(scheme: Qt.ColorScheme) -> str:
    """The theme of the windows in a scheme of the system; by day where it says nothing."""
    return "screen_dark" if scheme == Qt.ColorScheme.Dark else "screen"


def font(size: int = BODY, *, bold: bool = False) -> QFont:
    """The face of the product, `size` in pixels before the person's text size."""
    face = QFont(FAMILY)
    face.setPixelSize(px(size))
    face.setBold(bold)
    return face


def px(length: float) -> int:
    """A length of the windows in pixels, at the text size of the moment."""
    return round(length * _scale)


def measure(thing: Measured, **lengths: int | tuple[int, ...]) -> Measured:
    """Gives lengths to a widget or a layout, in pixels at a text size of 100 %: they follow the text size.

    A layout has `margins`, `spacing`, or `across` and `down`; a widget an `icon`, how `low`, `high` and `wide` it is.
    """
    thing.setProperty("lengths", (thing.property("lengths") or {}) | lengths)
    _measure_again(thing)
    return thing


def _measure_again(thing: QObject) -> None:
    for name, length in (thing.property("lengths") or {}).items():
        _GIVEN[name](thing, *(map(px, length) if isinstance(length, list | tuple) else (px(length),)))


_GIVEN: dict[str, Callable[..., object]] = {
    "margins": lambda layout, *sides: layout.setContentsMargins(*sides),
    "spacing": lambda layout, gap: layout.setSpacing(gap),
    "across": lambda grid, gap: grid.setHorizontalSpacing(gap),
    "down": lambda grid, gap: grid.setVerticalSpacing(gap),
    "icon": lambda button, side: button.setIconSize(QSize(side, side)),
    "low": lambda widget, height: widget.setMinimumHeight(height),
    # A label whose least height alone was given goes on asking for the one it had when its letters changed.
    "high": lambda widget, height: widget.setFixedHeight(height),
    "wide": lambda widget, width: widget.setFixedWidth(width),
}
"""How each length is given."""


def give_room(dialog: QWidget, width: int, height: int) -> None:
    """Makes a dialog that large, at a text size of 100 %, or as large as the screen holds with its frame."""
    dialog.resize(QSize(px(width), px(height)).boundedTo(dialog.screen().availableSize() - QSize(40, 60)))


def wear(widget: QWidget, role: str) -> None:
    """Gives a widget another role while it is shown."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        # What a frame leaves around its words is measured then alone.
        QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))


def inset(field: QAbstractSpinBox) -> None:
    """Keeps a number away from the frame of its field: no style sheet reaches the line it is written on."""
    held: QLineEdit | None = field.findChild(QLineEdit)
    if held is not None:
        held.setTextMargins(px(8), 0, px(8), 0)


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
    palette = QPalette(QColor(look.surface), QColor(look.paper))
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


def _chosen(look: Theme) -> str:
    """The ground of a chosen line, as pale as one still sees it in the list around: by night, less than by day."""
    grounds = (blend(look.accent, look.paper, share) for share in (0.88, 0.82, 0.75))
    return next((one for one in grounds if contrast(one, look.surface) >= _SEEN), look.hairline)


def style_sheet(look: Theme, scale: float = 1.0) -> str:
    """The style sheet of the windows; lengths in it follow the text size."""
    lengths = {f"p{n}": f"{round(n * scale)}px" for n in range(1, 41)}
    signs = {name: paths.resource("icons", look.key, f"{name}.svg").as_posix() for name in SIGNS}
    sheet = "\n".join(paths.resource("themes", name).read_text("utf-8") for name in SHEETS)
    return Template(sheet).substitute(
        lengths | signs,
        small=f"{round(SMALL * scale)}px",
        heading=f"{round(HEADING * scale)}px",
        title=f"{round(TITLE * scale)}px",
        big=f"{round(32 * scale)}px",
        paper=look.paper,
        surface=look.surface,
        ink=look.ink,
        muted=look.muted,
        hairline=look.hairline,
        line=blend(look.muted, look.paper, 0.3),
        accent=look.accent,
        on_accent=readable(look.accent),
        accent_deep=blend(look.accent, look.ink, 0.3),
        accent_pale=blend(look.accent, look.paper, 0.88),
        chosen=_chosen(look),
        danger=look.danger,
        danger_pale=blend(look.danger, look.paper, 0.9),
        pale=blend(look.hairline, look.paper, 0.55),
        faint=blend(look.muted, look.paper, 0.45),
    )
