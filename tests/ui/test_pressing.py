"""Enter presses the button that has the keyboard, wherever it is in the console."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from facilitator.ui.window import Window
from tests.ui.hands import CTRL, at_hand, press
from tests.ui.seen import laid_out

K = Qt.Key


def reached(button: QAbstractButton) -> None:
    """The keyboard comes to a button, as Tab brings it."""
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.hasFocus()


@pytest.mark.parametrize("key", [K.Key_Return, K.Key_Enter])
def test_the_next_step(window: Window, key: Qt.Key) -> None:
    (onward,) = [one for one in window.rail.findChildren(QPushButton) if one.text().startswith("Suivant")]
    before = window.workspace.step_id
    reached(onward)
    press(key)
    assert window.workspace.step_id != before


def test_what_is_above_the_lists(window: Window) -> None:
    press(K.Key_L, CTRL)
    twin = window.centre.twin
    assert twin is not None
    laid_out()
    names = next(one for one in twin.actors.buttons if one.text() == "Nommer des acteurs")
    reached(names)
    press(K.Key_Return)
    assert twin.actors.entry.name.hasFocus()
    press(K.Key_Escape)
    reached(twin.close_button)
    press(K.Key_Return)
    assert twin.isHidden()


def test_what_is_below_the_map(window: Window) -> None:
    window.canvas.setFocus()
    press(K.Key_Plus)
    zoomed = window.canvas.zoom
    reached(window.status.zoom)
    press(K.Key_Return)
    assert window.canvas.zoom != zoomed


def test_done_with_the_names_and_nothing_of_the_map(window: Window) -> None:
    window.canvas.surface.choose([("actors", "town")])
    window.canvas.setFocus()
    press(K.Key_A)
    press(K.Key_Tab)
    press(K.Key_Return)
    assert window.canvas.entry.isHidden()
    assert not [one for one in window.canvas.surface.findChildren(QLineEdit) if one.isVisible()]


def test_a_button_of_the_bar_of_a_link(window: Window) -> None:
    window.canvas.surface.choose([("links", "funds")])
    window.canvas.setFocus()
    press(K.Key_F2)
    bar = window.canvas.link_bar
    assert bar is not None
    reached(bar.tension)
    press(K.Key_Return)
    assert window.workspace.document.links["funds"].tension
    assert window.canvas.link_bar is bar


def test_a_tool_of_the_panel(window: Window) -> None:
    window.workspace.select([("links", "funds")])
    laid_out()
    (swap,) = [one for one in window.inspector.link.findChildren(QToolButton) if type(one) is QToolButton]
    reached(swap)
    press(K.Key_Return)
    assert window.workspace.document.links["funds"].source == "grocer"


def test_enter_in_a_field_of_a_dialog_presses_nothing(window: Window, qtbot: QtBot) -> None:
    sheet = window.show_sheet()
    at_hand(sheet, qtbot)
    there = [one for one in sheet.findChildren(QPushButton) if one.isVisible() and one.isEnabled()]
    assert there
    for one in there:
        one.setFocus(Qt.FocusReason.TabFocusReason)
        assert not one.autoDefault()
    sheet.reject()
