"""Hands that do anything in any order, with real events: what is seen, on the console and on the wall, is what the
document says at that moment, the file holds it, and undoing leads back to where they began."""

import shutil
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.model.edition import on_the_wall
from facilitator.model.store import file
from facilitator.ui.app import App
from facilitator.ui.canvas.marks import handles
from facilitator.ui.canvas.surface import Surface
from facilitator.ui.canvas.widget import Canvas
from facilitator.ui.projection.projector import Projector
from facilitator.ui.window import Window
from tests.ui.canvas.pixels import far_apart
from tests.ui.hands import CTRL, SHIFT, at_hand, press, write

GESTURES, LOOKS = 60, 12
"""How many gestures a pair of hands does, and how often everything is looked at."""
NAMES = (
    "Le Café des halles",
    "Radio",
    "Association des habitants et usagers du quartier des Œillets et du Gué",
)
KEYS = (
    (Qt.Key.Key_P,), (Qt.Key.Key_T,), (Qt.Key.Key_F,), (Qt.Key.Key_Right, SHIFT), (Qt.Key.Key_Up,), (Qt.Key.Key_Tab,),
    (Qt.Key.Key_PageDown,), (Qt.Key.Key_D, CTRL), (Qt.Key.Key_C, CTRL), (Qt.Key.Key_V, CTRL), (Qt.Key.Key_A, CTRL),
    (Qt.Key.Key_T, CTRL), (Qt.Key.Key_R, CTRL), (Qt.Key.Key_Escape,), (Qt.Key.Key_Plus,), (Qt.Key.Key_0, CTRL),
)  # fmt: skip


class Hands:
    """One console and one wall, and what chance does with them."""

    def __init__(self, window: Window, chance: Random) -> None:
        self.window, self.chance = window, chance
        self.surface = window.canvas.surface
        self.workspace = window.workspace
        assert window.projection.projector is not None
        self.wall = window.projection.projector
        self.done: list[str] = []
        self.ways: tuple[Callable[[], None], ...] = (
            self.carry, self.carry, self.carry, self.link, self.link, self.name, self.choose, self.strike,
            self.strike, self.delete, self.take_back, self.do_again, self.push, self.turn,
        )  # fmt: skip

    def go_on(self) -> None:
        """One gesture, whichever."""
        if not self.window.isActiveWindow():  # the platform gives no window the keyboard back
            self.window.activateWindow()
            QApplication.processEvents()
        way = self.chance.choice(self.ways)
        self.done.append(way.__name__)
        way()
        QApplication.processEvents()

    def carry(self) -> None:
        self._pull(self._card(), self._anywhere())

    def link(self) -> None:
        card = self._card()
        self._click(card)
        held = next((id_ for kind, id_ in self.workspace.selection if kind == "actors"), "")
        if held in self.surface.picture.cards:
            corners = list(handles(self.surface.card_rectangle(held)))
            self._pull(
                self.chance.choice(corners).toPoint(), self.chance.choice((self._card, self._anywhere))()
            )
        if self.surface.is_naming:
            write(self.chance.choice(NAMES))
            press(Qt.Key.Key_Return)

    def name(self) -> None:
        QTest.mouseDClick(self.surface, Qt.MouseButton.LeftButton, pos=self._anywhere())
        if self.surface.is_naming:
            write(self.chance.choice(NAMES))
            press(
                self.chance.choice((Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape))
            )

    def choose(self) -> None:
        self._click(self._card(), self.chance.choice((Qt.KeyboardModifier.NoModifier, SHIFT)))

    def strike(self) -> None:
        self.surface.setFocus()
        self.done[-1] = str(keys := self.chance.choice(KEYS))
        press(*keys)

    def delete(self) -> None:
        self._click(self._card())
        press(Qt.Key.Key_Delete)

    def take_back(self) -> None:
        for _n in range(self.chance.randrange(1, 4)):
            press(Qt.Key.Key_Z, CTRL)

    def do_again(self) -> None:
        for _n in range(self.chance.randrange(1, 3)):
            press(Qt.Key.Key_Y, CTRL)

    def push(self) -> None:
        self._pull(self._anywhere(), self._anywhere(), Qt.MouseButton.MiddleButton)

    def turn(self) -> None:
        self.chance.choice(
            (self.window.canvas.zoom_in, self.window.canvas.zoom_out, self.window.canvas.fit)
        )()

    def rest(self, qtbot: QtBot) -> None:
        """Nothing in the hand, nothing chosen, everything painted."""
        for _n in range(2):
            self.surface.setFocus()
            press(Qt.Key.Key_Escape)
        self.workspace.settle()
        self.workspace.select([])
        QApplication.sendEvent(self.surface, QEvent(QEvent.Type.Leave))
        qtbot.waitUntil(lambda: not self.surface.is_naming)
        self.surface.sharpen()
        QApplication.processEvents()

    def _card(self) -> QPoint:
        """The middle of a card one sees, or a place."""
        room = self.surface.rect()
        middles = [self.surface.card_rectangle(id_).center().toPoint() for id_ in self.surface.picture.cards]
        seen = [middle for middle in middles if room.contains(middle)]
        return self.chance.choice(seen) if seen else self._anywhere()

    def _anywhere(self) -> QPoint:
        width, height = self.surface.width(), self.surface.height()
        return QPoint(self.chance.randrange(10, width - 10), self.chance.randrange(10, height - 10))

    def _click(self, at: QPoint, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.mouseClick(self.surface, Qt.MouseButton.LeftButton, held, at)

    def _pull(self, start: QPoint, end: QPoint, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        QTest.mousePress(self.surface, button, pos=start)
        for part in (1, 2, 3):
            QTest.mouseMove(self.surface, start + (end - start) * part / 3)
            QApplication.processEvents()
            if self.chance.random() < 0.1:
                press(Qt.Key.Key_Escape)
        QTest.mouseRelease(self.surface, button, pos=end)

    # What must be so

    def console_shows_the_document(self) -> None:
        """The map that went through all this is the one that would be made at once."""
        fresh = Canvas(self.workspace)
        fresh.surface.setParent(None)
        other = fresh.surface
        other.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        other.resize(self.surface.size())
        other.show()
        QApplication.processEvents()
        other.set_view(self.surface.view)
        other.sharpen()
        QApplication.processEvents()
        seen, wanted = painted(self.surface), painted(other)
        other.close()
        other.deleteLater()
        fresh.deleteLater()
        if far_apart(seen, wanted) > 0.001:
            seen.save("/tmp/ua.png"), wanted.save("/tmp/ub.png")
        assert far_apart(seen, wanted) < 0.001, self.done

    def wall_shows_the_document(self) -> None:
        """Every card that may be seen is there, none over another, all of the part shown within the wall."""
        shown, wall = on_the_wall(self.workspace.document), self.wall.map
        placed = {actor.id for actor in shown.actors.values() if actor.placed}
        assert {*wall.picture.cards} == placed - wall.left_out, self.done
        boxes = {id_: held.box for id_, held in wall.picture.cards.items()}
        over = [pair for pair in combinations(boxes, 2) if boxes[pair[0]].intersects(boxes[pair[1]])]
        assert over == [], self.done
        ids = {id_ for part in wall.parts for id_ in part.ids}
        assert ids == {*boxes}, self.done
        here = wall.parts[wall.part].ids if wall.parts else ()
        room = wall.rect().toRectF().adjusted(-1, -1, 1, 1)
        assert all(room.contains(wall.view.rectangle(boxes[id_], wall.size())) for id_ in here), self.done


def painted(surface: Surface) -> QImage:
    """A map without what lies over it."""
    image = QImage(surface.size(), QImage.Format.Format_RGB32)
    surface.render(image, renderFlags=QWidget.RenderFlag.DrawWindowBackground)
    return image


@pytest.fixture
def window(app: App, qtbot: QtBot) -> Window:
    """The sample on a laptop, with its projection."""
    app.begin(None, sample=True)
    window = app.window
    assert window is not None
    window.showNormal()
    window.resize(1366, 768)
    at_hand(window, qtbot)
    window.workspace.board.show("map")
    window.toggle_projection()
    wall = window.projection.projector
    assert isinstance(wall, Projector)
    wall.resize(1280, 720)
    at_hand(window, qtbot)
    return window


@pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)
@pytest.mark.parametrize("seed", range(2))
def test_what_is_seen_is_what_the_document_says(
    window: Window, qtbot: QtBot, tmp_path: Path, seed: int
) -> None:
    workspace, began = window.workspace, window.workspace.document
    hands = Hands(window, Random(seed))
    for n in range(GESTURES):
        hands.go_on()
        if n % LOOKS == LOOKS - 1:
            hands.rest(qtbot)
            hands.console_shows_the_document()
            hands.wall_shows_the_document()
            at_hand(window, qtbot)
    assert workspace.document != began, "they did something"
    copied = Path(shutil.copy(workspace.path, tmp_path / "copy.alliance"))
    with file.open(copied, backup=False) as kept:
        assert kept.document == workspace.document
    while workspace.undo_name:
        assert workspace.undo()
    assert workspace.document == began
