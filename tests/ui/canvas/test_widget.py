"""The keys of the map, the bar of a link, the line of a name, what is kept."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QListWidget, QMenu
from pytestqt.qtbot import QtBot

from facilitator.model import gestures
from facilitator.model.document import Actor, Link, new_id
from facilitator.model.vocabulary import Direction, Status
from facilitator.ui.canvas import whereabouts
from facilitator.ui.canvas.menu import menu_at
from facilitator.ui.canvas.view import View
from facilitator.ui.canvas.widget import Canvas
from facilitator.ui.window import Window
from facilitator.ui.workspace import Workspace
from tests.ui.canvas.conftest import Mouse, named, type_in
from tests.ui.hands import CTRL, button_named, press, write
from tests.ui.seen import laid_out

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_tab_walks_in_reading_order_then_leaves(qtbot: QtBot, workspace: Workspace, canvas: Canvas) -> None:
    workspace.do(gestures.place_actors({"radio": (400.0, 0.0)}))
    walked = []
    for _ in range(3):
        qtbot.keyClick(canvas.surface, Qt.Key.Key_Tab)
        walked += [id_ for _table, id_ in workspace.selection]
    assert walked == ["town", "radio", "grocer"]
    qtbot.keyClick(canvas.surface, Qt.Key.Key_Backtab, SHIFT)
    assert workspace.selection == {("actors", "radio")}
    qtbot.keyClick(canvas.surface, Qt.Key.Key_Tab)
    qtbot.keyClick(canvas.surface, Qt.Key.Key_Tab)
    assert not canvas.surface.hasFocus()


def test_arrows_nudge_and_a_burst_is_one_undo(qtbot: QtBot, workspace: Workspace, canvas: Canvas) -> None:
    before = workspace.document
    workspace.select([("actors", "town")])
    for key, keys in ((Qt.Key.Key_Right, NONE), (Qt.Key.Key_Right, NONE), (Qt.Key.Key_Down, SHIFT)):
        qtbot.keyClick(canvas.surface, key, keys)
    town = workspace.document.actors["town"]
    assert (town.x, town.y) == (16, 80)
    assert workspace.undo()
    assert workspace.document == before


def test_delete_takes_the_links_in_one_step(qtbot: QtBot, workspace: Workspace, canvas: Canvas) -> None:
    before = workspace.document
    workspace.select([("actors", "town")])
    qtbot.keyClick(canvas.surface, Qt.Key.Key_Delete)
    assert "town" not in workspace.document.actors
    assert not workspace.document.links
    assert workspace.selection == set()
    assert workspace.undo()
    assert workspace.document == before


def test_duplicates_are_selected_and_keep_their_links(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas
) -> None:
    qtbot.keyClick(canvas.surface, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(canvas.surface, Qt.Key.Key_D, CONTROL)
    assert len(workspace.document.actors) == 5
    assert len(workspace.document.links) == 2
    assert {actor.name for actor in workspace.selected_actors} == {
        "Ville de Rivemont",
        "Épicerie sociale L’Étal",
    }


def test_copies_made_again_of_the_same_card_are_all_seen(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    for _turn in range(3):
        first = canvas.surface.picture.cards["town"].box
        mouse.click(first.x + 8, first.y + 8)  # where it shows beside its copies
        assert workspace.selection == {("actors", "town")}
        qtbot.keyClick(canvas.surface, Qt.Key.Key_D, CONTROL)
    places = [(a.x, a.y) for a in workspace.document.actors.values() if a.name == "Ville de Rivemont"]
    assert places == [(24 * n, 24 * n) for n in range(4)]


def test_copies_of_several_cards_keep_their_places_beside_one_another(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas
) -> None:
    workspace.do(gestures.place_actors({"radio": (424.0, 224.0)}))  # where the copy of the grocer would come
    workspace.select([("actors", "town"), ("actors", "grocer")])
    qtbot.keyClick(canvas.surface, Qt.Key.Key_D, CONTROL)
    copies = {actor.name: (actor.x, actor.y) for actor in workspace.selected_actors}
    assert copies == {"Ville de Rivemont": (48, 48), "Épicerie sociale L’Étal": (448, 248)}


def test_l_links_by_name(qtbot: QtBot, workspace: Workspace, canvas: Canvas) -> None:
    workspace.select([("actors", "grocer")])
    qtbot.keyClick(canvas.surface, Qt.Key.Key_L)
    assert canvas.picker is not None
    type_in(canvas.picker.line, "VILLE")
    qtbot.keyClick(canvas.picker.line, Qt.Key.Key_Return)
    (link,) = workspace.selected_links
    assert (link.source, link.target) == ("grocer", "town")
    assert canvas.link_bar is not None


def test_a_click_in_the_bar_of_a_link_beside_its_buttons_leaves_it(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas
) -> None:
    workspace.select([("links", "funds")])
    qtbot.keyClick(canvas.surface, Qt.Key.Key_Return)
    bar = canvas.link_bar
    assert bar is not None
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    qtbot.mouseDClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert canvas.link_bar is bar
    assert bar.isVisible()
    assert not canvas.surface.is_naming
    assert workspace.selection == {("links", "funds")}


def test_l_creates_nobody_under_the_name_it_starts_from(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas
) -> None:
    workspace.select([("actors", "town")])
    before = workspace.document
    qtbot.keyClick(canvas.surface, Qt.Key.Key_L)
    assert canvas.picker is not None
    type_in(canvas.picker.line, "la ville de Rivemont")
    rows = canvas.picker.list
    (told,) = [rows.item(n) for n in range(rows.count())]
    assert told.text() == "Le lien part de « Ville de Rivemont » :\ntapez un autre nom."
    lines = rows.fontMetrics().size(0, told.text())
    assert lines.height() <= rows.visualItemRect(told).height() <= rows.viewport().height()
    assert lines.width() < rows.viewport().width()
    qtbot.keyClick(canvas.picker.line, Qt.Key.Key_Return)
    assert workspace.document is before
    assert canvas.picker is not None
    canvas.picker.line.clear()
    type_in(canvas.picker.line, "radio")
    qtbot.keyClick(canvas.picker.line, Qt.Key.Key_Return)
    (link,) = workspace.selected_links
    assert (link.source, link.target) == ("town", "radio")


def test_l_takes_one_name_of_a_list_that_is_pasted(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas
) -> None:
    said: list[str] = []
    workspace.said.connect(lambda sentence, _error: said.append(sentence))
    QGuiApplication.clipboard().setText("- Radio Val d’Œuvre\n- Ville de Rivemont\n")
    workspace.select([("actors", "grocer")])
    qtbot.keyClick(canvas.surface, Qt.Key.Key_L)
    assert canvas.picker is not None
    qtbot.keyClick(canvas.picker.line, Qt.Key.Key_V, CTRL)
    assert canvas.picker.line.text() == "Radio Val d’Œuvre"
    assert said == [
        "Un lien va vers un acteur\u00a0: la première ligne est prise. Une liste d’acteurs se colle sur la carte."
    ]
    qtbot.keyClick(canvas.picker.line, Qt.Key.Key_Return)
    (link,) = workspace.selected_links
    assert (link.source, link.target) == ("grocer", "radio")


def test_l_again_goes_on_from_the_same_actor(qtbot: QtBot, workspace: Workspace, canvas: Canvas) -> None:
    workspace.select([("actors", "grocer")])
    for name in ("radio", "Ferme du Pont"):
        qtbot.keyClick(canvas.surface, Qt.Key.Key_L)
        assert canvas.picker is not None
        type_in(canvas.picker.line, name)
        qtbot.keyClick(canvas.picker.line, Qt.Key.Key_Return)
        (link,) = workspace.selected_links
        assert link.source == "grocer"
    farm = named(workspace, "Ferme du Pont")
    made = {row.target for row in workspace.document.links.values() if row.source == "grocer"}
    assert made == {"radio", farm.id}
    said: list[str] = []
    workspace.said.connect(lambda sentence, _error: said.append(sentence))
    workspace.select([("links", id_) for id_ in workspace.document.links])
    canvas.start_link()
    assert len(said) == 1, "of several links, none is the one"


def test_l_offers_to_create_who_is_not_there(qtbot: QtBot, workspace: Workspace, canvas: Canvas) -> None:
    workspace.select([("actors", "town")])
    before = workspace.document
    canvas.start_link()
    assert canvas.picker is not None
    type_in(canvas.picker.line, "Fondation Habitat & Partage")
    assert canvas.picker.list.count() == 1
    qtbot.keyClick(canvas.picker.line, Qt.Key.Key_Return)
    new = named(workspace, "Fondation Habitat & Partage")
    assert new.placed
    assert [row.target for row in workspace.document.links.values() if row.id != "funds"] == [new.id]
    boxes = [held.box for held in canvas.surface.picture.cards.values()]
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])
    assert workspace.undo()
    assert workspace.document == before


@pytest.mark.parametrize("name", ["Ferme du Pont", "Radio Val"])
def test_who_comes_beside_a_card_at_the_edge_comes_into_sight(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, name: str
) -> None:
    """A new actor, or one who waited in the tray."""
    canvas.surface.set_view(View(40.0, 30.0, 1.25))  # the grocer at the lower right
    workspace.select([("actors", "grocer")])
    known = set(workspace.document.actors) - {"radio"}
    qtbot.keyClick(canvas.surface, Qt.Key.Key_L)
    assert canvas.picker is not None
    type_in(canvas.picker.line, name)
    qtbot.keyClick(canvas.picker.line, Qt.Key.Key_Return)
    (come,) = {id_ for id_, actor in workspace.document.actors.items() if actor.placed} - known
    seen = QRectF(canvas.surface.rect())
    assert seen.contains(canvas.surface.card_rectangle(come))
    assert canvas.link_bar is not None, "more can be said of the link"
    assert seen.contains(QRectF(canvas.link_bar.geometry()))
    assert not canvas.surface.card_rectangle(come).intersects(QRectF(canvas.link_bar.geometry()))


def test_l_brings_who_waits_in_the_tray_and_links_in_one_step(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas
) -> None:
    workspace.select([("actors", "town")])
    before = workspace.document
    canvas.start_link()
    assert canvas.picker is not None
    type_in(canvas.picker.line, "val")
    assert [canvas.picker.list.item(n).text() for n in range(canvas.picker.list.count())] == [
        "Radio Val d’Œuvre — à placer",
        "Créer «\u00a0val\u00a0» et le relier",
    ]
    qtbot.keyClick(canvas.picker.line, Qt.Key.Key_Return)
    radio = workspace.document.actors["radio"]
    assert radio.placed
    (link,) = workspace.selected_links
    assert (link.source, link.target) == ("town", "radio")
    boxes = [held.box for held in canvas.surface.picture.cards.values()]
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])
    assert len(workspace.document.actors) == len(before.actors)
    assert workspace.undo()
    assert workspace.document == before


def test_a_long_name_in_the_list_hides_no_other(canvas: Canvas, workspace: Workspace) -> None:
    for n in range(9):
        workspace.do(
            gestures.add_actor(Actor(new_id(), f"Communauté de communes des Hauts de l’Œuvre {n}", "other"))
        )
    canvas.surface.choose([("actors", "town")])
    canvas.start_link()
    assert canvas.picker is not None
    shown = canvas.picker.list
    QApplication.processEvents()
    seen = shown.viewport().rect()
    assert sum(seen.contains(row_of(shown, n)) for n in range(shown.count())) == 6
    assert shown.item(1).toolTip() == shown.item(1).text()


def test_the_list_is_as_high_as_the_map_lets_it(canvas: Canvas, workspace: Workspace, qtbot: QtBot) -> None:
    for n in range(9):
        workspace.do(gestures.add_actor(Actor(new_id(), f"Association {n}", "other")))
    canvas.surface.setFixedHeight(190)
    qtbot.waitUntil(lambda: canvas.surface.height() == 190)
    canvas.surface.choose([("actors", "town")])
    canvas.start_link()
    assert canvas.picker is not None
    QApplication.processEvents()
    assert canvas.surface.rect().contains(canvas.picker.geometry())
    assert canvas.picker.list.count() > 6


def row_of(shown: QListWidget, n: int) -> QRect:
    return shown.visualItemRect(shown.item(n))


def test_the_nearest_name_comes_first(workspace: Workspace, canvas: Canvas) -> None:
    for name in ("Maison du lac", "Ancienne mairie", "Mairie", "Les Semaines"):
        assert workspace.do(gestures.add_actor(Actor(new_id(), name, "other")))
    workspace.select([("actors", "town")])
    canvas.start_link()
    assert canvas.picker is not None
    type_in(canvas.picker.line, "MAI")
    names = [canvas.picker.list.item(n).text().partition(" — ")[0] for n in range(canvas.picker.list.count())]
    assert names == [
        "Mairie",
        "Maison du lac",
        "Ancienne mairie",
        "Les Semaines",
        "Créer «\u00a0MAI\u00a0» et le relier",
    ]
    type_in(canvas.picker.line, "rie")
    assert canvas.picker.list.count() == 2


def test_escape_leaves_the_line_of_names(qtbot: QtBot, workspace: Workspace, canvas: Canvas) -> None:
    workspace.select([("actors", "town")])
    before = workspace.document
    canvas.start_link()
    assert canvas.picker is not None
    type_in(canvas.picker.line, "Épi")
    qtbot.keyClick(canvas.picker.line, Qt.Key.Key_Escape)
    assert workspace.document is before
    assert canvas.surface.hasFocus()


def test_l_without_a_card_says_what_to_do(qtbot: QtBot, workspace: Workspace, canvas: Canvas) -> None:
    with qtbot.waitSignal(workspace.said) as said:
        qtbot.keyClick(canvas.surface, Qt.Key.Key_L)
    assert said.args == ["Sélectionnez l’acteur d’où part le lien.", False]


def test_the_bar_says_what_a_link_is_and_the_next_one_begins_so(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    mouse.double(200, 100)
    bar = canvas.link_bar
    assert bar is not None
    assert bar.hasFocus()
    qtbot.keyClick(bar, Qt.Key.Key_4)
    qtbot.mouseClick(bar.status.button(Status.TO_CREATE), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(bar.direction.button(Direction.BOTH), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button_named(bar, "Compétences"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(bar.tension, Qt.MouseButton.LeftButton)
    link = workspace.document.links["funds"]
    assert (link.intensity, link.status, link.direction) == (4, Status.TO_CREATE, Direction.BOTH)
    assert link.types == ("funding", "skills")
    assert link.tension
    qtbot.mouseClick(bar.swap, Qt.MouseButton.LeftButton)
    assert workspace.document.links["funds"].source == "grocer"
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert canvas.link_bar is None
    assert workspace.last_link == {
        "types": ("funding", "skills"),
        "status": Status.TO_CREATE,
        "intensity": 4,
        "direction": Direction.BOTH,
    }


def test_a_click_elsewhere_closes_the_bar_and_so_does_losing_its_link(
    workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    canvas.open_link_bar("funds", QPointF(300, 200))
    mouse.click(-200, 300)
    assert canvas.link_bar is None
    canvas.open_link_bar("funds", QPointF(300, 200))
    workspace.do(gestures.delete_links(["funds"]))
    assert canvas.link_bar is None


@pytest.mark.parametrize("way", ["found", "listed"])
def test_the_bar_goes_once_something_else_is_selected(window: Window, way: str) -> None:
    canvas, workspace = window.canvas, window.workspace
    if way == "listed":
        press(Qt.Key.Key_L, CONTROL)
        canvas.setFocus()
        laid_out()
        canvas.fit()  # nothing is brought into sight, which closes the bar as well
    canvas.surface.choose([("actors", "town")])
    press(Qt.Key.Key_N)
    press(Qt.Key.Key_F2)
    assert canvas.link_bar is not None
    if way == "found":
        press(Qt.Key.Key_F, CONTROL)
        write("etal")
        press(Qt.Key.Key_Return)
        assert canvas.surface.hasFocus()
    else:
        twin = window.centre.twin
        assert twin is not None
        twin.page.table.setFocus()
        press(Qt.Key.Key_End, CONTROL)
        press(Qt.Key.Key_Up)
    assert workspace.selection == {("actors", "grocer")}
    assert canvas.link_bar is None


def test_the_bar_goes_with_the_next_link(window: Window) -> None:
    canvas, workspace = window.canvas, window.workspace
    workspace.do(gestures.add_link(Link("helps", "grocer", "town")))
    canvas.surface.choose([("links", "funds")])
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_N)
    assert workspace.selection == {("links", "helps")}
    assert canvas.link_bar is None
    assert canvas.surface.hasFocus()


@pytest.mark.parametrize("corner", [QPointF(0, 0), QPointF(1199, 0), QPointF(0, 600), QPointF(1199, 600)])
def test_the_bar_stays_inside_the_map(canvas: Canvas, corner: QPointF) -> None:
    canvas.open_link_bar("funds", corner)
    assert canvas.link_bar is not None
    assert canvas.surface.rect().contains(canvas.link_bar.geometry())
    assert (canvas.link_bar.width(), canvas.link_bar.height()) <= (440, 100)


def test_the_bar_is_small_and_whole_in_both_languages(
    each_language: str, workspace: Workspace, canvas: Canvas
) -> None:
    workspace.speak(each_language)
    canvas.open_link_bar("funds", QPointF(600, 380))
    bar = canvas.link_bar
    assert bar is not None
    assert bar.width() <= 440
    assert bar.height() <= 90
    for button in bar.findChildren(QAbstractButton):
        assert bar.rect().contains(QRect(button.mapTo(bar, QPoint()), button.size()))
        assert button.height() >= 24
        assert button.accessibleName()
        if button.text():
            assert button.width() >= button.fontMetrics().horizontalAdvance(button.text()) + 8


def test_the_bar_hides_neither_of_its_cards(workspace: Workspace, canvas: Canvas) -> None:
    for card in ("town", "grocer"):
        canvas.open_link_bar("funds", canvas.surface.card_rectangle(card).center())
        assert canvas.link_bar is not None
        bar = QRectF(canvas.link_bar.geometry())
        assert not any(bar.intersects(canvas.surface.card_rectangle(id_)) for id_ in ("town", "grocer"))


def test_n_walks_through_the_links_of_a_card(qtbot: QtBot, workspace: Workspace, canvas: Canvas) -> None:
    workspace.do(gestures.place_actors({"radio": (400.0, 0.0)}))
    workspace.do(gestures.add_link(Link("airs", "town", "radio")))
    workspace.select([("actors", "town")])
    walked = []
    for _ in range(3):
        qtbot.keyClick(canvas.surface, Qt.Key.Key_N)
        walked += [id_ for _table, id_ in workspace.selection]
    assert walked == ["funds", "airs", "funds"]


def test_keys_of_the_view(qtbot: QtBot, workspace: Workspace, canvas: Canvas) -> None:
    with qtbot.waitSignal(canvas.zoom_changed) as zoom:
        qtbot.keyClick(canvas.surface, "+")
    assert zoom.args[0] > 1
    qtbot.keyClick(canvas.surface, "0")
    box, seen = canvas.surface.picture.box, canvas.surface.view.seen(canvas.surface.size())
    assert seen.contains(box.x, box.y)
    assert seen.contains(box.right, box.bottom)
    workspace.select([("actors", "grocer")])
    qtbot.keyClick(canvas.surface, Qt.Key.Key_Z)
    assert (canvas.surface.view.x, canvas.surface.view.y) == (400, 200)


def test_a_map_of_few_cards_is_shown_a_little_larger_and_never_more(canvas: Canvas) -> None:
    canvas.fit()
    assert canvas.zoom == 1.25
    box, seen = canvas.surface.picture.box, canvas.surface.view.seen(canvas.surface.size())
    assert seen.contains(box.x, box.y)
    assert seen.contains(box.right, box.bottom)


def test_the_view_is_found_again(qtbot: QtBot, workspace: Workspace, canvas: Canvas) -> None:
    view = View(-40.0, 70.0, 0.5)
    canvas.surface.set_view(view)
    workspace.settle()
    again = Canvas(workspace)
    qtbot.addWidget(again)
    again.resize(800, 600)
    with qtbot.waitExposed(again):
        again.show()
    again.surface.repaint()
    assert again.surface.view == view


def test_context_menus(workspace: Workspace, canvas: Canvas, mouse: Mouse) -> None:
    of_card = _texts(menu_at(canvas, mouse.at(0, 0)))
    assert workspace.selection == {("actors", "town")}
    assert {"Renommer", "Dupliquer", "Supprimer avec ses liens"} <= set(of_card)
    assert "Inverser les extrémités" in _texts(menu_at(canvas, mouse.at(200, 100)))
    assert "Nouvel acteur ici" in _texts(menu_at(canvas, mouse.at(-200, 300)))


def test_back_to_the_tray(workspace: Workspace, canvas: Canvas, mouse: Mouse) -> None:
    menu = menu_at(canvas, mouse.at(0, 0))
    next(action for action in menu.actions() if action.text().startswith("Remettre à placer")).trigger()
    assert not workspace.document.actors["town"].placed
    assert [chip.actor for chip in canvas.tray.chips] == ["town", "radio"]


def test_every_control_has_a_name_in_both_languages(
    each_language: str, workspace: Workspace, canvas: Canvas
) -> None:
    workspace.speak(each_language)
    canvas.start_typing_actors()
    canvas.open_link_bar("funds", QPointF(300, 200))
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit

    for kind in (QAbstractButton, QComboBox, QLineEdit):
        for control in canvas.findChildren(kind):
            assert control.accessibleName() or (isinstance(control, QAbstractButton) and control.text()), (
                control
            )
    assert canvas.surface.accessibleName()


def _texts(menu: QMenu) -> list[str]:
    texts = [action.text().partition("\t")[0] for action in menu.actions() if action.text()]
    menu.deleteLater()
    return texts


def test_a_session_that_is_only_read_lets_nothing_through(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    workspace.file.read_only = True
    before = workspace.document
    mouse.drag(mouse.at(0, 0), mouse.at(50, 50), mouse.at(100, 100))
    workspace.select([("actors", "town")])
    qtbot.keyClick(canvas.surface, Qt.Key.Key_Delete)
    assert workspace.document is before
    assert canvas.surface.place_of("town") == (0, 0)


def test_ten_actors_follow_in_ten_frames(workspace: Workspace, canvas: Canvas) -> None:
    """Every gesture is shown at once: what is grabbed is never an older document."""
    for number in range(3):
        actor = Actor(f"a{number}", "É" * 40, "company", x=-200.0 + 200 * number, y=300.0)
        before = canvas.surface.grab().toImage()
        workspace.do(gestures.add_actor(actor))
        QApplication.processEvents()
        assert canvas.surface.grab().toImage() != before
        assert canvas.surface.picture.card_at(actor.x or 0, 300.0) == actor.id
    assert canvas.surface.rect().contains(QPoint(10, 10))


def test_n_says_what_it_needs(qtbot: QtBot, workspace: Workspace, canvas: Canvas) -> None:
    said: list[str] = []
    workspace.said.connect(lambda sentence, _error: said.append(sentence))
    workspace.select([])
    qtbot.keyClick(canvas.surface, Qt.Key.Key_N)
    assert said == ["Sélectionnez d’abord une fiche\u00a0: N va ensuite de lien en lien."]


def test_a_map_seen_whole_is_so_on_another_screen(qtbot: QtBot, workspace: Workspace, canvas: Canvas) -> None:
    """The window gets there in several steps."""
    workspace.do(gestures.place_actors({"town": (-500.0, -300.0), "grocer": (800.0, 500.0)}))
    canvas.fit()
    large = canvas.surface.view.zoom
    canvas.whole.goes_elsewhere()
    for size in ((900, 700), (640, 420)):
        canvas.resize(*size)
        laid_out()
    qtbot.waitUntil(lambda: whereabouts.sees_all(canvas.surface))
    assert canvas.surface.view.zoom < large
    canvas.whole.goes_elsewhere()
    canvas.resize(1200, 760)
    qtbot.waitUntil(lambda: canvas.surface.view.zoom == pytest.approx(large))
    canvas.whole.goes_elsewhere()
    canvas.zoom_in()
    nearer = canvas.surface.view.zoom
    qtbot.waitUntil(lambda: not canvas.whole._resting.isActive())
    assert canvas.surface.view.zoom == nearer, "one came nearer meanwhile"
    canvas.whole.goes_elsewhere()
    canvas.resize(640, 420)
    qtbot.waitUntil(lambda: not canvas.whole._resting.isActive())
    assert canvas.surface.view.zoom == nearer, "seen in part, it stays as it was"
