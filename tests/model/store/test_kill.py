"""Killed at any moment: the file opens, is whole, and every gesture that was acknowledged is there."""

import random
import subprocess
import sys
from pathlib import Path

from facilitator.model import gestures, plain
from facilitator.model.document import Actor, Document
from facilitator.model.store import file
from facilitator.model.store.journal import Journal
from tests.model.rich import rich
from tests.model.store.session_to_kill import gesture

KILLS = 15
SEED = 20261122


def told_until_killed(path: Path, first: int, after: int, later: float) -> int:
    """Lets a process work, kills it a moment after that many gestures; how many it told of."""
    command = [sys.executable, "-m", "tests.model.store.session_to_kill", str(path), str(SEED), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n"
        told = 0
        while told < after and child.stdout.readline():
            told += 1
        try:
            child.wait(later)  # not to wait for anything: to fall anywhere within the next gestures
        except subprocess.TimeoutExpired:
            child.kill()
        told += len(child.stdout.read().split("\n")) - 1
    assert child.returncode < 0
    return told


def with_eight(document: Document) -> Document:
    for n in range(8):
        document = gestures.add_actor(Actor(f"start{n}", f"Acteur {n}", "other"))(document)
    return document


def test_killed(tmp_path: Path) -> None:
    path = tmp_path / "s.alliance"
    expected = with_eight(rich())
    file.create(path, expected).close()
    chance = random.Random(SEED)
    number = 0
    for _ in range(KILLS):
        told = told_until_killed(path, number, chance.randrange(1, 12), chance.random() * 0.02)
        with file.open(path, backup=False) as session:
            found = Journal(session).document
        assert file.check(path) == []
        for _ in range(told):
            expected = gesture(expected, SEED, number)(expected)
            number += 1
        if found != expected:  # one more was on the disk, and not yet told
            expected = gesture(expected, SEED, number)(expected)
            number += 1
        assert plain.to_plain(found) == plain.to_plain(expected)
        assert [other.name for other in tmp_path.iterdir()] == [path.name]
    assert number >= KILLS
    with file.open(path, backup=False) as session:
        journal = Journal(session)
        while journal.undo():
            pass
        assert journal.document == with_eight(rich())
