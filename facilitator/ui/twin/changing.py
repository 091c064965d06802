"""What changes between today and the desired map: the alliances to strengthen and to create, under who they concern."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject

from facilitator import terms
from facilitator.model.changes import Change
from facilitator.model.document import Actor, Link, ordered, place
from facilitator.model.names import fold
from facilitator.model.vocabulary import Status
from facilitator.ui.fields.icons import category_icon
from facilitator.ui.panels import options
from facilitator.ui.twin.links import links_touched, reads_otherwise
from facilitator.ui.twin.rows import Rows
from facilitator.ui.twin.told import Cell, Column, Told
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, ngettext

TO_BUILD = (Status.TO_CREATE, Status.TO_STRENGTHEN)
_BAR = "\N{UNIT SEPARATOR}"
"""Between the group and the link in the key of a row; no id holds it."""


class Grouping(StrEnum):
    """Under what the alliances to build are told: each of their actors, or the types of both."""

    ACTOR = "actor"
    CATEGORY = "category"


class ChangeRows(Rows):
    """Headings with their count, and under each the alliances that are to be built, as sentences.

    Under actors, a link is told twice: once under each of the two whom it concerns.
    """

    table = "links"
    sorts = False
    columns = (
        Column("sentence", N_("Alliance to build"), 70),
        Column("status", N_("Status"), 14, "one", options.statuses),
        Column("intensity", N_("Intensity"), 24, "one", options.intensities),
    )

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(workspace, parent)
        self.grouping = Grouping.ACTOR
        self._groups: Mapping[str, Sequence[str]] = {}
        self._recounted: list[str] = []
        self._folded: dict[str, tuple[Actor, str]] = {}

    def group_by(self, grouping: Grouping) -> None:
        """Tells the alliances under their actors, or under the types of their actors."""
        if grouping is not self.grouping:
            self.grouping = grouping
            self._retell(None)

    def alliances(self) -> int:
        """How many links are to be created or strengthened."""
        return sum(row.status in TO_BUILD for row in self.document.links.values())

    def id_of(self, key: str) -> str:
        return key.partition(_BAR)[2]

    def keys_of(self, ids: Iterable[str]) -> Iterable[str]:
        wanted = set(ids)
        return [key for key in self._told if self.id_of(key) in wanted]

    def all_keys(self) -> Sequence[str]:
        held: defaultdict[str, list[Link]] = defaultdict(list)
        links = ordered(self.document.links)
        for status in TO_BUILD:  # what is to be created comes first
            for link in links:
                if link.status is status:
                    for group in self._groups_of(link):
                        held[group].append(link)
        groups = sorted(held, key=self._place)
        found = {group: [f"{group}{_BAR}{link.id}" for link in held[group]] for group in groups}
        self._recounted = [key for key in groups if len(self._groups.get(key, ())) != len(found[key])]
        for group in self._recounted:
            self._told.pop(group, None)
        self._groups = found
        words = bool(self.wanted.strip())
        # Under a search, headings are those of the rows that are found.
        return [key for group, keys in found.items() for key in ((*keys,) if words else (group, *keys))]

    def tell(self, key: str) -> Told:
        if not self.id_of(key):
            heading = self._heading(key)
            return Told((heading, Cell(), Cell()), group=True)
        link = self.document.links[self.id_of(key)]
        sentence = terms.link_sentence(self.document, link, tension=True)
        cells = (
            Cell(sentence),
            Cell(terms.capitalised(terms.status_name(link.status))),
            Cell(terms.capitalised(terms.intensity_name(link.intensity))),
        )
        search = "\n".join(fold(cell.text) for cell in cells)
        return Told(cells, search, aside=bool(self.how_aside(link.id)))

    def touched(self, changes: Sequence[Change]) -> Iterable[str] | None:
        if any(change.table == "categories" for change in changes):
            return None
        links = links_touched(changes, self.document)
        if links is None:
            return None
        actors = {change.id for change in changes if change.table == "actors" and reads_otherwise(change)}
        headings = [key for key in self._told if key in actors]
        return [*headings, *self.keys_of(links), *links]

    def _retell(self, touched: Iterable[str] | None) -> None:
        super()._retell(touched)
        recounted, self._recounted = self._recounted, []
        for key in recounted:
            if key in self.keys:
                row = self.keys.index(key)
                self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def _groups_of(self, link: Link) -> tuple[str, ...]:
        ends = (link.source, link.target)
        if self.grouping is Grouping.ACTOR:
            return ends
        categories = {self.document.actors[end].category for end in ends}
        return (" ".join(sorted(categories, key=lambda id_: place(self.document.categories[id_]))),)

    def _place(self, group: str) -> list[tuple[Any, str]]:
        """Where a heading stands: names in the order of the alphabet, types in that of the session."""
        if self.grouping is Grouping.ACTOR:
            actor = self.document.actors[group]
            held = self._folded.get(group)
            if held is None or held[0] is not actor:
                held = self._folded[group] = (actor, fold(actor.name))
            return [(held[1], group)]
        return [place(self.document.categories[id_]) for id_ in group.split(" ")]

    def _heading(self, group: str) -> Cell:
        count = len(self._groups[group])
        counted = ngettext("{n} alliance to build", "{n} alliances to build", count).format(n=count)
        if self.grouping is Grouping.ACTOR:
            actor = self.document.actors[group]
            category = self.document.categories[actor.category]
            return Cell(f"{actor.name} — {counted}", category_icon(category))
        rows = [self.document.categories[id_] for id_ in group.split(" ")]
        named = " · ".join(map(terms.category_plural, rows))
        return Cell(f"{named} — {counted}", category_icon(rows[0]) if len(rows) == 1 else None)
