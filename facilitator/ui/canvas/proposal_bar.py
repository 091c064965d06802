"""The small bar over the map that says what is proposed, and is answered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QLabel, QPushButton, QWidget

from facilitator.ui import look
from facilitator.ui.canvas.standing import Standing
from facilitator.ui.parts import give_back, holder
from facilitator.words import _

_TOP = 12
"""Pixels from the top of the map."""
_BESIDE = 8
"""Pixels it leaves on each side of it, at least."""
_LEFT = 60
"""Pixels of the map that stay in sight under it, for which it says less."""
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ProposalBar(QFrame):
    """Enter accepts, Esc refuses, here as on the map below."""

    accepted = Signal()
    refused = Signal()

    def __init__(self, room: QWidget, title: str) -> None:
        super().__init__(room)
        self._room = room
        self._here = True
        """Whether Enter, where the keyboard is, accepts."""
        self.setAttribute(
            Qt.WidgetAttribute.WA_NoMousePropagation
        )  # a click beside its words says nothing below
        self._back = holder(room.window())
        self.setProperty("role", "notice")
        self.setAccessibleName(title)
        self.title = QLabel(title, self)
        self.title.setProperty("role", "heading")
        self.about = QLabel(self)
        self.accept, self.refuse = QPushButton(self), QPushButton(self)
        self.accept.setProperty("role", "primary")
        self._row = QBoxLayout(_ACROSS, self)
        self._words, self._answers = QBoxLayout(_ACROSS), QBoxLayout(_ACROSS)
        look.measure(self._row, margins=(14, 7, 8, 7), spacing=10)
        for part, told in (
            (self._words, (self.title, self.about)),
            (self._answers, (self.accept, self.refuse)),
        ):
            look.measure(part, spacing=10)
            for widget in told:
                part.addWidget(widget)
            self._row.addLayout(part)
        for button, answer in ((self.accept, self.accepted), (self.refuse, self.refused)):
            button.setAutoDefault(True)  # Enter does it, as a click does
            button.clicked.connect(lambda _checked=False, answer=answer: answer.emit())
        room.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - a bar has one
        app.focusChanged.connect(self._keyed)
        Standing(self, room, self._place)

    def open(self, about: str, *, ready: bool) -> None:
        """Says what is proposed; `ready` once it can be accepted."""
        self.about.setText(about)
        self.accept.setEnabled(ready)
        self.setAccessibleDescription(about)
        self._place()
        self.show()
        self.raise_()
        (self.accept if ready else self.refuse).setFocus()

    def close_up(self) -> None:
        """Goes away, and gives the keyboard back to who had it: the map, or a list."""
        self._room.removeEventFilter(self)
        focused: QWidget | None = self.window().focusWidget()
        self.hide()
        if focused is not None and self.isAncestorOf(focused):
            give_back(self._back, self._room)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._answered(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Tab goes from one answer to the other: they are all that the keyboard is asked for."""
        answers = [button for button in (self.accept, self.refuse) if button.isEnabled()]
        focused: QWidget | None = self.window().focusWidget()
        at = answers.index(focused) if focused in answers else -1
        reason = Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason
        answers[(at + 1) % len(answers)].setFocus(reason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the map."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._answered(event):
            return True
        return super().eventFilter(watched, event)

    def _answered(self, event: QKeyEvent) -> bool:
        """Whether a key was an answer."""
        if event.key() == Qt.Key.Key_Escape:
            self.refused.emit()
        elif event.key() in _ENTER and self.accept.isEnabled():
            self.accepted.emit()
        else:
            return False
        return True

    def _keyed(self, _left: QWidget | None, now: QWidget | None) -> None:
        """Elsewhere, as in a list, Enter has a use of its own: it is not told as an answer then."""
        here = now is None or now is self._room or self._room.isAncestorOf(now)
        if here != self._here and self.isVisible():
            self._here = here
            self._place()

    def _place(self) -> None:
        """In the middle above the map. Where that is narrow, its answers go under its words, these wrap, then the
        answers stand one under the other. Where it is low, the answers go without their keys, then without what was
        asked for, then alone: both stay in sight."""
        most, low = self._room.width() - 2 * _BESIDE, self._room.height() - _TOP - _LEFT
        everything = (self.title, self.about)
        for said, keyed in ((everything, True), (everything, False), ((self.about,), False), ((), False)):
            self._tell(said, keyed=keyed)
            if any(self._fits(down, most, low) for down in self._ways()):
                break
        wide = most if self.about.wordWrap() and said else min(self.sizeHint().width(), max(most, 1))
        self.resize(wide, self._height(wide))
        spare = self._room.size() - self.size()
        self.move(max(spare.width() // 2, 0), min(_TOP, max(spare.height(), 0)))

    def _tell(self, said: Sequence[QLabel], *, keyed: bool) -> None:
        """Says no more than that; the rest is still told to who points at it."""
        self.accept.setText(_("Accept (Enter)") if keyed and self._here else _("Accept"))
        self.refuse.setText(_("Refuse (Esc)") if keyed else _("Refuse"))
        for label in (self.title, self.about):
            label.setVisible(label in said)
        hidden = [label.text() for label in (self.title, self.about) if label not in said]
        self.setToolTip(" · ".join(hidden))

    def _ways(self) -> tuple[tuple[QBoxLayout, ...], ...]:
        """What of it may stand one under the other, from the lowest shape to the narrowest."""
        return (), (self._row,), (self._row, self._words), (self._row, self._words, self._answers)

    def _fits(self, down: Sequence[QBoxLayout], most: int, low: int) -> bool:
        """Lays itself so; whether there is room for it."""
        for row in (self._row, self._words, self._answers):
            row.setDirection(_DOWN if row in down else _ACROSS)
        for label in (self.title, self.about):
            label.setWordWrap(self._words in down)
        self._row.activate()
        return self._row.totalMinimumSize().width() <= most and self._height(most) <= low

    def _height(self, wide: int) -> int:
        return self.heightForWidth(wide) if self.hasHeightForWidth() else self.sizeHint().height()
