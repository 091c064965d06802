"""The hand on the map: real events, and what the document says of them."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QSplitter
from pytestqt.qtbot import QtBot

from facilitator.model import gestures
from facilitator.ui.canvas.widget import Canvas
from facilitator.ui.window import Window
from facilitator.ui.workspace import Workspace
from tests.ui.canvas.conftest import Mouse, name_line, named, type_in
from tests.ui.hands import CTRL, strike

TOWN, GROCER = ("actors", "town"), ("actors", "grocer")
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_a_click_selects_and_a_click_on_the_paper_lets_go(workspace: Workspace, mouse: Mouse) -> None:
    mouse.click(0, 0)
    assert workspace.selection == {TOWN}
    mouse.click(400, 200, SHIFT)
    assert workspace.selection == {TOWN, GROCER}
    mouse.click(0, 0, SHIFT)
    assert workspace.selection == {GROCER}
    mouse.click(-200, 300)
    assert workspace.selection == set()


def test_cards_are_carried_together_and_put_down_in_one_step(workspace: Workspace, mouse: Mouse) -> None:
    mouse.click(0, 0)
    mouse.click(400, 200, SHIFT)
    before = workspace.document
    mouse.drag(mouse.at(0, 0), mouse.at(30, 20), mouse.at(100, 50))
    town, grocer = workspace.document.actors["town"], workspace.document.actors["grocer"]
    assert ((town.x, town.y), (grocer.x, grocer.y)) == ((100, 50), (500, 250))
    assert workspace.undo()
    assert workspace.document == before


def test_nothing_is_written_before_the_hand_opens(workspace: Workspace, canvas: Canvas, mouse: Mouse) -> None:
    before = workspace.document
    mouse.press(mouse.at(0, 0))
    mouse.move(mouse.at(60, 60))
    assert workspace.document is before
    assert canvas.surface.place_of("town") == (60, 60)
    QApplication.sendEvent(canvas.surface, _escape())
    assert canvas.surface.place_of("town") == (0, 0)
    mouse.release(mouse.at(60, 60))
    assert workspace.document is before


def test_a_session_that_changes_frees_the_hand(workspace: Workspace, canvas: Canvas, mouse: Mouse) -> None:
    mouse.press(mouse.at(0, 0))
    mouse.move(mouse.at(60, 60))
    workspace.do(gestures.delete_actors(["town"]))
    after = workspace.document
    mouse.move(mouse.at(90, 90))
    mouse.release(mouse.at(90, 90))
    assert workspace.document is after
    assert "town" not in canvas.surface.picture.cards


@pytest.mark.parametrize("key", [Qt.Key.Key_Z, Qt.Key.Key_Delete])
def test_a_key_that_changes_the_session_takes_the_link_being_pulled_out_of_the_hand(
    qtbot: QtBot, window: Window, key: Qt.Key
) -> None:
    workspace, mouse = window.workspace, Mouse(qtbot, window.canvas)
    window.canvas.fit()
    workspace.do(gestures.edit_actor("grocer", name="Épicerie"))
    workspace.select([("actors", "town")])
    start = mouse.handle("town", 2)
    mouse.press(start)
    mouse.move(start + QPoint(-30, 40))
    mouse.move(start + QPoint(-40, 60))
    before = workspace.document
    strike(window, key, CTRL if key == Qt.Key.Key_Z else Qt.KeyboardModifier.NoModifier)
    after = workspace.document
    assert after != before
    mouse.move(start + QPoint(-45, 65))
    mouse.release(start + QPoint(-45, 65))
    assert workspace.document is after
    assert window.canvas.surface.findChild(QLineEdit) is None, "nobody is being named"


def test_another_button_does_not_open_the_hand(workspace: Workspace, mouse: Mouse) -> None:
    before = workspace.document
    mouse.press(mouse.at(0, 0))
    mouse.move(mouse.at(60, 60))
    mouse.press(mouse.at(60, 60), Qt.MouseButton.RightButton)
    mouse.release(mouse.at(60, 60), Qt.MouseButton.RightButton)
    assert workspace.document is before
    mouse.release(mouse.at(60, 60))
    assert workspace.document.actors["town"].x == 60


def test_a_hand_that_trembles_moves_nothing(workspace: Workspace, mouse: Mouse) -> None:
    before = workspace.document
    mouse.drag(mouse.at(0, 0), mouse.at(0, 0) + QPoint(2, 2))
    assert workspace.document is before


def test_the_rubber_band_takes_what_is_whole_in_it(workspace: Workspace, mouse: Mouse) -> None:
    mouse.drag(mouse.at(-150, -120), mouse.at(0, 0), mouse.at(150, 120))
    assert workspace.selection == {TOWN}
    mouse.drag(mouse.at(-150, -120), mouse.at(0, 0), mouse.at(550, 290))
    assert workspace.selection == {TOWN, GROCER}


def test_a_link_is_found_within_twelve_pixels(workspace: Workspace, mouse: Mouse) -> None:
    mouse.click(200, 100 + 11)
    assert workspace.selection == {("links", "funds")}
    mouse.click(200, 100 + 40)
    assert workspace.selection == set()


def test_a_handle_pulled_onto_a_card_links(workspace: Workspace, canvas: Canvas, mouse: Mouse) -> None:
    mouse.click(400, 200)
    mouse.drag(mouse.handle("grocer", 3), mouse.at(200, 150), mouse.at(0, 10))
    (link,) = (row for row in workspace.document.links.values() if row.id != "funds")
    assert (link.source, link.target) == ("grocer", "town")
    assert workspace.selection == {("links", link.id)}
    assert canvas.link_bar is not None
    assert canvas.link_bar.link == link.id


def test_a_handle_pulled_back_onto_its_card_is_refused_kindly(
    qtbot: QtBot, workspace: Workspace, mouse: Mouse
) -> None:
    mouse.click(0, 0)
    before = workspace.document
    with qtbot.waitSignal(workspace.said) as said:
        mouse.drag(mouse.handle("town"), mouse.at(200, 10), mouse.at(10, 0))
    assert said.args == ["Un lien relie deux acteurs différents.", True]
    assert workspace.document is before


def test_a_handle_dropped_on_the_paper_names_and_links(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    mouse.click(0, 0)
    before = workspace.document
    mouse.drag(mouse.handle("town", 2), mouse.at(0, 150), mouse.at(0, 250))
    line = name_line(canvas)
    assert workspace.document is before
    type_in(line, "Marchés de plein vent")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    market = named(workspace, "Marchés de plein vent")
    assert (market.x, market.y) == (0, 250)
    assert [row.source for row in workspace.document.links.values() if row.target == market.id] == ["town"]
    assert workspace.undo()
    assert workspace.document == before


def test_a_link_let_go_of_beside_the_map_is_nothing(
    workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    mouse.click(0, 0)
    before = workspace.document
    mouse.drag(mouse.handle("town", 2), mouse.at(0, 150), QPoint(canvas.surface.width() + 60, 200))
    assert workspace.document is before
    assert canvas.surface.findChild(QLineEdit) is None


def test_a_card_carried_beside_the_map_stays_at_its_edge(
    workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    surface = canvas.surface
    mouse.drag(mouse.at(0, 0), mouse.at(30, 20), QPoint(surface.width() + 300, -400))
    town = workspace.document.actors["town"]
    assert surface.in_window(town.x or 0, town.y or 0) == QPointF(surface.width(), 0)


@pytest.mark.qt_log_ignore("This plugin does not support")  # names that wait are offered
def test_the_name_of_one_who_waits_brings_that_one(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    before = workspace.document
    mouse.click(0, 0)
    mouse.drag(mouse.handle("town", 2), mouse.at(0, 150), mouse.at(0, 250))
    type_in(name_line(canvas), "radio val d'oeuvre")
    qtbot.keyClick(name_line(canvas), Qt.Key.Key_Return)
    radio = workspace.document.actors["radio"]
    assert (radio.x, radio.y) == (0, 250)
    assert [row.target for row in workspace.document.links.values() if row.id != "funds"] == ["radio"]
    assert workspace.undo()
    assert workspace.document == before


@pytest.mark.qt_log_ignore("This plugin does not support")  # names that wait are offered
def test_a_double_click_may_bring_one_who_waits(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    before = workspace.document
    mouse.double(-250, 250)
    type_in(name_line(canvas), "Radio Val d’Œuvre")
    qtbot.keyClick(name_line(canvas), Qt.Key.Key_Return)
    assert (workspace.document.actors["radio"].x, workspace.document.actors["radio"].y) == (-250, 250)
    assert len(workspace.document.actors) == len(before.actors)


def test_a_line_around_the_map_tells_the_keyboard_alone(canvas: Canvas) -> None:
    surface = canvas.surface
    corner = QPoint(surface.width() // 2, 3)
    told = {}
    for reason in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason):
        surface.clearFocus()
        surface.setFocus(reason)
        told[reason] = surface.grab().toImage().pixelColor(corner)
    paper = surface.grab().toImage().pixelColor(corner + QPoint(0, 12))
    assert told[Qt.FocusReason.MouseFocusReason] == paper
    assert told[Qt.FocusReason.TabFocusReason].lightness() < 140


@pytest.mark.qt_log_ignore("This plugin does not support")  # names that wait are offered
@pytest.mark.parametrize(("typed", "key"), [("", Qt.Key.Key_Return), ("Radio", Qt.Key.Key_Escape)])
def test_an_actor_without_a_name_does_not_exist(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse, typed: str, key: Qt.Key
) -> None:
    before = workspace.document
    mouse.double(-250, 250)
    line = name_line(canvas)
    type_in(line, typed)
    qtbot.keyClick(line, key)
    assert workspace.document is before


def test_a_double_click_creates_here(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    canvas.surface.use_category("foundation")
    mouse.double(-250, 250)
    line = name_line(canvas)
    type_in(line, "Fondation Terre d’Avenir")
    mouse.click(200, -200)  # leaving the line hands the name over too
    actor = named(workspace, "Fondation Terre d’Avenir")
    assert (actor.category, actor.x, actor.y) == ("foundation", -250, 250)


def test_a_double_click_renames(qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse) -> None:
    mouse.double(0, 0)
    line = name_line(canvas)
    assert line.text() == "Ville de Rivemont"
    type_in(line, "Commune de Rivemont")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert workspace.document.actors["town"].name == "Commune de Rivemont"
    assert not line.isVisible()
    assert canvas.surface.hasFocus()


def test_a_name_being_typed_is_handed_over_before_an_undo(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    mouse.double(0, 0)
    type_in(name_line(canvas), "Commune")
    assert workspace.undo()
    assert workspace.document.actors["town"].name == "Ville de Rivemont"
    assert workspace.redo()
    assert workspace.document.actors["town"].name == "Commune"


def test_the_wheel_zooms_under_the_pointer(canvas: Canvas) -> None:
    surface, point = canvas.surface, QPointF(300, 200)
    place = surface.on_map(point)
    QApplication.sendEvent(surface, _wheel(surface.mapToGlobal(point), point))
    assert surface.view.zoom > 1
    assert surface.on_map(point) == pytest.approx(place)


def test_the_middle_button_pushes_the_map(workspace: Workspace, canvas: Canvas, mouse: Mouse) -> None:
    view, before = canvas.surface.view, workspace.document
    mouse.drag(QPoint(300, 200), QPoint(320, 230), button=Qt.MouseButton.MiddleButton)
    assert (canvas.surface.view.x, canvas.surface.view.y) == (view.x - 20, view.y - 30)
    assert workspace.document is before


def test_space_pushes_the_map(qtbot: QtBot, canvas: Canvas, mouse: Mouse) -> None:
    view = canvas.surface.view
    qtbot.keyPress(canvas.surface, Qt.Key.Key_Space)
    mouse.drag(mouse.at(0, 0), mouse.at(0, 0) + QPoint(50, 0))
    qtbot.keyRelease(canvas.surface, Qt.Key.Key_Space)
    assert canvas.surface.view.x == view.x - 50


def test_the_map_does_not_move_by_itself(workspace: Workspace, canvas: Canvas) -> None:
    view = canvas.surface.view
    corner = canvas.surface.on_map(QPointF(0, 0))
    workspace.do(gestures.place_actors({"town": (9000.0, 9000.0)}))
    assert canvas.surface.view == view
    workspace.undo()
    assert canvas.surface.view == view
    canvas.start_typing_actors()
    QApplication.processEvents()
    assert canvas.surface.on_map(QPointF(0, 0)) == pytest.approx(corner)


def test_a_panel_that_folds_on_the_left_does_not_move_the_map(qtbot: QtBot, workspace: Workspace) -> None:
    room = QSplitter()
    qtbot.addWidget(room)
    rail, canvas = QLabel("rail"), Canvas(workspace)
    for part in (rail, canvas):
        room.addWidget(part)
    room.resize(1200, 700)
    room.setSizes([240, 960])
    with qtbot.waitExposed(room):
        room.show()
    surface = canvas.surface
    surface.repaint()

    def shown_at() -> QPoint:
        return surface.mapTo(room, surface.card_rectangle("town").center().toPoint())

    place = shown_at()
    rail.hide()
    QApplication.processEvents()
    assert surface.width() > 1100
    assert (shown_at() - place).manhattanLength() <= 1
    rail.show()
    QApplication.processEvents()
    assert (shown_at() - place).manhattanLength() <= 1


def test_an_empty_map_invites(qtbot: QtBot, workspace: Workspace, canvas: Canvas) -> None:
    full = canvas.surface.grab().toImage()
    workspace.do(gestures.delete_actors(["town", "grocer"]))
    empty = canvas.surface.grab().toImage()
    inked = {empty.pixelColor(x, y).name() for x in range(300, 900, 3) for y in range(200, 400)}
    assert len(inked) > 3
    assert full != empty


def test_a_refused_gesture_shows_the_document_again(
    workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    """Nothing can be written: the card is where the session has it, and a sentence says so."""
    sentences: list[str] = []
    workspace.said.connect(lambda sentence, _error: sentences.append(sentence))
    workspace.file.close()
    before = workspace.document
    mouse.drag(mouse.at(0, 0), mouse.at(30, 20), mouse.at(100, 50))
    assert workspace.document is before
    assert canvas.surface.place_of("town") == (0, 0)
    assert sentences


def _escape() -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)


def _wheel(everywhere: QPointF, here: QPointF) -> QWheelEvent:
    return QWheelEvent(
        here,
        everywhere,
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
        Qt.MouseEventSource.MouseEventNotSynthesized,
        QPointingDevice.primaryPointingDevice(),
    )


@pytest.mark.parametrize("where", [(0, 0), (-200, 300)])
def test_a_double_click_in_a_session_to_read_says_so_before_one_types(
    workspace: Workspace, canvas: Canvas, mouse: Mouse, where: tuple[float, float]
) -> None:
    said: list[str] = []
    workspace.said.connect(lambda sentence, _error: said.append(sentence))
    workspace.file.read_only = True
    mouse.double(*where)
    assert not canvas.surface.is_naming
    assert said
