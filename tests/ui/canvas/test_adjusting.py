"""What lies under the map in the hand: by the mouse, by the keys; one gesture each, Esc leaves everything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from facilitator.drawing.shapes import Box
from facilitator.model import gestures
from facilitator.model.document import Image, Zone
from facilitator.model.vocabulary import BackgroundKind
from facilitator.ui import ground, look
from facilitator.ui.canvas.adjust_bar import AdjustBar
from facilitator.ui.canvas.adjusting import Adjusting
from facilitator.ui.canvas.framed import WHOLE, frame_at, frames
from facilitator.ui.canvas.frames import REACH, handle_at, handles, pulled
from facilitator.ui.canvas.proposal_bar import ProposalBar
from facilitator.ui.canvas.view import View
from facilitator.ui.canvas.widget import Canvas
from facilitator.ui.window import Window
from facilitator.ui.workspace import Workspace
from tests.drawing.scenes import chequered
from tests.ui.canvas.conftest import Mouse, named, type_in
from tests.ui.hands import CTRL, SHIFT, enter, hover, inside, press, strike, write
from tests.ui.seen import in_sight, whole

FOOD = Zone("food", "Alimentation", -100.0, -100.0, 300.0, 200.0, rank=1)
WORK = Zone("work", "Insertion", 300.0, 100.0, 200.0, 200.0, rank=2)
SIDES = st.sampled_from(["", "n", "e", "s", "w", "ne", "nw", "se", "sw"])
LENGTH = st.floats(-2000, 2000)
LEAST = (80.0, 60.0)


@pytest.fixture
def zones(workspace: Workspace, canvas: Canvas) -> Adjusting:
    """Two zones, adjusted."""
    for zone in (FOOD, WORK):
        workspace.do(gestures.add_zone(zone))
    workspace.do(gestures.choose_background(BackgroundKind.ZONES))
    return Adjusting(canvas.surface)


@pytest.fixture
def axes(workspace: Workspace, canvas: Canvas) -> Adjusting:
    """Two axes of 600 by 400 in the middle of the window, adjusted."""
    workspace.do(gestures.choose_background(BackgroundKind.QUADRANT))
    workspace.do(gestures.edit_background(x=-100.0, y=-100.0, width=600.0, height=400.0))
    canvas.surface.set_view(View(200.0, 100.0, 1.0))
    return Adjusting(canvas.surface)


def at(held: Adjusting, x: float, y: float) -> QPoint:
    return held.board.in_window(x, y).toPoint()


def drag(qtbot: QtBot, held: Adjusting, start: tuple[float, float], end: tuple[float, float]) -> None:
    qtbot.mousePress(held, Qt.MouseButton.LeftButton, pos=at(held, *start))
    qtbot.mouseMove(held, at(held, (start[0] + end[0]) / 2, (start[1] + end[1]) / 2))
    qtbot.mouseMove(held, at(held, *end))
    qtbot.mouseRelease(held, Qt.MouseButton.LeftButton, pos=at(held, *end))


def line_of(held: Adjusting) -> QLineEdit:
    (line,) = [one for one in held.findChildren(QLineEdit) if one.isVisible()]
    return line


def laid(held: Adjusting, key: str) -> tuple[float, float, float, float]:
    box = frames(held.workspace.document)[key]
    return box.x, box.y, box.width, box.height


# Frames


@given(SIDES, LENGTH, LENGTH, st.booleans())
def test_what_is_pulled_keeps_the_side_opposite_and_is_never_too_small(
    handle: str, dx: float, dy: float, keep: bool
) -> None:
    box = Box(10.0, 20.0, 400.0, 200.0)
    made = pulled(box, handle, (dx, dy), LEAST, keep=keep)
    assert made.width >= LEAST[0] - 1e-6
    assert made.height >= LEAST[1] - 1e-6
    if not handle:
        assert made == box.moved(dx, dy)
        return
    if "w" in handle:
        assert made.right == pytest.approx(box.right)
    else:
        assert made.x == box.x
    if "n" in handle:
        assert made.bottom == pytest.approx(box.bottom)
    else:
        assert made.y == box.y
    if keep:
        assert made.width == pytest.approx(2 * made.height)


def test_handles_are_wide_enough_for_a_hand() -> None:
    frame = QRectF(0, 0, 200, 100)
    assert REACH * 2 >= 24
    assert list(handles(frame, corners=True)) == ["nw", "ne", "se", "sw"]
    assert handle_at(frame, QPointF(198, 96), corners=False) == "se"
    assert handle_at(frame, QPointF(100, 5), corners=False) == "n"
    assert handle_at(frame, QPointF(100, 5), corners=True) == ""
    assert handle_at(frame, QPointF(100, 50), corners=False) == ""


def test_the_smallest_frame_is_taken() -> None:
    held = {"large": Box(0, 0, 100, 100), "small": Box(10, 10, 10, 10), "twin": Box(10, 10, 10, 10)}
    assert frame_at(held, 15, 15) == "twin"
    assert frame_at(held, 50, 50) == "large"
    assert frame_at(held, 500, 50) == ""


# By the mouse


def test_a_zone_is_moved_in_one_step(qtbot: QtBot, zones: Adjusting, workspace: Workspace) -> None:
    drag(qtbot, zones, (0.0, 0.0), (50.0, 30.0))
    assert zones.chosen == "food"
    assert laid(zones, "food") == (-50.0, -70.0, 300.0, 200.0)
    assert laid(zones, "work") == (300.0, 100.0, 200.0, 200.0)
    workspace.undo()
    assert laid(zones, "food") == (-100.0, -100.0, 300.0, 200.0)


def test_a_zone_stays_under_the_hand_while_the_map_is_zoomed(
    qtbot: QtBot, zones: Adjusting, canvas: Canvas
) -> None:
    qtbot.mousePress(zones, Qt.MouseButton.LeftButton, pos=at(zones, 50, 0))
    qtbot.mouseMove(zones, at(zones, 90, 0))
    here = at(zones, 90, 0)
    canvas.surface.zoom(1.5, QPointF(10.0, 10.0))
    qtbot.mouseMove(zones, here + QPoint(1, 0))
    qtbot.mouseRelease(zones, Qt.MouseButton.LeftButton, pos=here + QPoint(1, 0))
    place = zones.board.on_map(QPointF(here + QPoint(1, 0)))
    food = zones.workspace.document.zones["food"]
    # The hand took it 150 units right of its side, and 100 below its top.
    assert (food.x, food.y) == pytest.approx((place[0] - 150, place[1] - 100), abs=1.5)


def test_a_zone_whose_hand_opened_in_another_window_stays(
    qtbot: QtBot, zones: Adjusting, workspace: Workspace
) -> None:
    before = workspace.document
    qtbot.mousePress(zones, Qt.MouseButton.LeftButton, pos=at(zones, 50, 0))
    qtbot.mouseMove(zones, at(zones, 90, 0))
    hover(zones, at(zones, 400, 300))
    assert zones.carried is None
    qtbot.mouseRelease(zones, Qt.MouseButton.LeftButton, pos=at(zones, 400, 300))
    assert workspace.document is before


def test_a_handle_resizes(qtbot: QtBot, zones: Adjusting) -> None:
    qtbot.mouseClick(zones, Qt.MouseButton.LeftButton, pos=at(zones, 400.0, 200.0))
    assert zones.chosen == "work"
    drag(qtbot, zones, (500.0, 300.0), (560.0, 260.0))
    assert laid(zones, "work") == (300.0, 100.0, 260.0, 160.0)
    drag(qtbot, zones, (300.0, 180.0), (900.0, 180.0))
    assert laid(zones, "work") == (480.0, 100.0, 80.0, 160.0)


def test_a_rectangle_that_is_pulled_is_a_zone_once_named(
    qtbot: QtBot, zones: Adjusting, workspace: Workspace
) -> None:
    drag(qtbot, zones, (-200.0, 150.0), (20.0, 300.0))
    assert len(workspace.document.zones) == 2
    type_in(line_of(zones), "Santé")
    qtbot.keyClick(line_of(zones), Qt.Key.Key_Return)
    (made,) = (zone for zone in workspace.document.zones.values() if zone.name == "Santé")
    assert (made.x, made.y, made.width, made.height) == (-200.0, 150.0, 220.0, 150.0)
    assert zones.chosen == made.id
    assert zones.hasFocus()
    workspace.undo()
    assert len(workspace.document.zones) == 2
    assert zones.chosen in workspace.document.zones


def test_a_mouse_that_moves_takes_nothing_from_a_finger(zones: Adjusting, workspace: Workspace) -> None:
    zones.closes(QPointF(at(zones, 0, 0)))
    zones.moves(QPointF(at(zones, 40, 0)))
    hover(zones, at(zones, 200, 0))
    zones.moves(QPointF(at(zones, 80, 40)))
    zones.opens(QPointF(at(zones, 80, 40)))
    food = workspace.document.zones["food"]
    assert (food.x, food.y) == (-20.0, -60.0)


def test_the_keyboard_given_back_to_the_map_is_for_what_lies_over_it(
    zones: Adjusting, canvas: Canvas
) -> None:
    canvas.start_typing_actors()
    assert not zones.hasFocus()
    press(Qt.Key.Key_Escape)
    assert zones.hasFocus()
    canvas.surface.setFocus(Qt.FocusReason.BacktabFocusReason)
    assert not zones.hasFocus(), "Shift+Tab would come back for ever"
    assert not canvas.surface.hasFocus()
    zones.setFocus()
    press(Qt.Key.Key_Escape)
    assert zones.over


def test_what_is_selected_meanwhile_has_the_keys(
    zones: Adjusting, canvas: Canvas, workspace: Workspace
) -> None:
    """As cards that are pasted: Del was about a zone nobody looked at."""
    workspace.select([("actors", "grocer")])
    assert zones.over
    press(Qt.Key.Key_Delete)
    assert "grocer" not in workspace.document.actors
    assert set(workspace.document.zones) == {"food", "work"}


def test_no_card_shows_that_the_pointer_is_on_it(canvas: Canvas, workspace: Workspace, mouse: Mouse) -> None:
    workspace.do(gestures.choose_background(BackgroundKind.QUADRANT))
    hover(canvas.surface, mouse.at(0, 0))
    assert canvas.surface._handles.places()
    taken = Adjusting(canvas.surface)
    assert not canvas.surface._handles.places()
    assert canvas.surface.pointer is None
    taken.leave()


def test_a_zone_nobody_names_is_not_made(qtbot: QtBot, zones: Adjusting, workspace: Workspace) -> None:
    drag(qtbot, zones, (-200.0, 150.0), (20.0, 300.0))
    qtbot.keyClick(line_of(zones), Qt.Key.Key_Escape)
    drag(qtbot, zones, (-200.0, 150.0), (-190.0, 300.0))  # too thin to be meant
    assert [one for one in zones.findChildren(QLineEdit) if one.isVisible()] == []
    assert len(workspace.document.zones) == 2
    assert zones.drawn is None
    assert not zones.over


def test_a_double_click_renames_or_makes(qtbot: QtBot, zones: Adjusting, workspace: Workspace) -> None:
    qtbot.mouseDClick(zones, Qt.MouseButton.LeftButton, pos=at(zones, 0.0, 0.0))
    assert line_of(zones).text() == "Alimentation"
    assert line_of(zones).accessibleName() == "Nom de la zone"
    line_of(zones).selectAll()
    type_in(line_of(zones), "Nourrir")
    qtbot.keyClick(line_of(zones), Qt.Key.Key_Return)
    assert workspace.document.zones["food"].name == "Nourrir"
    qtbot.mouseDClick(zones, Qt.MouseButton.LeftButton, pos=at(zones, -300.0, 200.0))
    type_in(line_of(zones), "Loin")
    workspace.settle()
    assert len(workspace.document.zones) == 3


def test_escape_lets_go_then_leaves(
    qtbot: QtBot, zones: Adjusting, workspace: Workspace, canvas: Canvas
) -> None:
    before = workspace.document
    qtbot.mousePress(zones, Qt.MouseButton.LeftButton, pos=at(zones, 0.0, 0.0))
    qtbot.mouseMove(zones, at(zones, 80.0, 80.0))
    assert zones.carried is not None
    qtbot.keyClick(zones, Qt.Key.Key_Escape)
    qtbot.mouseRelease(zones, Qt.MouseButton.LeftButton, pos=at(zones, 80.0, 80.0))
    assert workspace.document is before
    assert not zones.over
    with qtbot.waitSignal(zones.left):
        qtbot.keyClick(zones, Qt.Key.Key_Escape)
    assert zones.over
    assert canvas.surface.hasFocus()
    zones.leave()  # once


def test_a_change_from_elsewhere_takes_the_zone_out_of_the_hand(
    qtbot: QtBot, zones: Adjusting, workspace: Workspace
) -> None:
    qtbot.mousePress(zones, Qt.MouseButton.LeftButton, pos=at(zones, 0.0, 0.0))
    qtbot.mouseMove(zones, at(zones, 80.0, 80.0))
    workspace.do(gestures.delete_zone("food"))
    qtbot.mouseRelease(zones, Qt.MouseButton.LeftButton, pos=at(zones, 80.0, 80.0))
    assert zones.chosen == "work"
    assert workspace.document.zones["work"] == WORK
    workspace.do(gestures.choose_background(BackgroundKind.BLANK))
    assert zones.over


def test_axes_are_moved_and_resized_and_no_card_with_them(
    qtbot: QtBot, axes: Adjusting, workspace: Workspace
) -> None:
    actors = workspace.document.actors
    drag(qtbot, axes, (0.0, 0.0), (40.0, 0.0))
    assert laid(axes, WHOLE) == (-60.0, -100.0, 600.0, 400.0)
    drag(qtbot, axes, (240.0, 300.0), (240.0, 320.0))
    assert laid(axes, WHOLE) == (-60.0, -100.0, 600.0, 420.0)
    assert workspace.document.actors is actors
    workspace.undo()
    workspace.undo()
    assert laid(axes, WHOLE) == (-100.0, -100.0, 600.0, 400.0)
    before = workspace.document
    drag(qtbot, axes, (-300.0, 300.0), (-200.0, 200.0))  # beside them, nothing is drawn
    qtbot.mouseDClick(axes, Qt.MouseButton.LeftButton, pos=at(axes, 0.0, 0.0))
    assert workspace.document is before


@pytest.mark.parametrize("kind", [BackgroundKind.TARGET, BackgroundKind.IMAGE])
def test_a_target_and_a_picture_keep_their_proportions(
    qtbot: QtBot, canvas: Canvas, workspace: Workspace, kind: BackgroundKind
) -> None:
    workspace.do(gestures.set_image(Image("plan", data=chequered(), width=400, height=300)))
    workspace.do(gestures.choose_background(kind))
    canvas.surface.set_view(View(*(0.0, 0.0), 0.2))
    held = Adjusting(canvas.surface)
    x, y, width, height = laid(held, WHOLE)
    drag(qtbot, held, (x + width, y + height), (x + width + 300, y + height))
    _, _, wider, higher = laid(held, WHOLE)
    assert wider > width
    assert wider / higher == pytest.approx(width / height, rel=0.01)


def test_the_map_is_still_pushed_and_zoomed(qtbot: QtBot, zones: Adjusting, canvas: Canvas) -> None:
    before = canvas.surface.view
    start = zones.rect().center()
    qtbot.mousePress(zones, Qt.MouseButton.MiddleButton, pos=start)
    qtbot.mouseMove(zones, start + QPoint(30, 0))
    qtbot.mouseRelease(zones, Qt.MouseButton.MiddleButton, pos=start + QPoint(30, 0))
    assert zones.chosen == "food"
    assert canvas.surface.view.zoom == before.zoom


def test_pointers_say_what_a_hand_would_do(qtbot: QtBot, zones: Adjusting) -> None:
    for place, shape in (
        ((0.0, 0.0), Qt.CursorShape.SizeAllCursor),
        ((200.0, 100.0), Qt.CursorShape.SizeFDiagCursor),
        ((-300.0, 300.0), Qt.CursorShape.CrossCursor),
    ):
        qtbot.mouseMove(zones, at(zones, *place))
        assert zones.cursor().shape() is shape


# By the keys


def test_arrows_that_follow_one_another_are_one_step(
    qtbot: QtBot, zones: Adjusting, workspace: Workspace
) -> None:
    for _turn in range(3):
        qtbot.keyClick(zones, Qt.Key.Key_Right)
    qtbot.keyClick(zones, Qt.Key.Key_Down, SHIFT)
    assert laid(zones, "food") == (-76.0, -20.0, 300.0, 200.0)
    qtbot.keyClick(zones, Qt.Key.Key_Right, CTRL)
    qtbot.keyClick(zones, Qt.Key.Key_Up, CTRL)
    assert laid(zones, "food") == (-76.0, -20.0, 308.0, 192.0)
    workspace.undo()
    workspace.undo()
    assert laid(zones, "food") == (-100.0, -100.0, 300.0, 200.0)


def test_a_target_is_resized_round(qtbot: QtBot, canvas: Canvas, workspace: Workspace) -> None:
    workspace.do(gestures.choose_background(BackgroundKind.TARGET))
    held = Adjusting(canvas.surface)
    _, _, width, height = laid(held, WHOLE)
    qtbot.keyClick(held, Qt.Key.Key_Left, CTRL)
    assert laid(held, WHOLE)[2:] == (width - 8, height - 8)
    for key in (Qt.Key.Key_Insert, Qt.Key.Key_Delete, Qt.Key.Key_F2):
        qtbot.keyClick(held, key)
    assert workspace.document.background.kind is BackgroundKind.TARGET
    assert laid(held, WHOLE)[2:] == (width - 8, height - 8)


def test_every_gesture_of_a_zone_has_a_key(qtbot: QtBot, zones: Adjusting, workspace: Workspace) -> None:
    qtbot.keyClick(zones, Qt.Key.Key_Tab)
    assert zones.chosen == "work"
    assert "Insertion" in zones.accessibleDescription()
    qtbot.keyClick(zones, Qt.Key.Key_Backtab)
    assert zones.chosen == "food"
    qtbot.keyClick(zones, Qt.Key.Key_D, CTRL)
    copy = workspace.document.zones[zones.chosen]
    assert (copy.name, copy.x, copy.y) == ("Alimentation", -60.0, -60.0)
    qtbot.keyClick(zones, Qt.Key.Key_Delete)
    assert list(workspace.document.zones) == ["food", "work"]
    qtbot.keyClick(zones, Qt.Key.Key_F2)
    assert line_of(zones).text() == "Alimentation"
    qtbot.keyClick(line_of(zones), Qt.Key.Key_Escape)
    qtbot.keyClick(zones, Qt.Key.Key_Insert)
    type_in(line_of(zones), "Milieu")
    qtbot.keyClick(line_of(zones), Qt.Key.Key_Return)
    made = workspace.document.zones[zones.chosen]
    assert (made.x + made.width / 2, made.y + made.height / 2) == (200.0, 100.0)


def test_past_the_last_zone_tab_leaves_as_anywhere(qtbot: QtBot, zones: Adjusting) -> None:
    qtbot.keyClick(zones, Qt.Key.Key_Tab)
    qtbot.keyClick(zones, Qt.Key.Key_Tab)
    assert not zones.hasFocus()
    assert zones.chosen == "work"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_has_the_same_gestures(qtbot: QtBot, zones: Adjusting, workspace: Workspace) -> None:
    point = at(zones, 400.0, 200.0)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, zones.mapToGlobal(point))
    QApplication.sendEvent(zones, event)
    menu = QApplication.activePopupWidget()
    assert zones.chosen == "work"
    assert menu is not None
    names = [action.text().partition("\t")[0] for action in menu.actions()]
    assert names == ["Nouvelle zone", "Renommer", "Dupliquer", "Supprimer"]
    menu.actions()[3].trigger()
    menu.close()
    assert list(workspace.document.zones) == ["food"]


def test_it_covers_the_map_whatever_its_size(zones: Adjusting, canvas: Canvas) -> None:
    canvas.resize(700, 500)
    assert zones.geometry() == canvas.surface.rect()


def test_both_languages(zones: Adjusting, workspace: Workspace, each_language: str) -> None:
    workspace.speak(each_language)
    assert ("zone" in zones.accessibleDescription()) is False
    expected = {"fr": "Fond de plan en cours d’ajustement", "en": "Background of the map, being adjusted"}
    assert zones.accessibleName() == expected[each_language]


class TestItsBar:
    """However narrow the map and large the letters, it leaves room to draw in, and the way out."""

    @pytest.mark.usefixtures("large")
    @pytest.mark.parametrize(("wide", "high"), [(1500, 900), (900, 640), (620, 640), (292, 640), (292, 330)])
    def test_in_large_letters(
        self, qtbot: QtBot, zones: Adjusting, canvas: Canvas, wide: int, high: int
    ) -> None:
        canvas.resize(wide, high)
        QApplication.processEvents()
        bar = inside(canvas, AdjustBar)
        done = inside(bar, QPushButton)
        assert in_sight(done, canvas.surface)
        assert whole(done)
        assert "Terminé" in done.text()
        said = [label for label in bar.findChildren(QLabel) if label.isVisible()]
        assert all(in_sight(label, canvas.surface) and whole(label) for label in said)
        assert said or canvas.surface.height() < 340, "what can be done is told where there is room"
        assert "dessiner une zone" in bar.toolTip()
        low = bar.geometry().bottom()
        assert low < canvas.surface.height() / 2
        canvas.surface.set_view(View(0.0, -5000.0, 0.5))
        drawn = [QPoint(30, low + 20), QPoint(120, low + 60), QPoint(wide - 30, canvas.surface.height() - 20)]
        qtbot.mousePress(zones, Qt.MouseButton.LeftButton, pos=drawn[0])
        for point in drawn[1:]:
            qtbot.mouseMove(zones, point)
        qtbot.mouseRelease(zones, Qt.MouseButton.LeftButton, pos=drawn[-1])
        assert inside(zones, QLineEdit).accessibleName() == "Nom de la zone"

    @pytest.mark.usefixtures("zones")
    def test_as_letters_change(self, qapp: QApplication, canvas: Canvas) -> None:
        canvas.resize(700, 640)
        QApplication.processEvents()
        bar = inside(canvas, AdjustBar)
        before = bar.geometry()
        words = inside(bar, QLabel)
        assert words.text().endswith("double-cliquez pour la renommer.")
        look.dress(qapp, scale=2.0)
        QApplication.processEvents()
        done = inside(bar, QPushButton)
        assert in_sight(done, canvas.surface)
        assert whole(done)
        assert whole(words)
        look.dress(qapp)
        QApplication.processEvents()
        assert bar.geometry() == before


def test_a_picture_that_is_taken_back_is_adjusted_no_more(
    qtbot: QtBot, canvas: Canvas, workspace: Workspace
) -> None:
    workspace.do(gestures.choose_background(BackgroundKind.IMAGE))
    workspace.do(gestures.set_image(Image("plan", data=chequered(), width=400, height=300)))
    held = Adjusting(canvas.surface)
    assert held.chosen == WHOLE
    workspace.undo()
    assert held.over


def test_cards_under_it_are_not_selected(zones: Adjusting, workspace: Workspace) -> None:
    zones.setFocus()
    press(Qt.Key.Key_A, CTRL)
    assert not workspace.selection
    assert zones.chosen


class TestWhatElseIsBegun:
    """Over the map or brought to it, it has the map to itself: the background is adjusted no more."""

    @pytest.fixture
    def adjusted(self, window: Window) -> Window:
        window.workspace.do(gestures.choose_background(BackgroundKind.QUADRANT))
        strike(window, Qt.Key.Key_B, CTRL, SHIFT)
        assert ground.adjusting(window) is not None
        return window

    def test_an_arrangement(self, adjusted: Window) -> None:
        before = adjusted.workspace.document
        press(Qt.Key.Key_R, CTRL | SHIFT)
        assert ground.adjusting(adjusted) is None
        assert inside(adjusted.canvas.surface, ProposalBar).isAncestorOf(adjusted.focusWidget())
        press(Qt.Key.Key_Escape)
        assert adjusted.canvas.surface.hasFocus()
        assert adjusted.workspace.document is before

    def test_a_category_of_the_palette(self, adjusted: Window, qtbot: QtBot) -> None:
        surface = adjusted.canvas.surface
        qtbot.mouseClick(adjusted.canvas.palette_.chips[0], Qt.MouseButton.LeftButton)
        assert ground.adjusting(adjusted) is None
        at = QPoint(60, 60)
        qtbot.mouseClick(adjusted.childAt(surface.mapTo(adjusted, at)), Qt.MouseButton.LeftButton, pos=at)
        write("Ferme du Pont")
        enter()
        assert named(adjusted.workspace, "Ferme du Pont").placed
        assert not surface.armed

    def test_a_chip_that_is_pulled(self, adjusted: Window, qtbot: QtBot) -> None:
        Mouse(qtbot, adjusted.canvas).pull(adjusted.canvas.tray.chips[0], QPoint(60, 60))
        assert ground.adjusting(adjusted) is None
        assert named(adjusted.workspace, "Radio Val d’Œuvre").placed

    def test_a_name(self, adjusted: Window, qtbot: QtBot) -> None:
        qtbot.keyClick(adjusted.canvas.palette_.chips[0], Qt.Key.Key_Return)
        assert ground.adjusting(adjusted) is None
        assert inside(adjusted.canvas.surface, QLineEdit).hasFocus()

    def test_a_link(self, adjusted: Window) -> None:
        adjusted.workspace.select([("actors", "town")])
        press(Qt.Key.Key_L)
        assert ground.adjusting(adjusted) is None
        assert inside(adjusted.canvas.surface, QLineEdit).hasFocus()
        press(Qt.Key.Key_Escape)
        adjusted.workspace.select([("links", "funds")])
        strike(adjusted, Qt.Key.Key_F2)
        assert adjusted.canvas.link_bar is not None
        strike(adjusted, Qt.Key.Key_B, CTRL, SHIFT)
        assert adjusted.canvas.link_bar is None
        assert ground.adjusting(adjusted) is not None
