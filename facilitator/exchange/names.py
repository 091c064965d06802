"""Lines of text as names of actors: a list copied from a mail, a text or a sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from facilitator.model.names import Names, fold
from facilitator.model.texts import LINE, tidy, visible

MOST_LINES = 300
"""Names taken at once: a longer list is imported, where one sees it line by line."""
MOST_CHARACTERS = 200_000

_BULLET = re.compile(
    r"""\s*(?:
        [-–—*+•‣◦·▪▫●○■□►▶➢➤✓✔☐☑~>|]+(?=\s)       # a sign, then a space
      | [•‣◦▪▫●○■□►▶➢➤✓✔☐☑]                         # signs no name begins with
      | \(?\d{1,3}\)                                  # 1) (1)
      | \(?[a-zA-Z]\)(?=\s)                           # a) (a) then a space: (E)co-lieu is a name
      | \d{1,3}\s?[.:/°-](?=\s)                        # 1. 1- 1: then a space
      | \d{1,3}(?=\t)                                  # a column of numbers
    )\s*""",
    re.VERBOSE,
)


class TooManyLinesError(ValueError):
    """More lines than are pasted at once."""

    def __init__(self, lines: int) -> None:
        super().__init__(lines)
        self.lines = lines


@dataclass(frozen=True, slots=True)
class Listed:
    """Names of a list: new ones in their order, those of the list that were known, each once, and of the new ones
    those that look like another of them; and how many were longer than a name may be, and are cut."""

    new: tuple[str, ...]
    known: tuple[str, ...]
    alike: tuple[str, ...] = ()
    cut: int = 0


def lines_of(text: str) -> list[str]:
    """The names of a text, one for each line that says something; bullets, numbers and other columns are left out.

    TooManyLinesError where there are more than are pasted at once.
    """
    if len(text) > MOST_CHARACTERS:
        raise TooManyLinesError(text.count("\n") + 1)
    names = [name for line in text.splitlines() if (name := _name(line))]
    if len(names) > MOST_LINES:
        raise TooManyLinesError(len(names))
    return names


def listed(lines: Iterable[str], present: Iterable[str]) -> Listed:
    """Names that are new beside those present, and those that are not; a name said twice is said once.

    One that only looks like another of the list is new all the same: who wrote both may have meant two.
    """
    there, listed_ = Names(present), Names()
    new: dict[str, str] = {}
    known: dict[str, None] = {}
    alike: list[str] = []
    cut = 0
    for whole in lines:
        line = whole[:LINE].strip()
        like = there.like(line)
        if like is not None:
            known[like] = None
        elif fold(line) not in new:
            new[fold(line)] = line
            cut += len(whole) > LINE
            if listed_.like(line) is not None:
                alike.append(line)
            listed_.add(line)
    return Listed(tuple(new.values()), tuple(known), tuple(alike), cut)


def _name(line: str) -> str:
    """The name a line says, or nothing."""
    rest = _BULLET.sub("", line, count=1) if _BULLET.match(line) else line
    cells = (tidy(cell, lines=False) for cell in rest.split("\t"))
    said = next((cell for cell in cells if any(c.isalnum() for c in cell)), "")
    return said if visible(said) else ""
