"""One who is there already is offered while a card is named, or a link; never forced."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from facilitator.model import gestures
from facilitator.model.document import Actor
from facilitator.ui.canvas.naming import NameLine
from facilitator.ui.canvas.widget import Canvas
from facilitator.ui.fields.line import pasting_by
from facilitator.ui.workspace import Workspace
from tests.ui.canvas.conftest import Mouse, name_line, named, type_in
from tests.ui.hands import inside
from tests.ui.seen import in_sight

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # names that wait are offered


def line_of(canvas: Canvas) -> NameLine:
    line = name_line(canvas)
    assert isinstance(line, NameLine)
    return line


def test_one_on_the_map_is_told_and_another_added_all_the_same(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    mouse.double(-250, 250)
    line = line_of(canvas)
    type_in(line, "La ville de rivemon")
    assert line.hint == ""
    type_in(line, "t")
    assert line.hint == "«\u00a0Ville de Rivemont\u00a0» est déjà sur la carte\u00a0: ↓ le montre."
    before = workspace.document
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert workspace.document is before
    assert "Entrée encore" in line.hint
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert named(workspace, "La ville de rivemont").placed


def test_one_on_the_map_is_shown(qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse) -> None:
    before = workspace.document
    mouse.double(-250, 250)
    type_in(line_of(canvas), "ville de rivemont")
    qtbot.keyClick(line_of(canvas), Qt.Key.Key_Down)
    assert workspace.selection == {("actors", "town")}
    assert workspace.document is before


def test_one_who_waits_under_another_name_is_brought(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    workspace.do(gestures.add_actor(Actor("ccas", "Centre communal d’action sociale", "authority")))
    count = len(workspace.document.actors)
    mouse.double(-250, 250)
    type_in(line_of(canvas), "C.C.A.S.")
    assert "attend d’être placé" in line_of(canvas).hint
    qtbot.keyClick(line_of(canvas), Qt.Key.Key_Down)
    ccas = workspace.document.actors["ccas"]
    assert (ccas.x, ccas.y) == (-250, 250)
    assert len(workspace.document.actors) == count


def test_a_link_dropped_on_the_paper_goes_to_one_who_is_there(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    workspace.do(gestures.place_actors({"radio": (600.0, 0.0)}))
    mouse.click(0, 0)
    mouse.drag(mouse.handle("town", 2), mouse.at(0, 150), mouse.at(0, 250))
    type_in(line_of(canvas), "RVO")
    assert "↓ le relie" in line_of(canvas).hint
    qtbot.keyClick(line_of(canvas), Qt.Key.Key_Down)
    assert [row.target for row in workspace.document.links.values() if row.id != "funds"] == ["radio"]


def test_esc_takes_the_notice_away(qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse) -> None:
    before = workspace.document
    mouse.double(-250, 250)
    line = line_of(canvas)
    type_in(line, "Ville de Rivemont")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert workspace.document is before
    assert not line._hint.isVisible()


def test_the_line_of_links_finds_an_acronym(qtbot: QtBot, workspace: Workspace, canvas: Canvas) -> None:
    workspace.do(gestures.add_actor(Actor("ccas", "Centre communal d’action sociale", "authority")))
    workspace.select([("actors", "town")])
    canvas.start_link()
    assert canvas.picker is not None
    type_in(canvas.picker.line, "ccas")
    assert canvas.picker.list.item(0).text() == "Centre communal d’action sociale — à placer"
    qtbot.keyClick(canvas.picker.line, Qt.Key.Key_Return)
    assert [row.target for row in workspace.document.links.values() if row.id != "funds"] == ["ccas"]


def test_a_card_given_the_name_of_another_says_so_and_takes_it_at_the_second_enter(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    before = workspace.document
    mouse.double(400, 200)
    line = line_of(canvas)
    type_in(line, "La ville de Rivemont")
    assert line.hint == "«\u00a0Ville de Rivemont\u00a0» est déjà dans la séance\u00a0: ↓ le montre."
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert workspace.document is before
    assert line.hint == "Déjà dans la séance\u00a0: ↓ le montre, Entrée encore garde ce nom."
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert workspace.document.actors["grocer"].name == "La ville de Rivemont"


def test_a_card_is_given_its_own_name_without_a_word(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    mouse.double(0, 0)
    line = line_of(canvas)
    type_in(line, "VILLE DE RIVEMONT")
    assert line.hint == ""
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert workspace.document.actors["town"].name == "VILLE DE RIVEMONT"


def test_another_of_its_own_name_is_told_and_shown(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    workspace.do(gestures.edit_actor("grocer", name="Ville de Rivemont"))
    before = workspace.document
    mouse.double(0, 0)
    type_in(line_of(canvas), "La ville de Rivemont")
    assert "est déjà dans la séance" in line_of(canvas).hint
    qtbot.keyClick(line_of(canvas), Qt.Key.Key_Down)
    assert workspace.selection == {("actors", "grocer")}
    assert workspace.document is before


def test_a_chip_of_the_tray_says_it_too(qtbot: QtBot, workspace: Workspace, canvas: Canvas) -> None:
    before = workspace.document
    workspace.select([("actors", "radio")])
    qtbot.keyClick(canvas.surface, Qt.Key.Key_F2)
    line = inside(canvas, NameLine)
    type_in(line, "ville de Rivemont")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert workspace.document is before
    assert "Entrée encore" in line.hint
    assert in_sight(inside(canvas, NameLine), canvas)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert workspace.document.actors["radio"].name == "ville de Rivemont"


@pytest.mark.parametrize("typed", ["La ville de rivemont", "c.c.a.s."])
@pytest.mark.parametrize("gone", ["click", "elsewhere", "settle"])
def test_who_is_known_is_not_added_by_going_elsewhere(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse, typed: str, gone: str
) -> None:
    workspace.do(gestures.add_actor(Actor("ccas", "Centre communal d’action sociale", "authority")))
    said: list[str] = []
    workspace.said.connect(lambda sentence, _error: said.append(sentence))
    before = workspace.document
    mouse.double(-250, 250)
    type_in(line_of(canvas), typed)
    assert line_of(canvas).hint
    if gone == "click":
        mouse.click(300, -200)
    elif gone == "elsewhere":
        canvas.tray.chips[0].setFocus()
    else:
        workspace.settle()
    assert workspace.document is before
    assert said[-1].endswith("n’a pas été ajouté de nouveau.")


def test_tab_asks_as_enter_does(qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse) -> None:
    mouse.double(-250, 250)
    line, before = line_of(canvas), workspace.document
    type_in(line, "Ville de Rivemont")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert workspace.document is before
    assert "Entrée encore" in line.hint
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert len(workspace.document.actors) == len(before.actors) + 1


def test_a_link_is_made_with_no_twin_of_its_start(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    before = workspace.document
    mouse.click(0, 0)
    mouse.drag(mouse.handle("town", 2), mouse.at(0, 150), mouse.at(0, 250))
    line = line_of(canvas)
    type_in(line, "ville de rivemont")
    assert line.hint.startswith("Le lien part de")
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert line.isVisible()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert workspace.document is before
    assert line.isVisible()
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert workspace.document is before


@pytest.mark.parametrize("way", ["double", "link", "menu"])
def test_a_list_that_is_pasted_is_as_many_actors(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse, way: str
) -> None:
    QGuiApplication.clipboard().setText("Ferme du Pré\nClub de judo\nVille de Rivemont")
    if way == "link":
        mouse.click(0, 0)
        mouse.drag(mouse.handle("town", 2), mouse.at(0, 150), mouse.at(0, 250))
    else:
        mouse.double(-250, 250)
    line = line_of(canvas)
    if way == "menu":
        menu = pasting_by(line.createStandardContextMenu(), line._paste)
        next(action for action in menu.actions() if action.objectName() == "edit-paste").trigger()
    else:
        qtbot.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    names = [actor.name for actor in workspace.document.actors.values()]
    assert names[-2:] == ["Ferme du Pré", "Club de judo"]
    assert len(names) == 5
    assert not line.isVisible()


def test_renamed_a_card_takes_the_list_as_one_name(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas
) -> None:
    QGuiApplication.clipboard().setText("Ferme\ndu Pré")
    canvas.surface.choose([("actors", "town")])
    qtbot.keyClick(canvas.surface, Qt.Key.Key_F2)
    qtbot.keyClick(line_of(canvas), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(line_of(canvas), Qt.Key.Key_Return)
    assert workspace.document.actors["town"].name == "Ferme du Pré"
