"""The pictures of the documentation, taken from the app itself so that they never lie: ``python tools/pictures.py``."""

from __future__ import annotations

import json
import os
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from facilitator import paths
from facilitator.ui import remembered
from facilitator.ui.app import App, application
from facilitator.ui.projection.projector import Projector
from facilitator.ui.window import Window

DOCS = Path(__file__).resolve().parent.parent / "docs"
SCREENS = {
    "screens": [
        {"name": "laptop", "x": 0, "y": 0, "width": 1600, "height": 900, "logicalDpi": 96, "dpr": 1},
        {"name": "wall", "x": 1600, "y": 0, "width": 1600, "height": 900, "logicalDpi": 96, "dpr": 1},
    ]
}
"""A laptop and a projector."""
SETTLING = 600
"""Milliseconds for the fonts, the first layout and the slow views to be there."""


def main() -> None:
    """Opens the sample in French, in a home of its own, projects it, and keeps what is seen."""
    with TemporaryDirectory() as home:
        screens = Path(home) / "screens.json"
        screens.write_text(json.dumps(SCREENS), "utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
        os.environ[paths.HOME_VARIABLE] = home
        qt = application()
        remembered.remember("language", "fr")
        app = App(qt)
        app.begin(None, sample=True)
        if app.window is None:
            raise SystemExit("The sample did not open.")
        _pose(app.window)
        _keep(app.window, "console")
        for window in qt.topLevelWidgets():
            if isinstance(window, Projector):
                _keep(window, "projection")
        app.end()


def _pose(window: Window) -> None:
    """As the sample opens, on the wall too."""
    QTest.qWait(SETTLING)
    window.toggle_projection()
    window.canvas.fit()
    QTest.qWait(SETTLING)


def _keep(window: QWidget, name: str) -> None:
    QApplication.processEvents()
    window.grab().save(str(DOCS / f"{name}.png"))


if __name__ == "__main__":
    main()
