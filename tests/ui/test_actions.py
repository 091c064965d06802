"""The table of actions: every action has its name, its place and its key, and no key says two things."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from facilitator.ui.actions import ACTIONS, MENUS, by_key
from facilitator.ui.keys import shown
from facilitator.words import _


def test_every_action_stands_in_a_menu_under_a_name_of_its_own() -> None:
    assert {action.menu for action in ACTIONS} == set(MENUS)
    assert max(Counter(action.key for action in ACTIONS).values()) == 1
    assert max(Counter(action.name for action in ACTIONS).values()) == 1


def test_no_key_says_two_things() -> None:
    keys = Counter(QKeySequence(key).toString() for action in ACTIONS for key in action.keys)
    assert [key for key, count in keys.items() if count > 1] == []
    assert "" not in keys


@pytest.mark.parametrize(
    ("action", "bare"),
    [("add", True), ("fit", True), ("zoom_in", True), ("delete", True), ("undo", False), ("project", False)],
)
def test_a_key_that_types_is_told_from_one_that_does_not(action: str, bare: bool) -> None:
    assert bool(by_key(action).bare) is bare


def test_every_name_is_translated(each_language: str) -> None:
    names = [_(action.name) for action in ACTIONS]
    assert len(set(names)) == len(names)
    if each_language == "fr":
        assert _(by_key("minutes").name) == "Compte-rendu…"


def test_keys_are_written_as_they_are_engraved() -> None:
    assert shown("Ctrl+Shift+Z") == "Ctrl+Maj+Z"
    assert shown("Del") == "Suppr"
    assert shown("+") == "+"
    assert shown("Ctrl++") == "Ctrl++"
