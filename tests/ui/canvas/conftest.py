"""A canvas on the small session, and a hand that moves on it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator.model.document import Actor
from facilitator.ui import look
from facilitator.ui.canvas.view import View
from facilitator.ui.canvas.widget import Canvas
from facilitator.ui.workspace import Workspace


@pytest.fixture
def canvas(qtbot: QtBot, workspace: Workspace) -> Iterator[Canvas]:
    """The canvas, shown and with the keyboard, its middle over (200, 100) of the map at a zoom of 100 %."""
    shown = Canvas(workspace)
    qtbot.addWidget(shown)
    shown.resize(1200, 760)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.surface.repaint()
    shown.surface.set_view(View(200.0, 100.0, 1.0))
    shown.surface.setFocus()
    yield shown
    workspace.settle()


@pytest.fixture
def large(dressed: QApplication) -> Iterator[None]:
    """Letters twice as large."""
    look.dress(dressed, scale=2.0)
    yield
    look.dress(dressed)


class Mouse:
    """Real mouse events, at places of the map."""

    def __init__(self, qtbot: QtBot, canvas: Canvas) -> None:
        self._qtbot = qtbot
        self.canvas = canvas

    def at(self, x: float, y: float) -> QPoint:
        return self.canvas.surface.in_window(x, y).toPoint()

    def press(
        self, point: QPoint, button: Qt.MouseButton = Qt.MouseButton.LeftButton, **keys: object
    ) -> None:
        self._qtbot.mousePress(self.canvas.surface, button, pos=point, **keys)

    def move(self, point: QPoint) -> None:
        self._qtbot.mouseMove(self.canvas.surface, point)

    def release(self, point: QPoint, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        self._qtbot.mouseRelease(self.canvas.surface, button, pos=point)

    def click(self, x: float, y: float, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._qtbot.mouseClick(self.canvas.surface, Qt.MouseButton.LeftButton, keys, self.at(x, y))

    def double(self, x: float, y: float) -> None:
        self._qtbot.mouseDClick(self.canvas.surface, Qt.MouseButton.LeftButton, pos=self.at(x, y))

    def drag(
        self, start: QPoint, *through: QPoint, button: Qt.MouseButton = Qt.MouseButton.LeftButton
    ) -> None:
        """Presses, goes through every point, and lets go at the last."""
        self.press(start, button)
        for point in through:
            self.move(point)
        self.release(through[-1], button)

    def pull(self, chip: QWidget, to: QPoint) -> None:
        """Pulls a chip of the palette or the tray to a point of the map."""
        start = chip.rect().center()
        end = chip.mapFromGlobal(self.canvas.surface.mapToGlobal(to))
        self._qtbot.mousePress(chip, Qt.MouseButton.LeftButton, pos=start)
        self._qtbot.mouseMove(chip, start + QPoint(20, 20))
        self._qtbot.mouseMove(chip, end)
        self._qtbot.mouseRelease(chip, Qt.MouseButton.LeftButton, pos=end)

    def handle(self, actor: str, side: int = 1) -> QPoint:
        """A handle of a card: 0 above, 1 right, 2 below, 3 left."""
        from facilitator.ui.canvas.marks import handles

        points: list[QPointF] = list(handles(self.canvas.surface.card_rectangle(actor)))
        return points[side].toPoint()


@pytest.fixture
def mouse(qtbot: QtBot, canvas: Canvas) -> Mouse:
    return Mouse(qtbot, canvas)


def type_in(widget: QWidget, text: str) -> None:
    """Types a text, accents included (QTest knows ASCII alone)."""
    for character in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(widget, event)


def name_line(canvas: Canvas) -> QLineEdit:
    """The line where a card is being named."""
    line = canvas.surface.findChild(QLineEdit)
    assert line is not None
    return line


def named(workspace: Workspace, name: str) -> Actor:
    """The one actor of that name."""
    (found,) = (actor for actor in workspace.document.actors.values() if actor.name == name)
    return found
