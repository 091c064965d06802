"""The menu bar, reached and left by the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.ui.window import Window
from tests.ui.hands import press

SAYS = ("^This plugin does not support (raise|grabbing the keyboard)",)
"""What the platform without a screen says of a menu that opens."""


def opened_and_left(window: Window, qtbot: QtBot) -> None:
    """Alt and the letter of a menu opens it; Esc closes it, and once more leaves the bar."""
    view = window.menus.menu("view")
    letter = view.title()[view.title().index("&") + 1].upper()
    press(Qt.Key(ord(letter)), Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(view.isVisible)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.isVisible()
    assert QApplication.focusWidget() is window.menuBar()
    press(Qt.Key.Key_Escape)
