"""The seventeen Sustainable Development Goals: titles and colours of the United Nations."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from facilitator import paths
from facilitator.words import language


@dataclass(frozen=True, slots=True)
class Odd:
    """A goal: its colour, and the text colour readable on it (a contrast of at least 4.5:1)."""

    number: int
    titles: dict[str, str]
    colour: str
    text: str


def odd(number: int) -> Odd:
    """The goal of that number, from 1 to 17."""
    return _all()[number]


def odd_title(number: int) -> str:
    """Its short title in the language of the moment."""
    return odd(number).titles[language()]


@cache
def _all() -> dict[int, Odd]:
    with paths.resource("odd.toml").open("rb") as file:
        rows = tomllib.load(file)["odd"]
    return {
        row["number"]: Odd(row["number"], {"fr": row["fr"], "en": row["en"]}, row["colour"], row["text"])
        for row in rows
    }
