"""Upgrades: format by format, in one transaction, after a backup; and every stored session still opens."""

import json
import sqlite3
from collections.abc import Mapping
from pathlib import Path

import pytest
from sqlalchemy import Connection

from facilitator.model import gestures, plain
from facilitator.model.store import StoreError, aside, file, upgrades
from facilitator.model.store.journal import Journal
from facilitator.model.store.schema import FORMAT
from tests.model.rich import rich

FILES = Path(__file__).parents[2] / "files"


def test_every_format_has_its_stored_session() -> None:
    assert {path.name for path in FILES.glob("format-*")} == {
        f"format-{n}.{kind}" for n in range(1, FORMAT + 1) for kind in ("alliance", "json")
    }


@pytest.mark.parametrize("number", range(1, FORMAT + 1))
def test_a_stored_session_opens_and_says_what_it_said(number: int, tmp_path: Path) -> None:
    path = tmp_path / "stored.alliance"
    path.write_bytes((FILES / f"format-{number}.alliance").read_bytes())
    twin = plain.from_plain(json.loads((FILES / f"format-{number}.json").read_text("utf-8")))
    with file.open(path) as session:
        assert session.document == twin
        journal = Journal(session)
        if number == FORMAT:
            while journal.undo():
                pass
            assert journal.document == rich()
            while journal.redo():
                pass
            assert list(journal.document.actors) == ["a1", "a2", "a4"]
            journal.undo()
            assert journal.document == twin
    assert file.check(path) == []


@pytest.mark.parametrize("number", range(1, FORMAT))
def test_an_older_session_is_read_without_being_touched(number: int, tmp_path: Path) -> None:
    path = tmp_path / "stored.alliance"
    path.write_bytes((FILES / f"format-{number}.alliance").read_bytes())
    before = path.read_bytes()
    twin = plain.from_plain(json.loads((FILES / f"format-{number}.json").read_text("utf-8")))
    assert file.check(path) == []
    with file.open(path, read_only=True) as session:
        assert session.read_only
        assert session.document == twin
        session.copy_to(tmp_path / "copy.alliance")
    assert path.read_bytes() == before
    assert version(tmp_path / "copy.alliance")[0] == FORMAT


@pytest.mark.parametrize("read_only", [True, False])
def test_an_older_session_with_a_trigger_is_not_upgraded(read_only: bool, tmp_path: Path) -> None:
    path = tmp_path / "stored.alliance"
    path.write_bytes((FILES / "format-1.alliance").read_bytes())
    connection = sqlite3.connect(path)
    connection.execute("CREATE TRIGGER t AFTER DELETE ON entry BEGIN DELETE FROM actors; END")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError) as caught:
        file.open(path, read_only=read_only)
    assert caught.value.key == "file.altered"
    assert path.read_bytes() == before


def test_an_older_session_that_lacks_a_column_is_not_upgraded(tmp_path: Path) -> None:
    path = tmp_path / "stored.alliance"
    path.write_bytes((FILES / "format-1.alliance").read_bytes())
    connection = sqlite3.connect(path)
    connection.execute("ALTER TABLE actors DROP COLUMN wishes")
    connection.close()
    before = path.read_bytes()
    for read_only in (True, False):
        with pytest.raises(StoreError) as caught:
            file.open(path, read_only=read_only)
        assert caught.value.key == "file.damaged"
    assert path.read_bytes() == before


def old(path: Path, monkeypatch: pytest.MonkeyPatch, steps: Mapping[int, upgrades.Upgrade]) -> None:
    """Today's file as the old one: tomorrow's format is one further, and is reached by these steps."""
    monkeypatch.setattr(file, "FORMAT", FORMAT + 1)
    monkeypatch.setattr("facilitator.model.store.opening.FORMAT", FORMAT + 1)
    real = upgrades.upgrade
    monkeypatch.setattr(
        upgrades,
        "upgrade",
        lambda connection, found: real(connection, found, upgrades=steps, wanted=FORMAT + 1),
    )
    with sqlite3.connect(path) as connection:
        connection.execute(
            "INSERT INTO entry VALUES (1, '2026-11-22T10:00:00+00:00', 'x', 1, '', '[]', '[]', 0)"
        )
    connection.close()


def shout(connection: Connection) -> None:
    connection.exec_driver_sql("UPDATE actors SET name = upper(name)")


def version(path: Path) -> tuple[int, int]:
    connection = sqlite3.connect(path)
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    entries = connection.execute("SELECT count(*) FROM entry").fetchone()[0]
    connection.close()
    return found, entries


def test_an_older_session_is_brought_to_today(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old(path, monkeypatch, {FORMAT + 1: shout})
    with file.open(path, backup=False) as session:
        assert session.document.actors["a1"].name == "LES JARDINS DU GUé"
        journal = Journal(session)
        assert journal.next_undo is None
        assert journal.do(gestures.edit_workshop(title="Autre"))
    assert version(path) == (FORMAT + 1, 1)
    (backup,) = aside.backups(path)
    assert version(backup) == (FORMAT, 1)


def test_an_upgrade_that_fails_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half(connection: Connection) -> None:
        shout(connection)
        connection.exec_driver_sql("UPDATE nothing SET x = 1")

    old(path, monkeypatch, {FORMAT + 1: half})
    before = path.read_bytes()
    with pytest.raises(StoreError):
        file.open(path)
    assert path.read_bytes() == before


def test_an_upgrade_that_is_not_there(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old(path, monkeypatch, {})
    before = path.read_bytes()
    with pytest.raises(StoreError) as caught:
        file.open(path)
    assert caught.value.key == "file.damaged"
    assert path.read_bytes() == before


def test_no_upgrade_without_a_backup(path: Path, monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    old(path, monkeypatch, {FORMAT + 1: shout})
    (home / "state" / "backups").write_text("not a folder")
    before = path.read_bytes()
    with pytest.raises(StoreError) as caught:
        file.open(path)
    assert caught.value.key == "disk.error"
    assert path.read_bytes() == before
