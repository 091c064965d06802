"""Names looked for in a text, whoever typed it and however.

Accents, capitals, ligatures, hyphens, apostrophes, quotation marks and the dots of an acronym are no hiding place; a
person is known surname first too, and an address with its @ spelled.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import lru_cache

from facilitator.model.names import undotted

Span = tuple[int, int]


class Sought:
    """Names to be found as whole words, the longest first, except within what is to be kept; those of `people` surname
    first too. Each is looked for where the rarest of its words is met."""

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
