"""What every test lives in: no screen, no network, a home of its own, French spoken, the table left clean."""

from __future__ import annotations

import gc
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import HealthCheck, settings

from facilitator import paths, words
from tools import catalogue

if TYPE_CHECKING:  # tests of the model do not pay for Qt
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # read when the first test makes the application
if os.environ.get("LC_ALL") in {"C", "POSIX"}:
    os.environ["LC_ALL"] = "C.UTF-8"  # Qt warns of any other

# A busy machine is slow, not wrong: no test is timed.
settings.register_profile(
    "house", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("house")


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
    """Nothing of Qt outlives the test that made it: no window, no timer of the application, no cursor."""
    yield
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    if _windows():
        gc.collect()  # a window known only to its own slots goes with them
    left: list[QObject] = [*_windows()]
    left += [timer for timer in app.findChildren(QTimer) if timer.isActive()]
    named = ", ".join(map(repr, left))
    for thing in left:  # one test is blamed, not all those that follow
        thing.deleteLater()
    assert not left, f"left behind: {named}"
    assert app.overrideCursor() is None


def _windows() -> list[QWidget]:
    """Windows still there, but for Qt's own tooltip."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    windows = (widget for widget in QApplication.topLevelWidgets() if widget.parent() is None)
    return [widget for widget in windows if widget.metaObject().className() != "QTipLabel"]
