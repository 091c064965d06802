"""Stories told in a process of their own: `python -m benchmarks.child STORY`. Each says one line, when it is over."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def empty() -> str:
    """An interpreter, an application, an empty window, painted."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.resize(1920, 1080)
    window.show()
    app.processEvents()
    return "painted"


def start(path: str = "") -> str:
    """The app, from its first import to its first picture: Accueil on a first day, or that session."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from tempfile import mkdtemp

    from facilitator import paths

    if not path:  # where no session was left open, as those of the other stories are
        os.environ[paths.HOME_VARIABLE] = mkdtemp(dir=os.environ[paths.HOME_VARIABLE])
    from facilitator.ui import app

    qt = app.application()
    running = app.App(qt)
    running.begin(Path(path) if path else None)
    qt.processEvents()
    return "painted"


def memory(size: str, spread: str) -> str:
    """The most memory held after dragging, zooming and undoing, in megabytes."""
    from facilitator.ui import app  # noqa: F401, I001  # first, as in the program: it tells the binding what not to read
    from PySide6.QtCore import QEvent, QPointF

    from benchmarks.maps import SPREADS
    from benchmarks.stage import LINGER, open_stage

    known = next(one for one in SPREADS if one == spread)
    with open_stage(int(size), known) as stage:
        for number in range(20):
            point = stage.hub()
            stage.mouse(QEvent.Type.MouseButtonPress, point)
            for step in (10, 20):
                stage.mouse(QEvent.Type.MouseMove, point + QPointF(step, step))
                stage.settle()
            stage.linger(LINGER)
            stage.mouse(QEvent.Type.MouseButtonRelease, point + QPointF(20, 20))
            stage.wheel(1 if number % 2 else -1)
            stage.settle()
            stage.workspace.undo()
            stage.settle()
        return empty_memory(started=True)


def empty_memory(*, started: bool = False) -> str:
    """The most memory this process has held, in megabytes."""
    if not started:
        empty()
    if sys.platform == "linux":  # there, what `resource` says begins with what the parent held
        held = Path("/proc/self/status").read_text("utf-8").partition("VmHWM:")[2].split()[0]
        return str(int(held) / 1024)
    import resource

    return str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024))


STORIES = {"empty": empty, "start": start, "memory": memory, "empty_memory": empty_memory}

if __name__ == "__main__":
    said = STORIES[sys.argv[1]](*sys.argv[2:])  # type: ignore[operator]  # each story knows what it is told
    print(said, flush=True)
    os._exit(0)
