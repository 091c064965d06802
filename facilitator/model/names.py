"""When two names are the same for people: accents, case, apostrophes, punctuation, articles and plurals do not count,
and an acronym is what it stands for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})


def fold(name: str) -> str:
    """The letters and digits of a name alone: "C.C.A.S." and "ccas" fold to the same text.

    A name without any letter or digit folds to itself, trimmed.
    """
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LIGATURES))
    return "".join(c for c in plain if c.isalnum()) or name.strip()


LINKING_WORDS = frozenset(
    "le la les l un une des du de d au aux a en et pour sur the an of and for in on".split()  # noqa: SIM905
)
"""Words that say nothing of an actor by themselves, folded."""
_DOTTED = re.compile(r"\b\w(?:\.\s?\w(?=\.)|\.\w\b)+\.?")
_WORD = re.compile(r"\w+")
_BOTH = (re.compile(r"([^()]+)\(([^()]+)\)"), re.compile(r"(.+?)\s[-–—:]\s(.+)"))
"""A name with another one between brackets, or after a dash."""
_SHORTEST_ACRONYM = 3
_LONGEST = 12
"""Words of a name beyond which no acronym is looked for in it: no organisation is called so."""


def alike(one: str, other: str) -> bool:
    """Whether two names may well be the same actor's: the same words, articles aside, or some words of one are the
    initials of the other's ("C.C.A.S. de Rivemont" and "Centre communal d’action sociale de Rivemont")."""
    names = Names([one])
    return names.like(other) is not None


class Names:
    """Names to which others are compared: one is found among a thousand as fast as among ten."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._whole: dict[str, str] = {}
        self._short: dict[str, str] = {}
        self._acronyms: dict[str, str] = {}
        """Names that bear their acronym, by it alone."""
        for name in names:
            self.add(name)

    def add(self, name: str) -> None:
        """One more; of two that are alike, the first is the one found."""
        long, acronym = _forms(name)
        for spelled in (name, long):
            for key in _whole(spelled):
                self._whole.setdefault(key, name)
            for key in _shortened(spelled):
                self._short.setdefault(key, name)
        for key in _whole(acronym):
            self._acronyms.setdefault(key, name)

    def like(self, name: str) -> str | None:
        """The name that may well be the same actor's, if there is one."""
        long, acronym = _forms(name)
        found = (self._whole.get(key) or self._short.get(key) for key in (*_whole(name), *_whole(long)))
        short = (self._whole.get(key) for key in (*_shortened(name), *_shortened(long)))
        # Two that spell it out may share an acronym: it says who is meant only where one of both has no more than it.
        only = () if acronym else (self._acronyms.get(key) for key in _whole(name))
        bare = (self._whole.get(key) for key in _whole(acronym))
        return next((one for one in (*found, *short, *only, *bare) if one), None)


@lru_cache(maxsize=8192)
def _forms(name: str) -> tuple[str, str]:
    """A name that bears its own acronym, as "Maison des jeunes (MJ)" and "MJ – Maison des jeunes" do, without it, and
    the acronym alone; both empty for any other."""
    for pattern in _BOTH:
        parts = pattern.fullmatch(name.strip())
        if parts is not None:
            one, other = (part.strip() for part in parts.groups())
            if _stands_for(other, one):
                return one, other
            if _stands_for(one, other):
                return other, one
    return "", ""


def _stands_for(acronym: str, name: str) -> bool:
    """Whether a word is made of letters that begin words of a name, in their order."""
    letters = fold(acronym)
    initials = iter(fold(word)[:1] for word in _WORD.findall(undotted(name)))
    short = len(letters) >= _SHORTEST_ACRONYM - 1 and len(_WORD.findall(undotted(acronym))) == 1
    return short and len(_WORD.findall(name)) > 1 and all(letter in initials for letter in letters)


@lru_cache(maxsize=8192)
def _whole(name: str) -> tuple[str, ...]:
    """What a name says as it is written: its letters, and the words that say something."""
    if not name.strip():
        return ()
    words = " ".join(_words(name))
    return (fold(name), words) if words else (fold(name),)


@lru_cache(maxsize=8192)
def _shortened(name: str) -> tuple[str, ...]:
    """What a name may be called: some of its words that follow one another said by their initials."""
    return tuple(dict.fromkeys(_with_initials(_words(name))))


def _with_initials(words: tuple[str, ...]) -> Iterator[str]:
    count = len(words)
    if count > _LONGEST:
        return
    for start in range(count):
        for end in range(start + _SHORTEST_ACRONYM, count + 1):
            initials = _singular("".join(word[0] for word in words[start:end]))
            yield " ".join((*words[:start], initials, *words[end:]))


def undotted(name: str) -> str:
    """A name in which letters with dots between them are one word."""
    return _DOTTED.sub(lambda found: "".join(filter(str.isalnum, found[0])) + " ", name)


def _words(name: str) -> tuple[str, ...]:
    """The folded words that say something; letters with dots between them are one word."""
    spaced = "".join(c if c.isalnum() else " " for c in unicodedata.normalize("NFC", undotted(name)))
    folded = (fold(word) for word in spaced.split())
    return tuple(_singular(word) for word in folded if word not in LINKING_WORDS)


def _singular(word: str) -> str:
    """A word without the mark of the plural, in the languages of the product; a short one has none."""
    return word[:-1] if len(word) > _SHORTEST_ACRONYM and word[-1] in "sx" else word
