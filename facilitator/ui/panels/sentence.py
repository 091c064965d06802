"""A sentence one can click: it wraps, takes the focus, and names of actors stand out in it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QTextDocument
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from facilitator import terms
from facilitator.drawing.lettering import bound
from facilitator.drawing.theme import blend
from facilitator.model.document import Document, Link
from facilitator.ui import look


class Sentence(QAbstractButton):
    """A button of several lines; its text may hold simple HTML (bold). `indent` pixels are free at its left."""

    def __init__(self, html: str, parent: QWidget | None = None, *, indent: int = 4) -> None:
        super().__init__(parent)
        self._indent = indent
        self._html = " "
        self._page = QTextDocument(self)
        self._page.setDocumentMargin(0)
        self._heights: dict[int, int] = {}
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.say(html)

    def say(self, html: str) -> None:
        """Shows another sentence."""
        if html == self._html:
            return
        self._html = html
        self._heights.clear()
        self._page.setDefaultFont(self.font())
        self._page.setHtml(bound(html))
        self.setAccessibleName(self._page.toPlainText())
        self.setText("")
        self.updateGeometry()
        self.update()

    @property
    def said(self) -> str:
        """What it reads, without the bold."""
        return self._page.toPlainText()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:  # layouts ask for the same ones again and again
            self._page.setTextWidth(max(width - self._indent - 4, 40))
            self._heights[width] = max(round(self._page.size().height()) + 6, 24)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(max(self.width(), 160)))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 24)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter says yes to it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._page.setDefaultFont(self.font())
            self._heights.clear()
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = look.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(blend(shown.accent, shown.paper, 0.88)))
            painter.drawRoundedRect(frame, 4, 4)
        if self.hasFocus():
            painter.setPen(QPen(QColor(shown.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame, 4, 4)
        self._page.setTextWidth(max(self.width() - self._indent - 4, 40))
        painter.translate(self._indent, (self.height() - self._page.size().height()) / 2)
        self._page.drawContents(painter)


def link_html(document: Document, link: Link) -> str:
    """The sentence of a link, what joins the two names in bold."""
    sentence = terms.link_sentence(document, link, tension=True)
    told, at = "", 0
    for end in (link.source, link.target):  # the source comes first, and its name may hold that of the target
        name = document.actors[end].name
        begins = sentence.find(name, at)
        if begins >= 0:  # French contracts some: « aux Jardins » has no « Les »
            told += _bold(sentence[at:begins]) + escape(name)
            at = begins + len(name)
    return told + _bold(sentence[at:])


def _bold(words: str) -> str:
    return f"<b>{escape(words)}</b>" if words else ""
