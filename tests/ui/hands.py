"""Hands for tests: letters as a French keyboard gives them, keys to whoever has the focus, file names typed."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from facilitator.model.document import ordered
from facilitator.ui.window import Window
from facilitator.ui.workspace import Workspace

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

Kind = TypeVar("Kind", bound=QWidget)


def write(text: str, widget: QWidget | None = None) -> None:
    """Types a text; Qt's own helper gives up on accented letters."""
    at = widget or _focused()
    for letter in text:
        if letter.isascii():
            QTest.keyClicks(at, letter)
        else:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(at, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Presses a key, wherever the focus is."""
    QTest.keyClick(_focused(), key, modifier)


def enter() -> None:
    """Presses Enter, wherever the focus is."""
    press(Qt.Key.Key_Return)


def strike(window: QWidget, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """Presses a key in a window, wherever the focus is in it."""
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    focus: QWidget | None = window.focusWidget()
    QTest.keyClick(focus or window, key, held)


def hover(widget: QWidget, at: QPoint) -> None:
    """Moves the pointer over a widget, no button held: the test hand of Qt holds what it pressed."""
    free = Qt.MouseButton.NoButton
    place = QPointF(at), QPointF(widget.mapToGlobal(at))
    move = QMouseEvent(QEvent.Type.MouseMove, *place, free, free, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, move)


def at_hand(window: QWidget, qtbot: QtBot) -> None:
    """The window has the keyboard."""
    window.activateWindow()
    qtbot.waitUntil(lambda: has_keys(window))


def has_keys(window: QWidget) -> bool:
    """Whether a window has the keyboard, and a console its own keys, which come after its first picture."""
    return window.isActiveWindow() and (
        not isinstance(window, Window) or bool(window.findChildren(QShortcut))
    )


def go(workspace: Workspace, key: str) -> str:
    """Goes to the step of that key; its id."""
    step = next(step for step in ordered(workspace.document.steps) if step.key == key)
    workspace.show_step(step.id)
    return step.id


def inside(window: QWidget, kind: type[Kind]) -> Kind:
    """The one widget of that kind that is shown in a window."""
    (found,) = [widget for widget in window.findChildren(kind) if widget.isVisible()]
    return found


def take_row(table: QTableView, row: int) -> None:
    """Selects that row alone. Not by `selectRow`: it extends the selection while a key that was struck before, here or
    in another test, is taken for held."""
    alone = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    table.selectionModel().setCurrentIndex(table.model().index(row, 0), alone)


def button_named(window: QWidget, name: str) -> QAbstractButton:
    """The one button there whose name, as it is read aloud, ends so."""
    (found,) = [one for one in window.findChildren(QAbstractButton) if one.accessibleName().endswith(name)]
    return found


def answer(window: QWidget, path: Path, qtbot: QtBot) -> None:
    """Types a file name in the file dialog that is open, and accepts it."""
    dialog = inside(window, QFileDialog)
    name = inside(dialog, QLineEdit)
    name.setText(str(path))
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(name, Qt.Key.Key_Return)


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None, "nothing has the keyboard"
    return focused
