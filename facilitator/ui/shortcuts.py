"""The keys on one page: every action that has one, by menu, and what the hand does on the map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
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

from facilitator.ui import look
from facilitator.ui.actions import ACTIONS, MENUS, Action, by_key
from facilitator.ui.keys import shown
from facilitator.words import N_, _

BY_HAND: tuple[tuple[str, str], ...] = (
    (N_("Double-click"), N_("A new actor there; on a card, its name")),
    (N_("Pull a round handle"), N_("Link with another card, or with a new actor")),
    (N_("Click with Shift"), N_("Add to the selection, or take out of it")),
    (N_("Drag on the paper"), N_("Select all the cards of a rectangle")),
    (N_("Alt while dragging"), N_("Without the guides")),
    (N_("Right click"), N_("What can be done there")),
    (N_("Arrows"), N_("Move the selection; with Shift, further")),
    (N_("Tab"), N_("Go from card to card")),
    (N_("N"), N_("Go from link to link")),
    (N_("Wheel"), N_("Zoom under the pointer")),
    (N_("Space and drag"), N_("Push the map; the middle button too")),
    (N_("Two fingers"), N_("Push the map and zoom")),
    (N_("1 to 9"), N_("A type of actors is speaking: note its voice")),
    (N_("Escape"), N_("Give up what is being done; then show everything")),
)
"""What the hand does on the map, beside the table of actions."""

IN_LISTS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("Ctrl+Tab",), N_("The next list")),
    (("Return", "Tab"), N_("Change a cell, then the next one")),
    (("O",), N_("Sort by the column")),
    (("M",), N_("Place actors, or take them off")),
    (("R",), N_("Swap the ends of links")),
    (("1", "2", "3"), N_("Links: existing, to strengthen, to create")),
)
"""Keys that are the lists' own."""

TOGETHER: tuple[tuple[tuple[str, ...], str], ...] = (
    (("undo", "redo"), N_("Undo, redo")),
    (("cut", "take_copy", "paste"), N_("Cut, copy, paste")),
    (("find_next", "find_previous"), N_("Find the next one, the one before")),
    (("zoom_in", "zoom_out"), N_("Larger, smaller")),
    (("space_across", "space_down"), N_("Space evenly across, down")),
    (("next", "back"), N_("Next step, step before")),
    (("next_card", "card_before"), N_("Next card, card before")),
    (("wall_next", "wall_before"), N_("Next part on the wall, part before")),
    (("next_part", "part_before"), N_("Next part of the window, part before")),
)
"""Actions that go by two or three are told on one line, each by its first key."""

_BETWEEN, _GAP, _LINE, _HEADING = 32, 14, 2, 8
"""Between columns, between a name and its keys, between lines and above a heading, in pixels at 100 %."""
_MARGIN, _TOP, _TITLE = 24, 14, 36
"""At the sides, above and below, and the title's, in pixels at 100 %."""
_BAR = 16
"""What a bar that scrolls takes, in pixels."""

Row = tuple[str, str]
Group = tuple[str, tuple[Row, ...]]
Columns = Sequence[Sequence[Group]]


@dataclass(frozen=True, slots=True)
class Plan:
    """How the page is laid out: the size of its letters, its columns of groups, and what it takes, in pixels."""

    letters: int
    columns: tuple[tuple[Group, ...], ...]
    width: int
    height: int


class Shortcuts(QDialog):
    """Read at a glance where the screen allows it, letters a little smaller if need be; else it scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keys and shortcuts"))
        screen = self.screen().availableSize() - QSize(24, 40)  # the frame of the window
        around = QSize(2 * look.px(_MARGIN), 3 * look.px(_TOP) + look.px(_TITLE) + 4)
        self.plan = planned(groups(), screen - around)
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(_BETWEEN))
        for n, column in enumerate(self.plan.columns):
            grid.addLayout(_laid(column, self.plan.letters), 0, n)
            grid.setColumnStretch(n, 1)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setWidget(page)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(_("Keys and shortcuts"))
        self._frame()
        wanted = QSize(max(self.plan.width, page.sizeHint().width()) + _BAR, page.sizeHint().height() + 2)
        self.resize((wanted + around).boundedTo(screen))

    def _frame(self) -> None:
        """The title, with the button that closes beside it: the height is for the keys."""
        margin = look.px(_MARGIN)
        heading = QLabel(_("Keys and shortcuts"), self)
        heading.setProperty("role", "title")
        close = QPushButton(_("Close"), self)
        close.setDefault(True)
        close.clicked.connect(lambda _checked=False: self.accept())
        row = QHBoxLayout()
        row.addWidget(heading, 1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, look.px(_TOP), margin, look.px(_TOP))
        column.setSpacing(look.px(_TOP))
        column.addLayout(row)
        column.addWidget(self.area, 1)
        close.setFocus()


def groups() -> list[Group]:
    """Titles of menus, with the name and the keys of their actions; then what the hand does."""
    by_menu = [
        (
            _(title),
            tuple(row for action in ACTIONS if action.menu == menu and (row := _told(action)) is not None),
        )
        for menu, title in MENUS.items()
    ]
    hand = (_("On the map, by hand"), tuple((_(does), _(hand)) for hand, does in BY_HAND))
    lists = (_("In the lists"), tuple((_(does), _shown(keys)) for keys, does in IN_LISTS))
    return [group for group in (*by_menu, hand, lists) if group[1]]


def _told(action: Action) -> Row | None:
    """The line of an action that has a key; none where it stands on the line of another."""
    held = next((line for line in TOGETHER if action.key in line[0]), ((action.key,), action.name))
    keys = [
        key for one in held[0] for key in (by_key(one).keys if len(held[0]) == 1 else by_key(one).keys[:1])
    ]
    return (_(held[1]), _shown(keys)) if keys and held[0][0] == action.key else None


def _shown(keys: Sequence[str]) -> str:
    return " · ".join(shown(key) for key in keys)


def planned(all_: Sequence[Group], room: QSize) -> Plan:
    """The plan with the largest letters that is seen whole in that room, in the order of the menus if it can be;
    else the one that scrolls least."""
    plans = [
        _plan(all_, letters, columns)
        for letters in (look.BODY, look.SMALL)
        for columns in (
            *(_in_order(all_, letters, count) for count in (2, 3)),
            _balanced(all_, letters),
            (all_,),
        )
    ]
    wide_enough = [plan for plan in plans if plan.width <= room.width()] or [
        min(plans, key=lambda p: p.width)
    ]
    whole = [plan for plan in wide_enough if plan.height <= room.height()]
    readable = [plan for plan in wide_enough if plan.letters == look.BODY]
    return whole[0] if whole else min(readable or wide_enough, key=lambda plan: plan.height)


def _plan(all_: Sequence[Group], letters: int, columns: Columns) -> Plan:
    text = QFontMetrics(look.font(letters))
    heights = _heights(all_, letters)
    width = sum(_width(column, text) for column in columns) + look.px(_BETWEEN) * (len(columns) - 1) + _BAR
    height = max(sum(heights[group[0]] for group in column) for column in columns)
    return Plan(letters, tuple(map(tuple, columns)), width, height)


def _in_order(all_: Sequence[Group], letters: int, count: int) -> Columns:
    """So many columns, cut between groups so that the highest is as low as can be."""
    heights = list(_heights(all_, letters).values())

    def highest(cuts: Sequence[int]) -> int:
        return max(sum(heights[a:b]) for a, b in pairwise((0, *cuts, len(all_))))

    cuts = min(combinations(range(1, len(all_)), count - 1), key=highest)
    return [all_[a:b] for a, b in pairwise((0, *cuts, len(all_)))]


def _balanced(all_: Sequence[Group], letters: int) -> Columns:
    """Three columns as low as can be, wherever that puts a group."""
    heights = list(_heights(all_, letters).values())

    def highest(at: Sequence[int]) -> int:
        return max(sum(h for h, column in zip(heights, at, strict=True) if column == n) for n in range(3))

    at = min(((0, *others) for others in product(range(3), repeat=len(all_) - 1)), key=highest)
    columns = [[group for group, column in zip(all_, at, strict=True) if column == n] for n in range(3)]
    return sorted(columns, key=lambda column: all_.index(column[0]))


def _heights(all_: Sequence[Group], letters: int) -> dict[str, int]:
    """What each group takes, in pixels, by its title."""
    line = QFontMetrics(look.font(letters)).height() + _gap(letters)
    heading = QFontMetrics(look.font(look.HEADING, bold=True)).height() + _above(letters) + _gap(letters)
    return {title: heading + len(rows) * line for title, rows in all_}


def _gap(letters: int) -> int:
    """Between two lines, in pixels; small letters are close, for they are there because room is scarce."""
    return look.px(_LINE if letters == look.BODY else 0)


def _above(letters: int) -> int:
    """Above a heading, in pixels."""
    return look.px(_HEADING if letters == look.BODY else _HEADING // 2)


def _width(column: Sequence[Group], text: QFontMetrics) -> int:
    rows = [row for _title, group in column for row in group]
    names, keys = (max(text.horizontalAdvance(row[n]) for row in rows) for n in (0, 1))
    return names + look.px(_GAP) + keys


def _laid(column: Sequence[Group], letters: int) -> QGridLayout:
    """Groups under one another, their keys in line."""
    grid = QGridLayout()
    grid.setVerticalSpacing(_gap(letters))
    grid.setHorizontalSpacing(look.px(_GAP))
    small = letters < look.BODY
    for n, (title, rows) in enumerate(column):
        heading = QLabel(title)
        heading.setProperty("role", "heading")
        if n:
            heading.setContentsMargins(0, _above(letters), 0, 0)
        grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
        for name, keys in rows:
            line = grid.rowCount()
            does, key = QLabel(name), QLabel(keys)
            does.setProperty("role", "small" if small else "")
            key.setProperty("role", "caption" if small else "muted")
            grid.addWidget(does, line, 0)
            grid.addWidget(key, line, 1)
    grid.setColumnStretch(0, 1)
    grid.setRowStretch(grid.rowCount(), 1)
    return grid
