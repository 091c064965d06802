"""The Qt binding is the one that was chosen, and keeps the books of references right."""

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

CALLS = 20_000


def test_the_binding_is_the_chosen_one() -> None:
    assert version("PySide6-Essentials") == "6.11.3"


def test_calls_that_return_nothing_keep_the_references_of_none(qtbot: QtBot) -> None:
    """PySide6 6.12.0 on Python 3.11 takes one reference of None per call, and the process aborts in seconds."""
    widget = QWidget()
    qtbot.addWidget(widget)
    canvas = QPixmap(8, 8)
    painter = QPainter(canvas)
    before = sys.getrefcount(None)
    for number in range(CALLS):
        widget.setToolTip(str(number))
        widget.update()
        painter.setPen(QColor(number % 256, 0, 0))
        painter.drawPoint(QPointF(1, 1))
    after = sys.getrefcount(None)
    painter.end()
    assert abs(after - before) < CALLS / 10


def test_the_binding_reads_no_source_of_ours() -> None:
    """Else the lines of all modules are kept in memory, for a feature that nobody uses."""
    said = subprocess.run(
        [sys.executable, "-c", "import facilitator.ui.window, linecache; print(*linecache.cache)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert str(Path("facilitator", "ui")) not in said.stdout
