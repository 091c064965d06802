"""The projection: what it says, where it stands."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from facilitator.drawing.inscribed import hidden, written
from facilitator.drawing.legibility import Room, measured
from facilitator.drawing.shapes import Box, Text
from facilitator.exchange import samples
from facilitator.model import gestures
from facilitator.model.document import ordered
from facilitator.model.store import file
from facilitator.model.vocabulary import BackgroundKind
from facilitator.ui.canvas.view import View
from facilitator.ui.projection.projector import Projector
from facilitator.ui.workspace import Workspace


@pytest.fixture
def projector(qtbot: QtBot, workspace: Workspace) -> Iterator[Projector]:
    workspace.board.show("map")
    shown = Projector(workspace)
    qtbot.addWidget(shown)
    shown.start()
    yield shown
    shown.close()


def words_of(projector: Projector) -> str:
    """Every text painted in the window."""
    pictures = [projector.beside.banner.picture, projector.beside.foot.picture, projector.map.picture.flat()]
    shapes = [shape for picture in pictures if picture is not None for shape in picture.shapes]
    return " ".join(shape.text for shape in shapes if isinstance(shape, Text))


def test_one_screen_only_and_it_is_a_window(projector: Projector) -> None:
    assert projector.isVisible()
    assert projector.windowed
    assert not projector.isFullScreen()


def test_the_step_and_its_question_are_told_in_both_languages(
    workspace: Workspace, projector: Projector
) -> None:
    step = ordered(workspace.document.steps)[4]
    workspace.show_step(step.id)
    assert "5 · Liens existants" in words_of(projector)
    assert "Qui travaille déjà avec qui" in words_of(projector)
    assert projector.map.accessibleName() == "Carte projetée"
    workspace.speak("en")
    assert "5 · Existing links" in words_of(projector)
    assert projector.map.accessibleName() == "Projected map"
    assert projector.map.picture.language == "en"


def test_a_long_question_is_never_cut(workspace: Workspace, projector: Projector) -> None:
    question = "Comment allons-nous, ensemble et durablement, mieux nous nourrir à Rivemont ? " * 3
    assert workspace.do(gestures.edit_step(workspace.step_id, question=question))
    assert " ".join(words_of(projector).split()).count("durablement") == 3


def test_what_may_come_is_not_on_the_wall(qtbot: QtBot, workspace: Workspace, projector: Projector) -> None:
    gesture, before = gestures.place_actors({"town": (100.0, 500.0)}), projector.map.picture
    workspace.foresee(gesture)
    qtbot.waitUntil(lambda: projector.map._foreseen is not None)
    foreseen = projector.map._foreseen
    assert projector.map.picture is before
    workspace.do(gesture)
    assert foreseen is not None
    assert projector.map.picture.links is foreseen.links
    assert projector.map.picture.cards["town"] is foreseen.cards["town"]


def test_every_gesture_is_on_the_wall(workspace: Workspace, projector: Projector) -> None:
    workspace.do(gestures.place_actors({"radio": (100.0, 500.0)}))
    assert "Radio Val d’Œuvre" in words_of(projector)
    box, seen = projector.map.picture.box, projector.map.view.seen(projector.map.size())
    assert seen.contains(box.x, box.y)
    assert seen.contains(box.right, box.bottom)
    workspace.undo()
    assert "Radio" not in words_of(projector)


def test_nothing_private_is_on_the_wall(workspace: Workspace, projector: Projector) -> None:
    workspace.do(gestures.edit_actor("grocer", confidential=True))
    workspace.do(gestures.edit_step(workspace.step_id, notes="Faire parler les habitants"))
    assert "Épicerie" not in words_of(projector)
    assert "Faire parler" not in words_of(projector)
    assert "Rivemont" not in projector.windowTitle()


@pytest.mark.parametrize("key", [Qt.Key.Key_F5, Qt.Key.Key_Escape])
def test_its_own_keys_end_it(qtbot: QtBot, projector: Projector, key: Qt.Key) -> None:
    with qtbot.waitSignal(projector.closed):
        qtbot.keyClick(projector, key)
    assert not projector.isVisible()


def test_it_takes_no_keyboard_and_opens_no_dialog(workspace: Workspace, projector: Projector) -> None:
    assert projector.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert projector.map.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert not projector.findChildren(QDialog)


TWO_SCREENS = {
    "screens": [
        {"name": "laptop", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "dpr": 1},
        {"name": "wall", "x": 1920, "y": 0, "width": 1280, "height": 800, "logicalDpi": 96, "dpr": 1},
    ]
}


def test_two_screens_of_different_scale(session: Path, tmp_path: Path) -> None:
    """It fills the other screen; unplugged, it comes home as a window; plugged back, it returns. So it does where the
    console was on the one that is unplugged, and comes home under it."""
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps(TWO_SCREENS))
    environment = os.environ | {
        "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
        "QT_SCREEN_SCALE_FACTORS": "laptop=1.5;wall=1",
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.two_screens", str(session)],
        env=environment,
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["started"] == {
        "screen": "wall",
        "full": True,
        "size": [1280, 800],
        "ratio": 1.0,
        "keys": True,
    }
    assert told["console"] == {"ratio": 1.5}
    assert told["unplugged"] == {"windowed": True, "visible": True, "full": False, "size": [960, 600]}
    assert told["plugged"] == {"full": True, "windowed": False, "keys": True}
    assert told["exchanged"] == {
        "done": True,
        "projection": "laptop",
        "console": "wall",
        "size": [1280, 720],
        "full": True,
        "keys": True,
    }
    assert told["console unplugged"] == {"windowed": True, "full": False, "projection": "laptop"}
    assert told["console plugged"] == {"full": True, "projection": "wall"}
    assert told["again"] == {"done": True, "projection": "laptop", "console": "wall"}
    assert told["back"] == {"done": True, "projection": "wall", "console": "laptop"}
    assert told["legible"]


@pytest.fixture
def sampled(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Projector]:
    """The sample, projected at home, at a step that shows its map."""
    path = tmp_path / "Nourrir Rivemont.alliance"
    file.create(path, samples.document("nourrir-rivemont")).close()
    workspace = Workspace(file.open(path))
    workspace.show_step(ordered(workspace.document.steps)[4].id)
    workspace.board.show("map")
    shown = Projector(workspace)
    qtbot.addWidget(shown)
    shown.start()
    shown.resize(960, 600)
    QApplication.processEvents()
    yield shown
    shown.close()
    workspace.close()


def wall_of(projector: Projector) -> tuple[str, dict[str, Box], tuple[int, int], View]:
    """The letters of the map, where its cards stand, the place it has, and how it is seen."""
    QApplication.processEvents()
    shown = projector.map.picture
    boxes = {id_: held.box for id_, held in shown.standing.items()}
    return shown.theme.key, boxes, (projector.map.width(), projector.map.height()), projector.map.view


@pytest.mark.parametrize("size", [(1500, 850), (960, 500), (1500, 600), (800, 1000)])
def test_the_same_wall_at_the_same_size_whatever_came_before(
    sampled: Projector, size: tuple[int, int]
) -> None:
    before = wall_of(sampled)
    sampled.resize(*size)
    assert wall_of(sampled) != before
    sampled.resize(960, 600)
    assert wall_of(sampled) == before


def test_the_same_wall_for_the_same_room_whichever_sat_there_before(sampled: Projector) -> None:
    sampled.resize(1500, 850)
    before = wall_of(sampled)
    sampled.stage.sit_in(measured(1.0, 5.0))
    assert wall_of(sampled) != before
    sampled.stage.sit_in(Room())
    assert wall_of(sampled) == before


def test_a_map_that_comes_after_a_page_is_the_one_that_comes_at_once(
    sampled: Projector, qtbot: QtBot
) -> None:
    before = wall_of(sampled)
    workspace = sampled._workspace
    workspace.board.show("welcome")
    later = Projector(workspace)
    qtbot.addWidget(later)
    later.start()
    later.resize(960, 600)
    QApplication.processEvents()
    assert not later.map.isVisible()
    workspace.board.show("map")
    assert wall_of(later) == before
    later.close()


@pytest.mark.parametrize("kind", [BackgroundKind.TARGET, BackgroundKind.QUADRANT])
@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)])
def test_what_lies_under_the_map_is_told_in_sight_and_in_full(
    sampled: Projector, kind: BackgroundKind, size: tuple[int, int]
) -> None:
    workspace = sampled._workspace
    assert workspace.do(gestures.choose_background(kind))
    sampled.resize(*size)
    QApplication.processEvents()
    shown, seen = sampled.map.picture, sampled.map.view.seen(sampled.map.size())
    told = [shape for shape in shown.ground.shapes if isinstance(shape, Text)]
    assert len(told) > 3
    if kind is BackgroundKind.TARGET:
        assert "Le projet" in [shape.text for shape in told]
    cards = [held.box for held in shown.cards.values()]
    marks = shown.spots.boxes()
    for shape in told:
        letters = written([shape])
        assert seen.holds(letters)
        assert not hidden([shape], cards)
        assert not any(letters.intersects(mark) for mark in marks)
