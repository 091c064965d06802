"""The page of keys: whole, readable, and true: every key it tells is bound."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from facilitator.ui import look
from facilitator.ui.actions import ACTIONS, by_key
from facilitator.ui.app import App
from facilitator.ui.keys import shown
from facilitator.ui.shortcuts import BY_HAND, IN_LISTS, TOGETHER, Shortcuts, groups, planned
from facilitator.ui.window import Window
from facilitator.words import _
from tests.ui.test_window import unfolded
from tests.ui.texts import english_left

LAPTOP = QSize(1366 - 24 - 48, 768 - 30 - 40 - 82)
"""What a laptop of 1366 × 768 leaves to the page, in pixels."""


@pytest.fixture
def window(app: App, session: Path, qtbot: QtBot) -> Window:
    return unfolded(app, session, qtbot)


def test_tells_every_action_that_has_a_key_and_every_move_of_the_hand(each_language: str) -> None:
    told = {row for _title, rows in groups() for row in rows}
    together = {key for keys, _name in TOGETHER for key in keys}
    for action in ACTIONS:
        if action.keys and action.key not in together:
            assert (_(action.name), " · ".join(shown(key) for key in action.keys)) in told
    for keys, name in TOGETHER:
        assert (_(name), " · ".join(shown(by_key(key).keys[0]) for key in keys)) in told
    assert {(_(does), _(hand)) for hand, does in BY_HAND} <= told
    assert {(_(does), " · ".join(map(shown, keys))) for keys, does in IN_LISTS} <= told
    alone = [action for action in ACTIONS if action.keys and action.key not in together]
    assert len(told) == len(alone) + len(TOGETHER) + len(BY_HAND) + len(IN_LISTS)


@pytest.mark.usefixtures("dressed")
def test_is_read_at_a_glance_on_a_laptop(each_language: str) -> None:
    plan = planned(groups(), LAPTOP)
    assert len(plan.columns) in (2, 3)
    placed = [group for column in plan.columns for group in column]
    assert sorted(placed) == sorted(groups()), "nothing lost"
    assert all(list(column) == sorted(column, key=groups().index) for column in plan.columns), (
        "menus in order"
    )
    assert plan.columns[0][0] == groups()[0]
    assert plan.width <= LAPTOP.width()
    assert plan.height <= LAPTOP.height()


@pytest.mark.usefixtures("dressed")
def test_letters_are_as_large_as_there_is_room_for() -> None:
    assert planned(groups(), QSize(4000, 4000)).letters == look.BODY
    assert planned(groups(), QSize(4000, 100)).letters == look.BODY, "what scrolls anyway is not small too"
    narrow = planned(groups(), QSize(10, 10))
    assert len(narrow.columns) == 1


@pytest.mark.usefixtures("dressed")
def test_what_does_not_fit_in_the_order_of_the_menus_is_balanced() -> None:
    rows = tuple((f"Action {n}", f"F{n}") for n in range(12))
    all_ = [("A", rows), ("B", rows[:6]), ("C", rows), ("D", rows[:6])]
    plans = [(planned(all_, QSize(4000, height)), height) for height in range(50, 800, 5)]
    lowest = next(plan for plan, height in plans if plan.height <= height)
    assert [[title for title, _rows in column] for column in lowest.columns] == [["A"], ["B", "D"], ["C"]]


def test_the_page_is_as_planned(window: Window, each_language: str) -> None:
    keys = Shortcuts(window)
    try:
        keys.show()
        assert (english_left(keys) == set()) is (each_language == "fr")
        texts = {label.text() for label in keys.findChildren(QLabel)}
        assert all(told in texts for _title, rows in groups() for row in rows for told in row)
        assert keys.area.horizontalScrollBar().maximum() == 0
        assert keys.area.accessibleName() == _("Keys and shortcuts")
    finally:
        keys.close()
        keys.deleteLater()


def test_at_twice_the_size_it_scrolls_and_nothing_is_cut(window: Window, app: App) -> None:
    app.enlarge(2.0)
    try:
        keys = window.show_shortcuts()
        assert isinstance(keys, Shortcuts)
        QApplication.processEvents()
        assert keys.area.verticalScrollBar().maximum() > 0
        plan = planned(groups(), QSize(1366 - 24 - 96, 768 - 30 - 40 - 160))
        assert plan.width <= 1366 - 24 - 96, "a laptop has the width"
        for label in keys.findChildren(QLabel):
            assert label.width() >= label.sizeHint().width()
        keys.close()
    finally:
        app.enlarge(1.0)


def test_every_key_of_the_table_is_bound_to_its_action_alone(window: Window) -> None:
    """Each key is struck on the map, and only its own action answers."""
    heard: list[str] = []
    bare: dict[str, QShortcut] = {}
    for shortcut in window.findChildren(QShortcut):
        bare[shortcut.key().toString()] = shortcut
    for action in ACTIONS:
        done = window.menus.action(action.key)
        done.triggered.disconnect()
        done.triggered.connect(partial(_note, heard, action.key))
        for key in action.bare:
            shortcut = bare[QKeySequence(key).toString()]
            shortcut.activated.disconnect()
            shortcut.activated.connect(partial(_note, heard, action.key))
    for action in ACTIONS:
        for key in action.keys:
            heard.clear()
            struck = QKeySequence(key)[0]  # type: ignore[index]  # the stubs forget it
            QTest.keyClick(window.canvas.surface, struck.key(), struck.keyboardModifiers())
            assert heard == [action.key], key


def _note(heard: list[str], key: str, *_checked: object) -> None:
    heard.append(key)
