"""Decorations of the map: chosen, told by a legend, never those of an older map, off on the wall until asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from facilitator.model import gestures
from facilitator.model.decor import Colouring, Measure
from facilitator.model.document import Link
from facilitator.model.store import file
from facilitator.model.vocabulary import Status
from facilitator.ui import look
from facilitator.ui.canvas.sheet import Sheet
from facilitator.ui.projection.projector import Projector
from facilitator.ui.window import Window
from facilitator.ui.workspace import Workspace
from tests.ui.hands import CTRL, enter, strike, write
from tests.ui.projection.conftest import on_wall, texts


@pytest.fixture
def placed(window: Window) -> Window:
    """All three actors on the map; the town is in touch with both."""
    window.workspace.do(gestures.place_actors({"radio": (400.0, -200.0)}))
    window.workspace.do(gestures.add_link(Link("tells", "radio", "town", types=("information",))))
    window.canvas.fit()
    window.canvas.setFocus()
    return window


def rings(sheet: Sheet) -> dict[str, int]:
    cards = sheet.picture.cards
    return {id_: held.card.key.ring for id_, held in cards.items() if held.card.key.ring}


def signs(window: Window) -> str:
    return texts(window.canvas.decor.signs.picture)


def wait_for(sheet: Sheet, wanted: dict[str, int], qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: rings(sheet) == wanted)


@pytest.fixture
def wall(placed: Window, qtbot: QtBot) -> Projector:
    placed.workspace.board.show("map")
    placed.toggle_projection()
    projector = placed.projection.projector
    assert projector is not None
    qtbot.waitExposed(projector)
    return projector


def test_a_key_decorates_and_takes_it_off_and_nothing_is_written(placed: Window, qtbot: QtBot) -> None:
    workspace, surface = placed.workspace, placed.canvas.surface
    entries, document = workspace.journal.entries(), workspace.document
    before = {id_: held.box for id_, held in surface.picture.cards.items()}
    view = surface.view
    assert not placed.canvas.decor.isVisible()
    strike(placed, Qt.Key.Key_D)
    wait_for(surface, {"town": 1, "grocer": 1, "radio": 1}, qtbot)
    assert {id_: held.box for id_, held in surface.picture.cards.items()} == before, "nothing moves"
    assert surface.view.zoom == view.zoom
    assert placed.canvas.decor.isVisible()
    assert "1 ou 2 acteurs" in signs(placed)
    assert placed.canvas.decor.signs.accessibleName().startswith("En lien avec")
    QTest.mouseClick(placed.canvas.decor.off, Qt.MouseButton.LeftButton)
    assert rings(surface) == {}
    assert not placed.canvas.decor.isVisible()
    assert workspace.document is document
    assert workspace.journal.entries() == entries
    strike(placed, Qt.Key.Key_D)
    wait_for(surface, {"town": 1, "grocer": 1, "radio": 1}, qtbot)


def line(window: Window, *path: str) -> QAction:
    """A line of the menu View, told as it is when it opens."""
    window.menus.refresh("view")
    actions = window.menus.menu("view").actions()
    for title in path[:-1]:
        (menu,) = [one.menu() for one in actions if one.text() == title]
        assert isinstance(menu, QMenu)
        actions = menu.actions()
    (found,) = [one for one in actions if one.text().replace("\N{NO-BREAK SPACE}", " ") == path[-1]]
    return found


def test_one_submenu_holds_both_choices(placed: Window, qtbot: QtBot) -> None:
    decorations = placed.workspace.decorations
    line(placed, "Habillage", "Fiches : combien on passe par elles").trigger()
    assert decorations.decor.ring is Measure.BETWEEN
    line(placed, "Habillage", "Liens : une couleur par type").trigger()
    assert (decorations.decor.ring, decorations.decor.ink) == (Measure.BETWEEN, Colouring.TYPE)
    wait_for(placed.canvas.surface, {"town": 3}, qtbot)
    checked = [
        text
        for text in ("Fiches : combien on passe par elles", "Liens : une couleur par type")
        if line(placed, "Habillage", text).isChecked()
    ]
    assert len(checked) == 2, "one does not let go of the other"
    assert not line(placed, "Habillage", "Fiches : telles quelles").isChecked()
    assert "Financement" in signs(placed)
    line(placed, "Habillage", "Liens : à l’encre").trigger()
    line(placed, "Habillage", "Fiches : telles quelles").trigger()
    assert not decorations.decor.shown
    assert rings(placed.canvas.surface) == {}


def test_ctrl_k_finds_them(placed: Window, qtbot: QtBot) -> None:
    strike(placed, Qt.Key.Key_K, CTRL)
    write("couleur par statut")
    enter()
    qtbot.waitUntil(lambda: placed.workspace.decorations.decor.ink is Colouring.STATUS)
    placed.workspace.do(gestures.edit_links(["tells"], status=Status.TO_STRENGTHEN))
    surface = placed.canvas.surface
    assert surface.picture.dress.colour_of(surface.picture.links["tells"].row) != ""
    placed.workspace.speak("en")
    assert "to strengthen" in signs(placed)


def test_rings_are_never_those_of_an_older_map(placed: Window, qtbot: QtBot) -> None:
    workspace, surface = placed.workspace, placed.canvas.surface
    workspace.decorations.ring(Measure.BETWEEN)
    wait_for(surface, {"town": 3}, qtbot)
    seen = []
    workspace.changed.connect(lambda *_: seen.append(rings(surface)))
    workspace.do(gestures.delete([], ["tells"]))
    assert seen == [{}], "in the very turn of the gesture"
    wait_for(surface, {}, qtbot)
    workspace.undo()
    wait_for(surface, {"town": 3}, qtbot)
    held = surface.dresser.dressing
    workspace.do(gestures.place_actors({"grocer": (420.0, 240.0)}))
    assert surface.dresser.dressing is held, "a card that moves changes no measure"
    workspace.what_if.turn({"radio"})
    wait_for(surface, {}, qtbot)
    workspace.what_if.leave()
    wait_for(surface, {"town": 3}, qtbot)


def test_a_decorated_card_is_dragged_with_its_ring_and_its_links(placed: Window, qtbot: QtBot) -> None:
    workspace, surface = placed.workspace, placed.canvas.surface
    workspace.decorations.ring(Measure.TOUCH)
    workspace.decorations.colour(Colouring.TYPE)
    wait_for(surface, {"town": 1, "grocer": 1, "radio": 1}, qtbot)
    held = surface.picture.cards["grocer"]
    start = surface.in_window(held.x, held.y).toPoint()
    QTest.mousePress(surface, Qt.MouseButton.LeftButton, pos=start)
    for n in range(1, 9):
        QTest.mouseMove(surface, start + QPoint(4 * n, 6 * n))
    dressed = surface.dresser.dressing.colour_of(workspace.document.links["funds"])
    strokes = {getattr(shape, "stroke", None) for shape in surface.link_picture("funds").picture.shapes}
    assert dressed in {stroke.colour for stroke in strokes if stroke}
    QTest.mouseRelease(surface, Qt.MouseButton.LeftButton, pos=start + QPoint(32, 48))
    assert rings(surface) == {"town": 1, "grocer": 1, "radio": 1}


def test_the_wall_is_plain_until_it_is_asked_for(placed: Window, wall: Projector, qtbot: QtBot) -> None:
    workspace = placed.workspace
    workspace.decorations.ring(Measure.TOUCH)
    workspace.decorations.colour(Colouring.TYPE)
    wait_for(placed.canvas.surface, {"town": 1, "grocer": 1, "radio": 1}, qtbot)
    assert rings(wall.map) == {}
    assert "En lien avec" not in on_wall(wall)
    places = {id_: held.box for id_, held in wall.map.picture.cards.items()}
    placed.ask("wall_decorations")
    wait_for(wall.map, {"town": 1, "grocer": 1, "radio": 1}, qtbot)
    assert {id_: held.box for id_, held in wall.map.picture.cards.items()} == places
    assert "En lien avec" in on_wall(wall)
    assert "Financement" in on_wall(wall)
    placed.ask("wall_legend")
    assert "En lien avec" in on_wall(wall), "decorations are never without what they mean"
    assert "existant" not in on_wall(wall)
    placed.ask("decorations")
    assert rings(wall.map) == {}
    assert "En lien avec" not in on_wall(wall)


def test_the_wall_counts_only_what_it_shows(placed: Window, wall: Projector, qtbot: QtBot) -> None:
    placed.workspace.do(gestures.edit_actors(["radio"], confidential=True))
    placed.workspace.decorations.ring(Measure.BETWEEN)
    placed.ask("wall_decorations")
    wait_for(placed.canvas.surface, {"town": 3}, qtbot)
    placed.workspace.decorations.ring(Measure.TOUCH)
    wait_for(wall.map, {"town": 1, "grocer": 1}, qtbot)
    placed.workspace.decorations.ring(Measure.BETWEEN)
    wait_for(wall.map, {}, qtbot)


def test_the_wall_shows_the_dots_of_pillars_if_one_wishes(placed: Window, wall: Projector) -> None:
    decorations = placed.workspace.decorations
    placed.ask("pillar_dots")
    assert "Contribue à" in signs(placed)
    assert "Contribue à" not in on_wall(wall)
    placed.ask("wall_decorations")
    assert all(held.card.key.dots for held in wall.map.picture.cards.values())
    assert "Contribue à" in on_wall(wall)
    decorations.colour(Colouring.STATUS)
    assert decorations.decor.dots, "one does not let go of the other"
    decorations.colour(None)
    placed.ask("pillar_dots")
    assert not decorations.decor.shown
    assert not any(held.card.key.dots for held in wall.map.picture.cards.values())
    placed.ask("decorations")
    assert decorations.decor.ring is Measure.TOUCH, "the key has something to show whatever was taken off"


def test_a_frozen_wall_keeps_its_decorations_and_their_legend(
    placed: Window, wall: Projector, qtbot: QtBot
) -> None:
    placed.workspace.decorations.ring(Measure.TOUCH)
    placed.ask("wall_decorations")
    wait_for(wall.map, {"town": 1, "grocer": 1, "radio": 1}, qtbot)
    placed.ask("freeze")
    placed.ask("decorations")
    assert rings(wall.map) == {"town": 1, "grocer": 1, "radio": 1}
    assert "En lien avec" in on_wall(wall)
    placed.ask("freeze")
    assert rings(wall.map) == {}


def test_the_choice_is_kept_with_the_session(workspace: Workspace, session: Path, qtbot: QtBot) -> None:
    workspace.decorations.ring(Measure.OFFERS)
    workspace.decorations.colour(Colouring.STATUS)
    workspace.close()
    again = Workspace(file.open(session))
    decor = again.decorations.decor
    assert (decor.ring, decor.ink) == (Measure.OFFERS, Colouring.STATUS)
    again.close()


def test_the_signs_are_whole_in_larger_letters(placed: Window, qapp: QApplication) -> None:
    strike(placed, Qt.Key.Key_D)
    shown = placed.canvas.decor.signs
    assert shown.picture is not None
    look.dress(qapp, scale=2.0)
    QApplication.processEvents()
    assert shown.height() >= round(shown.picture.box.height * 2)
    look.dress(qapp)


def test_undo_does_not_know_them(placed: Window) -> None:
    name = placed.workspace.undo_name
    placed.workspace.decorations.ring(Measure.OFFERS)
    assert placed.workspace.undo_name == name
    placed.workspace.undo()
    assert placed.workspace.decorations.decor.ring is Measure.OFFERS
