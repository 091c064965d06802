"""Opens the window. It decides its own language: the one last chosen there, unless one is asked."""

from __future__ import annotations

from argparse import Namespace


def open_window(asked: Namespace) -> int:
    """Opens Accueil, a session, or the sample; returns once the last window is closed."""
    from facilitator.ui import app  # the only command that needs Qt's windows

    return app.run(asked.file, sample=asked.sample, language=asked.lang)
