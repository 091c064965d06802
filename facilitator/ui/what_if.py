"""What one does without, for a minute: some actors or links, switched off on the map and in what it tells.

A thought, not a gesture: nothing of it reaches the journal or the desk. After a crash, or the next day, a map that is
grey for a reason nobody remembers would be taken for the session as it is; so it does not come back.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.model.document import Document
from facilitator.terms.what_if import supposition
from facilitator.ui.reader import read_otherwise
from facilitator.ui.sliced import REST, Sliced
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.model.readings.supposed import Comparison
    from facilitator.ui.workspace import Workspace


class WhatIf(QObject):
    """`off` is what was switched off, `gone` all that goes with it. Undo and gestures go on meanwhile: what is deleted
    is not supposed away any more."""

    changed = Signal()
    """Something else is off."""
    compared = Signal()
    """What would change is known, or not any more."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._work: Sliced | None = None
        self.off: frozenset[str] = frozenset()
        self.gone: frozenset[str] = frozenset()
        # networkx comes with the first comparison, and not within the slot of a menu that may be gone meanwhile.
        self._first = QTimer(self, singleShot=True, interval=0)
        self._first.timeout.connect(self._compare)

    @property
    def on(self) -> bool:
        """Whether one does without something."""
        return bool(self.off)

    @property
    def comparison(self) -> Comparison | None:
        """What would change; None while that is not known."""
        found: Comparison | None = self._work.found if self._work is not None else None
        return found

    def turn(self, rows: Iterable[str]) -> None:
        """Does without these too; with all of them again where one did without each of them already."""
        wanted = frozenset(rows)
        self._suppose(self.off - wanted if wanted <= self.off else self.off | wanted)

    def leave(self) -> None:
        """Everything is back, and what was supposed is told no more."""
        self._suppose(frozenset())
        self._workspace.say("")

    def doubt(self, before: Document, after: Document) -> None:
        """The session is about to be shown changed: what was compared before is told no more."""
        if self._work is not None and read_otherwise(before, after):
            self._work.let_go()

    def follow(self, before: Document, after: Document) -> None:
        """The session changed."""
        if self.on:
            held = self.off & (after.actors.keys() | after.links.keys())
            if not self._suppose(held) and read_otherwise(before, after) and self._work is not None:
                self._work.begin_again(REST)

    def rest(self) -> None:
        """The session is closed."""
        self._first.stop()
        if self._work is not None:
            self._work.let_go()

    def _suppose(self, off: frozenset[str]) -> bool:
        """Does without these and nothing else; whether anything is off, or goes with it, that was not."""
        links = self._workspace.document.links.values() if off else ()
        gone = off.union(row.id for row in links if row.source in off or row.target in off)
        if (off, gone) == (self.off, self.gone):
            return False
        self.off, self.gone = off, gone
        self._first.start()
        if self._work is not None:
            self._work.let_go()
        self.changed.emit()
        return True

    def _compare(self) -> None:
        if self._work is None:
            self._work = Sliced(self._begin, self)
            self._work.changed.connect(self.compared)
        if self.on:
            self._work.begin_again()

    def _begin(self) -> Generator[None, None, Comparison]:
        from facilitator.model.readings.what_if import compared  # networkx

        return compared(self._workspace.document, self.off)


def chosen(workspace: Workspace) -> frozenset[str]:
    """What one would do without: all that is selected."""
    return frozenset(id_ for _table, id_ in workspace.selection)


def turn(workspace: Workspace) -> None:
    """Does without what is selected, or with it again; with nothing selected, everything is back."""
    held, what_if = chosen(workspace), workspace.what_if
    if held:
        what_if.turn(held)
        workspace.say(supposition(workspace.document, what_if.off))
    elif what_if.on:
        what_if.leave()
    else:
        workspace.say(_("Select an actor or a link first: I then shows the map without it."))
