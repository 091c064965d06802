"""What the content of every step is: a column that follows the document."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.model.document import Document
from facilitator.ui.fields.spoken import spoken
from facilitator.ui.workspace import Workspace


class Moment(QWidget):
    """Sub-classes add their widgets, then call `ready`; `tell` writes what depends on the document or language."""

    follows: tuple[str, ...] = ()
    """The tables whose change calls `tell`."""

    def __init__(self, workspace: Workspace, step: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.step = step
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)

    def add(self, *widgets: QWidget) -> None:
        """Puts widgets at the bottom."""
        for widget in widgets:
            self.column.addWidget(widget)

    def ready(self) -> None:
        """Shows what is in the document, now and from now on."""
        self.workspace.changed.connect(self._followed)
        spoken(self, self.workspace, self.tell)

    def answered_first(self) -> QWidget | None:
        """Where one goes on typing when the step before is over; the first thing there is unless it says another."""
        return None

    def tell(self) -> None:
        """Writes what depends on the document or the language."""

    def _followed(self, before: Document, after: Document) -> None:
        if any(getattr(before, table) is not getattr(after, table) for table in self.follows):
            self.tell()
