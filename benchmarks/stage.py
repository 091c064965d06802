"""A console and a projection, each 1920 × 1080 on a screen of its own, over one generated session."""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.maps import HUB, Spread, generated
from facilitator import paths, words
from facilitator.model.store import file
from facilitator.ui import look
from facilitator.ui.app import application as app_of_today
from facilitator.ui.app import set_apart
from facilitator.ui.canvas.surface import Surface
from facilitator.ui.window import Window
from facilitator.ui.workspace import Workspace

_SCREENS = {
    "screens": [
        {"name": name, "x": x, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "dpr": 1}
        for name, x in (("console", 0), ("wall", 1920))
    ]
}


LINGER = 0.1
"""Seconds between the last movement of a hand and its opening."""
_STEP = "links"
"""A step of the journey at which the map is on the wall."""


@cache
def home() -> TemporaryDirectory[str]:
    """Where everything is written; it goes with the process."""
    folder: TemporaryDirectory[str] = TemporaryDirectory(prefix="benchmarks")
    os.environ[paths.HOME_VARIABLE] = folder.name
    return folder


@cache
def application() -> QApplication:
    """The app, with two screens and no real one."""
    screens = Path(home().name) / "screens.json"
    screens.write_text(json.dumps(_SCREENS))
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
    app = app_of_today()
    words.use("fr")
    look.dress(app)
    return app


def session(size: int, spread: Spread) -> Path:
    """The file of a generated map."""
    path = Path(home().name) / f"{size} {spread}.alliance"
    if not path.exists():
        file.create(path, generated(size, spread)).close()
    return path


@dataclass(frozen=True, slots=True)
class Stage:
    """What is open, and the hand on it."""

    app: QApplication
    window: Window
    workspace: Workspace

    @property
    def surface(self) -> Surface:
        return self.window.canvas.surface

    def settle(self) -> None:
        """Until everything that had to be painted is."""
        self.app.processEvents()

    def linger(self, seconds: float) -> None:
        """So long with nothing done, as a hand that looks before it opens."""
        until = perf_counter() + seconds
        while perf_counter() < until:
            self.settle()

    def hub(self) -> QPointF:
        """Where the hub is in the console."""
        return self.surface.card_rectangle(HUB).center()

    def mouse(
        self, kind: QEvent.Type, point: QPointF, button: Qt.MouseButton = Qt.MouseButton.LeftButton
    ) -> None:
        """A real mouse event on the map."""
        moving = kind == QEvent.Type.MouseMove
        pressed = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
        event = QMouseEvent(
            kind,
            point,
            self.surface.mapToGlobal(point),
            Qt.MouseButton.NoButton if moving else button,
            pressed,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(self.surface, event)

    def wheel(self, notches: float) -> None:
        """A turn of the wheel in the middle of the map."""
        middle = QPointF(self.surface.rect().center())
        event = QWheelEvent(
            middle,
            self.surface.mapToGlobal(middle),
            QPoint(),
            QPoint(0, round(120 * notches)),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
            Qt.MouseEventSource.MouseEventNotSynthesized,
            QPointingDevice.primaryPointingDevice(),
        )
        QApplication.sendEvent(self.surface, event)


@contextmanager
def open_stage(size: int, spread: Spread, *, projection: bool = True) -> Iterator[Stage]:
    """Console and projection open and painted."""
    app = application()
    workspace = Workspace(file.open(session(size, spread), backup=False))
    workspace.show_step(_STEP)
    window = Window(workspace)
    window.setGeometry(0, 0, 1920, 1080)
    window.show()
    app.processEvents()
    if projection:
        window.toggle_projection()
    stage = Stage(app, window, workspace)
    window.canvas.fit()
    stage.settle()
    wall = window.projection.projector
    assert wall is None or wall.map.isVisible(), "the map is not on the wall"
    set_apart()
    yield stage
    gc.unfreeze()
    put_away(window)


class _Painted(QObject):
    """Hears a window being painted."""

    def __init__(self, window: QWidget, heard: Callable[[], object]) -> None:
        super().__init__(window)
        self._heard = heard
        window.installEventFilter(self)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._heard()
        return False


def until_painted(window: QWidget) -> None:
    """Lets a window be painted, with all that stands in it, and nothing more."""
    loop = QEventLoop()
    _Painted(window, loop.quit)
    loop.exec()


def put_away(window: QWidget) -> None:
    """Closes a window and lets go of all it held."""
    window.close()
    window.deleteLater()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
