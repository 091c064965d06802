"""The courses of the links, kept on the desk: a session opens with them, and looks for them once its map was seen."""

from __future__ import annotations

from PySide6.QtCore import QObject

from facilitator.ui.canvas.board import COURSES
from facilitator.ui.canvas.surface import Surface
from facilitator.ui.sliced import Sliced

_REST = 20
"""Milliseconds from right before the first painting: that, and what the hands need, come first."""


class KeptCourses(QObject):
    """Finishes the map of a surface between two events, and keeps what was laid when the session is left."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self._surface = surface
        self._work = Sliced(surface.finish, self)
        surface.about_to_be_seen.connect(lambda: self._work.begin_again(_REST))

    def keep(self) -> None:
        """Keeps them, where they are others than those that were kept."""
        self._work.let_go()
        if self._surface.picture.whole:
            self._surface.workspace.keep(COURSES, self._surface.picture.laid())
