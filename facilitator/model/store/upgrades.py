"""From the format of yesterday to that of today: one function per format, numbered by the one it leads to.

A new format comes with its function here, a stored session under `tests/files`, and a line in the CHANGELOG.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import Connection

from facilitator.model.store.errors import StoreError
from facilitator.model.store.schema import FORMAT

Upgrade = Callable[[Connection], None]


def _background_has_a_place(connection: Connection) -> None:
    """Format 2: what lies under the map knows where. None was ever drawn before: it was not laid anywhere yet."""
    for column in ("x", "y", "width", "height"):
        connection.exec_driver_sql(f"ALTER TABLE background ADD COLUMN {column} REAL NOT NULL DEFAULT 0.0")


UPGRADES: Mapping[int, Upgrade] = {2: _background_has_a_place}
"""Format 1 is the first: nothing leads to it."""


def upgrade(
    connection: Connection, found: int, *, upgrades: Mapping[int, Upgrade] = UPGRADES, wanted: int = FORMAT
) -> None:
    """Brings a file from the format found to the one wanted, inside the caller's transaction.

    The history is cleared: its rows are of the old format. The caller has made a backup.
    """
    for number in range(found + 1, wanted + 1):
        if number not in upgrades:
            raise StoreError("file.damaged", detail=f"format {number - 1}")
        upgrades[number](connection)
    connection.exec_driver_sql("DELETE FROM entry")
    connection.exec_driver_sql(f"PRAGMA user_version={wanted:d}")
