"""The wall shows the page of a step, the map, or the minutes: by one key, and as it is led."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from facilitator.drawing.legibility import measured, tried
from facilitator.drawing.shapes import Text
from facilitator.drawing.theme import theme
from facilitator.minutes.styles import style
from facilitator.model import gestures
from facilitator.model.document import Item, Vote, ordered
from facilitator.model.vocabulary import Agreement
from facilitator.ui import look
from facilitator.ui.projection.projector import Projector
from facilitator.ui.rereading import Paper
from facilitator.ui.rereading.paper import BODY
from facilitator.ui.window import Window
from tests.ui.hands import at_hand, go, strike
from tests.ui.seen import laid_out, place


@pytest.fixture
def window(window: Window, qtbot: QtBot) -> Window:
    window.canvas.surface.setFocus()
    window.toggle_projection()
    at_hand(window, qtbot)
    return window


@pytest.fixture
def wall(window: Window) -> Projector:
    assert window.projection.projector is not None
    window.projection.projector.resize(1280, 720)
    return window.projection.projector


def told(wall: Projector) -> str:
    picture = wall.beside.board.picture if wall.beside.board.isVisible() else None
    return " ".join(shape.text for shape in picture.shapes if isinstance(shape, Text)) if picture else ""


def test_a_step_shows_its_own_page_and_one_key_the_map(window: Window, wall: Projector) -> None:
    go(window.workspace, "cap")
    assert not wall.map.isVisible()
    assert "Comment allons-nous mieux nous nourrir ?" in told(wall).replace("\u00a0", " ")
    window.canvas.surface.setFocus()
    strike(window, Qt.Key.Key_W)
    assert wall.map.isVisible()
    assert not wall.beside.board.isVisible()
    strike(window, Qt.Key.Key_W)
    assert wall.beside.board.isVisible()
    go(window.workspace, "links")
    assert wall.map.isVisible()
    strike(window, Qt.Key.Key_W)
    assert "Comment allons-nous" in told(wall), "the question of the session goes with any step"


def test_a_page_follows_the_session(window: Window, wall: Projector) -> None:
    workspace = window.workspace
    step = go(workspace, "principles")
    item = next(item for item in ordered(workspace.document.items) if item.step == step)
    workspace.board.show("item", item.id)
    workspace.do(gestures.answer(item.id, text="Nos mots", agreement=Agreement.RESERVATION))
    assert "Nos mots" in told(wall)
    assert "Réserve" in told(wall)
    workspace.do(gestures.add_vote(Vote("v", item.id, "On garde ?", yes=9)))
    assert "comptées" in told(wall)
    assert "9" not in told(wall)
    workspace.do(gestures.reveal_votes(["v"]))
    assert "9 oui" in told(wall)
    workspace.undo()
    assert "9 oui" not in told(wall)


def test_a_frozen_wall_keeps_its_page(window: Window, wall: Projector) -> None:
    workspace = window.workspace
    go(workspace, "cap")
    window.ask("freeze")
    before = wall.beside.board.picture
    workspace.do(gestures.edit_workshop(territory="Ailleurs"))
    go(workspace, "links")
    assert wall.beside.board.isVisible()
    assert wall.beside.board.picture is before
    window.ask("freeze")
    assert wall.map.isVisible()


def test_what_does_not_fit_is_read_page_by_page(window: Window, wall: Projector) -> None:
    workspace = window.workspace
    step = go(workspace, "principles")
    for number in range(20):
        workspace.do(gestures.add_item(Item(f"i{number}", step, f"Point {number} " + "mot " * 40)))
    assert window.projection.in_parts
    first = told(wall)
    banner = wall.beside.banner.picture
    assert banner is not None
    assert any("page 1 sur" in shape.text for shape in banner.shapes if isinstance(shape, Text))
    window.canvas.surface.setFocus()
    strike(window, Qt.Key.Key_PageDown)
    assert told(wall) != first
    strike(window, Qt.Key.Key_PageUp)
    assert told(wall) == first
    window.ask("freeze")
    strike(window, Qt.Key.Key_PageDown)
    assert told(wall) == first, "a frozen wall turns no page"


def test_the_wall_reads_the_minutes_where_the_console_does(
    window: Window, wall: Projector, qtbot: QtBot
) -> None:
    go(window.workspace, "closing")
    window.ask("reread")
    view = window.centre.rereading
    assert view is not None
    qtbot.waitUntil(lambda: bool(window.centre.pages.sizes), timeout=60_000)
    view.wall.click()
    paper = wall.paper
    assert paper is not None
    assert paper.isVisible()
    assert not wall.map.isVisible()
    view.paper.go(1.25)
    assert paper.position == pytest.approx(1.25, abs=0.001)
    window.ask("blank")
    assert not paper.isVisible()
    window.ask("blank")
    assert paper.isVisible()
    view.wall.click()
    assert not paper.isVisible()


@pytest.mark.parametrize("line", [None, 4])
def test_minutes_that_are_being_set_are_awaited_in_letters_the_back_row_reads(
    window: Window, wall: Projector, line: int | None
) -> None:
    if line is not None:
        window.projection.stage.sit_in(tried(line))
    go(window.workspace, "closing")
    window.workspace.board.show("minutes")
    wall.resize(1920, 1080)
    assert wall.paper is not None
    assert not window.centre.pages.sizes, "they are not there yet"
    image = wall.paper.grab().toImage()
    ground = image.pixelColor(2, 2)
    inked = [
        any(image.pixelColor(x, y) != ground for x in range(0, image.width(), 2))
        for y in range(image.height())
    ]
    # From the top of its capital to the foot of its letters is nearly as much as their size.
    assert sum(inked) >= 0.9 * window.projection.stage.room.size(1080)


class TestMinutes:
    @pytest.fixture
    def read(self, window: Window, wall: Projector, qtbot: QtBot) -> Paper:
        """The minutes on the wall, and nowhere else."""
        wall.resize(1024, 768)
        go(window.workspace, "closing")
        window.workspace.board.show("minutes", "0.6")
        qtbot.waitUntil(lambda: bool(window.centre.pages.sizes), timeout=60_000)
        laid_out()
        assert wall.paper is not None
        return wall.paper

    def test_frozen_they_come_back_as_they_were(
        self, window: Window, wall: Projector, read: Paper, qtbot: QtBot
    ) -> None:
        before = read.grab().toImage()
        window.ask("freeze")
        window.ask("blank")
        assert not read.isVisible()
        for text in ("Autre question", "Encore une"):
            window.workspace.do(gestures.edit_workshop(question=text))
        window.ask("blank")
        laid_out()
        assert read.isVisible()
        assert read.grab().toImage() == before
        pages = window.centre.pages
        qtbot.waitUntil(lambda: bool(pages.sizes) and not pages.late, timeout=60_000)
        assert read.grab().toImage() == before
        read.update()
        picture = QImage(wall.size(), QImage.Format.Format_RGB32)
        wall.render(picture)
        at = read.mapTo(wall, QPoint())
        assert picture.copy(QRect(at, read.size())).convertToFormat(before.format()) == before, (
            "the miniature shows the same"
        )
        window.ask("freeze")
        laid_out()
        assert read._still is None

    def test_what_may_be_shown_no_more_is_in_no_frozen_picture(
        self, window: Window, wall: Projector, read: Paper
    ) -> None:
        window.ask("freeze")
        assert read._still is not None
        window.workspace.do(gestures.edit_actor("town", confidential=True))
        assert wall.stage.blank
        assert read._still is None

    def test_no_clock_stands_on_their_words(self, window: Window, wall: Projector, read: Paper) -> None:
        assert not wall.beside.banner.isVisible()
        window.ask("clock")
        laid_out()
        assert wall.beside.face.isVisible()
        assert wall.beside.banner.isVisible()
        assert not place(wall.beside.face, wall).intersects(place(read, wall))
        window.ask("no_clock")
        laid_out()
        assert not wall.beside.banner.isVisible()

    @pytest.mark.parametrize("counted", [False, True])
    def test_frozen_they_keep_their_place_as_a_clock_comes_or_goes(
        self, window: Window, wall: Projector, read: Paper, counted: bool
    ) -> None:
        if counted:
            window.ask("clock")
            laid_out()
        before, seen = place(read, wall), read.grab().toImage()
        window.ask("freeze")
        window.ask("no_clock" if counted else "clock")
        laid_out()
        assert place(read, wall) == before
        assert read.grab().toImage() == seen
        assert not wall.beside.face.isVisible()
        window.ask("freeze")
        laid_out()
        assert wall.beside.face.isVisible() is not counted
        assert wall.beside.banner.isVisible() is not counted

    def test_whoever_works_in_the_dark_the_wall_is_light(
        self, window: Window, read: Paper, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = read.grab().toImage()
        monkeypatch.setattr(look, "theme", lambda: theme("screen_dark"))
        read.update()
        assert read.grab().toImage() == before
        window.centre.pages._drop()
        image = read.grab().toImage()
        assert image.pixelColor(2, 2).lightness() > 200

    def test_letters_the_back_row_cannot_read_are_told(
        self, window: Window, wall: Projector, read: Paper
    ) -> None:
        window.projection.stage.sit_in(measured(1.8, 9.0))
        assert read.letters < wall.stage.room.size(wall.height())
        assert window.projection.sentence == "compte-rendu trop petit pour être lu du fond"
        window.projection.stage.sit_in(measured(1.8, 2.0))
        assert read.letters >= wall.stage.room.size(wall.height())
        assert not window.projection.sentence
        assert style("body").fontSize == BODY


def test_every_page_can_be_asked_for_by_name(window: Window, wall: Projector) -> None:
    for kind in ("welcome", "notice", "cap", "items", "means", "commitments", "evaluation"):
        window.ask(f"wall_{kind}")
        assert window.workspace.board.kind == kind
        assert wall.beside.board.isVisible() == bool(wall.beside.leaves)
        assert wall.beside.leaves
    window.ask("wall_map")
    assert wall.map.isVisible()


def test_actors_are_on_the_wall_as_they_are_named_until_the_map_has_one(
    window: Window, wall: Projector
) -> None:
    workspace = window.workspace
    workspace.do(gestures.unplace_actors(["town", "grocer"]))
    go(workspace, "actors")
    assert "Ville de Rivemont" in told(wall)
    workspace.do(gestures.edit_actor("radio", name="Radio des Œillets"))
    assert "Radio des Œillets" in told(wall)
    workspace.do(gestures.edit_actor("radio", confidential=True))
    assert "Radio" not in told(wall)
    workspace.do(gestures.place_actors({"town": (0.0, 0.0)}))
    assert wall.map.isVisible()
    window.canvas.surface.setFocus()
    strike(window, Qt.Key.Key_W)
    assert "Épicerie" in told(wall)
