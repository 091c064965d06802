"""A recent session on Accueil: a small picture of its map, its title, its date and territory."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from facilitator import words
from facilitator.ui import look
from facilitator.ui.elided import Elided
from facilitator.ui.remembered import Recent
from facilitator.words import _

WIDTH, PICTURE = 238, 133
"""Width of a card and height of its picture, in pixels at a text size of 100 %: four fill the page of a first day."""


class RecentCard(QAbstractButton):
    """A button one can click, or reach with Tab; Delete takes a missing file off the list.

    `files`: where another session has the same title and day, how many of the list are called as its file is: that
    file is named, with its folder if it has namesakes; 0 where nothing else tells as much.
    """

    removed = Signal()

    def __init__(self, recent: Recent, parent: QWidget | None = None, files: int = 0) -> None:
        super().__init__(parent)
        self.recent = recent
        self._files = files
        self.missing = not recent.file.is_file()
        self._picture = QPixmap(str(recent.thumbnail)) if recent.thumbnail.is_file() else QPixmap()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedWidth(look.px(WIDTH))
        self.title = Elided("heading", self)
        self.about, self.where = Elided("caption", self), Elided("caption", self)
        self.remove = QPushButton(self)
        self.remove.setProperty("role", "link")
        self.remove.clicked.connect(lambda _checked=False: self.removed.emit())
        self.remove.setVisible(self.missing)
        self.lost = QLabel(self)
        self.lost.setProperty("role", "muted")
        self.lost.setWordWrap(True)
        self.lost.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.lost.setVisible(self.missing)
        for inert in (self.title, self.about, self.where, self.lost):
            inert.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(look.px(14), look.px(1), look.px(14), look.px(10))
        column.setSpacing(look.px(2))
        self.lost.setFixedHeight(look.px(PICTURE))
        if self.missing:
            column.addWidget(self.lost)
        else:
            column.addSpacing(look.px(PICTURE))
        column.addSpacing(look.px(8))
        column.addWidget(self.title)
        row = QHBoxLayout()
        row.addWidget(self.where, 1)
        row.addWidget(self.remove)
        column.addWidget(self.about)
        column.addLayout(row)
        self.retranslate()

    def retranslate(self) -> None:
        """Says its words in the language of the moment."""
        title = self.recent.title or self.recent.file.stem
        self.title.say(title)
        self.about.say(self._about())
        self.where.say("" if self.missing else self._where())
        self.remove.setText(_("Remove from the list"))
        self.lost.setText(
            _("This file is no longer there: moved, renamed, or on a key that is not plugged in.")
        )
        said = (title, self._about(), self._where(), self.lost.text() if self.missing else "")
        self.setAccessibleName(". ".join(part for part in said if part))
        self.setToolTip(self.recent.path)

    def sizeHint(self) -> QSize:
        return QSize(look.px(WIDTH), self._column.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self.missing and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = look.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        strong = self.hasFocus() or self.underMouse() or self.isDown()
        pen = QPen(QColor(colours.accent if strong else colours.hairline), 2 if strong else 1)
        if self.missing:
            pen.setStyle(Qt.PenStyle.DashLine)
        frame = self.rect().adjusted(1, 1, -1, -1)
        outline = QPainterPath()
        outline.addRoundedRect(frame, look.px(9), look.px(9))
        painter.fillPath(outline, QColor(colours.paper if self.missing else colours.surface))
        if not self.missing:
            self._paint_picture(painter, outline, QRect(0, 0, self.width(), look.px(PICTURE)))
        painter.setPen(pen)
        painter.drawPath(outline)
        painter.end()

    def _paint_picture(self, painter: QPainter, outline: QPainterPath, area: QRect) -> None:
        painter.save()
        painter.setClipPath(outline)
        painter.fillRect(area, QColor(look.theme().paper))
        if not self._picture.isNull():
            size = self._picture.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(area.center().x() - size.width() // 2, area.center().y() - size.height() // 2,
                          size.width(), size.height())  # fmt: skip
            painter.drawPixmap(place, self._picture)
        else:
            painter.setPen(QColor(look.theme().muted))
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), _("No picture of the map yet"))
        painter.setPen(QPen(QColor(look.theme().hairline), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.restore()

    def _where(self) -> str:
        file = self.recent.file
        named = f"{file.parent.name} / {file.stem}" if self._files > 1 else file.stem if self._files else ""
        return " · ".join(part for part in (named, self.recent.territory) if part)

    def _about(self) -> str:
        try:
            date = words.date_long(self.recent.date) if self.recent.date else ""
        except ValueError:
            date = ""
        mark = _("fictitious example") if self.recent.fictitious else ""
        return " · ".join(part for part in (date, mark) if part)
