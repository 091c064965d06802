"""Above the map while one does without something: what is supposed, what it would change, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QWidget

from facilitator.terms.what_if import consequences, supposition
from facilitator.ui import look
from facilitator.ui.fields import spoken
from facilitator.ui.fields.pressed import Toggle
from facilitator.ui.workspace import Workspace
from facilitator.words import _, ngettext

_NARROW = 330
"""Width, in pixels at a text size of 100 %, under which its buttons stand below its words."""
_SHARE = 0.25
"""Of the canvas, what the sentences take at most: beyond, they scroll, and the map stays in sight."""
_MOST = 6
"""Sentences it says at most: the map stays in sight; the reading step says all of them."""


class WhatIfBar(QFrame):
    """`map_` has the keyboard once everything is back."""

    turning = Signal()
    """It is about to say something else, to come or to go."""
    turned = Signal()
    """It says more than it did, or less, as was asked."""

    def __init__(self, workspace: Workspace, map_: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._map, self._room = workspace, map_, parent
        self.setProperty("role", "notice")
        self._filled = False
        workspace.what_if.changed.connect(self.refresh)
        workspace.what_if.compared.connect(self.refresh)
        workspace.changed.connect(self._followed)
        workspace.lens_changed.connect(self.refresh)
        spoken(self, workspace, self.refresh)

    def _fill(self) -> None:
        """Makes what stands in it, the first time there is something to say."""
        self._filled = True
        self.title, self.told = QLabel(self), QLabel(self)
        self.title.setProperty("role", "heading")
        for label in (self.title, self.told):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.sentences = QScrollArea(self)
        self.sentences.setProperty("role", "plain")
        self.sentences.setWidget(self.told)
        self.sentences.setWidgetResizable(True)
        self.sentences.setFrameShape(QFrame.Shape.NoFrame)
        self.sentences.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.more = Toggle(parent=self)
        self.more.setProperty("role", "link")
        self.more.clicked.connect(self._unfolded)
        self.back = QPushButton(self)
        self.back.setAutoDefault(True)
        self.back.clicked.connect(lambda _checked=False: self._workspace.what_if.leave())
        self._grid = grid = QGridLayout(self)
        look.measure(grid, margins=(14, 3, 10, 3), across=10, down=1)
        grid.setColumnStretch(0, 1)
        self._lay()

    def refresh(self) -> None:
        """Shows what is supposed at the moment."""
        self.turning.emit()
        what_if = self._workspace.what_if
        if not what_if.on:
            self._leave()
            return
        if not self._filled:
            self._fill()
        self.more.setAccessibleName(_("All that would change"))
        # With filters on, Esc shows everything first.
        give = _("Give back")
        self.back.setText(give if self._workspace.lens.filters else _("{what} — Esc").format(what=give))
        document, found = self._workspace.document, what_if.comparison
        title = _("{supposition} Nothing is written.").format(supposition=supposition(document, what_if.off))
        said = [sentence for _key, sentence, _held in consequences(document, found)[0]] if found else []
        self.title.setText(title)
        self.told.setText(self._sentences(said) if found else _("Reading the map…"))
        more = len(said) - 1
        self.more.setVisible(more > 0)
        self.more.setText(
            _("Less") if self.more.isChecked() else ngettext("{n} more", "{n} more", more).format(n=more)
        )
        self.setAccessibleName(title)
        self.show()
        self._lay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._filled and event.size().width() != event.oldSize().width():
            self._lay()

    def fit(self) -> None:
        """The sentences take no more of the canvas than their share."""
        if not self._filled:
            return
        room = self.contentsRect().marginsRemoved(self._grid.contentsMargins()).width()
        wide = room if self._narrow else room - self.back.sizeHint().width() - self._grid.horizontalSpacing()
        line = self.fontMetrics().height()
        most = max(round(self._room.height() * _SHARE), 2 * line)
        wanted = max(self.told.heightForWidth(max(wide, 1)), 0)
        self.sentences.setFixedHeight(min(wanted, most))
        scrolls = wanted > most
        self.sentences.setFocusPolicy(Qt.FocusPolicy.StrongFocus if scrolls else Qt.FocusPolicy.NoFocus)

    @property
    def _narrow(self) -> bool:
        return self.width() < look.px(_NARROW)

    def _lay(self) -> None:
        """The buttons beside the words, or below them where these would have no room."""
        narrow, grid, align = self._narrow, self._grid, Qt.AlignmentFlag
        span = 2 if narrow else 1
        grid.addWidget(self.title, 0, 0, 1, span)
        grid.addWidget(self.sentences, 1, 0, 1, span)
        grid.addWidget(
            self.more,
            2 if narrow else 1,
            0 if narrow else 1,
            (align.AlignLeft if narrow else align.AlignRight) | align.AlignTop,
        )
        grid.addWidget(self.back, 2 if narrow else 0, 1, align.AlignRight | align.AlignTop)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._workspace.what_if.leave()
        else:
            super().keyPressEvent(event)

    def _sentences(self, said: list[str]) -> str:
        """The first one, or as many as the map leaves room for."""
        if not self.more.isChecked():
            return said[0]
        shown = said if len(said) <= _MOST else said[: _MOST - 1]
        left = len(said) - len(shown)
        rest = [ngettext("{n} more", "{n} more", left).format(n=left)] if left else []
        return "\n".join(f"• {sentence}" for sentence in (*shown, *rest))

    def _followed(self, *_documents: object) -> None:
        if self._workspace.what_if.on:
            self.refresh()  # an actor may have been renamed

    def _unfolded(self) -> None:
        self.refresh()
        self.turned.emit()

    def _leave(self) -> None:
        focus: QWidget | None = self.window().focusWidget()
        held = focus is not None and self.isAncestorOf(focus)
        if self._filled:
            self.more.setChecked(False)
        self.hide()
        if held:
            self._map.setFocus()
