"""The journal: one gesture, one transaction, one entry; undone and redone, also another day."""

import json
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from facilitator.model import gestures
from facilitator.model.document import Actor, Document, Moment, blank
from facilitator.model.gestures import Refused
from facilitator.model.store import StoreError, file
from facilitator.model.store.file import SessionFile
from facilitator.model.store.history import Entry
from facilitator.model.store.journal import Journal
from tests.model.rich import rich


def titled(title: str, merge: str = "") -> gestures.Gesture:
    return gestures.edit_workshop(merge=merge, title=title)


def place(x: float, merge: str = "") -> gestures.Gesture:
    return gestures.place_actors({"a1": (x, 0.0)}, merge=merge)


def names(journal: Journal) -> list[tuple[str, bool]]:
    return [(entry.name, entry.undone) for entry in journal.entries()]


def stored(path: Path) -> Document:
    """What the file says once it is closed."""
    with file.open(path, read_only=True) as session:
        return session.document


@pytest.fixture
def limited(journal: Journal, session: SessionFile) -> Journal:
    """A journal whose disk has no page left."""
    session._raw.execute("PRAGMA max_page_count=1")  # SQLite keeps to the pages there are
    return journal


def test_a_gesture_is_an_entry(journal: Journal, session: SessionFile, path: Path) -> None:
    start = datetime.now(UTC)
    entry = journal.do(gestures.delete_actors(["a1", "a2"]))
    assert entry
    assert (entry.id, entry.name, entry.count, entry.undone) == (1, "actor.delete", 2, False)
    assert entry.touched == ("a1", "a2")
    assert start <= entry.at <= datetime.now(UTC)
    assert entry.at.tzinfo is UTC
    assert journal.next_undo == entry
    assert journal.next_redo is None
    assert journal.entries() == [entry]
    after = journal.document
    session.close()
    assert stored(path) == after


def test_what_changes_nothing_is_no_entry(journal: Journal) -> None:
    before = journal.document
    assert journal.do(titled(before.workshop.title)) is None
    assert journal.document is before
    assert journal.entries() == []


def test_what_is_refused_leaves_everything_as_it_was(journal: Journal) -> None:
    before = journal.document
    with pytest.raises(Refused) as caught:
        journal.do(gestures.edit_actor("gone", pinned=True))
    assert caught.value.key == "gone"
    with pytest.raises(Refused) as caught:
        journal.do(gestures.edit_actor("a1", influence=101))
    assert (caught.value.key, caught.value.values["field"]) == ("number.range", "influence")
    assert journal.document is before
    assert journal.entries() == []


def test_undo_and_redo(journal: Journal) -> None:
    documents = [journal.document]
    for gesture in (place(1), gestures.delete_step("s2"), gestures.add_actor(Actor("n", "Neuf", "other"))):
        journal.do(gesture)
        documents.append(journal.document)
    for expected in reversed(documents[:-1]):
        undone = journal.undo()
        assert undone
        assert undone.undone
        assert journal.next_redo == undone
        assert journal.document == expected
    assert journal.undo() is None
    assert journal.next_undo is None
    assert [undone for _, undone in names(journal)] == [True, True, True]
    for expected in documents[1:]:
        redone = journal.redo()
        assert redone
        assert not redone.undone
        assert journal.next_undo == redone
        assert journal.document == expected
    assert journal.redo() is None


def test_undo_and_redo_survive_the_night(path: Path) -> None:
    with file.open(path) as session:
        journal = Journal(session)
        for n in range(4):
            journal.do(titled(f"Titre {n}"))
        journal.undo()
    with file.open(path) as session:
        journal = Journal(session)
        assert journal.next_undo
        assert journal.next_redo
        assert (journal.next_undo.id, journal.next_redo.id) == (3, 4)
        assert [(e.id, e.undone) for e in journal.entries(2)] == [(4, True), (3, False)]
        journal.redo()
        assert journal.document.workshop.title == "Titre 3"
        for _ in range(4):
            journal.undo()
        assert journal.document == rich()


def test_a_new_gesture_discards_what_was_undone(journal: Journal) -> None:
    for n in range(3):
        journal.do(titled(f"Titre {n}"))
    journal.undo()
    journal.undo()
    journal.do(place(5))
    assert names(journal) == [("actor.place", False), ("workshop.edit", False)]
    assert journal.next_redo is None
    assert journal.redo() is None


def test_gestures_of_one_key_are_one_entry(journal: Journal) -> None:
    first = journal.do(titled("N", "title-1"))
    second = journal.do(titled("No", "title-1"))
    assert first
    assert second
    assert first.id == second.id == 1
    assert second.at >= first.at
    assert len(journal.entries()) == 1
    journal.do(titled("Nou", "title-2"))
    journal.do(titled("Nour"))
    journal.do(titled("Nourr"))
    assert len(journal.entries()) == 4
    for _ in range(4):
        journal.undo()
    assert journal.document == rich()


def test_a_merged_entry_counts_all_it_touched(journal: Journal) -> None:
    journal.do(gestures.place_actors({"a1": (0, 0)}, merge="drag"))
    entry = journal.do(gestures.place_actors({"a2": (0, 0)}, merge="drag"))
    assert entry
    assert entry.touched == ("a1", "a2")
    assert entry.count == 2


def test_merging_goes_on_after_reopening(path: Path) -> None:
    for title in ("N", "No"):
        with file.open(path) as session:
            Journal(session).do(titled(title, "title-1"))
    with file.open(path) as session:
        journal = Journal(session)
        assert len(journal.entries()) == 1
        journal.undo()
        assert journal.document == rich()


def test_merged_to_nothing_is_no_entry(journal: Journal) -> None:
    journal.do(place(1))
    journal.do(titled("Autre", "title-1"))
    entry = journal.do(titled(rich().workshop.title, "title-1"))
    assert entry
    assert names(journal) == [("actor.place", False)]
    assert journal.next_undo
    assert journal.next_undo.name == "actor.place"
    journal.undo()
    assert journal.document == rich()


def test_after_an_undo_the_same_key_starts_another_entry(journal: Journal) -> None:
    journal.do(titled("A", "title-1"))
    journal.do(place(1))
    journal.undo()
    journal.do(titled("AB", "title-1"))
    assert names(journal) == [("workshop.edit", False), ("workshop.edit", False)]


def test_watchers_are_told_in_order_and_until_they_stop(journal: Journal) -> None:
    told: list[tuple[str, Document, Document, bool]] = []
    once: list[Entry] = []

    def first(before: Document, after: Document, entry: Entry) -> None:
        if entry.name == "workshop.edit" and not once:
            once.append(entry)
            journal.do(place(7))  # told after what it answers

    stop_first = journal.watch(first)
    stop = journal.watch(lambda before, after, entry: told.append((entry.name, before, after, entry.undone)))
    start = journal.document
    journal.do(titled("Autre"))
    assert [name for name, *_ in told] == ["workshop.edit", "actor.place"]
    assert told[0][1] is start
    assert told[0][2] is told[1][1]
    assert told[1][2] is journal.document
    stop_first()
    journal.undo()
    assert told[-1][0] == "actor.place"
    assert told[-1][3]
    journal.redo()
    assert not told[-1][3]
    stop()
    stop()
    journal.undo()
    assert len(told) == 4


def test_a_watcher_that_fails_takes_nothing_back(journal: Journal) -> None:
    def fail(before: Document, after: Document, entry: Entry) -> None:
        raise ZeroDivisionError

    stop = journal.watch(fail)
    with pytest.raises(ZeroDivisionError):
        journal.do(titled("Autre"))
    stop()
    assert journal.document.workshop.title == "Autre"
    journal.undo()
    assert journal.document == rich()


def test_a_full_disk_leaves_everything_as_it_was(limited: Journal, session: SessionFile, path: Path) -> None:
    before = limited.document
    long = gestures.edit_workshop(essentials="long " * 3_900)
    for _ in range(2):
        with pytest.raises(StoreError) as caught:
            limited.do(long)
        assert caught.value.key == "disk.full"
        assert limited.document is before
        assert limited.entries() == []
    session._raw.execute("PRAGMA max_page_count=1000000")
    limited.do(long)  # room was made
    limited.undo()
    session._raw.execute("PRAGMA max_page_count=1")
    session.close()
    assert stored(path) == before
    assert file.check(path) == []


def test_a_disk_full_at_undo(journal: Journal, session: SessionFile) -> None:
    journal.do(gestures.edit_workshop(essentials="long " * 3_900))
    journal.do(gestures.edit_workshop(essentials=""))
    session._raw.execute("PRAGMA incremental_vacuum")
    session._raw.execute("VACUUM")
    session._raw.execute("PRAGMA max_page_count=1")
    before = journal.document
    with pytest.raises(StoreError) as caught:
        journal.undo()
    assert caught.value.key == "disk.full"
    assert journal.document is before
    assert journal.next_undo
    assert journal.next_undo.id == 2
    session._raw.execute("PRAGMA max_page_count=1000000")
    journal.undo()
    assert journal.document.workshop.essentials.startswith("long")


def tampered(path: Path, changes: object) -> None:
    connection = sqlite3.connect(path)
    text = changes if isinstance(changes, str) else json.dumps(changes)
    connection.execute("UPDATE entry SET changes = ?", (text,))
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    "changes",
    [
        "{",
        "[" * 100_000,
        [{"table": "actors", "id": "a1", "before": {"x": 0.0}, "after": {"x": 999.0}}],
        [{"table": "actors", "id": "a1", "before": {"x": 1e9}, "after": {"x": 3.0}}],
        [{"table": "actors", "id": "zz", "before": {"id": "zz"}, "after": None}],
    ],
)
def test_a_history_that_does_not_fit_is_not_followed(path: Path, changes: object) -> None:
    with file.open(path) as session:
        Journal(session).do(place(3))
    tampered(path, changes)
    with file.open(path) as session:
        journal = Journal(session)
        before = journal.document
        with pytest.raises(StoreError) as caught:
            journal.undo()
        assert caught.value.key == "history.damaged"
        assert journal.document is before
        journal.do(titled("La séance continue"))


def test_an_entry_without_a_date(path: Path) -> None:
    with file.open(path) as session:
        Journal(session).do(place(3))
    connection = sqlite3.connect(path)
    connection.execute("UPDATE entry SET at = 'hier'")
    connection.commit()
    connection.close()
    with file.open(path) as session, pytest.raises(StoreError) as caught:
        Journal(session)
    assert caught.value.key == "history.damaged"


def test_what_the_file_cannot_hold_is_refused_by_it_too(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rules come first; were one forgotten, the file's own references would still hold."""
    monkeypatch.setattr("facilitator.model.store.journal.rules.broken", lambda *_: ())
    before = journal.document
    with pytest.raises(StoreError) as caught:
        journal.do(gestures.edit_actor("a1", category="gone"))
    assert caught.value.key == "disk.error"
    assert journal.document is before
    journal.do(place(4))


@pytest.mark.parametrize(
    "change",
    [
        "changes = '{'",
        "changes = '{}'",
        "changes = '[{}]'",
        "changes = replace(changes, 'actors', 'links')",
        "touched = 'x'",
        "at = 'yesterday'",
        "undone = 1 - undone",
        "undone = 2",
    ],
)
def test_a_history_altered_by_hand_is_found_by_the_check(tmp_path: Path, change: str) -> None:
    path = tmp_path / "s.alliance"
    with file.create(path, blank()) as session:
        journal = Journal(session)
        for number in range(3):
            journal.do(gestures.add_actor(Actor(f"a{number}", f"Acteur {number}", "other")))
        journal.undo()
    assert file.check(path) == []
    connection = sqlite3.connect(path)
    connection.execute(f"UPDATE entry SET {change} WHERE id = 2")
    connection.commit()
    connection.close()
    assert [problem.key for problem in file.check(path)] == ["history.damaged"]


def test_a_moment_is_found_again_in_the_history(tmp_path: Path) -> None:
    path = tmp_path / "s.alliance"
    with file.create(path, rich()) as session:
        journal = Journal(session)
        journal.do(gestures.edit_actor("a2", name="Avant"))
        then = journal.document
        journal.do(gestures.take_moment(Moment("t9", "Fin")))
        journal.do(gestures.edit_moment("t9", name="Fin du recensement"))
        journal.do(gestures.delete_actors(["a2"]))
        journal.undo()
        journal.redo()
    with file.open(path) as session:
        journal = Journal(session)
        assert journal.at_moment("t9") == then
        assert journal.at_moment("t1") is None, "its history was lost"
        while journal.next_undo and journal.next_undo.name != "actor.edit":
            journal.undo()
        assert journal.at_moment("t9") is None, "it is not taken any more"


def test_a_moment_named_anew_after_its_history_was_lost_is_not_found_at_its_new_name(tmp_path: Path) -> None:
    with file.create(tmp_path / "s.alliance", rich()) as session:
        journal = Journal(session)
        journal.do(gestures.edit_actor("a2", domain="Eau"))
        journal.do(gestures.edit_moment("t1", name="Autre nom", in_minutes=True))
        journal.do(gestures.take_moment(Moment("t9", "Fin", in_minutes=True)))
        then = journal.document
        journal.do(gestures.edit_actor("a2", domain="Air"))
        assert journal.at_moment("t1") is None
        (found,) = journal.printed_moments().items()
        assert found[0] == "t9"
        assert found[1].actors == then.actors


@pytest.mark.parametrize("written", ["'[1]'", "CAST(x'c328' AS TEXT)"], ids=["no changes", "no letters"])
def test_a_damaged_history_keeps_nobody_from_the_minutes(
    journal: Journal, session: SessionFile, written: str
) -> None:
    journal.do(gestures.take_moment(Moment("t9", "Fin", in_minutes=True)))
    with session.writing() as connection:
        connection.exec_driver_sql(f"UPDATE entry SET changes = {written}")
    with pytest.raises(StoreError):
        journal.at_moment("t9")
    assert journal.printed_moments() == {}


def test_what_came_before_a_moment_is_not_read_for_it(journal: Journal, session: SessionFile) -> None:
    journal.do(titled("Avant"))
    journal.do(gestures.take_moment(Moment("t9", "Fin", in_minutes=True)))
    journal.do(titled("Plus tard"))
    (*before, _taken, _later) = sorted(entry.id for entry in journal.entries())
    with session.writing() as connection:
        connection.exec_driver_sql(
            f"UPDATE entry SET changes = CAST(x'c328' AS TEXT) WHERE id <= {max(before)}"
        )
    was = journal.at_moment("t9")
    assert was is not None
    assert was.workshop.title == "Avant"


def test_a_moment_is_looked_for_once(journal: Journal, session: SessionFile) -> None:
    journal.do(gestures.take_moment(Moment("t9", "Fin", in_minutes=True)))
    journal.do(titled("Plus tard"))
    was = journal.at_moment("t9")
    assert was is not None
    journal.do(titled("Encore plus tard"))
    assert journal.at_moment("t9") is was
    assert journal.printed_moments()["t9"] is was
    journal.do(gestures.delete_moment("t9"))
    assert journal.at_moment("t9") is None
    journal.undo()
    assert journal.at_moment("t9") is was
    while journal.undo():
        pass
    assert journal.at_moment("t9") is None
    while journal.redo():
        pass
    assert journal.at_moment("t9") is None, "deleted again"
