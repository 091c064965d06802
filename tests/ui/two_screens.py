"""Run by test_projector in a process of its own: the screens of a platform are chosen once for all."""

import json
import sys
from pathlib import Path

import shiboken6
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.model.store import file
from facilitator.ui import look
from facilitator.ui.canvas.widget import Canvas
from facilitator.ui.projection.projector import Projector
from facilitator.ui.projection.screens import exchange
from facilitator.ui.workspace import Workspace


def _place(window: QWidget) -> str:
    """The screen on which the middle of a window is."""
    screen = QGuiApplication.screenAt(window.geometry().center())
    return screen.name() if screen is not None else ""


def tell(session: Path) -> dict[str, object]:
    """Starts the projection with two screens, then says that the wall left and came back."""
    app = QApplication([])
    look.dress(app)
    laptop, wall = QGuiApplication.screens()
    workspace = Workspace(file.open(session))
    console = Canvas(workspace)
    console.setScreen(laptop)
    console.resize(800, 500)
    console.show()
    workspace.board.show("map")
    projector = Projector(workspace)
    app.processEvents()
    projector.start(laptop)
    app.processEvents()
    told: dict[str, object] = {}
    told["started"] = {
        "screen": projector.screen().name(),
        "full": projector.isFullScreen(),
        "size": [projector.width(), projector.height()],
        "ratio": projector.map.devicePixelRatioF(),
        "keys": console.isActiveWindow(),
    }
    console.surface.repaint()
    told["console"] = {"ratio": console.surface._layers.ratio}
    for screen in (
        laptop,
        wall,
    ):  # a window that was asked for its screen takes what Python knows of it along
        passing = QWidget()
        passing.setScreen(screen)
        passing.screen()
        shiboken6.delete(passing)
    wall = QGuiApplication.screens()[1]
    app.screenRemoved.emit(wall)
    app.processEvents()
    told["unplugged"] = {
        "windowed": projector.windowed,
        "visible": projector.isVisible(),
        "full": projector.isFullScreen(),
        "size": [projector.width(), projector.height()],
    }
    app.screenAdded.emit(wall)
    app.processEvents()
    told["plugged"] = {
        "full": projector.isFullScreen(),
        "windowed": projector.windowed,
        "keys": console.isActiveWindow(),
    }
    done = exchange(console, projector.screens)
    app.processEvents()
    told["exchanged"] = {
        "done": done,
        "projection": projector.screen().name(),
        "console": console.screen().name(),
        "size": [projector.width(), projector.height()],
        "full": projector.isFullScreen(),
        "keys": console.isActiveWindow(),
    }
    app.screenRemoved.emit(QGuiApplication.screens()[1])
    app.processEvents()
    told["console unplugged"] = {
        "windowed": projector.windowed,
        "full": projector.isFullScreen(),
        "projection": _place(projector),
    }
    console.setScreen(QGuiApplication.screens()[0])  # the system does
    app.screenAdded.emit(QGuiApplication.screens()[1])
    app.processEvents()
    told["console plugged"] = {"full": projector.isFullScreen(), "projection": projector.screen().name()}
    done = exchange(console, projector.screens)
    app.processEvents()
    told["again"] = {
        "done": done,
        "projection": projector.screen().name(),
        "console": console.screen().name(),
    }
    done = exchange(console, projector.screens)
    app.processEvents()
    told["back"] = {
        "done": done,
        "projection": projector.screen().name(),
        "console": console.screen().name(),
    }
    least = projector.stage.room.size(projector.height())
    told["legible"] = projector.map.view.zoom * projector.map.picture.theme.name_floor >= least
    projector.close()
    console.close()
    workspace.close()
    return told


if __name__ == "__main__":
    print(json.dumps(tell(Path(sys.argv[1]))))
