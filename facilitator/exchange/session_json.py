"""An edition of a session as JSON, for other programs.

An object with `format` ("entre-tous"), `version` (1), `edition`, `language`, and `session`: one object for `workshop`
and for `background`, and for every other table of `facilitator.model.document` a list of rows in their order. A row has
its fields by name: words of closed vocabularies as their keys (`facilitator.model.vocabulary`), dates as ISO texts, ids
as texts, positions in map units (the centre of the card; null in the tray), images in base64.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from facilitator.model import plain, rules
from facilitator.model.document import Document

FORMAT = "entre-tous"
VERSION = 1


class NewerError(ValueError):
    """The JSON is of a later version of the product."""


def read(data: Mapping[str, Any]) -> Document:
    """The session that `written` wrote. NewerError; ValueError for anything a session could not hold."""
    version = data.get("version")
    if isinstance(version, int) and version > VERSION:
        raise NewerError(version)
    if version != VERSION:
        raise ValueError("no version")
    document = plain.from_plain(data.get("session"))
    if faults := rules.broken(document):
        raise ValueError(f"{faults[0].table}: {faults[0].rule}")
    return document


def written(document: Document, edition: str) -> str:
    """The JSON of a session that is already that edition; the same session gives the same text."""
    data = {
        "format": FORMAT,
        "version": VERSION,
        "edition": edition,
        "language": document.workshop.language,
        "session": plain.to_plain(document),
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
