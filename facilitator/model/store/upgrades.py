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


def _the_journey_is_lived(connection: Connection) -> None:
    """Format 3: rounds of consent, what is put in common, moments, voices and the evaluation of the session."""
    for column, usual in (("voices_in_minutes", 0), ("evaluation_in_minutes", 1)):
        connection.exec_driver_sql(
            f"ALTER TABLE workshop ADD COLUMN {column} INTEGER NOT NULL DEFAULT {usual}"
        )
    connection.exec_driver_sql("ALTER TABLE votes ADD COLUMN kind TEXT NOT NULL DEFAULT 'hands'")
    for table in _FORMAT_3:
        connection.exec_driver_sql(table)


_FORMAT_3 = (
    """CREATE TABLE means (id TEXT NOT NULL, pillar TEXT NOT NULL, side TEXT NOT NULL, text TEXT NOT NULL,
    actors TEXT NOT NULL, contributions TEXT NOT NULL, who TEXT NOT NULL, confidential INTEGER NOT NULL,
    rank INTEGER NOT NULL, PRIMARY KEY (id)) STRICT""",
    """CREATE TABLE moments (id TEXT NOT NULL, name TEXT NOT NULL, step TEXT, at TEXT NOT NULL,
    in_minutes INTEGER NOT NULL, rank INTEGER NOT NULL, PRIMARY KEY (id),
    FOREIGN KEY(step) REFERENCES steps (id) DEFERRABLE INITIALLY DEFERRED) STRICT""",
    "CREATE INDEX ix_moments_step ON moments (step)",
    """CREATE TABLE voices (id TEXT NOT NULL, turns INTEGER NOT NULL, PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES categories (id) DEFERRABLE INITIALLY DEFERRED) STRICT""",
    """CREATE TABLE evaluations (id TEXT NOT NULL, question TEXT NOT NULL, fully INTEGER NOT NULL,
    mostly INTEGER NOT NULL, little INTEGER NOT NULL, not_at_all INTEGER NOT NULL, words TEXT NOT NULL,
    rank INTEGER NOT NULL, PRIMARY KEY (id)) STRICT""",
)


def _the_map_is_answered(connection: Connection) -> None:
    """Format 4: what the room makes of the questions of its map; the logo, the sections of the minutes."""
    connection.exec_driver_sql(
        "ALTER TABLE workshop ADD COLUMN logo TEXT REFERENCES images (id) DEFERRABLE INITIALLY DEFERRED"
    )
    connection.exec_driver_sql("CREATE INDEX ix_workshop_logo ON workshop (logo)")
    for column in ("minutes_sections", "minutes_without"):
        connection.exec_driver_sql(f"ALTER TABLE workshop ADD COLUMN {column} TEXT NOT NULL DEFAULT '[]'")
    connection.exec_driver_sql(
        """CREATE TABLE remarks (id TEXT NOT NULL, fate TEXT NOT NULL, text TEXT NOT NULL, answer TEXT NOT NULL,
        about TEXT NOT NULL, tension INTEGER NOT NULL, confidential INTEGER NOT NULL, rank INTEGER NOT NULL,
        PRIMARY KEY (id)) STRICT"""
    )


UPGRADES: Mapping[int, Upgrade] = {
    2: _background_has_a_place,
    3: _the_journey_is_lived,
    4: _the_map_is_answered,
}
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
