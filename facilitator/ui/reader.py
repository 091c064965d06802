"""The reading of the map as it is now, computed between two events so that no hand ever waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.model.document import Document
from facilitator.ui.sliced import REST, Sliced

if TYPE_CHECKING:
    from facilitator.model.readings.findings import Reading
    from facilitator.ui.workspace import Workspace

_TABLES = ("workshop", "categories", "actors", "contributions", "links")
"""What a reading depends on."""


def read_otherwise(before: Document, after: Document) -> bool:
    """Whether a gesture may have changed what is read on the map."""
    return any(getattr(before, table) is not getattr(after, table) for table in _TABLES)


class Reader(Sliced):
    """Reads while somebody listens; a change of the map drops what was begun, and what was found is not current."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        # networkx, which the first picture does not need: now rather than in a slot, since importing so much looks for
        # garbage, and may find there the panel the slot belongs to.
        from facilitator.model.readings.reading import reading

        super().__init__(lambda: reading(workspace.document, self.last), parent)
        workspace.changed.connect(self._follow)
        self.begin_again()

    @property
    def reading(self) -> Reading | None:
        """What the map tells as it is now; None while that is not known."""
        found: Reading | None = self.found
        return found

    def _follow(self, before: Document, after: Document) -> None:
        if read_otherwise(before, after):
            self.begin_again(REST)
