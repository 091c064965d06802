"""What is asked of SQLite before a row is read."""

import sqlite3
from pathlib import Path

import pytest

from facilitator.model.store import StoreError, file, opening


def damaged(path: Path) -> None:
    """The check says so and opening is refused, though every row can be read."""
    assert [problem.key for problem in file.check(path)] == ["file.damaged"]
    with pytest.raises(StoreError) as caught:
        file.open(path)
    assert caught.value.key == "file.damaged"


@pytest.mark.parametrize(("mode", "locking"), [("rw", "exclusive"), ("ro", "normal")])
def test_a_connection_trusts_nothing_and_waits_for_the_disk(path: Path, mode: str, locking: str) -> None:
    connection = opening.connect(path, mode)
    asked = ("synchronous", "fullfsync", "foreign_keys", "trusted_schema", "cell_size_check", "locking_mode")
    said = [connection.execute(f"PRAGMA {pragma}").fetchone()[0] for pragma in asked]
    connection.close()
    assert said == [3, 1, 1, 0, 1, locking]


def test_pages_that_are_counted_wrong(path: Path) -> None:
    """What is written next could fall on a page that is in use."""
    whole = bytearray(path.read_bytes())
    whole[36:40] = (3).to_bytes(4, "big")  # free pages, of which there are none
    path.write_bytes(whole)
    damaged(path)


def test_the_check_looks_into_the_indexes_too(path: Path) -> None:
    """An index that has lost a row: every row is read, yet its id could come back."""
    connection = sqlite3.connect(path)
    root, size, last = (
        connection.execute(query).fetchone()[0]
        for query in (
            "SELECT rootpage FROM sqlite_master WHERE name = 'sqlite_autoindex_participants_1'",
            "PRAGMA page_size",
            "SELECT max(id) FROM participants",
        )
    )
    connection.close()
    whole = bytearray(path.read_bytes())
    at = whole.index(last.encode(), (root - 1) * size, root * size) + len(last) - 1
    whole[at] = ord("~")
    path.write_bytes(whole)
    file.open(path).close()
    assert [problem.key for problem in file.check(path)] == ["file.damaged"]
