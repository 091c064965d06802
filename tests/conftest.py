"""What every test lives in: no screen, no network, a home of its own, French spoken, the table left clean."""

import os

os.environ["QT_QPA_PLATFORM"] = os.environ.get("ENTRE_TOUS_TEST_PLATFORM", "offscreen")

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from facilitator import paths, words
from tools import catalogue


def pytest_configure() -> None:
    """The words are tested as they are written, not as they were when last built."""
    catalogue.compile_all(only_stale=True)


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The personal folders of this test."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv(paths.HOME_VARIABLE, str(folder))
    return folder


@pytest.fixture(autouse=True)
def spoken() -> Iterator[str]:
    """The language of a test is French, unless it says otherwise; the next one starts in French again."""
    words.use("fr")
    yield "fr"
    words.use("fr")


@pytest.fixture(params=words.available())
def each_language(request: pytest.FixtureRequest) -> str:
    """Runs the test once in each language."""
    code: str = request.param
    words.use(code)
    return code


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """The product has no network code: opening a socket to anywhere is a failure."""

    def refuse(self: socket.socket, address: object) -> NoReturn:
        pytest.fail(f"a socket was opened to {address!r}")

    for gesture in ("connect", "connect_ex", "bind"):
        monkeypatch.setattr(socket.socket, gesture, refuse)


@pytest.fixture(autouse=True)
def clean_table() -> Iterator[None]:
    """Nothing of Qt outlives the test that made it: no window, no running timer."""
    yield
    import sys

    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtCore import QCoreApplication, QEvent, QTimer
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [repr(widget) for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    left += [repr(timer) for timer in app.findChildren(QTimer) if timer.isActive()]
    assert not left, f"left behind: {', '.join(left)}"
