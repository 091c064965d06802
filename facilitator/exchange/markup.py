"""XML that anyone may have written, read without entities nor document types, within limits."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator

_MOST = 1_000_000
"""Elements of the largest document that is read."""
_DEEPEST = 100


class MarkupError(ValueError):
    """It is no XML, or XML that is not to be read; `key` is one of those of `TableError`."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class _Builder(ET.TreeBuilder):
    """Builds a tree, unless it is declared to be more than what it shows, or is far too large."""

    def __init__(self) -> None:
        super().__init__()
        self._count = self._depth = 0

    def doctype(self, _name: str, _public: str, _system: str) -> None:
        raise MarkupError(
            "markup.entities"
        )  # before any entity is read: without a document type there is none

    def start(self, tag: str, attributes: dict[str, str], /) -> ET.Element:
        self._count += 1
        self._depth += 1
        if self._count > _MOST or self._depth > _DEEPEST:
            raise MarkupError("table.large")
        return super().start(tag, attributes)

    def end(self, tag: str, /) -> ET.Element:
        self._depth -= 1
        return super().end(tag)


def tree(data: bytes) -> ET.Element:
    """The root of a document; MarkupError."""
    parser = ET.XMLParser(target=_Builder())  # noqa: S314  the builder refuses what is dangerous
    try:
        parser.feed(data)
        root: ET.Element = parser.close()
    except MarkupError:
        raise
    except (ET.ParseError, ValueError, LookupError) as error:  # an encoding that does not exist, too
        raise MarkupError("markup.broken") from error
    return root


def local(element: ET.Element) -> str:
    """The name of an element, whatever its namespace."""
    return element.tag.rpartition("}")[2]


def children(element: ET.Element, name: str) -> Iterator[ET.Element]:
    """The children of that name, whatever their namespace."""
    return (child for child in element if local(child) == name)


def descendants(element: ET.Element, name: str) -> Iterator[ET.Element]:
    """What has that name in an element, however deep."""
    return (one for one in element.iter() if local(one) == name)


def attribute(element: ET.Element, name: str) -> str:
    """An attribute, whatever its namespace; nothing where it is not."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")
