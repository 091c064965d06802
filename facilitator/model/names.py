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
