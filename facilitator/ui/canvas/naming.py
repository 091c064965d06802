"""The line where a card, or a zone, is named, on the map itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMargins, QPoint, QRectF, Qt, SignalInstance
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QCompleter, QLineEdit, QPushButton, QWidget

from facilitator.model.texts import LINE
from facilitator.ui import look
from facilitator.ui.canvas.standing import Standing, kept_inside
from facilitator.ui.fields.line import pasting_by
from facilitator.ui.parts import for_a_while
from facilitator.words import _

_LEAST_WIDTH = 180
_LETTERS = (13.0, 28.0)
"""Smallest and largest letters one types in, in pixels."""
_ONE_LINE = 0.6
"""Of the width of a card, what a name may take to stand on one line of it."""
_EDGES = QMargins(4, 4, 4, 4)


@dataclass(frozen=True, slots=True)
class Like:
    """Somebody whose name may mean the same: what to say of it, and what taking that one rather does, if one may.

    `let_go` is done where the line is left without an answer: nobody is added then. Where there is none, the name is
    handed over all the same.
    """

    sentence: str
    warning: str
    take: Callable[[], object] | None = None
    let_go: Callable[[], object] | None = None


Find = Callable[[str], Like | None]
"""Who is there already under the name being typed."""


class NameLine(QLineEdit):
    """Enter, Tab, or leaving the line, hands the name over; Esc leaves everything as it was. Either way, once.

    When somebody of that name is there already, the line says so: the down arrow takes that one, Enter again adds
    another all the same; whoever goes elsewhere adds nobody. Several lines that are pasted are as many actors, where
    the line may name one that is new.
    """

    def __init__(
        self,
        parent: QWidget,
        name: str,
        *,
        named: Callable[[str], None],
        left: Callable[[], None],
        asks: str = "",
    ) -> None:
        super().__init__(name, parent)
        self._named = named
        self._left = left
        self._room = parent
        self._over = False
        self._find: Find | None = None
        self._like: Like | None = None
        self._several: Callable[[str], object] | None = None
        self._warned = ""
        self._hint = QPushButton(parent)
        self._hint.setProperty("role", "notice")
        self._hint.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._hint.setAutoDefault(False)
        self._hint.hide()
        self._hint.clicked.connect(self._take)
        self.setMaxLength(LINE)
        self.setAccessibleName(asks or _("Name of the actor"))
        self.setPlaceholderText(asks or _("Name of the actor"))
        self.returnPressed.connect(self._entered)
        self.textEdited.connect(self._look)
        self.selectAll()

    @property
    def hint(self) -> str:
        """What is said of who is there already; empty where there is nobody."""
        return self._hint.text() if self._like is not None else ""

    def notice(self, find: Find | None) -> None:
        """Says who is there already, as one types."""
        self._find = find

    def take_several(self, several: Callable[[str], object] | None) -> None:
        """Hands over a text of several lines that is pasted, rather than one name of them all."""
        self._several = several

    def offer(self, names: Sequence[str]) -> None:
        """Offers these names as one types; one that is picked is handed over at once."""
        if names:
            completer = QCompleter(list(names), self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.activated.connect(lambda _name: self.finish())
            self.setCompleter(completer)

    def open_over(
        self, card: Callable[[], QRectF], letters: float, moved: SignalInstance | None = None
    ) -> None:
        """Shows itself where the name of that card is; `letters` is the size of the name in the window. `moved` says
        that the card has."""
        self._card, self._letters = card, letters
        self._stand()
        Standing(self, self._room, self._stand, moved)
        self.show()
        self.setFocus()

    def _stand(self) -> None:
        """Over the card: over all of it where its name takes several lines, or these would be read around it."""
        card = self._card()
        size = round(min(max(self._letters, _LETTERS[0]), _LETTERS[1]))
        face = look.font(bold=True)
        face.setPixelSize(size)
        self.setFont(face)
        self.setStyleSheet(f"QLineEdit {{ font-size: {size}px; font-weight: 700; }}")
        width, height = max(round(card.width()), look.px(_LEAST_WIDTH)), max(self.sizeHint().height(), 28)
        if QFontMetrics(face).horizontalAdvance(self.text()) > card.width() * _ONE_LINE:
            height = max(height, round(card.height()))
        height = min(height, max(self._room.height() - 8, 1))
        middle = card.center()
        self.resize(width, height)
        corner = QPoint(round(middle.x() - width / 2), round(middle.y() - height / 2))
        self.move(kept_inside(corner, self.size(), self._room.rect().marginsRemoved(_EDGES)))
        if self._hint.isVisible():
            self._say(self._hint.text())

    def leave(self) -> None:
        """The hand is elsewhere: the name is handed over, unless it waits for an answer."""
        let_go = self._like.let_go if self._like is not None else None
        if let_go is None:
            self.finish()
        elif self._end():
            self._left()
            let_go()

    def finish(self) -> None:
        """Hands the name over; nothing typed is nothing done."""
        name = self.text().strip()
        if self._end():
            if name:
                self._named(name)
            else:
                self._left()

    def abandon(self) -> None:
        """Leaves everything as it was."""
        if self._end():
            self._left()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.abandon()
            return
        if event.key() == Qt.Key.Key_Down and self._like is not None:
            self._take()
            return
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
            return
        super().keyPressEvent(event)
        event.accept()  # Enter is ours: the map would open another name

    def focusNextPrevChild(self, _onward: bool) -> bool:
        """Tab is done with the name, as Enter is; it would go on to a panel, and Enter would press what is there."""
        self._entered()
        return True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        pasting_by(self.createStandardContextMenu(), self._paste).popup(event.globalPos())

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        several = self._several if "\n" in text.strip() else None
        if several is None:
            self.paste()
        elif self._end():
            self._left()
            several(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not for_a_while(self, event):
            self.leave()

    def _look(self, text: str) -> None:
        self._warned = ""
        self._like = self._find(text) if self._find is not None and text.strip() else None
        self._say(self._like.sentence if self._like else "")

    def _say(self, sentence: str) -> None:
        """Shows a sentence under the line, or above it where there is no room."""
        self._hint.setVisible(bool(sentence))
        if sentence:
            self._hint.setText(sentence)
            self._hint.adjustSize()
            below = self.geometry().bottom() + 4
            fits = below + self._hint.height() <= self._room.height()
            x = max(4, min(self.x(), self._room.width() - self._hint.width() - 4))
            self._hint.move(x, below if fits else self.y() - self._hint.height() - 4)
            self._hint.raise_()

    def _entered(self) -> None:
        """Enter; once more where somebody of that name is there: offered, not forced."""
        name = self.text().strip()
        if self._like is not None and self._warned != name:
            self._warned = name
            self._say(self._like.warning)
        else:
            self.finish()

    def _take(self) -> None:
        """Takes that one, if it is still there."""
        self._look(self.text())
        take = self._like.take if self._like is not None else None
        if take is not None and self._end():
            self._left()
            take()

    def _end(self) -> bool:
        if self._over:
            return False
        self._over = True
        had_focus = self.hasFocus()
        for part in (self, self._hint):
            part.hide()
            part.deleteLater()
        if had_focus:
            self._room.setFocus()
        return True
