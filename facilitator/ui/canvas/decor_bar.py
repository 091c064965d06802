"""Under the map while it is decorated: what the decorations mean, and a way to take them off."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from facilitator.drawing.decor_legend import decorations, said
from facilitator.drawing.shapes import Picture
from facilitator.ui import ink, look
from facilitator.ui.fields import spoken
from facilitator.ui.workspace import Workspace
from facilitator.words import _

_LEAST = 80.0
"""The least width signs are laid out in, in pixels at a text size of 100 %."""


class Signs(QWidget):
    """The signs, as large as the letters of the windows; `words` says the same to who does not see them."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.picture: Picture | None = None
        self._ready: ink.Prepared | None = None

    def refresh(self) -> None:
        """Shows what is decorated at the moment, in the room there is."""
        document, decor = self._workspace.document, self._workspace.decorations.decor
        scale = look.px(100) / 100
        picture = decorations(document, decor, look.theme(), max(self.width() / scale, _LEAST))
        if picture != self.picture:
            self.picture, self._ready = picture, ink.Prepared(picture)
            self.setAccessibleName(said(document, decor, look.theme()))
            self.update()
        self.setFixedHeight(round(picture.box.height * scale))  # the same picture, in larger letters

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.isVisible():
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible() and event.size().width() != event.oldSize().width():
            self.refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._ready is not None:
            painter = ink.begin(QPainter(self))
            painter.scale(look.px(100) / 100, look.px(100) / 100)
            self._ready.paint(painter)
            painter.end()


class DecorBar(QWidget):
    """There as long as something decorates the map: never without its legend. `map_` has the keyboard then."""

    def __init__(self, workspace: Workspace, map_: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._map = workspace, map_
        self.signs = Signs(workspace, self)
        self.off = QPushButton(self)
        self.off.setProperty("role", "link")
        self.off.setAutoDefault(True)
        self.off.clicked.connect(lambda _checked=False: workspace.asked.emit("decorations"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 14, 4)
        look.measure(row, spacing=10)
        row.addWidget(self.signs, 1)
        row.addWidget(self.off, 0, Qt.AlignmentFlag.AlignTop)
        workspace.decorations.changed.connect(self.refresh)
        workspace.changed.connect(self._followed)
        spoken(self, workspace, self.refresh)

    def refresh(self) -> None:
        """Comes and goes with the decorations."""
        decor = self._workspace.decorations.decor
        self.off.setText(_("Take off"))
        self.off.setAccessibleName(_("Take the decorations off"))
        self.setAccessibleName(_("Decorations"))
        if self.off.hasFocus() and not decor.shown:
            self._map.setFocus()
        self.setVisible(decor.shown)
        if decor.shown:
            self.signs.refresh()

    def _followed(self, *_documents: object) -> None:
        if self._workspace.decorations.decor.shown:
            self.signs.refresh()  # another type of link, or its name
