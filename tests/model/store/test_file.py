"""Session files: created, opened, refused, copied, checked, and never harmed."""

import os
import shutil
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from facilitator import paths
from facilitator.model import gestures, journey
from facilitator.model.document import Document, blank
from facilitator.model.store import StoreError, aside, errors, file, schema
from facilitator.model.store.desk import Desk
from facilitator.model.store.file import SessionFile
from facilitator.model.store.journal import Journal
from facilitator.model.store.schema import APPLICATION, FORMAT
from tests.model.rich import rich


def beside(path: Path) -> dict[str, bytes]:
    """Everything in the folder of a file, to the byte."""
    return {other.name: other.read_bytes() for other in path.parent.iterdir() if other.is_file()}


def refused(path: Path, key: str, *, read_only: bool = False) -> StoreError:
    """Opening is refused with that key, and nothing in the folder has changed."""
    before = beside(path)
    with pytest.raises(StoreError) as caught:
        file.open(path, read_only=read_only)
    assert caught.value.key == key
    assert caught.value.values["name"] == path.name
    assert beside(path) == before
    return caught.value


def tampered(path: Path, *statements: str) -> None:
    """What another program did to the file."""
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


# Created and opened


@pytest.mark.parametrize("document", [rich(), blank(), journey.new_document("Essai", "en")])
def test_what_is_created_is_what_is_opened(tmp_path: Path, document: Document) -> None:
    path = tmp_path / "s.alliance"
    with file.create(path, document) as session:
        assert session.document == document
        assert not session.read_only
    with file.open(path) as session:
        assert session.document == document
        assert list(session.document.actors) == list(document.actors)
    assert list(beside(path)) == [path.name]


def test_the_file_says_what_it_is(path: Path) -> None:
    head = path.read_bytes()[:100]
    assert int.from_bytes(head[68:72], "big") == APPLICATION
    assert int.from_bytes(head[60:64], "big") == FORMAT
    assert head[18:20] == b"\x01\x01"  # a rollback journal, not WAL


def test_a_new_session_never_takes_the_place_of_a_file(path: Path) -> None:
    before = beside(path)
    with pytest.raises(StoreError) as caught:
        file.create(path, blank())
    assert caught.value.key == "file.exists"
    assert beside(path) == before


def test_a_document_that_breaks_a_rule_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        file.create(tmp_path / "s.alliance", Document())
    assert caught.value.key == "file.rules"
    assert caught.value.values["rule"] == "categories.empty"
    assert not beside(tmp_path / "s.alliance")


def test_what_fails_while_it_is_created_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema.Table.metadata, "create_all", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        file.create(tmp_path / "s.alliance", blank())
    assert not beside(tmp_path / "s.alliance")


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        file.create(tmp_path / "none" / "s.alliance", blank())
    assert caught.value.key == "file.unreachable"


@pytest.mark.usefixtures("plain_user")
def test_a_folder_where_nothing_can_be_created(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        file.create(Path("/") / "s.alliance", blank())
    assert caught.value.key == "file.unwritable"


def test_while_it_is_open_nothing_lies_beside_but_its_journal(journal: Journal, path: Path) -> None:
    journal.do(gestures.place_actors({"a1": (0, 0)}))
    assert {other.name for other in path.parent.iterdir()} == {path.name, f"{path.name}-journal"}


def test_closing_leaves_the_file_alone_and_may_be_done_twice(session: SessionFile, path: Path) -> None:
    Journal(session).do(gestures.place_actors({"a1": (0, 0)}))
    session.close()
    session.close()
    assert list(beside(path)) == [path.name]
    with pytest.raises(StoreError) as caught:
        Desk(session)
    assert caught.value.key == "file.closed"
    with pytest.raises(StoreError) as caught:
        session.copy_to(path.with_name("copy.alliance"))
    assert caught.value.key == "file.closed"


def test_a_relative_path_holds_wherever_one_goes(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    with file.open(Path(path.name)) as session:
        monkeypatch.chdir(tmp_path)
        assert session.path == path
        assert Journal(session).do(gestures.edit_workshop(title="Autre"))


# Files that are no good: refused, and as they were


def test_missing_or_a_folder(tmp_path: Path) -> None:
    refused(tmp_path / "none.alliance", "file.missing")
    refused(tmp_path, "file.folder")


def test_a_name_no_disk_can_hold(tmp_path: Path) -> None:
    refused(tmp_path / ("x" * 300), "file.unreachable")


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(
    "content", [b"", b"Mes notes\n" * 500, b"\x00" * 8192, b"%PDF-1.7\n", b"SQLite format 3\x00"]
)
def test_another_kind_of_file(tmp_path: Path, content: bytes, read_only: bool) -> None:
    path = tmp_path / "s.alliance"
    path.write_bytes(content)
    refused(path, "file.not_a_session", read_only=read_only)


def test_the_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "s.alliance"
    tampered(
        path, "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT)", "INSERT INTO notes VALUES (1, 'x')"
    )
    refused(path, "file.not_a_session")


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.95])
def test_truncated(path: Path, kept: float) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * kept)])
    refused(path, "file.damaged")


def test_pages_zeroed(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    whole[8192:65536] = bytes(65536 - 8192)
    path.write_bytes(whole)
    refused(path, "file.damaged")


def test_a_newer_format_can_only_be_read(path: Path) -> None:
    tampered(
        path,
        "PRAGMA user_version=7",
        "ALTER TABLE actors ADD COLUMN mood TEXT",
        "CREATE TABLE moods (id TEXT)",
    )
    assert refused(path, "file.newer").values["format"] == 7
    before = beside(path)
    with file.open(path, read_only=True) as session:
        assert session.read_only
        assert session.document == rich()
        with pytest.raises(StoreError, match=r"file\.newer"), session.writing():
            pass
    assert beside(path) == before


def test_a_newer_format_without_what_is_known(path: Path) -> None:
    tampered(path, "PRAGMA user_version=7", "ALTER TABLE actors RENAME COLUMN wishes TO hopes")
    refused(path, "file.newer", read_only=True)


@pytest.mark.parametrize("number", [0, -1])
def test_a_format_that_never_was(path: Path, number: int) -> None:
    tampered(path, f"PRAGMA user_version={number}")
    refused(path, "file.damaged")


@pytest.mark.parametrize(
    "hostile",
    [
        "CREATE TRIGGER t AFTER UPDATE ON actors BEGIN DELETE FROM links; END",
        "CREATE VIEW spies AS SELECT name FROM participants",
        "CREATE TABLE extra (id TEXT)",
        "CREATE VIRTUAL TABLE words USING fts5(text)",
        "ALTER TABLE actors ADD COLUMN mood TEXT",
        "ALTER TABLE actors ADD COLUMN twice TEXT AS (name || name)",
    ],
)
def test_what_another_program_added(path: Path, hostile: str) -> None:
    tampered(path, hostile)
    refused(path, "file.altered")
    refused(path, "file.altered", read_only=True)


def test_statistics_of_another_program_do_no_harm(path: Path) -> None:
    tampered(path, "ANALYZE")
    file.open(path).close()


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ("DROP TABLE votes", "file.damaged"),
        ("ALTER TABLE actors DROP COLUMN wishes", "file.damaged"),
        ("DELETE FROM workshop", "file.damaged"),
        (
            "INSERT INTO background SELECT 'other', kind, '', '', '', image, x, y, width, height FROM background",
            "file.damaged",
        ),
        ("UPDATE actors SET presence = 'ghost'", "file.damaged"),
        ("UPDATE actors SET pinned = 2", "file.damaged"),
        ("UPDATE actors SET name = CAST(X'ff41' AS TEXT)", "file.damaged"),
        ("UPDATE actors SET odds = '{}'", "file.damaged"),
        ("UPDATE actors SET odds = '[[]]'", "file.damaged"),
        ("UPDATE actors SET odds = '['", "file.damaged"),
        ("UPDATE actors SET odds = '" + "[" * 100_000 + "'", "file.damaged"),
        ("UPDATE links SET partnerships = '[\"love\"]'", "file.damaged"),
        ("UPDATE actors SET category = 'gone'", "file.damaged"),
        ("UPDATE actors SET name = ' x'", "file.rules"),
        ("UPDATE actors SET x = 9e999 WHERE id = 'a1'", "file.rules"),
        ("UPDATE actors SET name = replace(hex(zeroblob(5000000)), '0', 'x')", "file.rules"),
        ("UPDATE links SET target = source", "file.rules"),
        ("UPDATE links SET types = '[\"gone\"]'", "file.rules"),
        ("DELETE FROM categories WHERE id = 'coop'", "file.damaged"),
    ],
)
def test_rows_that_cannot_be(path: Path, change: str, key: str) -> None:
    tampered(path, change)
    refused(path, key)
    assert [problem.key for problem in file.check(path)][:1] == [key]


# Read-only


def test_read_only_on_demand(path: Path) -> None:
    before = beside(path)
    with file.open(path, read_only=True) as session, file.open(path, read_only=True) as again:
        assert session.document == again.document == rich()
        journal = Journal(session)
        with pytest.raises(StoreError) as caught:
            journal.do(gestures.place_actors({"a1": (0, 0)}))
        assert caught.value.key == "file.read_only"
        assert journal.document == rich()
        desk = Desk(session)
        desk.set("zoom", 2)
        assert desk.get("zoom") == 2
    assert beside(path) == before


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_cannot_be_written_is_read(
    path: Path, what: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    for folder in (tmp_path, path.parent):
        folder.chmod(0o755)
    path.chmod(0o444 if what == "file" else 0o666)
    path.parent.chmod(0o777 if what == "file" else 0o555)
    before = beside(path)
    request.getfixturevalue("plain_user")
    with file.open(path) as session:
        assert session.read_only
        assert session.document == rich()
    assert beside(path) == before


def test_one_interrupted_where_nothing_can_be_written(path: Path) -> None:
    """Its journal holds what must be put back first: reading it as it is would show half a gesture."""
    interrupted(path)
    refused(path, "file.unfinished", read_only=True)
    with file.open(path) as session:
        assert session.document == rich()


def interrupted(path: Path) -> None:
    """As a power cut leaves it: the pages half written, the journal whole."""
    scene = path.with_name("scene")
    scene.mkdir()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA cache_size=1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE images SET data = zeroblob(400000)")
    connection.execute("UPDATE actors SET name = 'half'")
    shutil.copy(path, scene)
    shutil.copy(path.with_name(path.name + "-journal"), scene)
    connection.execute("ROLLBACK")
    connection.close()
    for left in list(scene.iterdir()):
        left.replace(path.with_name(left.name))
    scene.rmdir()


# One at a time


HOLDER = """
    import sys
    from pathlib import Path
    from facilitator.model.store import file
    with file.open(Path(sys.argv[1])):
        print("open", flush=True)
        sys.stdin.read()
"""


def test_a_second_process_is_told_since_when_it_is_open(path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(HOLDER), str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdin is not None
        assert holder.stdout.readline() == "open\n"
        said = refused(path, "file.locked")
        since = datetime.fromisoformat(str(said.values["since"]))
        assert 0 <= (datetime.now(UTC) - since).total_seconds() < 60
        refused(path, "file.locked", read_only=True)
        assert [problem.key for problem in file.check(path)] == ["file.locked"]
        holder.stdin.close()
        holder.wait()
    file.open(path).close()


def test_twice_in_one_process(path: Path) -> None:
    with file.open(path) as session:
        with pytest.raises(StoreError) as caught:
            file.open(path)
        assert caught.value.key == "file.locked"
        Journal(session).do(gestures.place_actors({"a1": (0, 0)}))
    assert aside.open_since(path) == ""


def test_since_when_is_not_known_of_another_computer(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert refused(path, "file.locked").values["since"] == ""
    aside.note_open(path)
    next((paths.state() / "open").iterdir()).write_text("?")
    assert refused(path, "file.locked").values["since"] == ""
    other.close()


# Copies and backups


def test_a_copy_is_the_session_with_its_history(
    journal: Journal, session: SessionFile, tmp_path: Path
) -> None:
    journal.do(gestures.place_actors({"a1": (0, 0)}))
    copy = tmp_path / "copy.alliance"
    session.copy_to(copy)
    assert list(beside(copy)) == ["copy.alliance"]
    with file.open(copy) as other:
        again = Journal(other)
        assert again.document == journal.document
        again.undo()
        assert again.document == rich()


def test_a_copy_replaces_only_what_it_is_told_to(session: SessionFile, path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.alliance"
    copy.write_text("précieux")
    with pytest.raises(StoreError) as caught:
        session.copy_to(copy)
    assert caught.value.key == "file.exists"
    assert copy.read_text() == "précieux"
    session.copy_to(copy, replace=True)
    assert file.check(copy) == []
    with pytest.raises(StoreError) as caught:
        session.copy_to(path, replace=True)
    assert caught.value.key == "file.itself"
    with pytest.raises(StoreError) as caught:
        session.copy_to(tmp_path / "none" / "copy.alliance")
    assert caught.value.key == "file.unreachable"
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(StoreError) as caught:
        session.copy_to(folder, replace=True)
    assert caught.value.key == "disk.error"
    assert {other.name for other in tmp_path.iterdir()} == {"copy.alliance", "folder", path.parent.name}


def test_each_opening_keeps_a_backup_of_what_was_new(path: Path) -> None:
    for n in range(13):
        with file.open(path) as session:
            Journal(session).do(gestures.edit_workshop(title=f"Titre {n}"))
    kept = aside.backups(path)
    assert len(kept) == aside.KEPT
    with file.open(kept[-1], backup=False, read_only=True) as last:
        assert last.document.workshop.title == "Titre 11"
    with file.open(kept[0], backup=False, read_only=True) as first:
        assert first.document.workshop.title == "Titre 2"
    file.open(path).close()
    newest = aside.backups(path)
    assert len(newest) == aside.KEPT
    file.open(path).close()
    assert aside.backups(path) == newest
    assert list(beside(path)) == [path.name]


def test_backups_of_namesakes_are_kept_apart(path: Path, tmp_path: Path) -> None:
    other = tmp_path / path.name
    shutil.copy(path, other)
    file.open(path).close()
    file.open(other).close()
    assert len(aside.backups(path)) == len(aside.backups(other)) == 1


def test_a_backup_that_cannot_be_made_is_said_and_the_session_opens(path: Path, home: Path) -> None:
    (home / "state" / "backups").write_text("not a folder")
    with file.open(path) as session:
        assert session.unprotected
        assert session.unprotected.key == "disk.error"
        assert session.document == rich()
    with file.open(path, backup=False) as session:
        assert session.unprotected is None


# Moved or removed while it is open


@pytest.mark.parametrize(
    "gone", [lambda path: path.unlink(), lambda path: path.rename(path.with_name("elsewhere.alliance"))]
)
def test_moved_or_removed_under_an_open_session(
    journal: Journal, session: SessionFile, path: Path, tmp_path: Path, gone: Callable[[Path], object]
) -> None:
    journal.do(gestures.edit_workshop(title="Avant"))
    gone(path)
    with pytest.raises(StoreError) as caught:
        journal.do(gestures.edit_workshop(title="Après"))
    assert caught.value.key == "file.moved"
    assert journal.document.workshop.title == "Avant"
    session.copy_to(tmp_path / "saved.alliance")
    with file.open(tmp_path / "saved.alliance") as saved:
        assert saved.document.workshop.title == "Avant"


def test_another_file_put_in_its_place(journal: Journal, path: Path, tmp_path: Path) -> None:
    shutil.copy(path, tmp_path / "older.alliance")
    os.replace(tmp_path / "older.alliance", path)  # noqa: PTH105  what a sync program does
    with pytest.raises(StoreError) as caught:
        journal.do(gestures.edit_workshop(title="Après"))
    assert caught.value.key == "file.moved"


# Checked


def test_check_finds_nothing_wrong(path: Path) -> None:
    before = beside(path)
    assert file.check(path) == []
    assert beside(path) == before


def test_check_lists_every_broken_rule(path: Path) -> None:
    tampered(path, "UPDATE actors SET name = ' x' WHERE id IN ('a1', 'a2')")
    problems = file.check(path)
    assert [(p.key, p.values["rule"], p.values["id"]) for p in problems] == [
        ("file.rules", "text.untidy", "a1"),
        ("file.rules", "text.untidy", "a2"),
    ]


def test_check_of_what_is_no_session(tmp_path: Path) -> None:
    assert [p.key for p in file.check(tmp_path / "none")] == ["file.missing"]
    (tmp_path / "x").write_text("x" * 5000)
    assert [p.key for p in file.check(tmp_path / "x")] == ["file.not_a_session"]


def test_every_key_raised_is_known() -> None:
    room = Path(errors.__file__).parent
    text = "".join(source.read_text() for source in room.glob("*.py"))
    assert all(f'"{key}"' in text for key in errors.KEYS)
    assert set(errors._BY_CODE.values()) <= set(errors.KEYS)


def test_an_unusual_answer_of_the_disk_is_told_as_it_is() -> None:
    assert errors.store_error(sqlite3.OperationalError("strange")).key == "disk.error"


def test_document_follows_the_journal(journal: Journal, session: SessionFile) -> None:
    journal.do(gestures.edit_workshop(title="Autre"))
    assert session.document is journal.document
    assert session.document == replace(rich(), workshop=replace(rich().workshop, title="Autre"))
