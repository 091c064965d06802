"""The pages of the minutes as they would be now, kept up to date as long as somebody looks at them."""

from __future__ import annotations

from collections import OrderedDict

import pypdfium2
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from facilitator.model.document import Document
from facilitator.model.edition import ROOM, withdrawn
from facilitator.ui.pdf_image import rendered
from facilitator.ui.rereading.setter import Setter
from facilitator.ui.workspace import Workspace

_KEPT = 64_000_000
"""Bytes of pictures of pages kept at once; the last one is kept whatever it weighs."""


class Pages(QObject):
    """The minutes of the session: an edition in its own language, unless others are asked for. Sizes of pages are in
    points."""

    changed = Signal()
    """Other pages are there, or are awaited."""

    def __init__(self, workspace: Workspace, edition: str = "participants") -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._setter = Setter(workspace.journal.printed_moments, self)
        self._setter.done.connect(self._came)
        self._pdf: pypdfium2.PdfDocument | None = None
        self._images: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._weight = 0
        self._readers: set[int] = set()
        self._asked = (edition, "")
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._out_of_date = False
        self.data = b""
        """The pages as a file; nothing before the first time they are set."""
        self.failed = False
        """Whether the pages are older than the session because they could not be set."""
        workspace.changed.connect(self._follow)

    @property
    def sizes(self) -> tuple[tuple[float, float], ...]:
        """Width and height of every page; none before the first time they are set."""
        return self._sizes

    @property
    def late(self) -> bool:
        """Whether the session has changed since."""
        return self._setter.busy

    def choose(self, edition: str, language: str) -> None:
        """Sets another edition, or in another language."""
        if (edition, language) != self._asked:
            self._asked = (edition, language)
            if self._readers:
                self._setter.ask(self._workspace.document, *self._asked, now=True)
                self.changed.emit()

    def open(self, reader: QObject) -> None:
        """Somebody begins to look: the pages are set, and again at each change."""
        if not self._readers:
            self._setter.ask(self._workspace.document, *self._asked, now=True)
        self._readers.add(id(reader))
        self.changed.emit()

    def close(self, reader: QObject) -> None:
        """Somebody looks away; the last one takes the pages along."""
        self._readers.discard(id(reader))
        if not self._readers:
            self._setter.stop()
            self._drop()

    def image(self, number: int, width: int) -> QImage:
        """A page, so many pixels wide."""
        key = (number, width)
        if key not in self._images:
            self._images[key] = image = self._rendered(number, width)
            self._weight += image.sizeInBytes()
            while self._weight > _KEPT and len(self._images) > 1:
                self._weight -= self._images.popitem(last=False)[1].sizeInBytes()
        self._images.move_to_end(key)
        return self._images[key]

    def _rendered(self, number: int, width: int) -> QImage:
        if self._pdf is None:
            return QImage()
        return rendered(self._pdf, number, width)

    def _follow(self, before: Document, after: Document) -> None:
        if self._readers:
            if self._asked[0] == ROOM and withdrawn(before, after):
                self._drop()
                self._out_of_date = True
            self._setter.ask(after, *self._asked)
            self.changed.emit()

    def _came(self, data: bytes) -> None:
        if self._out_of_date and self._setter.busy:
            return  # they were begun before something became confidential
        self._out_of_date = False
        self.failed = not data
        if data:
            self._drop()
            self.data = data
            self._pdf = pypdfium2.PdfDocument(data)
            self._sizes = tuple(self._pdf.get_page_size(n) for n in range(len(self._pdf)))
        self.changed.emit()

    def _drop(self) -> None:
        self._images.clear()
        self._weight, self.data = 0, b""
        if self._pdf is not None:
            self._pdf.close()
        self._pdf, self._sizes = None, ()
