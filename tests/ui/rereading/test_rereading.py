"""The minutes re-read in the middle of the console, by the real process that sets them."""

import sys

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, QPointF, QProcess, Qt
from PySide6.QtGui import QFontMetrics, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.model import gestures
from facilitator.model.document import Document, ordered
from facilitator.model.store.errors import StoreError
from facilitator.ui import look
from facilitator.ui.fields.pressed import bold
from facilitator.ui.rereading import Rereading
from facilitator.ui.rereading.setter import Setter
from facilitator.ui.window import Window
from facilitator.ui.workspace import Workspace
from tests.ui.hands import CTRL, SHIFT, strike
from tests.ui.seen import laid_out

SLOW = 60_000
"""Milliseconds a busy machine may take to start a process and set the pages."""


@pytest.fixture
def reread(window: Window, qtbot: QtBot) -> Rereading:
    """The minutes in place of the map, set."""
    strike(window, Qt.Key.Key_P, CTRL, SHIFT)
    view = window.centre.rereading
    assert view is not None
    qtbot.waitUntil(lambda: bool(window.centre.pages.sizes), timeout=SLOW)
    return view


def text(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_they_take_the_place_of_the_map_and_leave_it_again(window: Window, reread: Rereading) -> None:
    assert reread.isVisible()
    assert not window.canvas.isVisible()
    assert reread.paper.hasFocus()
    assert reread.place.text() == f"Page 1 sur {len(window.centre.pages.sizes)}"
    QTest.keyClick(reread.paper, Qt.Key.Key_Escape)
    assert not reread.isVisible()
    assert window.canvas.isVisible()
    assert not window.centre.pages.sizes, "nobody looks any more"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_its_button_is_whole_once_pressed(window: Window, reread: Rereading, language: str) -> None:
    window.workspace.speak(language)
    laid_out()
    reread.wall.click()
    laid_out()
    assert reread.wall.isChecked()
    assert reread.wall.width() >= reread.wall.sizeHint().width()
    words = QFontMetrics(bold(reread.wall.font())).horizontalAdvance(reread.wall.text())
    assert reread.wall.width() >= words + 2 * look.px(6)


def test_the_map_is_found_where_it_was_left(window: Window, qtbot: QtBot) -> None:
    window.grab()
    surface = window.canvas.surface
    seen, place, size = surface.view, surface.mapTo(window, QPoint()), surface.size()
    strike(window, Qt.Key.Key_P, CTRL, SHIFT)
    qtbot.waitUntil(lambda: bool(window.centre.pages.sizes), timeout=SLOW)
    window.grab()
    QApplication.processEvents()
    window.grab()
    strike(window, Qt.Key.Key_P, CTRL, SHIFT)
    window.grab()
    assert (surface.mapTo(window, QPoint()), surface.size()) == (place, size)
    assert surface.view == seen


def test_one_reads_with_the_keys_and_the_wheel(reread: Rereading) -> None:
    paper = reread.paper
    QTest.keyClick(paper, Qt.Key.Key_PageDown)
    after_a_screen = paper.position
    assert after_a_screen > 0
    QTest.keyClick(paper, Qt.Key.Key_End)
    last = paper.position
    assert last > after_a_screen
    QTest.keyClick(paper, Qt.Key.Key_PageDown)
    assert paper.position == last, "there is nothing beyond"
    QTest.keyClick(paper, Qt.Key.Key_Home)
    assert paper.position == 0.0
    centre = QPointF(paper.rect().center())
    wheel = QWheelEvent(
        centre, paper.mapToGlobal(centre), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(paper, wheel)
    assert paper.position > 0
    QTest.mouseClick(reread.after, Qt.MouseButton.LeftButton)
    assert paper.position == 1.0
    assert reread.place.text().startswith("Page 2 ")


def test_a_page_is_seen(reread: Rereading) -> None:
    image = reread.paper.grab().toImage()
    middle = image.width() // 2
    dark = sum(
        image.pixelColor(middle - 200 + x, y).lightness() < 90
        for x in range(0, 400, 3)
        for y in range(0, 500, 3)
    )
    assert dark > 50, "the letters of a title"


def test_what_is_corrected_is_set_again(window: Window, reread: Rereading, qtbot: QtBot) -> None:
    pages = window.centre.pages
    came: list[bytes] = []
    pages._setter.done.connect(came.append)
    window.workspace.do(gestures.edit_workshop(title="Séance corrigée"))
    assert pages.late
    assert reread.state.text() == "Mise à jour…"
    qtbot.waitUntil(lambda: bool(came), timeout=SLOW)
    assert "Séance corrigée" in text(came[-1])
    assert reread.state.text() == ""


def test_what_becomes_confidential_is_seen_no_more(window: Window, reread: Rereading, qtbot: QtBot) -> None:
    pages, workspace = window.centre.pages, window.workspace
    actor = ordered(workspace.document.actors)[0]
    assert actor.name in text(pages.data)
    assert reread.state.text() == ""
    workspace.do(gestures.edit_workshop(title="Avant"))
    workspace.do(gestures.edit_actor(actor.id, confidential=True))
    assert not pages.sizes, "not even while the others are being set"
    qtbot.waitUntil(lambda: bool(pages.sizes), timeout=SLOW)
    assert "Avant" in text(pages.data)
    assert actor.name not in text(pages.data)
    assert "confidentiel" in reread.state.text()
    workspace.undo()
    qtbot.waitUntil(lambda: not pages.late, timeout=SLOW)
    assert actor.name in text(pages.data)


def test_the_wall_stays_at_the_place_one_reads_from_step_to_step(window: Window, reread: Rereading) -> None:
    board = window.workspace.board
    QTest.mouseClick(reread.wall, Qt.MouseButton.LeftButton)
    assert (board.kind, board.subject) == ("minutes", "0.000")
    reread.paper.go(1.5)
    assert board.subject == f"{reread.paper.position:.3f}"
    step = ordered(window.workspace.document.steps)[1]
    window.workspace.show_step(step.id)
    assert board.kind == "minutes"
    assert reread.wall.isChecked()
    QTest.mouseClick(reread.wall, Qt.MouseButton.LeftButton)
    assert board.kind == board.usual == "cap"
    assert not reread.wall.isChecked()


@pytest.mark.parametrize("nowhere", ["nan", "inf", "-3"])
def test_a_desk_that_names_no_place_shows_the_beginning(reread: Rereading, nowhere: str) -> None:
    reread.paper.go(1.0)
    reread.paper.wait_for(float(nowhere))
    assert (reread.paper.position, reread.paper.page) == (0.0, 0)


def test_a_process_that_dies_is_told_and_begun_again(window: Window, reread: Rereading, qtbot: QtBot) -> None:
    pages = window.centre.pages
    setter = pages._setter
    assert setter._process is not None
    setter.ask(window.workspace.document, now=True)
    with qtbot.waitSignal(pages.changed, timeout=SLOW):
        setter._process.kill()
    assert pages.failed
    assert reread.state.text() == "Ces pages datent d’avant les dernières modifications."
    assert pages.sizes, "the pages one had are still there"
    window.workspace.do(gestures.edit_workshop(title="Reprise"))
    qtbot.waitUntil(lambda: not pages.failed, timeout=SLOW)
    assert reread.state.text() == ""


def test_a_program_that_cannot_be_started_is_told(
    workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from facilitator import paths

    monkeypatch.setattr(paths, "program", lambda: (["/nowhere/at/all"], paths.resource()))
    setter = Setter(dict)
    with qtbot.waitSignal(setter.done) as told:
        setter.ask(workspace.document, now=True)
    assert told.args == [b""]
    assert not setter.busy


def test_what_was_asked_for_meanwhile_is_set_by_another_process(workspace: Workspace, qtbot: QtBot) -> None:
    came: list[bytes] = []
    setter = Setter(dict)
    setter.done.connect(came.append)
    setter.ask(workspace.document, now=True)
    setter.ask(gestures.edit_workshop(title="La suite")(workspace.document))
    assert setter._process is not None
    setter._process.kill()
    qtbot.waitUntil(lambda: len(came) == 2, timeout=SLOW)
    assert came[0] == b""
    assert "La suite" in text(came[1])
    setter.stop()


@pytest.mark.skipif(sys.platform == "win32", reason="no limit to files there")
@pytest.mark.qt_log_ignore("Cannot create pipe")
def test_a_machine_that_can_start_nothing_is_told_at_once(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    import resource

    came: list[bytes] = []
    waited: list[int] = []
    monkeypatch.setattr(QProcess, "waitForFinished", lambda _process, *_most: waited.append(1))
    setter = Setter(dict)
    setter.done.connect(came.append)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, hard))
    try:
        setter.ask(workspace.document, now=True)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert came == [b""]
    assert not waited, "what never began does not end"
    assert not setter.busy


def test_a_history_that_cannot_be_read_is_told(workspace: Workspace) -> None:
    def moments() -> dict[str, Document]:
        raise StoreError("file.closed")

    came: list[bytes] = []
    setter = Setter(moments)
    setter.done.connect(came.append)
    setter.ask(workspace.document, now=True)
    assert came == [b""]
    assert not setter.busy
