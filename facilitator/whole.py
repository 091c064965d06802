"""A file written whole or not at all; several files all together or none of them."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from pathlib import Path


def write(out: Path, content: bytes) -> None:
    """Puts this content at `out`: written beside, then moved into its place at once, where `out` leads if it is a link.

    OSError if that cannot be done; what was there is then untouched, and nothing is left beside it.
    """
    place = Path(os.path.realpath(out))
    with ExitStack() as undone:
        _beside(place, content, undone).replace(place)


def write_all(files: Mapping[Path, bytes]) -> None:
    """Puts each content in its place, as `write` does. OSError if one cannot be: all are then as they were."""
    places = {Path(os.path.realpath(out)): content for out, content in files.items()}
    with ExitStack() as undone:
        beside = {place: _beside(place, content, undone) for place, content in places.items()}
        with ExitStack() as taken_back:
            for place, written in beside.items():
                if place is not next(reversed(beside)):  # what comes after it may fail
                    taken_back.callback(_restore, place, place.read_bytes() if place.is_file() else None)
                written.replace(place)
            taken_back.pop_all()


def _beside(place: Path, content: bytes, undone: ExitStack) -> Path:
    """A file beside that place, safe on the disk; gone at the end if it is still there."""
    beside = place.with_name(f".{secrets.token_hex(8)}{place.suffix}")
    undone.callback(_gone, beside)
    with beside.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return beside


def _gone(beside: Path) -> None:
    with suppress(OSError):
        beside.unlink(missing_ok=True)


def _restore(place: Path, content: bytes | None) -> None:
    with suppress(OSError):
        if content is None:
            place.unlink(missing_ok=True)
        else:
            write(place, content)
