"""How wide words are, and how they break into lines: from the bundled font alone, kerning off.

The three tables needed (cmap, hmtx, head) are read here, in a millisecond: a font library would cost tens of
them at every start, for two files that we ship ourselves. Widths then agree with Qt and reportlab within
0.3 px, whatever the size.

A character the font lacks is shown as its nearest equivalent where Unicode names one (ﬁ as fi, a narrow
no-break space as a no-break space), else as an empty box: visible, honest (a "?" would be read as one), and
the same in every ink.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, combinations
from pathlib import Path

from facilitator import paths

FAMILY = "Atkinson Hyperlegible Next"
REGULAR = paths.resource("fonts", "AtkinsonHyperlegibleNext-Regular.ttf")
BOLD = paths.resource("fonts", "AtkinsonHyperlegibleNext-Bold.ttf")

ASCENT = 0.984
"""Top of the tallest letters above the baseline, as a share of the size; so are the next ones."""
DESCENT = 0.316
CAP_HEIGHT = 0.668
LINE = 1.2
"""From one baseline to the next."""
UNKNOWN = "□"

_NBSP = "\N{NO-BREAK SPACE}"
_NEAREST = {
    "\N{NARROW NO-BREAK SPACE}": _NBSP,
    "\N{FIGURE SPACE}": _NBSP,
    "\N{NON-BREAKING HYPHEN}": "-",
    "\N{HYPHEN}": "-",
    "\N{FIGURE DASH}": "-",
    "\N{HORIZONTAL BAR}": "—",
    "\N{MODIFIER LETTER APOSTROPHE}": "’",
    "\t": " ",
    "\n": " ",
    "\r": " ",
}
_JOINED = re.compile(
    "\\u200d.|[\\U0001F3FB-\\U0001F3FF]|(?<=[\\U0001F1E6-\\U0001F1FF])[\\U0001F1E6-\\U0001F1FF]"
)
"""What a picture of several characters joins to its first one (a profession, a colour of skin, the end of a flag)."""
_BEFORE, _AFTER = re.compile(r" (?=[;:!?»])"), re.compile(r"(?<=«) |(?<=\bn°) ")
"""Spaces of French punctuation that hold, however people typed them."""
_STAYS_BEFORE, _STAYS_AFTER = "!?:;»%€—–", ("«", "°")
_STEP = 1.0
_BREAKS_AFTER = "-–—/\N{HYPHEN}"


def file(*, bold: bool) -> Path:
    """The font file of a weight."""
    return BOLD if bold else REGULAR


def shown(text: str) -> str:
    """The text as the font can say it: composed, unknown characters replaced, nothing invisible kept."""
    known = _advances(False)
    composed = unicodedata.normalize("NFC", text)
    if all(map(known.__contains__, composed)):
        return composed
    return "".join(map(_said, _JOINED.sub("", composed)))


def bound(text: str) -> str:
    """The text with its French punctuation held to its words: none begins a line."""
    return _AFTER.sub(_NBSP, _BEFORE.sub(_NBSP, text))


def unknown(letters: Iterable[str]) -> list[str]:
    """Those of some characters that an empty box stands for."""
    return [letter for letter in letters if letter != UNKNOWN and shown(letter) == UNKNOWN]


def width(text: str, size: float, bold: bool = False) -> float:
    """How far the pen goes to write one line."""
    known = _advances(bold)
    return sum(map(known.__getitem__, shown(text))) * size


def places(text: str, size: float, bold: bool = False) -> list[float]:
    """Where the pen stands before each letter of a text as it is `shown`, and after the last."""
    known = _advances(bold)
    return [far * size for far in accumulate(map(known.__getitem__, text), initial=0.0)]


def wrap(text: str, size: float, bold: bool, room: float) -> tuple[str, ...]:
    """The text in lines no wider than `room`, as `shown`. A word that is wider is broken where it must be
    (one letter to a line at worst, which may then be wider than a room of less than a letter)."""
    limit = room / size
    words = _broken(_words(shown(text), bold), bold, limit)
    return _joined(words, _starts(words, limit))


@dataclass(frozen=True, slots=True)
class Lettered:
    """Lines of one size."""

    size: float
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        """From the top of the first line's box to the bottom of the last's."""
        return len(self.lines) * self.size * LINE


@lru_cache(maxsize=8192)
def fit(text: str, size: float, floor: float, bold: bool, room: float, most: int) -> Lettered:
    """The text in at most `most` lines: it wraps, then shrinks unit by unit down to `floor`, then takes
    as many lines as it needs. Words are only broken at the floor; lines are evened, so that none is left short."""
    words = _words(shown(text), bold)
    widest = max((word.visible for word in words), default=0.0)
    at = size
    while at > floor:
        starts = _starts(words, room / at) if widest * at <= room else []
        if 0 < len(starts) <= most:
            return Lettered(at, _joined(words, _evened(words, starts, room / at)))
        at = max(at - _STEP, floor)
    pieces = _broken(words, bold, room / floor)
    return Lettered(floor, _joined(pieces, _evened(pieces, _starts(pieces, room / floor), room / floor)))


@dataclass(frozen=True, slots=True)
class _Word:
    """A piece of text that stays on one line: how wide it is at a size of 1, without and with its last spaces."""

    text: str
    visible: float
    whole: float


def _measured(text: str, bold: bool) -> _Word:
    return _Word(text, width(text.rstrip(" "), 1.0, bold), width(text, 1.0, bold))


def _starts(words: Sequence[_Word], limit: float) -> list[int]:
    """The numbers of the words that begin a line, when each line takes all it can; limits are for a size of 1."""
    starts, length = [0], 0.0
    for number, word in enumerate(words):
        if length + word.visible > limit and number > starts[-1]:
            starts.append(number)
            length = 0.0
        length += word.whole
    return starts


def _evened(words: Sequence[_Word], starts: list[int], limit: float) -> list[int]:
    """As many lines, in the least width that gives no more of them."""
    if len(starts) == 1:
        return starts
    low, high = max(word.visible for word in words), limit
    for _ in range(7):
        middle = (low + high) / 2
        tried = _starts(words, middle)
        if len(tried) <= len(starts):
            starts, high = tried, middle
        else:
            low = middle
    return starts


def _joined(words: Sequence[_Word], starts: Sequence[int]) -> tuple[str, ...]:
    ends = (*starts[1:], len(words))
    return tuple(
        "".join(word.text for word in words[start:end]).rstrip(" ")
        for start, end in zip(starts, ends, strict=True)
    )


def _broken(words: Sequence[_Word], bold: bool, limit: float) -> Sequence[_Word]:
    """The same words, those wider than a line cut into pieces that are not."""
    if all(word.visible <= limit for word in words):
        return words
    return [piece for word in words for piece in _pieces(word, bold, limit)]


def _pieces(word: _Word, bold: bool, limit: float) -> Iterator[_Word]:
    known, left = _advances(bold), word.text
    while left:
        length, count = 0.0, 0
        for character in left:
            length += known[character]
            if length > limit and count and character != " ":
                break
            count += 1
        yield _measured(left[:count], bold)
        left = left[count:]


@lru_cache(maxsize=8192)
def _words(text: str, bold: bool) -> tuple[_Word, ...]:
    """The text cut where a line may end, each piece with the spaces that follow it."""
    words, word = [], ""
    for character in text:
        if character != " " and word and _may_end(word, character):
            words.append(word)
            word = ""
        word += character
    return tuple(_measured(word, bold) for word in (*words, word))


def _may_end(word: str, following: str) -> bool:
    """Whether a line may end there; French punctuation stays with its word even after an ordinary space."""
    last = word[-1]
    if last == " ":
        return following not in _STAYS_BEFORE and word.rstrip(" ")[-1:] not in _STAYS_AFTER
    return last in _BREAKS_AFTER and len(word.strip(_BREAKS_AFTER)) > 1


@cache
def _said(character: str) -> str:
    known = _advances(False)
    if character in known:
        return character
    if character in _NEAREST:
        return _NEAREST[character]
    if unicodedata.category(character) in {"Cc", "Cf", "Mn", "Me"}:
        return ""
    nearest = unicodedata.normalize("NFKC", character)
    if all(part in known for part in nearest):
        return nearest
    return next((letter for letter in _with_fewer_accents(character) if letter in known), UNKNOWN)


def _with_fewer_accents(character: str) -> Iterator[str]:
    """The same letter with as many of its accents as it can keep: Nguyễn is read as Nguyên, better than Nguy□n."""
    parts = unicodedata.normalize("NFD", character)
    if any(unicodedata.combining(part) == 1 for part in parts[1:]):
        return  # a stroke through a sign denies it
    for kept in range(len(parts) - 2, -1, -1):
        for accents in combinations(parts[1:], kept):
            yield unicodedata.normalize("NFC", parts[0] + "".join(accents))


@cache
def _advances(bold: bool) -> dict[str, float]:
    """Width of each character the font has, as a share of the size; both weights have the same ones."""
    data = file(bold=bold).read_bytes()
    tables = _tables(data)
    (units,) = struct.unpack_from(">H", data, tables["head"] + 18)
    (count,) = struct.unpack_from(">H", data, tables["hhea"] + 34)
    metrics = struct.unpack_from(f">{count * 2}H", data, tables["hmtx"])
    last = metrics[-2]
    return {
        chr(code): (metrics[glyph * 2] if glyph < count else last) / units
        for code, glyph in _glyphs(data, tables["cmap"])
    }


def _tables(data: bytes) -> dict[str, int]:
    (count,) = struct.unpack_from(">H", data, 4)
    entries = (struct.unpack_from(">4sIII", data, 12 + 16 * number) for number in range(count))
    return {tag.decode("ascii"): offset for tag, _, offset, _ in entries}


def _glyphs(data: bytes, cmap: int) -> list[tuple[int, int]]:
    """Pairs of character and glyph of the first subtable, of format 4 in both of our files."""
    (offset,) = struct.unpack_from(">I", data, cmap + 8)
    start = cmap + offset
    (twice,) = struct.unpack_from(">H", data, start + 6)
    count = twice // 2
    ends = struct.unpack_from(f">{count}H", data, start + 14)
    starts = struct.unpack_from(f">{count}H", data, start + 16 + twice)
    deltas = struct.unpack_from(f">{count}H", data, start + 16 + 2 * twice)
    ranges_at = start + 16 + 3 * twice
    ranges = struct.unpack_from(f">{count}H", data, ranges_at)
    pairs = []
    for segment in range(count):
        for code in range(starts[segment], ends[segment] + 1):
            glyph = code
            if ranges[segment]:
                place = ranges_at + 2 * segment + ranges[segment] + 2 * (code - starts[segment])
                (glyph,) = struct.unpack_from(">H", data, place)
            glyph = (glyph + deltas[segment]) & 0xFFFF if glyph or not ranges[segment] else 0
            if glyph:
                pairs.append((code, glyph))
    return pairs
