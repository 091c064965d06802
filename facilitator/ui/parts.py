"""From one part of a window to the next by the keyboard, whatever Tab means inside each of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QMenuBar, QWidget
from shiboken6 import isValid

_MENUS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


def go_to_next(parts: Sequence[QWidget], focused: QWidget | None, way: int = 1) -> None:
    """Gives the keyboard to the next part that can take it, or to the one before where `way` is -1."""
    here = next((n for n, part in enumerate(parts) if focused is not None and _holds(part, focused)), 0)
    for step in range(1, len(parts)):
        first = first_of(parts[(here + way * step) % len(parts)])
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
            return


def holder(window: QWidget) -> QWidget | None:
    """Who has the keyboard in a window; of a cell that is being changed its list, for the cell goes."""
    focused: QWidget | None = window.focusWidget()
    found, at = focused, focused
    while at is not None:
        found = at if isinstance(at, QAbstractItemView) else found
        at = at.parentWidget()
    return found


def give_back(holder: QWidget | None, instead: QWidget) -> None:
    """Gives the keyboard back to who had it before something opened, if it is still there."""
    if holder is not None and isValid(holder) and holder.isVisible():
        holder.setFocus()
    else:
        instead.setFocus()


def for_a_menu(line: QWidget, left: QFocusEvent) -> bool:
    """Whether the keyboard goes from a line to a menu, which gives it back; should it go elsewhere from there, the line
    hears then that it has lost it."""
    if left.reason() == Qt.FocusReason.MenuBarFocusReason and line.findChild(_Away) is None:
        _Away(line)
    return left.reason() in _MENUS


def for_a_while(line: QWidget, left: QFocusEvent) -> bool:
    """Whether the keyboard comes back by itself, from a menu or from another window."""
    return for_a_menu(line, left) or left.reason() == Qt.FocusReason.ActiveWindowFocusReason


class _Away(QObject):
    """Waits for the keyboard that is in the menu bar: a click elsewhere takes it from there, and not to the line."""

    def __init__(self, line: QWidget) -> None:
        super().__init__(line)
        self._line = line
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - a line has one
        app.focusChanged.connect(self._came)

    def _came(self, _left: QWidget | None, now: QWidget | None) -> None:
        if now is None or isinstance(now, QMenuBar | QMenu):
            return
        line = self._line
        self.setParent(None)
        self.deleteLater()
        if now is not line and not line.isAncestorOf(now):
            QApplication.sendEvent(line, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.OtherFocusReason))


def first_of(part: QWidget) -> QWidget | None:
    """The first widget of a part that Tab would reach; none where it is folded or has nothing to reach."""
    at: QWidget | None = part
    while at is not None:
        if _holds(part, at) and _reachable(at):
            return at
        at = at.nextInFocusChain()
        if at is part:
            break
    return None


def before(part: QWidget) -> QWidget | None:
    """The nearest widget before a part, for Tab, in the smallest of what holds it; none where it is alone."""
    around = part.parentWidget()
    while around is not None:
        at = part.previousInFocusChain()
        while at is not None and at is not part:
            if around.isAncestorOf(at) and not _holds(part, at) and _reachable(at):
                return at
            at = at.previousInFocusChain()
        around = around.parentWidget()
    return None


def _reachable(widget: QWidget) -> bool:
    return widget.isEnabled() and widget.isVisible() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _holds(part: QWidget, widget: QWidget) -> bool:
    return part is widget or part.isAncestorOf(widget)
