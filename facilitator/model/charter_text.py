"""The text of a charter, pasted or read from a file, as points under the three blocks.

A line that only names a block, or begins with `#`, is a heading; a point is a line, a numbered or dashed item with the
lines that follow it, or a paragraph where blank lines part them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from facilitator.model.texts import tidy, visible
from facilitator.model.vocabulary import Block

CHARACTERS, POINTS, LONGEST = 15_000, 120, 1_500
"""The most a text, its points together, and one point may be: a group reads each of them aloud."""

_BLOCKS = {
    Block.PRINCIPLES: ("principes", "les principes", "nos principes", "principles", "our principles"),
    Block.METHODS: (
        "modalites d action",
        "modalites d actions",
        "les modalites d action",
        "modalites",
        "ways of acting",
        "methods",
    ),
    Block.MEANS: (
        "moyens",
        "les moyens",
        "moyens a mobiliser",
        "les moyens a mobiliser",
        "means",
        "means to mobilise",
    ),
}
_BULLET = re.compile(r"\s*(?:[-*•–—▪◦]|\(?\d{1,3}[.)°]|[a-zA-Z][.)])\s+")
_NUMBERING = re.compile(r"\s*(?:[IVX]{1,4}|\d{1,2}|[A-C])\s*[.)–—-]\s*")


class CharterError(ValueError):
    """A text that cannot be used; `key` and `values` are told by `facilitator.terms`."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values


@dataclass(frozen=True, slots=True)
class Part:
    """Points under one heading as it was written (empty: before any); `block` where the heading names one."""

    heading: str
    block: Block | None
    points: tuple[str, ...]


def read(path: Path) -> str:
    """The text of a file, whatever wrote it. CharterError: it is no text; OSError: it cannot be read."""
    if path.stat().st_size > 8 * CHARACTERS:
        raise CharterError("charter.long", most=CHARACTERS)
    data = path.read_bytes()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(data, "utf-16", path)
    if b"\0" in data:
        raise CharterError("charter.unreadable", file=path.name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decoded(data, "cp1252", path)


def _decoded(data: bytes, encoding: str, path: Path) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise CharterError("charter.unreadable", file=path.name) from error


def parts(text: str) -> tuple[Part, ...]:
    """The text as parts with their points. CharterError: empty, too long, too many points, a heading over nothing."""
    if len(text) > CHARACTERS:
        raise CharterError("charter.long", most=CHARACTERS)
    found: list[Part] = []
    heading, lines = "", list[str]()
    for line in [*tidy(text, lines=True).split("\n"), "# "]:
        named = _heading(line)
        if named is None:
            lines.append(line)
            continue
        points = _points(lines)
        if points or heading:
            if not points:
                raise CharterError("charter.empty_block", heading=heading)
            found.append(Part(heading, block_of(heading), points))
        heading, lines = named, []
    count = sum(len(part.points) for part in found)
    if not count:
        raise CharterError("charter.empty")
    if count > POINTS:
        raise CharterError("charter.many", count=count, most=POINTS)
    return tuple(found)


def block_of(heading: str) -> Block | None:
    """The block a heading names, its case, accents, numbering and colon aside."""
    bare = unicodedata.normalize("NFD", _NUMBERING.sub("", heading, count=1).lower())
    letters = "".join(sign for sign in bare if not unicodedata.combining(sign))
    named = re.sub(r"[^a-z0-9]+", " ", letters).strip()
    named = re.sub(r"^(?:bloc|partie|part|chapitre)\s+\d*\s*", "", named)
    return next((block for block, names in _BLOCKS.items() if named in names), None)


def _heading(line: str) -> str | None:
    """The heading a line is, or None."""
    if line.lstrip().startswith("#"):
        return line.lstrip("# \t").strip().rstrip(":").strip()
    bare = line.strip().strip("*_").rstrip(":").strip()
    return bare if bare and block_of(bare) is not None else None


def _points(lines: list[str]) -> tuple[str, ...]:
    bulleted = any(_BULLET.match(line) for line in lines)
    spaced = not bulleted and _has_paragraphs(lines)
    found: list[str] = []
    fresh = True
    for line in lines:
        bullet = _BULLET.match(line)
        text = line[bullet.end() :].strip() if bullet else line.strip()
        if not visible(text):
            fresh = True
            continue
        begins = bool(bullet) or (fresh if spaced else not bulleted or not found or fresh)
        if begins or not found:
            found.append(text)
        else:
            found[-1] = f"{found[-1]} {text}"
        fresh = False
    for text in found:
        if len(text) > LONGEST:
            raise CharterError("charter.long_item", most=LONGEST, start=text[:60])
    return tuple(found)


def _has_paragraphs(lines: list[str]) -> bool:
    """Whether blank lines part groups of lines, some of several."""
    groups = [group for group in "\n".join(lines).strip().split("\n\n") if group.strip()]
    return len(groups) > 1 and any("\n" in group.strip() for group in groups)
