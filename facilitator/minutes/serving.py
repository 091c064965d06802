"""Sets pages again and again for the console, which must not wait for them: one asked for a line, one PDF back.

Asked for by the console alone (`facilitator typeset`): each line of the standard input is JSON, `{"document",
"edition", "moments"}` for minutes; `"what"` asks for another kind of pages, `"language"` for another language than the
session's own. Each answer is eight bytes that say how long the PDF is, then the PDF. Nothing is for one that could not
be set: zero bytes long, and the reason goes to the standard error. It ends with its input.
"""

from __future__ import annotations

import json
import sys
import traceback
from collections.abc import Mapping
from typing import Any, BinaryIO

LENGTH = 8
"""Bytes that say how long an answer is, the highest first."""


def serve(asked: BinaryIO, answers: BinaryIO) -> int:
    """Answers every line until there are no more; 0, as nothing here is at fault."""
    for line in asked:
        try:
            page = _made(json.loads(line))
        except Exception:  # noqa: BLE001  the console goes on with the pages it has
            traceback.print_exc(file=sys.stderr)
            page = b""
        answers.write(len(page).to_bytes(LENGTH, "big") + page)
        answers.flush()
    return 0


def _made(told: Mapping[str, Any]) -> bytes:
    """What is asked for, as a PDF."""
    from facilitator.model import plain

    document = plain.from_plain(told["document"])
    chosen = {"edition": told["edition"], "language": told.get("language")}
    what = told.get("what", "minutes")
    if what == "poster":
        from facilitator.minutes.poster import pages
        from facilitator.minutes.poster.sheet import poster

        return pages.pdf(poster(document, size=told["size"], **chosen), told["tiles"])
    if what == "tables":
        from facilitator.minutes.tables import pages as tables

        return tables.pdf(document, told["kinds"], sheets=told["sheets"], **chosen)
    from facilitator.minutes.document import pdf

    moments = {id_: plain.from_plain(was) for id_, was in told.get("moments", {}).items()}
    return pdf(document, moments=moments, **chosen)
