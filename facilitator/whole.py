"""A file written whole or not at all."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path


def write(out: Path, content: bytes) -> None:
    """Puts this content at `out`: written beside, then moved into its place at once, where `out` leads if it is a link.

    OSError if that cannot be done; what was there is then untouched, and nothing is left beside it.
    """
    place = Path(os.path.realpath(out))
    beside = place.with_name(f".{secrets.token_hex(8)}{place.suffix}")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(place)
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
