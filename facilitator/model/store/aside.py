"""What is kept about a session outside its file: dated backups, and since when it is open on this computer.

Both lie in the personal folder of the app, never beside the user's file, which stays alone and carries no name of
a person or a machine.
"""

from __future__ import annotations

import filecmp
import hashlib
import sqlite3
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from facilitator import paths
from facilitator.model.store.errors import StoreError
from facilitator.model.store.opening import sqlite_errors

KEPT = 10
"""How many backups of a session are kept."""


def backups(path: Path) -> list[Path]:
    """The backups of a session, the oldest first."""
    return sorted(_folder(path).glob("*.alliance"))


def back_up(connection: sqlite3.Connection, path: Path) -> None:
    """Copies the session as it is, under the date of now in UTC, unless the last backup says the same."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H-%M-%S-%fZ")
    try:
        folder = _folder(path)
        folder.mkdir(parents=True, exist_ok=True)
        new = folder / f"{now}.part"
        try:
            with sqlite_errors():
                _copy_pages(connection, new)
            older = backups(path)
            if not older or not filecmp.cmp(older[-1], new, shallow=False):
                older.append(new.replace(folder / f"{now}.alliance"))
            for old in older[:-KEPT]:
                old.unlink()
        finally:
            new.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError("disk.error", detail=str(error)) from error


def _copy_pages(connection: sqlite3.Connection, target: Path) -> None:
    """A copy of the file, page by page, history included."""
    copy = sqlite3.connect(target, isolation_level=None)
    try:
        copy.execute("PRAGMA synchronous=OFF")
        copy.execute("PRAGMA journal_mode=OFF")
        connection.backup(copy)
    finally:
        copy.close()


def note_open(path: Path) -> None:
    """Notes that the session is open from now on; only a convenience, so a full disk is no reason to stop."""
    with suppress(OSError):
        _note(path).parent.mkdir(parents=True, exist_ok=True)
        _note(path).write_text(datetime.now(UTC).isoformat(timespec="seconds"), encoding="utf-8")


def note_closed(path: Path) -> None:
    with suppress(OSError):
        _note(path).unlink(missing_ok=True)


def open_since(path: Path) -> str:
    """Since when the session is open on this computer, in UTC; empty if that is not known."""
    try:
        return datetime.fromisoformat(_note(path).read_text(encoding="utf-8")).isoformat()
    except (OSError, ValueError):
        return ""


def _folder(path: Path) -> Path:
    return paths.state() / "backups" / _mark(path)


def _note(path: Path) -> Path:
    return paths.state() / "open" / _mark(path)


def _mark(path: Path) -> str:
    """The file's name, and what tells it from its namesakes in other folders."""
    where = str(path.resolve())
    return f"{path.stem[:60]}-{hashlib.sha256(where.encode('utf-8', 'surrogateescape')).hexdigest()[:8]}"
