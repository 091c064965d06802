"""A session opens with the courses it was left with, and looks for them only once its map was seen."""

from __future__ import annotations

import struct
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from facilitator.drawing.decor import PLAIN, Dressing
from facilitator.drawing.map import MapPicture, compose
from facilitator.drawing.theme import theme
from facilitator.model import gestures
from facilitator.model.document import Document
from facilitator.model.lens import Lens
from facilitator.model.store import file
from facilitator.slices import finished
from facilitator.ui.canvas.board import COURSES
from facilitator.ui.window import Window
from facilitator.ui.workspace import Workspace
from tests.drawing.test_slices import crowd
from tests.ui.canvas.pixels import Paintings

Opening = Callable[[], AbstractContextManager[Window]]


@pytest.fixture
def small(small: Document) -> Document:
    """Sixty actors and three links for each."""
    return replace(small, actors=crowd().actors, links=crowd().links)


@pytest.fixture
def reopened(dressed: QApplication, session: Path, qtbot: QtBot) -> Opening:
    """Opens the session in a console; it is left at the end."""

    @contextmanager
    def opening() -> Iterator[Window]:
        window = Window(Workspace(file.open(session)))
        qtbot.addWidget(window)
        window.resize(1280, 800)
        yield window
        window.close()

    return opening


def seen(window: Window, qtbot: QtBot) -> MapPicture:
    """Its map in its first picture."""
    with qtbot.waitExposed(window):
        window.show()
    return window.canvas.surface.picture


def whole(window: Window, qtbot: QtBot) -> MapPicture:
    """Its map once it is whole."""
    qtbot.waitUntil(lambda: window.canvas.surface.picture.whole)
    return window.canvas.surface.picture


def right(window: Window) -> None:
    """What is shown is what would be shown were it made at once."""
    shown = window.canvas.surface.picture
    assert shown.document is window.workspace.document
    at_once = compose(shown.document, shown.theme)
    assert {id_: held.picture for id_, held in shown.links.items()} == {
        id_: held.picture for id_, held in at_once.links.items()
    }


def test_it_opens_with_them_and_is_whole_soon_after(reopened: Opening, qtbot: QtBot) -> None:
    with reopened() as window:
        assert seen(window, qtbot).whole, "nothing was kept"
    with reopened() as window:
        first, heard = window.canvas.surface.picture, Paintings()
        window.canvas.surface.installEventFilter(heard)
        assert not first.whole
        for _ in range(40):
            QApplication.processEvents()
        assert seen(window, qtbot) is first, "it is not looked for before it is seen"
        qtbot.waitUntil(lambda: "Surface" in heard.seen)
        heard.seen.clear()
        assert whole(window, qtbot).lines is first.lines
        QApplication.processEvents()
        assert "Surface" not in heard.seen, "nothing is painted again"
        right(window)


def falsified(session: Path) -> None:
    """The first course that was kept begins elsewhere."""
    workspace = Workspace(file.open(session))
    kept = workspace.desk.get(COURSES)
    points = bytearray(b64decode(kept["points"]))
    points[:8] = struct.pack("<d", 33.0)
    workspace.keep(COURSES, kept | {"points": b64encode(points).decode()})
    workspace.close()


def test_a_false_course_is_righted_and_seen_so(reopened: Opening, session: Path, qtbot: QtBot) -> None:
    with reopened() as window:
        seen(window, qtbot)
    falsified(session)
    with reopened() as window:
        heard = Paintings()
        window.canvas.surface.installEventFilter(heard)
        first = seen(window, qtbot)
        assert not first.whole
        qtbot.waitUntil(lambda: "Surface" in heard.seen)
        heard.seen.clear()
        last = whole(window, qtbot)
        wrong = [id_ for id_, held in last.lines.items() if held is not first.lines[id_]]
        assert len(wrong) == 1
        qtbot.waitUntil(lambda: "Surface" in heard.seen)
        right(window)


def _undo(window: Window) -> Callable[[], object]:
    window.workspace.do(gestures.place_actors({"a25": (1480.0, 300.0)}))
    return window.workspace.undo


def _theme(window: Window) -> Callable[[], object]:
    window.canvas.surface.wear(theme("screen_dark"))
    return lambda: window.canvas.surface.wear(theme("screen"))


def _dress(window: Window) -> Callable[[], object]:
    window.canvas.surface.dress(Dressing(rings={"a25": 2}))
    return lambda: window.canvas.surface.dress(PLAIN)


def _hide(window: Window) -> Callable[[], object]:
    window.workspace.look_through(Lens(focus=frozenset({"a25"}), hides=True))
    return lambda: window.workspace.look_through(Lens())


@pytest.mark.parametrize("act", [_undo, _theme, _dress, _hide])
def test_once_whole_what_was_kept_never_comes_back(
    reopened: Opening, session: Path, qtbot: QtBot, act: Callable[[Window], Callable[[], object]]
) -> None:
    with reopened() as window:
        seen(window, qtbot)
    falsified(session)
    with reopened() as window:
        assert not seen(window, qtbot).whole
        back = act(window)
        whole(window, qtbot)
        back()
        assert window.canvas.surface.picture.whole
        right(window)


def test_another_look_while_it_is_being_made_whole(reopened: Opening, qtbot: QtBot) -> None:
    with reopened() as window:
        seen(window, qtbot)
    with reopened() as window:
        surface = window.canvas.surface
        work = surface.finish()
        next(work)
        window.workspace.look_through(Lens(focus=frozenset({"a25"}), hides=True))
        assert not surface.picture.whole
        finished(work)
        assert surface.picture.whole
        assert surface.picture.hidden == window.workspace.seen.hidden != frozenset()
        window.workspace.look_through(Lens())
        right(window)


def test_what_is_typed_as_one_leaves_is_in_what_is_kept(reopened: Opening, qtbot: QtBot) -> None:
    with reopened() as window:
        seen(window, qtbot)
        surface = window.canvas.surface
        surface.cancel()
        middle = surface.card_rectangle("a25").center().toPoint()
        QTest.mouseDClick(surface, Qt.MouseButton.LeftButton, pos=middle)
        line = surface.findChild(QLineEdit)
        assert line is not None
        line.setText("Association des jardins partagés du faubourg et de la vallée haute " * 2)
    with reopened() as window:
        assert window.workspace.document.actors["a25"].name.startswith("Association")
        assert not seen(window, qtbot).whole


def test_where_no_link_is_left_nothing_is_kept_of_them(reopened: Opening, qtbot: QtBot) -> None:
    with reopened() as window:
        seen(window, qtbot)
        assert not window.workspace.desk.get(COURSES)
    with reopened() as window:
        assert window.workspace.desk.get(COURSES)["points"]
        seen(window, qtbot)
        window.workspace.do(gestures.delete_links([*window.workspace.document.links]))
    with reopened() as window:
        kept = window.workspace.desk.get(COURSES)
        assert kept["points"] == kept["spots"] == ""
        seen(window, qtbot)
        right(window)


def test_leaving_at_once_keeps_what_was_kept(reopened: Opening, qtbot: QtBot) -> None:
    with reopened() as window:
        seen(window, qtbot)
    for _ in range(2):
        with reopened() as window:
            assert not window.canvas.surface.picture.whole
    with reopened() as window:
        assert not seen(window, qtbot).whole


def test_a_gesture_comes_before_it_is_whole(reopened: Opening, qtbot: QtBot) -> None:
    with reopened() as window:
        seen(window, qtbot)
    with reopened() as window:
        assert not seen(window, qtbot).whole
        window.workspace.do(gestures.place_actors({"a25": (1480.0, 300.0)}))
        assert window.canvas.surface.picture.whole
        right(window)
        window.workspace.undo()
        right(window)
        window.workspace.redo()
    with reopened() as window:
        assert not seen(window, qtbot).whole, "those of the map as it was left"
        right(window)


def test_a_hand_is_quicker_than_it_is_whole(reopened: Opening, qtbot: QtBot) -> None:
    """The map becomes whole under a hand that carries a card."""
    with reopened() as window:
        seen(window, qtbot)
    with reopened() as window:
        assert not seen(window, qtbot).whole
        surface = window.canvas.surface
        start = surface.card_rectangle("a25").center().toPoint()
        QTest.mousePress(surface, Qt.MouseButton.LeftButton, pos=start)
        for step in range(1, 9):
            QTest.mouseMove(surface, start + QPoint(6, 4) * step)
        assert set(surface.picture.links_of("a25")) <= set(surface._carried_links)
        whole(window, qtbot)
        end = start + QPoint(90, 60)
        QTest.mouseMove(surface, end)
        QTest.mouseRelease(surface, Qt.MouseButton.LeftButton, pos=end)
        assert window.workspace.document.actors["a25"] != crowd().actors["a25"]
        right(window)


def test_a_lens_does_not_wait_for_it(reopened: Opening, qtbot: QtBot) -> None:
    with reopened() as window:
        seen(window, qtbot)
        window.workspace.look_through(Lens(focus=frozenset({"a25"}), hides=True))
    with reopened() as window:
        first = seen(window, qtbot)
        assert not first.whole
        assert first.hidden == window.workspace.seen.hidden != frozenset()
        last = whole(window, qtbot)
        assert last.links is first.links
        window.workspace.look_through(Lens())
        right(window)


@pytest.mark.parametrize("kept", [None, [], {"of": "x"}, "?" * 40])
def test_what_cannot_be_read_is_looked_for(
    reopened: Opening, session: Path, qtbot: QtBot, kept: object
) -> None:
    workspace = Workspace(file.open(session))
    workspace.keep(COURSES, kept)
    workspace.close()
    with reopened() as window:
        assert seen(window, qtbot).whole
        right(window)


def test_after_a_crash_those_of_an_older_map_are_not_taken(
    reopened: Opening, session: Path, qtbot: QtBot
) -> None:
    with reopened() as window:
        seen(window, qtbot)
    workspace = Workspace(file.open(session))
    workspace.do(gestures.place_actors({"a25": (1480.0, 300.0)}))
    workspace.close()  # no window kept anything
    with reopened() as window:
        assert seen(window, qtbot).whole
        right(window)
