"""Names taken out of free words.

A name of one word is looked for in free words, not in the names of things (titles, organisations, zones, types), nor in
these names where words quote them: a participant entered as "Val" must not erase "Val d'Œuvre". A name and surname, or
the name of a confidential actor, is looked for there too. The names of the organiser, of the territory and of actors
stay what they are, and where words quote them: they are told anyway.

How a name is found in a text is told in `sought`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, replace
from functools import lru_cache
from typing import Any, TypeVar

from facilitator.model.document import (
    SINGLE,
    TABLES,
    Category,
    Document,
    LinkType,
    Moment,
    Participant,
    Row,
    Zone,
    rows_of,
)
from facilitator.model.names import fold
from facilitator.model.sought import Sought

GONE = "…"
"""What stands in place of a removed name."""

_NAMES_OF_THINGS = frozenset(
    {"name", "title", "territory", "organiser", "organiser_contact", "facilitators"}
    | {"author", "charter_source", "organisation"}
)
R = TypeVar("R", bound=Row)


def without_names(
    document: Document,
    names: AbstractSet[str],
    emails: AbstractSet[str],
    hidden: AbstractSet[str] = frozenset(),
    tables: Iterable[str] = TABLES,
) -> Document:
    """The document with names of people and hidden ones gone from words and from names of things, and e-mails from
    everywhere but the organiser's contact; in these tables alone.

    Rows and tables in which there was nothing stay the same objects, and others what they were made into before.
    """
    if not names | emails | hidden:
        return document
    return _searches(frozenset(names), frozenset(emails), frozenset(hidden)).cleaned(document, tables)


def works_alone(row: Participant) -> bool:
    """Whether the organisation of a person says their name."""
    name, organisation = row.name, row.organisation
    if not name or not organisation:
        return False
    return fold(name) == fold(organisation) or (
        len(name.split()) > 1 and bool(_alone(name).spans(organisation))
    )


def _told_anyway(document: Document) -> set[str]:
    """Names that stay what they are, whoever is called by a part of them."""
    workshop = document.workshop
    return {row.name for row in document.actors.values()} | {workshop.territory, workshop.organiser}


def _things(document: Document) -> set[str]:
    """Names of things that words may quote, whoever is called by a word of them."""
    workshop = document.workshop
    held = _told_anyway(document) | {row.name for row in document.zones.values()}
    held |= {row.organisation for row in document.participants.values()}
    return held | {workshop.title, workshop.place, workshop.next_place}


@lru_cache(maxsize=256)
def _alone(name: str) -> Sought:
    return Sought({name}, {name})


Kept = tuple[frozenset[str], frozenset[str]]
"""Names of things not to be broken, in free words and in titles."""
_Last = tuple[Mapping[str, Row], Mapping[str, Row], frozenset[str], Kept | None]
"""A table, what it was made into, the rows in which something was found, and what was not to be broken then."""
_NOTHING: _Last = ({}, {}, frozenset(), None)


class _Searches:
    """What is looked for in free words, in titles and what is like them, and everywhere; and what was found last."""

    def __init__(self, names: frozenset[str], emails: frozenset[str], hidden: frozenset[str]) -> None:
        whole = frozenset(name for name in names if len(name.split()) > 1)
        self._sure = Sought(whole | hidden, whole)
        self._words = Sought(names | emails | hidden, names)
        self._titles = Sought(whole | emails | hidden, whole)
        self._everywhere = Sought(emails)
        self._last: dict[str, _Last] = {}

    def cleaned(self, document: Document, tables: Iterable[str]) -> Document:
        """The document without it in these tables."""
        known: list[Kept] = []

        def kept() -> Kept:  # it is asked for where something was found, which is seldom
            if not known:
                known.append(self._kept(document))
            return known[0]

        held: dict[str, Any] = {}
        for table in tables:
            rows = rows_of(document, table)
            shown = self._table(table, rows, kept)
            if shown is not rows:
                held[table] = shown[table] if table in SINGLE else shown
        return replace(document, **held) if held else document

    def _kept(self, document: Document) -> Kept:
        anyway = _told_anyway(document)
        things = self._words.within(_things(document))
        return (
            frozenset(text for text in things if text in anyway or not self._sure.spans(text)),
            self._titles.within(anyway),
        )

    def _table(self, table: str, rows: Mapping[str, Row], kept: Callable[[], Kept]) -> Mapping[str, Row]:
        was, told, met, among = self._last.get(table, _NOTHING)
        same = not met or among == kept()
        if was is rows and same:
            return told
        shown: dict[str, Row] = {}
        now: set[str] = set()
        for id_, row in rows.items():
            if was.get(id_) is row and (same or id_ not in met):
                shown[id_], found = told[id_], id_ in met
            else:
                shown[id_], found = self._row(row, kept)
            if found:
                now.add(id_)
        result: Mapping[str, Row] = shown
        if all(row is rows[id_] for id_, row in shown.items()):
            result = rows
        elif len(told) == len(shown) and all(told.get(id_) is row for id_, row in shown.items()):
            result = told
        self._last[table] = (rows, result, frozenset(now), kept() if now else None)
        return result

    def _row(self, row: R, kept: Callable[[], Kept]) -> tuple[R, bool]:
        """The row without it; and whether there was anything, taken out or kept."""
        changed: dict[str, Any] = {}
        met = False
        for name, required in _TEXTS[row.__class__]:
            value: str = getattr(row, name)
            if not value:
                continue
            sought = self._words if (free := _is_free(row, name)) else self._named(row, name)
            if not sought.spans(value):
                continue
            met = True
            clean = _without(value, sought.spans(value, kept()[0 if free else 1]))
            if clean != value:
                nothing_left = not clean.replace(GONE, "").strip(" ,;/&-") and not required
                changed[name] = "" if nothing_left else clean
        return (replace(row, **changed) if changed else row), met

    def _named(self, row: Row, name: str) -> Sought:
        """What is looked for in the name of a thing."""
        hides = name in ("title", "organisation") or isinstance(row, Zone | Category | LinkType)
        return self._titles if hides else self._everywhere


_searches = lru_cache(maxsize=8)(_Searches)


_TEXTS = {
    kind: tuple(
        (f.name, bool(f.metadata.get("required")))
        for f in fields(kind)
        if f.metadata.get("text") in ("line", "text") and f.name != "organiser_contact"
    )
    for kind in TABLES.values()
}
"""The texts of a kind of row, and whether each must say something. The organiser's contact is to be printed."""


def _is_free(row: Row, field: str) -> bool:
    """Whether it is free words rather than the name of a thing; the name of a moment is words."""
    return field not in _NAMES_OF_THINGS or isinstance(row, Moment)


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """A text with what is there removed."""
    parts: list[str] = []
    end = 0
    for start, stop in spans:
        parts += (text[end:start], GONE)
        end = stop
    return "".join((*parts, text[end:]))


def found_in_words(document: Document, names: set[str]) -> Iterable[tuple[str, str, str]]:
    """Where free words still say one of these names, or an e-mail address: the table, the id of the row, and the words
    around it. The contact of the organiser is there to be printed."""
    sought = Sought(names)
    kept = sought.within(_things(document))
    for table in TABLES:
        for id_, row in rows_of(document, table).items():
            for name, _required in _TEXTS[row.__class__]:
                if _is_free(row, name) and (around := _around(getattr(row, name), sought, kept)):
                    yield table, id_, around
                    break


EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_REACH = 24
"""Letters shown before and after a name."""


def _around(text: str, sought: Sought, kept: AbstractSet[str]) -> str:
    """The words around the first name or address of a text; nothing where there is none."""
    spans = sought.spans(text, kept)
    spans += [found.span() for found in EMAIL.finditer(text)] if "@" in text else []
    if not spans:
        return ""
    start, end = min(spans)
    before, after = text[:start], text[end:]
    near, far = before[-_REACH:], after[:_REACH]
    return " ".join(
        f"{'…' if len(before) > _REACH else ''}{near}{text[start:end]}{far}{'…' if len(after) > _REACH else ''}".split()
    )
