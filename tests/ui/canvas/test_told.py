"""What a place set is said once, quietly."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from facilitator.model import gestures
from facilitator.model.document import Zone
from facilitator.model.vocabulary import BackgroundKind
from facilitator.ui.canvas.widget import Canvas
from facilitator.ui.workspace import Workspace
from tests.ui.canvas.conftest import Mouse


@pytest.fixture
def said(workspace: Workspace, canvas: Canvas) -> list[str]:
    heard: list[str] = []
    workspace.said.connect(lambda sentence, _error: heard.append(sentence))
    return heard


def laid(workspace: Workspace, kind: BackgroundKind) -> None:
    workspace.do(gestures.choose_background(kind))
    workspace.do(gestures.edit_background(x=-100.0, y=-100.0, width=600.0, height=600.0))


def test_a_card_that_is_dropped_says_what_it_was_given(
    workspace: Workspace, mouse: Mouse, said: list[str]
) -> None:
    laid(workspace, BackgroundKind.QUADRANT)
    start = mouse.at(0.0, 0.0)
    mouse.drag(start, start + QPoint(20, 20), mouse.at(50.0, 50.0))
    actor = workspace.document.actors["town"]
    assert (actor.influence, actor.interest) == (75, 25)
    assert said == ["Ville de Rivemont — Influence\N{NO-BREAK SPACE}: 75, Intérêt\N{NO-BREAK SPACE}: 25"]
    workspace.undo()
    assert workspace.document.actors["town"].influence is None
    assert said[-1].startswith("Annulé")


def test_a_target_and_zones_say_their_own(workspace: Workspace, said: list[str]) -> None:
    laid(workspace, BackgroundKind.TARGET)
    workspace.do(gestures.place_actors({"town": (200.0, 200.0)}))
    workspace.do(gestures.add_zone(Zone("z", "Santé", 0.0, 0.0, 100.0, 100.0)))
    workspace.do(gestures.choose_background(BackgroundKind.ZONES))
    workspace.do(gestures.place_actors({"town": (50.0, 50.0)}))
    assert said == [
        "Ville de Rivemont — proximité\N{NO-BREAK SPACE}: 100",
        "Ville de Rivemont — champ d’intervention\N{NO-BREAK SPACE}: Santé",
    ]


def test_several_are_counted_and_what_sets_nothing_is_not_said(workspace: Workspace, said: list[str]) -> None:
    workspace.do(gestures.place_actors({"town": (1.0, 1.0)}))
    laid(workspace, BackgroundKind.QUADRANT)
    workspace.do(gestures.edit_actor("town", influence=3))
    workspace.do(gestures.place_actors({"town": (9000.0, 1.0)}))
    assert said == []
    workspace.do(gestures.place_actors({"town": (1.0, 1.0), "radio": (9.0, 9.0)}))
    assert said == ["2 acteurs sont situés d’après leurs places."]


def test_outside_of_the_adjustment_the_background_never_catches_the_mouse(
    qtbot: QtBot, workspace: Workspace, mouse: Mouse, canvas: Canvas
) -> None:
    laid(workspace, BackgroundKind.QUADRANT)
    before = workspace.document
    mouse.drag(mouse.at(200.0, 50.0), mouse.at(150.0, 60.0), mouse.at(100.0, 80.0))
    mouse.drag(mouse.at(-150.0, -60.0), mouse.at(0.0, 40.0), mouse.at(120.0, 60.0))
    assert workspace.document is before
    assert canvas.surface.chosen_cards() == ["town"]  # the rubber band was pulled over it
