"""Which decorations one chose, and what they are on the map of the moment: never those of an older one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.drawing.decor import PLAIN, dressing
from facilitator.model.decor import Colouring, Decor, Measure, from_plain, to_plain, told_alike
from facilitator.model.document import Document
from facilitator.ui.sliced import REST, Sliced

if TYPE_CHECKING:
    from facilitator.ui.workspace import Workspace

_DESK = "decor"


class Decorations(QObject):
    """The choice, kept on the desk: it is no gesture, and undo does not know it."""

    changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self.decor = from_plain(workspace.desk.get(_DESK))

    def ring(self, measure: Measure | None) -> None:
        """Shows a measure around the pictograms of cards, or none."""
        self._choose(replace(self._shown, measure=measure))

    def colour(self, colouring: Colouring | None) -> None:
        """Gives links a colour by their type or their status, or none."""
        self._choose(replace(self._shown, colouring=colouring))

    def turn_pillars(self) -> None:
        """Shows the dots of the pillars, with what they mean, or not any more."""
        self._choose(replace(self._shown, pillars=not self.decor.dots))

    def turn(self) -> None:
        """Shows what was last chosen, or takes it away."""
        held = self.decor if self.decor.something else Decor()
        self._keep(replace(held, shown=not held.shown))

    @property
    def _shown(self) -> Decor:
        """What is shown, without what was chosen once and taken away."""
        return Decor(self.decor.ring, self.decor.ink, self.decor.dots)

    def _choose(self, decor: Decor) -> None:
        self._keep(replace(decor, shown=decor.something))

    def _keep(self, decor: Decor) -> None:
        if decor != self.decor:
            self.decor = decor
            self._workspace.keep(_DESK, to_plain(decor))
            self.changed.emit()


class Dresser(QObject):
    """Dresses one map. `measured_on` gives the document that its measures are of: what is not shown is not counted."""

    changed = Signal()

    def __init__(
        self, workspace: Workspace, measured_on: Callable[[Document], Document], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._measured_on = measured_on
        self._wanted = True
        self._of: tuple[Measure, Document] | None = None
        self._work = Sliced(self._begin, self)
        self._work.changed.connect(self._dress)
        self.dressing = PLAIN
        workspace.decorations.changed.connect(self._chosen)
        workspace.what_if.changed.connect(self._follow)
        workspace.changed.connect(self._follow)
        self._chosen(REST)

    def want(self, wanted: bool) -> None:
        """Whether the map is to be decorated at all."""
        if wanted != self._wanted:
            self._wanted = wanted
            self._chosen()

    @property
    def decor(self) -> Decor:
        """What it shows."""
        return self._workspace.decorations.decor if self._wanted else Decor(None)

    def _chosen(self, rest: int = 0) -> None:
        """Something else is to be shown. networkx comes with the first measure, not within the slot of a menu."""
        measure = self.decor.ring
        if measure is None:
            self._of = None
            self._work.let_go()
        elif self._of is None or self._of[0] is not measure:
            self._of = measure, self._measured_on(self._workspace.document)
            self._work.begin_again(rest)
        self._dress()

    def _follow(self, *_documents: Document) -> None:
        """The session changed, or what one does without: what was measured may not be true any more."""
        if self._of is not None:
            measure, before = self._of
            self._of = measure, self._measured_on(self._workspace.document)
            if not told_alike(measure, before, self._of[1]):
                self._work.begin_now()
        if self.decor.shown:
            self._dress()

    def _begin(self) -> Generator[None, None, Mapping[str, float]]:
        from facilitator.model.readings.measures import measured  # networkx

        assert self._of is not None  # noqa: S101 - a measure is asked for as long as one works at it
        return measured(self._of[1], self._of[0])

    def _dress(self) -> None:
        now = dressing(self._workspace.document, self.decor, self._work.found)
        if now != self.dressing:
            self.dressing = now
            self.changed.emit()


def supposed(off: Collection[str], document: Document) -> Document:
    """A session without what one does without for a minute."""
    if not off:
        return document
    from facilitator.model.readings.what_if import without  # networkx

    return without(document, off)
