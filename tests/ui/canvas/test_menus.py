"""Context menus: what they change, for one and for several."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from facilitator.model import gestures
from facilitator.model.document import Actor, Link
from facilitator.model.store import file
from facilitator.model.vocabulary import Direction, Presence, Status
from facilitator.ui.canvas.menu import menu_at, menu_of_chip
from facilitator.ui.canvas.widget import Canvas
from facilitator.ui.workspace import Workspace
from tests.ui.canvas.conftest import Mouse, name_line, named, type_in

BOTH = [("actors", "town"), ("actors", "grocer")]


def line(menu: QMenu, *path: str) -> QAction:
    """The line of a menu, through its submenus."""
    for title in path[:-1]:
        (sub,) = [action.menu() for action in menu.actions() if action.text() == title]
        assert isinstance(sub, QMenu)
        menu = sub
    (found,) = [action for action in menu.actions() if action.text().partition("\t")[0] == path[-1]]
    return found


def test_several_cards_are_changed_in_one_step(workspace: Workspace, canvas: Canvas, mouse: Mouse) -> None:
    before = workspace.document
    workspace.select(BOTH)
    line(menu_at(canvas, mouse.at(0, 0)), "Catégorie", "Entreprise").trigger()
    line(menu_at(canvas, mouse.at(0, 0)), "Présence", "Absent").trigger()
    line(menu_at(canvas, mouse.at(0, 0)), "Confidentiel").trigger()
    for id_ in ("town", "grocer"):
        actor = workspace.document.actors[id_]
        assert (actor.category, actor.presence, actor.confidential) == ("company", Presence.ABSENT, True)
    for _step in range(3):
        assert workspace.undo()
    assert workspace.document == before


def test_what_all_have_is_checked_and_choosing_it_is_nothing(
    workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    menu = menu_at(canvas, mouse.at(0, 0))
    assert line(menu, "Catégorie", "Collectivité").isChecked()
    assert not line(menu, "Catégorie", "Association").isChecked()
    before = workspace.document
    line(menu, "Catégorie", "Collectivité").trigger()
    assert workspace.document is before
    workspace.select(BOTH)
    assert not line(menu_at(canvas, mouse.at(0, 0)), "Catégorie", "Collectivité").isChecked()


def test_a_link_is_told_from_its_menu(workspace: Workspace, canvas: Canvas, mouse: Mouse) -> None:
    for path in (
        ("Types de lien", "Compétences"),
        ("Statut", "À créer"),
        ("Intensité", "4 · collaboration"),
        ("Sens", "Réciproque"),
        ("Tension",),
        ("Confidentiel",),
        ("Inverser les extrémités",),
    ):
        line(menu_at(canvas, mouse.at(200, 100)), *path).trigger()
    link = workspace.document.links["funds"]
    assert link.types == ("funding", "skills")
    assert (link.status, link.intensity, link.direction) == (Status.TO_CREATE, 4, Direction.BOTH)
    assert link.tension
    assert link.confidential
    assert (link.source, link.target) == ("grocer", "town")


def test_several_links_stay_selected_and_keep_their_other_types(
    workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    workspace.do(gestures.place_actors({"radio": (0.0, 300.0)}))
    workspace.do(gestures.add_link(Link("tells", "radio", "grocer", types=("information",))))
    workspace.select([("links", "funds"), ("links", "tells")])
    line(menu_at(canvas, mouse.at(200, 100)), "Types de lien", "Compétences").trigger()
    links = workspace.document.links
    assert (links["funds"].types, links["tells"].types) == (("funding", "skills"), ("skills", "information"))
    menu = menu_at(canvas, mouse.at(200, 100))
    assert not line(menu, "Préciser ce lien…").isEnabled()
    line(menu, "Supprimer 2 liens").trigger()
    assert not workspace.document.links


def test_a_chip_has_the_menu_of_its_actor(qtbot: QtBot, workspace: Workspace, canvas: Canvas) -> None:
    (chip,) = canvas.tray.chips
    line(menu_of_chip(canvas, chip), "Catégorie", "Entreprise").trigger()
    assert workspace.document.actors["radio"].category == "company"
    assert canvas.tray.chips == [chip], "the same chip says it"
    line(menu_of_chip(canvas, chip), "Renommer").trigger()
    (name,) = [one for one in canvas.findChildren(QLineEdit) if one.isVisible()]
    type_in(name, "Radio Val")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert chip.text().strip() == "Radio Val"
    line(menu_of_chip(canvas, chip), "Placer sur la carte").trigger()
    assert workspace.document.actors["radio"].placed


def test_a_session_one_can_only_look_at_offers_what_changes_nothing(
    qtbot: QtBot, dressed: QApplication, session: Path
) -> None:
    reader = Workspace(file.open(session, read_only=True))
    shown = Canvas(reader)
    qtbot.addWidget(shown)
    shown.resize(1000, 700)
    with qtbot.waitExposed(shown):
        shown.show()
    at = shown.surface.in_window(0, 0).toPoint()
    offered = [action for action in menu_at(shown, at).actions() if action.isEnabled() and action.text()]
    assert [action.text().partition("\t")[0] for action in offered] == [
        "Copier",
        "Et si… sans lui",
        "Voir la sélection",
    ]
    shown.hide()
    reader.close()


def asked_by_key(canvas: Canvas) -> QMenu:
    """The menu that the Menu key opens."""
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, QPoint(5, 60), canvas.mapToGlobal(QPoint(5, 60))
    )
    QApplication.sendEvent(canvas, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


@pytest.mark.qt_log_ignore("This plugin does not support")  # a menu
def test_the_keyboard_asks_for_the_menu_of_what_is_selected(workspace: Workspace, canvas: Canvas) -> None:
    workspace.do(gestures.add_actor(Actor("far", "Ferme du Pont", "company", x=3000.0, y=1500.0)))
    workspace.select([("actors", "far")])
    menu = asked_by_key(canvas)
    assert line(menu, "Catégorie", "Entreprise").isChecked()
    assert workspace.selection == {("actors", "far")}
    menu.close()


@pytest.mark.qt_log_ignore("This plugin does not support")  # a menu
def test_the_keyboard_asks_for_the_menu_of_the_paper_where_nothing_is_selected(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas
) -> None:
    workspace.do(gestures.place_actors({"town": (200.0, 100.0)}))  # in the middle of the window
    for chosen in (set(), {("actors", "radio")}):  # who waits in the tray
        workspace.select(chosen)
        menu = asked_by_key(canvas)
        assert workspace.selection == chosen
        assert line(menu, "Tout sélectionner").isEnabled()
        menu.close()
    menu = asked_by_key(canvas)
    line(menu, "Nouvel acteur ici").trigger()
    menu.close()
    type_in(name_line(canvas), "Habitants")
    qtbot.keyClick(name_line(canvas), Qt.Key.Key_Return)
    boxes = {id_: held.box for id_, held in canvas.surface.picture.cards.items()}
    new = boxes.pop(named(workspace, "Habitants").id)
    assert not any(new.intersects(box) for box in boxes.values())


@pytest.mark.qt_log_ignore("This plugin does not support")  # a menu
def test_the_keyboard_asks_for_the_menu_of_what_is_under_another_card(
    workspace: Workspace, canvas: Canvas
) -> None:
    workspace.do(gestures.add_actor(Actor("over", "Ferme du Pont", "company", x=0.0, y=0.0)))
    workspace.select([("actors", "town")])
    menu = asked_by_key(canvas)
    assert line(menu, "Catégorie", "Collectivité").isChecked()
    assert workspace.selection == {("actors", "town")}
    menu.close()
