"""The journeys one can choose from: those that are shipped, and those a person keeps in their own folder."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from facilitator import paths, whole
from facilitator.model.document import Document, blank
from facilitator.model.journey.reading import Journey, JourneyError, parsed, read
from facilitator.model.journey.writing import written
from facilitator.model.names import fold
from facilitator.model.vocabulary import LANGUAGES

OWN = "own-"
"""What the key of a journey of one's own begins with."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A journey one can choose: its name, its length in minutes, how many steps; whether it is one's own."""

    key: str
    name: str
    minutes: int
    steps: int
    own: bool


def journeys() -> tuple[str, ...]:
    """The keys of the journeys shipped, the default one first, then by length."""
    found = [path.stem for path in paths.resource("journeys").glob("*.toml")]
    return tuple(sorted(found, key=lambda key: (key != "default", _length(key), key)))


def _length(key: str) -> int:
    return sum(row["minutes"] for row in _shipped(key)["step"])


@cache
def _shipped(key: str) -> Mapping[str, Any]:
    """A journey that is shipped, as data, read once: nobody changes it."""
    return parsed(paths.resource("journeys", f"{key}.toml"))


def offered(language: str) -> tuple[Offered, ...]:
    """Every journey there is: shipped ones, then one's own by name. Own files that cannot be read are left out."""
    found = [_offered(key, load(key, language), own=False) for key in journeys()]
    mine = []
    for path in sorted(paths.journeys().glob("*.toml")):
        try:
            mine.append(_offered(OWN + path.stem, read(path, language), own=True))
        except JourneyError:
            continue
    return (*found, *sorted(mine, key=lambda one: fold(one.name)))


def _offered(key: str, held: Journey, *, own: bool) -> Offered:
    return Offered(key, held.name, sum(step.minutes for step in held.steps), len(held.steps), own)


def load(key: str, language: str) -> Journey:
    """A journey by its key; JourneyError if there is none of that name, or it cannot be used."""
    if key in journeys():
        return read(paths.resource("journeys", f"{key}.toml"), language)
    path = _own_path(key)
    if path is None or not path.is_file():
        raise JourneyError("journey.unknown", journey=key)
    return replace(read(path, language), key=key)


def keep(journey: Journey) -> str:
    """Keeps a journey as one's own, beside any of the same name; the answer is its key.

    OSError if it cannot be written, JourneyError if it could not be read again: nothing is kept then.
    """
    slug = re.sub(r"[^a-z0-9]+", "-", fold(journey.name)).strip("-")[:60] or "journey"
    number, path = 1, paths.journeys() / f"{slug}.toml"
    while path.exists():
        number += 1
        path = paths.journeys() / f"{slug}-{number}.toml"
    whole.write(path, written(journey).encode())
    try:
        read(path, LANGUAGES[0])
    except JourneyError:
        path.unlink()
        raise
    return OWN + path.stem


def rename(key: str, name: str, language: str) -> None:
    """Gives one of one's own another name. JourneyError if it is gone; OSError if it cannot be written."""
    path = _own_path(key)
    if path is None:
        raise JourneyError("journey.unknown", journey=key)
    whole.write(path, written(replace(load(key, language), name=name)).encode())


def forget(key: str) -> None:
    """Takes one of one's own away; shipped ones stay. OSError if it cannot be."""
    path = _own_path(key)
    if path is not None:
        path.unlink(missing_ok=True)


def _own_path(key: str) -> Path | None:
    stem = key.removeprefix(OWN)
    return paths.journeys() / f"{stem}.toml" if stem != key and re.fullmatch(r"[a-z0-9-]+", stem) else None


def new_document(title: str, language: str, journey: str | Journey = "default", date: str = "") -> Document:
    """A session that has a journey (its key, or itself) and nothing else yet."""
    loaded = journey if isinstance(journey, Journey) else load(journey, language)
    document = blank(language)
    workshop = replace(
        document.workshop, title=title, date=date, journey=loaded.key, charter_source=loaded.charter_source
    )
    return replace(
        document,
        workshop=workshop,
        steps={step.id: step for step in loaded.steps},
        items={item.id: item for item in loaded.items},
    )


@cache
def wordings() -> Mapping[str, Mapping[str, str]]:
    """Every shipped text, in any language, with what it is in each: `wordings()[text][language]`."""
    found: dict[str, Mapping[str, str]] = {}
    for key in journeys():
        data = _shipped(key)
        rows = [
            data["journey"],
            *data["step"],
            *(item for step in data["step"] for item in step.get("item", [])),
        ]
        texts = [value for row in rows for value in row.values() if isinstance(value, dict)]
        found.update({text: told for told in texts for text in told.values()})
    return found
