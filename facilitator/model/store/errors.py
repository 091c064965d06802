"""What can go wrong between a session and its disk, under stable keys that `facilitator.terms` tells."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import DBAPIError

KEYS = (
    "file.missing",  # there is nothing at this path
    "file.folder",  # it is a folder, or something else that is no file
    "file.exists",  # something is already there, and nobody said to replace it
    "file.itself",  # a session cannot be copied onto itself
    "file.not_a_session",  # another kind of file
    "file.damaged",  # a session, of which a part cannot be read; `detail` says which
    "file.altered",  # a session, to which another program added what could act by itself
    "file.newer",  # made by a newer version; `format` is its number
    "file.rules",  # a session that breaks a rule: `rule`, `table`, `id`, `field`
    "file.locked",  # open elsewhere; `since` is when, if it is on this computer, else empty
    "file.read_only",  # the file or its folder cannot be written
    "file.unwritable",  # it cannot be made: its folder cannot be written
    "file.unfinished",  # interrupted while it was being written, where it cannot be written now
    "file.moved",  # moved, renamed or removed since it was opened
    "file.closed",  # closed already
    "file.unreachable",  # the place cannot be reached
    "history.damaged",  # this step of the history does not fit the session
    "disk.full",
    "disk.error",  # the disk could not read or write; `detail` is what it said
)
"""Every key of a StoreError."""


class StoreError(Exception):
    """The session cannot be read or kept; what was in memory and on the disk is as before."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values


_BY_CODE = {
    sqlite3.SQLITE_FULL: "disk.full",
    sqlite3.SQLITE_READONLY: "file.read_only",
    sqlite3.SQLITE_PERM: "file.read_only",
    sqlite3.SQLITE_BUSY: "file.locked",
    sqlite3.SQLITE_LOCKED: "file.locked",
    sqlite3.SQLITE_CORRUPT: "file.damaged",
    sqlite3.SQLITE_NOTADB: "file.not_a_session",
    sqlite3.SQLITE_CANTOPEN: "file.unreachable",
    sqlite3.SQLITE_SCHEMA: "file.damaged",
}
_UNFINISHED = (sqlite3.SQLITE_READONLY_ROLLBACK, sqlite3.SQLITE_READONLY_RECOVERY)
_NOT_TEXT = "Could not decode to UTF-8"
"""What Python's own module says, without a code, of a text that is none."""


def store_error(error: sqlite3.Error | DBAPIError) -> StoreError:
    """What SQLite said, as a StoreError."""
    said = error.orig if isinstance(error, DBAPIError) else error
    if str(said).startswith(_NOT_TEXT):
        return StoreError("file.damaged", detail=str(said))
    code = getattr(said, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    key = "file.unfinished" if code in _UNFINISHED else _BY_CODE.get(code & 0xFF, "disk.error")
    return StoreError(key, detail=str(said))
