"""Help: the keys on one page, and what this program is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from facilitator import __version__
from facilitator.ui import look
from facilitator.ui.actions import ACTIONS, MENUS, shown
from facilitator.words import N_, _

BY_HAND: tuple[tuple[str, str], ...] = (
    (N_("Double-click"), N_("A new actor there; on a card, its name")),
    (N_("Pull the round handle of a card"), N_("Link it with another card, or with a new actor")),
    (N_("Arrows"), N_("Move what is selected; with Shift, further")),
    (N_("Tab"), N_("Go from card to card")),
    (N_("N"), N_("Go from link to link")),
    (N_("Wheel"), N_("Zoom under the pointer")),
    (N_("Space and drag, or middle button"), N_("Move the map under the window")),
    (N_("Escape"), N_("Leave what is being done, as it was")),
)
"""What the hand does on the map, beside the table of actions."""


class Shortcuts(QDialog):
    """Every action that has a key, by menu, and what the hand does on the map."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keys and shortcuts"))
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, look.px(12), 0)
        grid.setHorizontalSpacing(look.px(40))
        groups = [(title, rows) for title, rows in _groups() if rows]
        half = _half(groups)
        first, second = _column(groups[:half]), _column(groups[half:])
        grid.addLayout(first, 0, 0)
        grid.addLayout(second, 0, 1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(page)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        _framed(self, _("Keys and shortcuts"), area)
        room, beside = self.screen().availableSize(), look.px(90)
        if page.sizeHint().width() + beside > room.width():  # letters are large: one under the other
            grid.removeItem(second)
            grid.addLayout(second, 1, 0)
        size = page.sizeHint()
        self.resize(
            min(size.width() + beside, room.width() - 20), min(size.height() + look.px(150), _room(self))
        )


class About(QDialog):
    """Version, licence, and whose ideas and works this stands on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About Entre tous"))
        text = QLabel("\n\n".join(_about()), self)
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        _framed(self, "Entre tous", text)
        self.setFixedWidth(look.px(560))


def _about() -> list[str]:
    return [
        _("Version {version}. Free software, under the MIT licence.").format(version=__version__),
        _("Map the alliances of a territory with the people in the room, and send the minutes the same day."),
        _(
            "The approach follows “Les modèles socio-économiques écosystémiques – Université du Faire ensemble” "
            "(Le RAMEAU / La Fonda, 2022, CC BY-NC-SA 3.0 FR), cited as a reference. The discussion items offered by "
            "the product are its own: they are not the text of the Charter."
        ),
        _("Typeface: Atkinson Hyperlegible Next, Braille Institute of America, SIL Open Font License 1.1."),
        _(
            "Colours and titles of the SDGs: United Nations. The UN has neither prepared nor approved "
            "what is made with this program."
        ),
        _("Everything stays on this computer: the program never uses the network."),
    ]


def _groups() -> list[tuple[str, list[tuple[str, str]]]]:
    """Titles of menus, with the name and the keys of their actions."""
    by_menu = [
        (
            _(title),
            [
                (_(a.name), " · ".join(shown(key) for key in a.keys))
                for a in ACTIONS
                if a.menu == menu and a.keys
            ],
        )
        for menu, title in MENUS.items()
    ]
    return [*by_menu, (_("On the map, by hand"), [(_(does), _(hand)) for hand, does in BY_HAND])]


def _half(groups: list[tuple[str, list[tuple[str, str]]]]) -> int:
    """Where to cut, for two columns of about the same height."""
    heights = [len(rows) + 2 for _title, rows in groups]
    return min(range(1, len(groups)), key=lambda n: abs(sum(heights[:n]) - sum(heights[n:])))


def _column(groups: list[tuple[str, list[tuple[str, str]]]]) -> QGridLayout:
    """Groups under one another, their keys in line."""
    grid = QGridLayout()
    grid.setVerticalSpacing(look.px(3))
    grid.setHorizontalSpacing(look.px(18))
    for title, rows in groups:
        heading = QLabel(title)
        heading.setProperty("role", "heading")
        if grid.rowCount() > 1:
            grid.setRowMinimumHeight(grid.rowCount(), look.px(8))
        grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
        for name, keys in rows:
            line = grid.rowCount()
            key = QLabel(keys)
            key.setProperty("role", "muted")
            grid.addWidget(QLabel(name), line, 0)
            grid.addWidget(key, line, 1)
    grid.setColumnStretch(0, 1)
    grid.setRowStretch(grid.rowCount(), 1)
    return grid


def _framed(dialog: QDialog, title: str, body: QWidget) -> None:
    """A title, the body, and a button that closes."""
    heading = QLabel(title, dialog)
    heading.setProperty("role", "title")
    close = QPushButton(_("Close"), dialog)
    close.setDefault(True)
    close.clicked.connect(lambda _checked=False: dialog.accept())
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(close)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(*(look.px(24),) * 4)
    column.setSpacing(look.px(16))
    column.addWidget(heading)
    column.addWidget(body, 1)
    column.addLayout(row)
    close.setFocus()


def _room(dialog: QDialog) -> int:
    """The height a dialog may have on its screen, in pixels."""
    return int(dialog.screen().availableGeometry().height() * 0.9)
