"""Which screen the projection is on: the other one where there is one, else a window at home."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import getCppPointer

_AT_HOME = QSize(960, 600)


class Screens(QObject):
    """Keeps a window on its screen: unplugged, it comes home as a window; plugged back, it returns."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._home: int | None = None
        self._on: int | None = None
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)  # noqa: S101 - a widget exists
        app.screenAdded.connect(self._added)
        app.screenRemoved.connect(self._removed)

    @property
    def home(self) -> QScreen | None:
        """The console's screen."""
        return _screen(self._home)

    @home.setter
    def home(self, screen: QScreen | None) -> None:
        self._home = _mark(screen)

    @property
    def on(self) -> QScreen | None:
        """The one the window fills; None where it is a window at home."""
        return _screen(self._on)

    def other(self) -> QScreen | None:
        """A screen that is not the console's."""
        return next((screen for screen in QGuiApplication.screens() if _mark(screen) != self._home), None)

    def settle(self, screen: QScreen | None) -> None:
        """Has the window fill that screen, or be a window at home."""
        self._on = _mark(screen)
        window = self._window
        if screen is not None:
            held = QApplication.activeWindow()
            window.setScreen(screen)
            window.setGeometry(screen.geometry())
            window.setWindowState(Qt.WindowState.WindowFullScreen)
            window.show()
            if held is not None:
                held.activateWindow()  # a window that fills a screen takes the keyboard, whatever it was told
        else:
            home = self.home or QGuiApplication.primaryScreen()
            # Before its place: some systems keep a window full that is given one while it is.
            window.setWindowState(Qt.WindowState.WindowNoState)
            window.setGeometry(_window_in(home.availableGeometry()))
            if window.isVisible():
                window.raise_()  # it was full on a screen that is gone: a window that appears is on top by itself
            window.show()

    def _added(self, screen: QScreen) -> None:
        if self._window.isVisible() and self._on is None and _mark(screen) != self._home:
            self.settle(screen)

    def _removed(self, screen: QScreen) -> None:
        gone = _mark(screen)
        if gone == self._home:
            # Where the console goes then, be it over the projection.
            self.home = QGuiApplication.primaryScreen()
        if self._window.isVisible() and self._on in (gone, self._home):
            self.settle(None)


def exchange(console: QWidget, screens: Screens) -> bool:
    """The console goes where the projection was, and the other way round; False where there is one screen only."""
    there, here = screens.on, screens.home or console.screen()
    if there is None or _mark(there) == _mark(here):
        return False
    screens.home = there
    states, size = console.windowState(), console.size()
    console.showNormal()
    room = there.availableGeometry()
    inside = QRect(room.topLeft(), size.boundedTo(room.size()))
    inside.moveCenter(room.center())
    console.setScreen(there)
    console.setGeometry(inside)
    console.setWindowState(states)
    screens.settle(here)
    console.activateWindow()
    return True


def _mark(screen: QScreen | None) -> int | None:
    """What tells a screen from another. The object Python holds does not last: it is taken for a part of the last
    window that was asked for its screen, and goes with it."""
    return getCppPointer(screen)[0] if screen is not None else None


def _screen(mark: int | None) -> QScreen | None:
    return next((screen for screen in QGuiApplication.screens() if _mark(screen) == mark), None)


def _window_in(room: QRect) -> QRect:
    """A window of a comfortable size in a corner, where it does not cover the console."""
    size = _AT_HOME.boundedTo(room.size())
    return QRect(room.right() - size.width(), room.bottom() - size.height(), size.width(), size.height())
