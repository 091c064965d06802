"""Pages drawn rather than set in lines (posters, cards to cut out), which a screen reader still reads in order.

Everything on a page is either a piece of the document (a heading, words, a figure and the words that tell it) or an
artifact that is not read aloud (cut marks, rules). Nothing of the machine is in the file: the same pages give the same
bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any, Literal

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFString
from reportlab.pdfgen.canvas import Canvas

from facilitator import words
from facilitator.minutes.ink import REGULAR, register_fonts
from facilitator.minutes.sheets import Information
from facilitator.model.document import Workshop

PRODUCT = "Entre tous"
Role = Literal["H1", "P", "Figure"]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of the document: the page it stands on, and its place among those there."""

    role: Role
    told: str
    page: int
    place: int


class Leaves(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas whose content says what it is. `bytes` finishes it."""

    def __init__(self, title: str, workshop: Workshop) -> None:
        register_fonts()
        self._file = BytesIO()
        super().__init__(
            self._file, invariant=1, pageCompression=1, initialFontName=REGULAR, lang=words.language()
        )
        day = date.fromisoformat(workshop.date) if workshop.date else None
        self.information = self._doc.info = Information(day)
        self._code: list[str]
        self._pieces: list[_Piece] = []
        self.setTitle(title)
        self.setAuthor(workshop.author or workshop.organiser or PRODUCT)
        self.setSubject(workshop.question)
        self.setCreator(PRODUCT)
        self.setProducer(PRODUCT)
        self.setViewerPreference("DisplayDocTitle", "true")

    @contextmanager
    def piece(self, role: Role, told: str = "") -> Iterator[None]:
        """What is drawn meanwhile is one piece of the document; `told` tells a figure who does not see it."""
        page = self.getPageNumber()
        place = sum(piece.page == page for piece in self._pieces)
        self._pieces.append(_Piece(role, told, page, place))
        self._code.append(f"/{role} <</MCID {place}>> BDC")
        yield
        self._code.append("EMC")

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is drawn meanwhile is not read aloud."""
        self._code.append("/Artifact BMC")
        yield
        self._code.append("EMC")

    def bytes(self) -> bytes:
        """The whole file; nothing more is drawn after it."""
        pages = len(self._doc.Pages.pages)
        self._tell_structure(pages)
        self.save()
        return self._file.getvalue()

    def _tell_structure(self, pages: int) -> None:
        """The tree of pieces, and for each page where its own are in it."""
        document = self._doc
        named = [PDFObjectReference(f"Piece{number}") for number in range(len(self._pieces))]
        for number, piece in enumerate(self._pieces):
            held = {
                "Type": PDFName("StructElem"),
                "S": PDFName(piece.role),
                "P": PDFObjectReference("Whole"),
                "Pg": PDFObjectReference(f"Page{piece.page}"),
                "K": piece.place,
            }
            if piece.told:
                held["Alt"] = PDFString(piece.told)
            document.Reference(PDFDictionary(held), f"Piece{number}")
        whole = {
            "Type": PDFName("StructElem"),
            "S": PDFName("Document"),
            "P": PDFObjectReference("Structure"),
        }
        document.Reference(PDFDictionary({**whole, "K": PDFArray(named)}), "Whole")
        parents: list[Any] = []
        for page in range(1, pages + 1):
            on_page = [ref for ref, piece in zip(named, self._pieces, strict=True) if piece.page == page]
            parents += [page, PDFArray(on_page)]
            held = document.idToObject[f"Page{page}"]
            held.StructParents = page
            held.__NoDefault__ = [*held.__NoDefault__, "StructParents"]
        tree = {
            "Type": PDFName("StructTreeRoot"),
            "K": PDFArray([PDFObjectReference("Whole")]),
            "ParentTree": PDFDictionary({"Nums": PDFArray(parents)}),
            "ParentTreeNextKey": pages + 1,
        }
        document.Reference(PDFDictionary(tree), "Structure")
        document.Catalog.StructTreeRoot = PDFObjectReference("Structure")
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
