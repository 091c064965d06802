"""The spotlight: what is selected, while all the rest stands back."""

from __future__ import annotations

from collections.abc import Collection

from facilitator.model.document import Document
from facilitator.ui.workspace import Pair


def aside(document: Document, selection: Collection[Pair]) -> frozenset[str]:
    """Ids of the actors and links that stand back: nothing where nothing of this document is selected.

    A link is lit with its two ends; actors with the links between them, and one alone with all of its own.
    """
    actors = {id_ for table, id_ in selection if table == "actors" and id_ in document.actors}
    links = {id_ for table, id_ in selection if table == "links" and id_ in document.links}
    if not actors and not links:
        return frozenset()
    alone = len(actors) == 1 and not links
    lit = set(links)
    for row in document.links.values():
        ends = {row.source, row.target}
        if ends <= actors or (alone and ends & actors):
            lit.add(row.id)
    for id_ in lit:
        row = document.links[id_]
        actors |= {row.source, row.target}
    return frozenset({*document.actors, *document.links} - actors - lit)
