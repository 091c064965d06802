"""The panel one ticks filters in: it stays open while one ticks several, the map changing behind it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from facilitator.model.document import Document
from facilitator.ui import look, looking
from facilitator.ui.canvas.signs import SIGNS, Kind, said
from facilitator.ui.fields.offered import Option
from facilitator.ui.fields.pressed import Toggle
from facilitator.ui.flow import Flow
from facilitator.ui.keys import literal
from facilitator.ui.workspace import Workspace
from facilitator.words import _

_WIDTH = 460


class HideChoice(QWidget):
    """Whether what the filters do not ask for is faded or hidden, both answers in sight."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self.fade, self.hide_ = Toggle(parent=self), Toggle(parent=self)
        for button, hides in ((self.fade, False), (self.hide_, True)):
            button.setProperty("role", "segment")
            button.clicked.connect(lambda _checked=False, hides=hides: self._chosen(hides))
            row.addWidget(button)
        workspace.lens_changed.connect(self.refresh)
        workspace.language_changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Says its words in the language of the moment."""
        field = _("What the filters leave out")
        for button, word in ((self.fade, _("Fade")), (self.hide_, _("Hide"))):
            button.setText(word)
            button.setAccessibleName(_("{field}: {choice}").format(field=field, choice=word))
            button.setToolTip(field)
        self.refresh()

    def refresh(self) -> None:
        """Shows the one that holds."""
        self.fade.setChecked(not self._workspace.lens.hides)
        self.hide_.setChecked(self._workspace.lens.hides)

    def _chosen(self, hides: bool) -> None:
        looking.hide_rest(self._workspace, hides)
        self.refresh()  # the one that held already was let go by the click


class FilterPanel(QFrame):
    """A group of chips for each kind of filter, over the map; Esc closes it, and so does going elsewhere."""

    closed = Signal()

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self.setAccessibleName(_("Filter the map"))
        self._workspace = workspace
        self._chips: dict[tuple[str, Any], QPushButton] = {}
        heading = QLabel(_("Filter the map"), self)
        heading.setProperty("role", "heading")
        self.hides = HideChoice(workspace, self)
        self.all_ = QPushButton(_("Show everything"), self)
        self.all_.setProperty("role", "link")
        self.all_.clicked.connect(lambda _checked=False: looking.show_all(workspace))
        self._body = QWidget(self)
        self._body.setObjectName("plain")
        groups = QVBoxLayout(self._body)
        look.measure(groups, margins=(14, 2, 14, 12), spacing=4)
        for kind in SIGNS:
            self._add(kind, groups)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._body)
        head = QHBoxLayout()
        look.measure(head, margins=(14, 10, 14, 4), spacing=10)
        head.addWidget(heading, 1)
        head.addWidget(self.all_)
        head.addWidget(self.hides)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(scroll, 1)
        self._head = head
        workspace.lens_changed.connect(self.refresh)
        workspace.changed.connect(self._followed)
        workspace.language_changed.connect(self.leave)
        self.refresh()

    def chip(self, kind: str, value: Any) -> QPushButton:
        """The chip of a value of a kind."""
        return self._chips[kind, value]

    def open_below(self, anchor: QWidget) -> None:
        """Opens under a button, inside the window."""
        room = self.window().rect()
        width = min(max(look.px(_WIDTH), self._head.sizeHint().width() + 2), room.width())
        wanted = self._head.sizeHint().height() + self._body.heightForWidth(width - look.px(12)) + 4
        corner = anchor.mapTo(self.window(), QPoint(anchor.width() - width, anchor.height() + 4))
        top = min(corner.y(), room.bottom() - min(wanted, room.height() // 2))
        left = max(room.left(), min(corner.x(), room.right() - width))
        self.setGeometry(left, top, width, min(wanted, room.bottom() - top))
        self.show()
        self.raise_()
        next(iter(self._chips.values())).setFocus(Qt.FocusReason.TabFocusReason)
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - a widget exists
        app.focusChanged.connect(self._focused)

    def refresh(self) -> None:
        """Shows what is asked for."""
        lens = self._workspace.lens
        for (kind, value), chip in self._chips.items():
            chip.setChecked(value in getattr(lens, kind))
        self.all_.setEnabled(lens.filters)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Closes it, once."""
        if self.isVisible():
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _focused(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self and not self.isAncestorOf(now):
            self.leave()

    def _followed(self, before: Document, after: Document) -> None:
        """What there is to choose from has changed."""
        if before.categories is not after.categories or before.link_types is not after.link_types:
            self.leave()

    def _add(self, kind: Kind, groups: QVBoxLayout) -> None:
        title = QLabel(_(kind.name), self._body)
        title.setProperty("role", "label")
        look.measure(title, margins=(0, 6, 0, 0))
        row = QWidget(self._body)
        row.setAccessibleName(_(kind.name))
        flow = look.measure(Flow(row), spacing=5)
        for option in kind.options(self._workspace.document):
            flow.addWidget(self._chip(kind, option, row))
        groups.addWidget(title)
        groups.addWidget(row)

    def _chip(self, kind: Kind, option: Option, row: QWidget) -> QPushButton:
        """A badge alone for a goal, whose title is long; else the sign and its word."""
        short = kind.field == "odds"
        chip = Toggle("" if short else f" {literal(option.text)}", row)
        chip.setProperty("role", "round" if short else "chip")
        chip.setIcon(option.icon)  # type: ignore[arg-type]  # every sign has one
        side = 22 if short else 16
        look.measure(chip, icon=side)
        chip.setAccessibleName(said(kind, option))
        chip.setToolTip(option.text if short else "")
        chip.clicked.connect(lambda _checked=False: looking.turn(self._workspace, kind.field, option.value))
        self._chips[kind.field, option.value] = chip
        return chip
