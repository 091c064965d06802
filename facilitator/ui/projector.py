"""The projection: the map for the whole room, on the other screen where there is one.

A window of its own over the same session, without panels, handles, selection or anything private (`wall`). Its map is
always whole. It follows its screen: unplugged, it comes home as a window; plugged back, it returns.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from facilitator import terms
from facilitator.drawing import legend, lettering
from facilitator.drawing.lettering import LINE
from facilitator.drawing.shapes import Box, Picture, Text
from facilitator.drawing.theme import Theme, theme
from facilitator.model.document import Document, ordered
from facilitator.ui import ink, looking
from facilitator.ui.canvas.sheet import Sheet
from facilitator.ui.canvas.view import fitting
from facilitator.ui.wall import Wall
from facilitator.ui.workspace import Workspace
from facilitator.words import _

_ROOM = "room"
_HIGH = 1080.0
"""The theme's letters are those of a screen that high; on another they keep their share of it."""
_MARGIN = 40.0
_LARGEST = 1.7
"""A card is never shown larger than this, however few there are."""
_LOOSE = 1.12
"""The map keeps its place on the wall until it could be shown this much larger."""
_AT_HOME = QSize(960, 600)


class Projector(QWidget):
    """The window. `start` shows it where it belongs; F5 or Esc in it, or `close`, ends it."""

    closed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._home: QScreen | None = None
        self._on: QScreen | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(320, 200)
        self.map = WallMap(workspace.document, self)
        self.banner = Band(self)
        self.foot = Band(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.map, 1)
        column.addWidget(self.foot)
        workspace.changed.connect(self._followed)
        workspace.step_changed.connect(self._tell)
        workspace.lens_changed.connect(self._look)
        workspace.language_changed.connect(self._retell)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)  # noqa: S101 - a widget exists
        app.screenAdded.connect(self._screen_added)
        app.screenRemoved.connect(self._screen_removed)
        self._name()
        self._look()

    def start(self, home: QScreen | None = None) -> None:
        """Shows the projection on the first screen that is not the console's, or windowed on that one."""
        active = QApplication.activeWindow()
        self._home = home or (active.screen() if active is not None else QGuiApplication.primaryScreen())
        self._settle(self._other_screen())

    @property
    def windowed(self) -> bool:
        """Whether it is a window at home rather than a whole screen."""
        return self._on is None

    # Words

    def _followed(self, _before: Document, after: Document) -> None:
        self.map.show_session(after)
        self._tell()

    def _look(self) -> None:
        """The room looks through the same lens, or sees everything."""
        seen = looking.seen_by_room(self._workspace)
        self.map.show_through(seen.faded, seen.hidden)

    def _retell(self) -> None:
        self.map.show_session(self._workspace.document)
        self._name()
        self._tell()

    def _name(self) -> None:
        """Its title says nothing of the session: it may be seen in a list of windows."""
        self.setWindowTitle(f"{_('Projection')} — Entre tous")
        self.map.setAccessibleName(_("Projected map"))

    def _tell(self) -> None:
        """Says the step's question above the map, and what its signs mean below."""
        look, width = self.map.picture.theme, self.width() / self._scale
        room = max(width - 2 * _MARGIN, 100.0)
        self.banner.show_picture(_banner(*self._question(), look, room), self._scale, look, below=True)
        signs = legend.compact(self.map.picture.document, look, room)
        self.foot.show_picture(_at_margin(signs), self._scale, look, below=False)

    def _question(self) -> tuple[str, str]:
        """The small line and the large one."""
        step, workshop = self._workspace.step, self._workspace.document.workshop
        if step is None:
            return workshop.title, workshop.question
        number = ordered(self._workspace.document.steps).index(step) + 1
        small = f"{number} · {terms.wording(step.title)}"
        return small, terms.wording(step.question) or workshop.question

    @property
    def _scale(self) -> float:
        return max(self.height(), 1) / _HIGH

    # Screens

    def _other_screen(self) -> QScreen | None:
        return next((screen for screen in QGuiApplication.screens() if screen is not self._home), None)

    def _settle(self, screen: QScreen | None) -> None:
        """Fills that screen, or is a window at home."""
        self._on = screen
        if screen is not None:
            self.setGeometry(screen.geometry())
            self.showFullScreen()
        else:
            home = self._home or QGuiApplication.primaryScreen()
            self.setGeometry(_window_in(home.availableGeometry()))
            self.showNormal()

    def _screen_added(self, screen: QScreen) -> None:
        if self.isVisible() and self._on is None and screen is not self._home:
            self._settle(screen)

    def _screen_removed(self, screen: QScreen) -> None:
        if screen is self._home:
            self._home = QGuiApplication.primaryScreen()
        if self.isVisible() and screen is self._on:
            self._settle(None)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_F5, Qt.Key.Key_Escape):
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.hide()
        self.closed.emit()


class WallMap(Sheet):
    """The map on the wall: always whole, and still as long as it can be."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        self._wall = Wall(_ROOM)
        super().__init__(_ROOM, self._wall.shown(document), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_session(self, document: Document) -> None:
        """Shows what the room may see of a session."""
        self.show_document(self._wall.shown(document))
        self._fit(_LOOSE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(1.0)

    def _fit(self, loose: float) -> None:
        best = fitting(self.picture.box, self.size(), most=_LARGEST * self.window().height() / _HIGH)
        seen, box = self.view.seen(self.size()), self.picture.box
        whole = seen.contains(box.x, box.y) and seen.contains(box.right, box.bottom)
        if (
            not whole
            or self.view.zoom > best.zoom * 1.001
            or self.view.zoom * loose < best.zoom
            or loose == 1.0
        ):
            self.set_view(best)


class Band(QWidget):
    """A line of the projection above or below the map, painted from a picture."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self._prepared: ink.Prepared | None = None
        self._scale = 1.0
        self._look = theme(_ROOM)
        self._rule_below = True
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_picture(self, picture: Picture, scale: float, look: Theme, *, below: bool) -> None:
        """Shows a picture `scale` times its size, as high as it is; the rule is below it or above."""
        if picture != self._picture or scale != self._scale:
            self._picture, self._prepared = picture, ink.Prepared(picture)
            self._scale, self._look, self._rule_below = scale, look, below
            self.setFixedHeight(round(picture.box.bottom * scale))
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = ink.begin(QPainter(self))
        painter.fillRect(self.rect(), ink.colour(self._look.surface))
        thick = max(1, round((2.5 if self._rule_below else 1.0) * self._scale))
        rule = QRect(0, self.height() - thick if self._rule_below else 0, self.width(), thick)
        painter.fillRect(rule, ink.colour(self._look.accent if self._rule_below else self._look.hairline))
        painter.scale(self._scale, self._scale)
        if self._prepared is not None:
            self._prepared.paint(painter)
        painter.end()


def _banner(small: str, large: str, look: Theme, room: float) -> Picture:
    """The step's number and title, and its question, in at most two lines as long as they are legible."""
    title = lettering.fit(large, look.title * 1.1, look.legend, True, room, 2)
    top, size = 22.0, look.legend
    shapes = [Text(_MARGIN, top + size * 0.9, small, size, False, look.muted)] if small else []
    y = top + (size * LINE + 6.0 if small else 0.0)
    for number, line in enumerate(title.lines if large else ()):
        baseline = y + title.size * (LINE * number + 0.95)
        shapes.append(Text(_MARGIN, baseline, line, title.size, True, look.ink))
    bottom = y + (title.height if large else 0.0) + 20.0
    return Picture(tuple(shapes), Box(0.0, 0.0, room + 2 * _MARGIN, bottom))


def _at_margin(signs: Picture) -> Picture:
    """The legend with air around it."""
    moved = signs.moved(_MARGIN, 20.0)
    return Picture(moved.shapes, Box(0.0, 0.0, moved.box.right + _MARGIN, moved.box.bottom + 20.0))


def _window_in(room: QRect) -> QRect:
    """A window of a comfortable size in a corner, where it does not cover the console."""
    size = _AT_HOME.boundedTo(room.size())
    return QRect(room.right() - size.width(), room.bottom() - size.height(), size.width(), size.height())
