"""Fields of text: one line, or a box that grows with what it holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import ceil
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from facilitator.model.gestures import tidy
from facilitator.ui.fields.line import Line, without_own_undo
from facilitator.ui.fields.place import Place
from facilitator.ui.fields.typed import TypedField, Unclear
from facilitator.ui.workspace import Workspace
from facilitator.words import _

Wording = Callable[[str], str]
"""How a text of the document is shown: shipped wordings are told in the language of the moment."""


_ENDED = re.compile(r"([.!?…]\s*[»”)]?\s*|\n\s*)$")
"""A pause after a whole sentence, or a line: what comes next is another step of undo."""
_LOOKS = 4
"""Times a box looks again at its height, where its own scroll bar changes its lines."""


class Box(QPlainTextEdit):
    """A text as high as what it holds, between `least` and `most` lines, then it scrolls."""

    edited = Signal()
    """A person changed the text; silent when the document does."""
    entered = Signal()
    """Enter, in a box of a single paragraph or one where Enter goes on."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        least: int = 1,
        most: int = 8,
        lines: bool = True,
        onward: bool = False,
    ) -> None:
        super().__init__(parent)
        self._least, self._most, self._lines = least, most, lines
        self._onward = onward
        self._fitting = False
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._changed)
        self._given = False

    def give(self, text: str) -> None:
        """Shows a text that no person typed here; the cursor stays where it was as far as it can."""
        at = self.textCursor().position()
        self._given = True
        self.setPlainText(text)
        self._given = False
        cursor = self.textCursor()
        cursor.setPosition(min(at, len(text)))
        self.setTextCursor(cursor)

    def show_lines(self, least: int, most: int) -> None:
        """Is at least, and at most, so many lines high."""
        self._least, self._most = least, most
        self._fit()

    def _changed(self) -> None:
        self._fit()
        if not self._given:
            self.edited.emit()

    def _fit(self) -> None:
        """As high as its lines, once it has its width. A bar that scrolls takes from the width, which may add or take a
        line: each change calls for another look, a few at most, and never from inside another."""
        if self.isVisible() and not self._fitting:
            self._fitting = True
            for _look in range(_LOOKS):
                before = self.size(), self.viewport().size(), self.verticalScrollBarPolicy()
                self._fit_once()
                if before == (self.size(), self.viewport().size(), self.verticalScrollBarPolicy()):
                    break
            self._fitting = False

    def _fit_once(self) -> None:
        line = self._line_height()
        shown = min(max(round(self.document().size().height()), self._least), self._most)
        frame = self.contentsMargins()
        # The style sheet's padding lies between the widget and its viewport.
        edges = self.height() - self.viewport().height()
        height = ceil(shown * line) + max(edges, frame.top() + frame.bottom(), 0)
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)
        scrolls = round(self.document().size().height()) > self._most
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if policy != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(policy)
            # On its way to be shown, the viewport hears nothing of the width the scroll bar leaves it.
            super().resizeEvent(QResizeEvent(self.viewport().size(), QSize()))

    def _line_height(self) -> float:
        """As it is laid out: letters take a little more than the font says, on some screens."""
        first = self.document().firstBlock()
        laid = self.blockBoundingRect(first).height() / max(first.lineCount(), 1)
        return max(laid, float(self.fontMetrics().lineSpacing()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Entered by a key, it is written on where it ends."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.moveCursor(QTextCursor.MoveOperation.End)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.fontMetrics().lineSpacing() * self._least)

    def sizeHint(self) -> QSize:
        return QSize(120, self.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only a text that scrolls keeps the wheel; else the panel scrolls."""
        if self.verticalScrollBar().maximum() > 0 and self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ends = not self._lines or (self._onward and not shifted)
        if ends and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = without_own_undo(self.createStandardContextMenu())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())


class _Written(TypedField):
    """What a line and a box of text have in common."""

    def __init__(
        self,
        workspace: Workspace,
        place: Place,
        label: str,
        parent: QWidget | None,
        bare: bool,
        wording: Wording | None,
        hint: str,
    ) -> None:
        super().__init__(workspace, place, label, parent, bare=bare)
        self._wording = wording
        self._hint = hint

    def _read(self, text: str, _left: bool) -> Any:
        value = tidy(text, lines=self.place.several_lines)
        if self.place.required and not value:
            # A name is emptied to be typed anew: nothing is said of it before the person leaves.
            raise Unclear(_("This text cannot be empty."))
        held = self.value
        if (
            isinstance(held, str)
            and self._wording is not None
            and value == tidy(self._wording(held), lines=self.place.several_lines)
        ):
            return held
        return value

    def _written(self, value: Any) -> str:
        text = str(value or "")
        return self._wording(text) if self._wording is not None else text

    def _hand_over(self, *, left: bool) -> bool:
        kept = super()._hand_over(left=left)
        if kept and self.place.several_lines and _ENDED.search(self._text()):
            self._renew()
        return kept

    def leave(self) -> None:
        if self.place.required and not self._text().strip() and self.place.rows(self.workspace.document):
            self._show(self.value)
            self.workspace.say(_("This text cannot be empty: the one before was kept."))
        super().leave()

    def retranslate(self) -> None:
        super().retranslate()
        self.edit().setPlaceholderText(_(self._hint))


class LineField(_Written):
    """A short text. `wording` says how it is shown, `hint` (a msgid) stands in it while it is empty."""

    def __init__(
        self,
        workspace: Workspace,
        place: Place,
        label: str,
        parent: QWidget | None = None,
        *,
        bare: bool = False,
        wording: Wording | None = None,
        hint: str = "",
    ) -> None:
        super().__init__(workspace, place, label, parent, bare, wording, hint)
        self._line = Line(self)
        self._line.textEdited.connect(self.typed)
        self._line.returnPressed.connect(self.leave)
        self._hold(self._line)

    def edit(self) -> QLineEdit:
        return self._line

    def _text(self) -> str:
        return self._line.text()

    def _set_text(self, text: str) -> None:
        at = self._line.cursorPosition()
        self._line.setText(text)
        self._line.setCursorPosition(min(at, len(text)) if self._line.hasFocus() else 0)


class TextField(_Written):
    """A text in a box that grows. Where the model holds one line, it wraps and Enter only hands it over.

    `lines`: how many it shows at least, and at most before it scrolls. `onward`: what Enter goes on to, where it is
    not a line more (which Shift+Enter then makes).
    """

    def __init__(  # noqa: PLR0913  a field is told all it may be where it is made
        self,
        workspace: Workspace,
        place: Place,
        label: str,
        *,
        bare: bool = False,
        wording: Wording | None = None,
        hint: str = "",
        lines: tuple[int, int] = (1, 8),
        role: str = "",
        onward: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, place, label, parent, bare, wording, hint)
        self._box = Box(
            self, least=lines[0], most=lines[1], lines=place.several_lines, onward=onward is not None
        )
        if role:
            self._box.setProperty("role", role)
        self._box.edited.connect(self.typed)
        self._box.entered.connect(self.leave)
        if onward is not None:
            self._box.entered.connect(onward)
        self._hold(self._box)

    def edit(self) -> QPlainTextEdit:
        return self._box

    def _text(self) -> str:
        return self._box.toPlainText()

    def _set_text(self, text: str) -> None:
        self._box.give(text)

    def show_lines(self, least: int, most: int) -> None:
        """Is at least, and at most, so many lines high."""
        self._box.show_lines(least, most)

    def offer(self, text: str) -> None:
        """Types a beginning, ready to be gone on with."""
        self._box.setFocus()
        self._box.moveCursor(QTextCursor.MoveOperation.End)
        self._box.insertPlainText(text)

    def select_all(self) -> None:
        """Ready to be typed over."""
        self._box.setFocus()
        self._box.moveCursor(QTextCursor.MoveOperation.Start)
        self._box.moveCursor(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
