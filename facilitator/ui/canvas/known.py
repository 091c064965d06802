"""Who is in the session already, asked at each letter typed."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.model.document import Actor, ordered
from facilitator.model.names import Names, fold
from facilitator.ui.workspace import Workspace


class Known:
    """The actors of a session by name; looked up anew only when they have changed."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._actors: Mapping[str, Actor] | None = None
        self._names = Names()
        self._by_name: dict[str, Actor] = {}

    def like(self, name: str, besides: str = "") -> Actor | None:
        """The actor whose name may well mean the same, if there is one; `besides` is one not to find."""
        actors = self._workspace.document.actors
        if actors is not self._actors:
            rows = ordered(actors)
            self._actors, self._names = actors, Names(actor.name for actor in rows)
            self._by_name = {actor.name: actor for actor in reversed(rows)}
        found = self._names.like(name)
        actor = self._by_name.get(found) if found else None
        return None if actor is not None and actor.id == besides else actor

    def waiting(self, name: str) -> Actor | None:
        """The actor of the tray of that very name, accents and case aside."""
        folded = fold(name)
        waiting = (one for one in ordered(self._workspace.document.actors) if not one.placed)
        return next((one for one in waiting if fold(one.name) == folded), None)
