"""A map seen whole stays so, whatever takes room beside it, and is so again once nothing covers a part of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer

from facilitator.ui.canvas import whereabouts
from facilitator.ui.canvas.surface import Surface
from facilitator.ui.canvas.view import View

_REST = 150
"""Milliseconds without another size after which a window that went elsewhere is there."""
CLOSEST = 1.25
"""A map of a few cards, shown whole, is no larger than this."""


class KeptWhole:
    """Shows the whole map, and knows whether it still is."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface
        self._view: View | None = None
        self._settle, self._zoom = _nothing, 0.0
        self._resting = QTimer(surface, singleShot=True, interval=_REST)
        self._resting.timeout.connect(self._rests)
        surface.resized.connect(self._resized)

    def fit(self) -> None:
        """Shows the whole map."""
        self._surface.fit_box(self._surface.picture.box, most=CLOSEST)
        self._view = self._surface.view

    @property
    def fitted(self) -> bool:
        """Whether it was shown whole, and one did not look elsewhere since."""
        return self._surface.view == self._view

    def keeping(self) -> Callable[[], None]:
        """What to do once something took room beside the map, or gave it back: a map seen in part stays as it is."""
        if self.fitted:
            return self.fit
        return self._see_all if whereabouts.sees_all(self._surface) else _nothing

    def covering(self) -> Callable[[], None]:
        """What to do once what is about to cover a part of the map is gone: seen whole before, it is again, whichever
        card one went to meanwhile; unless one came nearer, or farther."""
        before, whole = self._surface.view, whereabouts.sees_all(self._surface)

        def uncover() -> None:
            if self._surface.view.zoom == before.zoom and not whereabouts.sees_all(self._surface):
                self._surface.set_view(before)
                self._see_all()

        return uncover if whole else _nothing

    def goes_elsewhere(self) -> None:
        """The window is about to go to another screen, in several steps: a map seen whole is so again once it rests,
        unless one came nearer, or farther."""
        self._settle, self._zoom = self.keeping(), self._surface.view.zoom
        self._resting.start()

    def _rests(self) -> None:
        if self._surface.view.zoom == self._zoom:
            self._settle()

    def _resized(self) -> None:
        if self._resting.isActive():
            self._resting.start()

    def _see_all(self) -> None:
        if not whereabouts.sees_all(self._surface):
            self.fit()


def _nothing() -> None:
    pass
