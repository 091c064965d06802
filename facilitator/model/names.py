"""When two names are the same for people: accents, case, apostrophes and punctuation do not count."""

from __future__ import annotations

import unicodedata

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
_SHORTEST_ACRONYM = 3


def alike(one: str, other: str) -> bool:
    """Whether two names may well be the same actor's: the same words, articles aside, or one of them the initials
    of the other ("C.C.A.S." and "Centre communal d’action sociale")."""
    if fold(one) == fold(other):
        return True
    a, b = _words(one), _words(other)
    return bool(a) and (a == b or _acronym_of(one, b) or _acronym_of(other, a))


def _words(name: str) -> tuple[str, ...]:
    """The folded words that say something."""
    spaced = "".join(c if c.isalnum() else " " for c in unicodedata.normalize("NFC", name))
    return tuple(fold(word) for word in spaced.split() if fold(word) not in LINKING_WORDS)


def _acronym_of(name: str, words: tuple[str, ...]) -> bool:
    letters = fold(name)
    return len(words) >= _SHORTEST_ACRONYM and letters == "".join(word[0] for word in words)
