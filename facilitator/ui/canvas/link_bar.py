"""The small bar that says what a link is, where the hand is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from facilitator import terms
from facilitator.model import gestures
from facilitator.model.document import Document, ordered
from facilitator.model.vocabulary import INTENSITIES, Direction, Status
from facilitator.ui import look
from facilitator.ui.fields import CheckField, ChipsField, Option, Place, SegmentedField, button, named
from facilitator.ui.fields.choice import Options
from facilitator.ui.fields.icons import link_type_icon
from facilitator.ui.workspace import Workspace
from facilitator.words import N_

_OFF = 16
"""How far from the hand it opens, in pixels."""
_WIDTH = 540
_KEYS = {Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_3: 3, Qt.Key.Key_4: 4}


class LinkBar(QFrame):
    """Types, status, intensity, direction and tension of one link; 1 to 4 set the intensity, Esc closes.

    What is set here is what the next link starts with.
    """

    closed = Signal()

    def __init__(self, workspace: Workspace, link: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._room = parent
        self.link = link
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedWidth(min(look.px(_WIDTH), max(parent.width() - 16, 200)))
        self.types = ChipsField(
            workspace, Place("links", "types"), N_("Types"), Options(_types, ("link_types",)), bare=True
        )
        self.status = SegmentedField(
            workspace,
            Place("links", "status"),
            N_("Status"),
            named(tuple(Status), lambda key: terms.capitalised(terms.status_name(key))),
            bare=True,
        )
        self.intensity = SegmentedField(
            workspace, Place("links", "intensity"), N_("Intensity"), Options(_intensities), bare=True
        )
        self._level = QLabel(self)
        self._level.setProperty("role", "muted")
        self.direction = SegmentedField(
            workspace,
            Place("links", "direction"),
            N_("Direction"),
            named(tuple(Direction), lambda key: terms.capitalised(terms.direction_name(key))),
            bare=True,
        )
        self.swap = button(workspace, N_("Swap ends"), self._reverse)
        self.tension = CheckField(workspace, Place("links", "tension"), N_("Tension"))
        self._fields = (self.types, self.status, self.intensity, self.direction, self.tension)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(self.types)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.status, 0, 0)
        grid.addWidget(self.tension, 0, 1)
        grid.addWidget(self.direction, 1, 0)
        grid.addWidget(self.swap, 1, 1)
        grid.addWidget(self.intensity, 2, 0)
        grid.addWidget(self._level, 2, 1)
        column.addLayout(grid)
        self.swap.setEnabled(not workspace.read_only)
        for field in self._fields:
            field.turn_to(link)
        workspace.changed.connect(self._followed)
        workspace.language_changed.connect(self._tell)
        self._tell()

    def open_at(self, point: QPointF) -> None:
        """Shows itself beside the hand, inside the window, without covering where the hand is if it can."""
        self.show()
        self.raise_()
        self._column.activate()
        self.resize(self.width(), self._column.heightForWidth(self.width()))
        room = self._room
        below = round(point.y()) + _OFF
        y = below if below + self.height() <= room.height() - 8 else round(point.y()) - _OFF - self.height()
        x = round(point.x()) - self.width() // 2
        self.move(max(8, min(x, room.width() - self.width() - 8)), max(8, y))
        self.setFocus()

    def close_up(self) -> None:
        """Goes away."""
        focused = self.window().focusWidget()
        self.hide()
        self.deleteLater()
        if focused is self or self.isAncestorOf(focused):
            self._room.setFocus()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close_up()
        elif key in _KEYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._workspace.do(gestures.edit_link(self.link, intensity=_KEYS[key]))
        else:
            super().keyPressEvent(event)

    def _followed(self, before: Document, after: Document) -> None:
        row, was = after.links.get(self.link), before.links.get(self.link)
        if row is None:
            self.close_up()
        elif was is not None and row is not was:
            self._workspace.remember_link(
                types=row.types, status=row.status, intensity=row.intensity, direction=row.direction
            )
            self._tell()

    def _reverse(self) -> None:
        self._workspace.do(gestures.reverse_link(self.link))

    def _tell(self) -> None:
        row = self._workspace.document.links.get(self.link)
        if row is not None:
            self._level.setText(terms.capitalised(terms.intensity_name(row.intensity)))
            self.setAccessibleName(terms.link_sentence(self._workspace.document, row))


def _types(document: Document) -> Sequence[Option]:
    rows = ordered(document.link_types)
    return [Option(row.id, terms.link_type_name(row), link_type_icon(row)) for row in rows]


def _intensities(_document: Document) -> Sequence[Option]:
    return [Option(level, str(level), tip=terms.intensity_name(level)) for level in INTENSITIES]
