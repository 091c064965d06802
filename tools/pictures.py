"""The pictures of the documentation, taken from the app itself so that they never lie: ``python tools/pictures.py``."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from facilitator import paths
from facilitator.ui import remembered
from facilitator.ui.app import App, application
from facilitator.ui.window import Window

DOCS = Path(__file__).resolve().parent.parent / "docs"
CONSOLE = (1600, 900)
SETTLING = 600
"""Milliseconds for the fonts, the first layout and the slow views to be there."""


def main() -> None:
    """Opens the sample in French, in a home of its own, and keeps what is seen."""
    with TemporaryDirectory() as home:
        os.environ[paths.HOME_VARIABLE] = home
        qt = application()
        remembered.remember("language", "fr")
        app = App(qt)
        app.begin(None, sample=True)
        if app.window is None:
            raise SystemExit("The sample did not open.")
        _pose(app.window)
        _keep(app.window, "console")
        app.end()


def _pose(window: Window) -> None:
    """As the sample opens, at the size of the page."""
    window.showNormal()  # it opens maximised, and the screen of a machine without one is small
    window.resize(*CONSOLE)
    QTest.qWait(SETTLING)
    window.canvas.fit()
    QTest.qWait(SETTLING)


def _keep(window: QWidget, name: str) -> None:
    QApplication.processEvents()
    window.grab().save(str(DOCS / f"{name}.png"))


if __name__ == "__main__":
    main()
