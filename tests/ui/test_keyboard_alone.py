"""The same small map, made by the keys alone and by the mouse: two sessions, one document but for its ids."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator import paths
from facilitator.model.document import Actor, Document, ordered
from facilitator.model.vocabulary import Direction, Status
from facilitator.terms import link_type_name
from facilitator.ui.app import App
from facilitator.ui.canvas.link_bar import LinkBar
from facilitator.ui.window import Window
from tests.ui.canvas.conftest import Mouse
from tests.ui.hands import CTRL, SHIFT, at_hand, button_named, inside, press, write

LEFT, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier
ACTORS = (
    ("Ville de Rivemont", "authority"),
    ("Épicerie sociale L’Étal", "association"),
    ("Coopérative Terres Vives", "company"),
    ("Fondation d’Avenir", "foundation"),
    ("Habitants des Œillets", "citizens"),
)
MOVED, ARROWS = "Fondation d’Avenir", (3, 2)
"""Who is moved, and by how many arrows right and down."""
STEP = 8
"""What an arrow moves, in map units."""


@dataclass(frozen=True)
class Tie:
    """A link as it is wanted."""

    source: str
    target: str
    types: tuple[str, ...]
    status: Status
    intensity: int
    direction: Direction
    tension: bool = False


EXISTING, FORWARD, BOTH = Status.EXISTING, Direction.FORWARD, Direction.BOTH
TIES = (
    Tie("Ville de Rivemont", "Épicerie sociale L’Étal", ("funding", "material"), EXISTING, 3, FORWARD),
    Tie("Fondation d’Avenir", "Épicerie sociale L’Étal", ("funding",), Status.TO_STRENGTHEN, 2, FORWARD),
    Tie("Coopérative Terres Vives", "Ville de Rivemont", ("cooperation",), EXISTING, 4, BOTH, tension=True),
    Tie("Habitants des Œillets", "Épicerie sociale L’Étal", ("information", "governance"), EXISTING, 1, BOTH),
    Tie("Habitants des Œillets", "Fondation d’Avenir", ("skills",), Status.TO_CREATE, 2, FORWARD),
)


@pytest.fixture
def open_one(app: App, qtbot: QtBot) -> Callable[[str], Window]:
    """Opens a new session, at the size of a small laptop, the map with the keyboard."""

    def opened(title: str) -> Window:
        assert app.create(title, paths.documents() / f"{title}.alliance")
        window = app.window
        assert window is not None
        window.showNormal()
        window.resize(1366, 768)
        qtbot.waitUntil(lambda: window.canvas.surface.width() > 600)
        at_hand(window, qtbot)
        window.canvas.setFocus()
        window.canvas.surface.repaint()
        return window

    return opened


# A menu that opens on the platform without a screen says so.
@pytest.mark.qt_log_ignore("^This plugin does not support (raise|grabbing the keyboard)", extend=True)
def test_the_keys_alone_make_what_the_mouse_makes(open_one: Callable[[str], Window]) -> None:
    by_keys = made(Keys(open_one("Clavier")))
    by_mouse = made(Hand(open_one("Souris")))
    assert by_keys == by_mouse


def made(maker: "Keys | Hand") -> tuple[Any, ...]:
    """Makes the map, step by step, asserting on the document; what came of it, without ids."""
    window = maker.window

    def now() -> Document:
        return window.workspace.document

    maker.name(ACTORS)
    assert [(a.name, a.category, a.placed) for a in ordered(now().actors)] == [
        (*row, False) for row in ACTORS
    ]
    maker.place(len(ACTORS))
    assert all(actor.placed for actor in now().actors.values())
    for tie in TIES:
        maker.link(tie)
        link = ordered(now().links)[-1]
        source, target = now().actors[link.source].name, now().actors[link.target].name
        assert (
            Tie(source, target, link.types, link.status, link.intensity, link.direction, link.tension) == tie
        )
    before = _place(now(), MOVED)
    maker.move(MOVED, *ARROWS)
    there = (before[0] + ARROWS[0] * STEP, before[1] + ARROWS[1] * STEP)
    assert _place(now(), MOVED) == pytest.approx(there)
    maker.rename("Ville de Rivemont", "Mairie de Rivemont")
    assert "Mairie de Rivemont" in {actor.name for actor in now().actors.values()}
    single = now()
    maker.duplicate("Coopérative Terres Vives")
    assert len(now().actors) == len(ACTORS) + 1
    twice = now()
    maker.delete("Épicerie sociale L’Étal")
    assert len(now().actors) == len(ACTORS)
    assert len(now().links) == 2, "its three links went with it"
    maker.undo()
    assert now() == twice
    maker.undo()
    assert now() == single
    maker.redo()
    assert now() == twice
    return without_ids(now())


class Keys:
    """A person without a mouse: each key goes to whoever has the keyboard."""

    def __init__(self, window: Window) -> None:
        self.window = window

    def name(self, rows: Sequence[tuple[str, str]]) -> None:
        press(Qt.Key.Key_A)
        entry = self.window.canvas.entry
        for name, category in rows:
            while self.window.canvas.surface.category != category:
                press(Qt.Key.Key_Backtab, SHIFT)
                assert isinstance(QApplication.focusWidget(), QComboBox)
                press(_towards(self.window, category))
            assert entry.name.hasFocus()
            write(name)
            press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Escape)

    def place(self, count: int) -> None:
        tray = self.window.canvas.tray
        for _each in range(count):
            while not any(chip.hasFocus() for chip in tray.chips):
                press(Qt.Key.Key_F6)
            press(Qt.Key.Key_Return)
        self._to_map()

    def link(self, tie: Tie) -> None:
        self._go(tie.source)
        press(Qt.Key.Key_L)
        write(tie.target)
        press(Qt.Key.Key_Return)
        for button in wrong_buttons(self.window, tie):
            self._reach(button)
            press(Qt.Key.Key_Space)
        press(Qt.Key.Key_Escape)

    def move(self, name: str, right: int, down: int) -> None:
        self._go(name)
        for key, times in ((Qt.Key.Key_Right, right), (Qt.Key.Key_Down, down)):
            for _each in range(times):
                press(key)

    def rename(self, old: str, new: str) -> None:
        self._go(old)
        press(Qt.Key.Key_F2)
        write(new)
        press(Qt.Key.Key_Return)

    def duplicate(self, name: str) -> None:
        self._go(name)
        press(Qt.Key.Key_D, CTRL)

    def delete(self, name: str) -> None:
        press(Qt.Key.Key_F, CTRL)
        write(name)
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Delete)

    def undo(self) -> None:
        press(Qt.Key.Key_Z, CTRL)

    def redo(self) -> None:
        press(Qt.Key.Key_K, CTRL)
        write("rétablir")
        press(Qt.Key.Key_Return)

    def _to_map(self) -> None:
        while not self.window.canvas.surface.hasFocus():
            press(Qt.Key.Key_F6)

    def _go(self, name: str) -> None:
        """Tab, from card to card."""
        self._to_map()
        press(Qt.Key.Key_Escape)
        for _each in range(len(self.window.workspace.document.actors)):
            press(Qt.Key.Key_Tab)
            if [actor.name for actor in self.window.workspace.selected_actors] == [name]:
                return
        pytest.fail(f"Tab does not reach {name}")

    def _reach(self, button: QWidget) -> None:
        """Tab, to a button of the bar."""
        for _each in range(40):
            if button.hasFocus():
                return
            press(Qt.Key.Key_Tab)
        pytest.fail(f"Tab does not reach {button.accessibleName()}")


class Hand:
    """A person with the mouse: names alone are typed."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.mouse = Mouse(QtBot, window.canvas)  # type: ignore[arg-type]  # its mouse is static

    def name(self, rows: Sequence[tuple[str, str]]) -> None:
        self._menu("map", "add")
        entry = self.window.canvas.entry
        line, categories = entry.name, inside(entry, QComboBox)
        for name, category in rows:
            while self.window.canvas.surface.category != category:
                _wheel(categories, -1 if _towards(self.window, category) == Qt.Key.Key_Down else 1)
            write(name, line)
            QTest.keyClick(line, Qt.Key.Key_Return)
        done = next(b for b in entry.findChildren(QAbstractButton) if b.text() == "Terminé")
        QTest.mouseClick(done, LEFT)

    def place(self, count: int) -> None:
        for _each in range(count):
            QTest.mouseDClick(self.window.canvas.tray.chips[0], LEFT)

    def link(self, tie: Tie) -> None:
        source, target = self._id(tie.source), self._id(tie.target)
        self._click(source)
        end = self._middle(target)
        handle = next(
            h for h in (self.mouse.handle(source, side) for side in range(4)) if self._free(h, source)
        )
        self.mouse.drag(handle, handle + QPoint(8, 8), end)
        for button in wrong_buttons(self.window, tie):
            QTest.mouseClick(button, LEFT)
        self._click(source)

    def move(self, name: str, right: int, down: int) -> None:
        start = self._middle(self._id(name))
        zoom = self.window.canvas.zoom
        end = QPointF(start) + QPointF(right * STEP, down * STEP) * zoom
        surface = self.window.canvas.surface
        for kind, point, button, held in (
            (QMouseEvent.Type.MouseButtonPress, QPointF(start), LEFT, LEFT),
            (QMouseEvent.Type.MouseMove, QPointF(start) + QPointF(30, 30), Qt.MouseButton.NoButton, LEFT),
            (QMouseEvent.Type.MouseMove, end, Qt.MouseButton.NoButton, LEFT),
            (QMouseEvent.Type.MouseButtonRelease, end, LEFT, Qt.MouseButton.NoButton),
        ):
            there = QPointF(surface.mapToGlobal(point))
            QApplication.sendEvent(surface, QMouseEvent(kind, point, there, button, held, ALT))

    def rename(self, old: str, new: str) -> None:
        QTest.mouseDClick(self.window.canvas.surface, LEFT, pos=self._middle(self._id(old)))
        line = inside(self.window.canvas.surface, QLineEdit)
        write(new, line)
        QTest.keyClick(line, Qt.Key.Key_Return)

    def duplicate(self, name: str) -> None:
        self._click(self._id(name))
        self._menu("edit", "duplicate")

    def delete(self, name: str) -> None:
        self._click(self._id(name))
        self._menu("edit", "delete")

    def undo(self) -> None:
        QTest.mouseClick(self.window.top.undo, LEFT)

    def redo(self) -> None:
        QTest.mouseClick(self.window.top.redo, LEFT)

    def _menu(self, menu: str, key: str) -> None:
        """Opens a menu and clicks an action of it."""
        menus = self.window.menus
        opened = menus.menu(menu)
        opened.popup(QPoint(0, 0))
        QTest.mouseClick(opened, LEFT, pos=opened.actionGeometry(menus.action(key)).center())

    def _id(self, name: str) -> str:
        return _named(self.window.workspace.document, name).id

    def _middle(self, actor: str) -> QPoint:
        return self.window.canvas.surface.card_rectangle(actor).center().toPoint()

    def _click(self, actor: str) -> None:
        self.mouse.press(self._middle(actor))
        self.mouse.release(self._middle(actor))

    def _free(self, handle: QPoint, source: str) -> bool:
        """Whether a handle of a card is in sight, on no other card."""
        surface = self.window.canvas.surface
        under = surface.picture.card_at(*surface.on_map(QPointF(handle)))
        return surface.rect().adjusted(2, 2, -2, -2).contains(handle) and under in (None, source)


def wrong_buttons(window: Window, tie: Tie) -> list[QAbstractButton]:
    """The buttons of the bar to press, one after the other, for the link to be as it is wanted."""
    bar = window.canvas.link_bar
    assert isinstance(bar, LinkBar)
    turned: list[QAbstractButton] = [
        shown
        for row in ordered(window.workspace.document.link_types)
        if (shown := button_named(bar, link_type_name(row))).isChecked() is not (row.id in tie.types)
    ]
    turned += [button for button in [bar.intensity.button(tie.intensity)] if not button.isChecked()]
    turned += [bar.tension] if bar.tension.isChecked() is not tie.tension else []
    one_of = [bar.status.button(tie.status), bar.direction.button(tie.direction)]
    return [*turned, *(button for button in one_of if not button.isChecked())]


def without_ids(document: Document) -> tuple[Any, ...]:
    """Actors and links in their order, each end by its place among the actors."""
    actors = ordered(document.actors)
    at = {actor.id: n for n, actor in enumerate(actors)}
    rows = [replace(actor, id="", x=_near(actor.x), y=_near(actor.y)) for actor in actors]
    links = [
        (at[link.source], at[link.target], replace(link, id="", source="", target=""))
        for link in ordered(document.links)
    ]
    return tuple(rows), tuple(links)


def _near(place: float | None) -> float | None:
    """To the hundredth: the mouse counts in pixels."""
    return None if place is None else round(place, 2) + 0.0


def _named(document: Document, name: str) -> Actor:
    (found,) = (actor for actor in document.actors.values() if actor.name == name)
    return found


def _place(document: Document, name: str) -> tuple[float, float]:
    actor = _named(document, name)
    assert actor.x is not None
    assert actor.y is not None
    return actor.x, actor.y


def _towards(window: Window, category: str) -> Qt.Key:
    """The arrow that goes from the category shown to another."""
    order = [row.id for row in ordered(window.workspace.document.categories)]
    here = order.index(window.canvas.surface.category)
    return Qt.Key.Key_Down if here < order.index(category) else Qt.Key.Key_Up


def _wheel(widget: QWidget, notches: int) -> None:
    middle = QPointF(widget.rect().center())
    there = QPointF(widget.mapToGlobal(middle))
    none, still = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    turned = QWheelEvent(
        middle, there, QPoint(0, 0), QPoint(0, 120 * notches), Qt.MouseButton.NoButton, none, still, False
    )
    QApplication.sendEvent(widget, turned)
