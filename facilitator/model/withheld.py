"""Names taken out of free words.

A name is looked for in free words, not in the names of things (titles, actors, organisations), nor in these names
where words quote them: a participant entered as "Ville de Rivemont" or "Val" must not erase the town or "Val d'Œuvre".
The name of a confidential actor is looked for in titles and in the names of zones too, and no thing that says it
shelters it; those of the organiser, of the territory, of another actor stay what they are.
Accents, hyphens and the shape of apostrophes are no hiding place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from facilitator.model.document import SINGLE, TABLES, Document, Moment, Row, Zone, rows_of

GONE = "…"
"""What stands in place of a removed name."""

_NAMES_OF_THINGS = frozenset(
    {"name", "title", "territory", "organiser", "organiser_contact", "facilitators"}
    | {"author", "charter_source", "organisation"}
)
R = TypeVar("R", bound=Row)


def without_names(
    document: Document, names: set[str], emails: set[str], hidden: AbstractSet[str] = frozenset()
) -> Document:
    """The document with names gone from free words, hidden ones from titles and zones besides, and e-mails from
    everywhere but the organiser's contact."""
    if not names | emails | hidden:
        return document
    secret = _Sought(hidden)
    kept = {text for text in _things(document) - names - hidden - emails if not secret.spans(text)}
    sought = _Searches(_Sought(names | emails | hidden, kept), _Sought(emails | hidden), _Sought(emails))
    held: dict[str, Any] = {}
    for table in TABLES:
        rows = {id_: _cleaned(row, sought) for id_, row in rows_of(document, table).items()}
        held[table] = rows[table] if table in SINGLE else rows
    return replace(document, **held)


def _things(document: Document) -> set[str]:
    """Names of things that words may quote, whoever is called by a part of them."""
    workshop = document.workshop
    held = {row.name for row in document.actors.values()} | {row.name for row in document.zones.values()}
    held |= {row.organisation for row in document.participants.values()}
    return held | {
        workshop.title,
        workshop.territory,
        workshop.place,
        workshop.next_place,
        workshop.organiser,
    }


class _Sought:
    """Names to be found as whole words, longest first, except within what is to be kept."""

    def __init__(self, names: AbstractSet[str], kept: Iterable[str] = ()) -> None:
        choices = {text: _loose(text) for text in names if text.split()}
        self._any = _words(choices)
        choices |= {text: f"({_loose(text)})" for text in kept if len(text.split()) > 1}
        self._sure = _words(choices)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where they are in a text."""
        folded = _folded(text)
        if not self._any.search(folded):  # what is kept may be a thousand names: it is asked last
            return []
        return [found.span() for found in self._sure.finditer(folded) if found.lastindex is None]


@dataclass(frozen=True, slots=True)
class _Searches:
    """What is looked for in free words, in titles and names of zones, and everywhere."""

    words: _Sought
    titles: _Sought
    everywhere: _Sought

    def of(self, row: Row, field: str) -> _Sought:
        if _is_free(row, field):
            return self.words
        return self.titles if field == "title" or isinstance(row, Zone) else self.everywhere


def _is_free(row: Row, field: str) -> bool:
    """Whether it is free words rather than the name of a thing; the name of a moment is words."""
    return field not in _NAMES_OF_THINGS or isinstance(row, Moment)


def _words(choices: dict[str, str]) -> re.Pattern[str]:
    longest_first = sorted(choices, key=lambda text: (-len(text), text))
    return re.compile(rf"(?<!\w)(?:{'|'.join(choices[text] for text in longest_first) or '(?!)'})(?!\w)")


def _loose(text: str) -> str:
    """A name whatever its case, spaces and hyphens; a single word is taken as it is written (a person called Rose
    is not a rose)."""
    words = re.split(r"[\s-]+", _folded(text).strip())
    loose = re.sub("(?i:oe|œ)", "(?i:oe|œ)", r"[\s-]+".join(map(re.escape, words)))
    return f"(?i:{loose})" if len(words) > 1 or "@" in text else loose


class _Bare(dict[int, str]):
    """Each letter without its accents, apostrophes and hyphens all of one shape; known once it was met."""

    def __missing__(self, code: int) -> str:
        self[code] = bare = unicodedata.normalize("NFD", chr(code))[0]
        return bare


_BARE = _Bare(zip(map(ord, "’‘ʼ‐‑–"), "'''---", strict=True))


def _folded(text: str) -> str:
    """The text letter for letter as `_Bare` has it."""
    return text if text.isascii() else text.translate(_BARE)


def _without(text: str, sought: _Sought) -> str:
    """A text with what is sought removed."""
    parts: list[str] = []
    end = 0
    for start, stop in sought.spans(text):
        parts += (text[end:start], GONE)
        end = stop
    return "".join((*parts, text[end:]))


def _cleaned(row: R, sought: _Searches) -> R:
    changed: dict[str, Any] = {}
    for f in fields(row):
        kind = f.metadata.get("text")
        if kind not in ("line", "text") or f.name == "organiser_contact":
            continue
        value = getattr(row, f.name)
        clean = _without(value, sought.of(row, f.name)) if value else value
        if clean != value:
            nothing_left = not clean.replace(GONE, "").strip(" ,;/&-") and not f.metadata.get("required")
            changed[f.name] = "" if nothing_left else clean
    return replace(row, **changed) if changed else row


def found_in_words(document: Document, names: set[str]) -> Iterable[tuple[str, str, str]]:
    """Where free words still say one of these names, or an e-mail address: the table, the id of the row, and the words
    around it. The contact of the organiser is there to be printed."""
    sought = _Sought(names, _things(document) - names)
    for table in TABLES:
        for id_, row in rows_of(document, table).items():
            for text in _free(row):
                if around := _around(text, sought):
                    yield table, id_, around
                    break


def _free(row: Row) -> Iterable[str]:
    """What was typed freely in a row."""
    for f in fields(row):
        if f.metadata.get("text") in ("line", "text") and _is_free(row, f.name):
            yield getattr(row, f.name)


EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_REACH = 24
"""Letters shown before and after a name."""


def _around(text: str, sought: _Sought) -> str:
    """The words around the first name or address of a text; nothing where there is none."""
    spans = sought.spans(text)
    spans += [found.span() for found in EMAIL.finditer(text)] if "@" in text else []
    if not spans:
        return ""
    start, end = min(spans)
    before, after = text[:start], text[end:]
    near, far = before[-_REACH:], after[:_REACH]
    return " ".join(
        f"{'…' if len(before) > _REACH else ''}{near}{text[start:end]}{far}{'…' if len(after) > _REACH else ''}".split()
    )
