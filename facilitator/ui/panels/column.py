"""A column that scrolls: what every panel is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from facilitator.model.document import Document
from facilitator.ui.workspace import Workspace


class _Body(QWidget):
    """What scrolls: never wider than the panel, whatever it holds. `shrinks`: as low as it can be before it does."""

    def __init__(self, parent: QWidget, *, shrinks: bool) -> None:
        super().__init__(parent)
        self._shrinks = shrinks

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        if self._shrinks and layout is not None:
            return layout.totalMinimumHeightForWidth(width)
        return super().heightForWidth(width)


class Column(QScrollArea):
    """Widgets one above the other, as wide as the panel; what takes the focus is scrolled into sight.

    `shrinks`: what may be lower than it would like gets lower before the column scrolls.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None, *, shrinks: bool = False) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body = _Body(self.viewport(), shrinks=shrinks)
        self.body.setObjectName("plain")
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(14, 14, 14, 20)
        self.column.setSpacing(10)
        self.setWidget(self.body)
        self.viewport().setAutoFillBackground(False)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(self._show_again)
        self._unfolded: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._show_focused)
        workspace.changed.connect(self.follow)

    def add(self, *widgets: QWidget) -> None:
        """Puts widgets at the bottom of the column."""
        for widget in widgets:
            self.column.addWidget(widget)

    def end(self) -> None:
        """What is above stays at the top."""
        self.column.addStretch(1)

    def reveal(self, widget: QWidget) -> None:
        """Scrolls what has just unfolded into sight."""
        self._unfolded = widget
        self._again.start()

    def follow(self, before: Document, after: Document) -> None:
        """The document changed; fields follow by themselves."""

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Tab goes through what one sees, from top to bottom, whenever it was made; then out of the column."""
        chain = stops(self.body)
        at = self.focusWidget()
        if at in chain:
            to = chain.index(at) + (1 if onward else -1)
            if 0 <= to < len(chain):
                reason = Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason
                chain[to].setFocus(reason)
                return True
            return self._leave(chain[-1] if onward else chain[0], onward)
        return super().focusNextPrevChild(onward)

    def _leave(self, edge: QWidget, onward: bool) -> bool:
        """The first stop outside."""
        reason = Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason
        at = _beside(edge, onward)
        while at is not edge:
            if _is_stop(at) and not self.isAncestorOf(at) and at.isVisible():
                at.setFocus(reason)
                return True
            at = _beside(at, onward)
        return False

    def _show_focused(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.body.isAncestorOf(new) and self.isVisible() and _is_seen(new):
            self.ensureWidgetVisible(new, 0, 24)
            self._again.start()  # what was just made has its place after the layouts alone

    def _show_again(self) -> None:
        now: QWidget | None = self.focusWidget()
        unfolded, self._unfolded = self._unfolded, None
        if unfolded is not None and isValid(unfolded) and unfolded.isVisible():  # it may be gone since
            self.ensureWidgetVisible(unfolded, 0, 24)
        if now is not None and now.hasFocus() and _is_seen(now):
            self.ensureWidgetVisible(now, 0, 24)


def _beside(widget: QWidget, onward: bool) -> QWidget:
    """The neighbour in Qt's own ring."""
    return (widget.nextInFocusChain() if onward else widget.previousInFocusChain()) or widget


def _is_seen(widget: QWidget) -> bool:
    """Whether it is a field or a button, not what holds the keyboard while they are made."""
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus


def _is_stop(widget: QWidget) -> bool:
    tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(tab) and widget.isEnabled() and widget.focusProxy() is None


def stops(widget: QWidget) -> list[QWidget]:
    """What takes the keyboard inside, in the order of the layouts."""
    found = [widget] if _is_stop(widget) else []
    layout = widget.layout()
    return found + (_stops_of(layout) if layout is not None else [])


def _stops_of(layout: QLayout) -> list[QWidget]:
    found: list[QWidget] = []
    for n in range(layout.count()):
        item = layout.itemAt(n)
        held, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if held is not None and not held.isHidden():
            found += stops(held)
        elif inner is not None:
            found += _stops_of(inner)
    return found
