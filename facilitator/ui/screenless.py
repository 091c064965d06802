"""Qt where there may be no screen: what is drawn is then drawn in memory."""

from __future__ import annotations

import os
import sys

from PySide6.QtWidgets import QApplication


def application() -> QApplication:
    """The app, ready to draw; whoever draws keeps it meanwhile."""
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from facilitator.ui.app import application as with_windows  # reads the platform

    return with_windows()
