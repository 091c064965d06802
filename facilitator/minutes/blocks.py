"""What the minutes are made of, before any page: blocks of meaning, in reading order.

Sections yield blocks and `layout` sets them on pages. A block says what a thing is (a heading, a list, a table with
its heads, the map and the words that tell it), never how it looks: tagging and other forms read the same blocks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal

from facilitator.drawing.shapes import Picture
from facilitator.model.vocabulary import Agreement, Pictogram, Status


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words of one tone; `target` is the key of a heading it leads to."""

    text: str
    tone: Literal["plain", "strong", "muted", "accent"] = "plain"
    target: str = ""


Words = tuple[Span, ...]


def plain(text: str) -> Words:
    return (Span(text),)


def strong(text: str) -> Words:
    return (Span(text, "strong"),)


def muted(text: str) -> Words:
    return (Span(text, "muted"),)


def length(said: Words) -> int:
    """Letters of words."""
    return sum(len(span.text) for span in said)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3. One with a `key` can be reached: outline, contents, links.
    A category of actors stands before it where `pictogram` and `colour` say one."""

    level: Literal[1, 2, 3]
    text: str
    key: str = ""
    pictogram: Pictogram | None = None
    colour: str = ""


Role = Literal["body", "lead", "question", "note"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    words: Words
    role: Role = "body"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list. `status` gives its bullets the line of these links on the map; `tight` leaves less air."""

    items: tuple[Words, ...]
    status: Status | None = None
    tight: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing named and told: an actor. Each line is a paragraph under the name."""

    name: Words
    lines: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Directory:
    """Things named and told, to be looked up: short ones stand two by two."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A point put to the group and where it stands: a symbol and a word, then what was said."""

    words: Words
    agreement: Agreement
    state: str
    said: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values, each a line or several."""

    pairs: tuple[tuple[str, Words], ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """What must be read if nothing else is."""

    title: str
    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads that come back on each page; `shares` are the widths, of 1 in all; `tight` leaves less air."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    shares: tuple[float, ...]
    tight: bool = False


@dataclass(frozen=True, slots=True)
class Logo:
    """The organiser's logo: an image file, and whose it is."""

    data: bytes
    alternative: str


@dataclass(frozen=True, slots=True)
class Title:
    """The top of the first page, the logo in its corner. `mark` is a word that must not be missed (a fictitious
    example)."""

    overline: str
    text: str
    question: str = ""
    mark: str = ""
    logo: Logo | None = None


@dataclass(frozen=True, slots=True)
class Badges:
    """The Sustainable Development Goals of the session, by number."""

    odds: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The sections that follow: words and key of the heading of each."""

    title: str
    entries: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """What opens the whole, what was written to begin with, and the contents: alone on the first page, or where they
    do not hold there, what was written comes after the contents and flows."""

    opening: tuple[Block, ...]
    written: tuple[Block, ...]
    contents: Contents


@dataclass(frozen=True, slots=True)
class Figure:
    """A small picture in the text, made for a width in map units, and what it says in words."""

    caption: str
    picture: Callable[[float], Picture]
    alternative: str


@dataclass(frozen=True, slots=True)
class View:
    """A picture of a sheet, the words that tell what it shows, and its title where several stand side by side."""

    picture: Picture
    alternative: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A landscape page of its own (A3 where `folded`, else A4), views side by side, and the legend of all.

    `legend` makes it within a width in map units, so that it may stand under the views or beside them.
    """

    heading: Heading
    caption: Words
    views: tuple[View, ...]
    legend: Callable[[float], Picture]
    folded: bool = False


@dataclass(frozen=True, slots=True)
class OnePage:
    """What must hold on one page: the first of these versions that does, from the fullest to the shortest; and what
    follows each of them."""

    versions: tuple[tuple[tuple[Block, ...], tuple[Block, ...]], ...]


Block = (
    Heading
    | Paragraph
    | Bullets
    | Entry
    | Directory
    | Point
    | Facts
    | Callout
    | Table
    | Title
    | Badges
    | Contents
    | Cover
    | Figure
    | Sheet
    | OnePage
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the minutes under one heading of level 1; without blocks it is left out."""

    key: str
    title: str
    blocks: tuple[Block, ...] = field(default=())


def paragraphs(text: str, role: Role = "body") -> tuple[Block, ...]:
    """A typed text: a paragraph for each line, a list where lines begin with a dash or a bullet."""
    found: list[Block] = []
    listed: list[Words] = []
    for line in map(str.strip, text.split("\n")):
        item = bulleted(line)
        if item is not None:
            listed.append(plain(item))
            continue
        found += _closed(listed)
        listed = []
        if line:
            found.append(Paragraph(plain(line), role))
    return (*found, *_closed(listed))


def bulleted(line: str) -> str | None:
    """The words of a typed bullet, or None where the line is not one."""
    return line[2:].strip() if line[:2] in ("- ", "• ", "* ", "– ", "— ") else None


def lines(text: str) -> tuple[str, ...]:
    """The lines of a typed text that say something, their bullets aside."""
    stripped = (line.strip() for line in text.split("\n"))
    return tuple(bulleted(line) or line for line in stripped if line)


def _closed(listed: Iterable[Words]) -> tuple[Block, ...]:
    items = tuple(listed)
    return (Bullets(items),) if items else ()
