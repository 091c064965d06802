"""Names taken out of free words.

A name is looked for in free words, not in the names of things (titles, actors, organisations), nor in these names
where words quote them: a participant entered as "Ville de Rivemont" or "Val" must not erase the town or "Val d'Œuvre".
Accents, hyphens and the shape of apostrophes are no hiding place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any, TypeVar

from facilitator.model.document import SINGLE, TABLES, Document, Moment, Row, rows_of

GONE = "…"
"""What stands in place of a removed name."""

_NAMES_OF_THINGS = frozenset(
    {"name", "title", "question", "territory", "organiser", "organiser_contact", "facilitators"}
    | {"author", "charter_source", "organisation"}
)
R = TypeVar("R", bound=Row)


def without_names(document: Document, names: set[str], emails: set[str]) -> Document:
    """The document with names gone from free words, and e-mails from everywhere but the organiser's contact."""
    if not names | emails:
        return document
    in_words, everywhere = _pattern(names | emails, _things(document) - names - emails), _pattern(emails)
    held: dict[str, Any] = {}
    for table in TABLES:
        rows = {id_: _cleaned(row, in_words, everywhere) for id_, row in rows_of(document, table).items()}
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


def _pattern(found: set[str], kept: Iterable[str] = ()) -> re.Pattern[str]:
    """Any of these as whole words of a folded text (`_folded`), longest first; what is to be kept is a group."""
    choices = {text: _loose(text) for text in found if text.split()}
    choices |= {text: f"({_loose(text)})" for text in kept if len(text.split()) > 1}
    longest_first = sorted(choices, key=lambda text: (-len(text), text))
    return re.compile(rf"(?<!\w)(?:{'|'.join(choices[text] for text in longest_first) or '(?!)'})(?!\w)")


def _loose(text: str) -> str:
    """A name whatever its case, spaces and hyphens; a single word is taken as it is written (a person called Rose
    is not a rose)."""
    words = re.split(r"[\s-]+", _folded(text).strip())
    loose = re.sub("(?i:oe|œ)", "(?i:oe|œ)", r"[\s-]+".join(map(re.escape, words)))
    return f"(?i:{loose})" if len(words) > 1 or "@" in text else loose


_ALIKE = str.maketrans("’‘ʼ‐‑–", "'''---")


def _folded(text: str) -> str:
    """The text letter for letter without its accents, apostrophes and hyphens all of one shape."""
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in text).translate(_ALIKE)


def _without(text: str, pattern: re.Pattern[str]) -> str:
    """A text with what a pattern finds removed, what it keeps kept."""
    parts: list[str] = []
    end = 0
    for match in pattern.finditer(_folded(text)):
        if match.lastindex is None:
            parts += (text[end : match.start()], GONE)
            end = match.end()
    return "".join((*parts, text[end:]))


def _cleaned(row: R, in_words: re.Pattern[str], everywhere: re.Pattern[str]) -> R:
    changed: dict[str, Any] = {}
    for f in fields(row):
        kind = f.metadata.get("text")
        if kind not in ("line", "text") or f.name == "organiser_contact":
            continue
        value = getattr(row, f.name)
        # The name of a moment is words.
        of_a_thing = f.name in _NAMES_OF_THINGS and not isinstance(row, Moment)
        clean = _without(value, everywhere if of_a_thing else in_words) if value else value
        if clean != value:
            nothing_left = not clean.replace(GONE, "").strip(" ,;/&-") and not f.metadata.get("required")
            changed[f.name] = "" if nothing_left else clean
    return replace(row, **changed) if changed else row
