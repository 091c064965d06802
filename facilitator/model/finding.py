"""Finding things by what one types of their names: accents, case and punctuation aside, words in any order, initials.

Names are made ready once (`phrase`); what is typed is then looked for in thousands of them at each key.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from facilitator.model.names import LINKING_WORDS

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})
_ACCENTS = re.compile("[\u0300-\u036f]+")
_BETWEEN = re.compile(r"[\W_]+")
_SAME, _BEGUN, _WORDS, _ACRONYM, _INSIDE = range(5)
"""How near what is typed is to a name: the same, its beginning, beginnings of its words, its initials, or in it."""
_SHORTEST_ACRONYM = 2

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A name made ready: its words, folded, each after a space ("C.C.A.S." is one word); its acronyms: initials of
    all its words, and of those that say something; and all that is looked in, with what stands beside the name."""

    words: str
    acronyms: str
    whole: str


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """A thing to find by its phrase; `behind` puts it after others that are as near."""

    thing: T
    phrase: Phrase
    behind: int = 0


def phrase(name: str, beside: str = "") -> Phrase:
    """A name made ready. What stands `beside` it (a category, a menu) helps to find it, but counts for less."""
    words = _joined(_words(name))
    telling = [word for word in words if word not in LINKING_WORDS]
    spaced = _spaced(words)
    return Phrase(
        words=spaced,
        acronyms=_spaced(("".join(word[0] for word in words), "".join(word[0] for word in telling))),
        whole=spaced + _spaced(_words(beside)) if beside else spaced,
    )


def find(entries: Iterable[Entry[T]], typed: str) -> list[T]:
    """The things whose names hold what is typed, the nearest first, else in the order they come; nothing typed
    finds them all."""
    words = _words(typed)
    if not words:
        return [] if typed.strip() else [entry.thing for entry in entries]
    found: list[list[T]] = [[] for _each in range(_INSIDE + 1)]
    nearness = _nearness(words)
    for entry in entries:
        near = nearness(entry.phrase)
        if near is not None:
            found[min(near + entry.behind, _INSIDE)].append(entry.thing)
    return [thing for nearest in found for thing in nearest]


def _nearness(typed: Sequence[str]) -> Callable[[Phrase], int | None]:
    """Tells how far a name is from the words typed; None where it is not meant."""
    beginnings = _spaced(typed), _spaced(_joined(typed))
    tight = "".join(typed)
    acronym = f" {tight}" if len(tight) >= _SHORTEST_ACRONYM else "\n"  # which no name holds
    rarest_first = sorted(typed, key=len, reverse=True)
    begun = [f" {word}" for word in rarest_first]

    def nearness(name: Phrase) -> int | None:
        words = name.words
        if words.startswith(beginnings):
            return _SAME if words in beginnings else _BEGUN
        for word in begun:  # loops rather than all(): half the time of a key among thousands
            if word not in words:
                break
        else:
            return _WORDS
        if acronym in name.acronyms:
            return _ACRONYM
        for word in rarest_first:
            if word not in name.whole:
                return None
        return _INSIDE

    return nearness


def marks(name: str, typed: str) -> tuple[tuple[int, int], ...]:
    """Which letters of a name were meant, as ranges (from, to) of it; empty where none was."""
    words, written = _words(typed), _joined(_words(typed))
    letters, at = _spelled(name)
    starts = [n + 1 for n, letter in enumerate(letters) if letter == " "]
    acronym = _acronym_meant("".join(words), letters, starts)
    meant: set[int] = set()
    if letters.startswith(_spaced(written)):
        words = written
    elif acronym and not all(f" {word}" in letters for word in words):
        words, meant = [], acronym
    for word in words:
        begun = letters.find(f" {word}")
        place = begun + 1 if begun >= 0 else letters.find(word)
        meant.update(range(place, place + len(word)) if place >= 0 else ())
    return _ranges(name, sorted({at[letter] for letter in meant}))


def _acronym_meant(acronym: str, letters: str, starts: Sequence[int]) -> set[int]:
    """The letters of an acronym: initials of all the words, or of those that say something."""
    ends = [*(start - 1 for start in starts[1:]), len(letters)]
    telling = [s for s, end in zip(starts, ends, strict=True) if letters[s:end] not in LINKING_WORDS]
    for initials in (starts, telling):
        if len(acronym) >= _SHORTEST_ACRONYM and "".join(letters[s] for s in initials).startswith(acronym):
            return set(initials[: len(acronym)])
    return set()


def _spelled(name: str) -> tuple[str, list[int]]:
    """A name as `Phrase.words` has it, and the index in the name of each of its letters (any, for a space)."""
    pieces: list[tuple[str, list[int]]] = []
    between = True
    for index, character in enumerate(name):
        for n, part in enumerate(_BETWEEN.split(_folded(character))):
            between = between or n > 0
            if part:
                if between:
                    pieces.append(("", []))
                word, at = pieces[-1]
                pieces[-1] = (word + part, [*at, *[index] * len(part)])
                between = False
    letters = ""
    places: list[int] = []
    for n, (word, at) in enumerate(pieces):
        if not (n and len(word) == 1 and len(pieces[n - 1][0]) == 1):
            letters, places = letters + " ", [*places, -1]
        letters, places = letters + word, [*places, *at]
    return letters, places


def _ranges(name: str, indices: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Indices of a name as ranges; an accent written apart goes with its letter."""
    found: list[tuple[int, int]] = []
    for index in indices:
        end = index + 1
        while end < len(name) and _ACCENTS.fullmatch(name[end]):
            end += 1
        if found and found[-1][1] == index:
            found[-1] = (found[-1][0], end)
        else:
            found.append((index, end))
    return tuple(found)


def _folded(text: str) -> str:
    """Without case, accents and ligatures; what stands between words stays."""
    plain = text.lower() if text.isascii() else unicodedata.normalize("NFKD", text).casefold()
    return _ACCENTS.sub("", plain.translate(_LIGATURES))


def _words(text: str) -> list[str]:
    return [word for word in _BETWEEN.split(_folded(text)) if word]


def _spaced(words: Iterable[str]) -> str:
    return "".join([f" {word}" for word in words])


def _joined(words: Sequence[str]) -> list[str]:
    """Letters that follow one another are one word: "C.C.A.S." is "ccas"."""
    joined: list[str] = []
    letters = False
    for word in words:
        if len(word) == 1 and letters:
            joined[-1] += word
        else:
            joined.append(word)
        letters = len(word) == 1
    return joined
