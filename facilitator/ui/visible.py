"""What is there, and what is not."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def show(widget: QWidget, shown: bool) -> None:
    """Shows a widget or hides it; nothing is done where it is so, or will be with what it stands in: Qt would lay out
    all that stands in it, each time, before it has its words."""
    if widget.isHidden() == shown:
        widget.setVisible(shown)
