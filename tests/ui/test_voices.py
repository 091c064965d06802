"""One key notes which category is speaking; the balance is discreet, undone, and printed only if asked."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from facilitator.model import gestures
from facilitator.model.document import ordered
from facilitator.ui.app import App
from facilitator.ui.fields import CheckField
from facilitator.ui.panels.voices import VoicesPart
from facilitator.ui.voices import ask
from facilitator.ui.window import Window
from tests.ui.hands import at_hand, press, write
from tests.ui.test_window import unfolded
from tests.ui.texts import plain


@pytest.fixture
def window(app: App, session: Path, qtbot: QtBot) -> Window:
    window = unfolded(app, session, qtbot)
    at_hand(window, qtbot)
    window.canvas.surface.setFocus()
    return window


def turns(window: Window) -> dict[str, int]:
    return {id_: voice.turns for id_, voice in window.workspace.document.voices.items()}


def part(window: Window) -> VoicesPart:
    return window.inspector.step.voices


def test_a_digit_notes_a_voice_and_is_undone(window: Window) -> None:
    assert part(window).isHidden(), "out of sight until a first voice is noted"
    for key in (Qt.Key.Key_3, Qt.Key.Key_3, Qt.Key.Key_2):
        press(key)
    assert turns(window) == {"association": 2, "authority": 1}
    assert "Collectivités" in window.status.sentence.text()
    assert part(window).isVisible()
    window.workspace.undo()
    assert turns(window) == {"association": 2}
    window.workspace.undo()
    window.workspace.undo()
    assert turns(window) == {}
    assert part(window).isHidden()


def test_a_digit_without_a_category_does_nothing(window: Window) -> None:
    press(Qt.Key.Key_9)
    assert turns(window) == {}
    window.workspace.do(gestures.delete_category("other"))
    press(Qt.Key.Key_8)
    assert turns(window) == {}


def test_a_digit_is_a_digit_where_one_types(window: Window) -> None:
    window.inspector.step.words.setFocus()
    write("3 jours")
    window.workspace.settle()
    assert turns(window) == {}
    assert window.workspace.step is not None
    assert window.workspace.step.words == "3 jours"


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)")
def test_the_menu_tells_them_and_takes_a_digit_too(window: Window, qtbot: QtBot) -> None:
    window.workspace.do(gestures.note_voice("company"))
    window.ask("voice")
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert [action.text() for action in menu.actions()][3].startswith("&4  Entreprises\t1")
    QTest.keyClick(menu, Qt.Key.Key_4)
    assert turns(window) == {"company": 2}
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    menu = ask(window)
    menu.close()
    assert turns(window) == {"company": 2}


def test_the_balance_is_told_in_words(window: Window) -> None:
    for _each in range(5):
        press(Qt.Key.Key_2)
    held = part(window)
    assert plain(held.sentence.text()) == "On a surtout entendu : collectivités. Pas encore : associations."
    row = held.rows.row("authority")
    assert isinstance(row, QAbstractButton)
    assert plain(row.accessibleName()) == "Collectivités : 5 prises de parole"
    silent = held.rows.row("association")
    QTest.mouseClick(silent, Qt.MouseButton.LeftButton)
    assert turns(window) == {"authority": 5, "association": 1}
    row.setFocus()
    press(Qt.Key.Key_Minus)
    assert turns(window)["authority"] == 4
    press(Qt.Key.Key_Space)
    assert turns(window)["authority"] == 5
    assert row.height() >= 24


def test_it_begins_again_and_that_is_undone(window: Window) -> None:
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_3)
    part(window).reset.click()
    assert turns(window) == {}
    window.workspace.undo()
    assert turns(window) == {"state": 1, "association": 1}


def test_it_is_printed_only_if_asked(window: Window) -> None:
    press(Qt.Key.Key_1)
    QApplication.processEvents()  # what was just made has its place
    (box,) = part(window).findChildren(CheckField)
    assert not window.workspace.document.workshop.voices_in_minutes
    QTest.mouseClick(box.control(), Qt.MouseButton.LeftButton)
    assert window.workspace.document.workshop.voices_in_minutes


def test_categories_keep_the_order_of_the_session(window: Window) -> None:
    window.workspace.do(gestures.move_category("citizens", "state"))
    press(Qt.Key.Key_1)
    assert turns(window) == {"citizens": 1}
    assert ordered(window.workspace.document.categories)[0].id == "citizens"


def test_other_words_tell_it_again(window: Window) -> None:
    for _each in range(5):
        press(Qt.Key.Key_2)
    window.workspace.speak("en")
    try:
        assert (
            part(window).sentence.text() == "Heard above all: local authorities. Not heard yet: associations."
        )
    finally:
        window.workspace.speak("fr")
