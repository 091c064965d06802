"""What the pages say to who does not see them: PDF/UA. The one room that knows how a PDF is tagged.

A piece of the layout holds a `Tag` and draws within `canvas.told(tag)`: each text drawn there is content of the tag;
within `canvas.figure(tag)` all that is drawn is one thing, told by its words. Whatever is drawn elsewhere is an
artifact, without being asked. Tags come in the order they are first drawn, which is the order of reading; those under
one parent, in the order they were made. A thing broken over pages keeps its tag, and is one thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from facilitator import words

_ARTIFACT = "/Artifact BMC"
_RUNNING = "/Artifact <</Type /Pagination>> BDC"
_END = "EMC"
_UNSEEN = (" cm", "q", "Q", " rg", " RG", " w", " J", " j", " d", " TL ET")
"""Ends of what draws nothing by itself."""
_PRINTED = 4
"""The flag of an annotation that paper and readers get."""


class Tag:
    """A thing of the structure: its kind as PDF names it, what it holds, and words in place of what is seen.

    `attributes` are raw PDF.
    """

    __slots__ = ("alternative", "attributes", "kids", "kind", "links", "parent")

    def __init__(
        self, kind: str, parent: Tag | None = None, *, alternative: str = "", attributes: str = ""
    ) -> None:
        self.kind, self.parent, self.alternative, self.attributes = kind, parent, alternative, attributes
        self.kids: list[Tag | tuple[int, int] | str] = []
        """Tags, contents (number of the page, number within it), names of annotations."""
        self.links: dict[str, Tag] = {}
        if parent is not None:
            parent.kids.append(self)

    def item(self) -> Tag:
        """The body of a new item of this list."""
        return Tag("LBody", Tag("LI", self))

    def link(self, target: str) -> Tag:
        """The link to a target within this thing; it stands where its first words are drawn."""
        if target not in self.links:
            self.links[target] = Tag("Link")
            self.links[target].parent = self
        return self.links[target]

    @property
    def root(self) -> Tag:
        return self if self.parent is None else self.parent.root

    @property
    def begun(self) -> bool:
        """Whether something of it is drawn."""
        return any(kid.begun if isinstance(kid, Tag) else isinstance(kid, tuple) for kid in self.kids)

    @property
    def kept(self) -> bool:
        """Whether it is told: what is drawn, and every cell, since a row without one of them is no row."""
        return self.kind in {"TD", "TH"} or any(not isinstance(kid, Tag) or kid.kept for kid in self.kids)


def bullets() -> Tag:
    """A list whose items bear a bullet."""
    return Tag("L", attributes="/O /List /ListNumbering /Disc")


class Heads(Tag):
    """The heads of a table; a page that shows them again has a row of its own, where it begins."""

    __slots__ = ("again", "heads")

    def __init__(self, table: Tag, count: int) -> None:
        super().__init__("TR", table)
        self.again: dict[int, list[Tag]] = {}
        self.heads = self._fill(self, count)

    def on(self, page: int, head: Tag) -> Tag:
        """A head as a page shows it."""
        if all(isinstance(kid, tuple) and kid[0] == page for kid in head.kids):
            return head
        table = self.parent
        assert table is not None  # noqa: S101 - heads are made in one
        if page not in self.again:
            row = Tag("TR")
            row.parent = table
            self.again[page] = self._fill(row, len(self.heads))
            rows = [isinstance(kid, Tag) and kid.begun for kid in table.kids]
            table.kids.insert(rows.index(False) if False in rows else len(rows), row)
        return self.again[page][self.heads.index(head)]

    @staticmethod
    def _fill(row: Tag, count: int) -> list[Tag]:
        return [Tag("TH", row, attributes="/O /Table /Scope /Column") for _head in range(count)]


class Tagged(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas whose file tells its structure, its language and its title."""

    _code: list[str]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._open: Tag | str | None = None
        self._since = 0
        """Where in the code of the page that began."""
        self._telling: list[Tag] = []
        self._marks: list[Tag] = []
        self._owners: list[list[Tag] | Tag] = []
        """What each entry of the parent tree leads to: the contents of a page, or the link of an annotation."""
        self._leads: list[tuple[Any, str]] = []
        """Annotations that lead to a heading, and its key."""
        self._whole = False
        self._target = ""
        """Where the text to come leads, all of it."""
        self._shown = 0
        self.titles: dict[str, str] = {}
        """The words of headings by key."""
        self._document = Tag("Document")
        super().__init__(*args, pdfVersion=(1, 7), **kwargs)
        self._mark(_ARTIFACT)

    # Drawing

    @contextmanager
    def told(self, *tags: Tag) -> Iterator[None]:
        """The texts drawn are contents of these tags: one each, the last one has all that follow."""
        before, self._telling = self._telling, list(tags)
        try:
            yield
        finally:
            self._telling = before

    @contextmanager
    def figure(self, tag: Tag) -> Iterator[None]:
        """All that is drawn is one content of a tag."""
        self._mark(tag)
        self._whole = True
        try:
            yield
        finally:
            self._whole = False
            self._mark(_ARTIFACT)

    def beginText(self, *args: Any, **kwargs: Any) -> Any:  # noqa: N802 - reportlab's names, as below
        text = super().beginText(*args, **kwargs)
        if self._telling:
            text._linked = linked = []
            text._linkRecord = lambda link, what: linked.append(
                (len(text._code) - (what == "start"), link[1] if what == "start" else None)
            )
        return text

    def drawText(self, text: Any) -> None:  # noqa: N802
        tag = None if self._whole or not self._telling else self._telling[0]
        if len(self._telling) > 1:
            self._telling.pop(0)
        if tag is None:
            super().drawText(text)
            return
        if isinstance(tag.parent, Heads):
            tag = tag.parent.on(self._shown, tag)
        if text._linked:
            self._mark(None)
            self._with_links(text, tag)
        else:
            self._mark(tag.link(self._target) if self._target else tag)
        self._target = ""
        super().drawText(text)
        self._mark(_ARTIFACT)

    def _with_links(self, text: Any, tag: Tag) -> None:
        """Marks within a text which of it are links."""
        at, reading, code = 0, tag, list[str]()
        for place, target in (*text._linked, (len(text._code), None)):
            piece = text._code[at:place]
            if any(part.endswith(("Tj", "T*", "TJ")) for part in piece):
                code += (self._begun(reading), *piece, _END)
            else:
                code += piece
            at, reading = place, tag.link(target) if target else tag
        text._code[:] = code

    def linkRect(self, contents: str, destinationname: str, Rect: Any = None, **how: Any) -> None:  # noqa: N802, N803, ARG002
        annotation = {"Dest": self._bookmarkReference(destinationname)}
        self._lead(annotation, Rect, how.get("relative", 1), "", f"#{destinationname}")
        self._leads.append((self._last_annotation, destinationname))

    def linkURL(self, url: str, rect: Any, relative: int = 0, **how: Any) -> None:  # noqa: N802, ARG002
        action = {"S": pdfdoc.PDFName("URI"), "URI": pdfdoc.PDFString(url)}
        self._lead({"A": pdfdoc.PDFDictionary(action)}, rect, relative, url.removeprefix("mailto:"), url)

    def _lead(self, annotation: dict[str, Any], area: Any, relative: int, words: str, target: str) -> None:
        """An annotation over what is being drawn, in the link that holds its words."""
        tag = self._telling[0].link(target)
        self._last_annotation = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Annot"),
                "Subtype": pdfdoc.PDFName("Link"),
                "Rect": pdfdoc.PDFArray(self._absRect(area, relative)),
                "Border": pdfdoc.PDFArray([0, 0, 0]),
                "Contents": pdfdoc.PDFString(words),
                "F": _PRINTED,
                "StructParent": len(self._owners),
                **annotation,
            }
        )
        self._owners.append(tag)
        self._addAnnotation(self._last_annotation)
        self._target = target
        tag.kids.append(self._annotationrefs[-1].name)

    def rest(self) -> None:
        """Nothing is drawn from here on, unless something is."""
        self._mark(None)

    def running(self, code: str) -> str:
        """What a page repeats of the whole, as an artifact."""
        return f"{_RUNNING}\n{code}{_END}\n"

    # Marks

    def _mark(self, what: Tag | str | None) -> None:
        """What is drawn from here on."""
        if self._open is not None:
            if self._open is _ARTIFACT and self._code[self._since] == _ARTIFACT and self._unseen():
                del self._code[self._since]
            else:
                self._code.append(_END)
        self._open = what
        if what is not None:
            self._since = len(self._code)
            self._code.append(self._begun(what))

    def _unseen(self) -> bool:
        """Whether nothing was drawn since the last mark."""
        return all(code.endswith(_UNSEEN) for code in self._code[self._since + 1 :])

    def _begun(self, what: Tag | str) -> str:
        if isinstance(what, str):
            return what
        number = len(self._marks)
        self._marks.append(what)
        if what.kind == "Link" and what.parent is not None and not what.begun:
            what.parent.kids.append(what)
        what.kids.append((self._shown, number))
        root = what.root
        if root.parent is None and root is not self._document:
            root.parent = self._document
            self._document.kids.append(root)
        return f"/{what.kind} <</MCID {number}>> BDC"

    # Pages and file

    def _startPage(self) -> None:  # noqa: N802
        super()._startPage()
        self._open = None
        self._mark(_ARTIFACT)

    def showPage(self) -> None:  # noqa: N802
        self._mark(None)
        super().showPage()
        self._shown += 1
        page = self._doc.idToObject[f"Page{self._shown}"]
        page.__NoDefault__ = (*page.__NoDefault__, "StructParents", "Tabs")
        page.StructParents, page.Tabs = len(self._owners), pdfdoc.PDFName("S")
        self._owners.append(self._marks)
        self._marks = []

    def save(self) -> None:
        for annotation, key in self._leads:
            annotation["Contents"] = pdfdoc.PDFString(self.titles[key])
        catalogue = self._doc.Catalog
        catalogue.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        catalogue.Metadata = pdfdoc.XMP(creator=lambda _document: self._packet())
        catalogue.StructTreeRoot = self._tree()
        super().save()

    def _packet(self) -> bytes:
        """The file's description of itself, as PDF/UA asks for it."""
        told = self._doc.info
        said = _XMP.format(title=escape(told.title), author=escape(told.author), language=words.language())
        return said.encode()

    def _tree(self) -> Any:
        """The structure, each tag an object of the file."""
        document = self._doc
        names: dict[int, str] = {}
        tags = list(_told(self._document))
        raws = [_Raw() for _tag in tags]
        for tag, raw in zip(tags, raws, strict=True):
            names[id(tag)] = _number(document, document.Reference(raw).name)
        root, owners = _Raw(), _Raw()
        above = _number(document, document.Reference(root).name)
        pages = [_number(document, f"Page{number + 1}") for number in range(self._shown)]
        for tag, raw in zip(tags, raws, strict=True):
            parent = above if tag.parent is None else names[id(tag.parent)]
            raw.content = _element(tag, parent, names, pages, document)
        entries = (
            f"{number} [{' '.join(names[id(tag)] for tag in owner)}]"
            if isinstance(owner, list)
            else f"{number} {names[id(owner)]}"
            for number, owner in enumerate(self._owners)
        )
        owners.content = f"<</Nums [{' '.join(entries)}]>>".encode()
        root.content = (
            f"<</Type /StructTreeRoot /K [{names[id(self._document)]}] "
            f"/ParentTree {_number(document, document.Reference(owners).name)} "
            f"/ParentTreeNextKey {len(self._owners)}>>"
        ).encode()
        return root


class _Raw(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object already written."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.content = b""

    def format(self, _document: Any) -> bytes:
        return self.content


def _number(document: Any, name: str) -> str:
    number, version = document.idToObjectNumberAndVersion[name]
    return f"{number} {version} R"


def _told(tag: Tag) -> Iterable[Tag]:
    """A tag and those under it, without what is nowhere on a page."""
    yield tag
    tag.kids = [kid for kid in tag.kids if not isinstance(kid, Tag) or kid.kept]
    for kid in tag.kids:
        if isinstance(kid, Tag):
            yield from _told(kid)


def _element(tag: Tag, parent: str, names: dict[int, str], pages: list[str], document: Any) -> bytes:
    page = next((kid[0] for kid in tag.kids if isinstance(kid, tuple)), None)
    kids = []
    for kid in tag.kids:
        if isinstance(kid, Tag):
            kids.append(names[id(kid)])
        elif isinstance(kid, str):
            kids.append(f"<</Type /OBJR /Obj {_number(document, kid)}>>")
        elif kid[0] == page:
            kids.append(str(kid[1]))
        else:
            kids.append(f"<</Type /MCR /Pg {pages[kid[0]]} /MCID {kid[1]}>>")
    held = " ".join(kids) if len(kids) == 1 else f"[{' '.join(kids)}]"
    told = f"<</Type /StructElem /S /{tag.kind} /P {parent} /K {held}"
    if page is not None:
        told += f" /Pg {pages[page]}"
    if tag.attributes:
        told += f" /A <<{tag.attributes}>>"
    words = pdfdoc.PDFString(tag.alternative).format(document) if tag.alternative else b""
    return told.encode() + (b" /Alt " + words if words else b"") + b">>"


_XMP = """<?xpacket begin="\N{ZERO WIDTH NO-BREAK SPACE}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
