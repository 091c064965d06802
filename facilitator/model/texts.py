"""What a text may hold: one definition for the gestures that tidy and for the rules that check."""

from __future__ import annotations

import re
import unicodedata

LINE = 300
"""The longest text of one line, in characters."""
TEXT = 20_000
"""The longest text of several lines, in characters."""

_BREAKS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Controls, lone surrogates, noncharacters, and what is drawn nowhere yet changes how the rest is read or compared:
# soft hyphens, zero-width spaces, reading-direction overrides, annotations, byte order marks. Joiners, direction marks,
# variation selectors and tags stay: scripts and emoji need them. Unassigned characters stay too: a newer Python, or a
# newer laptop, may know them. The set is fixed, so a text tidied on one laptop is tidy on every other.
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc"
    "\ud800-\udfff\ufdd0-\ufdef\U000e0001"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
    + "]"
)
_ODD = re.compile(f"[\t]|{_BREAKS.pattern}|{_DROPPED.pattern}")


def tidy(text: str, *, lines: bool) -> str:
    """A text as it is kept: composed accents, no control characters, one line unless `lines`, trimmed."""
    if text.isascii() and text.isprintable():
        return text.strip()
    if _ODD.search(text):
        text = _DROPPED.sub("", _BREAKS.sub("\n", text).replace("\t", " "))
    if not lines:
        text = text.replace("\n", " ")
    return unicodedata.normalize("NFC", text).strip()


def is_tidy(text: str, *, lines: bool) -> bool:
    """Whether a text is as it would be kept."""
    return not text or tidy(text, lines=lines) == text


def visible(text: str) -> bool:
    """Whether anything of it can be seen: joiners, marks and spaces alone cannot."""
    return any(unicodedata.category(c)[0] not in "CZM" or unicodedata.category(c) == "Cn" for c in text)
