"""What still tells who somebody is in an edition, and what was left out of it: read before it leaves the laptop.

Values; `terms.identifying` says them. An edition takes out what can be known for sure (`edition`); this is what only a
person can judge: a first name alone, a facilitator's name, an address typed in a text, what a picture shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from facilitator.model.document import Document, rows_of
from facilitator.model.edition import MARKED, edition
from facilitator.model.withheld import found_in_words

_SHORTEST = 3
"""Letters from which a part of a name is looked for."""
_LONGEST = 60
"""Letters by which a row is known."""


class Trace(StrEnum):
    """What is to be known before an edition leaves; the first ones are to be looked at."""

    WORDS = "words"
    """A name, a part of one or an address in free words."""
    CONFIDENTIAL = "confidential"
    """Something marked confidential that is in this edition."""
    IMAGE = "image"
    """A picture: only somebody who looks knows what it shows."""
    FACILITATORS = "facilitators"
    """The names of the facilitators are printed."""
    AUTHOR = "author"
    """The author is printed, and is in the properties of the file."""
    NAMED = "named"
    """Participants printed by their names."""
    UNNAMED = "unnamed"
    """Participants printed without."""
    LEFT_OUT = "left_out"
    """Things marked confidential that are left out."""
    TENSE = "tense"
    """Links in tension left out, or told as any other."""
    FICTITIOUS = "fictitious"
    """The session is said to be a fictitious example."""


TO_LOOK_AT = frozenset({Trace.WORDS, Trace.CONFIDENTIAL, Trace.IMAGE})
"""What asks for somebody's eyes."""


@dataclass(frozen=True, slots=True)
class Clue:
    """One trace: how many, or where (a row of a table) and the words around it."""

    trace: Trace
    count: int = 1
    table: str = ""
    id: str = ""
    words: str = ""


def identifying(document: Document, name: str) -> tuple[Clue, ...]:
    """What is to be known of an edition before it leaves, by trace."""
    shown = edition(document, name)
    found = [*_words(document, shown, name), *_images(shown), *_counted(document, shown, name)]
    return tuple(sorted(found, key=lambda clue: [*Trace].index(clue.trace)))


def _words(document: Document, shown: Document, name: str) -> Iterable[Clue]:
    """Parts of names that whole names taken out may have left."""
    public = name == "public"
    people = [row.name for row in document.participants.values() if public or not row.named]
    if public:
        people += re.split(r",|;|\bet\b|\band\b|&", document.workshop.facilitators)
    parts = {part for whole in people for part in re.split(r"[\s,;]+", whole)}
    workshop = document.workshop
    told = [row.name for row in shown.actors.values()]
    told += [row.name for row in shown.zones.values()]
    told += [row.organisation for row in document.participants.values()]
    told += [workshop.title, workshop.territory, workshop.place, workshop.organiser, workshop.next_place]
    things = {part for text in told for part in re.split(r"\W+", text)}
    names = {part for part in parts if len(part) >= _SHORTEST and part[:1].isupper()} - things
    for table, id_, words in found_in_words(shown, names):
        if table != "participants":
            yield Clue(Trace.WORDS, table=table, id=id_, words=words)


def _images(shown: Document) -> Iterable[Clue]:
    for table, id_ in (("background", shown.background.image), ("workshop", shown.workshop.logo)):
        if id_ in shown.images:
            yield Clue(Trace.IMAGE, table=table, id=id_)


def _counted(document: Document, shown: Document, name: str) -> Iterable[Clue]:
    workshop, nameless = shown.workshop, [row for row in shown.participants.values() if not row.name]
    confidential = {table: confidential_in(document, table) for table in MARKED}
    printed = {table: ids & rows_of(shown, table).keys() for table, ids in confidential.items()}
    kept, held = (sum(map(len, ids.values())) for ids in (printed, confidential))
    told = (
        (Trace.FACILITATORS, int(bool(workshop.facilitators)), workshop.facilitators),
        (Trace.AUTHOR, int(bool(workshop.author)), workshop.author),
        (Trace.NAMED, len(shown.participants) - len(nameless), ""),
        (Trace.UNNAMED, len(nameless) if name == "participants" else 0, ""),
        (Trace.LEFT_OUT, held - kept, ""),
        (Trace.TENSE, sum(row.tension for row in document.links.values()), ""),
        (Trace.FICTITIOUS, int(workshop.fictitious), ""),
    )
    for table, ids in printed.items():
        for id_ in ids:
            yield Clue(Trace.CONFIDENTIAL, table=table, id=id_, words=_called(shown, table, id_))
    for trace, count, words in told:
        if count:
            yield Clue(trace, count, words=words)


def _called(shown: Document, table: str, id_: str) -> str:
    """What a row is called, or the beginning of what it says."""
    if table == "links":
        link = shown.links[id_]
        return " – ".join(shown.actors[end].name for end in (link.source, link.target))
    row = rows_of(shown, "items" if table == "answers" else table)[id_]
    said = next((getattr(row, name) for name in ("name", "what", "text") if getattr(row, name, "")), "")
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"


def confidential_in(document: Document, table: str) -> set[str]:
    """Ids of the rows of a table that are marked confidential."""
    return {id_ for id_, row in rows_of(document, table).items() if getattr(row, "confidential", False)}
