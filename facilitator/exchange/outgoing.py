"""A session written in another format, chosen by the extension of the file; always as one edition of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from facilitator import whole, words
from facilitator.exchange import graph_written, lists_csv, map_svg, session_json
from facilitator.exchange.headings import list_name
from facilitator.exchange.slices import Slices
from facilitator.model.document import Document
from facilitator.model.edition import edition as edition_of
from facilitator.slices import finished

Files = dict[Path, bytes]


def _one(write: Callable[[Document, str], bytes]) -> Callable[[Document, Path, str], Files]:
    return lambda document, out, edition: {out: write(document, edition)}


def _workbook(document: Document, _edition: str) -> bytes:
    from facilitator.exchange import lists_xlsx  # only where a workbook is asked for

    return lists_xlsx.written(document)


def _lists(document: Document, out: Path, _edition: str) -> Files:
    return {
        out.with_name(f"{out.stem}-{list_name(kind).lower()}{out.suffix}"): lists_csv.written(document, kind)
        for kind in lists_csv.KINDS
    }


_WRITTEN: dict[str, Callable[[Document, Path, str], Files]] = {
    ".csv": _lists,
    ".xlsx": _one(_workbook),
    ".graphml": _one(lambda document, _edition: graph_written.written(document)),
    ".json": _one(lambda document, edition: session_json.written(document, edition).encode()),
    ".svg": _one(lambda document, _edition: map_svg.written(document).encode()),
}
EXTENSIONS = tuple(_WRITTEN)
"""Formats a session can be exported to without a screen; `ui.map_png` has one more."""


class UnknownFormatError(ValueError):
    """No such format; `extension` is the one asked for."""


def export(document: Document, out: Path, edition: str, *, language: str | None = None) -> tuple[Path, ...]:
    """Writes the edition of a session at `out`, or as lists beside one another named after it; where they are.

    The language is the session's own unless said. All of it or nothing. UnknownFormatError: not one of EXTENSIONS.
    OSError: it cannot be written; what was there is untouched.
    """
    return finished(in_slices(document, out, edition, language=language))


def in_slices(
    document: Document, out: Path, edition: str, *, language: str | None = None
) -> Slices[tuple[Path, ...]]:
    """`export`, slice by slice, for who must not wait: how far it is, from 0 to 1. To leave it is to write nothing."""
    write = _WRITTEN.get(out.suffix.lower())
    if write is None:
        raise UnknownFormatError(out.suffix)
    yield 0.0
    shown = edition_of(document, edition)
    yield 0.2
    with words.in_language(language or shown.workshop.language):
        files = write(shown, out, edition)
    yield 0.9
    whole.write_all(files)
    return tuple(files)
