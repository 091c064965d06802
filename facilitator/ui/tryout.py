"""Tries the windows without a person: the console and the projection on a session, one gesture, one way back.

Where there is no screen, they are drawn in memory.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.model.document import Actor
from facilitator.model.gestures import add_actor
from facilitator.model.store import file
from facilitator.ui import screenless

_TURNS = 20
"""How many times waiting events are let through: windows lay themselves out over several turns."""


def tried(path: Path) -> list[str]:
    """What does not work on the session of that path; an empty list if all does. The session ends as it began."""
    qt = screenless.application()
    with _listening() as wrong:
        _try(qt, path, wrong)
    return wrong


def _try(qt: QApplication, path: Path, wrong: list[str]) -> None:
    from facilitator.ui.window import Window
    from facilitator.ui.workspace import Workspace

    workspace = Workspace(file.open(path, backup=False))
    before = workspace.document
    window = Window(workspace)
    window.resize(1366, 768)
    window.show()
    _turn(qt)
    window.toggle_projection()
    _turn(qt)
    if not window.projecting:
        wrong.append("the projection does not open")
    category = next(iter(before.categories))
    if not workspace.do(add_actor(Actor("tried", "Œuvre à l’essai", category, x=0.0, y=0.0))):
        wrong.append("a gesture is refused")
    _turn(qt)
    wrong += [f"{type(seen).__name__} is blank" for seen in qt.topLevelWidgets() if _blank(seen)]
    workspace.undo()
    _turn(qt)
    if workspace.document != before:
        wrong.append("undo does not bring the session back")
    if window.projecting:
        window.toggle_projection()
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    _turn(qt)


def _turn(qt: QApplication) -> None:
    for _time in range(_TURNS):
        qt.processEvents()


def _blank(seen: QWidget) -> bool:
    """Whether a window that is shown has nothing but one colour on it."""
    if not seen.isVisible() or not seen.isWindow():
        return False
    image = seen.grab().toImage()
    step = max(1, min(image.width(), image.height()) // 64)
    places = ((x, y) for x in range(0, image.width(), step) for y in range(0, image.height(), step))
    return len({image.pixel(x, y) for x, y in places}) < 2


@contextmanager
def _listening() -> Iterator[list[str]]:
    """Errors in the slots of Qt are swallowed: they are heard here."""
    wrong: list[str] = []
    before = sys.excepthook

    def heard(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        wrong.append(f"{kind.__name__}: {error}")
        before(kind, error, trace)

    sys.excepthook = heard
    try:
        yield wrong
    finally:
        sys.excepthook = before
