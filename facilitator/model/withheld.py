"""Names taken out of free words.

A name of one word is looked for in free words, not in the names of things (titles, organisations, zones, types), nor in
these names where words quote them: a participant entered as "Val" must not erase "Val d'Œuvre". A name and surname, or
the name of a confidential actor, is looked for there too. The names of the organiser, of the territory and of actors
stay what they are, and where words quote them: they are told anyway.

Accents, capitals, ligatures, hyphens, apostrophes, quotation marks and the dots of an acronym are no hiding place; a
person is known surname first too, and an address with its @ spelled.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
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
from facilitator.model.names import fold, undotted

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


Span = tuple[int, int]


class _Sought:
    """Names to be found as whole words, the longest first, except within what is to be kept. Each is looked for where
    the rarest of its words is met."""

    def __init__(self, names: AbstractSet[str], people: AbstractSet[str] = frozenset()) -> None:
        self._choices = {name for name in names if _tokens(name)}
        self._choices |= {turned for name in people for turned in _orders(name)}
        words = {name: _tokens(undotted(name)) for name in sorted(self._choices)}
        counts = Counter(word for held in words.values() for word in held)
        self._at: defaultdict[str, list[str]] = defaultdict(list)
        for name, held in words.items():
            rarest = min(held, key=lambda word: (counts[word], -len(word)))
            for key in {rarest, rarest[:1]} if _dotted(name, rarest) else {rarest}:
                self._at[key].append(name)
        self._met: dict[str, bool] = {}

    def spans(self, text: str, kept: AbstractSet[str] = frozenset()) -> list[Span]:
        """Where they are in a text."""
        found = self._found(text)
        if found and kept:
            folded = _folded(text)
            spared = {one.span() for name in kept for one in _pattern(name).finditer(folded)}
            return [span for span in _apart({*found, *spared}) if span not in spared]
        return _apart(found)

    def _found(self, text: str) -> set[Span]:
        near = [word for word in _tokens(text) if word in self._at] if self._at else ()
        if not near:
            return set()
        folded = _folded(text)
        return {
            one.span() for key in near for name in self._at[key] for one in _pattern(name).finditer(folded)
        }

    def within(self, things: AbstractSet[str]) -> frozenset[str]:
        """Those of some names of things, of several words, that say one of these without being one."""
        self._met = {
            text: self._met[text] if text in self._met else bool(self._found(text)) for text in things
        }
        return frozenset(
            text
            for text, met in self._met.items()
            if met and len(text.split()) > 1 and text not in self._choices
        )


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Spans that do not overlap: the first ones, the longest of those that begin together."""
    kept: list[Span] = []
    for start, stop in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, stop))
    return kept


@lru_cache(maxsize=256)
def _alone(name: str) -> _Sought:
    return _Sought({name}, {name})


Kept = tuple[frozenset[str], frozenset[str]]
"""Names of things not to be broken, in free words and in titles."""


class _Searches:
    """What is looked for in free words, in titles and what is like them, and everywhere; and what was found last."""

    def __init__(self, names: frozenset[str], emails: frozenset[str], hidden: frozenset[str]) -> None:
        whole = frozenset(name for name in names if len(name.split()) > 1)
        self._sure = _Sought(whole | hidden, whole)
        self._words = _Sought(names | emails | hidden, names)
        self._titles = _Sought(whole | emails | hidden, whole)
        self._everywhere = _Sought(emails)
        self._last: dict[str, tuple[Mapping[str, Row], Mapping[str, Row], Kept | None]] = {}

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
        was, told, among = self._last.get(table, ({}, {}, None))
        if table not in SINGLE and was is rows and (told is rows or among == kept()):
            return told
        shown = {}
        for id_, row in rows.items():
            before = told.get(id_)
            if before is None or was[id_] is not row or (before is not row and among != kept()):
                before = self._row(row, kept)
            shown[id_] = before
        found: Mapping[str, Row] = shown
        changed = any(row is not rows[id_] for id_, row in shown.items())
        if not changed:
            found = rows
        elif len(told) == len(shown) and all(told.get(id_) is row for id_, row in shown.items()):
            found = told
        self._last[table] = (rows, found, kept() if changed else None)
        return found

    def _row(self, row: R, kept: Callable[[], Kept]) -> R:
        changed: dict[str, Any] = {}
        for name, required in _TEXTS[row.__class__]:
            value: str = getattr(row, name)
            if not value:
                continue
            sought = self._words if (free := _is_free(row, name)) else self._named(row, name)
            if not sought.spans(value):
                continue
            clean = _without(value, sought.spans(value, kept()[0 if free else 1]))
            if clean != value:
                nothing_left = not clean.replace(GONE, "").strip(" ,;/&-") and not required
                changed[name] = "" if nothing_left else clean
        return replace(row, **changed) if changed else row

    def _named(self, row: Row, name: str) -> _Sought:
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


@lru_cache(maxsize=8192)
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_loose(name)}(?!\w)")


_BETWEEN = r"(?:[^\w.]|_|\.(?!\w)){1,4}"
"""What may stand between two words of a name: spaces, a hyphen, an apostrophe, quotation marks, the end of a line. Not
a dot alone, as in an address."""
_LONGEST = 6
"""Letters of an acronym, at most: they may have dots."""


def _loose(text: str) -> str:
    """A name whatever its capitals, and what stands between its words; a single word is taken as it is written, or in
    capitals (a person called Rose is not a rose)."""
    if "@" in text:
        local, _at, domain = _folded(text).strip().rpartition("@")
        return rf"(?i:{re.escape(local)}{_AT}{re.escape(domain)})"
    bare = undotted(_folded(text)).strip()
    words = re.findall(r"[^\W_]+", bare)
    if len(words) == 1:
        (word,) = words
        loose = _word(word) if word.isupper() else f"(?:{_word(word)}|{_word(word.upper())})"
    else:
        loose = f"(?i:{_BETWEEN.join(map(_word, words))})"
    before, after = (part.strip() for part in (bare[: bare.index(words[0])], _after(bare, words[-1])))
    return f"{_may_be(before, after=True)}{loose}{_may_be(after, after=False)}"


def _after(bare: str, last: str) -> str:
    return bare[bare.rindex(last) + len(last) :]


def _may_be(marks: str, *, after: bool) -> str:
    """Marks at an end of a name (quotation marks, a dot), which may not be there."""
    if not marks:
        return ""
    return rf"(?:{re.escape(marks)}\s*)?" if after else rf"(?:\s*{re.escape(marks)})?"


def _word(word: str) -> str:
    """A word, its ligatures tied or not; an acronym with dots too."""
    loose = _TIED.sub(lambda found: _LIGATURES[found[0]], re.escape(word))
    if word.isupper() and word.isalpha() and 1 < len(word) <= _LONGEST:
        dotted = r"\.\s?".join(word)
        return rf"(?:{loose}|{dotted}\.?)"
    return loose


_LIGATURES = {
    one: f"(?:{'|'.join(same)})"
    for same in (("oe", "œ"), ("Oe", "OE", "Œ"), ("ae", "æ"), ("Ae", "AE", "Æ"), ("fi", "ﬁ"), ("fl", "ﬂ"))
    for one in same
}
_TIED = re.compile("|".join(_LIGATURES))
_AT = r"\s*(?:@|[\[({<]\s*(?:at|arobase|a|@)\s*[\])}>]|(?<=\s)(?:at|arobase)(?=\s))\s*"
"""The sign of an address, spelled lest machines read it."""


def _orders(name: str) -> Iterable[str]:
    """A person's name with its last word first, or its first last: "Durand Jeanne" is Jeanne Durand."""
    words = name.replace(",", " ").split()
    if 1 < len(words) <= _LONGEST and "@" not in name:
        yield " ".join((words[-1], *words[:-1]))
        yield " ".join((*words[1:], words[0]))


@lru_cache(maxsize=8192)
def _tokens(text: str) -> tuple[str, ...]:
    """The words of a text, whatever their capitals, accents and ligatures."""
    bare = _folded(text).casefold().replace("œ", "oe").replace("æ", "ae")
    return tuple(dict.fromkeys(re.findall(r"[^\W_]+", bare)))


def _dotted(name: str, word: str) -> bool:
    """Whether a word of a name is in capitals, thus perhaps an acronym: its dots would cut it."""
    return word.upper() in re.findall(r"[^\W_]+", undotted(_folded(name)))


class _Bare(dict[int, str]):
    """Each letter without its accents, as wide as others, apostrophes and hyphens all of one shape; known once it was
    met."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKD", chr(code))
        letters = [letter for letter in plain if not unicodedata.combining(letter)]
        self[code] = bare = letters[0] if len(letters) == 1 else chr(code)
        return bare


_BARE = _Bare(zip(map(ord, "’‘ʼ‐‑–"), "'''---", strict=True))


def _folded(text: str) -> str:
    """The text letter for letter as `_Bare` has it."""
    return text if text.isascii() else text.translate(_BARE)


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
    sought = _Sought(names)
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


def _around(text: str, sought: _Sought, kept: AbstractSet[str]) -> str:
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
