"""Words of a widget that are told again when the language changes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from facilitator.ui.workspace import Workspace
from facilitator.words import _


class _Spoken(QObject):
    def __init__(self, owner: QObject, workspace: Workspace, tell: Callable[[], object]) -> None:
        super().__init__(owner)
        self._tell = tell
        workspace.language_changed.connect(self._again)

    def _again(self) -> None:
        self._tell()


def spoken(owner: QObject, workspace: Workspace, tell: Callable[[], object]) -> None:
    """Calls `tell` now, and each time the language changes as long as `owner` lives."""
    tell()
    _Spoken(owner, workspace, tell)


def label(
    workspace: Workspace, sentence: str, role: str = "caption", parent: QWidget | None = None
) -> QLabel:
    """A text that wraps; `role` is how it looks (`caption`, `heading`, `hint`…), `sentence` a msgid."""
    widget = QLabel(parent)
    widget.setProperty("role", role)
    widget.setWordWrap(True)
    spoken(widget, workspace, lambda: widget.setText(_(sentence)))
    return widget


def tell_icon(widget: QWidget, workspace: Workspace, sentence: str) -> None:
    """Says what a button without words is for, to the pointer and to a screen reader; `sentence` is a msgid."""

    def tell() -> None:
        widget.setToolTip(_(sentence))
        widget.setAccessibleName(_(sentence))

    spoken(widget, workspace, tell)


def button(
    workspace: Workspace,
    sentence: str,
    done: Callable[[], object],
    role: str = "quiet",
    parent: QWidget | None = None,
) -> QPushButton:
    """A button; `sentence` is a msgid, `role` how it looks (`quiet`, `primary`, `danger`)."""
    widget = QPushButton(parent)
    widget.setProperty("role", role)
    widget.setAutoDefault(False)
    spoken(widget, workspace, lambda: widget.setText(_(sentence)))
    widget.clicked.connect(lambda _checked=False: done())
    return widget
