"""The seventeen goals as round numbered badges: arrows go from one to the next, Space chooses."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from facilitator import terms
from facilitator.drawing import odd
from facilitator.drawing.theme import blend
from facilitator.model.vocabulary import ODDS
from facilitator.ui import ink, look
from facilitator.ui.fields.base import Field
from facilitator.ui.fields.place import Place
from facilitator.ui.flow import Flow
from facilitator.ui.workspace import Workspace

_DISC, _ROOM, _CELL, _LETTERS = 26, 36, 80, 11
"""Diameter of a badge, the square it stands in with its ring, the least width of one with its title, and the size of
the letters of it, in pixels at 100 %."""
_WAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_CENTRED = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap


class Badge(QAbstractButton):
    """One goal. Chosen, it has a ring and a tick: its colour alone would tell nothing."""

    def __init__(
        self, number: int, parent: QWidget, walk: Callable[[Badge, Qt.Key], None], *, titled: bool
    ) -> None:
        super().__init__(parent)
        self.number = number
        self._walk = walk
        self._titled = titled
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # painted again when the pointer comes and goes
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(titled)
        self.setSizePolicy(policy)

    def tell(self) -> None:
        """Says its title."""
        title = terms.odd_title(self.number)
        self.setText(title)
        self.setToolTip(f"{self.number} · {title}")
        self.setAccessibleName(self.toolTip())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        side = look.px(_ROOM)
        return (
            QSize(look.px(_CELL), self.heightForWidth(look.px(_CELL))) if self._titled else QSize(side, side)
        )

    def heightForWidth(self, width: int) -> int:
        if not self._titled:
            return look.px(_ROOM)
        letters = QFontMetrics(look.font(_LETTERS, bold=True))
        words = letters.boundingRect(QRect(0, 0, width, 10_000), int(_CENTRED), self.text())
        return look.px(_ROOM) + words.height() + 4

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _WAYS and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _PLAIN:
            self._walk(self, Qt.Key(event.key()))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = look.theme()
        painter = ink.begin(QPainter(self))
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(shown.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(
            QColor(blend(shown.accent, shown.paper, 0.88)) if self.underMouse() else Qt.BrushStyle.NoBrush
        )
        painter.drawRoundedRect(frame, 6, 6)
        room = float(look.px(_ROOM))
        if self._titled:
            painter.setFont(look.font(_LETTERS, bold=self.isChecked()))
            painter.setPen(QColor(shown.ink if self.isChecked() else shown.muted))
            painter.drawText(self.rect().adjusted(0, round(room), 0, 0), _CENTRED, self.text())
        painter.translate(self.width() / 2, room / 2)
        _badge(self.number, float(look.px(_DISC))).paint(painter)
        if self.isChecked():
            _paint_chosen(painter, float(look.px(_DISC)), shown.ink, shown.surface)


_PLAIN = Qt.KeyboardModifier.NoModifier


def _paint_chosen(painter: QPainter, diameter: float, dark: str, light: str) -> None:
    """The ring around a badge, and the tick on its shoulder."""
    painter.setPen(QPen(QColor(dark), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = diameter / 2 + 2.5
    painter.drawEllipse(QPointF(0, 0), radius, radius)
    at, size = QPointF(radius * 0.72, radius * 0.72), diameter * 0.25
    painter.setPen(QPen(QColor(light), 1.5))
    painter.setBrush(QColor(dark))
    painter.drawEllipse(at, size, size)
    painter.setPen(QPen(QColor(light), max(diameter * 0.07, 1.5)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    tick = ((-0.5, 0.0), (-0.12, 0.4), (0.5, -0.4))
    painter.drawPolyline(QPolygonF([at + QPointF(x * size, y * size) for x, y in tick]))


@lru_cache(maxsize=64)
def _badge(number: int, diameter: float) -> ink.Prepared:
    return ink.Prepared(odd.badge(number, diameter))


class OddField(Field):
    """The goals to choose among; `titled`, each with its title under it, else those of the chosen ones under all."""

    def __init__(
        self,
        workspace: Workspace,
        place: Place,
        label: str,
        parent: QWidget | None = None,
        *,
        bare: bool = False,
        titled: bool = False,
    ) -> None:
        super().__init__(workspace, place, label, parent, bare=bare)
        body = QWidget(self)
        flow = Flow(body, gap=2, cell=look.px(_CELL) if titled else 0)
        self._badges: dict[int, Badge] = {}
        for number in ODDS:
            badge = Badge(number, body, self._go, titled=titled)
            badge.setEnabled(not workspace.read_only)
            badge.clicked.connect(lambda _checked=False, n=number: self._toggled(n))
            flow.addWidget(badge)
            self._badges[number] = badge
        self._at = self._badges[1]
        self._at.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._titles: QLabel | None = None
        self._hold(body)
        if not titled:
            self._titles = QLabel(self)
            self._titles.setProperty("role", "caption")
            self._titles.setWordWrap(True)
            self._column.addWidget(self._titles)
            self.refresh()

    def control(self) -> QWidget:
        return self._at

    def badge(self, number: int) -> Badge:
        """The badge of a goal."""
        return self._badges[number]

    def retranslate(self) -> None:
        super().retranslate()
        for badge in self._badges.values():
            badge.tell()

    def _show(self, _value: Any) -> None:
        held = [getattr(row, self.place.field) for row in self.place.rows(self.workspace.document)]
        shared = [n for n in ODDS if held and all(n in odds for odds in held)]
        for number, badge in self._badges.items():
            badge.setChecked(number in shared)
        if self._titles is not None:
            self._titles.setText(" · ".join(f"{n}\N{NO-BREAK SPACE}{terms.odd_title(n)}" for n in shared))
            self._titles.setVisible(bool(shared))

    def _toggled(self, number: int) -> None:
        self._stand_on(self._badges[number])
        on = self._badges[number].isChecked()
        self.workspace.do(self.place.toggle(self.workspace.document, number, on))
        self.refresh()

    def _go(self, badge: Badge, way: Qt.Key) -> None:
        """To the badge beside it, above or below; the keyboard stays where there is none."""
        to = self._badges.get(badge.number + {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(way, 0))
        if way in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            down = way == Qt.Key.Key_Down
            beyond = [b for b in self._badges.values() if (b.y() > badge.y() if down else b.y() < badge.y())]
            to = min(beyond, key=lambda b: (abs(b.y() - badge.y()), abs(b.x() - badge.x())), default=None)
        if to is not None:
            self._stand_on(to)
            to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stand_on(self, badge: Badge) -> None:
        """Tab enters by the badge one left: the others are reached by arrows."""
        self._at.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        badge.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._at = badge
        self.setFocusProxy(badge)
