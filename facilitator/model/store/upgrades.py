"""From the format of yesterday to that of today: one function per format, numbered by the one it leads to.

A new format comes with its function here, a stored session under `tests/files`, and a line in the CHANGELOG.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import Connection

from facilitator.model.store.errors import StoreError
from facilitator.model.store.schema import FORMAT

Upgrade = Callable[[Connection], None]

UPGRADES: Mapping[int, Upgrade] = {}
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
