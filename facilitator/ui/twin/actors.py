"""The actors as rows: who they are, where they stand, what they bring and look for in short."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QObject

from facilitator import terms
from facilitator.model.changes import Change
from facilitator.model.document import Actor, Link, ordered
from facilitator.model.names import fold
from facilitator.model.vocabulary import Presence, Side
from facilitator.ui.canvas.known import Known
from facilitator.ui.fields.icons import category_icon
from facilitator.ui.panels import options
from facilitator.ui.twin.rows import Index, Rows
from facilitator.ui.twin.told import Cell, Column, Told
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _, ngettext

Given = Mapping[tuple[str, Side], str]
"""What an actor brings or needs, in a few words."""

_PRESENCES = tuple(Presence)


class ActorRows(Rows):
    """Every actor of the session, on the map or not."""

    table = "actors"
    columns = (
        Column("name", N_("Name"), 40, "line"),
        Column("category", N_("Category"), 17, "one", options.categories),
        Column("presence", N_("Presence"), 13, "one", options.presences),
        Column("placed", N_("On the map"), 13, "asked"),
        Column("links", N_("Links"), 7),
        Column("domain", N_("Field of action"), 24, "line"),
        Column("offers", N_("Brings"), 26),
        Column("needs", N_("Needs"), 26),
    )
    _linked: tuple[Mapping[str, Link] | None, Counter[str]] = (None, Counter())
    _given: tuple[object, str, Given] = (None, "", {})

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(workspace, parent)
        self._known = Known(workspace)

    def like(self, index: Index, text: str) -> str:
        if self.columns[index.column()].key != "name":
            return ""
        found = self._known.like(text, besides=self.id_of(self.key_at(index.row())))
        return found.name if found is not None else ""

    def all_keys(self) -> Sequence[str]:
        return [actor.id for actor in ordered(self.document.actors)]

    def tell(self, key: str) -> Told:
        actor = self.document.actors[key]
        category = self.document.categories[actor.category]
        where = self._where(actor)
        links = self._links_of(key)
        given = self._contributions()
        texts = (actor.domain, given.get((key, Side.OFFER), ""), given.get((key, Side.NEED), ""))
        presence = terms.capitalised(terms.presence_name(actor.presence))
        named = terms.category_name(category)
        cells = (
            Cell(actor.name, category_icon(category), spoken=self._sentence(actor, named, where, links)),
            Cell(named),
            Cell(presence, order=_PRESENCES.index(actor.presence)),
            Cell(where, order=(not actor.placed, fold(where))),
            Cell(str(links), order=links),
            *(Cell(text) for text in texts),
        )
        search = "\n".join(fold(cell.text) for n, cell in enumerate(cells) if n != self.column("links"))
        return Told(cells, search, aside=bool(self.how_aside(key)))

    def touched(self, changes: Sequence[Change]) -> Iterable[str] | None:
        found: set[str] = set()
        for change in changes:
            if change.table == "categories":
                return None
            if change.table == "actors":
                found.add(change.id)
            for row in (change.before, change.after):
                if change.table == "links":
                    found |= {getattr(row, "source", ""), getattr(row, "target", "")}
                elif change.table == "contributions":
                    found.add(getattr(row, "actor", ""))
        # A new row has nothing told of it; one that is gone is told no more.
        return found

    def _where(self, actor: Actor) -> str:
        if not actor.placed:
            return _("To place")
        return terms.capitalised(self.how_aside(actor.id)) or _("On the map")

    def _sentence(self, actor: Actor, category: str, where: str, links: int) -> str:
        """The row as it is read aloud."""
        count = ngettext("{n} link", "{n} links", links).format(n=links)
        presence = terms.presence_name(actor.presence)
        told = (category, presence, where[:1].lower() + where[1:], count)
        return _("{name}: {told}").format(name=actor.name, told=", ".join(told))

    def _links_of(self, id_: str) -> int:
        """How many links an actor has, counted once for all of them."""
        if self._linked[0] is not self.document.links:
            ends = Counter(end for row in self.document.links.values() for end in (row.source, row.target))
            self._linked = (self.document.links, ends)
        return self._linked[1][id_]

    def _contributions(self) -> Given:
        """What every actor brings and needs, gathered once for all of them."""
        rows, language, told = self._given
        if rows is not self.document.contributions or language != self._language:
            held: defaultdict[tuple[str, Side], list[str]] = defaultdict(list)
            for row in ordered(self.document.contributions):
                held[row.actor, row.side].append(row.text or terms.sub_item_name(row.sub_item))
            told = {key: " · ".join(filter(None, texts)) for key, texts in held.items()}
            self._given = (self.document.contributions, self._language, told)
        return told
