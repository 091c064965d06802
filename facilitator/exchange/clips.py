"""What is copied from one session and pasted in another, or in the same: as JSON for us, as names for the others.

The JSON is `{"entre-tous": 1, "categories": [...], "link_types": [...], "actors": [...], "contributions": [...],
"links": [...]}`, rows as `model.plain` writes them. Whatever comes from the clipboard may have been written by anyone:
it is read strictly, and checked by the rules of a session before anything is made of it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NoReturn, TypeVar

from facilitator import terms
from facilitator.model.document import Category, Document, LinkType, new_id
from facilitator.model.gestures.paste import TABLES, Clip
from facilitator.model.names import fold
from facilitator.model.plain import from_plain, row_to_plain
from facilitator.model.rules import broken

MIME = "application/x-entre-tous-actors"
VERSION = 1
MOST = 20_000_000
"""The longest clip that is read, in bytes."""

Kind = TypeVar("Kind", Category, LinkType)


class ClipError(ValueError):
    """What is in the clipboard is no clip of ours, or of a later version."""


def to_bytes(clip: Clip) -> bytes:
    """A clip as other windows will read it."""
    plain: dict[str, Any] = {"entre-tous": VERSION}
    for table in TABLES:
        plain[table] = [row_to_plain(table, row) for row in getattr(clip, table)]
    return json.dumps(plain, ensure_ascii=False).encode()


def from_bytes(data: bytes) -> Clip:
    """The clip that `to_bytes` wrote; ClipError for anything else, or where a session could not hold it."""
    if len(data) > MOST:
        raise ClipError("too long")
    try:
        plain = json.loads(data.decode(), parse_constant=_no_number)
        if not isinstance(plain, dict) or plain.pop("entre-tous", None) != VERSION:
            raise ClipError("not this version")
        if plain.keys() - set(TABLES):
            raise ClipError("rows of another kind")
        document = from_plain(plain)
    except (ValueError, RecursionError) as error:
        raise ClipError(str(error)) from error
    faults = [fault for fault in broken(document) if fault.rule != "categories.empty"]
    if faults:
        raise ClipError(f"{faults[0].table}: {faults[0].rule}")
    return Clip(*(tuple(getattr(document, table).values()) for table in TABLES))


def as_text(clip: Clip) -> str:
    """What other programs get: the names, one a line, and nothing of what is written about the actors."""
    return "\n".join(actor.name for actor in clip.actors)


def renewed(clip: Clip, document: Document) -> Clip:
    """The clip as this session would hold it: new ids; its categories and types of link are those the session has,
    by key or else by name, and only those it lacks come along."""
    categories = _matched(clip.categories, document.categories, terms.category_name)
    types = _matched(clip.link_types, document.link_types, terms.link_type_name)
    ids = {actor.id: new_id() for actor in clip.actors}
    return Clip(
        tuple(row for row in clip.categories if categories[row.id] not in document.categories),
        tuple(row for row in clip.link_types if types[row.id] not in document.link_types),
        tuple(replace(row, id=ids[row.id], category=categories[row.category]) for row in clip.actors),
        tuple(replace(row, id=new_id(), actor=ids[row.actor]) for row in clip.contributions),
        tuple(
            replace(
                row,
                id=new_id(),
                source=ids[row.source],
                target=ids[row.target],
                types=tuple(dict.fromkeys(types[key] for key in row.types)),
            )
            for row in clip.links
        ),
    )


def _matched(rows: tuple[Kind, ...], known: Mapping[str, Kind], name: Any) -> dict[str, str]:
    """For each row brought, the id of the one that says the same in the session: its own where there is none."""
    by_name = {fold(name(row)): row.id for row in reversed(tuple(known.values()))}
    return {row.id: row.id if row.id in known else by_name.get(fold(name(row)), row.id) for row in rows}


def _no_number(word: str) -> NoReturn:
    raise ClipError(f"{word} is no number")
