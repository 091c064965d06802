"""A session written in another format, chosen by the extension of the file; always as one edition of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from facilitator import whole
from facilitator.exchange import map_svg, session_json
from facilitator.model.document import Document
from facilitator.model.edition import edition as edition_of

_WRITTEN: dict[str, Callable[[Document, str], str]] = {
    ".json": session_json.written,
    ".svg": lambda document, _edition: map_svg.written(document),
}
EXTENSIONS = tuple(_WRITTEN)
"""Formats a session can be exported to."""


class UnknownFormatError(ValueError):
    """No such format; `extension` is the one asked for."""


def export(document: Document, out: Path, edition: str) -> None:
    """Writes the edition of a session at `out`, whole or not at all.

    UnknownFormatError: not one of EXTENSIONS. OSError: the file cannot be written; what was there is untouched.
    """
    write = _WRITTEN.get(out.suffix.lower())
    if write is None:
        raise UnknownFormatError(out.suffix)
    whole.write(out, write(edition_of(document, edition), edition).encode("utf-8"))
