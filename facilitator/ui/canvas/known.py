"""Who is in the session already, asked at each letter typed; a name that is takes a second Enter."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QLineEdit

from facilitator.model.document import Actor, ordered
from facilitator.model.names import Names, fold
from facilitator.ui.workspace import Workspace
from facilitator.words import _


class Known:
    """The actors of a session by name; looked up anew only when they have changed."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._asked: tuple[Mapping[str, Actor], str] | None = None
        self._names = Names()
        self._by_name: dict[str, Actor] = {}

    def like(self, name: str, besides: str = "") -> Actor | None:
        """The actor whose name may well mean the same, if there is one; `besides` is one not to find."""
        actors = self._workspace.document.actors
        if self._asked is None or self._asked[0] is not actors or self._asked[1] != besides:
            rows = [actor for actor in ordered(actors) if actor.id != besides]
            self._asked, self._names = (actors, besides), Names(actor.name for actor in rows)
            self._by_name = {actor.name: actor for actor in reversed(rows)}
        found = self._names.like(name)
        return self._by_name.get(found) if found else None

    def waiting(self, name: str) -> Actor | None:
        """The actor of the tray of that very name, accents and case aside."""
        folded = fold(name)
        waiting = (one for one in ordered(self._workspace.document.actors) if not one.placed)
        return next((one for one in waiting if fold(one.name) == folded), None)


def not_again(name: str) -> str:
    """What is said of somebody who was there already, once the line is past that name."""
    return _("“{name}” was not added again.").format(name=name)


class Again:
    """The second Enter of a line where names are typed one after the other. The name that waits for it is selected:
    the next one of a room that talks is typed over it, and the one that was not added is still told."""

    def __init__(self, line: QLineEdit) -> None:
        self._line = line
        self._marked = ""
        self._passed = ""
        self.asked = ""
        """The name that waits for a second Enter."""
        line.textEdited.connect(self._edited)
        line.selectionChanged.connect(self._mark)

    def asks(self, name: str) -> bool:
        """Whether that name takes one more Enter."""
        waits = self.asked != name
        self.asked = name
        return waits

    @property
    def told(self) -> str:
        """What is said of the name over which another one was typed."""
        return not_again(self._passed) if self._passed else ""

    def forget(self) -> None:
        """A name was added, or the line left."""
        self.asked = self._passed = ""

    def _edited(self, text: str) -> None:
        if self.asked and self._marked == self.asked and text.strip():
            self._passed = self.asked
        self.asked = ""

    def _mark(self) -> None:
        """What is selected; a line says it after it says what was typed over it."""
        self._marked = self._line.selectedText().strip()
