"""A map that is read in parts: which one is on the wall, and when it is another."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator import terms
from facilitator.drawing.legibility import measured
from facilitator.model import gestures
from facilitator.model.gestures.core import together
from facilitator.ui.projection.projector import Projector
from facilitator.ui.projection.strip import Strip
from facilitator.ui.window import Window
from tests.ui.hands import at_hand, strike
from tests.ui.projection.conftest import many, texts


def here(wall: Projector) -> set[str]:
    """The cards of the part that is on the wall."""
    return set(wall.map.parts[wall.map.part].ids)


def take(console: Window, id_: str) -> None:
    """Clicks on a card of the console."""
    surface = console.canvas.surface
    at = surface.card_rectangle(id_).center().toPoint()
    QTest.mouseClick(surface, Qt.MouseButton.LeftButton, pos=at)
    assert console.workspace.selection == {("actors", id_)}


@pytest.fixture
def large(console: Window, projected: Projector, qtbot: QtBot) -> Projector:
    """The wall, with a map that it shows in parts."""
    many(console)
    console.canvas.fit()
    at_hand(console, qtbot)
    take(console, "m0")
    assert "m0" in here(projected)
    return projected


def test_after_a_part_that_was_asked_for_the_next_selection_takes_the_wall_along(
    console: Window, large: Projector
) -> None:
    strike(console, Qt.Key.Key_PageDown)
    asked = here(large)
    assert "m0" not in asked
    take(console, next(id_ for id_ in sorted(asked) if id_.startswith("m")))
    assert here(large) == asked, "it is there already"
    for id_ in ("m59", "m0"):
        take(console, id_)
        assert id_ in here(large)
    strike(console, Qt.Key.Key_PageDown)
    strike(console, Qt.Key.Key_PageDown)
    assert "m0" not in here(large)
    console.workspace.select([("actors", "radio")])
    assert "m0" not in here(large), "who waits in the tray is of no part"


def test_the_spotlight_takes_the_wall_to_what_it_lights(console: Window, large: Projector) -> None:
    strike(console, Qt.Key.Key_PageDown)
    strike(console, Qt.Key.Key_S)
    assert "m0" in here(large)
    asked = here(large)
    strike(console, Qt.Key.Key_PageDown)
    assert here(large) != asked, "one may look elsewhere"
    strike(console, Qt.Key.Key_S)
    assert here(large) != asked


def test_a_selection_made_without_the_wall_is_where_it_opens(console: Window, large: Projector) -> None:
    strike(console, Qt.Key.Key_PageDown)
    asked = here(large)
    strike(console, Qt.Key.Key_F5)
    assert not large.isVisible()
    strike(console, Qt.Key.Key_F5)
    assert here(large) == asked
    strike(console, Qt.Key.Key_F5)
    take(console, "m59")
    strike(console, Qt.Key.Key_F5)
    assert "m59" in here(large)


@pytest.mark.parametrize("change", ["room", "question"])
def test_the_same_cards_stay_when_the_map_is_read_in_other_parts(
    console: Window, large: Projector, change: str
) -> None:
    stage, step = console.projection.stage, console.workspace.step_id

    def lead(*, far: bool) -> None:
        if change == "room":
            stage.sit_in(measured(1.8, 9.0 if far else 7.0))
        else:
            console.workspace.do(gestures.edit_step(step, question="Qui travaille avec qui ? " * far * 12))
        QApplication.processEvents()

    stage.sit_in(measured(1.8, 7.0))
    lead(far=False)
    count, others = len(large.map.parts), 0
    for _turn in range(count):
        strike(console, Qt.Key.Key_PageDown)
        asked, part = here(large), large.map.part
        lead(far=True)
        most = max(len(asked.intersection(one.ids)) for one in large.map.parts)
        assert len(asked & here(large)) == most
        others += large.map.part != part
        lead(far=False)
        assert (here(large), large.map.part, len(large.map.parts)) == (asked, part, count)
    assert others, "none had another number"


def test_of_a_part_that_is_two_by_now_the_selection_tells_which(console: Window, large: Projector) -> None:
    strike(console, Qt.Key.Key_PageDown)
    asked, seen = here(large), list[set[str]]()
    for id_ in sorted(id_ for id_ in asked if id_.startswith("m")):
        console.workspace.select([("actors", id_)])
        assert here(large) == asked
        console.projection.stage.sit_in(measured(1.8, 9.0))
        assert id_ in here(large)
        seen.append(here(large))
        console.projection.stage.sit_in(measured(1.8, 4.5))
    assert seen[0] != seen[-1]
    assert console.projection.stage.part == frozenset(asked)


KINDS = ("state", "authority", "association", "company", "foundation", "academic", "citizens", "other")


@pytest.fixture
def far(console: Window, large: Projector) -> Projector:
    """The wall of a deep room, where actors are of more kinds than one line of the legend can tell."""
    kinds = [gestures.edit_actor(f"m{n}", category=KINDS[n // 2 % len(KINDS)]) for n in range(60)]
    console.workspace.do(together("", kinds))
    large.resize(1280, 720)
    console.projection.stage.sit_in(measured(1.8, 10.5))
    QApplication.processEvents()
    return large


def test_where_the_legend_has_no_room_it_tells_the_kinds_of_the_part_that_is_shown(
    console: Window, far: Projector
) -> None:
    categories, actors = console.workspace.document.categories, console.workspace.document.actors
    size, height, seen = far.map.size(), far.beside.foot.height(), set[frozenset[str]]()
    assert height
    for _turn in far.map.parts:
        strike(console, Qt.Key.Key_PageDown)
        told = texts(far.beside.foot.picture)
        kinds = frozenset(actors[id_].category for id_ in far.map.read)
        assert all((terms.category_name(categories[key]) in told) is (key in kinds) for key in KINDS)
        assert (far.map.size(), far.beside.foot.height()) == (size, height), (
            "its parts are cut for that height"
        )
        seen.add(kinds)
    assert len(seen) > 3
    assert "légende" not in console.projection.sentence
    console.ask("wall_legend")
    assert not far.beside.foot.height()
    assert "légende" not in console.projection.sentence, "nobody asks for it"


def test_the_console_says_that_there_is_no_room_for_a_legend(console: Window, far: Projector) -> None:
    (strip,) = console.findChildren(Strip)
    button, height = strip.buttons["wall_legend"], far.beside.foot.height()
    assert not button.accessibleDescription()
    long = "Association loi de 1901 " * 8
    renamed = [gestures.edit_category(key, name=f"{long} {key}") for key in KINDS]
    console.workspace.do(together("", renamed))
    assert not texts(far.beside.foot.picture)
    assert far.beside.foot.height() == height
    assert "pas de place pour la légende" in console.projection.sentence
    assert button.accessibleDescription() == "pas de place pour la légende"
    assert "pas de place pour la légende" in button.toolTip()
    strike(console, Qt.Key.Key_B)
    assert not console.projection.sentence
    strike(console, Qt.Key.Key_B)
    console.workspace.undo()
    assert texts(far.beside.foot.picture)
    assert "légende" not in console.projection.sentence
    assert not button.accessibleDescription()
