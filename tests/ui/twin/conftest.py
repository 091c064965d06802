"""The console of the small session with its lists open, and hands that only know the keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.ui.app import App
from facilitator.ui.twin.twin import Twin
from facilitator.ui.window import Window
from tests.ui.hands import CTRL, at_hand, press


@pytest.fixture
def window(app: App, session: object, qtbot: QtBot) -> Window:
    """The console, the lists closed, the keyboard on the map."""
    app.open(session)  # type: ignore[arg-type]  # a path, as the fixture says
    assert app.window is not None
    app.window.showNormal()
    app.window.resize(1366, 768)
    at_hand(app.window, qtbot)
    app.window.canvas.setFocus()
    return app.window


@pytest.fixture
def large(app: App, window: Window) -> Iterator[None]:
    """Letters twice as large."""
    app.enlarge(2.0)
    QApplication.processEvents()
    yield
    app.enlarge(1.0)


@pytest.fixture
def twin(window: Window) -> Twin:
    """The lists, open and with the keyboard."""
    press(Qt.Key.Key_L, CTRL)
    assert window.centre.twin is not None
    QApplication.processEvents()
    return window.centre.twin
