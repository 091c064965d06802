"""The command palette: everything one can ask of the console, by its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from facilitator.model import gestures
from facilitator.model.document import Actor, new_id
from facilitator.model.finding import find
from facilitator.model.names import fold
from facilitator.ui.finding import showing
from facilitator.ui.finding.panel import Panel
from facilitator.ui.finding.subjects import Found, Index, Kind, Subject, actions, steps, values
from facilitator.ui.values import of_selection
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.window import Window
    from facilitator.ui.workspace import Workspace

_RECENT = "asked"
"""Where the desk keeps what was asked last."""
_MOST_RECENT = 6


class Commands(Panel):
    """Actions, what the selection can be given, steps, actors and links; and, for a name that nobody has, the actor it
    could be."""

    def __init__(self, window: Window, back: QWidget | None, index: Index) -> None:
        super().__init__(window, back, index)
        self._seen: tuple[list[Found], list[Found]] | None = None
        self._entries: list[Found] = []
        self._names: frozenset[str] = frozenset()
        self.line.setPlaceholderText(_("Search or act…"))
        self.line.setAccessibleName(_("Search or act: an action, a step, an actor, a link"))

    def found(self, typed: str) -> Sequence[Subject]:
        self._gather()
        found = find(self._entries, typed)
        name = " ".join(typed.split())
        if (
            any(c.isalnum() for c in name)
            and fold(name) not in self._names
            and not self.window_.workspace.read_only
        ):
            found.append(Subject(Kind.NEW, name, _("Add “{name}” to the tray").format(name=name)))
        return found

    def says(self, subjects: Sequence[Subject], typed: str) -> str:
        if all(subject.kind is Kind.NEW for subject in subjects):
            return _("Nothing is called “{name}”. The beginning of a word is enough, or initials.").format(
                name=typed.strip()
            )
        return super().says(subjects, typed)

    def taken(self, subject: Subject) -> None:
        window = self.window_
        if subject.kind is not Kind.NEW:
            remember(window.workspace, subject)
        if subject.kind is Kind.ACTION:
            window.ask(subject.key)
        elif subject.kind is Kind.VALUE:
            for value in of_selection(window.workspace):
                if value.key == subject.key:
                    value.does()
        elif subject.kind is Kind.STEP:
            window.workspace.show_step(subject.key)
        elif subject.kind is Kind.NEW:
            actor = Actor(new_id(), subject.key, window.canvas.surface.category)
            if window.workspace.do(gestures.add_actor(actor)):
                showing.show(window, ("actors", actor.id))
        else:
            showing.take(window, subject)

    def area(self) -> QRect:
        page = self.window_.page.rect()
        return page.adjusted(0, self.window_.top.height(), 0, 0)

    def _gather(self) -> None:
        """All there is to find, what was asked last before the rest."""
        workspace = self.window_.workspace
        seen = self.index.of(workspace.document)
        if seen is self._seen:
            return
        self._seen = seen
        actors, links = seen
        recent = recently(workspace)
        own = [*actions(self.window_), *values(workspace), *steps(workspace.document)]
        everything = [*own, *actors, *links]
        asked = {pair: n for n, pair in enumerate(recent)}
        first = [entry for entry in everything if (entry.thing.kind, entry.thing.key) in asked]
        first.sort(key=lambda entry: asked[entry.thing.kind, entry.thing.key])
        others = (entry for entry in everything if (entry.thing.kind, entry.thing.key) not in asked)
        self._entries = [*first, *others]
        self._names = frozenset(fold(entry.thing.name) for entry in actors)


def recently(workspace: Workspace) -> list[tuple[Kind, str]]:
    """What was asked last in this session, the latest first."""
    kept = workspace.desk.get(_RECENT, [])
    pairs = (
        [pair for pair in kept if isinstance(pair, list) and len(pair) == 2] if isinstance(kept, list) else []
    )
    return [(Kind(kind), str(key)) for kind, key in pairs if kind in list(Kind)]


def remember(workspace: Workspace, subject: Subject) -> None:
    """Keeps what was asked, for the next time nothing is typed."""
    last = (subject.kind, subject.key)
    others = [pair for pair in recently(workspace) if pair != last]
    workspace.keep(_RECENT, [[str(kind), key] for kind, key in [last, *others][:_MOST_RECENT]])
