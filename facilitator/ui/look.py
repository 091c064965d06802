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
    "QLabel": ("title", "heading", "question", "muted", "small", "caption", "error", "big", "wordmark"),
    "QPushButton": ("primary", "accent", "quiet", "chip", "segment", "link", "danger"),
    "QFrame": ("bar", "foot", "panel", "card", "notice", "error", "rule"),
}
"""Every role the style sheet knows, by the class that may wear it."""
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
    return Template(_SHEET).substitute(
        lengths,
        family=FAMILY,
        chevron=paths.resource("icons", "chevron-down.svg").as_posix(),
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


_SHEET = """
* { font-family: "$family"; font-size: $body; }
QWidget { color: $ink; }
QMainWindow, QDialog { background: $paper; }
QToolTip { background: $ink; color: $paper; border: none; padding: $p6; }

QLabel { background: transparent; }
QLabel[role="title"] { font-size: $title; font-weight: 700; }
QLabel[role="big"] { font-size: $big; font-weight: 700; }
QLabel[role="wordmark"] { font-size: $title; font-weight: 700; color: $accent; }
QLabel[role="heading"] { font-size: $heading; font-weight: 700; }
QLabel[role="question"] { font-size: $heading; font-weight: 700; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { font-size: $small; }
QLabel[role="caption"] { font-size: $small; color: $muted; }
QLabel[role="error"] { color: $danger; }

QPushButton { background: $surface; border: 1px solid $line; border-radius: $p6; padding: $p5 $p14; min-height: $p20; }
QPushButton:hover { border-color: $accent; background: $accent_pale; }
QPushButton:pressed { background: $pale; }
QPushButton:focus { border: 2px solid $accent; padding: $p4 $p13; }
QPushButton:disabled { color: $faint; background: $paper; border-color: $hairline; }
QPushButton:checked { background: $accent_pale; border-color: $accent; font-weight: 700; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 700; }
QPushButton[role="primary"]:hover { background: $accent_deep; border-color: $accent_deep; }
QPushButton[role="primary"]:focus { border: 2px solid $ink; }
QPushButton[role="primary"]:disabled { background: $pale; color: $muted; border-color: $pale; }
QPushButton[role="accent"] { color: $accent; border-color: $accent; font-weight: 700; }
QPushButton[role="danger"] { color: $danger; border-color: $danger; }
QPushButton[role="quiet"] { background: transparent; border-color: transparent; }
QPushButton[role="quiet"]:hover { background: $accent_pale; }
QPushButton[role="quiet"]:focus { border: 2px solid $accent; }
QPushButton[role="link"] { background: transparent; border: none; color: $accent; text-align: left; padding: $p4 0; }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border: 2px solid $accent; border-radius: $p4; padding: $p2; }
QPushButton[role="chip"] { border-radius: $p13; padding: $p2 $p12; }
QPushButton[role="chip"]:checked { color: $accent_deep; }
QPushButton[role="segment"] { border-radius: $p4; padding: $p3 $p12; background: transparent; border-color: transparent; }
QPushButton[role="segment"]:checked { background: $accent_pale; border-color: $accent; }

QFrame[role="bar"] { background: $surface; border: none; border-bottom: 1px solid $hairline; }
QFrame[role="foot"] { background: $surface; border: none; border-top: 1px solid $hairline; }
QFrame[role="panel"] { background: $surface; border: none; }
QFrame[role="card"] { background: $surface; border: 1px solid $hairline; border-radius: $p8; }
QFrame[role="notice"] { background: $accent_pale; border: 1px solid $accent; border-radius: $p8; }
QFrame[role="error"] { background: $danger_pale; border: 1px solid $danger; border-radius: $p8; }
QFrame[role="rule"] { background: $hairline; border: none; max-height: 1px; min-height: 1px; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QDateEdit, QSpinBox, QAbstractSpinBox {
  background: $surface; border: 1px solid $line; border-radius: $p6; padding: $p5 $p8;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: $p18; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
  border: 2px solid $accent; padding: $p4 $p7; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { background: $paper; color: $muted; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: $paper; }
QComboBox::drop-down { border: none; width: $p24; }
QComboBox::down-arrow { image: url("$chevron"); width: $p12; height: $p12; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $line; selection-background-color: $accent_pale;
  selection-color: $ink; outline: none; padding: $p4; }
QComboBox QAbstractItemView::item { min-height: $p26; padding: 0 $p6; }

QCheckBox, QRadioButton { spacing: $p8; min-height: $p24; background: transparent; border: 2px solid transparent;
  border-radius: $p4; padding: 0 $p2; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QGroupBox { border: none; margin-top: $p22; font-weight: 700; }
QGroupBox::title { subcontrol-origin: margin; subcontrol-position: top left; }

QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[plain="true"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: $p10; margin: 0; }
QScrollBar:horizontal { background: transparent; height: $p10; margin: 0; }
QScrollBar::handle { background: $hairline; border-radius: $p4; margin: $p2; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::handle:vertical { min-height: $p30; }
QScrollBar::handle:horizontal { min-width: $p30; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenuBar { background: $surface; border: none; padding: $p1 $p6; font-size: $small; }
QMenuBar::item { background: transparent; padding: $p4 $p9; border-radius: $p4; color: $muted; }
QMenuBar::item:selected { background: $accent_pale; color: $ink; }
QMenu { background: $surface; border: 1px solid $line; padding: $p5; }
QMenu::item { padding: $p5 $p30 $p5 $p24; border-radius: $p4; }
QMenu::item:selected { background: $accent_pale; color: $ink; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $hairline; margin: $p5 $p8; }

QSplitter::handle { background: $hairline; }
QTabBar::tab { background: transparent; border: none; border-bottom: 2px solid transparent; padding: $p6 $p12; color: $muted; }
QTabBar::tab:selected { color: $ink; border-bottom-color: $accent; font-weight: 700; }
QTabBar::tab:focus { color: $accent; }
QTabWidget::pane { border: none; border-top: 1px solid $hairline; }
QListView, QTreeView, QTableView { background: $surface; border: 1px solid $hairline; border-radius: $p6; outline: none;
  selection-background-color: $accent_pale; selection-color: $ink; gridline-color: $hairline; }
QListView:focus, QTreeView:focus, QTableView:focus { border-color: $accent; }
QHeaderView::section { background: $paper; border: none; border-bottom: 1px solid $hairline; padding: $p5 $p8; color: $muted; }
QProgressBar { background: $pale; border: none; border-radius: $p4; text-align: center; min-height: $p8; }
QProgressBar::chunk { background: $accent; border-radius: $p4; }
"""
