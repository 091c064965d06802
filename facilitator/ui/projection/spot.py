"""The spotlight: what is selected, while all the rest stands back."""

from __future__ import annotations

from collections.abc import Collection

from facilitator.model.document import Document
from facilitator.ui.workspace import Pair


def aside(document: Document, selection: Collection[Pair]) -> frozenset[str]:
    """Ids of the actors and links that stand back: nothing where nothing of this map is selected.

    A link is lit with its two ends; actors with the links between them, and one alone with all of its own.
    """
    placed = {id_ for id_, row in document.actors.items() if row.placed}
    links = {id_: row for id_, row in document.links.items() if {row.source, row.target} <= placed}
    actors = {id_ for table, id_ in selection if table == "actors" and id_ in placed}
    lit = {id_ for table, id_ in selection if table == "links" and id_ in links}
    if not actors and not lit:
        return frozenset()
    alone = len(actors) == 1 and not lit
    for id_, row in links.items():
        ends = {row.source, row.target}
        if ends <= actors or (alone and ends & actors):
            lit.add(id_)
    for id_ in lit:
        actors |= {links[id_].source, links[id_].target}
    return frozenset({*document.actors, *document.links} - actors - lit)
