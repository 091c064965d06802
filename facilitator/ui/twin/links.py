"""The links as rows: who, what for, to whom, how much of it there is yet; and the whole sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from facilitator import terms
from facilitator.model.changes import Change
from facilitator.model.document import Document, Link, ordered
from facilitator.model.names import fold
from facilitator.model.vocabulary import Direction, Status
from facilitator.ui.fields.icons import link_type_icon
from facilitator.ui.panels import options
from facilitator.ui.twin.rows import Rows
from facilitator.ui.twin.told import Cell, Column, Told
from facilitator.words import N_, _

_STATUSES, _DIRECTIONS = tuple(Status), tuple(Direction)


class LinkRows(Rows):
    """Every link of the session."""

    table = "links"
    columns = (
        Column("source", N_("From"), 32, "asked"),
        Column("types", N_("What for"), 18, "several", options.link_types),
        Column("target", N_("To"), 32, "asked"),
        Column("status", N_("Status"), 13, "one", options.statuses),
        Column("intensity", N_("Intensity"), 17, "one", options.intensities),
        Column("direction", N_("Direction"), 12, "one", options.directions),
        Column("tension", N_("Tension"), 9, "tick"),
        Column("where", N_("On the map"), 13),
        Column("sentence", N_("In a sentence"), 34),
    )

    def all_keys(self) -> Sequence[str]:
        return [link.id for link in ordered(self.document.links)]

    def tell(self, key: str) -> Told:
        document, link = self.document, self.document.links[key]
        types = [row for row in ordered(document.link_types) if row.id in link.types]
        sentence = terms.link_sentence(document, link, tension=True)
        cells = (
            Cell(document.actors[link.source].name, spoken=sentence),
            Cell(", ".join(map(terms.link_type_name, types)), link_type_icon(types[0]) if types else None),
            Cell(document.actors[link.target].name),
            Cell(terms.capitalised(terms.status_name(link.status)), order=_STATUSES.index(link.status)),
            Cell(terms.capitalised(terms.intensity_name(link.intensity)), order=link.intensity),
            Cell(
                terms.capitalised(terms.direction_name(link.direction)),
                order=_DIRECTIONS.index(link.direction),
            ),
            Cell("", order=not link.tension, spoken=_("tense relation") if link.tension else _("no tension")),
            Cell(self._where(link)),
            Cell(sentence),
        )
        return Told(cells, "\n".join(fold(cell.text) for cell in cells), aside=bool(self.how_aside(key)))

    def touched(self, changes: Sequence[Change]) -> Iterable[str] | None:
        return links_touched(changes, self.document)

    def _where(self, link: Link) -> str:
        ends = (self.document.actors[link.source], self.document.actors[link.target])
        if not all(end.placed for end in ends):
            return _("To place")
        return terms.capitalised(self.how_aside(link.id)) or _("On the map")


def links_touched(changes: Sequence[Change], after: Document) -> set[str] | None:
    """Links that may read otherwise after these changes: they changed, or an actor of theirs did; None for all."""
    found, actors = set(), set()
    for change in changes:
        if change.table == "link_types":
            return None
        if change.table == "links":
            found.add(change.id)
        elif change.table == "actors" and reads_otherwise(change):
            actors.add(change.id)
    if actors:
        found |= {row.id for row in after.links.values() if row.source in actors or row.target in actors}
    return found


def reads_otherwise(change: Change) -> bool:
    """Whether an actor has another name, number or place; a card that only moved reads the same."""
    names = ("name", "category", "placed")
    return any(getattr(change.before, name, None) != getattr(change.after, name, None) for name in names)
