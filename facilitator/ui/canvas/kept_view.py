"""The part of the map that is seen, kept on the desk: a session opens again where it was left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from facilitator.ui.canvas.surface import Surface
from facilitator.ui.canvas.view import View

_VIEW = "view"
"""Where the desk keeps it."""
_REST = 400
"""Milliseconds the view rests before it is kept."""


class KeptView(QObject):
    """Keeps the view of a surface once it rests; `fit` shows the whole map where nothing was kept.

    In a window of the same size every card is seen where it was in it, whatever was folded beside the map since: what
    folds does not move them, and is no other view. In another one, what was in the middle is in the middle again.
    """

    def __init__(self, surface: Surface, fit: Callable[[], object]) -> None:
        super().__init__(surface)
        self._surface, self._fit = surface, fit
        self._keeping = QTimer(self, singleShot=True, interval=_REST)
        self._keeping.timeout.connect(self._keep)
        surface.about_to_be_seen.connect(self._see_again)
        surface.view_changed.connect(self._keeping.start)
        surface.workspace.settling.connect(self._settle)

    def _see_again(self) -> None:
        kept = self._surface.workspace.desk.get(_VIEW, None)
        if isinstance(kept, list) and len(kept) in (3, 7):
            x, y, zoom, *placed = (float(number) for number in kept)
            self._surface.set_view(View(x, y, zoom))
            left, top, *size = self._placed()
            if placed and placed[2:] == size:
                self._surface.set_view(self._surface.view.panned(placed[0] - left, placed[1] - top))
        else:
            self._fit()
        self._keeping.stop()

    def _placed(self) -> list[float]:
        """Where the middle of the map's numbers is in the window, and the size of the window, in pixels."""
        window = self._surface.window()
        origin = self._surface.mapTo(window, self._surface.in_window(0.0, 0.0))
        return [origin.x(), origin.y(), float(window.width()), float(window.height())]

    def _keep(self) -> None:
        view = self._surface.view
        self._surface.workspace.keep(_VIEW, [view.x, view.y, view.zoom, *self._placed()])

    def _settle(self) -> None:
        if self._keeping.isActive():
            self._keeping.stop()
            self._keep()
