"""The desk: kept between two openings, never undone."""

import sqlite3
from pathlib import Path

import pytest

from facilitator.model import gestures
from facilitator.model.store import StoreError, file
from facilitator.model.store.desk import Desk
from facilitator.model.store.file import SessionFile
from facilitator.model.store.journal import Journal


def test_kept_until_the_next_opening(path: Path) -> None:
    with file.open(path) as session:
        desk = Desk(session)
        assert desk.get("zoom") is None
        assert desk.get("zoom", 1.0) == 1.0
        desk.set("zoom", 1.5)
        desk.set("zoom", 2.5)
        desk.set("last link", {"types": ["funding"], "status": "to_create", "é": None})
    with file.open(path) as session:
        desk = Desk(session)
        assert desk.get("zoom") == 2.5
        assert desk.get("last link") == {"types": ["funding"], "status": "to_create", "é": None}


def test_never_undone(session: SessionFile) -> None:
    journal, desk = Journal(session), Desk(session)
    journal.do(gestures.edit_workshop(title="Autre"))
    desk.set("step", "s2")
    journal.undo()
    assert desk.get("step") == "s2"
    assert Desk(session).get("step") == "s2"
    assert journal.undo() is None


def test_the_same_value_is_not_written_again(session: SessionFile) -> None:
    desk = Desk(session)
    desk.set("zoom", 2)
    written = session._raw.total_changes
    desk.set("zoom", 2)
    assert session._raw.total_changes == written


def test_what_cannot_be_read_is_as_if_it_was_not_there(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("INSERT INTO desk VALUES ('zoom', '{')")
    connection.commit()
    connection.close()
    with file.open(path) as session:
        assert Desk(session).get("zoom", 1) == 1


def test_a_full_disk(session: SessionFile) -> None:
    desk = Desk(session)
    session._raw.execute("PRAGMA max_page_count=1")
    with pytest.raises(StoreError) as caught:
        desk.set("zoom", "x" * 100_000)
    assert caught.value.key == "disk.full"
    assert desk.get("zoom") is None
