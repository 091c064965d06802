"""Whatever the wall is asked to show, nothing of what the room may not read is on it, nor in what is left behind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator import paths
from facilitator.model import gestures as g
from facilitator.model.decor import Colouring, Measure
from facilitator.model.document import Document
from facilitator.model.store import file
from facilitator.model.vocabulary import BackgroundKind
from facilitator.ui import crash, remembered
from facilitator.ui.board import KINDS, Kind
from facilitator.ui.errands import note_left
from facilitator.ui.projection.projector import Projector
from facilitator.ui.window import Window
from facilitator.ui.workspace import Workspace
from tests.test_exits import CONFIDENTIAL, NEVER, marked
from tests.ui.projection.conftest import on_wall, texts
from tests.ui.texts import read

WITHHELD = (*NEVER, *CONFIDENTIAL, "NOMMEE", "TENDUQUESTION")


@pytest.fixture
def small() -> Document:
    """The session in which all that is withheld has a mark."""
    return marked()


@pytest.fixture
def wall(console: Window, projected: Projector, qtbot: QtBot) -> Projector:
    """The wall once everything is known that can decorate its map."""
    console.workspace.decorations.ring(Measure.TOUCH)
    console.workspace.decorations.colour(Colouring.TYPE)
    console.workspace.decorations.turn_pillars()
    projected.stage.turn("decorations", True)
    projected.resize(1280, 720)
    qtbot.waitUntil(lambda: bool(projected._dresser.dressing.rings))
    return projected


def on_it(wall: Projector) -> Iterator[str]:
    """All it says, to eyes and to who does not see."""
    QApplication.processEvents()
    yield wall.windowTitle()
    yield from read(wall, hidden=True)
    bands = (wall.beside.banner, wall.beside.foot, wall.beside.page, wall.beside.board)
    yield texts(*(band.picture for band in bands), wall.map.picture.flat(), *wall.beside.leaves)


def marks_in(words: Iterator[str]) -> list[str]:
    said = " ".join(words).casefold()
    return [mark for mark in WITHHELD if mark.casefold() in said]


def test_no_page_of_the_wall_tells_it(workspace: Workspace, wall: Projector) -> None:
    assert "OUVERTACT" in " ".join(on_it(wall)), "else nothing is read"
    for kind in KINDS:
        for subject in ("", *(workspace.document.items if kind == "item" else ())):
            if kind != "minutes":  # pages of another process, which has tests of its own
                workspace.board.show(kind, subject)
                assert marks_in(on_it(wall)) == [], (kind, subject)


@pytest.mark.parametrize("kind", BackgroundKind)
def test_nothing_under_its_map_nor_around_it_tells_it(
    kind: BackgroundKind, workspace: Workspace, wall: Projector
) -> None:
    workspace.do(g.edit_background(kind=kind))
    wall.resize(1600, 1000)
    assert marks_in(on_it(wall)) == []
    workspace.show_step("s")
    workspace.board.show("map")
    assert "Et … ?" in " ".join(on_it(wall))
    assert marks_in(on_it(wall)) == []
    wall.stage.turn("blank")
    assert "Séance" in " ".join(on_it(wall))
    assert marks_in(on_it(wall)) == []


@pytest.mark.parametrize("off", [("a3",), ("k2",), ("k1",), ("a1", "a3"), ("k3", "a2")])
def test_a_what_if_of_what_it_does_not_show_is_not_told(
    off: tuple[str, ...], workspace: Workspace, wall: Projector
) -> None:
    workspace.what_if.turn(off)
    assert marks_in(on_it(wall)) == []
    workspace.what_if.leave()


@pytest.mark.parametrize("kind", ["map", "actors", "welcome"])
def test_a_frozen_wall_keeps_nothing_that_became_confidential(
    kind: Kind, workspace: Workspace, console: Window, wall: Projector
) -> None:
    workspace.do(g.edit_workshop(title="Avec OUVERTACT"))
    workspace.board.show(kind)
    console.ask("freeze")
    workspace.do(g.edit_actor("a2", name="Encore un autre"))
    assert wall.stage.frozen
    assert "OUVERTACT" in on_wall(wall) + texts(*wall.beside.leaves)
    said: list[str] = []
    workspace.said.connect(lambda words, _lasting: said.append(words))
    workspace.do(g.edit_actor("a1", confidential=True))
    assert (wall.stage.frozen, wall.stage.blank) == (False, True)
    assert "Avec …" in on_wall(wall)
    assert "OUVERTACT" not in on_wall(wall) + texts(*wall.beside.leaves)
    assert said
    console.ask("blank")
    assert "OUVERTACT" not in on_wall(wall) + texts(*wall.beside.leaves)
    workspace.board.show("map")
    assert "OUVERTACT" not in " ".join(on_it(wall))


def test_what_the_program_remembers_of_a_session_tells_none_of_it(workspace: Workspace) -> None:
    note_left(workspace)
    crash.write(crash.report(KeyError(workspace.document.actors["a3"].name), "actors.edit"))
    assert remembered.recall("recent")
    kept = [path for path in paths.state().rglob("*") if path.is_file() and path.suffix != file.SUFFIX]
    assert {path.name for path in kept} >= {"errors.log"}
    assert marks_in(path.read_bytes().decode("utf-8", "replace") for path in kept) == []
