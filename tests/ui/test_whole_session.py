"""A whole session, as one lives it: from Accueil to the minutes, with the mouse and the keys, and never a menu.

The room names ten actors, twelve links are drawn; the machine is switched off in the middle, and nothing is lost.
"""

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qt_compat import qt_api
from pytestqt.qtbot import QtBot

from facilitator import paths
from facilitator.model.document import TABLES, Document, ordered, rows_of
from facilitator.ui.app import App, application
from facilitator.ui.canvas.widget import Canvas
from facilitator.ui.minutes_dialog import MinutesDialog
from facilitator.ui.new_session import NewSession
from facilitator.ui.outgoing import MailDialog
from facilitator.ui.window import Window
from tests.ui.canvas.conftest import Mouse
from tests.ui.hands import CTRL, SHIFT, answer, at_hand, inside, strike, write

LEFT = Qt.MouseButton.LeftButton
NAMES = (
    "Ville de Rivemont",
    "Communauté de communes du Val d’Œuvre",
    "Épicerie sociale L’Étal",
    "Les Jardins du Gué",
    "Maison de quartier des Œillets",
    "Coopérative maraîchère Terres Vives",
    "Fondation Terre d’Avenir",
    "Université de Haute-Œuvre",
    "Habitants du quartier des Œillets",
    "Radio Val d’Œuvre",
)
PULLED = ((0, 1), (0, 2), (0, 4), (1, 3), (2, 3), (3, 5), (6, 2), (7, 0))
"""Links drawn with the mouse, from and to; four more are typed."""
TYPED = ((4, 8), (8, 2), (9, 0), (5, 6))


@pytest.fixture
def window(app: App, qtbot: QtBot) -> Window:
    """A new session, begun from Accueil with a title."""
    app.begin(None)
    assert app.home is not None
    at_hand(app.home, qtbot)
    qtbot.mouseClick(app.home.new, LEFT)
    write("Nourrir Rivemont", inside(app.home, NewSession).title)
    qtbot.keyClick(inside(app.home, NewSession), Qt.Key.Key_Return)
    assert app.window is not None
    _on_a_laptop(app.window, qtbot)
    return app.window


def test_from_accueil_to_the_minutes(window: Window, app: App, qtbot: QtBot) -> None:
    _name_actors(window)
    assert [actor.name for actor in ordered(window.workspace.document.actors)] == list(NAMES)
    assert not any(actor.placed for actor in window.workspace.document.actors.values())
    _place_actors(window)
    assert all(actor.placed for actor in window.workspace.document.actors.values())
    _draw_links(window)
    names = {id_: actor.name for id_, actor in window.workspace.document.actors.items()}
    drawn = [(names[link.source], names[link.target]) for link in ordered(window.workspace.document.links)]
    assert drawn == [(NAMES[a], NAMES[b]) for a, b in (*PULLED, *TYPED)]

    strike(window, Qt.Key.Key_F5)
    assert window.projecting
    at_hand(window, qtbot)
    for _each in range(10):
        strike(window, Qt.Key.Key_PageDown, CTRL)
    assert window.workspace.step_id == ordered(window.workspace.document.steps)[-1].id

    _undo_and_redo(window, 10)

    qtbot.mouseClick(window.top.minutes, LEFT)
    dialog = inside(window, MinutesDialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    (written,) = paths.documents().glob("*.pdf")
    text = " ".join("".join(page.extract_text() for page in PdfReader(written).pages).split())
    for name in NAMES:
        assert name in text
    dialog.close()

    strike(window, Qt.Key.Key_D, CTRL, SHIFT)
    letter = inside(window, MailDialog)
    qtbot.mouseClick(letter.keep, LEFT)
    answer(letter, paths.documents() / "envoi.eml", qtbot)
    qtbot.waitUntil((paths.documents() / "envoi.eml").exists, timeout=60_000)
    letter.close()

    app.show_home()
    assert app.home is not None
    assert [card.title.text() for card in app.home.cards] == ["Nourrir Rivemont"]


def test_switched_off_in_mid_gesture_nothing_is_lost(app: App, qtbot: QtBot) -> None:
    """A child works, says what it has done, begins to drag a card and is killed; here the session comes back."""
    child = subprocess.Popen(
        [sys.executable, "-c", "from tests.ui.test_whole_session import work; work()"],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert child.stdout is not None
    acknowledged = child.stdout.readline().strip()
    child.kill()
    child.wait(30)
    child.stdout.close()
    assert acknowledged, "it was killed at work"

    app.begin(None)
    window = app.window
    assert window is not None, "it opens by itself"
    assert _fingerprint(window.workspace.document) == acknowledged
    at_hand(window, qtbot)
    _undo_and_redo(window, 10)
    assert _fingerprint(window.workspace.document) == acknowledged


def work() -> None:
    """What the child does: half a session, then a card held in the air for ever."""
    qt_api.set_qt_api("pyside6")
    qt = application()
    app = App(qt)
    assert app.create("Nourrir Rivemont", paths.documents() / "Nourrir Rivemont.alliance")
    window = app.window
    assert window is not None
    window.showNormal()
    window.resize(1366, 768)
    while window.canvas.surface.width() < 600:
        qt.processEvents()
    window.canvas.setFocus()
    _name_actors(window)
    _place_actors(window)
    mouse = Mouse(QtBot, window.canvas)  # type: ignore[arg-type]  # its mouse is static
    first = ordered(window.workspace.document.actors)[0]
    start = window.canvas.surface.card_rectangle(first.id).center().toPoint()
    mouse.press(start)
    for n in range(1, 20):
        mouse.move(start + QPoint(4 * n, 3 * n))
    sys.stdout.write(_fingerprint(window.workspace.document) + "\n")
    sys.stdout.flush()
    qt.exec()


def _on_a_laptop(window: Window, qtbot: QtBot) -> None:
    """The console at the size of a small laptop, the map under the hand."""
    window.showNormal()
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: window.canvas.surface.width() > 600)
    at_hand(window, qtbot)
    window.canvas.setFocus()


def _name_actors(window: Window) -> None:
    """A, then a name and Enter while the room talks; Escape when it is silent."""
    strike(window.canvas, Qt.Key.Key_A)
    line = inside(window.canvas.entry, QLineEdit)
    for name in NAMES:
        write(name, line)
        QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClick(line, Qt.Key.Key_Escape)
    window.canvas.setFocus()


def _place_actors(window: Window) -> None:
    """Each name of the tray is dropped on the map, in rows of four."""
    canvas = window.canvas
    mouse = Mouse(QtBot, canvas)  # type: ignore[arg-type]  # its mouse is static
    for _each in range(4):
        canvas.zoom_out()
    for n in range(len(NAMES)):
        column, row = n % 4, n // 4
        mouse.pull(canvas.tray.chips[0], mouse.at(330.0 * column - 495.0, 200.0 * row - 200.0))


def _draw_links(window: Window) -> None:
    """Handles are pulled from card to card; then four links by keyboard alone."""
    canvas = window.canvas
    mouse = Mouse(QtBot, canvas)  # type: ignore[arg-type]  # its mouse is static
    ids = [actor.id for actor in ordered(window.workspace.document.actors)]
    for source, target in PULLED:
        mouse.press(_middle(canvas, ids[source]))
        mouse.release(_middle(canvas, ids[source]))
        mouse.drag(
            mouse.handle(ids[source], 2),
            mouse.handle(ids[source], 2) + QPoint(3, 12),
            _middle(canvas, ids[target]),
        )
    for source, target in TYPED:
        mouse.press(_middle(canvas, ids[source]))
        mouse.release(_middle(canvas, ids[source]))
        strike(window, Qt.Key.Key_L)
        assert canvas.picker is not None
        line = inside(canvas.picker, QLineEdit)
        write(NAMES[target], line)
        QTest.keyClick(line, Qt.Key.Key_Return)
    canvas.close_link_bar()


def _undo_and_redo(window: Window, steps: int) -> None:
    """So many steps back and forth: the same document, to the last field."""
    whole = window.workspace.document
    window.canvas.setFocus()
    for _each in range(steps):
        strike(window, Qt.Key.Key_Z, CTRL)
    assert window.workspace.document != whole
    for _each in range(steps):
        strike(window, Qt.Key.Key_Z, CTRL, SHIFT)
    assert window.workspace.document == whole


def _middle(canvas: Canvas, actor: str) -> QPoint:
    return canvas.surface.card_rectangle(actor).center().toPoint()


def _fingerprint(document: Document) -> str:
    """The same for the same rows, in whatever order they are held."""
    rows = [sorted(map(repr, rows_of(document, table).values())) for table in TABLES]
    return sha256(repr(rows).encode()).hexdigest()
