"""The small bar that says what a link is, where the hand is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from facilitator import terms
from facilitator.model import gestures
from facilitator.model.document import Document, Link, ordered
from facilitator.model.vocabulary import INTENSITIES, Direction, Status
from facilitator.ui.canvas.aside import aside
from facilitator.ui.canvas.rounds import (
    Round,
    Several,
    Word,
    direction_icon,
    intensity_icon,
    swap_icon,
    tension_icon,
)
from facilitator.ui.canvas.standing import Standing
from facilitator.ui.fields.icons import link_type_icon
from facilitator.ui.flow import Flow
from facilitator.ui.parts import give_back, holder
from facilitator.ui.workspace import Workspace
from facilitator.words import _

_IN_A_ROW = 7
"""Types side by side; a session with more has them in several rows."""
_GAP, _MARGIN = 8, 7
_FRAME = 2
"""What the outline of the bar takes, both sides."""
Where = tuple[QPointF, Sequence[QRectF], Sequence[QPointF]]
"""In the window: the hand, the linked cards, and points of the link."""
_KEYS = {Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_3: 3, Qt.Key.Key_4: 4}
_DIGITS = range(Qt.Key.Key_1, Qt.Key.Key_9 + 1)
_DIGITS_WITH = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
"""What a digit may be struck with: it takes Shift on a French keyboard."""


class LinkBar(QFrame):
    """Types, intensity, tension, status and direction of one link; 1 to 4 set the intensity, Esc closes.

    What is set here is what the next link starts with.
    """

    closed = Signal()

    def __init__(self, workspace: Workspace, link: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._room = parent
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self._back = holder(parent.window())
        self.link = link
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        types = ordered(workspace.document.link_types)
        icons = {row.id: link_type_icon(row) for row in types}
        self.types = [
            Several(some, lambda key, does: Round(icons[key], does), self._turn_type)
            for some in _in_rows([row.id for row in types])
        ]
        self.intensity = Several(
            INTENSITIES,
            lambda level, does: Round(intensity_icon(level), does),
            lambda level: self._edit(intensity=level),
        )
        self.tension = Round(tension_icon(), self._turn_tension)
        self.status = Several(Status, lambda _key, does: Word(does), lambda key: self._edit(status=key))
        self.direction = Several(
            Direction,
            lambda way, does: Round(direction_icon(way), does),
            lambda way: self._edit(direction=way),
        )
        self.swap = Round(swap_icon(), self._reverse, checkable=False)
        self._parts = (*self.types, self.intensity, self.tension, self.status, self.direction, self.swap)
        flow = Flow(self, gap=_GAP)
        flow.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        for part in self._parts:
            part.setEnabled(not workspace.read_only)
            flow.addWidget(part)
        workspace.changed.connect(self._followed)
        workspace.selection_changed.connect(self._selected)
        workspace.language_changed.connect(self._tell)
        self._tell()

    def open_by(self, where: Callable[[], Where]) -> None:
        """Shows itself near the hand, inside the window, off the linked cards and the link where there is room."""
        self._where = where
        self.show()
        self.raise_()
        self._stand()
        standing = Standing(self, self._room, self._stand)
        self._workspace.language_changed.connect(standing.again)
        self.setFocus()

    def close_up(self) -> None:
        """Goes away; it may have gone already."""
        if self.isHidden():
            return
        focused = self.window().focusWidget()
        self.hide()
        self.deleteLater()
        if focused is self or self.isAncestorOf(focused):
            give_back(self._back, self._room)
        self.closed.emit()

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() in _DIGITS
        ):
            event.accept()  # an intensity here, or nothing: not a voice
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close_up()
        elif key in _KEYS and not event.modifiers() & ~_DIGITS_WITH:
            self._edit(intensity=_KEYS[key])
        else:
            super().keyPressEvent(event)

    def _stand(self) -> None:
        """In two rows where the window lets it, as wide as the widest of them."""
        flow = self.layout()
        assert flow is not None  # noqa: S101 - set when it was built
        first = (*self.types[:1], self.intensity, self.tension)
        second = (self.status, self.direction, self.swap)
        wide = max(sum(part.sizeHint().width() + _GAP for part in row) for row in (first, second))
        width = min(wide - _GAP + 2 * _MARGIN + _FRAME, max(self._room.width() - 16, 200))
        self.setFixedSize(width, flow.heightForWidth(width - _FRAME) + _FRAME)
        hand, cards, course = self._where()
        self.move(aside(self.size(), hand, QRectF(self._room.rect()), cards, course).toPoint())

    def _followed(self, before: Document, after: Document) -> None:
        row, was = after.links.get(self.link), before.links.get(self.link)
        if row is None or before.link_types is not after.link_types:
            self.close_up()
        elif was is not None and row is not was:
            # What is not changed here may be of this link alone, as to create is of one that a question suggests.
            said = {field: getattr(row, field) for field in self._workspace.last_link}
            changed = {field: value for field, value in said.items() if value != getattr(was, field)}
            if changed:
                self._workspace.remember_link(**changed)
            self._tell()

    def _selected(self) -> None:
        """Over something else that is selected, nothing would say which link it is about."""
        if self._workspace.selection != {("links", self.link)}:
            self.close_up()

    # What is clicked

    def _row(self) -> Link:
        return self._workspace.document.links[self.link]

    def _edit(self, **changes: Any) -> None:
        if any(getattr(self._row(), field) != value for field, value in changes.items()):
            self._workspace.do(gestures.edit_link(self.link, **changes))
        self._tell()  # a refused gesture leaves the button as the document has it

    def _turn_type(self, key: str) -> None:
        held = self._row().types
        wanted = {*held} ^ {key}
        order = [row.id for row in ordered(self._workspace.document.link_types)]
        self._edit(types=tuple(id_ for id_ in order if id_ in wanted))

    def _turn_tension(self) -> None:
        self._edit(tension=not self._row().tension)

    def _reverse(self) -> None:
        self._workspace.do(gestures.reverse_link(self.link))

    def _tell(self) -> None:
        """Says and shows everything, in the language of the moment."""
        document = self._workspace.document
        row = document.links.get(self.link)
        if row is None:
            return
        for some in self.types:
            for key in some.values:
                some.button(key).tell(_("Types of link"), terms.link_type_name(document.link_types[key]))
            some.show_held(row.types)
        for level in INTENSITIES:
            self.intensity.button(level).tell(_("Intensity"), f"{level} · {terms.intensity_name(level)}")
        for status in Status:
            self.status.button(status).tell(_("Status"), terms.capitalised(terms.status_name(status)))
        for way in Direction:
            self.direction.button(way).tell(_("Direction"), terms.direction_name(way))
        self.intensity.show_held([row.intensity])
        self.status.show_held([row.status])
        self.direction.show_held([row.direction])
        self.tension.setChecked(row.tension)
        self.tension.tell(_("Tension"))
        self.swap.tell(_("Swap ends"))
        self.setAccessibleName(terms.link_sentence(document, row))


def _in_rows(types: list[str]) -> list[list[str]]:
    return [types[at : at + _IN_A_ROW] for at in range(0, len(types), _IN_A_ROW)]
