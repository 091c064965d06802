"""The whole map in a corner."""

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from pytestqt.qtbot import QtBot

from facilitator.drawing.arrange.names import Kind
from facilitator.drawing.theme import distinct
from facilitator.model import gestures
from facilitator.model.document import Actor
from facilitator.model.vocabulary import BackgroundKind
from facilitator.ui import arranging
from facilitator.ui.canvas.adjusting import Adjusting
from facilitator.ui.canvas.view import View
from facilitator.ui.canvas.widget import Canvas
from facilitator.ui.workspace import Workspace
from tests.ui.canvas.conftest import Mouse, name_line


@pytest.fixture
def far(qtbot: QtBot, workspace: Workspace, canvas: Canvas) -> Canvas:
    """A map larger than the window."""
    workspace.do(gestures.add_actor(Actor("far", "Ferme du Pont", "company", x=3000.0, y=1500.0)))
    qtbot.waitUntil(canvas.overview.isVisible)
    return canvas


def test_it_is_not_there_while_all_is_seen(qtbot: QtBot, far: Canvas) -> None:
    far.fit()
    assert far.overview.isHidden()
    far.zoom_in()
    far.zoom_in()
    assert far.overview.isVisible()


def test_cards_are_marks_of_the_colour_of_their_category(far: Canvas) -> None:
    shown = far.overview.grab().toImage()
    colours = {shown.pixelColor(x, y).name() for x in range(shown.width()) for y in range(shown.height())}
    held = far.surface.workspace.document.categories
    ground = shown.pixelColor(3, 3).name()
    wanted = {distinct(held[key].colour, ground).lower() for key in ("authority", "association", "company")}
    assert wanted <= colours


def test_pressing_goes_there_and_dragging_follows(qtbot: QtBot, workspace: Workspace, far: Canvas) -> None:
    before, overview, surface = workspace.document, far.overview, far.surface
    corner = QPoint(overview.width() - 14, overview.height() - 14)
    qtbot.mousePress(overview, Qt.MouseButton.LeftButton, pos=corner)
    assert surface.picture.cards["far"].box.intersects(surface.view.seen(surface.size()))
    qtbot.mouseMove(overview, QPoint(12, 12))
    assert surface.picture.cards["town"].box.intersects(surface.view.seen(surface.size()))
    qtbot.mouseRelease(overview, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    assert workspace.document is before


def test_what_changes_is_shown_after(qtbot: QtBot, workspace: Workspace, far: Canvas) -> None:
    before = far.overview.grab().toImage()
    workspace.do(gestures.add_actor(Actor("mid", "Moulin", "foundation", x=1500.0, y=700.0)))
    qtbot.waitUntil(lambda: far.overview.grab().toImage() != before)
    workspace.do(gestures.delete_actors(["far", "mid"]))
    qtbot.waitUntil(far.overview.isHidden)


def test_it_lies_over_nothing_that_is_proposed(qtbot: QtBot, far: Canvas) -> None:
    far.surface.set_view(View(0.0, 0.0, 1.0))
    assert far.overview.isVisible()
    proposal = arranging.propose(far, Kind.ROWS)
    assert proposal is not None
    qtbot.waitUntil(proposal.bar.accept.isEnabled)
    qtbot.waitUntil(far.overview.isHidden)
    proposal.refuse()
    qtbot.waitUntil(lambda: not far.surface.waits)
    far.surface.set_view(View(0.0, 0.0, 1.0))
    qtbot.waitUntil(far.overview.isVisible)


def test_it_lies_under_no_background_that_is_adjusted(
    qtbot: QtBot, far: Canvas, workspace: Workspace
) -> None:
    far.surface.set_view(View(0.0, 0.0, 1.0))
    workspace.do(gestures.choose_background(BackgroundKind.ZONES))
    taken = Adjusting(far.surface)
    qtbot.waitUntil(far.overview.isHidden)
    far.surface.set_view(View(100.0, 0.0, 1.0))
    assert far.overview.isHidden()
    taken.leave()
    qtbot.waitUntil(far.overview.isVisible)


def test_switched_off_it_stays_so(workspace: Workspace, far: Canvas, qtbot: QtBot) -> None:
    far.overview.allow(shown=False)
    assert far.overview.isHidden()
    assert workspace.desk.get("overview", True) is False
    far.surface.set_view(View(0.0, 0.0, 2.0))
    assert far.overview.isHidden()
    far.overview.allow(shown=True)
    assert far.overview.isVisible()


def test_it_goes_to_a_corner_where_no_card_is(qtbot: QtBot, far: Canvas) -> None:
    surface, overview = far.surface, far.overview
    low = overview.geometry()
    at = surface.picture.cards["far"]
    surface.set_view(View(at.x - 0.45 * surface.width(), at.y - 0.4 * surface.height(), 1.0))
    assert covers(far, low), "the card has come into the usual corner"
    qtbot.waitUntil(lambda: overview.geometry() != low)
    assert overview.isVisible()
    assert not covers(far, overview.geometry())


def test_in_a_low_map_it_goes_rather_than_lie_over_a_card(
    qtbot: QtBot, workspace: Workspace, far: Canvas
) -> None:
    surface, overview = far.surface, far.overview
    for n, (x, y) in enumerate(((-300, -60), (-300, 60), (300, -60), (300, 60))):
        workspace.do(
            gestures.add_actor(Actor(f"c{n}", "Au coin", "company", x=6000.0 + x, y=float(3000 + y)))
        )
    far.resize(740, 240)
    surface.set_view(View(6000.0, 3000.0, 1.0))
    qtbot.waitUntil(overview.isHidden)
    surface.set_view(View(4500.0, 3000.0, 1.0))
    qtbot.waitUntil(overview.isVisible)


def covers(canvas: Canvas, corner: QRect) -> bool:
    """Whether a card is under a part of the window."""
    surface = canvas.surface
    part = surface.view.part(QRectF(corner), surface.size())
    return any(held.box.intersects(part) for held in surface.picture.cards.values())


def test_a_card_carried_to_the_corner_has_it(far: Canvas, mouse: Mouse) -> None:
    corner = far.overview.geometry().center()
    mouse.press(mouse.at(400, 200))
    mouse.move(mouse.at(440, 230))
    assert far.overview.isVisible()
    mouse.move(corner)
    assert far.overview.isHidden()
    mouse.release(corner)
    assert far.overview.isVisible()


@pytest.mark.parametrize("strip", ["palette", "tray"])
def test_a_chip_pulled_to_the_corner_has_it(
    qtbot: QtBot, workspace: Workspace, far: Canvas, mouse: Mouse, strip: str
) -> None:
    chip = far.palette_.chips[0] if strip == "palette" else far.tray.chips[0]
    corner = far.overview.geometry().center()

    def over(point: QPoint) -> QPoint:
        return chip.mapFromGlobal(far.surface.mapToGlobal(point))

    qtbot.mousePress(chip, Qt.MouseButton.LeftButton, pos=chip.rect().center())
    qtbot.mouseMove(chip, over(mouse.at(400, 0)))
    assert far.overview.isVisible()
    qtbot.mouseMove(chip, over(corner))
    assert far.overview.isHidden()
    workspace.do(gestures.edit_actor("town", name="Rivemont"))
    assert far.overview.isVisible(), "the hand let go"
    qtbot.mouseMove(chip, over(corner))
    qtbot.mouseRelease(chip, Qt.MouseButton.LeftButton, pos=over(corner))
    assert far.overview.isVisible()
    assert not workspace.document.actors["radio"].placed
    mouse.pull(chip, corner)
    if strip == "palette":
        assert far.overview.isHidden(), "it is being named"
        qtbot.keyClick(name_line(far), Qt.Key.Key_Escape)
    else:
        assert workspace.document.actors["radio"].placed
    assert far.overview.isVisible()


def test_a_card_named_under_the_corner_is_seen(qtbot: QtBot, far: Canvas, mouse: Mouse) -> None:
    place = far.surface.on_map(far.overview.geometry().center().toPointF())
    far.overview.hide()
    far.overview.show()
    from facilitator.ui.canvas import making

    making.name_new(far.surface, "association", place)
    assert far.overview.isHidden()
    qtbot.keyClick(name_line(far), Qt.Key.Key_Escape)
    assert far.overview.isVisible()
