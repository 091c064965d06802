"""Journeys: steps as data, in `resources/journeys/*.toml`, ready for a new session; and how far a session has come.

A journey file holds each text in every language. The document keeps the wording of the day it was created.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from facilitator import paths
from facilitator.model.document import Document, Item, Step, blank, ordered
from facilitator.model.vocabulary import (
    LANGUAGES,
    Agreement,
    Block,
    DoneWhen,
    MapFilter,
    Panel,
    Pillar,
    Status,
)

_CHOICES = {"block": Block, "panel": Panel, "map_filter": MapFilter, "done_when": DoneWhen}
_NUMBERS = {"minutes": (0, 600), "done_count": (1, 1000)}
_TEXTS = ("title", "question", "notes")
_STEP_FIELDS = {"key", "item", "in_minutes", *_CHOICES, *_NUMBERS, *_TEXTS}


class JourneyError(ValueError):
    """A journey that cannot be used; `key` and `values` are told by `facilitator.terms`."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values


@dataclass(frozen=True, slots=True)
class Journey:
    """A journey in one language, its rows ready for a new session."""

    key: str
    name: str
    charter_source: str
    steps: tuple[Step, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """What a step has gathered, and whether that is what it waits for."""

    done: bool
    count: int
    wanted: int


def journeys() -> tuple[str, ...]:
    """The keys of the journeys shipped, the default one first."""
    keys = sorted(path.stem for path in paths.resource("journeys").glob("*.toml"))
    return tuple(sorted(keys, key=lambda key: key != "default"))


def load(key: str, language: str) -> Journey:
    """A shipped journey; JourneyError if there is none of that name."""
    path = paths.resource("journeys", f"{key}.toml")
    if key not in journeys():
        raise JourneyError("journey.unknown", journey=key)
    return read(path, language)


def read(path: Path, language: str) -> Journey:
    """The journey of a file; JourneyError says what is wrong with it, and in which step."""
    data = _parsed(path)
    head = data.get("journey", {})
    rows = data.get("step", [])
    if not rows:
        raise JourneyError("journey.no_steps", file=path.name)
    keys = [_step_key(row, number) for number, row in enumerate(rows, 1)]
    for key in keys:
        if keys.count(key) > 1:
            raise JourneyError("journey.twice", step=key)
    steps = tuple(_step(row, rank, language) for rank, row in enumerate(rows, 1))
    items = tuple(
        replace(item, rank=rank)
        for rank, item in enumerate((item for row in rows for item in _items(row, language)), 1)
    )
    return Journey(
        path.stem,
        _told(head, "name", "journey", language),
        _told(head, "charter_source", "journey", language),
        steps,
        items,
    )


def new_document(title: str, language: str, journey: str = "default", date: str = "") -> Document:
    """A session that has a journey and nothing else yet."""
    loaded = load(journey, language)
    document = blank(language)
    workshop = replace(
        document.workshop, title=title, date=date, journey=journey, charter_source=loaded.charter_source
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
        data = _parsed(paths.resource("journeys", f"{key}.toml"))
        rows = [
            data["journey"],
            *data["step"],
            *(item for step in data["step"] for item in step.get("item", [])),
        ]
        texts = [value for row in rows for value in row.values() if isinstance(value, dict)]
        found.update({text: told for told in texts for text in told.values()})
    return found


def progress(document: Document) -> dict[str, Progress]:
    """How far each step has come, by its id."""
    return {step.id: _progress(document, step) for step in ordered(document.steps)}


def _progress(document: Document, step: Step) -> Progress:
    wanted = step.done_count
    if step.done_when == DoneWhen.ANSWERED:
        items = sum(item.step == step.id for item in document.items.values())
        wanted = min(wanted, items) or 1
    count = _COUNTS[step.done_when](document, step)
    return Progress(count >= wanted, count, wanted)


def _answered(document: Document, step: Step) -> int:
    answers = [
        document.answers[item.id] for item in document.items.values() if _is_answered(document, item, step)
    ]
    return len(answers)


def _is_answered(document: Document, item: Item, step: Step) -> bool:
    answer = document.answers.get(item.id)
    if answer is None or item.step != step.id:
        return False
    return (
        bool(answer.text or answer.position_a or answer.position_b) or answer.agreement != Agreement.NOT_SAID
    )


def _cap_set(document: Document, _step: Step) -> int:
    workshop = document.workshop
    return sum(map(bool, (workshop.question, workshop.territory, workshop.odds)))


def _contributing(document: Document, _step: Step) -> int:
    return len({contribution.actor for contribution in document.contributions.values()})


def _existing_links(document: Document, _step: Step) -> int:
    return sum(link.status != Status.TO_CREATE for link in document.links.values())


_COUNTS: dict[DoneWhen, Callable[[Document, Step], int]] = {
    DoneWhen.ANSWERED: _answered,
    DoneWhen.CAP_SET: _cap_set,
    DoneWhen.PARTICIPANTS: lambda document, _step: len(document.participants),
    DoneWhen.ACTORS: lambda document, _step: len(document.actors),
    DoneWhen.CONTRIBUTIONS: _contributing,
    DoneWhen.LINKS: _existing_links,
    DoneWhen.WORDS: lambda _document, step: int(bool(step.words)),
    DoneWhen.COMMITMENTS: lambda document, _step: len(document.commitments),
    DoneWhen.NEXT_DATE: lambda document, _step: int(bool(document.workshop.next_date)),
}
"""What each condition counts: of the common course, how many of question, territory and ODD are said; actors with
at least one contribution; links that are not still to create."""


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise JourneyError("journey.unreadable", file=path.name, reason=str(error)) from error


def _step_key(row: Mapping[str, Any], number: int) -> str:
    key = row.get("key")
    if not isinstance(key, str) or not key:
        raise JourneyError("journey.missing", step=str(number), field="key")
    return key


def _step(row: Mapping[str, Any], rank: int, language: str) -> Step:
    key = row["key"]
    unknown = row.keys() - _STEP_FIELDS
    if unknown:
        raise JourneyError("journey.unknown_field", step=key, field=min(unknown))
    in_minutes = row.get("in_minutes", True)
    if not isinstance(in_minutes, bool):
        raise JourneyError("journey.unknown_value", step=key, field="in_minutes", value=in_minutes)
    return Step(
        id=key,
        key=key,
        title=_told(row, "title", key, language),
        question=_told(row, "question", key, language),
        notes=_told(row, "notes", key, language) if "notes" in row else "",
        in_minutes=in_minutes,
        rank=rank,
        **{field: _choice(row, field, key) for field in _CHOICES},
        **{field: _number(row, field, key) for field in _NUMBERS},
    )


def _items(row: Mapping[str, Any], language: str) -> list[Item]:
    key = row["key"]
    found = []
    for number, data in enumerate(row.get("item", []), 1):
        pillar = data.get("pillar")
        if pillar is not None and pillar not in set(Pillar):
            raise JourneyError("journey.unknown_value", step=key, field="pillar", value=pillar)
        text = _told(data, "text", key, language)
        found.append(Item(f"{key}-{number}", key, text, Pillar(pillar) if pillar else None, proposed=True))
    return found


def _told(row: Mapping[str, Any], field: str, step: str, language: str) -> str:
    """A text in one language; it must be there in all."""
    texts = row.get(field)
    if not isinstance(texts, dict):
        raise JourneyError("journey.missing", step=step, field=field)
    for code in LANGUAGES:
        if not isinstance(texts.get(code), str) or not texts[code].strip():
            raise JourneyError("journey.untold", step=step, field=field, language=code)
    told: str = texts[language]
    return told


def _choice(row: Mapping[str, Any], field: str, step: str) -> Any:
    if field not in row:
        raise JourneyError("journey.missing", step=step, field=field)
    if row[field] not in set(_CHOICES[field]):
        raise JourneyError("journey.unknown_value", step=step, field=field, value=row[field])
    return _CHOICES[field](row[field])


def _number(row: Mapping[str, Any], field: str, step: str) -> Any:
    low, high = _NUMBERS[field]
    value = row.get(field)
    if value is None:
        raise JourneyError("journey.missing", step=step, field=field)
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise JourneyError("journey.unknown_value", step=step, field=field, value=value)
    return value
