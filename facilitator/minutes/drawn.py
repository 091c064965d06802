"""Pages drawn rather than set in lines (posters, cards to cut out), which a screen reader still reads in order.

Everything on a page is either a piece of the document (a heading, words, a figure and the words that tell it) or an
artifact that is not read aloud (cut marks, rules). Nothing of the machine is in the file: the same pages give the same
bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from typing import Literal

from facilitator import words
from facilitator.minutes.ink import REGULAR, register_fonts
from facilitator.minutes.sheets import Information
from facilitator.minutes.tagging import Tag, Tagged
from facilitator.model.document import Workshop

PRODUCT = "Entre tous"
Role = Literal["H1", "P", "Figure"]
Area = tuple[float, float, float, float]


class Leaves(Tagged):
    """A canvas whose content says what it is. `bytes` finishes it."""

    def __init__(self, title: str, workshop: Workshop) -> None:
        register_fonts()
        self._file = BytesIO()
        super().__init__(
            self._file, invariant=1, pageCompression=1, initialFontName=REGULAR, lang=words.language()
        )
        day = date.fromisoformat(workshop.date) if workshop.date else None
        self.information = self._doc.info = Information(day)
        self.setTitle(title)
        self.setAuthor(workshop.author or workshop.organiser or PRODUCT)
        self.setSubject(workshop.question)
        self.setCreator(PRODUCT)
        self.setProducer(PRODUCT)
        self.setViewerPreference("DisplayDocTitle", "true")

    @contextmanager
    def piece(self, role: Role, told: str = "", within: Area | None = None) -> Iterator[None]:
        """What is drawn meanwhile is one piece of the document; `told` tells a figure who does not see it, and `within`
        where it is seen: left, bottom, right, top."""
        box = " ".join(f"{side:.2f}" for side in within or ())
        with self.figure(Tag(role, alternative=told, attributes=f"/O /Layout /BBox [{box}]" if box else "")):
            yield

    def chapter(self, title: str) -> None:
        """The page has its entry in the outline."""
        key = f"page-{self.getPageNumber()}"
        self.bookmarkPage(key)
        self.addOutlineEntry(title, key)

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is drawn meanwhile is not read aloud, as all that is no piece."""
        yield

    def bytes(self) -> bytes:
        """The whole file; nothing more is drawn after it."""
        self.rest()
        self.save()
        return self._file.getvalue()
