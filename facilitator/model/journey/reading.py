"""A journey read from its file: steps as data, no code.

A shipped journey holds each text in every language; one of a person's own may hold it once, for all. The document
keeps the wording of the day it was created.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from facilitator.model.document import Item, Step
from facilitator.model.texts import LINE, TEXT, tidy, visible
from facilitator.model.vocabulary import (
    LANGUAGES,
    Block,
    DoneWhen,
    MapFilter,
    Panel,
    Pillar,
)

_CHOICES = {"block": Block, "panel": Panel, "map_filter": MapFilter, "done_when": DoneWhen}
_NUMBERS = {"minutes": (0, 600), "done_count": (1, 1000)}
_TEXTS = ("title", "question", "notes")
STEPS, ITEMS, BYTES = 60, 200, 500_000
"""The most a journey may hold: a day has no more of them."""
_KEY = re.compile(r"[A-Za-z0-9_.-]{1,80}").fullmatch
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


def read(path: Path, language: str) -> Journey:
    """The journey of a file; JourneyError says what is wrong with it, and in which step."""
    data = parsed(path)
    head, rows = data.get("journey", {}), data.get("step", [])
    if not isinstance(head, dict) or not _are_tables(rows) or not rows:
        raise JourneyError("journey.no_steps", file=path.name)
    if len(rows) > STEPS:
        raise JourneyError("journey.many_steps", most=STEPS)
    if sum(len(row.get("item", ())) for row in rows if _are_tables(row.get("item", []))) > ITEMS:
        raise JourneyError("journey.many_items", most=ITEMS)
    keys = [_step_key(row, number) for number, row in enumerate(rows, 1)]
    for key in keys:
        if keys.count(key) > 1:
            raise JourneyError("journey.twice", step=key)
    steps = tuple(_step(row, rank, language) for rank, row in enumerate(rows, 1))
    items = tuple(
        replace(item, rank=rank)
        for rank, item in enumerate((item for row in rows for item in _items(row, language)), 1)
    )
    source = _told(head, "charter_source", "journey", language) if "charter_source" in head else ""
    return Journey(
        path.stem,
        _told(head, "name", "journey", language),
        source,
        steps,
        items,
    )


def _are_tables(rows: object) -> bool:
    return isinstance(rows, list) and all(isinstance(row, dict) for row in rows)


def parsed(path: Path) -> dict[str, Any]:
    """The file as data, nothing checked; JourneyError if it is none, or much too long for a journey."""
    try:
        long = path.stat().st_size > BYTES
        data = {} if long else tomllib.loads(path.read_text("utf-8-sig"))
    except (
        OSError,
        ValueError,
        RecursionError,
    ) as error:  # ValueError: no UTF-8, no TOML, a number beyond all
        raise JourneyError("journey.unreadable", file=path.name, reason=str(error)) from error
    if long:
        raise JourneyError("journey.long_file", file=path.name)
    return data


def _step_key(row: Mapping[str, Any], number: int) -> str:
    key = row.get("key")
    if not isinstance(key, str) or not key:
        raise JourneyError("journey.missing", step=str(number), field="key")
    if not _KEY(key):
        raise JourneyError("journey.unknown_value", step=str(number), field="key", value=key[:40])
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
        notes=_told(row, "notes", key, language, lines=True) if "notes" in row else "",
        in_minutes=in_minutes,
        rank=rank,
        **{field: _choice(row, field, key) for field in _CHOICES},
        **{field: _number(row, field, key) for field in _NUMBERS},
    )


def _items(row: Mapping[str, Any], language: str) -> list[Item]:
    key = row["key"]
    found = []
    rows = row.get("item", [])
    if not _are_tables(rows):
        raise JourneyError("journey.unknown_value", step=key, field="item", value=rows)
    for number, data in enumerate(rows, 1):
        unknown = data.keys() - {"text", "pillar", "proposed"}
        if unknown:
            raise JourneyError("journey.unknown_field", step=key, field=min(unknown))
        proposed = data.get("proposed", True)
        if not isinstance(proposed, bool):
            raise JourneyError("journey.unknown_value", step=key, field="proposed", value=proposed)
        pillar = data.get("pillar")
        if pillar is not None and (not isinstance(pillar, str) or pillar not in set(Pillar)):
            raise JourneyError("journey.unknown_value", step=key, field="pillar", value=pillar)
        text = _told(data, "text", key, language, lines=True)
        found.append(Item(f"{key}-{number}", key, text, Pillar(pillar) if pillar else None, proposed))
    return found


def _told(row: Mapping[str, Any], field: str, step: str, language: str, *, lines: bool = False) -> str:
    """A text in one language; it must be there in all, or said once for all of them."""
    texts = row.get(field)
    if isinstance(texts, str):
        texts = dict.fromkeys(LANGUAGES, texts)
    if not isinstance(texts, dict):
        raise JourneyError("journey.missing", step=step, field=field)
    for code in LANGUAGES:
        if not isinstance(texts.get(code), str) or not visible(texts[code]):
            raise JourneyError("journey.untold", step=step, field=field, language=code)
        if len(texts[code]) > (TEXT if lines else LINE):
            raise JourneyError("journey.long", step=step, field=field, most=TEXT if lines else LINE)
    return tidy(texts[language], lines=lines)


def _choice(row: Mapping[str, Any], field: str, step: str) -> Any:
    if field not in row:
        raise JourneyError("journey.missing", step=step, field=field)
    if not isinstance(row[field], str) or row[field] not in set(_CHOICES[field]):
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
