"""What the hand is about to do is seen, and Esc leaves nothing of it, neither in the session nor in the picture."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from facilitator.drawing.theme import theme
from facilitator.model import gestures
from facilitator.model.lens import Lens
from facilitator.ui.canvas.view import View
from facilitator.ui.canvas.widget import Canvas
from facilitator.ui.workspace import Workspace
from tests.ui.canvas.conftest import Mouse, named
from tests.ui.canvas.pixels import on_screen
from tests.ui.hands import enter, hover, write

SHIFT = Qt.KeyboardModifier.ShiftModifier
THEME = theme("screen")


def seen(canvas: Canvas) -> QImage:
    return canvas.surface.grab().toImage()


def inked(before: QImage, after: QImage, ink: str, around: QPoint, reach: int) -> bool:
    """Whether that ink appeared near a point."""
    places = (
        (x, y)
        for x in range(around.x() - reach, around.x() + reach)
        for y in range(around.y() - reach, around.y() + reach)
    )
    return any(
        after.pixelColor(x, y).name().upper() == ink.upper() != before.pixelColor(x, y).name().upper()
        for x, y in places
    )


def test_the_rubber_band_is_seen_and_marks_what_it_would_take(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    before, document = seen(canvas), workspace.document
    mouse.press(mouse.at(-150, -120))
    mouse.move(mouse.at(150, 120))
    during = seen(canvas)
    corner = mouse.at(150, 120)
    assert during.pixelColor(corner - QPoint(20, 0)) != before.pixelColor(corner - QPoint(20, 0))
    edge = canvas.surface.card_rectangle("town").topLeft().toPoint() + QPoint(40, -2)
    assert inked(before, during, THEME.accent, edge, 3)
    qtbot.keyClick(canvas.surface, Qt.Key.Key_Escape)
    assert seen(canvas) == before
    mouse.release(mouse.at(150, 120))
    assert workspace.selection == set()
    assert workspace.document is document


@pytest.mark.parametrize(
    ("to", "mark", "ink"),
    [
        ((400, 200), "grocer", THEME.accent),
        ((10, 5), "town", THEME.danger),
        ((0, 250), "", THEME.ink),
    ],
)
def test_a_link_being_pulled_is_seen_with_what_it_would_join(
    qtbot: QtBot,
    workspace: Workspace,
    canvas: Canvas,
    mouse: Mouse,
    to: tuple[float, float],
    mark: str,
    ink: str,
) -> None:
    mouse.click(0, 0)
    handle = mouse.handle("town", 2)
    mouse.move(handle)
    before, document = seen(canvas), workspace.document
    mouse.press(handle)
    mouse.move(mouse.at(0, 150))
    mouse.move(mouse.at(*to))
    during = seen(canvas)
    edge = canvas.surface.card_rectangle(mark).bottomLeft().toPoint() + QPoint(40, 2) if mark else None
    assert inked(before, during, ink, edge or mouse.at(0, 150), 4)
    qtbot.keyClick(canvas.surface, Qt.Key.Key_Escape)
    mouse.move(handle)
    assert seen(canvas) == before
    mouse.release(mouse.at(*to))
    assert workspace.document is document


def test_a_card_of_the_tray_is_seen_where_it_would_go(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    before, document = seen(canvas), workspace.document
    (chip,) = canvas.tray.chips
    start, to = chip.rect().center(), mouse.at(-150, 250)
    end = chip.mapFromGlobal(canvas.surface.mapToGlobal(to))
    qtbot.mousePress(chip, Qt.MouseButton.LeftButton, pos=start)
    for point in (start + QPoint(20, 20), end):
        qtbot.mouseMove(chip, point)
    during = seen(canvas)
    assert inked(before, during, THEME.ink, to, 60)
    qtbot.keyClick(chip, Qt.Key.Key_Escape)
    assert seen(canvas) == before
    qtbot.mouseMove(chip, end + QPoint(12, 12))
    assert seen(canvas) == before, "it does not come back to a hand that is still closed"
    qtbot.mouseRelease(chip, Qt.MouseButton.LeftButton, pos=end)
    assert workspace.document is document


def test_a_click_on_a_selected_card_keeps_it_alone(workspace: Workspace, mouse: Mouse) -> None:
    mouse.click(0, 0)
    mouse.click(400, 200, SHIFT)
    mouse.click(0, 0)
    assert workspace.selection == {("actors", "town")}


def test_links_are_added_to_the_selection_and_taken_from_it(workspace: Workspace, mouse: Mouse) -> None:
    mouse.click(0, 0)
    mouse.click(200, 100, SHIFT)
    assert workspace.selection == {("actors", "town"), ("links", "funds")}
    mouse.click(200, 100, SHIFT)
    assert workspace.selection == {("actors", "town")}


def test_a_click_on_a_handle_asks_whom_to_link_to(workspace: Workspace, canvas: Canvas, mouse: Mouse) -> None:
    mouse.click(0, 0)
    before = workspace.document
    handle = mouse.handle("town", 2)
    mouse.press(handle)
    mouse.release(handle)
    assert canvas.picker is not None
    assert canvas.picker.line.hasFocus()
    assert workspace.document is before


def test_a_hand_that_lingers_tells_what_it_is_about_to_do(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    before = workspace.document
    mouse.press(mouse.at(-40, 0))
    mouse.move(mouse.at(0, 30))
    with qtbot.waitSignal(workspace.foreseen) as heard:
        mouse.move(mouse.at(60, 80))
    assert workspace.document is before
    mouse.release(mouse.at(60, 80))
    assert workspace.document.actors != before.actors
    (document,) = heard.args
    assert workspace.document == document


def test_a_hand_that_was_let_go_tells_nothing_more(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    before, picture = workspace.document, canvas.surface.picture
    mouse.press(mouse.at(-40, 0))
    mouse.move(mouse.at(60, 80))
    with qtbot.waitSignal(workspace.foreseen):
        mouse.move(mouse.at(90, 90))
    mouse.move(mouse.at(100, 90))
    qtbot.keyClick(canvas.surface, Qt.Key.Key_Escape)
    assert not canvas.surface._still.isActive()
    assert workspace.document is before
    assert canvas.surface.picture is picture
    assert canvas.surface.place_of("town") == (0.0, 0.0)


def test_a_hand_that_lingers_on_a_card_is_about_to_carry_it(
    qtbot: QtBot, canvas: Canvas, mouse: Mouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its links are out of the layer by then: the first movement paints nothing else."""
    mouse.press(mouse.at(-40, 0))
    layers = canvas.surface._layers
    canvas.surface.repaint()
    qtbot.waitUntil(lambda: not canvas.surface._still.isActive())
    assert layers.aside == {"funds"}
    monkeypatch.setattr(layers, "mend", lambda *_args: pytest.fail("the layers were painted again"))
    mouse.move(mouse.at(60, 80))
    assert canvas.surface.place_of("town") != (0.0, 0.0)
    mouse.release(mouse.at(60, 80))


def test_a_card_whose_hand_opened_in_another_window_goes_back(
    workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    before, surface = workspace.document, canvas.surface
    mouse.press(mouse.at(0, 0))
    mouse.move(mouse.at(90, 60))
    assert surface.place_of("town") != (0, 0)
    hover(surface, mouse.at(300, 300))  # F1 came over the map, and the button was let go of there
    assert surface.place_of("town") == (0, 0)
    mouse.click(300, -150)
    assert workspace.document is before


@pytest.mark.parametrize("way", ["lens", "escape"])
def test_a_card_taken_out_of_the_hand_shows_its_handles_again(
    qtbot: QtBot, canvas: Canvas, mouse: Mouse, workspace: Workspace, way: str
) -> None:
    """When a filter comes meanwhile, as when one gives up: nothing else would paint them."""
    mouse.move(mouse.at(10, 10))
    mouse.press(mouse.at(10, 10))
    held = on_screen(canvas)
    if way == "lens":
        workspace.look_through(replace(workspace.lens, hides=not workspace.lens.hides))
    else:
        qtbot.keyClick(canvas.surface, Qt.Key.Key_Escape)
    shown = on_screen(canvas)
    canvas.surface.repaint()
    assert shown == on_screen(canvas)
    assert shown != held


def test_a_link_let_go_of_beside_the_map_is_nothing(
    workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    """A card lies there, out of sight, under the tray."""
    canvas.surface.set_view(canvas.surface.view.panned(0, 300))
    mouse.click(0, 0)
    out = canvas.surface.card_rectangle("grocer").center().toPoint()
    assert not canvas.surface.rect().contains(out)
    assert canvas.surface.rect().contains(mouse.at(0, 0))
    document = workspace.document
    handle = mouse.handle("town", 2)
    mouse.press(handle)
    mouse.move(handle + QPoint(20, 20))
    mouse.move(out)
    mouse.release(out)
    assert workspace.document is document


def test_a_card_beside_a_handle_is_the_one_that_is_taken(
    workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    """Seen from afar, the handles of a card lie over its neighbours."""
    workspace.do(gestures.place_actors({"grocer": (0.0, 100.0)}))
    canvas.surface.set_view(View(0.0, 50.0, 0.3))
    mouse.click(0, 0)
    assert workspace.selection == {("actors", "town")}
    below = mouse.handle("town", 2)
    assert canvas.surface.card_rectangle("grocer").contains(QPointF(below))
    assert len(canvas.surface._handles.places()) == 3
    hover(canvas.surface, below)
    mouse.press(below)
    assert workspace.selection == {("actors", "grocer")}
    mouse.move(below + QPoint(60, 40))
    mouse.release(below + QPoint(60, 40))
    assert set(workspace.document.links) == {"funds"}
    x = workspace.document.actors["grocer"].x
    assert x is not None
    assert x > 100.0


@pytest.mark.parametrize("by", ["double", "link"])
def test_a_new_card_never_hides_one_that_filters_hide(
    workspace: Workspace, canvas: Canvas, mouse: Mouse, by: str
) -> None:
    workspace.look_through(Lens(categories=frozenset({"authority"}), hides=True))
    assert "grocer" in workspace.seen.hidden
    if by == "double":
        mouse.double(400, 200)
    else:
        mouse.click(0, 0)
        mouse.drag(mouse.handle("town", 1), mouse.at(300, 150), mouse.at(400, 200))
    write("Sosie")
    enter()
    new = named(workspace, "Sosie")
    assert (new.x, new.y) == (424.0, 224.0)
