"""An edition of a session as JSON, for other programs.

An object with `format` ("entre-tous"), `version` (1), `edition`, `language`, and `session`: one object for `workshop`
and for `background`, and for every other table of `facilitator.model.document` a list of rows in their order. A row has
its fields by name: words of closed vocabularies as their keys (`facilitator.model.vocabulary`), dates as ISO texts, ids
as texts, positions in map units (the centre of the card; null in the tray), images in base64.
"""

from __future__ import annotations

import json

from facilitator.model import plain
from facilitator.model.document import Document

FORMAT = "entre-tous"
VERSION = 1


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
