"""When the program is at fault: a report in a log, one sentence in the status line, and the session goes on.

The report holds where the program was, and the name of the last gesture; never a name, a text or a file name of the
person. Nothing is sent anywhere.
"""

from __future__ import annotations

import contextlib
import platform
import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from facilitator import __version__, paths
from facilitator.words import _

SPEAKS_OF_CODE = (AttributeError, ImportError, NameError, RuntimeError, TypeError)
"""Errors whose message is about the code; that of others may quote what people typed, and is left out."""
LARGEST = 512 * 1024
"""Size in bytes beyond which the log is begun anew, the one before kept beside it."""


def log() -> Path:
    """The file of reports; it may not exist yet."""
    return paths.state() / "errors.log"


def watch(say: Callable[[str], None], last_gesture: Callable[[], str]) -> Callable[[], None]:
    """From now on an error nobody caught is reported and said; returns what stops it.

    `last_gesture` gives the name (the stable key) of the last gesture of the open session, or nothing.
    """
    before = sys.excepthook
    told: set[str] = set()

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, Exception):  # Ctrl+C in a terminal, and the end of the program
            before(kind, error, trace)
            return
        text = report(error, last_gesture())
        place = text.partition("\n")[2]
        if place not in told:  # what fails at each frame is told once
            told.add(place)
            write(text)
            if sys.stderr is not None:  # a window without a terminal has none
                sys.stderr.write(text)
            say(
                _(
                    "Something went wrong in the program; what you did until now is kept. Help › Log says more."
                )
            )

    def stop() -> None:
        sys.excepthook = before

    sys.excepthook = caught
    return stop


def report(error: BaseException, gesture: str) -> str:
    """What to know to mend it, the hour on the first line; nothing that a person typed."""
    said = f": {error}" if isinstance(error, SPEAKS_OF_CODE) else ""
    frames = traceback.extract_tb(error.__traceback__)
    where = [f"  {_room(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    system = f"Entre tous {__version__}, Python {platform.python_version()}, {platform.system()}"
    lines = [
        f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S}",
        system,
        f"last gesture: {gesture or 'none'}",
        *where,
        f"{type(error).__name__}{said}",
    ]
    return "\n".join(lines) + "\n"


def write(text: str) -> None:
    """Adds a report to the log; a disk that refuses must not make things worse."""
    with contextlib.suppress(OSError):
        file = log()
        if file.is_file() and file.stat().st_size > LARGEST:
            file.replace(file.with_suffix(".old.log"))
        with file.open("a", encoding="utf-8") as stream:
            stream.write(text + "\n")


def _room(filename: str) -> str:
    """The file without the folders above the package, which may hold the name of an account."""
    parts = Path(filename).parts
    packages = [n for n, part in enumerate(parts) if part in {"facilitator", "site-packages"}]
    return "/".join(parts[packages[-1] :]) if packages else parts[-1]
