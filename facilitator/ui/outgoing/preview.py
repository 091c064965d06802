"""The pages that would be printed, one at a time, as large as their place."""

from __future__ import annotations

import pypdfium2
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from facilitator.ui import look
from facilitator.ui.pdf_image import rendered
from facilitator.words import _

_TURNS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Up: -1,
}


class Preview(QWidget):
    """A page and how to turn it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = _Sheet(self)
        self.before, self.after = QPushButton("‹", self), QPushButton("›", self)
        self.before.setAccessibleName(_("Page before"))
        self.after.setAccessibleName(_("Next page"))
        self.place = QLabel(self)
        self.place.setProperty("role", "muted")
        row = QHBoxLayout()
        row.addStretch(1)
        for widget in (self.before, self.place, self.after):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sheet, 1)
        column.addLayout(row)
        self.before.clicked.connect(lambda _checked=False: self.sheet.turn(-1))
        self.after.clicked.connect(lambda _checked=False: self.sheet.turn(1))
        self.sheet.turned.connect(self._tell)
        self._tell()

    def show_pdf(self, data: bytes) -> None:
        """Shows other pages, at the same place of them."""
        self.sheet.show_pdf(data)

    def _tell(self) -> None:
        count, page = self.sheet.count, self.sheet.page
        self.place.setText(_("Page {page} of {count}").format(page=page + 1, count=count) if count else "")
        self.sheet.setAccessibleName(" ".join(filter(None, (_("What will be printed"), self.place.text()))))
        for button, enough in ((self.before, page > 0), (self.after, page + 1 < count)):
            button.setEnabled(enough)
            button.setVisible(count > 1)


class _Sheet(QWidget):
    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pdf: pypdfium2.PdfDocument | None = None
        self._image = QImage()
        self.page = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(220, 160)

    @property
    def count(self) -> int:
        return len(self._pdf) if self._pdf is not None else 0

    def show_pdf(self, data: bytes) -> None:
        self.close_pdf()
        if data:
            self._pdf = pypdfium2.PdfDocument(data)
        self.page = min(self.page, max(self.count - 1, 0))
        self._draw()

    def close_pdf(self) -> None:
        """Lets go of the pages."""
        if self._pdf is not None:
            self._pdf.close()
        self._pdf = None

    def turn(self, by: int) -> None:
        page = min(max(self.page + by, 0), max(self.count - 1, 0))
        if page != self.page:
            self.page = page
            self._draw()

    def _draw(self) -> None:
        """The page as it is shown, made once for its size."""
        self._image = QImage()
        if self._pdf is not None:
            width, height = self._pdf.get_page_size(self.page)
            scale = min((self.width() - 4) / width, (self.height() - 4) / height) * self.devicePixelRatioF()
            self._image = rendered(self._pdf, self.page, max(round(width * scale), 1))
            self._image.setDevicePixelRatio(self.devicePixelRatioF())
        self.update()
        self.turned.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _TURNS.get(Qt.Key(event.key()))
        if by and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.turn(by)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = look.theme()
        painter = QPainter(self)
        if not self._image.isNull():
            size = self._image.deviceIndependentSize()
            corner = QPointF((self.width() - size.width()) // 2, (self.height() - size.height()) // 2)
            painter.drawImage(corner, self._image)
            painter.setPen(QPen(QColor(colours.hairline), 1))
            painter.drawRect(QRectF(corner, size).adjusted(-0.5, -0.5, 0.5, 0.5))
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
