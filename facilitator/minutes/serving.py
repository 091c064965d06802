"""Sets minutes again and again for the console, which must not wait for them: one session a line, one PDF back.

Asked for by the console alone (`facilitator typeset`): each line of the standard input is JSON, `{"document",
"edition", "language", "moments"}`; each answer is eight bytes that say how long the PDF is, then the PDF. Nothing is
for one that could not be set: zero bytes long, and the reason goes to the standard error. It ends with its input.
"""

from __future__ import annotations

import json
import sys
import traceback
from typing import BinaryIO

LENGTH = 8
"""Bytes that say how long an answer is, the highest first."""


def serve(asked: BinaryIO, answers: BinaryIO) -> int:
    """Answers every line until there are no more; 0, as nothing here is at fault."""
    from facilitator.minutes.document import pdf
    from facilitator.model import plain

    for line in asked:
        try:
            told = json.loads(line)
            moments = {id_: plain.from_plain(was) for id_, was in told.get("moments", {}).items()}
            document, language = plain.from_plain(told["document"]), told.get("language") or None
            page = pdf(document, edition=told["edition"], language=language, moments=moments)
        except Exception:  # noqa: BLE001  the console goes on with the pages it has
            traceback.print_exc(file=sys.stderr)
            page = b""
        answers.write(len(page).to_bytes(LENGTH, "big") + page)
        answers.flush()
    return 0
