"""Chips that the hand drags onto the map: categories of the palette, actors of the tray."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from facilitator.ui.canvas.board import Hand
from facilitator.ui.canvas.surface import Surface
from facilitator.ui.canvas.tools import Place


class DragChip(QPushButton):
    """A chip; `brings` says what it carries when the hand pulls it, as a tool of the surface.

    The map shows the card under the pointer while it is pulled; Esc lets go of it.
    """

    def __init__(self, surface: Surface, brings: Callable[[QPointF], Place], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self._surface = surface
        self._brings = brings
        self._from: QPointF | None = None
        self._tool: Place | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._from, self._tool = event.position(), None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            return
        if self._tool is None:
            far = (event.position() - self._from).manhattanLength()
            if far < QApplication.startDragDistance():
                return
            self._tool = self._brings(self._on_surface(event))
            self._surface.bring(self._tool)
            self.setDown(False)
        self._surface.carry_on(self._tool, self._hand(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return  # the hand that pulls is still closed
        tool, self._tool, self._from = self._tool, None, None
        if tool is None:
            super().mouseReleaseEvent(event)
        elif self._surface.let_go(tool):
            tool.release(self._hand(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._tool is not None:
            self._tool = self._from = None
            self._surface.cancel()
        else:
            super().keyPressEvent(event)

    def _hand(self, event: QMouseEvent) -> Hand:
        free = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        return self._surface.hand(self._on_surface(event), free=free)

    def _on_surface(self, event: QMouseEvent) -> QPointF:
        return QPointF(self._surface.mapFromGlobal(event.globalPosition()))
