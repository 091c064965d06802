"""What a command says: one line each, whatever a name or a cell holds, and nothing but words to the terminal."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from typing import TextIO

from facilitator.commands.faults import Fault
from facilitator.model.texts import tidy


def speak_utf8() -> None:
    """Windows gives the terminal an encoding without our letters; elsewhere an unknown locale does."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def say(text: str) -> None:
    """Says a line. Fault if it cannot be written; BrokenPipeError if nobody reads any more."""
    try:
        print(readable(text))
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unsaid(error) from error


def complain(text: str) -> None:
    """Says on the standard error what is wrong; where nobody can hear it, there is nobody to tell."""
    try:
        print(readable(text), file=sys.stderr, flush=True)
    except OSError:
        hush(sys.stderr)


def readable(text: str) -> str:
    """A text on one line, without what would act on a terminal; a name in UTF-8 is read even where the locale is
    another."""
    with suppress(UnicodeEncodeError):
        text = text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return tidy(text, lines=False)


def finish() -> None:
    """Everything said goes out now, while it can still be told that it cannot. As `say`."""
    if sys.stderr is not None:
        try:
            sys.stderr.flush()
        except OSError:
            hush(sys.stderr)
    try:
        if sys.stdout is not None:  # a window without a terminal has none
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unsaid(error) from error


def hush(stream: TextIO) -> None:
    """Nothing more is written there: what is still waiting would fail once more when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _unsaid(error: OSError) -> Fault:
    hush(sys.stdout)
    return Fault("disk.full" if error.errno == errno.ENOSPC else "disk.error")
