"""A session file, and eyes on what lies beside it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.model.store import file
from facilitator.model.store.file import SessionFile
from facilitator.model.store.journal import Journal
from tests.model.rich import rich

NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a session of every table lies, closed."""
    folder = tmp_path / "Séances 100 % #1"
    folder.mkdir()
    where = folder / "Nourrir l’Œuf?.alliance"
    file.create(where, rich()).close()
    return where


@pytest.fixture
def session(path: Path) -> Iterator[SessionFile]:
    """That session, open."""
    with file.open(path) as opened:
        yield opened


@pytest.fixture
def journal(session: SessionFile) -> Journal:
    return Journal(session)


@pytest.fixture
def plain_user(tmp_path: Path) -> Iterator[None]:
    """Someone whom the disk can refuse: root is refused nothing."""
    if os.geteuid() != 0:
        yield
        return
    for folder in (tmp_path, *tmp_path.parents):
        if folder.owner() == "root" and not folder.stat().st_mode & 0o001:
            folder.chmod(folder.stat().st_mode | 0o011)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
