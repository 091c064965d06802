"""A list of links, added to a session."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitator import terms
from facilitator.exchange import cells
from facilitator.exchange.headings import heading
from facilitator.exchange.incoming.session import Growing, Saying, noted, texts
from facilitator.exchange.report import Done, Line
from facilitator.exchange.tables import Record, Table
from facilitator.model.document import Link, new_id
from facilitator.model.texts import LINE, TEXT, tidy, visible
from facilitator.model.vocabulary import Direction, Partnership, Status

_USUAL = Link("")


@dataclass(frozen=True, slots=True)
class _Ends:
    """Names and ids of the two actors of a line."""

    source: str
    target: str
    source_name: str
    target_name: str


def add_links(growing: Growing, table: Table) -> list[Line]:
    """Adds each link whose two actors are in the session; says what became of each line."""
    saying = Saying(table)
    same = growing.seen("links", _signature)
    for record in table.records:
        ends = _ends(growing, saying, record)
        if ends is None:
            continue
        link = _link(growing, saying, record, ends)
        names = {"source": ends.source_name, "target": ends.target_name}
        if _signature(link) in same:
            saying.say(record, Done.MATCHED, "links.matched", **names)
            continue
        same.add(_signature(link))
        growing.add_link(link)
        saying.say(record, Done.ADDED, "links.added", **names)
    return saying.lines


def _ends(growing: Growing, saying: Saying, record: Record) -> _Ends | None:
    found = []
    for field in ("source", "target"):
        name = tidy(record[field], lines=False)
        if not name:
            saying.say(record, Done.SKIPPED, "no_end")
            return None
        named = growing.referred(saying.table.file, name)
        actors = [named] if named else growing.called(name)
        if len(actors) != 1:
            saying.say(record, Done.SKIPPED, "several_actors" if actors else "no_actor", name=name)
            return None
        found.append(actors[0])
    source, target = found
    if source is target:
        saying.say(record, Done.SKIPPED, "self", name=source.name)
        return None
    return _Ends(source.id, target.id, source.name, target.name)


def _link(growing: Growing, saying: Saying, record: Record, ends: _Ends) -> Link:
    way, swapped = _direction(saying, record)
    tense, rest = cells.quality(record["quality"])
    given = texts(Link, record, saying)
    said = [tidy(record["label"], lines=True), given.get("text", ""), tidy(rest, lines=True)]
    text = "\n".join(dict.fromkeys(filter(visible, said)))
    if len(text) > TEXT:
        saying.say(record, Done.NOTED, "long_text", heading=heading("text"), most=str(TEXT))
        text = given.get("text", "")
    link = Link(
        new_id(),
        ends.source,
        ends.target,
        types=_types(growing, saying, record),
        partnerships=_partnerships(saying, record),
        status=_status(saying, record),
        intensity=_intensity(saying, record),
        direction=way,
        tension=tense,
        text=text,
        confidential=saying.marked(record, "confidential"),
        note=(given | noted(record, given)).get("note", ""),
    )
    return replace(link, source=link.target, target=link.source) if swapped else link


def _types(growing: Growing, saying: Saying, record: Record) -> tuple[str, ...]:
    whole = tidy(record["types"], lines=False)
    found: list[str] = []
    said = [whole] if growing.has_link_type(whole) else cells.split(tidy(record["types"], lines=True))
    for word in filter(visible, said):
        id_, new = growing.link_type(word[:LINE])
        if new:
            saying.say(record, Done.NOTED, "new_link_type", value=word[:LINE])
        found.append(id_)
    return tuple(dict.fromkeys(found))


def _partnerships(saying: Saying, record: Record) -> tuple[Partnership, ...]:
    found = [cells.partnership(word) for word in cells.split(record["partnerships"])]
    if None in found:
        saying.unknown(record, "partnerships", ", ".join(map(terms.partnership_name, filter(None, found))))
    return tuple(dict.fromkeys(filter(None, found)))


def _status(saying: Saying, record: Record) -> Status:
    word = record["status"]
    known = cells.status(word) if word else _USUAL.status
    if known is None:
        saying.unknown(record, "status", terms.status_name(_USUAL.status))
    return known or _USUAL.status


def _intensity(saying: Saying, record: Record) -> int:
    word = record["intensity"]
    known = cells.intensity(word) if word else _USUAL.intensity
    if known is None:
        saying.unknown(record, "intensity", terms.intensity_name(_USUAL.intensity))
    return known or _USUAL.intensity


def _direction(saying: Saying, record: Record) -> tuple[Direction, bool]:
    word = record["direction"]
    known = cells.direction(word) if word else (_USUAL.direction, False)
    if known is None:
        saying.unknown(record, "direction", terms.direction_name(_USUAL.direction))
    return known or (_USUAL.direction, False)


def _signature(link: Link) -> tuple[object, ...]:
    """What makes two links the same one; a link both ways is the same from either end."""
    ends = (link.source, link.target)
    both = link.direction == Direction.BOTH
    return (tuple(sorted(ends)) if both else ends, frozenset(link.types), link.status, link.direction)
