"""What a PDF says of its structure, read by two other libraries: the tree by pypdf, the marked texts by pypdfium2."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdf
import pypdfium2
from pypdfium2 import raw

Content = tuple[int, int]
"""Page, from 0, and the number of what is marked on it."""


@dataclass
class Node:
    """A thing of the structure, with what it holds in the order of reading."""

    kind: str
    alternative: str = ""
    scope: str = ""
    kids: list[Node | Content | str] = field(default_factory=list)

    def all(self, *kinds: str) -> Iterator[Node]:
        """Itself and what is under it, of these kinds (all of them unless said)."""
        if not kinds or self.kind in kinds:
            yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.all(*kinds)

    def contents(self) -> Iterator[Content]:
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.contents()
            elif isinstance(kid, tuple):
                yield kid


@dataclass
class Structure:
    """The tree of a file; the text of each marked content; texts in no mark at all."""

    tree: Node
    said: dict[Content, str]
    unmarked: list[str]
    owners: dict[Content, str]
    """The kind of the element that the parent tree gives each content."""
    reader: Any

    def text(self, node: Node) -> str:
        """What a node says, in the order of reading."""
        return " ".join(" ".join(self.said.get(content, "") for content in node.contents()).split())

    def texts(self, *kinds: str) -> list[str]:
        return [self.text(node) for node in self.tree.all(*kinds)]


def structure(data: bytes) -> Structure:
    reader: Any = pypdf.PdfReader(io.BytesIO(data))
    root = reader.trailer["/Root"]["/StructTreeRoot"]
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages)}
    (top,) = root["/K"]
    owners: dict[Content, str] = {}
    entries = iter(root["/ParentTree"]["/Nums"])
    led = dict(zip(entries, entries, strict=True))
    for number, page in enumerate(reader.pages):
        for mark, element in enumerate(led[page["/StructParents"]].get_object()):
            owners[number, mark] = element.get_object()["/S"].lstrip("/")
    said, unmarked = _texts(data)
    return Structure(_node(top.get_object(), pages, None), said, unmarked, owners, reader)


def _node(element: Any, pages: dict[int, int], page: int | None) -> Node:
    if "/Pg" in element:
        page = pages[element.raw_get("/Pg").idnum]
    attributes = element.get("/A", {})
    found = Node(element["/S"].lstrip("/"), str(element.get("/Alt", "")), str(attributes.get("/Scope", "")))
    kids = element["/K"]
    for kid in kids if isinstance(kids, list) else [kids]:
        held = kid.get_object()
        if isinstance(held, int):
            assert page is not None
            found.kids.append((page, int(held)))
        elif held.get("/Type") == "/MCR":
            found.kids.append((pages[held.raw_get("/Pg").idnum], int(held["/MCID"])))
        elif held.get("/Type") == "/OBJR":
            annotation = held["/Obj"].get_object()
            found.kids.append(str(annotation["/Contents"]))
        else:
            found.kids.append(_node(held, pages, page))
    return found


def _texts(data: bytes) -> tuple[dict[Content, str], list[str]]:
    said: dict[Content, str] = {}
    unmarked: list[str] = []
    document = pypdfium2.PdfDocument(data)
    for number, page in enumerate(document):
        words = page.get_textpage()
        for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            mark = raw.FPDFPageObj_GetMarkedContentID(thing.raw)
            text = _of(thing.raw, words.raw)
            if mark >= 0:
                said[number, mark] = f"{said.get((number, mark), '')} {text}"
            elif text.strip() and not raw.FPDFPageObj_CountMarks(thing.raw):
                unmarked.append(text)
        words.close()
    document.close()
    return said, unmarked


def _of(thing: Any, words: Any) -> str:
    size = raw.FPDFTextObj_GetText(thing, words, None, 0)
    held = ctypes.create_string_buffer(size)
    raw.FPDFTextObj_GetText(thing, words, ctypes.cast(held, ctypes.POINTER(ctypes.c_ushort)), size)
    return held.raw.decode("utf-16-le").rstrip("\0").replace("\N{NO-BREAK SPACE}", " ")
